"""An approval pins the exact words: one character changed by SQL shows, and nothing goes on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from forged_store import issued, sql
from made_store import MET_ON, House, house

from agenda.edition import CHANGED, changed_sentences
from agenda.minutes import fingerprint
from agenda.records import new_key
from agenda.words import ApprovalRole, MinutesState
from plo_tui.store.problems import Refused
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.reading.why import read_why
from plo_tui.store.verbs import corrections, signing

if TYPE_CHECKING:
    from pathlib import Path

FORGE = "UPDATE minutesversion SET frozen = replace(frozen, 'was cold', 'was bold')"


@pytest.fixture
def made(tmp_path: Path) -> House:
    return issued(tmp_path / "store")


def approved_by_chair(folder: Path) -> tuple[House, str]:
    """A store whose minutes the chair has approved, and their fingerprint."""
    made = house(folder)
    made.add("The home was cold.")
    made.store.actor_id = made.keys.chair
    made.conclude()
    seen = made.edition().fingerprint
    made.store.do(
        signing.approve, made.keys.meeting, ApprovalRole.CHAIR, made.keys.chair, seen, "by email"
    )
    return made, seen


def test_minutes_as_they_were_approved_say_nothing(made: House) -> None:
    edition = made.edition()
    assert not edition.is_changed
    assert changed_sentences(edition) == ()
    assert edition.stands == edition.state.in_words


def test_one_character_changed_is_said_with_each_approval(made: House) -> None:
    sql(made, FORGE)
    edition = made.edition()
    assert edition.stands == CHANGED
    assert edition.state is MinutesState.ISSUED
    assert edition.seal == "", "what is not as approved carries no seal"
    assert changed_sentences(edition) == (
        (
            "Changed after approval: these are no longer the words that Ada Fenn approved as chair "
            "on Tue 12 Jan 2027."
        ),
        (
            "Changed after approval: these are no longer the words that Lee Hart approved as legal "
            "on Tue 12 Jan 2027."
        ),
    )


def test_the_fingerprint_changed_as_well_does_not_hide_it(made: House) -> None:
    sql(made, FORGE)
    mark = made.edition().fingerprint
    sql(made, f"UPDATE minutesversion SET sha256 = '{mark}'")  # noqa: S608
    assert made.edition().is_changed
    sql(made, f"UPDATE approval SET sha256 = '{mark}' WHERE role = 'chair'")  # noqa: S608
    [left] = changed_sentences(made.edition())
    assert "Lee Hart approved as legal" in left


def test_legal_cannot_approve_what_the_chair_did_not(tmp_path: Path) -> None:
    made, seen = approved_by_chair(tmp_path / "store")
    sql(made, FORGE)
    now = made.edition().fingerprint
    sql(made, f"UPDATE minutesversion SET sha256 = '{now}'")  # noqa: S608
    assert now != seen
    role, who = ApprovalRole.LEGAL, made.keys.lawyer
    for shown in (seen, now):
        with pytest.raises(Refused, match="changed after approval, not by the app"):
            made.store.do(signing.approve, made.keys.meeting, role, who, shown, "by email")


def test_what_was_changed_is_not_issued(tmp_path: Path) -> None:
    made, seen = approved_by_chair(tmp_path / "store")
    role, who = ApprovalRole.LEGAL, made.keys.lawyer
    made.store.do(signing.approve, made.keys.meeting, role, who, seen, "by email")
    sql(made, FORGE)
    with pytest.raises(Refused, match="so they go no further"):
        made.store.do(signing.issue, made.keys.meeting, ["Hart & Lane"])


def test_a_new_version_is_what_the_record_says(made: House) -> None:
    sql(made, FORGE)
    made.store.do(signing.begin_new_version, made.keys.meeting, "The file was tampered with")
    edition = made.edition()
    assert edition.minutes.paragraphs[0].text == "The home was cold."
    assert edition.state is MinutesState.DRAFT
    assert not edition.is_changed


@pytest.mark.parametrize("frozen", ["{", "no JSON", "[]", '{"reference":"The home was cold."}'])
def test_minutes_that_are_none_any_more_are_said_in_one_sentence(made: House, frozen: str) -> None:
    mark = fingerprint(frozen)
    sql(made, f"UPDATE minutesversion SET frozen = '{frozen}', sha256 = '{mark}'")  # noqa: S608
    keys = made.keys
    with pytest.raises(Refused, match="Version 1 of these minutes can no longer be read") as said:
        made.edition()
    assert "cold" not in f"{said.value} {said.value.__cause__}"
    with pytest.raises(Refused, match="can no longer be read"):
        made.store.read(read_why, made.store.read(read_papers, keys.case))
    version = made.papers().standing("MinutesVersion")[0]
    with pytest.raises(Refused, match="can no longer be read"):
        made.store.do(
            corrections.record_correction,
            new_key(),
            version.id,
            keys.mother,
            date.fromordinal(MET_ON.toordinal()),
            "It was warm.",
        )
