"""A review's part of the frozen minutes: which way things went, decisions, who has the authority.

A decision is printed as it stood that day: recommended, provisional, authorised or refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from agenda.decision_words import AfterClose, Outcome, Standing, Trajectory
from agenda.words import ParentAnswer


@dataclass(frozen=True, slots=True)
class MinutedTrajectory:
    """Which way a worry has gone by this review, and how we know."""

    trajectory: Trajectory
    evidence: str


@dataclass(frozen=True, slots=True)
class MinutedJudgement:
    """The overall judgement on the risk to one child."""

    name: str
    initials: str
    risk: Trajectory
    reasons: str


@dataclass(frozen=True, slots=True)
class MinutedWindow:
    """The last day of one child's window, inside, as a review left it."""

    last_day: date
    forum: str = ""
    """Where a provisional extension is confirmed; empty where nothing is provisional."""
    forum_on: date | None = None
    """The day of that forum."""
    otherwise: date | None = None
    """The last day where it is not confirmed there."""
    is_over: bool = False
    """Whether an earlier meeting ended pre-proceedings for the child."""


@dataclass(frozen=True, slots=True)
class MinutedConsultation:
    """Who was consulted on a decision, when, where, and what they said."""

    name: str
    role: str
    on: date
    forum: str
    said: str


@dataclass(frozen=True, slots=True)
class MinutedView:
    """A parent's own view of a decision."""

    name: str
    answer: ParentAnswer
    said: str


@dataclass(frozen=True, slots=True)
class MinutedAuthority:
    """The answer of whoever has the authority. The time is London's, `HH:MM`."""

    name: str
    role: str
    forum: str
    on: date
    at: str
    by_telephone: bool
    why: str
    """Why it was refused, or on what condition it was given."""


@dataclass(frozen=True, slots=True)
class MinutedDecision:
    """What a review decided for one child, and how firmly that stands."""

    name: str
    initials: str
    outcome: Outcome
    standing: Standing
    authority: MinutedAuthority | None
    recommended_by: str
    recommended_on: date
    reasons: str
    rejected: str
    considered: str
    child_view: str
    views: tuple[MinutedView, ...]
    dissent: str
    consulted: tuple[MinutedConsultation, ...]
    after_close: AfterClose | None
    birth_plan: str
    new_end: date | None
    """The new last day as it was decided: what counts stands in `window`."""
    letter_by: date | None
    window: MinutedWindow

    @property
    def has_fallen(self) -> bool:
        """Whether it was refused or has lapsed, so that nothing follows from it."""
        return self.standing in (Standing.REFUSED, Standing.LAPSED)

    @property
    def has_ended(self) -> bool:
        """Whether pre-proceedings are over for the child: not while it is only recommended."""
        return self.outcome.ends and self.standing is Standing.AUTHORISED
