"""The closed lists of getting a meeting ready, stored and shown as they stand here."""

from __future__ import annotations

from enum import StrEnum


class BookingWhat(StrEnum):
    """What business support sees to before a meeting (Sutton 2019, Step 1 and PLO Meetings)."""

    ROOM = "room"
    SEPARATE_ROOMS = "separate rooms and arrivals"
    MINUTE_TAKER = "minute-taker"
    LEGAL_INVITED = "legal colleagues invited"
    INVITATIONS = "invitations sent"
    PAPERS = "papers sent"
    INTERPRETER = "interpreter"
    ADVOCATE = "advocate"
    ADJUSTMENTS = "adjustments"


class InvitedGroup(StrEnum):
    """Who an invitation is for: each group has a file of its own."""

    AUTHORITY = "our team"
    LEGAL = "our legal team"
    FAMILY = "the family and their solicitors"
    PROFESSIONALS = "other professionals"
