"""A letter piece by piece: every finding has its piece, and every piece the record it is from."""

from __future__ import annotations

from dataclasses import replace

import pytest
from carter_letter import CARTER_LETTER
from letters_family import DAYS, ReedFamily

from agenda.letter import Letter, LetterExample, LetterLine, Recipient, Worry
from agenda.letter_check import letter_findings
from agenda.letter_checked import checked_letter
from agenda.letter_of import letter_of
from agenda.letter_part_check import part_findings, text_findings
from agenda.letter_pieces import key_of_place, pieces_of
from agenda.letter_place import Part
from agenda.letter_sources import left_out_words, sources_of
from agenda.letter_summary import sentence_at, summary_words
from agenda.letter_words import LetterKind
from agenda.letter_words_rules import HARD
from agenda.policy import default_policy
from agenda.records import LetterOmission
from agenda.words import LineKind

POLICY = default_policy()
BROKEN = replace(
    CARTER_LETTER,
    to=Recipient("Ms A and Mr B"),
    opening="We commenced this prior to [DATE].",
    worries=(Worry("", examples=(LetterExample("She resides here."),)), Worry("Facilitate")),
    lines=(
        LetterLine("Engage", parts=("Ascertain it",)),
        LetterLine("Visit", kind=LineKind.VISIT),
        LetterLine("", kind=LineKind.BOTTOM_LINE),
    ),
)


@pytest.mark.parametrize("kind", LetterKind)
@pytest.mark.parametrize("of", ["nothing", "good", "broken"])
def test_every_finding_of_every_letter_stands_in_a_piece(kind: LetterKind, of: str) -> None:
    letters = {
        "nothing": Letter(kind, "PLO-1", Recipient("")),
        "good": replace(CARTER_LETTER, kind=kind),
        "broken": replace(BROKEN, kind=kind),
    }
    letter = letters[of]
    keys = {piece.key for piece in pieces_of(letter)}
    found = letter_findings(letter, POLICY, DAYS)
    told = (Part.WORRY, Part.HELP, Part.LINE, Part.VISIT, Part.BOTTOM_LINE)
    # A letter that tells no worries or lines shows none, whatever stands in it behind the app.
    astray = [one for one in found if key_of_place(one.where) not in keys]
    assert [one for one in astray if one.where.part not in told] == []
    if kind is LetterKind.BEFORE_PROCEEDINGS:
        assert astray == []


def test_a_letter_is_read_in_order_with_each_line_in_its_part() -> None:
    pieces = pieces_of(CARTER_LETTER)
    texts = [piece.text for piece in pieces]
    assert texts[0].startswith("To: Ms Alana Carter\n3 Mill Lane")
    headings = [piece.heading for piece in pieces if piece.heading]
    assert headings[0] == "Why we are writing"
    worries = headings.index("Here is what we are worried about")
    assert headings[worries + 1].startswith("1. Neglect")
    assert any(text.startswith("3 May 2026: The health visitor") for text in texts)
    by_part = [piece.part for piece in pieces if piece.part in (Part.LINE, Part.VISIT)]
    assert by_part == sorted(by_part, key=[Part.LINE, Part.VISIT].index)
    assert len({piece.key for piece in pieces}) == len(pieces)


def test_each_piece_of_each_parents_letter_has_the_record_it_is_from() -> None:
    reed = ReedFamily()
    for person in (reed.mother, reed.holt, reed.aziz):
        draft = reed.draft(person)
        papers = reed.papers()
        letter, sources = letter_of(papers, draft), sources_of(papers, draft)
        for piece in pieces_of(letter):
            source = sources.get(piece.key)
            if source and source.kind in ("Concern", "ConcernExample", "HelpGiven", "PlanLine"):
                row = papers.find(source.kind, source.key)
                said = getattr(row, "heading", "") or getattr(row, "text", "") or row.what  # type: ignore[union-attr]
                assert said.split()[0] in f"{piece.heading} {piece.text}"
            elif piece.number and piece.key != "LINE.1.0":
                raise AssertionError(piece)
        assert sources["LINE.1.0"].kind == "LetterDraft"


def test_what_is_left_out_is_named_and_its_pieces_move_up() -> None:
    reed = ReedFamily()
    draft = reed.draft(reed.mother)
    first, second = reed.papers().concerns[:2]
    reed.add(LetterOmission(letter_id=draft.id, about=first.id, why="Not hers."))
    papers = reed.papers()
    assert sources_of(papers, draft)["WORRY.1.0"].key == second.id
    assert left_out_words(papers, first.id) == f"worry: {first.heading}"


def test_a_part_is_checked_alone_as_the_whole_letter_would() -> None:
    for part, fields in (
        (Part.OPENING, ("opening",)),
        (Part.WORRIES, ("examples_note",)),
        (Part.LEGAL, ("legal_advice", "solicitor_list", "parental_pack")),
        (Part.SIGNATURE, ("signer_id",)),
    ):
        for letter in (BROKEN, replace(CARTER_LETTER, examples_note="", legal_advice="")):
            whole = letter_findings(letter, POLICY, DAYS)
            alone = part_findings(letter, part, fields, POLICY, DAYS)
            assert alone == [one for one in whole if one.where.part is part]


def test_a_text_of_the_record_is_read_as_a_letter_would_be() -> None:
    said = "She resides here. [NAME] has poor engagement."
    rules = [one.rule.key for one in text_findings(said, ["Jo Carter"], POLICY)]
    assert rules == ["letter.placeholder", "letter.generic", "letter.hard_word"]
    assert text_findings("Jo was cold.", ["Jo Carter"], POLICY) == []


def test_a_letter_is_summed_up_in_a_line_and_its_sentences_are_quoted() -> None:
    found = letter_findings(BROKEN, POLICY, DAYS)
    line = summary_words(BROKEN, found)
    assert line.startswith("reading age ")
    assert " must · " in line
    hard = next(one for one in found if one.rule is HARD)
    assert sentence_at(BROKEN, hard.where) == "We commenced this prior to [DATE]."
    empty = Letter(LetterKind.ENDING, "PLO-1", Recipient(""))
    assert summary_words(empty, ()) == "nothing to read yet · 0 words · 0 must · 0 should"


def test_a_finding_keeps_its_piece_in_a_letter_of_the_record() -> None:
    reed = ReedFamily()
    draft = reed.draft(reed.mother)
    reed.papers().concerns[1].heading = "Facilitating Isla and Noah"
    papers = reed.papers()
    [found] = [one for one in checked_letter(papers, draft, DAYS) if one.rule is HARD]
    assert sources_of(papers, draft)[key_of_place(found.where)].kind == "Concern"
