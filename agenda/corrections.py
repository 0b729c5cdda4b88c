"""Corrections asked for after issue: which are open, and those annexed to the minutes.

What is annexed stands beside the minutes, word for word, with the chair's reply. The approved
minutes are never touched by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from agenda.day_names import day_text
from agenda.decision_words import CorrectionAnswer
from agenda.london import london_date
from agenda.minuting_people import role_of

if TYPE_CHECKING:
    from datetime import date

    from agenda import records
    from agenda.papers import Papers


@dataclass(frozen=True, slots=True)
class Annexed:
    """A correction that was asked for and not made, with the chair's reply.

    Attributes:
        version: the version of the minutes that it asks to correct.
        paragraph: the number of the paragraph; None where it is about something else in them.
        asked_by: who asked, as the minutes call them, with who they are.
        text: what they ask, word for word.
    """

    version: int
    paragraph: int | None
    asked_by: str
    asked_on: date
    text: str
    reply: str
    replied_by: str
    replied_on: date


def open_corrections(papers: Papers) -> list[records.CorrectionAsked]:
    """Return the corrections of this meeting's minutes that the chair has not answered."""
    return [row for row in _corrections(papers) if row.answer is None]


def annexed_corrections(papers: Papers) -> tuple[Annexed, ...]:
    """Return what is annexed to this meeting's minutes, by the day it was asked."""
    return tuple(
        Annexed(
            version=papers.find("MinutesVersion", row.version_id).number,  # type: ignore[union-attr]
            paragraph=row.paragraph,
            asked_by=_asker(papers, row),
            asked_on=row.asked_on,
            text=row.text,
            reply=row.reply,
            replied_by=papers.name(row.answered_by_id, None),
            replied_on=london_date(row.answered_at),  # type: ignore[arg-type]
        )
        for row in _corrections(papers)
        if row.answer is CorrectionAnswer.ANNEXED
    )


def place_words(paragraph: int | None) -> str:
    """Return what a correction is about: `paragraph 3`, or `the minutes`."""
    return f"paragraph {paragraph}" if paragraph else "the minutes"


def annex_lines(annex: tuple[Annexed, ...]) -> list[str]:
    """Return the annex in plain lines, a heading first; nothing where nothing is annexed.

    No line holds a newline, and an empty line stands before the heading, as in `plain_lines`.
    """
    if not annex:
        return []
    lines = ["", "Annex: corrections asked for, and the replies"]
    for one in annex:
        about = f"{place_words(one.paragraph)} of version {one.version}"
        lines.append(f"{one.asked_by}, {day_text(one.asked_on)}, on {about}: {one.text}")
        lines.append(f"Reply of {one.replied_by}, {day_text(one.replied_on)}: {one.reply}")
    return [line for words in lines for line in words.split("\n")]


def _corrections(papers: Papers) -> list[records.CorrectionAsked]:
    """Return the corrections asked of this meeting's minutes, by the day they were asked."""
    versions = {
        version.id
        for version in papers.standing("MinutesVersion")
        if version.meeting_id == papers.meeting_id
    }
    rows = [row for row in papers.standing("CorrectionAsked") if row.version_id in versions]
    return sorted(rows, key=attrgetter("asked_on", "id"))


def _asker(papers: Papers, row: records.CorrectionAsked) -> str:
    name, role = papers.name(None, row.asked_by_id), role_of(papers, None, row.asked_by_id)
    return f"{name} ({role})" if role else name
