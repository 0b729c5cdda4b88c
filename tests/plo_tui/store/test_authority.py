"""The answer of whoever has the authority: who may give it, when, and what it leaves untouched."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from made_store import house
from reviewed_house import REVIEW, TRACKER, Reviewed

from agenda.decision_words import AuthorityAnswer, Outcome, Standing
from agenda.extension import how_it_stands
from agenda.words import ApprovalRole
from plo_tui.store.problems import Refused
from plo_tui.store.reading.edition import read_edition
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.undoing import undo
from plo_tui.store.verbs import deciding, judging, meeting, signing

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from agenda.papers import Papers


@pytest.fixture
def reviewed(tmp_path: Path) -> Reviewed:
    return Reviewed(house(tmp_path / "store"))


def papers(reviewed: Reviewed) -> Papers:
    return reviewed.store.read(read_papers, reviewed.keys.case, None, None, TRACKER)


def standing(reviewed: Reviewed, decision: UUID) -> Standing:
    read = papers(reviewed)
    return how_it_stands(read.find("Decision", decision), read)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"hours": 1}, "given_at", "in the future"),
        ({"hours": -24}, "given_at", "after the decision was recommended"),
        ({"forum": " "}, "forum", "where it was decided"),
        ({"answer": AuthorityAnswer.REFUSED}, "why", "why it was refused"),
        ({"by": "chair"}, "staff_id", "answered by the head of service, at the Court Tracker"),
        ({"decisions": []}, "decisions", "Choose the decision"),
    ],
)
def test_an_answer_that_will_not_do_is_refused_beside_its_field(
    reviewed: Reviewed, changed: dict[str, Any], field: str, said: str
) -> None:
    decision = reviewed.extend("JC")
    with pytest.raises(Refused, match=said) as refused:
        reviewed.store.do(
            deciding.answer_decisions,
            changed.get("decisions", [decision]),
            changed.get("answer", AuthorityAnswer.AUTHORISED),
            reviewed.keys.chair if "by" in changed else reviewed.head,
            changed.get("forum", "Court Tracker"),
            reviewed.clock() + timedelta(hours=changed.get("hours", 0)),
        )
    assert refused.value.field == field
    assert standing(reviewed, decision) is Standing.PROVISIONAL


def test_only_an_extension_is_bound_to_the_policys_consultee(reviewed: Reviewed) -> None:
    decision = reviewed.decide("JC", Outcome.ISSUE)
    given = (reviewed.keys.lawyer, "Telephone", reviewed.clock())
    answer = AuthorityAnswer.AUTHORISED
    reviewed.store.do(deciding.answer_decisions, [decision], answer, *given, by_telephone=True)
    assert standing(reviewed, decision) is Standing.AUTHORISED
    reviewed.store.do(undo, reviewed.keys.case)
    assert standing(reviewed, decision) is Standing.RECOMMENDED


def test_the_latest_answer_counts(reviewed: Reviewed) -> None:
    decision = reviewed.extend("JC")
    reviewed.answer(decision)
    reviewed.to_day(REVIEW + timedelta(days=1))
    reviewed.answer(decision, AuthorityAnswer.REFUSED)
    assert standing(reviewed, decision) is Standing.REFUSED


def test_it_is_recorded_after_the_approval_and_leaves_the_minutes_as_they_were(
    reviewed: Reviewed,
) -> None:
    decision = reviewed.extend("JC")
    reviewed.end_review()
    case, review = reviewed.keys.case, reviewed.review
    before = reviewed.store.read(read_edition, case, review)
    role, chair = ApprovalRole.CHAIR, reviewed.keys.chair
    reviewed.store.do(signing.approve, review, role, chair, before.fingerprint, "here")
    reviewed.to_day(TRACKER)
    reviewed.answer(decision)
    assert standing(reviewed, decision) is Standing.AUTHORISED
    assert reviewed.store.read(read_edition, case, review).fingerprint == before.fingerprint


def test_what_decides_nothing_is_not_answered(reviewed: Reviewed) -> None:
    decision = reviewed.extend("JC")
    reviewed.store.do(meeting.conclude, reviewed.review, effective=False, why_not="Nobody came")
    with pytest.raises(Refused, match="decides nothing"):
        reviewed.answer(decision)


def test_slippage_is_never_answered_without_a_reason(reviewed: Reviewed) -> None:
    episode, slipped = reviewed.keys.episode, "lines 1 and 2 are late"
    for hold in (True, False):
        with pytest.raises(Refused, match="why, or why not") as refused:
            reviewed.store.do(judging.consider_midway, episode, slipped, hold=hold, why=" ")
        assert refused.value.field == "why"
    reviewed.store.do(judging.consider_midway, episode, slipped, hold=False, why="Booked")
    [kept] = papers(reviewed).midway_considered
    assert (kept.on, kept.hold, kept.by_staff_id) == (REVIEW, False, reviewed.keys.clerk)
