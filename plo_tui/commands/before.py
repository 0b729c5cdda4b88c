"""Commands of what is made ready before a meeting: legal planning, letters, booking, dates."""

from __future__ import annotations

from plo_tui.commands.command import Command, Place

_ALL = "Everything here"
_PLANNING = "Legal planning"
_BOOKING = "Booking and dates"
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
        Command(
            "withdraw_here",
            ("delete", "w"),
            "withdraw",
            "Take back what is under the cursor, such as an expert or a referral's approval; it "
            "stays in the record.",
            _ALL,
            footer=9,
        ),
        # Legal planning
        Command(
            "record_referral",
            ("r",),
            "referral",
            "Complete the legal planning referral, or record an emergency.",
            _PLANNING,
            footer=2,
        ),
        Command(
            "approve_referral",
            ("a",),
            "approval",
            "Record the head of service's approval of the referral.",
            _PLANNING,
            footer=3,
        ),
        Command(
            "book_legal_planning",
            ("p",),
            "book planning",
            "Book the legal planning meeting on a day that suits, or change when and where it is.",
            _PLANNING,
            footer=4,
        ),
        Command(
            "add_expert",
            ("x",),
            "expert",
            "Add an expert who is contacted, with cost and reporting time.",
            _PLANNING,
            footer=5,
        ),
        # Letters
        Command(
            "open_letter",
            ("l",),
            "letter",
            "Begin or open the letter to whoever is under the cursor.",
            _LETTERS,
            footer=8,
        ),
        Command(
            "record_letter_step",
            ("s",),
            "next step",
            "Record the letter's next step: drafted, sent to legal, back, cleared, given.",
            _LETTERS,
            footer=1,
        ),
        Command(
            "leave_person_out",
            ("n",),
            "no letter",
            "Record that somebody gets no letter, and our solicitor's reason.",
            _LETTERS,
            footer=2,
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
        Command(
            "tick_booking",
            ("t",),
            "tick",
            "Tick what is under the cursor as seen to today, or take the tick back.",
            _BOOKING,
            footer=1,
        ),
        Command(
            "next_to_book",
            ("b",),
            "to book",
            "Go to the next thing on business support's list that is not seen to.",
            _BOOKING,
            footer=3,
        ),
        Command(
            "write_invitations",
            ("v",),
            "invitations",
            "Write the calendar invitations of the meeting under the cursor, or of the next one.",
            _BOOKING,
            footer=5,
        ),
        Command(
            "agree_cover",
            ("c",),
            "cover",
            "Say who chairs in the chair's place, and why.",
            _BOOKING,
            footer=6,
        ),
        Command(
            "take_back_meeting",
            ("u",),
            "take back",
            "Take back the booking of the meeting under the cursor; it asks first.",
            _BOOKING,
            footer=7,
        ),
        Command(
            "open_dates",
            ("d",),
            "dates",
            "Show every date of the directive: planned, done or booked, and what is late.",
            _BOOKING,
            footer=4,
        ),
    ),
)
