"""The Carters: their initial meeting is today. Neglect and emotional abuse, as in the letter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta
from typing import TYPE_CHECKING

from agenda.words import (
    ChildPlan,
    LegalStatus,
    MeetingKind,
    ParentalResponsibility,
    PersonKind,
    Relation,
    Represented,
)
from plo_tui.demo.carter_letters import give_letters, help_so_far
from plo_tui.demo.carter_plan import draft_plan
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs import concerns, family, meeting, ties

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from plo_tui.demo.author import Author
    from plo_tui.demo.staff import DemoStaff

REFERENCE = "PLO-2026-014"
PLACE = "Civic Offices, Room 3"


@dataclass(frozen=True, slots=True)
class Carters:
    """The keys of the family, their worries and goals."""

    case: UUID
    episode: UUID
    children: tuple[UUID, UUID, UUID]
    mother: UUID
    father: UUID
    neglect: UUID
    emotional_abuse: UUID
    clean_home: UUID
    calm_home: UUID


def write(author: Author, staff: DemoStaff) -> None:
    """Write the case, its worries and the draft plan, book today's meeting and give the letters."""
    decided_on = _decided_on(author)
    author.sign(staff.carters_worker, author.days.add(decided_on, 1))
    case = author.new(
        family.new_case,
        REFERENCE,
        staff.carters_worker,
        staff.chair,
        staff.head_of_service,
        decided_on,
        "Legal planning meeting",
    )
    children = _children(author, case)
    mother, father = _people(author, case, children)
    josie = children[0]
    clean = author.new(family.add_goal, josie, "The home is clean and safe")
    calm = author.new(family.add_goal, josie, "No shouting and no violence at home")
    episode = author.read(read_papers, case).episode.id
    carters = Carters(
        case,
        episode,
        children,
        mother,
        father,
        _neglect(author, episode),
        _emotional_abuse(author, episode),
        clean,
        calm,
    )
    draft_plan(author, staff, carters)
    author.new_in(
        meeting.plan_meeting,
        episode,
        MeetingKind.INITIAL,
        {
            "planned_on": author.today,
            "planned_at": time(10, 0),
            "place": PLACE,
            "chair_id": staff.chair,
            "minute_taker_id": staff.minute_taker,
        },
    )
    help_so_far(author, carters)
    give_letters(author, staff, carters, decided_on)


def _decided_on(author: Author) -> date:
    """Return the day from which every step in its time leads to a meeting today."""
    letter = author.policy.letter
    today = author.days.on_or_before(author.today)
    return author.days.add(today, -letter.delivered_days - letter.notice_days)


def _children(author: Author, case: UUID) -> tuple[UUID, UUID, UUID]:
    protected: family.ChildValues = {
        "plan": ChildPlan.CHILD_PROTECTION,
        "plan_since": author.ago(160),
        "conference_chair": "Miriam Stone",
        "next_conference": author.working_day(author.today, 20),
    }
    josie = author.new_in(
        family.add_child,
        case,
        {
            "full_name": "Josie Carter",
            "initials": "JC",
            "authority_child_id": "C-40121",
            "born_on": author.ago(7 * 365 + 100),
            **protected,
        },
    )
    toby = author.new_in(
        family.add_child,
        case,
        {
            "full_name": "Toby Carter",
            "initials": "TC",
            "authority_child_id": "C-40122",
            "born_on": author.ago(4 * 365 + 30),
            **protected,
        },
    )
    maya = author.new_in(
        family.add_child,
        case,
        {
            "full_name": "Maya Carter",
            "initials": "MC",
            "authority_child_id": "C-47810",
            "due_on": author.today + timedelta(days=104),
            "legal_status": LegalStatus.UNBORN,
            **protected,
        },
    )
    return josie, toby, maya


def _people(author: Author, case: UUID, children: tuple[UUID, UUID, UUID]) -> tuple[UUID, UUID]:
    josie, toby, maya = children
    yes, at_birth = ParentalResponsibility.YES, ParentalResponsibility.AT_BIRTH
    mother = author.new_in(
        family.add_person,
        case,
        {
            "full_name": "Lena Carter",
            "known_as": "Ms Carter",
            "initials": "lc",
            "adjustments": "Short sentences, a break each half hour and a chair near the door",
            "safe_contact": "By text before 3 pm only. Never through Mr Carter.",
        },
        {
            josie: (Relation.MOTHER, yes),
            toby: (Relation.MOTHER, yes),
            maya: (Relation.MOTHER, at_birth),
        },
    )
    father = author.new_in(
        family.add_person,
        case,
        {"full_name": "Dean Carter", "known_as": "Mr Carter", "initials": "dc"},
        {
            josie: (Relation.FATHER, yes),
            toby: (Relation.FATHER, yes),
            maya: (Relation.FATHER, at_birth),
        },
    )
    no = ParentalResponsibility.NO
    author.new_in(
        family.add_person,
        case,
        {"full_name": "Joan Pryce", "known_as": "Mrs Pryce", "initials": "jp"},
        dict.fromkeys(children, (Relation.GRANDPARENT, no)),
    )
    solicitor = author.new_in(
        family.add_person,
        case,
        {
            "full_name": "Priya Shah",
            "known_as": "Ms Shah",
            "initials": "ps",
            "kind": PersonKind.LAWYER,
            "role": "solicitor for Ms Carter",
            "organisation": "Hart & Lane",
        },
    )
    author.new_in(
        family.add_person,
        case,
        {
            "full_name": "Amy Cole",
            "known_as": "Ms Cole",
            "initials": "ac",
            "kind": PersonKind.PROFESSIONAL,
            "role": "independent domestic violence adviser",
            "organisation": "Harbour Domestic Abuse Service",
        },
    )
    author.do(
        ties.set_representation,
        mother,
        Represented.YES,
        solicitor,
        author.working_day(author.today, -6),
    )
    author.do(ties.set_representation, father, Represented.NO)
    return mother, father


def _neglect(author: Author, episode: UUID) -> UUID:
    concern = author.new_in(
        concerns.add_concern,
        episode,
        {
            "heading": "Neglect",
            "summary": (
                "The home has been dirty and unsafe for the children for long stretches. It gets "
                "better after each visit, and does not stay better."
            ),
            "danger_statement": (
                "We are worried that Josie, Toby and the new baby will be ill or hurt, because "
                "there is old food, rubbish on the stairs and a risk of fire."
            ),
            "since": "For about 18 months",
        },
    )
    for days, text in (
        (
            29,
            "The social worker found mouldy food in the kitchen and no clean sheets on Toby's bed.",
        ),
        (47, "Josie told her teacher that she sleeps on the sofa because her room is full."),
        (96, "A fire officer found bags on the stairs and no working smoke alarm."),
        (203, "The health visitor could not see the floor of the children's bedroom."),
    ):
        author.do(concerns.add_example, concern, author.ago(days), text)
    return concern


def _emotional_abuse(author: Author, episode: UUID) -> UUID:
    concern = author.new_in(
        concerns.add_concern,
        episode,
        {
            "heading": "Emotional abuse",
            "summary": (
                "The children see and hear Mr Carter shouting at Ms Carter, and have seen him push "
                "her. Each parent says that the other starts it."
            ),
            "danger_statement": (
                "We are worried that the children will be frightened or hurt when the adults fight."
            ),
            "since": "For about two years",
        },
    )
    for days, text in (
        (33, "Police came at night. Ms Carter said she had been pushed; Josie was on the stairs."),
        (121, "Toby hid under a table at nursery when a man raised his voice."),
        (264, "A neighbour rang the police about shouting. Both children were awake and crying."),
    ):
        author.do(concerns.add_example, concern, author.ago(days), text)
    return concern
