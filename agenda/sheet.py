"""An agenda sheet: the agreed agenda of one kind of meeting, with its prompts, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agenda.captures import Capture, SheetKind


@dataclass(frozen=True, slots=True)
class Prompt:
    """Something the chair asks or says.

    Attributes:
        key: the item's key and the prompt's place in it from 1, such as `welcome.2`.
        ask: the words, as one line of plain text.
    """

    key: str
    ask: str


@dataclass(frozen=True, slots=True)
class SheetItem:
    """One item of the agenda.

    Attributes:
        key: small letters, digits and `_`; unique in the sheet.
        title: a few words, for the agenda at the side of the screen.
        purpose: what the item is for, in one plain sentence.
        prompts: at least one, in the order they are asked.
        minutes: the suggested length, in minutes.
        required: whether the meeting is incomplete without it.
        minuted: whether it stands in the minutes. The chair's safety checks do not.
        captures: what it records; at least one.
        say: words the chair may read out; empty where there are none.
    """

    key: str
    title: str
    purpose: str
    prompts: tuple[Prompt, ...]
    minutes: int
    required: bool
    minuted: bool
    captures: tuple[Capture, ...]
    say: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The agreed agenda and prompt sheet of one kind of meeting.

    Attributes:
        key: small letters, digits and `_`.
        title: the meeting's name, such as `Initial meeting`.
        purpose: what the meeting is for, in one plain sentence.
        kind: which kind of meeting it is for.
        version: the authority's own mark of the version.
        source: where the agenda comes from.
        items: in order; at least one.
    """

    key: str
    title: str
    purpose: str
    kind: SheetKind
    version: str
    source: str
    items: tuple[SheetItem, ...]

    @property
    def minutes(self) -> int:
        """The suggested length of the meeting in minutes: the sum of its required items."""
        return sum(item.minutes for item in self.items if item.required)

    def item(self, key: str) -> SheetItem:
        """The item with this key.

        Raises:
            KeyError: no item of this sheet has it.
        """
        for item in self.items:
            if item.key == key:
                return item
        raise KeyError(key)
