"""Writing calendar invitations: the record counts them up, and then each file is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from agenda.booking_words import InvitedGroup
from agenda.inviting import InvitationState, event_of, told_by_place
from agenda.printed import printed_invitation
from agenda.sheet_reading import read_sheet
from agenda.words import MeetingKind
from plo_tui.file_names import calendar_name
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.invitations import cancel_invitation, write_invitation

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import time
    from pathlib import Path

    from agenda import records
    from agenda.inviting import CalendarEvent, InvitationShown, Organiser
    from agenda.papers import Papers
    from agenda.printed import Printed
    from plo_tui.authority import Authority

IS_DUE = frozenset({InvitationState.NEW, InvitationState.CHANGED, InvitationState.TO_CANCEL})
"""How an invitation stands that is still to be written, updated or cancelled."""
_CALLS_OFF = frozenset({InvitationState.TO_CANCEL, InvitationState.CANCELLED})


@dataclass(frozen=True, slots=True)
class Wanted:
    """An invitation that is to be written.

    Attributes:
        shown: for whom, and how it stands.
        at: when they arrive, where each of the family has their own time; else None.
        place: where they come to then.
    """

    shown: InvitationShown
    at: time | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class InvitationFile:
    """One calendar file that is ready to be written.

    Attributes:
        file: where it goes.
        to: for whom it is, as it is kept.
        event: what it says.
        printed: which document it is.
    """

    file: Path
    to: str
    event: CalendarEvent
    printed: Printed


def sheet_minutes(authority: Authority, meeting: records.Meeting) -> int:
    """Return how long a meeting is by its agenda sheet, in minutes.

    Raises:
        BrokenFile: where the authority's sheet cannot be read or is broken.
    """
    text = meeting.sheet_text or authority.sheet_text(meeting.kind)
    return read_sheet(text, "the agenda sheet").minutes


def steps_of(
    papers: Papers, meeting: records.Meeting, wanted: Sequence[Wanted], minutes: int
) -> list[tuple[Callable[..., None], tuple[Any, ...]]]:
    """Return the verb, with its arguments, that records each invitation as it is written now.

    Raises:
        Refused: where the place tells something of the family.
    """
    steps: list[tuple[Callable[..., None], tuple[Any, ...]]] = []
    for one in wanted:
        shown = one.shown
        if shown.state in _CALLS_OFF:
            steps.append((cancel_invitation, (meeting.id, shown.group, shown.person_id)))
            continue
        place = meeting.place if one.place is None else one.place
        if told := told_by_place(papers, place):
            raise Refused(
                f"An invitation tells nothing of the family, and this place holds {told}. "
                "Write a place that does not, such as the name of the building.",
                "place",
            )
        said = (meeting.id, shown.group, minutes, shown.person_id, one.at, one.place)
        steps.append((write_invitation, said))
    return steps


def files_of(
    papers: Papers,
    meeting: records.Meeting,
    wanted: Sequence[Wanted],
    organiser: Organiser | None,
    folder: Path,
) -> list[InvitationFile]:
    """Return the file of each invitation, as the record has it after its step."""
    rows = {(row.to_group, row.person_id): row for row in papers.invitations(meeting.id)}
    own = [row.person_id for row in papers.invitations(meeting.id) if row.person_id]
    reference, files = papers.case.reference, []
    # Legal planning counts in a series of its own, and only our own people have these files.
    legal_planning = meeting.kind is MeetingKind.LEGAL_PLANNING
    series = "legal planning" if legal_planning else "meeting"
    for one in wanted:
        group, person_id = one.shown.group, one.shown.person_id
        event = event_of(reference, rows[group, person_id], organiser)
        # Whose it is stands in the list of what was given out: a file's name goes with the file.
        number = f" {sorted(own).index(person_id) + 1}" if person_id else ""
        called = f"{series} {meeting.number} {_IN_A_NAME[group]}{number}"
        file = folder / calendar_name(reference, called)
        printed = printed_invitation(event, meeting.id, person_id)
        files.append(InvitationFile(file, one.shown.called, event, printed))
    return files


_IN_A_NAME = {
    InvitedGroup.AUTHORITY: "our team",
    InvitedGroup.LEGAL: "our legal team",
    InvitedGroup.FAMILY: "family",
    InvitedGroup.PROFESSIONALS: "professionals",
}
