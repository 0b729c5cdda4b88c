"""From a letter and what was found in it to what the drafting screen shows: plain rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from agenda.finding import Level
from agenda.letter_pieces import NOTHING, key_of_place, pieces_of
from agenda.letter_sources import left_out_words, sources_of
from agenda.letter_summary import passage_at, sentence_at
from agenda.letter_words_rules import HARD, LONG_SENTENCE, READING_AGE
from agenda.minuting_words import in_a_row
from agenda.plainer import plainer_words
from agenda.reading_guide import reading_age
from plo_tui.widgets.letter_needs import NeedRow
from plo_tui.widgets.letter_page import LetterRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from agenda import records
    from agenda.letter import Letter
    from agenda.letter_pieces import Piece
    from agenda.letter_place import LetterFinding
    from agenda.letter_sources import Source
    from agenda.papers import Papers
    from agenda.policy import Policy

OUT = "OUT."
"""What the key of a row begins with that says what this letter leaves out."""
_MARKS = {Level.MUST: "✗", Level.SHOULD: "!"}


@dataclass(frozen=True, slots=True)
class Drafted:
    """A letter as the drafting screen holds it: its pieces, their sources, what was found.

    Attributes:
        letter: the letter as it stands.
        pieces: its pieces by key, in the order in which it is read.
        sources: the record each piece is made from; none once legal has cleared it.
        found: what the validator found, by the key of its piece, strictest first.
        out: what this letter leaves out: the record, its words and why.
    """

    letter: Letter
    pieces: dict[str, Piece]
    sources: dict[str, Source]
    found: dict[str, list[LetterFinding]]
    out: dict[str, tuple[UUID, str, str]]

    @property
    def findings(self) -> list[LetterFinding]:
        """Everything that was found, in the order of the letter."""
        return [one for found in self.found.values() for one in found]


def drafted(
    papers: Papers, draft: records.LetterDraft, letter: Letter, findings: Sequence[LetterFinding]
) -> Drafted:
    """Return a letter with everything the screen shows of it."""
    pieces = {piece.key: piece for piece in pieces_of(letter)}
    found: dict[str, list[LetterFinding]] = {key: [] for key in pieces}
    levels = tuple(Level)
    for one in sorted(findings, key=lambda one: levels.index(one.level)):
        key = key_of_place(one.where)
        found[key if key in pieces else next(iter(pieces))].append(one)
    out = {
        f"{OUT}{row.about}": (row.about, left_out_words(papers, row.about), row.why)
        for row in papers.omissions(draft.id)
    }
    return Drafted(letter, pieces, {} if draft.frozen else sources_of(papers, draft), found, out)


def letter_rows(shown: Drafted) -> list[LetterRow]:
    """Return the rows of the letter, and under them what it leaves out."""
    rows = [_row(shown, piece, shown.found[key]) for key, piece in shown.pieces.items()]
    heading = "Left out of this letter"
    for key, (_, words, why) in shown.out.items():
        rows.append(LetterRow(key, heading, f"{words}\nbecause: {why}"))
        heading = ""
    return rows


def _row(shown: Drafted, piece: Piece, found: Sequence[LetterFinding]) -> LetterRow:
    mark = next((_MARKS[one.level] for one in found if one.level in _MARKS), "")
    return LetterRow(
        piece.key,
        piece.heading,
        piece.text or NOTHING,
        mark,
        " · ".join(_says(shown.letter, found)),
        tuple(one.where.words for one in found if one.rule is HARD),
    )


def _says(letter: Letter, found: Sequence[LetterFinding]) -> Iterator[str]:
    """Give what was found of how a piece reads; the rest stands in the list beside it."""
    rules = [one.rule for one in found]
    ages = [
        reading_age(passage_at(letter, one.where)) or 0 for one in found if one.rule is READING_AGE
    ]
    if ages:
        yield f"reading age {max(ages)}"
    for rule, called in ((LONG_SENTENCE, "long sentence"), (HARD, "hard word")):
        if count := rules.count(rule):
            yield f"{count} {called}{'' if count == 1 else 's'}"


def needs_at(shown: Drafted, key: str, policy: Policy) -> tuple[list[NeedRow], list[NeedRow]]:
    """Return what was found in the piece at the cursor, and in all the others.

    What is alike in several others is one row, which goes to the first of them.
    """
    here = [_need(shown, key, one, policy) for one in shown.found.get(key, ())]
    others = [
        _need(shown, other, one, policy)
        for other, found in shown.found.items()
        if other != key
        for one in found
    ]
    order = tuple(Level)
    return here, sorted(_alike_once(others), key=lambda row: order.index(row.level))


def _alike_once(rows: Sequence[NeedRow]) -> list[NeedRow]:
    """Return rows that say the same as one, with every place in which it was found."""
    alike: dict[tuple[Level, str], list[NeedRow]] = {}
    for row in rows:
        alike.setdefault((row.level, row.sentence), []).append(row)
    return [
        replace(group[0], place=in_a_row(list(dict.fromkeys(row.place for row in group))))
        for group in alike.values()
    ]


def _need(shown: Drafted, key: str, one: LetterFinding, policy: Policy) -> NeedRow:
    quoted = sentence_at(shown.letter, one.where) or one.where.words
    instead = ""
    if one.rule is HARD:
        plain = dict(plainer_words(quoted, policy))
        instead = plain.get(one.where.words, one.example)
    return NeedRow(
        piece=key,
        level=one.level,
        sentence=one.sentence,
        quoted="" if quoted == shown.pieces[key].heading else quoted,
        instead=instead,
        example=one.example,
        passed=one.passed,
        place=shown.pieces[key].name,
        source=one.rule.source,
    )
