"""What each capture of an agenda item still waits for, asked of the records.

`agenda.captures` tells it in words; every function here gives the next thing to record as a
sentence, or nothing where the capture has all it needs.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from agenda.captures import Capture
from agenda.date_rules import final_review_gaps
from agenda.decision_words import Outcome
from agenda.extension import children_to_decide
from agenda.instruction_rules import unanswered
from agenda.meeting_facts import lines_in_force, parents_here, review_follows
from agenda.minuting_people import CAME
from agenda.minuting_words import in_a_row
from agenda.people_rules import advice_of_today, needs_choice
from agenda.plan_rules import has_parenting_assessment
from agenda.progress_rules import lines_to_review, lines_without_outcome
from agenda.waiting_for_planning import (
    wait_for_assessor,
    wait_for_draft_plan,
    wait_for_legal_advice,
    wait_for_options,
    wait_for_outcome,
    wait_for_timetable,
)
from agenda.words import (
    KEPT_OUT,
    EntryKind,
    LineKind,
    LineState,
    MeetingKind,
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


class Said:
    """The minuted paragraphs of a meeting by item, read once. No aside, nothing privileged.

    An urgent matter interrupts an item and covers nothing of it.
    """

    def __init__(self, papers: Papers) -> None:
        self.papers = papers
        self.by_item: defaultdict[UUID | None, list[records.Entry]] = defaultdict(list)
        self.kinds: set[EntryKind] = set()
        for entry in papers.standing("Entry"):
            kind = entry.kind  # each attribute of a record costs, and there are a thousand
            if kind not in KEPT_OUT and kind is not EntryKind.URGENT:
                self.by_item[entry.item_id].append(entry)
                self.kinds.add(kind)


def _paragraph(item: records.Item, _sheet_item: SheetItem, said: Said) -> str:
    return "" if said.by_item[item.id] else "Minute what was said."


def _checks(item: records.Item, sheet_item: SheetItem, said: Said) -> str:
    left = len({prompt.key for prompt in sheet_item.prompts} - said.papers.asked(item.id))
    return f"Checks still to tick: {left}." if left else ""


def _attendance(_item: records.Item, _sheet_item: SheetItem, said: Said) -> str:
    states = {row.presence for row in said.papers.attendance}
    if not states & CAME:
        return "Mark who is here."
    return "Say of everyone invited whether they came." if Presence.INVITED in states else ""


def _advice(_item: records.Item, _sheet_item: SheetItem, said: Said) -> str:
    for person in parents_here(said.papers):
        today = advice_of_today(said.papers, person.id)
        if today is None or today.advised is YesNo.NOT_ASKED:
            return f"Ask {person.known_as} whether they have had advice."
        if needs_choice(said.papers, person):
            return f"Record what was chosen for {person.known_as}, and why."
    return ""


def _concerns(item: records.Item, sheet_item: SheetItem, said: Said) -> str:
    if not said.papers.concerns:
        return "Record a concern."
    return _paragraph(item, sheet_item, said)


def _views(item: records.Item, _sheet_item: SheetItem, said: Said) -> str:
    """Wait for each parent here to speak, themselves or through whoever represents them."""
    papers = said.papers
    speakers = {entry.speaker_person_id for entry in said.by_item[item.id]}
    speaks_for = {
        row.person_id: row.represents_id for row in papers.attendance if row.represents_id
    }
    heard = speakers | {speaks_for.get(speaker) for speaker in speakers if speaker}
    for person in parents_here(papers):
        acts = papers.representation(person.id)
        if person.id not in heard and not (acts and acts.lawyer_id and acts.lawyer_id in heard):
            return f"Minute what {person.known_as} says."
    return "" if said.by_item[item.id] else "Minute the parents' views."


def _children(item: records.Item, _sheet_item: SheetItem, said: Said) -> str:
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


def _network(item: records.Item, sheet_item: SheetItem, said: Said) -> str:
    offer = said.papers.family_offer
    if not said.papers.policy.family_offer.check:
        return _paragraph(item, sheet_item, said)
    if offer is None or offer.offered_on is None:
        return "Record the day a family group meeting was offered."
    if offer.answer is OfferAnswer.NOT_ASKED:
        return "Record the family's answer to the offer."
    return ""


def _assessments(item: records.Item, sheet_item: SheetItem, said: Said) -> str:
    papers = said.papers
    if papers.policy.plan.parenting_assessment and not has_parenting_assessment(papers):
        return "Add the parenting assessment."
    if papers.meeting.kind is MeetingKind.INITIAL:
        for row in papers.instructions:
            if silent := unanswered(papers, row):
                names = in_a_row([person.known_as for person in silent])
                return f"Ask {names} to answer the letter of instruction to {row.expert}."
    if papers.policy.plan.parenting_assessment:
        return ""
    return _paragraph(item, sheet_item, said)


def _plan(_item: records.Item, _sheet_item: SheetItem, said: Said) -> str:
    lines = lines_in_force(said.papers)
    drafts = [str(line.number) for line in lines if line.state is LineState.DRAFT]
    if drafts:
        return f"Agree, amend or drop line {in_a_row(drafts)}."
    return "" if lines else "Agree a line of the plan."


def _outcomes(item: records.Item, sheet_item: SheetItem, said: Said) -> str:
    if silent := [str(line.number) for line in lines_without_outcome(said.papers)]:
        return f"Say what became of line {in_a_row(silent)}."
    return "" if lines_to_review(said.papers) else _paragraph(item, sheet_item, said)


def _advice_break(_item: records.Item, _sheet_item: SheetItem, said: Said) -> str:
    answered = {row.person_id for row in said.papers.advice_breaks if row.taken is not None}
    silent = [one.known_as for one in parents_here(said.papers) if one.id not in answered]
    return f"Offer {in_a_row(silent)} a break, and record the answer." if silent else ""


def _bottom_line(_item: records.Item, _sheet_item: SheetItem, said: Said) -> str:
    if not any(line.kind is LineKind.BOTTOM_LINE for line in lines_in_force(said.papers)):
        return "Add a bottom line to the plan."
    if EntryKind.CONSEQUENCE not in said.kinds:
        return "Explain what follows, and minute it as a consequence explained."
    return ""


def _dates(_item: records.Item, _sheet_item: SheetItem, said: Said) -> str:
    if review_follows(said.papers):
        gaps = final_review_gaps(said.papers)
        return f"The final review still needs {in_a_row(gaps)}." if gaps else ""
    if _decided_without(said.papers, "letter_by"):
        return "Say by when the parents have the decision in writing."
    return ""


def _reports(item: records.Item, sheet_item: SheetItem, said: Said) -> str:
    """Wait for what came of each assessment that was agreed, and for what was said of it."""
    silent = [
        str(line.number)
        for line in lines_without_outcome(said.papers)
        if line.kind is LineKind.ASSESSMENT
    ]
    if silent:
        return f"Say what came of the assessment in line {in_a_row(silent)}."
    return _paragraph(item, sheet_item, said)


def _trajectory(_item: records.Item, _sheet_item: SheetItem, said: Said) -> str:
    papers = said.papers
    if worries := [str(row.position) for row in papers.concerns if not papers.trajectory(row.id)]:
        return f"Say which way worry {in_a_row(worries)} has gone."
    children = [row.initials for row in children_to_decide(papers) if not papers.judgement(row.id)]
    return f"Judge the risk to {in_a_row(children)}." if children else ""


def _decision(_item: records.Item, _sheet_item: SheetItem, said: Said) -> str:
    children = _decided_without(said.papers, "reasons")
    return f"Decide for {in_a_row(children)}, with reasons." if children else ""


def _decided_without(papers: Papers, field: str) -> list[str]:
    """Return the children with no decision, or one without a field; issuing waits for nothing."""
    return [
        child.initials
        for child in children_to_decide(papers)
        if (decision := papers.decision(child.id)) is None
        or (decision.outcome is not Outcome.ISSUE and not getattr(decision, field))
    ]


WAITS_FOR: Mapping[Capture, Callable[[records.Item, SheetItem, Said], str]] = {
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
    Capture.REPORTS: _reports,
    Capture.TRAJECTORY: _trajectory,
    Capture.DECISION: _decision,
    Capture.OPTIONS: lambda _item, _sheet, said: wait_for_options(said.papers),
    Capture.PLANNING_OUTCOME: lambda _item, _sheet, said: wait_for_outcome(said.papers),
    Capture.DRAFT_PLAN: lambda _item, _sheet, said: wait_for_draft_plan(said.papers),
    Capture.ASSESSOR: lambda _item, _sheet, said: wait_for_assessor(said.papers),
    Capture.TIMETABLE: lambda _item, _sheet, said: wait_for_timetable(said.papers),
    Capture.LEGAL_ADVICE: lambda _item, _sheet, said: wait_for_legal_advice(said.papers),
}
"""What each capture still waits for, as a sentence; empty when it has it."""
