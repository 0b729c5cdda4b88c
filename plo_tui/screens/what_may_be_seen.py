"""What may be seen of a meeting: open, shielded, and turned to the family. One closed table.

A parent sits within sight of the screen. Whatever does not stand in this table is hidden while
the shield is on, and so is whatever is put on the screen later: a part is let through by name or
not at all. The screen's classes, what is typed as dots, and the table in the guide follow from it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from plo_tui.commands import PLACES
from plo_tui.widgets.capture_words import CAPTURE_WORDS

if TYPE_CHECKING:
    from textual.screen import Screen

LET_THROUGH = "-let-through"
"""The class of a widget that the shield does not hide; `meeting_shield.tcss` goes by it."""


WORK_SHIELDED = frozenset({
    "next_item", "previous_item", "back", "park", "tick_prompt", "tick_numbered", "aside", "undo",
    "redo", "table_view", "unplaced", "retime_entry", "switch_verbatim",
    "pause", "urgent",
})  # fmt: skip
"""The commands of the meeting that work while the shield is on; any other asks to lift it first."""

READ_AS_TYPED = frozenset({
    "note", "view", "agreed", "disputed", "consequence", "document", "action", "visit",
    "assessment", "service", "agreement", "bottom", "advice", "break", "back", "here", "late",
    "left", "apologies", "park", "next", "jump", "date", "undo", "redo", "unplaced", "at",
    "pause", "resume",
})  # fmt: skip
"""The capture words whose line may be read as it is typed: it says what the room has heard."""


class Part(NamedTuple):
    """A part of the screen, and where it may be seen.

    Attributes:
        name: as the guide prints it.
        widgets: what draws it, as selectors, with whatever holds it.
        open: whether it is seen where there is no shield.
        shielded: whether it is seen while the shield is on.
        table: whether the table view shows it.
        note: what is left out of it where it is seen shielded or by the family.
    """

    name: str
    widgets: tuple[str, ...]
    open: bool = True
    shielded: bool = False
    table: bool = False
    note: str = ""


PARTS: tuple[Part, ...] = (
    Part("reference and children's initials", ("CaseBar",), shielded=True, table=True,
         note="with the meeting, its clock and what is saved; the family sees none of these"),
    Part("item: number, title, time", ("#body", "#meeting", "#middle"), shielded=True),
    Part("what you are typing", ("#composer",), shielded=True,
         note="as dots where it is not minuted, and after any word but "
         + ", ".join(f"`/{word}`" for word in sorted(READ_AS_TYPED))),
    Part("messages", ("#told",), shielded=True, note="only that there is one"),
    Part("how to lift the shield", ("#shield",), open=False, shielded=True),
    Part("keys that work now", ("KeyFooter",), shielded=True, table=True),
    Part("that the window is too small", ("TooSmall",), shielded=True),
    Part("agreed and amended lines, large", ("#body", "#agreed"), open=False, table=True,
         note="number, what, who, by when, and the help with it"),
    Part("agreed bottom line, large", ("#body", "#agreed"), open=False, table=True),
    Part("next dates and places, large", ("#body", "#agreed"), open=False, table=True),
    Part("agenda", ("#rail", "#agenda-line")),
    Part("prompts", ("#prompts",)),
    Part("minutes, asides among them", ("#log",)),
    Part("words and names offered as you type", ("CompletionList",)),
    Part("plan, people, dates, findings at the side", ("#side",)),
    Part("weeks of the window", ("WindowBar",)),
    Part("notices and what the mouse rests on", ("ToastRack", "Tooltip")),
    Part("every form, the end of the meeting, the case", ()),
    Part("anything else", ()),
)  # fmt: skip
"""Every part, what is seen shielded or by the family first."""

_KNOWN = (
    *(entry.word for entry in CAPTURE_WORDS),
    *(command.word for place in PLACES.values() for command in place.commands if command.word),
)
_BEGINS_WITH_WORD = re.compile(r"\s*(?:@?[^\n:]{1,60}?\s*:\s*)?/(?!/)\s*(\S*)")
"""As `quick_capture` reads a line: perhaps who speaks, then a slash and its word."""


def readable(typed: str, *, own_note: bool) -> int:
    """Return how many characters at the start of what is typed may be read while shielded.

    A capture word may always be read; what follows it only where the word is of the closed list.

    Args:
        typed: everything in the composer.
        own_note: whether plain words here would be the writer's own note, not minuted.
    """
    found = _BEGINS_WITH_WORD.match(typed)
    if found is None:
        return 0 if own_note else len(typed)
    word = found[1].casefold()
    if word in READ_AS_TYPED and not own_note:
        return len(typed)
    return found.end() if any(known.startswith(word) for known in _KNOWN) else 0


def let_through(screen: Screen[None], *, to_family: bool = False) -> None:
    """Mark the widgets of a screen that may be seen shielded, or by the family."""
    for part in PARTS:
        if part.table if to_family else part.shielded:
            for selector in part.widgets:
                screen.query(selector).add_class(LET_THROUGH)


def seen_table() -> str:
    """Return the table as Markdown, for the guide."""
    rows = ["| part of the screen | open | shielded | table view | |", "|---|---|---|---|---|"]
    for part in PARTS:
        seen = ("yes" if where else "" for where in (part.open, part.shielded, part.table))
        rows.append(f"| {part.name} | {' | '.join(seen)} | {part.note} |")
    return "\n".join(rows)
