"""The table of who may do what in a meeting, and with the record it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stages import Stage
from agenda.steps import (
    APPROVED,
    BEFORE,
    CLOSED,
    CONCLUDED,
    NEVER_IN_THE_WAY,
    RECORD,
    Row,
    Step,
    Whose,
    closed,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOT_BEGUN = "This meeting has not begun. Open it from the case first."
_NOT_RUNNING = "This meeting is not running. Open it from the case first."
_ENDED = "This meeting is not running. It has ended: to meet again, book another in the case."
_RESUME_FIRST = "This meeting is adjourned. Resume the meeting first: alt+0 or /resume."
_STAYS = "This meeting has begun, so it stays in the record."
_NOBODY_INVITED = "This meeting has begun, so nobody is invited to it any more."
_BEGUN = "This meeting has begun already. Open it again from the case."
_GO_ON_OR_END = (
    "This meeting is adjourned. Resume it to go on, or say that it could not do its work."
)
_APPROVED_LATER = (
    "Minutes were approved after this, so it stays. Begin a new version in sign-off, with a "
    "reason, then change it."
)
_AT_KEYBOARD = "Own: whoever sits at the keyboard, chair or minute-taker"

MEETING_ROWS: Mapping[Step, Row] = {
    Step.BOOK: Row(
        "Change the day, the place, the chair or the minute-taker of a meeting; agree cover; mark "
        "what is booked",
        Whose.ANYONE,
        closed((CLOSED, APPROVED)),
        "Where the chair is ill that day, whoever chairs instead is named here, also afterwards.",
        RECORD,
        (
            "change_meeting",
            "agree_cover",
            "mark_booked",
            "mark_not_needed",
            "take_back_booking",
        ),
    ),
    Step.CANCEL: Row(
        "Take back a booking",
        Whose.ANYONE,
        closed((_STAYS, [*BEFORE[1:], *CONCLUDED])),
        "A meeting that was held is never taken out of the record.",
        RECORD,
        ("withdraw_meeting",),
    ),
    Step.INVITE: Row(
        "Write a calendar invitation, or cancel one",
        Whose.ANYONE,
        closed((_NOBODY_INVITED, [*BEFORE[1:], *CONCLUDED])),
        "Business support sends them. An invitation can be cancelled after the booking is taken "
        "back.",
        "Sutton 2019, Step 1: business support sends calendar invites",
        ("write_invitation", "cancel_invitation"),
    ),
    Step.BEGIN: Row(
        "Begin the meeting",
        Whose.ANYONE,
        closed((_BEGUN, [*BEFORE[1:], *CONCLUDED])),
        "The chair may be late or ill. Whoever begins it is told who chairs.",
        _AT_KEYBOARD,
        ("open_meeting",),
    ),
    Step.LEAD: Row(
        "Move through the agenda, pause, sit with some of them",
        Whose.ANYONE,
        closed(
            (_NOT_RUNNING, [Stage.BOOKED]),
            (_RESUME_FIRST, [Stage.ADJOURNED]),
            (_ENDED, CONCLUDED),
        ),
        "It steers the screen and the clocks, and decides nothing.",
        _AT_KEYBOARD,
        ("go_to_item", "begin_pause", "end_pause", "begin_sitting"),
    ),
    Step.URGENT: Row(
        "Minute an urgent matter, which suspends the meeting",
        Whose.ANYONE,
        closed(
            (_NOT_RUNNING, [Stage.BOOKED]),
            (_RESUME_FIRST, [Stage.ADJOURNED]),
            (_ENDED, CONCLUDED),
        ),
        "No finding stands in its way. Acting for a child never waits for plo-tui.",
        NEVER_IN_THE_WAY,
        ("add_urgent",),
    ),
    Step.ADJOURN: Row(
        "Adjourn to another day, or say anew when it goes on",
        Whose.ANYONE,
        closed((_NOT_RUNNING, [Stage.BOOKED]), (_ENDED, CONCLUDED)),
        "Anybody in the room can stop a meeting that must stop.",
        _AT_KEYBOARD,
        ("adjourn",),
    ),
    Step.RESUME: Row(
        "Resume an adjourned meeting",
        Whose.ANYONE,
        closed(
            (_NOT_RUNNING, [Stage.BOOKED]),
            ("This meeting is not adjourned.", [Stage.RUNNING]),
            (_ENDED, CONCLUDED),
        ),
        "As beginning it.",
        _AT_KEYBOARD,
        ("resume_meeting",),
    ),
    Step.CONCLUDE: Row(
        "Conclude the meeting: it did its work",
        Whose.ANYONE,
        closed(
            (_NOT_RUNNING, [Stage.BOOKED]),
            (_GO_ON_OR_END, [Stage.ADJOURNED]),
            (_ENDED, CONCLUDED),
        ),
        "What is still open is shown first, and is passed by a reason and a name.",
        _AT_KEYBOARD,
        ("conclude",),
    ),
    Step.END_WITHOUT_EFFECT: Row(
        "End a meeting that could not do its work",
        Whose.ANYONE,
        closed((_NOT_RUNNING, [Stage.BOOKED]), (_ENDED, CONCLUDED)),
        "Nobody came, or it was stopped: only why is asked.",
        _AT_KEYBOARD,
        ("conclude",),
    ),
    Step.MINUTE: Row(
        "Write a paragraph, or offer a private break",
        Whose.ANYONE,
        closed(
            (_NOT_BEGUN, [Stage.BOOKED]),
            (_RESUME_FIRST, [Stage.ADJOURNED]),
            (CLOSED, APPROVED),
        ),
        "Business support often minutes; the author of each paragraph is kept.",
        RECORD,
        ("add_entry", "offer_break"),
    ),
    Step.CORRECT: Row(
        "Change, move or withdraw a paragraph; add who was told of an urgent one",
        Whose.ANYONE,
        closed((CLOSED, APPROVED)),
        "The words before and who changed them stay in the journal.",
        RECORD,
        (
            "change_entry",
            "tidy_entry",
            "retime_entry",
            "move_entry",
            "withdraw_entry",
            "bring_back_entry",
            "tell_urgent",
        ),
        never=frozenset({Stage.BOOKED}),
    ),
    Step.PRESENCE: Row(
        "Mark who was there; end a private break",
        Whose.ANYONE,
        closed((_NOT_BEGUN, [Stage.BOOKED]), (CLOSED, APPROVED)),
        "Who came is often put right after the meeting.",
        RECORD,
        ("set_presence", "end_breaks"),
    ),
    Step.ANSWERS: Row(
        "Record advice, consents, answers to the plan and to an expert's letter, and what a "
        "review finds",
        Whose.ANYONE,
        closed((CLOSED, APPROVED)),
        "Much of it is known before the meeting, such as when the letter came.",
        RECORD,
        (
            "record_advice",
            "record_consent",
            "answer_line",
            "answer_instruction",
            "record_outcome",
            "record_trajectory",
            "record_judgement",
        ),
    ),
    Step.REASON: Row(
        "Record the reason for which a rule is passed",
        Whose.ANYONE,
        closed((CLOSED, APPROVED)),
        "A rule is passed by a reason and a name, in every kind of meeting.",
        RECORD,
        ("record_reason",),
    ),
    Step.PLAN: Row(
        "Change the plan, the worries, the family network, an expert's letter of instruction",
        Whose.ANYONE,
        closed((CLOSED, APPROVED)),
        "It goes by the latest meeting that has begun: when the next one begins, it is open again.",
        RECORD,
        (
            "add_line",
            "change_line",
            "decide_line",
            "withdraw_line",
            "bring_back_line",
            "change_concern",
            "change_example",
            "move_concern",
            "withdraw_concern",
            "record_family_offer",
            "add_network_help",
            "record_instruction",
            "change_instruction",
            "withdraw_instruction",
        ),
    ),
    Step.NEW_WORRY: Row(
        "Record a new worry, or a dated example of one",
        Whose.ANYONE,
        {},
        "No approval closes this: a new disclosure can always be recorded.",
        NEVER_IN_THE_WAY,
        ("add_concern", "add_example"),
    ),
    Step.UNDO: Row(
        "Undo or redo your own last change",
        Whose.ANYONE,
        closed((_APPROVED_LATER, APPROVED)),
        "Only what you did yourself. What was done after the approval can still be undone.",
        RECORD,
        ("undo", "redo"),
    ),
}
"""Each step in a meeting and with its record."""
