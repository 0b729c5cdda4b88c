"""Reads an agenda sheet from TOML, and refuses a broken one with file, line and reason."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from agenda.broken_file import BrokenFile, read_toml
from agenda.captures import CAPTURES, SHEET_KINDS, Capture, SheetKind, required_captures
from agenda.sheet import Prompt, Sheet, SheetItem
from agenda.toml_lines import TomlLines
from agenda.toml_table import WRITTEN_AS, TomlPage, TomlTable, nearest, plain_line, shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.toml_lines import TomlPath

SHEET_KEYS = ("key", "title", "purpose", "kind", "version", "source", "item")
"""What stands at the top of a sheet; all of it is needed."""

ITEM_KEYS = (
    "key",
    "title",
    "purpose",
    "minutes",
    "required",
    "minuted",
    "captures",
    "say",
    "prompts",
)
"""What an item may hold; `minuted` (true) and `say` (nothing) may be left out."""

MOST_MINUTES = 240
"""No item is longer than half a working day; more is a slip of the finger."""


def read_sheet(text: str, file: str) -> Sheet:
    """The sheet that a file's text holds.

    Args:
        text: the whole file, as TOML.
        file: its name, as the user knows it.

    Raises:
        BrokenFile: the first thing wrong with it, from the top.
    """
    sheet, found = _read(text, file)
    if sheet is None:
        raise found[0]
    return sheet


def problems(text: str, file: str) -> list[BrokenFile]:
    """Everything wrong with a sheet's text, in line order; empty where it can be used.

    A fault in the TOML itself hides all others until it is put right.
    """
    return _read(text, file)[1]


def default_sheet_text(kind: str) -> str:
    """The shipped sheet for one of the kinds of meeting, such as `initial`, as TOML."""
    return files("agenda").joinpath("sheets", f"{kind}.toml").read_text(encoding="utf-8")


@cache
def default_sheet(kind: str) -> Sheet:
    """The shipped sheet for one of the kinds of meeting, such as `initial`."""
    return read_sheet(default_sheet_text(kind), f"{kind}.toml")


def _read(text: str, file: str) -> tuple[Sheet | None, list[BrokenFile]]:
    """The sheet, or what is wrong with it in line order."""
    try:
        text, values = read_toml(text, file)
    except BrokenFile as fault:
        return None, [fault]
    page = TomlPage(file, TomlLines(text))
    sheet = _sheet(TomlTable(values, (), page))
    if page.found:
        return None, sorted(page.found, key=lambda problem: problem.line or 0)
    return sheet, []


def _sheet(table: TomlTable) -> Sheet:
    """The whole sheet, from the table of the file."""
    table.known(SHEET_KEYS)
    kind = _kind(table)
    sheet = Sheet(
        key=table.slug("key"),
        title=table.text("title"),
        purpose=table.text("purpose"),
        kind=kind or "initial",
        version=table.text("version"),
        source=table.text("source"),
        items=_items(table),
    )
    if kind:
        _refuse_out_of_place(table, kind, sheet.items)
    if kind and sheet.items:
        captured = {capture for item in sheet.items if item.required for capture in item.captures}
        for capture in required_captures(kind):
            if capture not in captured:
                table.refuse(
                    "kind",
                    f"no required item captures `{capture}`, which every {kind} sheet needs. "
                    f'Add "{capture}" to the captures of one.',
                )
    return sheet


def _refuse_out_of_place(table: TomlTable, kind: SheetKind, items: tuple[SheetItem, ...]) -> None:
    """Refuse what a kind of meeting has nothing to capture for, such as a parent's advice."""
    for number, item in enumerate(items):
        for capture in item.captures:
            if kind not in CAPTURES[capture].only_in:
                where = ", ".join(one for one in SHEET_KINDS if one in CAPTURES[capture].only_in)
                table.page.refuse(
                    ("item", number, "captures"),
                    f"`{capture}` has no place in a {kind} sheet, only in: {where}.",
                )


def _kind(table: TomlTable) -> SheetKind | None:
    """The kind of meeting, or None where it is refused."""
    written = table.text("kind")
    for kind in SHEET_KINDS:
        if written == kind:
            return kind
    if written:
        table.refuse("kind", f"`kind` must be one of {', '.join(SHEET_KINDS)}.")
    return None


def _items(table: TomlTable) -> tuple[SheetItem, ...]:
    """The items of the sheet, each with a key of its own."""
    written = table.values.get("item", [])
    if not isinstance(written, list) or not all(isinstance(item, dict) for item in written):
        table.refuse("item", "each item must start with [[item]], in double brackets.")
        return ()
    if not written:
        table.refuse("item", "the sheet has no items. Start each with [[item]].")
    items: list[SheetItem] = []
    first_line: dict[str, int] = {}
    for number, values in enumerate(written):
        item_table = TomlTable(values, ("item", number), table.page)
        item = _item(item_table)
        line = table.page.lines.line(("item", number, "key"))
        if item.key in first_line:
            reason = f"line {first_line[item.key]} already has the key `{shown(item.key)}`."
            item_table.refuse("key", f"{reason} Give each item a key of its own.")
        elif item.key:
            first_line[item.key] = line
        items.append(item)
    return tuple(items)


def _item(table: TomlTable) -> SheetItem:
    """One item of the agenda."""
    table.known(ITEM_KEYS, elsewhere=SHEET_KEYS)
    key = table.slug("key")
    minutes = table.take("minutes", 0)
    if not 0 <= minutes <= MOST_MINUTES:
        table.refuse("minutes", f"`minutes` must be from 0 to {MOST_MINUTES}.")
    minuted = table.take("minuted", default=True, optional=True)
    return SheetItem(
        key=key,
        title=table.text("title"),
        purpose=table.text("purpose"),
        prompts=tuple(
            Prompt(f"{key}.{number}", ask) for number, ask in enumerate(_prompts(table), start=1)
        ),
        minutes=minutes,
        required=table.take("required", default=False),
        minuted=minuted,
        captures=tuple(_captures(table, minuted=minuted)),
        say=table.text("say", optional=True),
    )


def _prompts(table: TomlTable) -> Iterable[str]:
    """What the chair asks, as plain lines."""
    for place, ask in _texts(table, "prompts", "ask one thing at least."):
        text, wrong = plain_line(ask)
        if wrong:
            table.page.refuse(place, f"this prompt {wrong}")
        yield text


def _captures(table: TomlTable, *, minuted: bool) -> Iterable[Capture]:
    """What the item records; only what suits an item that is, or is not, minuted."""
    for place, word in _texts(table, "captures", 'write ["note"] where it only takes notes.'):
        if word not in tuple(Capture):
            near = nearest(word, tuple(Capture))
            reason = f"there is no capture `{shown(word)}`. Did you mean `{near}`?"
            table.page.refuse(place, reason)
            continue
        capture = Capture(word)
        if CAPTURES[capture].minuted and not minuted:
            reason = f"`{capture}` goes in the minutes, but this item has minuted = false."
            table.page.refuse(place, reason)
        elif minuted and not CAPTURES[capture].minuted:
            reason = f"`{capture}` stays out of the minutes: give this item minuted = false."
            table.page.refuse(place, reason)
        yield capture


def _texts(table: TomlTable, key: str, when_empty: str) -> Iterable[tuple[TomlPath, str]]:
    """The texts of a list with their places; what is no text is refused and left out."""
    written = table.take(key, list[Any]())
    if table.values.get(key) == []:
        table.refuse(key, f"`{key}` is empty: {when_empty}")
    for number, value in enumerate(written):
        place = (*table.path, key, number)
        if isinstance(value, str):
            yield place, value
        else:
            table.page.refuse(place, f"each of the {key} must be {WRITTEN_AS[str]}.")
