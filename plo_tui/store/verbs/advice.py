"""Verbs on legal advice: the letter, the advice a parent has had, and the private break."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import col, select

from agenda.records import Advice, AdviceBreak, Sitting
from agenda.steps import Step
from agenda.words import AdviceChoice, YesNo
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.permitted import permitted, refuse_without_family
from plo_tui.store.verbs.running import latest_sitting
from plo_tui.store.verbs.words import paragraph

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from plo_tui.store.work import Work


def record_advice(
    work: Work,
    meeting_id: UUID,
    person_id: UUID,
    advised: YesNo,
    letter_received_on: date | None = None,
    *,
    capacity_doubt: bool = False,
    choice: AdviceChoice | None = None,
    choice_reason: str = "",
) -> None:
    """Record a parent's letter and advice, in the place of what was recorded before.

    Raises:
        Refused: where a choice is made without its reason.
    """
    permitted(work, Step.ANSWERS, meeting_id)
    if choice:
        choice_reason = paragraph(choice_reason, "choice_reason", called="why this was chosen")
    values: dict[str, Any] = {
        "advised": YesNo(advised),
        "letter_received_on": letter_received_on,
        "capacity_doubt": capacity_doubt,
        "choice": AdviceChoice(choice) if choice else None,
        "choice_reason": choice_reason,
    }
    work.put(Advice, {"meeting_id": meeting_id, "person_id": person_id}, values)


def offer_break(work: Work, meeting_id: UUID, person_id: UUID, *, taken: bool) -> None:
    """Record that a private break was offered to a parent, and taken from now or declined."""
    refuse_without_family(permitted(work, Step.MINUTE, meeting_id))
    if _open_break(work, meeting_id, person_id):
        raise Refused("This parent's break has not ended yet: /back ends it.")
    sitting = latest_sitting(work, meeting_id)
    work.add(
        AdviceBreak(
            sitting_id=sitting.id,
            person_id=person_id,
            offered_at=work.at,
            taken=taken,
            began_at=work.at if taken else None,
        )
    )


def end_breaks(work: Work, meeting_id: UUID) -> int:
    """End every break that is running, and return how many there were.

    Raises:
        Refused: where none is running.
    """
    permitted(work, Step.PRESENCE, meeting_id)
    running = _open_breaks(work, meeting_id)
    if not running:
        raise Refused("No advice break is running.")
    for row in running:
        work.change(AdviceBreak, row.id, None, ended_at=work.at)
    return len(running)


def _open_breaks(work: Work, meeting_id: UUID) -> list[AdviceBreak]:
    sittings = select(Sitting.id).where(Sitting.meeting_id == meeting_id)
    rows = work.session.exec(
        select(AdviceBreak).where(
            col(AdviceBreak.sitting_id).in_(sittings),
            col(AdviceBreak.taken).is_(True),
            col(AdviceBreak.ended_at).is_(None),
            col(AdviceBreak.withdrawn_at).is_(None),
        )
    )
    return list(rows)


def _open_break(work: Work, meeting_id: UUID, person_id: UUID) -> bool:
    return any(row.person_id == person_id for row in _open_breaks(work, meeting_id))
