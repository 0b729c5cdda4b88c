"""What a verb asks of the words it is given, whatever the field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.london import london_date
from plo_tui.store.problems import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plo_tui.store.work import Work

LONGEST_LINE = 500
"""The longest name, reference or heading, in characters."""
LONGEST_TEXT = 99_999
"""The longest paragraph, in characters: about thirty pages, so nobody types more."""


def line(text: str, field: str, *, called: str) -> str:
    """Return a line that may not be empty, without spaces around it.

    Raises:
        Refused: where it is empty or too long; `called` names the field in the sentence.
    """
    text = " ".join(text.split())
    if not text:
        raise Refused(f"Fill in {called}.", field)
    if len(text) > LONGEST_LINE:
        raise Refused(
            f"{called.capitalize()} is {len(text):,} characters long; "
            f"{LONGEST_LINE} is the most. Shorten it.",
            field,
        )
    return text


def paragraph(text: str, field: str, *, called: str) -> str:
    """Return a paragraph that may not be empty, without blank lines around it.

    Raises:
        Refused: where it is empty or too long.
    """
    text = text.strip()
    if not text:
        raise Refused(f"There are no words to save: write {called}.", field)
    if len(text) > LONGEST_TEXT:
        raise Refused(
            f"This is {len(text):,} characters long; {LONGEST_TEXT:,} is the most. "
            "Split it in two.",
            field,
        )
    return text


def within_length(values: Mapping[str, Any]) -> None:
    """Refuse any text among a record's values that is too long to keep.

    Raises:
        Refused: naming the field.
    """
    for field, value in values.items():
        if isinstance(value, str) and len(value) > LONGEST_TEXT:
            raise Refused(
                f"This is {len(value):,} characters long; {LONGEST_TEXT:,} is the most. "
                "Shorten it.",
                field,
            )


def stripped(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values without blank lines round what was typed; words of a closed list stay."""
    return {
        name: value.strip() if type(value) is str else value  # a StrEnum's word is a str too
        for name, value in values.items()
    }


def refuse_future(work: Work, values: Mapping[str, Any], happened: Mapping[str, str]) -> None:
    """Refuse a day to come for what can only have been.

    Args:
        work: the transaction, whose instant says what today is in London.
        values: a record's values.
        happened: the fields that hold such a day, each with how a sentence begins about it.

    Raises:
        Refused: naming the field.
    """
    today = london_date(work.at)
    for field, what in happened.items():
        if values.get(field) and values[field] > today:
            raise Refused(f"{what} cannot be in the future.", field)
