"""“Show me why” in plain lines: for the screen, and for anyone who listens to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.day_names import full_date
from agenda.words import MinutesState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agenda.why_page import MadeFrom, Point, Why, WhyLine

_NOT_MINUTES = "It holds nothing but what the minutes and the record say. It is not minutes."


def why_lines(why: Why, indent: str = "") -> list[str]:
    """Return one child's chain, a line for each thing said.

    No line holds a newline. An empty line stands before each heading.

    Args:
        why: the chain.
        indent: what stands before a line for each step down, from a worry to what answers it.
    """
    lines = [
        f"Why: {why.full_name} ({why.initials}). Case {why.reference}.",
        *opening(why),
    ]
    for heading, said in _parts(why):
        under = [(depth, words) for depth, text in said for words in text.split("\n")]
        if under:
            lines += ["", heading, *(f"{indent * depth}{words}" for depth, words in under)]
    return lines


def opening(why: Why) -> list[str]:
    """Return what stands first: the window, what this is, how it stands, how many gaps."""
    return [
        f"{_birth(why)} Window: {why.window}.".lstrip(),
        f"Made from the record on {full_date(why.made_on)}. {_NOT_MINUTES}",
        f"How it stands: {why.stands}",
        why.gaps_in_words,
    ]


def point_text(point: Point) -> str:
    """Return one point with its label and where the minutes say it."""
    label = "GAP" if point.is_gap else point.label
    said = " ".join(filter(None, (point.text, cited_text(point))))
    return f"{label}: {said}" if label else said


def cited_text(point: Point) -> str:
    """Return where the minutes say it, in brackets; empty where they are not cited."""
    where = "; ".join(one.in_words for one in point.cited)
    return f"[{where}]" if where else ""


def minutes_text(one: MadeFrom) -> str:
    """Return which minutes a page was made from."""
    runs = one.state is MinutesState.NONE
    state = "the meeting still runs, and they may change" if runs else one.state.in_words
    return (
        f"{one.kind.heading}, {full_date(one.on)}: version {one.version}, {state}, "
        f"fingerprint {one.fingerprint}"
    )


def _birth(why: Why) -> str:
    if why.born_on:
        return f"Born {full_date(why.born_on)}."
    return f"Due {full_date(why.due_on)}." if why.due_on else ""


def _parts(why: Why) -> Iterator[tuple[str, Iterable[tuple[int, str]]]]:
    """Give each heading with what stands under it: how deep, and the words."""
    for worry in why.worries:
        said = [*_points(worry.said), *_lines(worry.lines)]
        yield f"Worry {worry.number}: {worry.heading}", said
    yield f"Other lines of the plan for {why.initials}", _lines(why.other_lines)
    yield "Bottom lines", _points(why.limits)
    yield "What was said", _points(why.views)
    yield f"The risk to {why.initials}", _points(why.risk)
    for decision in why.decisions:
        heading = f"Decision: {decision.kind.heading.lower()}, {full_date(decision.on)}"
        yield heading, _points(decision.points)
    yield "Made from these minutes", [(0, minutes_text(one)) for one in why.made_from]


def _points(points: Iterable[Point], depth: int = 0) -> Iterator[tuple[int, str]]:
    return ((depth, point_text(point)) for point in points)


def _lines(lines: Iterable[WhyLine]) -> Iterator[tuple[int, str]]:
    """Give each line of the plan: what was agreed, then what was found of our help and of it."""
    for line in lines:
        yield 1, point_text(line.agreed[0])
        yield from _points((*line.agreed[1:], *line.help, *line.found), 2)
