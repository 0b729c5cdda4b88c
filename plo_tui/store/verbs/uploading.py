"""Verbs that mark issued minutes as uploaded to each child's electronic file, or take it back.

The app is not the system of record. What is uploaded may be purged here under retention, so each
child's mark says where it is, who says so and since when, and it can be taken back. The version
itself counts as uploaded once it is on every child's file (Sutton 2019, Court Tracker Meetings:
business support uploads on to the child's electronic file).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import select

from agenda.records import ChildUpload, MinutesVersion
from agenda.steps import Step
from plo_tui.store.problems import Refused
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs.permitted import latest_version, permitted
from plo_tui.store.verbs.words import line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from agenda.papers import Papers
    from plo_tui.store.work import Work


def mark_uploaded(
    work: Work, meeting_id: UUID, uploaded_as: str, children: Sequence[UUID] = ()
) -> None:
    """Mark a meeting's issued minutes as uploaded, or put right where it was said they are.

    Args:
        work: the transaction; whoever does it says so.
        meeting_id: the meeting.
        uploaded_as: where they are in that system, such as its name and the document's number.
        children: on whose files they are so; on every child's where none is named.

    Raises:
        Refused: where they are not issued, or it does not say where they are.
    """
    permitted(work, Step.UPLOAD, meeting_id)
    version = latest_version(work, meeting_id)
    assert version is not None  # noqa: S101 - issued minutes have one
    where = line(uploaded_as, "uploaded_as", called="where they are in that system")
    papers = read_papers(work.session, work.case_id, meeting_id)  # type: ignore[arg-type]
    everyone = [child.id for child in papers.children]
    if set(children) - set(everyone):
        raise Refused("This child is not of this family. Go back and open it again.")
    marks = {row.child_id: row for row in _marks(work, version.id)}
    said: dict[str, Any] = {"file": where, "at": work.at, "by_staff_id": work.actor}
    for child_id in children or everyone:
        if mark := marks.get(child_id):
            work.change(ChildUpload, mark.id, None, withdrawn_at=None, **said)
        else:
            marks[child_id] = ChildUpload(version_id=version.id, child_id=child_id, **said)
            work.add(marks[child_id])
    _count(work, version, papers, marks)


def take_back_upload(work: Work, meeting_id: UUID, children: Sequence[UUID] = ()) -> None:
    """Take back the mark that a meeting's minutes are uploaded.

    Args:
        work: the transaction.
        meeting_id: the meeting.
        children: from whose files; from every child's where none is named.

    Raises:
        Refused: where there is no such mark.
    """
    work.in_case_of(meeting_id)
    version = latest_version(work, meeting_id)
    marks = [row for row in _marks(work, version.id) if not row.withdrawn_at] if version else []
    meant = [row for row in marks if not children or row.child_id in children]
    if version is None or not (meant or (version.uploaded_at and not marks)):
        raise Refused("These minutes are not marked as uploaded.")
    work.withdraw(meant)
    work.change(
        MinutesVersion, version.id, None, uploaded_at=None, uploaded_by_id=None, uploaded_as=""
    )


def _count(
    work: Work, version: MinutesVersion, papers: Papers, marks: Mapping[UUID, ChildUpload]
) -> None:
    """Let the version count as uploaded once it is on every child's file."""
    files = {child.initials: marks.get(child.id) for child in papers.children}
    there = {who: mark.file for who, mark in files.items() if mark and not mark.withdrawn_at}
    if len(there) < len(files):
        return
    alike = set(there.values())
    told = (
        alike.pop() if len(alike) == 1 else "; ".join(f"{who}: {as_}" for who, as_ in there.items())
    )
    work.change(
        MinutesVersion,
        version.id,
        None,
        uploaded_at=work.at,
        uploaded_by_id=work.actor,
        uploaded_as=told,
    )


def _marks(work: Work, version_id: UUID) -> list[ChildUpload]:
    """Return every child's mark of a version, those taken back too."""
    rows = select(ChildUpload).where(ChildUpload.version_id == version_id)
    return list(work.session.exec(rows))
