"""From the papers to the rows of letters, of help given and of experts' letters: nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.day_names import day_text
from agenda.entitled import why_entitled
from agenda.letter_way import last_turn, letters_to_follow, not_begun_words, way_words
from agenda.letter_words import TOLD_ELSEWHERE, LetterKind
from agenda.letters_rules import letter_stands
from plo_tui.widgets.record_list import RecordRow

if TYPE_CHECKING:
    from datetime import date

    from agenda.papers import Papers
    from agenda.records import HelpGiven, Instruction, Person
    from agenda.working_days import WorkingDays

_PREFIX = "Letter."


def kind_of(row_kind: str) -> LetterKind | None:
    """Return which kind of letter a row is about; None for a row about something else."""
    name = row_kind.removeprefix(_PREFIX)
    return LetterKind[name] if row_kind.startswith(_PREFIX) else None


def row_kind(kind: LetterKind) -> str:
    """Return what the list calls a row about a kind of letter."""
    return f"{_PREFIX}{kind.name}"


def letter_rows(papers: Papers, days: WorkingDays, today: date) -> list[RecordRow]:
    """Return each kind of letter there is to see to, with everyone who gets one, and how far."""
    rows = []
    for kind, people in letters_to_follow(papers, days).items():
        rows.append(RecordRow("", kind.called.upper()))
        rows += [_letter(papers, kind, person, days, today) for person in people]
    return rows or [RecordRow("", "LETTERS"), RecordRow("-", "none is owed yet")]


def _letter(
    papers: Papers, kind: LetterKind, person: Person, days: WorkingDays, today: date
) -> RecordRow:
    relations = {str(tie.relation) for tie in papers.relationships if tie.person_id == person.id}
    title = " · ".join([person.known_as, *sorted(relations)])
    facts = (why_entitled(papers, person), *_facts(papers, kind, person, days, today))
    return RecordRow(row_kind(kind), title, facts, person.id)


def _facts(
    papers: Papers, kind: LetterKind, person: Person, days: WorkingDays, today: date
) -> tuple[str, ...]:
    letter = papers.letter_to(kind, person.id)
    if out := papers.left_out(kind, person.id):
        by = papers.name(out.by_staff_id, None)
        told = f", {out.said_how}" if out.said_how in TOLD_ELSEWHERE else ""
        return (f"gets none, says {by} (legal){told}", f"because: {out.why}")
    if letter is None:
        return (not_begun_words(papers, kind, person, days, today),)
    turn = last_turn(papers, letter)
    stands = letter_stands(letter, papers, days, today)
    if turn is None:
        return (stands,)
    # Of a letter that was given, the line above says on which day.
    way = way_words(papers, letter).removeprefix(f"given on {day_text(turn.on)} ")
    return (stands, way, turn.note)


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
