"""A worry as letters tell it: the form of the worry, with what is hard to read beneath each field.

What is changed here is changed in the record, for the plan, the meeting and every letter.
"""

from __future__ import annotations

from plo_tui.screens.concern_form import ConcernForm
from plo_tui.screens.plain_words import PlainWords


class WorryForm(PlainWords, ConcernForm):
    """The worry, its danger statement and its examples, read as a parent reads them."""

    READ = ("heading", "summary", "danger_statement", "example")
