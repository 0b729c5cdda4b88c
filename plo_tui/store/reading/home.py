"""The home list, in plain SQL: it is on the screen before the records' library is loaded."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_OID, UUID, uuid5

from agenda.london import london_date
from agenda.policy import Policy, default_policy
from agenda.text import clean
from agenda.window import Window, window_of
from agenda.words import MeetingKind, MeetingState, MinutesState
from plo_tui.store.problems import NOT_AS_WRITTEN
from plo_tui.store.reading.home_queries import CHILDREN, DECISIONS, MEETINGS, cases_query

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.decided import Stage

PAGE = 100
"""Cases in one page of the list; the rest are read as one scrolls."""


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting in the list.

    Attributes:
        on: the day it was or will be held.
        adjourned: whether it waits for another sitting.
        resumes_on: the day of that sitting, where it is agreed.
    """

    meeting_id: UUID
    number: int
    kind: MeetingKind
    on: date | None
    state: MeetingState
    minutes: MinutesState
    minutes_due_on: date | None
    adjourned: bool = False
    resumes_on: date | None = None

    @property
    def to_come(self) -> date | None:
        """The day on which it is to be held or goes on; None where it has ended, or none is."""
        if self.state is MeetingState.CONCLUDED:
            return None
        return self.resumes_on if self.adjourned else self.on


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case in the list.

    Attributes:
        stage: where it stands, in words.
        week: the week of the window today; None before it has begun.
        next_on: the day of the next meeting that is booked.
        next_what: its kind.
        overdue: what is late, each in words.
    """

    case_id: UUID
    reference: str
    children: str
    chair: str
    stage: str
    week: int | None
    weeks: int
    next_on: date | None
    next_what: str
    overdue: tuple[str, ...]
    meetings: tuple[MeetingRow, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the case as `plo-tui cases --json` prints it."""
        return {
            "reference": self.reference,
            "stage": self.stage,
            "week": self.week,
            "next_date": self.next_on.isoformat() if self.next_on else None,
            "meetings": [
                {
                    "number": row.number,
                    "kind": row.kind.value,
                    "date": row.on.isoformat() if row.on else None,
                    "state": row.state.value,
                    "minutes": row.minutes.value,
                }
                for row in self.meetings
            ],
        }


def read_home(
    connection: Any, today: date, find: str = "", limit: int = PAGE, offset: int = 0
) -> list[CaseRow]:
    """Return a page of cases: running meetings first, then by the next date.

    Args:
        connection: a plain connection (`plo_tui.store.connection.connect`).
        today: today's date in London.
        find: a part of the reference, a child's name or initials, or the chair's name, in any
            capitals.
        limit: how many at most.
        offset: how many to pass over.
    """
    words = _folded(clean(find).strip())
    if words:
        connection.create_function("folded", 1, _folded, deterministic=True)
    asked = {"upto": limit + offset, "offset": offset, "words": words}
    cases = connection.execute(cases_query(searched=bool(words)), asked).fetchall()
    marks = ", ".join("?" * len(cases))
    keys = [case[0] for case in cases]
    meetings = _by_case(connection.execute(MEETINGS.format(cases=marks), keys).fetchall())
    children = _by_case(connection.execute(CHILDREN.format(cases=marks), keys).fetchall())
    decided = _by_case(connection.execute(DECISIONS.format(cases=marks), keys).fetchall())
    rows = []
    for case, key in zip(cases, keys, strict=True):
        try:
            row = _case_row(case, meetings[key], children[key], decided[key], today)
        except NOT_AS_WRITTEN:
            row = _unreadable(case)
        rows.append(row)
    return rows


def _unreadable(case: Any) -> CaseRow:
    """Return the row of a case whose record is damaged: it hides none of the others."""
    key, reference, *_ = case
    stage = "cannot be read: damaged"
    known = uuid5(NAMESPACE_OID, str(key))
    return CaseRow(known, str(reference), "", "", stage, None, 0, None, "", (), ())


def _by_case(rows: Iterable[Any]) -> dict[str, list[Any]]:
    """Return rows under the key of their case, which is their first column."""
    piles: dict[str, list[Any]] = defaultdict(list)
    for case, *row in rows:
        piles[case].append(row)
    return piles


def _folded(text: str | None) -> str:
    """Return a text as it is compared: no capitals, and accents written in one way."""
    return unicodedata.normalize("NFKC", text or "").casefold()


def _case_row(
    case: Any, meetings: list[Any], children: list[Any], decided: list[Any], today: date
) -> CaseRow:
    key, reference, chair, episode, ended_on = case
    rows = [_meeting_row(row) for row in meetings]
    policy, window = _window(meetings, episode)
    reached = None
    if decided and window:
        # Loaded only where something was decided: most families of a page wait for that.
        from agenda.decided import stage
        from agenda.extension import as_extended
        from plo_tui.store.reading.listed_decisions import listed_papers

        papers = listed_papers(key, episode, children, decided, today)
        times = policy.extension.times
        reached, window = stage(papers), as_extended(window, times, papers.children, papers)
    is_over = bool(ended_on or (reached and reached.is_over))
    booked = [row for row in rows if row.to_come]
    following = min(booked, key=lambda row: row.to_come or today) if booked else None
    return CaseRow(
        case_id=UUID(key),
        reference=reference,
        children=", ".join(child[0] for child in children),
        chair=chair or "",
        stage=_stage(ended_on, reached, rows, window, today),
        week=window.week_of(today) if window and today >= window.start and not is_over else None,
        weeks=window.weeks_in_all if window else default_policy().window.weeks,
        next_on=following.to_come if following else None,
        next_what=following.kind.value if following else "",
        overdue=tuple(_overdue(rows, None if is_over else window, today)),
        meetings=tuple(rows),
    )


def _meeting_row(row: Any) -> MeetingRow:
    key, number, kind, planned_on, state, _, due_on, _, _, *later = row
    started_at, adjourned, resumes_on, frozen, issued, approvals = later
    started = _instant(started_at)
    standing = _minutes(MeetingState(state), bool(frozen), bool(issued), approvals or 0)
    if kind == MeetingKind.LEGAL_PLANNING:
        standing = MinutesState.NONE  # its record is no minutes, and goes to nobody
    return MeetingRow(
        meeting_id=UUID(key),
        number=number,
        kind=MeetingKind(kind),
        on=london_date(started) if started else _day(planned_on),
        state=MeetingState(state),
        minutes=standing,
        minutes_due_on=_day(due_on),
        adjourned=adjourned is not None,
        resumes_on=_day(resumes_on),
    )


def _minutes(state: MeetingState, frozen: bool, issued: bool, approvals: int) -> MinutesState:
    if state is not MeetingState.CONCLUDED:
        return MinutesState.NONE
    if not frozen:
        return MinutesState.DRAFT
    if issued:
        return MinutesState.ISSUED
    return MinutesState.CHAIR if approvals < 2 else MinutesState.APPROVED


def _window(meetings: Iterable[Any], episode: str) -> tuple[Policy, Window | None]:
    """Return the window from an episode's first initial meeting held and not ineffective.

    With it the policy that the meeting pinned; that shipped where there is none yet.
    """
    for _, _, kind, _, _, effective, _, of_episode, policy_text, started_at, *_ in meetings:
        mine = of_episode == episode and kind == MeetingKind.INITIAL
        if mine and effective != 0 and (started := _instant(started_at)):
            policy = _policy(policy_text)
            return policy, window_of(london_date(started), policy)
    return default_policy(), None


@lru_cache(maxsize=32)
def _policy(pinned: str) -> Policy:
    return Policy.from_pinned(pinned) if pinned else default_policy()


def _stage(
    ended_on: str | None,
    reached: Stage | None,
    rows: list[MeetingRow],
    window: Window | None,
    today: date,
) -> str:
    live = next((row for row in rows if row.state is MeetingState.LIVE), None)
    if live:
        return "adjourned" if live.adjourned else "meeting running"
    if ended_on:
        return "ended"
    if reached:
        return reached.value
    if window is None:
        return "before the meeting"
    return "plan running" if today <= window.last_day else "past the window"


def _overdue(rows: list[MeetingRow], window: Window | None, today: date) -> Iterable[str]:
    for row in rows:
        if row.state is MeetingState.PLANNED and row.on and row.on < today:
            yield f"{row.kind.heading.lower()} not held"
        if row.resumes_on and row.resumes_on < today:
            yield f"{row.kind.heading.lower()} not resumed"
        late = row.minutes_due_on is not None and row.minutes_due_on < today
        if late and row.minutes not in (MinutesState.NONE, MinutesState.ISSUED):
            yield f"minutes {row.number} not issued"
    if window and today > window.last_day:
        yield "window ended"


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _instant(text: str | None) -> datetime | None:
    """Read an instant as the records' library wrote it: UTC, without saying so."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC) if text else None
