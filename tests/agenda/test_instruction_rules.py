"""An expert's letter of instruction: ready before the initial meeting, and answered in it."""

from __future__ import annotations

from datetime import date

from papers_of import WholeMeeting

from agenda import records as r
from agenda.coverage import not_covered
from agenda.instruction_rules import ANSWER, DRAFT, QUESTIONS, instruction_findings
from agenda.words import LineKind, MeetingKind, ParentAnswer


def expert(whole: WholeMeeting, **fields: object) -> r.PlanLine:
    line: r.PlanLine = whole.line(
        kind=LineKind.ASSESSMENT, what="Psychological assessment of Ms Carter", **fields
    )
    return line


def letter(whole: WholeMeeting, **fields: object) -> r.Instruction:
    said = {"expert": "Dr Reed", "questions": "What helps?", "report_by": date(2027, 3, 12)}
    row: r.Instruction = whole.add(
        r.Instruction(episode_id=whole.episode.id, **(said | fields))  # type: ignore[arg-type]
    )
    return row


def answer(whole: WholeMeeting, row: r.Instruction, person: r.Person) -> None:
    whole.add(
        r.InstructionAnswer(
            instruction_id=row.id,
            meeting_id=whole.meeting.id,
            person_id=person.id,
            answer=ParentAnswer.AGREED,
        )
    )


def rules(whole: WholeMeeting) -> list[str]:
    return [found.rule.key for found in instruction_findings(whole.papers())]


def test_a_parenting_assessment_needs_no_letter_and_an_experts_does() -> None:
    whole = WholeMeeting()
    assert rules(whole) == []
    line = expert(whole)
    [found] = instruction_findings(whole.papers())
    assert (found.rule, found.about, found.place) == (DRAFT, line.id, "assessments")
    row = letter(whole, line_id=line.id)
    for parent in (whole.mother, whole.father):
        answer(whole, row, parent)
    assert rules(whole) == []


def test_a_letter_tied_to_no_line_is_taken_for_one_of_them_only() -> None:
    whole = WholeMeeting()
    expert(whole)
    second = expert(whole)
    row = letter(whole)
    for parent in (whole.mother, whole.father):
        answer(whole, row, parent)
    [found] = instruction_findings(whole.papers())
    assert (found.rule, found.about) == (DRAFT, second.id)


def test_a_letter_lacks_its_questions_and_its_day() -> None:
    whole = WholeMeeting()
    row = letter(whole, questions=" ", report_by=None)
    found = [one for one in instruction_findings(whole.papers()) if one.rule is QUESTIONS]
    assert [(one.field, one.about) for one in found] == [
        ("questions", row.id),
        ("report_by", row.id),
    ]


def test_the_item_is_covered_once_each_parent_here_has_answered() -> None:
    whole = WholeMeeting()
    row = letter(whole)
    asked = "Ask Ms Carter and Mr Dale to answer the letter of instruction to Dr Reed."
    assert [one.sentence for one in instruction_findings(whole.papers())] == [asked]
    [item] = not_covered(whole.papers())
    assert (item.place, item.sentence.endswith(asked)) == ("assessments", True)
    answer(whole, row, whole.mother)
    [found] = instruction_findings(whole.papers())
    assert (found.rule, "Ms Carter" in found.sentence) == (ANSWER, False)
    answer(whole, row, whole.father)
    assert (rules(whole), not_covered(whole.papers())) == ([], [])


def test_a_review_asks_nobody_for_an_answer() -> None:
    whole = WholeMeeting()
    expert(whole)
    letter(whole)
    whole.meeting.kind = MeetingKind.MIDWAY
    assert rules(whole) == []
