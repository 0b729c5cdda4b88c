"""The window of an initial meeting, before there is any case: no store is opened."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from agenda.timetable import timetable
from agenda.typed_dates import read_date
from plo_tui.cli import DONE
from plo_tui.cli.at_desk import desk_of
from plo_tui.cli.printing import say

if TYPE_CHECKING:
    from argparse import Namespace


def print_timetable(asked: Namespace) -> int:
    """Print the window and its reviews, by the authority's policy."""
    desk = desk_of(asked)
    start = read_date(" ".join(asked.date), today=desk.today(), days=desk.days)
    found = timetable(start, desk.policy, desk.days)
    say([json.dumps(found.as_json(), indent=2)] if asked.json else found.as_lines())
    return DONE
