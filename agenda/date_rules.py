"""What the dates that everyone leaves with need: the reviews, and what the family promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.captures import Capture
from agenda.finding import Finding, Level, Rule
from agenda.meeting_facts import (
    day_in_words,
    final_review,
    midway_review,
    place_of,
    review_follows,
)
from agenda.minuting_words import in_a_row
from agenda.passing import with_reasons
from agenda.words import MeetingKind
from agenda.working_days import OutsideCalendar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from agenda import records
    from agenda.papers import Papers
    from agenda.working_days import WorkingDays

FINAL = Rule(
    "dates.final",
    Level.MUST,
    "The final review has a date, a time and a place.",
    "Sutton 2019, PLO Review: date and venue agreed at the initial meeting",
)
FINAL_IN_WINDOW = Rule(
    "dates.final_in_window",
    Level.MUST,
    "The final review is after this meeting and inside the window.",
    "Sutton 2019, PLO Review: the final review at 12 weeks",
)
FINAL_WORKING_DAY = Rule(
    "dates.final_working_day",
    Level.SHOULD,
    "The final review is on a working day.",
    "[own]: nobody can be asked to come on a bank holiday",
)
MIDWAY = Rule(
    "dates.midway",
    Level.MUST,
    "A midway review lies between this meeting and the final review, inside the window.",
    "Sutton 2019, PLO Review",
)
FAMILY_IN_WINDOW = Rule(
    "dates.family_in_window",
    Level.MUST,
    "Names and checks of family members who could help come inside the window.",
    "Sutton 2019, Step 1: no longer than 12 weeks unless in exceptional circumstances",
)


def final_review_gaps(papers: Papers) -> list[str]:
    """Return what the planned final review still lacks: some of a date, a time and a place."""
    review = final_review(papers)
    if review is None:
        return ["a date", "a time", "a place"]
    there = {
        "a date": review.planned_on,
        "a time": review.planned_at is not None,
        "a place": review.place.strip(),
    }
    return [what for what, known in there.items() if not known]


def review_past_window(review: records.Meeting, papers: Papers, place: str = "") -> Finding | None:
    """Return what is wrong with a review booked past the window, as it stands that day.

    The day of one that is adjourned is the day on which it goes on.
    """
    field = "resumes_on" if review.adjourned_at else "planned_on"
    day: date | None = getattr(review, field)
    window = papers.window
    if window is None or day is None or day <= window.last_day:
        return None
    end = day_in_words(window.last_day)
    sentence = (
        f"The {review.kind} review {'goes on' if review.adjourned_at else 'is'} on "
        f"{day_in_words(day)}, after the window ends on {end}. Bring it forward, or record why not."
    )
    rule = FINAL_IN_WINDOW if review.kind is MeetingKind.FINAL else MIDWAY
    return Finding(rule, sentence, end, review.id, place, field)


def date_findings(papers: Papers, days: WorkingDays, today: date) -> list[Finding]:
    """Return what is wrong with the reviews' dates and the family's. Only where there is a meeting.

    Where no review follows this meeting, none is asked for.

    Args:
        papers: the case's papers, with `meeting_id` set.
        days: the authority's working days.
        today: the day from which later ones can be agreed: that of the meeting, or now.
    """
    found = [*family_past_window(papers)]
    if review_follows(papers):
        found += [*_final(papers, days, today), *_midway(papers, today)]
    return with_reasons(found, papers)


def _final(papers: Papers, days: WorkingDays, today: date) -> Iterator[Finding]:
    place = place_of(papers, Capture.DATES)
    review = final_review(papers)
    if gaps := final_review_gaps(papers):
        sentence = f"The final review still needs {in_a_row(gaps)}. Agree it now."
        about = review.id if review else None
        yield Finding(FINAL, sentence, "Tue 6 April, 10 am, Civic Offices", about, place)
    if review is None or review.planned_on is None:
        return
    day = review.planned_on
    told = f"The final review is on {day_in_words(day)}"
    if past := review_past_window(review, papers, place):
        yield past
    elif day <= today:
        sentence = f"{told}, which is not after this meeting. Choose a later day."
        yield Finding(FINAL_IN_WINDOW, sentence, "", review.id, place, "planned_on")
    try:
        why_not = days.why_not(day)
    except OutsideCalendar:
        return
    if why_not:
        nearest = day_in_words(days.on_or_before(day))
        sentence = f"{told}, which is not a working day ({why_not}). Choose another."
        yield Finding(FINAL_WORKING_DAY, sentence, nearest, review.id, place, "planned_on")


def _midway(papers: Papers, today: date) -> Iterator[Finding]:
    place = place_of(papers, Capture.DATES)
    review, final = midway_review(papers), final_review(papers)
    required = papers.policy.midway.required and papers.meeting.kind is MeetingKind.INITIAL
    if review is None or review.planned_on is None:
        if required or review:
            sentence = "The midway review has no date. Agree it now."
            example = f"A day in week {papers.policy.midway.week}"
            about = review.id if review else None
            yield Finding(MIDWAY, sentence, example, about, place, "planned_on")
        return
    on = review.planned_on
    if past := review_past_window(review, papers, place):
        yield past
        return
    if on <= today:
        wrong = "which is not after this meeting. Choose a later day"
    elif final and final.planned_on and on >= final.planned_on:
        wrong = "which is not before the final review. Choose an earlier day"
    else:
        return
    sentence = f"The midway review is on {day_in_words(on)}, {wrong}."
    example = f"A day in week {papers.policy.midway.week}"
    yield Finding(MIDWAY, sentence, example, review.id, place, "planned_on")


def family_past_window(papers: Papers) -> Iterator[Finding]:
    """Give what the family network is to do past the window: names of helpers, checks of carers."""
    window, offer = papers.window, papers.family_offer
    if window is None:
        return
    promised = [
        (row.id, "viability_by", row.viability_by, "check of a family member")
        for row in papers.network
    ]
    if offer:
        promised.append((offer.id, "names_by", offer.names_by, "list of names from the family"))
    for key, field, day, what in promised:
        if day and day > window.last_day:
            sentence = (
                f"The {what} would come on {day_in_words(day)}, after the window ends on "
                f"{day_in_words(window.last_day)}. Bring it forward, or record why not."
            )
            place = place_of(papers, Capture.NETWORK)
            yield Finding(FAMILY_IN_WINDOW, sentence, "By week 4", key, place, field)
