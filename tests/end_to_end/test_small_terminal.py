"""The smallest window there may be, and what a terminal can do to a program."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal, which Windows has not", allow_module_level=True)

from terminal import COMMAND, Terminal

from plo_tui.commands import commands_at
from plo_tui.commands.keys import key_label

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

pytestmark = pytest.mark.terminal

FAMILY = "PLO-2026-014"
"""The demo's family whose initial meeting is today."""


@pytest.fixture
def env(tmp_path: Path) -> Mapping[str, str]:
    """Settings and logs of its own."""
    return {"HOME": str(tmp_path), "PLO_TUI_CONFIG": str(tmp_path / "config.toml")}


def open_demo(
    tmp_path: Path, env: Mapping[str, str], columns: int = 80, rows: int = 24
) -> Terminal:
    return Terminal("demo", "--store", tmp_path / "demo", env=env, columns=columns, rows=rows)


def begin_the_meeting(screen: Terminal) -> None:
    """Open the family's case, and begin its initial meeting."""
    screen.wait_for(FAMILY, "Enter open")
    screen.press("Enter")
    screen.wait_for("Next: the initial meeting", "o meeting")
    screen.press("o")
    screen.wait_for("Begin the initial meeting of", "Not now")
    screen.press("Enter")
    screen.wait_for("1  Before we start", "F8 next")


def go_back_to_it(screen: Terminal) -> None:
    """Open the case again, and go on with the meeting."""
    screen.wait_for(FAMILY, "Enter open")
    screen.press("Enter")
    screen.wait_for("The initial meeting is running", "o meeting")
    screen.press("o")


def test_a_meeting_in_80_by_24(tmp_path: Path, env: Mapping[str, str]) -> None:
    with open_demo(tmp_path, env) as screen:
        begin_the_meeting(screen)
        assert_footer_is_whole(screen)
        screen.press("F8")
        screen.wait_for("2  Welcome", "F12 shows the rest of the screen.")
        screen.press("F12")
        for words, shown in {
            "lc: Good morning.": "Ms Carter: Good morning.",
            "I have read the letter.": "Ms Carter: I have read the letter.",
            "/agreed We stop when anyone asks.": "AGREED",
        }.items():
            screen.type(words)
            screen.press("Enter")
            screen.wait_for(shown)
        screen.press("F4")
        screen.wait_for("MUST", "“Before we start” is not covered")
        assert_footer_is_whole(screen)
        screen.press("Enter")
        screen.wait_for("1  Before we start", "F8 next")
        screen.type("/left lc")
        screen.press("Enter")
        screen.wait_for("Ms Carter: left.")
        screen.press("ctrl+q")
        assert screen.wait_for_end() == 0
    with open_demo(tmp_path, env) as screen:
        go_back_to_it(screen)
        screen.wait_for("╭─────")
        screen.type("Typed before it was read.")
        screen.press("F8", "ctrl+t")
        screen.wait_for("of 5 min", "F8 next")
        screen.press("F7", "F7")
        screen.wait_for("1  Before we start")
        screen.press("F8")
        screen.wait_for("2  Welcome", "F12 shows the rest of the screen.")
        screen.press("F12")
        screen.wait_for("Ms Carter: Good morning.", "Ms Carter: I have read the letter.")
        screen.wait_for("Typed before it was read.")
    assert not list(tmp_path.rglob("crash.log"))


def assert_footer_is_whole(screen: Terminal) -> None:
    """Every hint has the whole of its key and its words; help and commands are always there."""
    meant = {
        f"{key_label(key)} {command.title}"
        for command in commands_at("meeting")
        for key in command.keys
    }
    hints = [hint.strip() for hint in screen.footer.split("  ") if hint.strip()]
    assert hints[-2:] == ["F1 help", "^p commands"]
    assert len(hints) > 4
    assert set(hints) <= meant


def test_a_hundred_thousand_characters_are_refused_and_kept(
    tmp_path: Path, env: Mapping[str, str]
) -> None:
    with open_demo(tmp_path, env) as screen:
        begin_the_meeting(screen)
        screen.paste("word " * 20_000 + "TOO-LONG")
        screen.wait_for("That is 100,008 characters")
        screen.paste("word " * 20_000)
        screen.paste("THE-END")
        screen.wait_for("THE-END", "saved")
        screen.press("Enter")
        screen.wait_for("This is 100,007 characters long; 99,999 is the most. Split it in two.")
        screen.wait_for("THE-END", "NOT SAVED")
        screen.kill()
    with open_demo(tmp_path, env) as screen:
        go_back_to_it(screen)
        screen.wait_for("1  Before we start", "THE-END")
        screen.press("Enter")
        screen.wait_for("This is 100,007 characters long; 99,999 is the most. Split it in two.")


def test_a_window_that_is_too_small_says_so(tmp_path: Path, env: Mapping[str, str]) -> None:
    with Terminal("--store", tmp_path / "store", env=env, columns=80, rows=23) as screen:
        screen.wait_for("This window is 80×23. plo-tui needs at least")
        assert "80×24: make it larger. Nothing is lost." in " ".join(screen.text.split())
        screen.press("ctrl+q")
        assert screen.wait_for_end() == 0


@pytest.mark.parametrize("words", [(), ("demo",)])
def test_without_a_terminal_there_is_one_plain_sentence(
    tmp_path: Path, env: Mapping[str, str], words: tuple[str, ...]
) -> None:
    refused = subprocess.run(
        [str(COMMAND), *words, "--store", str(tmp_path / "store")],
        env={**os.environ, **env},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert refused.returncode == 2
    assert refused.stdout == ""
    assert "The app needs a terminal to open in." in refused.stderr
    assert len(refused.stderr.splitlines()) == 1
    assert not (tmp_path / "store").exists()
