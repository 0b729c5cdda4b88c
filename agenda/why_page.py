"""Show me why: one child's chain as a page says it, from worry to authority.

It holds words only, each with where the minutes say it. What the record lacks stands on the page
too, as a gap: a court will ask, and the chair should see it first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agenda.day_names import full_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from agenda.words import MeetingKind, MinutesState


@dataclass(frozen=True, slots=True)
class Cited:
    """Where the minutes of a meeting say something.

    Attributes:
        kind: which kind of meeting.
        on: the day it was held.
        paragraphs: the numbers of the paragraphs; none where the meeting as a whole is meant.
        line: the number of a line of its plan; None where none is meant.
        is_draft: whether those minutes still lack an approval.
    """

    kind: MeetingKind
    on: date
    paragraphs: tuple[int, ...] = ()
    line: int | None = None
    is_draft: bool = False

    @property
    def in_words(self) -> str:
        """The citation: `Initial meeting, 12 January 2027, paragraphs 7 to 9`."""
        where = [self.kind.heading, full_date(self.on)]
        if self.line is not None:
            where.append(f"line {self.line} of the plan")
        if self.paragraphs:
            word = "paragraph" if len(self.paragraphs) == 1 else "paragraphs"
            where.append(f"{word} {_runs(self.paragraphs)}")
        return ", ".join(where) + (" (draft minutes)" if self.is_draft else "")


@dataclass(frozen=True, slots=True)
class Point:
    """One thing the page says.

    Attributes:
        label: what it is: `Our help`, `Final review`; empty where the text needs none.
        text: what is said, in sentences; empty where only the citation is.
        cited: where the minutes say it.
        is_gap: whether it says that something is missing from the record.
    """

    label: str
    text: str = ""
    cited: tuple[Cited, ...] = ()
    is_gap: bool = False


def gap(text: str) -> Point:
    """Return a point that says what is missing from the record."""
    return Point("", text, is_gap=True)


def sentences(*said: str) -> str:
    """Return what is said as sentences in a row; what is empty is left out."""
    texts = [text.strip() for text in said if text.strip()]
    return " ".join(text if text[-1] in ".!?…" else f"{text}." for text in texts)


@dataclass(frozen=True, slots=True)
class WhyLine:
    """A line of the plan: what was agreed, our help with it, and what the reviews found."""

    agreed: tuple[Point, ...]
    help: tuple[Point, ...]
    found: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class WhyWorry:
    """A worry about the child, which way it went, and the lines that answer it."""

    number: int
    heading: str
    said: tuple[Point, ...]
    lines: tuple[WhyLine, ...]


@dataclass(frozen=True, slots=True)
class WhyDecision:
    """What one review decided for the child, and on whose authority; or why it decided nothing."""

    kind: MeetingKind
    on: date
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class MadeFrom:
    """The minutes that a page cites: which version, and where its approval stands."""

    kind: MeetingKind
    on: date
    version: int
    state: MinutesState
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Why:
    """One child's chain: worry, line, our help, evidence, decision, authority.

    Attributes:
        window: the child's own window, in words.
        made_on: the day it was made; what had lapsed by then has lapsed.
        stands: what stands for the child on that day, in words.
        other_lines: the lines for the child that answer no worry about the child.
        limits: the bottom lines, and the consequences explained.
        views: where the minutes hold the child's, the parents' and the lawyers' views.
        risk: each review's judgement on the risk to the child.
        made_from: the minutes of each meeting held, in order.
    """

    reference: str
    full_name: str
    initials: str
    born_on: date | None
    due_on: date | None
    window: str
    made_on: date
    stands: str
    worries: tuple[WhyWorry, ...]
    other_lines: tuple[WhyLine, ...]
    limits: tuple[Point, ...]
    views: tuple[Point, ...]
    risk: tuple[Point, ...]
    decisions: tuple[WhyDecision, ...]
    made_from: tuple[MadeFrom, ...]

    @property
    def gaps(self) -> tuple[str, ...]:
        """What the record lacks, each as the page says it."""
        return tuple(point.text for point in self._points() if point.is_gap)

    @property
    def gaps_in_words(self) -> str:
        """How many gaps there are, as the page says it."""
        count = len(self.gaps)
        if not count:
            return "The record has no gap so far."
        counted = "1 gap, marked" if count == 1 else f"{count} gaps, each marked"
        return f"The record has {counted} GAP."

    def _points(self) -> Iterator[Point]:
        for worry in self.worries:
            yield from worry.said
            yield from _of_lines(worry.lines)
        yield from _of_lines(self.other_lines)
        yield from (*self.limits, *self.views, *self.risk)
        for decision in self.decisions:
            yield from decision.points


def _of_lines(lines: Iterable[WhyLine]) -> Iterator[Point]:
    for line in lines:
        yield from (*line.agreed, *line.help, *line.found)


def _runs(numbers: tuple[int, ...]) -> str:
    """Return numbers as they are cited: `7 to 9, 12 and 14`."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    # Two in a row are named both: `7 to 8` would say no more.
    words = [
        word
        for run in runs
        for word in ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else [str(one) for one in run])
    ]
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
