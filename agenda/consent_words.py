"""A consent in words, as the screen, the plain minutes and the Word document say it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from agenda.words import YesNo

if TYPE_CHECKING:
    from datetime import date

_ADVISED = {True: "after advice", False: "without advice"}


class Answered(Protocol):
    """What is read of a consent: the record's own columns, or those of the minutes."""

    @property
    def answer(self) -> YesNo:
        """What they answered."""

    @property
    def advice_had(self) -> bool | None:
        """Whether they had legal advice on it first; None where nobody asked."""

    @property
    def taken_back_on(self) -> date | None:
        """When they took it back; None while it stands."""


def consent_words(consent: Answered) -> str:
    """Return the answer to a consent: `agreed, after advice`, or `yes` where nobody asked of it.

    Minutes approved before advice was asked of go on saying yes or no.
    """
    if consent.answer is YesNo.NOT_ASKED or consent.advice_had is None:
        return str(consent.answer)
    answer = "agreed" if consent.answer is YesNo.YES else "not agreed"
    return f"{answer}, {_ADVISED[consent.advice_had]}"
