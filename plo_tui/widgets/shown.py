"""The one way to put somebody's text on a widget.

Text may hold `[/b]`, escape codes, right-to-left marks and emoji. A widget given a `str`
reads markup in it and may fail; a terminal given control characters obeys them. So every
text that somebody typed goes through `shown`, or through `shown_cell` into a table.

Direction: a terminal that knows right-to-left text lays out a whole row at once. An override
or embedding that is not closed, or whose end was cut off at the right edge, would turn round
the columns beside it, and could make an agreed sentence read as another. Wrapping in isolates
would not help: the closing mark may be cut off, and many terminals print isolates as boxes.
So the marks that change direction are printed by name (`⟨RLO⟩`). The three marks without reach
(LRM, RLM, ALM), common in Arabic, Urdu and Hebrew names, have no glyph and are left out.
Only the screen is treated so: what is stored and exported keeps every mark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, split_graphemes
from rich.text import Text
from textual.content import Content

from agenda.direction import with_named_marks
from agenda.text import clean

if TYPE_CHECKING:
    from textual.style import Style


def plain(text: str) -> str:
    """The characters of `text` as a terminal may get them; for widgets that draw lines."""
    # A tab's width depends on where it stands; four cells are true everywhere.
    return with_named_marks(clean(text)).replace("\t", "    ")


def shown(text: str, style: str | Style = "") -> Content:
    """Text as a widget takes it: no markup, nothing that a terminal obeys.

    Args:
        text: anything somebody typed.
        style: a Textual style for all of it, such as `bold` or `$text-muted`.
    """
    return Content.styled(plain(text), style) if style else Content(plain(text))


def shown_cell(text: str, style: str = "") -> Text:
    """The same for a cell of a `DataTable`, which measures nothing but Rich's text.

    Args:
        text: anything somebody typed; it stays on one line.
        style: a Rich style for all of it, such as `bold`.
    """
    return Text(plain(text).replace("\n", " "), style=style, no_wrap=True)


def shorten(text: str, cells: int) -> str:
    """Fit text in a row of so many cells, on one line, with `…` where it was cut.

    Emoji are cut whole, never inside one.

    Args:
        text: anything somebody typed; newlines become spaces.
        cells: the room, in terminal cells (a wide character takes two).
    """
    line = plain(text).replace("\n", " ")
    if cell_len(line) <= cells:
        return line
    if cells < 1:
        return ""
    # Measuring is slow on a page of text, and no emoji is longer than 16 characters.
    graphemes, _width = split_graphemes(line[: 16 * cells])
    end, room = 0, cells - 1
    for _start, stop, size in graphemes:
        if size > room:
            break
        end, room = stop, room - size
    return line[:end] + "…"
