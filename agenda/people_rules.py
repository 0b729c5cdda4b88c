"""What must be known of the people: parental responsibility, advice, and who was there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.captures import Capture
from agenda.finding import Finding, Level, Rule
from agenda.meeting_facts import parents_here, place_of
from agenda.minuting_words import in_a_row
from agenda.passing import with_reasons
from agenda.sitting_words import ordinal
from agenda.words import ParentalResponsibility, Presence, Represented, YesNo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from agenda import records
    from agenda.papers import Papers

PARENTAL_RESPONSIBILITY = Rule(
    "people.parental_responsibility",
    Level.SHOULD,
    "We know who has parental responsibility for each child.",
    "Children Act 1989, section 3; everyone with it has a letter",
)
CHOICE = Rule(
    "advice.choice",
    Level.MUST,
    "Without a solicitor, or with capacity in doubt, a choice and its reason are recorded.",
    "Sutton 2019, Step 1: time to organise legal representation; Haygarth Jones",
)
LETTER = Rule(
    "advice.letter",
    Level.SHOULD,
    "We know when each parent got the letter.",
    "Sutton 2019, Step 1: 10 working days from the letter being given to the parents",
)
ASKED = Rule(
    "advice.asked",
    Level.SHOULD,
    "Each parent here was asked whether they have had legal advice.",
    "Somerset 2018, Initial PLO letter: talk to your solicitor before the meeting",
)
MINUTE_TAKER = Rule(
    "meeting.minute_taker",
    Level.SHOULD,
    "The minute-taker is named.",
    "Sutton 2019, Step 1: business support will minute the meeting",
)
ATTENDANCE = Rule(
    "meeting.attendance",
    Level.SHOULD,
    "Everyone invited is marked as present, late, apologies or absent.",
    "[own]: the minutes say who was there for which part",
)


def people_findings(papers: Papers) -> list[Finding]:
    """Return what is not known of the parents. Only where there is a meeting."""
    return with_reasons([*_responsibility(papers), *_advice(papers)], papers)


def meeting_findings(papers: Papers) -> list[Finding]:
    """Return what is not known of who was there, and who took the minutes.

    Each sitting asks of those invited to it: a parent with a sitting of their own is not missed
    in the other's.
    """
    found = []
    place = place_of(papers, Capture.ATTENDANCE)
    if not papers.name(papers.meeting.minute_taker_id, None):
        sentence = "Nobody is named as taking the minutes. Name who does."
        found.append(
            Finding(MINUTE_TAKER, sentence, "", papers.meeting.id, place, "minute_taker_id")
        )
    sittings = papers.sittings
    for sitting in sittings:
        unmarked = [
            row
            for row in papers.attendance
            if row.sitting_id == sitting.id and row.presence is Presence.INVITED
        ]
        if not unmarked:
            continue
        names = in_a_row([papers.name(row.staff_id, row.person_id) for row in unmarked])
        to = f" to the {ordinal(sitting.number)}" if len(sittings) > 1 else ""
        sentence = f"Say whether {names} came{to}, sent apologies or stayed away."
        found.append(Finding(ATTENDANCE, sentence, "Apologies", unmarked[0].id, place, "presence"))
    return found


def advice_of_today(papers: Papers, person_id: UUID) -> records.Advice | None:
    """Return what this meeting recorded of a parent's advice; None where it recorded nothing."""
    rows = [
        row
        for row in papers.advice
        if row.person_id == person_id and row.meeting_id == papers.meeting_id
    ]
    return rows[-1] if rows else None


def needs_choice(papers: Papers, person: records.Person) -> str:
    """Return why a choice has to be recorded for a parent; empty where it need not, or has been.

    A choice counts with its reason only.
    """
    advice = advice_of_today(papers, person.id)
    if advice and advice.choice and advice.choice_reason.strip():
        return ""
    acts = papers.representation(person.id)
    return why_choose(
        acts.represented if acts else Represented.UNKNOWN,
        capacity_doubt=advice is not None and advice.capacity_doubt,
    )


def why_choose(represented: Represented, *, capacity_doubt: bool) -> str:
    """Return why a parent's choice has to be recorded, as far as is known; empty where not."""
    if capacity_doubt:
        return "there is a doubt about capacity"
    return "" if represented is Represented.YES else "no solicitor is recorded"


def _responsibility(papers: Papers) -> Iterator[Finding]:
    born = [child for child in papers.children if child.due_on is None]
    for person in papers.parents:
        asked_of = {
            tie.child_id
            for tie in papers.relationships
            if tie.person_id == person.id
            and tie.parental_responsibility is ParentalResponsibility.UNKNOWN
        }
        unknown = [child.initials for child in born if child.id in asked_of]
        if unknown:
            sentence = (
                f"We do not know whether {person.known_as} has parental responsibility for "
                f"{in_a_row(unknown)}. Ask, and record it."
            )
            example = "Yes: named on the birth certificate"
            place = place_of(papers, Capture.ATTENDANCE)
            yield Finding(PARENTAL_RESPONSIBILITY, sentence, example, person.id, place)


def _advice(papers: Papers) -> Iterator[Finding]:
    place = place_of(papers, Capture.ADVICE)
    lettered = {row.person_id for row in papers.advice_of_case if row.letter_received_on}
    here = {person.id for person in parents_here(papers)}
    for person in papers.parents:
        if person.id not in lettered and not papers.first_letter_on(person.id):
            sentence = f"Record the day {person.known_as} got the letter."
            yield Finding(LETTER, sentence, "Given by hand on 4 January", person.id, place)
        if person.id not in here:
            continue
        if why := needs_choice(papers, person):
            sentence = (
                f"For {person.known_as} {why}. Choose to adjourn, to go on at their wish or to "
                "assess first, and say why."
            )
            example = "Proceed: she wants to go on today and has a solicitor from Monday"
            yield Finding(CHOICE, sentence, example, person.id, place, "choice")
        today = advice_of_today(papers, person.id)
        if today is None or today.advised is YesNo.NOT_ASKED:
            sentence = f"Ask {person.known_as} whether they have had legal advice on the letter."
            yield Finding(ASKED, sentence, "Yes, on Monday", person.id, place, "advised")
