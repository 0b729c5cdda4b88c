"""What is asked of whoever covers for a chair (Sutton 2019, PLO Meetings)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.booking_list import booked_meetings
from agenda.chairing import chairing_role, cover_of
from agenda.finding import Finding, Level, Rule

if TYPE_CHECKING:
    from agenda.papers import Papers

ROLE = Rule(
    "cover.role",
    Level.SHOULD,
    "Whoever covers for a chair has the same role.",
    "Sutton 2019, PLO Meetings: agree cover from another Team Manager",
)


def cover_findings(papers: Papers) -> list[Finding]:
    """Return where somebody of another role covers for the chair of a booked meeting."""
    found = []
    for meeting in booked_meetings(papers):
        cover = cover_of(papers, meeting)
        member = papers.find("Staff", cover.by_staff_id) if cover else None
        role = chairing_role(papers, meeting.kind)
        if member and member.role is not role:
            sentence = (
                f"{member.name}, who covers for the chair of the {meeting.kind.heading.lower()}, "
                f"is {member.role}. Agree cover with another {role}."
            )
            found.append(Finding(ROLE, sentence, "", meeting.id, "", "chair_id"))
    return found
