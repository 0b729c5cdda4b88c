"""Verbs of sign-off: approve by the chair, by legal, issue, and begin a new version.

Sutton 2019, PLO Meetings: minutes go out once approved by the chair and the legal team.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import select

from agenda.minutes import fingerprint, freeze
from agenda.records import Approval, Disclosure, Meeting, MinutesVersion
from agenda.steps import Step
from agenda.words import ApprovalRole, GivenDocument
from plo_tui.store import journal
from plo_tui.store.problems import Changed, Refused
from plo_tui.store.reading.edition import minutes_now
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs.permitted import latest_version, permitted, refuse_if_changed
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
        Refused: where the table does not allow it now or to them, someone approves for another
            without saying how, or the time cannot be.
        Changed: where the minutes changed since they were seen.
    """
    chairs = role is ApprovalRole.CHAIR
    step = Step.APPROVE_AS_CHAIR if chairs else Step.APPROVE_FOR_LEGAL
    meeting = permitted(work, step, meeting_id, staff_id)
    how = paragraph(how, "how", called="how the approval was given")
    if staff_id != work.actor and how == IN_THE_APP:
        raise Refused("Say how they gave their approval, such as: by email.", "how")
    ended = meeting.concluded_at
    if chairs and given_at and ended and given_at < ended.replace(second=0, microsecond=0):
        raise Refused(
            "The chair approves what was minuted, so not before the meeting ended.", "given_at"
        )
    if given_at and given_at > work.at:
        raise Refused("The approval cannot have been given in the future.", "given_at")
    version = latest_version(work, meeting_id)
    if chairs:
        version = _freeze(work, meeting, version, seen)
    else:
        assert version is not None  # noqa: S101 - as the table has it, the chair approved it
        _check_legal(work, version, seen, given_at)
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
    permitted(work, Step.ISSUE, meeting_id)
    version = latest_version(work, meeting_id)
    assert version is not None  # noqa: S101 - as the table has it, both approved it
    refuse_if_changed(work, version)
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
    permitted(work, Step.NEW_VERSION, meeting_id)
    version = latest_version(work, meeting_id)
    assert version is not None  # noqa: S101 - as the table has it, it is approved
    reason = paragraph(reason, "reason", called="why a new version is needed")
    work.add(MinutesVersion(meeting_id=meeting_id, number=version.number + 1, reason=reason))


def _freeze(
    work: Work, meeting: Meeting, version: MinutesVersion | None, seen: str
) -> MinutesVersion:
    number = version.number if version else 1
    reason = version.reason if version else ""
    papers = read_papers(work.session, work.case_id, meeting.id)  # type: ignore[arg-type]
    frozen = freeze(minutes_now(papers, number, reason))
    _same(fingerprint(frozen), seen)
    if version is None:
        version = MinutesVersion(meeting_id=meeting.id, number=1)
        work.add(version)
    return work.change(MinutesVersion, version.id, None, frozen=frozen, sha256=fingerprint(frozen))


def _check_legal(work: Work, version: MinutesVersion, seen: str, given_at: datetime | None) -> None:
    refuse_if_changed(work, version)
    chair = work.session.exec(
        select(Approval).where(
            Approval.version_id == version.id, Approval.role == ApprovalRole.CHAIR
        )
    ).one()
    # Given now, it stands behind the chair's in the journal, whatever a clock that went back says.
    first = min(chair.given_at, work.at).replace(second=0, microsecond=0)  # typed to the minute
    if given_at and given_at < first:
        raise Refused(
            "Legal approves what the chair has approved, so not before the chair did.", "given_at"
        )
    _same(version.sha256, seen)


def _same(now: str, seen: str) -> None:
    if now != seen:
        raise Changed("The minutes changed since you read them. Read them again, then approve.")
