"""Corrections of approved minutes: recorded, then accepted as a new version or annexed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from approved_store import approve_both, issue, versions
from made_store import MET_ON, House, house

from agenda.corrections import annexed_corrections, open_corrections
from agenda.decision_words import CorrectionAnswer
from agenda.records import new_key
from agenda.words import EntryKind, MinutesState
from exports.annex import write_annex
from exports.minutes import write_minutes
from plo_tui.store.problems import Refused
from plo_tui.store.undoing import undo
from plo_tui.store.verbs import corrections, minuting

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID


@pytest.fixture
def made(tmp_path: Path) -> House:
    made = house(tmp_path / "store")
    issue(made)
    return made


def ask(
    made: House,
    text: str = "I said it was warm.",
    paragraph: int | None = 1,
    key: UUID | None = None,
) -> UUID:
    key, version = key or new_key(), versions(made)[-1].id
    made.store.do(
        corrections.record_correction, key, version, made.keys.mother, MET_ON, text, paragraph
    )
    return key


def test_what_is_asked_is_kept_word_for_word(made: House) -> None:
    ask(made, "I said:\nit was “warm”.", None)
    [asked] = open_corrections(made.papers())
    assert (asked.text, asked.paragraph) == ("I said:\nit was “warm”.", None)
    assert (asked.asked_by_id, asked.asked_on) == (made.keys.mother, MET_ON)


def test_it_can_be_put_right_until_it_is_answered(made: House) -> None:
    key = ask(made)
    ask(made, "I said it was cool.", 2, key)
    [asked] = open_corrections(made.papers())
    assert (asked.text, asked.paragraph) == ("I said it was cool.", 2)
    made.store.do(corrections.annex_correction, key, "No.")
    with pytest.raises(Refused, match="answered already: annexed"):
        ask(made, "Later.", 2, key)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"paragraph": 4}, "paragraph"),
        ({"asked_on": MET_ON + timedelta(days=1)}, "asked_on"),
        ({"text": " "}, "text"),
    ],
)
def test_what_cannot_be_is_refused(made: House, changed: dict[str, object], field: str) -> None:
    values = {"asked_by_id": made.keys.mother, "asked_on": MET_ON, "text": "No.", "paragraph": 1}
    with pytest.raises(Refused) as refused:
        made.store.do(
            corrections.record_correction,
            new_key(),
            versions(made)[0].id,
            **values | changed,  # type: ignore[arg-type]
        )
    assert refused.value.field == field
    assert open_corrections(made.papers()) == []


def test_a_draft_is_changed_and_not_corrected(tmp_path: Path) -> None:
    made = house(tmp_path / "other")
    issue(made)
    made.store.do(corrections.accept_correction, ask(made))
    with pytest.raises(Refused, match="not approved yet"):
        ask(made)


def test_accepted_it_begins_a_version_that_is_approved_as_usual(made: House) -> None:
    first, key = versions(made)[0], ask(made)
    made.store.do(corrections.accept_correction, key, "You are right.")
    edition = made.edition()
    assert (edition.state, edition.minutes.version) == (MinutesState.DRAFT, 2)
    assert edition.minutes.version_reason == (
        "Ms Carter asked on Tue 12 Jan 2027 to correct paragraph 1"
    )
    entry = made.papers().entries[0]
    words = (entry.id, entry.version, "The home was warm.", EntryKind.NOTE, None, made.keys.mother)
    made.store.do(minuting.change_entry, *words, verbatim=False)
    approve_both(made)
    kept, second = versions(made)
    assert (kept.frozen, kept.sha256) == (first.frozen, first.sha256)
    assert "The home was warm." in second.frozen
    [asked] = made.papers().standing("CorrectionAsked")
    assert (asked.answer, asked.reply) == (CorrectionAnswer.ACCEPTED, "You are right.")
    assert (asked.answered_by_id, asked.answered_at) == (made.keys.chair, made.clock.now)
    assert annexed_corrections(made.papers()) == ()


def test_a_second_one_accepted_is_one_more_reason_for_the_open_version(made: House) -> None:
    first, second = ask(made), ask(made, paragraph=3)
    for key in (first, second):
        made.store.do(corrections.accept_correction, key)
    assert made.edition().minutes.version_reason.endswith(
        "paragraph 1; Ms Carter asked on Tue 12 Jan 2027 to correct paragraph 3"
    )


def test_annexed_it_leaves_the_minutes_byte_for_byte_as_they_were(
    made: House, tmp_path: Path
) -> None:
    before = made.edition()
    write_minutes(before, tmp_path / "before.docx")
    with pytest.raises(Refused) as refused:
        made.store.do(corrections.annex_correction, ask(made), " ")
    assert refused.value.field == "reply"
    [asked] = open_corrections(made.papers())
    made.store.do(corrections.annex_correction, asked.id, "Three people heard it.")
    after = made.edition()
    write_minutes(after, tmp_path / "after.docx")
    written = (tmp_path / "after.docx").read_bytes()
    assert written == (tmp_path / "before.docx").read_bytes()
    assert after.minutes == before.minutes
    assert after.fingerprint == before.fingerprint
    assert [one.reply for one in after.annex] == ["Three people heard it."]
    write_annex(after, tmp_path / "annex.docx")


@pytest.mark.parametrize("answer", [corrections.accept_correction, corrections.annex_correction])
def test_the_chair_answers_or_a_head_of_service_and_once(made: House, answer: object) -> None:
    key = ask(made)
    made.store.actor_id = made.keys.clerk
    with pytest.raises(Refused, match="Only Ada Fenn, who chaired"):
        made.store.do(answer, key, "No.")  # type: ignore[arg-type]
    made.store.actor_id = made.keys.chair
    made.store.do(corrections.annex_correction, key, "No.")
    with pytest.raises(Refused, match="answered already"):
        made.store.do(answer, key, "Yes.")  # type: ignore[arg-type]


def test_undo_passes_over_an_answer_and_works_in_the_version_it_opened(made: House) -> None:
    made.store.do(corrections.accept_correction, ask(made))
    made.add("One more thing.")
    made.store.do(undo, made.keys.case)
    assert "One more thing." not in made.texts()
    [asked] = made.papers().standing("CorrectionAsked")
    assert asked.answer is CorrectionAnswer.ACCEPTED
