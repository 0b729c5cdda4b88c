"""The annex: each correction word for word, with the reply, and the minutes as they were."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from carter_family import APPROVED
from docx_reader import WordFile

from agenda.corrections import Annexed
from exports.annex import write_annex
from exports.minutes import write_minutes

if TYPE_CHECKING:
    from pathlib import Path

ONE = Annexed(
    version=1,
    paragraph=3,
    asked_by="Ms Okafor (lawyer, Hart & Lane)",
    asked_on=date(2027, 2, 3),
    text="She said\n“no” <b>.",
    reply="Three people heard “yes”.",
    replied_by="Dana Reed",
    replied_on=date(2027, 2, 5),
)
EDITION = replace(APPROVED, annex=(ONE, replace(ONE, paragraph=None, text="Where was the aunt?")))


def test_each_stands_word_for_word_with_its_reply(tmp_path: Path) -> None:
    write_annex(EDITION, tmp_path / "annex.docx")
    annex = WordFile(tmp_path / "annex.docx")
    assert annex.headings == [
        (1, "1. Paragraph 3 of version 1"),
        (1, "2. The minutes of version 1"),
    ]
    assert annex.tables[0] == [
        ["Asked by", "Ms Okafor (lawyer, Hart & Lane)"],
        ["Asked on", "Wednesday 3 February 2027"],
        ["In their words", "She said\n“no” <b>."],
        ["The reply", "Three people heard “yes”."],
        ["Replied", "Dana Reed, 5 February 2027"],
    ]
    assert "Version 1 · Approved by chair and legal" in annex.headers[0]
    assert "have not been changed by it" in annex.text


def test_the_minutes_are_the_same_bytes_with_and_without_it(tmp_path: Path) -> None:
    write_minutes(APPROVED, tmp_path / "before.docx")
    write_minutes(EDITION, tmp_path / "after.docx")
    before = (tmp_path / "before.docx").read_bytes()
    assert (tmp_path / "after.docx").read_bytes() == before
