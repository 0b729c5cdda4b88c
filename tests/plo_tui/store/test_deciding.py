"""What a review decides for each child: recommended until answered; nothing where it failed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from made_store import House, house
from test_outcomes import begin_review, papers_of

from agenda.decision_words import AfterClose, AuthorityAnswer, Outcome, Standing, Trajectory
from agenda.extension import how_it_stands
from agenda.records import new_key
from agenda.words import ApprovalRole, ParentAnswer, StaffRole
from plo_tui.store.problems import Refused
from plo_tui.store.undoing import undo
from plo_tui.store.verbs import deciding, judging, meeting, signing, staff

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

REASONS = {"reasons": "Five of six lines are done", "rejected": "Extend: nothing is left to show"}
END = date(2027, 5, 18)
TRACKER = date(2027, 3, 18)


class Review:
    """A running midway review, and the head of service."""

    def __init__(self, made: House) -> None:
        self.made = made
        self.key = begin_review(made)
        self.head = new_key()
        made.store.do(staff.add_staff, self.head, "Rob Hale", StaffRole.HEAD_OF_SERVICE, "Service")

    def papers(self) -> Any:
        return papers_of(self.made, self.key)

    def decide(self, outcome: Outcome = Outcome.CLOSE, **values: Any) -> Any:
        keys = self.made.keys
        said: Any = {**REASONS, **values}
        self.made.store.do(
            deciding.record_decision,
            self.key,
            [keys.child],
            outcome,
            said,
            [{"person_id": keys.mother, "answer": ParentAnswer.NOT_AGREED, "said": "Too soon"}],
            [{"staff_id": keys.lawyer, "on": date(2027, 2, 22), "forum": "Telephone", "said": ""}],
        )
        return self.papers().decision(keys.child)

    def answer(self, decision: UUID, **values: Any) -> None:
        facts: dict[str, Any] = {
            "answer": AuthorityAnswer.AUTHORISED,
            "staff_id": self.head,
            "forum": "Court Tracker",
            "given_at": self.made.clock.now,
        }
        self.made.store.do(deciding.answer_decisions, [decision], **(facts | values))

    def stands(self) -> Standing:
        papers = self.papers()
        return how_it_stands(papers.decision(self.made.keys.child), papers)


@pytest.fixture
def review(tmp_path: Path) -> Review:
    return Review(house(tmp_path / "store"))


def test_a_decision_is_kept_with_each_view_and_who_was_consulted(review: Review) -> None:
    decision = review.decide(after_close=AfterClose.CONTINUES, letter_by=date(2027, 3, 1))
    papers = review.papers()
    assert (decision.outcome, decision.after_close) == (Outcome.CLOSE, AfterClose.CONTINUES)
    assert decision.recommended_by_id == review.made.store.actor_id
    [view] = papers.decision_views(decision.id)
    assert (view.answer, view.said) == (ParentAnswer.NOT_AGREED, "Too soon")
    [asked] = papers.consultations(decision.id)
    assert (papers.name(asked.staff_id, None), asked.on) == ("Lee Hart", date(2027, 2, 22))
    assert review.stands() is Standing.RECOMMENDED


def test_deciding_again_stands_in_its_place_and_leaves_nothing_of_the_other_outcome(
    review: Review,
) -> None:
    first = review.decide(Outcome.EXTEND, new_end=END, tracker_on=TRACKER)
    assert review.stands() is Standing.PROVISIONAL
    again = review.decide(Outcome.CLOSE, after_close=AfterClose.REFER, new_end=END)
    assert again.id == first.id
    assert (again.new_end, again.tracker_on, again.after_close) == (None, None, AfterClose.REFER)
    assert len(review.papers().decision_views(again.id)) == 1
    assert len(review.papers().consultations(again.id)) == 1


def test_an_answer_stands_until_what_it_was_given_to_changes(review: Review) -> None:
    decision = review.decide(Outcome.EXTEND, new_end=END, tracker_on=TRACKER)
    review.answer(decision.id, by_telephone=True)
    assert review.stands() is Standing.AUTHORISED
    review.decide(Outcome.EXTEND, new_end=END, tracker_on=TRACKER, dissent="The school disagrees")
    assert review.stands() is Standing.AUTHORISED
    review.decide(Outcome.EXTEND, new_end=date(2027, 4, 20), tracker_on=TRACKER)
    assert review.stands() is Standing.PROVISIONAL


def test_the_latest_answer_counts_and_can_be_taken_back(review: Review) -> None:
    decision = review.decide(Outcome.ISSUE)
    review.answer(decision.id)
    review.answer(decision.id, answer=AuthorityAnswer.REFUSED, why="The threshold is not met")
    assert review.stands() is Standing.REFUSED
    review.made.store.do(undo, review.made.keys.case)
    assert review.stands() is Standing.AUTHORISED


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"given_at": datetime(2027, 2, 23, 10, 1, tzinfo=UTC)}, "given_at"),
        ({"given_at": datetime(2027, 2, 23, 9, 59, tzinfo=UTC)}, "given_at"),
        ({"forum": " "}, "forum"),
        ({"answer": AuthorityAnswer.REFUSED}, "why"),
    ],
    ids=["in the future", "before the decision", "nowhere", "refused without a reason"],
)
def test_an_answer_says_when_where_and_why(
    review: Review, changed: dict[str, Any], field: str
) -> None:
    decision = review.decide()
    with pytest.raises(Refused) as refused:
        review.answer(decision.id, **changed)
    assert refused.value.field == field
    assert review.stands() is Standing.RECOMMENDED


def test_only_the_head_of_service_answers_an_extension(review: Review) -> None:
    decision = review.decide(Outcome.EXTEND, new_end=END, tracker_on=TRACKER)
    with pytest.raises(Refused, match="answered by the head of service, at the Court Tracker"):
        review.answer(decision.id, staff_id=review.made.keys.lawyer)
    review.answer(review.decide(Outcome.ISSUE).id, staff_id=review.made.keys.lawyer)
    assert review.stands() is Standing.AUTHORISED


def test_a_born_child_has_no_application_at_birth(review: Review) -> None:
    with pytest.raises(Refused, match="cannot decide “apply at birth” for") as refused:
        review.decide(Outcome.AT_BIRTH)
    assert refused.value.field == "outcome"


def test_a_decision_is_for_a_child(review: Review) -> None:
    with pytest.raises(Refused) as refused:
        review.made.store.do(deciding.record_decision, review.key, [], Outcome.ISSUE, {})
    assert refused.value.field == "children"


def test_a_meeting_that_was_not_effective_decides_nothing(review: Review) -> None:
    review.decide()
    review.made.store.do(meeting.conclude, review.key, effective=False, why_not="Nobody came.")
    assert review.papers().decision(review.made.keys.child) is None
    with pytest.raises(Refused, match="not effective, so it decides nothing"):
        review.decide()


def test_an_answer_can_be_recorded_after_the_minutes_are_approved(review: Review) -> None:
    decision = review.decide(Outcome.ISSUE)
    made, chair = review.made, review.made.keys.chair
    version = review.papers().meeting.version
    made.store.do(meeting.change_meeting, review.key, version, {"chair_id": chair})
    made.store.do(meeting.conclude, review.key, effective=True)
    seen = made.edition(review.key).fingerprint
    made.store.do(signing.approve, review.key, ApprovalRole.CHAIR, chair, seen)
    with pytest.raises(Refused, match="minutes are approved"):
        review.decide(Outcome.CLOSE)
    review.answer(decision.id, by_telephone=True)
    assert review.stands() is Standing.AUTHORISED
    assert made.edition(review.key).fingerprint == seen


def test_trajectory_and_judgement_stand_in_the_place_of_what_was_said_before(
    review: Review,
) -> None:
    keys = review.made.keys
    for way, why in ((Trajectory.SAME, ""), (Trajectory.REDUCED, "The school's record")):
        review.made.store.do(judging.record_trajectory, review.key, keys.concern, way, why)
        review.made.store.do(judging.record_judgement, review.key, keys.child, way, why)
    papers = review.papers()
    [said] = papers.trajectories(keys.concern)
    [judged] = papers.judgements(keys.child)
    assert (said.trajectory, said.evidence) == (Trajectory.REDUCED, "The school's record")
    assert (judged.risk, judged.reasons) == (Trajectory.REDUCED, "The school's record")


def test_an_initial_meeting_neither_judges_nor_decides(tmp_path: Path) -> None:
    made = house(tmp_path / "store")
    keys = made.keys
    for verb, args in (
        (judging.record_trajectory, (keys.concern, Trajectory.SAME)),
        (judging.record_judgement, (keys.child, Trajectory.SAME)),
        (deciding.record_decision, ([keys.child], Outcome.ISSUE, {})),
    ):
        with pytest.raises(Refused, match="this is the initial meeting"):
            made.store.do(verb, keys.meeting, *args)


def test_considering_a_midway_review_says_why(review: Review) -> None:
    made = review.made
    consider = judging.consider_midway
    with pytest.raises(Refused) as refused:
        made.store.do(consider, made.keys.episode, "lines 1 and 2 are late", hold=False, why=" ")
    assert refused.value.field == "why"
    made.store.do(
        consider, made.keys.episode, "lines 1 and 2 are late", hold=False, why="Both end this week"
    )
    [row] = review.papers().midway_considered
    assert (row.on, row.hold, row.why) == (date(2027, 2, 23), False, "Both end this week")
