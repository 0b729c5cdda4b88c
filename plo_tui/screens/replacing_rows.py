"""From a text that would change to the row that shows it: where it stands, old beside new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plo_tui.screens.meeting_rows import clock
from plo_tui.widgets.change_list import ChangeRow

if TYPE_CHECKING:
    from agenda.papers import Papers
    from agenda.replacing import Wording

_BEFORE = 16
"""Characters shown before the first change: enough to know the sentence by."""

_CALLED = {
    "Concern": "worry",
    "ConcernExample": "worry, example",
    "ProtectionGoal": "child protection goal",
    "PlanLine": "plan line",
    "PlanPart": "plan line, a part",
    "LineAnswer": "answer to a line",
    "Progress": "outcome of a line",
    "FamilyOffer": "family group meeting",
    "NetworkHelp": "family and friends",
    "Consent": "consent",
    "Advice": "choice without a solicitor",
    "Person": "person",
    "Sitting": "sitting",
    "Meeting": "meeting",
    "ConcernTrajectory": "which way a worry goes",
    "ChildJudgement": "judgement of the risk",
    "Decision": "decision",
    "DecisionView": "parent's view of a decision",
    "Consultation": "consultation",
}


def change_row(papers: Papers, record: Any, text: Wording) -> ChangeRow:
    """Return a text that would change, from just before its first change."""
    pairs = enumerate(zip(text.old, text.new, strict=False))
    differs = next((at for at, (old, new) in pairs if old != new), 0)
    start = text.old.find(" ", differs - _BEFORE, differs) + 1 if differs > _BEFORE else 0
    cut = "…" if start else ""
    return ChangeRow(_where(papers, record), cut + text.old[start:], cut + text.new[start:])


def _where(papers: Papers, record: Any) -> str:
    """Return where a text stands, in a few words."""
    kind = type(record).__name__
    if kind == "Entry":
        meeting = papers.find("Meeting", record.meeting_id)
        said = clock(record.spoken_at or record.written_at)
        return f"{meeting.kind.heading if meeting else 'Minutes'}, {said}"
    called = _CALLED[kind]
    if kind == "PlanLine":
        return f"{called} {record.number}"
    if kind == "Concern":
        return f"{called} {record.position}"
    if kind == "Person":
        return f"{called}: {record.known_as}"
    return called
