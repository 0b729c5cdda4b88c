"""Verbs on a meeting: plan it, open it, move through its agenda, conclude it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from sqlmodel import select

from agenda.london import london_date
from agenda.minutes_due import minutes_due_on
from agenda.records import (
    Attendance,
    Item,
    Meeting,
    PreProceedings,
    PromptAsked,
    Sitting,
)
from agenda.sheet_reading import read_sheet
from agenda.steps import Step
from agenda.words import Attending, MeetingKind, MeetingState, Presence
from plo_tui.kept_bank_holidays import kept_bank_holidays
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.deciding import withdraw_decisions
from plo_tui.store.verbs.legal_planning import decide_to_start
from plo_tui.store.verbs.numbering import next_to_book, number_as_held
from plo_tui.store.verbs.permitted import permitted
from plo_tui.store.verbs.running import (
    GOES_ON,
    end_sitting,
    invite,
    latest_sitting,
    leave_item,
    refuse_outsiders,
    visiting_since,
)
from plo_tui.store.verbs.words import paragraph, within_length

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime, time
    from uuid import UUID

    from plo_tui.store.work import Work


class MeetingValues(TypedDict, total=False):
    """When and where a meeting is, and who runs it."""

    planned_on: date | None
    planned_at: time | None
    place: str
    chair_id: UUID | None
    minute_taker_id: UUID | None


def plan_meeting(
    work: Work, episode_id: UUID, meeting_id: UUID, kind: MeetingKind, values: MeetingValues
) -> None:
    """Book a meeting of an episode; its number counts the case's meetings, whatever the episode.

    Legal planning meetings count for themselves.
    """
    kind = MeetingKind(kind)
    work.case_id = work.get(PreProceedings, episode_id).case_id
    within_length(values)
    work.add(
        Meeting(
            id=meeting_id,
            episode_id=episode_id,
            kind=kind,
            number=next_to_book(work, kind),
            **values,
        )
    )


def change_meeting(work: Work, meeting_id: UUID, version: int, values: MeetingValues) -> None:
    """Change when and where a meeting is, or who runs it.

    A date that earlier minutes name can move: they say what was agreed that day.

    Raises:
        Refused: where its own minutes are approved.
    """
    permitted(work, Step.BOOK, meeting_id)
    within_length(values)
    work.change(Meeting, meeting_id, version, **values)


def withdraw_meeting(work: Work, meeting_id: UUID) -> None:
    """Take back a booked meeting.

    Raises:
        Refused: where it has begun.
    """
    work.withdraw([permitted(work, Step.CANCEL, meeting_id)])


def open_meeting(
    work: Work,
    meeting_id: UUID,
    sheet_text: str,
    policy_text: str,
    staff: Sequence[UUID],
    people: Sequence[UUID],
    called: str = "",
) -> None:
    """Begin a meeting: its sheet and policy are pinned, its items made, its people invited.

    Args:
        work: the transaction; its instant starts the first sitting.
        meeting_id: the meeting.
        sheet_text: the agenda sheet, as TOML.
        policy_text: the whole policy, as `Policy.pinned` wrote it.
        staff: who of the authority is invited.
        people: who else is invited.
        called: whom its first sitting is with, where not with everybody: `with Ms Carter`.

    Raises:
        Refused: where it has begun already.
    """
    meeting = permitted(work, Step.BEGIN, meeting_id)
    sheet = read_sheet(sheet_text, "the agenda sheet")
    items = [
        Item(meeting_id=meeting_id, key=item.key, position=position)
        for position, item in enumerate(sheet.items, 1)
    ]
    within_length({"called": called})
    sitting = Sitting(
        meeting_id=meeting_id, started_at=work.at, place=meeting.place, called=called.strip()
    )
    work.add(sitting, *items)
    invite(work, sitting.id, staff, people)
    first = items[0]
    work.change(Item, first.id, None, visited=True)
    work.change(
        Meeting,
        meeting_id,
        None,
        number=number_as_held(work, meeting),
        state=MeetingState.LIVE,
        sheet_text=sheet_text,
        policy_text=policy_text,
        current_item_id=first.id,
        on_item_since=work.at,
    )


def go_to_item(work: Work, meeting_id: UUID, item_id: UUID) -> None:
    """Move the meeting to an item; the time on the one before is added up.

    A pause goes on: no clock runs on the new item either until it ends.
    """
    meeting = permitted(work, Step.LEAD, meeting_id)
    if meeting.current_item_id == item_id:
        return
    leave_item(work, meeting)
    work.change(Item, item_id, None, visited=True, parked=False)
    work.change(
        Meeting,
        meeting_id,
        None,
        back_item_id=meeting.current_item_id,
        current_item_id=item_id,
        on_item_since=visiting_since(meeting, work.at),
    )


def park_item(work: Work, meeting_id: UUID, item_id: UUID, *, parked: bool) -> None:
    """Park an item to come back to, or take it up again."""
    work.in_case_of(meeting_id)
    work.change(Item, item_id, None, parked=parked)


def tick_prompt(work: Work, item_id: UUID, prompt: str, *, asked: bool) -> None:
    """Mark a prompt as asked, or as not asked after all."""
    work.in_case_of(work.get(Item, item_id).meeting_id)
    row = work.session.exec(
        select(PromptAsked).where(PromptAsked.item_id == item_id, PromptAsked.prompt == prompt)
    ).first()
    if row is None and asked:
        work.add(PromptAsked(item_id=item_id, prompt=prompt))
    elif row is not None and asked == bool(row.withdrawn_at):
        work.change(PromptAsked, row.id, None, withdrawn_at=None if asked else work.at)


def conclude(work: Work, meeting_id: UUID, *, effective: bool, why_not: str = "") -> None:
    """End a meeting, effective or not; one that was not decides nothing.

    What may stop it is said by `agenda.concluding`; whoever calls has shown it and had every
    open `must` put right or passed by a recorded reason. A pause ends with it. One that is
    adjourned can end as not effective only: where it did its work after all, it is resumed first.
    A legal planning meeting that starts pre-proceedings sets their decision with it.

    Raises:
        Refused: not live; not effective without a reason; effective while adjourned.
    """
    step = Step.CONCLUDE if effective else Step.END_WITHOUT_EFFECT
    meeting = permitted(work, step, meeting_id)
    if not effective:
        why_not = paragraph(why_not, "why_not", called="why it was not effective")
        withdraw_decisions(work, meeting_id)
    end_sitting(work, meeting)
    if effective and meeting.kind is MeetingKind.LEGAL_PLANNING:
        decide_to_start(work, meeting)
    work.change(
        Meeting,
        meeting_id,
        None,
        state=MeetingState.CONCLUDED,
        effective=effective,
        not_effective_why=why_not if not effective else "",
        concluded_at=work.at,
        on_item_since=None,
        minutes_due_on=minutes_due_on(meeting, london_date(work.at), kept_bank_holidays),
        **GOES_ON,
    )


def set_presence(
    work: Work,
    meeting_id: UUID,
    presence: Presence,
    staff_id: UUID | None = None,
    person_id: UUID | None = None,
    attending: Attending | None = None,
    represents_id: UUID | None = None,
    sitting_id: UUID | None = None,
) -> None:
    """Record that someone is here, came late, left, sent apologies or is absent.

    Coming late and leaving take the verb's instant as their time; where that is recorded
    already, the time recorded stays. Someone who was not invited is added.

    Args:
        work: the transaction.
        meeting_id: the meeting.
        presence: what is recorded.
        staff_id: of whom, where it is one of the authority.
        person_id: of whom, where it is somebody else.
        attending: in the room or remote; as it was where not said.
        represents_id: whom they are here for; as it was where not said.
        sitting_id: in which sitting; the latest where none is named.

    Raises:
        Refused: where the minutes are approved, or somebody would come or go now in a sitting
            that has ended; anybody but staff in legal planning.
    """
    permitted(work, Step.PRESENCE, meeting_id)
    if person_id or represents_id:
        refuse_outsiders(work, meeting_id)
    sitting = work.get(Sitting, sitting_id) if sitting_id else latest_sitting(work, meeting_id)
    row = work.session.exec(
        select(Attendance).where(
            Attendance.sitting_id == sitting.id,
            Attendance.staff_id == staff_id,
            Attendance.person_id == person_id,
        )
    ).first()
    comes_or_goes = presence in (Presence.LATE, Presence.LEFT)
    if sitting.ended_at and comes_or_goes and (row is None or row.presence is not presence):
        raise Refused(
            "This sitting has ended, so nobody comes or leaves now. Mark them as present, "
            "apologies or absent."
        )
    if row is None:
        row = Attendance(
            sitting_id=sitting.id,
            staff_id=staff_id,
            person_id=person_id,
            presence=presence,
            attending=attending or Attending.IN_THE_ROOM,
            represents_id=represents_id,
            arrived_at=work.at if presence is Presence.LATE else None,
            left_at=work.at if presence is Presence.LEFT else None,
        )
        work.add(row)
        return
    work.change(
        Attendance,
        row.id,
        None,
        presence=Presence(presence),
        attending=attending or row.attending,
        represents_id=represents_id or row.represents_id,
        withdrawn_at=None,
        **_times(row, presence, work.at),
    )


def _times(row: Attendance, presence: Presence, now: datetime) -> dict[str, datetime | None]:
    """Return the times that a presence sets; none where it is only said again."""
    if row.presence is presence and row.withdrawn_at is None:
        return {}
    if presence is Presence.LATE:
        return {"arrived_at": now, "left_at": None}
    if presence is Presence.LEFT:
        return {"left_at": now}
    return {"arrived_at": None, "left_at": None}
