"""The prompt sheet of the item we are in: what to say, what to ask, what has been asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from plo_tui.widgets.row_list import RowList, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content

ASKED, NOT_ASKED = "✓", "▸"


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question of the sheet: its key, its words, and whether it was asked."""

    key: str
    text: str
    asked: bool = False


def item_title(number: int, title: str, elapsed: int, suggested: int) -> str:
    """The line above the prompts: `10  The plan, line by line · 12 of 15 min`.

    Args:
        number: the item's place in the agenda, from 1.
        title: the item's title.
        elapsed: whole minutes spent on it so far.
        suggested: the sheet's suggested minutes; 0 where it suggests none.
    """
    spent = f"{elapsed} of {suggested} min" if suggested else f"{elapsed} min"
    over = f" · {elapsed - suggested} over" if suggested and elapsed > suggested else ""
    return f"{number}  {title} · {spent}{over}"


class PromptList(RowList):
    """The prompts of one item, ticked by number or by a click without leaving the composer."""

    help_text: ClassVar[str] = (
        "What to say and to ask in this item. Alt and a number, or a click, ticks a question as "
        "asked, and again takes the tick away. ▸ is not asked yet, ✓ is asked. "
        "Prompts are never printed."
    )
    DEFAULT_CSS = """
    PromptList {
        height: auto;
        max-height: 4;
        text-wrap: wrap;
    }
    """

    class Ticked(Message):
        """A prompt was ticked or unticked: its key, and whether it counts as asked now."""

        def __init__(self, key: str, asked: bool) -> None:
            super().__init__()
            self.key = key
            self.asked = asked

    _prompts: tuple[Prompt, ...] = ()

    def show(self, prompts: Sequence[Prompt], say: str = "") -> None:
        """Show an item's prompts, with the words the chair says first, if the sheet has any."""
        self._prompts = tuple(prompts)
        rows: list[tuple[str | None, Content]] = []
        if say:
            rows.append((None, words(("SAY   ", "bold"), say)))
        for number, prompt in enumerate(prompts, start=1):
            rows.append((prompt.key, _line(number, prompt)))
        self.fill(rows)
        # Where there is little room, what is to be asked next is what has to be seen.
        following = next((n for n, one in enumerate(prompts) if not one.asked), 0)
        self.highlighted = following + bool(say) if prompts else None

    def chosen(self, key: str) -> Ticked:
        """The message for a prompt that was clicked: asked, or not asked after all."""
        asked = next(prompt.asked for prompt in self._prompts if prompt.key == key)
        return self.Ticked(key, not asked)


def _line(number: int, prompt: Prompt) -> Content:
    label = "ASK   " if number == 1 else "      "
    mark = ASKED if prompt.asked else NOT_ASKED
    return words((label, "bold"), (f"{mark} {number} {prompt.text}", "dim" if prompt.asked else ""))
