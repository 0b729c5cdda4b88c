"""The record of an invitation follows its file: what could not be written is not recorded."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any

import pytest
from made_store import House, house

from agenda.booking_words import InvitedGroup
from agenda.given_out import given_out
from agenda.inviting import InvitationState, invitations_of
from agenda.records import Meeting, new_key
from agenda.words import MeetingKind, ParentalResponsibility, Relation
from exports.problems import CannotWrite
from plo_tui.inviting import IS_DUE, Wanted, write_invitations
from plo_tui.store.problems import Changed
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs import family, invitations, safety
from plo_tui.store.verbs.meeting import change_meeting, plan_meeting, withdraw_meeting

if TYPE_CHECKING:
    from pathlib import Path

REVIEW_ON, OTHER_DAY = date(2027, 4, 6), date(2027, 4, 8)
FAMILY = "the family and their solicitors"


class Inviting:
    """A house with a review that is booked, and a folder for its invitations."""

    def __init__(self, folder: Path) -> None:
        self.made: House = house(folder / "store")
        self.out = folder / "out"
        self.out.mkdir()
        self.meeting = new_key()
        values = {"planned_on": REVIEW_ON, "planned_at": time(10), "place": "Hill House"}
        episode = self.made.keys.episode
        self.made.store.do(plan_meeting, episode, self.meeting, MeetingKind.FINAL, values)  # type: ignore[arg-type]

    @property
    def papers(self) -> Any:
        return self.made.store.read(read_papers, self.made.keys.case)

    @property
    def booked(self) -> Meeting:
        return self.papers.find("Meeting", self.meeting)  # type: ignore[no-any-return]

    def move(self, on: date) -> None:
        values = {"planned_on": on}
        self.made.store.do(change_meeting, self.meeting, self.booked.version, values)  # type: ignore[arg-type]

    def write(self, **own: tuple[time, str]) -> None:
        """Write all that is due; those of one's own at the time and place given, by name."""
        shown = [one for one in invitations_of(self.papers, self.booked) if one.state in IS_DUE]
        wanted = [
            Wanted(one, *own.get(one.called.split()[1], ())) if one.person_id else Wanted(one)
            for one in shown
        ]
        booked = self.booked
        write_invitations(self.made.store.do, self.papers, booked, wanted, 90, None, self.out)

    @property
    def states(self) -> dict[str, InvitationState]:
        return {one.called: one.state for one in invitations_of(self.papers, self.booked)}

    def file(self, name: str) -> Path:
        reference = self.papers.case.reference
        return self.out / f"{reference} meeting {self.booked.number} {name}.ics"


@pytest.fixture
def inviting(tmp_path: Path) -> Inviting:
    return Inviting(tmp_path)


def test_a_file_that_is_refused_leaves_no_invitation_and_the_one_before_it_stands(
    inviting: Inviting,
) -> None:
    in_the_way = inviting.file("our legal team")
    in_the_way.mkdir()
    with pytest.raises(CannotWrite):
        inviting.write()
    assert inviting.states == {
        "our team": InvitationState.AS_WRITTEN,
        "our legal team": InvitationState.NEW,
        FAMILY: InvitationState.NEW,
    }
    assert [(one.to, one.is_written) for one in given_out(inviting.papers)] == [("our team", True)]
    in_the_way.rmdir()
    inviting.write()
    assert set(inviting.states.values()) == {InvitationState.AS_WRITTEN}
    assert b"SEQUENCE:0" in in_the_way.read_bytes()  # the first that ever left


def test_an_update_that_is_refused_is_still_to_be_sent(inviting: Inviting) -> None:
    inviting.write()
    ours = inviting.file("our team")
    first = ours.read_bytes()
    ours.unlink()
    ours.mkdir()
    inviting.move(OTHER_DAY)
    with pytest.raises(CannotWrite):
        inviting.write()
    rows = inviting.papers.invitations(inviting.meeting)
    [row] = [one for one in rows if one.to_group is InvitedGroup.AUTHORITY]
    assert (row.on, row.sequence) == (REVIEW_ON, 0)
    assert inviting.states["our team"] is InvitationState.CHANGED
    ours.rmdir()
    inviting.write()
    assert b"SEQUENCE:1" in ours.read_bytes()
    assert b"20270408T100000" in ours.read_bytes()
    assert b"SEQUENCE:0" in first


def test_a_cancellation_that_is_refused_is_still_to_be_sent(inviting: Inviting) -> None:
    inviting.write()
    ours = inviting.file("our team")
    inviting.made.store.do(withdraw_meeting, inviting.meeting)
    ours.unlink()
    ours.mkdir()
    with pytest.raises(CannotWrite):
        inviting.write()
    assert inviting.states["our team"] is InvitationState.TO_CANCEL


def test_what_another_wrote_since_is_not_put_back(inviting: Inviting) -> None:
    store = inviting.made.store
    recorded = store.do(invitations.write_invitation, inviting.meeting, InvitedGroup.LEGAL, 90)
    row = recorded.value.row
    seen = row.version
    inviting.move(OTHER_DAY)
    store.do(invitations.write_invitation, inviting.meeting, InvitedGroup.LEGAL, 90)
    with pytest.raises(Changed):
        store.do(invitations.put_back_invitation, row.id, seen, {})
    assert inviting.states["our legal team"] is InvitationState.AS_WRITTEN


def test_each_of_two_has_a_file_of_their_own_whichever_is_written_first(
    inviting: Inviting,
) -> None:
    made, father = inviting.made, new_key()
    [child, *_] = inviting.papers.children
    ties = {child.id: (Relation.FATHER, ParentalResponsibility.YES)}
    values: family.PersonValues = {"full_name": "Ian Dale", "known_as": "Mr Dale"}
    made.store.do(family.add_person, made.keys.case, father, values, ties)
    made.store.do(safety.keep_apart, made.keys.case, new_key(), made.keys.mother, father, "")
    first = inviting.file("family 1")
    first.mkdir()
    own = {"Carter": (time(9), "Front"), "Dale": (time(15), "Side")}
    with pytest.raises(CannotWrite):
        inviting.write(**own)
    first.rmdir()
    inviting.write(**own)
    texts = [inviting.file(f"family {number}").read_bytes() for number in (1, 2)]
    assert sorted(b"Front" in text for text in texts) == [False, True]
    assert sorted(b"Side" in text for text in texts) == [False, True]
