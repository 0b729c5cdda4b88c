"""What the rules found: what must be done, what should be, what is worth knowing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from agenda.finding import Finding, Level
from plo_tui.widgets.row_list import RowList, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content

_HEADINGS = {
    Level.MUST: "MUST: to do before going on",
    Level.SHOULD: "SHOULD: good practice, may stay open",
    Level.NOTE: "NOTE: for information",
}
_STYLES = {Level.MUST: "bold $text-error", Level.SHOULD: "bold $text-warning", Level.NOTE: "bold"}


class FindingsList(RowList):
    """Findings, the strictest first; each one key from its place."""

    help_text: ClassVar[str] = (
        "What is still to do. Enter or a click goes to where it is put right. "
        "A MUST stops the step unless a reason is recorded; a SHOULD may stay open."
    )
    wraps = True

    class Go(Message):
        """A finding was chosen."""

        def __init__(self, finding: Finding) -> None:
            super().__init__()
            self.finding = finding

    _findings: tuple[Finding, ...] = ()

    def show(self, findings: Sequence[Finding]) -> None:
        """Show these findings, grouped by level, in the order given within each."""
        self._findings = tuple(findings)
        rows: list[tuple[str | None, Content]] = []
        for level in Level:
            group = [(n, found) for n, found in enumerate(findings) if found.level is level]
            if group:
                rows.append((None, words((f"{_HEADINGS[level]} ({len(group)})", _STYLES[level]))))
            rows.extend((str(n), _paragraph(found)) for n, found in group)
        self.fill(rows or [(None, words("Nothing left to do."))])

    def chosen(self, key: str) -> Go:
        """The message for a chosen row."""
        return self.Go(self._findings[int(key)])


def _paragraph(finding: Finding) -> Content:
    lines = [words((f"{finding.level.upper()}  ", _STYLES[finding.level]), finding.sentence)]
    if finding.example:
        lines.append(words((f"  For example: {finding.example}", "italic")))
    if finding.passed:
        lines.append(words(f"  Passed: {finding.passed}"))
    lines.append(words((f"  {finding.rule.source}", "dim")))
    return words("\n").join(lines)
