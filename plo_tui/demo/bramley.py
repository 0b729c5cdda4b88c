"""The Bramleys: where pre-proceedings begin. Two fathers, and one must not learn an address.

The referral is written and waits for the head of service; legal planning is still to be booked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agenda.words import (
    ChildPlan,
    ParentalResponsibility,
    PersonKind,
    Relation,
    Represented,
)
from plo_tui.demo.bramley_before import help_so_far, keep_safe, refer
from plo_tui.demo.bramley_plan import draft_plan
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs import concerns, family, ties

if TYPE_CHECKING:
    from uuid import UUID

    from plo_tui.demo.author import Author
    from plo_tui.demo.staff import DemoStaff

REFERENCE = "PLO-2026-021"
ADDRESS = "14 Larch Close\nThornley\nTH4 7QD"
"""Where the mother and the children live now; the older child's father must not learn it."""


@dataclass(frozen=True, slots=True)
class Bramleys:
    """The keys of the family and of what is recorded of it.

    Attributes:
        ivy: the older child; her father is Mr Doyle.
        finn: the younger one; his father is Mr Aziz.
    """

    case: UUID
    episode: UUID
    ivy: UUID
    finn: UUID
    mother: UUID
    doyle: UUID
    aziz: UUID
    violence: UUID
    neglect: UUID
    calm_home: UUID
    enough_to_eat: UUID


def write(author: Author, staff: DemoStaff) -> None:
    """Write the family, its worries, the help so far, the draft plan and the referral."""
    author.sign(staff.ellises_worker, author.working_day(author.today, -9))
    case = author.new(
        family.new_case, REFERENCE, staff.ellises_worker, staff.chair, staff.head_of_service
    )
    ivy, finn = _children(author, case)
    mother, doyle, aziz = _people(author, case, ivy, finn)
    episode = author.read(read_papers, case).episode.id
    calm = author.new(family.add_goal, ivy, "Nobody is hurt or frightened at home")
    enough = author.new(family.add_goal, finn, "Finn eats well, and grows as he should")
    both = (ivy, finn)
    violence = _violence(author, episode, ivy)
    neglect = _neglect(author, episode, both)
    bramleys = Bramleys(
        case, episode, ivy, finn, mother, doyle, aziz, violence, neglect, calm, enough
    )
    draft_plan(author, staff, bramleys)
    help_so_far(author, bramleys)
    keep_safe(author, bramleys, ADDRESS)
    author.sign(staff.ellises_worker, author.working_day(author.today, -2))
    refer(author, bramleys)


def _children(author: Author, case: UUID) -> tuple[UUID, UUID]:
    protected: family.ChildValues = {
        "plan": ChildPlan.CHILD_PROTECTION,
        "plan_since": author.ago(210),
        "conference_chair": "Miriam Stone",
        "next_conference": author.working_day(author.today, 48),
    }
    ivy = author.new_in(
        family.add_child,
        case,
        {
            "full_name": "Ivy Bramley",
            "initials": "IB",
            "authority_child_id": "C-41077",
            "born_on": author.ago(6 * 365 + 200),
            **protected,
        },
    )
    finn = author.new_in(
        family.add_child,
        case,
        {
            "full_name": "Finn Bramley",
            "initials": "FB",
            "authority_child_id": "C-45502",
            "born_on": author.ago(2 * 365 + 40),
            **protected,
        },
    )
    return ivy, finn


def _people(author: Author, case: UUID, ivy: UUID, finn: UUID) -> tuple[UUID, UUID, UUID]:
    yes = ParentalResponsibility.YES
    mother = author.new_in(
        family.add_person,
        case,
        {
            "full_name": "Kate Bramley",
            "known_as": "Ms Bramley",
            "initials": "kb",
            "adjustments": "Dyslexic: large print, read letters aloud with her",
            "address": ADDRESS,
        },
        {ivy: (Relation.MOTHER, yes), finn: (Relation.MOTHER, yes)},
    )
    doyle = author.new_in(
        family.add_person,
        case,
        {
            "full_name": "Shaun Doyle",
            "known_as": "Mr Doyle",
            "initials": "sd",
            "address": "Flat 2, 31 Quay Street\nThornley\nTH1 2BA",
        },
        {ivy: (Relation.FATHER, yes)},
    )
    aziz = author.new_in(
        family.add_person,
        case,
        {
            "full_name": "Karim Aziz",
            "known_as": "Mr Aziz",
            "initials": "ka",
            "interpreter": "Pashto",
            "address": "8 Mill Row\nThornley\nTH2 9LN",
        },
        {finn: (Relation.FATHER, yes)},
    )
    solicitor = author.new_in(
        family.add_person,
        case,
        {
            "full_name": "Anita Rao",
            "known_as": "Ms Rao",
            "initials": "ar",
            "kind": PersonKind.LAWYER,
            "role": "solicitor for Ms Bramley",
            "organisation": "Rao Family Law",
        },
    )
    author.do(
        ties.set_representation,
        mother,
        Represented.YES,
        solicitor,
        author.working_day(author.today, -3),
    )
    author.do(ties.set_representation, doyle, Represented.NO)
    author.do(ties.set_representation, aziz, Represented.NO)
    return mother, doyle, aziz


def _violence(author: Author, episode: UUID, ivy: UUID) -> UUID:
    concern = author.new_in(
        concerns.add_concern,
        episode,
        {
            "heading": "Violence at home",
            "summary": (
                "Mr Doyle has hit Ms Bramley in front of Ivy. He has come to the door at night "
                "and shouted.\n"
                "Ivy has seen and heard it. She wakes at night and does not want to be alone."
            ),
            "danger_statement": (
                "We are worried that Ivy will be hurt or frightened if Mr Doyle comes to the home."
            ),
            "since": "For about three years",
        },
        (ivy,),
    )
    for days, text in (
        (24, "Ivy told her teacher that she hides in the cupboard when her father shouts."),
        (61, "Police came at night. Ms Bramley had a cut lip. Ivy was awake and crying."),
        (170, "Mr Doyle broke the front door while Ivy and Finn were inside."),
    ):
        author.do(concerns.add_example, concern, author.ago(days), text)
    return concern


def _neglect(author: Author, episode: UUID, children: tuple[UUID, UUID]) -> UUID:
    concern = author.new_in(
        concerns.add_concern,
        episode,
        {
            "heading": "Neglect",
            "summary": (
                "Ivy and Finn have often been hungry, and have missed school, nursery and "
                "health checks. It gets better for a few weeks and then worse again."
            ),
            "danger_statement": (
                "We are worried that Ivy and Finn will be ill and will not learn, because they "
                "do not have enough food, sleep and care."
            ),
            "since": "For about 18 months",
        },
        children,
    )
    for days, text in (
        (17, "There was no food in the kitchen but bread, at four in the afternoon."),
        (52, "Finn missed his third health check. He weighs less than he should."),
        (88, "Ivy had been at school on 11 of 40 days."),
    ):
        author.do(concerns.add_example, concern, author.ago(days), text)
    return concern
