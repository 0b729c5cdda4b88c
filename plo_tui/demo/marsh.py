"""The Marshes: twelve weeks on, their final review is today. Cannabis, shouting, a baby due."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from agenda.words import ChildPlan, EntryKind, LegalStatus, LineKind, Relation
from plo_tui.demo.weeks_on import Facts, Line, Parent, Worry

if TYPE_CHECKING:
    from plo_tui.demo.author import Author
    from plo_tui.store.verbs.family import ChildValues

REFERENCE = "PLO-2026-003"

_NOTE, _VIEW, _AGREED = EntryKind.NOTE, EntryKind.VIEW, EntryKind.AGREED
_DISPUTED, _EXPLAINED = EntryKind.DISPUTED, EntryKind.CONSEQUENCE

_LINES = (
    Line(
        {
            "kind": LineKind.ACTION,
            "what": "Nobody smokes cannabis in the home or while looking after a child",
            "support": "We bring the tester to the home",
            "measure": "A test each fortnight shows none",
            "rhythm": "Every second Friday",
            "contingency": "If one test shows some, we meet within a week",
        },
        owner="km",
        worry=1,
        until_final=True,
    ),
    Line(
        {
            "kind": LineKind.SERVICE,
            "what": "Go to all ten evenings of the course for couples who shout and hit",
            "support": "We pay a sitter for the ten evenings",
            "measure": "The course writes to us after the last evening",
        },
        owner="dr",
        worry=2,
        due=70,
    ),
    Line(
        {
            "kind": LineKind.ACTION,
            "what": "Ava sleeps in a bed of her own, in a room with a door",
            "support": "We give the bed and the bedding",
            "measure": "Grace Mensah sees the room at a visit",
        },
        owner="km",
        worry=2,
        due=28,
        children=(0,),
    ),
    Line(
        {
            "kind": LineKind.ASSESSMENT,
            "what": "Parenting assessment of Ms Marsh and Mr Rudd",
            "support": "Every session is at home",
            "sessions": 6,
        },
        owner="assessor",
        worry=1,
        due=66,
    ),
    Line(
        {
            "kind": LineKind.VISIT,
            "what": "The social worker visits the children at home",
            "rhythm": "Every Tuesday after school",
        },
        owner="carters_worker",
        worry=1,
        until_final=True,
    ),
    Line(
        {
            "kind": LineKind.BOTTOM_LINE,
            "what": "No child is in the home during a fight",
            "consequence": "We ask our lawyers the same day whether to go to court",
        },
        owner="",
        worry=2,
    ),
)

_SAID = {
    "welcome": (("", _NOTE, "Everyone gave their name and role. The minutes are a fair record."),),
    "advice": (("", _NOTE, "Both parents have been through the letter with their solicitor."),),
    "worries": (
        ("km", _AGREED, "She smokes in the evening, and agrees that Finn was in the room."),
        ("dr", _DISPUTED, "He did not push Ms Marsh on 3 June. They shouted, no more."),
    ),
    "parents": (
        ("km", _VIEW, "I want to be well when the baby comes."),
        ("dr", _VIEW, "I will do the course. I do not want to be the dad who shouts."),
    ),
    "child": (
        ("", _NOTE, "Ava told her teacher that she puts her head under the pillow."),
        ("", _NOTE, "Finn likes the slide and goes quiet when somebody is loud."),
        ("", _NOTE, "The midwife says that the baby is growing as it should."),
    ),
    "support": (("", _NOTE, "Six sessions of family support in spring. They helped for a time."),),
    "network": (("km", _NOTE, "My sister in Hull could have the children for a weekend."),),
    "assessments": (("", _NOTE, "Wanda Lis explained the six sessions and what she looks at."),),
    "plan": (("dr", _AGREED, "He agrees to each line, and asks for evenings, not days."),),
    "break": (("", _NOTE, "A break was offered to both. Neither wanted one."),),
    "bottom_line": (
        ("", _EXPLAINED, "If a child is there during a fight we ask our lawyers that day."),
    ),
    "dates": (("", _NOTE, "The chair read the plan back. Both parents said that it is right."),),
}


def facts(author: Author) -> Facts:
    """Return the family's facts, on days counted from today."""
    protected: ChildValues = {
        "plan": ChildPlan.CHILD_PROTECTION,
        "plan_since": author.ago(200),
        "conference_chair": "Miriam Stone",
        "next_conference": author.working_day(author.today, 20),
    }
    return Facts(
        reference=REFERENCE,
        met=79,
        final_today=True,
        worker="carters_worker",
        children=(
            {
                "full_name": "Ava Marsh",
                "initials": "AM",
                "authority_child_id": "C-37114",
                "born_on": author.ago(6 * 365 + 40),
                **protected,
            },
            {
                "full_name": "Finn Marsh",
                "initials": "FM",
                "authority_child_id": "C-37115",
                "born_on": author.ago(3 * 365 + 90),
                **protected,
            },
            {
                "full_name": "Baby Marsh",
                "initials": "BM",
                "due_on": author.today + timedelta(days=70),
                "legal_status": LegalStatus.UNBORN,
            },
        ),
        parents=(
            Parent("Kelly Marsh", "Ms Marsh", "km", Relation.MOTHER,
                   "Priya Bose", "Ms Bose", "Bose and Lane"),
            Parent("Dean Rudd", "Mr Rudd", "dr", Relation.FATHER,
                   "Ian Croft", "Mr Croft", "Croft Family Law"),
        ),
        worries=(
            Worry(
                {
                    "heading": "Cannabis in the home",
                    "summary": "Both parents smoke cannabis while they look after the children.",
                    "danger_statement": "We are worried that nobody is awake when Finn needs them.",
                    "since": "Since Finn was born",
                },
                ((20, "The health visitor found both parents asleep at noon, and Finn outside."),),
            ),
            Worry(
                {
                    "heading": "Shouting and fights",
                    "summary": "The parents shout and push each other in front of the children.",
                    "danger_statement": "We are worried that a child is hurt in a fight.",
                    "since": "Since last winter",
                },
                ((34, "A neighbour rang the police. Ava was in her pyjamas on the stairs."),),
            ),
        ),
        lines=_LINES,
        said=_SAID,
        goal="An adult who has not smoked is always with the children",
    )  # fmt: skip
