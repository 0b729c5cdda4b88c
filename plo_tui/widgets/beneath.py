"""What is said beneath a field: what was refused, what the rules found, what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from agenda.finding import Level
from plo_tui.widgets.row_list import words
from plo_tui.widgets.shown import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agenda.finding import Finding

_STYLES = {Level.MUST: "bold $text-error", Level.SHOULD: "bold $text-warning", Level.NOTE: "bold"}


class Beneath(Static):
    """The lines beneath a field; no room is taken where nothing is to be said.

    Attributes:
        refusal: why the field was refused; empty where it was not.
    """

    DEFAULT_CSS = """
    Beneath { height: auto; color: $text-muted; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.display = False
        self.refusal = ""
        self._note = ""
        self._findings: tuple[Finding, ...] = ()

    def refuse(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence takes it back."""
        self.refusal = sentence
        self._draw()

    def note(self, sentence: str) -> None:
        """Say something quietly."""
        if self._note != sentence:
            self._note = sentence
            self._draw()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what the rules found, each with its example."""
        if self._findings != tuple(findings):
            self._findings = tuple(findings)
            self._draw()

    def _draw(self) -> None:
        lines = [_finding_line(found) for found in self._findings]
        if self._note and self._note != self.refusal:  # typing already said why: once is enough
            lines.insert(0, shown(self._note))
        if self.refusal:
            lines.insert(0, words(("✗ ", "bold $text-error"), (self.refusal, "$text-error")))
        self.update(Content("\n").join(lines))
        self.display = bool(lines)


def _finding_line(found: Finding) -> Content:
    """A finding in a line or two; its example is what people copy."""
    parts: list[str | tuple[str, str]] = [
        (f"{found.level.upper()} ", _STYLES[found.level]),
        found.sentence,
    ]
    if found.passed:
        parts.append(f" Passed: {found.passed}")
    elif found.example:
        parts.append((f" Such as: {found.example}", "italic"))
    return words(*parts)
