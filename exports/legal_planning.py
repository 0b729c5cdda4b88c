"""The record of a legal planning meeting in Word: marked on every page, and kept apart.

It takes a value that no other exporter takes, and no other exporter takes this one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.seals import in_groups
from exports.document import Paper, made
from exports.page_marks import marks_of_legal_planning
from exports.safe_file import nothing_first, write_whole
from exports.said import numbered
from exports.who import NONE_RECORDED
from exports.wordml import (
    body,
    cell,
    facts,
    heading,
    labelled,
    lettered,
    paragraph,
    points,
    run,
    table,
)
from exports.words import listed, london, long_date, sentence, short_date

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from agenda.legal_planning_minutes import (
        Assessor,
        DraftedLine,
        LegalPlanningEdition,
        LegalPlanningRecord,
        RecordedExpert,
    )
    from agenda.minutes import Attendee, MinutedSitting

_CHOSEN = {True: "Chosen", False: "Not chosen", None: "Not decided"}


def write_legal_planning(
    edition: LegalPlanningEdition,
    to: Path,
    *,
    template: Path | None = None,
    first: Callable[[], None] = nothing_first,
) -> None:
    """Write a legal planning record as a Word document, with DRAFT across it until approved.

    Args:
        edition: the frozen record and where its approval stands.
        to: the file to write; one that is there is replaced, whole or not at all.
        template: an authority's own Word file (`.docx` or `.dotx`); our own look without one.
        first: done when the document is ready, before its file is written: what keeps to whom
            it is given.

    Raises:
        TemplateNotWord: where the template cannot be used.
        CannotWrite: where the file cannot be written; what was there before is left as it was.
    """
    title = f"LEGAL PLANNING, {edition.record.reference}"
    paper = Paper(marks_of_legal_planning(edition), title, _content(edition))
    write_whole(made(paper, template), to, first)


def _content(edition: LegalPlanningEdition) -> str:
    record = edition.record
    return "".join(
        (
            _opening(edition),
            _readiness(record),
            _people(record),
            _worries(record),
            _options(record),
            _outcome(record),
            _plan(record.draft_plan),
            _assessments(record.assessor, record.experts),
            _timetable(record),
            _said(record),
            heading(1, "Reasons recorded") + points(record.exceptions) if record.exceptions else "",
            _approval(edition),
        )
    )


def _opening(edition: LegalPlanningEdition) -> str:
    record = edition.record
    reason = f". Reason for this version: {record.version_reason}" if record.version_reason else ""
    return (
        paragraph("Title", run("Legal planning meeting: record"))
        + paragraph("Subtitle", run("Public Law Outline: before pre-proceedings"))
        + facts(
            "The meeting",
            "The case, the meeting, who chaired it, what it decided and where its record stands.",
            [
                ("Case reference", cell(record.reference)),
                ("Children", cell(record.initials)),
                ("Meeting", cell(f"Legal planning, {long_date(record.on)}")),
                ("Held", cell(sentence(record.purpose))),
                ("Chair", cell(record.chair)),
                ("Minute-taker", cell(record.minute_taker)),
                ("Outcome", cell(sentence(record.outcome) if record.outcome else NONE_RECORDED)),
                ("Not effective", cell(record.not_effective_why)),
                ("Version", cell(f"{record.number}{reason}")),
                ("Status", cell(edition.stands)),
            ],
        )
    )


def _readiness(record: LegalPlanningRecord) -> str:
    if not record.readiness:
        return ""
    rows = [(name, cell(words)) for name, words in record.readiness]
    return heading(1, "Before the meeting") + facts(
        "Before the meeting", "The referral and what came with it, each with its day.", rows
    )


def _people(record: LegalPlanningRecord) -> str:
    return heading(1, "Who took part") + "".join(map(_sitting, record.sittings))


def _sitting(sitting: MinutedSitting) -> str:
    hours = f"{sitting.began} to {sitting.ended}" if sitting.ended else f"from {sitting.began}"
    return (
        labelled("Sitting", f"{long_date(sitting.on)}, {hours}", "PLOLeadIn")
        + labelled("Place", sitting.place, "PLOLeadIn")
        + table(
            "Present",
            "Each row is one person: name and role, how they took part, and for which part.",
            [("Present", 30), ("Role", 30), ("How", 20), ("Which part", 20)],
            [
                (
                    cell(person.name),
                    cell(sentence(person.role)),
                    cell(sentence(person.attending)),
                    cell(_part(person)),
                )
                for person in sitting.present
            ],
        )
        + labelled("Apologies", listed(sitting.apologies))
        + labelled("Invited and not present", listed(sitting.absent))
    )


def _part(person: Attendee) -> str:
    came = f"from {person.arrived}" if person.arrived else ""
    went = f"until {person.left}" if person.left else ""
    return sentence(" ".join(filter(None, (came, went)))) or "Throughout"


def _worries(record: LegalPlanningRecord) -> str:
    said = "".join(body(run(worry)) for worry in record.worries)
    return heading(1, "What worries us") + (said or body(run(NONE_RECORDED)))


def _options(record: LegalPlanningRecord) -> str:
    title = heading(1, "Options considered")
    if not record.options:
        return title + body(run(NONE_RECORDED))
    return title + table(
        "Options considered",
        "Each row is one option, and what was said of it.",
        [("Option", 32), ("What was said of it", 68)],
        [(cell(row.option), cell(row.considered)) for row in record.options],
    )


def _outcome(record: LegalPlanningRecord) -> str:
    by = long_date(record.information_by) if record.information_by else ""
    return (
        heading(1, "The outcome")
        + labelled("Decided", sentence(record.outcome) if record.outcome else NONE_RECORDED)
        + labelled("Reasons", record.reasons)
        + labelled("Working with the family outside court", record.plo_considered)
        + labelled("Why the family cannot be worked with outside court", record.why_not_outside)
        + labelled("In the legal advice", record.in_legal_advice)
        + labelled("More information needed", record.information)
        + labelled("By", by)
    )


def _plan(lines: tuple[DraftedLine, ...]) -> str:
    title = heading(1, "The draft plan")
    if not lines:
        return title + body(run(NONE_RECORDED))
    return title + table(
        "The draft plan",
        "Each row is one line: what is to happen, who does it, and when.",
        [("What", 58), ("Who", 20), ("When", 22)],
        [(_what(line), cell(line.owner), cell(sentence(line.when))) for line in lines],
    )


def _what(line: DraftedLine) -> str:
    return (
        cell(f"{line.number}. {line.what} ({line.kind})")
        + lettered(line.parts, "PLOTableText")
        + cell(f"Our help: {line.support}" if line.support else "")
        + cell(f"If not: {line.consequence}" if line.consequence else "")
    )


def _assessments(assessor: Assessor | None, experts: tuple[RecordedExpert, ...]) -> str:
    content = heading(1, "Assessments and experts")
    if assessor:
        asked = ", ".join(
            filter(
                None, (assessor.asked, short_date(assessor.asked_on) if assessor.asked_on else "")
            )
        )
        content += (
            labelled("Court Team's capacity asked of", asked)
            + labelled("Answer", sentence(assessor.answer) if assessor.answer else "")
            + labelled("Parenting assessment by", assessor.name)
            + labelled("Agreed format", "Yes" if assessor.agreed_format else "Not recorded")
        )
    if experts:
        content += table(
            "Experts contacted",
            "Each row is one expert: what they would assess, what they answered, whether chosen.",
            [("Expert", 30), ("For", 20), ("Answer", 34), ("Chosen", 16)],
            [
                (cell(row.expert), cell(row.field), cell(row.answer), cell(_CHOSEN[row.chosen]))
                for row in experts
            ],
        )
    return content if assessor or experts else content + body(run(NONE_RECORDED))


def _timetable(record: LegalPlanningRecord) -> str:
    planned = record.initial_meeting
    day = long_date(planned.on) if planned and planned.on else ""
    at = f" at {planned.at}" if planned and planned.at else ""
    return (
        heading(1, "The timetable")
        + labelled("Initial meeting", f"{day}{at}" if day else "Not booked")
        + labelled("Place", planned.place if planned else "")
    )


def _said(record: LegalPlanningRecord) -> str:
    if not record.sections:
        return ""
    return heading(1, "What was said") + "".join(
        heading(2, part.heading) + numbered(part.paragraphs) for part in record.sections
    )


def _approval(edition: LegalPlanningEdition) -> str:
    at = london(edition.approved_at) if edition.approved_at else ""
    return heading(1, "Approval") + facts(
        "Approval",
        "Who approved this record as its chair, when, and its fingerprint.",
        [
            ("Chair", cell(edition.approved_by or "Not yet approved")),
            ("When (London time)", cell(at)),
            ("Status", cell(edition.stands)),
            ("Fingerprint (SHA-256)", _exact(edition.fingerprint)),
            ("Record sealed", _exact(edition.seal) if edition.seal else ""),
        ],
    )


def _exact(digest: str) -> str:
    return paragraph("PLOTableText", run(in_groups(digest), style="PLOFingerprint"))
