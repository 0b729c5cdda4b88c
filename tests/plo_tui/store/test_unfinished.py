"""Unfinished text: there on return, in nobody else's composer, in no record and no minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plo_tui.store.store import Store
from plo_tui.store.unfinished import (
    Unfinished,
    drop_unfinished,
    keep_unfinished,
    read_unfinished,
)

if TYPE_CHECKING:
    from uuid import UUID

    from made_store import House


def keep(made: House, text: str, cursor: int = 0) -> None:
    words = Unfinished(
        meeting_id=made.keys.meeting,
        author_id=made.keys.clerk,
        text=text,
        cursor=cursor,
        speaker=str(made.keys.mother),
        kept_at=made.clock.now,
    )
    keep_unfinished(made.store, words)


def left(store: Store, made: House, author: UUID | None = None) -> Unfinished | None:
    return store.read(read_unfinished, made.keys.meeting, author or made.keys.clerk)


def test_it_is_there_on_return(made: House) -> None:
    keep(made, "the bathroom has be", 19)
    made.store.close()
    words = left(Store(made.folder, made.key), made)
    assert words is not None
    assert (words.text, words.cursor) == ("the bathroom has be", 19)
    assert words.speaker == str(made.keys.mother)


def test_only_the_latest_is_kept(made: House) -> None:
    for text in ("t", "th", "the"):
        keep(made, text)
    words = left(made.store, made)
    assert words is not None
    assert words.text == "the"


def test_it_is_its_authors_alone(made: House) -> None:
    keep(made, "mine")
    assert left(made.store, made, made.keys.chair) is None


def test_it_is_forgotten_once_saved(made: House) -> None:
    keep(made, "said")
    drop_unfinished(made.store, made.keys.meeting, made.keys.clerk)
    assert left(made.store, made) is None


def test_it_stands_in_no_journal_and_no_minutes(made: House) -> None:
    before, seen = len(made.journal()), made.edition().fingerprint
    keep(made, "half a thought")
    assert len(made.journal()) == before
    assert made.edition().fingerprint == seen
    assert made.texts() == []


def test_it_is_cleaned_like_every_text(made: House) -> None:
    keep(made, "\x1b]0;title\x07")
    words = left(made.store, made)
    assert words is not None
    assert words.text == "␛]0;title␇"
