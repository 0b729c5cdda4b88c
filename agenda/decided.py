"""Where the latest decisions leave each child, and with them the case, in plain words."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from agenda.day_names import WEEKDAYS, day_and_month, day_text
from agenda.decision_words import Outcome, Standing
from agenda.extension import decisions_that_count, extensions, how_it_stands
from agenda.london import london_date
from agenda.minuting_words import in_a_row

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from agenda import records
    from agenda.papers import Papers

_WAITS = frozenset({Standing.RECOMMENDED, Standing.PROVISIONAL})
_FELL = frozenset({Standing.REFUSED, Standing.LAPSED})


class Stage(StrEnum):
    """Where its decisions put a case, in words that fit a column of the home list."""

    AGAIN = "decide again"
    NOT_AUTHORISED = "not authorised yet"
    TO_ISSUE = "to be issued"
    AT_BIRTH = "to apply at birth"
    TO_PLANNING = "to legal planning"
    CLOSED = "closed"

    @property
    def is_over(self) -> bool:
        """Whether the weeks no longer count: every child's decision ends them, authorised."""
        return self not in (Stage.AGAIN, Stage.NOT_AUTHORISED)


_STAGES = {
    Outcome.ISSUE: Stage.TO_ISSUE,
    Outcome.AT_BIRTH: Stage.AT_BIRTH,
    Outcome.RETURN: Stage.TO_PLANNING,
    Outcome.CLOSE: Stage.CLOSED,
}
"""The stage that an authorised end gives; where children differ, the first of these."""


def latest_decision(papers: Papers, child_id: UUID) -> records.Decision | None:
    """Return the latest decision that counts for a child in this episode; None before one."""
    decided = decisions_that_count(papers, child_id)
    return decided[-1] if decided else None


def latest_decisions(papers: Papers) -> list[records.Decision]:
    """Return each child's latest decision, in the order of the children; undecided ones none."""
    found = (latest_decision(papers, child.id) for child in papers.children)
    return [one for one in found if one]


def waiting_decisions(papers: Papers) -> list[records.Decision]:
    """Return the latest decisions that wait for whoever has the authority."""
    return [one for one in latest_decisions(papers) if how_it_stands(one, papers) in _WAITS]


def fallen_decisions(papers: Papers) -> list[records.Decision]:
    """Return the latest decisions that were refused or have lapsed: these are decided again."""
    return [one for one in latest_decisions(papers) if how_it_stands(one, papers) in _FELL]


def stage(papers: Papers) -> Stage | None:
    """Return where the decisions put the case; None where its weeks go on as before."""
    decided = latest_decisions(papers)
    if fallen_decisions(papers):
        return Stage.AGAIN
    recommended = (one for one in decided if how_it_stands(one, papers) is Standing.RECOMMENDED)
    if any(one.outcome is not Outcome.CONTINUE for one in recommended):
        return Stage.NOT_AUTHORISED
    outcomes = {one.outcome for one in decided}
    is_end = bool(decided) and all(outcome.ends for outcome in outcomes)
    if not is_end or len(decided) < len(papers.children):
        return None
    return next(said for outcome, said in _STAGES.items() if outcome in outcomes)


def of_whom(papers: Papers, decisions: list[records.Decision]) -> str:
    """Return the initials of the children that decisions are for: `JC and LC`."""
    meant = {one.child_id for one in decisions}
    return in_a_row([child.initials for child in papers.children if child.id in meant])


def decided_words(decision: records.Decision) -> str:
    """Return what is decided in a few words: `close pre-proceedings`, `extend to 18 May`."""
    if decision.outcome is Outcome.EXTEND and decision.new_end:
        return f"extend to {day_and_month(decision.new_end)}"
    return decision.outcome.value


def standing_words(decision: records.Decision, papers: Papers) -> tuple[str, ...]:
    """Return how a decision stands in a few short parts, the first of them how firmly.

    `authorised by Rob Hale`, `Court Tracker, 2 Apr 2027, by telephone`.
    """
    stands, forum = how_it_stands(decision, papers), papers.policy.extension.forum
    given = papers.authority(decision.id)
    if given:
        telephone = ", by telephone" if given.by_telephone else ""
        said = [
            f"{stands} by {papers.name(given.staff_id, None)}",
            f"{given.forum}, {_day(given.given_at)}{telephone}",
            given.why,
        ]
    elif stands is Standing.RECOMMENDED:
        who = papers.name(decision.recommended_by_id, None)
        said = [f"recommended by {who}, {_day(decision.recommended_at)}", "not authorised yet"]
    else:
        assert decision.tracker_on is not None  # noqa: S101 - else it would be recommended
        tracker = f"{forum} {day_and_month(decision.tracker_on)}"
        said = [f"{stands}, {tracker}"]
        if stands is Standing.LAPSED:
            said = [f"lapsed after {tracker}", "no answer was recorded"]
    if stands in _FELL:
        said.append("decide again")
    if capped := _capped(decision, papers):
        said.append(capped)
    return tuple(part for part in said if part)


def asked_words(decision: records.Decision, papers: Papers) -> str:
    """Return as a sentence what is answered where somebody authorises or refuses a decision."""
    child = papers.find("Child", decision.child_id)
    initials = child.initials if child else ""
    outcome, forum = decision.outcome.value, papers.policy.extension.forum
    if decision.outcome is Outcome.EXTEND and decision.new_end:
        outcome = f"extend to {day_text(decision.new_end)}"
    stands = how_it_stands(decision, papers)
    if stands is Standing.PROVISIONAL and (tracker := decision.tracker_on):
        weekday = WEEKDAYS[tracker.weekday()][:3]
        how = f"provisional until the {forum} of {weekday} {day_and_month(tracker)}"
    elif stands is Standing.RECOMMENDED:
        how = standing_words(decision, papers)[0]
    else:
        how = ", ".join(standing_words(decision, papers))
    return f"{outcome[0].upper()}{outcome[1:]} for {initials}, {how}."


def extended_shortly(papers: Papers) -> str:
    """Return `extended`, or `extended, provisional`; empty where the window is not extended."""
    window = papers.window
    if window is None or window.extended_to is None:
        return ""
    stands = {
        how_it_stands(_extension_to(window.extended_to, child, papers), papers)
        for child in papers.children
        if papers.window_for([child]) == window
    }
    return "extended, provisional" if stands == {Standing.PROVISIONAL} else "extended"


def extension_words(papers: Papers) -> str:
    """Return for whom the window is extended and how firmly; empty where it is for nobody.

    `extended for LC, provisional until Court Tracker 15 Apr; JC: to Tue 6 Apr 2027`
    """
    extended: dict[str, list[str]] = {}
    others: dict[str, list[str]] = {}
    for child in papers.children:
        window = papers.window_for([child])
        if window is None:
            return ""
        if window.extended_to:
            end = "" if window == papers.window else f" to {day_text(window.last_day)}"
            how = f"{end}, {_until(window.extended_to, child, papers)}"
            extended.setdefault(how, []).append(child.initials)
        else:
            others.setdefault(f": to {day_text(window.last_day)}", []).append(child.initials)
    if not extended:
        return ""
    parts = [f"extended for {in_a_row(initials)}{how}" for how, initials in extended.items()]
    return "; ".join([*parts, *(f"{in_a_row(who)}{how}" for how, who in others.items())])


def _until(end: date, child: records.Child, papers: Papers) -> str:
    """Return how firmly the extension stands that gives a child this last day."""
    row = _extension_to(end, child, papers)
    if how_it_stands(row, papers) is Standing.PROVISIONAL and row.tracker_on:
        return f"provisional until {papers.policy.extension.forum} {day_and_month(row.tracker_on)}"
    return "authorised"


def _extension_to(end: date, child: records.Child, papers: Papers) -> records.Decision:
    """Return the extension that gives a child this last day."""
    rows = extensions(papers, child.id)
    return next((one for one in rows if one.new_end and one.new_end >= end), rows[-1])


def _capped(decision: records.Decision, papers: Papers) -> str:
    """Return where the window really ends, where an extension says a day that does not count."""
    if decision.outcome is not Outcome.EXTEND or not how_it_stands(decision, papers).counts:
        return ""
    child = papers.find("Child", decision.child_id)
    window = papers.window_for([child]) if child else None
    if window is None or window.last_day == decision.new_end:
        return ""
    return f"the window ends {day_text(window.last_day)}"


def _day(instant: datetime) -> str:
    return day_and_month(london_date(instant))
