"""What a meeting's screen says of its time: how long it has sat, and whether it stands still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.day_names import day_text
from agenda.minuting_words import clock
from agenda.sitting_times import pause_now, time_met
from agenda.words import MeetingState
from plo_tui.screens.meeting_rows import unplaced_words

if TYPE_CHECKING:
    from datetime import date, datetime

    from agenda import records
    from agenda.papers import Papers

_MINUTE = 60


def is_running(meeting: records.Meeting) -> bool:
    """Whether people sit together now, be it in a pause: begun, not adjourned, not concluded."""
    return meeting.state is MeetingState.LIVE and meeting.adjourned_at is None


def elapsed(papers: Papers, now: datetime) -> str:
    """Return how long a running meeting has sat: `● 00:42`, in a pause `‖ 00:42 paused`."""
    if not is_running(papers.meeting):
        return "adjourned" if papers.meeting.adjourned_at else ""
    minutes = int(time_met(papers.sittings, papers.pauses, now).total_seconds()) // _MINUTE
    met = f"{minutes // _MINUTE:02}:{minutes % _MINUTE:02}"
    return f"‖ {met} paused" if pause_now(papers) else f"● {met}"


def beneath(papers: Papers, item: records.Item) -> str:
    """Return what stands beneath an item: that no clock runs, that it is not minuted, the rest."""
    still = standing_still(papers)
    minuted = papers.sheet.item(item.key).minuted or papers.meeting.adjourned_at is not None
    # Beside another sentence there is room for two words only.
    aside = "not minuted" if still else "not minuted: what is typed here is an aside"
    said = (still, "" if minuted else aside, unplaced_words(papers))
    return " · ".join(filter(None, said))


def standing_still(papers: Papers) -> str:
    """Return why no clock runs, calmly and in words; empty where one does."""
    meeting = papers.meeting
    if meeting.adjourned_at:
        return f"{adjourned_words(meeting)}. /resume goes on"
    if pause := pause_now(papers):
        return f"Paused since {clock(pause.began_at)}. /resume goes on"
    return ""


def adjourned_words(meeting: records.Meeting) -> str:
    """Return until when a meeting is adjourned: `Adjourned to Tue 19 Jan 2027 at 10:00`."""
    when = resumes_words(meeting)
    return f"Adjourned to {when}" if when else "Adjourned, no day agreed yet"


def planned_words(meeting: records.Meeting, day: date | None) -> str:
    """Return when and where a meeting is on a day: `Tue 12 Jan 2027 · 10:00 · Room 2`.

    Held on another day than planned it has no time: that of the plan was not it.
    """
    at = f"{meeting.planned_at:%H:%M}" if meeting.planned_at and day == meeting.planned_on else ""
    on = day_text(day) if day else "no date yet"
    return " · ".join(part for part in (on, at, meeting.place) if part)


def resumes_words(meeting: records.Meeting) -> str:
    """Return when an adjourned meeting resumes: `Tue 19 Jan 2027 at 10:00`; empty where open."""
    if meeting.resumes_on is None:
        return ""
    at = f" at {meeting.resumes_at:%H:%M}" if meeting.resumes_at else ""
    return f"{day_text(meeting.resumes_on)}{at}"
