"""Abbreviations: whole words only, in the case typed, and taken back by one key."""

from __future__ import annotations

import pytest
from test_composer import ComposerApp
from widget_app import Posted

from plo_tui.widgets.abbreviations import expansion
from plo_tui.widgets.composer import Composer

KNOWN = {"hv": "health visitor", "m": "mother", "lc": "Leeds City"}


def words(before: str, first_line: str | None = None) -> str:
    found = expansion(before, before if first_line is None else first_line, KNOWN)
    return found.words if found else ""


@pytest.mark.parametrize(
    ("before", "becomes"),
    [
        ("the hv", "health visitor"),
        ("hv", "health visitor"),
        ("Hv", "Health visitor"),
        ("HV", "Health visitor"),
        ("She left. HV", "Health visitor"),
        ("the HV", "health visitor"),
        ("the Hv", "Health visitor"),
        ("(hv", "health visitor"),
        ("“hv", "health visitor"),
        ("M", "Mother"),
        ("lc: hv", "health visitor"),
        ("/agreed hv", "health visitor"),
        ("lc: /view hv", "health visitor"),
        ("/action Ask the hv", "health visitor"),
        # never inside a word, a name, a capture word or the argument of one
        ("xhv", ""),
        ("ex-hv", ""),
        ("hv's", ""),
        ("@hv", ""),
        ("/hv", ""),
        ("and/hv", ""),
        ("/short hv", ""),
        ("/late lc", ""),
        ("/at m", ""),
        ("/find hv", ""),
        ("nothing", ""),
        ("", ""),
    ],
)
def test_what_stands_before_the_cursor(before: str, becomes: str) -> None:
    assert words(before) == becomes


def test_a_later_line_goes_by_the_word_at_the_start_of_the_first() -> None:
    assert words("hv", "/agreed the visits") == "health visitor"
    assert words("hv", "/find the visits") == ""


def test_only_the_last_characters_of_a_long_line_are_looked_at() -> None:
    assert words("x " * 50_000 + "hv") == "health visitor"


async def test_it_expands_at_a_space_or_a_sign_and_one_undo_takes_it_back() -> None:
    app = ComposerApp()
    async with app.run_test() as pilot:
        app.composer.abbreviations = KNOWN
        await pilot.press(*"Hv", "space", *"and hv.")
        assert app.composer.text == "Health visitor and health visitor."
        await pilot.press("ctrl+z")
        assert app.composer.text == "Health visitor and hv."
        await pilot.press("space", *"xhv", "space", *"lc:")
        assert app.composer.text == "Health visitor and hv. xhv lc:"
        assert app.composer.cursor_location == app.composer.document.end


async def test_in_the_middle_of_a_line_the_cursor_stays_behind_what_was_typed() -> None:
    app = ComposerApp()
    async with app.run_test() as pilot:
        app.composer.abbreviations = KNOWN
        await pilot.press(*"the", "space", *"came", *["left"] * 4, *"hv", "space", *"x")
        assert app.composer.text == "the health visitor xcame"


async def test_the_last_word_expands_as_the_paragraph_is_saved() -> None:
    app = ComposerApp()
    posted = Posted(Composer.Submitted)
    async with app.run_test(message_hook=posted) as pilot:
        app.composer.abbreviations = KNOWN
        await pilot.press(*"ask hv", "enter")
        assert posted.values("text") == ["ask health visitor"]


async def test_what_is_typed_while_saving_expands_apart_from_it() -> None:
    app = ComposerApp()
    posted = Posted(Composer.Submitted)
    async with app.run_test(message_hook=posted) as pilot:
        app.composer.abbreviations = KNOWN
        await pilot.press(*"one", "enter", *"hv", "space")
        app.composer.saved()
        await pilot.pause()
        assert app.composer.text == "health visitor "


async def test_what_is_typed_can_be_submitted_as_another_word() -> None:
    app = ComposerApp()
    posted = Posted(Composer.Submitted)
    async with app.run_test(message_hook=posted) as pilot:
        assert not app.composer.submit_as("unplaced")
        await pilot.press(*"one", "enter", *"lc: two")
        assert app.composer.submit_as("unplaced")
        app.composer.saved()
        await pilot.pause()
        assert posted.values("text") == ["one", "/unplaced lc: two"]
