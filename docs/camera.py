"""A camera for the guide: it uses the app as a person would, and takes pictures of the screen.

The clock stands still unless the scene moves it, so the same code gives the same pictures.
"""

from __future__ import annotations

import asyncio
import re
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from textual import events
from textual.widgets import Input, OptionList, TextArea

from agenda.london import LONDON
from plo_tui.app import PloApp
from plo_tui.desk import Desk
from plo_tui.screens.meeting import MeetingScreen
from plo_tui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

PICTURES = Path(__file__).with_name("pictures")
WIDE, SMALL = (120, 40), (80, 24)
"""The two sizes of window in the guide, in cells."""
MORNING = datetime(2027, 1, 12, 9, 55, tzinfo=LONDON)
"""Five minutes before the Carters' meeting."""
PATIENCE = 60
"""Seconds until a scene that does not happen is given up."""

_REMOTE_FONTS = re.compile(r"\s*@font-face\s*{[^}]*}")
_CELL = 12.2
"""The width of a cell, as Rich draws it."""
_WORDS = re.compile(
    r'x="([0-9.]+)"( y="[^"]*") textLength="([0-9.]+)"([^>]*)>((?:&#160;)*)([^<]*)<'
)


class Camera:
    """One terminal, one store and the clock of a scene.

    Attributes:
        now: the present instant; a scene moves it.
    """

    def __init__(self, store: Path) -> None:
        self.now = MORNING
        self.desk = Desk(store, Settings(), clock=lambda: self.now)
        self._app = PloApp(self.desk)
        self._pilot: Pilot[None]

    @asynccontextmanager
    async def running(self, size: tuple[int, int]) -> AsyncIterator[Camera]:
        """Open the app in a window of this size."""
        async with self._app.run_test(size=size) as self._pilot:
            yield self
        self.desk.close()

    def wait(self, minutes: float) -> None:
        """Let time pass; somebody is at the keys all the while, so no meeting shields itself."""
        self.now += timedelta(minutes=minutes)
        self.desk.touched_at = self.now

    async def press(self, *keys: str) -> None:
        """Press keys, one after another, each when the app has done with the one before."""
        for key in keys:
            await self._pilot.press(key)
            await self._pilot.pause()

    async def type(self, text: str) -> None:
        """Put a text where the cursor is, all at once."""
        await self._pilot.pause()  # a focus that was asked for is given first
        self._app.post_message(events.Paste(text))
        await self._pilot.pause()

    async def fill(self, *texts: str) -> None:
        """Fill in field after field of a form; an empty text leaves a field as it is."""
        for text in texts:
            if text:
                await self.type(text)
            await self.press("tab")

    async def say(self, text: str, *, shown: str = "") -> None:
        """Type a paragraph into the composer and save it."""
        await self.type(text)
        await self.press("enter")
        await self.sees(shown or text.rpartition(": ")[2][-25:])
        self.wait(1)

    async def sees(self, *words: str) -> None:
        """Wait until all these words stand on the screen.

        Raises:
            TimeoutError: they never did; its text is the screen.
        """
        loop = asyncio.get_running_loop()
        end = loop.time() + PATIENCE
        while not all(_close_up(word) in _close_up(self.screen) for word in words):
            if loop.time() > end:
                raise TimeoutError(f"{words} never stood on this screen:\n{self.screen}")
            await self._pilot.pause(0.02)

    async def go_to(self, words: str) -> None:
        """Move the cursor of the list that has it down to a row with these words.

        Raises:
            TimeoutError: no row has them.
        """
        rows = self._app.screen.query_one("*:focus", OptionList)
        await self.press("home")
        for _ in range(rows.option_count):
            if rows.highlighted is not None:
                row = rows.get_option_at_index(rows.highlighted)
                if _close_up(words) in _close_up(str(row.prompt)):
                    return
            await self.press("down")
        raise TimeoutError(f"No row says {words}:\n{self.screen}")

    async def take(self, name: str) -> None:
        """Take the picture that the guide calls by this name."""
        for box in (*self._app.screen.query(Input), *self._app.screen.query(TextArea)):
            box.cursor_blink = False
        await self._pilot.pause(0.5)  # what waits for the keys to rest is drawn now
        if isinstance(self._app.screen, MeetingScreen):
            self._app.screen.tick()  # its clocks are drawn as they stand now
        await self._pilot.pause()
        title = escape(name.replace("-", " ").capitalize())
        svg = _REMOTE_FONTS.sub("", self._app.export_screenshot(title=title))
        svg = _WORDS.sub(_without_margin, svg)
        (PICTURES / f"{name}.svg").write_text(svg, encoding="utf-8", newline="\n")

    async def resize(self, size: tuple[int, int]) -> None:
        """Make the window larger or smaller."""
        await self._pilot.resize_terminal(*size)
        await self._pilot.pause()

    def use_colours(self, theme: str) -> None:
        """Change the colours, without keeping them for next time."""
        self._app.theme = theme

    @property
    def screen(self) -> str:
        """Everything on the screen, as text."""
        strips = self._app.screen._compositor.render_strips(self._app.size)
        return "\n".join("".join(part.text for part in strip) for strip in strips)


def _without_margin(words: re.Match[str]) -> str:
    """Move a text to its first letter: some programs leave the spaces before it out."""
    x, y, length, rest, margin, text = words.groups()
    indent = _CELL * margin.count(";")
    at, left = float(x) + indent, max(float(length) - indent, 0)
    return f'x="{at:.1f}"{y} textLength="{left:.1f}"{rest}>{text}<'


def _close_up(words: str) -> str:
    """Return words without line breaks, frames and spaces, so that a wrapped sentence is found."""
    return re.sub(r"[\s│╭╮╰╯─▁▂▃▄▅▆▇█]+", "", words)
