"""Releasing pages: by the chair alone, each kept as it was, and never taken back by undo."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from approved_store import approve_both
from made_store import House, house

from agenda.minutes import fingerprint
from agenda.take_away import thaw_page
from agenda.words import EntryKind, Presence
from exports.take_away import write_take_away
from plo_tui.store.problems import Refused
from plo_tui.store.undoing import undo
from plo_tui.store.verbs import family, meeting
from plo_tui.store.verbs.take_away import release_pages

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from uuid import UUID

RING = "Duty, 0555 010 010"


@pytest.fixture
def made(tmp_path: Path) -> House:
    made = house(tmp_path / "store")
    keys = made.keys
    made.store.do(meeting.set_presence, keys.meeting, Presence.PRESENT, None, keys.mother)
    made.store.actor_id = keys.chair
    return made


def release(made: House, people: Sequence[UUID] | None = None, ring: str = RING) -> None:
    who = [made.keys.mother] if people is None else people
    made.store.do(release_pages, made.keys.meeting, who, ring)


def test_a_page_is_kept_as_it_went_out(made: House) -> None:
    made.add("Not true.", kind=EntryKind.DISPUTED, speaker_person_id=made.keys.mother)
    release(made)
    made.add("Nor this.", kind=EntryKind.DISPUTED, speaker_person_id=made.keys.mother)
    [page] = made.papers().standing("TakeAway")
    assert (page.to, page.released_by_id, page.at) == (
        "Ms Carter", made.keys.chair, made.clock.now,
    )  # fmt: skip
    assert page.sha256 == fingerprint(page.frozen)
    kept = thaw_page(page.frozen)
    assert ([one.text for one in kept.disputed], kept.ring) == (["Not true."], RING)
    [row] = [row for row in made.journal() if row.verb == "release_pages"]
    assert row.actor_id == made.keys.chair


def test_no_aside_and_no_address_is_in_the_words_file(made: House, tmp_path: Path) -> None:
    mother = made.papers().people[0]
    values: family.PersonValues = {"safe_contact": "SECRET Lane 1"}
    made.store.do(family.change_person, mother.id, mother.version, values)
    made.add("SECRET aside.", kind=EntryKind.ASIDE, speaker_person_id=made.keys.mother)
    made.add("Not true.", kind=EntryKind.DISPUTED, speaker_person_id=made.keys.mother)
    release(made)
    [page] = made.papers().standing("TakeAway")
    write_take_away(thaw_page(page.frozen), tmp_path / "page.docx")
    with zipfile.ZipFile(tmp_path / "page.docx") as package:
        parts = b"".join(package.read(name) for name in package.namelist())
    assert b"Not true." in parts
    assert b"SECRET" not in parts


def test_another_one_can_follow_also_after_the_meeting(made: House) -> None:
    release(made)
    made.conclude()
    release(made)
    assert len(made.papers().standing("TakeAway")) == 2
    approve_both(made)
    with pytest.raises(Refused, match="These minutes are approved"):
        release(made)


def test_only_the_chair_releases(made: House) -> None:
    made.store.actor_id = made.keys.clerk
    with pytest.raises(Refused, match="Only the chair releases pages: Ada Fenn"):
        release(made)


def test_none_goes_home_while_something_is_kept_from_someone(made: House) -> None:
    mother = made.papers().people[0]
    values: family.PersonValues = {"withheld": "New address, from Mr Carter"}
    made.store.do(family.change_person, mother.id, mother.version, values)
    assert made.papers().people[0].withheld == "New address, from Mr Carter"
    with pytest.raises(Refused, match="separate copy for each person"):
        release(made)
    assert made.papers().standing("TakeAway") == []


def test_somebody_who_was_here_and_whom_they_ring_are_named(made: House) -> None:
    for people in ([], [made.keys.chair], [made.keys.mother, made.keys.chair]):
        with pytest.raises(Refused, match="Tick who takes a page home"):
            release(made, people)
    with pytest.raises(Refused) as refused:
        release(made, ring=" ")
    assert refused.value.field == "ring"


def test_undo_takes_back_what_was_minuted_and_no_page(made: House) -> None:
    made.add("A slip.")
    release(made)
    made.store.do(undo, made.keys.case)
    assert made.texts() == []
    assert len(made.papers().standing("TakeAway")) == 1
