"""Beginning a letter: with the authority's words, or with those already agreed for another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.letter_wording import WORDED, called, starting_words
from plo_tui.store.verbs.letters import begin_letter, change_letter

if TYPE_CHECKING:
    from uuid import UUID

    from agenda.letter_words import LetterKind
    from agenda.papers import Papers
    from agenda.records import LetterDraft
    from plo_tui.desk import Desk

_SAME = ("on", "last_day", "meeting_id", "solicitor_list", "parental_pack", "signer_id", "ring_id")
"""What a letter takes from the one it is begun like, besides its words."""


async def begin(
    desk: Desk, papers: Papers, kind: LetterKind, person_id: UUID, letter_id: UUID
) -> None:
    """Begin a letter with the authority's words.

    Raises:
        StoreProblem: with a sentence that says what to do.
        BrokenFile: where the authority's own words cannot be read.
    """
    words = starting_words(desk.letter_wording, papers, kind, person_id)
    episode = papers.episode.id
    done = await desk.do(begin_letter, episode, letter_id, kind, person_id, None, words)
    papers.take(done.changed)


async def begin_like(
    desk: Desk, papers: Papers, like: LetterDraft, person_id: UUID, letter_id: UUID
) -> None:
    """Begin a letter with the words of another; where the children differ, with their names.

    Raises:
        StoreProblem: with a sentence that says what to do.
    """
    theirs, these = (called(papers.children_of(key)) for key in (like.person_id, person_id))
    words = {field: getattr(like, field).replace(theirs, these) for field in WORDED}
    episode = papers.episode.id
    done = await desk.do(begin_letter, episode, letter_id, like.kind, person_id, None, words)
    papers.take(done.changed)
    begun = papers.find("LetterDraft", letter_id)
    assert begun is not None  # noqa: S101 - it was begun just now
    same = {name: getattr(like, name) for name in _SAME}
    done = await desk.do(change_letter, letter_id, begun.version, same)
    papers.take(done.changed)
