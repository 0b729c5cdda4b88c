"""Writing a meeting's calendar invitations into a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.inviting import InvitationState, invitations_of
from agenda.own_times import invited_apart
from agenda.words import MeetingKind, MeetingState
from plo_tui.cli import DONE
from plo_tui.cli.at_desk import desk_of
from plo_tui.cli.open_store import opened
from plo_tui.cli.printing import say
from plo_tui.store.problems import Refused

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import time
    from uuid import UUID

    from agenda.inviting import InvitationShown
    from agenda.papers import Papers
    from agenda.records import Meeting
    from plo_tui.inviting import Wanted

_IS_OFF = frozenset({InvitationState.TO_CANCEL, InvitationState.CANCELLED})


def export_invitations(asked: Namespace) -> int:
    """Write what is new, changed or to be cancelled; with `--all`, every one there is."""
    from plo_tui.inviting import IS_DUE, sheet_minutes, write_invitations
    from plo_tui.store.reading.papers import read_papers_with_legal_planning

    desk = desk_of(asked)
    with opened(desk) as store:
        case = store.case(asked.case)
        # Legal planning meetings are invited to as well: nothing but their day and place is read.
        papers = store.read(read_papers_with_legal_planning, case.case_id)
        meeting = _meeting(papers, asked.meeting, legal_planning=asked.legal_planning)
        shown = [one for one in invitations_of(papers, meeting) if asked.all or one.state in IS_DUE]
        wanted = _wanted(papers, meeting, shown, _arrivals(papers, asked.at))
        minutes, organiser = sheet_minutes(desk, meeting), desk.settings.organiser
        files = write_invitations(store.do, papers, meeting, wanted, minutes, organiser, asked.to)
    say([f"For {one.to}: {one.file}" for one in files] or [_NOTHING])
    return DONE


_NOTHING = "Nothing has changed since they were written. --all writes them again."


def _meeting(papers: Papers, number: int, *, legal_planning: bool) -> Meeting:
    """Return a meeting by its number; one that was taken back only where none other has it.

    Legal planning meetings count in a series of their own.

    Raises:
        Refused: where there is none, or it has begun.
    """
    meetings = {row.id: row for row in papers.standing("Meeting")}
    for row in papers.standing("Invitation"):
        if found := papers.find("Meeting", row.meeting_id):
            meetings.setdefault(found.id, found)
    named = [
        row
        for row in meetings.values()
        if row.number == number and (row.kind is MeetingKind.LEGAL_PLANNING) is legal_planning
    ]
    if not named:
        called = "legal planning meeting" if legal_planning else "meeting"
        raise Refused(f"{papers.case.reference} has no {called} {number}. See: plo-tui show CASE")
    meeting: Meeting = min(named, key=lambda row: (row.withdrawn_at is not None, row.id))
    if meeting.state is not MeetingState.PLANNED:
        raise Refused("This meeting has begun, so nobody is invited to it any more.")
    return meeting


def _arrivals(papers: Papers, typed: list[str]) -> dict[UUID, time]:
    """Return when each person arrives, from `jr=10am`.

    Raises:
        Refused: where one cannot be read, or nobody has these initials.
    """
    from plo_tui.widgets.typed_times import read_time

    found = {}
    for one in typed:
        initials, _, when = one.partition("=")
        at = read_time(when)
        if at is None:
            raise Refused(f"{one}: write initials and a time, such as jr=10am.")
        wanted = initials.strip().casefold()
        invited = invited_apart(papers) or papers.parents
        people = [row for row in invited if row.initials.casefold() == wanted]
        if len(people) != 1:
            raise Refused(f"{one}: none, or more than one, of the parents has these initials.")
        found[people[0].id] = at
    return found


def _wanted(
    papers: Papers, meeting: Meeting, shown: list[InvitationShown], arrivals: dict[UUID, time]
) -> list[Wanted]:
    """Return what is to be written, each of the family at their own time where they have one.

    Raises:
        Refused: where somebody who must not meet another has no time of their own yet.
    """
    from plo_tui.inviting import Wanted

    wanted = []
    for one in shown:
        if not one.person_id or one.state in _IS_OFF:
            wanted.append(Wanted(one))
            continue
        at = arrivals.get(one.person_id) or (one.row.at if one.row else None)
        if at is None:
            person = papers.find("Person", one.person_id)
            name = person.known_as if person else one.called
            raise Refused(
                f"Not everybody in this family may meet, so say when {name} arrives: "
                f"--at {person.initials if person else 'INITIALS'}=10am"
            )
        wanted.append(Wanted(one, at, one.row.place if one.row else meeting.place))
    return wanted
