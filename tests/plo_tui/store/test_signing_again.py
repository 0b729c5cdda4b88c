"""A correction of the initial meeting's minutes while the midway review is running."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from approved_store import approve_both, begin_midway, issue, versions
from made_store import MET_ON, House, house

from agenda.minutes import freeze, thaw
from agenda.records import new_key
from agenda.words import EntryKind, LineKind, LineOutcome
from plo_tui.store.problems import Refused
from plo_tui.store.verbs import concerns, corrections, minuting, planning, progress

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def made(tmp_path: Path) -> House:
    """The initial minutes issued; the midway review running, having changed plan and worries."""
    made = house(tmp_path / "store")
    issue(made)
    midway, keys = begin_midway(made), made.keys
    line = next(row for row in made.papers().plan if row.id == keys.line)
    values: planning.LineValues = {"what": "Home and garden clean", "due": date(2027, 3, 1)}
    made.store.do(planning.change_line, keys.line, line.version, values, None, None, midway)
    added: planning.LineValues = {"kind": LineKind.ACTION, "what": "A new line"}
    made.store.do(planning.add_line, keys.episode, new_key(), added, (), (), midway)
    made.store.do(progress.record_outcome, keys.line, midway, LineOutcome.PARTLY)
    made.store.do(concerns.add_concern, keys.episode, new_key(), {"heading": "Injury"})
    made.store.do(concerns.add_example, keys.concern, MET_ON, "Mould in the bath.")
    return made


def test_the_new_version_differs_in_that_paragraph_version_and_reason_only(made: House) -> None:
    [first] = versions(made)
    correction = new_key()
    made.store.do(
        corrections.record_correction,
        correction,
        first.id,
        made.keys.mother,
        MET_ON,
        "It was the kitchen.",
        3,
    )
    made.store.do(corrections.accept_correction, correction)
    entry = next(row for row in made.papers().entries if row.text == "School is going well.")
    words = (entry.id, entry.version, "The kitchen is done.", EntryKind.NOTE, None)
    made.store.do(minuting.change_entry, *words, made.keys.mother, verbatim=False)
    edition = approve_both(made)
    before, after = thaw(first.frozen), edition.minutes
    assert [
        (old.number, old.text, new.text)
        for old, new in zip(before.paragraphs, after.paragraphs, strict=True)
        if old != new
    ] == [(3, "School is going well.", "The kitchen is done.")]
    assert (
        replace(after, version=1, version_reason="", sections=before.sections, views=before.views)
        == before
    )
    assert versions(made)[-1].frozen == freeze(after)


def test_the_plan_belongs_to_the_meeting_that_is_running(made: House) -> None:
    plan: planning.LineValues = {"kind": LineKind.ACTION, "what": "And another"}
    made.store.do(planning.add_line, made.keys.episode, new_key(), plan)
    with pytest.raises(Refused, match="Begin a new version"):
        made.add("Into the old minutes.")
