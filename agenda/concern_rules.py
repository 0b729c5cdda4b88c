"""What the concerns need: not too many, each with dated examples that are recent."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from agenda.captures import Capture
from agenda.finding import Finding, Level, Rule
from agenda.meeting_facts import day_in_words, meeting_day, place_of
from agenda.passing import with_reasons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda import records
    from agenda.papers import Papers

LIMIT = Rule(
    "concerns.limit",
    Level.MUST,
    "A family is not asked to work on too many concerns at once.",
    "Somerset 2018, Content of Initial PLO letter: a maximum of four headings",
)
EXAMPLE = Rule(
    "concerns.example",
    Level.SHOULD,
    "Every concern has a dated example.",
    "Somerset 2018, Content of Initial PLO letter: dates and main examples",
)
OLD_EXAMPLE = Rule(
    "concerns.old_example",
    Level.SHOULD,
    "Examples are recent, unless an older one is exceptional.",
    "Somerset 2018, Content of Initial PLO letter: within the last two years",
)
DANGER_STATEMENT = Rule(
    "concerns.danger_statement",
    Level.NOTE,
    "A concern is linked to a danger statement.",
    "Somerset 2018, Content of Initial PLO letter: link to your danger statement",
)


def concern_findings(papers: Papers) -> list[Finding]:
    """Return what the concerns need; one past the policy's number stands alone as a `must`."""
    place = place_of(papers, Capture.CONCERNS)
    most = papers.policy.concerns.headings
    found: list[Finding] = []
    for count, concern in enumerate(papers.concerns, start=1):
        if count > most:
            sentence = (
                f"“{concern.heading}” is concern {count}, and {most} is the most. "
                "Join it to another, or record why it must stand alone."
            )
            example = "New disclosure on 4 January, not yet part of any other concern"
            found.append(Finding(LIMIT, sentence, example, concern.id, place))
        found += _examples(concern, papers, place)
        if not concern.danger_statement.strip():
            sentence = f"“{concern.heading}” has no danger statement: what could happen to a child."
            example = "We are worried that the children will be hurt when the adults fight"
            found.append(
                Finding(DANGER_STATEMENT, sentence, example, concern.id, place, "danger_statement")
            )
    return with_reasons(found, papers)


def _examples(concern: records.Concern, papers: Papers, place: str) -> Iterator[Finding]:
    examples = papers.examples(concern.id)
    if not examples:
        sentence = f"“{concern.heading}” has no dated example. Add one that everyone can check."
        example = "3 May: the health visitor found no food in the kitchen"
        yield Finding(EXAMPLE, sentence, example, concern.id, place, "examples")
    today = meeting_day(papers)
    if today is None:
        return
    years = papers.policy.concerns.example_years
    earliest = years_before(today, years)
    for old in examples:
        if old.on < earliest and not old.exceptional:
            told = "1 year" if years == 1 else f"{years} years"
            sentence = (
                f"The example of {day_in_words(old.on)} is more than {told} old. "
                "Take a newer one, or mark it exceptional."
            )
            example = "Exceptional: a child was injured"
            yield Finding(OLD_EXAMPLE, sentence, example, old.id, place, "exceptional")


def years_before(day: date, years: int) -> date:
    """Return the same day some years before; of 29 February, the 28th."""
    year = max(date.min.year, day.year - years)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)
