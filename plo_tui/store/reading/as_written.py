"""Whether rows hold what the app writes: a store may come from anywhere, and SQLite takes anything.

One look as they are read, so that no rule and no screen has to expect a year 9999, a text that
is a number, or a place that is no number at all.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any, TypeVar

from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from agenda.records import Record

    Check = Callable[[Any], bool]

R = TypeVar("R", bound="Record")

_FIRST, _LAST = date(1900, 1, 1), date(2200, 12, 31)
"""What a date or an instant of a family may be; the typed ones are held closer than this."""
_MOST = 1_000_000_000


def as_written(rows: Iterable[R]) -> Iterator[R]:
    """Give rows on, each looked at.

    Raises:
        ValueError: where one holds what the app never writes; names table and column, no value.
    """
    for row in rows:
        kind = type(row)
        for name, is_written in _checks(kind):
            if not is_written(getattr(row, name)):
                raise ValueError(f"{kind.__name__}.{name} is not as it was written")
        yield row


@cache
def _checks(kind: type[Record]) -> tuple[tuple[str, Check], ...]:
    """Return the columns of a table, each with what its values must be."""
    columns = kind.__table__.columns  # type: ignore[attr-defined]
    return tuple((column.key, _check(column)) for column in columns)


def _check(column: Any) -> Check:
    kind = column.type
    if isinstance(kind, AutoString):
        return _or_none(column, lambda value: isinstance(value, str))
    if isinstance(kind, UTCDateTime):
        return _or_none(column, lambda at: isinstance(at, datetime) and _is_near(_day(at)))
    python: type = kind.python_type
    if python is date:
        return _or_none(column, lambda day: isinstance(day, date) and _is_near(day))
    if python in (int, float):
        return _or_none(column, _is_small)
    return _or_none(column, lambda value: isinstance(value, python))


def _or_none(column: Any, check: Check) -> Check:
    if not column.nullable:
        return check
    return lambda value: value is None or check(value)


def _day(at: datetime) -> date:
    return at.astimezone(UTC).date()


def _is_near(day: date) -> bool:
    return _FIRST <= day <= _LAST


def _is_small(value: Any) -> bool:
    return isinstance(value, (int, float)) and isfinite(value) and abs(value) < _MOST
