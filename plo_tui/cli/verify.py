"""Verifying a store: whether it is whole, and whether a printed seal stands in it."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from agenda.london import instant_text
from agenda.seals import GROUP, LEAST, as_typed, in_groups
from plo_tui.cli import DONE, REFUSED
from plo_tui.cli.at_desk import desk_of
from plo_tui.cli.open_store import opened
from plo_tui.cli.printing import say
from plo_tui.store.problems import Refused

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from plo_tui.store.verifying.fault import FoundSeal, Verified

_NOT_FOUND = (
    "Not found: the record was cut or rebuilt since that copy was made, or the seal was mistyped."
)


def verify_store(asked: Namespace) -> int:
    """Verify every page, journal line, record and approval; or look up a seal."""
    if asked.seal:
        return _look_up(asked)
    from plo_tui.store.verifying.whole import verify

    with opened(desk_of(asked)) as store:
        found = store.read(verify)
    say([json.dumps(_as_json(found), indent=2)] if asked.json else _lines(found))
    return REFUSED if found.faults else DONE


def _look_up(asked: Namespace) -> int:
    from plo_tui.store.verifying.whole import find_seal

    typed = as_typed(" ".join(asked.seal))
    if not typed:
        raise Refused(
            f"This is no seal. Type it as the document prints it, in groups of {GROUP}: the whole "
            f"of it, or at least its first {LEAST // GROUP} groups."
        )
    with opened(desk_of(asked)) as store:
        found = store.read(find_seal, typed)
    if asked.json:
        say([json.dumps(_seal_as_json(found), indent=2)])
    else:
        say(_seal_lines(found))
    return DONE if found and not found.faults else REFUSED


def _lines(found: Verified) -> Iterator[str]:
    """Give each fault; or that the store is whole, and the head of each case."""
    if found.faults:
        yield from (fault.sentence for fault in found.faults)
        return
    cases = len(found.cases)
    yield (
        f"Whole: {_count(found.pages, 'page')}, {_count(found.lines, 'journal line')} in "
        f"{_count(cases, 'case')}, {_count(found.approvals, 'approval')}."
    )
    for head in found.cases:
        yield f"Head of {head.case}: {in_groups(head.seal)}."


def _seal_lines(found: FoundSeal | None) -> Iterator[str]:
    if found is None:
        yield _NOT_FOUND
        return
    at = instant_text(found.at)
    verb = found.verb.replace("_", " ")
    yield f"Found: {found.case}, journal line {found.line}, {at} ({verb})."
    if found.faults:
        yield "But that journal is not whole:"
        yield from (fault.sentence for fault in found.faults)


def _as_json(found: Verified) -> dict[str, object]:
    return {
        "whole": not found.faults,
        "faults": [asdict(fault) for fault in found.faults],
        "pages": found.pages,
        "journal_lines": found.lines,
        "approvals": found.approvals,
        "heads": [asdict(head) for head in found.heads],
    }


def _seal_as_json(found: FoundSeal | None) -> dict[str, object]:
    if found is None:
        return {"found": False}
    return {"found": True, **asdict(found), "at": found.at.isoformat()}


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
