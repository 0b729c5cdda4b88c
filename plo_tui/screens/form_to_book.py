"""The form that books a meeting or changes it: legal planning has one of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.words import MeetingKind

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from agenda.legal_planning_papers import LegalPlanningPapers
    from plo_tui.desk import Desk
    from plo_tui.screens.form import FormScreen

REFERRAL_FIRST = "Legal planning is booked from its referral: write the referral first."


def form_to_book(
    desk: Desk,
    papers: LegalPlanningPapers,
    kind: MeetingKind,
    meeting_id: UUID | None = None,
    day: date | None = None,
) -> FormScreen[bool] | None:
    """Return the form; None where legal planning has no referral to be booked from.

    Args:
        desk: the desk.
        papers: the case's papers.
        kind: the kind of meeting.
        meeting_id: the meeting to change; None books a new one.
        day: the day that is suggested for a new meeting with the family.
    """
    if kind is not MeetingKind.LEGAL_PLANNING:
        from plo_tui.screens.meeting_form import MeetingForm

        return MeetingForm(desk, papers, meeting_id, kind=kind, day=day)
    from plo_tui.screens.book_planning_form import BookPlanningForm

    return BookPlanningForm(desk, papers, papers.referral) if papers.referral else None
