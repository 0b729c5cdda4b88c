"""What every form has: its title, its fields, one way to save and one way to leave."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from textual import on
from textual.containers import VerticalScroll
from textual.widgets import Static

from plo_tui.commands import bindings_for
from plo_tui.screens.base import PloScreen
from plo_tui.screens.booking import named_dates
from plo_tui.screens.keys_in_turn import settled, way_up
from plo_tui.store.problems import Refused, StoreProblem
from plo_tui.widgets.case_bar import Standing
from plo_tui.widgets.form_date import DateField
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from textual.app import ComposeResult
    from textual.widget import Widget

    from agenda.papers import Papers
    from plo_tui.desk import Desk

Result = TypeVar("Result")

LEAVE_ONCE_MORE = "Not saved yet. Escape again leaves without saving; ^s or F10 saves."


class FormScreen(PloScreen[Result]):
    """A form. One made from it sets `TITLE` or `title`, gives `fields`, and saves in `save`.

    It ends with what `save` returned, or with None where it was left.

    Attributes:
        desk: the desk.
        papers: the case's papers; None before there is a case.
    """

    place = "form"
    BINDINGS = bindings_for("form")
    AUTO_FOCUS = "#fields .editor"
    keys_in_turn = True

    can_add_another = False
    """Whether the form can be saved and come back empty, for the next one of its kind."""
    lead = ""
    """A sentence or two under the title."""
    begins_at = ""
    """The field that the cursor goes to first; empty for the first one there is."""

    def __init__(self, desk: Desk, papers: Papers | None = None) -> None:
        super().__init__()
        self.css_path = [Path(__file__).with_suffix(".tcss"), *self.css_path]
        self.desk = desk
        self.papers = papers
        self._at_first: dict[str, object] = {}
        self._last_typed: dict[str, object] = {}
        self._asked_to_leave = False
        self._saved_so_far: Result | None = None

    # --- what a form gives

    def begin_next(self) -> None:
        """Forget what was saved, before the fields are drawn for the next one."""

    def fields(self) -> Iterable[Widget]:
        """The fields, in their order; headings and the like may stand between them."""
        raise NotImplementedError

    async def save(self) -> Result:
        """Save what the fields say.

        Raises:
            StoreProblem: shown beside its field, or above the footer; nothing typed is lost.
        """
        raise NotImplementedError

    def date_field(
        self, key: str, label: str, value: date | None = None, *, past: bool = False
    ) -> DateField:
        """Return a field for a date of this case, which knows its window and its reviews."""
        return DateField(
            key,
            label,
            value,
            today=self.desk.today(),
            days=self.desk.days,
            window=self.papers.window if self.papers else None,
            named=named_dates(self.papers) if self.papers else None,
            past=past,
        )

    # --- reading the fields

    @property
    def all_fields(self) -> list[FormField]:
        """The fields in their order, hidden ones too; they stand directly in the form."""
        box = self.query_one("#fields")
        return [child for child in box.children if isinstance(child, FormField)]

    def field(self, key: str) -> FormField:
        """Return the field of this name."""
        return next(field for field in self.all_fields if field.key == key)

    def values(self, *keys: str) -> dict[str, Any]:
        """Return what the fields say, by name; all of them where none is named."""
        fields = [field for field in self.all_fields if not keys or field.key in keys]
        return {field.key: field.value for field in fields}

    @property
    def changed(self) -> bool:
        """Whether anything was typed or chosen since the form was opened; no suggestion is."""
        return any(
            field.typed
            not in (self._at_first.get(field.key), getattr(field, "suggested", "") or None)
            for field in self.all_fields
        )

    @property
    def help_text(self) -> str:
        """What a form is, and what the field with the focus asks for."""
        here = self._focused_field()
        said = f"\n\n{here.label}: {here.help_text}" if here and here.help_text else ""
        return super().help_text + said

    # --- drawing

    def body(self) -> ComposeResult:
        """Lay out the title, the fields and the line for what is to be said."""
        yield Static(shown(self.title or ""), id="title")
        yield Static(shown(self.lead), id="lead")
        with VerticalScroll(id="fields", can_focus=False):
            yield from self.fields()
        yield Static(id="say")

    def on_mount(self) -> None:
        """Say whose case this is, and remember what stood in the fields."""
        if self.papers:
            case, children = self.papers.case, self.papers.children
            initials = ", ".join(child.initials for child in children)
            self.standing = Standing(case.reference, initials)
        else:
            self.standing = Standing("plo-tui")
        self.say("")
        self._show_lead()
        self._at_first = self._last_typed = self._typed()
        if self.begins_at:
            self.call_after_refresh(self.field(self.begins_at).focus_editor)

    def say(self, sentence: str) -> None:
        """Show a sentence above the footer, or nothing."""
        line = self.query_one("#say", Static)
        line.update(shown(sentence))
        line.display = bool(sentence)
        if sentence and self.focused:  # it takes a row from the fields: keep the cursor in sight
            self.call_after_refresh(self.focused.scroll_visible, animate=False)

    async def empty(self) -> None:
        """Draw the fields anew, as `fields` gives them now."""
        box = self.query_one("#fields", VerticalScroll)
        async with self.batch():
            await box.remove_children()
            await box.mount(*self.fields())
        self.query_one("#title", Static).update(shown(self.title or ""))
        self._show_lead()
        box.scroll_home(animate=False)
        self._at_first = self._last_typed = self._typed()
        self.set_focus(self.query(str(self.AUTO_FOCUS)).first())  # at once: a key may be waiting

    # --- saving and leaving

    async def action_save_form(self) -> None:
        """Save, and leave with what was saved."""
        await self.let_typing_arrive()
        if (saved := await self._save()) is not None:
            self.dismiss(saved[0])

    async def action_save_another(self) -> None:
        """Save, and go on with an empty form for the next one."""
        await self.let_typing_arrive()
        if await self.save_and_stay():
            self.begin_next()
            await self.empty()
            self.say("Saved. Here is the next one; Escape where there is no other.")

    async def let_typing_arrive(self) -> None:
        """Wait until what was typed has gone its whole way, from the field up to the form.

        The app acts on a key that saves at once, and so before letters typed just before it.
        """
        await settled(way_up(self))

    async def save_and_stay(self) -> bool:
        """Save without leaving; whether it was saved. Leaving later ends with what was saved."""
        saved = await self._save()
        if saved is not None:
            self._saved_so_far = saved[0]
        return saved is not None

    def action_close(self) -> None:
        """Leave; where something was typed, ask once."""
        if self.changed and not self._asked_to_leave:
            self._asked_to_leave = True
            self.say(LEAVE_ONCE_MORE)
        else:
            self.dismiss(self._saved_so_far)

    async def keep_words(self) -> bool:
        """A form keeps nothing that is not saved; False where something would be lost."""
        return not (self._at_first and self.changed)  # empty before the fields are there

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer another one only where there can be another; a plainer word in letters alone."""
        if action == "write_plainer" or (action == "save_another" and not self.can_add_another):
            return False
        return super().check_action(action, parameters)

    def refuse(self, sentence: str, key: str = "") -> None:
        """Say what is wrong beside its field, or above the footer where it has none."""
        field = next((one for one in self.all_fields if key and one.key == key), None)
        if field is None:
            self.say(sentence)
            return
        field.refuse(sentence)
        field.focus_editor()
        self.call_after_refresh(field.scroll_visible, animate=False)

    @on(FormField.Edited)
    def _typing_goes_on(self) -> None:
        typed = self._typed()
        if typed != self._last_typed:  # a field that was only just drawn says it was edited too
            self._last_typed = typed
            self._asked_to_leave = False
            self.say("")

    async def _save(self) -> tuple[Result] | None:
        """Return what was saved, boxed; None where something was refused."""
        self.say("")
        seen = [field for field in self.all_fields if not field.hidden]
        stops = [(field, said) for field in seen if (said := field.wrong or field.question)]
        for field, said in reversed(stops):
            self.refuse(said, field.key)
        if stops:
            return None
        try:
            return (await self.save(),)
        except Refused as refused:
            self.refuse(str(refused), refused.field)
        except StoreProblem as problem:
            self.say(str(problem))
        return None

    def _show_lead(self) -> None:
        for lead in self.query("#lead").results(Static):  # a form may be laid out without one
            lead.update(shown(self.lead))
            lead.display = bool(self.lead)

    def _typed(self) -> dict[str, object]:
        return {field.key: field.typed for field in self.all_fields}

    def _focused_field(self) -> FormField | None:
        node = self.focused
        if node is None:
            return None
        return next((one for one in node.ancestors if isinstance(one, FormField)), None)


def heading(text: str) -> Static:
    """Return a heading between fields."""
    return Static(shown(text), classes="heading")
