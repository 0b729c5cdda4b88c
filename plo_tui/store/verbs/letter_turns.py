"""Verbs on a letter's way: drafted, with legal, back, cleared, opened again, given to the parent.

Sutton 2019, Step 1: drafted and with legal within 2 working days, turned round within 2, and
delivered with the parental pack and the list of solicitors within 5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import col, select

from agenda.day_names import full_date
from agenda.letter import freeze_letter
from agenda.letter_checked import checked_letter, still_open
from agenda.letter_of import letter_of
from agenda.letter_words import DeliveredHow, LetterTurnKind, SaidHow
from agenda.london import london_date
from agenda.minutes import fingerprint
from agenda.policy import Policy, default_policy
from agenda.records import LetterDraft, LetterTurn, Person
from plo_tui.kept_bank_holidays import working_days
from plo_tui.store.problems import Changed, Refused
from plo_tui.store.reading.letters import other_children
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs.open_letters import (
    for_legal,
    how_legal_said,
    letter_in_case,
    open_letter,
)
from plo_tui.store.verbs.words import line, paragraph, within_length

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from agenda.letter_place import LetterFinding
    from agenda.papers import Papers
    from plo_tui.store.work import Work

ORDER = tuple(LetterTurnKind)
BY_HAND = (LetterTurnKind.DRAFTED, LetterTurnKind.TO_LEGAL, LetterTurnKind.RETURNED)
"""The steps that `record_turn` records; a letter is cleared and given by verbs of their own."""


def record_turn(
    work: Work,
    letter_id: UUID,
    what: LetterTurnKind,
    on: date,
    by_staff_id: UUID,
    note: str = "",
    policy_text: str = "",
) -> None:
    """Record that a letter was drafted, sent to legal, or returned by legal with changes.

    A `must` stops no letter on its way to legal, whose advice is what a draft wants: those that
    stand open then are recorded with it.

    Args:
        work: the transaction.
        letter_id: the letter.
        what: which step. A letter goes to legal and back as often as it needs; it is drafted
            once, so that a new day stands in the place of the old one.
        on: the day.
        by_staff_id: who drafted, sent or returned it.
        note: what legal changed or asked.
        policy_text: the authority's policy (`Policy.pinned`); the shipped one where empty.

    Raises:
        Refused: where legal has cleared it, or the day does not fit those before and after.
    """
    letter = open_letter(work, letter_id)
    what = LetterTurnKind(what)
    if what not in BY_HAND:
        raise Refused("A letter is cleared by our solicitor, and given when it is cleared.", "what")
    _check_day(work, letter_id, what, on)
    said: dict[str, Any] = {"on": on, "by_staff_id": by_staff_id, "note": note.strip()}
    within_length(said)
    if what is LetterTurnKind.TO_LEGAL:
        found = _in_the_way(work, letter, _papers(work, policy_text))
        said["musts_open"] = "\n".join(one.in_words for one in found)
    if what is LetterTurnKind.DRAFTED:
        work.put(LetterTurn, {"letter_id": letter_id, "what": what}, said)
    else:
        work.add(LetterTurn(letter_id=letter_id, what=what, **said))


def clear_letter(
    work: Work,
    letter_id: UUID,
    on: date,
    by_staff_id: UUID,
    seen: str,
    policy_text: str = "",
    said_how: SaidHow | None = None,
) -> None:
    """Clear a letter for legal: from now on it is exactly what was seen, and can be given.

    Args:
        work: the transaction; whoever does it records it, for themselves or on legal's behalf.
        letter_id: the letter.
        on: the day legal cleared it.
        by_staff_id: the authority's solicitor whose clearance it is.
        seen: the letter that they saw, as canonical JSON (`agenda.letter.freeze_letter`).
        policy_text: the authority's policy (`Policy.pinned`); the shipped one where empty.
        said_how: how they cleared it, where another records it for them.

    Raises:
        Refused: where it is not the authority's solicitor, it is cleared already, the day does
            not fit, a `must` stands open that no recorded reason passes, or another records it
            without how it was cleared.
        Changed: where the letter changed since it was seen.
    """
    solicitor = for_legal(work, by_staff_id)
    letter = open_letter(work, letter_id)
    if letter.on is None:
        raise Refused("The letter has no date yet. Give it one, then clear it.", "on")
    _check_day(work, letter_id, LetterTurnKind.CLEARED, on)
    papers = _papers(work, policy_text)
    frozen = freeze_letter(letter_of(papers, letter))
    if frozen != seen:
        raise Changed("The letter changed since you read it. Read it again, then clear it.")
    if stands := _in_the_way(work, letter, papers):
        more = f" and {len(stands) - 1} more" if len(stands) > 1 else ""
        raise Refused(
            f"{stands[0].where.in_words}: {stands[0].sentence} Put it right{more}, or record why "
            "it may stay."
        )
    how = how_legal_said(work, solicitor, said_how)
    work.change(
        LetterDraft,
        letter_id,
        None,
        frozen=frozen,
        sha256=fingerprint(frozen),
        cleared_at=work.at,
    )
    turn: dict[str, Any] = {"what": LetterTurnKind.CLEARED, "on": on, "by_staff_id": by_staff_id}
    work.add(LetterTurn(letter_id=letter_id, said_how=how, **turn))


def reopen_letter(work: Work, letter_id: UUID, why: str) -> None:
    """Open a cleared letter to change again; legal clears it anew.

    Raises:
        Refused: where it is not cleared, was given to the parent, or no reason is given.
    """
    letter = letter_in_case(work, letter_id)
    if not letter.frozen:
        raise Refused("This letter is not cleared, so it can be changed as it is.")
    if _days_of(work, letter_id, LetterTurnKind.DELIVERED):
        raise Refused("This letter was given to the parent, so it stays. Begin a new one.")
    why = paragraph(why, "why", called="why it is opened again")
    work.change(LetterDraft, letter_id, None, frozen="", sha256="", cleared_at=None)
    cleared = _rows_of(work, letter_id, LetterTurnKind.CLEARED)
    work.withdraw(cleared)
    today = london_date(work.at)
    work.add(
        LetterTurn(
            letter_id=letter_id,
            what=LetterTurnKind.RETURNED,
            on=max([today, *(row.on for row in cleared)]),
            by_staff_id=work.actor,
            note=why,
        )
    )


def deliver_letter(
    work: Work,
    letter_id: UUID,
    on: date,
    how: DeliveredHow,
    to: str,
    understood: str,
    pack: bool,
    by_staff_id: UUID | None = None,
) -> None:
    """Record that a cleared letter was given to the parent; said again, it is put right.

    Args:
        work: the transaction.
        letter_id: the letter.
        on: the day the parent had it.
        how: by which way.
        to: into whose hands.
        understood: how it was made sure that they understood it; empty where nobody has yet.
        pack: whether the parental pack and the list of solicitors were given with it.
        by_staff_id: who gave it; None for whoever records it.

    Raises:
        Refused: where legal has not cleared it, it was changed behind the app, or the day does
            not fit.
    """
    letter = letter_in_case(work, letter_id)
    if not letter.frozen:
        raise Refused("Legal has not cleared this letter yet, so it is not given to anybody.")
    if fingerprint(letter.frozen) != letter.sha256:
        raise Refused(
            "This letter was changed after legal cleared it, not by the app. Open it again, with "
            "a reason, and have it cleared anew."
        )
    _check_day(work, letter_id, LetterTurnKind.DELIVERED, on)
    person = work.get(Person, letter.person_id)
    said: dict[str, Any] = {
        "on": on,
        "by_staff_id": by_staff_id or work.actor,
        "how": DeliveredHow(how),
        "to": line(to or person.known_as, "to", called="into whose hands it was given"),
        "understood": understood.strip(),
        "pack": pack,
    }
    within_length(said)
    work.put(LetterTurn, {"letter_id": letter_id, "what": LetterTurnKind.DELIVERED}, said)


def _papers(work: Work, policy_text: str) -> Papers:
    """Return the case's papers without legal planning, by the authority's policy."""
    policy = Policy.from_pinned(policy_text) if policy_text else default_policy()
    return read_papers(work.session, work.case_id, None, policy)  # type: ignore[arg-type]


def _in_the_way(work: Work, letter: LetterDraft, papers: Papers) -> list[LetterFinding]:
    """Return each `must` of a letter that stands open."""
    others = other_children(work.session, papers.case_id)
    days = working_days(papers.authority_policy.bank_holidays)
    return still_open(checked_letter(papers, letter, days, others))


def _check_day(work: Work, letter_id: UUID, what: LetterTurnKind, on: date) -> None:
    """Refuse a day to come, and one that does not fit the steps before and after it."""
    if on > london_date(work.at):
        raise Refused("This is a day to come. Record it when it is done.", "on")
    # A letter can go to legal and back more than once: it is cleared and given after all of it.
    is_last = what not in BY_HAND
    for earlier in ORDER[: ORDER.index(what)]:
        days = _days_of(work, letter_id, earlier)
        if days and on < (bound := max(days) if is_last else min(days)):
            raise Refused(
                f"The letter was {earlier} on {full_date(bound)}, so it cannot be {what} before.",
                "on",
            )
    later = ORDER[ORDER.index(what) + 1 :] if what is LetterTurnKind.DRAFTED else ()
    for after in later:
        days = _days_of(work, letter_id, after)
        if days and on > min(days):
            raise Refused(
                f"The letter was {after} on {full_date(min(days))}, so it was not drafted later.",
                "on",
            )


def _days_of(work: Work, letter_id: UUID, what: LetterTurnKind) -> list[date]:
    return [row.on for row in _rows_of(work, letter_id, what)]


def _rows_of(work: Work, letter_id: UUID, what: LetterTurnKind) -> list[LetterTurn]:
    rows = work.session.exec(
        select(LetterTurn).where(
            LetterTurn.letter_id == letter_id,
            LetterTurn.what == what,
            col(LetterTurn.withdrawn_at).is_(None),
        )
    )
    return list(rows)
