"""A plan line typed in one go: what the store is given, and how it was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.described_dates import describe_date
from agenda.minuting_words import in_a_row
from agenda.smart_needs import needs_of
from plo_tui.store.problems import Refused
from plo_tui.widgets.capture_words import LINES
from plo_tui.widgets.shown import shorten

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from agenda import records
    from agenda.papers import Papers
    from agenda.working_days import WorkingDays
    from plo_tui.store.verbs.planning import LineValues
    from plo_tui.widgets.quick_capture import Capture

_SHOWN = 60
"""How many characters of what follows are repeated; the rest stands in the plan."""


def line_values(said: Capture, papers: Papers, read_day: Callable[[str], date]) -> LineValues:
    """Return what a typed line says, for the plan.

    Raises:
        Refused: a date that cannot be read, or a worry that is not there.
    """
    fields = said.fields
    values: LineValues = {
        "kind": LINES[said.word],
        "what": said.text,
        "measure": fields.known_by,
        "support": fields.help,
        "rhythm": fields.rhythm,
        "sessions": fields.sessions,
        "consequence": fields.consequence,
    }
    if fields.owner:
        owner = papers.staff_or_person(fields.owner)
        values["owner_staff_id"], values["owner_person_id"] = owner
    if fields.by:
        values["due"] = read_day(fields.by)
    if fields.until:
        values["until"] = read_day(fields.until)
    if fields.worry is not None:
        concern = next((c for c in papers.concerns if c.position == fields.worry), None)
        if concern is None:
            raise Refused(f"There is no worry {fields.worry}. Number it as the worries are.")
        values["concern_id"] = concern.id
    return values


def line_children(said: Capture, papers: Papers) -> list[UUID]:
    """Return the children a typed line names; all of them where it names none."""
    meant = [child.id for child in papers.children if child.initials in said.fields.children]
    return meant or [child.id for child in papers.children]


def understood(line: records.PlanLine, papers: Papers, days: WorkingDays) -> str:
    """Return how a typed line was understood, and what it still has to say."""
    parts = [
        describe_date(line.due, papers.window, days) if line.due else "",
        papers.name(line.owner_staff_id, line.owner_person_id),
        line.rhythm,
        _sessions(line.sessions),
        f"until {describe_date(line.until, papers.window, days)}" if line.until else "",
        f"what follows: {shorten(line.consequence, _SHOWN)}" if line.consequence else "",
    ]
    told = " · ".join(part for part in parts if part)
    number = f"Line {line.number}"
    missing = [
        finding.sentence.removeprefix(f"{number} ").partition(".")[0]
        for finding in needs_of(line, papers, "")
    ]
    lacks = f" It {in_a_row(missing)}." if missing else ""
    return f"{number} is in the plan{f': {told}' if told else ''}.{lacks}"


def _sessions(number: int | None) -> str:
    return "" if number is None else f"{number} session{'' if number == 1 else 's'}"
