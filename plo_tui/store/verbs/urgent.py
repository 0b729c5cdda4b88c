"""Verbs on an urgent matter: minute it and suspend the meeting; record who was told, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.decision_words import WhoWasTold
from agenda.records import Entry, UrgentTold
from agenda.steps import Step
from agenda.words import EntryKind
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.minuting import add_entry
from plo_tui.store.verbs.permitted import permitted
from plo_tui.store.verbs.running import latest_sitting
from plo_tui.store.verbs.sittings import suspend
from plo_tui.store.verbs.words import LONGEST_LINE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from typing import TypeAlias
    from uuid import UUID

    from plo_tui.store.work import Work

    Told: TypeAlias = tuple[WhoWasTold, str, datetime | None]
    """Who was told, their name where it is known, and the instant where it is."""


def add_urgent(
    work: Work,
    entry_id: UUID,
    meeting_id: UUID,
    item_id: UUID,
    facts: str,
    at: datetime,
    told: Sequence[Told] = (),
) -> None:
    """Minute an urgent matter under an item, with who was told; the meeting is suspended.

    It pauses from now and no finding stands in the way: people go on, adjourn or end it as they
    see fit.

    Raises:
        Refused: where there are no words, a time has not come yet, the meeting is not running,
            or its minutes are approved.
    """
    meeting = permitted(work, Step.URGENT, meeting_id)
    if _is_to_come(work, meeting_id, at):
        raise Refused("That time has not come yet: type when it was.", "at")
    if not facts.strip():
        raise Refused("Write in a sentence what has happened.", "facts")
    add_entry(work, entry_id, meeting_id, item_id, facts, EntryKind.URGENT)
    work.change(Entry, entry_id, None, spoken_at=at)
    _tell(work, meeting_id, entry_id, told)
    suspend(work, meeting)


def tell_urgent(work: Work, entry_id: UUID, told: Sequence[Told]) -> None:
    """Record that more people were told of an urgent matter.

    Raises:
        Refused: where nobody is named, a time has not come yet, or the minutes are approved.
    """
    entry = work.get(Entry, entry_id)
    permitted(work, Step.CORRECT, entry.meeting_id)
    if not told:
        raise Refused("Say who was told; Escape leaves.", WhoWasTold.LEGAL.name)
    _tell(work, entry.meeting_id, entry_id, told)


def _tell(work: Work, meeting_id: UUID, entry_id: UUID, told: Sequence[Told]) -> None:
    for who, name, at in told:
        if at and _is_to_come(work, meeting_id, at):
            raise Refused("That time has not come yet: type when they were told.", who.name)
        if len(name) > LONGEST_LINE:
            raise Refused(f"Shorten the name to {LONGEST_LINE} characters.", who.name)
        work.add(UrgentTold(entry_id=entry_id, who=WhoWasTold(who), name=name.strip(), told_at=at))


def _is_to_come(work: Work, meeting_id: UUID, at: datetime) -> bool:
    """Whether a time has not come yet; a clock that went back behind the sitting cannot say."""
    return work.at < at and latest_sitting(work, meeting_id).started_at <= work.at
