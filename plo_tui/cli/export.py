"""Writing documents for Word: the minutes, and the plan for the family, whole or cut for one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from agenda.words import GivenDocument
from plo_tui.cli import DONE
from plo_tui.cli.at_desk import desk_of
from plo_tui.cli.open_store import meeting_of, opened
from plo_tui.cli.printing import say
from plo_tui.store.problems import Refused

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence

    from agenda.edition import Edition
    from agenda.pack import Envelope
    from agenda.papers import Papers


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
    """Write a document of the meeting that is asked for, and keep to whom it is given out.

    Raises:
        Refused: where the whole would go to a parent whose copy lacks anything.
    """
    from agenda.given_out import own_copy
    from agenda.pack import envelopes_of
    from agenda.printed import printed_edition
    from plo_tui.giving_out import write_given_out
    from plo_tui.pack_documents import PackLook, printed_copy, write_copy
    from plo_tui.store.reading.edition import edition_of
    from plo_tui.store.reading.papers import read_papers

    desk = desk_of(asked)
    with opened(desk) as store:
        case = store.case(asked.case)
        meeting = meeting_of(case, asked.meeting)
        papers = store.read(read_papers, case.case_id, meeting.meeting_id, desk.policy)
        edition = edition_of(papers)
        template = asked.template or desk.settings.template
        envelopes = envelopes_of(papers, edition) if asked.to else ()
        copy = _copy(asked, papers, edition, envelopes)
        if copy:
            look = PackLook(desk.today(), desk.policy, draft=getattr(asked, "draft", False))
            printed, to = printed_copy(copy, what, meeting.meeting_id), copy.to
            writes = partial(write_copy, papers, copy, what, look, asked.output, template)
        else:
            printed = printed_edition(what, edition, meeting.meeting_id)
            to = asked.to or own_copy(store.me().name)
            writes = partial(write, edition, asked.output, template=template)
        write_given_out(store.do, case.case_id, printed, to, writes)
    minutes = edition.minutes
    about = f"{minutes.reference}, meeting {minutes.number}, version {minutes.version}"
    cut = f", cut for {copy.recipient.name}" if copy else ""
    say([f"{called} of {about}{cut} ({edition.stands}): {asked.output}"])
    return DONE


def _copy(
    asked: Namespace, papers: Papers, edition: Edition, envelopes: Sequence[Envelope]
) -> Envelope | None:
    """Return whose copy is meant by `--to`; None for the whole.

    Raises:
        Refused: where the whole would go to whom something is kept from, or it cannot be told.
    """
    from agenda.copy_named import copy_meant, is_to_the_family, why_not_whole

    named, whole = asked.to or "", getattr(asked, "whole", False)
    copy = copy_meant(papers, envelopes, named)
    if copy and not whole:
        return copy
    why = why_not_whole(papers, edition, envelopes, named)
    if why and (not whole or is_to_the_family(papers, named)):
        raise Refused(f"{why} Leave --whole out." if copy else why)
    return None
