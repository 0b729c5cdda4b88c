"""What may be removed under the authority's retention period, and removing it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from agenda.day_names import day_text
from plo_tui.cli import DONE
from plo_tui.cli.at_desk import desk_of
from plo_tui.cli.cases import DEMO
from plo_tui.cli.open_store import opened
from plo_tui.cli.printing import say
from plo_tui.store.problems import Refused

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from agenda.retention import Removable
    from plo_tui.cli.open_store import OpenStore


def retention(asked: Namespace) -> int:
    """List what may be removed; with a case and a name, remove that case's record."""
    from plo_tui.store.reading.retention import read_removable

    desk = desk_of(asked)
    with opened(desk) as store:
        found = store.read(read_removable, desk.policy.retention.months, desk.today())
        if asked.purge is not None:
            return _purge(asked, store, found)
        store.finish_purging()
        if asked.json:
            say([json.dumps([one.as_json() for one in found], indent=2)])
            return DONE
        lines = [_line(one) for one in found]
        due = [one for one in found if one.is_due]
        if not due:
            lines.append("Nothing is due to be removed.")
        else:
            lines.append("To remove one: plo-tui retention --purge CASE --confirmed-by NAME")
        say([DEMO, *lines] if store.demo else lines)
    return DONE


def _line(one: Removable) -> str:
    return f"{one.reference}: last changed {day_text(one.changed_on)}. {one.why}"


def _purge(asked: Namespace, store: OpenStore, found: Sequence[Removable]) -> int:
    """Remove the record of a case that is listed.

    Raises:
        Refused: where it is not listed, or nobody is named.
    """
    from plo_tui.store.verbs.purging import purge

    if not asked.confirmed_by:
        raise Refused("Say who confirmed it, by name: --confirmed-by NAME. Nothing was removed.")
    wanted = asked.purge.strip().casefold()
    due = next((one for one in found if one.is_due and one.reference.casefold() == wanted), None)
    if due is None:
        raise Refused(
            f"{asked.purge} is not due to be removed. See what is with: plo-tui retention"
        )
    store.do(purge, due.case_id, asked.purge, asked.confirmed_by, due.lines)
    say([f"The record of {due.reference} was removed, confirmed by {asked.confirmed_by}."])
    store.finish_purging()
    say(
        [
            "Its journal keeps a line without content for each change.",
            "The automatic backups were replaced.",
            "Backups and documents that you wrote yourself are yours to delete.",
        ]
    )
    return DONE
