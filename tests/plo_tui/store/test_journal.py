"""The journal: one row for each verb, in its transaction; a chain that shows tampering."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from sqlmodel import col, select

from agenda.records import Journal, JournalPayload, new_key
from agenda.words import EntryKind, StaffRole
from plo_tui.store import journal, undoing
from plo_tui.store.problems import Refused
from plo_tui.store.verbs import family, minuting, staff

if TYPE_CHECKING:
    from made_store import House


def test_every_verb_writes_one_row(made: House) -> None:
    before = made.journal()
    key = made.add("Said.")
    made.store.do(minuting.withdraw_entry, key)
    made.store.do(undoing.undo, made.keys.case)
    rows = made.journal()
    assert [row.verb for row in rows[len(before) :]] == ["add_entry", "withdraw_entry", "undo"]
    assert [row.sequence for row in rows] == list(range(1, len(rows) + 1))
    assert {row.actor_id for row in rows[len(before) :]} == {made.keys.clerk}
    assert rows[-1].of_id == rows[-2].id


def test_a_refused_verb_leaves_neither_row_nor_change(made: House) -> None:
    before = len(made.journal())
    with pytest.raises(Refused):
        made.add(" ")
    assert len(made.journal()) == before
    assert made.texts() == []


def test_a_verb_that_breaks_halfway_leaves_nothing(
    made: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The change and its journal row are one transaction."""

    def broken(*_: object) -> None:
        raise RuntimeError

    before = len(made.journal())
    monkeypatch.setattr(journal, "write", broken)
    with pytest.raises(RuntimeError):
        made.add("Half.")
    monkeypatch.undo()
    assert made.texts() == []
    assert len(made.journal()) == before


def test_the_chain_seals_every_row(made: House) -> None:
    for number in range(5):
        made.add(f"Paragraph {number}.")
    rows = made.journal()
    assert rows[0].previous == journal.FIRST_SEAL
    assert [row.previous for row in rows[1:]] == [row.seal for row in rows[:-1]]
    assert [journal.seal_of(row) for row in rows] == [row.seal for row in rows]
    assert made.store.read(journal.head, made.keys.case) == rows[-1].seal


@pytest.mark.parametrize("column", ["verb", "payload_digest", "sequence", "actor_id"])
def test_a_row_changed_by_hand_breaks_its_seal(made: House, column: str) -> None:
    made.add("Said.")
    row = made.journal()[-1]
    forged = {"sequence": 77, "actor_id": made.keys.chair}.get(column, "forged")
    setattr(row, column, forged)
    assert journal.seal_of(row) != row.seal


def test_payloads_match_their_digests_and_can_be_purged(made: House) -> None:
    made.add("Said.")
    row = made.journal()[-1]
    with made.store.transaction() as session:
        kept = session.get_one(JournalPayload, row.id)
        digest = hashlib.sha256((kept.salt + kept.payload).encode()).hexdigest()
        assert digest == row.payload_digest
        session.delete(kept)
    assert [journal.seal_of(row) for row in made.journal()] == [row.seal for row in made.journal()]


def test_payloads_are_salted(made: House) -> None:
    """The digest alone must not let anyone guess at a short text."""
    first, second = (made.add("Yes.") for _ in range(2))
    rows = made.journal()[-2:]
    with made.store.transaction() as session:
        salts = [session.get_one(JournalPayload, row.id).salt for row in rows]
    assert first != second
    assert salts[0] != salts[1]


def test_the_journal_holds_the_words_as_they_were_kept(made: House) -> None:
    key = made.add("\x1b[2J gone")
    row = made.journal()[-1]
    payload = made.store.read(journal.payload_of, row.id)
    assert payload["arguments"]["text"] == "␛[2J gone"
    [change] = payload["changes"]
    assert (change["kind"], change["id"], change["before"]) == ("Entry", str(key), None)


def test_a_verb_repeated_under_its_key_is_done_once(made: House) -> None:
    keys, key, entry = made.keys, new_key(), new_key()
    once = [
        made.store.do_once(
            key, minuting.add_entry, entry, keys.meeting, keys.items[1], "Said once."
        )
        for _ in range(3)
    ]
    assert made.texts() == ["Said once."]
    assert len({done.sequence for done in once}) == 1
    assert [row.id for row in once[2].changed] == [entry]


def test_each_case_has_a_chain_of_its_own(made: House) -> None:
    case = new_key()
    made.store.do(family.new_case, case, "PLO-2")
    made.add("In the first case.")
    [only] = made.journal(case)
    assert (only.sequence, only.previous) == (1, journal.FIRST_SEAL)


def test_what_belongs_to_no_case_has_a_chain_too(made: House) -> None:
    made.store.do(staff.add_staff, new_key(), "Bo Lind", StaffRole.OTHER)
    of_no_case = select(Journal).where(col(Journal.case_id).is_(None)).order_by("sequence")
    rows = made.store.read(lambda session: list(session.exec(of_no_case)))
    assert [row.sequence for row in rows] == [1, 2, 3, 4]
    assert [row.previous for row in rows[1:]] == [row.seal for row in rows[:-1]]


def test_another_terminal_gets_only_what_changed(made: House) -> None:
    key = made.add("First.")
    seen, _ = made.store.changed_since(made.keys.case, 0)
    made.store.do(
        minuting.change_entry, key, 1, "Second.", EntryKind.NOTE, None, None, verbatim=False
    )
    now, [changed] = made.store.changed_since(made.keys.case, seen)
    assert now == seen + 1
    assert (changed.id, getattr(changed, "text", "")) == (key, "Second.")
    assert made.store.changed_since(made.keys.case, now) == (now, ())
