"""Undo and redo: each person's own changes, in turn, never over a colleague's words."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_store import House, house

from agenda.records import new_key
from agenda.words import ApprovalRole, EntryKind, LineState, Presence
from plo_tui.store import undoing
from plo_tui.store.problems import Changed, Refused
from plo_tui.store.verbs import meeting, minuting, planning, signing
from plo_tui.store.verifying.whole import verify
from plo_tui.store.work import columns_of

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def made(tmp_path: Path) -> Iterator[House]:
    """The store; whatever was undone in it, it verifies as whole at the end."""
    made = house(tmp_path / "store")
    yield made
    assert made.store.read(verify).faults == ()


def undo(made: House) -> str:
    return made.store.do(undoing.undo, made.keys.case).value


def redo(made: House) -> str:
    return made.store.do(undoing.redo, made.keys.case).value


def change(made: House, key: Any, text: str) -> None:
    version = made.entry(key).version
    made.store.do(
        minuting.change_entry, key, version, text, EntryKind.VIEW, None, None, verbatim=True
    )


def test_undo_goes_back_step_by_step_and_redo_forward(made: House) -> None:
    key = made.add("one")
    change(made, key, "two")
    made.store.do(minuting.withdraw_entry, key)
    seen = []
    for _ in range(3):
        assert undo(made)
        seen.append(made.texts())
    assert seen == [["two"], ["one"], []]
    for _ in range(3):
        redo(made)
        seen.append(made.texts())
    assert seen[3:] == [["one"], ["two"], []]
    assert made.entry(key).text == "two"


def test_undo_says_what_it_took_back(made: House) -> None:
    made.add("one")
    assert undo(made) == "add entry"


def test_there_is_an_end_to_both(made: House) -> None:
    with pytest.raises(Refused, match="nothing to undo"):
        undo(made)
    made.add("one")
    with pytest.raises(Refused, match="nothing to do again"):
        redo(made)
    undo(made)
    redo(made)
    with pytest.raises(Refused, match="nothing to do again"):
        redo(made)


def test_a_new_change_ends_what_could_be_done_again(made: House) -> None:
    made.add("one")
    undo(made)
    made.add("two")
    with pytest.raises(Refused, match="nothing to do again"):
        redo(made)
    assert made.texts() == ["two"]


def test_nobody_takes_back_a_colleagues_change(made: House) -> None:
    made.add("The clerk's.")
    made.store.actor_id = made.keys.lawyer
    with pytest.raises(Refused, match="nothing to undo"):
        undo(made)
    made.add("The lawyer's.")
    undo(made)
    assert made.texts() == ["The clerk's."]


def test_undo_refuses_where_someone_changed_it_since(made: House) -> None:
    key = made.add("one")
    made.store.actor_id = made.keys.chair
    change(made, key, "The chair's.")
    made.store.actor_id = made.keys.clerk
    with pytest.raises(Changed, match="changed since"):
        undo(made)
    assert made.texts() == ["The chair's."]


def test_a_whole_verb_is_taken_back_at_once(made: House) -> None:
    keys = made.keys
    made.store.do(planning.change_line, keys.line, 1, {"what": "Safe"}, ["one"], [])
    undo(made)
    papers = made.papers()
    assert papers.plan[0].what == "Home clean"
    assert [part.text for part in papers.parts(keys.line)] == ["no mould", "clear floors"]
    assert papers.line_children(keys.line)


def test_attendance_and_decisions_are_undone_too(made: House) -> None:
    keys = made.keys
    made.store.do(meeting.set_presence, keys.meeting, Presence.LEFT, None, keys.mother)
    made.store.do(planning.decide_line, keys.line, keys.meeting, LineState.DROPPED)
    undo(made)
    undo(made)
    papers = made.papers()
    assert papers.plan[0].state is LineState.DRAFT
    [row] = [row for row in papers.attendance if row.person_id == keys.mother]
    assert (row.presence, row.left_at) == (Presence.INVITED, None)


def test_going_through_the_agenda_is_not_what_undo_takes_back(made: House) -> None:
    made.add("one")
    made.store.do(meeting.go_to_item, made.keys.meeting, made.keys.items[3])
    undo(made)
    assert made.texts() == []
    assert made.papers().meeting.current_item_id == made.keys.items[3]


def test_undo_cannot_reach_under_an_approval(made: House) -> None:
    key = made.add("Approved words.")
    made.store.actor_id = made.keys.chair
    chairs = made.add("The chair's.")
    made.conclude()
    seen = made.edition().fingerprint
    made.store.do(signing.approve, made.keys.meeting, ApprovalRole.CHAIR, made.keys.chair, seen)
    for actor in (made.keys.chair, made.keys.clerk):
        made.store.actor_id = actor
        with pytest.raises(Refused, match="approved after this"):
            undo(made)
    assert made.edition().fingerprint == seen
    made.store.do(signing.begin_new_version, made.keys.meeting, "A name was wrong.")
    undo(made)
    assert made.entry(key).withdrawn_at
    assert made.entry(chairs).withdrawn_at is None


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "aside", "change", "move", "withdraw", "bring back", "other item"]),
        st.integers(0, 5),
        st.integers(0, 5),
    ),
    min_size=1,
    max_size=7,
)


def step(made: House, entries: list[Any], deed: str, which: int, other: int) -> None:
    """Do one change to one of the entries; the first is always an addition."""
    keys = made.keys
    if deed in ("add", "aside") or not entries:
        kind = EntryKind.ASIDE if deed == "aside" else EntryKind.NOTE
        entries.append(made.add(f"paragraph {len(entries)}", kind=kind))
        return
    key, after = entries[which % len(entries)], entries[other % len(entries)]
    if deed == "change":
        change(made, key, f"changed {other}")
    elif deed == "move":
        made.store.do(minuting.move_entry, key, keys.items[1], after if after != key else None)
    elif deed == "other item":
        made.store.do(minuting.move_entry, key, keys.items[2 + other])
    elif deed == "withdraw":
        made.store.do(minuting.withdraw_entry, key)
    else:
        made.store.do(minuting.bring_back_entry, key)


def standing(made: House) -> list[dict[str, Any]]:
    """Every standing paragraph, as it is but for the count of its changes."""
    rows = [columns_of(entry) for entry in made.papers().entries]
    return [{name: row[name] for name in row if name != "version"} for row in rows]


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_all_undone_is_as_before_and_all_redone_as_after(
    steps: list[tuple[str, int, int]],
) -> None:
    with tempfile.TemporaryDirectory() as holder:
        made = house(Path(holder) / "store")
        entries: list[Any] = []
        was = [standing(made)]
        for deed, which, other in steps:
            step(made, entries, deed, which, other)
            was.append(standing(made))
        for before in reversed(was[:-1]):
            undo(made)
            assert standing(made) == before
        for after in was[1:]:
            redo(made)
            assert standing(made) == after
        made.store.close()


def test_a_key_once_made_is_not_made_again(made: House) -> None:
    """Undo withdraws, so redo finds the very row that others may point at."""
    keys, key = made.keys, new_key()
    made.store.do(minuting.add_entry, key, keys.meeting, keys.items[1], "one")
    undo(made)
    redo(made)
    assert [entry.id for entry in made.papers().entries] == [key]
