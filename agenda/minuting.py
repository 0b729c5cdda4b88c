"""From one case's papers to the minutes of one meeting: a single pure reading.

Asides, privileged entries, withdrawn records, prompts, addresses and safe contacts have no way
in: entries come through one door (`minuted_entries`), and `Minutes` has no field for the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.chairing import chair_words
from agenda.london import london_date
from agenda.minutes import MinutedConcern, Minutes
from agenda.minuting_dates import dates_of
from agenda.minuting_decisions import (
    as_it_ended,
    decisions_of,
    judgements_of,
    trajectory_of,
    windows_of,
)
from agenda.minuting_entries import Numbered
from agenda.minuting_instructions import instructions_of
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
from agenda.words import MeetingKind

if TYPE_CHECKING:
    from agenda.papers import Papers


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
    if meeting.kind is MeetingKind.LEGAL_PLANNING:
        raise NothingToMinute("A legal planning meeting has a record of its own, kept apart.")
    if not papers.sittings:
        raise NothingToMinute("This meeting has not begun: open it before its minutes are made.")
    on = london_date(papers.sittings[0].started_at)
    left = as_it_ended(papers)
    # A meeting that did not do its work starts no window; its minutes count from its own day.
    window = left.window or window_of(on, papers.policy)
    windows = windows_of(left, window)
    decisions = decisions_of(left, windows)
    numbered = Numbered(papers)
    return Minutes(
        reference=papers.case.reference,
        kind=meeting.kind,
        number=meeting.number,
        version=version,
        version_reason=version_reason,
        on=on,
        chair=chair_words(papers, meeting.id),
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
        dates=dates_of(left, window, windows, decisions),
        window_start=window.start,
        window_end=window.last_day,
        reasons=reasons_of(papers),
        circulation=circulation_of(papers),
        sheet_text=meeting.sheet_text,
        policy_text=meeting.policy_text,
        judgements=judgements_of(papers),
        decisions=decisions,
        windows=windows,
        instructions=instructions_of(papers),
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
            trajectory=trajectory_of(papers, concern.id),
        )
        for concern in papers.concerns
    )
