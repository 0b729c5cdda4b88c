"""Corrections asked for: which wait, and what is annexed, word for word."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from minuting_papers import CarterPapers, at

from agenda import records
from agenda.corrections import annex_lines, annexed_corrections, open_corrections, place_words
from agenda.decision_words import CorrectionAnswer

if TYPE_CHECKING:
    from typing import Any


@pytest.fixture
def made() -> CarterPapers:
    return CarterPapers()


def asked(made: CarterPapers, version: Any, **more: Any) -> Any:
    facts = {
        "version_id": version.id,
        "asked_by_id": made.lawyer.id,
        "asked_on": date(2027, 2, 3),
        "paragraph": 3,
        "text": "She said\n“no”.",
    }
    return made.add(records.CorrectionAsked(**(facts | more)))


def version(made: CarterPapers, meeting: Any, number: int = 1) -> Any:
    return made.add(records.MinutesVersion(meeting_id=meeting.id, number=number, frozen="{}"))


def annexed(made: CarterPapers) -> dict[str, Any]:
    return {
        "answer": CorrectionAnswer.ANNEXED,
        "reply": "Three people heard “yes”.",
        "answered_by_id": made.chair.id,
        "answered_at": at("09:00", date(2027, 2, 5)),
    }


def test_what_waits_is_in_the_order_it_was_asked_and_of_this_meeting(made: CarterPapers) -> None:
    first = version(made, made.meeting)
    later = asked(made, first)
    earlier = asked(made, first, asked_on=date(2027, 2, 1))
    asked(made, first, **annexed(made))
    asked(made, version(made, made.review()))
    withdrawn = asked(made, first)
    withdrawn.withdrawn_at = at("12:00")
    assert open_corrections(made.papers()) == [earlier, later]


def test_what_is_annexed_says_who_when_where_and_the_reply(made: CarterPapers) -> None:
    asked(made, version(made, made.meeting, 2), **annexed(made))
    accepted = annexed(made) | {"answer": CorrectionAnswer.ACCEPTED}
    asked(made, version(made, made.meeting), **accepted)
    [one] = annexed_corrections(made.papers())
    assert (one.version, one.paragraph, one.asked_by) == (2, 3, "Ms Okafor (lawyer, Hart & Lane)")
    assert (one.text, one.reply) == ("She said\n“no”.", "Three people heard “yes”.")
    assert (one.replied_by, one.replied_on) == ("Dawn Price", date(2027, 2, 5))


def test_the_plain_lines_hold_no_newline(made: CarterPapers) -> None:
    asked(made, version(made, made.meeting), paragraph=None, **annexed(made))
    assert annex_lines(annexed_corrections(made.papers())) == [
        "",
        "Annex: corrections asked for, and the replies",
        "Ms Okafor (lawyer, Hart & Lane), Wed 3 Feb 2027, on the minutes of version 1: She said",
        "“no”.",
        "Reply of Dawn Price, Fri 5 Feb 2027: Three people heard “yes”.",
    ]
    assert annex_lines(()) == []


def test_a_correction_names_its_paragraph() -> None:
    assert place_words(3) == "paragraph 3"
    assert place_words(None) == "the minutes"
