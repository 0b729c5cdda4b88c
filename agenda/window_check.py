"""Dates already agreed, held against the window as it stands today.

A window moves: an extension is provisional, lapses or is refused, and an initial meeting is held
on another day than planned. No date may silently be left outside: each one has a finding, until
it is brought forward or somebody records why it is exceptional.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.date_rules import family_past_window, review_past_window
from agenda.day_names import day_and_month
from agenda.meeting_facts import lines_in_force
from agenda.passing import with_reasons
from agenda.smart import line_past_window
from agenda.words import MeetingState

if TYPE_CHECKING:
    from agenda import records
    from agenda.finding import Finding
    from agenda.papers import Papers


def window_findings(papers: Papers) -> list[Finding]:
    """Return a finding for every date in force that is past the window; none for one inside.

    The window is that of the day the papers are read for (`Papers.as_of`), for a line that of
    its children. What a recorded reason passed is a note that says by whom.
    """
    found = [one for line in lines_in_force(papers) for one in line_past_window(line, papers)]
    found += [one for review in _booked(papers) if (one := review_past_window(review, papers))]
    return with_reasons([*found, *family_past_window(papers)], papers)


def past_window_words(papers: Papers) -> str:
    """Return what is past the window and stands open, as a case shows it; empty where nothing is.

    `2 dates are past the window: line 4, 14 May; final review, 13 May. …`
    """
    named = [_named(one, papers) for one in window_findings(papers) if not one.passed]
    if not named:
        return ""
    many = "1 date is" if len(named) == 1 else f"{len(named)} dates are"
    return (
        f"{many} past the window: {'; '.join(named)}. Bring forward what can be, or record why not."
    )


def passed_window_words(papers: Papers) -> list[str]:
    """Return each date that a recorded reason lets stand past the window, why, and who said so."""
    return [
        f"Past the window with a reason: {_named(one, papers)}. {one.passed}."
        for one in window_findings(papers)
        if one.passed
    ]


def _booked(papers: Papers) -> list[records.Meeting]:
    """Return the reviews still to come: booked, or adjourned to another day."""
    return [
        meeting
        for meeting in papers.episode_meetings
        if meeting.kind.is_review
        and meeting.state is not MeetingState.CONCLUDED
        and (meeting.state is MeetingState.PLANNED or meeting.adjourned_at)
    ]


def _named(finding: Finding, papers: Papers) -> str:
    """Return the date that a finding is about in a few words: `line 4, 14 May`."""
    if line := papers.find("PlanLine", finding.about):
        row, what = line, f"line {line.number}"
    elif meeting := papers.find("Meeting", finding.about):
        row, what = meeting, f"{meeting.kind} review"
    elif helper := papers.find("NetworkHelp", finding.about):
        row, what = helper, "check of a family member"
    else:
        row, what = papers.find("FamilyOffer", finding.about), "list of names from the family"
    return f"{what}, {day_and_month(getattr(row, finding.field))}"
