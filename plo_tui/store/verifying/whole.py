"""Verifying a whole store, and looking up a seal that was printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plo_tui.store.verifying.approvals import check_approvals, check_frozen, count_approvals
from plo_tui.store.verifying.chain import Chain, cases_of
from plo_tui.store.verifying.fault import Fault, FoundSeal, Verified
from plo_tui.store.verifying.pages import check_pages, check_schema, count_pages
from plo_tui.store.verifying.places import Places
from plo_tui.store.verifying.raw import Damaged, RawStore
from plo_tui.store.verifying.replay import Replay

if TYPE_CHECKING:
    from sqlmodel import Session


def verify(session: Session) -> Verified:
    """Return whether every page, journal line, record and approval is as it was written.

    A damaged store is read as far as it can be, and what could not be read is named.
    """
    store = RawStore(session)
    places = Places(store)
    faults = [*check_pages(store, places), *check_schema(store)]
    replay = Replay(store, places)
    chains: list[Chain] = []
    try:
        chains += (Chain(key, places.of_case(key)) for key in cases_of(store))
    except Damaged:
        faults.append(Fault("the journal", "it cannot be read: a page is damaged."))
    for chain in chains:
        for written in chain.read(store):
            replay.take(chain, written)
        faults += chain.faults
    faults += replay.check(whole=bool(chains) and all(chain.whole for chain in chains))
    faults += check_frozen(store, places)
    faults += check_approvals(store, places)
    cases = sorted((chain for chain in chains if chain.case_id), key=lambda chain: chain.where)
    verified = Verified(
        tuple(faults),
        count_pages(store),
        tuple(chain.as_head() for chain in cases),
        tuple(chain.as_head() for chain in chains if chain.case_id is None),
        count_approvals(store),
    )
    store.close()
    return verified


def find_seal(session: Session, begins: str) -> FoundSeal | None:
    """Return where a seal stands in the journals, with what is wrong in that journal.

    Args:
        session: the database session.
        begins: the seal in hexadecimal, or as much of its beginning as was read out.
    """
    store = RawStore(session)
    places = Places(store)
    found = None
    for key in cases_of(store):
        chain = Chain(key, places.of_case(key))
        lines = [
            written.line for written in chain.read(store) if written.line.seal.startswith(begins)
        ]
        if lines:
            line, faults = lines[0], tuple(chain.faults)
            found = FoundSeal(chain.where, line.sequence, line.at, line.verb, faults)
    store.close()
    return found
