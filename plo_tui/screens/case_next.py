"""What comes next in a case: one sentence, the command for it, and the meeting it is about."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from agenda.day_names import day_text
from agenda.decided import fallen_decisions, latest_decisions, of_whom, stage, waiting_decisions
from agenda.decision_words import Standing
from agenda.extension import how_it_stands
from agenda.words import MeetingKind, MeetingState, MinutesState
from plo_tui.screens.case_planning_next import planning_next
from plo_tui.screens.meeting_clock import resumes_words
from plo_tui.store.reading.edition import minutes_state

if TYPE_CHECKING:
    from agenda.legal_planning_papers import LegalPlanningPapers
    from agenda.papers import Papers
    from agenda.records import Decision, Meeting

_SIGN_OFF = {
    MinutesState.DRAFT: "the chair approves the minutes of the {}",
    MinutesState.CHAIR: "legal approves the minutes of the {}",
    MinutesState.APPROVED: "issue the approved minutes of the {}",
}


def next_step(papers: LegalPlanningPapers) -> tuple[str, str]:
    """Return what comes next, and the name of the command that does it; empty where nothing is.

    A meeting that runs or is adjourned goes first, then a decision that nobody authorised yet or
    that fell, minutes that wait, the Court Tracker that an extension waits for, legal planning,
    and the next meeting; after an end that is authorised for every child nothing does.
    """
    meeting = meeting_to_open(papers)
    if meeting and meeting.adjourned_at:
        when = resumes_words(meeting)
        resumes = f"resumes, {when}" if when else "resumes, on a day not agreed yet"
        return f"Next: the {_called(meeting)} {resumes}", "open_meeting"
    if meeting and meeting.state is MeetingState.LIVE:
        return f"The {_called(meeting)} is running: go back to it", "open_meeting"
    waiting = waiting_decisions(papers)
    if now := [one for one in waiting if how_it_stands(one, papers) is Standing.RECOMMENDED]:
        return _authority(papers, now), "record_authority"
    planned = meeting if meeting and meeting.state is MeetingState.PLANNED else None
    if again := fallen_decisions(papers):
        return _decide_again(papers, again, planned)
    for held in _concluded(papers):
        if words := _SIGN_OFF.get(minutes_state(papers, held.id)):
            return f"Next: {words.format(_called(held))}", "open_sign_off"
    if (reached := stage(papers)) and reached.is_over:
        return "", ""
    if waiting and _tracker_comes_first(waiting, planned):
        return _tracker(papers, waiting), "record_authority"
    if (planning := planning_next(papers, planned)) is not None:
        return planning
    if planned:
        if planned.kind is MeetingKind.INITIAL and not papers.plan:
            return f"Next: enter the draft plan for the {_called(planned)}", "open_plan"
        return f"Next: the {_called(planned)}{_when(planned)}", "open_meeting"
    if papers.window_is_provisional:
        return "Next: plan the initial meeting", "plan_meeting"
    if _final_review_is_owed(papers):
        return "Next: plan the final review", "plan_meeting"
    return "", ""


def _authority(papers: Papers, decisions: list[Decision]) -> str:
    many = "decision" if len(decisions) == 1 else "decisions"
    return f"Next: record who authorises the {many} for {of_whom(papers, decisions)}"


def _tracker(papers: Papers, waiting: list[Decision]) -> str:
    """Say which Court Tracker answers the extensions that wait for it."""
    day = min(one.tracker_on for one in waiting if one.tracker_on)
    forum = papers.policy.extension.forum
    who = of_whom(papers, [one for one in waiting if one.tracker_on == day])
    return f"Next: the {forum} of {day_text(day)} answers the extension for {who}; record it"


def _tracker_comes_first(waiting: list[Decision], planned: Meeting | None) -> bool:
    trackers = [one.tracker_on for one in waiting if one.tracker_on]
    on = planned.planned_on if planned else None
    return bool(trackers) and (on is None or min(trackers) <= on)


def _decide_again(
    papers: Papers, fallen: list[Decision], planned: Meeting | None
) -> tuple[str, str]:
    """Ask for another decision where one was refused or has lapsed."""
    who = of_whom(papers, fallen)
    if planned:
        again = f"Next: decide again for {who} in the {_called(planned)}{_when(planned)}"
        return again, "open_meeting"
    return f"Next: plan a review to decide again for {who}", "plan_meeting"


def _final_review_is_owed(papers: Papers) -> bool:
    """Whether a final review is to be planned: none has done its work, or it left some open."""
    held = [
        one
        for one in papers.episode_meetings
        if one.kind is MeetingKind.FINAL
        and one.state is MeetingState.CONCLUDED
        and one.effective is not False
    ]
    return not held or any(not one.outcome.ends for one in latest_decisions(papers))


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
