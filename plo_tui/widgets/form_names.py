"""The fields for who: one name from a list, typed; and which children, ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import ItemGrid
from textual.suggester import SuggestFromList
from textual.widgets import Checkbox, Input

from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import LineField
from plo_tui.widgets.shown import plain, shown
from plo_tui.widgets.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID


Named = tuple["UUID", str, str]
"""Somebody on the list: their key, their name, and who they are, such as `social worker` or
`Lena Carter, parent`. Words of either find them."""

PLACEHOLDER = 200
"""Characters of the names in an empty field: more than any terminal is wide."""


class NameInput(Input):
    """A line for a name: → also takes a name that is offered in the place of the one typed.

    Attributes:
        offered: that name; empty where none is.
    """

    offered = ""

    def action_cursor_right(self, select: bool = False) -> None:
        """Take the name that is offered, or go on as in any line."""
        if self.offered and self.cursor_at_end and not select:
            self.value, self.offered = self.offered, ""
            self.cursor_position = len(self.value)
        else:
            super().action_cursor_right(select)


class NameField(LineField):
    """Somebody, by the start of any of their names; → completes. Someone new where that may be."""

    def __init__(
        self,
        key: str,
        label: str,
        people: Sequence[Named],
        chosen: UUID | None = None,
        *,
        new: str = "",
        help_text: str = "",
    ) -> None:
        """Make the field.

        Args:
            key: the field's name.
            label: what stands before it.
            people: everyone on the list.
            chosen: who is chosen at first.
            new: what someone not on the list is added as, such as `social worker`; empty where
                only those on the list will do.
            help_text: shown by F1.
        """
        self.new = new
        value = next((name for key_, name, _ in people if key_ == chosen), "")
        self.line = NameInput(value=value, compact=True, select_on_focus=False)
        beside = f" A new name is added as {new}." if new else ""
        super().__init__(
            key,
            label,
            editor=self.line,
            help_text=help_text or f"Type the start of a name; → completes it.{beside}",
        )
        self.know(people)

    def know(self, people: Sequence[Named]) -> None:
        """Choose from these people from now on; what was typed stays."""
        self.people = tuple(people)
        names = [plain(name) for _, name, _ in people]
        listed = ", ".join(names)[:PLACEHOLDER]
        self.input.placeholder = f"type a name: {listed}" if names else "type a name"
        self.input.suggester = SuggestFromList(names, case_sensitive=False) if names else None

    @property
    def value(self) -> UUID | None:
        """Who is meant; None for nobody, and for someone new."""
        found = self._found()
        return found[0][0] if len(found) == 1 else None

    @property
    def new_name(self) -> str:
        """The name of someone who is not on the list; empty where it is on it."""
        return "" if self._found() or not self.new else " ".join(self.typed.split())

    @property
    def wrong(self) -> str:
        """Why nobody, or more than one, is meant."""
        found = self._found()
        if not self.typed.strip() or len(found) == 1 or (self.new and not found):
            return ""
        names = ", ".join(name for _, name, _ in (found or self.people)[:6])
        if found:
            return f"That could be {names}. Type more of the name."
        return f"Nobody here is called that. Choose from: {names}." if names else "Nobody is here."

    @on(Input.Changed)
    def describe(self) -> None:
        """Say beneath who is meant, or what is wrong."""
        found = self._found()
        if len(found) == 1:
            _, name, who = found[0]
            self.note(f"{name}, {who}" if who else name)
        elif name := self.new_name:
            self.note(f"New: {name} is added as {self.new}.")
        else:
            self.note(self.wrong)

    def _found(self) -> Sequence[Named]:
        """Return everyone the typed words could mean; a whole name wins."""
        typed = " ".join(self.typed.casefold().split())
        if not typed:
            return ()
        whole = [one for one in self.people if one[1].casefold() == typed]
        return whole or [
            one for one in self.people if f" {typed}" in f" {one[1]} {one[2]}".casefold()
        ]


class ChildrenField(FormField):
    """Which children: one tick for each."""

    DEFAULT_CSS = """
    ChildrenField ItemGrid { grid-gutter: 0 1; height: auto; }
    """

    def __init__(
        self,
        key: str,
        label: str,
        children: Sequence[tuple[UUID, str]],
        ticked: Sequence[UUID] = (),
        *,
        help_text: str = "Space ticks a child or takes the tick away.",
        column: int = 10,
    ) -> None:
        self.boxes = {
            child: Tick(shown(initials), child in ticked, compact=True)
            for child, initials in children
        }
        grid = ItemGrid(*self.boxes.values(), min_column_width=column)
        super().__init__(key, label, grid, help_text=help_text)

    @property
    def value(self) -> list[UUID]:
        """The children that are ticked, in the family's order."""
        return [child for child, box in self.boxes.items() if box.value]

    def focus_editor(self) -> None:
        """Put the cursor on the first child."""
        next(iter(self.boxes.values())).focus()

    @on(Checkbox.Changed)
    def _changed(self, event: Checkbox.Changed) -> None:
        event.stop()
        self.edited()
