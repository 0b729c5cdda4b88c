"""The legal planning referral: what is recorded, whose approval it is, and the booking after it."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any

import pytest
from made_store import MET_ON, House, house

from agenda.legal_planning_words import PlanningPurpose
from agenda.readiness_rules import readiness_findings
from agenda.records import ExpertEnquiry, Meeting, Referral, new_key
from agenda.words import LineKind, MeetingKind, MeetingState, StaffRole
from agenda.working_days import WorkingDays
from plo_tui.store import undoing
from plo_tui.store.problems import Changed, Refused
from plo_tui.store.reading.papers import read_papers, read_papers_with_legal_planning
from plo_tui.store.verbs import experts, family, meeting, referrals, staff
from plo_tui.store.verbs import planning as planning_verbs

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from agenda.legal_planning_papers import LegalPlanningPapers

SUBMITTED = date(2027, 1, 8)
WHOLE: referrals.ReferralValues = {
    "completed_on": SUBMITTED,
    "summary": " Is the threshold met? ",
    "submitted_on": SUBMITTED,
}


class Planning:
    """A house with a referral and a head of service."""

    def __init__(self, made: House) -> None:
        self.made = made
        self.head = new_key()
        made.store.do(staff.add_staff, self.head, "Ruth Cole", StaffRole.HEAD_OF_SERVICE)
        self.referral = new_key()

    def record(self, version: int | None = None, **values: Any) -> None:
        keys = self.made.keys
        self.made.store.do(
            referrals.record_referral,
            keys.episode,
            self.referral,
            version,
            {**WHOLE, **values},  # type: ignore[typeddict-item]
        )

    def approve(self, whose: UUID | None = None, **said: Any) -> None:
        version = self.row.version
        on = said.pop("on", MET_ON)
        whose = whose or self.head
        self.made.store.do(
            referrals.approve_referral, self.referral, version, whose, on, "by email", **said
        )

    def book(self, **values: Any) -> UUID:
        key = new_key()
        self.made.store.do(referrals.book_legal_planning, self.referral, key, values)  # type: ignore[arg-type]
        return key

    @property
    def papers(self) -> LegalPlanningPapers:
        return self.made.store.read(read_papers_with_legal_planning, self.made.keys.case)

    @property
    def row(self) -> Referral:
        row = self.papers.referral
        assert row is not None
        return row

    def meeting(self, key: UUID) -> Meeting:
        return self.made.store.read(lambda session: session.get_one(Meeting, key))


@pytest.fixture
def planning(tmp_path: Path) -> Planning:
    return Planning(house(tmp_path / "store"))


def test_a_referral_is_recorded_once_and_changed_from_the_version_that_was_seen(
    planning: Planning,
) -> None:
    planning.record()
    row = planning.row
    assert (row.summary, row.purpose) == ("Is the threshold met?", PlanningPurpose.START)
    planning.record(row.version, summary="Neglect again")
    assert planning.row.summary == "Neglect again"
    with pytest.raises(Changed):
        planning.record(row.version, summary="Older words")
    planning.referral = new_key()
    with pytest.raises(Refused, match="a referral already"):
        planning.record()


@pytest.mark.parametrize(
    "field", ["completed_on", "submitted_on", "assessment_on", "chronology_to"]
)
def test_what_can_only_have_been_is_not_in_the_future(planning: Planning, field: str) -> None:
    with pytest.raises(Refused, match="future") as refused:
        planning.record(None, **{field: date(2027, 1, 13)})
    assert refused.value.field == field
    assert planning.papers.referral is None


def test_an_emergency_needs_why_and_keeps_the_name_of_who_recorded_it(planning: Planning) -> None:
    made = planning.made
    with pytest.raises(Refused, match="cannot wait") as refused:
        planning.record(emergency=True, emergency_why="  ")
    assert refused.value.field == "emergency_why"
    planning.record(emergency=True, emergency_why="A burn, today")
    assert planning.row.emergency_by_id == made.keys.clerk
    made.store.actor_id = made.keys.chair
    planning.record(planning.row.version, threshold_with="Mr Ward")
    assert planning.row.emergency_by_id == made.keys.clerk
    planning.record(planning.row.version, emergency=False)
    assert planning.row.emergency_why == ""
    assert planning.papers.referral.emergency_by_id is None  # type: ignore[union-attr]


def test_only_a_head_of_service_approves_or_has_it_recorded_with_how_they_gave_it(
    planning: Planning,
) -> None:
    made = planning.made
    planning.record()
    with pytest.raises(Refused, match="Ada Fenn is team manager") as no:
        planning.approve(made.keys.chair)
    assert no.value.field == "staff_id"
    approve, version = referrals.approve_referral, planning.row.version
    with pytest.raises(Refused, match="Say how Ruth Cole gave"):
        made.store.do(approve, planning.referral, version, planning.head, MET_ON)
    with pytest.raises(Refused, match="Say how Ruth Cole gave"):
        made.store.do(approve, planning.referral, version, planning.head, MET_ON, " In the  app")
    planning.approve()
    assert (planning.row.approved_by_id, planning.row.approved_on) == (planning.head, MET_ON)
    assert planning.row.approved_how == "by email"
    made.store.actor_id = planning.head
    made.store.do(approve, planning.referral, planning.row.version, planning.head, MET_ON)
    assert planning.row.approved_how == "in the app"


@pytest.mark.parametrize(
    ("on", "words"), [(date(2027, 1, 7), "after the referral"), (date(2027, 1, 13), "future")]
)
def test_an_approval_comes_after_the_papers_and_not_in_the_future(
    planning: Planning, on: date, words: str
) -> None:
    planning.record()
    with pytest.raises(Refused, match=words):
        planning.approve(on=on)


def test_what_was_not_submitted_is_not_approved(planning: Planning) -> None:
    planning.record(submitted_on=None)
    with pytest.raises(Refused, match="submitted"):
        planning.approve()


def test_what_was_approved_stays_until_the_approval_is_taken_back(planning: Planning) -> None:
    planning.record()
    with pytest.raises(Refused, match="not approved"):
        planning.made.store.do(referrals.take_back_approval, planning.referral)
    planning.approve()
    planning.record(planning.row.version, threshold_with="Mr Ward, operations manager")
    with pytest.raises(Refused, match="Ruth Cole approved this on 12 January") as no:
        planning.record(planning.row.version, summary="Something else is asked")
    assert no.value.field == "summary"
    assert "take the approval back first" in str(no.value)
    row = planning.row
    assert (row.summary, row.approved_on) == ("Is the threshold met?", MET_ON)
    planning.made.store.do(referrals.take_back_approval, planning.referral)
    row = planning.row
    assert (row.approved_on, row.approved_by_id, row.approved_how) == (None, None, "")
    planning.record(planning.row.version, summary="Something else is asked")
    planning.approve()
    assert planning.row.summary == "Something else is asked"


def test_an_approval_on_which_the_meeting_was_held_stays(planning: Planning) -> None:
    planning.record()
    planning.approve()
    key = planning.book()
    planning.made.store.do(lambda work: _hold(work, key, {"state": MeetingState.CONCLUDED}))
    with pytest.raises(Refused, match="so it stays"):
        planning.made.store.do(referrals.take_back_approval, planning.referral)


def test_a_draft_plan_that_was_changed_after_the_approval_is_found(planning: Planning) -> None:
    made = planning.made
    planning.record()
    planning.approve()
    days = WorkingDays(planning.papers.policy.bank_holidays)
    key = "readiness.approved_plan"

    def found() -> list[str]:
        ready = readiness_findings(planning.papers, days, MET_ON)
        return [one.sentence for one in ready if one.rule.key == key]

    assert found() == []
    line = {"kind": LineKind.VISIT, "what": "We visit", "rhythm": "every Tuesday"}
    made.store.do(planning_verbs.add_line, made.keys.episode, new_key(), line)  # type: ignore[arg-type]
    [said] = found()
    assert "changed after Ruth Cole approved the referral" in said
    made.store.do(referrals.take_back_approval, planning.referral)
    assert found() == []
    planning.approve()
    assert found() == []
    assert "We visit · every Tuesday" in planning.row.approved_plan


def test_legal_planning_is_booked_after_the_approval_and_chaired_by_the_head_of_service(
    planning: Planning,
) -> None:
    made = planning.made
    case = planning.papers.case
    made.store.do(family.change_case, case.id, case.version, None, None, planning.head)
    planning.record()
    with pytest.raises(Refused, match="head of service approves the referral first"):
        planning.book()
    planning.approve()
    key = planning.book(planned_on=date(2027, 1, 14), planned_at=time(14), place="Room 4")
    booked = planning.meeting(key)
    assert (booked.kind, booked.chair_id) == (MeetingKind.LEGAL_PLANNING, planning.head)
    assert planning.row.meeting_id == key
    with pytest.raises(Refused, match="booked already"):
        planning.book()
    made.store.do(meeting.withdraw_meeting, key)
    again = planning.book(chair_id=made.keys.chair)
    assert planning.meeting(again).chair_id == made.keys.chair


def test_an_emergency_is_booked_before_anybody_approved_it(planning: Planning) -> None:
    planning.record(submitted_on=None, emergency=True, emergency_why="A burn, today")
    assert planning.meeting(planning.book()).state is MeetingState.PLANNED


def test_a_booking_is_undone_whole(planning: Planning) -> None:
    planning.record(emergency=True, emergency_why="A burn, today")
    key = planning.book()
    planning.made.store.do(undoing.undo, planning.made.keys.case)
    assert planning.row.meeting_id is None
    assert planning.meeting(key).withdrawn_at


def test_once_its_meeting_was_held_another_referral_can_follow(planning: Planning) -> None:
    planning.record(emergency=True, emergency_why="A burn, today")
    key = planning.book()
    first, planning.referral = planning.referral, new_key()
    with pytest.raises(Refused, match="a referral already"):
        planning.record(purpose=PlanningPurpose.RETURN)
    held = {"state": MeetingState.CONCLUDED}
    planning.made.store.do(lambda work: _hold(work, key, held))
    planning.referral, second = first, planning.referral
    planning.record(planning.row.version, summary="What the papers said, a day later")
    planning.approve()
    with pytest.raises(Refused, match="so it stays"):
        planning.record(planning.row.version, summary="Something else")
    planning.referral = second
    planning.record(purpose=PlanningPurpose.RETURN)
    assert planning.row.id == planning.referral != first


def test_nothing_of_it_comes_through_the_other_door(planning: Planning) -> None:
    planning.record(emergency=True, emergency_why="A burn, today")
    key = planning.book()
    do, keys = planning.made.store.do, planning.made.keys
    do(experts.add_expert, keys.episode, new_key(), {"expert": "Dr Lund"})
    papers = planning.made.store.read(read_papers, keys.case)
    assert papers.find("Meeting", key) is None
    assert papers.standing("Referral") == papers.standing("ExpertEnquiry") == []
    assert [row.number for row in papers.meetings] == [1]


def test_an_expert_is_contacted_answers_and_can_be_withdrawn(planning: Planning) -> None:
    made, key = planning.made, new_key()
    asked: experts.ExpertValues = {"expert": " Dr Lund ", "contacted_on": SUBMITTED}
    made.store.do(experts.add_expert, made.keys.episode, key, asked)
    answer: experts.ExpertValues = {
        "answered_on": MET_ON,
        "cost_pence": 240_000,
        "report_weeks": 10,
    }
    made.store.do(experts.change_expert, key, 1, answer)
    (row,) = planning.papers.experts
    assert (row.expert, row.cost_pence, row.report_weeks) == ("Dr Lund", 240_000, 10)
    with pytest.raises(Changed):
        made.store.do(experts.change_expert, key, 1, answer)
    made.store.do(experts.withdraw_expert, key)
    assert planning.papers.experts == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("expert", " "),
        ("cost_pence", -1),
        ("cost_pence", 100_000_001),
        ("field", "psychology, because our advice is that threshold is crossed already"),
        ("report_weeks", 0),
        ("report_weeks", 521),
        ("contacted_on", date(2027, 1, 13)),
        ("answered_on", date(2027, 1, 4)),
        ("note", "x" * 100_000),
    ],
)
def test_what_an_expert_cannot_have_said_is_refused_at_its_field(
    planning: Planning, field: str, value: object
) -> None:
    made, key = planning.made, new_key()
    said: dict[str, Any] = {"expert": "Dr Lund", "contacted_on": date(2027, 1, 5), field: value}
    with pytest.raises(Refused) as refused:
        made.store.do(experts.add_expert, made.keys.episode, key, said)  # type: ignore[arg-type]
    assert refused.value.field == field
    assert made.store.read(lambda session: session.get(ExpertEnquiry, key)) is None


def _hold(work: Any, key: UUID, held: dict[str, Any]) -> None:
    """Conclude a meeting, as the legal planning meeting's own verb does."""
    work.in_case_of(key)
    work.change(Meeting, key, None, **held)
