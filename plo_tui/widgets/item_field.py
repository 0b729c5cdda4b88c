"""The field for an item of the agenda: by its number, or by the start of a word of its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plo_tui.widgets.form_names import Named, NameField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID


class ItemField(NameField):
    """An item, typed: `10`, or `plan`. Empty where a paragraph has none yet."""

    def __init__(
        self, key: str, label: str, items: Sequence[tuple[UUID, str]], chosen: UUID | None = None
    ) -> None:
        """Make the field.

        Args:
            key: the field's name.
            label: what stands before it.
            items: each item's key, and its number and title, `10 The plan`, as the agenda goes.
            chosen: the item it is in; None for none.
        """
        named: list[Named] = [(item, title, "") for item, title in items]
        super().__init__(
            key, label, named, chosen, help_text="Type the item's number, or a word of its title."
        )
        first = "; ".join(title for _, title in items[:4])
        self.input.placeholder = f"its number or a word of its title: {first} …"

    @property
    def wrong(self) -> str:
        """Why no item, or more than one, is meant."""
        found = self._found()
        if not self.typed.strip() or len(found) == 1:
            return ""
        if found:
            return f"That could be {'; '.join(title for _, title, _ in found[:4])}. Type more."
        return "No item is called that: type its number, or a word of its title."

    def note(self, sentence: str) -> None:
        """Say which item is meant, unless that is what was typed."""
        super().note("" if sentence == self.typed else sentence)

    def _found(self) -> Sequence[Named]:
        typed = self.typed.strip()
        if typed.isdecimal():
            return [one for one in self.people if one[1].split(" ", 1)[0] == typed]
        return super()._found()
