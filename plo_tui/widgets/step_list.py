"""The steps of the directive in columns, one to a row."""

from __future__ import annotations

from typing import ClassVar

from textual.message import Message

from plo_tui.widgets.row_list import RowList


class StepList(RowList):
    """Steps in the order given; a meeting among them is booked with Enter or the mouse."""

    help_text: ClassVar[str] = (
        "Each step with its planned day, the day it was done or is booked, and how it stands. "
        "Up and down move. Enter books the meeting under the cursor, or changes it."
    )

    class Chosen(Message):
        """A step was chosen."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def chosen(self, key: str) -> Chosen:
        """The message for a chosen row: its place among the steps."""
        return self.Chosen(int(key))
