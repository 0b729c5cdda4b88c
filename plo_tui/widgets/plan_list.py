"""The plan so far, beside the minutes: each line in two rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from textual.message import Message

from plo_tui.widgets.row_list import ROOM, RowList, words
from plo_tui.widgets.shown import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan line as the side panel shows it.

    Attributes:
        key: the line's record.
        number: its number in the plan, such as `2` or `2a`.
        what: what is to happen.
        owner: whose it is; empty where nobody is named yet.
        due: the due date or rhythm in words, such as `Fri 5 Feb`; empty where there is none yet.
        week: the due date's week of the window; None where it has none.
        trouble: what is wrong with it in a few words, such as `after window`.
        answers: the parents' answers, such as `Ms C yes · Mr D with conditions`.
        state: anything else to know at a glance, such as `draft`, `agreed` or `withdrawn`.
    """

    key: UUID
    number: str
    what: str
    owner: str = ""
    due: str = ""
    week: int | None = None
    trouble: str = ""
    answers: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class DecidedRow:
    """What a review has decided for a child.

    Attributes:
        key: the child's record.
        initials: the child's.
        decided: what is decided, such as `close pre-proceedings`.
        stands: how firmly it stands, such as `recommended`, and where or until when, each on a
            line of its own; none where nothing is decided.
    """

    key: UUID
    initials: str
    decided: str
    stands: tuple[str, ...] = ()


class PlanList(RowList):
    """The plan's lines; in a review what is decided for each child stands above them."""

    help_text: ClassVar[str] = (
        "The plan so far. Enter or a click opens a line to amend, agree or drop it; in a review "
        "also the decision for a child. ✗ stands before what is wrong with a line."
    )

    class Chosen(Message):
        """A plan line was chosen, or a child whose decision stands here."""

        def __init__(self, key: UUID) -> None:
            super().__init__()
            self.key = key

    def show(self, rows: Sequence[PlanRow], decided: Sequence[DecidedRow] = ()) -> None:
        """Show these lines; in a review under what is decided so far."""
        lines: list[tuple[str | None, Content]] = [(str(row.key), _lines(row)) for row in rows]
        lines = lines or [(None, words("No plan yet: type /action."))]
        if decided:
            above = [(str(row.key), _decision(row)) for row in decided]
            lines = [(None, _heading("Decided so far")), *above, (None, _heading("Plan")), *lines]
        self.fill(lines)

    def chosen(self, key: str) -> Chosen:
        """The message for a chosen row."""
        return self.Chosen(UUID(key))


def _lines(row: PlanRow) -> Content:
    due = f"{row.due}  wk{row.week}" if row.due and row.week is not None else row.due
    facts = " · ".join(fact for fact in (row.owner or "who?", due or "due?", row.state) if fact)
    lines = [
        words((f"{row.number} ", "bold"), shorten(row.what, ROOM)),
        words((f"  {facts}", "dim")),
    ]
    if row.trouble:
        lines.append(words((f"  ✗ {row.trouble}", "bold $text-error")))
    if row.answers:
        lines.append(words(f"  {row.answers}"))
    return words("\n").join(lines)


def _heading(text: str) -> Content:
    return words((text, "bold underline"))


def _decision(row: DecidedRow) -> Content:
    lines = [words((f"{row.initials} ", "bold"), shorten(row.decided, ROOM))]
    lines += [words((f"  {shorten(part, ROOM)}", "dim")) for part in row.stands]
    return words("\n").join(lines)
