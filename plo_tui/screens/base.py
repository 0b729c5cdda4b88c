"""What every screen has: the case bar, its body, the footer, help, and a least size."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.actions import parse
from textual.containers import Vertical
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

from plo_tui.commands import PLACES, commands_at
from plo_tui.commands.keys import key_label
from plo_tui.settings import Settings
from plo_tui.widgets.case_bar import CaseBar, Kept, Standing
from plo_tui.widgets.key_footer import Hint, KeyFooter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import time

    from textual.app import ComposeResult
    from textual.command import Provider

    from plo_tui.commands.command import Command
    from plo_tui.screens.help import HelpSection

LEAST_WIDTH, LEAST_HEIGHT = 80, 24
"""The smallest window, in cells, in which no screen loses anything."""

Result = TypeVar("Result")


def _palette() -> type[Provider]:
    """Load the palette's commands when it is first opened, not before the first frame."""
    from plo_tui.screens.palette import CommandsHere

    return CommandsHere


class TooSmall(Widget):
    """Covers a screen that has too little room; what is under it stays as it is."""

    def render(self) -> str:
        """Say how large the window is and has to be."""
        now = self.app.size
        return (
            f"This window is {now.width}×{now.height}. plo-tui needs at least "
            f"{LEAST_WIDTH}×{LEAST_HEIGHT}: make it larger. Nothing is lost."
        )


class PloScreen(Screen[Result]):
    """A screen of the app. A screen made from it sets `place` and `BINDINGS`, and fills `body`.

    It asks two things of the app, if it has them: `settings`, for the user's own keys, and
    `demo`, whether the store is the demo's. The screen has the class `-wide` from 120 columns.
    """

    place: ClassVar[str]
    """The name of its place in `plo_tui.commands.PLACES`."""

    keys_in_turn = False
    """Whether a key behind one that may move the cursor waits until it has moved."""

    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_palette}
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual declares it
        (0, "-narrow"),
        (LEAST_WIDTH, "-standard"),
        (120, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual declares it
        (0, "-short"),
        (LEAST_HEIGHT, "-tall"),
    ]

    # The bar alone draws these: the screen itself need not be painted again for them.
    standing: reactive[Standing] = reactive(Standing(), repaint=False)
    kept: reactive[Kept] = reactive(Kept.NOTHING, repaint=False)
    kept_at: reactive[time | None] = reactive(None, repaint=False)

    def __init__(self, name: str | None = None) -> None:
        super().__init__(name)
        self.css_path = [Path(__file__).with_suffix(".tcss"), *self.css_path]

    @property
    def help_text(self) -> str:
        """What this place is for, in two or three plain sentences."""
        return PLACES[self.place].purpose

    @property
    def comes_next(self) -> str:
        """The name of the command to do next, which leads the footer; empty where none does."""
        return ""

    def compose(self) -> ComposeResult:
        """Lay the screen out round its body."""
        bar = CaseBar().data_bind(PloScreen.standing, PloScreen.kept, PloScreen.kept_at)
        bar.demo = bool(getattr(self.app, "demo", False))
        yield bar
        with Vertical(id="body"):
            yield from self.body()
        yield KeyFooter()
        yield TooSmall()

    def body(self) -> ComposeResult:
        """Everything between the first line and the last."""
        yield from ()

    def help_sections(self) -> Sequence[HelpSection]:
        """More for the help of this place than its keys; nothing unless a screen says so."""
        return ()

    def on_mount(self) -> None:
        """Keep the footer true: to the focus, and to what can be done now."""
        self.bindings_updated_signal.subscribe(self, lambda _screen: self._show_keys())
        self._show_keys()

    def commands_here(self) -> list[Command]:
        """Everything that can be done now, this place's own commands first."""
        return [command for command in commands_at(self.place) if self._possible(command)]

    def keys_now(self, command: Command) -> tuple[str, ...]:
        """The keys that run it now, as printed: the user's own, none that would type a letter."""
        settings = getattr(self.app, "settings", Settings())
        focused = self.focused
        return tuple(
            key_label(key)
            for key in settings.keys.get(command.name, command.keys)
            if len(key) > 1 or focused is None or not focused.check_consume_key(key, key)
        )

    async def run_command(self, command: Command) -> None:
        """Do it, as its key would."""
        await self.app.run_action(command.call, self)

    def action_help(self) -> None:
        """Show what this place is for, and its keys as they are now."""
        from plo_tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen.of(self))

    def action_shield(self) -> None:
        """Cover the screen, whatever stands on it."""
        from plo_tui.screens.cover import cover

        cover(self.app)

    def action_close(self) -> None:
        """Go back to the screen this one was opened from; the first one stays."""
        *_others, below, _this = (None, *self.app.screen_stack)
        if isinstance(below, PloScreen):
            self.app.pop_screen()

    async def keep_words(self) -> bool:
        """Keep what is being typed, as the app is left now; False where it could not be."""
        return True

    def _possible(self, command: Command) -> bool:
        """Whether the screen, or the app for `app.` commands, lets it run now."""
        target, action, parameters = parse(command.call)
        node = self.app if target == "app" else self
        return node.check_action(action, parameters) is True

    def _show_keys(self) -> None:
        """Give the footer its hints, in their order of importance: what comes next leads."""
        mine: list[Hint] = []
        everywhere: list[Hint] = []
        following = self.comes_next
        here = self.commands_here()
        for command in sorted(here, key=lambda one: (one.name != following, one.footer or 0)):
            keys = self.keys_now(command)
            if command.footer is None or not keys:
                continue
            hint = Hint(keys[0], command.title, command.call)
            (everywhere if command in PLACES["app"].commands else mine).append(hint)
        footer = self.query_one(KeyFooter)
        footer.hints, footer.always = tuple(mine), tuple(everywhere)
