"""Forms whose texts a parent reads: what is hard in them stands beneath the field as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import TextArea

from agenda.letter_part_check import text_findings
from agenda.phrases import words_of
from agenda.plainer import plainer_words, with_plainer
from agenda.reading_guide import reading_age
from plo_tui.screens.form import FormScreen
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import LineField, TextField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agenda.letter_place import LetterFinding
    from agenda.papers import Papers


class PlainWords(FormScreen[bool]):
    """A form some of whose fields a parent reads; one made from it names them in `READ`.

    What is found stops nothing here: the letter's own check does that.
    """

    papers: Papers
    READ: ClassVar[tuple[str, ...]] = ()
    """The keys of the fields that a parent reads."""

    def found_in(self, field: FormField) -> Sequence[LetterFinding]:
        """Return what is found in a field as it is typed."""
        children = [child.full_name for child in self.papers.children]
        return text_findings(str(field.typed), children, self.papers.authority_policy)

    def on_mount(self) -> None:
        """Show what is hard to read in what stands there already."""
        for field in self._read_fields():
            self._check(field)

    @on(FormField.Edited)
    def _check_words(self, event: FormField.Edited) -> None:
        if event.field.key in self.READ:
            self._check(event.field)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a plainer word only where the field one is in has a hard one."""
        if action == "write_plainer":
            return self._first_hard() is not None
        return super().check_action(action, parameters)

    def action_write_plainer(self) -> None:
        """Put the plainer word in the place of the first hard one in this field."""
        if found := self._first_hard():
            field, (written, plain) = found
            set_words(field, with_plainer(str(field.typed), written, plain))
            self.say(f"“{written}” is now “{plain}”. Read the sentence again.")

    def _check(self, field: FormField) -> None:
        field.show_findings(self.found_in(field))
        if isinstance(field, TextField):
            field.note(reading_words(str(field.typed)))

    def _first_hard(self) -> tuple[FormField, tuple[str, str]] | None:
        """Return the field one is in, and its first hard word with the plainer one."""
        node = self.focused
        here = (one for one in node.ancestors if isinstance(one, FormField)) if node else iter(())
        for field in here:
            if field.key in self.READ:
                hard = plainer_words(str(field.typed), self.papers.authority_policy)
                return (field, hard[0]) if hard else None
        return None

    def _read_fields(self) -> list[FormField]:
        return [field for field in self.all_fields if field.key in self.READ]


def reading_words(text: str) -> str:
    """Return how easily a text is read, in a few words: `reading age 10 · 42 words`."""
    age, count = reading_age(text), len(words_of(text))
    if age is None:
        return ""
    return f"reading age {age} · {count} word{'' if count == 1 else 's'}"


def set_words(field: FormField, text: str) -> None:
    """Put a text in a field, with the cursor where it was as far as it can be."""
    if isinstance(field.editor, TextArea):
        at = field.editor.cursor_location
        field.editor.text = text
        field.editor.move_cursor(at)
    elif isinstance(field, LineField):
        field.input.value = text
