"""What the list before the meeting says of a letter."""

from __future__ import annotations

from datetime import date

from letters_family import DAYS, ReedFamily

from agenda import records as r
from agenda.letter_words import DeliveredHow, LetterTurnKind
from plo_tui.screens.before_letter_rows import letter_rows


def test_the_day_a_letter_was_given_is_said_once() -> None:
    reed = ReedFamily()
    draft = reed.draft(reed.mother)
    reed.add(
        r.LetterTurn(
            letter_id=draft.id,
            what=LetterTurnKind.DELIVERED,
            on=date(2027, 1, 19),
            by_staff_id=reed.worker.id,
            how=DeliveredHow.BY_HAND,
            to="Ms Reed",
        )
    )
    [row] = [
        row
        for row in letter_rows(reed.papers(), DAYS, date(2027, 1, 20))
        if row.key == reed.mother.id
    ]
    facts = " / ".join(row.facts)
    assert facts.count("Tue 19 Jan 2027") == 1
    assert "by hand to Ms Reed by Sam Okafor" in facts
