"""The store as commands without a screen use it: open, a case by its reference, a meeting."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from agenda.legal_planning_minutes import APART
from agenda.words import MeetingKind, MeetingState
from plo_tui.cli.secret import opened_with_secret
from plo_tui.desk import signed_in
from plo_tui.store.connection import connect
from plo_tui.store.folder import STORE
from plo_tui.store.opening import is_store
from plo_tui.store.problems import CannotOpen, Refused
from plo_tui.store.reading.home import CaseRow, MeetingRow, read_home

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlmodel import Session

    from plo_tui.desk import Desk, Me
    from plo_tui.store.key import StoreKey
    from plo_tui.store.store import Done, Store
    from plo_tui.store.work import Work

P = ParamSpec("P")
T = TypeVar("T")


PAGE = 1_000
"""Cases read at once: more than a screen's, since all of them are printed."""


@contextmanager
def opened(desk: Desk) -> Iterator[OpenStore]:
    """Open the store of a desk; none is made where none is.

    Raises:
        CannotOpen: with a sentence that says what to do.
    """
    refuse_where_no_store(desk)
    key = opened_with_secret(desk)
    store = OpenStore(desk, key, connect(desk.folder / STORE, key))
    try:
        yield store
    finally:
        store.close()


def refuse_where_no_store(desk: Desk) -> None:
    """Refuse a command that needs a store where none is.

    Raises:
        CannotOpen: with what to do.
    """
    if not is_store(desk.folder):
        raise CannotOpen(
            f"There is no store in {desk.folder} yet. Open plo-tui to make one, "
            "or name another with --store FOLDER."
        )


class OpenStore:
    """A store that is open.

    Attributes:
        demo: whether it holds the demo's fictional families.
    """

    def __init__(self, desk: Desk, key: StoreKey, plain: Any) -> None:
        self._desk = desk
        self._key = key
        self._plain = plain
        self._store: Store | None = None
        self.demo = key.demo

    def cases(self, find: str = "") -> Iterator[CaseRow]:
        """Give every case, or every one that is found, in the order of the home list."""
        offset = 0
        while page := read_home(self._plain, self._desk.today(), find, PAGE, offset):
            yield from page
            offset += len(page)

    def case(self, reference: str) -> CaseRow:
        """Return the case of a reference, whatever its capitals.

        Raises:
            Refused: where there is none.
        """
        wanted = reference.strip().casefold()
        for row in self.cases(reference):
            if row.reference.casefold() == wanted:
                return row
        raise Refused(f"There is no case {reference}. See them all with: plo-tui cases")

    def read(
        self, reader: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Answer a reader."""
        return self._records().read(reader, *args, **kwargs)

    def me(self) -> Me:
        """Return the member of staff who signs in here.

        Raises:
            Refused: where nobody has said so yet.
        """
        found = signed_in(self._plain)
        if found is None:
            raise Refused(
                "It is recorded who gives a document out, and nobody here has said who they are. "
                "Open plo-tui once and say so, then try again."
            )
        return found

    def do(
        self, verb: Callable[Concatenate[Work, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Done[T]:
        """Do a verb, as the member of staff who signs in here.

        Raises:
            StoreProblem: named, with a sentence; nothing was changed.
        """
        store = self._records()
        store.actor_id = self.me().id
        return store.do(verb, *args, **kwargs)

    def finish_purging(self) -> None:
        """Overwrite what was removed, where anything was.

        Raises:
            StoreProblem: where it could not be done now; the next `plo-tui retention` does it.
        """
        from plo_tui.store.overwriting import is_overwriting_due, overwrite_removed

        if not is_overwriting_due(self._plain):
            return
        desk, kept = self._desk, 0 if self.demo else self._desk.backups_kept
        self.close()
        overwrite_removed(desk.folder, self._key, kept, desk.clock())

    def close(self) -> None:
        """Close the store; it is not used after that."""
        if self._store is not None:
            self._store.close()
        self._plain.close()

    def _records(self) -> Store:
        from plo_tui.store.store import Store

        if self._store is None:
            self._store = Store(self._desk.folder, self._key, self._desk.clock)
        return self._store


def meeting_of(case: CaseRow, number: int | None) -> MeetingRow:
    """Return a case's meeting by its number; without one, the latest concluded.

    Raises:
        Refused: where there is none, or it is one of legal planning.
    """
    meetings = [row for row in case.meetings if row.kind is not MeetingKind.LEGAL_PLANNING]
    if number is not None:
        for row in meetings:
            if row.number == number:
                return row
        if any(row.number == number for row in case.meetings):
            raise Refused(APART)
        raise Refused(f"{case.reference} has no meeting {number}. See: plo-tui show CASE")
    concluded = [row for row in meetings if row.state is MeetingState.CONCLUDED]
    if not concluded:
        raise Refused(
            f"No meeting of {case.reference} is concluded yet. "
            "Conclude it in the app, or name one with --meeting NUMBER."
        )
    return max(concluded, key=lambda row: row.number)
