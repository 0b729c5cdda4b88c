"""Text on a widget: as typed, never obeyed, never wider than its room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.widgets import DataTable, OptionList, Static

from plo_tui.widgets.shown import plain, shorten, shown, shown_cell

WILD = "[/b] \x1b]0;owned\x07 \u202etxet\u202c \u200fשלום 👩‍👧‍👦 \x9b2J"
TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"


class WidgetsApp(App[None]):
    """The three widgets that read markup in a plain `str`."""

    def compose(self) -> ComposeResult:
        yield Static(shown(WILD))
        yield OptionList(shown(WILD))
        yield DataTable()

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        table.add_column("What was said")
        table.add_row(shown_cell(WILD))


async def test_wild_text_stands_on_every_kind_of_widget() -> None:
    app = WidgetsApp()
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        lines = ["".join(segment.text for segment in strip) for strip in strips]
        assert sum("[/b] ␛]0;owned␇ ⟨RLO⟩txet⟨PDF⟩" in line for line in lines) == 3
        drawn = "".join(lines)
        assert not set(drawn) & set(TURNS + "\x1b\x07\x9b")


@given(st.text(st.characters()))
def test_a_terminal_gets_nothing_that_it_obeys(text: str) -> None:
    sent = plain(text)
    assert not any(ord(char) < 32 and char != "\n" for char in sent)
    assert not any(0x7F <= ord(char) < 0xA0 for char in sent)
    assert not set(sent) & set(TURNS)


def test_a_style_covers_the_whole_text() -> None:
    assert shown("[b]x", "bold").plain == "[b]x"
    assert [str(span.style) for span in shown("[b]x", "bold").spans] == ["bold"]


@given(st.text(st.characters()), st.integers(0, 60))
def test_shortened_text_fits_its_room(text: str, cells: int) -> None:
    line = shorten(text, cells)
    assert cell_len(line) <= cells
    assert "\n" not in line


@pytest.mark.parametrize(
    ("text", "cells", "line"),
    [
        ("Carter", 6, "Carter"),
        ("Carter", 5, "Cart…"),
        ("Carter", 1, "…"),
        ("Carter", 0, ""),
        ("日本語", 5, "日本…"),
        ("日本語", 4, "日…"),
        ("a👩‍👧‍👦b", 4, "a👩‍👧‍👦b"),
        ("a👩‍👧‍👦bc", 4, "a👩‍👧‍👦…"),
        ("a👩‍👧‍👦bc", 3, "a…"),
        ("two\nlines", 9, "two lines"),
        ("x" * 100_000, 4, "xxx…"),
    ],
)
def test_shortened(text: str, cells: int, line: str) -> None:
    assert shorten(text, cells) == line
