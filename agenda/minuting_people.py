"""The people of the minutes: children, who was there, advice, network, consents, who gets them.

Nobody's address or safe contact is read here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.london import london_date
from agenda.minutes import (
    Attendee,
    MinutedAdvice,
    MinutedBreak,
    MinutedChild,
    MinutedConsent,
    MinutedHelp,
    MinutedNetwork,
    MinutedSitting,
)
from agenda.minuting_words import clock, in_a_row, with_firm
from agenda.sitting_words import pause_words
from agenda.words import OfferAnswer, PersonKind, Presence, Represented

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from agenda import records
    from agenda.papers import Papers

CAME = frozenset({Presence.PRESENT, Presence.LATE, Presence.LEFT})
"""Marks of those who were there, for some part at least."""


def minuted_children(papers: Papers) -> tuple[MinutedChild, ...]:
    """Return the children of the episode, each with who has parental responsibility."""
    return tuple(
        MinutedChild(
            full_name=child.full_name,
            initials=child.initials,
            born_on=child.born_on,
            due_on=child.due_on,
            legal_status=child.legal_status.value,
            plan=child.plan.value,
            plan_since=child.plan_since,
            next_conference=child.next_conference,
            parental_responsibility=tuple(
                f"{person.known_as} ({tie.relation}): {tie.parental_responsibility}"
                for person in papers.people
                for tie in papers.relationships
                if tie.person_id == person.id and tie.child_id == child.id
            ),
        )
        for child in papers.children
    )


def sittings_of(papers: Papers) -> tuple[MinutedSitting, ...]:
    """Return each sitting with who was there for which part, and its private breaks."""
    return tuple(_sitting(papers, sitting) for sitting in papers.sittings)


def _sitting(papers: Papers, sitting: records.Sitting) -> MinutedSitting:
    """Return one sitting. Someone invited and never marked is left out: no guess is printed."""
    rows = [row for row in papers.attendance if row.sitting_id == sitting.id]
    return MinutedSitting(
        number=sitting.number,
        on=london_date(sitting.started_at),
        began=clock(sitting.started_at),
        ended=clock(sitting.ended_at),
        place=sitting.place,
        present=tuple(_attendee(papers, row) for row in rows if row.presence in CAME),
        apologies=_marked(papers, rows, Presence.APOLOGIES),
        absent=_marked(papers, rows, Presence.ABSENT),
        breaks=tuple(
            MinutedBreak(
                name=papers.name(None, row.person_id),
                offered=clock(row.offered_at),
                taken=row.taken,
                began=clock(row.began_at),
                ended=clock(row.ended_at),
            )
            for row in papers.advice_breaks
            if row.sitting_id == sitting.id
        ),
        called=sitting.called,
        pauses=tuple(pause_words(row) for row in papers.pauses if row.sitting_id == sitting.id),
    )


def _attendee(papers: Papers, row: records.Attendance) -> Attendee:
    # Whoever came late and then left is marked as left, and keeps the time they came.
    late = row.presence in (Presence.LATE, Presence.LEFT)
    return Attendee(
        name=papers.name(row.staff_id, row.person_id),
        role=role_of(papers, row.staff_id, row.person_id),
        attending=row.attending,
        represents=_represents(papers, row),
        arrived=clock(row.arrived_at) if late else "",
        left=clock(row.left_at) if row.presence is Presence.LEFT else "",
    )


def _represents(papers: Papers, row: records.Attendance) -> str:
    """Return `for Ms Carter`: as marked at the sitting, or as their representation says."""
    if row.represents_id:
        return f"for {papers.name(None, row.represents_id)}"
    clients = [
        person.known_as
        for person in papers.people
        if row.person_id
        and (acting := papers.representation(person.id))
        and acting.represented is Represented.YES
        and acting.lawyer_id == row.person_id
    ]
    return f"for {in_a_row(clients)}" if clients else ""


def _marked(papers: Papers, rows: list[records.Attendance], presence: Presence) -> tuple[str, ...]:
    keys = [(row.staff_id, row.person_id) for row in rows if row.presence is presence]
    return tuple(f"{papers.name(*key)} ({role_of(papers, *key)})" for key in keys)


def role_of(papers: Papers, staff_id: UUID | None, person_id: UUID | None) -> str:
    """Return what someone is here: `team manager`, `mother of JC and LC`, `health visitor, NHS`."""
    if member := papers.find("Staff", staff_id):
        return str(member.role)
    person = papers.find("Person", person_id)
    if person is None:
        return ""
    if person.kind is PersonKind.FAMILY and (kinship := _kinship(papers, person)):
        return kinship
    return with_firm(person.role or str(person.kind), person.organisation)


def _kinship(papers: Papers, person: records.Person) -> str:
    """Return `mother of JC and LC; step-parent of MC`; empty where no tie is recorded."""
    initials: dict[str, list[str]] = {}
    for child in papers.children:
        for tie in papers.relationships:
            if tie.person_id == person.id and tie.child_id == child.id:
                initials.setdefault(tie.relation.value, []).append(child.initials)
    return "; ".join(f"{relation} of {in_a_row(named)}" for relation, named in initials.items())


def adjustments_of(papers: Papers) -> tuple[str, ...]:
    """Return a line for each person who came and needs something: `Ms Carter: large print`."""
    came = {row.person_id for row in papers.attendance if row.presence in CAME}
    return tuple(
        f"{person.known_as}: {'; '.join(needs)}"
        for person in papers.people
        if person.id in came and (needs := _needs(person))
    )


def _needs(person: records.Person) -> list[str]:
    interpreter = f"interpreter ({person.interpreter})" if person.interpreter else ""
    return [need for need in (interpreter, person.adjustments) if need]


def advice_of(papers: Papers) -> tuple[MinutedAdvice, ...]:
    """Return each parent's letter and legal advice, in the order the people were entered."""
    return tuple(
        MinutedAdvice(
            name=person.known_as,
            letter_received_on=row.letter_received_on or _letter_before(papers, person),
            advised=row.advised,
            represented_by=_lawyer_of(papers, person),
            capacity_doubt=row.capacity_doubt,
            choice=row.choice,
            choice_reason=row.choice_reason,
        )
        for person in papers.people
        for row in papers.advice
        if row.person_id == person.id
    )


def _letter_before(papers: Papers, person: records.Person) -> date | None:
    """Return the day a parent got the letter: as an earlier meeting was told, or it was given."""
    earlier = {row.id for row in papers.episode_meetings if row.number < papers.meeting.number}
    told = [
        row.letter_received_on
        for row in papers.advice_of_case
        if row.person_id == person.id and row.meeting_id in earlier and row.letter_received_on
    ]
    return told[-1] if told else papers.first_letter_on(person.id)


def _lawyer_of(papers: Papers, person: records.Person) -> str:
    """Return `Ms Okafor, Hart & Lane`; empty where nobody is known to act."""
    acting = papers.representation(person.id)
    if acting is None or acting.represented is not Represented.YES:
        return ""
    lawyer = papers.find("Person", acting.lawyer_id)
    return with_firm(lawyer.known_as, lawyer.organisation) if lawyer else "a solicitor, not named"


def network_of(papers: Papers) -> MinutedNetwork | None:
    """Return the offer of family group decision making and who could help; None for neither."""
    offer, network = papers.family_offer, papers.network
    if offer is None and not network:
        return None
    return MinutedNetwork(
        offered_on=offer.offered_on if offer else None,
        answer=offer.answer if offer else OfferAnswer.NOT_ASKED,
        answered_by=offer.answered_by if offer else "",
        names_by=offer.names_by if offer else None,
        helpers=tuple(
            MinutedHelp(
                name=papers.name(None, row.person_id),
                relation=role_of(papers, None, row.person_id),
                help=row.help,
                could_care=row.could_care,
                viability_by=row.viability_by,
            )
            for row in network
        ),
    )


def consents_of(papers: Papers) -> tuple[MinutedConsent, ...]:
    """Return the consents asked for, in the order they were."""
    return tuple(
        MinutedConsent(
            name=papers.name(None, row.person_id),
            purpose=row.purpose.value,
            answer=row.answer,
            note=row.note,
            advice_had=row.advice_had,
            taken_back_on=row.taken_back_on,
        )
        for row in papers.consents
    )


def circulation_of(papers: Papers) -> tuple[str, ...]:
    """Return who receives the minutes: as the meeting wrote it, or a line for each parent.

    Sutton 2019, PLO Meetings: to the parents' lawyers through our legal team. Where a parent
    has none, the social worker gives them to the family, and our lawyer has a copy.
    """
    written = [line.strip() for line in papers.meeting.circulation.split("\n")]
    if any(written):
        return tuple(line for line in written if line)
    social_worker = papers.name(papers.case.social_worker_id, None)
    by_hand = with_firm("from the social worker", social_worker)
    return tuple(
        f"{lawyer}, for {parent.known_as}: through our legal team"
        if (lawyer := _lawyer_of(papers, parent))
        else f"{parent.known_as}: {by_hand}, with a copy to our lawyer"
        for parent in papers.parents
    )
