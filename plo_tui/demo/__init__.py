"""The demo: five fictional families, made through the same verbs as everyone else's."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from plo_tui.demo import bramley, carter, ellis, ellis_meeting, hollis, marsh, weeks_on
from plo_tui.demo.author import Author
from plo_tui.demo.staff import add_staff
from plo_tui.store.folder import KEY, STORE
from plo_tui.store.opening import is_store, prepare
from plo_tui.store.problems import CannotOpen
from plo_tui.store.store import Store

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


def make_demo(folder: Path, now: datetime, login: str) -> None:
    """Make the demo's store in a folder that has none: five families, each at another stage.

    The Carters are about to have their initial meeting, with a draft plan that still has three
    faults to find. The Ellises had theirs a week ago; its minutes wait for approval. The Hollises
    are seven weeks on, and their plan is slipping. The Marshes' final review is today. With the
    Bramleys it begins: a referral to legal planning, two fathers, and an address to withhold.

    Args:
        folder: where the store will lie.
        now: the present instant (UTC, aware); every date counts from its day in London.
        login: the sign-in name of whoever tries it: they chair, as Sam Reed.

    Raises:
        CannotOpen: where a store is there already, or none can be made.
    """
    if is_store(folder):
        raise CannotOpen(f"There is a store in {folder} already. Choose another folder.")
    store = Store(folder, prepare(folder, demo=True))
    try:
        author = Author(store, now)
        staff = add_staff(author, login)
        carter.write(author, staff)
        ellis_meeting.hold(author, staff, ellis.write(author, staff))
        for family in (hollis, marsh):
            weeks_on.write(author, staff, family.facts(author))
        bramley.write(author, staff)
    except BaseException:  # Ctrl+C too: half a demo would look like a whole one
        store.close()
        for name in (STORE, f"{STORE}-wal", f"{STORE}-shm", KEY):
            with suppress(OSError):
                (folder / name).unlink(missing_ok=True)
        raise
    store.close()
