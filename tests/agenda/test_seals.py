"""Seals as they are printed and as they are typed back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.seals import as_typed, beginning, in_groups

SEALS = st.text("0123456789abcdef", min_size=64, max_size=64)


@given(SEALS)
def test_a_printed_seal_is_read_as_it_was(seal: str) -> None:
    assert as_typed(in_groups(seal)) == seal
    assert as_typed(in_groups(seal).upper().replace(" ", "-")) == seal
    assert seal.startswith(as_typed(beginning(seal)))
    assert as_typed(beginning(seal))


def test_a_seal_is_printed_in_groups_of_four() -> None:
    assert in_groups("3f2a9c41d0e1") == "3f2a 9c41 d0e1"


@pytest.mark.parametrize("typed", ["", "3f2a", "hello there, this is no seal at all", "g" * 64])
def test_what_is_no_seal_is_said_to_be_none(typed: str) -> None:
    assert as_typed(typed) == ""
