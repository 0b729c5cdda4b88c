"""Verbs of getting a meeting ready: ticks, cover and invitations, each in one journal row."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest

from agenda.booking_words import BookingWhat, InvitedGroup
from agenda.minuting import minutes_of
from agenda.records import Meeting, new_key
from agenda.words import MeetingKind, StaffRole
from plo_tui.store.problems import Refused
from plo_tui.store.reading.papers import read_papers_with_legal_planning
from plo_tui.store.undoing import undo
from plo_tui.store.verbs.booking import (
    agree_cover,
    mark_booked,
    mark_not_needed,
    take_back_booking,
)
from plo_tui.store.verbs.family import PersonValues, add_person, new_case
from plo_tui.store.verbs.invitations import cancel_invitation, write_invitation
from plo_tui.store.verbs.meeting import change_meeting, plan_meeting, withdraw_meeting
from plo_tui.store.verbs.staff import add_staff

if TYPE_CHECKING:
    from uuid import UUID

    from made_store import House

    from agenda import records
    from agenda.legal_planning_papers import LegalPlanningPapers

MET_ON = date(2027, 1, 12)
REVIEW_ON = date(2027, 4, 6)
OURS = InvitedGroup.AUTHORITY


def booked(made: House, kind: MeetingKind = MeetingKind.FINAL) -> UUID:
    """Book a meeting at ten, chaired by the chair."""
    key = new_key()
    values = {"planned_on": REVIEW_ON, "planned_at": time(10), "chair_id": made.keys.chair}
    made.store.do(plan_meeting, made.keys.episode, key, kind, {**values, "place": "Hill House"})  # type: ignore[typeddict-item]
    return key


def papers(made: House) -> LegalPlanningPapers:
    return made.store.read(read_papers_with_legal_planning, made.keys.case)


def move(made: House, meeting: UUID, on: date | None) -> None:
    seen = made.store.read(lambda session: session.get_one(Meeting, meeting)).version
    made.store.do(change_meeting, meeting, seen, {"planned_on": on})


def colleague(made: House, role: StaffRole = StaffRole.TEAM_MANAGER) -> UUID:
    key = new_key()
    made.store.do(add_staff, key, "Tess Hill", role)
    return key


# --- the list


def test_a_tick_keeps_for_which_day_and_by_whom_and_can_be_taken_back(made: House) -> None:
    meeting = booked(made)
    made.store.do(mark_booked, meeting, BookingWhat.ROOM, MET_ON, " Room 2 ")
    (step,) = papers(made).booking_steps(meeting)
    assert (step.done_on, step.note, step.by_staff_id) == (MET_ON, "Room 2", made.keys.clerk)
    assert (step.meeting_on, step.meeting_at) == (REVIEW_ON, time(10))
    made.store.do(mark_not_needed, meeting, BookingWhat.ROOM, "By video")
    (step,) = papers(made).booking_steps(meeting)
    assert (step.done_on, step.note, step.not_needed_why) == (None, "", "By video")
    made.store.do(take_back_booking, meeting, BookingWhat.ROOM)
    assert papers(made).booking_steps(meeting) == []
    assert made.store.do(undo, made.keys.case).value == "take back booking"
    assert papers(made).booking_steps(meeting)[0].not_needed_why == "By video"


def test_each_person_has_a_tick_of_their_own(made: House) -> None:
    meeting = booked(made)
    made.store.do(mark_booked, meeting, BookingWhat.INTERPRETER, MET_ON, "", made.keys.mother)
    made.store.do(mark_booked, meeting, BookingWhat.INTERPRETER, MET_ON)
    assert len(papers(made).booking_steps(meeting)) == 2
    made.store.do(take_back_booking, meeting, BookingWhat.INTERPRETER, made.keys.mother)
    (left,) = papers(made).booking_steps(meeting)
    assert left.person_id is None


def test_a_day_to_come_and_a_missing_reason_are_refused_beside_their_field(made: House) -> None:
    meeting = booked(made)
    with pytest.raises(Refused, match="not one to come") as refused:
        made.store.do(mark_booked, meeting, BookingWhat.ROOM, MET_ON + timedelta(days=1))
    assert refused.value.field == "done_on"
    with pytest.raises(Refused, match="why it is not needed") as refused:
        made.store.do(mark_not_needed, meeting, BookingWhat.ROOM, "  ")
    assert refused.value.field == "not_needed_why"


# --- cover


def test_cover_changes_the_chair_and_keeps_for_whom_in_one_row(made: House) -> None:
    meeting, other = booked(made), colleague(made)
    rows = len(made.journal())
    made.store.do(agree_cover, meeting, other, "In court that day", MET_ON)
    assert [row.verb for row in made.journal()[rows:]] == ["agree_cover"]
    found = papers(made)
    cover = found.cover(meeting)
    assert cover
    assert (cover.for_staff_id, cover.by_staff_id) == (made.keys.chair, other)
    assert found.find("Meeting", meeting).chair_id == other  # type: ignore[union-attr]
    assert made.store.do(undo, made.keys.case).value == "agree cover"
    found = papers(made)
    assert found.cover(meeting) is None
    assert found.find("Meeting", meeting).chair_id == made.keys.chair  # type: ignore[union-attr]


def test_cover_for_whoever_covers_is_for_the_chair_who_may_come_after_all(made: House) -> None:
    meeting, second, third = booked(made), colleague(made), colleague(made)
    made.store.do(agree_cover, meeting, second, "Ill", MET_ON)
    made.store.do(agree_cover, meeting, third, "Both ill", MET_ON)
    cover = papers(made).cover(meeting)
    assert cover
    assert (cover.for_staff_id, cover.why) == (made.keys.chair, "Both ill")
    made.store.do(agree_cover, meeting, made.keys.chair, "Well again", MET_ON)
    assert papers(made).cover(meeting) is None


def test_nobody_covers_for_themselves_or_without_a_reason(made: House) -> None:
    meeting = booked(made)
    with pytest.raises(Refused, match="chair this meeting already"):
        made.store.do(agree_cover, meeting, made.keys.chair, "Ill", MET_ON)
    with pytest.raises(Refused, match="why the chair cannot be there"):
        made.store.do(agree_cover, meeting, colleague(made), " ", MET_ON)
    nobody = new_key()
    made.store.do(plan_meeting, made.keys.episode, nobody, MeetingKind.MIDWAY, {})
    with pytest.raises(Refused, match="name the chair first"):
        made.store.do(agree_cover, nobody, colleague(made), "Ill", MET_ON)


def test_minutes_say_who_covered_for_whom(made: House) -> None:
    assert minutes_of(made.papers(), 1).chair == "Ada Fenn"
    made.store.do(agree_cover, made.keys.meeting, colleague(made), "Ill", MET_ON)
    assert minutes_of(made.papers(), 1).chair == "Tess Hill, covering for Ada Fenn"


# --- invitations


def invitation(made: House, meeting: UUID) -> records.Invitation:
    (row,) = papers(made).invitations(meeting)
    return row


def test_an_invitation_counts_up_only_where_it_changes(made: House) -> None:
    meeting, written_at = booked(made), made.clock.now
    made.store.do(write_invitation, meeting, OURS, 90)
    made.clock.now += timedelta(hours=1)
    made.store.do(write_invitation, meeting, OURS, 90)
    row = invitation(made, meeting)
    assert (row.sequence, row.made_at, row.on, row.at) == (0, written_at, REVIEW_ON, time(10))
    move(made, meeting, REVIEW_ON + timedelta(days=1))
    made.store.do(write_invitation, meeting, OURS, 90)
    row = invitation(made, meeting)
    assert (row.sequence, row.made_at) == (1, made.clock.now)
    assert row.on == REVIEW_ON + timedelta(days=1)
    made.store.do(withdraw_meeting, meeting)
    made.store.do(cancel_invitation, meeting, OURS)
    made.store.do(cancel_invitation, meeting, OURS)
    row = invitation(made, meeting)
    assert (row.sequence, row.cancelled) == (2, True)


def test_somebody_of_their_own_comes_at_their_own_time(made: House) -> None:
    meeting, family, mother = booked(made), InvitedGroup.FAMILY, made.keys.mother
    made.store.do(write_invitation, meeting, family, 90, mother, time(13), "Side door")
    row = invitation(made, meeting)
    assert (row.at, row.meeting_at, row.place) == (time(13), time(10), "Side door")
    assert row.person_id == mother


def test_what_cannot_be_invited_to_is_refused(made: House) -> None:
    lpm = booked(made, MeetingKind.LEGAL_PLANNING)
    for group in (InvitedGroup.FAMILY, InvitedGroup.PROFESSIONALS):
        with pytest.raises(Refused, match="Nobody but us and our lawyers"):
            made.store.do(write_invitation, lpm, group, 60)
    made.store.do(write_invitation, lpm, InvitedGroup.LEGAL, 60)
    meeting = booked(made)
    with pytest.raises(Refused, match="there is none to cancel"):
        made.store.do(cancel_invitation, meeting, OURS)
    move(made, meeting, None)
    with pytest.raises(Refused, match="a day and a time first"):
        made.store.do(write_invitation, meeting, OURS, 90)


def test_what_was_sent_is_not_undone_but_cancelled(made: House) -> None:
    meeting = booked(made)
    made.store.do(write_invitation, meeting, OURS, 90)
    assert made.store.do(undo, made.keys.case).value == "plan meeting"
    assert invitation(made, meeting).sequence == 0


def test_nobody_of_another_family_is_invited_or_booked_for(made: House) -> None:
    meeting, other, stranger = booked(made), new_key(), new_key()
    made.store.do(new_case, other, "PLO-2", None, made.keys.chair)
    values: PersonValues = {"full_name": "Sam Ellis", "known_as": "Mr Ellis"}
    made.store.do(add_person, other, stranger, values, {})
    with pytest.raises(Refused, match="of another family"):
        made.store.do(write_invitation, meeting, InvitedGroup.FAMILY, 90, stranger)
    with pytest.raises(Refused, match="of another family"):
        made.store.do(mark_booked, meeting, BookingWhat.INTERPRETER, MET_ON, "", stranger)
    with pytest.raises(Refused, match="of another family"):
        made.store.do(mark_not_needed, meeting, BookingWhat.INTERPRETER, "She reads", stranger)
    assert papers(made).booking_steps(meeting) == []
    assert papers(made).invitations(meeting) == []
