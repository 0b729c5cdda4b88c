"""Verbs on concerns: the worries, in order, with their dated examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from sqlmodel import col, select

from agenda.records import (
    Concern,
    ConcernChild,
    ConcernExample,
)
from agenda.steps import Step
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.episodes import in_episode, next_number, set_children
from plo_tui.store.verbs.permitted import permitted_in_episode
from plo_tui.store.verbs.words import line, paragraph, within_length

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from plo_tui.store.work import Work


class ConcernValues(TypedDict, total=False):
    """What a concern says."""

    heading: str
    summary: str
    danger_statement: str
    since: str


class ExampleValues(TypedDict, total=False):
    """What a dated example says."""

    on: date | None
    text: str
    exceptional: bool


def add_concern(
    work: Work,
    episode_id: UUID,
    concern_id: UUID,
    values: ConcernValues,
    children: Sequence[UUID] = (),
) -> None:
    """Add a concern after those that are there; it is about every child where none is named.

    No approval closes this, nor adding an example: a new worry can always be recorded.
    """
    in_episode(work, episode_id)
    permitted_in_episode(work, Step.NEW_WORRY, episode_id)
    within_length(values)
    values["heading"] = line(values.get("heading", ""), "heading", called="the worry's heading")
    position = next_number(work, Concern, Concern.episode_id == episode_id, "position")
    work.add(Concern(id=concern_id, episode_id=episode_id, position=position, **values))
    work.add(*(ConcernChild(concern_id=concern_id, child_id=child) for child in children))


def change_concern(
    work: Work,
    concern_id: UUID,
    version: int,
    values: ConcernValues,
    children: Sequence[UUID] | None = None,
) -> None:
    """Change the words of a concern, and which children it is about.

    `children` stay as they are where None; where empty, it is about every child.
    """
    _changeable(work, concern_id)
    within_length(values)
    if "heading" in values:
        values["heading"] = line(values["heading"], "heading", called="the worry's heading")
    work.change(Concern, concern_id, version, **values)
    if children is not None:
        set_children(work, ConcernChild, "concern_id", concern_id, children)


def move_concern(work: Work, concern_id: UUID, position: int) -> None:
    """Put a concern at a place in the order; the main one is first."""
    concern = _changeable(work, concern_id)
    others = work.session.exec(
        select(Concern)
        .where(
            Concern.episode_id == concern.episode_id,
            Concern.id != concern_id,
            col(Concern.withdrawn_at).is_(None),
        )
        .order_by(col(Concern.position))
    ).all()
    order = [*others[: position - 1], concern, *others[position - 1 :]]
    for place, row in enumerate(order, 1):
        if row.position != place:
            work.change(Concern, row.id, None, position=place)


def withdraw_concern(work: Work, concern_id: UUID) -> None:
    """Withdraw a concern; it can be brought back by undo."""
    work.withdraw([_changeable(work, concern_id)])


def add_example(
    work: Work, concern_id: UUID, on: date, text: str, *, exceptional: bool = False
) -> None:
    """Add a dated example of a concern, at any time."""
    episode_id = work.get(Concern, concern_id).episode_id
    in_episode(work, episode_id)
    permitted_in_episode(work, Step.NEW_WORRY, episode_id)
    text = paragraph(text, "example", called="what happened")
    work.add(ConcernExample(concern_id=concern_id, on=on, text=text, exceptional=exceptional))


def change_example(work: Work, example_id: UUID, version: int, values: ExampleValues) -> None:
    """Change a dated example: its day, its words, whether it counts however old it is.

    Raises:
        Refused: without a day or words; where the minutes that it stands in are approved.
    """
    _changeable(work, work.get(ConcernExample, example_id).concern_id)
    within_length(values)
    if "text" in values:
        values["text"] = paragraph(values["text"], "text", called="what happened")
    if "on" in values and values["on"] is None:
        raise Refused("Say on which day it happened, such as 3 may.", "on")
    work.change(ConcernExample, example_id, version, **values)


def _changeable(work: Work, concern_id: UUID) -> Concern:
    concern = work.get(Concern, concern_id)
    in_episode(work, concern.episode_id)
    permitted_in_episode(work, Step.PLAN, concern.episode_id)
    return concern
