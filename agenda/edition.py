"""An edition of the minutes: the frozen words, and where their approval stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from agenda.corrections import Annexed
    from agenda.minutes import Minutes
    from agenda.words import ApprovalRole, MinutesState


@dataclass(frozen=True, slots=True)
class GivenApproval:
    """An approval as it is printed. `at` is when it was given (UTC, aware)."""

    role: ApprovalRole
    name: str
    how: str
    at: datetime
    chain_head: str


@dataclass(frozen=True, slots=True)
class Edition:
    """Minutes with where their approval stands: what an exporter prints.

    Attributes:
        fingerprint: the SHA-256 of the frozen minutes, hexadecimal.
        approvals: those given to exactly these minutes.
        annex: the corrections annexed to them, which are no part of the minutes themselves.
    """

    minutes: Minutes
    state: MinutesState
    fingerprint: str
    approvals: tuple[GivenApproval, ...] = ()
    issued_at: datetime | None = None
    annex: tuple[Annexed, ...] = ()
