"""One wording in the place of another in many texts: what would change is seen before it does."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, Any

from textual import on
from textual.widgets import Static

from agenda.replacing import Wording, wordings
from plo_tui.commands import bindings_for
from plo_tui.screens.form import FormScreen
from plo_tui.screens.replacing_rows import change_row
from plo_tui.screens.saying import Saying
from plo_tui.store.problems import Refused, StoreProblem
from plo_tui.store.reading.free_text import read_free_text
from plo_tui.store.verbs.replacing import replace_words
from plo_tui.widgets.case_bar import Standing
from plo_tui.widgets.change_list import ChangeList
from plo_tui.widgets.form_fields import LineField
from plo_tui.widgets.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from uuid import UUID

    from textual.app import App, ComposeResult
    from textual.widget import Widget

    from agenda.papers import Papers
    from plo_tui.desk import Desk


@dataclass(frozen=True, slots=True)
class Changes:
    """What would change.

    Attributes:
        instead: the new wording for each old one.
        texts: the texts that would change.
        records: the records they stand in, by their keys.
    """

    instead: Mapping[str, str]
    texts: tuple[Wording, ...]
    records: Mapping[UUID, Any]


async def changes_in(desk: Desk, case_id: UUID, instead: Mapping[str, str]) -> Changes:
    """Return where in a case these wordings stand and may be changed.

    Raises:
        StoreProblem: it could not be read.
    """
    rows = await desk.read(read_free_text, case_id)
    return Changes(instead, tuple(wordings(rows, instead)), {row.id: row for row in rows})


async def offer_replacing(
    app: App[Any], desk: Desk, papers: Papers, instead: Mapping[str, str]
) -> None:
    """Show where wordings that have new ones stand; nothing where they stand nowhere."""
    try:
        changes = await changes_in(desk, papers.case_id, instead)
    except StoreProblem as problem:
        app.notify(str(problem), severity="warning", markup=False)
        return
    if changes.texts:
        app.push_screen(ReplacingScreen(desk, papers, changes))


class ReplacingScreen(Saying[bool]):
    """Every text that would change, ticked; True where they were changed, else None."""

    place = "replacing"
    BINDINGS = bindings_for("replacing")
    CSS_PATH = "replacing.tcss"
    AUTO_FOCUS = "ChangeList"

    def __init__(self, desk: Desk, papers: Papers, changes: Changes) -> None:
        super().__init__()
        self.desk = desk
        self.papers = papers
        self.changes = changes

    def body(self) -> ComposeResult:
        """Lay out what becomes what, and the texts."""
        becomes = "; ".join(f"{old} → {new}" for old, new in self.changes.instead.items())
        yield Static(shown(f"Change it in these texts too? {becomes}"), id="title")
        yield Static(id="lead")
        texts = self.changes.texts
        rows = [change_row(self.papers, self.changes.records[one.record_id], one) for one in texts]
        yield ChangeList(rows)
        yield Static(id="say")

    def on_mount(self) -> None:
        """Say whose case this is."""
        case, children = self.papers.case, self.papers.children
        self.standing = Standing(case.reference, ", ".join(child.initials for child in children))
        self._draw()

    def _draw(self) -> None:
        rows = self.query_one(ChangeList)
        count, every = len(rows.ticked), len(rows.rows)
        lead = (
            f"{count} of {every} are ticked and change in one step. What is approved stays as it "
            "is and is not listed. Escape changes none."
        )
        self.query_one("#lead", Static).update(shown(lead))
        self.say("")

    @on(ChangeList.Chosen)
    def _chosen(self, event: ChangeList.Chosen) -> None:
        self.query_one(ChangeList).switch(event.at)
        self._draw()

    def action_tick_place(self) -> None:
        """Tick the one under the cursor, or take its tick away."""
        rows = self.query_one(ChangeList)
        if rows.highlighted is not None:
            rows.switch(rows.highlighted)
            self._draw()

    def action_tick_all(self) -> None:
        """Tick all of them, or none."""
        self.query_one(ChangeList).switch_all()
        self._draw()

    async def action_replace_ticked(self) -> None:
        """Change every text that is ticked."""
        ticked = sorted(self.query_one(ChangeList).ticked)
        if not ticked:
            self.say("Nothing is ticked: tick what is to change, or Escape changes none.")
            return
        texts = [astuple(self.changes.texts[at]) for at in ticked]
        try:
            done = await self.desk.do(replace_words, self.papers.case_id, texts)
        except StoreProblem as problem:
            self.say(str(problem))
            return
        ours = {None, self.papers.meeting_id}
        known = (one for one in done.changed if getattr(one, "meeting_id", None) in ours)
        self.papers.take(known)  # what another meeting's paragraphs say is no business of these
        self.dismiss(True)

    def action_close(self) -> None:
        """Change nothing."""
        self.dismiss(False)


class ReplaceForm(FormScreen[Changes]):
    """Asks for two wordings; it ends with what would change."""

    TITLE = "Replace words"
    papers: Papers
    lead = "Whole words only, in capitals and small letters as you type them. Next, you see each."

    def fields(self) -> Iterator[Widget]:
        """The old words and the new."""
        yield LineField("old", "Find", placeholder="such as Ms Carter")
        yield LineField("new", "Replace with", placeholder="such as Ms Hope")

    async def save(self) -> Changes:
        """Find where the words stand."""
        old, new = self.field("old").value, self.field("new").value
        if not old:
            raise Refused("Type the words to find.", "old")
        if not new or new == old:
            raise Refused("Type the words to put in their place.", "new")
        changes = await changes_in(self.desk, self.papers.case_id, {old: new})
        if not changes.texts:
            raise Refused("No text of this case that can be changed has these words.", "old")
        return changes
