"""The Ellises' plan as it was drafted; the meeting agreed, amended or dropped each line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agenda.timetable import timetable
from agenda.words import LineKind
from plo_tui.store.verbs.planning import LineValues, add_line

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from plo_tui.demo.author import Author
    from plo_tui.demo.staff import DemoStaff


@dataclass(frozen=True, slots=True)
class Worries:
    """The keys of the worries, and of the child protection goal that lines serve."""

    drink: UUID
    school: UUID
    goal: UUID


def draft_plan(
    author: Author,
    staff: DemoStaff,
    episode: UUID,
    met_on: date,
    children: tuple[UUID, UUID],
    parents: tuple[UUID, UUID],
    worries: Worries,
) -> tuple[UUID, ...]:
    """Write the draft plan and return its lines' keys, by number."""
    mother, father = parents
    ruby, _ = children
    final = timetable(met_on, author.policy, author.days).final_review.date
    lines: tuple[tuple[LineValues, tuple[UUID, ...]], ...] = (
        (
            {
                "kind": LineKind.SERVICE,
                "what": "Go to all eight sessions at the Harbour alcohol service",
                "owner_person_id": mother,
                "support": "We pay the taxi, and Callum Frost sits with Theo",
                "measure": "The service's letter counts the sessions",
                "due": author.working_day(met_on, 65),
                "contingency": "If a session is missed, it is held again within a week",
                "concern_id": worries.drink,
                "goal_id": worries.goal,
            },
            children,
        ),
        (
            {
                "kind": LineKind.ACTION,
                "what": "Breath test each Monday and Thursday morning",
                "owner_person_id": mother,
                "support": "We bring the tester to the home",
                "measure": "Each test reads nought",
                "rhythm": "Mondays and Thursdays at 8 am",
                "until": final,
                "concern_id": worries.drink,
                "goal_id": worries.goal,
            },
            children,
        ),
        (
            {
                "kind": LineKind.AGREEMENT,
                "what": "Mr Boateng sleeps at the home from Sunday to Thursday",
                "owner_person_id": father,
                "measure": "Callum Frost sees him at two visits before 8 am",
                "concern_id": worries.drink,
                "goal_id": worries.goal,
            },
            children,
        ),
        (
            {
                "kind": LineKind.ACTION,
                "what": "Ruby is at school by 8:50",
                "owner_person_id": father,
                "support": "The school keeps a place at breakfast club, which we pay",
                "measure": "The register shows 19 days out of 20",
                "due": author.working_day(met_on, 49),
                "concern_id": worries.school,
            },
            (ruby,),
        ),
        (
            {
                "kind": LineKind.ASSESSMENT,
                "what": "Parenting assessment of Ms Ellis and Mr Boateng",
                "owner_staff_id": staff.assessor,
                "support": "Every session is at home, and its notes are read aloud",
                "sessions": 6,
                "due": author.working_day(met_on, 70),
                "concern_id": worries.drink,
            },
            children,
        ),
        (
            {
                "kind": LineKind.VISIT,
                "what": "The social worker visits the children at home",
                "owner_staff_id": staff.ellises_worker,
                "rhythm": "Every Wednesday at 4 pm, and one Saturday a month",
                "until": final,
                "concern_id": worries.drink,
            },
            children,
        ),
        (
            {
                "kind": LineKind.ACTION,
                "what": "Buy a lock for the drinks cupboard",
                "owner_person_id": father,
                "measure": "The social worker sees it",
                "due": author.working_day(met_on, 7),
                "concern_id": worries.drink,
            },
            children,
        ),
        (
            {
                "kind": LineKind.BOTTOM_LINE,
                "what": "Theo and Ruby are never alone with an adult who has been drinking",
                "consequence": "We ask our lawyers the same day whether to go to court",
                "concern_id": worries.drink,
            },
            children,
        ),
    )
    return tuple(author.new_in(add_line, episode, values, (), meant) for values, meant in lines)
