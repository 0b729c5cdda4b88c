"""Keys as a terminal sends them: the bytes of every key of every command arrive as that key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser

from plo_tui.app import PloApp
from plo_tui.commands import PLACES
from plo_tui.desk import Desk
from plo_tui.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

NAMED = {
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "f7": "\x1b[18~",
    "f8": "\x1b[19~",
    "f9": "\x1b[20~",
    "f10": "\x1b[21~",
    "f12": "\x1b[24~",
    "enter": "\r",
    "delete": "\x1b[3~",
    "ctrl+up": "\x1b[1;5A",
    "left": "\x1b[D",
    "right": "\x1b[C",
    "alt+left": "\x1b[1;3D",
    "alt+right": "\x1b[1;3C",
    "alt+up": "\x1b[1;3A",
    "alt+down": "\x1b[1;3B",
    "alt+home": "\x1b[1;3H",
    "alt+end": "\x1b[1;3F",
    "alt+insert": "\x1b[2;3~",
    "alt+delete": "\x1b[3;3~",
    "alt+pageup": "\x1b[5;3~",
    "alt+pagedown": "\x1b[6;3~",
    "space": " ",
    "?": "?",
}
KEYS = sorted({key for place in PLACES.values() for one in place.commands for key in one.keys})


@pytest.fixture(autouse=True)
def _keys_of_the_app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sequences = dict(ANSI_SEQUENCES_KEYS)
    monkeypatch.setattr("textual._ansi_sequences.ANSI_SEQUENCES_KEYS", sequences)
    monkeypatch.setattr("textual._xterm_parser.ANSI_SEQUENCES_KEYS", sequences)
    PloApp(Desk(tmp_path, Settings()))


def sent_for(key: str) -> str:
    """Return what an xterm sends for a key."""
    if key in NAMED or len(key) == 1:
        return NAMED.get(key, key)
    modifier, letter = key.split("+")
    return f"\x1b{letter}" if modifier == "alt" else chr(ord(letter.upper()) - 64)


def arrived(sent: str) -> list[str]:
    """Return the keys that the app reads at once in what a terminal sent."""
    return [one.key for one in XTermParser().feed(sent) if isinstance(one, events.Key)]


# The first byte of every other key is what Escape sends: it is read after a wait.
@pytest.mark.parametrize("key", [key for key in KEYS if key != "escape"])
def test_every_key_of_every_command_arrives_from_a_terminal(key: str) -> None:
    spelled = {"?": "question_mark", "/": "slash", "+": "plus"}
    assert arrived(sent_for(key)) == [spelled.get(key, key)]


def test_what_is_typed_right_behind_alt_is_not_lost() -> None:
    assert arrived("\x1b3so") == ["alt+3", "s", "o"]
    assert arrived("\x1bpso") == ["alt+p", "s", "o"]


def test_what_iterm_sends_for_a_word_to_the_side_still_moves_there() -> None:
    assert arrived("\x1bb\x1bf") == ["ctrl+left", "ctrl+right"]
