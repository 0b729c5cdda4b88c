"""The Court Tracker among the dates of a meeting: the next one, and the last that is in time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from agenda.court_tracker import tracker_after, tracker_findings, tracker_on_or_before
from agenda.day_names import day_text
from agenda.meeting_facts import final_review, meeting_day
from plo_tui.widgets.dates_list import DateRow

if TYPE_CHECKING:
    from agenda.papers import Papers

_DAY = timedelta(days=1)


def tracker_rows(papers: Papers) -> list[DateRow]:
    """Return the row of the Court Tracker; none where the policy names no day and none is due."""
    today, policy = meeting_day(papers), papers.policy
    if today is None:
        return []
    found = [one.sentence for one in tracker_findings(papers, today)]
    following = tracker_after(today - _DAY, policy)
    if following is None:
        return [DateRow("tracker", policy.extension.forum, "", "", said) for said in found]
    review = final_review(papers)
    note = "the next one"
    if review and review.planned_on:
        last = tracker_on_or_before(review.planned_on - _DAY, policy)
        if last and last >= today:
            note = f"the last before the final review: {day_text(last)}"
    return [DateRow("tracker", policy.extension.forum, f"next: {day_text(following)}", note)]
