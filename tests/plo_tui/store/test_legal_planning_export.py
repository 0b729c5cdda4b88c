"""The legal planning record from the command line: for one of our own, or not at all."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import pytest
from opened_store import PASSPHRASE
from planned_house import Planned, planned

from plo_tui.cli import main

if TYPE_CHECKING:
    from pathlib import Path

SHOWN = pytest.CaptureFixture[str]


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Planned:
    monkeypatch.setenv("PLO_TUI_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("LOGNAME", "ada")  # the team manager of the house
    (tmp_path / "secret").write_text(PASSPHRASE, encoding="utf-8")
    return planned(tmp_path / "store")


def run(made: Planned, tmp_path: Path, *words: str) -> int:
    store = ["--store", str(made.house.folder), "--passphrase-file", str(tmp_path / "secret")]
    return main([*words, *store])


def export(made: Planned, tmp_path: Path, reader: str, *more: str) -> int:
    words = ("export", "legal-planning", "plo-1", "--for", reader)
    return run(made, tmp_path, *words, "--to", str(tmp_path / "record.docx"), *more)


def test_it_is_written_for_one_of_our_own_and_that_is_kept(
    made: Planned, tmp_path: Path, capsys: SHOWN
) -> None:
    made.begin()
    made.decide()
    made.conclude()
    assert export(made, tmp_path, "lee  hart") == 0
    told = capsys.readouterr().out
    assert "record of PLO-1, version 1 (DRAFT – not approved), for Lee Hart: " in told
    with zipfile.ZipFile(tmp_path / "record.docx") as parts:
        assert "Too early." in parts.read("word/document.xml").decode()
    assert run(made, tmp_path, "given", "PLO-1", "--json") == 0
    [line] = json.loads(capsys.readouterr().out)
    assert (line["document"], line["to"], line["by"]) == (
        "legal planning record, version 1, draft", "Lee Hart", "Ada Fenn",
    )  # fmt: skip


def test_nobody_else_can_be_named_and_nothing_is_written(
    made: Planned, tmp_path: Path, capsys: SHOWN
) -> None:
    made.begin()
    for outsider in ("Ms Carter", "Lena Carter", "The court", ""):
        assert export(made, tmp_path, outsider) == 1
        assert "own staff and lawyers alone" in capsys.readouterr().err
    assert not (tmp_path / "record.docx").exists()


def test_there_is_no_record_of_a_meeting_not_begun_or_of_another(
    made: Planned, tmp_path: Path, capsys: SHOWN
) -> None:
    assert export(made, tmp_path, "Rob Hale") == 1
    assert "no legal planning meeting that has begun" in capsys.readouterr().err
    made.begin()
    assert export(made, tmp_path, "Rob Hale", "--meeting", "2") == 1
    assert "with the number 2" in capsys.readouterr().err
