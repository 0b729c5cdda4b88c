"""The history of a meeting's minutes, or of one paragraph, in plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plo_tui.cli import DONE
from plo_tui.cli.at_desk import desk_of
from plo_tui.cli.cases import DEMO
from plo_tui.cli.open_store import meeting_of, opened
from plo_tui.cli.printing import say
from plo_tui.store.problems import Refused

if TYPE_CHECKING:
    from argparse import Namespace

    from sqlmodel import Session

    from agenda.papers import Papers


def show_history(asked: Namespace) -> int:
    """Print every version of a meeting's minutes, or of one paragraph of them."""
    from plo_tui.store.reading.papers import read_papers

    desk = desk_of(asked)
    with opened(desk) as store:
        case = store.case(asked.case)
        meeting = meeting_of(case, asked.meeting)
        papers = store.read(read_papers, case.case_id, meeting.meeting_id)
        lines = (
            store.read(_minutes, papers)
            if asked.paragraph is None
            else store.read(_paragraph, papers, asked.paragraph)
        )
        head = f"Case {case.reference}, meeting {meeting.number}."
        say([DEMO, head, *lines] if store.demo else [head, *lines])
    return DONE


def _minutes(session: Session, papers: Papers) -> list[str]:
    from plo_tui.store.reading.edition import edition_of
    from plo_tui.store.reading.history import read_history_lines

    return ["", *read_history_lines(session, papers, edition_of(papers))]


def _paragraph(session: Session, papers: Papers, number: int) -> list[str]:
    from agenda.history import entry_lines, paragraph_keys
    from plo_tui.store.reading.edition import edition_of
    from plo_tui.store.reading.history import read_entry_history

    keys = paragraph_keys(papers, edition_of(papers).minutes)
    if number not in keys:
        raise Refused(
            f"These minutes have no paragraph {number} whose history is kept. "
            "See them with: plo-tui show CASE --meeting NUMBER"
        )
    return entry_lines(read_entry_history(session, papers, keys[number]))
