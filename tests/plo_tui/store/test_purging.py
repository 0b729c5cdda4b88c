"""Retention: what is due is listed, what is removed is gone, and the chain still holds."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from decrypted import decrypted
from forged_store import issued
from hypothesis import given
from hypothesis import strategies as st
from made_store import House, house
from opened_store import prepare
from reviewed_house import Reviewed

from agenda.decision_words import Outcome
from agenda.records import Case, Child, Entry, Journal, JournalPayload, new_key
from agenda.retention import months_after, why_removable
from agenda.words import ApprovalRole
from plo_tui.store.backing_up import back_up, back_up_on_closing, backups
from plo_tui.store.connection import connect
from plo_tui.store.folder import STORE
from plo_tui.store.overwriting import is_overwriting_due, overwrite_removed
from plo_tui.store.problems import CannotOpen, Changed, Refused
from plo_tui.store.reading.home import read_home
from plo_tui.store.reading.retention import read_removable
from plo_tui.store.undoing import undo
from plo_tui.store.unfinished import Unfinished, keep_unfinished
from plo_tui.store.verbs import family, signing, uploading
from plo_tui.store.verbs.purging import purge
from plo_tui.store.verifying.whole import verify

if TYPE_CHECKING:
    from pathlib import Path

    from sqlmodel import SQLModel

OF_THE_FAMILY = (b"Jo Carter", b"The half sentence", b"Ms Carter")
OF_ANOTHER = b"Sam Ellis"
LATER = datetime(2028, 2, 1, 9, tzinfo=UTC)


@pytest.fixture
def made(tmp_path: Path) -> House:
    """Issued minutes of one family, a half sentence, and another family that stays."""
    made = issued(tmp_path / "store")
    half = Unfinished(
        meeting_id=made.keys.meeting,
        author_id=made.keys.clerk,
        text="The half sentence",
        kept_at=made.clock(),
    )
    keep_unfinished(made.store, half)
    other = new_key()
    made.store.do(family.new_case, other, "PLO-2", None, made.keys.chair)
    made.store.do(family.add_child, other, new_key(), {"full_name": "Sam Ellis", "initials": "SE"})
    return made


def closed_house(folder: Path) -> Reviewed:
    """A family whose final review closes for both children; all its minutes are issued."""
    made = Reviewed(house(folder / "closed"))
    for initials in ("JC", "LC"):
        made.answer(made.decide(initials, Outcome.CLOSE))
    made.end_review()
    made.store.actor_id = made.keys.chair
    for meeting in (made.keys.meeting, made.review):
        seen = made.edition(meeting).fingerprint
        for role, who in (
            (ApprovalRole.CHAIR, made.keys.chair),
            (ApprovalRole.LEGAL, made.keys.lawyer),
        ):
            made.store.do(signing.approve, meeting, role, who, seen, "by email")
        made.store.do(signing.issue, meeting, ["Hart & Lane"])
    return made


def remove(made: House) -> None:
    made.store.do(purge, made.keys.case, "plo-1", "Ruth Adeyemi", len(made.journal()))


def overwrite(made: House, kept: int = 3) -> None:
    made.store.close()
    overwrite_removed(made.folder, made.key, kept, made.clock())


def rows(made: House, kind: type[SQLModel]) -> int:
    plain = connect(made.folder / STORE, made.key)
    counted: int = plain.execute(f'SELECT count(*) FROM "{kind.__tablename__}"').fetchone()[0]  # noqa: S608
    plain.close()
    return counted


# --- what is due


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2027, 1, 12), 12, date(2028, 1, 12)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
    ],
)
def test_a_month_later(day: date, months: int, then: date) -> None:
    assert months_after(day, months) == then


@given(st.dates(date(2018, 1, 1), date(2035, 12, 31)), st.integers(1, 900))
def test_months_go_forward_and_never_past_the_month_meant(day: date, months: int) -> None:
    then = months_after(day, months)
    assert (then.year * 12 + then.month) - (day.year * 12 + day.month) == months
    assert then.day <= day.day


def test_it_is_due_on_the_day_and_not_the_day_before() -> None:
    changed = date(2027, 1, 12)
    assert why_removable(changed, date(2028, 1, 11), 12, uploaded=False) == ""
    assert "12 months ago" in why_removable(changed, date(2028, 1, 12), 12, uploaded=False)
    assert "1 month ago" in why_removable(changed, date(2028, 1, 12), 1, uploaded=False)


def test_what_is_past_the_period_or_uploaded_is_listed(made: House) -> None:
    today = made.clock().date()
    assert made.store.read(read_removable, 12, today) == []
    both = made.store.read(read_removable, 12, LATER.date())
    assert [one.reference for one in both] == ["PLO-1", "PLO-2"]
    made.store.do(uploading.mark_uploaded, made.keys.meeting, "File 7")
    assert made.store.read(read_removable, 12, today) == []  # nothing is decided yet


def test_a_family_that_is_closed_and_uploaded_is_listed(tmp_path: Path) -> None:
    made = closed_house(tmp_path)
    today = made.clock().date()
    assert made.store.read(read_removable, 12, today) == []
    for meeting in made.papers().meetings:
        made.store.do(uploading.mark_uploaded, meeting.id, "File 7")
    [one] = made.store.read(read_removable, 12, today)
    assert (one.reference, one.case_id) == ("PLO-1", made.keys.case)
    assert "all its minutes are issued and uploaded" in one.why


def test_what_was_changed_since_it_was_listed_is_not_removed(made: House) -> None:
    seen = len(made.journal())
    made.store.do(uploading.mark_uploaded, made.keys.meeting, "File 7")
    with pytest.raises(Changed, match="since it was listed"):
        made.store.do(purge, made.keys.case, "PLO-1", "Ruth Adeyemi", seen)
    assert rows(made, Entry) > 0


def test_a_second_terminal_writes_nothing_into_it_afterwards(made: House) -> None:
    remove(made)
    lines = made.journal()
    with pytest.raises(Refused, match="was removed under retention"):
        made.store.do(
            family.add_child, made.keys.case, new_key(), {"full_name": "Jo", "initials": "J"}
        )
    assert made.journal() == lines
    assert rows(made, Child) == 1


# --- what is removed


def test_it_is_removed_only_by_its_reference_and_a_name(made: House) -> None:
    for reference, name in (("PLO-2", "Ruth Adeyemi"), ("PLO-1", " "), ("", "Ruth Adeyemi")):
        with pytest.raises(Refused):
            made.store.do(purge, made.keys.case, reference, name, len(made.journal()))
    assert rows(made, Entry) > 0
    remove(made)
    with pytest.raises(Refused, match="removed before"):
        remove(made)


def test_the_content_goes_and_the_lines_stay(made: House) -> None:
    before = made.journal()
    remove(made)
    for kind in (Child, Entry, Unfinished):
        assert rows(made, kind) == (1 if kind is Child else 0)
    after = made.journal()
    assert [row.seal for row in after[:-1]] == [row.seal for row in before]
    assert after[-1].verb == "purge"
    payloads = made.store.read(
        lambda session: [session.get(JournalPayload, row.id) for row in after]
    )
    assert payloads[:-1] == [None] * len(before)
    assert payloads[-1] is not None
    assert "Ruth Adeyemi" in payloads[-1].payload
    assert made.store.read(verify).faults == ()


def test_the_other_family_is_untouched_and_this_one_is_in_no_list(made: House) -> None:
    remove(made)
    plain = connect(made.folder / STORE, made.key)
    assert [row.reference for row in read_home(plain, LATER.date())] == ["PLO-2"]
    assert read_home(plain, LATER.date(), "PLO-1") == []
    plain.close()
    assert made.store.read(read_removable, 12, LATER.date())[0].reference == "PLO-2"
    with pytest.raises(Refused, match="nothing to undo"):
        made.store.do(undo, made.keys.case)
    assert made.store.read(lambda session: session.get_one(Case, made.keys.case)).purged_at


def test_a_colleague_who_has_the_case_open_is_told_and_nothing_breaks(made: House) -> None:
    seen = made.journal()[0].sequence
    remove(made)
    at, changed = made.store.changed_since(made.keys.case, seen)
    assert at == made.journal()[-1].sequence
    assert [type(record) for record in changed] == [Case]


# --- nothing of it stays


def test_no_page_no_log_and_no_backup_of_ours_holds_a_word_of_it(made: House) -> None:
    back_up_on_closing(made.folder, made.key, 3, made.clock())
    made.store.close()
    before = decrypted(made.folder / STORE, made.key)
    for words in (*OF_THE_FAMILY, OF_ANOTHER):
        assert words in before  # so the look itself is known to find them
    made = replace_store(made)
    remove(made)
    overwrite(made)
    after = decrypted(made.folder / STORE, made.key)
    assert OF_ANOTHER in after
    for words in OF_THE_FAMILY:
        assert words not in after
    assert not (made.folder / f"{STORE}-wal").exists()
    [backup] = backups(made.folder)
    assert OF_ANOTHER in decrypted_backup(made, backup)
    for words in OF_THE_FAMILY:
        assert words not in decrypted_backup(made, backup)


def replace_store(made: House) -> House:
    again = House(made.folder, made.keys)
    again.clock.now = LATER
    return again


def decrypted_backup(made: House, file: Path) -> bytes:
    import zipfile

    with zipfile.ZipFile(file) as read:
        to = file.with_suffix(".db")
        to.write_bytes(read.read(STORE))
    content = decrypted(to, made.key)
    to.unlink()
    return content


def test_an_interruption_before_overwriting_is_remembered(made: House) -> None:
    plain = connect(made.folder / STORE, made.key)
    assert not is_overwriting_due(plain)
    remove(made)
    assert is_overwriting_due(plain)
    plain.close()
    overwrite(made, kept=0)
    plain = connect(made.folder / STORE, made.key)
    assert not is_overwriting_due(plain)
    plain.close()
    assert backups(made.folder) == []


def test_while_another_terminal_reads_it_says_so_and_can_be_repeated(made: House) -> None:
    remove(made)
    other = connect(made.folder / STORE, made.key)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM entry").fetchone()
    with pytest.raises(Refused, match=r"Close it there.*plo-tui retention"):
        overwrite(made)
    assert is_overwriting_due(other)
    other.execute("COMMIT")
    other.close()
    overwrite(made)
    assert prepare(made.folder) == made.key


def test_lines_of_other_cases_keep_their_content(made: House) -> None:
    lines = rows(made, Journal)
    remove(made)
    assert rows(made, Journal) == lines + 1
    assert rows(made, JournalPayload) > 3


def test_a_terminal_that_is_open_and_does_nothing_has_to_be_closed(made: House) -> None:
    remove(made)
    other = connect(made.folder / STORE, made.key)
    with pytest.raises(Refused, match=r"Close it there.*plo-tui retention"):
        overwrite(made)
    assert is_overwriting_due(other)
    other.close()
    overwrite(made)


def test_what_a_kill_left_goes_and_a_backup_of_the_users_own_stays(made: House) -> None:
    back_up_on_closing(made.folder, made.key, 3, made.clock())
    inside = made.folder / "backups"
    own = back_up(made.folder, made.key, inside / "before the summer.plobackup")
    (inside / ".plo-tui-abc").mkdir()
    for leftover in (inside / ".plo-tui-abc" / STORE, made.folder / "store.new"):
        leftover.write_bytes(b"a whole store")
    made.clock.now = LATER
    remove(made)
    overwrite(made)
    assert sorted(inside.iterdir()) == sorted([*backups(made.folder), own])
    assert {file.name for file in made.folder.iterdir()} == {STORE, "store.key", "backups"}


def test_a_backup_that_is_held_is_said_and_removed_the_next_time(
    made: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up_on_closing(made.folder, made.key, 3, made.clock())
    remove(made)
    with monkeypatch.context() as within:
        within.setattr("pathlib.Path.unlink", held)
        with pytest.raises(CannotOpen, match="Close what else uses it"):
            overwrite(made)
    plain = connect(made.folder / STORE, made.key)
    assert is_overwriting_due(plain)
    plain.close()
    overwrite(made, kept=0)
    assert backups(made.folder) == []


def held(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied")
