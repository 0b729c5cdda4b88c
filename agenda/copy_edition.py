"""An edition of the minutes cut for one reader, with a fingerprint of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agenda.cutting import cut, without_withheld
from agenda.cutting_children import is_about_others, own_initials
from agenda.cutting_people import is_away, names_away
from agenda.minutes import fingerprint, freeze

if TYPE_CHECKING:
    from agenda.copy_for import Reader
    from agenda.corrections import Annexed
    from agenda.edition import Edition
    from agenda.minutes import Minutes


def copy_of(edition: Edition, reader: Reader) -> Edition:
    """Return an edition as one reader may have it: what every document for them is made from.

    The approvals are those of the whole minutes, which are printed with their own fingerprint.
    """
    minutes = cut(edition.minutes, reader)
    annex = (one for one in edition.annex if _is_theirs(one, minutes, reader))
    left = replace(edition, annex=tuple(_as_they_read(one, reader) for one in annex))
    searched = without_withheld(left, reader)
    return replace(
        searched,
        minutes=minutes,
        fingerprint=fingerprint(freeze(minutes)),
        cut_from=edition.fingerprint,
    )


def _is_theirs(one: Annexed, minutes: Minutes, reader: Reader) -> bool:
    """Whether a correction is about what stands in the copy, and was not asked for by others."""
    stands = one.paragraph is None or one.paragraph in {row.number for row in minutes.paragraphs}
    texts = (one.text, one.reply)
    return (
        stands
        and not is_away(one.asked_by, reader)
        and not any(names_away(text, reader) or is_about_others(text, reader) for text in texts)
    )


def _as_they_read(one: Annexed, reader: Reader) -> Annexed:
    """Return a correction whose asker is called the mother of the reader's children alone."""
    asked_by = own_initials(one.asked_by, reader) or one.asked_by.partition(" (")[0]
    return replace(one, asked_by=asked_by)
