"""What the home list knows of a case's decisions, as the rules read it.

The rules on extensions and decisions read records by their attributes, so the rows of plain SQL
are given the records' names and put where the rules look: nothing is written twice, and the
records' library stays unloaded.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from agenda.decision_words import AuthorityAnswer, Outcome
from agenda.papers import Papers
from agenda.words import MeetingKind

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class _Row:
    """What every row has. Its class is named as the record is."""

    id: UUID
    withdrawn_at = None


@dataclass(frozen=True, slots=True)
class PreProceedings(_Row):
    """An episode."""


@dataclass(frozen=True, slots=True)
class Meeting(_Row):
    """A meeting that decided."""

    episode_id: UUID
    kind: MeetingKind
    number: int
    effective: bool | None
    adjourned_at: str | None


@dataclass(frozen=True, slots=True)
class Child(_Row):
    """A child."""

    position: int


@dataclass(frozen=True, slots=True)
class EpisodeChild(_Row):
    """Which episode a child is in."""

    episode_id: UUID
    child_id: UUID


@dataclass(frozen=True, slots=True)
class Decision(_Row):
    """A decision for a child."""

    meeting_id: UUID
    child_id: UUID
    outcome: Outcome
    new_end: date | None
    tracker_on: date | None


@dataclass(frozen=True, slots=True)
class Authority(_Row):
    """An answer to a decision."""

    decision_id: UUID
    answer: AuthorityAnswer
    given_at: datetime


@dataclass(frozen=True, slots=True)
class ExceptionalReason(_Row):
    """Why a rule was passed for a decision."""

    about: UUID
    rule: str
    reason: str
    by_staff_id: UUID
    meeting_id = None


@dataclass(frozen=True, slots=True)
class Staff(_Row):
    """Who passed it."""

    name: str


def listed_papers(
    case: str, episode: str, children: Iterable[Any], decided: Iterable[Any], today: date
) -> Papers:
    """Return papers that hold a case's decisions, and nothing else, for the rules to read.

    Args:
        case: the case's key, as it is stored.
        episode: the episode in the list.
        children: initials, key and episodes of each child, as `CHILDREN` asks for them.
        decided: the rows of `DECISIONS`, without the case.
        today: the day they are read for.
    """
    papers = Papers(UUID(case), as_of=today)
    papers.take([PreProceedings(UUID(episode))])
    for place, (_, key, episodes) in enumerate(children):
        child = UUID(key)
        papers.take([Child(child, place)])
        if episode in (episodes or "").split(","):
            papers.take([EpisodeChild(child, UUID(episode), child)])
    for row in decided:
        papers.take(_records(*row))
    return papers


def _records(
    episode: str, meeting: str, kind: str, number: int, effective: int | None,
    adjourned_at: str | None, key: str, child: str, outcome: str, new_end: str | None,
    tracker_on: str | None, answered: str | None, answer: str, given_at: str,
    reasoned: str | None, rule: str, reason: str, staff: str, name: str,
) -> list[Any]:  # fmt: skip
    """Return the records that one row of `DECISIONS` tells of."""
    told, decision = effective is None, UUID(key)
    rows: list[Any] = [
        Meeting(
            UUID(meeting),
            UUID(episode),
            MeetingKind(kind),
            number,
            None if told else bool(effective),
            adjourned_at,
        ),
        Decision(
            decision,
            UUID(meeting),
            UUID(child),
            Outcome(outcome),
            date.fromisoformat(new_end) if new_end else None,
            date.fromisoformat(tracker_on) if tracker_on else None,
        ),
    ]
    if answered:
        at = datetime.fromisoformat(given_at).replace(tzinfo=UTC)
        rows.append(Authority(UUID(answered), decision, AuthorityAnswer(answer), at))
    if reasoned:
        rows.append(Staff(UUID(staff), name))
        rows.append(ExceptionalReason(UUID(reasoned), decision, rule, reason, UUID(staff)))
    return rows
