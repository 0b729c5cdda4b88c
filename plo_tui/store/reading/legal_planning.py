"""Reading legal planning: the record of a meeting of it, frozen or live."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.legal_planning_minutes import (
    LegalPlanningEdition,
    draft_edition,
    thaw_record,
)
from agenda.legal_planning_minuting import legal_planning_record_of, record_again
from agenda.minutes import fingerprint
from plo_tui.store.problems import Refused
from plo_tui.store.reading.papers import read_papers_with_legal_planning

if TYPE_CHECKING:
    from uuid import UUID

    from sqlmodel import Session

    from agenda import records as r
    from agenda.legal_planning_minutes import LegalPlanningRecord
    from agenda.legal_planning_papers import LegalPlanningPapers


def read_legal_planning(
    session: Session, case_id: UUID, meeting_id: UUID
) -> tuple[LegalPlanningPapers, LegalPlanningEdition]:
    """Return a legal planning meeting's papers, and its record with where its approval stands.

    Raises:
        NothingToMinute: it is another kind of meeting, or has not begun.
        Refused: the frozen record can no longer be read.
    """
    papers = read_papers_with_legal_planning(session, case_id, meeting_id)
    return papers, legal_planning_edition(papers)


def legal_planning_edition(papers: LegalPlanningPapers) -> LegalPlanningEdition:
    """Return the latest record of the meeting in front of us."""
    versions = papers.legal_planning_minutes(papers.meeting.id)
    newest = versions[-1] if versions else None
    if newest is None or not newest.frozen:
        return draft_edition(record_now(papers))
    mark = fingerprint(newest.frozen)
    return LegalPlanningEdition(
        _thawed(newest),
        mark,
        papers.name(newest.approved_by_id, None),
        newest.approved_at,
        newest.chain_head,
        is_changed=mark != newest.sha256,
    )


def record_now(papers: LegalPlanningPapers) -> LegalPlanningRecord:
    """Return the version of the record that is not frozen yet, as the records stand."""
    versions = papers.legal_planning_minutes(papers.meeting.id)
    newest = versions[-1] if versions else None
    number, reason = (newest.number, newest.reason) if newest else (1, "")
    now = legal_planning_record_of(papers, number, reason)
    before = [row for row in versions if row.frozen and row.number == number - 1]
    return record_again(_thawed(before[0]), now, papers) if before else now


def _thawed(version: r.LegalPlanningMinutes) -> LegalPlanningRecord:
    try:
        return thaw_record(version.frozen)
    except ValueError:  # its own words would quote the record
        raise Refused(
            f"Version {version.number} of this record can no longer be read: it was changed after "
            "approval, not by the app. Put a backup in the store's place; plo-tui verify says "
            "what else was changed."
        ) from None
