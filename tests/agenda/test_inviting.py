"""For whom each meeting has an invitation, how each stands, and what a place may not tell."""

from __future__ import annotations

from datetime import date, time

import pytest
from booked_meeting import NOW, Booked

from agenda import records as r
from agenda.booking_words import InvitedGroup
from agenda.copies_words import WithheldKind
from agenda.inviting import InvitationState, event_of, invitations_of, told_by_place
from agenda.legal_planning_papers import LegalPlanningPapers
from agenda.words import MeetingKind, PersonKind


def states(reeds: Booked) -> dict[str, InvitationState]:
    papers = reeds.papers(LegalPlanningPapers)
    return {one.called: one.state for one in invitations_of(papers, reeds.booked)}


def test_each_group_has_one_and_professionals_only_where_there_are_some() -> None:
    reeds = Booked()
    groups = ["our team", "our legal team", "the family and their solicitors"]
    assert list(states(reeds)) == groups
    reeds.add(
        r.Person(
            case_id=reeds.case.id,
            full_name="Ann Lowe",
            known_as="Ms Lowe",
            initials="al",
            kind=PersonKind.PROFESSIONAL,
        )
    )
    assert list(states(reeds)) == [*groups, "other professionals"]


def test_only_we_and_our_lawyers_are_invited_to_legal_planning() -> None:
    reeds = Booked(MeetingKind.LEGAL_PLANNING)
    assert list(states(reeds)) == ["our team", "our legal team"]


def test_where_two_must_not_meet_each_has_their_own() -> None:
    reeds = Booked()
    reeds.invitation(InvitedGroup.FAMILY)
    reeds.apart()
    assert states(reeds) == {
        "our team": InvitationState.NEW,
        "our legal team": InvitationState.NEW,
        "Ms Reed and their solicitor": InvitationState.NEW,
        "Mr Holt and their solicitor": InvitationState.NEW,
        "the family and their solicitors": InvitationState.TO_CANCEL,
    }
    own = reeds.invitation(InvitedGroup.FAMILY, reeds.mother, at=time(15), place="Side door")
    assert states(reeds)["Ms Reed and their solicitor"] is InvitationState.AS_WRITTEN
    reeds.booked.planned_at = time(10)  # their own time was chosen for another
    assert states(reeds)["Ms Reed and their solicitor"] is InvitationState.CHANGED
    assert event_of("PLO-2027-002", own).at == time(15)


def test_a_change_of_day_time_or_place_is_an_update() -> None:
    for name, value in (
        ("planned_on", date(2027, 2, 9)),
        ("planned_at", time(9)),
        ("place", "Hill House"),
    ):
        reeds = Booked()
        reeds.invitation(InvitedGroup.AUTHORITY)
        assert states(reeds)["our team"] is InvitationState.AS_WRITTEN
        setattr(reeds.booked, name, value)
        assert states(reeds)["our team"] is InvitationState.CHANGED


def test_a_meeting_taken_back_or_without_a_day_is_cancelled() -> None:
    for name, value in (("withdrawn_at", NOW), ("planned_on", None), ("planned_at", None)):
        reeds = Booked()
        row = reeds.invitation(InvitedGroup.AUTHORITY)
        setattr(reeds.booked, name, value)
        assert states(reeds) == {"our team": InvitationState.TO_CANCEL}
        row.cancelled = True
        assert states(reeds) == {"our team": InvitationState.CANCELLED}


def test_an_event_keeps_its_key_and_differs_between_groups_and_people() -> None:
    reeds = Booked()
    ours = reeds.invitation(InvitedGroup.AUTHORITY)
    theirs = reeds.invitation(InvitedGroup.FAMILY, reeds.mother)
    first = event_of("PLO-2027-002", ours)
    ours.sequence, ours.on = 3, date(2027, 2, 9)
    later = event_of("PLO-2027-002", ours)
    assert (first.uid, first.summary) == (later.uid, "Meeting PLO-2027-002")
    assert later.sequence == 3
    assert str(reeds.mother.id) not in event_of("PLO-2027-002", theirs).uid
    assert event_of("PLO-2027-002", theirs).uid != first.uid


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("Civic Offices, room 2", ""),
        ("Reedham House", ""),  # not the name, only its letters
        ("12 Mill Lane", "the address of Ms Reed"),
        ("at 12, MILL  LANE, upstairs", "the address of Ms Reed"),
        ("Ms Reed's home", "the name of Ms Reed"),
        ("with Isla", "a child's name"),
        ("Oak Tree School, hall", "a withheld school or nursery"),
    ],
)
def test_a_place_may_tell_nothing_of_the_family(place: str, told: str) -> None:
    reeds = Booked()
    reeds.mother.full_name, reeds.mother.address = "Jess Reed", "12 Mill Lane\nUp"
    reeds.add(
        r.Withheld(
            case_id=reeds.case.id,
            child_id=reeds.child.id,
            kind=WithheldKind.SCHOOL,
            words="Oak Tree School",
        )
    )
    assert told_by_place(reeds.papers(), place) == told
