"""Which fields a line of the plan needs, by its kind, and what they are called there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.words import LineKind

if TYPE_CHECKING:
    from collections.abc import Mapping

_TIES = ("concern_id", "children")
_MORE = ("starts", "contingency", "child_benefit")

NEEDED: Mapping[LineKind, tuple[str, ...]] = {
    LineKind.ACTION: (
        "what", "parts", "owner", "helper", "support", "due", "measure",
        *_TIES, "goal_id", "contingency", "child_benefit",
    ),
    LineKind.VISIT: ("what", "owner", "rhythm", "until", *_TIES, *_MORE),
    LineKind.ASSESSMENT: ("what", "owner", "sessions", "due", "support", *_TIES, *_MORE),
    LineKind.SERVICE: (
        "what", "owner", "helper", "support", "due", "rhythm", "until", "measure",
        *_TIES, "goal_id", *_MORE,
    ),
    LineKind.AGREEMENT: ("what", "parts", "owner", *_TIES, "contingency"),
    LineKind.BOTTOM_LINE: ("what", "consequence", *_TIES),
}  # fmt: skip
"""The fields of each kind. One that holds something already is shown whatever the kind."""

LABELS: Mapping[str, str] = {
    "what": "What will be done",
    "parts": "Broken down",
    "owner": "Who does it",
    "helper": "Who helps",
    "support": "Our support to it",
    "due": "Due",
    "rhythm": "How often",
    "until": "Until",
    "sessions": "Sessions",
    "measure": "How we will know",
    "consequence": "What follows",
    "concern_id": "Worry",
    "children": "For",
    "goal_id": "Goal of the CP plan",
    "starts": "Starts",
    "contingency": "If it does not work",
    "child_benefit": "Gain for the child",
}
"""What stands before each field."""

CALLED: Mapping[tuple[LineKind, str], str] = {
    (LineKind.ASSESSMENT, "what"): "Which assessment",
    (LineKind.ASSESSMENT, "due"): "Report by",
    (LineKind.VISIT, "what"): "Purpose of the visit",
    (LineKind.VISIT, "owner"): "Who visits",
    (LineKind.SERVICE, "what"): "Which service",
    (LineKind.AGREEMENT, "what"): "What is agreed",
    (LineKind.BOTTOM_LINE, "what"): "What must not happen",
}
"""Other words for a field in a line of some kind."""

HELP: Mapping[str, str] = {
    "what": "One thing that can be seen to be done, in plain words.",
    "parts": "The parts of one thing, one on each line: they become a, b, c.",
    "support": "What we do to help: lifts, child care, a worker beside them.",
    "measure": "Who will see what, and when.",
    "rhythm": "Such as: every Tuesday at 4 pm.",
    "contingency": "What happens instead, if this does not work.",
    "child_benefit": "What will be different for the child.",
    "concern_id": "The worry that this line answers.",
    "goal_id": "The goal of the child protection plan that this works towards.",
}
"""What F1 says beside a field."""
