"""The verb that lets pages go home from a meeting, each kept as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.minutes import fingerprint
from agenda.records import TakeAway
from agenda.take_away import freeze_page, take_away_of
from agenda.take_away_rules import family_here, why_no_pages
from plo_tui.store.problems import Refused
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs.words import line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from plo_tui.store.work import Work


def release_pages(work: Work, meeting_id: UUID, people: Sequence[UUID], ring: str) -> None:
    """Release a page to each of these people, and keep what each page says.

    Args:
        work: the transaction; whoever does it releases them.
        meeting_id: the meeting.
        people: who takes one home: family who were there.
        ring: whom to ring, as every page says it.

    Raises:
        Refused: where no page may go home from this meeting, whoever releases is not its chair,
            or nobody is named.
    """
    work.in_case_of(meeting_id)
    papers = read_papers(work.session, work.case_id, meeting_id)  # type: ignore[arg-type]
    if why := why_no_pages(papers, work.actor):
        raise Refused(why)
    named = [person for person in family_here(papers) if person.id in people]
    if not named or len(named) < len(set(people)):
        raise Refused("Tick who takes a page home: family who were here, at least one.")
    ring = line(ring, "ring", called="whom they ring")
    for person in named:
        frozen = freeze_page(take_away_of(papers, person, ring))
        work.add(
            TakeAway(
                meeting_id=meeting_id,
                to=person.known_as,
                released_by_id=work.actor,
                at=work.at,
                sha256=fingerprint(frozen),
                frozen=frozen,
            )
        )
