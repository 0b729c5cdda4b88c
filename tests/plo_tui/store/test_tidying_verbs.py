"""Unplaced, tidied, set to a time, replaced: each in one step, and never in approved minutes."""

from __future__ import annotations

from dataclasses import astuple
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlmodel import select

from agenda.records import MinutesVersion, PlanLine, new_key
from agenda.replacing import wordings
from agenda.words import ApprovalRole, EntryKind
from plo_tui.store import undoing
from plo_tui.store.problems import Changed, Refused
from plo_tui.store.reading.free_text import read_free_text
from plo_tui.store.verbs import family, minuting, planning, signing
from plo_tui.store.verbs.replacing import replace_words

if TYPE_CHECKING:
    from uuid import UUID

    from made_store import House

HOPE = {"Ms Carter": "Ms Hope"}


def add_unplaced(made: House, text: str = "The landlord was told.") -> UUID:
    key = new_key()
    made.store.do(minuting.add_entry, key, made.keys.meeting, None, text)
    return key


def said_at(made: House, minutes: int, text: str) -> UUID:
    """A paragraph of the welcome, so many minutes after ten."""
    made.clock.now = datetime(2027, 1, 12, 10, minutes, 20, tzinfo=UTC)
    return made.add(text)


def retime(made: House, key: UUID, at: time) -> None:
    made.store.do(minuting.retime_entry, key, at)


def approve(made: House) -> None:
    made.conclude()
    made.store.actor_id = made.keys.chair
    seen = made.edition().fingerprint
    made.store.do(signing.approve, made.keys.meeting, ApprovalRole.CHAIR, made.keys.chair, seen)


# --- unplaced


def test_an_unplaced_paragraph_is_saved_printed_and_taken_back(made: House) -> None:
    key = add_unplaced(made)
    assert made.entry(key).item_id is None
    sections = {
        one.key: [row.text for row in one.paragraphs] for one in made.edition().minutes.sections
    }
    assert sections["unplaced"] == ["The landlord was told."]
    made.store.do(undoing.undo, made.keys.case)
    assert made.texts() == []


def test_tidying_gives_it_item_speaker_and_words_in_one_step(made: House) -> None:
    said_at(made, 5, "first")
    made.clock.now += timedelta(minutes=1)
    key = add_unplaced(made)
    said_at(made, 20, "last")
    entry = made.entry(key)
    values = (EntryKind.VIEW, None, made.keys.mother)
    made.store.do(
        minuting.tidy_entry, key, entry.version, made.keys.items[1], "I told him.", *values,
        verbatim=True,
    )  # fmt: skip
    assert made.texts() == ["first", "I told him.", "last"], "it stands by its time"
    tidied = made.entry(key)
    assert (tidied.kind, tidied.speaker_person_id, tidied.verbatim) == (
        EntryKind.VIEW, made.keys.mother, True,
    )  # fmt: skip
    made.store.do(undoing.undo, made.keys.case)
    assert made.entry(key).item_id is None
    assert made.entry(key).text == "The landlord was told."


def test_tidying_what_somebody_changed_since_is_refused(made: House) -> None:
    key = add_unplaced(made)
    seen = made.entry(key).version
    made.store.do(minuting.withdraw_entry, key)
    with pytest.raises(Changed):
        made.store.do(
            minuting.tidy_entry, key, seen, None, "x", EntryKind.NOTE, None, None, verbatim=False
        )


# --- when it was said


def test_a_paragraph_set_to_its_time_stands_among_the_others_by_it(made: House) -> None:
    said_at(made, 5, "five")
    said_at(made, 10, "ten")
    said_at(made, 20, "twenty")
    key = said_at(made, 30, "thirty")
    for minute, order in (
        (10, ["five", "ten", "thirty", "twenty"]),
        (2, ["thirty", "five", "ten", "twenty"]),
        (25, ["five", "ten", "twenty", "thirty"]),
        (0, ["thirty", "five", "ten", "twenty"]),  # the minute in which it began
    ):
        retime(made, key, time(10, minute))
        assert made.texts() == order
    assert made.entry(key).spoken_at == datetime(2027, 1, 12, 10, 0, tzinfo=UTC)
    paragraphs = made.edition().minutes.sections[0].paragraphs
    assert [row.time for row in paragraphs] == ["10:00", "10:05", "10:10", "10:20"]
    made.store.do(undoing.undo, made.keys.case)
    assert made.texts() == ["five", "ten", "twenty", "thirty"]


@pytest.mark.parametrize(
    ("at", "why"),
    [(time(9, 59), "began at 10:00"), (time(10, 31), "10:31 is still to come")],
)
def test_a_time_before_the_meeting_or_to_come_is_refused(made: House, at: time, why: str) -> None:
    key = said_at(made, 30, "thirty")
    with pytest.raises(Refused, match=why):
        retime(made, key, at)


def test_a_time_after_the_meeting_has_ended_is_refused(made: House) -> None:
    key = said_at(made, 30, "thirty")
    made.conclude()
    made.clock.now += timedelta(days=1)
    retime(made, key, time(10, 29))
    with pytest.raises(Refused, match="ended at 10:30"):
        retime(made, key, time(10, 40))


def test_an_unplaced_paragraph_has_its_time_too(made: House) -> None:
    made.clock.now += timedelta(minutes=9)
    key = add_unplaced(made)
    retime(made, key, time(10, 3))
    assert made.entry(key).spoken_at == datetime(2027, 1, 12, 10, 3, tzinfo=UTC)


# --- words replaced


def changes(made: House, instead: dict[str, str]) -> list[Any]:
    rows = made.store.read(read_free_text, made.keys.case)
    return [astuple(one) for one in wordings(rows, instead)]


def plan_line(made: House) -> PlanLine:
    return made.store.read(lambda session: session.get_one(PlanLine, made.keys.line))


def name_her(made: House) -> None:
    """Write her name into a paragraph, a line, one of its parts and a lawyer's role."""
    made.add("Ms Carter's flat is in Ms Carterton's road.")
    line, values = made.keys.line, planning.LineValues(support="A cleaner for Ms Carter")
    version = plan_line(made).version
    made.store.do(planning.change_line, line, version, values, ["Ms Carter scrubs"])
    role = family.PersonValues(full_name="Ian Moss", role="solicitor for Ms Carter")
    made.store.do(family.add_person, made.keys.case, new_key(), role)


def test_every_place_changes_in_one_step_and_one_undo_takes_it_back(made: House) -> None:
    name_her(made)
    before = len(made.journal())
    found = changes(made, HOPE)
    assert len(found) == 4
    made.store.do(replace_words, made.keys.case, found)
    assert made.texts() == ["Ms Hope's flat is in Ms Carterton's road."]
    assert plan_line(made).support == "A cleaner for Ms Hope"
    assert changes(made, HOPE) == []
    assert len(made.journal()) == before + 1
    assert made.store.do(undoing.undo, made.keys.case).value == "replace words"
    assert changes(made, HOPE) == found


def test_a_text_that_changed_since_it_was_shown_stops_all_of_it(made: House) -> None:
    name_her(made)
    found = changes(made, HOPE)
    version = plan_line(made).version
    values = planning.LineValues(support="Nobody")
    made.store.do(planning.change_line, made.keys.line, version, values)
    with pytest.raises(Changed):
        made.store.do(replace_words, made.keys.case, found)
    assert made.texts() == ["Ms Carter's flat is in Ms Carterton's road."]


@pytest.mark.parametrize("field", ["author_id", "drafted_as"])
def test_only_free_text_can_be_written_so(made: House, field: str) -> None:
    key = made.add("Ms Carter")
    with pytest.raises(Refused):
        made.store.do(replace_words, made.keys.case, [("Entry", key, field, "", "x")])


def test_approved_minutes_stay_byte_for_byte_and_are_not_offered(made: House) -> None:
    name_her(made)
    shown_before = changes(made, HOPE)
    approve(made)

    def frozen() -> list[str]:
        return made.store.read(lambda session: list(session.exec(select(MinutesVersion.frozen))))

    before = frozen()
    assert {kind for kind, *_ in changes(made, HOPE)} == {"Person"}
    with pytest.raises(Refused):
        made.store.do(replace_words, made.keys.case, shown_before)
    made.store.do(replace_words, made.keys.case, changes(made, HOPE))
    assert frozen() == before
    assert made.texts() == ["Ms Carter's flat is in Ms Carterton's road."]


def test_nothing_of_this_is_done_to_approved_minutes(made: House) -> None:
    key = made.add("said")
    approve(made)
    with pytest.raises(Refused, match="approved"):
        retime(made, key, time(10))
    with pytest.raises(Refused, match="approved"):
        add_unplaced(made)
