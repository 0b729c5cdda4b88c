"""What a line typed into the composer does: from its capture word to the store's verb.

One function for each kind of word. Each returns what the screen says under the composer, or
nothing; what the store refuses goes back to the composer with the words still in it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from agenda.captures import Capture as Captures
from agenda.described_dates import describe_date
from agenda.records import new_key
from agenda.typed_dates import read_date
from agenda.unreadable_date import UnreadableDate
from agenda.words import EntryKind, MeetingKind, Presence, YesNo
from plo_tui.screens.booking import book_review, named_dates
from plo_tui.screens.line_capture import line_children, line_values, understood
from plo_tui.screens.meeting_rows import unplaced_words
from plo_tui.store.problems import Refused, StoreProblem
from plo_tui.store.undoing import redo, undo
from plo_tui.store.verbs import advice, meeting, minuting, planning
from plo_tui.widgets.capture_words import LINES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, time
    from uuid import UUID

    from agenda import records
    from agenda.papers import Papers
    from plo_tui.desk import Desk
    from plo_tui.widgets.quick_capture import Capture

ENTRIES = {
    "note": EntryKind.NOTE,
    "view": EntryKind.VIEW,
    "agreed": EntryKind.AGREED,
    "disputed": EntryKind.DISPUTED,
    "consequence": EntryKind.CONSEQUENCE,
    "document": EntryKind.DOCUMENT,
    "aside": EntryKind.ASIDE,
    "legal": EntryKind.PRIVILEGED,
}
"""The words that minute a paragraph, and what each makes of it."""

PRESENCES = {
    "here": Presence.PRESENT,
    "late": Presence.LATE,
    "left": Presence.LEFT,
    "apologies": Presence.APOLOGIES,
}
"""The words that record who came and went."""

_ABOUT = {*PRESENCES, "advice", "break"}
"""The words that name somebody without saying that they speak."""

_ITS_WORRY = re.compile(r"worry (\d+)\s*[:,.–-]\s*(?=\S)", re.IGNORECASE)
"""A worry named as the heading of a paragraph, `Worry 1: …`, not as a part of its sentence."""


class Capturing:
    """Does what the composer's lines say, in one meeting.

    Attributes:
        speaker: who speaks until somebody else is named: (staff, person), one or none of them.
        editing: the paragraph being changed; None while a new one is written.
        begun_under: the item that what is being typed was begun under, and stays with.
        changed: the rows that the last line changed.
    """

    def __init__(self, desk: Desk, papers: Papers) -> None:
        self.desk = desk
        self.papers = papers
        self.speaker: tuple[UUID | None, UUID | None] = (None, None)
        self.editing: records.Entry | None = None
        self.begun_under: UUID | None = None
        self.changed: list[Any] = []

    def speaker_name(self) -> str:
        """Return who speaks, as the minutes call them; empty for nobody."""
        return self.papers.name(*self.speaker)

    async def do(self, item: records.Item, said: Capture) -> str:
        """Do what a line says, under an item, and return what to tell the minute-taker.

        Raises:
            StoreProblem: nothing was changed, and the words stay in the composer.
        """
        self.changed = []
        before = self.speaker
        if said.speaker_key and said.word not in _ABOUT:
            self.speaker = self.papers.staff_or_person(said.speaker_key)
        try:
            return await self._do(item, said)
        except StoreProblem:
            self.speaker = before  # the line stays, and so does who speaks
            raise

    async def _do(self, item: records.Item, said: Capture) -> str:
        if said.word == "":
            return f"{self.speaker_name()} speaks."
        if said.word in ENTRIES:
            return await self._entry(item if said.placed else None, said)
        if said.word in LINES:
            return await self._line(said)
        if said.word in PRESENCES:
            return await self._presence(said)
        return await {
            "advice": self._advice,
            "break": self._break,
            "back": self._back,
            "date": self._review,
            "undo": self._undo,
            "redo": self._redo,
        }[said.word](said)

    async def _take(self, verb: Any, *args: Any, **kwargs: Any) -> Any:
        done = await self.desk.do(verb, *args, **kwargs)
        self.papers.take(done.changed)
        self.changed += done.changed
        return done.value

    async def _entry(self, item: records.Item | None, said: Capture) -> str:
        kind = ENTRIES[said.word]
        if item and kind is EntryKind.NOTE and not self.papers.sheet.item(item.key).minuted:
            kind = EntryKind.ASIDE
        if item and kind is EntryKind.NOTE and self._captures(item, Captures.LEGAL_ADVICE):
            kind = EntryKind.PRIVILEGED
        speaker = self.speaker
        if kind in (EntryKind.ASIDE, EntryKind.DOCUMENT, EntryKind.CONSEQUENCE):
            # Written by us, about nobody's words, unless the line itself names a speaker.
            speaker = self.papers.staff_or_person(said.speaker_key)
        if self.editing and item is None:
            raise Refused("This paragraph is in the minutes already: /tidy takes it elsewhere.")
        if self.editing:
            entry, self.editing = self.editing, None
            if said.word == "note":
                kind = entry.kind
            if not said.speaker_key:
                speaker = (entry.speaker_staff_id, entry.speaker_person_id)
            try:
                await self._take(
                    minuting.change_entry,
                    entry.id,
                    entry.version,
                    said.text,
                    kind,
                    *speaker,
                    verbatim=said.verbatim,
                )
            except Exception:
                self.editing = entry
                raise
            return "Changed."
        concern = self._concern(item, kind, said.text)
        await self._take(
            minuting.add_entry,
            new_key(),
            self.papers.meeting.id,
            item.id if item else None,
            said.text if said.verbatim else self._beside(concern, said.text),
            kind,
            *speaker,
            verbatim=said.verbatim,
            concern_id=concern,
        )
        return "" if item else f"Saved: {unplaced_words(self.papers)}. /tidy gives each its item."

    def _captures(self, item: records.Item, capture: Captures) -> bool:
        return capture in self.papers.sheet.item(item.key).captures

    def _concern(self, item: records.Item | None, kind: EntryKind, text: str) -> UUID | None:
        """Return the worry a paragraph is about: named as `worry 2`, or the only one there is.

        Only what is agreed or disputed among the worries belongs to one of them.
        """
        if item is None or not self._captures(item, Captures.CONCERNS):
            return None
        named = [
            concern
            for concern in self.papers.concerns
            if f"worry {concern.position}" in text.casefold()
        ]
        if len(named) == 1:
            return named[0].id
        alone = self.papers.concerns if kind in (EntryKind.AGREED, EntryKind.DISPUTED) else []
        return alone[0].id if len(alone) == 1 else None

    def _beside(self, concern_id: UUID | None, text: str) -> str:
        """Return a paragraph without the worry it is headed by: the minutes put it beneath it."""
        concern = self.papers.find("Concern", concern_id)
        named = _ITS_WORRY.match(text)
        if concern is None or named is None or int(named[1]) != concern.position:
            return text
        return text[named.end()].upper() + text[named.end() + 1 :]

    async def _line(self, said: Capture) -> str:
        key = new_key()
        await self._take(
            planning.add_line,
            self.papers.episode.id,
            key,
            line_values(said, self.papers, self._day),
            (),
            line_children(said, self.papers),
            self.papers.meeting.id,
        )
        line = self.papers.find("PlanLine", key)
        return understood(line, self.papers, self.desk.days) if line else ""

    async def _presence(self, said: Capture) -> str:
        presence, names = PRESENCES[said.word], []
        for who in map(self.papers.staff_or_person, said.mentions):
            await self._take(meeting.set_presence, self.papers.meeting.id, presence, *who)
            names.append(self.papers.name(*who))
        return f"{', '.join(names)}: {presence}."

    async def _advice(self, said: Capture) -> str:
        parents = {parent.id for parent in self.papers.parents}
        for key in said.mentions:
            if key not in parents:
                raise Refused("Advice is asked of the parents: name one of them.")
            known = next((row for row in self.papers.advice if row.person_id == key), None)
            await self._take(
                advice.record_advice,
                self.papers.meeting.id,
                key,
                YesNo.YES,
                known.letter_received_on if known else None,
                capacity_doubt=known.capacity_doubt if known else False,
                choice=known.choice if known else None,
                choice_reason=known.choice_reason if known else "",
            )
        return "Advice recorded."

    async def _break(self, said: Capture) -> str:
        """Begin a break for the parents who are named. Alone, the word opens the form instead.

        Whose break it is has to be said: the minutes tell who took advice, and who declined.
        """
        parents = {parent.id for parent in self.papers.parents}
        meant = [key for key in said.mentions if key in parents]
        if not meant:
            raise Refused("A private break is offered to the parents: name one of them.")
        for key in meant:
            await self._take(advice.offer_break, self.papers.meeting.id, key, taken=True)
        return f"Break begun for {self._names(meant)}. /back ends it."

    async def _back(self, _said: Capture) -> str:
        await self._take(advice.end_breaks, self.papers.meeting.id)
        return "The break has ended."

    async def _review(self, said: Capture) -> str:
        kind = MeetingKind.MIDWAY if said.fields.review == "midway" else MeetingKind.FINAL
        day, at, place = self.when_and_where(said.fields.by)
        await book_review(self.desk, self.papers, kind, day, at, place)
        where = describe_date(day, self.papers.window, self.desk.days)
        return f"{kind.heading}: {where}"

    def when_and_where(self, typed: str) -> tuple[date, time | None, str]:
        """Take `6 apr 10am at Westgate House` apart into a day, a time and a place."""
        from plo_tui.widgets.typed_times import split_time

        day, at, place = split_time(typed)
        return self._day(day), at, place

    async def _undo(self, _said: Capture) -> str:
        return f"Undone: {await self._take(undo, self.papers.case_id)}."

    async def _redo(self, _said: Capture) -> str:
        return f"Done again: {await self._take(redo, self.papers.case_id)}."

    def _day(self, typed: str) -> date:
        """Return a typed date.

        Raises:
            Refused: with the reason and the nearest that would do.
        """
        try:
            return read_date(
                typed,
                today=self.desk.today(),
                days=self.desk.days,
                window=self.papers.window,
                named=named_dates(self.papers),
            )
        except UnreadableDate as error:
            raise Refused(str(error), "due") from error

    def _names(self, keys: Iterable[UUID]) -> str:
        return " and ".join(self.papers.name(None, key) for key in keys)
