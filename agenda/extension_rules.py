"""What an extension needs (Sutton 2019, PLO Review), and what moves with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.captures import Capture
from agenda.decision_words import Outcome, Standing, Trajectory
from agenda.extension import NEW_END, ONCE, extensions, how_it_stands
from agenda.finding import Finding, Level, Rule
from agenda.meeting_facts import day_in_words, final_review, meeting_day, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda import records
    from agenda.papers import Papers

RISK = Rule(
    "decision.extend_risk",
    Level.MUST,
    "An extension needs a judgement that the risk to the child is reducing.",
    "Sutton 2019, PLO Review: only where confidence is held that risk is reducing",
)
TRACKER = Rule(
    "decision.tracker",
    Level.MUST,
    "An extension is discussed with the head of service at the Court Tracker, or waits for it.",
    "Sutton 2019, PLO Review: discussed with the HOS at the Court Tracker Meetings",
)
REVIEW_BOOKED = Rule(
    "decision.review_booked",
    Level.MUST,
    "An extension has its final review booked, inside the new window.",
    "Sutton 2019, PLO Review: the final review's date and venue are agreed beforehand",
)


def extension_findings(
    decision: records.Decision, child: records.Child, papers: Papers
) -> Iterator[Finding]:
    """Give what an extension for a child lacks; nothing for another outcome."""
    if decision.outcome is not Outcome.EXTEND:
        return
    place, who, policy = place_of(papers, Capture.DECISION), child.initials, papers.policy

    def lacks(rule: Rule, sentence: str, example: str, field: str) -> Finding:
        return Finding(rule, sentence, example, decision.id, place, field)

    judged = papers.judgement(child.id)
    if judged is None or judged.risk is not Trajectory.REDUCED:
        risk = f"it is judged {judged.risk}" if judged else "it is not judged yet"
        sentence = f"An extension for {who} needs a risk that is reduced; {risk}."
        yield lacks(RISK, sentence, "Another outcome, or a recorded reason", "outcome")
    yield from (lacks(NEW_END, *wrong, "new_end") for wrong in _end(decision, child, papers))
    earlier = [row for row in extensions(papers, child.id) if row.id != decision.id]
    if len(earlier) >= policy.extension.times:
        sentence = (
            f"{who}'s window was extended before. Choose another outcome, or record who agrees "
            "to it and why."
            if earlier
            else "The policy allows no extension. Choose another outcome, or record why."
        )
        yield lacks(ONCE, sentence, "", "outcome")
    stands = how_it_stands(decision, papers)
    forum, consultee = policy.extension.forum, policy.extension.consultee
    if stands is Standing.RECOMMENDED:
        sentence = (
            f"Record the discussion of {who}'s extension with the {consultee} at the {forum}, "
            f"or the date of the {forum} that it waits for."
        )
        yield lacks(TRACKER, sentence, f"{forum} of Thu 15 April", "tracker_on")
    elif stands in (Standing.LAPSED, Standing.REFUSED):
        sentence = f"{who}'s extension {_fell(stands, forum)}. Decide again."
        yield lacks(TRACKER, sentence, "", "outcome")
    yield from _tracker_after(decision, who, papers, place)
    yield from _review(decision, who, papers)


def _end(
    decision: records.Decision, child: records.Child, papers: Papers
) -> Iterator[tuple[str, str]]:
    """Give what is wrong with the new last day, and what would do."""
    window = papers.window_for([])
    if window is None:
        return
    furthest, who = day_in_words(window.extension_end), child.initials
    if decision.new_end is None:
        yield f"Say the new last day of {who}'s window, {furthest} at the latest.", furthest
    elif decision.new_end > window.extension_end:
        sentence = (
            f"{who}'s new last day, {day_in_words(decision.new_end)}, is more than "
            f"{window.extension_weeks} weeks past the window's end. Until somebody records why, "
            f"it counts as {furthest}."
        )
        yield sentence, furthest
    elif decision.new_end <= window.end:
        end = day_in_words(window.end)
        yield f"{who}'s new last day is not after the window's end, {end}.", furthest


def _tracker_after(
    decision: records.Decision, who: str, papers: Papers, place: str
) -> Iterator[Finding]:
    """Refuse a Court Tracker to wait for that lies before the review, or past the new end."""
    day, tracker = meeting_day(papers), decision.tracker_on
    if how_it_stands(decision, papers) is not Standing.PROVISIONAL or tracker is None:
        return
    forum = papers.policy.extension.forum
    told = f"The {forum} that {who}'s extension waits for is on {day_in_words(tracker)}"
    if day and tracker < day:
        sentence = f"{told}, before this review. Name the next one."
    elif decision.new_end and tracker > decision.new_end:
        sentence = f"{told}, after the extension would end. Name an earlier one."
    else:
        return
    yield Finding(TRACKER, sentence, "", decision.id, place, "tracker_on")


def _review(decision: records.Decision, who: str, papers: Papers) -> Iterator[Finding]:
    """Ask for the final review at the end of the extension."""
    review = final_review(papers)
    if review is None or review.planned_on is None:
        sentence = f"Book the final review at the end of {who}'s extension."
        place = place_of(papers, Capture.DATES)
        example = day_in_words(decision.new_end) if decision.new_end else ""
        yield Finding(REVIEW_BOOKED, sentence, example, decision.id, place, "planned_on")


def _fell(stands: Standing, forum: str) -> str:
    if stands is Standing.REFUSED:
        return "was refused"
    return f"has lapsed: its {forum} has passed without an answer"
