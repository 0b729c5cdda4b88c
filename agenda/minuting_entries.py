"""The minuted paragraphs: which entries may stand in minutes, where each stands, its number."""

from __future__ import annotations

from collections import defaultdict
from itertools import count
from typing import TYPE_CHECKING, TypeAlias
from uuid import UUID

from agenda.captures import Capture
from agenda.minutes import Paragraph, Section
from agenda.minuting_words import clock, some_children
from agenda.sitting_words import sitting_line
from agenda.urgent_words import told_words
from agenda.words import KEPT_OUT, EntryKind, PersonKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda import records
    from agenda.papers import Papers
    from agenda.sheet import SheetItem

Place: TypeAlias = UUID | str
"""Where an entry stands: the id of its concern or item, or one of the parts named below."""

DOCUMENTS = "documents"
CONSEQUENCES = "consequences"
PARENTS = "parents"
CHILDREN = "children"
LAWYERS = "lawyers"
UNPLACED = "unplaced"


def minuted_items(papers: Papers) -> dict[UUID, SheetItem]:
    """Return the items of this meeting that stand in its minutes, in the order of the agenda."""
    on_sheet = {item.key: item for item in papers.sheet.items if item.minuted}
    return {item.id: on_sheet[item.key] for item in papers.items if item.key in on_sheet}


def minuted_entries(papers: Papers) -> list[records.Entry]:
    """Return the entries that may stand in minutes, by item: the one door into any document.

    No aside, nothing privileged, nothing withdrawn, nothing of an item that is not minuted. An
    entry not yet placed in an item is kept: losing it silently would be worse.
    """
    items = minuted_items(papers)
    return [
        entry
        for entry in papers.entries
        if entry.kind not in KEPT_OUT
        and entry.meeting_id == papers.meeting_id
        and (entry.item_id is None or entry.item_id in items)
    ]


class Numbered:
    """A meeting's paragraphs, each in its one place, numbered from 1 in the order printed.

    Attributes:
        documents: the documents tabled.
        concerns: for each concern's id, what was said of it; views apart.
        sections: the items' own paragraphs in the order of the agenda; empty ones left out.
        views: the parents' (with other family), the children's and the lawyers' views; empty
            ones left out.
        consequences: the consequences explained.
    """

    def __init__(self, papers: Papers) -> None:
        items = minuted_items(papers)
        places = _Places(papers, items)
        piles: defaultdict[Place, list[records.Entry]] = defaultdict(list)
        for entry in minuted_entries(papers):
            piles[places.of(entry)].append(entry)
        for voices in (PARENTS, LAWYERS):
            piles[voices].sort(key=lambda entry: places.order[entry.speaker_person_id])
        paragraphs = Paragraphs(papers)
        self.documents = paragraphs.of(piles[DOCUMENTS])
        self.concerns = {row.id: paragraphs.of(piles[row.id]) for row in papers.concerns}
        headings: dict[Place, tuple[str, str]] = {
            key: (item.key, item.title) for key, item in items.items()
        }
        headings[UNPLACED] = (UNPLACED, "Other points")
        self.sections = _sections(headings, piles, paragraphs)
        self.views = _sections(places.voices(piles[PARENTS]), piles, paragraphs)
        self.consequences = paragraphs.of(piles[CONSEQUENCES])


def _sections(
    headings: dict[Place, tuple[str, str]],
    piles: dict[Place, list[records.Entry]],
    paragraphs: Paragraphs,
) -> tuple[Section, ...]:
    """Return a section for each place that has paragraphs, with its key and heading."""
    return tuple(
        Section(*heading, paragraphs.of(piles[place]))
        for place, heading in headings.items()
        if piles[place]
    )


class _Places:
    """Where each entry stands; the first that fits wins."""

    def __init__(self, papers: Papers, items: dict[UUID, SheetItem]) -> None:
        self.items = items
        self.concerns = {concern.id for concern in papers.concerns}
        self.parents = {person.id for person in papers.parents}
        self.order: dict[UUID | None, int] = {
            person.id: place for place, person in enumerate(papers.people)
        }
        self.kinds = {person.id: person.kind for person in papers.people}

    def voices(self, said: list[records.Entry]) -> dict[Place, tuple[str, str]]:
        """Return the key and heading of each section of views.

        Args:
            said: what stands with the parents' views: a grandmother is not called a parent.
        """
        parents_only = all(entry.speaker_person_id in self.parents for entry in said)
        whose = "The parents' views" if parents_only else "The parents' and family's views"
        return {
            PARENTS: (PARENTS, whose),
            CHILDREN: (CHILDREN, "The children's views"),
            LAWYERS: (LAWYERS, "The lawyers' views"),
        }

    def of(self, entry: records.Entry) -> Place:
        if entry.kind is EntryKind.DOCUMENT:
            return DOCUMENTS
        if entry.kind is EntryKind.CONSEQUENCE:
            return CONSEQUENCES
        if entry.kind is EntryKind.VIEW and (voice := self._voice(entry)):
            return voice
        if entry.concern_id in self.concerns:
            return entry.concern_id
        return self._voice(entry) or entry.item_id or UNPLACED

    def _voice(self, entry: records.Entry) -> str:
        """Return whose view an entry is; empty where it is nobody's that has a section.

        In the item that captures views, whatever a parent or a parent's lawyer says is one.
        """
        speaker = entry.speaker_person_id
        kind = self.kinds.get(speaker) if speaker else None
        captures = self.items[entry.item_id].captures if entry.item_id else ()
        is_view = entry.kind is EntryKind.VIEW
        answers = Capture.VIEWS in captures
        if kind is PersonKind.LAWYER and (is_view or answers):
            return LAWYERS
        if (kind is PersonKind.FAMILY and is_view) or (speaker in self.parents and answers):
            return PARENTS
        return CHILDREN if is_view and Capture.CHILD in captures else ""


class Paragraphs:
    """Makes paragraphs; the numbers run on from call to call."""

    def __init__(self, papers: Papers) -> None:
        self.papers = papers
        self.numbers = count(1)
        by_key = {child.id: child for child in papers.children}
        self.named: defaultdict[UUID, list[records.Child]] = defaultdict(list)
        for row in papers.standing("EntryChild"):
            if row.child_id in by_key:
                self.named[row.entry_id].append(by_key[row.child_id])
        self.sittings = {sitting.id: sitting for sitting in papers.sittings}

    def of(self, entries: Iterable[records.Entry]) -> tuple[Paragraph, ...]:
        """Return one part's paragraphs, in order."""
        paragraphs, before = [], self._first()
        for entry in entries:
            sitting = self.sittings.get(entry.sitting_id)
            paragraphs.append(self._paragraph(entry, sitting, begins=sitting is not before))
            before = sitting
        return tuple(paragraphs)

    def _first(self) -> records.Sitting | None:
        """Return the sitting that need not be named: the first, where it was with everybody."""
        first = next(iter(self.sittings.values()), None)
        return first if first and (len(self.sittings) == 1 or not first.called) else None

    def _paragraph(
        self, entry: records.Entry, sitting: records.Sitting | None, *, begins: bool
    ) -> Paragraph:
        return Paragraph(
            number=next(self.numbers),
            time=clock(entry.spoken_at or entry.written_at),
            speaker=self.papers.name(entry.speaker_staff_id, entry.speaker_person_id),
            kind=entry.kind,
            text=entry.text,
            verbatim=entry.verbatim,
            children=some_children(self.papers, self.named[entry.id]),
            sitting=sitting.number if sitting else 0,
            sitting_line=sitting_line(sitting) if sitting and begins else "",
            told=told_words(self.papers, entry) if entry.kind is EntryKind.URGENT else (),
        )
