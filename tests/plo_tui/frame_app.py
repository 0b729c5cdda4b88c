"""A small app on the real frame: real places, real keys, and actions that say they ran."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.widgets import Button, Input, Static, TextArea

from plo_tui.commands import PLACES, bindings_for, keymap
from plo_tui.screens.base import PloScreen
from plo_tui.settings import Settings
from plo_tui.themes import next_theme, use_theme

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.screen import Screen


class PlaceScreen(PloScreen[None]):
    """A place whose every action writes its name down."""

    def __init__(self) -> None:
        super().__init__()
        self.ran: list[str] = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("action_") and name[7:] in ACTIONS[self.place]:
            return lambda *arguments: self.ran.append(name[7:] + "".join(map(str, arguments)))
        raise AttributeError(name)


ACTIONS = {place.name: {command.call for command in place.commands} for place in PLACES.values()}


class MeetingScreen(PlaceScreen):
    """The meeting: a composer with the focus."""

    place = "meeting"
    BINDINGS = bindings_for("meeting")
    AUTO_FOCUS = "TextArea"

    def body(self) -> ComposeResult:
        yield Static("The plan, line by line")
        yield TextArea(placeholder="Type what was said")


class HomeScreen(PlaceScreen):
    """The list of cases: nothing that takes letters has the focus at first."""

    place = "home"
    BINDINGS = bindings_for("home")
    AUTO_FOCUS = ""

    def body(self) -> ComposeResult:
        yield Input(placeholder="Find a case")
        yield Button("New case", variant="primary")


class FrameApp(App[None]):
    """The frame and nothing else."""

    COMMANDS = set()  # noqa: RUF012 - as Textual declares it
    BINDINGS = bindings_for("app")

    def __init__(
        self,
        first: type[PlaceScreen],
        settings: Settings | None = None,
        *,
        demo: bool = False,
        theme: str = "dark",
    ) -> None:
        super().__init__()
        self.settings = settings or Settings()
        self.demo = demo
        self.first = first()
        self.set_keymap(keymap(self.settings.keys))
        use_theme(self, theme)

    def on_mount(self) -> None:
        self.push_screen(self.first)

    def action_next_theme(self) -> None:
        self.theme = next_theme(self.theme)


def on_top(app: App[None]) -> Screen[Any]:
    """The screen that is seen now; asked anew each time."""
    return app.screen


def row(app: App[None], y: int) -> str:
    """One row of the terminal as it is drawn now, with its last columns."""
    strips = app.screen._compositor.render_strips(app.size)
    return "".join(segment.text for segment in strips[y])


def picture(app: App[None]) -> str:
    """The whole terminal as it is drawn now."""
    return "\n".join(row(app, y) for y in range(app.size.height))
