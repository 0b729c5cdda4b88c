"""Commands of the screen on which a letter is drafted."""

from __future__ import annotations

from plo_tui.commands.command import Command, Place

_WORDS = "The words"
_WAY = "Its way to the parent"

LETTER = Place(
    name="letter",
    title="A letter",
    purpose=(
        "The letter as the parent will read it, piece by piece, and beside it what is still to "
        "put right, with the sentence and the plainer word. Worries, help and plan are changed "
        "in the record, once, for every letter. What legal has cleared can only be read."
    ),
    commands=(
        Command(
            "open_part",
            ("enter",),
            "change",
            "Change the piece under the cursor: its words here, or the record it is made from.",
            _WORDS,
            footer=1,
        ),
        Command(
            "next_need",
            ("f",),
            "next to put right",
            "Go to the next piece in which something is to be put right.",
            _WORDS,
            footer=2,
        ),
        Command(
            "plainer_in_letter",
            ("p",),
            "plainer word",
            "Put the plainer word in the place of the hard one at the cursor.",
            _WORDS,
            footer=3,
        ),
        Command(
            "add_to_letter",
            ("n",),
            "new",
            "Add a worry, help or a line, by where the cursor is.",
            _WORDS,
            footer=4,
        ),
        Command(
            "leave_out",
            ("o",),
            "leave out",
            "Leave a worry, example, help or line out of this letter, with why; or put it back.",
            _WORDS,
            footer=5,
        ),
        Command(
            "pass_need",
            ("e",),
            "reason",
            "Record why a MUST at the cursor may stay; it is kept in your name.",
            _WORDS,
            footer=10,
        ),
        Command(
            "change_recipient",
            ("w",),
            "to whom",
            "Change who it is to: name and address.",
            _WORDS,
            footer=9,
        ),
        Command(
            "same_letter",
            ("l",),
            "next parent",
            "Begin the same letter to the next parent, with these words.",
            _WAY,
            footer=8,
        ),
        Command(
            "letter_step",
            ("s",),
            "next step",
            "Record the next step: drafted, sent to legal, back, cleared, given.",
            _WAY,
            footer=6,
        ),
        Command(
            "reopen_letter",
            ("r",),
            "reopen",
            "Open a cleared letter again to change it, with why.",
            _WAY,
            footer=7,
        ),
        Command(
            "write_letter",
            ("x",),
            "export",
            "Write the letter as a Word document: DRAFT until legal has cleared it.",
            _WAY,
            footer=7,
        ),
    ),
)
