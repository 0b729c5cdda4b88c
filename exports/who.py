"""The children, who took part in which part, and each parent's letter and legal advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.words import Attending, YesNo
from exports.wordml import body, cell, heading, labelled, lead_in, points, run, table
from exports.words import listed, long_date, sentence, short_date

if TYPE_CHECKING:
    from agenda.minutes import (
        Attendee,
        MinutedAdvice,
        MinutedBreak,
        MinutedChild,
        MinutedSitting,
        Minutes,
    )

NONE_RECORDED = "None recorded."

_ADVICE = {
    YesNo.YES: "Advice taken",
    YesNo.NO: "No advice taken",
    YesNo.NOT_ASKED: "Not asked",
}
_HOW = {
    Attending.IN_THE_ROOM: "In the room",
    Attending.BY_VIDEO: "Remote, by video",
    Attending.BY_TELEPHONE: "Remote, by telephone",
}


def children(family: tuple[MinutedChild, ...]) -> str:
    """Return each child: name, birth or due date, status, plan, who has responsibility."""
    return heading(1, "The children") + table(
        "The children",
        "Each row is one child: name, date of birth or due date, legal status, plan, "
        "next conference and who has parental responsibility.",
        [
            ("Child", 18),
            ("Born or due", 16),
            ("Legal status", 14),
            ("Plan", 17),
            ("Next conference", 17),
            ("Parental responsibility", 23),
        ],
        [_child(child) for child in family],
    )


def _child(child: MinutedChild) -> tuple[str, ...]:
    born = short_date(child.born_on) if child.born_on else ""
    due = f"Due {short_date(child.due_on)}" if child.due_on else ""
    since = f"Since {short_date(child.plan_since)}" if child.plan_since else ""
    conference = short_date(child.next_conference) if child.next_conference else "None recorded"
    return (
        cell(child.full_name, f"({child.initials})" if child.initials else ""),
        cell(born or due or "Not recorded"),
        cell(sentence(child.legal_status)),
        cell(sentence(child.plan), since),
        cell(conference),
        cell(*child.parental_responsibility) or cell("Not recorded"),
    )


def attendance(minutes: Minutes) -> str:
    """Return who took part in each sitting, for which part, and what helped them to."""
    many = len(minutes.sittings) > 1
    adjustments = (
        lead_in("Interpreter and adjustments:") + points(minutes.adjustments)
        if minutes.adjustments
        else labelled("Interpreter and adjustments", NONE_RECORDED)
    )
    return (
        heading(1, "Who took part")
        + "".join(_sitting(sitting, many) for sitting in minutes.sittings)
        + adjustments
    )


def _sitting(sitting: MinutedSitting, is_one_of_many: bool) -> str:
    called = f", {sitting.called}" if sitting.called else ""
    title = f"Sitting {sitting.number}{called}: {long_date(sitting.on)}"
    return (
        (
            heading(2, title)
            if is_one_of_many
            else labelled("Date", long_date(sitting.on), "PLOLeadIn")
        )
        + labelled("Sitting", "" if is_one_of_many else sentence(sitting.called), "PLOLeadIn")
        + labelled("Start and end", _hours(sitting.began, sitting.ended), "PLOLeadIn")
        + labelled("Pause", listed(sitting.pauses), "PLOLeadIn")
        + labelled("Place", sitting.place, "PLOLeadIn")
        + table(
            title if is_one_of_many else "Present",
            "Each row is one person: name and role, how they took part, for whom they act, "
            "and for which part they were there.",
            [
                ("Present", 25),
                ("Role", 24),
                ("How", 16),
                ("For whom", 18),
                ("Which part", 17),
            ],
            [_attendee(person) for person in sitting.present],
        )
        + labelled("Apologies", listed(sitting.apologies) or NONE_RECORDED)
        + labelled("Invited and not present", listed(sitting.absent))
        + _breaks(sitting.breaks)
    )


def _attendee(person: Attendee) -> tuple[str, ...]:
    came = f"from {person.arrived}" if person.arrived else ""
    went = f"until {person.left}" if person.left else ""
    part = sentence(" ".join(filter(None, (came, went)))) or "Throughout"
    return (
        cell(person.name),
        cell(sentence(person.role)),
        cell(_HOW[person.attending]),
        cell(sentence(person.represents)),
        cell(part),
    )


def _hours(began: str, ended: str) -> str:
    if began and ended:
        return f"{began} to {ended}"
    return f"{began or 'not recorded'} to {ended or 'not recorded'}"


def _breaks(breaks: tuple[MinutedBreak, ...]) -> str:
    if not breaks:
        return labelled("Private advice breaks", NONE_RECORDED)
    return lead_in("Private advice breaks:") + points(map(_break, breaks))


def _break(pause: MinutedBreak) -> str:
    offered = f"{pause.name}: offered" + (f" at {pause.offered}" if pause.offered else "")
    if pause.taken is None:
        return f"{offered}; answer not recorded"
    if not pause.taken:
        return f"{offered}, not taken"
    hours = f", {_hours(pause.began, pause.ended)}" if pause.began or pause.ended else ""
    return f"{offered}, taken{hours}"


def advice(parents: tuple[MinutedAdvice, ...]) -> str:
    """Return each parent's letter, legal advice and, where one was needed, choice."""
    title = heading(1, "Letter and legal advice")
    if not parents:
        return title + body(run(NONE_RECORDED))
    return title + table(
        "Letter and legal advice",
        "Each row is one parent: the day the letter came, the advice they had, who represents "
        "them, and any choice they made about going on today.",
        [
            ("Parent", 19),
            ("Letter received", 18),
            ("Legal advice", 16),
            ("Represented by", 22),
            ("Choice made today", 25),
        ],
        [_advice(parent) for parent in parents],
    )


def _advice(parent: MinutedAdvice) -> tuple[str, ...]:
    letter = parent.letter_received_on
    doubt = "A doubt about capacity was raised." if parent.capacity_doubt else ""
    choice = f"{sentence(parent.choice)}." if parent.choice else ""
    reason = f"Reason: {parent.choice_reason}" if parent.choice_reason else ""
    return (
        cell(parent.name),
        cell(short_date(letter) if letter else "Not recorded"),
        cell(_ADVICE[parent.advised]),
        cell(parent.represented_by or "Nobody"),
        cell(doubt, choice, reason) or cell("None needed"),
    )
