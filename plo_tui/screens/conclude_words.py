"""What is said at the end of a meeting: what stops it, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.day_names import day_text
from agenda.legal_planning_facts import in_legal_planning, initial_meeting, outcome_of
from agenda.legal_planning_words import PlanningOutcome
from agenda.words import MeetingKind
from plo_tui.screens.meeting_rows import unplaced_words

if TYPE_CHECKING:
    from agenda.finding import Finding
    from agenda.legal_planning_papers import LegalPlanningPapers
    from agenda.papers import Papers


def what_stops_it(musts: list[Finding]) -> str:
    """Return why the meeting cannot end yet, in a sentence."""
    count = "1 thing" if len(musts) == 1 else f"{len(musts)} things"
    first = musts[0].sentence.rstrip(".")
    return f"{count} must still be done or passed by a reason. The first: {first}."


def what_comes_next(papers: Papers) -> str:
    """Return what has happened, and who does what now."""
    meeting = papers.meeting
    if in_legal_planning(papers):
        return _after_legal_planning(papers)
    lines = ["The meeting has ended. Its minutes are a draft: nobody has approved them yet.", ""]
    if not meeting.effective:
        lines.append("It could not do its work, and the minutes say why.")
        if meeting.kind is MeetingKind.INITIAL:
            lines.append("The weeks start with an initial meeting that does: plan another one.")
        lines.append("")
    waiting = unplaced_words(papers)
    also = f" {waiting}." if waiting else ""
    lines.append(f"First, in the case, i tidies them: items, speakers, plain words.{also}")
    lines.append("Then, under sign-off (s): the chair approves the minutes, then legal.")
    if meeting.minutes_due_on:
        lines.append(f"They should have gone out by {day_text(meeting.minutes_due_on)}.")
    return "\n".join(lines)


def _after_legal_planning(papers: LegalPlanningPapers) -> str:
    """Return what a legal planning meeting has set going, and who does what now."""
    lines = ["The meeting has ended. Its record is a draft, and goes to nobody but our own.", ""]
    outcome = outcome_of(papers)
    if not papers.meeting.effective:
        lines.append("It could not do its work, so it decided nothing.")
    elif outcome is PlanningOutcome.START:
        booked = initial_meeting(papers)
        on = day_text(booked.planned_on) if booked and booked.planned_on else "not booked yet"
        lines.append(f"Pre-proceedings start. The initial meeting: {on}.")
        lines.append("Next: the letter before proceedings, under “before the meeting” (b).")
    elif outcome:
        lines.append(f"Decided: {outcome}.")
    lines += ["", "Its chair approves the record: Enter on the meeting, in the case."]
    return "\n".join(lines)
