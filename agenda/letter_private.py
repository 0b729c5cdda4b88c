"""Takes out of a letter what its reader must not learn, so that each sentence can still be read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agenda.copies_words import WithheldKind
from agenda.each_text import with_each_text
from agenda.withheld_words import find_withheld, without

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from agenda.letter import Letter, Worry
    from agenda.withheld import Detail

_PRIVATE = {
    WithheldKind.SCHOOL: "a place that we keep private",
    WithheldKind.WORK: "a place that we keep private",
    WithheldKind.CARER: "a person whom we do not name",
    WithheldKind.OTHER: "something that we keep private",
    WithheldKind.TELEPHONE: "a number that we keep private",
    WithheldKind.ADDRESS: "an address that we keep private",
}
"""What stands in the place of a detail; addresses last: a school may be called after a street."""


def kept_private(letter: Letter, details: Sequence[Detail]) -> Letter:
    """Return a letter without a word of these details, wherever they were written.

    An address of the reader's own that is withheld from them is somebody else's, put down
    wrongly: the letter then has none.
    """
    by_kind = [
        (instead, [one.words for one in details if one.kind is kind])
        for kind, instead in _PRIVATE.items()
    ]

    def in_plain_words(text: str) -> str:
        for instead, words in by_kind:
            text = without(text, words, instead)
        return text

    is_wrong = find_withheld(" ".join(letter.to.address), [one.words for one in details])
    to = replace(letter.to, address=()) if is_wrong else letter.to
    whole = replace(
        letter, worries=tuple(_across_lines(one, in_plain_words) for one in letter.worries)
    )
    return replace(with_each_text(whole, in_plain_words), to=to, reference=letter.reference)


def _across_lines(worry: Worry, change: Callable[[str], str]) -> Worry:
    """Return a worry whose paragraphs are changed as one text: an address may stand on two."""
    told = change("\n".join(worry.paragraphs))
    return replace(worry, paragraphs=tuple(filter(None, told.split("\n"))))
