"""Everything that can be done here, for Textual's command palette."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Provider
from textual.content import Content

from plo_tui.screens.base import PloScreen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.command import Hits

    from plo_tui.commands.command import Command


class CommandsHere(Provider):
    """The commands of the screen it was opened from, and those of the app, by their sentence."""

    async def discover(self) -> Hits:
        """Every command, in the order of the help."""
        for screen, command in self._commands():
            yield DiscoveryHit(
                Content(command.sentence),
                partial(screen.run_command, command),
                text=command.sentence,
                help=_ways(screen, command),
            )

    async def search(self, query: str) -> Hits:
        """The commands whose sentence, footer title or word fits what was typed."""
        matcher = self.matcher(query)
        for screen, command in self._commands():
            names = (command.sentence, command.title, command.word)
            if score := max(matcher.match(name) for name in names):
                yield Hit(
                    score,
                    matcher.highlight(command.sentence),
                    partial(screen.run_command, command),
                    text=command.sentence,
                    help=_ways(screen, command),
                )

    def _commands(self) -> Iterator[tuple[PloScreen[object], Command]]:
        screen = self.screen
        if isinstance(screen, PloScreen):
            for command in screen.commands_here():
                if command.in_palette and not command.numbered:
                    yield screen, command


def _ways(screen: PloScreen[object], command: Command) -> str:
    """Its keys; the palette reads markup here, so a bracket is escaped."""
    return "  ".join(screen.keys_now(command)).replace("[", "\\[")
