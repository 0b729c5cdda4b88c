"""Who writes the demo: verbs done by its staff, on days counted from today."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from agenda.london import LONDON, london_date
from agenda.policy import default_policy
from agenda.records import new_key
from agenda.working_days import WorkingDays

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from plo_tui.store.store import Store
    from plo_tui.store.work import Work

P = ParamSpec("P")
R = TypeVar("R")


class Author:
    """Does the demo's verbs, each by a member of staff and at an instant of its past.

    Attributes:
        today: today in London.
        policy: the policy as it is shipped.
        days: its working days.
    """

    def __init__(self, store: Store, now: datetime) -> None:
        self.today = london_date(now)
        self.policy = default_policy()
        self.days = WorkingDays(self.policy.bank_holidays)
        self._store = store
        self._now = now
        store.clock = lambda: self._now

    def sign(self, staff_id: UUID, day: date, clock: str = "09:00") -> None:
        """Let what follows be done by a member of staff, on a day, at a London time (`10:05`)."""
        self._store.actor_id = staff_id
        self._now = datetime.combine(day, time.fromisoformat(clock), LONDON).astimezone(UTC)

    def wait(self, seconds: int) -> None:
        """Let time pass."""
        self._now += timedelta(seconds=seconds)

    def at(self, clock: str) -> None:
        """Let it be a London time of the same day."""
        local = self._now.astimezone(LONDON)
        self._now = datetime.combine(local, time.fromisoformat(clock), LONDON).astimezone(UTC)

    def do(
        self, verb: Callable[Concatenate[Work, P], object], *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """Do a verb."""
        self._store.do(verb, *args, **kwargs)

    def new(
        self,
        verb: Callable[Concatenate[Work, UUID, P], object],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> UUID:
        """Do a verb that takes the new record's key first, and return that key."""
        key = new_key()
        self._store.do(verb, key, *args, **kwargs)
        return key

    def new_in(
        self,
        verb: Callable[Concatenate[Work, UUID, UUID, P], object],
        within: UUID,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> UUID:
        """Do a verb that takes what it belongs to, then the new record's key; return that key."""
        key = new_key()
        self._store.do(verb, within, key, *args, **kwargs)
        return key

    def read(self, reader: Callable[..., R], *args: object) -> R:
        """Answer a reader."""
        return self._store.read(reader, *args)

    def ago(self, days: int) -> date:
        """Return the day so many calendar days before today."""
        return self.today - timedelta(days=days)

    def working_day(self, start: date, days: int) -> date:
        """Return the day so many calendar days after a start, or the working day before it."""
        return self.days.on_or_before(start + timedelta(days=days))
