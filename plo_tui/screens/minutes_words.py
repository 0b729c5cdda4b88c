"""Where a meeting's minutes stand, in words: each version, who approved it, who got it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.corrections import open_corrections, place_words
from agenda.day_names import day_text
from agenda.edition import CHANGED
from agenda.given_out import given_out
from agenda.london import instant_text
from agenda.uploads import files_to_do, to_do_words
from agenda.words import ApprovalRole, GivenDocument
from plo_tui.store.reading.edition import (
    approvals,
    changed_after_approval,
    minutes_state,
    newest_version,
)

if TYPE_CHECKING:
    from uuid import UUID

    from agenda.papers import Papers
    from agenda.records import ChildUpload, MinutesVersion

_FOR = {ApprovalRole.CHAIR: "by the chair", ApprovalRole.LEGAL: "for legal"}


def versions(papers: Papers, meeting_id: UUID) -> list[MinutesVersion]:
    """Return the versions of a meeting's minutes, the first one first."""
    rows = [row for row in papers.standing("MinutesVersion") if row.meeting_id == meeting_id]
    return sorted(rows, key=lambda row: row.number)


def version_words(papers: Papers, version: MinutesVersion) -> str:
    """Return where one version stands: `approved by chair (Sam Reed) and legal (Helen Ward)`."""
    because = f", because: {version.reason}" if version.reason else ""
    given = [
        f"{row.role} ({papers.name(row.staff_id, None)})" for row in approvals(papers, version.id)
    ]
    approved = f"approved by {' and '.join(given)}" if given else "draft"
    issued = ", issued" if version.issued_at else ""
    changed = f", {CHANGED}" if changed_after_approval(papers, version) else ""
    return f"Version {version.number}: {approved}{issued}{changed}{because}"


def approval_lines(papers: Papers, version: MinutesVersion) -> list[str]:
    """Return who approved a version, how and when, and when it was issued."""
    lines = [
        f"Approved {_FOR[row.role]}: {papers.name(row.staff_id, None)}, {row.how}, "
        f"{instant_text(row.given_at)}"
        for row in approvals(papers, version.id)
    ]
    if version.issued_at:
        by = papers.name(version.issued_by_id, None)
        lines.append(f"Issued by {by}, {instant_text(version.issued_at)}")
    if given_to := received(papers, version):
        lines.append(f"Given to: {'; '.join(given_to)}")
    if version.uploaded_at:
        lines.append(uploaded_words(papers, version))
    elif left := to_do_words(files_to_do(papers, version)):
        lines += [_on_file(papers, row) for row in papers.uploads(version.id)]
        lines.append(f"Still to upload to {left}")
    return lines


def received(papers: Papers, version: MinutesVersion) -> list[str]:
    """Return to whom a version was issued, in the order it was recorded."""
    rows = [
        row
        for row in papers.standing("Disclosure")
        if row.version_id == version.id and row.what is GivenDocument.ISSUED
    ]
    return [row.to for row in sorted(rows, key=lambda row: row.id)]


def uploaded_words(papers: Papers, version: MinutesVersion) -> str:
    """Return where a version is in the case-management system, who says so, and since when."""
    assert version.uploaded_at is not None  # noqa: S101 - whoever asks has looked
    by = papers.name(version.uploaded_by_id, None)
    return f"Uploaded: {version.uploaded_as} ({by}, {instant_text(version.uploaded_at)})"


def _on_file(papers: Papers, row: ChildUpload) -> str:
    """Return where minutes are on one child's file, who says so, and since when."""
    child = papers.find("Child", row.child_id)
    by = papers.name(row.by_staff_id, None)
    whose = f"{child.initials}'s" if child else "A"
    return f"{whose} file: {row.file} ({by}, {instant_text(row.at)})"


def given_out_lines(papers: Papers, meeting_id: UUID) -> list[str]:
    """Return how many documents of a meeting were written, and the last; nothing where none."""
    written = [one for one in given_out(papers, meeting_id) if one.is_written and not one.is_issue]
    if not written:
        return []
    count = "1 document" if len(written) == 1 else f"{len(written)} documents"
    last = written[0]
    return [f"Given out: {count}, the last to {last.to}, {instant_text(last.at)}"]


def correction_lines(papers: Papers) -> list[str]:
    """Return how many corrections wait for the chair's answer, and which; nothing where none."""
    waiting = open_corrections(papers)
    if not waiting:
        return []
    count = "1 correction" if len(waiting) == 1 else f"{len(waiting)} corrections"
    asked = [
        f"{place_words(one.paragraph)} ({papers.name(None, one.asked_by_id)}, "
        f"{day_text(one.asked_on)})"
        for one in waiting
    ]
    return [f"{count} asked for, not answered: {'; '.join(asked)}"]


def taken_home_lines(papers: Papers, meeting_id: UUID) -> list[str]:
    """Return who took a page home from a meeting, when, and who released it."""
    pages = [page for page in papers.standing("TakeAway") if page.meeting_id == meeting_id]
    pages.sort(key=lambda page: (page.at, page.id))
    return [
        f"Taken home: {page.to}, {instant_text(page.at)}, released by "
        f"{papers.name(page.released_by_id, None)}"
        for page in pages
    ]


def latest_words(papers: Papers, meeting_id: UUID) -> str:
    """Return where the newest version stands, as every page says it."""
    version = newest_version(papers, meeting_id)
    if version and changed_after_approval(papers, version):
        return CHANGED
    return minutes_state(papers, meeting_id).in_words
