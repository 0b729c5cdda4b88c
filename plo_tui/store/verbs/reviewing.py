"""What every verb of a review asks first: that it is one, and that its minutes are still open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plo_tui.store.problems import Refused
from plo_tui.store.verbs.permitted import permitted

if TYPE_CHECKING:
    from uuid import UUID

    from agenda.records import Meeting
    from agenda.steps import Step
    from plo_tui.store.work import Work


def refuse_unless_review(work: Work, step: Step, meeting_id: UUID) -> Meeting:
    """Return the review, and let the change belong to its case's journal.

    Raises:
        Refused: in an initial meeting, or where the table does not allow the step.
    """
    meeting = permitted(work, step, meeting_id)
    if not meeting.kind.is_review:
        raise Refused(f"This is recorded in a review; this is the {meeting.kind.heading.lower()}.")
    return meeting
