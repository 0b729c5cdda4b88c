"""Legal planning is the authority's alone: no byte of any other export holds a word of it."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from opened_store import PASSPHRASE
from trapped_house import CHOSEN, DOCUMENTS, TOLD, WRITTEN, Trapped

from agenda.words import EntryKind
from exports.legal_planning import write_legal_planning
from plo_tui.cli import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Trapped:
    return Trapped(tmp_path_factory.mktemp("trapped") / "store")


def all_bytes(document: Path) -> bytes:
    """Every byte of a file, and of every part of it where it is a Word file."""
    content = document.read_bytes()
    if zipfile.is_zipfile(document):
        with zipfile.ZipFile(document) as parts:
            content += b"".join(parts.read(name) for name in parts.namelist())
    return content


def held(content: bytes, made: Trapped) -> set[str]:
    """Which of the traps stand in some bytes, whatever way they are written."""
    ways = ("utf-8", "utf-16-le", "utf-16-be")
    return {
        where
        for where, trap in made.traps.set.items()
        if any(trap.encode(way) in content for way in ways)
    }


def test_the_trap_is_set_in_every_kind_of_field(made: Trapped) -> None:
    kinds = {where.partition(".")[0].partition(" ")[0] for where in made.traps.set}
    assert kinds >= {
        "Referral",
        "ExpertEnquiry",
        "LegalPlanning",
        "PlanningOption",
        "Meeting",
        "Sitting",
        "Entry",
        "ExceptionalReason",
        "UrgentTold",
        "BookingStep",
        "Cover",
        "Invitation",
        "PlanLine",
    }
    assert {f"Entry {kind}" for kind in EntryKind} <= set(made.traps.set)


def test_its_own_record_holds_what_was_said_the_advice_too_and_no_aside(
    made: Trapped, tmp_path: Path
) -> None:
    to = tmp_path / "record.docx"
    write_legal_planning(made.planned.edition, to)
    found = held(all_bytes(to), made)
    said = {f"Entry {kind}" for kind in EntryKind if kind is not EntryKind.ASIDE}
    assert said | {"Entry unplaced", "LegalPlanning.reasons", "PlanningOption.considered"} <= found
    assert "Referral.summary" in found
    assert f"Entry {EntryKind.ASIDE}" not in found


@pytest.mark.parametrize("document", DOCUMENTS)
def test_no_other_document_holds_a_word_of_it(made: Trapped, document: str, tmp_path: Path) -> None:
    to = tmp_path / "document"
    DOCUMENTS[document](made, to)
    content = all_bytes(to)
    assert len(content) > 1_000
    assert held(content, made) == set()


@pytest.mark.parametrize("written", WRITTEN)
def test_no_file_that_a_command_writes_holds_a_word_of_it(
    made: Trapped, written: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLO_TUI_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("LOGNAME", "ada")
    (tmp_path / "secret").write_text(PASSPHRASE, encoding="utf-8")
    (to := tmp_path / "to").mkdir()
    words = ["--store", str(made.house.folder), "--passphrase-file", str(tmp_path / "secret")]
    assert main([*(word.format(to=to) for word in WRITTEN[written]), *words]) == 0
    files = [path for path in to.rglob("*") if path.is_file()]
    assert files
    for file in files:
        assert held(all_bytes(file) + file.name.encode(), made) == set(), file.name
    if written == "the pack":
        kinds = ("minutes", "plan", "easy-read", "annex", "letter", "covering", "list of what")
        assert [kind for kind in kinds if not any(kind in file.name for file in files)] == []


@pytest.mark.parametrize("told", TOLD)
def test_the_command_line_tells_no_word_of_it(
    made: Trapped,
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("PLO_TUI_CONFIG", str(tmp_path / "config.toml"))
    secret = tmp_path / "secret"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    words = ["--store", str(made.house.folder), "--passphrase-file", str(secret)]
    assert main([*TOLD[told], *words]) in (0, 1)  # a letter that was checked may lack something
    content = capsys.readouterr().out
    assert "PLO-1" in content or "Carter" in content or "meeting 1" in content
    assert held(content.encode(), made) == set()


def test_the_line_of_the_draft_plan_that_is_for_the_family_is_in_their_minutes(
    made: Trapped, tmp_path: Path
) -> None:
    to = tmp_path / "minutes.docx"
    DOCUMENTS["minutes"](made, to)
    assert CHOSEN.encode() in all_bytes(to)


def test_no_document_is_made_of_its_meeting(
    made: Trapped,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("PLO_TUI_CONFIG", str(tmp_path / "config.toml"))
    secret, to = tmp_path / "secret", tmp_path / "out.docx"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    words = ["--store", str(made.house.folder), "--passphrase-file", str(secret)]
    for asked in (
        ["export", "minutes", "PLO-1", "--draft", "-o", str(to)],
        ["export", "plan", "PLO-1", "-o", str(to)],
        ["show", "PLO-1"],
        ["history", "PLO-1"],
    ):
        assert main([*asked, "--meeting", "3", *words]) == 1
        assert "Legal planning is the authority's and its lawyers' alone" in capsys.readouterr().err
    assert not to.exists()
