"""Which families' records may be removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func
from sqlmodel import col, select

from agenda.london import london_date
from agenda.records import Case, ChildUpload, Journal, Meeting, MinutesVersion, PreProceedings
from agenda.retention import Removable, left_words, settled, why_removable
from agenda.words import MeetingKind, MeetingState
from plo_tui.store.reading.papers import read_papers

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlmodel import Session


def read_removable(session: Session, months: int, today: date) -> list[Removable]:
    """Return every family whose record may be removed, the one left alone longest first.

    One whose minutes are on some children's files and not on all is listed too: what is left to
    do first is said, and it is due only where its period is over.

    Args:
        session: the store's.
        months: calendar months of the policy, after the last change.
        today: the London date.
    """
    last, lines = func.max(Journal.at), func.max(Journal.sequence)
    cases = (
        select(Case.id, Case.reference, last, lines)
        .join(Journal, col(Journal.case_id) == col(Case.id))
        .where(col(Case.purged_at).is_(None))
        .group_by(col(Case.id), col(Case.reference))
        .order_by(last, col(Case.reference))
    )
    uploaded, begun = _uploaded(session), _partly_uploaded(session)
    found = []
    for case_id, reference, at, sequence in session.exec(cases).all():
        changed_on = london_date(at)
        done = case_id in uploaded and settled(read_papers(session, case_id))
        why = why_removable(changed_on, today, months, uploaded=done)
        left = left_words(read_papers(session, case_id)) if case_id in begun else ""
        if why or left:
            told = " ".join(filter(None, (why, left)))
            due = bool(why)
            found.append(Removable(case_id, reference, changed_on, sequence, told, is_due=due))
    return found


def _partly_uploaded(session: Session) -> set[UUID]:
    """Return the cases with minutes that are on some children's files and not on all."""
    rows = (
        select(PreProceedings.case_id)
        .join(Meeting, col(Meeting.episode_id) == col(PreProceedings.id))
        .join(MinutesVersion, col(MinutesVersion.meeting_id) == col(Meeting.id))
        .join(ChildUpload, col(ChildUpload.version_id) == col(MinutesVersion.id))
        .where(
            col(MinutesVersion.uploaded_at).is_(None),
            col(ChildUpload.withdrawn_at).is_(None),
        )
    )
    return set(session.exec(rows))


def _uploaded(session: Session) -> set[UUID]:
    """Return the cases with a meeting, each of them over and its minutes issued and uploaded.

    The record of legal planning is issued to nobody: that meeting only has to be over.
    """
    newest = (
        select(MinutesVersion.meeting_id, func.max(MinutesVersion.number).label("number"))
        .group_by(col(MinutesVersion.meeting_id))
        .subquery()
    )
    meetings = (
        select(PreProceedings.case_id, Meeting.kind, Meeting.state, MinutesVersion.uploaded_at)
        .join(Meeting, col(Meeting.episode_id) == col(PreProceedings.id))
        .outerjoin(newest, newest.c.meeting_id == col(Meeting.id))
        .outerjoin(
            MinutesVersion,
            (col(MinutesVersion.meeting_id) == col(Meeting.id))
            & (col(MinutesVersion.number) == newest.c.number),
        )
        .where(col(Meeting.withdrawn_at).is_(None))
    )
    done: dict[UUID, bool] = {}
    for case_id, kind, state, uploaded_at in session.exec(meetings):
        is_kept_apart = kind is MeetingKind.LEGAL_PLANNING
        over = state is MeetingState.CONCLUDED and (is_kept_apart or uploaded_at is not None)
        done[case_id] = done.get(case_id, True) and over
    return {case_id for case_id, over in done.items() if over}
