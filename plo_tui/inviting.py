"""Writing calendar invitations: the record counts one up, and then its file is written.

Where a file cannot be written its record is put back, so that none counts as written that is not.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from agenda.booking_words import InvitedGroup
from agenda.inviting import InvitationState, event_of, invitations_of, told_by_place
from agenda.printed import printed_invitation
from agenda.sheet_reading import read_sheet
from agenda.words import MeetingKind
from exports.invitation import write_invitation as write_file
from plo_tui.file_names import calendar_name
from plo_tui.giving_out import write_given_out
from plo_tui.store.problems import Refused, StoreProblem
from plo_tui.store.verbs.invitations import (
    cancel_invitation,
    put_back_invitation,
    write_invitation,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import time
    from pathlib import Path

    from agenda import records
    from agenda.inviting import InvitationShown, Organiser
    from agenda.papers import Papers
    from plo_tui.authority import Authority
    from plo_tui.store.verbs.invitations import Recorded

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


class InvitationFile(NamedTuple):
    """One calendar file that was written.

    Attributes:
        file: where it is.
        to: for whom it is, as it is kept.
    """

    file: Path
    to: str


def sheet_minutes(authority: Authority, meeting: records.Meeting) -> int:
    """Return how long a meeting is by its agenda sheet, in minutes.

    Raises:
        BrokenFile: where the authority's sheet cannot be read or is broken.
    """
    text = meeting.sheet_text or authority.sheet_text(meeting.kind)
    return read_sheet(text, "the agenda sheet").minutes


def write_invitations(
    do: Callable[..., Any],
    papers: Papers,
    meeting: records.Meeting,
    wanted: Sequence[Wanted],
    minutes: int,
    organiser: Organiser | None,
    folder: Path,
) -> list[InvitationFile]:
    """Record each invitation and write its file; what has no file is not recorded either.

    Args:
        do: does a verb of the store and returns what it did.
        papers: the case's papers.
        meeting: the meeting.
        wanted: which invitations.
        minutes: how long the meeting is (`sheet_minutes`).
        organiser: who sends them; None where the settings name nobody.
        folder: where the files go.

    Raises:
        Refused: where a place tells something of the family; nothing is written.
        CannotWrite: where a file cannot be written. Those before it are there, and recorded.
        StoreProblem: where one could not be recorded.
    """
    _refuse_places(papers, meeting, wanted)
    files = []
    for one in wanted:
        recorded: Recorded = do(*_step(meeting, one, minutes)).value
        event = event_of(papers.case.reference, recorded.row, organiser)
        shown = one.shown
        file = folder / calendar_name(papers.case.reference, _called(papers, meeting, shown))
        printed = printed_invitation(event, meeting.id, shown.person_id)
        try:
            write = partial(write_file, event, file)
            write_given_out(do, papers.case_id, printed, shown.called, write)
        except BaseException:
            if recorded.was is not None:
                with suppress(StoreProblem):  # the record then says more than left, never less
                    do(put_back_invitation, recorded.row.id, recorded.row.version, recorded.was)
            raise
        files.append(InvitationFile(file, shown.called))
    return files


def _refuse_places(papers: Papers, meeting: records.Meeting, wanted: Sequence[Wanted]) -> None:
    """Refuse a place that tells something of the family."""
    for one in wanted:
        place = meeting.place if one.place is None else one.place
        if one.shown.state not in _CALLS_OFF and (told := told_by_place(papers, place)):
            raise Refused(
                f"An invitation tells nothing of the family, and this place holds {told}. "
                "Write a place that does not, such as the name of the building.",
                "place",
            )


def _step(meeting: records.Meeting, one: Wanted, minutes: int) -> tuple[Any, ...]:
    """Return the verb that records an invitation as it is written now, with its arguments."""
    shown = one.shown
    if shown.state in _CALLS_OFF:
        return cancel_invitation, meeting.id, shown.group, shown.person_id
    return (
        write_invitation, meeting.id, shown.group, minutes, shown.person_id, one.at, one.place,
    )  # fmt: skip


def _called(papers: Papers, meeting: records.Meeting, shown: InvitationShown) -> str:
    """Return what a file is called after the case's reference: no name of anybody."""
    # Whose it is stands in the list of what was given out: a file's name goes with the file.
    own = sorted({one.person_id for one in invitations_of(papers, meeting) if one.person_id})
    number = f" {own.index(shown.person_id) + 1}" if shown.person_id else ""
    # Legal planning counts in a series of its own, and only our own people have these files.
    legal_planning = meeting.kind is MeetingKind.LEGAL_PLANNING
    series = "legal planning" if legal_planning else "meeting"
    return f"{series} {meeting.number} {_IN_A_NAME[shown.group]}{number}"


_IN_A_NAME = {
    InvitedGroup.AUTHORITY: "our team",
    InvitedGroup.LEGAL: "our legal team",
    InvitedGroup.FAMILY: "family",
    InvitedGroup.PROFESSIONALS: "professionals",
}
