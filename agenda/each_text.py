"""Changes every text in a frozen value, in whatever field it stands."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_Value = TypeVar("_Value")


def with_each_text(value: _Value, change: Callable[[str], str]) -> _Value:
    """Return a frozen value with every text in it changed, in whatever field it stands.

    Args:
        value: a dataclass, a tuple or a text; what else is in it stays, as do closed lists' words.
        change: gives the text that takes a text's place.
    """
    changed: Any = value
    if isinstance(value, str) and not isinstance(value, Enum):
        changed = change(value)
    elif isinstance(value, tuple):
        changed = tuple(with_each_text(one, change) for one in value)
    elif is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: getattr(value, field.name) for field in fields(value)}
        changed = replace(
            value, **{name: with_each_text(one, change) for name, one in parts.items()}
        )
    result: _Value = changed
    return result
