"""On which children's electronic files the minutes are, and which are still to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.minuting_words import in_a_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agenda import records
    from agenda.papers import Papers


def files_to_do(papers: Papers, version: records.MinutesVersion) -> list[records.Child]:
    """Return the children on whose files issued minutes are still to be put; none if not issued."""
    if version.uploaded_at or version.issued_at is None:
        return []
    done = {row.child_id for row in papers.uploads(version.id)}
    return [child for child in papers.children if child.id not in done]


def to_do_words(children: Sequence[records.Child]) -> str:
    """Return whose files are still to do: `the files of IR and NR`; empty for nobody's."""
    initials = [child.initials for child in children]
    if not initials:
        return ""
    return f"the file{'s' if len(initials) > 1 else ''} of {in_a_row(initials)}"


def left_to_upload(papers: Papers) -> list[str]:
    """Return, for each meeting whose issued minutes are not on every file, which are to do."""
    newest: dict[object, records.MinutesVersion] = {}
    for version in papers.standing("MinutesVersion"):
        known = newest.get(version.meeting_id)
        if known is None or known.number < version.number:
            newest[version.meeting_id] = version
    return [
        f"the minutes of meeting {meeting.number} are still to go on {left}"
        for meeting in papers.meetings
        if (version := newest.get(meeting.id))
        and (left := to_do_words(files_to_do(papers, version)))
    ]
