"""A store with the family of two fathers, each letter begun: what verbs on letters are tried on."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from letters_family import ReedFamily
from opened_store import prepare

from agenda.letter import freeze_letter
from agenda.letter_of import letter_of
from agenda.letter_wording import default_wording, starting_words
from agenda.letter_words import LetterKind
from agenda.records import LetterDraft, new_key
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.store import Store
from plo_tui.store.verbs import letters

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from agenda.papers import Papers
    from plo_tui.store.work import Work


LOGIN = "sam"


class Clock:
    """Stands still, unless a test moves it."""

    def __init__(self) -> None:
        self.now = datetime(2027, 1, 19, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


class ReedStore:
    """An open store; whoever sits there is the social worker."""

    def __init__(self, folder: Path) -> None:
        self.family = ReedFamily()
        self.family.worker.login = LOGIN
        self.clock = Clock()
        self.folder = folder
        self.store = Store(folder, prepare(folder), self.clock)
        family = self.family
        self.worker, self.lawyer, self.chair = (
            row.id for row in (family.worker, family.lawyer, family.chair)
        )
        self.case, self.episode = family.case.id, family.episode.id
        self.mother, self.holt, self.aziz = (
            row.id for row in (family.mother, family.holt, family.aziz)
        )
        self.hungry, self.visit = family.hungry.id, family.visit.id
        self.store.actor_id = None

        def move_in(work: Work) -> None:
            work.case_id = family.case.id
            work.add(*family.rows)

        self.store.do(move_in)
        self.store.actor_id = self.worker

    def do(self, verb: Any, *args: Any, **kwargs: Any) -> None:
        self.store.do(verb, *args, **kwargs)

    def papers(self) -> Papers:
        return self.store.read(read_papers, self.case)

    def begin(
        self, person: UUID | None = None, kind: LetterKind = LetterKind.BEFORE_PROCEEDINGS
    ) -> UUID:
        """Begin a letter with the shipped words and date it."""
        key, person = new_key(), person or self.mother
        words = starting_words(default_wording(), self.papers(), kind, person)
        self.do(letters.begin_letter, self.episode, key, kind, person, None, words)
        self.do(letters.change_letter, key, 1, {"on": self.clock.now.date()})
        return key

    def letter(self, key: UUID) -> LetterDraft:
        found: LetterDraft = self.papers().find("LetterDraft", key)  # type: ignore[assignment]
        return found

    def seen(self, key: UUID) -> str:
        """The letter as it is on the screen."""
        return freeze_letter(letter_of(self.papers(), self.letter(key)))


def clear_and_give(reed: ReedStore, key: UUID) -> None:
    """Have legal clear a letter, and give it."""
    from agenda.letter_words import DeliveredHow, SaidHow
    from plo_tui.store.verbs import letter_turns

    day = reed.clock.now.date()
    told = SaidHow.EMAIL
    reed.do(letter_turns.clear_letter, key, day, reed.lawyer, reed.seen(key), said_how=told)
    how = DeliveredHow.BY_HAND
    reed.do(letter_turns.deliver_letter, key, day, how, "", "Said back", pack=True)
