"""Cutting by person: nothing of whoever the reader is kept apart from, or has no part in."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from agenda.cutting_children import own_initials, their_initials

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.copy_for import Reader
    from agenda.minuted_decision import MinutedDecision
    from agenda.minuted_plan import MinutedLine
    from agenda.minutes import Attendee, MinutedNetwork, MinutedSitting


def names_somebody(text: str, names: Iterable[str]) -> bool:
    """Whether a text has one of some names in it, as whole words."""
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names if name)


def is_away(name: str, reader: Reader) -> bool:
    """Whether something with a name to it is a matter of somebody who is none of the reader's."""
    return names_somebody(name, reader.away)


def sitting_is_apart(sitting: MinutedSitting, reader: Reader) -> bool:
    """Whether a sitting was without the reader, and with somebody who is none of theirs."""
    if sitting.number in reader.sittings or not reader.away:
        return False
    there = (*(one.name for one in sitting.present), *(one.name for one in sitting.breaks))
    return any(is_away(name, reader) for name in (*there, sitting.called))


def cut_sitting(sitting: MinutedSitting, reader: Reader) -> MinutedSitting:
    """Return a sitting without what is others' own in it: their breaks, and why they stayed away.

    Whoever was in the room with the reader stands there.
    """
    return replace(
        sitting,
        present=tuple(_attendee(one, reader) for one in sitting.present),
        apologies=_others_left_out(sitting.apologies, reader),
        absent=_others_left_out(sitting.absent, reader),
        breaks=tuple(one for one in sitting.breaks if not is_away(one.name, reader)),
    )


def _attendee(one: Attendee, reader: Reader) -> Attendee:
    return replace(one, role=_role(one.role, reader))


def _role(role: str, reader: Reader) -> str:
    """Return `mother of JC; step-parent of MC` with the reader's children alone."""
    return "; ".join(filter(None, (own_initials(part, reader) for part in role.split("; "))))


def _others_left_out(names: tuple[str, ...], reader: Reader) -> tuple[str, ...]:
    kept = [name for name in names if not is_away(name, reader)]
    return tuple(own_initials(name, reader) or name.partition(" (")[0] for name in kept)


def cut_line(line: MinutedLine, reader: Reader, worries: set[int]) -> MinutedLine:
    """Return a line of the plan with the reader's children, and without others' own answers.

    Args:
        line: a line that stands in the copy.
        reader: whose copy it is.
        worries: the numbers of the worries that stand in the copy.
    """
    return replace(
        line,
        children=their_initials(line.children, reader),
        concern=line.concern if line.concern in worries else None,
        answers=tuple(one for one in line.answers if not is_away(one.name, reader)),
    )


def cut_network(network: MinutedNetwork | None, reader: Reader) -> MinutedNetwork | None:
    """Return who could help, without others' relatives; None where others gave the answer."""
    if network is None or is_away(network.answered_by, reader):
        return None
    return replace(
        network,
        helpers=tuple(
            replace(one, relation=_role(one.relation, reader))
            for one in network.helpers
            if not is_away(one.name, reader)
        ),
    )


def cut_decision(decision: MinutedDecision, reader: Reader) -> MinutedDecision:
    """Return a decision for the reader's child without others' views of it."""
    views = tuple(one for one in decision.views if not is_away(one.name, reader))
    return replace(decision, views=views)
