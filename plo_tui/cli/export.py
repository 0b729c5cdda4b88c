"""Writing documents for Word: the minutes, and the plan for the family."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from agenda.words import GivenDocument
from plo_tui.cli import DONE
from plo_tui.cli.at_desk import desk_of
from plo_tui.cli.open_store import meeting_of, opened
from plo_tui.cli.printing import say

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable


def export_minutes(asked: Namespace) -> int:
    """Write a meeting's minutes; those not approved only where the marked draft is asked for."""
    from exports.minutes import write_minutes

    write = partial(write_minutes, draft=asked.draft)
    return _export(asked, GivenDocument.MINUTES, "The minutes", write)


def export_plan(asked: Namespace) -> int:
    """Write the plan for the family, marked as a draft until the minutes are approved."""
    from exports.family_plan import write_family_plan

    return _export(asked, GivenDocument.FAMILY_PLAN, "The plan", write_family_plan)


def _export(asked: Namespace, what: GivenDocument, called: str, write: Callable[..., None]) -> int:
    """Write a document of the meeting that is asked for, and keep to whom it is given out."""
    from agenda.given_out import own_copy
    from agenda.printed import printed_edition
    from plo_tui.giving_out import write_given_out
    from plo_tui.store.reading.edition import read_edition

    desk = desk_of(asked)
    with opened(desk) as store:
        case = store.case(asked.case)
        meeting = meeting_of(case, asked.meeting)
        edition = store.read(read_edition, case.case_id, meeting.meeting_id)
        to = asked.to or own_copy(store.me().name)
        printed = printed_edition(what, edition, meeting.meeting_id)
        template = asked.template or desk.settings.template
        writes = partial(write, edition, asked.output, template=template)
        write_given_out(store.do, case.case_id, printed, to, writes)
    minutes = edition.minutes
    about = f"{minutes.reference}, meeting {minutes.number}, version {minutes.version}"
    say([f"{called} of {about} ({edition.stands}): {asked.output}"])
    return DONE
