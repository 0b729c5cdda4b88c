"""One form in the app's frame, and what a test does with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.events import Paste

from plo_tui.commands import bindings_for
from plo_tui.screens.form import FormScreen
from plo_tui.themes import use_theme
from plo_tui.widgets.form_fields import ChoiceField

if TYPE_CHECKING:
    from uuid import UUID

    from textual.pilot import Pilot
    from textual.screen import Screen

    from agenda.papers import Papers
    from plo_tui.desk import Desk


class OneScreenApp(App[None]):
    """The app's frame round one screen, and what it ended with."""

    COMMANDS = set()  # noqa: RUF012 - as Textual declares it
    BINDINGS = bindings_for("app")

    def __init__(self, desk: Desk, first: Screen[Any]) -> None:
        super().__init__()
        self.desk = desk
        self.settings = desk.settings
        self.demo = desk.demo
        self.first = first
        self.ended_with: list[object] = []
        use_theme(self, "dark")

    def on_mount(self) -> None:
        self.push_screen(self.first, self.ended_with.append)


@dataclass
class Carter:
    """The family's keys."""

    case: UUID
    episode: UUID
    josie: UUID
    leo: UUID
    baby: UUID
    mother: UUID
    father: UUID
    neglect: UUID
    line: UUID
    meeting: UUID
    papers: Papers


def form_of(app: App[Any]) -> FormScreen[Any]:
    """The form that is seen now."""
    form = app.screen
    assert isinstance(form, FormScreen)
    return form


async def type_in(pilot: Pilot[None], words: str) -> None:
    """Put words where the cursor is, all at once."""
    pilot.app.post_message(Paste(words))
    await pilot.pause()


async def into(pilot: Pilot[None], key: str, words: str = "") -> None:
    """Go to a field and put words there, all at once."""
    form = form_of(pilot.app)
    form.field(key).focus_editor()
    await pilot.pause()
    if words:
        await type_in(pilot, words)


async def instead(pilot: Pilot[None], key: str, words: str) -> None:
    """Put words in a line in the place of what stands there."""
    form_of(pilot.app).field(key).editor.clear()  # type: ignore[attr-defined]
    await into(pilot, key, words)


def choose(app: App[Any], key: str, chosen: object) -> None:
    """Choose something in a list."""
    field = form_of(app).field(key)
    assert isinstance(field, ChoiceField)
    field.value = chosen


async def save(pilot: Pilot[None], key: str = "f10") -> None:
    """Press a key that saves."""
    await pilot.press(key)
    await pilot.pause()


def beneath(app: App[Any], key: str) -> str:
    """What is said beneath a field of the form that is seen now; empty where nothing is."""
    said = form_of(app).field(key).beneath
    return str(said.content) if said.display else ""


def picture(app: App[Any]) -> str:
    """The whole terminal as it is drawn now."""
    strips = app.screen._compositor.render_strips(app.size)
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)
