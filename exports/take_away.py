"""The page that someone of the family takes home: large plain words, on one page if it can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.words import ParentAnswer
from exports.document import Paper, made
from exports.page_marks import marks_of_page
from exports.safe_file import nothing_first, write_whole
from exports.wordml import heading, labelled, lettered, paragraph, plain, quiet, run, table
from exports.words import long_date, when

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from agenda.minutes import MinutedDate
    from agenda.take_away import TakeAwayPage, TakenDispute, TakenLimit, TakenStep

_TEXT = "PLOFamilyText"
_PART = "PLOFamilyPart"

# What a page of the larger size holds, in characters: more is set in 12 points rather than 14. A
# paragraph takes its last line whole, about half of which is empty.
_LARGE_FITS = 1_700
_PARAGRAPH = 30

_NOT_MINUTES = "This is what we wrote today. It is not yet the approved minutes."
_WRONG = "You will get those later. If something here is wrong, tell us or your solicitor."

_OWN_ANSWERS = {
    ParentAnswer.WITH_CONDITIONS: "You agreed, on a condition",
    ParentAnswer.NOT_AGREED: "You have not agreed to this",
}


def write_take_away(
    page: TakeAwayPage,
    to: Path,
    *,
    template: Path | None = None,
    first: Callable[[], None] = nothing_first,
) -> None:
    """Write one person's page as a Word document.

    Args:
        page: the page, as it was released.
        to: the file to write; one that is there is replaced, whole or not at all.
        template: an authority's own Word file (`.docx` or `.dotx`); our own look without one.
        first: done when the document is ready, before its file is written: what keeps that it
            is given out.

    Raises:
        TemplateNotWord: where the template cannot be used.
        CannotWrite: where the file cannot be written; what was there before is left as it was.
    """
    title = f"What we wrote today, {page.reference}"
    write_whole(made(Paper(marks_of_page(page), title, _content(page)), template), to, first)


def _content(page: TakeAwayPage) -> str:
    content = (
        paragraph("Title", run("What we wrote today"))
        + paragraph(
            _TEXT,
            run(f"For {page.to}. ", bold=True),
            run(f"{page.kind.heading}, {long_date(page.on)}."),
        )
        + paragraph(_TEXT, run(_NOT_MINUTES, bold=True), run(f" {_WRONG}"))
        + _steps(page.steps)
        + _disputed(page.disputed)
        + _limits(page.limits)
        + _dates(page.dates)
        + labelled("Whom to ring", page.ring, _TEXT)
    )
    is_long = len(plain(content)) + _PARAGRAPH * content.count("<w:p>") > _LARGE_FITS
    return content.replace('"PLOFamily', '"PLOFamilySmall') if is_long else content


def _steps(steps: tuple[TakenStep, ...]) -> str:
    if not steps:
        return ""
    return heading(1, "What we each do") + table(
        "What we each do",
        "Each row is one step: who does it, what will happen and the help with it, by when.",
        [("Who", 17), ("What", 49), ("When", 34)],
        [_step(step) for step in steps],
        heading_style=_TEXT,
    )


def _step(step: TakenStep) -> tuple[str, str, str]:
    own = "You" if step.is_own else step.who or "Not named yet"
    what = (
        paragraph(_TEXT, run(step.what, bold=step.is_own))
        + lettered(step.parts, _PART)
        + labelled("Our help", step.support, _TEXT)
        + labelled("With help from", step.helper, _TEXT)
        + (paragraph(_TEXT, quiet(said)) if (said := _answered(step)) else "")
    )
    ours = paragraph(_TEXT, quiet("for us")) if step.is_ours else ""
    return (
        paragraph(_TEXT, run(own, bold=True)) + ours,
        what,
        "".join(paragraph(_TEXT, run(phrase)) for phrase in when(step)),
    )


def _answered(step: TakenStep) -> str:
    """Return where the step stands, where it is not plainly agreed by the reader."""
    said = [] if step.is_settled else ["Not agreed yet"]
    if words := _OWN_ANSWERS.get(step.own_answer) if step.own_answer else None:
        said.append(f"{words}: {step.own_conditions}" if step.own_conditions else words)
    return ". ".join(said)


def _disputed(disputed: tuple[TakenDispute, ...]) -> str:
    if not disputed:
        return ""
    return heading(1, "What you dispute") + "".join(
        paragraph(
            _TEXT,
            run(f"{one.about}: " if one.about else "", bold=True),
            run(f"“{one.text}”" if one.verbatim else one.text),
        )
        for one in disputed
    )


def _limits(limits: tuple[TakenLimit, ...]) -> str:
    if not limits:
        return ""
    return heading(1, "The bottom line: what must not happen") + "".join(
        paragraph(_TEXT, run(limit.what, bold=True))
        + lettered(limit.parts, _PART)
        + labelled("If it does", limit.consequence, _TEXT)
        for limit in limits
    )


def _dates(dates: tuple[MinutedDate, ...]) -> str:
    title = heading(1, "When we meet next, and whom to ring")
    if not dates:
        return title + paragraph(_TEXT, run("We have no date yet. We will tell you."))
    return title + "".join(
        paragraph(_TEXT, run(f"{meeting.what}: ", bold=True), run(_when_and_where(meeting)))
        for meeting in dates
    )


def _when_and_where(meeting: MinutedDate) -> str:
    at = f" at {meeting.at}" if meeting.at else ""
    return f"{long_date(meeting.on)}{at}, {meeting.place or 'place to be confirmed'}"
