"""Writing one child's “show me why” as a Word document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.day_names import full_date
from plo_tui.screens.export_form import documents_folder
from plo_tui.screens.word_form import WordForm, word_name

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.papers import Papers
    from agenda.why_page import Why
    from plo_tui.desk import Desk
    from plo_tui.screens.word_form import Writer


class WhyForm(WordForm):
    """Writes one child's chain, as it was read."""

    lead = (
        "For the file and the court. It is about this child alone, and it may be disclosed: "
        "read it before it leaves."
    )

    def __init__(self, desk: Desk, papers: Papers, why: Why) -> None:
        what = f"why {why.initials} {why.made_on.isoformat()}"
        super().__init__(desk, papers, documents_folder(), word_name(why.reference, what))
        self.title = f"Write a Word document: why, {why.initials}, {full_date(why.made_on)}"
        self._why = why

    def writer(self) -> Writer:
        """What writes it; the exporter is loaded here, because only an export needs it."""
        why = self._why

        def write(to: Path, template: Path | None) -> None:
            from exports.why import write_why

            write_why(why, to, template=template)

        return write
