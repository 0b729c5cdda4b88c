# ruff: noqa: S608 - the queries are the test's own
"""Verifying: any change made behind the app's back is found, and where; a whole store is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from approved_store import begin_midway
from forged_store import issued, seals_anew, sql
from made_store import House, house

from agenda.minutes import fingerprint
from agenda.seals import beginning
from agenda.words import Presence
from plo_tui.store.connection import connect
from plo_tui.store.folder import STORE
from plo_tui.store.undoing import undo
from plo_tui.store.verbs import meeting, minuting, signing, take_away
from plo_tui.store.verifying.whole import find_seal, verify

if TYPE_CHECKING:
    from pathlib import Path

    from plo_tui.store.verifying.fault import Verified


@pytest.fixture
def made(tmp_path: Path) -> House:
    return issued(tmp_path / "store")


def found(made: House) -> list[str]:
    """What is found, a sentence each."""
    return [fault.sentence for fault in made.store.read(verify).faults]


def line(made: House, verb: str, nth: int = 0) -> int:
    """The number of a verb's line in the case's journal."""
    return [row.sequence for row in made.journal() if row.verb == verb][nth]


def query(made: House, text: str) -> Any:
    plain = connect(made.folder / STORE, made.key)
    [value] = plain.execute(text).fetchone()
    plain.close()
    return value


# --- a whole store


def test_an_issued_store_is_whole_and_says_its_head(made: House) -> None:
    verified: Verified = made.store.read(verify)
    assert verified.faults == ()
    assert verified.pages > 10
    assert verified.approvals == 2
    [head] = verified.cases
    assert (head.case, head.seal) == ("PLO-1", made.journal()[-1].seal)
    assert verified.lines == len(made.journal()) + verified.others[0].lines


def test_undone_moved_withdrawn_and_corrected_records_are_whole(made: House) -> None:
    """Whatever verbs do is written; unfinished text stands outside, and nothing else does."""
    made.store.do(signing.begin_new_version, made.keys.meeting, "A name was misspelt")
    first, second, *_ = (entry.id for entry in made.papers().entries)
    made.store.do(minuting.move_entry, first, made.keys.items[2])
    made.store.do(minuting.withdraw_entry, second)
    made.store.do(undo, made.keys.case)
    begin_midway(made)
    assert found(made) == []


# --- what was changed by plain SQL, and what is found

_CHANGED = "was changed afterwards, not by the app"


@pytest.mark.parametrize(
    ("change", "verb", "words"),
    [
        pytest.param(
            "UPDATE entry SET text = 'The home was warm.' WHERE text = 'The home was cold.'",
            "add_entry",
            f"the entry that it wrote {_CHANGED}: text (PLO-1, meeting 1).",
            id="a paragraph's words",
        ),
        pytest.param(
            "UPDATE planline SET due = '2027-03-01'",
            "open_meeting",
            f"the plan line that it wrote {_CHANGED}: due",
            id="a plan line's date",
        ),
        pytest.param(
            "UPDATE person SET full_name = 'Lena Cartar'",
            "add_person",
            f"the person that it wrote {_CHANGED}: full name (PLO-1).",
            id="a person's name",
        ),
        pytest.param(
            "UPDATE approval SET at = '2027-01-01 09:00:00.000000' WHERE role = 'legal'",
            "approve legal",
            f"the approval that it wrote {_CHANGED}: at (PLO-1, meeting 1, version 1).",
            id="an approval's date",
        ),
        pytest.param(
            "UPDATE approval SET staff_id = recorded_by_id WHERE role = 'legal'",
            "approve legal",
            f"the approval that it wrote {_CHANGED}: staff (PLO-1, meeting 1, version 1).",
            id="an approval's name",
        ),
        pytest.param(
            "UPDATE entry SET withdrawn_at = '2027-01-12 10:00:00.000000' WHERE kind = 'aside'",
            "add_entry aside",
            f"the entry that it wrote {_CHANGED}: withdrawn at",
            id="an aside withdrawn",
        ),
        pytest.param(
            "UPDATE entry SET place = 'nowhere' WHERE kind = 'aside'",
            "add_entry aside",
            f"the entry that it wrote {_CHANGED}: place",
            id="no number any more",
        ),
        pytest.param(
            "DELETE FROM entry WHERE kind = 'aside'",
            "add_entry aside",
            "the entry that it wrote is gone.",
            id="an aside deleted",
        ),
    ],
)
def test_a_record_changed_by_sql_is_named_with_the_line_that_wrote_it(
    made: House, change: str, verb: str, words: str
) -> None:
    name, _, which = verb.partition(" ")
    if name == "open_meeting":  # the plan's line was last written as it was added, before that
        name = "add_line"
    number = line(made, name, -1 if which else 0)
    sql(made, change)
    [one] = found(made)
    assert one.startswith(f"PLO-1, journal line {number}: {words}")


def test_an_approvals_role_changed_by_sql_is_found(made: House) -> None:
    sql(
        made,
        "PRAGMA ignore_check_constraints=ON",
        "UPDATE approval SET role = 'head of service' WHERE role = 'legal'",
    )
    [one] = [sentence for sentence in found(made) if "journal line" in sentence]
    assert one.startswith(f"PLO-1, journal line {line(made, 'approve', 1)}: the approval")
    assert "role" in one


def test_a_row_put_in_by_sql_is_found(made: House) -> None:
    sql(
        made,
        "INSERT INTO entrychild (id, version, entry_id, child_id) SELECT "
        "'018f0000000070008000000000000001', 1, (SELECT id FROM entry LIMIT 1), id FROM child",
    )
    assert found(made) == [
        "PLO-1, meeting 1: an entry child is there that no line of the journal wrote."
    ]


def test_one_character_of_frozen_minutes_is_found(made: House) -> None:
    sql(made, "UPDATE minutesversion SET frozen = replace(frozen, 'was cold', 'was bold')")
    sentences = found(made)
    version = "PLO-1, meeting 1, version 1"
    assert f"{version}: the minutes: the words kept are not those of their fingerprint." in (
        sentences
    )
    for role in ("chair", "legal"):
        assert (
            f"{version}: changed after approval: these are not the words approved as {role}."
            in sentences
        )
    assert any(_CHANGED in sentence and "frozen" in sentence for sentence in sentences)
    assert not any("bold" in sentence or "cold" in sentence for sentence in sentences)


def test_frozen_minutes_with_their_fingerprint_changed_too_are_found(made: House) -> None:
    frozen = query(made, "SELECT frozen FROM minutesversion").replace("was cold", "was bold")
    words = frozen.replace("'", "''")
    mark = fingerprint(frozen)
    sql(made, f"UPDATE minutesversion SET frozen = '{words}', sha256 = '{mark}'")
    sentences = found(made)
    assert not any("not those of their fingerprint" in one for one in sentences)
    assert sum("changed after approval" in one for one in sentences) == 2
    sql(made, f"UPDATE approval SET sha256 = '{mark}'")
    sentences = found(made)
    assert not any("changed after approval" in one for one in sentences)
    number = line(made, "approve")
    assert any(
        one.startswith(f"PLO-1, journal line {number}: the approval that it wrote {_CHANGED}")
        for one in sentences
    )


def test_a_page_taken_home_is_pinned_too(made: House) -> None:
    fresh = house(made.folder.parent / "fresh")
    mother = fresh.keys.mother
    fresh.store.do(meeting.set_presence, fresh.keys.meeting, Presence.PRESENT, None, mother)
    fresh.store.actor_id = fresh.keys.chair
    fresh.store.do(take_away.release_pages, fresh.keys.meeting, [mother], "Sam, 0555 010 010")
    assert found(fresh) == []
    sql(fresh, "UPDATE takeaway SET frozen = replace(frozen, 'Carter', 'Cartar')")
    assert any("the page taken home: the words kept are not" in one for one in found(fresh))


# --- what was done to the journal


def test_a_payload_edited_by_sql_is_found(made: House) -> None:
    number = line(made, "add_entry")
    sql(made, "UPDATE journalpayload SET payload = replace(payload, 'was cold', 'was bold') "
        "WHERE journal_id = (SELECT id FROM journal WHERE case_id IS NOT NULL "
        f"AND sequence = {number})")  # fmt: skip
    assert found(made) == [
        f"PLO-1, journal line {number}: what this line wrote was changed afterwards."
    ]


def test_a_payload_taken_away_without_a_purge_is_found(made: House) -> None:
    number = line(made, "add_entry")
    sql(made, "DELETE FROM journalpayload WHERE journal_id = (SELECT id FROM journal WHERE "
        f"sequence = {number} AND case_id IS NOT NULL)")  # fmt: skip
    assert found(made)[0] == (
        f"PLO-1, journal line {number}: what this line wrote is gone, and the case was not purged."
    )


@pytest.mark.parametrize("column", ["verb", "at", "actor_id", "payload_digest", "of_id"])
def test_a_line_changed_by_sql_is_found(made: House, column: str) -> None:
    number = line(made, "add_entry")
    value = {
        "at": "2027-01-12 09:00:00.000000",
        "actor_id": made.keys.lawyer.hex,
        "of_id": query(made, "SELECT id FROM journal WHERE sequence = 1 AND case_id IS NOT NULL"),
    }.get(column, "forged")
    sql(made, f"UPDATE journal SET {column} = '{value}' WHERE case_id IS NOT NULL "
        f"AND sequence = {number}")  # fmt: skip
    where = f"PLO-1, journal line {number}"
    assert f"{where}: this line is not what its seal was made of: it was changed." in found(made)


@pytest.mark.parametrize(("column", "value"), [("at", "yesterday"), ("id", "no key")])
def test_a_line_that_is_none_any_more_is_named(made: House, column: str, value: str) -> None:
    number = line(made, "add_entry")
    sql(made, f"UPDATE journal SET {column} = '{value}' WHERE case_id IS NOT NULL "
        f"AND sequence = {number}")  # fmt: skip
    assert any(
        one == f"PLO-1, journal line {number}: this line cannot be read: it was changed."
        for one in found(made)
    )


def test_a_line_taken_out_of_the_middle_is_found(made: House) -> None:
    number = line(made, "add_entry", 1)
    gone = f"(SELECT id FROM journal WHERE sequence = {number} AND case_id IS NOT NULL)"
    sql(
        made,
        f"DELETE FROM journalpayload WHERE journal_id = {gone}",
        f"DELETE FROM journal WHERE id = {gone}",
    )
    assert found(made) == [
        f"PLO-1, journal line {number + 1}: line {number} is missing before this one.",
        "PLO-1, meeting 1: an entry is there that no line of the journal wrote.",
    ]


def test_a_line_taken_out_and_the_rest_renumbered_is_found(made: House) -> None:
    number = line(made, "add_entry", 1)
    gone = f"(SELECT id FROM journal WHERE sequence = {number} AND case_id IS NOT NULL)"
    later = f"WHERE case_id IS NOT NULL AND sequence > {number}"
    sql(
        made,
        f"DELETE FROM journalpayload WHERE journal_id = {gone}",
        f"DELETE FROM journal WHERE id = {gone}",
        f"UPDATE journal SET sequence = -sequence {later}",
        "UPDATE journal SET sequence = -sequence - 1 WHERE sequence < 0",
    )
    assert (
        f"PLO-1, journal line {number}: this line does not seal the one before it: that one was "
        "changed, or lines were taken out, put in or reordered."
    ) in found(made)


def test_two_lines_swapped_are_found(made: House) -> None:
    first, second = line(made, "add_entry"), line(made, "add_entry", 1)
    swap = "UPDATE journal SET sequence = {} WHERE case_id IS NOT NULL AND sequence = {}"
    sql(made, swap.format(-1, first), swap.format(first, second), swap.format(second, -1))
    sentences = found(made)
    for number in (first, second):
        assert any(one.startswith(f"PLO-1, journal line {number}: this line") for one in sentences)


# --- what only a copy that was given out shows


def cut(made: House, number: int) -> None:
    """Cut the journal's tail off, from a line on."""
    tail = f"(SELECT id FROM journal WHERE case_id IS NOT NULL AND sequence >= {number})"
    sql(
        made,
        f"DELETE FROM journalpayload WHERE journal_id IN {tail}",
        f"DELETE FROM journal WHERE id IN {tail}",
    )


def test_a_tail_cut_off_is_found_through_the_approvals(made: House) -> None:
    cut(made, line(made, "conclude"))
    sentences = found(made)
    for role in ("chair", "legal"):
        assert (
            f"PLO-1, meeting 1, version 1: the seal at the approval as {role} is not in the "
            "journal: lines were cut off, or the journal was made anew."
        ) in sentences


def test_a_tail_cut_off_with_all_that_it_wrote_is_found_by_the_printed_seal(made: House) -> None:
    """Nothing in the file is wrong any more: only a copy that was given out tells."""
    printed = made.edition().seal
    assert made.store.read(find_seal, printed)
    cut(made, line(made, "conclude"))
    before = query(
        made,
        "SELECT payload FROM journalpayload JOIN journal j ON j.id = journal_id "
        "WHERE verb = 'open_meeting'",
    )
    assert before
    sql(
        made,
        "DELETE FROM approval",
        "DELETE FROM disclosure",
        "DELETE FROM minutesversion",
        "UPDATE meeting SET state = 'live', concluded_at = NULL, effective = NULL, "
        "minutes_due_on = NULL",
        "UPDATE sitting SET ended_at = NULL",
    )
    remaining = [one for one in found(made) if not one.endswith("(PLO-1, meeting 1).")]
    assert remaining == []
    assert made.store.read(find_seal, printed) is None


def test_a_journal_made_anew_is_found_by_the_printed_seal_alone(made: House) -> None:
    printed = made.edition().seal
    sql(
        made,
        "UPDATE entry SET text = replace(text, 'going well', 'going ill')",
        "UPDATE journalpayload SET payload = replace(payload, 'going well', 'going ill') "
        "WHERE journal_id IN (SELECT id FROM journal WHERE verb = 'add_entry')",
    )
    assert found(made)
    seals_anew(made)
    assert found(made) == []
    assert made.store.read(find_seal, printed) is None


def test_a_seal_is_found_by_its_beginning_and_says_where(made: House) -> None:
    edition = made.edition()
    stands = made.store.read(find_seal, beginning(edition.seal).replace(" ", ""))
    assert stands is not None
    assert (stands.case, stands.line) == ("PLO-1", line(made, "approve"))
    assert stands.at == made.journal()[stands.line - 1].at
    assert stands.faults == ()
    assert made.store.read(find_seal, "0" * 24) is None


def test_a_seal_in_a_broken_journal_is_not_called_good(made: House) -> None:
    sql(made, "UPDATE journal SET verb = 'forged' WHERE verb = 'conclude'")
    stands = made.store.read(find_seal, made.edition().seal)
    assert stands is not None
    assert stands.faults


# --- purged cases


def test_a_purged_case_is_whole_without_its_content(made: House) -> None:
    """What is purged leaves its lines: their seals hold over the digests alone."""

    def purge(work: Any, case_id: Any) -> None:
        work.case_id = case_id

    made.store.do(purge, made.keys.case)
    before_it = "(SELECT id FROM journal WHERE case_id IS NOT NULL AND verb <> 'purge')"
    plain = connect(made.folder / STORE, made.key)
    plain.execute("PRAGMA foreign_keys=OFF")
    plain.execute(f"DELETE FROM journalpayload WHERE journal_id IN {before_it}")
    kept = {"journal", "journalpayload", "case", "staff", "team", "alembic_version"}
    names = plain.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for name in {name for (name,) in names} - kept:
        plain.execute(f'DELETE FROM "{name}"')
    plain.close()
    assert found(made) == []
    sql(made, "DELETE FROM journal WHERE verb = 'conclude'")
    assert any("is missing before this one" in one for one in found(made))


# --- a damaged store


def damage(made: House, page: int) -> None:
    """Flip one bit in a page of the store's file; pages are counted from 1."""
    made.store.close()
    plain = connect(made.folder / STORE, made.key)
    plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    plain.close()
    file = made.folder / STORE
    content = bytearray(file.read_bytes())
    content[(page - 1) * 4096 + 1000] ^= 1
    file.write_bytes(content)


def test_a_damaged_page_is_named_and_the_rest_is_read(made: House) -> None:
    plain = connect(made.folder / STORE, made.key)
    root = plain.execute("SELECT rootpage FROM sqlite_master WHERE name = 'entry'").fetchone()[0]
    plain.close()
    damage(made, root)
    verified = made.store.read(verify)
    sentences = [fault.sentence for fault in verified.faults]
    assert f"store.db, page {root}: this page is damaged. Put a backup in its place." in sentences
    assert any("cannot be read: a page is damaged." in one for one in sentences)
    assert verified.lines
    assert not any("cold" in one for one in sentences)


def test_a_damaged_journal_does_not_stop_the_rest(made: House) -> None:
    plain = connect(made.folder / STORE, made.key)
    root = plain.execute("SELECT rootpage FROM sqlite_master WHERE name = 'journal'").fetchone()[0]
    plain.close()
    damage(made, root)
    assert any(one.startswith(f"store.db, page {root}:") for one in found(made))


def test_text_that_is_no_text_is_a_fault_and_no_crash(made: House) -> None:
    sql(
        made,
        "UPDATE entry SET text = CAST(x'ff00fe' AS TEXT) WHERE kind = 'aside'",
        "UPDATE minutesversion SET frozen = CAST(x'ff00fe' AS TEXT)",
        "UPDATE journalpayload SET payload = x'ff' WHERE journal_id = "
        "(SELECT id FROM journal WHERE verb = 'conclude')",
    )
    sentences = found(made)
    assert any("the entry that it wrote" in one for one in sentences)
    assert any("what this line wrote was changed" in one for one in sentences)
    assert any("not those of their fingerprint" in one for one in sentences)


# --- what only the shape of the file tells


@pytest.mark.parametrize(
    ("made_by", "kind"),
    [
        ("CREATE TABLE copied AS SELECT * FROM entry", "table"),
        ("CREATE VIEW seen AS SELECT 1", "view"),
        ("CREATE TRIGGER t AFTER INSERT ON entry BEGIN SELECT 1; END", "trigger"),
    ],
)
def test_what_the_app_did_not_make_is_named(made: House, made_by: str, kind: str) -> None:
    sql(made, made_by)
    assert f"a {kind} is there that plo-tui did not make" in " ".join(found(made))


def test_a_column_that_came_with_an_update_is_looked_at_too(made: House) -> None:
    """Lines from before it have no word of it: then every row has what the update gave it."""
    sql(made, """UPDATE journalpayload SET payload = replace(payload, ',"withheld":""', '')""")
    seals_anew(made)
    before = found(made)
    sql(made, "UPDATE person SET withheld = 'her address'")
    assert any("withheld" in sentence for sentence in set(found(made)) - set(before))
