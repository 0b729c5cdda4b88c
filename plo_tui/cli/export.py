"""Writing documents for Word: the minutes, and the plan for the family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plo_tui.cli import DONE
from plo_tui.cli.at_desk import desk_of
from plo_tui.cli.open_store import meeting_of, opened
from plo_tui.cli.printing import say

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from agenda.edition import Edition


def export_minutes(asked: Namespace) -> int:
    """Write a meeting's minutes; those not approved only where the marked draft is asked for."""
    from exports.minutes import write_minutes

    edition, template = _edition(asked)
    write_minutes(edition, asked.output, template=template, draft=asked.draft)
    return _written("The minutes", edition, asked.output)


def export_plan(asked: Namespace) -> int:
    """Write the plan for the family, marked as a draft until the minutes are approved."""
    from exports.family_plan import write_family_plan

    edition, template = _edition(asked)
    write_family_plan(edition, asked.output, template=template)
    return _written("The plan", edition, asked.output)


def _edition(asked: Namespace) -> tuple[Edition, Path | None]:
    """Return the minutes that are asked for, and the template they are written on."""
    from plo_tui.store.reading.edition import read_edition

    desk = desk_of(asked)
    with opened(desk) as store:
        case = store.case(asked.case)
        meeting = meeting_of(case, asked.meeting)
        edition = store.read(read_edition, case.case_id, meeting.meeting_id)
    return edition, asked.template or desk.settings.template


def _written(what: str, edition: Edition, to: Path) -> int:
    minutes = edition.minutes
    about = f"{minutes.reference}, meeting {minutes.number}, version {minutes.version}"
    say([f"{what} of {about} ({edition.state.in_words}): {to}"])
    return DONE
