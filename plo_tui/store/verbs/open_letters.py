"""What verbs on letters share: a letter that may still change, and whose step is legal's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.letter_words import TOLD_ELSEWHERE, SaidHow
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


def how_legal_said(work: Work, member: Staff, how: SaidHow | None) -> SaidHow:
    """Return how the authority's solicitor gave their word: in the app where they do it themselves.

    Raises:
        Refused: where somebody else records it, and does not say how it was given.
    """
    if member.id == work.actor:
        return SaidHow.IN_THE_APP
    if how not in TOLD_ELSEWHERE:
        ways = f"{', '.join(TOLD_ELSEWHERE[:-1])} or {TOLD_ELSEWHERE[-1]}"
        raise Refused(f"Say how {member.name} told you: {ways}.", "said_how")
    return SaidHow(how)
