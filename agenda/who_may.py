"""Who may do what, in which stage of a meeting and its minutes: one table.

The verbs ask it before they change anything, and screens before they offer it; so what
`docs/permissions.md` prints of it is what happens.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from agenda.stages import Stage
from agenda.steps import Row, Step, Whose
from agenda.who_may_meeting import MEETING_ROWS
from agenda.who_may_minutes import MINUTES_ROWS
from agenda.who_may_planning import PLANNING_ROWS
from agenda.words import StaffRole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from agenda.papers import Papers
    from agenda.words import MinutesState

ROWS: Mapping[Step, Row] = {**MEETING_ROWS, **MINUTES_ROWS, **PLANNING_ROWS}
"""Every step with what the table says of it, in the order of the guide."""


class Member(Protocol):
    """A member of staff, as the store or the desk knows them."""

    @property
    def id(self) -> UUID:
        """Their key."""

    @property
    def name(self) -> str:
        """Their name."""

    @property
    def role(self) -> StaffRole:
        """Their role."""


@dataclass(frozen=True, slots=True)
class Around:
    """Who stands round a meeting, as far as the table asks.

    Attributes:
        chair_id: who chairs it; None where nobody is named.
        chair: their name; empty where nobody is named.
        consultee: the role that answers an extension, by the meeting's policy.
        forum: where it does.
    """

    chair_id: UUID | None
    chair: str
    consultee: str = ""
    forum: str = ""


def why_closed(step: Step, stage: Stage) -> str:
    """Return why nobody may take a step in a stage; empty where whoever's it is may."""
    return ROWS[step].closed.get(stage, "")


def why_closed_to_minutes(step: Step, state: MinutesState) -> str:
    """Return what `why_closed` does, for a step that goes by the minutes alone."""
    return next(why_closed(step, stage) for stage in Stage if stage.minutes is state)


def why_not_theirs(step: Step, member: Member | None, around: Around) -> str:
    """Return why a step is not this member's to take; empty where it is.

    Args:
        step: the step.
        member: whose step it would be; None where nobody has said who they are.
        around: who stands round the meeting.
    """
    row = ROWS[step]
    if row.whose is Whose.ANYONE:
        return ""
    chairs = member is not None and member.id == around.chair_id
    role = member.role if member else None
    if row.chair_too and chairs:
        return row.chair_too
    if _is_theirs(row.whose, role, around, chairs=chairs):
        return ""
    if row.no_chair and not around.chair:
        return row.no_chair
    return row.others.format(
        chair=around.chair,
        name=member.name if member else "Nobody",
        role=role or "nobody",
        consultee=around.consultee,
        forum=around.forum,
    )


def around_in(papers: Papers) -> Around:
    """Return who stands round the meeting in front of us."""
    chair_id = papers.meeting.chair_id
    extension = papers.policy.extension
    return Around(chair_id, papers.name(chair_id, None), extension.consultee, extension.forum)


def _is_theirs(whose: Whose, role: StaffRole | None, around: Around, *, chairs: bool) -> bool:
    if whose is Whose.CHAIR:
        return chairs
    if whose is Whose.CHAIR_OR_HEAD:
        return chairs or role is StaffRole.HEAD_OF_SERVICE
    if whose is Whose.LAWYER:
        return role is StaffRole.LAWYER
    return role == around.consultee
