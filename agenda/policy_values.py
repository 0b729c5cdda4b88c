"""One value of a policy: read from TOML, checked, and written as TOML again."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from agenda.policy_sections import ExtraDay
from agenda.toml_table import plain_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from agenda.toml_lines import TomlPath


class UnfitError(Exception):
    """What stands at a path of the file will not do, and what to write instead."""

    def __init__(self, path: TomlPath, reason: str) -> None:
        super().__init__(reason)
        self.path = path
        self.reason = reason


def read_value(kind: str, value: Any, place: TomlPath, shipped: dict[str, Any]) -> Any:
    """Return a value as its section's dataclass holds it.

    Args:
        kind: the type of the dataclass's field, as it is written there.
        value: what the file holds.
        place: where it stands in the file: section, entry, `value`.
        shipped: the entry of `policy.toml`, with its `least` and `most`, or its `choices`.

    Raises:
        UnfitError: it is of another type, or not what the entry allows.
    """
    return _READERS[kind](value, place, shipped)


def write_value(kind: str, value: Any) -> str:
    """Return a value of a section's dataclass as TOML, on one line."""
    return _toml(dict(value) if kind == _PAIRS else value)


def _named(place: TomlPath) -> str:
    """Return the entry a place belongs to, as the file writes it."""
    return f"`{place[0]}.{place[1]}`"


def _number(value: Any, place: TomlPath, shipped: dict[str, Any]) -> int:
    least, most = shipped["least"], shipped["most"]
    if type(value) is not int or not least <= value <= most:
        reason = f"{_named(place)} must be a whole number from {least} to {most}."
        raise UnfitError(place, reason)
    return value


def _switch(value: Any, place: TomlPath, _: dict[str, Any]) -> bool:
    if type(value) is not bool:
        raise UnfitError(place, f"{_named(place)} must be true or false.")
    return value


def _text(value: Any, place: TomlPath, shipped: dict[str, Any]) -> str:
    text, wrong = plain_line(value) if isinstance(value, str) else ("", "must be text in quotes.")
    if wrong:
        raise UnfitError(place, f"{_named(place)} {wrong}")
    choices = shipped.get("choices", [text])
    if text not in choices:
        offered = ", ".join(f'"{choice}"' for choice in choices)
        raise UnfitError(place, f"{_named(place)} must be one of {offered}.")
    return text


def _day(value: Any, place: TomlPath, _: dict[str, Any]) -> date | None:
    """Read a date without quotes; an empty text stands for none."""
    if value == "":
        return None
    if not isinstance(value, date) or isinstance(value, datetime):
        reason = f'{_named(place)} must be a date without quotes, such as 2027-01-14, or "".'
        raise UnfitError(place, reason)
    return value


def _texts(value: Any, place: TomlPath, shipped: dict[str, Any]) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise UnfitError(place, f"{_named(place)} must be a list in square brackets.")
    texts = tuple(_text(text, (*place, n), shipped) for n, text in enumerate(value))
    if len(set(texts)) < len(texts):
        raise UnfitError(place, f"{_named(place)} names one twice. Take one out.")
    return texts


def _pairs(value: Any, place: TomlPath, shipped: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict):
        reason = f'{_named(place)} must be lines of "hard word" = "plainer word".'
        raise UnfitError(place, reason)
    pairs = {
        _text(hard, (*place, hard), shipped): _text(plainer, (*place, hard), shipped)
        for hard, plainer in value.items()
    }
    return tuple(sorted(pairs.items()))


def _extra_days(value: Any, place: TomlPath, shipped: dict[str, Any]) -> tuple[ExtraDay, ...]:
    if not isinstance(value, list):
        raise UnfitError(place, f"{_named(place)} must be a list in square brackets.")
    days = []
    for number, day in enumerate(value):
        at = (*place, number)
        if not isinstance(day, dict) or set(day) != {"date", "name"}:
            raise UnfitError(at, 'write each day as { date = 2027-05-10, name = "…" }.')
        if not isinstance(day["date"], date) or isinstance(day["date"], datetime):
            raise UnfitError(at, "the date must be written without quotes, such as 2027-05-10.")
        days.append(ExtraDay(day["date"], _text(day["name"], at, shipped)))
    return tuple(sorted(days, key=lambda extra: (extra.day, extra.name)))


_PAIRS = "tuple[tuple[str, str], ...]"

_READERS: dict[str, Callable[[Any, TomlPath, dict[str, Any]], Any]] = {
    "int": _number,
    "bool": _switch,
    "str": _text,
    "date | None": _day,
    "tuple[str, ...]": _texts,
    _PAIRS: _pairs,
    "tuple[ExtraDay, ...]": _extra_days,
}
"""What reads a value of each type that a section's dataclass may hold."""


def _toml(value: Any) -> str:
    """Return a value as TOML."""
    match value:
        case bool() | int():
            return str(value).lower()
        case None:
            return '""'
        case date():
            return value.isoformat()
        case str():  # JSON's escapes are TOML's; only DEL needs one more
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case ExtraDay():
            return f"{{ date = {value.day.isoformat()}, name = {_toml(value.name)} }}"
        case dict():
            pairs = (f"{_toml(key)} = {_toml(item)}" for key, item in value.items())
            return "{ " + ", ".join(pairs) + " }"
        case _:
            return "[" + ", ".join(_toml(item) for item in value) + "]"
