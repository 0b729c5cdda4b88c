"""How each verb of the table is done for real, on a review in any stage."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any

from reviewed_house import REVIEW

from agenda.booking_words import BookingWhat, InvitedGroup
from agenda.decision_words import AuthorityAnswer, Outcome, Trajectory, WhoWasTold
from agenda.policy import default_policy
from agenda.records import (
    Concern,
    ConcernExample,
    Entry,
    Instruction,
    Item,
    Meeting,
    PlanLine,
    new_key,
)
from agenda.sheet_reading import default_sheet_text
from agenda.steps import Step
from agenda.words import (
    ApprovalRole,
    ConsentPurpose,
    EntryKind,
    LineKind,
    LineOutcome,
    LineState,
    OfferAnswer,
    ParentAnswer,
    Presence,
    YesNo,
)
from plo_tui.store import undoing
from plo_tui.store.verbs import (
    advice,
    booking,
    concerns,
    corrections,
    deciding,
    instructions,
    invitations,
    judging,
    meeting,
    minuting,
    network,
    planning,
    progress,
    reasons,
    signing,
    sittings,
    take_away,
    uploading,
    urgent,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from staged_house import Staged

    from agenda.records import Record


def version_of(made: Staged, kind: type[Record], key: UUID) -> int:
    """The version of a row that whoever changes it has seen; any where it is not there."""
    row = made.store.read(lambda session: session.get(kind, key))
    return row.version if row else 1


def item(made: Staged, place: int = 1) -> UUID:
    """An item of the review; of the initial meeting where it has none yet."""
    items = made.rows(Item, meeting_id=made.more.review, position=place + 1)
    return items[0].id if items else made.keys.items[place]


def entry(made: Staged, verb: Any, *words: Any) -> None:
    """Change the words of the first paragraph."""
    seen = version_of(made, Entry, made.more.first)
    said = (*words, "It was cold.", EntryKind.NOTE, None, None)
    made.store.do(verb, made.more.first, seen, *said, verbatim=False)


def approve(made: Staged, role: ApprovalRole, whose: UUID) -> None:
    """Approve what is on the screen, or record it on behalf of whose approval it is."""
    how = signing.IN_THE_APP if made.store.actor_id == whose else "by email"
    made.store.do(signing.approve, made.more.review, role, whose, made.seen, how)


def answer(made: Staged, child: UUID, whose: UUID) -> None:
    """Record that a decision is authorised."""
    decided, at = [made.decision(child)], made.clock()
    said = AuthorityAnswer.AUTHORISED
    made.store.do(deciding.answer_decisions, decided, said, whose, "Court Tracker", at)


def change_line(made: Staged) -> None:
    seen = version_of(made, PlanLine, made.more.second_line)
    made.store.do(planning.change_line, made.more.second_line, seen, {"what": "School daily"})


def change_concern(made: Staged) -> None:
    seen = version_of(made, Concern, made.more.second_worry)
    made.store.do(concerns.change_concern, made.more.second_worry, seen, {"summary": "A burn."})


def change_example(made: Staged) -> None:
    example = made.more.example
    seen = version_of(made, ConcernExample, example)
    made.store.do(concerns.change_example, example, seen, {"text": "A red mark."})


def change_booking(made: Staged) -> None:
    seen = version_of(made, Meeting, made.more.review)
    made.store.do(meeting.change_meeting, made.more.review, seen, {"place": "Room 2"})


def correction(made: Staged, number: int = 1) -> None:
    """Record a correction that the mother asks for, of a version of the minutes."""
    version, mother = made.version(number), made.keys.mother
    do, words = made.store.do, "It was warm."
    do(corrections.record_correction, new_key(), version, mother, REVIEW, words)


def open_review(made: Staged) -> None:
    sheet, policy = default_sheet_text("final"), default_policy().pinned()
    made.store.do(meeting.open_meeting, made.more.review, sheet, policy, [made.keys.chair], [])


TAKEN: dict[tuple[Step, str], Callable[[Staged, UUID], object]] = {
    (Step.BOOK, "change_meeting"): lambda m, _: change_booking(m),
    (Step.BOOK, "agree_cover"): lambda m, _: m.store.do(
        booking.agree_cover, m.more.review, m.more.manager, "Ill", m.clock().date()
    ),
    (Step.BOOK, "mark_booked"): lambda m, _: m.store.do(
        booking.mark_booked, m.more.review, BookingWhat.ROOM, m.clock().date()
    ),
    (Step.BOOK, "mark_not_needed"): lambda m, _: m.store.do(
        booking.mark_not_needed, m.more.review, BookingWhat.ROOM, "By video"
    ),
    (Step.BOOK, "take_back_booking"): lambda m, _: m.store.do(
        booking.take_back_booking, m.more.review, BookingWhat.ROOM
    ),
    (Step.INVITE, "write_invitation"): lambda m, _: m.store.do(
        invitations.write_invitation, m.more.review, InvitedGroup.AUTHORITY, 90
    ),
    (Step.INVITE, "cancel_invitation"): lambda m, _: m.store.do(
        invitations.cancel_invitation, m.more.review, InvitedGroup.AUTHORITY
    ),
    (Step.CANCEL, "withdraw_meeting"): lambda m, _: m.store.do(
        meeting.withdraw_meeting, m.more.review
    ),
    (Step.BEGIN, "open_meeting"): lambda m, _: open_review(m),
    (Step.LEAD, "go_to_item"): lambda m, _: m.store.do(
        meeting.go_to_item, m.more.review, item(m, 2)
    ),
    (Step.LEAD, "begin_pause"): lambda m, _: m.store.do(sittings.begin_pause, m.more.review),
    (Step.LEAD, "end_pause"): lambda m, _: m.store.do(sittings.end_pause, m.more.review),
    (Step.LEAD, "begin_sitting"): lambda m, _: m.store.do(
        sittings.begin_sitting, m.more.review, [m.keys.chair], [m.keys.mother]
    ),
    (Step.URGENT, "add_urgent"): lambda m, _: m.store.do(
        urgent.add_urgent, new_key(), m.more.review, item(m), "A fall.", m.clock()
    ),
    (Step.ADJOURN, "adjourn"): lambda m, _: m.store.do(sittings.adjourn, m.more.review, REVIEW),
    (Step.RESUME, "resume_meeting"): lambda m, _: m.store.do(
        sittings.resume_meeting, m.more.review, [m.keys.chair], [m.keys.mother]
    ),
    (Step.CONCLUDE, "conclude"): lambda m, _: m.store.do(
        meeting.conclude, m.more.review, effective=True
    ),
    (Step.END_WITHOUT_EFFECT, "conclude"): lambda m, _: m.store.do(
        meeting.conclude, m.more.review, effective=False, why_not="Nobody came."
    ),
    (Step.MINUTE, "add_entry"): lambda m, _: m.store.do(
        minuting.add_entry, new_key(), m.more.review, item(m), "Later."
    ),
    (Step.MINUTE, "offer_break"): lambda m, _: m.store.do(
        advice.offer_break, m.more.review, m.more.father, taken=False
    ),
    (Step.CORRECT, "change_entry"): lambda m, _: entry(m, minuting.change_entry),
    (Step.CORRECT, "tidy_entry"): lambda m, _: entry(m, minuting.tidy_entry, item(m, 2)),
    (Step.CORRECT, "retime_entry"): lambda m, _: m.store.do(
        minuting.retime_entry, m.more.first, time(11, 5)
    ),
    (Step.CORRECT, "move_entry"): lambda m, _: m.store.do(
        minuting.move_entry, m.more.first, item(m, 3)
    ),
    (Step.CORRECT, "withdraw_entry"): lambda m, _: m.store.do(
        minuting.withdraw_entry, m.more.first
    ),
    (Step.CORRECT, "bring_back_entry"): lambda m, _: m.store.do(
        minuting.bring_back_entry, m.more.first
    ),
    (Step.PRESENCE, "set_presence"): lambda m, _: m.store.do(
        meeting.set_presence, m.more.review, Presence.ABSENT, None, m.keys.mother
    ),
    (Step.PRESENCE, "end_breaks"): lambda m, _: m.store.do(advice.end_breaks, m.more.review),
    (Step.CORRECT, "tell_urgent"): lambda m, _: m.store.do(
        urgent.tell_urgent, m.more.urgent, [(WhoWasTold.LEGAL, "Ms Hart", None)]
    ),
    (Step.ANSWERS, "record_advice"): lambda m, _: m.store.do(
        advice.record_advice, m.more.review, m.keys.mother, YesNo.YES
    ),
    (Step.ANSWERS, "record_consent"): lambda m, _: m.store.do(
        network.record_consent, m.more.review, m.keys.mother, ConsentPurpose.RECORDS, YesNo.YES
    ),
    (Step.ANSWERS, "answer_line"): lambda m, _: m.store.do(
        planning.answer_line, m.keys.line, m.more.review, m.keys.mother, ParentAnswer.AGREED
    ),
    (Step.ANSWERS, "answer_instruction"): lambda m, _: m.store.do(
        instructions.answer_instruction,
        m.more.instruction,
        m.more.review,
        m.keys.mother,
        ParentAnswer.AGREED,
    ),
    (Step.ANSWERS, "record_outcome"): lambda m, _: m.store.do(
        progress.record_outcome, m.keys.line, m.more.review, LineOutcome.DONE
    ),
    (Step.ANSWERS, "record_trajectory"): lambda m, _: m.store.do(
        judging.record_trajectory, m.more.review, m.keys.concern, Trajectory.REDUCED
    ),
    (Step.ANSWERS, "record_judgement"): lambda m, _: m.store.do(
        judging.record_judgement, m.more.review, m.keys.child, Trajectory.REDUCED
    ),
    (Step.REASON, "record_reason"): lambda m, _: m.store.do(
        reasons.record_reason, m.keys.case, "dates.final", None, "Ill.", m.more.review
    ),
    (Step.PLAN, "add_line"): lambda m, _: m.store.do(
        planning.add_line, m.keys.episode, new_key(), {"kind": LineKind.ACTION, "what": "More"}
    ),
    (Step.PLAN, "change_line"): lambda m, _: change_line(m),
    (Step.PLAN, "decide_line"): lambda m, _: m.store.do(
        planning.decide_line, m.more.second_line, m.more.review, LineState.AGREED
    ),
    (Step.PLAN, "withdraw_line"): lambda m, _: m.store.do(
        planning.withdraw_line, m.more.second_line
    ),
    (Step.PLAN, "bring_back_line"): lambda m, _: m.store.do(
        planning.bring_back_line, m.more.second_line
    ),
    (Step.PLAN, "change_concern"): lambda m, _: change_concern(m),
    (Step.PLAN, "change_example"): lambda m, _: change_example(m),
    (Step.PLAN, "move_concern"): lambda m, _: m.store.do(
        concerns.move_concern, m.more.second_worry, 1
    ),
    (Step.PLAN, "withdraw_concern"): lambda m, _: m.store.do(
        concerns.withdraw_concern, m.more.second_worry
    ),
    (Step.PLAN, "record_family_offer"): lambda m, _: m.store.do(
        network.record_family_offer, m.keys.episode, REVIEW, OfferAnswer.ACCEPTED
    ),
    (Step.PLAN, "add_network_help"): lambda m, _: m.store.do(
        network.add_network_help, m.keys.episode, m.keys.mother, "School runs."
    ),
    (Step.PLAN, "record_instruction"): lambda m, _: m.store.do(
        instructions.record_instruction, m.keys.episode, new_key(), {"expert": "Dr Reed"}
    ),
    (Step.PLAN, "change_instruction"): lambda m, _: m.store.do(
        instructions.change_instruction,
        m.more.instruction,
        version_of(m, Instruction, m.more.instruction),
        {"expert": "Dr Ann Reed"},
    ),
    (Step.PLAN, "withdraw_instruction"): lambda m, _: m.store.do(
        instructions.withdraw_instruction, m.more.instruction
    ),
    (Step.NEW_WORRY, "add_concern"): lambda m, _: m.store.do(
        concerns.add_concern, m.keys.episode, new_key(), {"heading": "A fall"}
    ),
    (Step.NEW_WORRY, "add_example"): lambda m, _: m.store.do(
        concerns.add_example, m.keys.concern, REVIEW, "A bruise."
    ),
    (Step.UNDO, "undo"): lambda m, _: m.store.do(undoing.undo, m.keys.case),
    (Step.UNDO, "redo"): lambda m, _: m.store.do(undoing.redo, m.keys.case),
    (Step.DECIDE, "record_decision"): lambda m, _: m.store.do(
        deciding.record_decision, m.more.review, [m.keys.child], Outcome.ISSUE, {}
    ),
    (Step.AUTHORISE, "answer_decisions"): lambda m, whose: answer(m, m.keys.child, whose),
    (Step.AUTHORISE_EXTENSION, "answer_decisions"): lambda m, whose: answer(
        m, m.more.second_child, whose
    ),
    (Step.APPROVE_AS_CHAIR, "approve"): lambda m, whose: approve(m, ApprovalRole.CHAIR, whose),
    (Step.APPROVE_FOR_LEGAL, "approve"): lambda m, whose: approve(m, ApprovalRole.LEGAL, whose),
    (Step.ISSUE, "issue"): lambda m, _: m.store.do(signing.issue, m.more.review, ["Ms Carter"]),
    (Step.UPLOAD, "mark_uploaded"): lambda m, _: m.store.do(
        uploading.mark_uploaded, m.more.review, "File 7"
    ),
    (Step.NEW_VERSION, "begin_new_version"): lambda m, _: m.store.do(
        signing.begin_new_version, m.more.review, "A date was wrong."
    ),
    (Step.ASK_CORRECTION, "record_correction"): lambda m, _: correction(m),
    (Step.ANSWER_CORRECTION, "annex_correction"): lambda m, _: m.store.do(
        corrections.annex_correction, m.more.correction, "Three people heard it."
    ),
    (Step.ANSWER_CORRECTION, "accept_correction"): lambda m, _: m.store.do(
        corrections.accept_correction, m.more.correction
    ),
    (Step.PAGES, "release_pages"): lambda m, _: m.store.do(
        take_away.release_pages, m.more.review, [m.keys.mother], "Duty, 0555 010 010"
    ),
}
"""Each verb of a row, done by or for somebody, in an order in which one can follow another."""
