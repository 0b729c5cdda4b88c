"""SMART: what one line of the plan needs, by its kind, and how its words and dates read.

Somerset 2018 asks for targets that are specific, broken down and SMART; Sutton 2019 for a
SMART plan that is timetabled inside the window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.captures import Capture
from agenda.finding import Finding, Level, Rule
from agenda.meeting_facts import day_in_words, final_review, meeting_day, place_of
from agenda.passing import with_reasons
from agenda.smart_needs import needs_of
from agenda.smart_words import has_number_or_test, two_actions, two_owners, vague_words
from agenda.words import LineKind, LineState
from agenda.words_rules import reading_findings
from agenda.working_days import OutsideCalendar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from agenda import records
    from agenda.papers import Papers
    from agenda.working_days import WorkingDays

BEFORE_MEETING = Rule(
    "smart.before_meeting",
    Level.MUST,
    "No date of a line is before the meeting that agrees it.",
    "Sutton 2019, PLO Meetings",
)
PAST_WINDOW = Rule(
    "smart.past_window",
    Level.MUST,
    "Every date of a line is inside the window.",
    "Sutton 2019, Step 1: no longer than 12 weeks unless in exceptional circumstances",
)
NON_WORKING_DAY = Rule(
    "smart.non_working_day",
    Level.SHOULD,
    "A line is due on a working day.",
    "[own]: somebody has to be at work to see that it was done",
)
AFTER_FINAL = Rule(
    "smart.after_final",
    Level.SHOULD,
    "A line is due before the final review, which decides on it.",
    "Sutton 2019, PLO Review: the review evaluates the work of the weeks before it",
)
VAGUE = Rule(
    "smart.vague",
    Level.SHOULD,
    "A line says what can be checked, with a number or a test beside any vague word.",
    "Somerset 2018, Content of Initial PLO letter: specific; word list in the policy",
)
TWO_OWNERS = Rule(
    "smart.two_owners",
    Level.SHOULD,
    "A line has one owner.",
    "Somerset 2018, Content of Initial PLO letter: specific, broken down",
)
TWO_ACTIONS = Rule(
    "smart.two_actions",
    Level.SHOULD,
    "A line asks for one thing; parts a, b, c of one thing are fine.",
    "Somerset 2018, Content of Initial PLO letter: broken down",
)
NO_CONCERN = Rule(
    "smart.no_concern",
    Level.SHOULD,
    "A line answers one of the concerns.",
    "Somerset 2018, Content of Initial PLO letter",
)
NO_CHILD = Rule(
    "smart.no_child",
    Level.SHOULD,
    "A line says which child it is for.",
    "Ofsted, Milton Keynes 2021: plans focused on adults",
)

_PLACES = {
    LineKind.ASSESSMENT: (Capture.ASSESSMENTS, Capture.PLAN),
    LineKind.BOTTOM_LINE: (Capture.BOTTOM_LINE, Capture.PLAN),
}
"""Where lines that are not settled in the item of the plan are settled."""

_SAID = {"starts": "starts", "due": "is due", "until": "goes on until"}


def smart_findings(line: records.PlanLine, papers: Papers, days: WorkingDays) -> list[Finding]:
    """Return what is missing or unclear in one line of the plan; nothing for a dropped line.

    Args:
        line: the line, of these papers.
        papers: the case's papers, with or without a meeting.
        days: the authority's working days.
    """
    if line.state is LineState.DROPPED:
        return []
    place = place_of(papers, *_PLACES.get(line.kind, (Capture.PLAN,)))
    found = [
        *needs_of(line, papers, place),
        *_dates(line, papers, days, place),
        *_words(line, papers, place),
        *_ties(line, papers, place),
        *reading_findings(line, papers, place),
    ]
    return with_reasons(found, papers)


def line_past_window(line: records.PlanLine, papers: Papers, place: str = "") -> Iterator[Finding]:
    """Give each date of a line that is past the window of its children, as it stands that day."""
    window = papers.window_for(papers.line_children(line.id) or papers.children)
    for field, said in _SAID.items():
        day: date | None = getattr(line, field)
        if window and day and day > window.last_day:
            end = day_in_words(window.last_day)
            sentence = (
                f"Line {line.number} {said} {day_in_words(day)}, after the window ends on {end}. "
                "Bring it forward, or record why it is exceptional."
            )
            yield Finding(PAST_WINDOW, sentence, f"By {end}", line.id, place, field)


def _dates(
    line: records.PlanLine, papers: Papers, days: WorkingDays, place: str
) -> Iterator[Finding]:
    """Check the start, the due date and the last day of a line."""
    agreed_on = meeting_day(papers, line.decided_in)
    past = {one.field: one for one in line_past_window(line, papers, place)}
    for field, said in _SAID.items():
        day: date | None = getattr(line, field)
        if day is None:
            continue
        told = f"Line {line.number} {said} {day_in_words(day)}"
        if field in past:
            yield past[field]
        elif agreed_on and day < agreed_on and field != "starts":
            sentence = (
                f"{told}, before the meeting on {day_in_words(agreed_on)}. Choose a later day."
            )
            yield Finding(BEFORE_MEETING, sentence, "", line.id, place, field)
        elif field == "due":
            yield from _due(line, day, papers, days, place)


def _due(
    line: records.PlanLine, due: date, papers: Papers, days: WorkingDays, place: str
) -> Iterator[Finding]:
    """Check a due date that is inside the window."""
    told = f"Line {line.number} is due {day_in_words(due)}"
    try:
        why_not = days.why_not(due)
        nearest = days.on_or_before(due)
    except OutsideCalendar:
        why_not = ""
    if why_not:
        sentence = f"{told}, which is not a working day ({why_not}). Choose the one before it."
        example = f"By {day_in_words(nearest)}"
        yield Finding(NON_WORKING_DAY, sentence, example, line.id, place, "due")
    final = final_review(papers)
    if final and final.planned_on and due > final.planned_on:
        review = day_in_words(final.planned_on)
        sentence = f"{told}, after the final review on {review}. Bring it forward."
        example = "A week before the review, so that everyone has read it"
        yield Finding(AFTER_FINAL, sentence, example, line.id, place, "due")


def _words(line: records.PlanLine, papers: Papers, place: str) -> Iterator[Finding]:
    """Check what is to be done: vague words, and more than one doer or action in it."""
    parts = papers.parts(line.id)
    vague = vague_words(line.what, papers.policy.plan.vague_words)
    tests = " ".join([line.what, line.measure, line.rhythm])
    if vague and not parts and not line.sessions and not has_number_or_test(tests):
        sentence = (
            f"Line {line.number} says “{vague[0]}”, which nobody can check. "
            "Say what will be seen, how often or how many."
        )
        example = "Go to all six sessions of the course, on Tuesdays at 10 am"
        yield Finding(VAGUE, sentence, example, line.id, place, "what")
    if line.kind is LineKind.BOTTOM_LINE:
        return
    if doers := two_owners(line.what, _names(papers)):
        sentence = f"Line {line.number} starts “{doers}”. Give each person a line of their own."
        example = "Ms Carter takes the children to school. Next line: Mr Dale fetches them"
        yield Finding(TWO_OWNERS, sentence, example, line.id, place, "what")
    if second := two_actions(line.what):
        sentence = (
            f"Line {line.number} asks for a second thing (“{second} …”). "
            "Make it a line of its own, or part b."
        )
        example = "Book the GP. Next line: go to the first session of the course"
        yield Finding(TWO_ACTIONS, sentence, example, line.id, place, "what")


def _ties(line: records.PlanLine, papers: Papers, place: str) -> Iterator[Finding]:
    """Check that a line answers a concern and is for a child."""
    if papers.find("Concern", line.concern_id) is None:
        first = papers.concerns[0].heading if papers.concerns else "Neglect"
        sentence = f"Line {line.number} answers no concern. Choose the one it is about."
        yield Finding(NO_CONCERN, sentence, first, line.id, place, "concern_id")
    if not papers.line_children(line.id) and len(children := papers.children) > 1:
        sentence = f"Line {line.number} is for no child. Choose one, some or all of them."
        yield Finding(NO_CHILD, sentence, children[0].initials, line.id, place, "children")


def _names(papers: Papers) -> Iterator[str]:
    for person in papers.people:
        yield person.known_as
        yield person.full_name
    for member in papers.staff:
        yield member.name
