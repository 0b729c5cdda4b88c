"""Show me why: each child's chain in plain lines, and one child's as a document for Word."""

from __future__ import annotations

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

    from agenda.why_page import Why
    from plo_tui.desk import Desk


def show_why(asked: Namespace) -> int:
    """Print each child's chain, or one child's."""
    from agenda.plain_why import why_lines

    chains, demo = _chains(desk_of(asked), asked)
    pages = [why_lines(chain) for chain in chains]
    joined = [line for page in pages for line in ["", "", *page]][2:]
    say([DEMO, *joined] if demo else joined)
    return DONE


def export_why(asked: Namespace) -> int:
    """Write one child's chain: a document never holds two children's."""
    from exports.why import write_why

    desk = desk_of(asked)
    chains, _demo = _chains(desk, asked)
    if len(chains) > 1:
        raise Refused(f"{asked.case} has {_named(chains)}: name one with --child.")
    [chain] = chains
    write_why(chain, asked.output, template=asked.template or desk.settings.template)
    say([f"Why, {chain.initials}, of {chain.reference}: {asked.output}"])
    return DONE


def _chains(desk: Desk, asked: Namespace) -> tuple[Sequence[Why], bool]:
    """Return the chains that are asked for, and whether the store is the demo's."""
    from plo_tui.store.reading.papers import read_papers
    from plo_tui.store.reading.why import read_why

    with opened(desk) as store:
        case = store.case(asked.case)
        papers = store.read(read_papers, case.case_id, None, desk.policy, desk.today())
        chains, demo = store.read(read_why, papers), store.demo
    if not chains:
        raise Refused(f"{case.reference} has no child yet. Add one in the app.")
    if asked.child is None:
        return chains, demo
    wanted = asked.child.strip().casefold()
    # Brothers and sisters may share their initials: then the full name tells them apart.
    meant = [
        chain
        for chain in chains
        if wanted in (chain.initials.casefold(), chain.full_name.casefold())
    ]
    if not meant:
        raise Refused(f"{case.reference} has no child {asked.child}, but {_named(chains)}.")
    return meant, demo


def _named(chains: Sequence[Why]) -> str:
    *first, last = (chain.initials for chain in chains)
    return f"{', '.join(first)} and {last}" if first else last
