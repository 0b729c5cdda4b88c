"""Letters of instruction in the minutes for Word: to whom, the questions, each party's answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from carter_family import MINUTES, edition_of
from docx_reader import WordFile

from agenda.minuted_plan import MinutedAnswer, MinutedInstruction
from agenda.words import ParentAnswer
from exports.minutes import write_minutes

if TYPE_CHECKING:
    from pathlib import Path

HEADING = "Letters of instruction to experts"
LETTER = MinutedInstruction(
    expert="Dr Ann Reed",
    field="what Ms Carter remembers",
    questions=("What helps her?", "How should we speak with her?"),
    drafted_on=date(2027, 1, 8),
    report_by=date(2027, 3, 12),
    line=2,
    answers=(
        MinutedAnswer("Ms Carter", ParentAnswer.WITH_CONDITIONS, "in the holidays"),
        MinutedAnswer("Mr Carter", ParentAnswer.NOT_AGREED, ""),
    ),
)


def written(folder: Path, *letters: MinutedInstruction) -> WordFile:
    to = folder / "minutes.docx"
    write_minutes(edition_of(replace(MINUTES, instructions=letters)), to)
    return WordFile(to)


def test_each_letter_is_a_row_with_each_partys_answer(tmp_path: Path) -> None:
    file = written(tmp_path, LETTER, replace(LETTER, expert="Dr Ray", questions=(), answers=()))
    assert (1, HEADING) in file.headings
    lines = file.paragraphs
    at = lines.index("Dr Ann Reed")
    assert lines[at : at + 9] == [
        "Dr Ann Reed",
        "what Ms Carter remembers",
        "Line 2 of the plan",
        "Drafted 8 January 2027",
        "Report by 12 March 2027",
        "What helps her?",
        "How should we speak with her?",
        "Ms Carter: agreed with conditions: in the holidays",
        "Mr Carter: not agreed",
    ]
    assert lines[lines.index("Dr Ray") + 5] == "None yet"


def test_minutes_without_one_say_nothing_of_it(tmp_path: Path) -> None:
    assert HEADING not in written(tmp_path).paragraphs
