"""The closed lists of legal planning. Each word is stored, shown and printed as it stands here."""

from __future__ import annotations

from enum import StrEnum


class PlanningPurpose(StrEnum):
    """What a legal planning meeting is held for."""

    START = "before pre-proceedings"
    BEFORE_FINAL = "before the final review"
    """Where the authority holds one (policy `legal_planning.before_final`)."""
    RETURN = "back from a review"


class ThresholdForum(StrEnum):
    """Where threshold is discussed before the gateway (Somerset 2018)."""

    AREA = "area legal tracking meeting"
    OPERATIONS_MANAGER = "operations manager"
    """Ad hoc, where it is urgent."""


class ConferenceStage(StrEnum):
    """How far a family group conference has come before legal planning (Sutton 2019, Step 1)."""

    HELD = "held"
    REFERRED = "referred"
    NEITHER = "neither held nor referred"


class PlanningOutcome(StrEnum):
    """What a legal planning meeting decides."""

    START = "start pre-proceedings"
    ISSUE = "issue proceedings"
    CONTINUE = "continue the current plan"
    MORE_INFORMATION = "more information"


class CapacityAnswer(StrEnum):
    """What the Court Team's team manager answers when asked about capacity."""

    YES = "has capacity"
    NO = "has no capacity"
    WAITING = "no answer yet"
