"""The letter to a parent in Word, in the order of Somerset's J0104, the first page saying it all.

Whoever reads with difficulty reads the first page: why we write, when the meeting is, and that a
solicitor costs nothing. Everything else explains it.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from agenda.letter_words import LetterKind
from exports.document import Paper, made
from exports.letter_lines import bottom_line, steps, visits
from exports.page_marks import PageMarks
from exports.problems import NotApproved
from exports.safe_file import nothing_first, write_whole
from exports.wordml import cell, facts, heading, labelled, paragraph, run, table
from exports.words import listed, long_date, sentence, short_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from pathlib import Path

    from agenda.letter import Letter, LetterMeeting, Worry

_TEXT = "PLOLetterText"
_CELL = "PLOLetterCell"
_NOT_CLEARED = "DRAFT – not cleared by legal"
_UNDATED = datetime(1980, 1, 1, tzinfo=UTC)
"""What the properties say of a letter without a date: any fixed day will do."""

_TITLES = {
    LetterKind.BEFORE_PROCEEDINGS: "We want to meet you about {}",
    LetterKind.BEFORE_ISSUE: "We are asking a court to decide about {}",
    LetterKind.ENDING: "What we have decided about {}",
    LetterKind.EXTENSION: "Our plan for {} goes on",
}
_WORRIED = "Here is what we are worried about"
_HELPED = (
    "What Children’s Services and other professionals have done so far to try to help your family"
)


def write_letter(
    letter: Letter,
    to: Path,
    *,
    is_cleared: bool,
    template: Path | None = None,
    draft: bool = False,
    first: Callable[[], None] = nothing_first,
) -> None:
    """Write a letter as a Word document: the same letter and template, the same bytes.

    Args:
        letter: the letter; one that legal has cleared is the frozen one.
        to: the file to write; one that is there is replaced, whole or not at all.
        is_cleared: whether legal has cleared it.
        template: an authority's own Word file (`.docx` or `.dotx`), for its letterhead and
            styles; our own look without one.
        draft: whether one that is not cleared may be written, with DRAFT across every page.
        first: done when the document is ready, before its file is written: what keeps that it
            is given out.

    Raises:
        NotApproved: where legal has not cleared it and no draft was asked for.
        TemplateNotWord: where the template cannot be used.
        CannotWrite: where the file cannot be written; what was there before is left as it was.
    """
    write_whole(letter_made(letter, template, is_cleared=is_cleared, draft=draft), to, first)


def letter_made(
    letter: Letter, template: Path | None, *, is_cleared: bool, draft: bool = False
) -> bytes:
    """Return a letter as the bytes of a Word document; `write_letter` says what may be raised."""
    if not is_cleared and not draft:
        raise NotApproved(
            "Legal has not cleared this letter. Have it cleared, or ask for the marked draft."
        )
    title = f"Letter to {letter.to.name}, {letter.reference}"
    paper = Paper(_marks(letter, is_cleared=is_cleared), title, _content(letter))
    return made(paper, template)


def _marks(letter: Letter, *, is_cleared: bool) -> PageMarks:
    made_at = datetime.combine(letter.on, time(), UTC) if letter.on else _UNDATED
    status = "Cleared by legal" if is_cleared else _NOT_CLEARED
    whose = f"To {letter.to.name}"
    return PageMarks(
        reference=letter.reference,
        initials=", ".join(letter.initials),
        meeting=letter.kind.called.capitalize(),
        on=long_date(letter.on) if letter.on else "no date yet",
        status=status,
        version="1",
        stands=whose if is_cleared else f"{whose} · {_NOT_CLEARED}",
        across="" if is_cleared else "DRAFT",
        made_at=made_at,
        changed_at=made_at,
    )


def _content(letter: Letter) -> str:
    return "".join(
        (
            _head(letter),
            _said(letter.opening),
            _decided(letter),
            _box(letter),
            _worries(letter),
            _help(letter),
            steps(letter),
            visits(letter),
            bottom_line(letter),
            _section("Your family can make a plan", letter.family_offer),
            _end(letter),
        )
    )


def _head(letter: Letter) -> str:
    """Return to whom, when, about whom, the greeting and the title."""
    first, *rest = [letter.to.name, *letter.to.address]
    dated = long_date(letter.on) if letter.on else "No date yet"
    names = listed(letter.children)
    known_as = listed([name.split()[0] for name in letter.children if name.split()])
    kind = letter.kind.called
    keep = f"This is a {kind}. Please keep it, and show it to a solicitor."
    return (
        paragraph("PLOLetterTop", run(first))
        + "".join(paragraph("PLOLetterAddress", run(line)) for line in rest)
        + paragraph("PLOLetterTop", run(dated))
        + paragraph("PLOLetterAddress", run(f"Our reference: {letter.reference}"))
        + (paragraph("PLOLetterAddress", run(f"About: {names}")) if names else "")
        + paragraph("PLOLetterDear", run(f"Dear {letter.to.known_as or letter.to.name}"))
        + paragraph("Title", run(_TITLES[letter.kind].format(known_as or "your children")))
        + paragraph("Subtitle", run(keep))
    )


def _box(letter: Letter) -> str:
    """Return what matters most, at a glance: when we meet, a solicitor, court, whom to ring."""
    signature = letter.signature
    ring = ": ".join(filter(None, (signature.ring, signature.telephone)))
    rows = (
        ("Our meeting", _when_and_where(letter.meeting)),
        ("Who will be there", _who(letter.meeting)),
        ("A solicitor, free", _cells(letter.legal_advice)),
        ("Court", _cells(letter.court)),
        ("Whom to ring", cell(ring, style=_CELL)),
    )
    return facts(
        "What matters most",
        "Each row is one thing: the meeting, who will be there, a solicitor, court, whom to ring.",
        rows,
        heading_style=_CELL,
    )


def _when_and_where(meeting: LetterMeeting) -> str:
    if meeting.on is None:
        return ""
    at = f" at {meeting.at}" if meeting.at else ""
    told = paragraph(_CELL, run(f"{long_date(meeting.on)}{at}", bold=True))
    return told + cell(meeting.place, style=_CELL)


def _who(meeting: LetterMeeting) -> str:
    if meeting.on is None:
        return ""
    return cell("You, and your solicitor if you want one", *meeting.who, style=_CELL)


def _decided(letter: Letter) -> str:
    if not letter.decision.strip():
        return ""
    last = (
        paragraph(_TEXT, run("The plan now goes on until "), run(_day(letter), bold=True))
        if letter.last_day
        else ""
    )
    return heading(1, "What we have decided") + _said(letter.decision) + last


def _day(letter: Letter) -> str:
    return f"{long_date(letter.last_day)}." if letter.last_day else ""


def _worries(letter: Letter) -> str:
    if not letter.worries:
        return ""
    return (
        heading(1, _WORRIED)
        + _said(letter.examples_note)
        + "".join(_worry(number, worry) for number, worry in enumerate(letter.worries, start=1))
    )


def _worry(number: int, worry: Worry) -> str:
    told = (worry.danger_statement, worry.since, *worry.paragraphs)
    return (
        paragraph("PLOLetterWorry", run(f"{number}. {worry.heading}"))
        + "".join(_said(text) for text in told)
        + _dated(
            f"Examples of worry {number}",
            "Main examples",
            [(one.on, (one.what, one.exceptional)) for one in worry.examples],
        )
    )


def _help(letter: Letter) -> str:
    if not letter.help:
        return ""
    return heading(1, _HELPED) + _dated(
        "What was done to help",
        "What we did, and what came of it",
        [(one.on, (one.what, one.outcome)) for one in letter.help],
    )


def _dated(title: str, called: str, rows: Iterable[tuple[date | None, tuple[str, ...]]]) -> str:
    """Return a table of what was when; nothing where it has no row."""
    told = [
        (cell(short_date(on) if on else "No date yet", style=_CELL), cell(*texts, style=_CELL))
        for on, texts in rows
    ]
    if not told:
        return ""
    columns = [("Date", 24), (called, 76)]
    description = f"Each row is one date: {called[0].lower()}{called[1:]}."
    return table(title, description, columns, told, heading_style="PLOLetterCellHeading")


def _section(title: str, text: str) -> str:
    return heading(1, title) + _said(text) if text.strip() else ""


def _end(letter: Letter) -> str:
    """Return the last words, who signs, and what is enclosed."""
    signature = letter.signature
    enclosed = [
        what
        for what, is_there in (
            ("the list of solicitors", letter.solicitor_list),
            (
                "the parental pack, which tells you what happens next",
                letter.parental_pack,
            ),
        )
        if is_there
    ]
    signed = [line for line in (signature.name, sentence(signature.role)) if line]
    return (
        _said(letter.closing)
        + paragraph("PLOLetterSign", run("Yours sincerely"))
        + "".join(paragraph("PLOLetterSigned", run(line)) for line in signed)
        + labelled(
            "With this letter",
            sentence(f"{listed(enclosed)}.") if enclosed else "",
            "PLOLetterDear",
        )
    )


def _said(text: str) -> str:
    """Return a text as paragraphs, one for each of its lines."""
    return "".join(paragraph(_TEXT, run(line)) for line in text.split("\n") if line.strip())


def _cells(text: str) -> str:
    return cell(*(line.strip() for line in text.split("\n")), style=_CELL)
