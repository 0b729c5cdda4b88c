"""Each person's own cleared letter goes into their part of the pack: searched on its bytes."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from docx_reader import WordFile
from reed_family import DAY, SPELT, ReedPapers
from reed_in_store import LOGIN, REFERENCE, passphrase_file, put_in, reed_store
from test_cli_pack import KEPT_FROM, everything_in, squeezed

from agenda import records as r
from agenda.copies_words import WithheldKind
from agenda.letter import freeze_letter
from agenda.letter_of import letter_of
from agenda.letter_words import DeliveredHow, LetterKind, LetterTurnKind
from agenda.minutes import fingerprint
from plo_tui.cli import main

if TYPE_CHECKING:
    from pathlib import Path

SHOWN = pytest.CaptureFixture[str]
LETTER = f"{REFERENCE} letter before proceedings to"


class Letters:
    """The trapped family's store: each letter's words are the trap, in whatever part of it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.made, self.store = reed_store(root)

    def letter(self, person: Any, *, cleared: bool = True, opening: str = "") -> Any:
        """Put a letter before proceedings into the store; its words are the trap's."""
        made: ReedPapers = self.made
        told = "; ".join(SPELT)
        draft = r.LetterDraft(
            episode_id=made.episode.id,
            kind=LetterKind.BEFORE_PROCEEDINGS,
            person_id=person.id,
            on=DAY,
            opening=opening or told,
            closing=told,
            court=told,
            legal_advice=told,
            first_line=told,
        )
        if cleared:
            draft.frozen = freeze_letter(letter_of(made.papers(), draft))
            draft.sha256 = fingerprint(draft.frozen)
        put_in(self.store, draft)
        return draft

    def give(self, draft: Any, on: date) -> None:
        put_in(
            self.store,
            r.LetterTurn(
                letter_id=draft.id,
                what=LetterTurnKind.DELIVERED,
                on=on,
                by_staff_id=self.made.worker.id,
                how=DeliveredHow.BY_HAND,
                to="Ms Reed",
            ),
        )

    def run(self, *words: str) -> int:
        secret = passphrase_file(self.root)
        return main([*words, "--store", str(self.store), "--passphrase-file", secret])

    def pack(self, *words: str) -> int:
        return self.run("pack", REFERENCE, *words)


@pytest.fixture
def reeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Letters:
    monkeypatch.setenv("PLO_TUI_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("LOGNAME", LOGIN)
    return Letters(tmp_path)


def test_a_cleared_letter_goes_in_and_every_other_is_named(
    reeds: Letters, tmp_path: Path, capsys: SHOWN
) -> None:
    made, folder = reeds.made, tmp_path / "pack"
    reeds.letter(made.dean)
    reeds.give(reeds.letter(made.jess), date(2027, 4, 27))
    reeds.letter(made.karim, cleared=False)
    assert reeds.pack() == 0
    told = capsys.readouterr().out
    assert "gets: minutes, plan for the family, easy-read copy and letter before proceed" in told
    assert "letter before proceedings, not in this pack: legal has not cleared it" in told
    given = "given on Tue 27 Apr 2027 by hand to Ms Reed by Sam Okafor"
    assert f"letter before proceedings, {given}" in told
    assert reeds.pack("--to", str(folder)) == 0

    letters = sorted(path.relative_to(folder) for path in folder.rglob("*letter*"))
    assert [str(path) for path in letters] == [f"2 Mr Holt/{LETTER} Mr Holt.docx"]
    said = everything_in(folder / letters[0])
    assert "Dear Mr Holt" in said
    assert "DRAFT" not in said
    kept = [one for one in KEPT_FROM["2 Mr Holt"] if len(one) > 2]
    assert [one for one in kept if squeezed(one) in squeezed(said)] == []

    notes = {path.parent.name: WordFile(path).text for path in folder.rglob("*covering*")}
    assert "The letter before proceedings\n" in notes["2 Mr Holt"]
    assert "is given, tell us the day, how, into whose hands" in notes["2 Mr Holt"]
    assert "is not enclosed: given on Tue 27 Apr 2027 by hand" in notes["1 Ms Reed"]
    assert "is not enclosed: legal has not cleared it." in notes["3 Mr Aziz"]

    [listed] = folder.glob("*.docx")
    tables = WordFile(listed).tables
    assert ["Ms Reed", "Letter before proceedings"] in [row[:2] for row in tables[-1]]
    stands = {row[0]: row[2].partition(":")[0] for row in tables[-1][1:]}
    hers = f"G{given[1:]}"
    assert stands == {"Ms Reed": hers, "Mr Holt": "Enclosed", "Mr Aziz": "Not in this pack"}
    rows = [row for table in tables for row in table if "Letter before" in row[1]]
    assert any(row[3].startswith("Through our legal team") for row in rows if len(row) == 5)

    capsys.readouterr()
    assert reeds.run("given", REFERENCE, "--json") == 0
    lines = json.loads(capsys.readouterr().out)
    [line] = [one for one in lines if one["document"].startswith("letter")]
    assert (line["document"], line["how"], line["written"]) == (
        "letter before proceedings, meeting 1", "through our legal team", True,
    )  # fmt: skip
    assert reeds.pack() == 0
    assert "letter before proceedings written for them before, " in capsys.readouterr().out


def test_what_is_withheld_since_a_letter_was_cleared_stops_the_pack(
    reeds: Letters, tmp_path: Path, capsys: SHOWN
) -> None:
    made, folder = reeds.made, tmp_path / "pack"
    reeds.letter(made.dean, opening="We met you at Acorn House.")
    put_in(
        reeds.store,
        r.Withheld(
            case_id=made.case.id,
            person_id=made.jess.id,
            kind=WithheldKind.WORK,
            words="Acorn House",
            from_person_id=made.dean.id,
        ),
    )
    assert reeds.pack("--to", str(folder)) == 1
    told = capsys.readouterr().err
    assert "This letter tells the place of work of Ms Reed, which Mr Holt must not learn" in told
    assert "have it cleared anew" in told
    assert "Acorn" not in told
    assert not folder.exists()
