"""An edition of the minutes cut for one reader, with a fingerprint of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agenda.cutting import cut, without_withheld
from agenda.cutting_people import is_away
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
    left = replace(
        edition, annex=tuple(one for one in edition.annex if _is_theirs(one, minutes, reader))
    )
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
    return stands and not is_away(one.asked_by, reader)
