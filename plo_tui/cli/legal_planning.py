"""Writing the record of a legal planning meeting, for one of the authority's own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from agenda.words import MeetingKind, MeetingState
from plo_tui.cli import DONE
from plo_tui.cli.at_desk import desk_of
from plo_tui.cli.open_store import opened
from plo_tui.cli.printing import say
from plo_tui.store.problems import Refused

if TYPE_CHECKING:
    from argparse import Namespace

    from agenda.legal_planning_papers import LegalPlanningPapers
    from plo_tui.store.reading.home import CaseRow, MeetingRow


def export_legal_planning(asked: Namespace) -> int:
    """Write the record, marked as a draft until its chair approved it; who it is for is kept."""
    from agenda.printed import printed_legal_planning
    from exports.legal_planning import write_legal_planning
    from plo_tui.giving_out import write_given_out
    from plo_tui.store.reading.legal_planning import read_legal_planning

    desk = desk_of(asked)
    with opened(desk) as store:
        case = store.case(asked.case)
        meeting_id = _meeting(case, asked.meeting).meeting_id
        papers, edition = store.read(read_legal_planning, case.case_id, meeting_id)
        to = _reader(papers, asked.reader)
        template = asked.template or desk.settings.template
        write = partial(write_legal_planning, edition, asked.file, template=template)
        printed = printed_legal_planning(edition, meeting_id)
        write_given_out(store.do, case.case_id, printed, to, write)
    about = f"{case.reference}, version {edition.record.number} ({edition.stands})"
    say([f"The legal planning record of {about}, for {to}: {asked.file}"])
    return DONE


def _meeting(case: CaseRow, number: int | None) -> MeetingRow:
    """Return a legal planning meeting by its number; without one, the latest that has begun."""
    rows = [row for row in case.meetings if row.kind is MeetingKind.LEGAL_PLANNING]
    rows = [row for row in rows if row.state is not MeetingState.PLANNED]
    found = [row for row in rows if number in (None, row.number)]
    if not found:
        which = "no legal planning meeting that has begun"
        which += f" with the number {number}" if number is not None else ""
        raise Refused(f"{case.reference} has {which}.")
    return found[-1]


def _reader(papers: LegalPlanningPapers, named: str) -> str:
    """Return the name of the member of staff who is meant.

    Raises:
        Refused: where nobody of the authority is called that.
    """
    wanted = " ".join(named.split()).casefold()
    for member in papers.staff:
        if member.name.casefold() == wanted:
            return str(member.name)
    names = ", ".join(member.name for member in papers.staff)
    raise Refused(
        f"A legal planning record goes to the authority's own staff and lawyers alone, and nobody "
        f"of them is called {named}. Name one of: {names}."
    )
