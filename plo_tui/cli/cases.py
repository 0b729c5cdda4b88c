"""Reading what is recorded, in plain lines or as JSON: no terminal is needed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from agenda.day_names import day_text
from agenda.words import MeetingKind
from plo_tui.cli import DONE
from plo_tui.cli.at_desk import desk_of
from plo_tui.cli.open_store import meeting_of, opened
from plo_tui.cli.printing import say

if TYPE_CHECKING:
    from argparse import Namespace

    from plo_tui.store.reading.home import CaseRow

DEMO = "DEMO: these families are fictional."


def list_cases(asked: Namespace) -> int:
    """List every case, in the order of the home list."""
    with opened(desk_of(asked)) as store:
        if asked.json:
            say([json.dumps([row.as_json() for row in store.cases()], indent=2)])
            return DONE
        if store.demo:
            say([DEMO])
        none = True
        for row in store.cases():
            none = False
            say([_case_line(row)])
        if none:
            say(["There is no case yet."])
    return DONE


def show_case(asked: Namespace) -> int:
    """Print a case in plain lines; with a meeting's number, that meeting's minutes."""
    from agenda.corrections import annex_lines
    from agenda.edition import changed_sentences
    from agenda.plain_minutes import plain_lines
    from plo_tui.cli.plain_case import case_lines
    from plo_tui.store.reading.edition import read_edition
    from plo_tui.store.reading.papers import read_papers

    desk = desk_of(asked)
    with opened(desk) as store:
        row = store.case(asked.case)
        if asked.meeting is None:
            papers = store.read(read_papers, row.case_id, None, desk.policy, desk.today())
            lines = case_lines(row, papers, desk.today())
        else:
            meeting = meeting_of(row, asked.meeting)
            edition = store.read(read_edition, row.case_id, meeting.meeting_id)
            lines = [
                f"{edition.stands}.",
                *changed_sentences(edition),
                *plain_lines(edition.minutes),
            ]
            lines += annex_lines(edition.annex)
        say([DEMO, *lines] if store.demo else lines)
    return DONE


def _case_line(row: CaseRow) -> str:
    week = f"week {row.week} of {row.weeks}" if row.week else ""
    kind = MeetingKind(row.next_what).heading.lower() if row.next_what else ""
    following = f"next: {kind} {day_text(row.next_on)}" if row.next_on else ""
    late = f"overdue: {', '.join(row.overdue)}" if row.overdue else ""
    chair = f"chair {row.chair}" if row.chair else ""
    told = ", ".join(filter(None, (row.stage, week, following, chair, late)))
    return f"{row.reference} ({row.children or 'no child yet'}): {told}."
