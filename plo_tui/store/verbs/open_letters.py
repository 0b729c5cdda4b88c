"""What verbs on letters share: a letter that may still change, and whose step is legal's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.records import LetterDraft, Staff
from agenda.words import StaffRole
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.episodes import in_episode

if TYPE_CHECKING:
    from uuid import UUID

    from plo_tui.store.work import Work


def letter_in_case(work: Work, letter_id: UUID) -> LetterDraft:
    """Return a letter, and let the change belong to its case's journal."""
    _ = work.actor
    letter = work.get(LetterDraft, letter_id)
    in_episode(work, letter.episode_id)
    return letter


def open_letter(work: Work, letter_id: UUID) -> LetterDraft:
    """Return a letter that may still change.

    Raises:
        Refused: where legal has cleared it.
    """
    letter = letter_in_case(work, letter_id)
    if letter.frozen:
        raise Refused("Legal has cleared this letter. Open it again, with a reason, to change it.")
    return letter


def for_legal(work: Work, staff_id: UUID | None) -> Staff:
    """Return the authority's solicitor whose step it is: whoever does it where none is named.

    Raises:
        Refused: where it is no solicitor of the authority.
    """
    member = work.get(Staff, staff_id or work.actor)
    if member.role is not StaffRole.LAWYER:
        raise Refused(
            f"This is for the authority's solicitor: they do it here themselves, or it is "
            f"recorded on their behalf. {member.name} is {member.role}.",
            "by_staff_id",
        )
    return member
