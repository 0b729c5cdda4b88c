"""How legal gave their word, asked where somebody else records it for them."""

from __future__ import annotations

from agenda.letter_words import TOLD_ELSEWHERE, SaidHow
from plo_tui.widgets.form_fields import ChoiceField


def how_said_field(value: SaidHow | None = None) -> ChoiceField:
    """Return the field that asks how it was given, such as by telephone."""
    return ChoiceField(
        "said_how", "How they said so", [(how.value, how) for how in TOLD_ELSEWHERE],
        value if value in TOLD_ELSEWHERE else None, none="not said yet",
        help_text="Where you record our solicitor's word: how they gave it. Left and right change "
        "it.",
    )  # fmt: skip
