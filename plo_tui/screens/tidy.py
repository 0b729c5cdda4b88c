"""Tidying the minutes: everything that was captured in haste, put right in one pass."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from textual import on, work
from textual.binding import Binding
from textual.containers import Container, Vertical, VerticalScroll
from textual.widgets import Button, OptionList, Static, TextArea

from agenda.finding import Finding
from agenda.tidying import ToTidy, to_tidy
from plo_tui.commands import bindings_for
from plo_tui.screens.form import FormScreen
from plo_tui.screens.meeting_rows import day_of
from plo_tui.screens.tidy_fields import entry_fields
from plo_tui.screens.tidy_rows import tidy_row, title_words
from plo_tui.store.problems import StoreProblem
from plo_tui.store.reading.edition import newest_version
from plo_tui.store.undoing import undo
from plo_tui.store.verbs import minuting
from plo_tui.widgets.case_bar import Standing
from plo_tui.widgets.shown import shown
from plo_tui.widgets.tidy_list import TidyList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from textual.app import ComposeResult
    from textual.widget import Widget

    from agenda import records
    from agenda.papers import Papers
    from plo_tui.desk import Desk

APPROVED = (
    "These minutes are approved, so they stay as they are. To change them, begin a new version "
    "in sign-off, with a reason."
)
NOT_SAVED = "Not saved yet: Enter saves it. The same key again leaves it as it was."


class TidyScreen(FormScreen[Finding]):
    """One meeting's paragraphs and findings, one at a time.

    It ends with a finding where the meeting is to go to it, else with None.
    """

    papers: Papers
    place = "tidy"
    BINDINGS = [  # noqa: RUF012 - as Textual declares it
        *bindings_for("tidy"),
        Binding("enter", "tidy_enter", priority=True, show=False),
        Binding("alt+enter,ctrl+j", "new_line", priority=True, show=False),
    ]
    CSS_PATH = "tidy.tcss"

    def __init__(self, desk: Desk, papers: Papers) -> None:
        super().__init__(desk, papers)
        self.things: list[ToTidy] = []
        self.at: int | None = None
        self.ready = False
        version = newest_version(papers, papers.meeting.id)
        self.approved = bool(version and version.frozen)

    @property
    def thing(self) -> ToTidy | None:
        """What is in front of us; None at the end, and where there is nothing."""
        return None if self.at is None else self.things[self.at]

    @property
    def entry(self) -> records.Entry | None:
        """The paragraph in front of us; None where it is something else."""
        return self.papers.find("Entry", self.thing.entry_id) if self.thing else None

    # --- drawing

    def body(self) -> ComposeResult:
        """Lay out the counts, the list, and the one in front of us."""
        yield Static(id="title")
        with Container(id="panels"):
            yield TidyList(id="list")
            with Vertical(id="one"):
                yield Static(id="why")
                yield VerticalScroll(id="fields", can_focus=False)
        yield Static(id="say")

    def on_mount(self) -> None:
        """List what there is to tidy."""
        self.begin()

    @work(exclusive=True, group="tidy")
    async def begin(self) -> None:
        """Say whose minutes these are, list everything, and begin with the first."""
        papers = self.papers
        initials = ", ".join(child.initials for child in papers.children)
        self.standing = Standing(
            papers.case.reference, initials, papers.meeting.kind.heading, day_of(papers)
        )
        await self._list_again()
        self.ready = True
        self.refresh_bindings()

    async def _list_again(self, following: Iterable[object] | None = None) -> None:
        """List what there is now, and go to the first of `following` that is still there.

        None begins with the first of all. The findings take longer than a key may wait.
        """
        if not self.approved:
            self.things = await asyncio.to_thread(
                to_tidy, self.papers, self.desk.days, self.desk.today()
            )
        keys: list[object] = [one.key for one in self.things]
        there = [keys.index(key) for key in (keys if following is None else following)
                 if key in keys]  # fmt: skip
        await self._show(there[0] if there else None)

    async def _show(self, at: int | None) -> None:
        """Put one thing in front of us; None at the end."""
        self.at = at
        self.title = title_words(self.things)
        self._asked_to_leave = False
        rows = [tidy_row(self.papers, one) for one in self.things]
        self.query_one(TidyList).show(rows, at)
        self.query_one("#why", Static).update(shown(self._why()))
        await self.empty()
        if self.thing and self.thing.entry_id:
            self.field(self.thing.findings[0].field).focus_editor()
        self.refresh_bindings()

    def _why(self) -> str:
        if self.approved:
            return APPROVED
        if self.thing:
            return "\n".join(one.sentence for one in self.thing.findings)
        if self.things:
            return (
                f"That was the last one. {len(self.things)} stay as they are: F7 goes back to "
                "them, or choose one in the list (F3)."
            )
        return "Nothing is left to tidy. The minutes can go to the chair for approval."

    def fields(self) -> Iterator[Widget]:
        """The fields of the paragraph; of a finding, the way to where it is put right."""
        entry = self.entry
        if entry is None:
            yield Button("Go there" if self.thing else "Go back", classes="editor")
            return
        yield from entry_fields(self.papers, entry)

    # --- what can be done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with the one in front of us; Enter saves but in a list."""
        if action == "tidy_enter":
            return self.ready and not isinstance(self.focused, OptionList)
        possible = {
            "tidy_next": self.ready,
            "tidy_skip": self.at is not None,
            "tidy_back": bool(self.things) and self.at != 0,
            "tidy_withdraw": self.entry is not None,
            "tidy_history": self.entry is not None,
            "tidy_list": bool(self.things),
            "tidy_replace": self.ready and not self.approved,
            "tidy_undo": self.ready,
        }
        return possible.get(action, super().check_action(action, parameters))

    async def save(self) -> Finding | None:  # type: ignore[override]
        """Save the paragraph as the fields have it."""
        entry, said = self.entry, self.values()
        assert entry is not None  # noqa: S101 - only a paragraph has fields to save
        done = await self.desk.do(
            minuting.tidy_entry,
            entry.id,
            entry.version,
            said["item"],
            said["text"],
            said["kind"],
            *self.papers.staff_or_person(said["speaker"]),
            verbatim=said["verbatim"],
        )
        self.papers.take(done.changed)
        return None

    async def action_tidy_enter(self) -> None:
        """Do what Enter does: save, and go on."""
        await self.action_tidy_next()

    def action_new_line(self) -> None:
        """Start a new line in the words, as Enter alone does not."""
        if isinstance(self.focused, TextArea):
            self.focused.insert("\n")

    async def action_tidy_next(self) -> None:
        """Save this and go on; of a finding, go where it is put right."""
        await self.let_typing_arrive()
        if self.thing is None:
            self.dismiss(None)
        elif self.entry is None:
            self.put_right(self.thing.findings[0])
        elif not self.changed or await self.save_and_stay():
            await self._go_on()

    async def _go_on(self) -> None:
        """Go to the next thing; what was put right is no longer among them."""
        at = self.at or 0
        await self._list_again([one.key for one in self.things[at + 1 :]])

    async def action_tidy_skip(self) -> None:
        """Leave this as it is, and go on."""
        if self._may_leave_this() and self.at is not None:
            following = self.at + 1
            await self._show(following if following < len(self.things) else None)

    async def action_tidy_back(self) -> None:
        """Go to the one before."""
        if self._may_leave_this():
            await self._show((len(self.things) if self.at is None else self.at) - 1)

    def action_tidy_list(self) -> None:
        """Go to the list."""
        self.query_one(TidyList).focus()

    @on(TidyList.Chosen)
    async def _chosen(self, event: TidyList.Chosen) -> None:
        if self._may_leave_this():
            await self._show(event.at)

    async def action_tidy_withdraw(self) -> None:
        """Withdraw this paragraph, and go on."""
        if (entry := self.entry) and await self._do(minuting.withdraw_entry, entry.id):
            await self._go_on()
            self.say("Withdrawn: it stays in the record. alt+u takes that back.")

    async def action_tidy_history(self) -> None:
        """Show every version of this paragraph."""
        from plo_tui.screens.history import show_entry_history

        assert self.entry is not None  # noqa: S101 - `check_action` saw to it
        await show_entry_history(self, self.desk, self.papers, self.entry)

    async def action_tidy_undo(self) -> None:
        """Take back the last step, and list everything anew."""
        if self._may_leave_this() and await self._do(undo, self.papers.case_id):
            await self._list_again()
            self.say("Undone.")

    @work(exclusive=True, group="form")
    async def action_tidy_replace(self) -> None:
        """Ask for two wordings, and put one in the place of the other."""
        from plo_tui.screens.replacing import ReplaceForm, ReplacingScreen

        if not self._may_leave_this():
            return
        changes = await self.app.push_screen_wait(ReplaceForm(self.desk, self.papers))
        if changes:
            preview = ReplacingScreen(self.desk, self.papers, changes)
            if await self.app.push_screen_wait(preview):
                await self._list_again()

    @work(exclusive=True, group="form")
    async def put_right(self, finding: Finding) -> None:
        """Open the line of the plan that a finding is about; for all else, go to the meeting."""
        from plo_tui.screens.line_form import LineForm

        line = self.papers.find("PlanLine", finding.about)
        if line is None:
            self.dismiss(finding)
            return
        form = LineForm(
            self.desk, self.papers, line.id, kind=line.kind, meeting_id=self.papers.meeting.id
        )
        await self.app.push_screen_wait(form)
        here = self.at or 0
        await self._list_again([one.key for one in self.things[here:]])

    async def _do(self, verb: Callable[..., Any], *args: Any) -> bool:
        """Do a verb; where it is refused, say why."""
        self.say("")
        try:
            done = await self.desk.do(verb, *args)
        except StoreProblem as problem:
            self.say(str(problem))
            return False
        self.papers.take(done.changed)
        return True

    def _may_leave_this(self) -> bool:
        """Whether nothing here waits to be saved; where something does, say so once."""
        if self.entry is None or not self.changed or self._asked_to_leave:
            return True
        self._asked_to_leave = True
        self.say(NOT_SAVED)
        return False
