"""Verbs that mark issued minutes as uploaded to the case-management system, or take it back.

The app is not the system of record. What is uploaded may be purged here under retention, so the
mark says where it is, who says so and since when, and it can be taken back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.records import MinutesVersion
from agenda.steps import Step
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.permitted import latest_version, permitted
from plo_tui.store.verbs.words import line

if TYPE_CHECKING:
    from uuid import UUID

    from plo_tui.store.work import Work


def mark_uploaded(work: Work, meeting_id: UUID, uploaded_as: str) -> None:
    """Mark a meeting's issued minutes as uploaded, or put right where it was said they are.

    Args:
        work: the transaction; whoever does it says so.
        meeting_id: the meeting.
        uploaded_as: where they are in that system, such as its name and the document's number.

    Raises:
        Refused: where they are not issued, or it does not say where they are.
    """
    permitted(work, Step.UPLOAD, meeting_id)
    version = latest_version(work, meeting_id)
    assert version is not None  # noqa: S101 - issued minutes have one
    work.change(
        MinutesVersion,
        version.id,
        None,
        uploaded_at=work.at,
        uploaded_by_id=work.actor,
        uploaded_as=line(uploaded_as, "uploaded_as", called="where they are in that system"),
    )


def take_back_upload(work: Work, meeting_id: UUID) -> None:
    """Take back the mark that a meeting's minutes are uploaded.

    Raises:
        Refused: where there is no such mark.
    """
    work.in_case_of(meeting_id)
    version = latest_version(work, meeting_id)
    if version is None or not version.uploaded_at:
        raise Refused("These minutes are not marked as uploaded.")
    work.change(
        MinutesVersion, version.id, None, uploaded_at=None, uploaded_by_id=None, uploaded_as=""
    )
