"""Show me why, in Word: one child's chain for the file and the court, on one page if it can."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from agenda.plain_why import cited_text, minutes_text, opening
from exports.document import Paper, made
from exports.page_marks import PageMarks
from exports.safe_file import nothing_first, write_whole
from exports.wordml import paragraph, quiet, run, table
from exports.words import short_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from agenda.why_page import Point, Why, WhyLine, WhyWorry

_TEXT = "PLOTableText"
_HEADING = "PLOCompactHeading"
_NOT_MINUTES = "Made from the record · not minutes"


def write_why(
    why: Why, to: Path, *, template: Path | None = None, first: Callable[[], None] = nothing_first
) -> None:
    """Write one child's chain as a Word document: the same chain and template, the same bytes.

    Args:
        why: the chain.
        to: the file to write; one that is there is replaced, whole or not at all.
        template: an authority's own Word file (`.docx` or `.dotx`); our own look without one.
        first: done when the document is ready, before its file is written: what keeps that it
            is given out.

    Raises:
        TemplateNotWord: where the template cannot be used.
        CannotWrite: where the file cannot be written; what was there before is left as it was.
    """
    title = f"Why: {why.initials}, {why.reference}"
    write_whole(made(Paper(_marks(why), title, _content(why)), template), to, first)


def _marks(why: Why) -> PageMarks:
    made_at = datetime.combine(why.made_on, time(), UTC)
    return PageMarks(
        reference=why.reference,
        initials=why.initials,
        meeting="Show me why",
        on=f"made on {short_date(why.made_on)}",
        status=_NOT_MINUTES,
        version="1",
        stands=_NOT_MINUTES,
        across="",  # it is no draft of minutes: each citation says which those are
        made_at=made_at,
        changed_at=made_at,
    )


def _content(why: Why) -> str:
    return (
        paragraph("Title", run(f"Why: {why.full_name} ({why.initials})"))
        + "".join(paragraph(_TEXT, run(said)) for said in opening(why))
        + "".join(map(_worry, why.worries))
        + _part(f"Other lines of the plan for {why.initials}", "", _lines(why.other_lines))
        + _part("Bottom lines", _points(why.limits))
        + _part("What was said", _points(why.views))
        + _part(f"The risk to {why.initials}", _points(why.risk))
        + "".join(
            _part(
                f"Decision: {one.kind.heading.lower()}, {short_date(one.on)}",
                _points(one.points),
            )
            for one in why.decisions
        )
        + _part(
            "Made from these minutes",
            "".join(paragraph(_TEXT, run(minutes_text(one))) for one in why.made_from),
        )
    )


def _part(heading: str, *content: str) -> str:
    """Return a heading with what stands under it; nothing where nothing does."""
    under = "".join(content)
    return paragraph(_HEADING, run(heading)) + under if under else ""


def _worry(worry: WhyWorry) -> str:
    return _part(f"Worry {worry.number}: {worry.heading}", _points(worry.said), _lines(worry.lines))


def _lines(lines: tuple[WhyLine, ...]) -> str:
    if not lines:
        return ""
    return table(
        "Lines of the plan",
        "Each row is one line of the plan: what was agreed, who does it and when; our help with "
        "it and whether it came; and what each review found, with the evidence.",
        [("What was agreed", 42), ("Our help", 22), ("What the reviews found", 36)],
        [(_points(line.agreed), _points(line.help), _found(line)) for line in lines],
    )


def _found(line: WhyLine) -> str:
    return _points(line.found) or paragraph(_TEXT, quiet("No review has looked at it yet."))


def _points(points: Iterable[Point]) -> str:
    return "".join(map(_point, points))


def _point(point: Point) -> str:
    label = "GAP" if point.is_gap else point.label
    where = cited_text(point)
    return paragraph(
        _TEXT,
        run(f"{label}: " if label else "", bold=True),
        run(point.text),
        quiet(f" {where}" if point.text and where else where),
    )
