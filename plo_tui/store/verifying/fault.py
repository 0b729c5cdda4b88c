"""What verifying finds: where, and what is wrong there, without a word of a family."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it was written.

    Attributes:
        where: the page, or the case, its meeting, its journal's line.
        what: one plain sentence; it holds nothing that is recorded.
    """

    where: str
    what: str

    @property
    def sentence(self) -> str:
        """Where and what, as one line."""
        return f"{self.where}: {self.what}"


@dataclass(frozen=True, slots=True)
class Head:
    """The latest line of a case's journal.

    Attributes:
        case: the case's reference, or what is called so where there is none.
        seal: hexadecimal.
    """

    case: str
    lines: int
    seal: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What a store was found to be.

    Attributes:
        faults: none where it is whole.
        pages: how many pages its file has.
        cases: the head of each case's journal, by their reference.
        others: the head of the journal of no case, such as of staff.
        approvals: how many approvals were looked at.
    """

    faults: tuple[Fault, ...]
    pages: int
    cases: tuple[Head, ...]
    others: tuple[Head, ...]
    approvals: int

    @property
    def heads(self) -> tuple[Head, ...]:
        """The head of every journal."""
        return (*self.cases, *self.others)

    @property
    def lines(self) -> int:
        """How many lines the journals have together."""
        return sum(head.lines for head in self.heads)


@dataclass(frozen=True, slots=True)
class FoundSeal:
    """A seal that stands in a journal.

    Attributes:
        at: when its line was written (UTC, aware).
        faults: what is wrong in that journal.
    """

    case: str
    line: int
    at: datetime
    verb: str
    faults: tuple[Fault, ...]
