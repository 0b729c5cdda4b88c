"""What there is to tidy after a meeting that was captured as people spoke.

Paragraphs without an item, words that are nobody's, long sentences and hard words, and behind
them what the rules of the meeting still find: everything that one pass can put right before
the minutes are approved.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from agenda.captures import Capture
from agenda.concluding import concluding_findings, still_to_do
from agenda.finding import Finding, Level, Rule
from agenda.london import london_date
from agenda.minuting_entries import minuted_entries, minuted_items
from agenda.reading_guide import hard_words, long_sentences
from agenda.words import EntryKind, MeetingState

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from agenda import records
    from agenda.papers import Papers
    from agenda.policy import Policy
    from agenda.sheet import SheetItem
    from agenda.working_days import WorkingDays

UNPLACED = Rule(
    "tidy.unplaced",
    Level.SHOULD,
    "Each paragraph of the minutes stands in an item of the agenda.",
    "[own]: minutes follow the agenda; what is in no item is printed under other points",
)
SPEAKER = Rule(
    "tidy.speaker",
    Level.SHOULD,
    "A view, and what is disputed, say whose words they are.",
    "[own]: each parent's views are recorded as theirs",
)
LONG_SENTENCE = Rule(
    "tidy.long_sentence",
    Level.SHOULD,
    "No sentence of the minutes is too long.",
    "GOV.UK style guide; Somerset 2018: simplest language. A reading guide",
)
HARD = Rule(
    "tidy.hard",
    Level.SHOULD,
    "The minutes are in plain words.",
    "Somerset 2018, Initial PLO letter: simplest language. A reading guide",
)

_ORDER = (UNPLACED, SPEAKER, LONG_SENTENCE, HARD)
_SOMEBODYS = frozenset({EntryKind.VIEW, EntryKind.DISPUTED})
_WRITTEN_BY_US = frozenset({EntryKind.NOTE, EntryKind.AGREED, EntryKind.CONSEQUENCE})
"""Kinds whose words are the minute-taker's own to choose, beside views told in other words."""
_MOST_OFFERED = 3
_SHOWN = 40
"""Characters of a long sentence that are shown: enough to find it by."""


@dataclass(frozen=True, slots=True)
class ToTidy:
    """One thing to tidy.

    Attributes:
        findings: what is to be put right; of a paragraph, all that is.
        entry_id: the paragraph; None for a finding about something else.
    """

    findings: tuple[Finding, ...]
    entry_id: UUID | None = None

    @property
    def rule(self) -> Rule:
        """The rule of what comes first."""
        return self.findings[0].rule

    @property
    def key(self) -> tuple[str, UUID | None, str, str]:
        """What tells it from the others, also when they are listed again."""
        if self.entry_id:
            return ("", self.entry_id, "", "")
        first = self.findings[0]
        return (first.rule.key, first.about, first.place, first.field)


def unplaced(papers: Papers) -> list[records.Entry]:
    """Return the paragraphs of this meeting that are in no item yet, in the order written."""
    rows = [row for row in papers.standing("Entry") if row.item_id is None]
    ours = [row for row in rows if row.meeting_id == papers.meeting_id]
    return sorted(ours, key=lambda row: (row.place, row.id))


def to_tidy(papers: Papers, days: WorkingDays, today: date) -> list[ToTidy]:
    """Return everything there is to tidy: paragraphs by what they need first, then the rest.

    Args:
        papers: the case's papers, with `meeting_id` set.
        days: the authority's working days.
        today: today in London; a concluded meeting is asked about as of its own end.
    """
    found = [ToTidy(tuple(of_entry), row.id) for row, of_entry in _of_entries(papers)]
    found.sort(key=lambda one: _ORDER.index(one.rule))  # within a rule, as the agenda goes
    return found + [ToTidy((one,)) for one in _still_open(papers, days, today)]


def _still_open(papers: Papers, days: WorkingDays, today: date) -> list[Finding]:
    """Return what the rules of the meeting find, but notes and what a reason passed."""
    meeting = papers.meeting
    if meeting.state is MeetingState.LIVE:
        return still_to_do(papers, days)
    day = london_date(meeting.concluded_at) if meeting.concluded_at else today
    effective = meeting.effective is not False
    found = concluding_findings(papers, days, day, effective=effective)
    return [one for one in found if one.level is not Level.NOTE]


def _of_entries(papers: Papers) -> Iterator[tuple[records.Entry, list[Finding]]]:
    """Give each paragraph that is not tidy, with what it needs; asides only where unplaced."""
    items = minuted_items(papers)
    minuted = {entry.id for entry in minuted_entries(papers)}
    waiting = {entry.id for entry in unplaced(papers)}
    for entry in papers.entries:
        found: list[Finding] = []
        if entry.id in waiting:
            found.append(_finding(UNPLACED, "Which item does this belong to?", entry, "item"))
        if entry.id in minuted:
            item = items.get(entry.item_id) if entry.item_id else None
            if _wants_speaker(entry, item):
                found.append(_finding(SPEAKER, "Whose words are these?", entry, "speaker"))
            found += _reading(entry, papers)
        if found:
            yield entry, found


def _wants_speaker(entry: records.Entry, item: SheetItem | None) -> bool:
    """Whether a paragraph is somebody's and does not say whose. A child's view has no speaker."""
    if entry.speaker_staff_id or entry.speaker_person_id:
        return False
    captures = item.captures if item else ()
    if entry.kind is EntryKind.VIEW and Capture.CHILD in captures:
        return False
    return entry.kind in _SOMEBODYS or (entry.kind is EntryKind.NOTE and Capture.VIEWS in captures)


def _reading(entry: records.Entry, papers: Papers) -> Iterator[Finding]:
    """Give at most one finding for long sentences and one for hard words.

    Words kept as they were said, and those of a document tabled, are not ours to change.
    """
    told_by_us = entry.kind in _WRITTEN_BY_US or entry.kind in _SOMEBODYS
    if entry.verbatim or not told_by_us:
        return
    for rule, told in _read(entry.text, papers.policy):
        yield _finding(rule, told, entry, "text")


@lru_cache(maxsize=4096)  # a long meeting is listed again after each paragraph that is tidied
def _read(text: str, policy: Policy) -> tuple[tuple[Rule, str], ...]:
    """Return what makes a text hard to read, each with its rule."""
    found = []
    for sentence, count in long_sentences(text, policy.plan.sentence_words)[:1]:
        told = f"A sentence of {count} words: “{sentence[:_SHOWN]}…”. Make it two."
        found.append((LONG_SENTENCE, told))
    if hard := hard_words(text, policy):
        offered = ", ".join(f"“{word}” ({plain})" for word, plain in hard[:_MOST_OFFERED])
        found.append((HARD, f"Hard words, with plainer ones behind them: {offered}."))
    return tuple(found)


def _finding(rule: Rule, sentence: str, entry: records.Entry, field: str) -> Finding:
    return Finding(rule, sentence, about=entry.id, field=field)
