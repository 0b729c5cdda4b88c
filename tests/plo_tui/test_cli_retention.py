"""Retention from the command line: what is due, and removing it by name."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from made_demo import LOGIN, demo

from plo_tui.cli import main

if TYPE_CHECKING:
    from pathlib import Path

LONG_AGO = datetime(2024, 3, 5, 9, tzinfo=UTC)
SHOWN = pytest.CaptureFixture[str]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The demo as it was made two years ago."""
    monkeypatch.setenv("PLO_TUI_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("LOGNAME", LOGIN)
    return str(demo(tmp_path / "demo", LONG_AGO))


def references(store: str, capsys: SHOWN) -> list[str]:
    assert main(["retention", "--json", "--store", store]) == 0
    return [one["reference"] for one in json.loads(capsys.readouterr().out)]


def test_what_is_due_is_listed_and_removed_by_name(store: str, capsys: SHOWN) -> None:
    before = references(store, capsys)
    assert len(before) == 5
    due = before[-1]
    assert main(["retention", "--store", store]) == 0
    told = capsys.readouterr().out
    assert f"{due}: last changed" in told
    assert "--purge CASE --confirmed-by NAME" in told
    assert main(["retention", "--purge", due, "--store", store]) == 1
    assert "Say who confirmed it, by name" in capsys.readouterr().err
    words = ["retention", "--purge", due.lower(), "--confirmed-by", "Ruth Adeyemi"]
    assert main([*words, "--store", store]) == 0
    assert f"{due} was removed, confirmed by Ruth Adeyemi." in capsys.readouterr().out
    assert references(store, capsys) == before[:-1]
    assert main([*words, "--store", store]) == 1
    assert "not due to be removed" in capsys.readouterr().err
    assert main(["show", due, "--store", store]) == 1
    assert main(["verify", "--store", store]) == 0


def test_what_is_not_due_is_not_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: SHOWN
) -> None:
    monkeypatch.setenv("PLO_TUI_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("LOGNAME", LOGIN)
    store = str(demo(tmp_path / "demo"))
    assert main(["retention", "--store", store]) == 0
    assert "Nothing is due to be removed." in capsys.readouterr().out
    words = ["retention", "--purge", "PLO-2026-014", "--confirmed-by", "Ruth Adeyemi"]
    assert main([*words, "--store", store]) == 1
    assert main(["show", "PLO-2026-014", "--store", store]) == 0
