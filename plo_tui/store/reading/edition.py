"""Reading a meeting's minutes as they would be printed: frozen once approved, live before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.corrections import annexed_corrections
from agenda.edition import Edition, GivenApproval
from agenda.minutes import fingerprint, freeze
from agenda.minuting import minutes_of
from agenda.minuting_again import later_meeting_has_begun, minutes_again
from agenda.stages import stage_in
from agenda.words import ApprovalRole, MinutesState
from plo_tui.store.reading.frozen import is_changed, thawed
from plo_tui.store.reading.papers import read_papers

if TYPE_CHECKING:
    from uuid import UUID

    from sqlmodel import Session

    from agenda.minutes import Minutes
    from agenda.papers import Papers
    from agenda.records import Approval, MinutesVersion


def read_edition(session: Session, case_id: UUID, meeting_id: UUID) -> Edition:
    """Return a concluded or live meeting's minutes and where their approval stands."""
    return edition_of(read_papers(session, case_id, meeting_id))


def edition_of(papers: Papers) -> Edition:
    """Return the latest edition from a meeting's papers."""
    version = newest_version(papers, papers.meeting.id)
    annex = annexed_corrections(papers)
    if version is None or not version.frozen:
        number, reason = (version.number, version.reason) if version else (1, "")
        minutes = minutes_now(papers, number, reason)
        state = minutes_state(papers, papers.meeting.id)
        return Edition(minutes, state, fingerprint(freeze(minutes)), annex=annex)
    return Edition(
        thawed(version),
        minutes_state(papers, papers.meeting.id),
        fingerprint(version.frozen),
        given_approvals(papers, version),
        version.issued_at,
        annex,
    )


def minutes_now(papers: Papers, number: int, reason: str) -> Minutes:
    """Return a version of a meeting's minutes that is not frozen yet, as the records stand.

    Where a later meeting has begun, it starts from the version before (`minutes_again`).
    """
    minutes = minutes_of(papers, number, reason)
    before = next(
        (
            version
            for version in papers.standing("MinutesVersion")
            if version.meeting_id == papers.meeting_id and version.number == number - 1
        ),
        None,
    )
    if before is None or not later_meeting_has_begun(papers):
        return minutes
    return minutes_again(thawed(before), minutes)


def minutes_state(papers: Papers, meeting_id: UUID) -> MinutesState:
    """Return where a meeting's latest minutes stand."""
    meeting = papers.find("Meeting", meeting_id)
    return MinutesState.NONE if meeting is None else stage_in(papers, meeting).minutes


def changed_after_approval(papers: Papers, version: MinutesVersion) -> bool:
    """Whether a version's words are not those that were approved."""
    return is_changed(version, approvals(papers, version.id))


def newest_version(papers: Papers, meeting_id: UUID) -> MinutesVersion | None:
    """Return the newest version of a meeting's minutes; None before the first."""
    rows: list[MinutesVersion] = [
        row for row in papers.standing("MinutesVersion") if row.meeting_id == meeting_id
    ]
    return max(rows, key=lambda row: row.number) if rows else None


def newest_approved(papers: Papers, meeting_id: UUID) -> MinutesVersion | None:
    """Return the newest version that chair and legal both approved; None where there is none."""
    rows: list[MinutesVersion] = [
        row
        for row in papers.standing("MinutesVersion")
        if row.meeting_id == meeting_id
        and {given.role for given in approvals(papers, row.id)} == set(ApprovalRole)
    ]
    return max(rows, key=lambda row: row.number) if rows else None


def approvals(papers: Papers, version_id: UUID) -> list[Approval]:
    """Return the approvals of a version, the chair's first."""
    rows = [row for row in papers.standing("Approval") if row.version_id == version_id]
    return sorted(rows, key=lambda row: row.at)


def given_approvals(papers: Papers, version: MinutesVersion) -> tuple[GivenApproval, ...]:
    """Return a version's approvals as they are printed, each with whether the words still fit."""
    mark = fingerprint(version.frozen)
    return tuple(
        GivenApproval(
            row.role,
            papers.name(row.staff_id, None),
            row.how,
            row.given_at,
            row.chain_head,
            fits=row.sha256 == mark,
        )
        for row in approvals(papers, version.id)
    )
