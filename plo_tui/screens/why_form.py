"""Writing one child's “show me why” as a Word document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.copy_named import why_not_uncut
from agenda.day_names import full_date
from agenda.printed import printed_why
from plo_tui.file_names import word_name
from plo_tui.screens.export_form import documents_folder
from plo_tui.screens.word_form import WordForm
from plo_tui.store.problems import Refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from agenda.papers import Papers
    from agenda.printed import Printed
    from agenda.why_page import Why
    from plo_tui.desk import Desk
    from plo_tui.screens.word_form import Writer


class WhyForm(WordForm):
    """Writes one child's chain, as it was read."""

    lead = (
        "For the file and the court. It is about this child alone, and it may be disclosed: "
        "read it before it leaves."
    )

    def __init__(self, desk: Desk, papers: Papers, why: Why, child_id: UUID) -> None:
        what = f"why {why.initials} {why.made_on.isoformat()}"
        super().__init__(desk, papers, documents_folder(), word_name(why.reference, what))
        self.title = f"Write a Word document: why, {why.initials}, {full_date(why.made_on)}"
        self._why = why
        self._child_id = child_id

    def whom(self) -> str:
        """Whom it is for: nobody from whom something may be kept, for it is not cut for anyone.

        Raises:
            Refused: where it is a parent, or who acts for one, and details are withheld.
        """
        typed = super().whom()
        if why := why_not_uncut(self.papers, typed):
            raise Refused(why, "to")
        return typed

    def printed(self) -> Printed:
        """What it is."""
        return printed_why(self._why, self._child_id)

    def writer(self) -> Writer:
        """What writes it; the exporter is loaded here, because only an export needs it."""
        why = self._why

        def write(to: Path, template: Path | None, *, first: Callable[[], None]) -> None:
            from exports.why import write_why

            write_why(why, to, template=template, first=first)

        return write
