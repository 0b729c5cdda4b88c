"""What approval closes: nothing that approved minutes say changes without a new version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from agenda.records import Meeting, MinutesVersion
from agenda.words import MeetingState
from plo_tui.store.problems import Refused

if TYPE_CHECKING:
    from uuid import UUID

    from plo_tui.store.work import Work


def latest_version(work: Work, meeting_id: UUID) -> MinutesVersion | None:
    """Return the newest version of a meeting's minutes; None before the first."""
    return work.session.exec(
        select(MinutesVersion)
        .where(MinutesVersion.meeting_id == meeting_id)
        .order_by(col(MinutesVersion.number).desc())
        .limit(1)
    ).first()


def refuse_if_approved(work: Work, meeting_id: UUID) -> None:
    """Refuse a change to what one meeting's minutes say, once they are approved.

    Raises:
        Refused: where they are; a new version, with a reason, opens them again.
    """
    version = latest_version(work, meeting_id)
    if version and version.frozen:
        raise Refused(
            "These minutes are approved. Begin a new version in sign-off, with a reason, "
            "then change them."
        )


def refuse_if_frozen(work: Work, episode_id: UUID) -> None:
    """Refuse a change to what the episode's latest held meeting has approved, such as the plan.

    Raises:
        Refused: where its minutes are frozen; a new version, with a reason, opens them again.
    """
    latest = work.session.exec(
        select(Meeting)
        .where(
            Meeting.episode_id == episode_id,
            Meeting.state != MeetingState.PLANNED,
            col(Meeting.withdrawn_at).is_(None),
        )
        .order_by(col(Meeting.number).desc())
        .limit(1)
    ).first()
    if latest:
        refuse_if_approved(work, latest.id)
