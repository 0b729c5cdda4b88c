"""The note that goes with one person's documents: what is enclosed, to whom, which way, by when.

It is read by whoever hands the documents on, and may end with them in an envelope: nothing that
is withheld from the reader has a way into it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agenda.cutting import without_withheld
from agenda.london import london_date
from agenda.minuting_words import in_a_row, with_firm
from agenda.pack_letters import LetterStands
from agenda.recipients import Through
from agenda.words import GivenDocument

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from agenda.pack_letters import PackLetter
    from agenda.papers import Papers
    from agenda.recipients import CopyRecipient

ENCLOSED = {
    GivenDocument.MINUTES: "The minutes of the meeting",
    GivenDocument.FAMILY_PLAN: "The family's plan",
    GivenDocument.EASY_READ: "An easy-read copy of the minutes and the plan",
    GivenDocument.ANNEX: "The annex to the minutes",
}
"""What each document is called on the note."""

_RECORDED = "The correction is recorded with the minutes."


@dataclass(frozen=True, slots=True)
class CoveringNote:
    """Everything that a covering note says, frozen.

    Attributes:
        reference: the case's.
        initials: of the children whose papers these are.
        meeting: which kind of meeting, as a heading.
        meeting_on: its first day.
        made_on: the day the note is made.
        to: whom the note itself is to: `Our legal team`.
        copy_for: whom the documents are for.
        please: what is asked, in a sentence: `Please send these on to Ms Lund, for Ms Reed.`
        care: what to mind on the way; empty where nothing.
        enclosed: each document in words, letters last.
        letters: of each letter that is not enclosed, why not: given before, or not cleared. Of
            those that are, that the day they are given has to be recorded.
        by: by when they should have reached them; None where no day is set.
        language: with which interpreter they are read; empty where none is needed.
        wrong: what to do where something is wrong, a sentence for each.
        ring: whom to ring.
    """

    reference: str
    initials: str
    meeting: str
    meeting_on: date
    made_on: date
    to: str
    copy_for: str
    please: str
    care: str
    enclosed: tuple[str, ...]
    by: date | None
    language: str
    wrong: tuple[str, ...]
    ring: str
    letters: tuple[str, ...] = ()


def covering_note_of(
    papers: Papers,
    recipient: CopyRecipient,
    made_on: date,
    ring: str,
    enclosed: Sequence[GivenDocument] = (),
    letters: Sequence[PackLetter] = (),
) -> CoveringNote:
    """Return the note for one recipient of a meeting's documents.

    Args:
        papers: the meeting's papers; it has begun.
        recipient: as `recipients_of` gives them.
        made_on: today.
        ring: whom to ring with a question.
        enclosed: what is enclosed, where it is not all that the record says they get.
        letters: their own letters that belong to the meeting, enclosed or not.
    """
    documents = enclosed or recipient.documents
    note = CoveringNote(
        reference=papers.case.reference,
        initials=_initials(papers, recipient),
        meeting=papers.meeting.kind.heading,
        meeting_on=london_date(papers.sittings[0].started_at),
        made_on=made_on,
        to=_to(papers, recipient),
        copy_for=recipient.name,
        please=_please(recipient),
        care=_care(recipient),
        enclosed=(
            *(ENCLOSED[one] for one in ENCLOSED if one in documents),
            *(f"The {one.called}" for one in letters if one.stands is LetterStands.ENCLOSED),
        ),
        by=papers.meeting.minutes_due_on,
        language=recipient.note,
        wrong=_wrong(recipient),
        ring=ring,
        letters=_of_letters(letters),
    )
    return without_withheld(note, recipient.reader) if recipient.reader else note


def _initials(papers: Papers, recipient: CopyRecipient) -> str:
    reader = recipient.reader
    return ", ".join(
        child.initials
        for child in papers.children
        if reader is None or child.full_name in reader.children
    )


def _to(papers: Papers, recipient: CopyRecipient) -> str:
    if recipient.through is Through.LEGAL:
        return "Our legal team"
    if recipient.through is Through.SOCIAL_WORKER:
        name = papers.name(papers.case.social_worker_id, None)
        return with_firm(name, "social worker") if name else "The social worker"
    return recipient.name


def _please(recipient: CopyRecipient) -> str:
    if recipient.through is Through.LEGAL:
        return f"Please send these on to {recipient.to}."
    if recipient.through is Through.OWN:
        return f"These are {recipient.route}. They are the whole, and stay with us."
    if recipient.in_person:
        return f"Please give these in person to {recipient.to}, not by post."
    return f"Please give these to {recipient.to}."


def _care(recipient: CopyRecipient) -> str:
    if recipient.is_ours:
        return "Give no copy of these to the family: each parent has a copy of their own."
    also = "" if recipient.through is Through.LEGAL else " Our lawyer has a copy too."
    return (
        f"Every page says that it is a copy for {recipient.name}. It is for nobody else: do not "
        f"put another person's copy with it.{also}"
    )


def _of_letters(letters: Sequence[PackLetter]) -> tuple[str, ...]:
    """Return what to know of the letters, a sentence for each."""
    enclosed = [one.called for one in letters if one.stands is LetterStands.ENCLOSED]
    told = [
        f"The {one.called} is not enclosed: {one.told}. It follows on its own."
        if one.stands is LetterStands.TO_COME
        else f"The {one.called} is not enclosed: {one.told}."
        for one in letters
        if one.stands is not LetterStands.ENCLOSED
    ]
    if enclosed:
        told.append(
            f"When the {in_a_row(enclosed)} is given, tell us the day, how, into whose hands, and "
            "how it was understood: it is recorded with the letter."
        )
    return tuple(told)


def _wrong(recipient: CopyRecipient) -> tuple[str, ...]:
    if recipient.is_ours:
        return ("If something here is wrong, tell the chair.",)
    told = f"If {recipient.name} says that something is wrong, write down their words and tell "
    return (
        "If you see something here that should not be, keep these back and ring us at once.",
        f"{told}the chair. {_RECORDED}",
    )
