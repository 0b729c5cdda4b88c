"""A later version of earlier minutes: what was approved, with only that meeting's own words anew.

Records such as the plan, the worries and the dates go on changing with every later meeting. What
an earlier meeting agreed of them is in its approved minutes and nowhere else, so a new version of
those starts from the version before.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from agenda.minutes import Section
from agenda.minuting_instructions import instructions_again
from agenda.words import MeetingState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.minuted_plan import MinutedLine
    from agenda.minutes import MinutedConcern, Minutes, Paragraph
    from agenda.papers import Papers

_ADDED_WORRY = "worry"


def later_meeting_has_begun(papers: Papers) -> bool:
    """Whether a later meeting of the episode has begun, and with it gone on with the records."""
    return any(
        one.number > papers.meeting.number and one.state is not MeetingState.PLANNED
        for one in papers.episode_meetings
    )


def minutes_again(before: Minutes, now: Minutes) -> Minutes:
    """Return the new version of a meeting's minutes, when a later meeting has begun since.

    The children, the plan, the dates, the window, the network and the worries' own words and
    examples stay as they were approved, and so do the letters of instruction. Read anew is what
    belongs to that meeting itself: who was there, what was said, each parent's answer to a line
    or to such a letter, what a review found of a line.
    Paragraphs are numbered as printed, so that without a change to them each keeps its number.

    Args:
        before: the version before, as it was approved.
        now: the same meeting's minutes as the records stand now, with the new version's number
            and reason.
    """
    concerns, added = _concerns(before.concerns, now.concerns)
    lines = {line.number: line for line in now.plan}
    again = replace(
        now,
        children=before.children,
        concerns=concerns,
        sections=now.sections + added,
        network=before.network,
        plan=tuple(_line(line, lines.get(line.number)) for line in before.plan),
        dates=before.dates,
        window_start=before.window_start,
        window_end=before.window_end,
        windows=before.windows,
        instructions=instructions_again(before.instructions, now.instructions),
    )
    return _numbered(again)


def _concerns(
    before: tuple[MinutedConcern, ...], now: tuple[MinutedConcern, ...]
) -> tuple[tuple[MinutedConcern, ...], tuple[Section, ...]]:
    """Return the worries as approved with what was said of each, and what is said of no other.

    A worry is the same by its number and heading, else by its heading, else by its number: a
    later meeting may have put it in another place, or renamed it.
    """
    left = list(now)
    said: dict[int, MinutedConcern] = {}
    for is_same in (_same, _same_heading, _same_number):
        for old in (concern for concern in before if concern.number not in said):
            if found := next((new for new in left if is_same(old, new)), None):
                said[old.number] = found
                left.remove(found)
    kept = tuple(_worry(old, said.get(old.number)) for old in before)
    added = tuple(
        Section(f"{_ADDED_WORRY}.{new.number}", new.heading, new.paragraphs)
        for new in left
        if new.paragraphs
    )
    return kept, added


def _worry(old: MinutedConcern, new: MinutedConcern | None) -> MinutedConcern:
    """Return a worry as approved, with what this meeting said of it anew, and its trajectory."""
    if new is None:  # a later meeting took it away
        return replace(old, paragraphs=())
    return replace(old, paragraphs=new.paragraphs, trajectory=new.trajectory)


def _same(old: MinutedConcern, new: MinutedConcern) -> bool:
    return _same_heading(old, new) and _same_number(old, new)


def _same_heading(old: MinutedConcern, new: MinutedConcern) -> bool:
    return old.heading == new.heading


def _same_number(old: MinutedConcern, new: MinutedConcern) -> bool:
    return old.number == new.number


def _line(old: MinutedLine, new: MinutedLine | None) -> MinutedLine:
    """Return a line as approved, with this meeting's answers to it and findings of it anew."""
    if new is None:  # a later meeting took it out of the plan
        return old
    return replace(old, answers=new.answers, outcome=new.outcome, finished=new.finished)


def _numbered(minutes: Minutes) -> Minutes:
    """Number the paragraphs from 1 in the order printed."""
    numbers = count(1)
    return replace(
        minutes,
        documents=_renumbered(minutes.documents, numbers),
        concerns=tuple(
            replace(concern, paragraphs=_renumbered(concern.paragraphs, numbers))
            for concern in minutes.concerns
        ),
        sections=_sections(minutes.sections, numbers),
        views=_sections(minutes.views, numbers),
        consequences=_renumbered(minutes.consequences, numbers),
    )


def _sections(sections: tuple[Section, ...], numbers: Iterator[int]) -> tuple[Section, ...]:
    return tuple(
        replace(section, paragraphs=_renumbered(section.paragraphs, numbers))
        for section in sections
    )


def _renumbered(paragraphs: tuple[Paragraph, ...], numbers: Iterator[int]) -> tuple[Paragraph, ...]:
    return tuple(
        replace(paragraph, number=number)
        for paragraph, number in zip(paragraphs, numbers, strict=False)
    )
