"""What issuing proceedings should have behind it. These rules warn, and stop nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.captures import Capture
from agenda.finding import Finding, Level, Rule
from agenda.meeting_facts import place_of
from agenda.words import StaffRole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda import records
    from agenda.papers import Papers

FAMILY_OFFER = Rule(
    "issue.family_offer",
    Level.SHOULD,
    "Family group decision making was offered before proceedings are issued.",
    "Children's Wellbeing and Schools Act 2026, section 1",
)
LETTER = Rule(
    "issue.letter",
    Level.SHOULD,
    "The parents had the letter before proceedings.",
    "Sutton 2019, Step 1",
)
LEGAL = Rule(
    "issue.legal",
    Level.SHOULD,
    "The authority's solicitor was consulted before proceedings are issued.",
    "Somerset 2018: threshold decisions; Walsall: legal gateway",
)


def issue_findings(
    decision: records.Decision, child: records.Child, papers: Papers
) -> Iterator[Finding]:
    """Give what is missing behind a decision to issue proceedings for a child."""
    place, offer = place_of(papers, Capture.DECISION), papers.family_offer
    if papers.policy.family_offer.check and (offer is None or offer.offered_on is None):
        sentence = (
            f"No family group meeting is recorded as offered before issuing for {child.initials}. "
            "Offer it, or say why it is not in the child's best interests."
        )
        yield Finding(FAMILY_OFFER, sentence, "", decision.id, place, "reasons")
    told = any(row.letter_received_on for row in papers.advice_of_case)
    if not told and not any(papers.first_letter_on(person.id) for person in papers.parents):
        sentence = "No letter before proceedings is recorded as received by a parent."
        yield Finding(LETTER, sentence, "", decision.id, place, "reasons")
    roles = {
        member.role
        for row in papers.consultations(decision.id)
        if (member := papers.find("Staff", row.staff_id))
    }
    if StaffRole.LAWYER not in roles:
        sentence = f"Record that our solicitor was consulted on issuing for {child.initials}."
        example = "Ms Holt, today, by telephone"
        yield Finding(LEGAL, sentence, example, decision.id, place, "consulted")
