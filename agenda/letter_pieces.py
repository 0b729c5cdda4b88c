"""A letter piece by piece, as the parent reads it down the page, each with where it is changed.

The headings are those of Somerset's J0104. A piece is what one finding can stand at: a paragraph
of the letter's own, one worry, one dated example, one row of help, one line of what needs to
happen. What is missing has a piece too, so that it is seen where it belongs.
"""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_lowercase
from typing import TYPE_CHECKING

from agenda.day_names import full_date
from agenda.letter_place import Part, place_of_line
from agenda.letter_words import TELLS_LINES, TELLS_WORRIES, LetterKind
from agenda.words import LineKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from agenda.letter import HelpGiven, Letter, LetterExample, LetterLine, Worry
    from agenda.letter_place import LetterPlace

_HEADINGS = {
    Part.OPENING: "Why we are writing",
    Part.DECISION: "What we have decided",
    Part.COURT: "Court",
    Part.MEETING: "The meeting",
    Part.WORRIES: "Here is what we are worried about",
    Part.HELP: "What we and others have done so far to try to help your family",
    Part.LINE: "What needs to happen so that we will not go to court",
    Part.VISIT: "Our visits",
    Part.BOTTOM_LINE: "The bottom line",
    Part.FAMILY: "A family group meeting",
    Part.LEGAL: "Legal advice",
    Part.CLOSING: "Last words",
    Part.SIGNATURE: "Who signs it, and whom to ring",
}
NOTHING = "Nothing is written here yet."


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a letter.

    Attributes:
        part: the part of the letter.
        number: the worry, row of help or line, from 1; 0 for the part as a whole.
        row: the example of a worry, from 1; 0 outside them.
        heading: what stands above it; empty where it goes on under the one before.
        text: what the parent reads; empty where nothing is written.
    """

    part: Part
    number: int = 0
    row: int = 0
    heading: str = ""
    text: str = ""

    @property
    def key(self) -> str:
        """What tells it from the other pieces: `WORRY.1.2`."""
        return f"{self.part.name}.{self.number}.{self.row}"

    @property
    def name(self) -> str:
        """The piece as a list names it: `Worry 1, example 2`."""
        if self.part is Part.WHOLE:
            return "To whom, when and about whom"
        if not self.number:
            return _HEADINGS.get(self.part, str(self.part))
        called = {Part.WORRY: "Worry", Part.HELP: "Help"}.get(self.part, "Line")
        return f"{called} {self.number}" + (f", example {self.row}" if self.row else "")


def pieces_of(letter: Letter) -> tuple[Piece, ...]:
    """Return a letter's pieces in the order in which it is read."""
    return tuple(_pieces(letter))


def key_of_place(where: LetterPlace) -> str:
    """Return the key of the piece in which a finding stands."""
    part = Part.WHOLE if where.part is Part.RECIPIENT else where.part
    row = where.row if part is Part.WORRY else 0
    return Piece(part, where.number, row).key


def _pieces(letter: Letter) -> Iterator[Piece]:
    yield Piece(Part.WHOLE, text=_top(letter))
    yield _own(Part.OPENING, letter.opening)
    if letter.kind is not LetterKind.BEFORE_PROCEEDINGS:
        last = f"The new last day is {full_date(letter.last_day)}." if letter.last_day else ""
        yield _own(Part.DECISION, _joined(letter.decision, last))
    if letter.court or letter.kind is not LetterKind.ENDING:
        yield _own(Part.COURT, letter.court)
    if letter.kind in TELLS_LINES:
        yield _own(Part.MEETING, _meeting(letter))
    if letter.kind in TELLS_WORRIES:
        yield _own(Part.WORRIES, letter.examples_note)
        for number, worry in enumerate(letter.worries, start=1):
            yield from _worry(number, worry)
        yield _own(Part.HELP, "" if not letter.help else " ")
        for number, given in enumerate(letter.help, start=1):
            yield Piece(Part.HELP, number, text=_help(given))
    if letter.kind in TELLS_LINES:
        yield from _lines(letter)
    yield from _law(letter)
    yield _own(Part.CLOSING, letter.closing)
    yield _own(Part.SIGNATURE, _signature(letter))


def _own(part: Part, text: str) -> Piece:
    return Piece(part, heading=_HEADINGS[part], text=text)


def _top(letter: Letter) -> str:
    to = letter.to
    return _joined(
        f"To: {to.name or 'nobody yet'}",
        *to.address,
        f"Date: {full_date(letter.on) if letter.on else 'no date yet'}",
        f"About: {', '.join(letter.children) or 'no child yet'}",
        f"Our reference: {letter.reference}",
    )


def _meeting(letter: Letter) -> str:
    meeting = letter.meeting
    day = full_date(meeting.on) if meeting.on else "no day yet"
    return _joined(
        f"When: {day}, {meeting.at or 'no time yet'}",
        f"Where: {meeting.place or 'no place yet'}",
        *(f"There will be: {who}" for who in meeting.who),
    )


def _worry(number: int, worry: Worry) -> Iterator[Piece]:
    text = _joined(worry.danger_statement, worry.since, *worry.paragraphs)
    yield Piece(Part.WORRY, number, heading=f"{number}. {worry.heading}", text=text)
    for row, example in enumerate(worry.examples, start=1):
        yield Piece(Part.WORRY, number, row, text=_example(example))


def _example(example: LetterExample) -> str:
    return _joined(f"{_day(example.on)}: {example.what}", example.exceptional)


def _help(given: HelpGiven) -> str:
    return _joined(f"{_day(given.on)}: {given.what}", given.outcome)


def _lines(letter: Letter) -> Iterator[Piece]:
    """Give what needs to happen, then the visits, then the bottom line, each under its heading."""
    numbered = list(enumerate(letter.lines, start=1))
    for part in (Part.LINE, Part.VISIT, Part.BOTTOM_LINE):
        here = [(n, line) for n, line in numbered if place_of_line(n, line).part is part]
        yield _own(part, " " if here else "")
        for number, line in here:
            yield Piece(part, number, text=_line(number, line))


def _line(number: int, line: LetterLine) -> str:
    parts = (f"{letter}. {part}" for letter, part in zip(ascii_lowercase, line.parts, strict=False))
    facts = {
        "Who": line.owner if line.kind is not LineKind.BOTTOM_LINE else "",
        "By": full_date(line.due) if line.due else "",
        "How often": line.rhythm,
        "Until": full_date(line.until) if line.until else "",
        "Sessions": str(line.sessions or ""),
        "How we will help": line.support,
        "How we will all know": line.measure,
        "If this happens": line.consequence,
    }
    told = (f"{name}: {fact}" for name, fact in facts.items() if fact)
    return _joined(f"{number}. {line.what}", *parts, *told)


def _law(letter: Letter) -> Iterator[Piece]:
    enclosed = [
        what
        for what, is_in in (
            ("the list of solicitors", letter.solicitor_list),
            ("the pack for parents", letter.parental_pack),
        )
        if is_in
    ]
    with_it = f"With this letter: {' and '.join(enclosed)}." if enclosed else ""
    if letter.family_offer or letter.kind in TELLS_WORRIES:
        yield _own(Part.FAMILY, letter.family_offer)
    if letter.legal_advice or with_it or letter.kind in TELLS_WORRIES:
        yield _own(Part.LEGAL, _joined(letter.legal_advice, with_it))


def _signature(letter: Letter) -> str:
    signed = letter.signature
    return _joined(
        f"Signed by: {signed.name or 'nobody yet'}" + (f", {signed.role}" if signed.role else ""),
        f"Ring: {signed.ring or 'nobody yet'}, on {signed.telephone or 'no number yet'}",
    )


def _day(day: date | None) -> str:
    return full_date(day) if day else "No date"


def _joined(*texts: str) -> str:
    return "\n".join(text.strip() for text in texts if text.strip())
