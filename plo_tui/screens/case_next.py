"""What comes next in a case: one sentence, the command for it, and the meeting it is about."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from agenda.day_names import day_text
from agenda.words import MeetingKind, MeetingState, MinutesState
from plo_tui.screens.meeting_clock import resumes_words
from plo_tui.store.reading.edition import minutes_state

if TYPE_CHECKING:
    from agenda.papers import Papers
    from agenda.records import Meeting

_SIGN_OFF = {
    MinutesState.DRAFT: "the chair approves the minutes of the {}",
    MinutesState.CHAIR: "legal approves the minutes of the {}",
    MinutesState.APPROVED: "issue the approved minutes of the {}",
}


def next_step(papers: Papers) -> tuple[str, str]:
    """Return what comes next, and the name of the command that does it; empty where nothing is.

    A meeting that runs or is adjourned goes first, then minutes that wait, then the next one.
    """
    meeting = meeting_to_open(papers)
    if meeting and meeting.adjourned_at:
        when = resumes_words(meeting)
        resumes = f"resumes, {when}" if when else "resumes, on a day not agreed yet"
        return f"Next: the {_called(meeting)} {resumes}", "open_meeting"
    if meeting and meeting.state is MeetingState.LIVE:
        return f"The {_called(meeting)} is running: go back to it", "open_meeting"
    for held in _concluded(papers):
        if words := _SIGN_OFF.get(minutes_state(papers, held.id)):
            return f"Next: {words.format(_called(held))}", "open_sign_off"
    if meeting and meeting.state is MeetingState.PLANNED:
        if meeting.kind is MeetingKind.INITIAL and not papers.plan:
            return f"Next: enter the draft plan for the {_called(meeting)}", "open_plan"
        return f"Next: the {_called(meeting)}{_when(meeting)}", "open_meeting"
    if papers.window_is_provisional:
        return "Next: plan the initial meeting", "plan_meeting"
    final = (one for one in papers.episode_meetings if one.kind is MeetingKind.FINAL)
    if not any(one.state is MeetingState.CONCLUDED for one in final):
        return "Next: plan the final review", "plan_meeting"
    return "", ""


def meeting_to_open(papers: Papers) -> Meeting | None:
    """Return the meeting that is running, else the next planned, else the latest concluded."""
    meetings = papers.meetings
    live = [one for one in meetings if one.state is MeetingState.LIVE]
    planned = [one for one in meetings if one.state is MeetingState.PLANNED]
    # Those without a day yet come last.
    planned.sort(key=lambda one: (one.planned_on or date.max, one.number))
    return next(iter([*live, *planned, *_concluded(papers)[-1:]]), None)


def latest_concluded(papers: Papers) -> Meeting | None:
    """Return the latest meeting that has minutes; None before the first."""
    return next(iter(_concluded(papers)[-1:]), None)


def _concluded(papers: Papers) -> list[Meeting]:
    return [one for one in papers.meetings if one.state is MeetingState.CONCLUDED]


def _called(meeting: Meeting) -> str:
    return meeting.kind.heading.lower()


def _when(meeting: Meeting) -> str:
    at = f" at {meeting.planned_at:%H:%M}" if meeting.planned_at else ""
    return f", {day_text(meeting.planned_on)}{at}" if meeting.planned_on else ""
