"""A meeting's clock: it counts its sittings, never a pause, and never the days in between."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from agenda import records
    from agenda.papers import Papers

_NO_TIME = timedelta()


def time_met(
    sittings: Iterable[records.Sitting], pauses: Iterable[records.Pause], now: datetime
) -> timedelta:
    """Return how long a meeting has sat so far, its pauses left out; never less than nothing.

    Args:
        sittings: its sittings; one that has not ended lasts until now.
        pauses: their pauses; one that has not ended lasts as long as its sitting. What is
            paused twice over is left out once.
        now: the instant (aware) until which is counted.
    """
    spans: dict[object, tuple[datetime, datetime]] = {
        row.id: (row.started_at, row.ended_at or now) for row in sittings
    }
    met = sum((max(_NO_TIME, end - start) for start, end in spans.values()), _NO_TIME)
    counted = {key: start for key, (start, _) in spans.items()}
    for pause in sorted(pauses, key=lambda row: row.began_at):
        if pause.sitting_id not in spans:
            continue
        _, end = spans[pause.sitting_id]
        begins = max(pause.began_at, counted[pause.sitting_id])
        ends = min(pause.ended_at or end, end)
        if ends > begins:
            met -= ends - begins
            counted[pause.sitting_id] = ends
    return met


def time_on(item: records.Item, meeting: records.Meeting, now: datetime) -> timedelta:
    """Return the time spent on an item: earlier visits, and this one where the clock runs."""
    so_far = timedelta(seconds=item.seconds)
    since = meeting.on_item_since
    if meeting.current_item_id != item.id or since is None:
        return so_far
    return so_far + max(_NO_TIME, now - since)


def pause_now(papers: Papers) -> records.Pause | None:
    """Return the pause that is running; None where the meeting goes on."""
    return next((row for row in papers.pauses if row.ended_at is None), None)


def latest_sitting(papers: Papers) -> records.Sitting | None:
    """Return the sitting that runs, or the last one held; None before the first."""
    return next(iter(papers.sittings[-1:]), None)


def is_silent(papers: Papers, sitting: records.Sitting) -> bool:
    """Whether nothing has been said or done yet in a sitting, so that it may still be changed."""
    kinds = ("Entry", "AdviceBreak", "Pause")
    return not any(row.sitting_id == sitting.id for kind in kinds for row in papers.standing(kind))
