"""The user's settings: one TOML file, every entry optional, nothing else to set up.

No screen here: the command line reads the template and the policy from it too.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NoReturn

from agenda.broken_file import BrokenFile, read_file, read_toml
from agenda.captures import SHEET_KINDS
from agenda.text import one_line
from plo_tui.organiser import organiser_fault, read_organiser
from plo_tui.settings_table import SETTINGS_TABLE, THEME_CHOICES
from plo_tui.typed_path import typed_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from agenda.inviting import Organiser
    from agenda.toml_lines import TomlPath

CONFIG_VARIABLE = "PLO_TUI_CONFIG"
"""The environment variable that names another settings file."""

_ENTRY = re.compile(r"""[^=]*=\s*(?:"(?:\\.|[^"\\])*"|'[^']*')""")
"""An entry whose value is text, up to a comment behind it."""
_ABBREVIATION = re.compile(r"[A-Za-z0-9]+")
LONGEST_ABBREVIATION = 20
LONGEST_EXPANSION = 200
"""The most characters of an abbreviation, and of what it stands for."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the settings file says.

    Attributes:
        theme: one of `THEME_CHOICES`.
        policy: the authority's policy file; None for the app's own.
        keyring: whether the passphrase may come from the system's keyring.
        letters: the words the authority's letters begin with; None for the app's own.
        template: the authority's Word template; None for the app's own.
        sheets: the authority's agenda sheets, by kind of meeting; the app's own where missing.
        organiser: who sends calendar invitations; None where nobody is named.
        keys: the user's own keys, by command name; they replace all the command had.
        abbreviations: what each stands for, by the abbreviation in small letters.
    """

    theme: str = THEME_CHOICES[0]
    policy: Path | None = None
    keyring: bool = False
    letters: Path | None = None
    template: Path | None = None
    sheets: Mapping[str, Path] = field(default_factory=dict)
    organiser: Organiser | None = None
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    abbreviations: Mapping[str, str] = field(default_factory=dict)


def settings_path() -> Path:
    """Where the settings file is, or would be: `PLO_TUI_CONFIG`, or the user's config folder."""
    if named := os.environ.get(CONFIG_VARIABLE):
        return typed_path(named)
    from platformdirs import user_config_path

    return user_config_path("plo-tui", appauthor=False) / "config.toml"


def read_settings(path: Path) -> Settings:
    """Read the settings file; where there is none, every entry has its default.

    Relative paths in it count from its own folder, and `~` is the user's home.

    Raises:
        BrokenFile: it cannot be read, or an entry is unknown or has a value that will not do.
    """
    text = _text(path)
    return _Reader(path, text).settings() if text else Settings()


def abbreviation_fault(short: str, words: object) -> str:
    """Return why an abbreviation will not do, as a sentence; empty where it will."""
    if not _ABBREVIATION.fullmatch(short) or len(short) > LONGEST_ABBREVIATION:
        return "an abbreviation is one short word of letters and digits, such as hv."
    if not isinstance(words, str) or not words.strip() or "\n" in words:
        return "write the words it stands for between quotation marks, on one line."
    if len(words) > LONGEST_EXPANSION:
        return f"the words it stands for are too long: {LONGEST_EXPANSION} characters at most."
    return ""


def write_theme(path: Path, name: str) -> None:
    """Keep the theme for next time; the file's other lines and comments stay as they are.

    Raises:
        BrokenFile: the file there is not TOML, so a line cannot be changed safely.
        OSError: it cannot be written.
    """
    _write_entry(path, ("theme",), name)


def write_abbreviation(path: Path, short: str, words: str) -> None:
    """Keep an abbreviation; the file's other lines and comments stay as they are.

    Raises:
        BrokenFile: the file there is not TOML, so a line cannot be changed safely.
        OSError: it cannot be written.
    """
    held = read_toml(_text(path), path.name)[1].get("abbreviations", {})
    known = next((one for one in held if one.casefold() == short.casefold()), short)
    _write_entry(path, ("abbreviations", known), words)


def _write_entry(path: Path, where: TomlPath, value: str) -> None:
    """Change one entry, at the top or in a table, on its own line; or put a line in for it."""
    written = _text(path)
    text, before = read_toml(written, path.name)
    *table, name = map(str, where)
    entry = f"{name} = {json.dumps(value, ensure_ascii=False)}"
    wanted = {**before, name: value}
    if table:
        wanted = {**before, table[0]: {**before.get(table[0], {}), name: value}}
    changed = "\n".join(_with_entry(text, before, where, entry))
    if read_toml(changed, path.name)[1] != wanted:
        place = f"in the table [{table[0]}]" if table else "at the top"
        raise BrokenFile(path.name, None, f"write {entry} on a line of its own, {place}.")
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.new")
    beside.touch(mode=0o600)  # an abbreviation may hold a family's words
    beside.write_text(changed, encoding="utf-8", newline="\r\n" if "\r\n" in written else "\n")
    beside.replace(path)


def _with_entry(text: str, before: dict[str, Any], where: TomlPath, entry: str) -> list[str]:
    """Return the lines of a file with an entry in the place of the old one, or a new line."""
    from agenda.toml_lines import TomlLines

    lines, found = text.split("\n"), TomlLines(text)
    *table, name = map(str, where)
    held = before.get(table[0], {}) if table else before
    if name in held:
        at = found.line(where) - 1
        value = _ENTRY.match(lines[at])
        lines[at] = entry + (lines[at][value.end() :] if value else "")
    elif not table:
        lines.insert(0, entry)
    elif table[0] in before:
        lines.insert(found.line((table[0],)), entry)
    else:
        above = [*text.rstrip("\n").split("\n"), ""] if text.strip() else []
        lines = [*above, f"[{table[0]}]", entry, ""]
    return lines


def settings_table() -> str:
    """Every entry as a Markdown table, for the guide."""
    rows = [f"| `{name}` | {default} | {what} |" for name, default, what in SETTINGS_TABLE]
    return "\n".join(["| entry | default | what it is |", "|---|---|---|", *rows, ""])


def _text(path: Path) -> str:
    """The file's text with its line ends as they are; empty where there is no file."""
    return read_file(path, path.name, if_missing="")


class _Reader:
    """Reads one settings file, and knows on which line each entry stands."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        text, self._entries = read_toml(text, path.name)
        from agenda.toml_lines import TomlLines  # not before the first frame

        self._lines = TomlLines(text)

    def settings(self) -> Settings:
        """The whole file, checked."""
        names = tuple(dict.fromkeys(entry.partition(".")[0] for entry, *_ in SETTINGS_TABLE))
        for name in self._entries:
            if name not in names:
                self._refuse((name,), f"there is no such entry as {name}. Use {_list(names)}.")
        return Settings(
            theme=self._theme(),
            policy=self._file(("policy",), self._entries.get("policy")),
            keyring=self._keyring(),
            letters=self._file(("letters",), self._entries.get("letters")),
            template=self._file(("template",), self._entries.get("template")),
            sheets=self._sheets(),
            organiser=self._organiser(),
            keys=self._keys(),
            abbreviations=self._abbreviations(),
        )

    def _theme(self) -> str:
        name = self._entries.get("theme", THEME_CHOICES[0])
        if name not in THEME_CHOICES:
            self._refuse(("theme",), f"there is no such theme. Use {_list(THEME_CHOICES)}.")
        return str(name)

    def _keyring(self) -> bool:
        if (asked := self._entries.get("keyring", False)) not in (True, False):
            self._refuse(("keyring",), "write true or false, without quotation marks.")
        return asked is True

    def _file(self, where: TomlPath, value: object) -> Path | None:
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            self._refuse(where, f"{where[-1]} must be a file's path between quotation marks.")
        return self._path.parent / typed_path(str(value))

    def _sheets(self) -> dict[str, Path]:
        table = self._table("sheets")
        for kind in table:
            if kind not in SHEET_KINDS:
                self._refuse(
                    ("sheets", kind), f"there is no such meeting. Use {_list(SHEET_KINDS)}."
                )
        read = {kind: self._file(("sheets", kind), table.get(kind)) for kind in SHEET_KINDS}
        return {kind: path for kind, path in read.items() if path is not None}

    def _organiser(self) -> Organiser | None:
        table = self._table("invitations")
        if fault := organiser_fault(table):
            self._refuse(("invitations", next(iter(table))), fault)
        return read_organiser(table.get("organiser"))

    def _keys(self) -> dict[str, tuple[str, ...]]:
        table = self._table("keys")
        if not table:
            return {}
        from plo_tui.commands.remapping import RefusedKeyError, check_remaps

        try:
            return check_remaps(table)
        except RefusedKeyError as fault:
            self._refuse(("keys", fault.name), str(fault))

    def _abbreviations(self) -> dict[str, str]:
        read: dict[str, str] = {}
        for short, words in self._table("abbreviations").items():
            at = ("abbreviations", short)
            if fault := abbreviation_fault(short, words):
                self._refuse(at, fault)
            if short.casefold() in read:
                self._refuse(at, f"{short} is set twice: capitals make no difference.")
            read[short.casefold()] = one_line(words)
        return read

    def _table(self, name: str) -> dict[str, Any]:
        table = self._entries.get(name, {})
        if not isinstance(table, dict):
            self._refuse((name,), f"{name} must be a table: begin it with a line [{name}].")
        return table

    def _refuse(self, where: TomlPath, reason: str) -> NoReturn:
        raise BrokenFile(self._path.name, self._lines.line(where), reason)


def _list(names: tuple[str, ...]) -> str:
    """Names as a sentence lists them: `a, b or c`."""
    return ", ".join(names[:-1]) + f" or {names[-1]}"
