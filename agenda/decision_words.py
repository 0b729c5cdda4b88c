"""The closed lists of reviews and decisions, each stored, shown and printed as it stands here."""

from __future__ import annotations

from enum import StrEnum


class Trajectory(StrEnum):
    """Which way a worry, or the risk to a child, has gone (Sutton 2019, PLO Review)."""

    REDUCED = "reduced"
    SAME = "the same"
    INCREASED = "increased"


class Outcome(StrEnum):
    """What a review decides for a child."""

    CONTINUE = "continue to the final review"
    CLOSE = "close pre-proceedings"
    EXTEND = "extend"
    ISSUE = "issue proceedings"
    RETURN = "return to a legal planning meeting"
    AT_BIRTH = "apply at birth"

    @property
    def ends(self) -> bool:
        """Whether pre-proceedings end, or leave this meeting's hands, with it."""
        return self not in (Outcome.CONTINUE, Outcome.EXTEND)


class AfterClose(StrEnum):
    """What happens to a child's plan after a close; a conference alone ends protection."""

    CONTINUES = "the child's plan continues"
    REFER = "refer for a plan"
    RECOMMEND_ENDING = "recommend to the conference that the plan ends"
    NO_PLAN = "no plan follows"


class AuthorityAnswer(StrEnum):
    """The answer of whoever has the authority to a recommended decision."""

    AUTHORISED = "authorised"
    REFUSED = "refused"


class Standing(StrEnum):
    """How firmly a decision stands on a day. Worked out, never stored."""

    RECOMMENDED = "recommended"
    PROVISIONAL = "provisional"
    """An extension, until the Court Tracker of a named date."""
    AUTHORISED = "authorised"
    REFUSED = "refused"
    LAPSED = "lapsed"
    """A provisional extension whose Court Tracker has passed without an answer."""

    @property
    def counts(self) -> bool:
        """Whether an extension moves the window."""
        return self in (Standing.PROVISIONAL, Standing.AUTHORISED)


class WhoWasTold(StrEnum):
    """Who is told of an urgent matter."""

    LEGAL = "legal"
    HEAD_OF_SERVICE = "head of service"
    POLICE = "police"
    STRATEGY = "strategy discussion"
    OTHER = "someone else"


class CorrectionAnswer(StrEnum):
    """What the chair does with a correction that was asked for."""

    ACCEPTED = "accepted"
    ANNEXED = "annexed"
