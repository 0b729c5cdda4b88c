"""Verbs on progress: what a review finds of each line of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.london import london_date
from agenda.records import PlanLine, Progress
from agenda.steps import Step
from agenda.words import HelpCame, LineOutcome, LineState
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.reviewing import refuse_unless_review
from plo_tui.store.verbs.words import within_length

if TYPE_CHECKING:
    from uuid import UUID

    from plo_tui.store.work import Work


def record_outcome(
    work: Work,
    line_id: UUID,
    meeting_id: UUID,
    outcome: LineOutcome,
    *,
    evidence: str = "",
    why: str = "",
    help_came: HelpCame | None = None,
    help_note: str = "",
) -> None:
    """Record what a review found of a line, in the place of what it found before.

    What is not yet said, such as the evidence, is a finding: it stops nothing here.

    Raises:
        Refused: in an initial meeting, for a dropped line, or once the minutes are approved.
    """
    refuse_unless_review(work, Step.ANSWERS, meeting_id)
    if work.get(PlanLine, line_id).state is LineState.DROPPED:
        raise Refused("This line was dropped: bring it back before saying what became of it.")
    values: dict[str, Any] = {
        "outcome": LineOutcome(outcome),
        "evidence": evidence.strip(),
        "why": why.strip(),
        "help_came": HelpCame(help_came) if help_came else None,
        "help_note": help_note.strip(),
    }
    within_length(values)
    about = {"line_id": line_id, "meeting_id": meeting_id}
    work.put(Progress, about, values, on=london_date(work.at))
