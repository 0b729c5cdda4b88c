"""Reading histories from the journal: each version of a paragraph, and of a meeting's minutes."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlmodel import col, func, select

from agenda.history import (
    EntryState,
    EntryVersion,
    MinutesStory,
    minutes_lines,
    paragraph_keys,
    paragraphs_lines,
)
from agenda.london import LONDON
from agenda.records import Journal, JournalPayload
from agenda.words import EntryKind
from plo_tui.store.problems import Refused
from plo_tui.store.reading.edition import given_approvals, minutes_now
from plo_tui.store.reading.frozen import thawed
from plo_tui.store.undoing import OPENS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlmodel import Session

    from agenda.edition import Edition
    from agenda.minutes import Minutes
    from agenda.papers import Papers
    from agenda.records import MinutesVersion


def read_entry_history(
    session: Session, papers: Papers, entry_id: UUID
) -> tuple[EntryVersion, ...]:
    """Return every version of a paragraph, the first one first.

    Args:
        session: the database session.
        papers: the papers of its meeting, which name people and items.
        entry_id: the paragraph.
    """
    return tuple(
        _version(papers, row, change)
        for row, change in _changes(session, papers.case_id, f'"id":"{entry_id}"')
        if change["id"] == str(entry_id)
    )


def read_changed_paragraphs(
    session: Session, papers: Papers, minutes: Minutes
) -> list[tuple[int, tuple[EntryVersion, ...]]]:
    """Return the paragraphs of minutes that were changed since they were written, by number."""
    numbers = {key: number for number, key in paragraph_keys(papers, minutes).items()}
    found: dict[int, list[EntryVersion]] = {}
    for row, change in _changes(session, papers.case_id, '"kind":"Entry"'):
        if number := numbers.get(UUID(change["id"])):
            found.setdefault(number, []).append(_version(papers, row, change))
    return [(number, tuple(found[number])) for number in sorted(found) if len(found[number]) > 1]


def read_minutes_history(session: Session, papers: Papers) -> tuple[MinutesStory, ...]:
    """Return every version of the minutes of the papers' meeting, the first one first.

    A version that is not approved yet is what the records say now.
    """
    rows = [row for row in papers.standing("MinutesVersion") if row.meeting_id == papers.meeting_id]
    if not rows:
        draft = minutes_now(papers, 1, "")
        return (MinutesStory(1, "", None, "", (), draft, is_frozen=False),)
    return tuple(
        _story(session, papers, version) for version in sorted(rows, key=lambda row: row.number)
    )


def read_history_lines(session: Session, papers: Papers, edition: Edition) -> list[str]:
    """Return the history of a meeting's minutes in plain lines, made on the store's thread."""
    lines = minutes_lines(read_minutes_history(session, papers))
    changed = paragraphs_lines(read_changed_paragraphs(session, papers, edition.minutes))
    lines += ["", "Paragraphs changed since they were written"]
    return (lines + (changed or ["None."]))[1 if lines[0] == "" else 0 :]


def _story(session: Session, papers: Papers, version: MinutesVersion) -> MinutesStory:
    begun = next(
        (
            row
            for row, change in _changes(session, papers.case_id, f'"id":"{version.id}"')
            if change["before"] is None and row.verb in OPENS
        ),
        None,
    )
    return MinutesStory(
        number=version.number,
        begun_by=_who(papers, begun) if begun else "",
        begun_at=begun.at if begun else None,
        reason=version.reason,
        approvals=given_approvals(papers, version),
        minutes=_minutes(papers, version),
        is_frozen=bool(version.frozen),
    )


def _minutes(papers: Papers, version: MinutesVersion) -> Minutes | None:
    try:
        if version.frozen:
            return thawed(version)
        return minutes_now(papers, version.number, version.reason)
    except Refused:
        return None


def _changes(
    session: Session, case_id: UUID, words: str
) -> Iterator[tuple[Journal, dict[str, Any]]]:
    """Give each change whose line of the journal has these words in what it wrote."""
    named = func.instr(JournalPayload.payload, words) > 0
    lines = (
        select(Journal, JournalPayload.payload)
        .join(JournalPayload, col(JournalPayload.journal_id) == Journal.id)
        .where(Journal.case_id == case_id, named)
        .order_by(col(Journal.sequence))
    )
    for row, payload in session.exec(lines):
        for change in json.loads(payload)["changes"]:
            if words in (f'"kind":"{change["kind"]}"', f'"id":"{change["id"]}"'):
                yield row, change


def _who(papers: Papers, row: Journal) -> str:
    return papers.name(row.actor_id, None) or "Somebody"


def _version(papers: Papers, row: Journal, change: dict[str, Any]) -> EntryVersion:
    return EntryVersion(_who(papers, row), row.at, row.verb, _state(papers, change["after"]))


def _state(papers: Papers, after: dict[str, Any]) -> EntryState:
    """Return a paragraph in words from the columns a line wrote."""
    staff, person, item = (
        UUID(after[name]) if after.get(name) else None
        for name in ("speaker_staff_id", "speaker_person_id", "item_id")
    )
    placed = papers.find("Item", item)
    spoken = after.get("spoken_at")
    return EntryState(
        text=after["text"],
        kind=EntryKind(after["kind"]),
        speaker=papers.name(staff, person),
        item=papers.sheet.item(placed.key).title if placed else "",
        said_at=f"{datetime.fromisoformat(spoken).astimezone(LONDON):%H:%M}" if spoken else "",
        word_for_word=bool(after.get("verbatim")),
        withdrawn=after.get("withdrawn_at") is not None,
    )
