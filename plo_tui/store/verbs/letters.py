"""Verbs on a letter's words: begin it, change it, what it leaves out, who gets none.

Legal planning says nothing here: a letter is made from what the family may know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import col, select

from agenda.letter_wording import WORDED
from agenda.letter_words import LetterKind, LetterTurnKind, SaidHow
from agenda.records import (
    Concern,
    ConcernExample,
    HelpGiven,
    LetterDraft,
    LetterLeftOut,
    LetterOmission,
    LetterTurn,
    Meeting,
    Person,
    PlanLine,
)
from agenda.words import MeetingKind
from plo_tui.store.problems import Refused
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs.episodes import in_episode
from plo_tui.store.verbs.open_letters import for_legal, how_legal_said, open_letter
from plo_tui.store.verbs.words import paragraph, within_length

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from plo_tui.store.work import Work

CHANGEABLE = frozenset(
    {*WORDED, "on", "last_day", "meeting_id", "solicitor_list", "parental_pack"}
    | {"signer_id", "ring_id"}
)
"""What `change_letter` changes."""
_LEFT_OUT_OF = (Concern, ConcernExample, HelpGiven, PlanLine)


def begin_letter(
    work: Work,
    episode_id: UUID,
    letter_id: UUID,
    kind: LetterKind,
    person_id: UUID,
    meeting_id: UUID | None,
    wording: Mapping[str, str],
) -> None:
    """Begin a letter to one person, signed by the case's chair, who is rung being its worker.

    Args:
        work: the transaction.
        episode_id: the episode.
        letter_id: the new key.
        kind: the kind of letter.
        person_id: whom it is to: a parent, or somebody else with parental responsibility.
        meeting_id: the meeting it invites to, or whose decision it tells; None where neither.
        wording: the words it begins with, by field (`agenda.letter_wording.starting_words`).

    Raises:
        Refused: where no letter is owed to them, legal left them out, or one is begun already.
    """
    in_episode(work, episode_id)
    person = _in_case(work, person_id)
    kind = LetterKind(kind)
    papers = read_papers(work.session, work.case_id)  # type: ignore[arg-type]
    if not papers.children_of(person_id):
        raise Refused(
            f"{person.known_as} is no parent here, and has no parental responsibility on record. "
            "Record it in “who is who” first.",
            "person_id",
        )
    if papers.left_out(kind, person_id):
        raise Refused(
            f"Our solicitor recorded that {person.known_as} gets no such letter. Take that back "
            "first.",
            "person_id",
        )
    earlier = papers.letter_to(kind, person_id)
    if earlier and not _turned(work, earlier.id, LetterTurnKind.DELIVERED):
        raise Refused(
            f"{person.known_as} has a letter of this kind already. Open that one.", "kind"
        )
    words: dict[str, Any] = {field: str(wording.get(field, "")) for field in WORDED}
    within_length(words)
    begins = kind is LetterKind.BEFORE_PROCEEDINGS
    work.add(
        LetterDraft(
            id=letter_id,
            episode_id=episode_id,
            kind=kind,
            person_id=person_id,
            meeting_id=_meeting_in(work, episode_id, meeting_id),
            solicitor_list=begins or kind is LetterKind.BEFORE_ISSUE,
            parental_pack=begins,
            signer_id=papers.case.chair_id,
            ring_id=papers.case.social_worker_id,
            **words,
        )
    )


def change_letter(work: Work, letter_id: UUID, version: int, values: Mapping[str, Any]) -> None:
    """Change a letter's own words, its day, who signs it, or what is enclosed.

    Raises:
        Refused: where legal has cleared it, or a text is too long.
    """
    letter = open_letter(work, letter_id)
    if unknown := values.keys() - CHANGEABLE:
        raise Refused(f"A letter has no {', '.join(sorted(unknown))} to change.")
    said: dict[str, Any] = {
        name: text.strip() if isinstance(text, str) else text for name, text in values.items()
    }
    within_length(said)
    if "meeting_id" in said:
        said["meeting_id"] = _meeting_in(work, letter.episode_id, said["meeting_id"])
    work.change(LetterDraft, letter_id, version, **said)


def leave_out_of_letter(work: Work, letter_id: UUID, about: UUID, why: str) -> None:
    """Leave a worry, an example, help or a line out of one person's letter.

    Args:
        work: the transaction.
        letter_id: whose letter.
        about: the key of the record left out.
        why: why they are not told.

    Raises:
        Refused: where legal has cleared the letter, no reason is given, or it is not in the case.
    """
    letter = open_letter(work, letter_id)
    if not any(_episode_of(work, kind, about) == letter.episode_id for kind in _LEFT_OUT_OF):
        raise Refused("This is not in the family's record any more. Go back and look again.")
    why = paragraph(why, "why", called="why it is left out")
    work.put(LetterOmission, {"letter_id": letter_id, "about": about}, {"why": why})


def put_back_in_letter(work: Work, letter_id: UUID, about: UUID) -> None:
    """Put back what a letter leaves out.

    Raises:
        Refused: where legal has cleared it, or it was not left out.
    """
    open_letter(work, letter_id)
    rows = work.session.exec(
        select(LetterOmission).where(
            LetterOmission.letter_id == letter_id,
            LetterOmission.about == about,
            col(LetterOmission.withdrawn_at).is_(None),
        )
    ).all()
    if not rows:
        raise Refused("This stands in the letter already.")
    work.withdraw(rows)


def leave_parent_out(
    work: Work,
    episode_id: UUID,
    kind: LetterKind,
    person_id: UUID,
    why: str,
    by_staff_id: UUID | None = None,
    said_how: SaidHow | None = None,
) -> None:
    """Record that a parent gets no letter of a kind, and why: legal's to say.

    Args:
        work: the transaction.
        episode_id: the episode.
        kind: the kind of letter.
        person_id: who gets none.
        why: why not.
        by_staff_id: the authority's solicitor who said so, where another records it for them;
            None for whoever does it.
        said_how: how they said so, where another records it for them.

    Raises:
        Refused: where it is not the authority's solicitor who says so, where another records it
            without how they said so, or no reason is given.
    """
    in_episode(work, episode_id)
    solicitor = for_legal(work, by_staff_id)
    person = _in_case(work, person_id)
    kind = LetterKind(kind)
    begun = work.session.exec(
        select(LetterDraft).where(
            LetterDraft.episode_id == episode_id,
            LetterDraft.kind == kind,
            LetterDraft.person_id == person_id,
            col(LetterDraft.withdrawn_at).is_(None),
        )
    ).all()
    if any(_turned(work, letter.id, LetterTurnKind.DELIVERED) for letter in begun):
        raise Refused(f"{person.known_as} has been given this letter already.", "person_id")
    said = {
        "why": paragraph(why, "why", called="why they get no letter"),
        "by_staff_id": solicitor.id,
        "said_how": how_legal_said(work, solicitor, said_how),
        "at": work.at,
    }
    work.put(LetterLeftOut, {"episode_id": episode_id, "kind": kind, "person_id": person_id}, said)


def take_back_leaving_out(work: Work, episode_id: UUID, kind: LetterKind, person_id: UUID) -> None:
    """Take back that a parent gets no letter of a kind: it is owed again.

    Raises:
        Refused: where they were not left out.
    """
    in_episode(work, episode_id)
    rows = work.session.exec(
        select(LetterLeftOut).where(
            LetterLeftOut.episode_id == episode_id,
            LetterLeftOut.kind == LetterKind(kind),
            LetterLeftOut.person_id == person_id,
            col(LetterLeftOut.withdrawn_at).is_(None),
        )
    ).all()
    if not rows:
        raise Refused("They are not left out.")
    work.withdraw(rows)


def _in_case(work: Work, person_id: UUID) -> Person:
    person = work.get(Person, person_id)
    if person.case_id != work.case_id:
        raise Refused("This person is of another family. Go back and open the case again.")
    return person


def _meeting_in(work: Work, episode_id: UUID, meeting_id: UUID | None) -> UUID | None:
    if meeting_id is None:
        return None
    meeting = work.get(Meeting, meeting_id)
    if meeting.episode_id != episode_id:
        raise Refused("This meeting is of another case. Choose one of this family's.", "meeting_id")
    if meeting.kind is MeetingKind.LEGAL_PLANNING:
        raise Refused(
            "A letter tells nothing of legal planning. Choose a meeting with the family.",
            "meeting_id",
        )
    return meeting_id


def _episode_of(work: Work, kind: type[Any], about: UUID) -> UUID | None:
    row = work.session.get(kind, about)
    if isinstance(row, ConcernExample):
        row = work.session.get(Concern, row.concern_id)
    return row.episode_id if row else None


def _turned(work: Work, letter_id: UUID, what: LetterTurnKind) -> bool:
    rows = work.session.exec(
        select(LetterTurn.id).where(
            LetterTurn.letter_id == letter_id,
            LetterTurn.what == what,
            col(LetterTurn.withdrawn_at).is_(None),
        )
    )
    return rows.first() is not None
