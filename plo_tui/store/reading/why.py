"""Reading “show me why”: each child's chain from the record and the minutes of the episode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.why import why
from agenda.words import MeetingState
from plo_tui.store.reading.edition import read_edition

if TYPE_CHECKING:
    from sqlmodel import Session

    from agenda.papers import Papers
    from agenda.why_page import Why


def read_why(session: Session, papers: Papers) -> tuple[Why, ...]:
    """Return each child's chain, in the family's order; none where no child is recorded.

    Args:
        session: the database session.
        papers: the case's papers without a meeting, read for the day the chains are made for.
    """
    editions = [
        read_edition(session, papers.case_id, meeting.id)
        for meeting in papers.episode_meetings
        if meeting.state is not MeetingState.PLANNED
    ]
    return tuple(why(papers, child, editions) for child in papers.children)
