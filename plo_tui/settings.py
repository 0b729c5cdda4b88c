"""The user's settings: one TOML file, every entry optional, nothing else to set up.

No screen here: the command line reads the template and the policy from it too.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from agenda.broken_file import BrokenFile, read_toml
from agenda.captures import SHEET_KINDS, SheetKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agenda.toml_lines import TomlPath

CONFIG_VARIABLE = "PLO_TUI_CONFIG"
"""The environment variable that names another settings file."""

_COMMENT = re.compile(r"\s*#.*$")

THEME_CHOICES = ("dark", "light", "high-contrast")

SETTINGS_TABLE = (
    ("theme", '"dark"', "The colours: " + ", ".join(f"`{name}`" for name in THEME_CHOICES) + "."),
    ("policy", "the one that comes with the app", "Your authority's policy file."),
    ("template", "the one that comes with the app", "Your authority's Word template (`.docx`)."),
    ("sheets.initial", "the one that comes with the app", "Agenda sheet of the initial meeting."),
    ("sheets.midway", "the one that comes with the app", "Agenda sheet of the midway review."),
    ("sheets.final", "the one that comes with the app", "Agenda sheet of the final review."),
    (
        "keys.COMMAND",
        "the command's own keys",
        'Your own key for a command: `next_item = "f8"`, or `["f8", "alt+n"]`.',
    ),
)
"""Every entry with its default and its sentence: what the file may hold, and the guide's table."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the settings file says.

    Attributes:
        theme: one of `THEME_CHOICES`.
        policy: the authority's policy file; None for the app's own.
        template: the authority's Word template; None for the app's own.
        sheets: the authority's agenda sheets, by kind of meeting; the app's own where missing.
        keys: the user's own keys, by command name; they replace all the command had.
    """

    theme: str = THEME_CHOICES[0]
    policy: Path | None = None
    template: Path | None = None
    sheets: Mapping[SheetKind, Path] = field(default_factory=dict)
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def settings_path() -> Path:
    """Where the settings file is, or would be: `PLO_TUI_CONFIG`, or the user's config folder."""
    if named := os.environ.get(CONFIG_VARIABLE):
        return Path(named).expanduser()
    from platformdirs import user_config_path

    return user_config_path("plo-tui", appauthor=False) / "config.toml"


def read_settings(path: Path) -> Settings:
    """Read the settings file; where there is none, every entry has its default.

    Relative paths in it count from its own folder, and `~` is the user's home.

    Raises:
        BrokenFile: it cannot be read, or an entry is unknown or has a value that will not do.
    """
    text = _text(path)
    if text is None:
        return Settings()
    return _Reader(path, text).settings()


def write_theme(path: Path, name: str) -> None:
    """Keep the theme for next time; the file's other lines and comments stay as they are.

    Raises:
        BrokenFile: the file there is not TOML, so a line cannot be changed safely.
        OSError: it cannot be written.
    """
    written = _text(path) or ""
    text, before = read_toml(written, path.name)
    entry = f'theme = "{name}"'
    lines = text.split("\n")
    if "theme" in before:
        from agenda.toml_lines import TomlLines

        at = TomlLines(text).line(("theme",)) - 1
        comment = _COMMENT.search(lines[at])
        lines[at] = entry + (comment[0] if comment else "")
    else:
        lines.insert(0, entry)
    changed = "\n".join(lines)
    if read_toml(changed, path.name)[1] != {**before, "theme": name}:
        raise BrokenFile(path.name, None, f"write {entry} on a line of its own, at the top.")
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.new")
    beside.write_text(changed, encoding="utf-8", newline="\r\n" if "\r\n" in written else "\n")
    beside.replace(path)


def settings_table() -> str:
    """Every entry as a Markdown table, for the guide."""
    rows = [f"| `{name}` | {default} | {what} |" for name, default, what in SETTINGS_TABLE]
    return "\n".join(["| entry | default | what it is |", "|---|---|---|", *rows, ""])


def _text(path: Path) -> str | None:
    """The file's text with its line ends as they are; None where there is no file."""
    try:
        return path.read_bytes().decode("utf-8-sig")  # Notepad may write a mark at the start
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        raise BrokenFile(path.name, None, "this is not UTF-8 text. Save it as UTF-8.") from None
    except OSError as fault:
        why = fault.strerror or "it cannot be read"
        raise BrokenFile(path.name, None, f"it cannot be read ({why}). Check its place.") from None


class _Reader:
    """Reads one settings file, and knows on which line each entry stands."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        text, self._entries = read_toml(text, path.name)
        from agenda.toml_lines import TomlLines  # not before the first frame

        self._lines = TomlLines(text)

    def settings(self) -> Settings:
        """The whole file, checked."""
        names = ("theme", "policy", "template", "sheets", "keys")
        for name in self._entries:
            if name not in names:
                self._refuse((name,), f"there is no such entry as {name}. Use {_list(names)}.")
        return Settings(
            theme=self._theme(),
            policy=self._file(("policy",), self._entries.get("policy")),
            template=self._file(("template",), self._entries.get("template")),
            sheets=self._sheets(),
            keys=self._keys(),
        )

    def _theme(self) -> str:
        name = self._entries.get("theme", THEME_CHOICES[0])
        if name not in THEME_CHOICES:
            self._refuse(("theme",), f"there is no such theme. Use {_list(THEME_CHOICES)}.")
        return str(name)

    def _file(self, where: TomlPath, value: object) -> Path | None:
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            self._refuse(where, f"{where[-1]} must be a file's path between quotation marks.")
        return self._path.parent / Path(str(value)).expanduser()

    def _sheets(self) -> dict[SheetKind, Path]:
        table = self._table("sheets")
        for kind in table:
            if kind not in SHEET_KINDS:
                self._refuse(
                    ("sheets", kind), f"there is no such meeting. Use {_list(SHEET_KINDS)}."
                )
        read = {kind: self._file(("sheets", kind), table.get(kind)) for kind in SHEET_KINDS}
        return {kind: path for kind, path in read.items() if path is not None}

    def _keys(self) -> dict[str, tuple[str, ...]]:
        table = self._table("keys")
        if not table:
            return {}
        from plo_tui.commands.remapping import RefusedKeyError, check_remaps

        try:
            return check_remaps(table)
        except RefusedKeyError as fault:
            self._refuse(("keys", fault.name), str(fault))

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
