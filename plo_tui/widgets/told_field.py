"""The field for who was told of an urgent matter: a name, a time, or both, on one line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input

from plo_tui.widgets.form_fields import LineField
from plo_tui.widgets.typed_times import split_time

if TYPE_CHECKING:
    from datetime import time

_NOW = re.compile(r"\bnow\b", re.IGNORECASE)


class ToldField(LineField):
    """`Ms Holt 10:50`, `10:55`, `Ms Holt`, `now`: without a time it is the time it is now."""

    def __init__(self, key: str, label: str) -> None:
        super().__init__(
            key,
            label,
            placeholder="name and time, such as Ms Holt 10:50; or now",
            help_text=(
                "Who you told, and when: Ms Holt 10:50. Without a time it is now; the word now "
                "alone names nobody. Leave it empty where they were not told."
            ),
        )

    @property
    def value(self) -> tuple[str, time | None] | None:
        """Their name, empty where none is typed, and the time; None where nobody was told."""
        typed = " ".join(self.typed.split())
        if not typed:
            return None
        name, at, rest = split_time(typed)
        if at is None:
            name, rest = _NOW.sub("", typed), ""
        return " ".join(f"{name} {rest}".split()).strip(" ,"), at

    @on(Input.Changed)
    def _describe(self) -> None:
        told = self.value
        if told is None:
            self.note("")
            return
        name, at = told
        when = f"told at {at:%H:%M}" if at else "told now"
        self.note(f"{name}, {when}" if name else when.capitalize())
