"""Money is typed in pounds and kept in pence."""

from __future__ import annotations

import pytest

from plo_tui.widgets.form_money import money, read_pounds


@pytest.mark.parametrize(
    ("typed", "pence"),
    [
        ("2400", 240_000),
        ("£2,400", 240_000),
        (" £ 2,400.5 ", 240_050),
        ("99.05", 9_905),
        ("0", 0),
        ("999999999", 99_999_999_900),
        ("", None),
        ("24,00", None),
        ("2400 pounds", None),
        ("-5", None),
        ("1.234", None),
        ("1e3", None),
        ("9999999999", None),
    ],
)
def test_an_amount_as_people_type_it(typed: str, pence: int | None) -> None:
    assert read_pounds(typed) == pence


@pytest.mark.parametrize(
    ("pence", "shown"), [(240_000, "£2,400"), (240_050, "£2,400.50"), (5, "£0.05"), (0, "£0")]
)
def test_an_amount_is_shown_as_it_can_be_typed_again(pence: int, shown: str) -> None:
    assert money(pence) == shown
    assert read_pounds(shown) == pence
