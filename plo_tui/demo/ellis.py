"""The Ellises: their initial meeting was about a week ago. Drink, and missed school."""

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
from plo_tui.demo.ellis_plan import Worries, draft_plan
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs import concerns, family, ties

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from plo_tui.demo.author import Author
    from plo_tui.demo.staff import DemoStaff

REFERENCE = "PLO-2026-009"


@dataclass(frozen=True, slots=True)
class Ellises:
    """The keys of the family, their worries and plan, and the day of their meeting."""

    case: UUID
    episode: UUID
    met_on: date
    ruby: UUID
    theo: UUID
    mother: UUID
    father: UUID
    her_solicitor: UUID
    his_solicitor: UUID
    grandmother: UUID
    health_visitor: UUID
    teacher: UUID
    worries: Worries
    lines: tuple[UUID, ...]


def write(author: Author, staff: DemoStaff) -> Ellises:
    """Write the case, its worries and the plan as it was drafted before the meeting."""
    met_on = author.working_day(author.today, -7)
    author.sign(staff.ellises_worker, author.working_day(met_on, -20))
    case = author.new(
        family.new_case,
        REFERENCE,
        staff.ellises_worker,
        staff.chair,
        staff.head_of_service,
        author.working_day(met_on, -22),
        "Legal planning meeting",
    )
    episode = author.read(read_papers, case).episode.id
    ruby, theo = _children(author, case)
    mother, father, grandmother = _family(author, case, ruby, theo)
    her_solicitor, his_solicitor, health_visitor, teacher = _professionals(author, case)
    since = author.working_day(met_on, -8)
    author.do(ties.set_representation, mother, Represented.YES, her_solicitor, since)
    author.do(ties.set_representation, father, Represented.YES, his_solicitor, since)
    worries = Worries(
        _drink(author, episode, met_on),
        _school(author, episode, ruby, met_on),
        author.new(family.add_goal, theo, "An adult who has not been drinking is always at home"),
    )
    lines = draft_plan(author, staff, episode, met_on, (ruby, theo), (mother, father), worries)
    return Ellises(
        case,
        episode,
        met_on,
        ruby,
        theo,
        mother,
        father,
        her_solicitor,
        his_solicitor,
        grandmother,
        health_visitor,
        teacher,
        worries,
        lines,
    )


def _children(author: Author, case: UUID) -> tuple[UUID, UUID]:
    protected: family.ChildValues = {
        "plan": ChildPlan.CHILD_PROTECTION,
        "plan_since": author.ago(210),
        "conference_chair": "Miriam Stone",
        "next_conference": author.working_day(author.today, 34),
    }
    ruby = author.new_in(
        family.add_child,
        case,
        {
            "full_name": "Ruby Ellis",
            "initials": "RE",
            "authority_child_id": "C-38807",
            "born_on": author.ago(9 * 365 + 210),
            **protected,
        },
    )
    theo = author.new_in(
        family.add_child,
        case,
        {
            "full_name": "Theo Ellis",
            "initials": "TE",
            "authority_child_id": "C-38808",
            "born_on": author.ago(2 * 365 + 60),
            **protected,
        },
    )
    return ruby, theo


def _family(author: Author, case: UUID, ruby: UUID, theo: UUID) -> tuple[UUID, UUID, UUID]:
    yes, no = ParentalResponsibility.YES, ParentalResponsibility.NO
    mother = author.new_in(
        family.add_person,
        case,
        {
            "full_name": "Hannah Ellis",
            "known_as": "Ms Ellis",
            "initials": "he",
            "adjustments": "Papers read aloud and printed on yellow (dyslexia)",
        },
        {ruby: (Relation.MOTHER, yes), theo: (Relation.MOTHER, yes)},
    )
    father = author.new_in(
        family.add_person,
        case,
        {"full_name": "Marcus Boateng", "known_as": "Mr Boateng", "initials": "mb"},
        {ruby: (Relation.STEP_PARENT, no), theo: (Relation.FATHER, yes)},
    )
    grandmother = author.new_in(
        family.add_person,
        case,
        {"full_name": "Gwen Ellis", "known_as": "Mrs Ellis senior", "initials": "ge"},
        {ruby: (Relation.GRANDPARENT, no), theo: (Relation.GRANDPARENT, no)},
    )
    return mother, father, grandmother


def _professionals(author: Author, case: UUID) -> tuple[UUID, UUID, UUID, UUID]:
    rows = (
        ("Joy Adler", "Ms Adler", PersonKind.LAWYER, "solicitor for Ms Ellis", "Adler Finch"),
        ("Omar Sheikh", "Mr Sheikh", PersonKind.LAWYER, "solicitor for Mr Boateng", "Quayside Law"),
        ("Lorna Tate", "Ms Tate", PersonKind.PROFESSIONAL, "health visitor", ""),
        ("Nell Doyle", "Ms Doyle", PersonKind.PROFESSIONAL, "head teacher", "Elm Road Primary"),
    )
    first, second, third, fourth = (
        author.new_in(
            family.add_person,
            case,
            {
                "full_name": full_name,
                "known_as": known_as,
                "kind": kind,
                "role": role,
                "organisation": organisation,
            },
        )
        for full_name, known_as, kind, role, organisation in rows
    )
    return first, second, third, fourth


def _drink(author: Author, episode: UUID, met_on: date) -> UUID:
    concern = author.new_in(
        concerns.add_concern,
        episode,
        {
            "heading": "Ms Ellis's drinking",
            "summary": (
                "Ms Ellis drinks most evenings when she is alone with the children. Some mornings "
                "she cannot be woken."
            ),
            "danger_statement": (
                "We are worried that Theo will be hurt, or wander off, when no adult is awake."
            ),
            "since": "Since Theo was a baby",
        },
    )
    for days, text in (
        (23, "Theo was found in the street at 7 am in his pyjamas. Ms Ellis was asleep."),
        (68, "Ms Ellis smelled of alcohol when she fetched Ruby from school, and said so."),
        (140, "The social worker counted eleven empty bottles beside the cot."),
    ):
        author.do(concerns.add_example, concern, author.working_day(met_on, -days), text)
    return concern


def _school(author: Author, episode: UUID, ruby: UUID, met_on: date) -> UUID:
    concern = author.new_in(
        concerns.add_concern,
        episode,
        {
            "heading": "Ruby misses school",
            "summary": "Ruby is late or away two days a week, most often to look after Theo.",
            "danger_statement": (
                "We are worried that Ruby falls behind, and does the work of an adult."
            ),
            "since": "Since last autumn",
        },
        [ruby],
    )
    for days, text in (
        (16, "Ruby was at school on 11 of 20 days in the last month."),
        (75, "Ruby told her teacher that she gives Theo his breakfast because Mum is asleep."),
    ):
        author.do(concerns.add_example, concern, author.working_day(met_on, -days), text)
    return concern
