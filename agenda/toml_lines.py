"""On which line of a TOML file each key, table and list element stands.

The standard library's reader gives lines for syntax errors only; an authority that wrote a
wrong value has to be told where, too. Used on text that `tomllib` has already accepted.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right

TomlPath = tuple[str | int, ...]
"""Where a value stands: `("item", 2, "prompts", 0)` is the first prompt of the third item."""

_GAP = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BLANK = re.compile(r"[ \t]*")
_KEY_PART = re.compile(r'"(?:\\.|[^"\\])*"|\'[^\']*\'|[A-Za-z0-9_-]+')
_VALUE = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'  # a closing run may hold two quotes of the text
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\])*"'
    r"|'[^']*'"
    r"|[^,\]}#\n]+",
    re.DOTALL,
)


class TomlLines:
    """The lines of a valid TOML text.

    Args:
        text: TOML that `tomllib.loads` accepts; anything else gives meaningless lines.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._newlines = [n for n, character in enumerate(text) if character == "\n"]
        self._lines: dict[TomlPath, int] = {(): 1}
        self._tables: dict[TomlPath, int] = {}
        self._walk()

    def line(self, path: TomlPath) -> int:
        """The line, from 1, of the value at `path`, or of the nearest table that would hold it."""
        while path not in self._lines:
            path = path[:-1]
        return self._lines[path]

    def _walk(self) -> None:
        """Read the whole text, statement by statement."""
        table: TomlPath = ()
        while self._skip(_GAP) < len(self._text):
            start = self._at
            if self._text.startswith("[[", start):
                self._at += 2
                table = self._next_of(self._inside(self._keys()))
                self._at += 2
            elif self._text.startswith("[", start):
                self._at += 1
                table = self._inside(self._keys())
                self._at += 1
            else:
                self._pair(table)
                continue
            self._note(table, start)

    def _inside(self, path: TomlPath) -> TomlPath:
        """A header's path, with the number of the latest element of each list of tables above."""
        inside: TomlPath = ()
        for step, key in enumerate(path, start=1):
            inside += (key,)
            if step < len(path) and inside in self._tables:
                inside += (self._tables[inside],)
        return inside

    def _next_of(self, path: TomlPath) -> TomlPath:
        """The next element of the list of tables at `path`."""
        self._tables[path] = self._tables.get(path, -1) + 1
        return (*path, self._tables[path])

    def _pair(self, table: TomlPath) -> None:
        """`key = value`, in a table or in braces."""
        start = self._at
        path = table + self._keys()
        for length in range(len(table) + 1, len(path) + 1):
            self._note(path[:length], start)
        self._skip(_BLANK)
        self._at += 1  # the equals sign
        self._skip(_BLANK)
        self._value(path)

    def _value(self, path: TomlPath) -> None:
        """A value; of lists and braces, every element's line is noted."""
        opening = self._text[self._at : self._at + 1]
        if opening not in ("[", "{"):
            self._skip(_VALUE)
            return
        self._at += 1
        closing = "]" if opening == "[" else "}"
        element = 0
        while self._text[self._skip(_GAP)] != closing:
            if self._text[self._at] == ",":
                self._at += 1
            elif opening == "[":
                self._note((*path, element), self._at)
                self._value((*path, element))
                element += 1
            else:
                self._pair(path)
        self._at += 1

    def _keys(self) -> TomlPath:
        """A bare, quoted or dotted key, as its parts."""
        parts: list[str] = []
        while True:
            self._skip(_BLANK)
            start = self._at
            written = self._text[start : self._skip(_KEY_PART)]
            parts += tomllib.loads(f"{written} = 0")
            self._skip(_BLANK)
            if not self._text.startswith(".", self._at):
                return tuple(parts)
            self._at += 1

    def _skip(self, pattern: re.Pattern[str]) -> int:
        """Move past `pattern`, where it stands here; give the place after it."""
        if match := pattern.match(self._text, self._at):
            self._at = match.end()
        return self._at

    def _note(self, path: TomlPath, start: int) -> None:
        """Remember the line of the character at `start`; the first mention of a path counts."""
        self._lines.setdefault(path, bisect_right(self._newlines, start - 1) + 1)
