"""The lines of the plan in “show me why”: what was agreed, our help, what the reviews found."""

from __future__ import annotations

from itertools import cycle
from string import ascii_lowercase
from typing import TYPE_CHECKING, NamedTuple

from agenda.day_names import full_date
from agenda.minuting_plan import lines_of
from agenda.why_page import Point, WhyLine, gap, sentences
from agenda.window import window_of
from agenda.words import HelpCame, LineKind, LineOutcome, LineState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from agenda import records
    from agenda.minuted_plan import MinutedLine, MinutedOutcome
    from agenda.papers import Papers
    from agenda.why_held import Held
    from agenda.why_page import Cited


class _View(NamedTuple):
    """A line as one meeting's minutes have it, or as it stands now."""

    changed: str
    line: MinutedLine
    where: tuple[Cited, ...]


class ChildsLines:
    """The lines of the plan that are for one child, as records and minutes have them.

    Attributes:
        records: those in the plan now, by number; bottom lines are not among them.
        gone: the numbers of those that were minuted for the child and are in the plan no more.
    """

    def __init__(
        self, papers: Papers, child: records.Child, held: Sequence[Held], on: date
    ) -> None:
        self._held = held
        # Only weeks are counted by the window, and none is printed here.
        now = lines_of(papers, papers.window or window_of(on, papers.policy))
        self._now = {line.number: line for line in now}
        self.records = {
            line.number: line
            for line in papers.plan
            if line.kind is not LineKind.BOTTOM_LINE and is_for(papers, line, child)
        }
        self.gone = {
            number
            for one in held
            for number, line in one.lines.items()
            if number not in self._now
            and line.kind is not LineKind.BOTTOM_LINE
            and (not line.children or child.initials in line.children)
        }

    def tell(self, number: int) -> WhyLine:
        """Return one line: as first minuted, every change since, our help, and the outcomes."""
        views = self._views(number)
        first = views[0].line
        not_agreed = "not agreed yet" if first.state is LineState.DRAFT else ""
        label = ", ".join(filter(None, (f"Line {number}", first.kind, not_agreed)))
        agreed = [
            Point(label, _what(first), views[0].where),
            Point("Who and when", _who_and_when(first)),
        ]
        if first.measure:
            agreed.append(Point("How we will know", sentences(first.measure)))
        agreed += _changes("The line", views, _all_but_help)
        if self._held and views[-1].line.state is LineState.DRAFT:
            agreed.append(gap("No meeting has agreed this line."))
        if number in self.gone:
            agreed.append(Point("Now", "It is in the plan no more."))
        promised = Point("Our help", sentences(_help(first)))
        help_with_it = (promised, *_changes("Our help", views, _help), *self._help_came(number))
        return WhyLine(tuple(agreed), help_with_it, tuple(self._found(number)))

    def _views(self, number: int) -> list[_View]:
        views = [
            _View(f"changed at {one.called}", one.lines[number], (one.cite(line=number),))
            for one in self._held
            if number in one.lines
        ]
        if number in self._now:
            views.append(_View("changed outside a meeting", self._now[number], ()))
        return views

    def _found(self, number: int) -> Iterator[Point]:
        """Give what each review found of a line, with the evidence and what stopped it."""
        for one, line in self._reviewed(number):
            said = line.outcome
            if said:
                stopped = f"What stopped it: {said.why}" if said.why else ""
                text = sentences(said.outcome, said.evidence, stopped)
                yield Point(f"At {one.called}", text, (one.cite(line=number),))
                yield from (gap(one.lacks(what)) for what in _unsaid(said))
            elif one.owes and self._is_owed(number, one):
                yield gap(one.lacks("what became of this line"))

    def _help_came(self, number: int) -> Iterator[Point]:
        """Give whether our help came, review by review; nothing where none was promised."""
        for one, line in self._reviewed(number):
            said = line.outcome
            if said is None:
                continue
            promised = (
                line.support or said.help_note or said.help_came is not HelpCame.NONE_PROMISED
            )
            if said.help_came and promised:
                text = sentences(said.help_came, said.help_note)
                yield Point(f"Our help at {one.called}", text)
            elif line.support:
                yield gap(one.lacks("whether our help came"))

    def _reviewed(self, number: int) -> list[tuple[Held, MinutedLine]]:
        return [
            (one, one.lines[number]) for one in self._held if one.is_review and number in one.lines
        ]

    def _is_owed(self, number: int, review: Held) -> bool:
        """Whether a review owes an outcome: not of what it added, nor of what was dropped."""
        record = self.records.get(number)
        dropped = review.lines[number].state is LineState.DROPPED
        return record is not None and not dropped and record.added_in != review.meeting.id


def is_for(papers: Papers, line: records.PlanLine, child: records.Child) -> bool:
    """Whether a line is for a child: it names the child, or nobody."""
    named = {one.id for one in papers.line_children(line.id)}
    return not named or child.id in named


def _changes(
    what: str, views: Sequence[_View], told: Callable[[MinutedLine], str]
) -> Iterator[Point]:
    """Give each change of what is told of a line, with where the minutes say it."""
    before = told(views[0].line)
    for view in views[1:]:
        words = told(view.line)
        if words != before:
            yield Point(f"{what}, {view.changed}", sentences(words), view.where)
        before = words


def _all_but_help(line: MinutedLine) -> str:
    if line.state is LineState.DROPPED:
        return "It was dropped."
    known = f"How we will know: {line.measure}" if line.measure else ""
    return sentences(_what(line), _who_and_when(line), known)


def _help(line: MinutedLine) -> str:
    if line.owner_is_ours and not line.support:
        return "the line itself is ours"
    return line.support or "none was promised"


def _what(line: MinutedLine) -> str:
    letters = cycle(ascii_lowercase)
    parts = [f"{letter}. {part}" for letter, part in zip(letters, line.parts, strict=False)]
    dropped = "It was dropped" if line.state is LineState.DROPPED else ""
    return sentences(line.what, *parts, dropped)


def _who_and_when(line: MinutedLine) -> str:
    helped = f", helped by {line.helper}" if line.helper else ""
    sessions = "1 session" if line.sessions == 1 else f"{line.sessions} sessions"
    return sentences(
        f"{line.owner or 'Nobody is named'}{helped}",
        f"From {full_date(line.starts)}" if line.starts else "",
        line.rhythm,
        sessions if line.sessions else "",
        f"By {full_date(line.due)}" if line.due else "",
        f"Until {full_date(line.until)}" if line.until else "",
        f"Why after the window: {line.exception}" if line.exception else "",
    )


def _unsaid(said: MinutedOutcome) -> Iterator[str]:
    """Give what an outcome leaves open: how we know, what stopped it."""
    if said.outcome in (LineOutcome.DONE, LineOutcome.PARTLY) and not said.evidence:
        yield "how we know"
    if said.outcome is not LineOutcome.DONE and not said.why:
        yield "what stopped it"
