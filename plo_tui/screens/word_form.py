"""Writing any Word document: for whom, which file, and never over another by mistake."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from agenda.given_out import own_copy
from exports.problems import CannotWrite, NotApproved, TemplateNotWord
from plo_tui.screens.form import FormScreen
from plo_tui.screens.writing_out import write_out
from plo_tui.store.problems import Refused
from plo_tui.typed_path import typed_path
from plo_tui.widgets.form_fields import LineField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from agenda.papers import Papers
    from agenda.printed import Printed
    from plo_tui.desk import Desk
    from plo_tui.widgets.form_field import FormField


class Writer(Protocol):
    """Writes a document to a file, on a template, if any; `first` is done before its file."""

    def __call__(self, to: Path, template: Path | None, *, first: Callable[[], None]) -> None:
        """Write it."""


def template_field(desk: Desk) -> LineField:
    """Ask for the authority's own Word file, of which a document takes the look."""
    template = desk.settings.template
    return LineField(
        "template",
        "Your template",
        str(template) if template else "",
        placeholder="none: our own look",
        help_text="Your authority's Word file, for its styles, header and footer.",
    )


class WordForm(FormScreen[Path]):
    """Writes a document, and ends with the file it is in. It is kept to whom it is given out.

    One made from it gives `writer` and `printed`.

    Attributes:
        folder: where the document goes at first.
        offered: the file that is offered.
    """

    papers: Papers

    def __init__(self, desk: Desk, papers: Papers, folder: Path, name: str) -> None:
        super().__init__(desk, papers)
        self.folder = folder
        self.offered = str(folder / name)
        self._replaces: Path | None = None

    def writer(self) -> Writer:
        """What writes the document; it is called off the screen's thread."""
        raise NotImplementedError

    def printed(self) -> Printed:
        """What is written, as the line says it that is kept of it."""
        raise NotImplementedError

    def whom(self) -> str:
        """Whom it is for, as it was typed."""
        typed: str = self.field("to").value
        return typed

    def fields(self) -> Iterable[FormField]:
        """Whom it is for, which file, which template."""
        me = self.desk.me
        yield LineField(
            "to",
            "Who is it for",
            own_copy(me.name) if me else "",
            help_text="One person or office. It is recorded what was given out, to whom and when.",
        )
        yield LineField(
            "file",
            "File",
            self.offered,
            help_text="The file to write. Its folder must be there; only you may read the file.",
        )
        yield template_field(self.desk)

    async def save(self) -> Path:
        """Write the document, off the screen's thread; the line of it is kept before.

        Raises:
            StoreProblem: beside its field, with what to do.
        """
        whom = self.whom()
        values = self.values("file", "template")
        to = self._file(values["file"])
        template = typed_path(values["template"]) if values["template"] else None
        try:
            write = partial(self.writer(), to, template)
            case_id = self.papers.case_id
            await write_out(self.desk, case_id, self.printed(), whom, write)
        except TemplateNotWord as problem:
            raise Refused(str(problem), "template") from problem
        except (CannotWrite, NotApproved) as problem:
            raise Refused(str(problem), "file") from problem
        return to

    def _file(self, typed: str) -> Path:
        """Return the file to write; one that is there is replaced only when saved once more."""
        if not typed:
            raise Refused("Type the file to write, such as minutes.docx.", "file")
        to = typed_path(typed)
        to = to if to.is_absolute() else self.folder / to
        if to.suffix.lower() != ".docx" and not os.path.isdir(to):  # noqa: PTH112 - False for any odd name
            to = to.with_name(f"{to.name}.docx")
        if os.path.isfile(to) and to != self._replaces:  # noqa: PTH113
            self._replaces = to
            raise Refused(f"{to.name} is there already. Save again to replace it.", "file")
        return to
