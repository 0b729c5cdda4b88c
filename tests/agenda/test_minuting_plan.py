"""The plan and the dates, as minutes print them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from minuting_papers import FINAL_DAY, CarterPapers

from agenda import records
from agenda.minutes import MinutedDate
from agenda.words import (
    LineKind,
    LineState,
    ParentAnswer,
)

NOW = datetime(2027, 1, 12, 12, tzinfo=UTC)


@pytest.fixture
def carters() -> CarterPapers:
    return CarterPapers()


def test_a_plan_line_with_its_week_concern_goal_and_answers(carters: CarterPapers) -> None:
    carters.fill()
    c = carters
    goal = c.add(records.ProtectionGoal(child_id=c.jayden.id, text="A clean home"))
    line = c.line(
        number=2,
        kind=LineKind.ASSESSMENT,
        what="Parenting assessment",
        due=date(2027, 4, 20),
        owner_staff_id=c.social_worker.id,
        goal_id=goal.id,
    )
    c.add(records.PlanLineChild(line_id=line.id, child_id=c.lily.id))
    c.add(
        records.ExceptionalReason(
            case_id=c.case.id,
            rule="smart.past_window",
            about=line.id,
            reason="The expert is ill.",
            by_staff_id=c.chair.id,
            at=NOW,
        )
    )
    c.add(
        records.LineAnswer(
            line_id=line.id,
            meeting_id=records.new_key(),
            person_id=c.mother.id,
            answer=ParentAnswer.NOT_AGREED,
        )
    )
    first, second = c.minutes().plan
    assert (first.owner, first.owner_is_ours, first.due_week) == ("Ms Carter", False, 4)
    assert (first.concern, first.goal, first.exception) == (1, "", "")
    assert first.parts == ("The floor is clear.",)
    assert [answer.name for answer in first.answers] == ["Ms Carter", "Mr Hill"]
    assert (second.owner, second.owner_is_ours, second.due_week) == ("Ann Reed", True, 14)
    assert (second.state, second.children, second.goal) == (
        LineState.DRAFT,
        ("LC",),
        "A clean home",
    )
    assert second.exception == "The expert is ill. — Dawn Price"
    assert second.answers == ()


def test_dates_everyone_leaves_with(carters: CarterPapers) -> None:
    carters.review(planned_on=FINAL_DAY, planned_at=time(10), place="Room 2")
    carters.review()  # agreed, but not yet when
    minutes = carters.minutes()
    week = "week 12 of the window"
    assert set(minutes.dates) == {
        MinutedDate("Final review", FINAL_DAY, "10:00", "Room 2", week),
        MinutedDate("Last day of the window", FINAL_DAY, "", "", week),
    }
    assert (minutes.window_start, minutes.window_end) == (date(2027, 1, 12), FINAL_DAY)
