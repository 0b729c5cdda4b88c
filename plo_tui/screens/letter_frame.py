"""The frame of the drafting screen: the letter, what was found in it, what the cursor is on."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Container, Vertical
from textual.widgets import OptionList, Static

from agenda.broken_file import BrokenFile
from agenda.letter_checked import checked_letter
from agenda.letter_of import letter_of
from agenda.letter_summary import summary_words
from agenda.letter_way import way_words
from plo_tui.screens.letter_rows import OUT, Drafted, drafted, letter_rows, needs_at
from plo_tui.screens.saying import Saying
from plo_tui.store.problems import StoreProblem
from plo_tui.store.reading.letters import other_children
from plo_tui.store.reading.papers import read_papers
from plo_tui.widgets.case_bar import Standing
from plo_tui.widgets.letter_needs import LetterNeeds
from plo_tui.widgets.letter_page import LetterPage
from plo_tui.widgets.shown import shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any
    from uuid import UUID

    from textual.app import ComposeResult

    from agenda.letter_pieces import Piece
    from agenda.letter_sources import Source
    from agenda.papers import Papers
    from agenda.records import LetterDraft
    from plo_tui.desk import Desk


class LetterFrame(Saying[None]):
    """One letter to one person, read and checked again on coming back to it.

    The papers are read without legal planning: no word of it can come into a letter.

    Attributes:
        desk: the desk.
        case_id: the case.
        letter_id: the letter's own record.
        papers: the case's papers; None until they are read.
        drafted: the letter with its pieces and findings; None until it is checked.
    """

    def __init__(self, desk: Desk, case_id: UUID, letter_id: UUID) -> None:
        super().__init__()
        self.desk = desk
        self.case_id = case_id
        self.letter_id = letter_id
        self.papers: Papers | None = None
        self.drafted: Drafted | None = None

    def body(self) -> ComposeResult:
        """Lay out the line about the letter, the letter, and what is still to put right."""
        with Vertical(id="about"):
            yield Static(id="to_whom")
            yield Static(id="summary")
        with Container(id="panels"):
            yield LetterPage(id="page")
            yield LetterNeeds(id="needs")
        yield Static(id="say")

    # --- reading, checking and drawing

    def on_screen_resume(self) -> None:
        """Read the letter, also on coming back: forms change it, and the record."""
        self.read_letter()

    @work(exclusive=True, group="read")
    async def read_letter(self) -> None:
        """Read the record, make the letter from it and check it, with no key waiting."""
        try:
            policy, today = self.desk.policy, self.desk.today()
            papers = await self.desk.read(read_papers, self.case_id, None, policy, today)
            others = await self.desk.read(other_children, self.case_id)
            self.drafted = await asyncio.to_thread(self._checked, papers, others)
        except (BrokenFile, StoreProblem) as problem:
            self.say(str(problem))
            return
        self.papers = papers
        self.draw()

    def _checked(self, papers: Papers, others: list[str]) -> Drafted:
        draft = self._draft_in(papers)
        findings = checked_letter(papers, draft, self.desk.days, others)
        return drafted(papers, draft, letter_of(papers, draft), findings)

    def draw(self) -> None:
        """Show the letter as it is now; the cursor stays where it was."""
        assert self.papers is not None  # noqa: S101 - drawn once they are read
        assert self.drafted is not None  # noqa: S101 - drawn once it is checked
        draft, letter = self.draft, self.drafted.letter
        self.standing = Standing(letter.reference, ", ".join(letter.initials), "A letter")
        whom = self.papers.name(None, draft.person_id)
        way = way_words(self.papers, draft)
        state = way if draft.frozen else f"DRAFT · {way}"
        about = f"{letter.kind.called.capitalize()} to {whom} · {state}"
        self.query_one("#to_whom", Static).update(shown(about))
        self.query_one("#summary", Static).update(
            shown(summary_words(letter, self.drafted.findings))
        )
        page = self.query_one(LetterPage)
        first_time = not page.option_count
        page.show(letter_rows(self.drafted))
        if first_time:
            page.focus()
            page.action_first()
        self._draw_needs()
        self.refresh_bindings()

    def _draw_needs(self) -> None:
        if self.drafted is None or self.papers is None:
            return
        key = self.query_one(LetterPage).here
        piece = self.drafted.pieces.get(key)
        here, others = needs_at(self.drafted, key, self.papers.authority_policy)
        self.query_one(LetterNeeds).show(here, others, piece.name if piece else "Here")

    @on(OptionList.OptionHighlighted)
    def _cursor_moved(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_list.id == "page":
            self._draw_needs()
        self.refresh_bindings()

    # --- what is under the cursor

    @property
    def draft(self) -> LetterDraft:
        """The letter's own record, as the papers have it."""
        assert self.papers is not None  # noqa: S101 - asked once they are read
        return self._draft_in(self.papers)

    @property
    def piece(self) -> Piece | None:
        """The piece under the cursor; None where the cursor is on what is left out."""
        key = self.query_one(LetterPage).here
        return self.drafted.pieces.get(key) if self.drafted else None

    @property
    def source(self) -> Source | None:
        """The record that the piece under the cursor is made from."""
        piece = self.piece
        return self.drafted.sources.get(piece.key) if self.drafted and piece else None

    @property
    def left_out_here(self) -> UUID | None:
        """The record left out of this letter that the cursor is on."""
        key = self.query_one(LetterPage).here
        found = self.drafted.out.get(key) if self.drafted and key.startswith(OUT) else None
        return found[0] if found else None

    async def do(self, verb: Callable[..., Any], *args: Any) -> bool:
        """Do a verb and read the letter again; where it is refused, say why."""
        self.say("")
        try:
            await self.desk.do(verb, *args)
        except StoreProblem as problem:
            self.say(str(problem))
            return False
        self.read_letter()
        return True

    def _draft_in(self, papers: Papers) -> LetterDraft:
        draft: LetterDraft | None = papers.find("LetterDraft", self.letter_id)
        assert draft is not None  # noqa: S101 - a letter is opened from the papers
        return draft
