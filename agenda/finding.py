"""What every rule returns: a finding.

SMART checks, window checks, "not yet covered" and the sheet checker all return
findings, so one list on the screen shows them and one test style covers them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID


class Level(StrEnum):
    """How strongly a finding speaks."""

    MUST = "must"
    """Stops the step. Passed only by a recorded reason and name."""
    SHOULD = "should"
    """Good practice; may stay open."""
    NOTE = "note"
    """For information."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of practice, as it stands in `docs/rules.md`.

    Attributes:
        key: dotted name, such as `smart.owner`; stored with a recorded reason, so it never changes.
        level: the level of the findings it gives.
        title: what the rule asks, in one plain sentence.
        source: where the practice says so, such as `Sutton 2019, PLO Meetings`.
    """

    key: str
    level: Level
    title: str
    source: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a rule found, about one record.

    Attributes:
        rule: the rule that found it.
        sentence: what is wrong and what to change, in plain words.
        example: a wording that would do; empty where none helps.
        about: the record it is about, or None for the meeting as a whole.
        place: the agenda item's key where it is put right; empty where it is not in an item.
        field: the field of the record that the cursor goes to; empty for the whole record.
    """

    rule: Rule
    sentence: str
    example: str = ""
    about: UUID | None = None
    place: str = ""
    field: str = ""
    passed: str = ""
    """Who passed it and why; empty while it stands."""
    only_warns: bool = False
    """Whether a `must` speaks as a `should`: nothing stands between a chair and issuing."""

    @property
    def level(self) -> Level:
        """The rule's level, or `note` once a recorded reason passed it."""
        if self.passed:
            return Level.NOTE
        if self.only_warns and self.rule.level is Level.MUST:
            return Level.SHOULD
        return self.rule.level
