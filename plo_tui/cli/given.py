"""Listing what was given out of a case, in plain lines or as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from plo_tui.cli import DONE
from plo_tui.cli.at_desk import desk_of
from plo_tui.cli.cases import DEMO
from plo_tui.cli.open_store import opened
from plo_tui.cli.printing import say

if TYPE_CHECKING:
    from argparse import Namespace


def list_given_out(asked: Namespace) -> int:
    """List every document that left the app, the latest first."""
    from agenda.given_out import given_lines, given_out
    from plo_tui.store.reading.papers import read_papers

    with opened(desk_of(asked)) as store:
        case = store.case(asked.case)
        lines = given_out(store.read(read_papers, case.case_id))
        if asked.json:
            say([json.dumps([one.as_json() for one in lines], indent=2)])
        else:
            told = [f"What was given out of {case.reference}", "", *given_lines(lines)]
            say([DEMO, *told] if store.demo else told)
    return DONE
