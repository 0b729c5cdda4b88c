"""The fields of every form: a label, an editor, and one line beneath that says what is wrong.

A field never refuses a key: whatever is typed stands until it is saved or corrected.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from textual import on
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Checkbox, Input, Select, Static, TextArea

from plo_tui.widgets.beneath import Beneath
from plo_tui.widgets.choice_list import ChoiceList
from plo_tui.widgets.shown import shown, shown_cell
from plo_tui.widgets.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult
    from textual.widget import Widget

    from agenda.finding import Finding


class FormField(Vertical):
    """The frame of a field. A field made from it gives its editor, and reads it.

    Attributes:
        key: the field's name, as a verb names it when it refuses.
        label: what stands before the editor.
        help_text: shown by F1 while the field has the focus.
        beneath: what is said under the editor.
    """

    DEFAULT_CSS = """
    FormField {
        height: auto;
        & > .row { height: auto; }
        & > .row > .label { width: 22; padding: 0 1; color: $text-muted; }
        & > .row > .editor { width: 1fr; }
        &.-here > .row > .label {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
        }
        & > Beneath { padding: 0 1 0 23; }
        &.-refused > .row > .label { color: $text-error; }
    }
    """

    class Edited(Message):
        """Somebody typed or chose in a field."""

        def __init__(self, field: FormField) -> None:
            super().__init__()
            self.field = field

    def __init__(self, key: str, label: str, editor: Widget, *, help_text: str = "") -> None:
        super().__init__()
        self.key = key
        self.label = label
        self.editor = editor
        self.editor.add_class("editor")
        self.help_text = help_text
        self._label = Static(shown(label), classes="label")
        self.beneath = Beneath()

    def compose(self) -> ComposeResult:
        """Lay out the label, the editor and the line beneath."""
        with Horizontal(classes="row"):
            yield self._label
            yield self.editor
        yield self.beneath

    @property
    def value(self) -> Any:
        """What the field says, read; only asked for where nothing is wrong with it."""
        raise NotImplementedError

    @property
    def typed(self) -> object:
        """What stands in the editor, to be compared with what stood there at first."""
        return self.value

    @property
    def wrong(self) -> str:
        """Why what is typed cannot be read, and what would do; empty where it can."""
        return ""

    @property
    def hidden(self) -> bool:
        """Whether the form hides it; unlike `display`, also true to that while a form closes."""
        return self.styles.display == "none"

    def refuse(self, sentence: str) -> None:
        """Say beneath the field what is wrong; what was typed stays."""
        self.beneath.refuse(sentence)
        self.set_class(bool(sentence), "-refused")

    def clear_refusal(self) -> None:
        """Take back what `refuse` said."""
        self.refuse("")

    def note(self, sentence: str) -> None:
        """Say something quietly beneath the field."""
        self.beneath.note(sentence)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what the rules found in this field, each with its example."""
        self.beneath.show_findings(findings)

    def relabel(self, label: str) -> None:
        """Put another label before the editor."""
        self.label = label
        self._label.update(shown(label))

    def focus_editor(self) -> None:
        """Put the cursor in the field."""
        self.editor.focus()

    def on_descendant_focus(self) -> None:
        """Mark the field one is in."""
        self.add_class("-here")

    def on_descendant_blur(self) -> None:
        """One has left the field."""
        self.remove_class("-here")

    def edited(self) -> None:
        """Say that somebody typed or chose here; what was refused before may be right now."""
        self.clear_refusal()
        self.post_message(self.Edited(self))


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
        pairs: list[tuple[str, Any]] = [
            (one.value, one) if isinstance(one, StrEnum) else one for one in choices
        ]
        if none:
            pairs.insert(0, (none, None))
        self.select = ChoiceList(
            [(shown_cell(said), chosen) for said, chosen in pairs],
            allow_blank=False,
            value=value if value is not None or none else pairs[0][1],
            compact=True,
        )
        super().__init__(key, label, self.select, help_text=help_text)

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
