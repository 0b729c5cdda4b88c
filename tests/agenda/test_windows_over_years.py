"""Reviews, extensions and dates over many years: no date ever silently leaves its window.

The windows are worked out a second time here, by the practice and not by the program.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda import records as r
from agenda.decision_words import AuthorityAnswer, Outcome
from agenda.finding import Level
from agenda.papers import Papers
from agenda.policy import Policy, default_policy
from agenda.window_check import passed_window_words, past_window_words, window_findings
from agenda.words import LineKind, LineState, MeetingKind, MeetingState, StaffRole

if TYPE_CHECKING:
    from agenda.window import Window

STARTS = st.dates(date(2018, 1, 1), date(2035, 12, 31))
WEEK = timedelta(weeks=1)


@dataclass
class Extended:
    """An extension for one child, as it was recorded; days are counted from the window's end."""

    review: int
    new_end: int | None
    tracker: int | None
    answers: list[AuthorityAnswer]
    reasons: frozenset[str]
    outcome: Outcome = Outcome.EXTEND


EXTENSIONS = st.builds(
    Extended,
    review=st.integers(0, 1),
    new_end=st.one_of(st.none(), st.integers(-10, 100)),
    tracker=st.one_of(st.none(), st.integers(-30, 60)),
    answers=st.lists(st.sampled_from(AuthorityAnswer), max_size=2),
    reasons=st.frozensets(st.sampled_from(["decision.new_end", "decision.once"])),
    outcome=st.sampled_from([Outcome.EXTEND, Outcome.EXTEND, Outcome.EXTEND, Outcome.CLOSE]),
)
REASONS = st.sampled_from(["", " ", "The course starts late"])
"""None, one without words, which counts for nothing, and a real one."""


@dataclass
class Years:
    """A family somewhere in those years; dates are counted in days from the window's end."""

    start: date
    weeks: int
    extension_weeks: int
    times: int
    counts: tuple[bool, bool]
    extended: list[list[Extended]]
    lines: list[tuple[frozenset[int], int | None, int | None, bool, str]]
    reviews: list[tuple[MeetingKind, int | None, str]]
    today: int
    rows: list[Any] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.end = self.start + self.weeks * WEEK
        self.furthest = self.end + self.extension_weeks * WEEK * (self.times > 0)
        self.as_of = self._day(self.today)
        self.case = self._add(r.Case(reference="PLO-1"))
        self.episode = self._add(r.PreProceedings(case_id=self.case.id))
        self.chair = self._add(r.Staff(name="Priya Nair", role=StaffRole.TEAM_MANAGER))
        self.children = [
            self._add(r.Child(case_id=self.case.id, position=n, full_name=name, initials=name))
            for n, name in enumerate(("JC", "LC"))
        ]
        self._meetings()
        self.decided: list[list[Any]] = [[], []]
        for which, extensions in enumerate(self.extended):
            for row in extensions:
                self._decide(which, row)
        self.dates = [*map(self._line, self.lines), *map(self._review, self.reviews)]

    def policy(self) -> Policy:
        shipped = default_policy()
        return replace(
            shipped,
            window=replace(shipped.window, weeks=self.weeks),
            extension=replace(shipped.extension, weeks=self.extension_weeks, times=self.times),
        )

    def papers(self, rows: list[Any] | None = None) -> Papers:
        papers = Papers(self.case.id, None, self.policy(), self.as_of)
        papers.take(self.rows if rows is None else rows)
        return papers

    def last_day(self, which: int) -> date:
        """The last day of a child's window, worked out by hand."""
        ends, counted = [self.end], 0
        for row in sorted(self.extended[which], key=lambda one: one.review):
            if not self._stands(row) or row.new_end is None:
                continue
            counted += 1
            if counted > self.times and "decision.once" not in row.reasons:
                continue
            new_end = self._day(row.new_end)
            passed = "decision.new_end" in row.reasons
            ends.append(new_end if passed else min(new_end, self.furthest))
        return max(ends)

    def expected(self) -> dict[tuple[Any, str], bool]:
        """Every date past its window, by record and field, and whether a reason passed it."""
        late = {}
        for row, whose, fields, reason in self.dates:
            last = max(self.last_day(which) for which in whose or (0, 1))
            for name in fields:
                day = getattr(row, name)
                if day and day > last:
                    late[row.id, name] = bool(reason.strip())
        return late

    def _stands(self, row: Extended) -> bool:
        """Whether an extension moves the window on the day the papers are read for."""
        if row.outcome is not Outcome.EXTEND or not self.counts[row.review]:
            return False
        if row.answers:
            return row.answers[-1] is AuthorityAnswer.AUTHORISED
        return row.tracker is not None and self.as_of <= self._day(row.tracker)

    def _day(self, days: int) -> date:
        return self.end + timedelta(days=days)

    def _at(self, minutes: int = 0) -> datetime:
        return datetime.combine(self.start, time(10), UTC) + timedelta(minutes=minutes)

    def _add(self, row: Any) -> Any:
        self.rows.append(row)
        return row

    def _meetings(self) -> None:
        facts = {"episode_id": self.episode.id, "state": MeetingState.CONCLUDED}
        initial = self._add(r.Meeting(kind=MeetingKind.INITIAL, number=1, effective=True, **facts))
        self._add(r.Sitting(meeting_id=initial.id, started_at=self._at()))
        kinds = (MeetingKind.MIDWAY, MeetingKind.FINAL)
        self.held = [
            self._add(r.Meeting(kind=kind, number=2 + n, effective=self.counts[n], **facts))
            for n, kind in enumerate(kinds)
        ]

    def _decide(self, which: int, row: Extended) -> None:
        decision = self._add(
            r.Decision(
                meeting_id=self.held[row.review].id,
                child_id=self.children[which].id,
                outcome=row.outcome,
                new_end=None if row.new_end is None else self._day(row.new_end),
                tracker_on=None if row.tracker is None else self._day(row.tracker),
                recommended_by_id=self.chair.id,
                recommended_at=self._at(),
            )
        )
        self.decided[which].append(decision)
        for minutes, answer in enumerate(row.answers, 1):
            self._add(
                r.Authority(
                    decision_id=decision.id,
                    answer=answer,
                    staff_id=self.chair.id,
                    forum="Court Tracker",
                    given_at=self._at(minutes),
                    recorded_by_id=self.chair.id,
                )
            )
        for rule in row.reasons:
            self._pass(rule, decision, "It is exceptional")

    def _line(self, said: tuple[frozenset[int], int | None, int | None, bool, str]) -> Any:
        whose, due, until, dropped, reason = said
        line = self._add(
            r.PlanLine(
                episode_id=self.episode.id,
                number=1,
                kind=LineKind.ACTION,
                what="Clear the stairs",
                due=None if due is None else self._day(due),
                until=None if until is None else self._day(until),
                state=LineState.DROPPED if dropped else LineState.AGREED,
            )
        )
        for which in whose:
            self._add(r.PlanLineChild(line_id=line.id, child_id=self.children[which].id))
        self._pass("smart.past_window", line, reason)
        return line, whose, () if dropped else ("due", "until"), reason

    def _review(self, said: tuple[MeetingKind, int | None, str]) -> Any:
        kind, on, reason = said
        review = self._add(
            r.Meeting(
                episode_id=self.episode.id,
                kind=kind,
                number=9,
                planned_on=None if on is None else self._day(on),
            )
        )
        is_final = kind is MeetingKind.FINAL
        self._pass("dates.final_in_window" if is_final else "dates.midway", review, reason)
        return review, frozenset(), ("planned_on",), reason

    def _pass(self, rule: str, about: Any, reason: str) -> None:
        if reason:
            self._add(
                r.ExceptionalReason(
                    case_id=self.case.id,
                    rule=rule,
                    about=about.id,
                    reason=reason,
                    by_staff_id=self.chair.id,
                    at=self._at(),
                )
            )


def one_each(extensions: list[Extended]) -> list[Extended]:
    """A review decides once for a child."""
    return list({row.review: row for row in extensions}.values())


DAYS = st.one_of(st.none(), st.integers(-90, 130))
FAMILIES = st.builds(
    Years,
    start=STARTS,
    weeks=st.integers(6, 20),
    extension_weeks=st.integers(1, 12),
    times=st.integers(0, 1),
    counts=st.tuples(st.booleans(), st.booleans()),
    extended=st.lists(
        st.lists(EXTENSIONS, max_size=2).map(one_each), min_size=2, max_size=2
    ),
    lines=st.lists(
        st.tuples(st.frozensets(st.integers(0, 1)), DAYS, DAYS, st.booleans(), REASONS), max_size=3
    ),
    reviews=st.lists(
        st.tuples(st.sampled_from([MeetingKind.MIDWAY, MeetingKind.FINAL]), DAYS, REASONS),
        max_size=2,
    ),
    today=st.integers(-90, 90),
)  # fmt: skip


def window_of_child(family: Years, which: int, rows: list[Any] | None = None) -> Window:
    papers = family.papers(rows)
    window = papers.window_for([papers.children[which]])
    assert window
    return window


@settings(max_examples=150)
@given(FAMILIES)
def test_no_date_silently_leaves_its_window_and_none_inside_is_found(family: Years) -> None:
    papers = family.papers()
    found = window_findings(papers)
    assert {(one.about, one.field): bool(one.passed) for one in found} == family.expected()
    for one in found:
        assert one.level is (Level.NOTE if one.passed else Level.MUST)
        assert "Priya Nair" in one.passed or not one.passed
    still = sum(not one.passed for one in found)
    assert past_window_words(papers).startswith(f"{still} date" if still else "")
    assert bool(past_window_words(papers)) is bool(still)
    assert len(passed_window_words(papers)) == len(found) - still


@settings(max_examples=80)
@given(FAMILIES, st.booleans())
def test_a_window_ends_where_the_practice_says(family: Years, with_reasons: bool) -> None:
    windows = [window_of_child(family, which) for which in (0, 1)]
    assert [one.last_day for one in windows] == [family.last_day(0), family.last_day(1)]
    whole = family.papers().window
    assert whole
    assert whole.last_day == max(family.last_day(0), family.last_day(1))
    for which, decided in enumerate(family.decided):
        keys = {decision.id for decision in decided}
        reasons = [row for row in family.rows if isinstance(row, r.ExceptionalReason)]
        kept = {row.id for row in reasons if with_reasons or row.about not in keys}
        passed = {row.rule for row in reasons if row.id in kept and row.about in keys}
        rows = [row for row in family.rows if row.id in kept or row not in reasons]
        window = window_of_child(family, which, rows)
        assert window.start == family.start
        assert window.last_day >= family.end
        if "decision.new_end" not in passed:  # never longer than the policy's weeks
            assert window.last_day <= family.furthest
        if "decision.once" not in passed and not family.times:  # never more often
            assert window.extended_to is None
        if not any(family._stands(row) for row in family.extended[which]):
            assert window.extended_to is None  # refused, lapsed, only recommended, or none


@settings(max_examples=60)
@given(FAMILIES)
def test_a_childs_window_hangs_on_that_childs_decisions_and_on_what_lapses(family: Years) -> None:
    for which in (0, 1):
        others = {decision.id for decision in family.decided[1 - which]}
        rows = [row for row in family.rows if row.id not in others]
        today = window_of_child(family, which)
        assert window_of_child(family, which, rows) == today
        family.as_of += timedelta(days=1)
        tomorrow = window_of_child(family, which)
        lapses = [
            row
            for row in family.extended[which]
            if not row.answers
            and row.tracker is not None
            and family._day(row.tracker) + timedelta(days=1) == family.as_of
        ]
        family.as_of -= timedelta(days=1)
        assert tomorrow == today or lapses


@pytest.mark.parametrize("times", [0, 1])
def test_an_adjourned_review_that_goes_on_past_the_window_is_found(times: int) -> None:
    start = date(2027, 1, 12)
    family = Years(start, 12, 6, times, (True, True), [[], []], [], [], today=0)
    final = family.held[1]
    final.state, final.effective, final.adjourned_at = MeetingState.LIVE, None, family._at()
    final.resumes_on = family.end
    assert window_findings(family.papers()) == []
    final.resumes_on += timedelta(days=1)
    [found] = window_findings(family.papers())
    assert (found.level, found.field) == (Level.MUST, "resumes_on")
    assert "goes on on Wed 7 Apr 2027, after the window ends on Tue 6 Apr 2027" in found.sentence


def test_what_the_family_network_is_to_do_is_held_against_the_window_too() -> None:
    family = Years(date(2027, 1, 12), 12, 6, 1, (True, True), [[], []], [], [], today=0)
    pryce = family._add(
        r.Person(case_id=family.case.id, full_name="Ann Pryce", known_as="Mrs Pryce", initials="ap")
    )
    helper = family._add(
        r.NetworkHelp(episode_id=family.episode.id, person_id=pryce.id, viability_by=family.end)
    )
    assert window_findings(family.papers()) == []
    helper.viability_by += timedelta(days=1)
    assert past_window_words(family.papers()) == (
        "1 date is past the window: check of a family member, 7 Apr. Bring forward what can be, "
        "or record why not."
    )
