"""Whether what needs to happen is SMART in a letter: first steps, owners, dates, bottom line.

The same rules as for a line of the plan, from `agenda.smart` and `agenda.smart_needs`; and what
the letter alone needs of its lines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agenda import smart
from agenda.finding import Level, Rule
from agenda.letter_place import LetterFinding, LetterPlace, Part, place_of_line
from agenda.letter_words import TELLS_LINES, LetterKind
from agenda.meeting_facts import day_in_words
from agenda.smart_needs import lacking
from agenda.smart_words import has_number_or_test, two_actions, two_owners, vague_words
from agenda.window import WEEK
from agenda.words import LineKind
from agenda.working_days import OutsideCalendar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from agenda.letter import Letter, LetterLine
    from agenda.policy import Policy
    from agenda.working_days import WorkingDays

_SOMERSET = "Somerset 2018, Content of Initial PLO letter"

FIRST_STEPS = Rule(
    "letter.first_steps",
    Level.MUST,
    "What needs to happen starts with talking to a solicitor and to the family.",
    f"{_SOMERSET}: talk to your solicitor and important people in your family",
)
BOTTOM_LINE = Rule(
    "letter.bottom_line",
    Level.MUST,
    "A letter makes the bottom line clear.",
    "Somerset 2018, Initial PLO letter: with the bottom line made clear",
)
VISITS = Rule(
    "letter.visits",
    Level.SHOULD,
    "A letter says how often we visit.",
    "Sutton 2019, PLO Meetings: the plan, with the expectation of visits, is in the letters",
)
SUPPORT = Rule(
    "letter.support",
    Level.SHOULD,
    "What needs to happen says what we do to help.",
    "Somerset 2018, Initial PLO letter: supported targets for parents",
)
WORRY_LINE = Rule(
    "letter.worry_line",
    Level.SHOULD,
    "Every worry has a line that answers it.",
    f"{_SOMERSET}: what needs to happen",
)

_FIRST = 2
"""How many lines the first steps may take: one for the solicitor, one for the family."""
_SOLICITOR = re.compile(r"\b(?:solicitors?|lawyers?)\b", re.IGNORECASE)
_FAMILY = re.compile(r"\b(?:family|families|relatives|friends)\b", re.IGNORECASE)
_ANSWERS_A_WORRY = frozenset({LineKind.ACTION, LineKind.SERVICE})


def line_findings(letter: Letter, policy: Policy, days: WorkingDays) -> Iterator[LetterFinding]:
    """Give what the lines lack, each by itself and all together."""
    names = [letter.to.name, "You", *(line.owner for line in letter.lines)]
    for number, line in enumerate(letter.lines, start=1):
        for need in lacking(line, line.owner):
            where = place_of_line(number, line, need.field)
            yield _found(need.rule, f"Line {number} {need.sentence}", where, need.example)
        yield from _words(number, line, policy, names)
        yield from _dates(number, line, letter, policy, days)
        answers = 1 <= line.worry <= len(letter.worries)
        if letter.worries and line.kind in _ANSWERS_A_WORRY and not answers:
            sentence = f"Line {number} answers no worry. Choose the one it is about."
            where = place_of_line(number, line, "worry")
            yield _found(smart.NO_CONCERN, sentence, where, letter.worries[0].heading)
    if letter.kind in TELLS_LINES:
        yield from _whole(letter)


def _words(
    number: int, line: LetterLine, policy: Policy, names: list[str]
) -> Iterator[LetterFinding]:
    """Check vague words, and more than one doer or action in a line."""
    where = place_of_line(number, line, "what")
    vague = vague_words(line.what, policy.plan.vague_words)
    tests = " ".join([line.what, line.measure, line.rhythm])
    if vague and not line.parts and not line.sessions and not has_number_or_test(tests):
        sentence = (
            f"Line {number} says “{vague[0]}”, which nobody can check. "
            "Say what will be seen, how often or how many."
        )
        example = "Go to all six sessions of the course, on Tuesdays at 10 am"
        yield _found(smart.VAGUE, sentence, where, example, vague[0])
    if line.kind is LineKind.BOTTOM_LINE:
        return
    if doers := two_owners(line.what, names):
        sentence = f"Line {number} starts “{doers}”. Give each person a line of their own."
        yield _found(smart.TWO_OWNERS, sentence, where, "You take Jo to school", doers)
    if second := two_actions(line.what):
        sentence = (
            f"Line {number} asks for a second thing (“{second} …”). "
            "Make it a line of its own, or part b."
        )
        example = "Book the GP. Next line: go to the first session of the course"
        yield _found(smart.TWO_ACTIONS, sentence, where, example, second)


def _dates(
    number: int, line: LetterLine, letter: Letter, policy: Policy, days: WorkingDays
) -> Iterator[LetterFinding]:
    """Check each date of a line against the letter, its window and the working days."""
    last = _last_day(letter, policy)
    for field in ("due", "until"):
        day: date | None = getattr(line, field)
        if day is None:
            continue
        where = place_of_line(number, line, field)
        said = f"Line {number} {'is due' if field == 'due' else 'goes on until'}"
        told = f"{said} {day_in_words(day)}"
        if letter.on and day < letter.on:
            sentence = f"{told}, before the letter itself. Choose a later day."
            yield _found(smart.BEFORE_MEETING, sentence, where)
        elif last and day > last:
            sentence = f"{told}, after the window ends on {day_in_words(last)}. Bring it forward."
            yield _found(smart.PAST_WINDOW, sentence, where, f"By {day_in_words(last)}")
        elif field == "due" and (why_not := _why_not(day, days)):
            sentence = f"{told}, which is not a working day ({why_not}). Choose the one before it."
            yield _found(smart.NON_WORKING_DAY, sentence, where)


def _last_day(letter: Letter, policy: Policy) -> date | None:
    """Return the last day of the window a letter speaks of, as far as the letter tells."""
    if letter.kind is LetterKind.EXTENSION:
        return letter.last_day
    start = letter.meeting.on
    if letter.kind is not LetterKind.BEFORE_PROCEEDINGS or start is None:
        return None
    try:
        return start + policy.window.weeks * WEEK
    except OverflowError:  # a year past 9999 was typed
        return None


def _why_not(day: date, days: WorkingDays) -> str:
    try:
        return days.why_not(day)
    except OutsideCalendar:
        return ""


def _whole(letter: Letter) -> Iterator[LetterFinding]:
    steps = LetterPlace(Part.LINE, field="lines")
    if letter.kind is LetterKind.BEFORE_PROCEEDINGS:
        first = " ".join(line.what for line in letter.lines[:_FIRST])
        if not (_SOLICITOR.search(first) and _FAMILY.search(first)):
            sentence = "It does not start with talking to a solicitor and to the family. Add it."
            example = "Before the meeting, talk to your solicitor and to your family"
            words = letter.lines[0].what if letter.lines else ""
            yield _found(FIRST_STEPS, sentence, steps, example, words)
    if not letter.lines_of(LineKind.BOTTOM_LINE):
        sentence = "There is no bottom line. Add what must not happen, and what follows."
        example = "The children are never left alone. If they are, we ask our lawyers that day"
        yield _found(BOTTOM_LINE, sentence, LetterPlace(Part.BOTTOM_LINE, field="lines"), example)
    if not letter.lines_of(LineKind.VISIT):
        sentence = "Nothing says how often we visit. Add a line for it."
        example = "The social worker visits every Tuesday at 4 pm"
        yield _found(VISITS, sentence, LetterPlace(Part.VISIT, field="lines"), example)
    if not any(line.support.strip() for line in letter.lines):
        sentence = "Nothing says what we do to help. Add our support to a line."
        yield _found(SUPPORT, sentence, steps, "We pay for the taxi to the course")
    answered = {line.worry for line in letter.lines}
    for number, worry in enumerate(letter.worries, start=1):
        if number not in answered:
            sentence = f"No line answers worry {number}. Add one, or tie one to it."
            where = LetterPlace(Part.WORRY, number, field="lines", words=worry.heading)
            yield _found(WORRY_LINE, sentence, where)


def _found(
    rule: Rule, sentence: str, where: LetterPlace, example: str = "", words: str = ""
) -> LetterFinding:
    if words:
        where = LetterPlace(where.part, where.number, where.row, where.field, words=words)
    return LetterFinding(rule, sentence, example, field=where.field, where=where)
