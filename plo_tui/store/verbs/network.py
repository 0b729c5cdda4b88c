"""Verbs on the family network: the offer of a family meeting, who could help, consents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import col, select

from agenda.records import (
    Consent,
    FamilyOffer,
    NetworkHelp,
)
from agenda.words import ConsentPurpose, OfferAnswer, YesNo
from plo_tui.store.verbs.episodes import in_episode
from plo_tui.store.verbs.frozen import refuse_if_approved, refuse_if_frozen
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
    refuse_if_frozen(work, episode_id)
    values: dict[str, Any] = {
        "offered_on": offered_on,
        "answer": OfferAnswer(answer),
        "answered_by": answered_by.strip(),
        "names_by": names_by,
    }
    within_length(values)
    earlier = work.session.exec(
        select(FamilyOffer).where(
            FamilyOffer.episode_id == episode_id, col(FamilyOffer.withdrawn_at).is_(None)
        )
    ).first()
    if earlier:
        work.change(FamilyOffer, earlier.id, None, **values)
    else:
        work.add(FamilyOffer(episode_id=episode_id, **values))


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
    refuse_if_frozen(work, episode_id)
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
) -> None:
    """Record a person's answer to a consent asked for, in the place of an earlier one."""
    work.in_case_of(meeting_id)
    refuse_if_approved(work, meeting_id)
    earlier = work.session.exec(
        select(Consent).where(
            Consent.meeting_id == meeting_id,
            Consent.person_id == person_id,
            Consent.purpose == purpose,
            col(Consent.withdrawn_at).is_(None),
        )
    ).first()
    if earlier:
        work.change(Consent, earlier.id, None, answer=YesNo(answer), note=note.strip())
    else:
        work.add(
            Consent(
                meeting_id=meeting_id,
                person_id=person_id,
                purpose=ConsentPurpose(purpose),
                answer=YesNo(answer),
                note=note.strip(),
            )
        )
