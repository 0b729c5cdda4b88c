"""Business support's list for each booked meeting, what is said of it, and who covers."""

from __future__ import annotations

from datetime import date, time

import pytest
from booked_meeting import FAR, LAST, MEETING_ON, NEAR, NOW, Booked
from papers_of import DAYS

from agenda import records as r
from agenda.booking_list import booking_list
from agenda.booking_rules import booking_findings
from agenda.booking_words import BookingWhat, InvitedGroup
from agenda.chairing import chair_words
from agenda.cover_rules import cover_findings
from agenda.finding import Level
from agenda.legal_planning_papers import LegalPlanningPapers
from agenda.words import MeetingKind, StaffRole


def test_an_initial_meeting_needs_what_the_directive_says() -> None:
    assert Booked().titles() == [
        "Room",
        "Minute-taker",
        "Our solicitor invited",
        "Calendar invitations",
    ]


def test_a_review_asks_for_no_solicitor_of_ours() -> None:
    assert "Our solicitor invited" not in Booked(MeetingKind.FINAL).titles()


def test_what_people_need_to_understand_and_be_heard_is_on_the_list() -> None:
    reeds = Booked()
    reeds.mother.interpreter = "Polish"
    reeds.mother.adjustments = "An advocate, and breaks"
    assert reeds.titles()[4:] == [
        "Interpreter for Ms Reed: Polish",
        "Advocate for Ms Reed",
        "Adjustments for Ms Reed: An advocate, and breaks",
    ]
    reeds.step(BookingWhat.INTERPRETER, reeds.mother, note="Ms Nowak")
    assert "Interpreter for Ms Reed: Polish" in reeds.titles(done=True)
    assert "booking.interpreter" not in reeds.found()
    assert reeds.found()["booking.advocate"].sentence == (
        "Advocate for Ms Reed: see to it for the initial meeting on Tue 2 Feb 2027."
    )


@pytest.mark.parametrize(
    ("today", "level"), [(FAR, Level.NOTE), (NEAR, Level.SHOULD), (LAST, Level.MUST)]
)
def test_it_is_the_stricter_the_nearer_the_day(today: date, level: Level) -> None:
    found = Booked().found(today)["booking.room"]
    assert found.level is level
    assert found.sentence == "Book a room for the initial meeting on Tue 2 Feb 2027."
    weaker = Level.SHOULD if level is Level.MUST else level
    assert Booked().found(today)["booking.minute_taker"].level is weaker


def test_what_was_booked_for_another_day_or_time_is_open_again() -> None:
    reeds = Booked()
    reeds.step(BookingWhat.ROOM, note="Room 2")
    assert "Room" in reeds.titles(done=True)
    reeds.booked.planned_on = date(2027, 2, 9)
    assert reeds.found()["booking.room"].sentence == (
        "Book a room for the initial meeting on Tue 9 Feb 2027. It was done for "
        "Tue 2 Feb 2027 14:00: see to it again."
    )
    reeds.booked.planned_on, reeds.booked.planned_at = MEETING_ON, time(10)
    assert "Room" in reeds.titles()


def test_what_is_not_needed_says_why_and_stays_so() -> None:
    reeds = Booked()
    reeds.step(BookingWhat.ROOM, done_on=None, not_needed_why="By video")
    reeds.booked.planned_on = date(2027, 2, 9)
    (line,) = [
        one for one in booking_list(reeds.papers(), reeds.booked) if one.what is BookingWhat.ROOM
    ]
    assert (line.is_done, line.said) == (True, "not needed: By video")


def test_a_minute_taker_named_on_the_meeting_is_seen_to() -> None:
    reeds = Booked()
    reeds.booked.minute_taker_id = reeds.staff.id
    assert "Minute-taker" in reeds.titles(done=True)


def test_the_list_of_legal_planning_begins_with_the_approval() -> None:
    reeds = Booked(MeetingKind.LEGAL_PLANNING)
    assert reeds.titles() == [
        "Referral approved by the head of service",
        "Room",
        "Minute-taker",
        "Legal colleagues invited",
        "Calendar invitations",
        "Papers sent",
    ]
    assert reeds.found()["booking.papers"].sentence == (
        "Send the papers of the legal planning meeting on Tue 2 Feb 2027 by Mon 1 Feb 2027, 14:00."
    )
    assert not booking_findings(reeds.papers(), DAYS, LAST)  # those who may not see it
    approval = reeds.titles()[0]
    referral = reeds.add(r.Referral(episode_id=reeds.episode.id, approved_on=FAR))
    assert approval in reeds.titles(done=True)
    referral.approved_on, referral.emergency = None, True
    assert approval in reeds.titles(done=True)


def test_people_who_must_not_meet_have_rooms_and_times_of_their_own() -> None:
    reeds = Booked()
    reeds.apart()
    assert "Separate rooms and arrivals: Ms Reed and Mr Holt" in reeds.titles()
    reeds.step(BookingWhat.SEPARATE_ROOMS)
    assert "booking.apart" not in reeds.found()
    reeds.invitation(InvitedGroup.FAMILY, reeds.mother)
    other = reeds.invitation(InvitedGroup.FAMILY, reeds.father)
    assert "at the same time" in reeds.found(FAR)["booking.apart"].sentence
    other.at = time(16)
    assert "booking.apart" not in reeds.found()


def test_a_meeting_without_a_time_asks_for_one() -> None:
    reeds = Booked()
    reeds.booked.planned_at = None
    assert reeds.found()["booking.when"].sentence == (
        "The initial meeting on Tue 2 Feb 2027 has no time yet."
    )
    reeds.booked.planned_on = None
    found = reeds.found()["booking.when"]
    assert found.sentence == "The initial meeting has no day and a time yet."
    assert found.level is Level.SHOULD


def test_the_invitations_say_what_is_left_and_invite_our_lawyers() -> None:
    reeds = Booked()
    reeds.invitation(InvitedGroup.AUTHORITY)
    reeds.invitation(InvitedGroup.LEGAL)
    assert "Our solicitor invited" in reeds.titles(done=True)
    assert reeds.found()["booking.invitations"].sentence == (
        "Send the calendar invitations to the initial meeting on Tue 2 Feb 2027: "
        "not up to date for the family and their solicitors."
    )
    reeds.invitation(InvitedGroup.FAMILY)
    assert "booking.invitations" not in reeds.found()


def test_a_day_changed_after_the_invitation_went_out_asks_for_the_update() -> None:
    reeds = Booked()
    reeds.invitation(InvitedGroup.AUTHORITY)
    assert "booking.invitation_changed" not in reeds.found()
    reeds.booked.planned_on = date(2027, 2, 9)
    found = reeds.found(FAR)["booking.invitation_changed"]
    assert found.level is Level.MUST
    assert found.sentence == (
        "The initial meeting on Tue 9 Feb 2027 was changed after the invitation went out: "
        "send the update to our team."
    )


def test_where_only_updates_are_left_it_is_said_once() -> None:
    reeds = Booked()
    for group in (InvitedGroup.AUTHORITY, InvitedGroup.LEGAL, InvitedGroup.FAMILY):
        reeds.invitation(group)
    reeds.booked.planned_on = date(2027, 2, 9)
    assert not {"booking.invitations", "booking.legal"} & reeds.found().keys()
    assert {"Calendar invitations", "Our solicitor invited"} <= set(reeds.titles())


def test_a_meeting_taken_back_asks_for_the_cancellation_until_it_is_sent() -> None:
    reeds = Booked()
    row = reeds.invitation(InvitedGroup.LEGAL)
    reeds.booked.withdrawn_at = NOW
    assert reeds.found(FAR)["booking.invitation_changed"].sentence == (
        "The invitation to the initial meeting on Tue 2 Feb 2027 no longer holds: "
        "send the cancellation to our legal team."
    )
    row.cancelled = True
    assert reeds.found() == {}


def test_cover_by_another_role_is_found_and_the_chairs_line_says_for_whom() -> None:
    reeds = Booked()
    chair = reeds.add(r.Staff(name="Ada Fenn", role=StaffRole.TEAM_MANAGER))
    other = reeds.add(r.Staff(name="Tess Hill", role=StaffRole.TEAM_MANAGER))
    reeds.booked.chair_id = other.id
    reeds.add(
        r.Cover(
            meeting_id=reeds.booked.id,
            for_staff_id=chair.id,
            by_staff_id=other.id,
            why="Ill",
            agreed_on=FAR,
        )
    )
    assert not cover_findings(reeds.papers())
    assert chair_words(reeds.papers(), reeds.booked.id) == "Tess Hill, covering for Ada Fenn"
    other.role = StaffRole.SOCIAL_WORKER
    (found,) = cover_findings(reeds.papers())
    assert found.sentence == (
        "Tess Hill, who covers for the chair of the initial meeting, is social worker. "
        "Agree cover with another team manager."
    )
    reeds.booked.chair_id = chair.id  # named again on the meeting itself
    assert chair_words(reeds.papers(), reeds.booked.id) == "Ada Fenn"
    assert not cover_findings(reeds.papers())


def test_a_head_of_service_covers_for_the_chair_of_legal_planning() -> None:
    reeds = Booked(MeetingKind.LEGAL_PLANNING)
    head = reeds.add(r.Staff(name="Rob Hale", role=StaffRole.HEAD_OF_SERVICE))
    reeds.booked.chair_id = head.id
    cover = reeds.add(
        r.Cover(
            meeting_id=reeds.booked.id,
            for_staff_id=reeds.staff.id,
            by_staff_id=head.id,
            why="Away",
            agreed_on=FAR,
        )
    )
    assert not cover_findings(reeds.papers(LegalPlanningPapers))
    reeds.booked.chair_id = cover.by_staff_id = reeds.staff.id
    assert (
        "another head of service" in cover_findings(reeds.papers(LegalPlanningPapers))[0].sentence
    )
