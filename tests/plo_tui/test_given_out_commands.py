"""What was given out, from the command line: kept at each export, and read again in lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from made_demo import LOGIN, demo

from plo_tui.cli import main

if TYPE_CHECKING:
    from pathlib import Path

ELLISES = "PLO-2026-009"
SHOWN = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def nobodys_own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLO_TUI_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("LOGNAME", LOGIN)


@pytest.fixture
def store(tmp_path: Path) -> str:
    return str(demo(tmp_path / "demo"))


def export(store: str, to: Path, *words: str) -> int:
    return main(["export", *words, ELLISES, "--store", store, "-o", str(to)])


def given(store: str, capsys: SHOWN) -> list[dict[str, object]]:
    capsys.readouterr()
    assert main(["given", ELLISES, "--json", "--store", store]) == 0
    lines: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return lines


def test_every_document_is_a_line(store: str, tmp_path: Path, capsys: SHOWN) -> None:
    assert given(store, capsys) == []
    assert export(store, tmp_path / "a.docx", "minutes", "--draft") == 0
    assert export(store, tmp_path / "b.docx", "plan", "--to", "Ms Ellis") == 0
    assert export(store, tmp_path / "c.docx", "why", "--child", "te", "--to", "The court") == 0
    lines = given(store, capsys)
    assert [(one["document"], one["to"]) for one in lines] == [
        ("why, TE", "The court"),
        ("plan for the family, meeting 1, version 1, draft", "Ms Adler, Adler Finch, for Ms Ellis"),
        ("minutes, meeting 1, version 1, draft", "Sam Reed, own copy"),
    ]
    assert list(lines[0]) == ["at", "document", "to", "how", "by", "sha256", "written"]
    assert {(one["by"], one["written"]) for one in lines} == {("Sam Reed", True)}
    why, plan, minutes = (str(one["sha256"]) for one in lines)
    assert len({why, plan, minutes}) == 3  # the plan is cut for Ms Ellis, and says so
    assert main(["given", ELLISES, "--store", store]) == 0
    told = capsys.readouterr().out.splitlines()
    assert "DEMO" in told[0]
    assert told[1:3] == [f"What was given out of {ELLISES}", ""]
    assert told[4] == f"  to The court, by Sam Reed, fingerprint {why[:12]}…"


def test_before_anything_was_given_out_it_says_so(store: str, capsys: SHOWN) -> None:
    assert main(["given", ELLISES, "--store", store]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Nothing was given out yet."


def test_what_is_not_written_is_no_line(store: str, tmp_path: Path, capsys: SHOWN) -> None:
    assert export(store, tmp_path / "a.docx", "minutes") == 1  # not approved
    assert export(store, tmp_path / "none" / "a.docx", "plan") == 1
    assert given(store, capsys) == []


def test_nobody_gives_a_document_out_unnamed(
    store: str, tmp_path: Path, capsys: SHOWN, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "a-stranger")
    for words in (["plan"], ["why", "--child", "te"], ["plan", "--to", "Ms Ellis"]):
        assert export(store, tmp_path / "a.docx", *words) == 1
        assert "Open plo-tui once and say so" in capsys.readouterr().err
    assert not (tmp_path / "a.docx").exists()
    assert main(["given", ELLISES, "--store", store]) == 0  # reading needs no name


def test_escape_codes_in_a_name_are_shown_as_text(
    store: str, tmp_path: Path, capsys: SHOWN
) -> None:
    assert export(store, tmp_path / "a.docx", "plan", "--to", "Ms \x1b]0;gone\x07 [/b]") == 0
    assert main(["given", ELLISES, "--store", store]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "[/b]" in out
