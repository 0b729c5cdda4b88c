"""What was given out of a case: every document that left the app, as lists say it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from agenda.london import instant_text
from agenda.words import GivenDocument

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from agenda.papers import Papers
    from agenda.records import Disclosure

NOTHING = "Nothing was given out yet."
_SHORT = 12
"""Characters of a fingerprint that tell two documents apart at sight."""


@dataclass(frozen=True, slots=True)
class GivenOut:
    """One line of what was given out.

    Attributes:
        at: when (UTC, aware).
        document: which document of which version, in words.
        to: whom it was for.
        by: who gave it out.
        sha256: the fingerprint of what was printed; empty where none was kept.
        is_written: whether its file was written; where not, nothing left the app.
        is_issue: whether it says to whom minutes were issued, rather than that a file was made.
        how: by which way it went; empty where nobody said.
    """

    at: datetime
    document: str
    to: str
    by: str
    sha256: str
    is_written: bool
    is_issue: bool
    how: str = ""

    @property
    def circumstances(self) -> str:
        """To whom, which way, by whom, and the beginning of its fingerprint."""
        mark = f", fingerprint {self.sha256[:_SHORT]}…" if self.sha256 else ""
        not_written = "" if self.is_written else ". NOT WRITTEN: its file could not be written"
        way = f", {self.how}" if self.how else ""
        return f"to {self.to}{way}, by {self.by}{mark}{not_written}"

    def as_json(self) -> dict[str, Any]:
        """Return the line as `plo-tui given --json` prints it."""
        return {
            "at": self.at.isoformat(),
            "document": self.document,
            "to": self.to,
            "how": self.how,
            "by": self.by,
            "sha256": self.sha256,
            "written": self.is_written,
        }


def own_copy(name: str) -> str:
    """Return whom a document is for where whoever writes it says nothing else."""
    return f"{name}, own copy"


def given_out(papers: Papers, meeting_id: UUID | None = None) -> list[GivenOut]:
    """Return what was given out of a case, or of one meeting, the latest first."""
    rows: list[Disclosure] = [
        row for row in papers.standing("Disclosure") if meeting_id in (None, row.meeting_id)
    ]
    rows.sort(key=lambda row: (row.at, row.id), reverse=True)
    return [_line(papers, row) for row in rows]


def given_lines(lines: list[GivenOut]) -> list[str]:
    """Return lines to read: the document under an empty line, and beneath it to whom and by whom.

    No line holds a newline.
    """
    if not lines:
        return [NOTHING]
    told = [
        said
        for one in lines
        for said in ("", f"{instant_text(one.at)}: {one.document}", f"  {one.circumstances}")
    ]
    return told[1:]


def _line(papers: Papers, row: Disclosure) -> GivenOut:
    return GivenOut(
        at=row.at,
        document=_document(papers, row),
        to=row.to,
        by=papers.name(row.by_staff_id, None),
        sha256=row.sha256,
        is_written=row.not_written_at is None,
        is_issue=row.what is GivenDocument.ISSUED,
        how=row.how,
    )


def _document(papers: Papers, row: Disclosure) -> str:
    """Return which document it was: `minutes, meeting 1, version 2, issued`."""
    meeting, child = papers.find("Meeting", row.meeting_id), papers.find("Child", row.child_id)
    letter = papers.find("LetterDraft", row.letter_id)
    facts = (
        letter.kind.called if letter else row.what.in_words,
        f"meeting {meeting.number}" if meeting else "",
        f"version {row.of_version}" if row.of_version else "",
        child.initials if child else "",
        "draft" if row.is_draft else "",
        "issued" if row.what is GivenDocument.ISSUED else "",
    )
    return ", ".join(filter(None, facts))
