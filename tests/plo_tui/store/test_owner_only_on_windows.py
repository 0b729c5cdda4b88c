"""What is asked of Windows, so that a file is its owner's alone, and what is refused without it."""

from __future__ import annotations

import getpass
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from plo_tui.store import folder
from plo_tui.store.problems import CannotOpen

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What was run, on a system where it succeeds."""
    asked: list[list[str]] = []
    monkeypatch.setattr(subprocess, "run", lambda words, **_: asked.append(words))
    monkeypatch.setenv("SYSTEMROOT", "D:\\Win")
    monkeypatch.setenv("USERDOMAIN", "HOUSE")
    return asked


def test_the_systems_own_program_is_run_for_whoever_is_signed_in(
    tmp_path: Path, asked: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("USERNAME", "nia")
    folder._owner_only_on_windows(tmp_path)
    monkeypatch.delenv("USERNAME")
    monkeypatch.setattr(getpass, "getuser", lambda: "ada")
    folder._owner_only_on_windows(tmp_path / "file")
    assert [words[0] for words in asked] == ["D:\\Win\\System32\\icacls.exe"] * 2
    assert [words[-1] for words in asked] == ["HOUSE\\nia:(OI)(CI)F", "HOUSE\\ada:F"]


@pytest.mark.parametrize("error", [FileNotFoundError(), subprocess.CalledProcessError(5, "icacls")])
def test_where_it_fails_nothing_is_made(
    tmp_path: Path, error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: Any, check: bool, **__: Any) -> None:
        assert check
        raise error

    monkeypatch.setenv("USERNAME", "nia")
    monkeypatch.setattr(subprocess, "run", fails)
    monkeypatch.setattr(folder, "owner_only", folder._owner_only_on_windows)
    with pytest.raises(CannotOpen, match="be yours alone"):
        folder.make_file(tmp_path / "store.key", b"secret")
    assert list(tmp_path.iterdir()) == []
