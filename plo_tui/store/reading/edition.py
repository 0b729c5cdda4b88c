"""Reading a meeting's minutes as they would be printed: frozen once approved, live before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.edition import Edition, GivenApproval
from agenda.minutes import fingerprint, freeze, thaw
from agenda.minuting import minutes_of
from agenda.words import ApprovalRole, MeetingState, MinutesState
from plo_tui.store.reading.papers import read_papers

if TYPE_CHECKING:
    from uuid import UUID

    from sqlmodel import Session

    from agenda.papers import Papers
    from agenda.records import Approval, MinutesVersion


def read_edition(session: Session, case_id: UUID, meeting_id: UUID) -> Edition:
    """Return a concluded or live meeting's minutes and where their approval stands."""
    return edition_of(read_papers(session, case_id, meeting_id))


def edition_of(papers: Papers) -> Edition:
    """Return the latest edition from a meeting's papers."""
    version = newest_version(papers, papers.meeting.id)
    if version is None or not version.frozen:
        number, reason = (version.number, version.reason) if version else (1, "")
        minutes = minutes_of(papers, number, reason)
        return Edition(
            minutes, minutes_state(papers, papers.meeting.id), fingerprint(freeze(minutes))
        )
    return Edition(
        thaw(version.frozen),
        minutes_state(papers, papers.meeting.id),
        version.sha256,
        tuple(_given(papers, row) for row in approvals(papers, version.id)),
        version.issued_at,
    )


def minutes_state(papers: Papers, meeting_id: UUID) -> MinutesState:
    """Return where a meeting's latest minutes stand."""
    meeting = papers.find("Meeting", meeting_id)
    if meeting is None or meeting.state is not MeetingState.CONCLUDED:
        return MinutesState.NONE
    version = newest_version(papers, meeting_id)
    if version is None or not version.frozen:
        return MinutesState.DRAFT
    if version.issued_at:
        return MinutesState.ISSUED
    roles = {row.role for row in approvals(papers, version.id)}
    return MinutesState.APPROVED if roles == set(ApprovalRole) else MinutesState.CHAIR


def newest_version(papers: Papers, meeting_id: UUID) -> MinutesVersion | None:
    """Return the newest version of a meeting's minutes; None before the first."""
    rows: list[MinutesVersion] = [
        row for row in papers.standing("MinutesVersion") if row.meeting_id == meeting_id
    ]
    return max(rows, key=lambda row: row.number) if rows else None


def approvals(papers: Papers, version_id: UUID) -> list[Approval]:
    """Return the approvals of a version, the chair's first."""
    rows = [row for row in papers.standing("Approval") if row.version_id == version_id]
    return sorted(rows, key=lambda row: row.at)


def _given(papers: Papers, row: Approval) -> GivenApproval:
    return GivenApproval(
        row.role, papers.name(row.staff_id, None), row.how, row.given_at, row.chain_head
    )
