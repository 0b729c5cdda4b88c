"""Cutting by person: nothing of whoever the reader is kept apart from, or has no part in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agenda.cutting_children import is_about_others, own_initials, their_initials
from agenda.named import first_names, names_somebody
from agenda.own_times import NOT_SET

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.copy_for import Reader
    from agenda.minuted_decision import MinutedDecision
    from agenda.minuted_plan import MinutedInstruction, MinutedLine
    from agenda.minutes import Attendee, MinutedDate, MinutedNetwork, MinutedSitting


def is_away(name: str, reader: Reader) -> bool:
    """Whether something with a name to it is a matter of somebody who is none of the reader's."""
    return names_somebody(name, reader.away)


def names_away(text: str, reader: Reader) -> bool:
    """Whether words that somebody typed name one who is none of theirs, by first name too."""
    return names_somebody(text, reader.away + first_names(reader.away))


def is_line_of_others(owner: str, texts: Iterable[str], reader: Reader, *, is_limit: bool) -> bool:
    """Whether a line of the plan is the own matter of somebody who is none of the reader's.

    It is where they do it; and where we do it with whom the reader is kept apart from, such as an
    assessment of theirs. What the reader has to keep to, a bottom line above all, names them too.

    Args:
        owner: who does it.
        texts: what is done, with its parts.
        reader: whose copy it is.
        is_limit: whether it is a bottom line.
    """
    if is_away(owner, reader):
        return True
    if is_limit or owner in reader.own_names:
        return False
    text = "\n".join(texts)
    return names_somebody(text, reader.apart + first_names(reader.apart)) and not names_somebody(
        text, reader.own_names + first_names(reader.own_names)
    )


def sitting_is_apart(sitting: MinutedSitting, reader: Reader) -> bool:
    """Whether a sitting was without the reader, and with somebody who is none of theirs."""
    if sitting.number in reader.sittings or not reader.away:
        return False
    there = (*(one.name for one in sitting.present), *(one.name for one in sitting.breaks))
    return names_away(sitting.called, reader) or any(is_away(name, reader) for name in there)


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
        child_benefit="" if is_about_others(line.child_benefit, reader) else line.child_benefit,
        goal="" if is_about_others(line.goal, reader) else line.goal,
        answers=tuple(one for one in line.answers if not is_away(one.name, reader)),
    )


def cut_instruction(instruction: MinutedInstruction, reader: Reader) -> MinutedInstruction:
    """Return a letter of instruction without questions on others' children, or others' answers."""
    return replace(
        instruction,
        questions=tuple(one for one in instruction.questions if not is_about_others(one, reader)),
        answers=tuple(one for one in instruction.answers if not is_away(one.name, reader)),
    )


def cut_network(network: MinutedNetwork | None, reader: Reader) -> MinutedNetwork | None:
    """Return who could help, without others' relatives; None where others gave the answer."""
    if network is None or names_away(network.answered_by, reader):
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


def own_date(row: MinutedDate, reader: Reader) -> MinutedDate:
    """Return a date with the reader's own time and place, where they are told no other.

    A date without a time or a place is no meeting's, and is everybody's.
    """
    own = next((one for one in reader.own_times if (one.what, one.on) == (row.what, row.on)), None)
    if own:
        return replace(row, at=own.at, place=own.place)
    if reader.comes_alone and (row.at or row.place):
        return replace(row, at="", place=NOT_SET)
    return row
