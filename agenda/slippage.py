"""Whether a plan is slipping, and whether a midway review was considered because of it.

Sutton 2019, PLO Review: where cases are not going according to plan the option of holding a
midway PLO review should be considered, so that the family hears concerns with their lawyer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.finding import Finding, Level, Rule
from agenda.meeting_facts import day_in_words, final_review, lines_in_force, midway_review
from agenda.minuting_words import in_a_row
from agenda.words import LineKind, LineOutcome, MeetingKind, MeetingState

if TYPE_CHECKING:
    from datetime import date

    from agenda import records
    from agenda.papers import Papers

CONSIDER_MIDWAY = Rule(
    "slippage.consider_midway",
    Level.SHOULD,
    "Where the plan is slipping, a midway review is considered, yes or no, and why.",
    "Sutton 2019, PLO Review: the option of a midway review should be considered",
)

_FINISHED = frozenset({LineOutcome.DONE, LineOutcome.NOT_NEEDED})


def late_lines(papers: Papers, today: date) -> list[records.PlanLine]:
    """Return the lines whose date has passed and that no review found finished, by number.

    The day itself is not late. Something that recurs, and a bottom line, is never late.
    """
    return [
        line
        for line in lines_in_force(papers)
        if line.due and line.due < today and not _is_finished(papers, line)
    ]


def slipped(papers: Papers, today: date) -> str:
    """Return what has slipped, in plain words; empty where nothing has.

    Two late lines (the policy's number), a missed report, or a final review that is not booked.
    Nothing before the initial meeting has done its work, nor from the day of the final review on.
    """
    review = final_review(papers)
    on = review.planned_on if review else None
    if papers.window_is_provisional or _is_over(papers) or (on and on <= today):
        return ""
    late = late_lines(papers, today)
    reports = [line for line in late if line.kind is LineKind.ASSESSMENT]
    said = []
    if len(late) >= papers.policy.slippage.late_lines:
        said.append(f"lines {in_a_row([str(line.number) for line in late])} are late")
    if reports:
        said.append(f"the report of line {in_a_row([str(r.number) for r in reports])} is missing")
    if on is None:
        said.append("the final review is not booked")
    return in_a_row(said)


def slippage_findings(papers: Papers, today: date) -> list[Finding]:
    """Ask whether a midway review was considered, where the plan slips and none is planned.

    It is asked again where more has slipped since it was answered.
    """
    what = slipped(papers, today)
    if not what or midway_review(papers) or _is_running(papers):
        return []
    answer = answered(papers, what)
    if answer and not answer.hold:
        return []
    told = what[0].upper() + what[1:]
    sentence = (
        f"{told}. A midway review was to be held: plan it."
        if answer
        else f"{told}. Was a midway review considered? Say yes or no, and why."
    )
    return [Finding(CONSIDER_MIDWAY, sentence, "Yes: the course and the report are both late")]


def answered(papers: Papers, what: str) -> records.MidwayConsidered | None:
    """Return the latest answer given to just this slippage; None where there is none yet."""
    rows = [row for row in papers.midway_considered if row.slipped == what]
    return rows[-1] if rows else None


def considered(row: records.MidwayConsidered, papers: Papers) -> str:
    """Return a recorded answer as a sentence: when, whether one is held, why, and by whom."""
    held = "to be held" if row.hold else "not held"
    who = papers.name(row.by_staff_id, None)
    return f"{day_in_words(row.on)}: a midway review was considered, {held}. {row.why} ({who})"


def _is_finished(papers: Papers, line: records.PlanLine) -> bool:
    found = papers.progress(line.id)
    return bool(found) and found[-1].outcome in _FINISHED


def _is_over(papers: Papers) -> bool:
    """Whether a final review of this episode has been held, or is being held."""
    return any(
        meeting.kind is MeetingKind.FINAL
        and meeting.state is not MeetingState.PLANNED
        and meeting.effective is not False
        for meeting in papers.episode_meetings
    )


def _is_running(papers: Papers) -> bool:
    """Whether a midway review is being held."""
    return any(
        meeting.kind is MeetingKind.MIDWAY and meeting.state is MeetingState.LIVE
        for meeting in papers.episode_meetings
    )
