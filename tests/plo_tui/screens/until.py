"""Waiting for what a user would wait for: words on the screen, or a screen on top."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from live_meeting import picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

PATIENCE = 30
"""Seconds: only a machine that is very busy needs more than a fraction of one."""


async def until(pilot: Pilot[Any], condition: Callable[[], bool]) -> None:
    """Let the app go on until something is so."""
    loop = asyncio.get_running_loop()
    end = loop.time() + PATIENCE
    while not condition():
        assert loop.time() < end, picture(pilot.app)
        await pilot.pause()


async def until_shown(pilot: Pilot[Any], *words: str) -> str:
    """Let the app go on until these words stand on the screen, and return all of it."""

    def there() -> bool:
        page = one_line(picture(pilot.app))
        return all(one_line(word) in page for word in words)

    await until(pilot, there)
    return picture(pilot.app)


async def write(pilot: Pilot[Any], text: str) -> None:
    """Type a text where the cursor is."""
    await pilot.press(*("space" if letter == " " else letter for letter in text))


def one_line(page: str) -> str:
    """A page without its line breaks and frames, so that a wrapped sentence is found."""
    return " ".join(page.replace("│", " ").split())
