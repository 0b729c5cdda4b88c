"""Reads a letter from TOML, and says what is wrong with the file, with line and reason.

What a letter lacks is no fault of the file: the rules of the letter find that.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from agenda.broken_file import BrokenFile, read_toml
from agenda.letter import Letter, letter_adapter
from agenda.text import clean
from agenda.toml_lines import TomlLines
from agenda.toml_table import nearest, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.toml_lines import TomlPath

_WANTED = {
    "missing": "is missing. Write it",
    "string": "must be text in quotes",
    "bool": "must be true or false",
    "int": "must be a whole number",
    "date": "must be a date, such as 2027-01-12",
    "tuple": "must be a list in square brackets",
    "dataclass": "must be a table, with its name in brackets above it",
}
"""What to write, by the first word of the reason that pydantic gives for a value it refuses."""


def read_letter(text: str, file: str) -> tuple[Letter | None, list[BrokenFile]]:
    """Return the letter that a file's text holds, or what is wrong with the file in line order.

    Args:
        text: the whole file, as TOML; its keys are the fields of `Letter`.
        file: its name, as the user knows it.
    """
    from pydantic import ValidationError  # only where a letter is read

    try:
        text, values = read_toml(text, file)
    except BrokenFile as fault:
        return None, [fault]
    lines = TomlLines(text)
    wrong = dict(_unknown(Letter, values, ()))
    letter = None
    try:
        # As JSON, a list may be a tuple and nothing else is bent: 3 is no date, and 1.0 no number.
        plain = json.dumps(_cleaned(values), default=str)
        letter = letter_adapter().validate_json(plain, strict=True)
    except ValidationError as refused:
        for error in refused.errors(include_url=False):
            wrong.setdefault(error["loc"], f"`{shown(_name(error['loc']))}` {_reason(error)}.")
    except (ValueError, RecursionError):  # a number of thousands of digits, or endless brackets
        wrong.setdefault((), "it holds a number too long, or nests too deeply. Make it simpler.")
    if wrong:
        found = (BrokenFile(file, lines.line(path), reason) for path, reason in wrong.items())
        return None, sorted(found, key=lambda fault: fault.line or 0)
    return letter, []


def _unknown(kind: Any, values: Any, path: TomlPath) -> Iterator[tuple[TomlPath, str]]:
    """Give each key that no field of a letter has, with what to write instead."""
    if not isinstance(values, dict):
        return
    known = get_type_hints(kind)
    names = tuple(field.name for field in fields(kind))
    for key, value in values.items():
        if key not in names:
            near = nearest(key, names)
            yield (*path, key), f"there is no key `{shown(key)}`. Did you mean `{near}`?"
            continue
        inner = next(
            (one for one in (known[key], *get_args(known[key])) if is_dataclass(one)), None
        )
        if inner and isinstance(value, list):
            for number, each in enumerate(value):
                yield from _unknown(inner, each, (*path, key, number))
        elif inner:
            yield from _unknown(inner, value, (*path, key))


def _reason(error: Any) -> str:
    """Return what to write in the place of a refused value."""
    kind = str(error["type"])
    if kind == "enum":
        return f"must be {error['ctx']['expected'].replace(chr(39), chr(34))}"
    first = kind.partition("_")[0]
    return _WANTED.get(first, "cannot be read. Write it as the guide shows")


def _name(path: TomlPath) -> str:
    """Return the last key of a path: of `("worries", 0, "since")` it is `since`."""
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "letter")


def _cleaned(value: Any) -> Any:
    """Return values with every text made safe to store, print and show."""
    if isinstance(value, str):
        return clean(value).strip()
    if isinstance(value, list):
        return [_cleaned(each) for each in value]
    if isinstance(value, dict):
        return {key: _cleaned(each) for key, each in value.items()}
    return value
