"""A terminal that goes away, shrinks to nothing or stops, and a disk that fills in mid-meeting.

Whatever the screen had called saved is in the store, and so is the sentence being typed.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal, which Windows has not", allow_module_level=True)

from terminal import Terminal

from benchmarks.faults.disk import fill, small_disk
from plo_tui.store.connection import connect
from plo_tui.store.folder import STORE
from plo_tui.store.opening import prepare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

pytestmark = pytest.mark.terminal

FAMILY = "PLO-2026-014"
SAID = "The stairs are clear."
HALF = "and the children sl"


@pytest.fixture(scope="module")
def env(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Settings and logs of their own."""
    home = tmp_path_factory.mktemp("home")
    return {"HOME": str(home), "PLO_TUI_CONFIG": str(home / "config.toml")}


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory, env: Mapping[str, str]) -> Path:
    """A demo whose initial meeting has begun, and is at its second item."""
    store = tmp_path_factory.mktemp("faults") / "demo"
    with Terminal("demo", "--store", store, env=env, columns=80, rows=24) as screen:
        for key, shown in (("Enter", "o meeting"), ("o", "Not now"), ("Enter", "F4 to do")):
            screen.wait_for(FAMILY)
            screen.press(key)
            screen.wait_for(shown)
        screen.press("F8")
        screen.wait_for("2  Welcome", "F12 shows")
        screen.press("ctrl+q")
        assert screen.wait_for_end() == 0
    return store


@contextmanager
def minuting(begun: Path, store: Path, env: Mapping[str, str]) -> Iterator[Terminal]:
    """Somebody in the meeting, who has saved a paragraph and begun another."""
    if not store.exists():
        shutil.copytree(begun, store)
    with Terminal("demo", "--store", store, env=env, columns=80, rows=24) as screen:
        screen.wait_for(FAMILY, "Enter open")
        screen.press("Enter")
        screen.wait_for("The initial meeting is running", "o meeting")
        screen.press("o")
        screen.wait_for("2  Welcome", "F12 shows")
        screen.press("F12")
        screen.wait_until_gone("F12 shows")
        screen.type(SAID)
        screen.press("Enter")
        minuted = re.compile(rf"\d\d:\d\d {SAID}")  # in the composer no time stands before it
        screen.wait_until(lambda: bool(minuted.search(screen.text)), "it was not minuted")
        screen.type(HALF)
        screen.wait_for(HALF)
        yield screen


def assert_all_is_kept(store: Path, *, said: str = SAID, half: str = HALF) -> None:
    """The paragraph and the unfinished words are there, and the store was closed."""
    assert {file.name for file in store.iterdir()} == {STORE, "store.key"}
    connection = connect(store / STORE, prepare(store))
    last = connection.execute("SELECT text FROM entry ORDER BY id DESC LIMIT 1").fetchone()
    unfinished = connection.execute("SELECT text FROM unfinished").fetchall()
    connection.close()
    assert last == (said,)
    assert unfinished == ([(half,)] if half else [])


def assert_no_trace(env: Mapping[str, str], screen: Terminal) -> None:
    assert "Traceback" not in screen.text
    assert not [file for _, _, files in os.walk(env["HOME"]) for file in files if "crash" in file]


def test_told_to_end_it_leaves_the_terminal_usable(
    begun: Path, tmp_path: Path, env: Mapping[str, str]
) -> None:
    with minuting(begun, tmp_path / "store", env) as screen:
        screen.send_signal(signal.SIGTERM)
        assert screen.wait_for_end() == 128 + signal.SIGTERM
        assert screen.echoes
        assert_no_trace(env, screen)
    assert_all_is_kept(tmp_path / "store")


def test_a_closed_window_or_a_dropped_connection_ends_it_with_everything_kept(
    begun: Path, tmp_path: Path, env: Mapping[str, str]
) -> None:
    with minuting(begun, tmp_path / "store", env) as screen:
        assert screen.hang_up() == 128 + signal.SIGHUP
        assert_no_trace(env, screen)
    assert_all_is_kept(tmp_path / "store")


def test_a_terminal_that_takes_nothing_does_not_keep_it_from_ending(
    begun: Path, tmp_path: Path, env: Mapping[str, str]
) -> None:
    with minuting(begun, tmp_path / "store", env) as screen:
        for _ in range(150):
            screen.press("F1", "Escape")  # each draws the whole screen, and nobody reads it
        screen.send_signal(signal.SIGTERM)
        assert screen.wait_unseen() == 128 + signal.SIGTERM
    assert_all_is_kept(tmp_path / "store")


def test_shrunk_to_nothing_stopped_and_gone_on_with(
    begun: Path, tmp_path: Path, env: Mapping[str, str]
) -> None:
    with minuting(begun, tmp_path / "store", env) as screen:
        for columns, rows in ((1, 1), (0, 0), (500, 1), (2, 60)):
            screen.resize(columns, rows)
            screen.type("e")
        screen.resize(80, 24)
        screen.wait_for(f"{HALF}eeee", "2  Welcome")
        for stopping, put_away in ((signal.SIGTSTP, True), (signal.SIGSTOP, False)):
            screen.send_signal(stopping)
            screen.wait_until_stopped()
            assert screen.echoes is put_away
            screen.wipe()
            screen.send_signal(signal.SIGCONT)
            screen.wait_for(f"{HALF}eeee", "2  Welcome")
            assert not screen.echoes
        screen.type("p well.")
        screen.press("Enter")
        screen.wait_for("p well.")
        screen.type(HALF)  # and gone before the screen has shown it
        screen.press("ctrl+q")
        assert screen.wait_for_end() == 0
        assert_no_trace(env, screen)
    assert_all_is_kept(tmp_path / "store", said=f"{HALF}eeeep well.")


@contextmanager
def disk_that_can_be_full(
    folder: Path,
) -> Iterator[tuple[Path, Callable[[Terminal, bool], object]]]:
    """A folder on a small disk; where none may be mounted, one that takes no larger file."""
    try:
        with small_disk(folder) as disk:
            yield disk, lambda _, full: fill(disk) if full else (disk / "filler").unlink()
    except PermissionError:
        yield folder, _take_no_more


def _take_no_more(screen: Terminal, full: bool) -> None:
    import resource

    most = 0 if full else resource.RLIM_INFINITY
    resource.prlimit(screen._pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


@pytest.mark.skipif(sys.platform != "linux", reason="neither a disk nor a limit can be set there")
def test_a_full_disk_in_mid_meeting(begun: Path, tmp_path: Path, env: Mapping[str, str]) -> None:
    with disk_that_can_be_full(tmp_path / "disk") as (disk, make_full):
        store = disk / "store"
        with minuting(begun, store, env) as screen:
            make_full(screen, True)
            # More than the room that the latest changes have taken already.
            screen.paste(" and " + "so on " * 12_000)
            screen.wait_for("NOT SAVED")
            screen.wait_for("so this was not saved", "so on so on")
            screen.press("ctrl+q")
            screen.wait_for("What you are typing")
            make_full(screen, False)
            screen.press("Enter")
            screen.wait_until_gone("NOT SAVED")
            screen.wait_for("saved ")
            screen.type(HALF)
            screen.press("ctrl+q")
            assert screen.wait_for_end() == 0
            assert_no_trace(env, screen)
        assert_all_is_kept(store, said=f"{HALF} and {'so on ' * 12_000}".strip())
