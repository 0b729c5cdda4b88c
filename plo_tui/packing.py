"""The pack: a folder for each recipient with the documents cut for them, and our own list on top.

Every document is made first and searched for what is withheld from its reader; only then is
anything written, each document's line before its file. Where something fails on the way, what was
written is taken away again and its lines say so.
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from agenda.given_list import given_list_of
from agenda.pack import envelopes_of, why_no_pack
from agenda.printed import printed_value
from agenda.words import GivenDocument
from exports.safe_file import write_whole
from plo_tui.file_names import word_name
from plo_tui.giving_out import write_given_out
from plo_tui.pack_documents import EnvelopeMaking
from plo_tui.pack_folder import make_pack_folder, remove_pack_folder
from plo_tui.store.problems import Refused, StoreProblem
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs.giving_out import mark_not_written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from agenda.edition import Edition
    from agenda.papers import Papers
    from plo_tui.pack_documents import PackLook


class PackStore(Protocol):
    """Reads the store and does its verbs, in the name of whoever makes the pack."""

    def read(self, reader: Callable[..., Any], *args: Any) -> Any:
        """Answer a reader."""

    def do(self, verb: Callable[..., Any], *args: Any) -> object:
        """Do a verb."""


def make_pack(
    store: PackStore, papers: Papers, edition: Edition, look: PackLook, folder: Path
) -> list[Path]:
    """Make the whole pack of a meeting's documents, and return the files it is in.

    Args:
        store: reads the store and does its verbs.
        papers: the meeting's papers.
        edition: its minutes.
        look: how the documents are made.
        folder: where the pack goes: a folder that is not there yet, or is empty.

    Raises:
        Refused: where no pack may be made now, or a document would hold what is withheld; nothing
            is written.
        CannotWrite: where the folder or a file cannot be written; nothing of the pack is left.
        TemplateNotWord: where the template cannot be used.
        StoreProblem: where a line could not be kept; nothing of the pack is left.
    """
    if why := why_no_pack(papers, edition, draft=look.draft):
        raise Refused(why)
    making = EnvelopeMaking(papers, look)
    documents = [
        made
        for number, envelope in enumerate(envelopes_of(papers, edition), start=1)
        for made in making.all_of(envelope, number)
    ]
    inside = list(dict.fromkeys(made.folder for made in documents))
    make_pack_folder(folder, inside)
    written: list[tuple[UUID, Path]] = []
    try:
        for made in documents:
            to = folder / made.folder / made.name
            write = partial(write_whole, made.content, to)
            line_id = write_given_out(store.do, papers.case_id, made.printed, made.to, write)
            written.append((line_id, to))
        written.append(_write_list(store, papers, look, folder))
    except BaseException:
        remove_pack_folder(folder, inside)
        for line_id, _ in written:
            with suppress(StoreProblem):  # the line then says more than left, never less
                store.do(mark_not_written, line_id)
        raise
    return [path for _, path in written]


def _write_list(
    store: PackStore, papers: Papers, look: PackLook, folder: Path
) -> tuple[UUID, Path]:
    """Write our own list of what went to whom, as the lines that were kept say it."""
    from exports.given_list import write_given_list

    now = store.read(read_papers, papers.case_id, papers.meeting.id)
    given = given_list_of(now, look.today)
    what = GivenDocument.GIVEN_LIST
    printed = printed_value(what, given, papers.meeting.id)
    printed["how"] = "for our own file"
    to = folder / word_name(papers.case.reference, what.in_words)
    write = partial(write_given_list, given, to, template=look.template)
    return write_given_out(store.do, papers.case_id, printed, "our own file", write), to
