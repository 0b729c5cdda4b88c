"""The Carters' initial meeting has ended, and a review of theirs is running."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.records import new_key
from agenda.words import MeetingKind
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs import meeting as meeting_verbs

if TYPE_CHECKING:
    from live_meeting import Live

WEEKS = {MeetingKind.MIDWAY: 6, MeetingKind.FINAL: 12}


async def begin_review(live: Live, kind: MeetingKind = MeetingKind.MIDWAY) -> None:
    """End the initial meeting, and open a review so many weeks on."""
    await live.do(meeting_verbs.conclude, live.papers.meeting.id, effective=True)
    live.later(WEEKS[kind] * 7 * 24 * 60)
    review, desk = new_key(), live.desk
    await live.do(meeting_verbs.plan_meeting, live.papers.episode.id, review, kind, {})
    staff = [row for row in (live.papers.case.chair_id,) if row]
    text, policy = desk.sheet_text(kind), desk.policy.pinned()
    await live.do(meeting_verbs.open_meeting, review, text, policy, staff, [])
    live.papers = await desk.read(
        read_papers, live.papers.case_id, review, desk.policy, desk.today()
    )
