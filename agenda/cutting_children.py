"""Cutting by child: siblings may have different parents, and each copy is about their own alone."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from agenda.minuting_words import in_a_row
from agenda.named import first_names, names_somebody

if TYPE_CHECKING:
    from agenda.copy_for import Reader
    from agenda.minutes import MinutedDate


def child_is_theirs(full_name: str, initials: str, reader: Reader) -> bool:
    """Whether a child is one of the reader's, by name and initials."""
    return full_name in reader.children and initials in reader.children


def is_about_theirs(children: tuple[str, ...], reader: Reader) -> bool:
    """Whether something about some children is about one of the reader's.

    Args:
        children: initials; none means all of the family's.
        reader: whose copy it is.
    """
    return not children or bool(their_initials(children, reader))


def their_initials(children: tuple[str, ...], reader: Reader) -> tuple[str, ...]:
    """Return those of some initials that are the reader's children's alone.

    Initials that another child has too could be either's, and are taken for the other's.
    """
    return tuple(
        one for one in children if one in reader.children and one not in reader.other_children
    )


def is_about_others(text: str, reader: Reader) -> bool:
    """Whether a text names one of the other children, and none of the reader's.

    So are what is typed without saying of which child it is: a dated example, a goal.
    """
    return names_somebody(text, _as_called(reader.other_children)) and not names_somebody(
        text, _as_called(reader.children)
    )


def _as_called(children: tuple[str, ...]) -> tuple[str, ...]:
    """Return children's initials and names with their first names, as a text calls them."""
    return (*children, *first_names(children))


def cut_date(row: MinutedDate, reader: Reader) -> MinutedDate | None:
    """Return a date without the other children's initials; None where it is theirs alone."""
    what = own_initials(row.what, reader)
    return replace(row, what=what) if what else None


def own_initials(text: str, reader: Reader) -> str:
    """Return words that name children in a row, such as `for JC and LC`, with the reader's alone.

    Returns:
        The words; nothing where all the children in a row of them are others'.
    """
    named = sorted({*reader.children, *reader.other_children}, key=len, reverse=True)
    if not reader.other_children or not named:
        return text
    one = "|".join(map(re.escape, named))
    row = re.compile(rf"(?<!\w)(?:{one})(?:(?:, | and )(?:{one}))*(?!\w)")
    gone = False

    def theirs_alone(found: re.Match[str]) -> str:
        nonlocal gone
        inside = tuple(re.findall(rf"(?<!\w)(?:{one})(?!\w)", found[0]))
        left = their_initials(inside, reader)
        gone = gone or not left
        return in_a_row(left)

    cut = row.sub(theirs_alone, text)
    return "" if gone else cut
