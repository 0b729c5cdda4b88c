"""The plan for the family: what we all do, by when, in large plain words, on one page if it can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.cutting import LEFT_OUT_OF_PLAN
from agenda.words import LineKind, LineOutcome, LineState, ParentAnswer
from exports.document import Paper, made
from exports.family_decisions import all_has_ended, names_each_child, until_when
from exports.page_marks import marks_of_edition
from exports.safe_file import nothing_first, write_whole
from exports.wordml import (
    heading,
    labelled,
    lettered,
    paragraph,
    plain,
    quiet,
    run,
    tab,
    table,
)
from exports.words import listed, long_date, sentence, when

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from agenda.edition import Edition
    from agenda.minuted_plan import MinutedAnswer, MinutedLine
    from agenda.minutes import MinutedDate, Minutes

_TEXT = "PLOFamilyText"
_PART = "PLOFamilyPart"

# What a page of the larger size holds: a longer plan is set in 12 points rather than 14.
_LARGE_FITS = 1_000


def write_family_plan(
    edition: Edition,
    to: Path,
    *,
    template: Path | None = None,
    first: Callable[[], None] = nothing_first,
) -> None:
    """Write the plan for the family as a Word document, from the frozen minutes.

    It may be written before the minutes are approved, with DRAFT across the page: a family should
    not have to wait for its plan.

    Args:
        edition: the frozen minutes and where their approval stands.
        to: the file to write; one that is there is replaced, whole or not at all.
        template: an authority's own Word file (`.docx` or `.dotx`); our own look without one.
        first: done when the document is ready, before its file is written: what keeps that it
            is given out.

    Raises:
        TemplateNotWord: where the template cannot be used.
        CannotWrite: where the file cannot be written; what was there before is left as it was.
    """
    write_whole(family_plan_made(edition, template), to, first)


def family_plan_made(edition: Edition, template: Path | None) -> bytes:
    """Return the plan as the bytes of a Word document; `write_family_plan` says what is raised."""
    minutes = edition.minutes
    title = f"Our plan, {minutes.reference}"
    return made(Paper(marks_of_edition(edition), title, _content(minutes)), template)


def _content(minutes: Minutes) -> str:
    kept = [
        line
        for line in minutes.plan
        if line.state is not LineState.DROPPED and line.finished is None
    ]
    steps = [line for line in kept if line.kind is not LineKind.BOTTOM_LINE]
    limits = [line for line in kept if line.kind is LineKind.BOTTOM_LINE]
    content = (
        paragraph("Title", run("Our plan"))
        + _opening(minutes)
        + _steps(steps, "Still to do" if all_has_ended(minutes) else "What we all do")
        + _done(minutes.plan)
        + _limits(limits)
        + _dates(minutes.dates)
        + (paragraph(_TEXT, quiet(LEFT_OUT_OF_PLAN)) if minutes.leaves_out else "")
    )
    is_long = len(plain(content)) > _LARGE_FITS
    return content.replace('"PLOFamily', '"PLOFamilySmall') if is_long else content


def _opening(minutes: Minutes) -> str:
    """Return whose plan it is and until when; a review's decisions name the children."""
    names = listed([child.full_name for child in minutes.children])
    whose = run(f"For {names}. ") if names and not names_each_child(minutes) else ""
    first, *rest = until_when(minutes)
    return paragraph(_TEXT, whose, run(first)) + "".join(
        paragraph(_TEXT, run(said)) for said in rest
    )


def _done(lines: Sequence[MinutedLine]) -> str:
    """Return what is done: a family should see how far it has come. What fell away is left out."""
    done = [line for line in lines if line.finished is LineOutcome.DONE]
    if not done:
        return ""
    return heading(1, "Done") + "".join(
        paragraph(_PART, run("✓"), tab(), run(f"{line.number}. {line.what}")) for line in done
    )


def _steps(steps: Sequence[MinutedLine], title: str) -> str:
    if not steps:
        return ""
    return heading(1, title) + table(
        title,
        "Each row is one step: what will happen and the help with it, who does it, by when.",
        [("What", 62), ("Who and when", 38)],
        [_step(line) for line in steps],
        heading_style=_TEXT,
    )


def _step(line: MinutedLine) -> tuple[str, str]:
    undecided = "Not agreed yet" if line.state is LineState.DRAFT else ""
    what = (
        paragraph(_TEXT, run(f"{line.number}. {line.what}", bold=True))
        + lettered(line.parts, _PART)
        + labelled("Help you get", line.support, _TEXT)
        + "".join(
            paragraph(_TEXT, quiet(said))
            for said in (undecided, *map(_objection, line.answers))
            if said
        )
    )
    who = paragraph(_TEXT, run(line.owner or "Not named yet", bold=True))
    return what, who + "".join(paragraph(_TEXT, run(phrase)) for phrase in when(line))


def _objection(given: MinutedAnswer) -> str:
    """Return what a parent said who did not plainly agree; nothing for one who did."""
    conditions = f": {given.conditions}" if given.conditions else ""
    if given.answer is ParentAnswer.WITH_CONDITIONS:
        return f"{given.name} agreed with conditions{conditions}"
    if given.answer is ParentAnswer.NOT_AGREED:
        return f"{given.name} has not agreed{conditions}"
    return ""


def _limits(limits: Sequence[MinutedLine]) -> str:
    if not limits:
        return ""
    return heading(1, "The bottom line: what must not happen") + "".join(
        paragraph(_TEXT, run(line.what, bold=True))
        + lettered(line.parts, _PART)
        + labelled("If it does", line.consequence, _TEXT)
        for line in limits
    )


def _dates(dates: Sequence[MinutedDate]) -> str:
    if not dates:
        return ""
    return heading(1, "Dates to remember") + "".join(
        paragraph(_TEXT, run(f"{meeting.what}: ", bold=True), run(_when_and_where(meeting)))
        for meeting in dates
    )


def _when_and_where(meeting: MinutedDate) -> str:
    at = f" at {meeting.at}" if meeting.at else ""
    place = f", {meeting.place}" if meeting.place else ""
    return sentence(f"{long_date(meeting.on)}{at}{place}")
