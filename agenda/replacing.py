"""Putting one wording in the place of another in free text, as when somebody's name changes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

FREE_TEXT: Mapping[str, tuple[str, ...]] = {
    "Entry": ("text",),
    "Concern": ("heading", "summary", "danger_statement", "since"),
    "ConcernExample": ("text",),
    "ProtectionGoal": ("text",),
    "PlanLine": (
        "what", "helper", "support", "measure", "child_benefit", "rhythm", "consequence",
        "contingency",
    ),
    "PlanPart": ("text",),
    "LineAnswer": ("conditions",),
    "Progress": ("evidence", "why", "help_note"),
    "FamilyOffer": ("answered_by",),
    "NetworkHelp": ("help",),
    "Consent": ("note",),
    "Advice": ("choice_reason",),
    "Person": ("role", "adjustments", "safe_contact", "withheld"),
    "Sitting": ("called",),
    "Meeting": ("not_effective_why", "circulation"),
    "ConcernTrajectory": ("evidence",),
    "ChildJudgement": ("reasons",),
    "Decision": ("reasons", "rejected", "child_view", "dissent", "birth_plan", "considered"),
    "DecisionView": ("said",),
    "Consultation": ("said",),
}  # fmt: skip
"""The free text of each record in which a person may be named.

What was signed, frozen or said of a past day as it then stood is not among it: reasons recorded
in somebody's name, the words a line was drafted in, what had slipped.
"""

_BEFORE = r"(?<!\w)(?<!\w[-’'])"
_AFTER = r"(?!\w)(?!-\w)"
_OPENS = re.compile(r"(?<!\w)['‘]")
"""A single quotation mark that opens: what closes it is no possessive."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A text of one record, as it is and as it would be.

    Attributes:
        kind: the record's class name, a key of `FREE_TEXT`.
        record_id: the record.
        field: its field.
        old: the text as it stands.
        new: the text with the new words in it.
    """

    kind: str
    record_id: UUID
    field: str
    old: str
    new: str


def replaced(text: str, instead: Mapping[str, str]) -> str:
    """Return a text with each wording replaced by another, all at once.

    Whole words only, in the case they are given: `Carter` stays in `Carterton` and in
    `Carter-Jones`. `Ms Carter's` follows; so does `Mr Jones'`, which becomes `Mr Smith's`.

    Args:
        text: any text.
        instead: the new wording for each old one; of two that fit, the longer wins.
    """
    pattern = _pattern(instead)
    if pattern is None:
        return text
    return pattern.sub(lambda found: _new(found, instead), text)


def wordings(rows: Iterable[Any], instead: Mapping[str, str]) -> list[Wording]:
    """Return each text among the records that `replaced` would change, in their order."""
    return [
        Wording(type(row).__name__, row.id, field, old, new)
        for row in rows
        for field in FREE_TEXT[type(row).__name__]
        if (old := getattr(row, field)) and (new := replaced(old, instead)) != old
    ]


def _pattern(instead: Mapping[str, str]) -> re.Pattern[str] | None:
    old = sorted((words for words in instead if words.strip()), key=lambda words: -len(words))
    if not old:
        return None
    either = "|".join(_spaced(words) for words in old)
    return re.compile(rf"{_BEFORE}({either})(['’](?=\s+\w))?{_AFTER}")


def _spaced(words: str) -> str:
    return r"\s+".join(re.escape(word) for word in words.split())


def _new(found: re.Match[str], instead: Mapping[str, str]) -> str:
    known = {" ".join(old.split()): new for old, new in instead.items()}
    old = " ".join(found[1].split())
    new, mark = known[old], found[2] or ""
    quoted = len(_OPENS.findall(found.string, 0, found.start())) % 2
    if mark and old.endswith("s") and not new.endswith("s") and not quoted:
        mark += "s"
    return new + mark
