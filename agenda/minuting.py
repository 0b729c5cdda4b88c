"""From one case's papers to the minutes of one meeting: a single pure reading.

Asides, privileged entries, withdrawn records, prompts, addresses and safe contacts have no way
in: entries come through one door (`minuted_entries`), and `Minutes` has no field for the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.london import london_date
from agenda.minutes import MinutedConcern, MinutedDate, Minutes
from agenda.minuting_entries import Numbered
from agenda.minuting_people import (
    adjustments_of,
    advice_of,
    circulation_of,
    consents_of,
    minuted_children,
    network_of,
    sittings_of,
)
from agenda.minuting_plan import lines_of
from agenda.minuting_reasons import reasons_of
from agenda.minuting_words import some_children
from agenda.window import window_of

if TYPE_CHECKING:
    from datetime import date

    from agenda.papers import Papers
    from agenda.window import Window


class NothingToMinute(ValueError):
    """The meeting has not begun."""


def minutes_of(papers: Papers, version: int, version_reason: str = "") -> Minutes:
    """Return the minutes of the meeting in front of us, as the records stand now.

    The same records give the same minutes, in whatever order they were taken in.

    Args:
        papers: one case's records, with `meeting_id` set.
        version: the version of the minutes, counted from 1.
        version_reason: why this version was begun; empty for the first.

    Raises:
        NothingToMinute: the meeting has no sitting yet.
    """
    meeting = papers.meeting
    if not papers.sittings:
        raise NothingToMinute("This meeting has not begun: open it before its minutes are made.")
    on = london_date(papers.sittings[0].started_at)
    # A meeting that did not do its work starts no window; its minutes count from its own day.
    window = papers.window or window_of(on, papers.policy)
    numbered = Numbered(papers)
    return Minutes(
        reference=papers.case.reference,
        kind=meeting.kind,
        number=meeting.number,
        version=version,
        version_reason=version_reason,
        on=on,
        chair=papers.name(meeting.chair_id, None),
        minute_taker=papers.name(meeting.minute_taker_id, None),
        children=minuted_children(papers),
        sittings=sittings_of(papers),
        adjustments=adjustments_of(papers),
        advice=advice_of(papers),
        concerns=_concerns(papers, numbered),
        views=numbered.views,
        sections=numbered.sections,
        documents=numbered.documents,
        network=network_of(papers),
        consents=consents_of(papers),
        plan=lines_of(papers, window),
        consequences=numbered.consequences,
        dates=_dates(papers, window),
        window_start=window.start,
        window_end=window.last_day,
        reasons=reasons_of(papers),
        circulation=circulation_of(papers),
        sheet_text=meeting.sheet_text,
        policy_text=meeting.policy_text,
    )


def _concerns(papers: Papers, numbered: Numbered) -> tuple[MinutedConcern, ...]:
    return tuple(
        MinutedConcern(
            number=concern.position,
            heading=concern.heading,
            summary=concern.summary,
            since=concern.since,
            children=some_children(papers, papers.concern_children(concern.id)),
            examples=tuple((row.on, row.text) for row in papers.examples(concern.id)),
            paragraphs=numbered.concerns[concern.id],
        )
        for concern in papers.concerns
    )


def _dates(papers: Papers, window: Window) -> tuple[MinutedDate, ...]:
    """Return the dates everyone leaves with, the earliest first."""
    dates = [
        MinutedDate(
            what=review.kind.heading,
            on=review.planned_on,
            at=f"{review.planned_at:%H:%M}" if review.planned_at else "",
            place=review.place,
            note=_week(window, review.planned_on),
        )
        for review in papers.planned_reviews
        if review.planned_on
    ]
    if papers.window:
        end = window.last_day
        dates.append(MinutedDate("Last day of the window", end, "", "", _week(window, end)))
    return tuple(sorted(dates, key=lambda row: (row.on, not row.at, row.at)))


def _week(window: Window, day: date) -> str:
    """Return `week 12 of the window`, or where a day stands outside it."""
    if window.contains(day):
        return f"week {window.week_of(day)} of the window"
    return "before the window" if day < window.start else "after the window"
