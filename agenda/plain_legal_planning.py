"""The record of a legal planning meeting in plain lines, for its own screen alone."""

from __future__ import annotations

from itertools import cycle
from string import ascii_lowercase
from typing import TYPE_CHECKING

from agenda.day_names import day_text
from agenda.plain_minutes import paragraph_line, sitting_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agenda.legal_planning_minutes import DraftedLine, LegalPlanningRecord

_CHOSEN = {True: "chosen", False: "not chosen", None: ""}


def legal_planning_lines(record: LegalPlanningRecord) -> list[str]:
    """Return the record in the order it is printed, a line for each thing said.

    No line holds a newline. An empty line stands before each heading, and a part with nothing
    in it is left out.
    """
    reason = f": {record.version_reason}" if record.version_reason else ""
    whose = f"Case {record.reference}. Children: {record.initials}."
    lines = [
        f"Legal planning meeting, {day_text(record.on)}. {whose}",
        f"Held {record.purpose}. Version {record.number}{reason}.",
        f"Chair: {record.chair}. Minutes taken by: {record.minute_taker}.",
        "Privileged and confidential: for the authority and its lawyers alone.",
    ]
    for heading, said in _parts(record):
        under = [words for words in said if words]
        lines += ["", heading, *under] if under else []
    return [line for words in lines for line in words.split("\n")]


def _parts(record: LegalPlanningRecord) -> Iterator[tuple[str, Iterable[str]]]:
    """Give each heading with what stands under it, in the order printed."""
    yield "The outcome", _outcome(record)
    yield "Before the meeting", (f"{name}: {words}" for name, words in record.readiness)
    for sitting in record.sittings:
        yield f"Sitting {sitting.number}: who was there", sitting_lines(sitting)
    yield "What worries us", record.worries
    yield "Options considered", (_joined(row.option, row.considered) for row in record.options)
    yield "The draft plan", (words for line in record.draft_plan for words in _line(line))
    yield "Assessments and experts", _assessments(record)
    yield "The timetable", _timetable(record)
    for section in record.sections:
        yield section.heading, map(paragraph_line, section.paragraphs)
    yield "Recorded reasons", record.exceptions


def _outcome(record: LegalPlanningRecord) -> Iterator[str]:
    by = f" By {day_text(record.information_by)}." if record.information_by else ""
    told = (
        ("Decided", str(record.outcome) if record.outcome else "nothing yet"),
        ("Reasons", record.reasons),
        ("Working with the family outside court", record.plo_considered),
        ("Why the family cannot be worked with outside court", record.why_not_outside),
        ("In the legal advice", record.in_legal_advice),
        ("More information", f"{record.information}{by}" if record.information else ""),
        ("Not effective", record.not_effective_why),
    )
    return (f"{name}: {words}" for name, words in told if words)


def _line(line: DraftedLine) -> Iterator[str]:
    facts = ", ".join(filter(None, (line.kind, line.owner, line.when)))
    yield f"{line.number}. {line.what} ({facts})"
    for letter, part in zip(cycle(ascii_lowercase), line.parts, strict=False):
        yield f"   {letter}. {part}"


def _assessments(record: LegalPlanningRecord) -> Iterator[str]:
    if found := record.assessor:
        when = f" on {day_text(found.asked_on)}" if found.asked_on else ""
        answer = f": {found.answer}" if found.answer else ""
        yield f"Court Team asked: {found.asked or 'nobody named'}{when}{answer}"
        form = "in the agreed format" if found.agreed_format else "format not recorded"
        yield f"Parenting assessment: {found.name or 'nobody named'}, {form}"
    for row in record.experts:
        yield _joined(
            row.expert, ", ".join(filter(None, (row.field, row.answer, _CHOSEN[row.chosen])))
        )


def _timetable(record: LegalPlanningRecord) -> Iterator[str]:
    if (planned := record.initial_meeting) and planned.on:
        at = f" at {planned.at}" if planned.at else ""
        place = f", {planned.place}" if planned.place else ""
        yield f"Initial meeting: {day_text(planned.on)}{at}{place}"


def _joined(name: str, words: str) -> str:
    return f"{name}: {words}" if words else name
