"""The pack from the command line: every byte of it searched for what its reader must not have."""

from __future__ import annotations

import json
import os
import re
import sys
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document
from docx_reader import WordFile
from reed_family import ADDRESS, ASIDE, HERS, HIS, ISLAS, NOAHS, SPELT, TELEPHONE
from reed_in_store import LOGIN, REFERENCE, passphrase_file, reed_store

from plo_tui.cli import main

if TYPE_CHECKING:
    from pathlib import Path

SHOWN = pytest.CaptureFixture[str]
KEPT_FROM = {
    "1 Ms Reed": (HIS,),
    "2 Mr Holt": (HERS, NOAHS, *SPELT, "Noah", "NR", "SM6 9ZX", "Orchard", "900123", "Larkspur"),
    "3 Mr Aziz": (HIS, ISLAS, "Isla", "IR", "Quince Orchard", "900456", "Plover"),
}
"""What no byte of each parent's copies may say."""
COPIES = ("minutes", "plan for the family", "covering note")


@pytest.fixture(autouse=True)
def nobodys_own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLO_TUI_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("LOGNAME", LOGIN)


def command(store: Path, *words: str) -> int:
    secret = passphrase_file(store.parent)
    return main([*words, "--store", str(store), "--passphrase-file", secret])


def pack(store: Path, *words: str) -> int:
    return command(store, "pack", REFERENCE, *words)


def given(store: Path, capsys: SHOWN) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert command(store, "given", REFERENCE, "--json") == 0
    lines: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return lines


def squeezed(text: str) -> str:
    """The letters and figures alone, so that no comma, space or capital hides a word."""
    return "".join(each for each in text.casefold() if each.isalnum())


def everything_in(file: Path) -> str:
    """A file's name, and every part of it with its name, with the tags and without them."""
    word = WordFile(file)
    told = [file.name, file.parent.name, *word.parts]
    for content in word.parts.values():
        text = content.decode(errors="replace")
        told += [text, re.sub(r"<[^>]*>", "", text)]
    return "\n".join(told)


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A store whose pack was made, and the pack's folder; no test changes either."""
    root = tmp_path_factory.mktemp("packed")
    folder = root / "pack"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLO_TUI_CONFIG", str(root / "config.toml"))
        patch.setenv("LOGNAME", LOGIN)
        _made, store = reed_store(root)
        assert pack(store, "--to", str(folder)) == 0
    return store, folder


def test_the_whole_pack_holds_for_each_only_what_is_theirs(packed: tuple[Path, Path]) -> None:
    _store, folder = packed
    files = sorted(folder.rglob("*.docx"))
    assert len(files) == 26
    for file in files:
        said = everything_in(file)
        assert ASIDE not in said
        for private in KEPT_FROM.get(file.parent.name, ()):
            found = private in said if len(private) < 3 else squeezed(private) in squeezed(said)
            assert not found, (file.name, private)
        assert WordFile(file).text.strip()
    for whose, kept in KEPT_FROM.items():
        name = whose[2:]
        copies = {file.name for file in (folder / whose).iterdir()}
        assert {f"{REFERENCE} initial meeting {one} v1 for {name}.docx" for one in COPIES} <= copies
        minutes = WordFile(
            folder / whose / f"{REFERENCE} initial meeting minutes v1 for {name}.docx"
        )
        assert f"For {name}" in minutes.text
        assert b"DRAFT" not in b"".join(minutes.parts.values())
        assert kept
    # What is kept from one is not taken from the others: the search could have found it.
    hers = WordFile(
        folder / "1 Ms Reed" / f"{REFERENCE} initial meeting minutes v1 for Ms Reed.docx"
    )
    assert HERS in hers.text
    assert "Quince Orchard" in hers.text
    assert HIS not in hers.text
    if sys.platform != "win32":
        assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
        assert {path.parent.stat().st_mode & 0o777 for path in files} == {0o700}


def test_the_list_on_top_and_the_lines_kept_agree(packed: tuple[Path, Path], capsys: SHOWN) -> None:
    store, folder = packed
    lines = given(store, capsys)
    files = list(folder.rglob("*.docx"))
    assert len(lines) == len(files)
    assert all(one["written"] and one["sha256"] and one["by"] == "Tom Webb" for one in lines)
    [listed] = folder.glob("*.docx")
    [rows] = [table for table in WordFile(listed).tables if table[0][0].startswith("When")]
    told = {(row[1].split("\n")[0].casefold(), row[2], row[3].casefold()) for row in rows[1:]}
    kept = {(one["document"], one["to"], one["how"].casefold()) for one in lines[1:]}
    assert told == {(document.casefold(), to, how) for document, to, how in kept}
    assert (lines[0]["document"], lines[0]["to"]) == (
        "list of what went to whom, meeting 1", "our own file",
    )  # fmt: skip
    holt = [one for one in lines if one["to"].endswith("for Mr Holt")]
    assert {one["how"] for one in holt} == {"through our legal team"}
    assert {one["document"].partition(",")[0] for one in holt} == {
        "minutes", "plan for the family", "easy-read copy", "covering note",
    }  # fmt: skip
    assert len({one["sha256"] for one in lines if one["document"].startswith("minutes")}) == 4


def test_it_lists_first_what_each_copy_leaves_out(tmp_path: Path, capsys: SHOWN) -> None:
    _made, store = reed_store(tmp_path)
    assert pack(store) == 0
    told = capsys.readouterr().out
    assert "To Mr Aziz from the social worker, Sam Okafor, by hand" in told
    assert "address of Ms Reed withheld; telephone of Ms Reed withheld" in told
    assert "without the sitting with Ms Reed" in told
    assert "Nothing was written." in told
    assert squeezed(ADDRESS) not in squeezed(told)
    assert squeezed(TELEPHONE) not in squeezed(told)
    assert given(store, capsys) == []
    assert pack(store, "--to", str(tmp_path / "none" / "pack")) == 1
    assert "Make it first" in capsys.readouterr().err


def test_a_second_pack_does_not_mix_with_the_first(
    packed: tuple[Path, Path], capsys: SHOWN
) -> None:
    store, folder = packed
    before = sorted(folder.rglob("*"))
    assert pack(store) == 0
    assert "minutes of version 1 given before, " in capsys.readouterr().out
    assert pack(store, "--to", str(folder)) == 1
    assert "two packs must not mix" in capsys.readouterr().err
    assert sorted(folder.rglob("*")) == before


def test_a_single_document_is_cut_for_whom_it_is(tmp_path: Path, capsys: SHOWN) -> None:
    _made, store = reed_store(tmp_path)

    def export(to: str, *words: str) -> int:
        output = str(tmp_path / "one.docx")
        asked = ("export", "minutes", REFERENCE, "--to", to, "-o", output, *words)
        return command(store, *asked)

    assert export("Mr Holt") == 0
    assert "cut for Mr Holt" in capsys.readouterr().out
    assert HERS not in everything_in(tmp_path / "one.docx")
    assert export("mr okoro") == 0  # who acts for him reads what he may
    assert HERS not in everything_in(tmp_path / "one.docx")
    assert export("Mr Holt", "--whole") == 1
    assert "a copy for Mr Holt leaves things out" in capsys.readouterr().err
    assert export("Mr Okoro", "--whole") == 0
    assert HERS in everything_in(tmp_path / "one.docx")
    assert [one["to"].endswith("for Mr Holt") for one in given(store, capsys)] == [
        False, True, True,
    ]  # fmt: skip
    why = ("export", "why", REFERENCE, "--child", "IR", "-o", str(tmp_path / "why.docx"))
    assert command(store, *why, "--to", "Mr Holt") == 1
    assert "this document is not cut for anyone" in capsys.readouterr().err
    assert not (tmp_path / "why.docx").exists()


def test_before_approval_only_marked_drafts_go_into_it(tmp_path: Path, capsys: SHOWN) -> None:
    _made, store = reed_store(tmp_path, approved=False)
    folder = tmp_path / "pack"
    assert pack(store, "--to", str(folder)) == 1
    assert "have not approved them" in capsys.readouterr().err
    assert not folder.exists()
    assert pack(store, "--to", str(folder), "--draft") == 0
    for file in folder.rglob("*.docx"):
        if any(what in file.name for what in ("minutes", "plan", "easy")):
            assert "DRAFT" in file.name
            assert b"DRAFT" in b"".join(WordFile(file).parts.values())


def test_a_document_that_would_hold_a_withheld_word_stops_the_pack(
    tmp_path: Path, capsys: SHOWN
) -> None:
    _made, store = reed_store(tmp_path)
    template = Document()
    template.sections[0].footer.paragraphs[0].text = "Larkspur Nursery, proud partner"
    template.save(str(tmp_path / "ours.docx"))
    folder = tmp_path / "pack"
    assert pack(store, "--to", str(folder), "--template", str(tmp_path / "ours.docx")) == 1
    told = capsys.readouterr().err
    assert "the text of the minutes for Mr Holt holds the school or nursery of NR" in told
    assert "Larkspur" not in told
    assert not folder.exists()
    assert given(store, capsys) == []


def test_a_pack_that_cannot_be_finished_leaves_nothing(
    tmp_path: Path, capsys: SHOWN, monkeypatch: pytest.MonkeyPatch
) -> None:
    _made, store = reed_store(tmp_path)
    folder, moved = tmp_path / "pack", os.replace

    def full(of: Any, to: Any) -> None:
        if "Mr Aziz" in str(to):
            raise OSError(28, "no space")
        moved(of, to)

    with monkeypatch.context() as patch:
        patch.setattr("exports.safe_file.os.replace", full)
        assert pack(store, "--to", str(folder)) == 1
    assert "There is no room left to write" in capsys.readouterr().err
    assert not folder.exists()
    lines = given(store, capsys)
    assert lines
    assert not any(one["written"] for one in lines)
    assert pack(store, "--to", str(folder)) == 0
