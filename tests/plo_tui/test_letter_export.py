"""`plo-tui export letter` and `letter check --case`: one parent's letter, and its own line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx_reader import WordFile
from opened_store import PASSPHRASE
from reed_store import LOGIN, ReedStore, clear_and_give

from agenda.copies_words import WithheldKind
from agenda.letter_words import LetterKind
from agenda.records import new_key
from agenda.withheld_words import find_withheld
from agenda.words import GivenDocument
from plo_tui.cli import DONE, REFUSED, main
from plo_tui.store.problems import Refused
from plo_tui.store.verbs import family, giving_out, letters, safety

if TYPE_CHECKING:
    from pathlib import Path

CASE = "PLO-2027-007"
SHOWN = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def signed_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLO_TUI_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("LOGNAME", LOGIN)


@pytest.fixture
def reed(tmp_path: Path) -> ReedStore:
    (tmp_path / "secret").write_text(PASSPHRASE, encoding="utf-8")
    return ReedStore(tmp_path / "store")


def run(reed: ReedStore, *words: str) -> int:
    store = ["--store", str(reed.folder), "--passphrase-file", str(reed.folder.parent / "secret")]
    return main([*words, *store])


def export(reed: ReedStore, *words: str) -> tuple[int, Path]:
    to = reed.folder.parent / "letter.docx"
    to.unlink(missing_ok=True)
    return run(reed, "export", "letter", CASE, "-o", str(to), *words), to


def test_a_cleared_letter_is_written_for_its_parent_and_kept_as_given_out(
    reed: ReedStore, capsys: SHOWN
) -> None:
    key = reed.begin()
    reed.begin(reed.holt)
    clear_and_give(reed, key)
    code, to = export(reed, "--for", "ms reed")
    assert code == DONE
    assert "The letter before proceedings to Ms Reed (cleared by legal)" in capsys.readouterr().out
    assert "Dear Ms Reed" in WordFile(to).paragraphs
    [row] = reed.papers().standing("Disclosure")
    assert (row.what, row.to, row.to_person_id, row.letter_id, row.is_draft) == (
        GivenDocument.LETTER, "Ms Reed", reed.mother, key, False,
    )  # fmt: skip
    assert row.sha256 == reed.letter(key).sha256
    assert run(reed, "given", CASE, "--json") == DONE
    [line] = json.loads(capsys.readouterr().out)
    assert line["document"] == "letter before proceedings"


def test_a_draft_is_written_only_where_asked_and_is_nobodys_but_your_own(
    reed: ReedStore, capsys: SHOWN
) -> None:
    reed.begin(reed.holt)
    code, to = export(reed, "--for", "Dean Holt")
    assert code == REFUSED
    assert "Legal has not cleared this letter" in capsys.readouterr().err
    assert not to.exists()
    assert reed.papers().standing("Disclosure") == []
    code, to = export(reed, "--draft")
    assert code == DONE
    [row] = reed.papers().standing("Disclosure")
    assert (row.to, row.to_person_id, row.is_draft) == ("Sam Okafor, own copy", None, True)
    content = WordFile(to).text
    assert not find_withheld(content, ("14 Rose Lane",))
    assert "8 Dock Road" in content


def test_it_asks_which_letter_where_there_are_more(reed: ReedStore, capsys: SHOWN) -> None:
    assert export(reed)[0] == REFUSED
    assert "has no such letter" in capsys.readouterr().err
    reed.begin()
    reed.begin(reed.holt)
    reed.begin(kind=LetterKind.ENDING)
    assert export(reed, "--draft")[0] == REFUSED
    said = capsys.readouterr().err
    assert "before proceedings, to Ms Reed; before proceedings, to Mr Holt; ending" in said
    assert "--for NAME" in said
    assert export(reed, "--draft", "--kind", "end")[0] == DONE
    assert export(reed, "--draft", "--kind", "before")[0] == REFUSED
    assert "The kinds are: before proceedings, before issue" in capsys.readouterr().err


def test_the_letters_of_a_case_are_checked_in_the_store(reed: ReedStore, capsys: SHOWN) -> None:
    mother = reed.begin()
    reed.begin(reed.holt)
    assert run(reed, "letter", "check", "--case", CASE) == DONE
    assert capsys.readouterr().out == (
        "Letter before proceedings, to Ms Reed: nothing to change.\n"
        "Letter before proceedings, to Mr Holt: nothing to change.\n"
    )
    other = new_key()
    reed.do(family.new_case, other, "PLO-9")
    reed.do(family.add_child, other, new_key(), {"full_name": "Ruby Stone", "initials": "RS"})
    reed.do(letters.change_letter, mother, 2, {"closing": "Ring us about Ruby Stone."})
    assert run(reed, "letter", "check", "--case", CASE, "--for", "Ms Reed") == REFUSED
    assert capsys.readouterr().out == (
        "Letter before proceedings, to Ms Reed:\n"
        "must · Closing words, sentence 1: “Ring us about Ruby Stone.” · “Ruby Stone” is a child "
        "of another family. Check who is meant. (letter.other_family)\n"
    )
    assert run(reed, "letter", "check") == REFUSED
    assert "Name the file of one letter" in capsys.readouterr().err


def test_a_line_is_kept_of_no_letter_or_person_of_another_family(reed: ReedStore) -> None:
    key, other = reed.begin(), new_key()
    reed.do(family.new_case, other, "PLO-9")
    printed = {"what": GivenDocument.LETTER, "sha256": "ab"}
    for of_another in ({"letter_id": key}, {"to_person_id": reed.mother}):
        with pytest.raises(Refused, match="of another case"):
            reed.do(giving_out.give_out, new_key(), other, {**printed, **of_another}, "Ms Reed")


def withhold(reed: ReedStore, words: str) -> None:
    detail: safety.WithheldValues = {
        "person_id": reed.mother, "child_id": None, "kind": WithheldKind.OTHER, "words": words,
        "from_person_id": reed.holt, "why": "",
    }  # fmt: skip
    reed.do(safety.withhold, reed.case, new_key(), detail)


def test_what_is_withheld_since_legal_cleared_a_letter_keeps_it_from_going_out(
    reed: ReedStore, capsys: SHOWN
) -> None:
    key = reed.begin(reed.holt)
    opening = f"{reed.letter(key).opening} We met you at Acorn House."
    reed.do(letters.change_letter, key, reed.letter(key).version, {"opening": opening})
    clear_and_give(reed, key)
    assert export(reed, "--for", "mr holt")[0] == DONE
    withhold(reed, "Acorn House")
    lines = len(reed.papers().standing("Disclosure"))
    code, to = export(reed, "--for", "mr holt")
    assert (code, to.exists()) == (REFUSED, False)
    said = capsys.readouterr().err
    assert "which Mr Holt must not learn. It was given before: begin a new letter" in said
    assert "Acorn" not in said
    assert len(reed.papers().standing("Disclosure")) == lines
    assert export(reed, "--for", "mr holt", "--to", reed.family.worker.name)[0] == DONE


@pytest.mark.parametrize("to", ["Mr Holt", "dean  holt", "Holt", "the father"])
def test_one_parents_letter_goes_to_no_other(reed: ReedStore, capsys: SHOWN, to: str) -> None:
    clear_and_give(reed, reed.begin())
    code, file = export(reed, "--for", "ms reed", "--to", to)
    assert (code, file.exists()) == (REFUSED, False)
    said = capsys.readouterr().err
    assert "letter to Ms Reed, and it is for nobody else" in said or "may mean" in said


def test_a_letters_file_is_not_called_by_what_is_withheld(reed: ReedStore, capsys: SHOWN) -> None:
    clear_and_give(reed, reed.begin(reed.holt))
    to = reed.folder.parent / "to Holt, not 14 Rose Ln.docx"
    assert run(reed, "export", "letter", CASE, "--for", "mr holt", "-o", str(to)) == REFUSED
    assert not to.exists()
    assert "file's name tells the address of Ms Reed" in capsys.readouterr().err


def test_a_template_that_holds_what_is_withheld_keeps_a_letter_from_going_out(
    reed: ReedStore, capsys: SHOWN
) -> None:
    clear_and_give(reed, reed.begin(reed.holt))
    template, ours = Document(), reed.folder.parent / "ours.docx"
    template.sections[0].footer.paragraphs[0].text = "Elm Grove School, proud partner"
    template.save(str(ours))
    code, to = export(reed, "--for", "mr holt", "--template", str(ours))
    assert (code, to.exists()) == (REFUSED, False)
    said = capsys.readouterr().err
    assert "the letter to Mr Holt holds the school or nursery of IR" in said
    assert "Elm Grove" not in said
    assert reed.papers().standing("Disclosure") == []
    code, _to = export(reed, "--for", "mr holt", "--to", "Sam Okafor", "--template", str(ours))
    assert code == DONE
