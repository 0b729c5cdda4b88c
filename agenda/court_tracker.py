"""The Court Tracker's dates: every so many days from one the authority has named.

Sutton 2019, Court Tracker Meetings: every 5 weeks. An extension is discussed there, so the last
one before the final review is the last chance to do so in time.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from agenda.finding import Finding, Level, Rule
from agenda.meeting_facts import day_in_words, final_review

if TYPE_CHECKING:
    from datetime import date

    from agenda.papers import Papers
    from agenda.policy import Policy

LAST_TRACKER = Rule(
    "tracker.last",
    Level.NOTE,
    "Towards the end, the last Court Tracker before the final review is named.",
    "Sutton 2019, PLO Review: discussed with the HOS at the Court Tracker Meetings",
)


def tracker_on_or_before(day: date, policy: Policy) -> date | None:
    """Return the last Court Tracker on or before a day; None where the policy names none."""
    one = policy.tracker.one_day
    if one is None:
        return None
    return day - timedelta(days=(day - one).days % policy.tracker.days)


def tracker_after(day: date, policy: Policy) -> date | None:
    """Return the first Court Tracker after a day; None where the policy names none."""
    last = tracker_on_or_before(day, policy)
    return last + timedelta(days=policy.tracker.days) if last else None


def tracker_findings(papers: Papers, today: date) -> list[Finding]:
    """Name the last Court Tracker before the final review, from the policy's week on.

    Nothing before that week, without a booked final review, or once its day has come.
    """
    window, review, policy = papers.window, final_review(papers), papers.policy
    if window is None or papers.window_is_provisional or review is None:
        return []
    on = review.planned_on
    if on is None or not today < on or window.week_of(today) < policy.tracker.from_week:
        return []
    forum, booked = policy.extension.forum, day_in_words(on)
    last = tracker_on_or_before(on - timedelta(days=1), policy)
    if last is None:
        sentence = (
            f"Find the date of the last {forum} before the final review on {booked}: an extension "
            "is discussed there."
        )
    elif last >= today:
        sentence = (
            f"The last {forum} before the final review on {booked} is on {day_in_words(last)}. "
            "An extension is discussed there."
        )
    else:
        following = tracker_after(on, policy)
        assert following is not None  # noqa: S101 - there was one before it
        sentence = (
            f"No {forum} lies before the final review on {booked} any more: an extension would "
            f"wait for that of {day_in_words(following)}."
        )
    return [Finding(LAST_TRACKER, sentence, "", review.id, "", "planned_on")]
