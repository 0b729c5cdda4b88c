"""Verbs on the family network: the offer of a family meeting, who could help, consents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.london import london_date
from agenda.records import (
    Consent,
    FamilyOffer,
    NetworkHelp,
)
from agenda.steps import Step
from agenda.words import ConsentPurpose, OfferAnswer, YesNo
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.episodes import in_episode
from plo_tui.store.verbs.permitted import permitted, permitted_in_episode
from plo_tui.store.verbs.words import paragraph, within_length

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from plo_tui.store.work import Work


def record_family_offer(
    work: Work,
    episode_id: UUID,
    offered_on: date | None,
    answer: OfferAnswer,
    answered_by: str = "",
    names_by: date | None = None,
) -> None:
    """Record the offer of family group decision making and the answer, in place of an earlier."""
    in_episode(work, episode_id)
    permitted_in_episode(work, Step.PLAN, episode_id)
    values: dict[str, Any] = {
        "offered_on": offered_on,
        "answer": OfferAnswer(answer),
        "answered_by": answered_by.strip(),
        "names_by": names_by,
    }
    within_length(values)
    work.put(FamilyOffer, {"episode_id": episode_id}, values)


def add_network_help(
    work: Work,
    episode_id: UUID,
    person_id: UUID,
    help_given: str,
    *,
    could_care: bool = False,
    viability_by: date | None = None,
) -> None:
    """Record what someone in the family network could do."""
    in_episode(work, episode_id)
    permitted_in_episode(work, Step.PLAN, episode_id)
    work.add(
        NetworkHelp(
            episode_id=episode_id,
            person_id=person_id,
            help=paragraph(help_given, "help", called="what they could do"),
            could_care=could_care,
            viability_by=viability_by,
        )
    )


def record_consent(
    work: Work,
    meeting_id: UUID,
    person_id: UUID,
    purpose: ConsentPurpose,
    answer: YesNo,
    note: str = "",
    *,
    advice_had: bool | None = None,
    taken_back_on: date | None = None,
) -> None:
    """Record a person's answer to a consent, in the place of an earlier one in this meeting.

    A consent of an earlier meeting is taken back in this one: the earlier minutes stay.

    Args:
        work: the transaction.
        meeting_id: the meeting it was asked in, or told that it is taken back.
        person_id: whose consent it is.
        purpose: to what.
        answer: what they answered.
        note: a condition, or why not.
        advice_had: whether they had legal advice on it first; None where nobody asked.
        taken_back_on: when they took it back; None while it stands.

    Raises:
        Refused: where what was never agreed is taken back, or on a day to come.
    """
    permitted(work, Step.ANSWERS, meeting_id)
    if taken_back_on and answer != YesNo.YES:
        raise Refused("Only a consent that was given can be taken back.", "taken_back_on")
    if taken_back_on and taken_back_on > london_date(work.at):
        raise Refused("It cannot have been taken back on a day to come.", "taken_back_on")
    about = {
        "meeting_id": meeting_id,
        "person_id": person_id,
        "purpose": ConsentPurpose(purpose),
    }
    said: dict[str, Any] = {
        "answer": YesNo(answer),
        "note": note.strip(),
        "advice_had": advice_had,
        "taken_back_on": taken_back_on,
    }
    within_length(said)
    work.put(Consent, about, said)
