"""The demo's five families: believable, within every rule, and never in anyone's own store."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from made_demo import LOGIN, demo
from opened_store import prepare

from agenda.concern_rules import concern_findings
from agenda.concluding import concluding_findings
from agenda.date_rules import FINAL_WORKING_DAY
from agenda.directive_dates import StepKey
from agenda.directive_record import directive_of
from agenda.finding import Finding, Level
from agenda.letter_words import LetterKind, LetterTurnKind
from agenda.letters_rules import letters_findings
from agenda.meeting_facts import meeting_day
from agenda.plan_rules import UNDECIDED, plan_findings
from agenda.policy import default_policy
from agenda.slippage import late_lines, slipped
from agenda.smart import PAST_WINDOW, VAGUE, smart_findings
from agenda.smart_needs import OWNER
from agenda.words import (
    ChildPlan,
    EntryKind,
    MeetingState,
    MinutesState,
    OfferAnswer,
    ParentAnswer,
    Presence,
    Relation,
    StaffRole,
)
from agenda.working_days import WorkingDays
from plo_tui.demo import make_demo
from plo_tui.store import undoing
from plo_tui.store.connection import connect
from plo_tui.store.folder import KEY, STORE
from plo_tui.store.problems import CannotOpen, Refused
from plo_tui.store.reading.edition import read_edition
from plo_tui.store.reading.home import CaseRow, read_home
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.papers import Papers

A_TUESDAY = datetime(2027, 1, 12, 9, 0, tzinfo=UTC)
BETWEEN_HOLIDAYS = datetime(2027, 12, 28, 23, 30, tzinfo=UTC)
"""A bank holiday, a week after which the meeting would have been on one too."""
DAYS = WorkingDays(default_policy().bank_holidays)


class Opened:
    def __init__(self, folder: Path, today: date) -> None:
        self.today = today
        self.key = prepare(folder)
        self.store = Store(folder, self.key)
        plain = connect(folder / STORE, self.key)
        self.rows = {row.reference: row for row in read_home(plain, today)}
        plain.close()

    def papers(self, row: CaseRow, *, meeting: bool) -> Papers:
        first = row.meetings[0].meeting_id if meeting else None
        return self.store.read(read_papers, row.case_id, first)


@pytest.fixture(params=[A_TUESDAY, BETWEEN_HOLIDAYS], ids=["a Tuesday", "between holidays"])
def now(request: pytest.FixtureRequest) -> datetime:
    moment: datetime = request.param
    return moment


@pytest.fixture
def opened(tmp_path: Path, now: datetime) -> Opened:
    return Opened(demo(tmp_path / "demo", now), now.date())


def faults(papers: Papers) -> list[Finding]:
    """Everything found in a draft, but that it is one."""
    found = [
        *(found for line in papers.plan for found in smart_findings(line, papers, DAYS)),
        *plan_findings(papers),
        *concern_findings(papers),
    ]
    return [one for one in found if one.rule is not UNDECIDED]


def test_one_family_meets_today_and_one_a_week_ago(opened: Opened, now: datetime) -> None:
    carters, ellises = opened.rows["PLO-2026-014"], opened.rows["PLO-2026-009"]
    assert (carters.children, carters.next_on) == ("JC, TC, MC", now.date())
    assert (carters.week, carters.overdue) == (None, ())
    assert [row.state for row in ellises.meetings] == [
        MeetingState.CONCLUDED,
        MeetingState.PLANNED,
        MeetingState.PLANNED,
    ]
    held = ellises.meetings[0].on
    assert held is not None
    assert DAYS.is_working_day(held)
    assert timedelta(days=7) <= now.date() - held <= timedelta(days=14)
    assert ellises.meetings[0].minutes is MinutesState.DRAFT


def test_one_plan_slips_and_one_final_review_is_today(opened: Opened, now: datetime) -> None:
    today = now.date()
    hollis = opened.papers(opened.rows["PLO-2026-006"], meeting=False)
    assert [line.number for line in late_lines(hollis, today)] == [1, 2, 3]
    assert "the report of line 3 is missing" in slipped(hollis, today)
    marsh = opened.rows["PLO-2026-003"]
    assert (marsh.next_on, marsh.meetings[0].minutes) == (today, MinutesState.ISSUED)
    papers = opened.papers(marsh, meeting=False)
    assert papers.window is not None
    assert papers.window.week_of(today) == 12
    assert papers.window.contains(today)
    assert [child.due_on is None for child in papers.children] == [True, True, False]


def test_one_family_has_two_fathers_and_no_meeting_yet(opened: Opened) -> None:
    bramleys = opened.papers(opened.rows["PLO-2026-021"], meeting=False)
    fathers = {
        child.initials: [
            person.known_as
            for person in bramleys.people
            for tie in bramleys.relationships
            if (tie.person_id, tie.child_id) == (person.id, child.id)
            and tie.relation is Relation.FATHER
        ]
        for child in bramleys.children
    }
    assert fathers == {"IB": ["Mr Doyle"], "FB": ["Mr Aziz"]}
    assert bramleys.meetings == []
    faults_found = [found.sentence for found in faults(bramleys) if found.level is Level.MUST]
    assert faults_found == []


def test_the_parents_who_meet_today_had_their_letters_in_time(opened: Opened) -> None:
    papers = opened.papers(opened.rows["PLO-2026-014"], meeting=False)
    dates = directive_of(papers, DAYS, opened.today)
    assert dates is not None
    given = {step.key: step for step in dates.steps}[StepKey.GIVEN]
    assert (given.actual, given.standing.words) == (given.planned, "done on the day")
    assert [step.what for step in dates.steps if step.standing.late] == []
    for parent in papers.parents:
        letter = papers.letter_to(LetterKind.BEFORE_PROCEEDINGS, parent.id)
        assert letter is not None
        turns = [turn.what for turn in papers.turns(letter.id)]
        assert turns == [LetterTurnKind.TO_LEGAL, LetterTurnKind.CLEARED, LetterTurnKind.DELIVERED]
    assert letters_findings(papers, DAYS, opened.today) == []


def test_the_referral_has_the_goals_it_aligns_with(opened: Opened) -> None:
    bramleys = opened.papers(opened.rows["PLO-2026-021"], meeting=False)
    assert all(child.plan is ChildPlan.CHILD_PROTECTION for child in bramleys.children)
    assert [child.initials for child in bramleys.children if not bramleys.goals(child.id)] == []


def test_no_two_in_a_family_share_their_initials(opened: Opened) -> None:
    for row in opened.rows.values():
        papers = opened.papers(row, meeting=False)
        initials = [child.initials for child in papers.children]
        initials += [person.initials.upper() for person in papers.people]
        assert len(set(initials)) == len(initials), initials


def test_the_draft_plan_has_three_faults_to_find(opened: Opened) -> None:
    papers = opened.papers(opened.rows["PLO-2026-014"], meeting=False)
    found = {(one.rule, papers.find("PlanLine", one.about).number) for one in faults(papers)}  # type: ignore[union-attr]
    assert found == {(PAST_WINDOW, 2), (VAGUE, 3), (OWNER, 6)}


def test_the_letter_of_somerset_is_in_the_draft(opened: Opened) -> None:
    papers = opened.papers(opened.rows["PLO-2026-014"], meeting=False)
    assert [concern.heading for concern in papers.concerns] == ["Neglect", "Emotional abuse"]
    assert all(papers.examples(concern.id) for concern in papers.concerns)
    home = papers.plan[0]
    assert [part.text.split()[0] for part in papers.parts(home.id)] == [
        "No",
        "Floors",
        "Hallways",
        "Bathroom",
        "Each",
    ]
    assert "fire prevention officer" in papers.plan[1].what
    mother, father = papers.parents
    represented = [papers.representation(parent.id) for parent in (mother, father)]
    assert [row.represented.value for row in represented if row] == ["represented", "no solicitor"]


@pytest.mark.parametrize("reference", ["PLO-2026-009", "PLO-2026-006", "PLO-2026-003"])
def test_the_concluded_meeting_has_nothing_open(opened: Opened, reference: str) -> None:
    papers = opened.papers(opened.rows[reference], meeting=True)
    day = meeting_day(papers)
    assert day is not None
    found = concluding_findings(papers, DAYS, day)
    assert [one.sentence for one in found if one.level is Level.MUST] == []
    open_still = [one for one in found if one.level is Level.SHOULD]
    # A final review today is on whatever day the demo is tried.
    assert [one.sentence for one in open_still if one.rule is not FINAL_WORKING_DAY] == []


def test_the_minutes_hold_what_a_meeting_brings(opened: Opened) -> None:
    row = opened.rows["PLO-2026-009"]
    papers = opened.papers(row, meeting=True)
    assert len(papers.entries) >= 40
    here = {attendance.presence for attendance in papers.attendance}
    assert {Presence.PRESENT, Presence.LATE, Presence.LEFT, Presence.APOLOGIES} <= here
    assert {entry.kind for entry in papers.entries} >= {
        EntryKind.VIEW,
        EntryKind.AGREED,
        EntryKind.DISPUTED,
        EntryKind.CONSEQUENCE,
        EntryKind.DOCUMENT,
        EntryKind.ASIDE,
    }
    answers = {answer.answer for line in papers.plan for answer in papers.answers(line.id)}
    assert {ParentAnswer.WITH_CONDITIONS, ParentAnswer.NOT_AGREED} <= answers
    assert [taken.taken for taken in papers.advice_breaks] == [False, True]
    assert papers.family_offer is not None
    assert papers.family_offer.answer is OfferAnswer.ACCEPTED
    assert papers.network
    assert papers.consents
    edition = opened.store.read(read_edition, row.case_id, papers.meeting.id)
    assert "taxi was refused" not in repr(edition.minutes)
    window = papers.window
    assert window is not None
    reviews = [review.planned_on for review in papers.planned_reviews]
    assert all(on and window.contains(on) and DAYS.is_working_day(on) for on in reviews)


def test_whoever_tries_it_is_the_chair_and_can_take_nothing_back(opened: Opened) -> None:
    """Undo takes back one's own changes: the demo's were all its other staff's."""
    for row in opened.rows.values():
        opened.store.actor_id = opened.papers(row, meeting=False).case.chair_id
        with pytest.raises(Refused, match="nothing to undo"):
            opened.store.do(undoing.undo, row.case_id)
        papers = opened.papers(row, meeting=False)
        [you] = [member for member in papers.staff if member.login == LOGIN]
        assert (you.name, you.role) == ("Sam Reed", StaffRole.TEAM_MANAGER)
        assert papers.case.chair_id == you.id
        assert {meeting.chair_id for meeting in papers.meetings} <= {you.id}
        assert {member.role for member in papers.staff} >= {
            StaffRole.BUSINESS_SUPPORT,
            StaffRole.LAWYER,
            StaffRole.HEAD_OF_SERVICE,
            StaffRole.SOCIAL_WORKER,
        }


def test_its_store_says_that_it_is_the_demo(opened: Opened) -> None:
    assert opened.key.demo
    assert opened.store.demo


def test_it_is_never_put_into_a_store_that_is_there(tmp_path: Path) -> None:
    key = prepare(tmp_path)
    with pytest.raises(CannotOpen, match="already"):
        make_demo(tmp_path, A_TUESDAY, LOGIN)
    assert prepare(tmp_path) == key


def test_half_a_demo_is_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("plo_tui.demo.carter.write", interrupted)
    with pytest.raises(KeyboardInterrupt):
        make_demo(tmp_path, A_TUESDAY, LOGIN)
    assert not (tmp_path / STORE).exists()
    assert not (tmp_path / KEY).exists()
