"""The recorded reasons as minutes print them: about what, on which rule, why and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.minuting_entries import minuted_items
from agenda.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from agenda import records
    from agenda.papers import Papers

_CALLED: Mapping[str, Callable[[Any, Papers], str]] = {
    "PlanLine": lambda line, _papers: f"Line {line.number} of the plan",
    "Concern": lambda concern, _papers: f"Worry {concern.position}, “{concern.heading}”",
    "Item": lambda item, papers: f"“{papers.sheet.item(item.key).title}”",
    "Person": lambda person, _papers: str(person.known_as),
    "NetworkHelp": lambda helper, papers: papers.name(None, helper.person_id),
    "FamilyOffer": lambda _offer, _papers: "The offer of a family group meeting",
    "Decision": lambda decision, papers: f"The decision for {_initials(papers, decision.child_id)}",
    "Child": lambda child, _papers: str(child.initials),
    "Meeting": lambda meeting, _papers: str(meeting.kind.heading),
}
"""Each kind of record that a reason may be about, and how the minutes call it."""


def _initials(papers: Papers, child_id: UUID) -> str:
    child = papers.find("Child", child_id)
    return str(child.initials) if child else ""


def reasons_of(papers: Papers) -> tuple[str, ...]:
    """Return the reasons recorded in this meeting, each with what it is about.

    Those about an item that is not minuted, or about what was withdrawn since, are left out: what
    they excuse does not stand in these minutes.
    """
    meeting = papers.meeting
    hidden = {item.id for item in papers.items} - set(minuted_items(papers))
    reasons = []
    for row in papers.exceptional_reasons:
        kind, record = _about(row, papers)
        withdrawn = record is not None and record.withdrawn_at is not None
        if row.meeting_id == meeting.id and row.about not in hidden and not withdrawn:
            called = _CALLED[kind](record, papers) if record else ""
            reasons.append(_sentence(row, called, papers))
    if meeting.effective is False:
        reasons.insert(0, f"The meeting was not effective: {meeting.not_effective_why}")
    return tuple(reasons)


def _about(row: records.ExceptionalReason, papers: Papers) -> tuple[str, Any | None]:
    """Return the record that a reason is about with its kind; None for the meeting as a whole."""
    about: UUID | None = row.about
    return next(
        ((kind, found) for kind in _CALLED if (found := papers.find(kind, about))), ("", None)
    )


def _sentence(row: records.ExceptionalReason, called: str, papers: Papers) -> str:
    rule = RULES.get(row.rule)  # a later release may no longer have it
    title = rule.title.rstrip(".") if rule else row.rule
    on = f"{called}, on the rule" if called else "On the rule"
    return f"{on} “{title}”: {row.reason} ({papers.name(row.by_staff_id, None)})"
