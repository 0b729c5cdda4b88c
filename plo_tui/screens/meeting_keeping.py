"""Keeping what is typed in the composer and not yet saved, as one types and as one leaves."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual import on

from plo_tui.screens.meeting_frame import MeetingFrame
from plo_tui.store.problems import StoreProblem
from plo_tui.store.unfinished import Unfinished, drop_unfinished, keep_unfinished
from plo_tui.widgets.case_bar import Kept
from plo_tui.widgets.composer import Composer

if TYPE_CHECKING:
    from collections.abc import Callable

SETTLES_IN = 2.0
"""Seconds that leaving waits for what is being saved."""


class MeetingKeeping(MeetingFrame):
    """Unfinished text, kept in the store until it is saved."""

    @on(Composer.Unsaved)
    async def keep(self) -> None:
        """Keep unfinished text, so that nothing typed is ever lost.

        It is what stands there now: a paragraph that was saved meanwhile is not kept again.
        """
        composer = self.query_one(Composer)
        text, cursor = composer.text, composer.cursor_location
        if self.desk.me is None or not self.loaded:
            return
        if not text:  # all of it was taken back: the next words begin where one is then
            await self.forget_words()
            return
        lines = text.split("\n")[: cursor[0]]
        staff, person = self.capturing.speaker
        words = Unfinished(
            meeting_id=self.meeting_id,
            author_id=self.desk.me.id,
            text=text,
            cursor=sum(len(line) + 1 for line in lines) + cursor[1],
            speaker=str(staff or person or ""),
            item_id=self.capturing.begun_under,
            editing_id=self.capturing.editing.id if self.capturing.editing else None,
            kept_at=self.desk.clock(),
        )
        await self._safely(lambda: self.desk.with_store(keep_unfinished, words))

    async def keep_words(self) -> bool:
        """Keep what is in the composer, as the app is left now; False where it could not be."""
        composer = self.query_one(Composer)
        with suppress(TimeoutError):
            async with asyncio.timeout(SETTLES_IN):
                typed = asyncio.Event()
                composer.call_later(typed.set)  # behind the keys that it has yet to take
                await typed.wait()
                while self.kept is Kept.SAVING:  # else it might be saved, and unfinished too
                    await asyncio.sleep(0.01)
        if self.loaded and composer.text:
            await self.keep()
            return self.kept is not Kept.NOT_SAVED
        return True

    async def forget_words(self) -> None:
        """What stood in the composer is saved: nothing of it is unfinished any more."""
        self.capturing.begun_under = None
        if self.desk.me:
            me = self.desk.me.id
            await self._safely(lambda: self.desk.with_store(drop_unfinished, self.meeting_id, me))

    async def _safely(self, write: Callable[[], Any]) -> None:
        try:
            await write()
        except StoreProblem as problem:
            self.kept = Kept.NOT_SAVED
            self.say(str(problem))
        else:
            self.now_saved()
