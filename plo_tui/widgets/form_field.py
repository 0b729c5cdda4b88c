"""What every field of a form is: a label, an editor, and a line beneath saying what is wrong.

A field never refuses a key: whatever is typed stands until it is saved or corrected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from plo_tui.widgets.beneath import Beneath
from plo_tui.widgets.shown import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    def question(self) -> str:
        """What is asked once before the form is saved, and saved again is answered with yes."""
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
