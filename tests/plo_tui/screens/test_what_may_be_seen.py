"""The one table of what may be seen: it names what there is, and what is typed follows it."""

from __future__ import annotations

import pytest

from plo_tui.commands import PLACES
from plo_tui.screens.what_may_be_seen import (
    PARTS,
    READ_AS_TYPED,
    WORK_SHIELDED,
    readable,
    seen_table,
)
from plo_tui.widgets.capture_words import CAPTURE_WORDS


def test_the_table_names_only_commands_and_words_that_there_are() -> None:
    assert {command.name for command in PLACES["meeting"].commands} >= WORK_SHIELDED
    assert {entry.word for entry in CAPTURE_WORDS} >= READ_AS_TYPED


def test_what_leads_away_from_the_meeting_or_into_its_record_is_kept_back() -> None:
    kept_back = {command.name for command in PLACES["meeting"].commands} - WORK_SHIELDED
    assert kept_back >= {"leave", "conclude", "record", "people", "dates", "still_to_do"}


@pytest.mark.parametrize(
    ("typed", "own_note", "read"),
    [
        ("She said no.", False, "She said no."),
        ("She said no.", True, ""),
        ("lc: She said no.", False, "lc: She said no."),
        ("/disputed lc: not on 3 May", False, "/disputed lc: not on 3 May"),
        ("/DISPUTED not then", False, "/DISPUTED not then"),
        ("/disputed not then", True, "/disputed"),
        ("/aside he lied", False, "/aside"),
        ("lc: /aside he lied", False, "lc: /aside"),
        ("  \n/ aside he lied", False, "  \n/ aside"),
        ("/dispute he lied", False, "/dispute"),
        ("/next", True, "/next"),
        ("/he lied", False, "/he"),
        ("/lied to us", False, ""),
        ("//aside he lied", False, "//aside he lied"),
        ("//aside he lied", True, ""),
        ("", True, ""),
    ],
)
def test_how_much_of_what_is_typed_may_be_read(typed: str, own_note: bool, read: str) -> None:
    assert typed[: readable(typed, own_note=own_note)] == read


def test_the_guides_table_has_a_row_for_each_part_and_says_where_it_is_seen() -> None:
    rows = seen_table().splitlines()[2:]
    assert len(rows) == len(PARTS)
    assert "| minutes, asides among them | yes |  |  |  |" in rows
    assert any(row.startswith("| what you are typing | yes | yes |  | as dots") for row in rows)
    assert any(row.startswith("| agreed bottom line, large |  |  | yes |") for row in rows)
