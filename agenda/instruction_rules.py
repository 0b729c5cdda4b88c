"""An expert's letter of instruction: ready where the plan has one assess, and answered by each.

Sutton 2019, PLO Meetings: where an expert report is required, the draft letter of instruction is
taken to the initial meeting and agreed by the parties there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agenda.captures import Capture
from agenda.finding import Finding, Level, Rule
from agenda.meeting_facts import lines_in_force, parents_here, place_of
from agenda.minuting_words import in_a_row
from agenda.words import LineKind, MeetingKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda import records
    from agenda.papers import Papers

_SUTTON = "Sutton 2019, PLO Meetings"

DRAFT = Rule(
    "instruction.draft",
    Level.SHOULD,
    "Where the plan has an expert assess, a draft letter of instruction is ready.",
    f"{_SUTTON}: the draft letter of instruction is taken to the meeting",
)
QUESTIONS = Rule(
    "instruction.questions",
    Level.SHOULD,
    "A letter of instruction asks its questions, and says when the report is due.",
    f"{_SUTTON}: draft letters of instruction, list of questions; [own]",
)
ANSWER = Rule(
    "instruction.answer",
    Level.SHOULD,
    "Each parent in the initial meeting has answered each letter of instruction.",
    f"{_SUTTON}: agreed by parties",
)

_EXPERT = re.compile(
    r"\b(?:experts?|psycholog\w+|psychiatr\w+|paediatric\w*|cognitive|independent|forensic"
    r"|toxicolog\w+|radiolog\w+)\b",
    re.IGNORECASE,
)
"""How a plan names an assessment that somebody outside the authority makes."""


def expert_assessments(papers: Papers) -> list[records.PlanLine]:
    """Return the plan's assessments that an expert makes, by number; by their words, so a guide."""
    return [
        line
        for line in lines_in_force(papers)
        if line.kind is LineKind.ASSESSMENT and _EXPERT.search(f"{line.what} {line.helper}")
    ]


def unanswered(papers: Papers, instruction: records.Instruction) -> list[records.Person]:
    """Return the parents here who have not answered a letter of instruction in this meeting."""
    answered = {row.person_id for row in papers.instruction_answers(instruction.id)}
    return [person for person in parents_here(papers) if person.id not in answered]


def instruction_findings(papers: Papers) -> list[Finding]:
    """Return what the letters of instruction lack; an answer only in the initial meeting."""
    place = place_of(papers, Capture.ASSESSMENTS)
    in_initial = papers.meeting_id is not None and papers.meeting.kind is MeetingKind.INITIAL
    found = list(_not_drafted(papers, place)) if in_initial or papers.meeting_id is None else []
    for row in papers.instructions:
        found += lacking_in(row, place)
        if in_initial and (silent := unanswered(papers, row)):
            names = in_a_row([person.known_as for person in silent])
            sentence = f"Ask {names} to answer the letter of instruction to {row.expert}."
            example = "Agreed, if the sessions are in the school holidays"
            found.append(Finding(ANSWER, sentence, example, row.id, place, "answers"))
    return found


def _not_drafted(papers: Papers, place: str) -> Iterator[Finding]:
    tied = {row.line_id for row in papers.instructions}
    spare = len([row for row in papers.instructions if row.line_id is None])
    for line in expert_assessments(papers):
        if line.id in tied:
            continue
        if spare:  # a letter tied to no line may be this one's
            spare -= 1
            continue
        sentence = (
            f"Line {line.number} has an expert assess, and no letter of instruction is drafted. "
            "Draft it, and take it to the initial meeting."
        )
        yield Finding(DRAFT, sentence, "", line.id, place, "instruction")


def lacking_in(row: records.Instruction, place: str = "") -> list[Finding]:
    """Return what one letter of instruction lacks, each with its field."""
    asked = {
        "questions": (row.questions.strip(), "asks no question", "What would help Jo feel safe?"),
        "report_by": (row.report_by, "does not say when the report is due", "Fri 12 Mar 2027"),
    }
    return [
        Finding(
            QUESTIONS,
            f"The letter of instruction to {row.expert} {lacks}. Add it.",
            example,
            row.id,
            place,
            field,
        )
        for field, (has, lacks, example) in asked.items()
        if not has
    ]
