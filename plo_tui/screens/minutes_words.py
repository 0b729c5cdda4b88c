"""Where a meeting's minutes stand, in words: each version, who approved it, who got it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.corrections import open_corrections, place_words
from agenda.day_names import day_text
from agenda.london import LONDON, london_date
from agenda.words import ApprovalRole
from plo_tui.store.reading.edition import approvals, minutes_state

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from agenda.papers import Papers
    from agenda.records import MinutesVersion

_FOR = {ApprovalRole.CHAIR: "by the chair", ApprovalRole.LEGAL: "for legal"}


def instant_text(instant: datetime) -> str:
    """Return an instant as London's calendar and clock show it: `Fri 5 Feb 2027 10:03`."""
    return f"{day_text(london_date(instant))} {instant.astimezone(LONDON):%H:%M}"


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
    return f"Version {version.number}: {approved}{issued}{because}"


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
    return lines


def received(papers: Papers, version: MinutesVersion) -> list[str]:
    """Return whom a version was given to, in the order it was recorded."""
    rows = [row for row in papers.standing("Disclosure") if row.version_id == version.id]
    return [row.to for row in sorted(rows, key=lambda row: row.id)]


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
    return minutes_state(papers, meeting_id).in_words
