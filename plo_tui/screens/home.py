"""Home: every case with its stage, week, next date, chair, and what is overdue."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING
from uuid import UUID

from textual import work
from textual.reactive import var
from textual.widgets import Static

from plo_tui.commands import bindings_for
from plo_tui.screens.base import PloScreen
from plo_tui.widgets.case_bar import CaseBar, Standing
from plo_tui.widgets.shown import shorten, shown, shown_cell

if TYPE_CHECKING:
    from rich.text import Text
    from textual.app import ComposeResult
    from textual.widgets import DataTable, Input

    from plo_tui.desk import Desk
    from plo_tui.store.reading.home import CaseRow

COLUMNS = (
    ("Case", 14),
    ("Children", 13),
    ("Stage", 18),
    ("Week", 8),
    ("Next", 25),
    ("Chair", 11),
    ("Overdue", 15),
)
"""The columns and their widths in cells, where there is room for all: at 120."""

NARROW = (
    ("Case", 12),
    ("Children", 10),
    ("Stage", 18),
    ("Week", 8),
    ("Next", 10),
    ("Overdue", 7),
)
"""The columns at 80 cells: the day alone, and how many things are overdue."""

ROOM_FOR_ALL = sum(width + 2 for _, width in COLUMNS)
"""The least width of the window, in cells, in which every column stands whole."""


class HomeScreen(PloScreen[None]):
    """The list of cases. It is drawn first; the store is opened behind it."""

    place = "home"
    BINDINGS = bindings_for("home")
    CSS_PATH = "home.tcss"
    AUTO_FOCUS = "#list"  # never the search box, where `n` would be a letter

    finding: var[str] = var("")

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._listed = False
        self._shown = 0
        self._more = False

    def body(self) -> ComposeResult:
        """Lay out the sentence that stands where no list is yet."""
        yield Static("Opening…", id="say")

    def on_mount(self) -> None:
        """Draw the frame first; then open the store."""
        self.standing = Standing(reference="Cases")
        # A moment later, so that the frame reaches the terminal before anything else is loaded.
        self.call_after_refresh(self.set_timer, 0.01, self.open_store)

    @work(exclusive=True, group="open")
    async def open_store(self) -> None:
        """Open the store and fill the list; ask who sits here where nobody has said so."""
        from plo_tui.store.problems import StoreProblem

        opening = asyncio.create_task(self._get_in())
        await self._mount_list()
        try:
            await opening
        except StoreProblem as problem:
            self.say(f"{problem}\n\nNothing was changed. ctrl+q leaves.")
            return
        self.query_one(CaseBar).demo = self.desk.demo
        await self.fill()
        self.call_after_refresh(self.load_records)
        if self.desk.me is None:
            from plo_tui.screens.first_run import FirstRunScreen

            await self.app.push_screen_wait(FirstRunScreen(self.desk))
            await self.fill()

    async def _get_in(self) -> None:
        """Open the store; the screens that ask for a passphrase are loaded where one is needed."""
        from plo_tui.store.problems import Locked, NoPassphrase

        try:
            await self.desk.open()
        except (Locked, NoPassphrase) as asks:
            from plo_tui.screens.getting_in import get_in

            await get_in(self.app, self.desk, asks)

    async def _mount_list(self) -> None:
        """Put the search box and the list in. Their code is loaded after the first frame."""
        from textual.widgets import DataTable, Input

        find = Input(placeholder="/ to find: a reference, a child, a chair", id="find")
        table: DataTable[Text] = DataTable(cursor_type="row", zebra_stripes=True, id="list")
        await self.query_one("#body").mount(find, table, before="#say")
        table.focus()

    @property
    def table(self) -> DataTable[Text]:
        """The list."""
        table: DataTable[Text] = self.query_one("#list")  # type: ignore[assignment]
        return table

    @property
    def search(self) -> Input:
        """The search box."""
        search: Input = self.query_one("#find")  # type: ignore[assignment]
        return search

    @work(group="load")
    async def load_records(self) -> None:
        """Load what the first case needs while the list is being read."""
        await self.desk.load()

    async def fill(self, limit: int = 0) -> None:
        """Show the first page of the cases found, or more where more than a page stood there."""
        rows = await self.desk.home(self.finding, limit=limit)
        table = self.table
        table.clear(columns=True)
        for name, width in self._columns():
            table.add_column(name, width=width)
        self._add(rows)
        self.say("" if rows else self._nothing())
        self._listed = True

    async def fill_more(self) -> None:
        """Show the next page below what is there."""
        self._add(await self.desk.home(self.finding, self._shown))

    def say(self, sentence: str) -> None:
        """Show a sentence under the list, or nothing."""
        say = self.query_one("#say", Static)
        say.update(shown(sentence))
        say.display = bool(sentence)

    def on_screen_resume(self) -> None:
        """Come back from a case: what it says may have changed."""
        if self._listed:
            self.refresh_list()

    @work(exclusive=True, group="fill")
    async def refresh_list(self) -> None:
        """Fill the list again and stay on the same case."""
        await self._fill_again()

    @work(exclusive=True, group="fill")
    async def go_to_found(self) -> None:
        """Go to the list once it shows what was found: Enter opens no case of an older one."""
        await self._fill_again()
        self.table.focus()

    async def _fill_again(self) -> None:
        table = self.table
        at, here = table.cursor_row, self._here()
        await self.fill(self._shown)
        if here in table.rows:
            at = table.get_row_index(here)
        table.move_cursor(row=min(at, max(table.row_count - 1, 0)))

    def on_resize(self) -> None:
        """Choose the columns for the width there is."""
        if self._listed:
            self.refresh_list()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find as one types."""
        self.finding = event.value
        self.refresh_list()

    def on_input_submitted(self) -> None:
        """Go from the search box to what was found."""
        self.go_to_found()

    async def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        """Read the next page before the last row of this one is reached."""
        if self._more and event.cursor_row >= self._shown - 20:
            self._more = False
            await self.fill_more()

    def on_data_table_row_selected(self, event: DataTable.RowSelected) -> None:
        """Open the case that was chosen with Enter or the mouse."""
        if event.row_key.value:
            self._open(UUID(event.row_key.value))

    def action_open_case(self) -> None:
        """Open the case under the cursor."""
        if here := self._here():
            self._open(UUID(here))

    def action_find_case(self) -> None:
        """Go to the search box."""
        self.search.focus()

    @work
    async def action_new_case(self) -> None:
        """Start a new case, and open it."""
        if self.desk.me is None:
            return  # the store is still being opened
        from plo_tui.screens.new_case import NewCaseScreen

        if case_id := await self.app.push_screen_wait(NewCaseScreen(self.desk)):
            self._open(case_id)

    @work
    async def action_change_passphrase(self) -> None:
        """Change the passphrase: the one of today is asked for first."""
        from plo_tui.screens.getting_in import change_passphrase

        if self.desk.me is not None:
            await change_passphrase(self.app, self.desk)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A demo has no passphrase to change."""
        if action == "change_passphrase" and self.desk.demo:
            return False
        return super().check_action(action, parameters)

    def action_close(self) -> None:
        """Leave the search: show every case again."""
        find = self.search
        find.value = ""
        self.table.focus()

    def _here(self) -> str:
        """Return the key of the row under the cursor; empty where there is none."""
        table = self.table
        if not table.row_count:
            return ""
        return table.coordinate_to_cell_key(table.cursor_coordinate).row_key.value or ""

    def _open(self, case_id: UUID) -> None:
        from plo_tui.screens.case import CaseScreen

        self.app.push_screen(CaseScreen(self.desk, case_id))

    def _add(self, rows: list[CaseRow]) -> None:
        from plo_tui.store.reading.home import PAGE

        table = self.table
        for row in rows:
            if row.case_id.hex in table.rows:
                continue  # another terminal moved it down a page
            cells = self._cells(row)
            shortened = (shown_cell(shorten(cells[name], width)) for name, width in self._columns())
            table.add_row(*shortened, key=row.case_id.hex)
        self._shown = table.row_count
        self._more = len(rows) >= PAGE

    def _columns(self) -> tuple[tuple[str, int], ...]:
        return COLUMNS if self.app.size.width >= ROOM_FOR_ALL else NARROW

    def _cells(self, row: CaseRow) -> dict[str, str]:
        """Return the words of a row; what is overdue never stands in colour alone."""
        wide = self.app.size.width >= ROOM_FOR_ALL
        day = f"{row.next_on:%a} {row.next_on.day} {row.next_on:%b}" if row.next_on else ""
        late = "; ".join(row.overdue) if wide or not row.overdue else f"{len(row.overdue)} late"
        return {
            "Case": row.reference,
            "Children": row.children,
            "Stage": row.stage,
            "Week": f"{row.week} of {row.weeks}" if row.week else "–",
            "Next": f"{day} {row.next_what}".strip() if wide else day,
            "Overdue": late,
            "Chair": row.chair,
        }

    def _nothing(self) -> str:
        if self.finding.strip():
            return "No case has these words. Escape shows every case."
        return "There is no case yet. Press n to start one."
