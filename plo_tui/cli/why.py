"""Show me why: each child's chain in plain lines, and one child's as a document for Word."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from plo_tui.cli import DONE
from plo_tui.cli.at_desk import desk_of
from plo_tui.cli.cases import DEMO
from plo_tui.cli.open_store import opened
from plo_tui.cli.printing import say
from plo_tui.store.problems import Refused

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence
    from uuid import UUID

    from agenda.papers import Papers
    from agenda.why_page import Why
    from plo_tui.cli.open_store import OpenStore
    from plo_tui.desk import Desk


def show_why(asked: Namespace) -> int:
    """Print each child's chain, or one child's."""
    from agenda.plain_why import why_lines

    desk = desk_of(asked)
    with opened(desk) as store:
        _papers, chains = _chains(store, desk, asked)
        pages = [why_lines(chain) for chain in chains.values()]
        joined = [line for page in pages for line in ["", "", *page]][2:]
        say([DEMO, *joined] if store.demo else joined)
    return DONE


def export_why(asked: Namespace) -> int:
    """Write one child's chain: a document never holds two children's."""
    from agenda.copy_named import why_not_uncut
    from agenda.given_out import own_copy
    from agenda.printed import printed_why
    from exports.why import write_why
    from plo_tui.giving_out import write_given_out

    desk = desk_of(asked)
    with opened(desk) as store:
        papers, chains = _chains(store, desk, asked)
        if len(chains) > 1:
            raise Refused(
                f"{asked.case} has {_named(list(chains.values()))}: name one with --child."
            )
        [(child_id, chain)] = chains.items()
        if why := why_not_uncut(papers, asked.to or ""):
            raise Refused(why)
        to = asked.to or own_copy(store.me().name)
        template = asked.template or desk.settings.template
        write = partial(write_why, chain, asked.output, template=template)
        write_given_out(store.do, papers.case_id, printed_why(chain, child_id), to, write)
    say([f"Why, {chain.initials}, of {chain.reference}: {asked.output}"])
    return DONE


def _chains(store: OpenStore, desk: Desk, asked: Namespace) -> tuple[Papers, dict[UUID, Why]]:
    """Return the case's papers, and the chains that are asked for by their child's key."""
    from plo_tui.store.reading.papers import read_papers
    from plo_tui.store.reading.why import read_why

    case = store.case(asked.case)
    papers = store.read(read_papers, case.case_id, None, desk.policy, desk.today())
    chains = store.read(read_why, papers)
    if not chains:
        raise Refused(f"{case.reference} has no child yet. Add one in the app.")
    whose = {child.id: chain for child, chain in zip(papers.children, chains, strict=True)}
    if asked.child is None:
        return papers, whose
    wanted = asked.child.strip().casefold()
    # Brothers and sisters may share their initials: then the full name tells them apart.
    meant = {
        child: chain
        for child, chain in whose.items()
        if wanted in (chain.initials.casefold(), chain.full_name.casefold())
    }
    if not meant:
        raise Refused(f"{case.reference} has no child {asked.child}, but {_named(chains)}.")
    return papers, meant


def _named(chains: Sequence[Why]) -> str:
    *first, last = (chain.initials for chain in chains)
    return f"{', '.join(first)} and {last}" if first else last
