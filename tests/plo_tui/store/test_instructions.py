"""An expert's draft letter of instruction: recorded, answered by each party, and minuted so."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from agenda.plain_minutes import plain_lines
from agenda.records import new_key
from agenda.words import ApprovalRole, LineKind, MeetingKind, ParentAnswer
from plo_tui.store.problems import Refused
from plo_tui.store.verbs import family, meeting, planning, signing
from plo_tui.store.verbs.instructions import (
    answer_instruction,
    change_instruction,
    record_instruction,
    withdraw_instruction,
)

if TYPE_CHECKING:
    from uuid import UUID

    from made_store import House


DUE = "Fri 12 Mar 2027"


def drafted(made: House) -> UUID:
    line, key, episode = new_key(), new_key(), made.keys.episode
    made.store.do(
        planning.add_line, episode, line, {"kind": LineKind.ASSESSMENT, "what": "Psychologist"}
    )
    made.store.do(
        record_instruction,
        episode,
        key,
        {
            "expert": "Dr  Ann Reed",
            "field": "what Ms Carter remembers",
            "questions": "What helps her?\n\nHow should we speak with her?",
            "drafted_on": date(2027, 1, 8),
            "report_by": date(2027, 3, 12),
            "line_id": line,
        },
    )
    return key


def test_each_partys_answer_is_approved_and_printed_with_the_minutes(made: House) -> None:
    key, keys, do = drafted(made), made.keys, made.store.do

    def answer(given: ParentAnswer, conditions: str = "") -> None:
        do(answer_instruction, key, keys.meeting, keys.mother, given, conditions)

    answer(ParentAnswer.NOT_AGREED)
    with pytest.raises(Refused) as refused:
        answer(ParentAnswer.WITH_CONDITIONS, " ")
    assert refused.value.field == "conditions"
    answer(ParentAnswer.WITH_CONDITIONS, "in the holidays")
    made.conclude()
    for role, who in ((ApprovalRole.CHAIR, keys.chair), (ApprovalRole.LEGAL, keys.lawyer)):
        do(signing.approve, keys.meeting, role, who, made.edition().fingerprint, "by email")
    lines = plain_lines(made.edition().minutes)
    at = lines.index("Letter of instruction to Dr Ann Reed")
    assert lines[at + 1 : at + 5] == [
        f"what Ms Carter remembers, line 2 of the plan, drafted Fri 8 Jan 2027, report by {DUE}.",
        "Question: What helps her?",
        "Question: How should we speak with her?",
        "Ms Carter: agreed with conditions, in the holidays.",
    ]
    with pytest.raises(Refused, match="approved"):
        answer(ParentAnswer.AGREED)
    with pytest.raises(Refused, match="approved"):
        do(change_instruction, key, 1, {"expert": "Dr No"})
    with pytest.raises(Refused, match="approved"):
        do(withdraw_instruction, key)


def test_a_later_meeting_changes_no_letter_of_instruction_that_was_approved(made: House) -> None:
    key, keys, do = drafted(made), made.keys, made.store.do
    do(answer_instruction, key, keys.meeting, keys.mother, ParentAnswer.AGREED)
    made.conclude()
    for role, who in ((ApprovalRole.CHAIR, keys.chair), (ApprovalRole.LEGAL, keys.lawyer)):
        do(signing.approve, keys.meeting, role, who, made.edition().fingerprint, "by email")
    approved = made.edition().minutes.instructions
    midway = new_key()
    do(meeting.plan_meeting, keys.episode, midway, MeetingKind.MIDWAY, {})
    before = made.edition().minutes
    do(meeting.open_meeting, midway, before.sheet_text, before.policy_text, [keys.chair], [])
    do(change_instruction, key, 1, {"questions": "Something else?"})
    do(signing.begin_new_version, keys.meeting, "A date was wrong.")
    assert made.edition().minutes.instructions == approved
    assert made.edition(midway).minutes.instructions == ()


def test_what_will_not_do_is_refused_beside_its_field(made: House) -> None:
    key, keys, do = drafted(made), made.keys, made.store.do
    with pytest.raises(Refused) as refused:
        do(record_instruction, keys.episode, new_key(), {"questions": "Why?"})
    assert refused.value.field == "expert"
    case, stranger = new_key(), new_key()
    do(family.new_case, case, "PLO-2", None, keys.chair)
    do(family.add_person, case, stranger, {"full_name": "Dean Holt"})
    with pytest.raises(Refused, match="not of this family"):
        do(answer_instruction, key, keys.meeting, stranger, ParentAnswer.AGREED)
    do(withdraw_instruction, key)
    assert not made.papers().instructions
