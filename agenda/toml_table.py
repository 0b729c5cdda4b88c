"""Takes the values out of a TOML file one by one, and collects what is wrong with each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar

from agenda.broken_file import BrokenFile
from agenda.text import clean

if TYPE_CHECKING:
    from agenda.toml_lines import TomlLines, TomlPath

WRITTEN_AS = {
    str: "text in quotes",
    int: "a whole number",
    bool: "true or false",
    list: "a list in square brackets",
}
"""How the types of TOML are written, in words."""

_KEY = re.compile(r"[a-z][a-z0-9_]*")

T = TypeVar("T", str, int, bool, list)  # type: ignore[type-arg]


@dataclass
class TomlPage:
    """The file being read, and what was found wrong with it so far."""

    file: str
    lines: TomlLines
    found: list[BrokenFile] = field(default_factory=list)

    def refuse(self, path: TomlPath, reason: str) -> None:
        """Note what is wrong with the value at `path`."""
        self.found.append(BrokenFile(self.file, self.lines.line(path), reason))


@dataclass
class TomlTable:
    """One table of the file; hands out its values, and refuses those that will not do.

    What it hands out in place of a refused value is of the right type and is never used: a
    page with anything refused gives no sheet.
    """

    values: dict[str, Any]
    path: TomlPath
    page: TomlPage

    def refuse(self, key: str, reason: str) -> None:
        """Note what is wrong with one key of this table."""
        self.page.refuse((*self.path, key), reason)

    def known(self, keys: tuple[str, ...], *, elsewhere: tuple[str, ...] = ()) -> None:
        """Refuse every key that is not one of `keys`; those of `elsewhere` go to the top."""
        for key in self.values:
            if key in keys:
                continue
            if key in elsewhere:
                self.refuse(key, f"`{key}` goes at the top, above the first [[{self.path[0]}]].")
            else:
                near = nearest(key, keys)
                self.refuse(key, f"there is no key `{shown(key)}`. Did you mean `{near}`?")

    def take(self, key: str, default: T, *, optional: bool = False) -> T:
        """The value of a key, of the same type as `default`."""
        if key not in self.values:
            if not optional:
                written = WRITTEN_AS[type(default)]
                self.refuse(key, f"`{key}` is missing. Write {key} = and then {written}.")
            return default
        value = self.values[key]
        if type(value) is not type(default):  # true is no number here
            self.refuse(key, f"`{key}` must be {WRITTEN_AS[type(default)]}.")
            return default
        return value

    def text(self, key: str, *, optional: bool = False) -> str:
        """One line of text; line breaks and runs of blanks become single blanks."""
        if key not in self.values or type(self.values[key]) is not str:
            return self.take(key, "", optional=optional)
        text, wrong = plain_line(self.values[key])
        if wrong:
            self.refuse(key, f"`{key}` {wrong}")
        return text

    def slug(self, key: str) -> str:
        """A name the records keep."""
        name = self.text(key)
        if name and not _KEY.fullmatch(name):
            self.refuse(key, f"`{key}` may hold small letters, digits and _, a letter first.")
        return name


def plain_line(text: str) -> tuple[str, str]:
    """Text on one line, and what is wrong with it (nothing, mostly)."""
    line = " ".join(text.split())
    if not line:
        return line, "is empty. Write some words, or take it out."
    if clean(line) != line:
        return line, "holds a control character. Type it again."
    return line, ""


def nearest(word: str, words: tuple[str, ...]) -> str:
    """The most similar of `words`."""
    return get_close_matches(word, words, n=1, cutoff=0)[0]


def shown(text: str) -> str:
    """Text short enough to stand in a sentence, with nothing a terminal would act on."""
    short = text if len(text) <= 60 else f"{text[:59]}…"
    return "".join(character if character.isprintable() else "�" for character in short)
