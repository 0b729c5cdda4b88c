"""What a command is, and the place where it works."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plo_tui.commands.keys import works_while_typing

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Command:
    """Something the user can do, declared once; footer, help, palette and guide are made from it.

    Attributes:
        name: unique among all commands; the name in the settings' `[keys]`.
        keys: as Textual names them (`f8`, `ctrl+n`, `alt+1`, `/`), the first one shown first.
        title: one or two words, for the footer.
        sentence: what it does, for help, palette and guide.
        group: the heading it stands under in the help.
        footer: its turn in the footer where room is short, the lowest first; None: never there.
        action: what it runs, where not `action_<name>` of the screen: `app.quit` runs on the app.
        numbered: whether its action is given the key's place among the keys, counted from 1;
            such a command needs its key, so it stands in no palette.
        word: what to type in the meeting's composer, without its slash; empty where nothing.
        in_palette: False for a second key to what another command already offers.
    """

    name: str
    keys: tuple[str, ...]
    title: str
    sentence: str
    group: str = ""
    footer: int | None = None
    action: str = ""
    word: str = ""
    numbered: bool = False
    in_palette: bool = True

    @property
    def call(self) -> str:
        """The action as Textual runs it, seen from the screen."""
        return self.action or self.name

    @property
    def wins_over_typing(self) -> bool:
        """Whether its keys come before those of the box one types in.

        So it is where none of them types or moves anything: `f7` is the next item even though
        a text box would select everything with it.
        """
        return all(works_while_typing(key) for key in self.keys)

    def calls(self, keys: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
        """Yield each key with its action and the binding's id, as the keymap knows it."""
        for n, key in enumerate(keys, start=1):
            if self.numbered:
                yield key, f"{self.call}({n})", f"{self.name}.{n}"
            else:
                yield key, self.call, self.name


@dataclass(frozen=True, slots=True)
class Place:
    """A screen as the user knows it, and what can be done there.

    Attributes:
        name: how screens and settings name it.
        title: as the help's heading.
        purpose: what one does there, in two or three plain sentences.
        commands: in the order of the help.
    """

    name: str
    title: str
    purpose: str
    commands: tuple[Command, ...]
