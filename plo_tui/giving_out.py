"""Giving a document out: its line is kept before its file appears, so none leaves without one."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from agenda.records import new_key
from exports.problems import CannotWrite
from plo_tui.store.problems import StoreProblem
from plo_tui.store.verbs.giving_out import give_out, mark_not_written

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any
    from uuid import UUID

    from agenda.printed import Printed


class Write(Protocol):
    """Writes a document; it calls `first` when it is ready, before its file is written."""

    def __call__(self, *, first: Callable[[], None]) -> None:
        """Write it."""


def write_given_out(
    do: Callable[..., Any], case_id: UUID, printed: Printed, to: str, write: Write
) -> UUID:
    """Write a document, keep to whom it is given out, and return the key of the line.

    A file that cannot be written after all is marked so on its line.

    Args:
        do: does a verb of the store, in the name of whoever gives it out.
        case_id: whose document it is.
        printed: which document.
        to: whom it is for.
        write: writes it.

    Raises:
        StoreProblem: where the line could not be kept; nothing was written.
        TemplateNotWord, CannotWrite, NotApproved: as `write` raises them.
    """
    line_id, kept = new_key(), False

    def keep() -> None:
        nonlocal kept
        do(give_out, line_id, case_id, printed, to)
        kept = True

    try:
        write(first=keep)
    except CannotWrite:
        if kept:
            with suppress(StoreProblem):  # the line then says more than left, never less
                do(mark_not_written, line_id)
        raise
    return line_id
