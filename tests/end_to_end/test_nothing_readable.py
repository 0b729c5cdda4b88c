"""No word of a family stands in any file, whatever became of the program."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal, which Windows has not", allow_module_level=True)

from before_the_meeting import PASSPHRASE, unlock
from form_terminal import FormTerminal
from terminal import COMMAND

from plo_tui.demo import make_demo
from plo_tui.store.connection import connect
from plo_tui.store.copying import copy_store
from plo_tui.store.folder import STORE, make_folder
from plo_tui.store.key import sealed_key_file, write_key_file
from plo_tui.store.opening import prepare
from plo_tui.store.store import utc_now

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from plo_tui.store.key import StoreKey

pytestmark = pytest.mark.terminal

LOGIN = "someone"
FAMILY = "PLO-2026-014"
WORDS_OF_A_FAMILY = (
    ("case", "reference"),
    ("child", "full_name"),
    ("person", "full_name"),
    ("concern", "summary"),
    ("entry", "text"),
    ("planline", "what"),
    ("staff", "name"),
)
HALF = "the half sentence that was never finished about the landing"


def sealed_demo(folder: Path, elsewhere: Path) -> tuple[StoreKey, set[str]]:
    """Put the demo's families into a store with a passphrase; return its key and their words."""
    make_demo(elsewhere, utc_now(), LOGIN)
    key_file, key, _recovery = sealed_key_file(PASSPHRASE)
    make_folder(folder)
    write_key_file(folder, key_file)
    open_key = prepare(elsewhere)
    copy_store(elsewhere / STORE, open_key, folder / STORE, key)
    with closing(connect(elsewhere / STORE, open_key)) as plain:
        words = {
            str(row[0])
            for table, column in WORDS_OF_A_FAMILY
            for row in plain.execute(f'SELECT "{column}" FROM "{table}"')  # noqa: S608
        }
    return key, {word for word in words if len(word) >= 8}


def half_is_kept(store: Path, key: StoreKey) -> bool:
    """Whether the half sentence is in the store already."""
    with closing(connect(store / STORE, key)) as plain:
        rows: list[tuple[str]] = plain.execute("SELECT text FROM unfinished").fetchall()
    return rows == [(HALF,)]


def assert_nothing_readable(home: Path, words: set[str]) -> set[str]:
    """Read every byte of every file, and return the files' names."""
    files = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    for word in words:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            sought = word.encode(encoding)
            found = [path.name for path, content in files.items() if sought in content]
            assert not found, f"{word!r} stands in {found}"
    return {path.name for path in files}


def test_no_file_says_a_word_of_a_family(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home, temporary = tmp_path / "home", tmp_path / "home" / "tmp"
    temporary.mkdir(parents=True)
    store = home / "store"
    key, words = sealed_demo(store, tmp_path_factory.mktemp("demo") / "store")
    words |= {HALF, HALF[:30]}
    assert len(words) > 100
    env = {
        "HOME": str(home),
        "TMPDIR": str(temporary),
        "SQLITE_TMPDIR": str(temporary),
        "LOGNAME": LOGIN,
        "PLO_TUI_CONFIG": str(home / "config.toml"),
    }
    with FormTerminal("--store", store, env=env) as screen:
        unlock(screen)
        minute_half_a_sentence(screen)
        screen.wait_until(lambda: half_is_kept(store, key), "the half sentence was not kept")
        while_open = assert_nothing_readable(home, words)
        assert {"store.db", "store.db-wal", "store.key"} <= while_open
        os.kill(screen.process, signal.SIGSEGV)
        screen.wait_for_end()
    assert_nothing_readable(home, words)
    with FormTerminal("--store", store, env=env) as screen:
        unlock(screen)
        go_back_to_half_a_sentence(screen)
        screen.press("F5")
        screen.wait_for("Locked", "Nothing is lost")
        assert_nothing_readable(home, words)
        screen.press("ctrl+q")
        assert screen.wait_for_end() == 0
    backed_up(env, store, home)
    closed = assert_nothing_readable(home, words)
    assert "store.db-wal" not in closed
    assert len([name for name in closed if name.endswith(".plobackup")]) == 2
    assert not list(temporary.iterdir())


def minute_half_a_sentence(screen: FormTerminal) -> None:
    """Begin the family's meeting, and stop in the middle of a sentence."""
    screen.wait_for(FAMILY, "Enter open")
    screen.press("Enter")
    screen.wait_for("Next: the initial meeting", "o meeting")
    screen.press("o")
    screen.wait_for("Begin the initial meeting of", "Not now")
    screen.press("Enter")
    screen.wait_for("1  Before we start", "F8 next")
    screen.type("Good day.")
    screen.press("Enter")
    screen.wait_for("Good day.", "saved")
    screen.type(HALF)
    screen.wait_for("half sentence that was never finished", "saved")


def go_back_to_half_a_sentence(screen: FormTerminal) -> None:
    """Open the meeting again: the sentence is where it was left."""
    screen.wait_for(FAMILY, "Enter open")
    screen.press("Enter")
    screen.wait_for("The initial meeting is running", "o meeting")
    screen.press("o")
    screen.wait_for("half sentence that was never finished")


def backed_up(env: Mapping[str, str], store: Path, home: Path) -> None:
    """Write a backup, as a script would."""
    secret = home / "secret.txt"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    done = subprocess.run(
        [COMMAND, "backup", home / "copy.plobackup", "--store", store, "--passphrase-file", secret],
        env={**os.environ, **env},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
