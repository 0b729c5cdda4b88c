"""What a document says of itself on every page and in its properties."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Protocol

from agenda.edition import CHANGED
from agenda.seals import beginning
from agenda.words import MeetingKind
from exports.words import long_date

if TYPE_CHECKING:
    from datetime import date

    from agenda.edition import Edition
    from agenda.legal_planning_minutes import LegalPlanningEdition
    from agenda.take_away import TakeAwayPage


PRIVILEGED = (
    "PRIVILEGED AND CONFIDENTIAL: legal planning. For the authority and its lawyers alone. "
    "Not to be shared with any parent or other professional"
)
"""What stands on every page of a legal planning record."""


@dataclass(frozen=True, slots=True)
class PageMarks:
    """Whose document it is, from which meeting, and how far it may be relied on.

    Attributes:
        reference: the case's reference.
        initials: the children's initials.
        meeting: which kind of meeting.
        on: its day, in words.
        status: where it stands, as the properties say it.
        version: its version, as the properties say it.
        stands: where it stands, as every page says it.
        across: what lies across every page: `DRAFT`; empty where nothing does.
        made_at: when it was made (UTC): the day of the meeting, whatever the clock.
        changed_at: when it was last changed (UTC): its last approval.
        seal: the beginning of the record's seal at its approval; empty where it is not approved.
        copy_for: whom a copy is for; empty in the whole document.
        fingerprint: the beginning of a copy's own fingerprint; empty in the whole document.
        warning: what stands first on every page, in a line of its own; empty where nothing does.
    """

    reference: str
    initials: str
    meeting: str
    on: str
    status: str
    version: str
    stands: str
    across: str
    made_at: datetime
    changed_at: datetime
    seal: str = ""
    copy_for: str = ""
    fingerprint: str = ""
    warning: str = ""


def marks_of_edition(edition: Edition) -> PageMarks:
    """Return what stands on the pages of a document made from an edition of the minutes."""
    minutes = edition.minutes
    made_at = datetime.combine(minutes.on, time(), UTC)
    status = edition.stands
    return PageMarks(
        reference=minutes.reference,
        initials=minutes.initials,
        meeting=minutes.kind.heading,
        on=long_date(minutes.on),
        status=status,
        version=str(minutes.version),
        stands=f"Version {minutes.version} · {status}",
        across=CHANGED if edition.is_changed else "DRAFT" if edition.state.is_draft else "",
        made_at=made_at,
        changed_at=max([given.at for given in edition.approvals] + [edition.issued_at or made_at]),
        seal=beginning(edition.seal),
        copy_for=minutes.copy_for,
        fingerprint=beginning(edition.fingerprint) if minutes.copy_for else "",
    )


class OurPaper(Protocol):
    """A paper that goes with a meeting's documents, and is none of them."""

    @property
    def reference(self) -> str:
        """The case's."""

    @property
    def initials(self) -> str:
        """The children's."""

    @property
    def meeting(self) -> str:
        """Which kind of meeting."""

    @property
    def meeting_on(self) -> date:
        """Its first day."""

    @property
    def made_on(self) -> date:
        """The day the paper is made."""


def marks_of_our_paper(paper: OurPaper, what: str, copy_for: str) -> PageMarks:
    """Return what stands on a covering note or a list: what it is, and that it is no minutes.

    Args:
        paper: whose it is, and of which meeting.
        what: what it is, as every page says it.
        copy_for: whom the documents with it are for; empty where nobody.
    """
    made_at = datetime.combine(paper.made_on, time(), UTC)
    return PageMarks(
        reference=paper.reference,
        initials=paper.initials,
        meeting=paper.meeting,
        on=long_date(paper.meeting_on),
        status=what,
        version="1",
        stands=what,
        across="",
        made_at=made_at,
        changed_at=made_at,
        copy_for=copy_for,
    )


def marks_of_legal_planning(edition: LegalPlanningEdition) -> PageMarks:
    """Return what stands on the pages of a legal planning record: above all who may have it."""
    record = edition.record
    made_at = datetime.combine(record.on, time(), UTC)
    return PageMarks(
        reference=record.reference,
        initials=record.initials,
        meeting=MeetingKind.LEGAL_PLANNING.heading,
        on=long_date(record.on),
        status=edition.stands,
        version=str(record.number),
        stands=f"Version {record.number} · {edition.stands}",
        across=CHANGED if edition.is_changed else "DRAFT" if edition.is_draft else "",
        made_at=made_at,
        changed_at=max(made_at, edition.approved_at or made_at),
        seal="" if edition.is_changed else beginning(edition.seal),
        warning=PRIVILEGED,
    )


def marks_of_page(page: TakeAwayPage) -> PageMarks:
    """Return what stands on a page that goes home: above all that it is not the minutes."""
    made_at = datetime.combine(page.on, time(), UTC)
    return PageMarks(
        reference=page.reference,
        initials=page.initials,
        meeting=page.kind.heading,
        on=long_date(page.on),
        status="Not the approved minutes",
        version="1",
        stands="Not the approved minutes",
        across="",  # read at home, perhaps with difficulty: the words must stand clear
        made_at=made_at,
        changed_at=made_at,
    )
