"""Writing any Word document: which file, in whose look, and never over another by mistake."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from exports.problems import CannotWrite, NotApproved, TemplateNotWord
from plo_tui.screens.form import FormScreen
from plo_tui.store.problems import Refused
from plo_tui.widgets.form_fields import LineField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.papers import Papers
    from plo_tui.desk import Desk
    from plo_tui.widgets.form_field import FormField

Writer: TypeAlias = Callable[[Path, Path | None], None]
"""Writes a document: to which file, and on which template, if any."""

_NOT_IN_A_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
"""What Windows does not take in a file's name; the other systems take less offence."""
_LONGEST_NAME = 120


class WordForm(FormScreen[Path]):
    """Writes a document, and ends with the file it is in. One made from it gives `writer`.

    Attributes:
        folder: where the document goes at first.
        offered: the file that is offered.
    """

    def __init__(self, desk: Desk, papers: Papers, folder: Path, name: str) -> None:
        super().__init__(desk, papers)
        self.folder = folder
        self.offered = str(folder / name)
        self._replaces: Path | None = None

    def writer(self) -> Writer:
        """What writes the document; it is called off the screen's thread."""
        raise NotImplementedError

    def fields(self) -> Iterable[FormField]:
        """Which file, which template."""
        template = self.desk.settings.template
        yield LineField(
            "file",
            "File",
            self.offered,
            help_text="The file to write. Its folder must be there; only you may read the file.",
        )
        yield LineField(
            "template",
            "Your template",
            str(template) if template else "",
            placeholder="none: our own look",
            help_text="Your authority's Word file, for its styles, header and footer.",
        )

    async def save(self) -> Path:
        """Write the document, off the screen's thread.

        Raises:
            Refused: beside the file or the template, with what to do.
        """
        values = self.values("file", "template")
        to = self._file(values["file"])
        template = Path(values["template"]).expanduser() if values["template"] else None
        try:
            await asyncio.to_thread(self.writer(), to, template)
        except TemplateNotWord as problem:
            raise Refused(str(problem), "template") from problem
        except (CannotWrite, NotApproved) as problem:
            raise Refused(str(problem), "file") from problem
        return to

    def _file(self, typed: str) -> Path:
        """Return the file to write; one that is there is replaced only when saved once more."""
        if not typed:
            raise Refused("Type the file to write, such as minutes.docx.", "file")
        to = Path(typed).expanduser()
        to = to if to.is_absolute() else self.folder / to
        if to.suffix.lower() != ".docx" and not to.is_dir():
            to = to.with_name(f"{to.name}.docx")
        if to.is_file() and to != self._replaces:
            self._replaces = to
            raise Refused(f"{to.name} is there already. Save again to replace it.", "file")
        return to


def word_name(reference: str, what: str) -> str:
    """Return a file's name that every system takes: the case's reference, then what it is."""
    safe = (" ".join(_NOT_IN_A_NAME.sub("-", words).split()) for words in (reference, what))
    short, said = (words[:_LONGEST_NAME] for words in safe)
    return f"{short} {said}.docx".strip(". ")
