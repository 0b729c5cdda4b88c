"""The fields of every form: a line, a paragraph, a choice, a tick."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from textual import on
from textual.widgets import Checkbox, Input, Select, TextArea

from plo_tui.widgets.choice_list import ChoiceList
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.shown import shown, shown_cell
from plo_tui.widgets.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Iterable


class LineField(FormField):
    """One line of text; Enter goes on to the next field."""

    DEFAULT_CSS = """
    LineField Input.-textual-compact { background: $panel; padding: 0 1; }
    """

    def __init__(
        self,
        key: str,
        label: str,
        value: str = "",
        *,
        placeholder: str = "",
        help_text: str = "",
        editor: Input | None = None,
    ) -> None:
        self.input = editor or Input(
            value=value, placeholder=placeholder, compact=True, select_on_focus=False
        )
        self.suggested = ""
        super().__init__(key, label, self.input, help_text=help_text)

    @property
    def value(self) -> Any:
        """The line as typed, without spaces around it."""
        return self.input.value.strip()

    @property
    def typed(self) -> str:
        """The line as typed."""
        return self.input.value

    def suggest(self, value: str) -> None:
        """Fill the field with something likely, unless somebody typed something else."""
        if self.typed in ("", self.suggested):
            self.suggested = value
            self.input.value = value

    def on_descendant_focus(self) -> None:
        """Let what was only suggested be typed over; what somebody typed never is."""
        if self.suggested and self.input.value == self.suggested:
            self.input.action_select_all()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.edited()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.screen.focus_next()


class TextField(FormField):
    """A paragraph in a few rows, which grow with it."""

    DEFAULT_CSS = """
    TextField TextArea { height: auto; max-height: 8; background: $panel; padding: 0 1; }
    TextField TextArea .text-area--cursor-line { background: transparent; }
    """

    def __init__(
        self,
        key: str,
        label: str,
        value: str = "",
        *,
        rows: int = 2,
        placeholder: str = "",
        help_text: str = "",
    ) -> None:
        self.area = TextArea(value, compact=True, placeholder=placeholder)
        self.area.styles.min_height = rows
        super().__init__(key, label, self.area, help_text=help_text)

    @property
    def value(self) -> str:
        """The paragraph, without blank lines around it."""
        return self.area.text.strip()

    @property
    def typed(self) -> str:
        """The text as it stands."""
        return self.area.text

    @on(TextArea.Changed)
    def _changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.edited()


class ChoiceField(FormField):
    """One choice of a closed list."""

    DEFAULT_CSS = """
    ChoiceField Select.-textual-compact > SelectCurrent { background: $panel; padding: 0 1; }
    """

    def __init__(
        self,
        key: str,
        label: str,
        choices: type[StrEnum] | Iterable[tuple[str, Any]],
        value: Any = None,
        *,
        none: str = "",
        help_text: str = "",
    ) -> None:
        """Make the field.

        Args:
            key: the field's name.
            label: what stands before it.
            choices: a closed list, whose words stand on the screen, or (words, value) pairs.
            value: what is chosen at first.
            none: the words for no choice, whose value is None; empty where one must be chosen.
            help_text: shown by F1.
        """
        self._none = none
        self._pairs = self._with_none(choices)
        self.select = ChoiceList(
            [(shown_cell(said), chosen) for said, chosen in self._pairs],
            allow_blank=False,
            value=value if value is not None or none else self._pairs[0][1],
            compact=True,
        )
        super().__init__(key, label, self.select, help_text=help_text)

    def offer(self, choices: type[StrEnum] | Iterable[tuple[str, Any]]) -> None:
        """Offer these from now on; what is chosen stays as long as it is still offered."""
        pairs = self._with_none(choices)
        if pairs == self._pairs:
            return
        self._pairs, chosen = pairs, self.value
        with self.select.prevent(Select.Changed):
            self.select.set_options((shown_cell(said), one) for said, one in pairs)
            if chosen in [one for _, one in pairs]:
                self.select.value = chosen
        self.edited()

    def _with_none(
        self, choices: type[StrEnum] | Iterable[tuple[str, Any]]
    ) -> list[tuple[str, Any]]:
        pairs = [(one.value, one) if isinstance(one, StrEnum) else one for one in choices]
        return [(self._none, None), *pairs] if self._none else pairs

    @property
    def value(self) -> Any:
        """What is chosen."""
        return self.select.value

    @value.setter
    def value(self, chosen: Any) -> None:
        self.select.value = chosen

    @on(Select.Changed)
    def _changed(self, event: Select.Changed) -> None:
        event.stop()
        self.edited()


class TickField(FormField):
    """Yes or no, ticked with the space bar."""

    def __init__(
        self, key: str, label: str, sentence: str, value: bool = False, *, help_text: str = ""
    ) -> None:
        self.box = Tick(shown(sentence), value, compact=True)
        super().__init__(key, label, self.box, help_text=help_text)

    @property
    def value(self) -> bool:
        """Whether it is ticked."""
        return self.box.value

    @on(Checkbox.Changed)
    def _changed(self, event: Checkbox.Changed) -> None:
        event.stop()
        self.edited()
