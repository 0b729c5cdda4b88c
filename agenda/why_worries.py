"""The worries in “show me why”: what the danger is, which way it went, which lines answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.captures import Capture
from agenda.why_held import cited_paragraphs
from agenda.why_lines import is_for
from agenda.why_page import Point, WhyLine, WhyWorry, gap, sentences
from agenda.words import LineKind, LineState

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agenda import records
    from agenda.papers import Papers
    from agenda.why_held import Held
    from agenda.why_lines import ChildsLines


def worries_of(
    papers: Papers, child: records.Child, held: Sequence[Held], lines: ChildsLines
) -> tuple[WhyWorry, ...]:
    """Return the worries about a child, the main one first, with the lines that answer each."""
    return tuple(_worry(papers, concern, held, lines) for concern in _about(papers, child))


def other_lines_of(papers: Papers, child: records.Child, lines: ChildsLines) -> tuple[WhyLine, ...]:
    """Return the lines for a child that answer no worry about the child, by number."""
    worries = {concern.id for concern in _about(papers, child)}
    others = {number for number, line in lines.records.items() if line.concern_id not in worries}
    return tuple(lines.tell(number) for number in sorted(others | lines.gone))


def limits_of(papers: Papers, child: records.Child, held: Sequence[Held]) -> tuple[Point, ...]:
    """Return the bottom lines, and where the minutes say that what follows was explained."""
    points = []
    for line in papers.plan:
        stands = line.kind is LineKind.BOTTOM_LINE and line.state is not LineState.DROPPED
        if stands and is_for(papers, line, child):
            follows = f"If it happens: {line.consequence}" if line.consequence else ""
            where = [one.cite(line=line.number) for one in held if line.number in one.lines]
            text = sentences(line.what, follows)
            points.append(Point(f"Line {line.number}, bottom line", text, tuple(where[:1])))
    if not points:
        points.append(gap(f"The plan has no bottom line for {child.initials}."))
    explained = cited_paragraphs((one, one.consequences) for one in held)
    if explained:
        points.append(Point("Consequences explained", cited=explained))
    elif held:
        points.append(gap("No minutes say that the consequences were explained."))
    return tuple(points)


def _about(papers: Papers, child: records.Child) -> list[records.Concern]:
    return [
        concern
        for concern in papers.concerns
        if any(one.id == child.id for one in papers.concern_children(concern.id))
    ]


def _worry(
    papers: Papers, concern: records.Concern, held: Sequence[Held], lines: ChildsLines
) -> WhyWorry:
    answering = {n: line for n, line in lines.records.items() if line.concern_id == concern.id}
    said = [*_danger(papers, concern, held), *_trajectory(papers, concern, held)]
    if all(line.state is LineState.DROPPED for line in answering.values()):
        said.append(gap("No line of the plan answers this worry."))
    told = tuple(lines.tell(number) for number in answering)
    return WhyWorry(concern.position, concern.heading, tuple(said), told)


def _danger(papers: Papers, concern: records.Concern, held: Sequence[Held]) -> Iterator[Point]:
    """Give the danger, and where the minutes speak of it; its examples are not repeated."""
    where = cited_paragraphs(
        (one, minuted.paragraphs) for one in held if (minuted := one.of_concern(concern, papers))
    )
    since = f"How long: {concern.since}" if concern.since else ""
    text = sentences(concern.danger_statement, concern.summary, since)
    if text or where:
        yield Point("Danger" if concern.danger_statement else "Worry", text, where)


def _trajectory(papers: Papers, concern: records.Concern, held: Sequence[Held]) -> Iterator[Point]:
    """Give which way the worry went, review by review."""
    rows = {row.meeting_id: row for row in papers.trajectories(concern.id)}
    for one in held:
        row = rows.get(one.meeting.id)
        if row:
            where = one.cite(one.of_items(Capture.TRAJECTORY))
            yield Point(f"At {one.called}", sentences(row.trajectory, row.evidence), (where,))
            if not row.evidence:
                yield gap(one.lacks("how we know which way this worry went"))
        elif one.is_review and one.owes:
            yield gap(one.lacks("which way this worry went"))
