"""Who is here: everyone's presence in one sitting, the latest at first, one key each."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rich.text import Text
from textual.widgets import DataTable, Static

from agenda.meeting_facts import represented_by
from agenda.sitting_words import sitting_line
from agenda.words import Attending, Presence
from plo_tui.commands import bindings_for
from plo_tui.screens.meeting_rows import day_of, people_rows
from plo_tui.screens.saying import Saying
from plo_tui.store.problems import StoreProblem
from plo_tui.store.verbs.meeting import set_presence
from plo_tui.widgets.case_bar import Standing
from plo_tui.widgets.shown import shorten, shown, shown_cell

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from textual.app import ComposeResult

    from agenda import records
    from agenda.papers import Papers
    from plo_tui.desk import Desk
    from plo_tui.widgets.form_fields import LineField
    from plo_tui.widgets.people_list import PersonRow

MARKS = {
    Presence.INVITED: "?",
    Presence.PRESENT: "✓",
    Presence.LATE: "✓",
    Presence.LEFT: "←",
    Presence.APOLOGIES: "–",
    Presence.ABSENT: "✗",
}
"""The sign before somebody's presence; the word always stands behind it."""

COLUMNS = (("Here", 16), ("How", 14), ("Advice", 12))
"""The columns after the name, and their widths in cells."""

_LEAST_NAME, _MOST_NAME = 28, 56
_PADDING = 2


class PeopleHereScreen(Saying[bool]):
    """Everyone of a sitting. It ends with True where something changed, else None."""

    place = "people"
    BINDINGS = bindings_for("people")
    CSS_PATH = "people_here.tcss"
    AUTO_FOCUS = "DataTable"

    def __init__(self, desk: Desk, papers: Papers) -> None:
        super().__init__()
        self.desk = desk
        self.papers = papers
        self.sitting = papers.sittings[-1]
        self._changed = False
        self._name_width = _LEAST_NAME

    @property
    def attendees(self) -> list[records.Attendance]:
        """Everyone's part in the sitting that is shown, in the order they were invited."""
        return [row for row in self.papers.attendance if row.sitting_id == self.sitting.id]

    # --- drawing

    def body(self) -> ComposeResult:
        """Lay out the table, its summary and the line for what is to be said."""
        yield Static(id="title")
        yield DataTable(cursor_type="row", zebra_stripes=True)
        yield Static(id="summary")
        yield Static(id="say")

    def on_mount(self) -> None:
        """Say whose case this is, and list everyone."""
        papers = self.papers
        initials = ", ".join(child.initials for child in papers.children)
        self.standing = Standing(
            papers.case.reference, initials, papers.meeting.kind.heading, day_of(papers)
        )
        others = sum(width + _PADDING for _, width in COLUMNS) + _PADDING * 2
        self._name_width = min(max(self.app.size.width - others, _LEAST_NAME), _MOST_NAME)
        table = self.query_one(DataTable)
        table.add_column("Name", width=self._name_width)
        for title, width in COLUMNS:
            table.add_column(title, width=width)
        self.show()

    def show(self) -> None:
        """Draw everyone as the papers have them, and stay on the same person."""
        table = self.query_one(DataTable)
        here = table.cursor_row
        words = {row.key: row for row in people_rows(self.papers, self.sitting.id)}
        table.clear()
        for row in self.attendees:
            table.add_row(*self._cells(row, words[row.id]), key=row.id.hex, height=2)
        table.move_cursor(row=min(here, max(table.row_count - 1, 0)))
        self.query_one("#title", Static).update(shown(self._title()))
        self.query_one("#summary", Static).update(shown(self._summary()))
        self.say("")

    def _title(self) -> str:
        """Return whose list it is, where there is more than one or it has a name."""
        if len(self.papers.sittings) == 1 and not self.sitting.called:
            return "Who is here"
        return f"Who is here · {sitting_line(self.sitting)}"

    def _cells(self, row: records.Attendance, words: PersonRow) -> Iterable[Text]:
        name = shown_cell(shorten(words.name, self._name_width), "bold")
        role = shown_cell(shorten(self._role(row, words), self._name_width))
        presence = f"{MARKS[row.presence]} {row.presence} {words.since}".rstrip()
        how = "" if row.presence in (Presence.APOLOGIES, Presence.ABSENT) else row.attending.value
        return (
            Text("\n").join([name, role]),
            shown_cell(presence),
            shown_cell(how),
            shown_cell(words.advice),
        )

    def _role(self, row: records.Attendance, words: PersonRow) -> str:
        """Return somebody's role, whom they represent, and who represents them."""
        parts = [words.role]
        client = self.papers.name(None, row.represents_id)
        if client and client not in words.role:
            parts.append(f"for {client}")
        acts = self.papers.representation(row.person_id) if row.person_id else None
        if acts and acts.lawyer_id:
            parts.append(f"with {self.papers.name(None, acts.lawyer_id)}")
        elif acts and acts.represented:
            parts.append(acts.represented.value)
        return " · ".join(part for part in parts if part)

    def _summary(self) -> str:
        states = [row.presence for row in self.attendees]
        here = sum(state in (Presence.PRESENT, Presence.LATE) for state in states)
        waiting = states.count(Presence.INVITED)
        said = f"{here} here now of {len(states)}."
        return f"{said} {waiting} not marked yet; “all here” marks them." if waiting else said

    # --- one person

    async def action_mark_present(self) -> None:
        """Record that they are here."""
        await self.mark(Presence.PRESENT)

    async def action_mark_late(self) -> None:
        """Record that they have just come."""
        await self.mark(Presence.LATE)

    async def action_mark_left(self) -> None:
        """Record that they have just left."""
        await self.mark(Presence.LEFT)

    async def action_mark_apologies(self) -> None:
        """Record that they sent apologies."""
        await self.mark(Presence.APOLOGIES)

    async def action_mark_absent(self) -> None:
        """Record that they did not come."""
        await self.mark(Presence.ABSENT)

    async def mark(self, presence: Presence) -> None:
        """Record the presence of the person under the cursor."""
        if row := self._under_cursor():
            await self.record([(row, presence, row.attending)])

    async def action_switch_attending(self) -> None:
        """Go on to the next way of taking part."""
        if row := self._under_cursor():
            ways = list(Attending)
            following = ways[(ways.index(row.attending) + 1) % len(ways)]
            await self.record([(row, row.presence, following)])

    def action_ask_advice(self) -> None:
        """Record a parent's letter, advice and solicitor."""
        row = self._under_cursor()
        parents = {parent.id for parent in self.papers.parents}
        if row is None or row.person_id not in parents:
            self.say("Advice is asked of the parents: move to one of them.")
            return
        from plo_tui.screens.advice_form import AdviceForm

        self.app.push_screen(AdviceForm(self.desk, self.papers, row.person_id), self._came_back)

    # --- everyone

    async def action_everyone_here(self) -> None:
        """Record as present everyone who is still marked only as invited."""
        invited = [row for row in self.attendees if row.presence is Presence.INVITED]
        if invited:
            await self.record([(row, Presence.PRESENT, row.attending) for row in invited])
        else:
            self.say("Everyone is marked already.")

    def action_other_sitting(self) -> None:
        """Show the people of the next sitting; after the last one, of the first."""
        sittings = self.papers.sittings
        numbers = [row.id for row in sittings]
        self.sitting = sittings[(numbers.index(self.sitting.id) + 1) % len(sittings)]
        self.show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer another sitting only where there is one."""
        if action == "other_sitting" and len(self.papers.sittings) == 1:
            return False
        return super().check_action(action, parameters)

    def action_add_attendee(self) -> None:
        """Add someone of the record, or someone new, who is here now."""
        from plo_tui.screens.attendee_form import AttendeeForm

        self.sitting = self.papers.sittings[-1]
        self.app.push_screen(AttendeeForm(self.desk, self.papers), self._attendee_named)

    async def _attendee_named(self, new_name: str | None) -> None:
        """Draw who was added; someone new is put in the record first."""
        self._came_back(new_name is not None)
        if not new_name:
            return
        from plo_tui.screens.person_form import PersonForm

        before = {person.id for person in self.papers.people}

        async def mark(_saved: bool | None) -> None:
            new = [person.id for person in self.papers.people if person.id not in before]
            for person_id in new:
                await self._set(None, person_id, Presence.PRESENT, Attending.IN_THE_ROOM)
            self._came_back(bool(new))

        form = PersonForm(self.desk, self.papers)
        await self.app.push_screen(form, mark)
        cast("LineField", form.field("full_name")).input.value = new_name

    # --- recording

    async def record(self, marked: list[tuple[records.Attendance, Presence, Attending]]) -> None:
        """Record these presences, each with how they take part, and draw them."""
        wrong = ""
        for row, presence, attending in marked:
            if not wrong:
                wrong = await self._set(row.staff_id, row.person_id, presence, attending)
        self.show()
        self.say(wrong)

    async def _set(
        self,
        staff_id: UUID | None,
        person_id: UUID | None,
        presence: Presence,
        attending: Attending,
    ) -> str:
        """Record one presence; return why it was not saved, or nothing."""
        try:
            done = await self.desk.do(
                set_presence,
                self.papers.meeting.id,
                presence,
                staff_id,
                person_id,
                attending,
                represented_by(self.papers, person_id),
                self.sitting.id,
            )
        except StoreProblem as problem:
            return str(problem)
        self.papers.take(done.changed)
        self._changed = True
        return ""

    def action_close(self) -> None:
        """Go back to the meeting."""
        self.dismiss(True if self._changed else None)

    def _came_back(self, changed: bool | None) -> None:
        self._changed = self._changed or bool(changed)
        self.show()

    def _under_cursor(self) -> records.Attendance | None:
        rows = self.attendees
        at = self.query_one(DataTable).cursor_row
        return rows[at] if at < len(rows) else None
