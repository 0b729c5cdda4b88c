"""The sections of a policy, one for each part of the practice. `policy.toml` explains each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class LegalPlanning:
    """The legal planning meeting: papers in hours before it; whether one precedes the final.

    A chronology counts as up to date `chronology_days` after its last day. `days` are the parts
    of the week it is held in, each such as `Tuesday afternoon`; empty for any working day.
    """

    papers_hours: int
    chronology_days: int
    before_final: bool
    days: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Booking:
    """Working days before a meeting from which what is not seen to is a `should`, and a `must`."""

    should_days: int
    must_days: int


@dataclass(frozen=True, slots=True)
class LetterTimes:
    """The letter before proceedings, its times in working days, and how it reads.

    The first three count from the legal planning meeting (`legal_days` from when legal has it);
    `notice_days` from the letter being given to the parents until the initial meeting.
    `amber_days` are working days of amber warning before a step of a letter is due.
    `reading_age` is in years, `most_words` the words of a whole letter.
    """

    draft_days: int
    legal_days: int
    delivered_days: int
    notice_days: int
    amber_days: int
    reading_age: int
    most_words: int


@dataclass(frozen=True, slots=True)
class WindowLength:
    """How long the window is, in calendar weeks, and what it is counted from."""

    weeks: int
    start_event: str


@dataclass(frozen=True, slots=True)
class MidwayReview:
    """The midway review: calendar weeks from the start, and whether every family has one."""

    week: int
    required: bool


@dataclass(frozen=True, slots=True)
class FinalReview:
    """The final review: calendar weeks from the start."""

    week: int


@dataclass(frozen=True, slots=True)
class ExtensionLimits:
    """An extension: calendar weeks it adds, how often, and with whom and where it is discussed."""

    weeks: int
    times: int
    consultee: str
    forum: str


@dataclass(frozen=True, slots=True)
class CourtTracker:
    """The Court Tracker: calendar days between meetings, and the date of any one of them.

    From week `from_week` of the window the last one before the final review is named;
    `amber_days` are working days of amber warning.
    """

    days: int
    one_day: date | None
    from_week: int
    amber_days: int


@dataclass(frozen=True, slots=True)
class Slippage:
    """How many late lines ask whether a midway review was considered."""

    late_lines: int


@dataclass(frozen=True, slots=True)
class Chairing:
    """The staff role that chairs."""

    role: str


@dataclass(frozen=True, slots=True)
class MinutesRules:
    """Who approves minutes, in order, and the working days after the meeting they take."""

    approvers: tuple[str, ...]
    different_people: bool
    draft_days: int
    circulated_days: int


@dataclass(frozen=True, slots=True)
class FamilyOffer:
    """Whether the offer of family group decision making is checked for."""

    check: bool


@dataclass(frozen=True, slots=True)
class Shielding:
    """When a meeting's screen shields itself: as people come in, and after so many idle minutes."""

    on_entry: bool
    idle_minutes: int


@dataclass(frozen=True, slots=True)
class Locking:
    """After how many minutes without a key the app locks itself; 0 for never."""

    idle_minutes: int


@dataclass(frozen=True, slots=True)
class Backups:
    """How many automatic backups are kept beside the store; 0 for none."""

    kept: int


@dataclass(frozen=True, slots=True)
class Retention:
    """Calendar months after a family's last change from which its record may be removed."""

    months: int


@dataclass(frozen=True, slots=True)
class ConcernLimits:
    """How many concern headings, and from how many years back examples are taken."""

    headings: int
    example_years: int


@dataclass(frozen=True, slots=True)
class PlanRules:
    """What a plan needs, and the words and lengths its checks and reading guide look for.

    `hard_words` holds pairs: a hard word or phrase, and a plainer one.
    """

    parenting_assessment: bool
    vague_words: tuple[str, ...]
    sentence_words: int
    hard_words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ExtraDay:
    """One more day that is not a working day, and its name."""

    day: date
    name: str


@dataclass(frozen=True, slots=True)
class BankHolidays:
    """Where bank holidays are taken from (`GB`; `ENG` or `WLS`), and the authority's own days."""

    country: str
    subdivision: str
    extra: tuple[ExtraDay, ...]


SECTIONS: dict[str, type[Any]] = {
    "legal_planning": LegalPlanning,
    "booking": Booking,
    "letter": LetterTimes,
    "window": WindowLength,
    "midway": MidwayReview,
    "final": FinalReview,
    "extension": ExtensionLimits,
    "tracker": CourtTracker,
    "slippage": Slippage,
    "chair": Chairing,
    "minutes": MinutesRules,
    "family_offer": FamilyOffer,
    "shield": Shielding,
    "concerns": ConcernLimits,
    "plan": PlanRules,
    "lock": Locking,
    "backup": Backups,
    "retention": Retention,
    "bank_holidays": BankHolidays,
}
"""Each section by its name in the file, in the file's order."""
