"""What every verb of a review asks first: that it is one, and that its minutes are still open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.words import MeetingKind
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.frozen import refuse_if_approved

if TYPE_CHECKING:
    from uuid import UUID

    from agenda.records import Meeting
    from plo_tui.store.work import Work


def refuse_unless_review(work: Work, meeting_id: UUID) -> Meeting:
    """Return the review, and let the change belong to its case's journal.

    Raises:
        Refused: in an initial meeting, or once the minutes are approved.
    """
    meeting = work.in_case_of(meeting_id)
    refuse_if_approved(work, meeting_id)
    if meeting.kind is MeetingKind.INITIAL:
        raise Refused("This is recorded in a review; this is the initial meeting.")
    return meeting
