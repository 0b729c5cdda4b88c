"""The small list above the composer: capture words after `/`, people after `@`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from plo_tui.widgets.capture_words import CAPTURE_WORDS, Takes
from plo_tui.widgets.row_list import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.content import Content

    from plo_tui.widgets.naming import Mention

_WORD = re.compile(r"/(\w*)\Z")
_PERSON = re.compile(r"(?:\A|\s)(@([^\s@]*))\Z")
_LOOK_BACK = 60


@dataclass(frozen=True, slots=True)
class Completion:
    """One line of the list.

    Attributes:
        insert: what stands in the composer once it is accepted.
        sentence: what it means.
        whole: what counts as typed out already, so that Enter saves instead of accepting.
    """

    insert: str
    sentence: str
    whole: tuple[str, ...]


def completions(
    before: str, at_start: bool, people: Sequence[Mention]
) -> tuple[int, tuple[Completion, ...]]:
    """What could stand at the cursor.

    Args:
        before: the cursor's line, up to the cursor. Only its last characters are looked at.
        at_start: whether that line is the first.
        people: everyone who can be named.

    Returns:
        How many characters before the cursor a completion replaces, and the completions.
    """
    if at_start and len(before) <= _LOOK_BACK and (found := _WORD.match(before)):
        return len(found[0]), _capture_words(found[1].casefold())
    if found := _PERSON.search(before[-_LOOK_BACK:]):
        return len(found[1]), _people(found[2].casefold(), people)
    return 0, ()


def _capture_words(typed: str) -> tuple[Completion, ...]:
    return tuple(
        Completion(
            f"/{entry.word}" if entry.takes is Takes.NOTHING else f"/{entry.word} ",
            entry.sentence,
            (f"/{entry.word}",),
        )
        for entry in CAPTURE_WORDS
        if entry.word.startswith(typed)
    )


def _people(typed: str, people: Sequence[Mention]) -> tuple[Completion, ...]:
    """People whose initials, or any word of whose name, begin as typed."""
    shared = {
        initials
        for initials in (person.initials.casefold() for person in people)
        if sum(person.initials.casefold() == initials for person in people) > 1
    }
    found = []
    for person in people:
        initials = person.initials.casefold()
        starts = [initials, person.label.casefold(), *person.label.casefold().split()]
        if any(start.startswith(typed) for start in starts):
            whole = () if initials in shared else (f"@{initials}",)
            sentence = f"{person.initials}:" if person.initials else ""
            found.append(Completion(f"@{person.label} ", sentence, whole))
    return tuple(found)


class CompletionList(OptionList, can_focus=False):
    """The list itself. It never has the focus: the composer moves it and accepts from it."""

    DEFAULT_CSS = """
    CompletionList {
        display: none;
        overlay: screen;
        constrain: inside inside;
        width: 100%;
        height: auto;
        max-height: 8;
        border: round $border-blurred;
        padding: 0 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    def __init__(self, accept: Callable[[int], None]) -> None:
        """Make a closed list.

        Args:
            accept: called with the index of the completion that was clicked.
        """
        super().__init__()
        self._accept = accept

    def offer(self, found: Sequence[Completion]) -> None:
        """Show these, the first one chosen; none closes the list."""
        self.display = bool(found)
        if not found:
            return
        self.set_options(Option(_line(completion)) for completion in found)
        self.highlighted = 0
        # The list is laid over the screen, its foot on the composer's head.
        self.styles.offset = (0, -min(len(found) + 2, 8))

    @property
    def is_open(self) -> bool:
        """Whether the list is on the screen."""
        return bool(self.display)

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._accept(event.option_index)


def _line(completion: Completion) -> Content:
    return words((f"{completion.insert.strip():<14}", "bold"), f" {completion.sentence}")
