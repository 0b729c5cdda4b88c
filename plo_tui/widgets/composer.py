"""Where the minutes are typed: one paragraph, saved by Enter, and never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.message import Message
from textual.widget import Widget
from textual.widgets import TextArea

from plo_tui.widgets.completion import Completion, CompletionList, completions
from plo_tui.widgets.expanding_text import ExpandingText
from plo_tui.widgets.naming import Mention
from plo_tui.widgets.quick_capture import speaker_named
from plo_tui.widgets.shown import shown
from plo_tui.widgets.veiled_text import VeiledText

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.timer import Timer

__all__ = ["Composer", "Mention"]

KEEP_AFTER = 0.2
"""Seconds from the first unsaved key to `Unsaved`: 300 ms less the time the store takes."""

_NEW_LINE_KEYS = frozenset(["alt+enter", "ctrl+j", "shift+enter", "ctrl+enter"])


class Composer(ExpandingText, VeiledText):
    """Three rows of text. Enter saves the paragraph; what is typed meanwhile is the next one.

    The text stays until the screen says `saved()`; after `refused()` it is still there.
    """

    help_text: ClassVar[str] = (
        "Type what is said. Enter saves it; Alt+Enter or ctrl+j starts a new line. "
        "Initials and a colon (lc:) say who speaks, / offers quick capture, @ names a person. "
        "An abbreviation you set expands as you type; ctrl+z takes that back. "
        "What you have typed is kept as you type."
    )
    DEFAULT_CSS = """
    Composer {
        height: 5;
        border: round $border-blurred;
        &:focus { border: round $border; }
    }
    """

    class Submitted(Message):
        """Enter was pressed: save this text, then call `saved()` or `refused()`."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Typing(Message):
        """A first key was typed that nothing has kept yet."""

    class Unsaved(Message):
        """Keep this unfinished text, with the cursor's (line, column)."""

        def __init__(self, text: str, cursor: tuple[int, int]) -> None:
            super().__init__()
            self.text = text
            self.cursor = cursor

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, highlight_cursor_line=False)
        self.cursor_blink = False
        self._list = CompletionList(self._accept)
        self._completions: tuple[Completion, ...] = ()
        self._replaces = 0
        self._closed_at = -1
        self._people: tuple[Mention, ...] = ()
        self._speaker = ""
        self._named = ""
        self._sent: list[str] = []
        self._kept = ""
        self._timer: Timer | None = None

    async def on_mount(self) -> None:
        """Put the completion list above, and say who speaks."""
        if isinstance(self.parent, Widget):
            await self.parent.mount(self._list, before=self)
        self._entitle()

    # What the screen calls

    def set_people(self, people: Sequence[Mention]) -> None:
        """Say who can be named by `@` and by initials."""
        self._people = tuple(people)

    def set_speaker(self, label: str) -> None:
        """Show who speaks until somebody else is named; empty for nobody in particular."""
        self._speaker = label
        self._entitle()

    def restore(self, text: str, cursor: tuple[int, int] = (0, 0)) -> None:
        """Put back text that was kept, with the cursor where it was."""
        self._sent.clear()
        self._stop_timer()
        self._kept = text
        self.load_text(text)
        self.move_cursor(cursor)

    def veil(self, readable: Callable[[str], int] | None) -> None:
        """Draw as dots what may not be read; what was said or offered beside it goes as well."""
        super().veil(readable)
        self.border_subtitle = None
        self._offer(0, ())

    def saved(self) -> None:
        """The text submitted first is saved: take it away, and submit what waits behind it."""
        if not self._sent:
            return
        sent = self._sent.pop(0)
        text = self.text
        if text == sent or text.startswith(f"{sent}\n"):
            rest = text[len(sent) + 1 :]
            self._stop_timer()
            self._kept = ""
            self.load_text(rest)
            self.move_cursor(self.document.end)
        else:
            self._say("Saved as it was when you pressed Enter; your change since is still here.")
        if self._sent:
            self.post_message(self.Submitted(self._sent[0]))

    def refused(self, sentence: str) -> None:
        """The text could not be saved: it stays, and the sentence stands beside it."""
        self._sent.clear()
        self._say(sentence)
        if self._timer is None:
            self._timer = self.set_timer(KEEP_AFTER, self.keep_now)

    def submit_as(self, word: str) -> bool:
        """Submit what is typed as if a capture word stood before it; False where nothing is."""
        behind = self._behind_sent()
        if not behind.strip():
            return False
        row = self.text[: len(self.text) - len(behind)].count("\n")
        self.insert(f"/{word} ", (row, 0))
        self._submit()
        return True

    def keep_now(self) -> None:
        """Post `Unsaved` now, if anything changed since the last time."""
        self._stop_timer()
        if self.text != self._kept:
            self._kept = self.text
            self.post_message(self.Unsaved(self._kept, self.cursor_location))

    # Keys

    async def _on_key(self, event: events.Key) -> None:
        """Take the keys that are not letters of the text; `TextArea` has the rest."""
        if self._list.is_open:
            self._complete()  # somebody may type faster than the list follows
        if event.key in _NEW_LINE_KEYS:
            self._part_from_sent()
            self.insert("\n")
        elif not (self._list.is_open and self._list_takes(event.key)):
            if event.key != "enter":
                if event.is_printable:
                    self._part_from_sent()
                return
            self._submit()
        event.stop()
        event.prevent_default()

    async def _on_paste(self, event: events.Paste) -> None:  # noqa: ARG002 - TextArea pastes
        """Keep what is pasted apart from a paragraph that is being saved."""
        self._part_from_sent()

    def _list_takes(self, key: str) -> bool:
        """Let the open completion list have a key; False leaves it to the text."""
        if key in {"up", "down"}:
            (self._list.action_cursor_up if key == "up" else self._list.action_cursor_down)()
            return True
        if key == "escape":
            self._closed_at = self._word_start
            self._offer(0, ())
            return True
        at = self._list.highlighted or 0
        whole = self._completions[at].whole
        if key == "enter" and self._typed_word().casefold() in whole:
            self._offer(0, ())
            return False
        if key in {"tab", "enter"}:
            self._accept(at)
            return True
        return False

    def _submit(self) -> None:
        """Send what stands after the paragraphs already on their way."""
        if self.cursor_location == self.document.end:
            self.expand_word()
        behind = self._behind_sent()
        if not behind.strip():
            return
        if not self._sent:
            self.move_cursor(self.document.end)
            self.post_message(self.Submitted(behind))
        self._sent.append(behind)

    def _behind_sent(self) -> str:
        if not self._sent:
            return self.text
        ahead = "\n".join(self._sent)
        return self.text[len(ahead) + 1 :] if self.text.startswith(f"{ahead}\n") else ""

    def _part_from_sent(self) -> None:
        """Start a new line for what is typed while a paragraph is being saved."""
        if self._sent and self.text == "\n".join(self._sent):
            self.move_cursor(self.document.end)
            self.insert("\n")

    # What follows a change

    @on(TextArea.Changed)
    def _changed(self, event: TextArea.Changed) -> None:
        event.stop()
        # Enter can come before this does, where somebody types fast: that text is on its way.
        on_its_way = bool(self._sent) and not self._behind_sent()
        if self._timer is None and self.text != self._kept and not on_its_way:
            self._timer = self.set_timer(KEEP_AFTER, self.keep_now)
            self.post_message(self.Typing())
        if self.border_subtitle:
            self.border_subtitle = None
        line = self.document.get_line(0)
        named = speaker_named(line, self._people) if ":" in line[:80] else None
        label = named.label if named else ""
        if label != self._named:
            self._named = label
            self._entitle()
        self._complete()

    @on(TextArea.SelectionChanged)
    def _moved(self, event: TextArea.SelectionChanged) -> None:
        event.stop()
        if self._list.is_open:
            self._complete()

    def on_blur(self) -> None:
        """Keep what is typed when the composer is left, and close the list."""
        self.keep_now()
        self._offer(0, ())

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _complete(self) -> None:
        """Open, change or close the list for what stands before the cursor."""
        row, column = self.cursor_location
        before = self.document.get_line(row)[:column]
        replaces, found = completions(before, row == 0, self._people)
        if found and column - replaces == self._closed_at:
            found = ()
        elif not replaces:
            self._closed_at = -1
        self._offer(replaces, found)

    def _offer(self, replaces: int, found: tuple[Completion, ...]) -> None:
        found = () if self.is_veiled else found  # it lists names
        self._replaces = replaces
        if found != self._completions:
            self._completions = found
            self._list.offer(found)

    @property
    def _word_start(self) -> int:
        return self.cursor_location[1] - self._replaces

    def _typed_word(self) -> str:
        row, column = self.cursor_location
        return self.document.get_line(row)[self._word_start : column]

    def _accept(self, at: int) -> None:
        row, column = self.cursor_location
        start, insert = self._word_start, self._completions[at].insert
        self.replace(insert, (row, start), (row, column))
        self.move_cursor((row, start + len(insert)))
        self._closed_at = start
        self._offer(0, ())

    def _entitle(self) -> None:
        speaker = self._named or self._speaker
        self.border_title = shown(f"{speaker} ▸") if speaker else None

    def _say(self, sentence: str) -> None:
        self.border_subtitle = shown("It is kept here." if self.is_veiled else sentence)
