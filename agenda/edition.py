"""An edition of the minutes: the frozen words, and where their approval stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agenda.day_names import day_text
from agenda.london import london_date

if TYPE_CHECKING:
    from datetime import datetime

    from agenda.corrections import Annexed
    from agenda.minutes import Minutes
    from agenda.words import ApprovalRole, MinutesState

CHANGED = "CHANGED AFTER APPROVAL"
"""What is said of minutes whose words are not those that were approved."""


@dataclass(frozen=True, slots=True)
class GivenApproval:
    """An approval as it is printed.

    Attributes:
        at: when it was given (UTC, aware).
        fits: whether the words kept are still those that were approved.
    """

    role: ApprovalRole
    name: str
    how: str
    at: datetime
    chain_head: str
    fits: bool = True


@dataclass(frozen=True, slots=True)
class Edition:
    """Minutes with where their approval stands: what an exporter prints.

    Attributes:
        fingerprint: the SHA-256 of the frozen minutes, hexadecimal.
        approvals: those given to exactly these minutes.
        annex: the corrections annexed to them, which are no part of the minutes themselves.
        cut_from: of a copy for one reader, the fingerprint of the whole minutes; else empty.
    """

    minutes: Minutes
    state: MinutesState
    fingerprint: str
    approvals: tuple[GivenApproval, ...] = ()
    issued_at: datetime | None = None
    annex: tuple[Annexed, ...] = ()
    cut_from: str = ""

    @property
    def is_changed(self) -> bool:
        """Whether these are not the words that were approved: they were changed behind the app."""
        return any(not given.fits for given in self.approvals)

    @property
    def stands(self) -> str:
        """Where they stand, in words: above all whether they were changed after approval."""
        return CHANGED if self.is_changed else self.state.in_words

    @property
    def seal(self) -> str:
        """The record's seal at the latest approval of these words; empty before both have."""
        given = () if self.state.is_draft or self.is_changed else self.approvals
        return given[-1].chain_head if given else ""


def changed_sentences(edition: Edition) -> tuple[str, ...]:
    """Return which approvals no longer fit the words; none where all do."""
    return tuple(
        f"Changed after approval: these are no longer the words that {given.name} approved as "
        f"{given.role} on {day_text(london_date(given.at))}."
        for given in edition.approvals
        if not given.fits
    )
