"""Reading what each recipient of a meeting's documents gets, with no key waiting for it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agenda.pack import envelopes_of
from plo_tui.store.reading.edition import edition_of
from plo_tui.store.reading.papers import read_papers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlmodel import Session

    from agenda.edition import Edition
    from agenda.pack import Envelope
    from agenda.papers import Papers
    from agenda.policy import Policy
    from plo_tui.desk import Desk


@dataclass(frozen=True, slots=True)
class Copies:
    """A meeting's documents for each recipient.

    Attributes:
        papers: the meeting's papers; they hold no word of legal planning.
        edition: its minutes, whole.
        envelopes: what each recipient gets.
    """

    papers: Papers
    edition: Edition
    envelopes: tuple[Envelope, ...]

    @property
    def of_family(self) -> Sequence[Envelope]:
        """What each parent gets, cut for them."""
        return [one for one in self.envelopes if one.recipient.reader]


async def read_copies(desk: Desk, case_id: UUID, meeting_id: UUID) -> Copies:
    """Read what each recipient of a meeting's documents gets.

    Raises:
        BrokenFile, StoreProblem: with a sentence.
    """
    papers, edition = await desk.read(_read, case_id, meeting_id, desk.policy)
    # A long meeting is cut for each of them: that takes longer than a key may wait.
    return Copies(papers, edition, await asyncio.to_thread(envelopes_of, papers, edition))


def _read(
    session: Session, case_id: UUID, meeting_id: UUID, policy: Policy
) -> tuple[Papers, Edition]:
    papers = read_papers(session, case_id, meeting_id, policy)
    return papers, edition_of(papers)
