"""A review asks what became of each line, one after the other, and shows it beside the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from live_meeting import live_meeting, shown
from live_review import begin_review
from until import until, until_shown

from agenda.progress_rules import lines_to_review
from agenda.words import HelpCame, LineOutcome
from plo_tui.screens.meeting import MeetingScreen
from plo_tui.widgets.composer import Composer

if TYPE_CHECKING:
    from pathlib import Path


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
            await until_shown(
                pilot, f"Line {second.number}: what became of it", second.what[:30], "Saved."
            )
            assert "Ill" not in str(app.screen.query_one("#fields"))
            await pilot.press("right", "ctrl+s")
            page = await until_shown(pilot, "partly done", "done")
            assert "what became of it" not in page
        kept = await live.read_again()
        [found] = kept.progress(first.id)
        assert (found.outcome, found.evidence, found.why) == (LineOutcome.PARTLY, "Seen", "Ill")
        assert found.help_came is HelpCame.LATE
        assert [row.outcome for row in kept.progress(second.id)] == [LineOutcome.DONE]
