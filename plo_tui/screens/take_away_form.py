"""Releasing pages to take home: one key opens this, the next releases and writes them."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agenda.london import LONDON
from agenda.minuting_words import in_a_row
from agenda.printed import printed_page
from agenda.take_away import thaw_page, usual_ring
from agenda.take_away_rules import family_here, why_no_pages
from exports.problems import CannotWrite, TemplateNotWord
from plo_tui.file_names import apart, in_a_name, word_name
from plo_tui.screens.ask import AskScreen
from plo_tui.screens.export_form import documents_folder
from plo_tui.screens.form import FormScreen
from plo_tui.screens.meeting_rows import clock
from plo_tui.screens.writing_out import write_out
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.take_away import release_pages
from plo_tui.system_viewer import open_in_viewer
from plo_tui.typed_path import typed_path
from plo_tui.widgets.form_fields import LineField, TickField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from uuid import UUID

    from textual.screen import Screen
    from textual.widget import Widget

    from agenda.papers import Papers
    from agenda.records import Person, TakeAway
    from plo_tui.desk import Desk


class TakeAwayForm(FormScreen[list[Path]]):
    """Who takes a page home, and whom they ring. It ends with the files written."""

    TITLE = "Pages to take home: one each"
    lead = (
        "What we wrote today, not yet the approved minutes. Saving releases them: it is recorded "
        "in your name, and writes a Word document for each."
    )
    papers: Papers

    def __init__(self, desk: Desk, papers: Papers, folder: Path | None = None) -> None:
        super().__init__(desk, papers)
        self._folder = folder or documents_folder()
        self._released: list[TakeAway] = []
        self._written: dict[UUID, Path] = {}

    def fields(self) -> Iterator[Widget]:
        """Everyone of the family who is here, ticked; whom to ring; where the files go."""
        for person in family_here(self.papers):
            field = TickField(_key(person.id), person.known_as, "takes a page home", value=True)
            field.note(self._so_far(person))
            yield field
        yield LineField(
            "ring",
            "Whom to ring",
            usual_ring(self.papers),
            placeholder="a name and a number",
            help_text="Stands on every page: a name, and the number that is answered.",
        )
        yield LineField(
            "folder",
            "Folder",
            str(self._folder),
            help_text="Where the documents are written. It must be there; only you may read them.",
        )

    async def save(self) -> list[Path]:
        """Release the pages, then write each.

        Raises:
            Refused: beside its field. What is released or written is not again by saving again.
        """
        folder = typed_path(self.field("folder").value)
        if not os.path.isdir(folder):  # noqa: PTH112 - False for any odd name
            raise Refused(f"The folder {folder} is not there. Choose another.", "folder")
        if not self._released:
            people = [one.id for one in family_here(self.papers) if self.field(_key(one.id)).value]
            ring = self.field("ring").value
            done = await self.desk.do(release_pages, self.papers.meeting.id, people, ring)
            self.papers.take(done.changed)
            self._released = [
                row for row in self.papers.standing("TakeAway") if row in done.changed
            ]
        names = apart(page_name(self.papers, page) for page in self._released)
        for page, name in zip(self._released, names, strict=True):
            if page.id not in self._written:
                await self._write(page, folder / name)
                self._written[page.id] = folder / name
        return list(self._written.values())

    async def _write(self, page: TakeAway, to: Path) -> None:
        """Write a page, off the screen's thread, with the line of it kept before."""
        write = partial(_write_page, page, to, self.desk.settings.template)
        try:
            await write_out(self.desk, self.papers.case_id, printed_page(page), page.to, write)
        except (CannotWrite, TemplateNotWord) as problem:
            raise Refused(f"Released, but not written: {problem}", "folder") from problem

    def _so_far(self, person: Person) -> str:
        """Return when this person's last page was released in this meeting."""
        pages = [
            page.at
            for page in self.papers.standing("TakeAway")
            if page.meeting_id == self.papers.meeting_id and page.to == person.known_as
        ]
        return f"Released already at {clock(max(pages))}; this is another one." if pages else ""


async def take_home(screen: Screen[Any], desk: Desk, papers: Papers) -> str:
    """Let the chair release pages over a screen, offer to open them, and return what to say."""
    if why := why_no_pages(papers, desk.me.id if desk.me else None):
        return why
    written = await screen.app.push_screen_wait(TakeAwayForm(desk, papers))
    if not written:
        return ""
    places = [f"{path.name}" for path in written]
    asked = AskScreen(
        "Released and written. Open them now, to print?",
        [f"In {written[0].parent}:", "\n".join(places)],
        "Open them",
    )
    if await screen.app.push_screen_wait(asked):
        for path in written:
            if sentence := open_in_viewer(path):
                return sentence
    return f"Taken home: {in_a_row(places)}."


def page_name(papers: Papers, page: TakeAway) -> str:
    """Return a file name that every system takes, with the minute it was released."""
    at = page.at.astimezone(LONDON)
    to = in_a_name(page.to)
    return word_name(papers.case.reference, f"page for {to} {at:%Y-%m-%d %H.%M}")


def _key(person_id: UUID) -> str:
    return f"to-{person_id.hex}"


def _write_page(
    page: TakeAway, to: Path, template: Path | None, *, first: Callable[[], None]
) -> None:
    """Write it; the exporter is loaded here, because only this needs it."""
    from exports.take_away import write_take_away

    write_take_away(thaw_page(page.frozen), to, template=template, first=first)
