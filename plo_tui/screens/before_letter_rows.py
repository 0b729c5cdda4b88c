"""From the papers to the rows of letters, of help given and of experts' letters: nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.day_names import day_text
from agenda.letter_way import due_words, way_words
from agenda.letter_words import LetterKind
from agenda.letters_owed import kinds_due, people_owed, received_before
from plo_tui.widgets.record_list import RecordRow

if TYPE_CHECKING:
    from datetime import date

    from agenda.legal_planning_papers import LegalPlanningPapers
    from agenda.papers import Papers
    from agenda.records import HelpGiven, Instruction, Person
    from agenda.working_days import WorkingDays

_PREFIX = "Letter."


def kind_of(row_kind: str) -> LetterKind | None:
    """Return which kind of letter a row is about; None for a row about something else."""
    name = row_kind.removeprefix(_PREFIX)
    return LetterKind[name] if row_kind.startswith(_PREFIX) else None


def letter_rows(papers: LegalPlanningPapers, days: WorkingDays, today: date) -> list[RecordRow]:
    """Return each kind of letter that is due, with everyone who gets one and how far it is."""
    rows = []
    for kind in kinds_due(papers):
        rows.append(RecordRow("", f"LETTERS: {kind.upper()}"))
        people = people_owed(papers)
        rows += [_letter(papers, kind, person, days, today) for person in people]
        if not people:
            rows.append(RecordRow("-", "no parent is recorded yet"))
    return rows


def _letter(
    papers: LegalPlanningPapers, kind: LetterKind, person: Person, days: WorkingDays, today: date
) -> RecordRow:
    relations = {str(tie.relation) for tie in papers.relationships if tie.person_id == person.id}
    title = " · ".join([person.known_as, *sorted(relations)])
    return RecordRow(
        f"{_PREFIX}{kind.name}", title, _facts(papers, kind, person, days, today), person.id
    )


def _facts(
    papers: LegalPlanningPapers, kind: LetterKind, person: Person, days: WorkingDays, today: date
) -> tuple[str, ...]:
    letter = papers.letter_to(kind, person.id)
    if letter is None and (out := papers.left_out(kind, person.id)):
        by = papers.name(out.by_staff_id, None)
        return (f"gets none, says {by} (legal)", f"because: {out.why}")
    told = received_before(papers, person) if kind is LetterKind.BEFORE_PROCEEDINGS else None
    if letter is None and told and told.letter_received_on:
        return (f"received on {day_text(told.letter_received_on)}, as a meeting was told",)
    turns = papers.turns(letter.id) if letter else []
    note = turns[-1].note if turns else ""
    state = way_words(papers, letter) if letter else "not begun: l begins it"
    return (state, due_words(papers, kind, letter, days, today), note)


def help_rows(papers: Papers) -> list[RecordRow]:
    """Return the help that was given, the earliest first."""
    rows = [_help(papers, row) for row in papers.help_given]
    return [RecordRow("", "HELP GIVEN SO FAR"), *(rows or [RecordRow("-", "none yet: h adds it")])]


def _help(papers: Papers, row: HelpGiven) -> RecordRow:
    day = day_text(row.on) if row.on else "no date"
    whom = papers.name(None, row.person_id) or "the family"
    return RecordRow(
        "HelpGiven", f"{day} · {row.what}", (f"{whom} · {row.taken_up}", row.came_of), row.id
    )


def instruction_rows(papers: Papers) -> list[RecordRow]:
    """Return the experts' letters of instruction; nothing where there is none."""
    rows = [_instruction(papers, row) for row in papers.instructions]
    return [RecordRow("", "LETTERS OF INSTRUCTION TO EXPERTS"), *rows] if rows else []


def _instruction(papers: Papers, row: Instruction) -> RecordRow:
    line = papers.find("PlanLine", row.line_id)
    count = len([question for question in row.questions.splitlines() if question.strip()])
    facts = (
        f"line {line.number}" if line else "",
        f"{count} question{'' if count == 1 else 's'}",
        f"report by {day_text(row.report_by)}" if row.report_by else "no day for the report",
    )
    title = ", on ".join(part for part in (row.expert, row.field) if part)
    return RecordRow("Instruction", title, (" · ".join(filter(None, facts)),), row.id)
