"""Commands of what is made ready before a meeting: legal planning, letters, booking, dates."""

from __future__ import annotations

from plo_tui.commands.command import Command, Place

_ALL = "Everything here"
_LETTERS = "Letters"

BEFORE = Place(
    name="before",
    title="Before the meeting",
    purpose=(
        "From the referral to the letter in a parent's hand: legal planning, the letters, the "
        "room and the dates. On the right stands what is still to do; Enter goes to where it is "
        "put right. Legal planning is the authority's and its lawyers' alone."
    ),
    commands=(
        Command(
            "open_step",
            ("enter",),
            "open",
            "Open what is under the cursor, or go to where a finding is put right.",
            _ALL,
            footer=1,
        ),
        # Legal planning
        # Letters
        Command(
            "open_letter",
            ("l",),
            "letter",
            "Begin or open the letter to whoever is under the cursor.",
            _LETTERS,
            footer=2,
        ),
        Command(
            "record_letter_step",
            ("s",),
            "next step",
            "Record the letter's next step: drafted, sent to legal, back, cleared, given.",
            _LETTERS,
            footer=3,
        ),
        Command(
            "leave_person_out",
            ("n",),
            "no letter",
            "Record that somebody gets no letter, and our solicitor's reason.",
            _LETTERS,
            footer=8,
        ),
        Command(
            "add_help",
            ("h",),
            "help",
            "Add help that was given, for the letters.",
            _LETTERS,
            footer=6,
        ),
        Command(
            "add_instruction",
            ("i",),
            "instruction",
            "Draft an expert's letter of instruction, for the initial meeting.",
            _LETTERS,
            footer=7,
        ),
        # Booking and dates
    ),
)
