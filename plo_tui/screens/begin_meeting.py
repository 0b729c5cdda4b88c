"""Beginning a planned meeting: who is invited, what to know first, and the one question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agenda.broken_file import BrokenFile
from agenda.day_names import day_text
from agenda.minuting_words import in_a_row
from agenda.safety import must_not_meet, one_sitting, pair_words
from agenda.words import MeetingKind, MinutesState, PersonKind, StaffRole
from plo_tui.screens.ask import AskScreen
from plo_tui.store.problems import Refused
from plo_tui.store.reading.edition import minutes_state
from plo_tui.store.verbs import meeting as verbs

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from agenda.papers import Papers
    from agenda.records import Meeting
    from plo_tui.desk import Desk, Me

_APART = "To sit with some of them first: begin, then type /sitting. It asks with whom."
_OUR_OWN = "Only our own staff and lawyers: no parent, parent's lawyer or other professional."
_BROUGHT = (PersonKind.INTERPRETER, PersonKind.ADVOCATE)


@dataclass(frozen=True, slots=True)
class Beginning:
    """Who begins a meeting, in which part.

    Attributes:
        chair_id: who chairs; the case's chair where the meeting names none.
        minute_taker_id: who takes the minutes; whoever begins it where the meeting names none.
        staff: who of the authority is invited, each once.
        people: who else is invited, each once.
    """

    chair_id: UUID | None
    minute_taker_id: UUID | None
    staff: tuple[UUID, ...]
    people: tuple[UUID, ...]


def beginning(papers: Papers, meeting: Meeting, me: Me | None) -> Beginning:
    """Return who is invited to a planned meeting.

    Of the authority: chair, minute-taker, social worker, and its solicitor where it has just one
    (who else comes is added in the meeting). Of the others: parents, their lawyers, interpreters
    and advocates.
    """
    mine = me.id if me else None
    if meeting.kind is MeetingKind.LEGAL_PLANNING:
        return _of_legal_planning(papers, meeting, mine)
    chair = meeting.chair_id or papers.case.chair_id or mine
    minute_taker = meeting.minute_taker_id or mine
    solicitors = [row.id for row in papers.staff if row.role is StaffRole.LAWYER]
    staff = [chair, minute_taker, papers.case.social_worker_id]
    staff += solicitors if len(solicitors) == 1 else []
    brought = [row for row in papers.people if row.kind in _BROUGHT]
    people = [row.id for row in (*papers.parents, *papers.lawyers, *brought)]
    return Beginning(
        chair,
        minute_taker,
        tuple(dict.fromkeys(key for key in staff if key)),
        tuple(dict.fromkeys(people)),
    )


def _of_legal_planning(papers: Papers, meeting: Meeting, mine: UUID | None) -> Beginning:
    """Return who is invited to legal planning: the authority's own and its lawyers alone."""
    case = papers.case
    chair = meeting.chair_id or case.head_of_service_id or mine
    minute_taker = meeting.minute_taker_id or mine
    lawyers = [row.id for row in papers.staff if row.role is StaffRole.LAWYER]
    staff = [chair, case.chair_id, case.social_worker_id, minute_taker, *lawyers]
    invited = tuple(dict.fromkeys(key for key in staff if key))
    return Beginning(chair, minute_taker, invited, ())


def question(papers: Papers, meeting: Meeting, me: Me | None, today: date) -> AskScreen:
    """Return the question whether to begin, with what to know first."""
    who = beginning(papers, meeting, me)
    first = one_sitting(papers, who.people)
    names = [papers.name(key, None) for key in who.staff]
    names += [papers.name(None, key) for key in first]
    chair = papers.name(who.chair_id, None) or "nobody"
    minutes = papers.name(who.minute_taker_id, None) or "nobody"
    warnings = []
    if meeting.planned_on is None:
        warnings.append("No day was planned for it.")
    elif meeting.planned_on != today:
        warnings.append(f"It was planned for {day_text(meeting.planned_on)}, which is not today.")
    if me and me.id not in (who.chair_id, who.minute_taker_id):
        warnings.append("You are neither its chair nor its minute-taker.")
    planning = meeting.kind is MeetingKind.LEGAL_PLANNING
    warnings += [] if planning else _not_approved(papers, meeting)
    if pairs := must_not_meet(papers, who.people):
        warnings.append(
            f"{pair_words(pairs)} It begins with those named below. When they have left, "
            "/sitting sits with the others."
        )
    return AskScreen(
        f"Begin the {meeting.kind.heading.lower()} of {papers.case.reference} now?",
        [
            "\n".join(warnings),
            f"Chair: {chair}. Minutes: {minutes}.",
            f"Invited: {in_a_row(names)}.",
            "Others can be added, and anyone marked absent, once it has begun.",
            _OUR_OWN if planning else _APART,
        ],
        "Begin",
    )


def _not_approved(papers: Papers, meeting: Meeting) -> list[str]:
    """Say which earlier minutes nobody approved: what they print goes on changing from here."""
    return [
        f"The chair has not approved the minutes of the {held.kind.heading.lower()} yet. "
        "Approve them first: their plan and dates change with this meeting."
        for held in papers.episode_meetings
        if held.id != meeting.id and minutes_state(papers, held.id) is MinutesState.DRAFT
    ]


async def begin(desk: Desk, papers: Papers, meeting: Meeting) -> None:
    """Begin a planned meeting with the authority's sheet and policy of today.

    Raises:
        StoreProblem: with a sentence; where the sheet or the policy is broken, with its place.
    """
    who = beginning(papers, meeting, desk.me)
    try:
        sheet, policy = desk.sheet_text(meeting.kind), desk.policy.pinned()
    except BrokenFile as fault:
        raise Refused(f"The meeting was not begun. {fault}") from fault
    if (who.chair_id, who.minute_taker_id) != (meeting.chair_id, meeting.minute_taker_id):
        done = await desk.do(
            verbs.change_meeting,
            meeting.id,
            meeting.version,
            {"chair_id": who.chair_id, "minute_taker_id": who.minute_taker_id},
        )
        papers.take(done.changed)
    first = one_sitting(papers, who.people)
    called = sitting_called(papers, first) if len(first) < len(who.people) else ""
    opened = await desk.do(verbs.open_meeting, meeting.id, sheet, policy, who.staff, first, called)
    papers.take(opened.changed)


def sitting_called(papers: Papers, keys: Iterable[UUID | None]) -> str:
    """Return `with Ms Carter` where some of the parents are meant; nothing for all of them."""
    parents, meant = papers.parents, set(keys)
    there = [person.known_as for person in parents if person.id in meant]
    return f"with {in_a_row(there)}" if 0 < len(there) < len(parents) else ""
