"""Every document that is made for one of the trapped family, by name: what every byte is read of.

A document that the app learns to make for a reader is added to `FOR_A_READER` in one line.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from reed_family import DAY, ReedPapers

from agenda import records as r
from agenda.copy_edition import copy_of
from agenda.covering_note import covering_note_of
from agenda.edition import Edition
from agenda.letter_of import letter_of
from agenda.letter_words import LetterKind
from agenda.minutes import fingerprint, freeze
from agenda.take_away import freeze_page, take_away_of
from agenda.words import MinutesState
from exports.annex import write_annex
from exports.covering_note import covering_note_made
from exports.easy_read import EasyRead, easy_read_made
from exports.family_plan import write_family_plan
from exports.letter import write_letter
from exports.minutes import write_minutes
from exports.take_away import write_take_away

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from agenda.recipients import CopyRecipient


@dataclass(frozen=True)
class ForOne:
    """A reader of the family, and what their documents are made from."""

    reeds: ReedPapers
    recipient: CopyRecipient
    person: Any
    trap: str
    ring: str

    @property
    def copy(self) -> Edition:
        assert self.recipient.reader
        return copy_of(whole(self.reeds), self.recipient.reader)

    @property
    def note(self) -> Any:
        return covering_note_of(self.reeds.papers(), self.recipient, date(2027, 5, 19), self.ring)

    @property
    def page(self) -> Any:
        return take_away_of(self.reeds.papers(), self.person, self.ring)

    def letter(self, to: Path, *, is_cleared: bool) -> None:
        """Write their letter, with the trap in every one of its own words."""
        draft = r.LetterDraft(
            episode_id=self.reeds.episode.id,
            kind=LetterKind.BEFORE_PROCEEDINGS,
            person_id=self.person.id,
            on=DAY,
            opening=self.trap,
            court=self.trap,
            examples_note=self.trap,
            first_line=self.trap,
            family_offer=self.trap,
            legal_advice=self.trap,
            closing=self.trap,
        )
        letter = letter_of(self.reeds.papers(), draft)
        write_letter(letter, to, is_cleared=is_cleared, draft=not is_cleared)


def whole(reeds: ReedPapers) -> Edition:
    """The family's minutes, uncut."""
    minutes = reeds.minutes()
    return Edition(minutes, MinutesState.ISSUED, fingerprint(freeze(minutes)))


FOR_A_READER: dict[str, Callable[[ForOne, Path], Any]] = {
    "minutes.docx": lambda one, to: write_minutes(one.copy, to),
    "plan.docx": lambda one, to: write_family_plan(one.copy, to),
    "easy.docx": lambda one, to: to.write_bytes(
        easy_read_made(EasyRead(one.copy, one.note.ring, one.reeds.papers().policy), None)
    ),
    "annex.docx": lambda one, to: write_annex(one.copy, to),
    "note.docx": lambda one, to: to.write_bytes(covering_note_made(one.note, None)),
    "page.docx": lambda one, to: write_take_away(one.page, to),
    "page.json": lambda one, to: to.write_text(freeze_page(one.page), encoding="utf-8"),
    "letter.docx": lambda one, to: one.letter(to, is_cleared=True),
    "draft letter.docx": lambda one, to: one.letter(to, is_cleared=False),
}
