"""What a review owes each line of the plan: what became of it, and how we know.

Our own part is asked for beside the parents': whether the help we promised came, and in time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.captures import Capture
from agenda.finding import Finding, Level, Rule
from agenda.meeting_facts import lines_in_force, place_of
from agenda.passing import with_reasons
from agenda.words import LineKind, LineOutcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda import records
    from agenda.papers import Papers

OUTCOME = Rule(
    "review.outcome",
    Level.MUST,
    "A review says what became of every line.",
    "Sutton 2019, PLO Review: evaluate the work and information",
)
EVIDENCE = Rule(
    "review.evidence",
    Level.SHOULD,
    "What was done, or partly done, says how we know.",
    "Our own, after Sutton 2019, PLO Review: evaluate the work and information",
)
WHY = Rule(
    "review.why",
    Level.SHOULD,
    "What was not all done says what stopped it.",
    "Our own, after Sutton 2019, PLO Review: where it is not going to plan",
)
HELP = Rule(
    "review.help",
    Level.SHOULD,
    "A line that promised our help says whether it came.",
    "Ofsted, Derby 2022: actions for workers too",
)


def lines_to_review(papers: Papers) -> list[records.PlanLine]:
    """Return the lines that a review says the outcome of, ours and the parents', by number.

    Not those added in this review, nor bottom lines, which have no end to come to.
    """
    if papers.meeting_id is None or not papers.meeting.kind.is_review:
        return []
    return [
        line
        for line in lines_in_force(papers)
        if line.added_in != papers.meeting_id and line.kind is not LineKind.BOTTOM_LINE
    ]


def lines_without_outcome(papers: Papers) -> list[records.PlanLine]:
    """Return the lines that this review has still to say the outcome of, by number."""
    return [line for line in lines_to_review(papers) if papers.outcome(line.id) is None]


def progress_findings(papers: Papers) -> list[Finding]:
    """Return what a review has not yet said of the lines from before; nothing elsewhere."""
    place = place_of(papers, Capture.OUTCOMES)
    found = [one for line in lines_to_review(papers) for one in _of_line(papers, line, place)]
    return with_reasons(found, papers)


def _of_line(papers: Papers, line: records.PlanLine, place: str) -> Iterator[Finding]:
    found = papers.outcome(line.id)
    if found is None:
        yield Finding(
            OUTCOME,
            f"Say what became of line {line.number}, “{line.what[:60]}”.",
            about=line.id,
            place=place,
            field="outcome",
            example="Partly done: the floors are clear, the bathroom is not",
        )
        return
    done = found.outcome in (LineOutcome.DONE, LineOutcome.PARTLY)
    if done and not found.evidence:
        yield Finding(
            EVIDENCE,
            f"Say how we know that line {line.number} is {found.outcome}.",
            about=line.id,
            place=place,
            field="evidence",
            example="Sam saw all five rooms on Tue 9 March",
        )
    if found.outcome is not LineOutcome.DONE and not found.why:
        yield Finding(
            WHY,
            f"Say what stopped line {line.number}, which is {found.outcome}.",
            about=line.id,
            place=place,
            field="why",
            example="The course was full until April",
        )
    if line.support and found.help_came is None:
        yield Finding(
            HELP,
            f"Say whether our help with line {line.number} came: “{line.support[:60]}”.",
            about=line.id,
            place=place,
            field="help_came",
            example="Late: the cleaner came in week 7",
        )
