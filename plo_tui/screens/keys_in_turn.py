"""Keys in a form, each acted on before the next: what is typed fast lands where it was meant.

Textual hands a key to the widget with the focus and reads the next one at once. A Tab moves the
focus only when it has gone from the field up to the screen, so a letter right behind it, as when
a slow line hands over several keys together, would still go to the field before.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Any

from textual.events import Paste

from plo_tui.screens.base import PloScreen

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from textual.app import App
    from textual.dom import DOMNode
    from textual.events import Key
    from textual.screen import Screen

PATIENCE = 5.0
"""Seconds after which a key that is still being acted on holds the next ones no longer."""


def way_up(screen: Screen[Any]) -> list[DOMNode]:
    """Return the nodes that a key goes through: from the one with the focus up to the screen."""
    nodes = (screen.focused or screen).ancestors_with_self
    return nodes[: nodes.index(screen) + 1]


async def settled(way: Iterable[DOMNode]) -> None:
    """Wait until all that waits at these nodes, one after the other, has been acted on."""
    for node in way:
        arrived = asyncio.Event()
        while node.call_later(arrived.set):  # behind all that waits there now
            await arrived.wait()
            if not node.message_queue_size:
                break
            arrived.clear()


class KeysInTurn:
    """Holds keys back behind one that may move the cursor, until it has moved."""

    def __init__(self, app: App[None], pass_on: Callable[[Key | Paste], Awaitable[None]]) -> None:
        self._app = app
        self._pass_on = pass_on
        self._held: deque[Key | Paste] | None = None

    async def take(self, key: Key | Paste) -> None:
        """Pass a key or a paste on, or hold it until the one before it has been acted on."""
        if self._held is not None:
            self._held.append(key)
            return
        way = self._way(key)
        await self._pass_on(key)
        if way:
            self._held = deque()
            self._app.run_worker(self._pass_on_the_rest(way), group="keys")

    async def _pass_on_the_rest(self, way: list[DOMNode]) -> None:
        held = self._held
        assert held is not None  # noqa: S101 - set where this was begun
        try:
            await self._acted_on(way)
            while held:
                key = held.popleft()
                way = self._way(key)
                await self._pass_on(key)
                await self._acted_on(way)
        finally:
            self._held = None

    def _way(self, key: Key | Paste) -> list[DOMNode]:
        """Return the nodes that a key goes through; none where it cannot move the cursor."""
        screen = self._app.screen
        if not isinstance(screen, PloScreen) or not screen.keys_in_turn:
            return []
        focused = screen.focused
        if focused is None or isinstance(key, Paste):
            return []
        if focused.check_consume_key(key.key, key.character):
            return []
        return [*way_up(screen), self._app]

    async def _acted_on(self, way: list[DOMNode]) -> None:
        """Wait until a key has gone its way, and what it shows or hides is so."""
        if not way:
            return
        try:
            async with asyncio.timeout(PATIENCE):
                await settled(way)
                drawn = asyncio.Event()
                if self._app.screen.call_after_refresh(drawn.set):
                    await drawn.wait()
        except TimeoutError:
            pass  # it went to something that has closed, or takes its time: typing goes on
