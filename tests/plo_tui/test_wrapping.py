"""Rows of the minutes: nothing is left out, nothing is too wide, a long text costs little."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from plo_tui.widgets.wrapping import fit, wrap_spans

TEXTS = st.text(alphabet=st.sampled_from("ab é “”\n 漢😀\u0301👨‍👩‍👧"), max_size=200)


@given(TEXTS | st.text(max_size=200), st.integers(2, 40))
def test_all_of_a_text_is_in_its_rows_and_none_is_too_wide(text: str, width: int) -> None:
    text = fit(text)
    rows, left_over = wrap_spans(text, width, len(text) + 1)
    assert not left_over
    between = "".join(text[a:b] for (_, a), (b, _) in itertools.pairwise(rows))
    assert set(between) <= {" ", "\n"}
    assert (rows[0][0], text[rows[-1][1] :].strip()) == (0, "")
    assert all(cell_len(text[start:end]) <= max(width, 2) for start, end in rows)


def test_rows_break_at_spaces_and_newlines() -> None:
    text = "the stairs are clear\nthe bath"
    rows, _ = wrap_spans(text, 11, 9)
    assert [text[a:b] for a, b in rows] == ["the stairs", "are clear", "the bath"]


def test_a_long_text_stops_after_the_rows_asked_for() -> None:
    rows, left_over = wrap_spans("word " * 20_000, 50, 3)
    assert (len(rows), left_over) == (3, True)
    assert rows[-1][1] <= 150


def test_a_terminal_never_gets_control_characters() -> None:
    assert fit("a\x1b[31mb\x9b\x7f") == "a␛[31mb⟨U+009B⟩␡"
