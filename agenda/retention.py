"""What may be removed: families past the authority's period, or uploaded to its own system.

The app is not the system of record. What belongs to the child's file stands in the authority's
case-management system; here it stays no longer than it is worked with (UK GDPR, article
5(1)(e): storage limitation).
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from agenda.day_names import day_text
from agenda.decided import latest_decision
from agenda.decision_words import Outcome, Standing
from agenda.extension import how_it_stands
from agenda.uploads import left_to_upload

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from agenda.papers import Papers
    from agenda.records import Decision


@dataclass(frozen=True, slots=True)
class Removable:
    """A family whose record may be removed.

    Attributes:
        case_id: the case.
        reference: its reference.
        changed_on: the London date of its last change.
        lines: how many lines its journal had when it was listed.
        why: why it is listed, as a sentence, and what is left to do first.
        is_due: whether it may be removed now; where not, something is left to do.
    """

    case_id: UUID
    reference: str
    changed_on: date
    lines: int
    why: str
    is_due: bool = True

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON can hold it."""
        return {
            "reference": self.reference,
            "changed_on": self.changed_on.isoformat(),
            "why": self.why,
            "due": self.is_due,
        }


def why_removable(changed_on: date, today: date, months: int, *, uploaded: bool) -> str:
    """Return why a family's record may be removed, as a sentence; empty where it may not.

    Args:
        changed_on: the date of its last change.
        today: today in London.
        months: calendar months of the policy; the day that many months on is the first it may.
        uploaded: whether all its minutes are issued and uploaded, and nothing is open (`settled`).
    """
    if today >= months_after(changed_on, months):
        span = f"{months} month{'s' if months > 1 else ''}"
        return f"Last changed on {day_text(changed_on)}: {span} ago, or more."
    if uploaded:
        return "Closed or issued for every child, and all its minutes are issued and uploaded."
    return ""


def months_after(day: date, months: int) -> date:
    """Return the same day of the month so many calendar months later, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))


def settled(papers: Papers) -> bool:
    """Whether nothing is left to do for any child, and nobody waits for an answer to a correction.

    For each child closing, or issuing, is decided and authorised, and the minutes issued are on
    every child's file.
    """
    latest = [latest_decision(papers, child.id) for child in papers.children]
    decided = bool(latest) and all(one and _ends(one, papers) for one in latest)
    asked = papers.standing("CorrectionAsked")
    answered = all(row.answer is not None for row in asked)
    return decided and answered and not left_to_upload(papers)


def left_words(papers: Papers) -> str:
    """Return which minutes are still to be put on which child's file, as a sentence."""
    left = left_to_upload(papers)
    return f"Not done: {'; '.join(left)}." if left else ""


def _ends(decision: Decision, papers: Papers) -> bool:
    stands = how_it_stands(decision, papers)
    return decision.outcome in (Outcome.CLOSE, Outcome.ISSUE) and stands is Standing.AUTHORISED
