"""Where records stand in memory: by kind and key, each in the place of its older self."""

from __future__ import annotations

from collections import defaultdict
from copy import copy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable
    from typing import Self
    from uuid import UUID


class Shelves:
    """Records by kind (their class name) and key."""

    def __init__(self) -> None:
        self._shelves: defaultdict[str, dict[UUID, Any]] = defaultdict(dict)

    def take(self, changed: Iterable[Any]) -> None:
        """Put records in, each in the place of its older self."""
        for record in changed:
            self._shelves[type(record).__name__][record.id] = record

    def standing(self, kind: str) -> list[Any]:
        """Return the records of a kind that are not withdrawn, unordered."""
        return [row for row in self._shelves[kind].values() if row.withdrawn_at is None]

    def find(self, kind: str, key: UUID | None) -> Any | None:
        """Return one record, withdrawn or not; None where it is not here."""
        return self._shelves[kind].get(key) if key else None

    def without(self, kind: str, keys: Container[UUID]) -> Self:
        """Return these as they stand without some records of a kind; the others are shared."""
        fewer = copy(self)
        fewer._shelves = self._shelves.copy()
        fewer._shelves[kind] = {
            key: row for key, row in self._shelves[kind].items() if key not in keys
        }
        return fewer

    def _sorted(self, kind: str, order: Callable[[Any], Any]) -> list[Any]:
        # The key settles what the order leaves open: the same records, the same minutes.
        return sorted(self.standing(kind), key=lambda row: (order(row), row.id))
