"""What the lists say of a legal planning meeting: the day it was held, or is planned for."""

from __future__ import annotations

from datetime import UTC, datetime

from referral_of import WholeReferral

from agenda import records as r
from agenda.words import MeetingState
from plo_tui.screens.planning_rows import legal_planning_rows, planning_rows


def said(whole: WholeReferral) -> set[str]:
    """What both lists say of when and where the meeting is."""
    rows = planning_rows(whole.papers()) + legal_planning_rows(whole.papers())
    return {row.facts[0] for row in rows if row.kind in ("Meeting", "LegalPlanning")}


def test_a_meeting_held_on_another_day_shows_the_day_it_was_held() -> None:
    whole = WholeReferral()
    whole.meeting.place = "Room 9"
    assert said(whole) == {"Tue 12 Jan 2027 · 14:00 · Room 9"}
    whole.meeting.state = MeetingState.CONCLUDED
    began = datetime(2027, 1, 14, 14, 30, tzinfo=UTC)
    whole.add(r.Sitting(meeting_id=whole.meeting.id, started_at=began))
    assert said(whole) == {"Thu 14 Jan 2027 · Room 9"}
