"""The closed lists of letters. Each word is stored, shown and printed as it stands here."""

from __future__ import annotations

from enum import StrEnum


class LetterKind(StrEnum):
    """The kinds of letter that pre-proceedings send to a parent."""

    BEFORE_PROCEEDINGS = "before proceedings"
    """Somerset's J0104."""
    BEFORE_ISSUE = "before issue"
    """Somerset's J0125."""
    ENDING = "ending pre-proceedings"
    EXTENSION = "extension"

    @property
    def called(self) -> str:
        """The kind as a sentence says it: `letter before proceedings`, `letter of extension`."""
        return f"letter of {self}" if self is LetterKind.EXTENSION else f"letter {self}"


TELLS_LINES = frozenset({LetterKind.BEFORE_PROCEEDINGS, LetterKind.EXTENSION})
"""The kinds that invite to a meeting, and tell what needs to happen."""
TELLS_WORRIES = frozenset({LetterKind.BEFORE_PROCEEDINGS, LetterKind.BEFORE_ISSUE})
"""The kinds that tell the worries and the help given, and how to get a lawyer."""


class TakenUp(StrEnum):
    """Whether the family took up the help they were given."""

    YES = "taken up"
    PARTLY = "taken up in part"
    NO = "not taken up"
    NOT_KNOWN = "not known"


class LetterTurnKind(StrEnum):
    """A step of a letter's way from the draft to the parent's hand, in order."""

    DRAFTED = "drafted"
    TO_LEGAL = "sent to legal"
    RETURNED = "returned with changes"
    CLEARED = "cleared by legal"
    DELIVERED = "given to the parent"


class SaidHow(StrEnum):
    """How legal gave their word, where somebody records it."""

    IN_THE_APP = "in the app"
    """They did it themselves."""
    TELEPHONE = "by telephone"
    EMAIL = "by email"
    IN_PERSON = "in person"
    IN_WRITING = "in writing"


TOLD_ELSEWHERE = tuple(how for how in SaidHow if how is not SaidHow.IN_THE_APP)
"""How it was given where somebody else records it for them."""


class DeliveredHow(StrEnum):
    """How a letter was given to whom it is to."""

    BY_HAND = "by hand"
    BY_POST = "by post"
    SOLICITOR = "through their solicitor"
    SECURE_EMAIL = "by secure email"
