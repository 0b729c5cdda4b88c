"""Faults: a full disk, another program, damage, a kill. Nothing acknowledged is ever lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import traceback
from typing import Any

import pytest
from made_store import House
from opened_store import PASSPHRASE
from sqlcipher3 import dbapi2 as sqlcipher

from plo_tui.store.connection import connect
from plo_tui.store.folder import STORE
from plo_tui.store.problems import CannotOpen, NotSaved
from plo_tui.store.store import Store
from plo_tui.store.unfinished import read_unfinished

SECRET = "Josephine-Quillfeather"  # noqa: S105 - a family's words, not a password


def test_a_full_disk_says_so_and_loses_nothing(
    made: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: Any) -> Any:
        opened = connect(*args)
        pages = opened.execute("PRAGMA page_count").fetchone()[0]
        opened.execute(f"PRAGMA max_page_count={pages}")
        return opened

    made.add("Before.")
    before = len(made.journal())
    monkeypatch.setattr("plo_tui.store.store.connect", full)
    with pytest.raises(NotSaved, match=r"disk is full.*your words are still here"):
        House(made.folder, made.keys).add("x" * 50_000)
    assert made.texts() == ["Before."]
    assert len(made.journal()) == before
    monkeypatch.undo()
    made.add("After.")
    assert made.texts() == ["Before.", "After."]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a file's size")
def test_a_disk_that_stops_writing_says_so(made: House) -> None:
    import resource

    made.add("Before.")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(NotSaved, match="not saved"):
            made.add("x" * 50_000)
        assert made.texts() == ["Before."]  # reading goes on
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    made.add("After.")
    assert made.texts() == ["Before.", "After."]


def test_another_writer_is_named_and_both_go_on(
    made: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = sqlcipher.connect

    def impatient(*args: Any, **kwargs: Any) -> Any:
        return opened(*args, **{**kwargs, "timeout": 0.05})

    other = connect(made.folder / STORE, made.key)
    other.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr("plo_tui.store.connection.sqlcipher.connect", impatient)
    with pytest.raises(NotSaved, match="Another program"):
        House(made.folder, made.keys).add("At the same time.")
    assert made.texts() == []  # reading does not wait
    other.execute("ROLLBACK")
    other.close()
    made.add("Afterwards.")
    assert made.texts() == ["Afterwards."]


def test_damage_in_the_middle_is_said_not_shown(made: House) -> None:
    for number in range(20):
        made.add(f"{SECRET} {number} " + "x" * 2000)
    made.store.close()
    file = made.folder / STORE
    content = bytearray(file.read_bytes())
    content[8192:] = bytes(len(content) - 8192)
    file.write_bytes(content)
    with pytest.raises((CannotOpen, NotSaved)) as damaged:
        made.texts()
    assert SECRET not in "".join(traceback.format_exception(damaged.value))


def test_a_vanished_folder_is_named(made: House) -> None:
    import shutil

    made.store.close()
    shutil.rmtree(made.folder)
    with pytest.raises(CannotOpen, match="no store in"):
        made.texts()


def test_no_error_quotes_a_familys_words(made: House) -> None:
    with pytest.raises(NotSaved) as failed, made.store.transaction() as session:
        session.connection().exec_driver_sql(
            "INSERT INTO team (id, version, name) VALUES (?, NULL, ?)", ("1", SECRET)
        )
    assert SECRET not in "".join(traceback.format_exception(failed.value))


def test_no_word_stands_readable_in_any_file(made: House) -> None:
    from plo_tui.store.unfinished import Unfinished, keep_unfinished

    with made.store.transaction():
        made_open = connect(made.folder / STORE, made.key)  # keeps the write-ahead log there
    made.add(SECRET)
    keep_unfinished(
        made.store,
        Unfinished(
            meeting_id=made.keys.meeting,
            author_id=made.keys.clerk,
            text=SECRET,
            kept_at=made.clock.now,
        ),
    )
    files = {file.name: file.read_bytes() for file in made.folder.iterdir()}
    made_open.close()
    assert len(files[f"{STORE}-wal"]) > 4096
    for content in files.values():
        assert SECRET.encode() not in content
        assert b"Carter" not in content
        assert b"SQLite format 3" not in content


WRITER = """
import sys
from pathlib import Path
from uuid import UUID
from agenda.records import new_key
from plo_tui.store.opening import prepare
from plo_tui.store.store import Store
from plo_tui.store.unfinished import Unfinished, keep_unfinished
from plo_tui.store.verbs.minuting import add_entry

folder, secret = Path(sys.argv[1]), sys.argv.pop()
clerk, meeting, item = map(UUID, sys.argv[2:])
store = Store(folder, prepare(folder, secret=secret))
store.actor_id = clerk
for number in range(100_000):
    keep_unfinished(store, Unfinished(
        meeting_id=meeting, author_id=clerk, text=f"half of {number}", kept_at=store.clock()))
    print("kept", number, flush=True)
    key = new_key()
    store.do(add_entry, key, meeting, item, f"paragraph {number}")
    print("saved", key, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a kill of this kind is POSIX's")
@pytest.mark.parametrize("lines", [3, 14, 31])
def test_a_kill_loses_nothing_that_was_acknowledged(made: House, lines: int) -> None:
    keys = made.keys
    words = [str(key) for key in (keys.clerk, keys.meeting, keys.items[1])]
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(made.folder), *words, PASSPHRASE],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout is not None
    told = [writer.stdout.readline().split() for _ in range(lines)]
    os.kill(writer.pid, signal.SIGKILL)
    told += [line.split() for line in writer.stdout.read().split("\n") if line.count(" ")]
    writer.stdout.close()
    writer.wait()
    saved = {word[1] for word in told if word[0] == "saved"}
    assert saved <= {str(entry.id) for entry in made.papers().entries}
    again = Store(made.folder, made.key)
    left = again.read(read_unfinished, keys.meeting, keys.clerk)
    kept = max(int(word[1]) for word in told if word[0] == "kept")
    assert left is not None
    assert int(left.text.removeprefix("half of ")) >= kept
    rows = made.journal()
    assert [row.previous for row in rows[1:]] == [row.seal for row in rows[:-1]]
