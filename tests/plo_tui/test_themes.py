"""Colours: measured as they are drawn, and never black on black."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from frame_app import FrameApp, PlaceScreen, picture
from textual.color import Color
from textual.widgets import (
    Button,
    Checkbox,
    DataTable,
    Input,
    Label,
    OptionList,
    Select,
    TextArea,
)

from plo_tui.commands import bindings_for
from plo_tui.settings_table import THEME_CHOICES
from plo_tui.themes import next_theme
from plo_tui.widgets.case_bar import Kept, Standing

if TYPE_CHECKING:
    from rich.style import Style
    from textual.app import App, ComposeResult

LEAST = {"dark": 4.5, "light": 4.5, "high-contrast": 7.0}
"""WCAG 2.2: 1.4.3 Contrast (Minimum), 1.4.6 Contrast (Enhanced)."""

TONES = ("primary", "secondary", "accent", "warning", "error", "success")
GROUNDS = ("background", "surface", "panel")


class SampleScreen(PlaceScreen):
    """Every kind of widget and every tone on every ground."""

    place = "meeting"
    BINDINGS = bindings_for("meeting")
    AUTO_FOCUS = "DataTable"
    CSS = """
    TextArea, DataTable, OptionList { height: 4; }
    Label { width: auto; }
    """

    def body(self) -> ComposeResult:
        table: DataTable[str] = DataTable(cursor_type="row")
        table.add_column("Reference")
        table.add_rows([["PLO-2026-014"], ["PLO-2026-015"]])
        yield table
        yield Input(placeholder="Find a case")
        yield Input("Carter")
        yield TextArea(placeholder="Type what was said")
        yield TextArea("The bathroom has been done.")
        yield OptionList("First", "Second")
        yield Checkbox("Recorded", value=True)
        yield Select([("Chair", 1)], prompt="Who")
        for variant in ("default", "primary", "success", "warning", "error"):
            yield Button(variant.title(), variant=variant)
        for ground in GROUNDS:
            for tone in (*TONES, "foreground", "text-muted"):
                label = Label(f"{tone} on {ground}")
                label.styles.background = self.app.theme_variables[ground]
                label.styles.color = self.app.theme_variables[tone]
                yield label


def luminance(colour: Color) -> float:
    """WCAG's relative luminance."""
    parts = [part / 255 for part in colour.rgb]
    red, green, blue = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def weakest(app: App[None], *areas: str) -> tuple[float, str]:
    """The least contrast of any word drawn now, and the word; only in some widgets if named.

    A dialog's veil dims what is behind it, so there only the dialog's own widgets count.
    """
    found = (99.0, "")
    regions = [app.screen.query_one(area).region for area in areas] or [app.screen.region]
    strips = app.screen._compositor.render_strips()
    for region in regions:
        for strip in strips[region.y : region.bottom]:
            for segment in strip.crop(region.x, region.right):
                if any(character.isalnum() for character in segment.text):
                    found = min(found, (contrast(segment.style), f"{segment!r}"))
    return found


def contrast(style: Style | None) -> float:
    """WCAG's contrast ratio of a text and its ground, from 1 to 21."""
    assert style is not None
    assert style.color is not None
    assert style.bgcolor is not None
    text, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
    if style.reverse:
        text, ground = ground, text
    dark, light = sorted((luminance(text), luminance(ground)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("no_colour", [False, True], ids=["colours", "NO_COLOR"])
@pytest.mark.parametrize("theme", THEME_CHOICES)
async def test_every_word_can_be_read(
    theme: str, no_colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    if no_colour:
        monkeypatch.setenv("NO_COLOR", "1")
    app = FrameApp(SampleScreen, demo=True, theme=theme)
    async with app.run_test(size=(120, 110)) as pilot:
        app.first.standing = Standing("PLO-2026-014", "JC", "Initial meeting")
        app.first.kept = Kept.NOT_SAVED
        await pilot.pause()
        assert "text-muted on panel" in picture(app)
        assert weakest(app) >= (LEAST[theme], "")
        await pilot.press("f1")
        await pilot.pause()
        assert weakest(app, "#page") >= (LEAST[theme], "")
        await pilot.press("escape", "ctrl+p", "g")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert weakest(app, "CommandList", "CommandInput") >= (LEAST[theme], "")


async def test_the_command_changes_the_colours_round() -> None:
    app = FrameApp(SampleScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        seen = [app.theme]
        for _turn in THEME_CHOICES:
            await pilot.press("alt+c")
            await pilot.pause()
            seen.append(app.theme)
        assert seen == [*THEME_CHOICES, THEME_CHOICES[0]]


def test_a_stranger_is_followed_by_the_first() -> None:
    assert next_theme("textual-ansi") == THEME_CHOICES[0]
