"""The minutes in plain lines: for `plo-tui show`, and for anyone who listens to a screen."""

from __future__ import annotations

from itertools import cycle
from string import ascii_lowercase
from typing import TYPE_CHECKING

from agenda.consent_words import consent_words
from agenda.day_names import day_text
from agenda.plain_decisions import decision_parts, which_way
from agenda.words import EntryKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from agenda.minuted_plan import MinutedInstruction, MinutedLine
    from agenda.minutes import (
        MinutedAdvice,
        MinutedChild,
        MinutedConcern,
        MinutedNetwork,
        MinutedSitting,
        Minutes,
        Paragraph,
    )

_SAID_BY_PLACE = frozenset(
    {EntryKind.NOTE, EntryKind.VIEW, EntryKind.DOCUMENT, EntryKind.CONSEQUENCE}
)
"""Kinds that need no word of their own: the heading above the paragraph says them."""


def plain_lines(minutes: Minutes) -> list[str]:
    """Return the minutes in the order they are printed, a line for each thing said.

    No line holds a newline. An empty line stands before each heading, and a part with nothing
    in it is left out.
    """
    reason = f": {minutes.version_reason}" if minutes.version_reason else ""
    lines = [
        f"{minutes.title}. Case {minutes.reference}. Children: {minutes.initials}.",
        f"Meeting {minutes.number}, {day_text(minutes.on)}. Version {minutes.version}{reason}.",
        f"Chair: {minutes.chair}. Minutes taken by: {minutes.minute_taker}.",
        "These minutes are a fair record, not word for word.",
    ]
    for heading, said in _parts(minutes):
        under = list(said)
        lines += ["", heading, *under] if under else []
    return [line for words in lines for line in words.split("\n")]


def _parts(minutes: Minutes) -> Iterator[tuple[str, Iterable[str]]]:
    """Give each heading with what stands under it, in the order printed."""
    yield "Children", (line for child in minutes.children for line in _child(child))
    for sitting in minutes.sittings:
        called = f", {sitting.called}" if sitting.called else ""
        yield f"Sitting {sitting.number}{called}: who was there", sitting_lines(sitting)
    yield "What people need to take part", minutes.adjustments
    yield "Letter and legal advice", map(_advice, minutes.advice)
    yield "Documents tabled", map(paragraph_line, minutes.documents)
    for concern in minutes.concerns:
        yield f"Concern {concern.number}: {concern.heading}", _concern(concern)
    for section in (*minutes.sections, *minutes.views):
        yield section.heading, map(paragraph_line, section.paragraphs)
    yield "Family and friends who can help", _network(minutes.network) if minutes.network else ()
    yield (
        "Consents",
        (
            _line_of(
                f"{row.name}, {row.purpose}: {consent_words(row)}",
                _dated("taken back on", row.taken_back_on),
                row.note,
            )
            for row in minutes.consents
        ),
    )
    for letter in minutes.instructions:
        yield f"Letter of instruction to {letter.expert}", _instruction(letter)
    yield "What became of the plan", filter(None, map(_outcome, minutes.plan))
    yield "Which way things have gone", which_way(minutes)
    yield from decision_parts(minutes.decisions)
    for line in minutes.plan:
        ended = f", {line.finished}" if line.finished else ""
        yield f"Plan, line {line.number}: {line.kind}, {line.state}{ended}", _plan_line(line)
    yield "Consequences explained", map(paragraph_line, minutes.consequences)
    yield (
        "Dates",
        (
            _line_of(f"{row.what}: {day_text(row.on)}", row.at, row.place, row.note)
            for row in minutes.dates
        ),
    )
    yield "Recorded reasons", minutes.reasons
    yield "Who receives these minutes", minutes.circulation


def _child(child: MinutedChild) -> Iterator[str]:
    yield _line_of(
        f"{child.full_name} ({child.initials})",
        _dated("born", child.born_on) or _dated("due", child.due_on),
        child.legal_status,
        _dated(f"{child.plan} since", child.plan_since) or child.plan,
        _dated("next conference", child.next_conference),
    )
    for line in child.parental_responsibility:
        yield f"Parental responsibility for {child.initials}: {line}"


def sitting_lines(sitting: MinutedSitting) -> Iterator[str]:
    """Give who was there in one sitting, a line for each person."""
    ended = f" to {sitting.ended}" if sitting.ended else ", not ended"
    yield _line_of(day_text(sitting.on), f"{sitting.began}{ended}", sitting.place)
    for pause in sitting.pauses:
        yield f"Pause {pause}."
    for person in sitting.present:
        yield _line_of(
            f"{person.name}, {person.role}, {person.attending}",
            person.represents,
            f"arrived {person.arrived}" if person.arrived else "",
            f"left {person.left}" if person.left else "",
        )
    for name in sitting.apologies:
        yield f"Apologies: {name}."
    for name in sitting.absent:
        yield f"Absent: {name}."
    for row in sitting.breaks:
        answer = {True: "taken", False: "not taken", None: "no answer recorded"}[row.taken]
        times = f"{row.began} to {row.ended or 'not ended'}" if row.began else ""
        yield _line_of(f"Private advice offered to {row.name}, {row.offered}: {answer}", times)


def _advice(advice: MinutedAdvice) -> str:
    choice = f"{advice.choice}: {advice.choice_reason}" if advice.choice else ""
    return _line_of(
        f"{advice.name}: legal advice {advice.advised}",
        _dated("letter received", advice.letter_received_on) or "letter date not recorded",
        f"solicitor: {advice.represented_by or 'none'}",
        "doubt about capacity" if advice.capacity_doubt else "",
        f"choice: {choice}" if choice else "",
    )


def _concern(concern: MinutedConcern) -> Iterator[str]:
    yield from filter(None, (concern.summary, concern.since))
    if concern.children:
        yield f"About {', '.join(concern.children)}."
    for on, text in concern.examples:
        yield f"Example, {day_text(on)}: {text}"
    yield from map(paragraph_line, concern.paragraphs)


def paragraph_line(paragraph: Paragraph) -> str:
    """Return a numbered paragraph: when, who, which kind, what was said."""
    kind = "" if paragraph.kind in _SAID_BY_PLACE else str(paragraph.kind)
    about = f"about {', '.join(paragraph.children)}" if paragraph.children else ""
    who = ", ".join(filter(None, (paragraph.speaker, kind, about)))
    text = f"“{paragraph.text}”" if paragraph.verbatim else paragraph.text
    told = f" Told: {'; '.join(paragraph.told)}." if paragraph.told else ""
    above = f"{paragraph.sitting_line}:\n" if paragraph.sitting_line else ""
    said = f"{who}{': ' if who else ''}{text}{told}"
    return f"{above}{paragraph.number}. {paragraph.time} {said}"


def _instruction(letter: MinutedInstruction) -> Iterator[str]:
    line = f"line {letter.line} of the plan" if letter.line else ""
    drafted, report = _dated("drafted", letter.drafted_on), _dated("report by", letter.report_by)
    if said := [fact for fact in (letter.field, line, drafted, report) if fact]:
        yield _line_of(*said)
    for question in letter.questions:
        yield f"Question: {question}"
    for answer in letter.answers:
        yield _line_of(f"{answer.name}: {answer.answer}", answer.conditions)


def _network(network: MinutedNetwork) -> Iterator[str]:
    yield _line_of(
        f"Family group decision making: {network.answer}",
        _dated("offered", network.offered_on) or "no offer recorded",
        f"answered by {network.answered_by}" if network.answered_by else "",
        _dated("names by", network.names_by),
    )
    for person in network.helpers:
        yield _line_of(
            f"{person.name}, {person.relation}",
            person.help,
            "could care for the children" if person.could_care else "",
            _dated("viability by", person.viability_by),
        )


def _plan_line(line: MinutedLine) -> Iterator[str]:
    """Give a line of the plan: what, the parts, then each fact that is known with its name."""
    yield line.what
    for letter, part in zip(cycle(ascii_lowercase), line.parts, strict=False):
        yield f"{letter}. {part}"
    week = f" (week {line.due_week})" if line.due_week else ""
    facts = {
        "Who": line.owner,
        "Helped by": line.helper,
        "Our support": line.support,
        "How we will know": line.measure,
        "What it does for the child": line.child_benefit,
        "Starts": _dated("", line.starts),
        "Due": _dated("", line.due) and f"{_dated('', line.due)}{week}",
        "How often": line.rhythm,
        "Until": _dated("", line.until),
        "Sessions": str(line.sessions or ""),
        "What follows if not": line.consequence,
        "If it does not work": line.contingency,
        "Concern": str(line.concern or ""),
        "For": ", ".join(line.children),
        "Child protection plan goal": line.goal,
        "Drafted as": line.drafted_as,
        "Date after the window, reason": line.exception,
    }
    for name, fact in facts.items():
        if fact:
            yield f"{name}: {fact}"
    for answer in line.answers:
        yield _line_of(f"{answer.name}: {answer.answer}", answer.conditions)


def _line_of(*facts: str) -> str:
    """Return the facts that are known in one sentence."""
    return f"{', '.join(filter(None, facts)).rstrip('.')}."


def _dated(what: str, day: date | None) -> str:
    return f"{what} {day_text(day)}".strip() if day else ""


def _outcome(line: MinutedLine) -> str:
    """What a review found of a line; nothing where it found nothing."""
    if line.outcome is None:
        return ""
    found = line.outcome
    help_came = f"our help: {found.help_came}" if found.help_came else ""
    why = f"what stopped it: {found.why}" if found.why else ""
    return _line_of(
        f"Line {line.number}, {line.what}: {found.outcome}",
        found.evidence,
        why,
        " ".join(filter(None, (help_came, found.help_note))),
    )
