"""What the validator found in a letter: at the cursor first, then in the rest of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.message import Message

from agenda.finding import Level
from plo_tui.widgets.row_list import RowList, words

if TYPE_CHECKING:
    from collections.abc import Sequence

_STYLES = {Level.MUST: "bold $text-error", Level.SHOULD: "bold $text-warning", Level.NOTE: "bold"}
_QUOTED = 240
"""Characters of a sentence that are quoted: enough to find it and see what is wrong."""


@dataclass(frozen=True, slots=True)
class NeedRow:
    """One finding as the list shows it.

    Attributes:
        piece: the key of the piece it stands in.
        level: how strongly it speaks.
        sentence: what is wrong and what to change.
        quoted: the sentence it stands in; empty where it is about what is missing.
        instead: the plainer word for a hard one; empty where it is no hard word.
        example: a wording that would do.
        passed: who passed it and why; empty while it stands.
        place: where it stands, in words, for those that are not at the cursor.
        source: where the rule comes from.
    """

    piece: str
    level: Level
    sentence: str
    quoted: str = ""
    instead: str = ""
    example: str = ""
    passed: str = ""
    place: str = ""
    source: str = ""


class LetterNeeds(RowList):
    """The findings; one is gone to with Enter or the mouse."""

    help_text: ClassVar[str] = (
        "What the letter still needs. First what stands at the cursor, then the rest; Enter goes "
        "to where it is put right. A MUST keeps legal from clearing it; a SHOULD may stay."
    )
    DEFAULT_CSS = """
    LetterNeeds {
        text-wrap: wrap;
        scrollbar-gutter: stable;
        text-overflow: fold;
    }
    """

    class Go(Message):
        """A finding was chosen."""

        def __init__(self, row: NeedRow) -> None:
            super().__init__()
            self.row = row

    _rows: tuple[NeedRow, ...] = ()

    def show(self, here: Sequence[NeedRow], others: Sequence[NeedRow], name: str) -> None:
        """Show what was found at the cursor, under its name, and then the others."""
        self._rows = (*here, *others)
        rows: list[tuple[str | None, Content]] = [(None, _heading(name, len(here)))]
        rows += [(str(place), _need(row)) for place, row in enumerate(here)]
        if others:
            rest = words(" \n") + _heading("The rest of the letter", len(others))
            rows.append((None, rest))
            rows += [
                (str(place), _need(row, elsewhere=True))
                for place, row in enumerate(others, start=len(here))
            ]
        self.fill(rows)

    def chosen(self, key: str) -> Go:
        """The message for a chosen finding."""
        return self.Go(self._rows[int(key)])


def _heading(name: str, count: int) -> Content:
    return words((f"{name} ({count})" if count else f"{name}: nothing to put right", "bold"))


def _need(row: NeedRow, *, elsewhere: bool = False) -> Content:
    lines = [words((f"{row.level.upper()}  ", _STYLES[row.level]), row.sentence)]
    if elsewhere:
        return Content("\n").join([*lines, words((row.place, "dim"))])
    if row.quoted:
        cut = row.quoted if len(row.quoted) <= _QUOTED else f"{row.quoted[:_QUOTED]}…"
        lines.append(words((f"“{cut}”", "italic")))
    if row.passed:
        lines.append(words(f"Passed: {row.passed}"))
    elif row.instead:
        lines.append(words("Write: ", (row.instead, "bold"), "  (p puts it there)"))
    elif row.example:
        lines.append(words((f"For example: {row.example}", "italic")))
    lines.append(words((row.source, "dim")))
    return Content("\n").join(lines)
