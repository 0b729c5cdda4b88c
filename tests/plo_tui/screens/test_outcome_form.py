"""A review asks what became of each line, one after the other, and shows it beside the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from live_meeting import live_meeting, shown
from until import until, until_shown

from agenda.progress_rules import lines_to_review
from agenda.records import new_key
from agenda.words import HelpCame, LineOutcome, MeetingKind
from plo_tui.screens.meeting import MeetingScreen
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs import meeting as meeting_verbs
from plo_tui.widgets.composer import Composer

if TYPE_CHECKING:
    from pathlib import Path

    from live_meeting import Live


async def begin_review(live: Live) -> None:
    """End the initial meeting, and open its midway review six weeks on."""
    await live.do(meeting_verbs.conclude, live.papers.meeting.id, effective=True)
    live.later(6 * 7 * 24 * 60)
    review, kind, desk = new_key(), MeetingKind.MIDWAY, live.desk
    await live.do(meeting_verbs.plan_meeting, live.papers.episode.id, review, kind, {})
    staff = [row for row in (live.papers.case.chair_id,) if row]
    text, policy = desk.sheet_text(kind), desk.policy.pinned()
    await live.do(meeting_verbs.open_meeting, review, text, policy, staff, [])
    live.papers = await desk.read(read_papers, live.papers.case_id, review, desk.policy)


async def test_each_line_from_before_is_asked_after_in_turn(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        await begin_review(live)
        first, second = lines_to_review(live.papers)[:2]
        screen = MeetingScreen(live.desk, live.papers.case_id, live.papers.meeting.id)
        async with shown(screen, (120, 40)) as (app, pilot):
            await until(pilot, lambda: screen.loaded and isinstance(screen.focused, Composer))
            await pilot.press(*"/jump", "space", "4", "enter")
            await pilot.press("ctrl+s")
            await until_shown(pilot, f"Line {first.number}: what became of it", first.what[:30])
            await pilot.press("ctrl+s")
            await until_shown(pilot, "Choose what became of this line")
            await pilot.press("right", "right", "tab", *"Seen", "tab", *"Ill", "tab", "right")
            await pilot.press("right", "ctrl+n")
            await until_shown(pilot, f"Line {second.number}: what became of it", "Saved.")
            assert "Ill" not in str(app.screen.query_one("#fields"))
            await pilot.press("right", "ctrl+s")
            page = await until_shown(pilot, "partly done", "done")
            assert "what became of it" not in page
        kept = await live.read_again()
        [found] = kept.progress(first.id)
        assert (found.outcome, found.evidence, found.why) == (LineOutcome.PARTLY, "Seen", "Ill")
        assert found.help_came is HelpCame.LATE
        assert [row.outcome for row in kept.progress(second.id)] == [LineOutcome.DONE]
