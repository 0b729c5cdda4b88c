"""Where in a letter a finding stands: the part, the worry or line, the sentence, the words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from agenda.finding import Finding
from agenda.reading_guide import sentences
from agenda.words import LineKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.letter import Letter, LetterLine

_SHOWN = 60
"""Characters of a place's words that are printed: enough to find them by."""


class Part(StrEnum):
    """The parts of a letter, as a reader names them."""

    WHOLE = "The letter"
    RECIPIENT = "Who it is to"
    OPENING = "Why we are writing"
    DECISION = "What we decided"
    COURT = "Court"
    MEETING = "The meeting"
    WORRIES = "What we are worried about"
    WORRY = "Worry"
    HELP = "What was done to help"
    LINE = "What needs to happen"
    VISIT = "Visits"
    BOTTOM_LINE = "Bottom line"
    FAMILY = "Family meeting"
    LEGAL = "Legal advice"
    CLOSING = "Closing words"
    SIGNATURE = "Signature"


@dataclass(frozen=True, slots=True)
class LetterPlace:
    """A place in a letter.

    Attributes:
        part: the part.
        number: the worry, line or row of help in it, from 1; 0 where the part has none. A line
            has its number among all lines.
        row: the example of a worry, or the part a, b, c of a line, from 1; 0 outside them.
        field: the field of `Letter`, or of the worry or line, that is put right.
        sentence: the sentence of that field, from 1; 0 for the whole of it.
        words: the words themselves, as written; empty where it is about what is missing.
    """

    part: Part
    number: int = 0
    row: int = 0
    field: str = ""
    sentence: int = 0
    words: str = ""

    @property
    def in_words(self) -> str:
        """The place as a list says it: `Worry 2, example 1, sentence 1: “…”`."""
        name = f"{self.part} {self.number}" if self.part is Part.WORRY else str(self.part)
        said = [name]
        if self.number and self.part is not Part.WORRY:
            said.append(f"{'row' if self.part is Part.HELP else 'line'} {self.number}")
        if self.row:
            said.append(f"{'example' if self.part is Part.WORRY else 'part'} {self.row}")
        if self.sentence:
            said.append(f"sentence {self.sentence}")
        cut = self.words if len(self.words) <= _SHOWN else f"{self.words[:_SHOWN]}…"
        return ", ".join(said) + (f": “{' '.join(cut.split())}”" if cut else "")


@dataclass(frozen=True, slots=True)
class LetterFinding(Finding):
    """A finding in a letter, with where it stands."""

    where: LetterPlace = LetterPlace(Part.WHOLE)

    @property
    def in_words(self) -> str:
        """Where it stands and what it says, on one line."""
        return " ".join(f"{self.place_in_words}: {self.sentence}".split())

    @property
    def place_in_words(self) -> str:
        """Where it stands, without the words that stand there: `Worry 2, sentence 1`."""
        return replace(self.where, words="").in_words


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of the letter and where it stands."""

    place: LetterPlace
    text: str

    def sentences(self) -> Iterator[tuple[LetterPlace, str]]:
        """Give each sentence with its own place."""
        for number, sentence in enumerate(sentences(self.text), start=1):
            yield replace(self.place, sentence=number, words=sentence), sentence


def place_of_line(number: int, line: LetterLine, field: str = "", row: int = 0) -> LetterPlace:
    """Return the place of a line, by its kind and its number from 1."""
    return LetterPlace(part_of_line(line.kind), number, row, field)


def part_of_line(kind: LineKind) -> Part:
    """Return the part of a letter that tells a line of a kind."""
    return {LineKind.VISIT: Part.VISIT, LineKind.BOTTOM_LINE: Part.BOTTOM_LINE}.get(kind, Part.LINE)


def passages(letter: Letter) -> Iterator[Passage]:
    """Give every text a parent reads as sentences, in the order it is printed.

    Not the address, the reference, names or times.
    """
    for place, text in _texts(letter):
        if text.strip():
            yield Passage(place, text)


def _texts(letter: Letter) -> Iterator[tuple[LetterPlace, str]]:
    yield LetterPlace(Part.OPENING, field="opening"), letter.opening
    yield LetterPlace(Part.DECISION, field="decision"), letter.decision
    yield LetterPlace(Part.COURT, field="court"), letter.court
    yield LetterPlace(Part.WORRIES, field="examples_note"), letter.examples_note
    yield from _worries(letter)
    for number, given in enumerate(letter.help, start=1):
        yield LetterPlace(Part.HELP, number, field="what"), given.what
        yield LetterPlace(Part.HELP, number, field="outcome"), given.outcome
    for number, line in enumerate(letter.lines, start=1):
        yield place_of_line(number, line, "what"), line.what
        for row, part in enumerate(line.parts, start=1):
            yield place_of_line(number, line, "parts", row), part
        for field in ("rhythm", "support", "measure", "consequence"):
            yield place_of_line(number, line, field), str(getattr(line, field))
    yield LetterPlace(Part.FAMILY, field="family_offer"), letter.family_offer
    yield LetterPlace(Part.LEGAL, field="legal_advice"), letter.legal_advice
    yield LetterPlace(Part.CLOSING, field="closing"), letter.closing


def _worries(letter: Letter) -> Iterator[tuple[LetterPlace, str]]:
    for number, worry in enumerate(letter.worries, start=1):
        yield LetterPlace(Part.WORRY, number, field="heading"), worry.heading
        yield LetterPlace(Part.WORRY, number, field="danger_statement"), worry.danger_statement
        yield LetterPlace(Part.WORRY, number, field="since"), worry.since
        paragraphs = "\n".join(worry.paragraphs)
        yield LetterPlace(Part.WORRY, number, field="paragraphs"), paragraphs
        for row, example in enumerate(worry.examples, start=1):
            yield LetterPlace(Part.WORRY, number, row, "examples"), example.what
            yield LetterPlace(Part.WORRY, number, row, "exceptional"), example.exceptional
