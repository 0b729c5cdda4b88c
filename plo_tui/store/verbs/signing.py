"""Verbs of sign-off: approve by the chair, by legal, issue, and begin a new version.

Sutton 2019, PLO Meetings: minutes go out once approved by the chair and the legal team.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from agenda.minutes import fingerprint, freeze
from agenda.records import Approval, Disclosure, Meeting, MinutesVersion, Staff
from agenda.words import ApprovalRole, GivenDocument, MeetingState, StaffRole
from plo_tui.store import journal
from plo_tui.store.problems import Changed, Refused
from plo_tui.store.reading.edition import minutes_now
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs.frozen import latest_version
from plo_tui.store.verbs.words import paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from plo_tui.store.work import Work

IN_THE_APP = "in the app"


def approve(
    work: Work,
    meeting_id: UUID,
    role: ApprovalRole,
    staff_id: UUID,
    seen: str,
    how: str = IN_THE_APP,
    given_at: datetime | None = None,
) -> None:
    """Approve the minutes as they were seen: the chair's freezes them, legal's is of the same.

    Args:
        work: the transaction.
        meeting_id: the meeting.
        role: in whose role.
        staff_id: whose approval it is.
        seen: the fingerprint of the minutes that were on the screen.
        how: `in the app`, or how it was given where it is recorded on their behalf.
        given_at: when it was given (UTC, aware); None for now.

    Raises:
        Refused: where the meeting is not concluded, the order is wrong, chair and legal are one
            person, or someone approves for another without saying how.
        Changed: where the minutes changed since they were seen.
    """
    meeting = work.in_case_of(meeting_id)
    if meeting.state is not MeetingState.CONCLUDED:
        raise Refused("Conclude the meeting first: minutes are approved after it.")
    how = paragraph(how, "how", called="how the approval was given")
    if staff_id != work.actor and how == IN_THE_APP:
        raise Refused("Say how they gave their approval, such as: by email.", "how")
    if given_at and given_at > work.at:
        raise Refused("The approval cannot have been given in the future.", "given_at")
    version = latest_version(work, meeting_id)
    if role is ApprovalRole.CHAIR:
        version = _freeze(work, meeting, version, staff_id, seen)
    else:
        _check_legal(work, version, staff_id, seen, given_at or work.at)
    assert version is not None  # noqa: S101 - `_check_legal` refused otherwise
    work.add(
        Approval(
            version_id=version.id,
            role=role,
            staff_id=staff_id,
            recorded_by_id=work.actor,
            how=how,
            given_at=given_at or work.at,
            at=work.at,
            sha256=version.sha256,
            chain_head=journal.head(work.session, work.case_id),
        )
    )


def issue(work: Work, meeting_id: UUID, to: Sequence[str]) -> None:
    """Issue approved minutes, and record to whom they go.

    Raises:
        Refused: where an approval is missing, or nobody is named.
    """
    work.in_case_of(meeting_id)
    version = latest_version(work, meeting_id)
    given = roles_given(work, version) if version else set()
    if version is None or given != set(ApprovalRole):
        missing = " and ".join(role for role in ApprovalRole if role not in given)
        raise Refused(f"These minutes still need the approval of {missing}.")
    if version.issued_at:
        raise Refused("These minutes have been issued. A change needs a new version.")
    names = [name.strip() for name in to if name.strip()]
    if not names:
        raise Refused("Name at least one person or office that receives them.", "to")
    work.change(MinutesVersion, version.id, None, issued_at=work.at, issued_by_id=work.actor)
    work.add(
        *(
            Disclosure(
                case_id=work.case_id,  # type: ignore[arg-type]
                meeting_id=meeting_id,
                version_id=version.id,
                of_version=version.number,
                what=GivenDocument.ISSUED,
                to=name,
                by_staff_id=work.actor,
                at=work.at,
                sha256=version.sha256,
            )
            for name in names
        )
    )


def begin_new_version(work: Work, meeting_id: UUID, reason: str) -> None:
    """Open approved minutes to change again, as a new version; the old one stays as it is.

    Raises:
        Refused: where nothing is approved yet, or no reason is given.
    """
    work.in_case_of(meeting_id)
    version = latest_version(work, meeting_id)
    if version is None or not version.frozen:
        raise Refused("These minutes are not approved yet: change them as they are.")
    reason = paragraph(reason, "reason", called="why a new version is needed")
    work.add(MinutesVersion(meeting_id=meeting_id, number=version.number + 1, reason=reason))


def _freeze(
    work: Work, meeting: Meeting, version: MinutesVersion | None, staff_id: UUID, seen: str
) -> MinutesVersion:
    if version and version.frozen:
        raise Refused("The chair has approved these minutes. A change needs a new version.")
    if staff_id != meeting.chair_id:
        raise Refused("Only the chair of the meeting approves as the chair.", "staff_id")
    number = version.number if version else 1
    reason = version.reason if version else ""
    papers = read_papers(work.session, work.case_id, meeting.id)  # type: ignore[arg-type]
    frozen = freeze(minutes_now(papers, number, reason))
    _same(fingerprint(frozen), seen)
    if version is None:
        version = MinutesVersion(meeting_id=meeting.id, number=1)
        work.add(version)
    return work.change(MinutesVersion, version.id, None, frozen=frozen, sha256=fingerprint(frozen))


def _check_legal(
    work: Work, version: MinutesVersion | None, staff_id: UUID, seen: str, given_at: datetime
) -> None:
    if version is None or not version.frozen:
        raise Refused("The chair approves first; then legal approves what the chair approved.")
    given = roles_given(work, version)
    if ApprovalRole.LEGAL in given:
        raise Refused("Legal has approved these minutes.")
    chair = work.session.exec(
        select(Approval).where(
            Approval.version_id == version.id, Approval.role == ApprovalRole.CHAIR
        )
    ).one()
    if given_at < chair.given_at.replace(second=0, microsecond=0):  # times are typed to the minute
        raise Refused(
            "Legal approves what the chair has approved, so not before the chair did.", "given_at"
        )
    if staff_id == chair.staff_id:
        raise Refused(
            "The chair cannot also approve for legal. Name the authority's solicitor.", "staff_id"
        )
    if work.get(Staff, staff_id).role is not StaffRole.LAWYER:
        raise Refused("Legal approval is given by the authority's solicitor.", "staff_id")
    _same(version.sha256, seen)


def _same(now: str, seen: str) -> None:
    if now != seen:
        raise Changed("The minutes changed since you read them. Read them again, then approve.")


def roles_given(work: Work, version: MinutesVersion) -> set[ApprovalRole]:
    """Return in which roles a version is approved."""
    rows = work.session.exec(
        select(Approval.role).where(
            Approval.version_id == version.id, col(Approval.withdrawn_at).is_(None)
        )
    )
    return {ApprovalRole(role) for role in rows}
