"""How each verb of legal planning is done for real, on its meeting in any stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planned_house import ASKED_ON

from agenda.legal_planning_words import PlanningOutcome
from agenda.records import new_key
from agenda.steps import Step
from plo_tui.store.verbs import legal_planning

if TYPE_CHECKING:
    from collections.abc import Callable

    from planned_house import Planned


def _approve(made: Planned) -> None:
    try:
        seen = made.edition.fingerprint
    except ValueError:  # it has not begun
        seen = ""
    made.house.store.do(legal_planning.approve_legal_planning, made.meeting, seen)


TAKEN_IN_PLANNING: dict[tuple[Step, str], Callable[[Planned], object]] = {
    (Step.PLANNING_RECORD, "record_options"): lambda m: m.house.store.do(
        legal_planning.record_options,
        m.meeting,
        [{"option": "Another way", "considered": "Said."}],
    ),
    (Step.PLANNING_RECORD, "record_planning_outcome"): lambda m: m.house.store.do(
        legal_planning.record_planning_outcome,
        m.meeting,
        {"outcome": PlanningOutcome.CONTINUE, "reasons": "It works."},
    ),
    (Step.PLANNING_RECORD, "record_assessor"): lambda m: m.house.store.do(
        legal_planning.record_assessor, m.meeting, {"court_team_asked_on": ASKED_ON}
    ),
    (Step.PLANNING_RECORD, "choose_expert"): lambda m: m.house.store.do(
        legal_planning.choose_expert, m.meeting, m.expert, new_key(), None
    ),
    (Step.PLANNING_APPROVE, "approve_legal_planning"): _approve,
    (Step.PLANNING_REOPEN, "reopen_legal_planning"): lambda m: m.house.store.do(
        legal_planning.reopen_legal_planning, m.meeting, "A date was wrong."
    ),
}
"""Each verb of a row, done by whoever sits at the keyboard."""
