"""Which items of the agenda are covered: everything they capture has been recorded.

What each capture waits for is told in `agenda.captures`; here it is asked of the records. The
three captures of a review that write no record of their own yet are covered by a minuted
paragraph. An item the chair has not come to is never covered, whatever was drafted before.
"""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from typing import TYPE_CHECKING

from agenda.captures import Capture
from agenda.date_rules import final_review_gaps
from agenda.finding import Finding, Level, Rule
from agenda.meeting_facts import lines_in_force, parents_here
from agenda.minuting_people import CAME
from agenda.minuting_words import in_a_row
from agenda.passing import with_reasons
from agenda.people_rules import advice_of_today, needs_choice
from agenda.plan_rules import has_parenting_assessment
from agenda.progress_rules import lines_to_review, lines_without_outcome
from agenda.words import (
    KEPT_OUT,
    EntryKind,
    LineKind,
    LineState,
    MeetingKind,
    MeetingState,
    OfferAnswer,
    Presence,
    YesNo,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from agenda import records
    from agenda.papers import Papers
    from agenda.sheet import SheetItem

ITEM = Rule(
    "covered.item",
    Level.MUST,
    "Every required item of the agenda is covered.",
    "Sutton 2019, PLO Meetings: managers follow the agreed agenda and prompt sheet",
)


class ItemState(StrEnum):
    """Where an item of the agenda stands, as the side of the screen shows it."""

    NOW = "now"
    """On the table."""
    PARKED = "parked"
    COVERED = "covered"
    LEFT_OPEN = "left open"
    """Required, visited, and not covered."""
    TO_COME = "to come"
    """Nothing more is owed to it yet."""

    @property
    def mark(self) -> str:
        """The sign before the item's title."""
        return _MARKS[self]


_MARKS = {
    ItemState.NOW: "●",
    ItemState.PARKED: "‖",
    ItemState.COVERED: "✓",
    ItemState.LEFT_OPEN: "!",
    ItemState.TO_COME: " ",
}


class _Said:
    """The minuted paragraphs of a meeting by item, read once. No aside, nothing privileged."""

    def __init__(self, papers: Papers) -> None:
        self.papers = papers
        self.by_item: defaultdict[UUID | None, list[records.Entry]] = defaultdict(list)
        self.kinds: set[EntryKind] = set()
        for entry in papers.standing("Entry"):
            kind = entry.kind  # each attribute of a record costs, and there are a thousand
            if kind not in KEPT_OUT:
                self.by_item[entry.item_id].append(entry)
                self.kinds.add(kind)


def covered(item: records.Item, sheet_item: SheetItem, papers: Papers) -> bool:
    """Whether everything that an item captures has been recorded for it."""
    return not _missing(item, sheet_item, _Said(papers))


def not_covered(papers: Papers) -> list[Finding]:
    """Return a finding for each required item still open, in the order of the agenda.

    Its `place` is the item's key and `about` the item.
    """
    said, found = _Said(papers), []
    for item in papers.items:
        sheet_item = papers.sheet.item(item.key)
        if sheet_item.required and (missing := _missing(item, sheet_item, said)):
            sentence = f"“{sheet_item.title}” is not covered yet. {missing}"
            found.append(Finding(ITEM, sentence, about=item.id, place=item.key))
    return with_reasons(found, papers)


def item_states(papers: Papers) -> dict[UUID, ItemState]:
    """Return where each item of the agenda stands, by its id, in one reading of the minutes."""
    said = _Said(papers)
    return {item.id: _state(item, said) for item in papers.items}


def item_state(item: records.Item, papers: Papers) -> ItemState:
    """Return where one item stands; for the whole agenda `item_states` is faster."""
    return _state(item, _Said(papers))


def begun(item: records.Item, papers: Papers) -> bool:
    """Whether the chair has come to an item: it was visited, or is on the table."""
    return item.visited or papers.meeting.current_item_id == item.id


def _state(item: records.Item, said: _Said) -> ItemState:
    meeting = said.papers.meeting
    sheet_item = said.papers.sheet.item(item.key)
    if meeting.state is MeetingState.LIVE and meeting.current_item_id == item.id:
        return ItemState.NOW
    if item.parked:
        return ItemState.PARKED
    if not _missing(item, sheet_item, said):
        return ItemState.COVERED
    if sheet_item.required and begun(item, said.papers):
        return ItemState.LEFT_OPEN
    return ItemState.TO_COME


def _missing(item: records.Item, sheet_item: SheetItem, said: _Said) -> str:
    """Return what is still to be recorded for an item, as a sentence; empty when covered."""
    if not begun(item, said.papers) and not said.by_item[item.id]:
        return "Nobody has come to it. Go there, or record why it was left out."
    answers = (_WAITS_FOR[capture](item, sheet_item, said) for capture in sheet_item.captures)
    return next(filter(None, answers), "")


def _paragraph(item: records.Item, _sheet_item: SheetItem, said: _Said) -> str:
    return "" if said.by_item[item.id] else "Minute what was said."


def _checks(item: records.Item, sheet_item: SheetItem, said: _Said) -> str:
    left = len({prompt.key for prompt in sheet_item.prompts} - said.papers.asked(item.id))
    return f"Checks still to tick: {left}." if left else ""


def _attendance(_item: records.Item, _sheet_item: SheetItem, said: _Said) -> str:
    states = {row.presence for row in said.papers.attendance}
    if not states & CAME:
        return "Mark who is here."
    return "Say of everyone invited whether they came." if Presence.INVITED in states else ""


def _advice(_item: records.Item, _sheet_item: SheetItem, said: _Said) -> str:
    for person in parents_here(said.papers):
        today = advice_of_today(said.papers, person.id)
        if today is None or today.advised is YesNo.NOT_ASKED:
            return f"Ask {person.known_as} whether they have had advice."
        if needs_choice(said.papers, person):
            return f"Record what was chosen for {person.known_as}, and why."
    return ""


def _concerns(item: records.Item, sheet_item: SheetItem, said: _Said) -> str:
    if not said.papers.concerns:
        return "Record a concern."
    return _paragraph(item, sheet_item, said)


def _views(item: records.Item, _sheet_item: SheetItem, said: _Said) -> str:
    """Wait for each parent here to speak, themselves or through whoever represents them."""
    papers = said.papers
    speakers = {entry.speaker_person_id for entry in said.by_item[item.id]}
    speaks_for = {row.person_id: row.represents_id for row in papers.attendance}
    heard = speakers | {speaks_for.get(speaker) for speaker in speakers if speaker}
    for person in parents_here(papers):
        acts = papers.representation(person.id)
        if person.id not in heard and not (acts and acts.lawyer_id and acts.lawyer_id in heard):
            return f"Minute what {person.known_as} says."
    return "" if said.by_item[item.id] else "Minute the parents' views."


def _children(item: records.Item, _sheet_item: SheetItem, said: _Said) -> str:
    named = defaultdict(set)
    for row in said.papers.standing("EntryChild"):
        named[row.entry_id].add(row.child_id)
    about = [named[entry.id] for entry in said.by_item[item.id]]
    silent = [
        child.initials
        for child in said.papers.children
        if not any(not children or child.id in children for children in about)
    ]
    return f"Minute something about {in_a_row(silent)}." if silent else ""


def _network(item: records.Item, sheet_item: SheetItem, said: _Said) -> str:
    offer = said.papers.family_offer
    if not said.papers.policy.family_offer.check:
        return _paragraph(item, sheet_item, said)
    if offer is None or offer.offered_on is None:
        return "Record the day a family group meeting was offered."
    if offer.answer is OfferAnswer.NOT_ASKED:
        return "Record the family's answer to the offer."
    return ""


def _assessments(item: records.Item, sheet_item: SheetItem, said: _Said) -> str:
    if not said.papers.policy.plan.parenting_assessment:
        return _paragraph(item, sheet_item, said)
    return "" if has_parenting_assessment(said.papers) else "Add the parenting assessment."


def _plan(_item: records.Item, _sheet_item: SheetItem, said: _Said) -> str:
    lines = lines_in_force(said.papers)
    drafts = [str(line.number) for line in lines if line.state is LineState.DRAFT]
    if drafts:
        return f"Agree, amend or drop line {in_a_row(drafts)}."
    return "" if lines else "Agree a line of the plan."


def _outcomes(item: records.Item, sheet_item: SheetItem, said: _Said) -> str:
    if silent := [str(line.number) for line in lines_without_outcome(said.papers)]:
        return f"Say what became of line {in_a_row(silent)}."
    return "" if lines_to_review(said.papers) else _paragraph(item, sheet_item, said)


def _advice_break(_item: records.Item, _sheet_item: SheetItem, said: _Said) -> str:
    answered = {row.person_id for row in said.papers.advice_breaks if row.taken is not None}
    silent = [one.known_as for one in parents_here(said.papers) if one.id not in answered]
    return f"Offer {in_a_row(silent)} a break, and record the answer." if silent else ""


def _bottom_line(_item: records.Item, _sheet_item: SheetItem, said: _Said) -> str:
    if not any(line.kind is LineKind.BOTTOM_LINE for line in lines_in_force(said.papers)):
        return "Add a bottom line to the plan."
    if EntryKind.CONSEQUENCE not in said.kinds:
        return "Explain what follows, and minute it as a consequence explained."
    return ""


def _dates(item: records.Item, sheet_item: SheetItem, said: _Said) -> str:
    if said.papers.meeting.kind is MeetingKind.FINAL:
        return _paragraph(item, sheet_item, said)
    gaps = final_review_gaps(said.papers)
    return f"The final review still needs {in_a_row(gaps)}." if gaps else ""


_WAITS_FOR: Mapping[Capture, Callable[[records.Item, SheetItem, _Said], str]] = {
    Capture.NOTE: _paragraph,
    Capture.CHECKS: _checks,
    Capture.ATTENDANCE: _attendance,
    Capture.ADVICE: _advice,
    Capture.CONCERNS: _concerns,
    Capture.VIEWS: _views,
    Capture.CHILD: _children,
    Capture.SUPPORT: _paragraph,
    Capture.NETWORK: _network,
    Capture.ASSESSMENTS: _assessments,
    Capture.PLAN: _plan,
    Capture.ADVICE_BREAK: _advice_break,
    Capture.BOTTOM_LINE: _bottom_line,
    Capture.DATES: _dates,
    Capture.OUTCOMES: _outcomes,
    Capture.REPORTS: _paragraph,
    Capture.TRAJECTORY: _paragraph,
    Capture.DECISION: _paragraph,
}
"""What each capture still waits for, as a sentence; empty when it has it."""
