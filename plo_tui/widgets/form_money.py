"""The field for a sum of money: typed in pounds, kept in pence."""

from __future__ import annotations

import re

from textual import on
from textual.widgets import Input

from plo_tui.widgets.form_fields import LineField

_POUNDS = re.compile(r"£?\s*(?P<pounds>\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(?P<pence>\d{1,2}))?")
_WRONG = "Type an amount in pounds, such as 2,400 or 2400.50."


class MoneyField(LineField):
    """An amount in pounds, whose value is in pence; what it was read as stands beneath."""

    def __init__(
        self, key: str, label: str, pence: int | None = None, *, help_text: str = ""
    ) -> None:
        super().__init__(
            key,
            label,
            "" if pence is None else money(pence).removeprefix("£"),
            placeholder="such as 2,400",
            help_text=help_text or "An amount in pounds, such as 2,400 or 2400.50.",
        )

    @property
    def value(self) -> int | None:
        """The amount in pence; None where nothing is typed."""
        return read_pounds(self.typed)

    @property
    def wrong(self) -> str:
        """Why it is no amount."""
        return _WRONG if self.typed.strip() and self.value is None else ""

    @on(Input.Changed)
    def _describe(self) -> None:
        pence = self.value
        self.note(self.wrong or ("" if pence is None else money(pence)))


def read_pounds(typed: str) -> int | None:
    """Return pounds as typed (`£2,400`, `2400.5`) in pence; None where it is no amount."""
    found = _POUNDS.fullmatch(typed.strip())
    if found is None:
        return None
    return int(found["pounds"].replace(",", "")) * 100 + int((found["pence"] or "0").ljust(2, "0"))


def money(pence: int) -> str:
    """Return an amount as it is shown: `£2,400`, `£99.50`."""
    pounds, rest = divmod(pence, 100)
    return f"£{pounds:,}.{rest:02}" if rest else f"£{pounds:,}"
