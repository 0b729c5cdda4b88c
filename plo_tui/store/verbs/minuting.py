"""Verbs on entries: write, change, place, re-time, withdraw and bring back a paragraph."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlmodel import col, func, select

from agenda.london import LONDON, london_date, london_instants
from agenda.records import Entry, EntryChild, Meeting, Sitting
from agenda.steps import Step
from agenda.words import EntryKind, MeetingKind
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.permitted import permitted
from plo_tui.store.verbs.running import latest_sitting, refuse_outsiders
from plo_tui.store.verbs.words import paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, time
    from uuid import UUID

    from plo_tui.store.work import Work

STEP = 1024.0
"""Between the places of two entries, so that others can be moved between them."""


def add_entry(
    work: Work,
    entry_id: UUID,
    meeting_id: UUID,
    item_id: UUID | None,
    text: str,
    kind: EntryKind = EntryKind.NOTE,
    speaker_staff_id: UUID | None = None,
    speaker_person_id: UUID | None = None,
    *,
    verbatim: bool = False,
    concern_id: UUID | None = None,
    children: Sequence[UUID] = (),
) -> None:
    """Write a paragraph at the end of an item; of none yet where `item_id` is None.

    Raises:
        Refused: where it is empty, too long, or legal advice (which has no place in a meeting
            with the parents), or the meeting is adjourned, or its minutes are approved; where
            anybody but staff speaks in legal planning.
    """
    meeting = permitted(work, Step.MINUTE, meeting_id)
    _refuse_out_of_place(work, meeting, kind, speaker_person_id)
    sitting = latest_sitting(work, meeting_id).id
    work.add(
        Entry(
            id=entry_id,
            meeting_id=meeting_id,
            sitting_id=sitting,
            item_id=item_id,
            place=_last_place(work, meeting_id, item_id) + STEP,
            kind=EntryKind(kind),
            text=paragraph(text, "text", called="what was said"),
            verbatim=verbatim,
            speaker_staff_id=speaker_staff_id,
            speaker_person_id=speaker_person_id,
            concern_id=concern_id,
            author_id=work.actor,
            written_at=work.at,
        )
    )
    work.add(*(EntryChild(entry_id=entry_id, child_id=child) for child in children))


def change_entry(
    work: Work,
    entry_id: UUID,
    version: int,
    text: str,
    kind: EntryKind,
    speaker_staff_id: UUID | None,
    speaker_person_id: UUID | None,
    *,
    verbatim: bool,
) -> None:
    """Change a paragraph's words, kind or speaker.

    Raises:
        Changed: where someone changed it since.
        Refused: as `add_entry`.
    """
    meeting = work.get(Meeting, _entry(work, entry_id).meeting_id)
    _refuse_out_of_place(work, meeting, kind, speaker_person_id)
    work.change(
        Entry,
        entry_id,
        version,
        text=paragraph(text, "text", called="what was said"),
        kind=EntryKind(kind),
        speaker_staff_id=speaker_staff_id,
        speaker_person_id=speaker_person_id,
        verbatim=verbatim,
    )


def tidy_entry(
    work: Work,
    entry_id: UUID,
    version: int,
    item_id: UUID | None,
    text: str,
    kind: EntryKind,
    speaker_staff_id: UUID | None,
    speaker_person_id: UUID | None,
    *,
    verbatim: bool,
) -> None:
    """Change a paragraph as `change_entry` does, and its item with it, in one step.

    In another item it stands by its time among the others.

    Raises:
        Changed: where someone changed it since.
        Refused: as `add_entry`.
    """
    speaker = speaker_staff_id, speaker_person_id
    change_entry(work, entry_id, version, text, kind, *speaker, verbatim=verbatim)
    entry = work.get(Entry, entry_id)
    if entry.item_id != item_id:
        place = _place_by_time(work, entry, item_id, entry.spoken_at or entry.written_at)
        work.change(Entry, entry_id, None, item_id=item_id, place=place)


def retime_entry(work: Work, entry_id: UUID, at: time) -> None:
    """Set a paragraph to when it was said; it then stands by that time in its item.

    Args:
        work: the transaction.
        entry_id: the paragraph.
        at: London's clock on the day of its sitting.

    Raises:
        Refused: where the sitting had not begun or was over, the time is still to come, or the
            clock never showed it; or the minutes are approved.
    """
    entry = _entry(work, entry_id)
    spoken_at = _said_in(work.get(Sitting, entry.sitting_id), at, work.at)
    place = _place_by_time(work, entry, entry.item_id, spoken_at)
    work.change(Entry, entry_id, None, spoken_at=spoken_at, place=place)


def move_entry(work: Work, entry_id: UUID, item_id: UUID, after_id: UUID | None = None) -> None:
    """Move a paragraph to the end of an item, or behind another paragraph of it."""
    entry = _entry(work, entry_id)
    place = _last_place(work, entry.meeting_id, item_id) + STEP
    if after_id:
        after = work.get(Entry, after_id)
        following = work.session.exec(
            select(func.min(Entry.place)).where(
                Entry.meeting_id == entry.meeting_id,
                Entry.item_id == item_id,
                Entry.place > after.place,
                Entry.id != entry_id,
            )
        ).one()
        place = (after.place + following) / 2 if following is not None else after.place + STEP
    work.change(Entry, entry_id, None, item_id=item_id, place=place)


def withdraw_entry(work: Work, entry_id: UUID) -> None:
    """Withdraw a paragraph; it stays in the record and can be brought back."""
    work.withdraw([_entry(work, entry_id)])


def bring_back_entry(work: Work, entry_id: UUID) -> None:
    """Bring a withdrawn paragraph back to where it stood."""
    _entry(work, entry_id)
    work.change(Entry, entry_id, None, withdrawn_at=None)


def _refuse_out_of_place(
    work: Work, meeting: Meeting, kind: EntryKind, speaker_person_id: UUID | None
) -> None:
    """Refuse legal advice outside legal planning, and in it anybody's words but staff's."""
    if kind is EntryKind.PRIVILEGED and meeting.kind is not MeetingKind.LEGAL_PLANNING:
        raise Refused("Legal advice belongs to the legal planning record, not to these minutes.")
    if speaker_person_id:
        refuse_outsiders(work, meeting.id)


def _entry(work: Work, entry_id: UUID) -> Entry:
    entry = work.get(Entry, entry_id)
    permitted(work, Step.CORRECT, entry.meeting_id)
    return entry


def _said_in(sitting: Sitting, at: time, now: datetime) -> datetime:
    """Return the instant of a sitting at which London's clock showed a time."""
    first, last = sitting.started_at, sitting.ended_at or now
    if last < first:  # the clock went back: it cannot say what is still to come
        last = first + timedelta(days=1)
    first_minute = first.replace(second=0, microsecond=0)
    days = sorted({london_date(first), london_date(last)})
    shown = [instant for day in days for instant in london_instants(day, at)]
    within = [instant for instant in shown if first_minute <= instant <= last]
    if within:
        return within[0]
    if not shown:
        raise Refused(f"No clock showed {at:%H:%M} that day: it went forward. Give another time.")
    if shown[0] < first:
        began = f"{first.astimezone(LONDON):%H:%M}"
        raise Refused(f"The meeting began at {began}. Give the time at which it was said.")
    if sitting.ended_at:
        ended = f"{last.astimezone(LONDON):%H:%M}"
        raise Refused(f"The meeting ended at {ended}. Give the time at which it was said.")
    raise Refused(f"{at:%H:%M} is still to come. Give the time at which it was said.")


def _place_by_time(work: Work, entry: Entry, item_id: UUID | None, when: datetime) -> float:
    """Return the place in an item behind everything that was said by then, to the minute."""
    others = work.session.exec(
        select(Entry)
        .where(
            Entry.meeting_id == entry.meeting_id,
            Entry.item_id == item_id,
            Entry.id != entry.id,
        )
        .order_by(col(Entry.place))
    ).all()
    minute = when.replace(second=59, microsecond=999_999)
    said = [n for n, row in enumerate(others) if (row.spoken_at or row.written_at) <= minute]
    at = said[-1] + 1 if said else 0
    if not others:
        return STEP
    if at == len(others):
        return others[-1].place + STEP
    before = others[at - 1].place if at else others[0].place - STEP
    return (before + others[at].place) / 2


def _last_place(work: Work, meeting_id: UUID, item_id: UUID | None) -> float:
    last = work.session.exec(
        select(func.max(Entry.place)).where(
            Entry.meeting_id == meeting_id, Entry.item_id == item_id
        )
    ).one()
    return float(last or 0.0)
