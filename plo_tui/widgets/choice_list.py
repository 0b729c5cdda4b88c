"""The list of a field with a closed choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.widgets import Select

if TYPE_CHECKING:
    from textual.binding import BindingType


class ChoiceList(Select[Any]):
    """A list that opens with Enter; left and right go through it without opening it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "step(1)", "next", show=False),
        Binding("left", "step(-1)", "previous", show=False),
    ]

    def action_step(self, by: int) -> None:
        """Choose the next or the previous one; the first and the last stay."""
        values = [value for _, value in self._options]
        place = values.index(self.value) + by
        if 0 <= place < len(values):
            self.value = values[place]
