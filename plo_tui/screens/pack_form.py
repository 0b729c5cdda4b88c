"""Making the whole pack of a meeting's documents: into which folder, in whose look."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from agenda.pack import why_no_pack
from exports.problems import CannotWrite, NotApproved, TemplateNotWord
from plo_tui.file_names import in_a_name
from plo_tui.pack_documents import PackLook
from plo_tui.packing import make_pack
from plo_tui.screens.export_form import documents_folder
from plo_tui.screens.form import FormScreen
from plo_tui.screens.word_form import template_field
from plo_tui.store.problems import Refused
from plo_tui.typed_path import typed_path
from plo_tui.widgets.form_fields import LineField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from plo_tui.desk import Desk
    from plo_tui.screens.copies_reading import Copies
    from plo_tui.widgets.form_field import FormField


class PackForm(FormScreen[str]):
    """Writes the pack. It ends with what to say of it."""

    TITLE = "Make the pack: every copy in one folder"
    lead = (
        "A folder for each recipient, with a covering note, and our own list on top. Each copy is "
        "cut for the person it names, and searched once more before it is written. It is recorded "
        "what goes to whom, and how."
    )

    def __init__(self, desk: Desk, copies: Copies, folder: Path | None = None) -> None:
        """Offer to make the pack.

        Args:
            desk: the desk; its settings name the authority's template.
            copies: what each recipient gets.
            folder: where the pack's folder goes; the user's documents where None.
        """
        super().__init__(desk, copies.papers)
        self._copies = copies
        minutes = copies.edition.minutes
        name = f"{in_a_name(minutes.reference)} pack, meeting {minutes.number}, {desk.today()}"
        self._offered = str((folder or documents_folder()) / name)

    def fields(self) -> Iterable[FormField]:
        """Which folder, which template."""
        folder = LineField(
            "folder",
            "Folder",
            self._offered,
            help_text="A folder that is not there yet, or is empty. Only you may open it.",
        )
        state = self._copies.edition.state
        folder.note(f"{state.in_words}. DRAFT will stand across each." if state.is_draft else "")
        yield folder
        yield template_field(self.desk)

    async def save(self) -> str:
        """Make the pack, off the screen's thread.

        Raises:
            StoreProblem: beside its field; nothing of the pack is left.
        """
        desk, copies = self.desk, self._copies
        typed = self.field("template").value
        draft = copies.edition.state.is_draft
        look = PackLook(desk.today(), desk.policy, typed_path(typed) if typed else None, draft)
        if not self.field("folder").value:
            raise Refused("Name a folder for the pack.", "folder")
        folder = typed_path(self.field("folder").value)
        if why := why_no_pack(copies.papers, copies.edition, draft=draft):
            raise Refused(why)
        store = _OffThread(desk, asyncio.get_running_loop())
        try:
            files = await asyncio.to_thread(
                make_pack, store, copies.papers, copies.edition, look, folder
            )
        except TemplateNotWord as problem:
            raise Refused(str(problem), "template") from problem
        except (CannotWrite, NotApproved) as problem:
            raise Refused(str(problem), "folder") from problem
        return f"Written: {len(files)} documents in {folder}. d lists what was given out."


class _OffThread:
    """The desk's store, asked from a thread that may wait."""

    def __init__(self, desk: Desk, loop: asyncio.AbstractEventLoop) -> None:
        self._desk = desk
        self._loop = loop

    def read(self, reader: Callable[..., Any], *args: Any) -> Any:
        read = self._desk.read(reader, *args)
        return asyncio.run_coroutine_threadsafe(read, self._loop).result()

    def do(self, verb: Callable[..., Any], *args: Any) -> None:
        asyncio.run_coroutine_threadsafe(self._desk.do(verb, *args), self._loop).result()
