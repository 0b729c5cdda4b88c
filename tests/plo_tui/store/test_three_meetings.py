"""A family's three meetings: each one's approved minutes stay as they were printed that day."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from made_store import House, house

from agenda.decision_words import AfterClose, AuthorityAnswer, Outcome, Standing, Trajectory
from agenda.records import new_key
from agenda.sheet_reading import default_sheet_text
from agenda.words import (
    ApprovalRole,
    HelpCame,
    LineOutcome,
    LineState,
    MeetingKind,
    MinutesState,
    ParentAnswer,
    StaffRole,
)
from exports.family_plan import write_family_plan
from exports.minutes import write_minutes
from plo_tui.store.reading.edition import read_edition
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs import deciding, judging, meeting, planning, progress, signing, staff
from plo_tui.store.verifying.whole import verify

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from agenda.edition import Edition

NEW_END = date(2027, 5, 18)


@pytest.fixture
def made(tmp_path: Path) -> Iterator[House]:
    """The store; whatever was done in it, it verifies as whole at the end."""
    made = house(tmp_path / "store")
    yield made
    assert made.store.read(verify).faults == ()


def edition(made: House, met: UUID) -> Edition:
    return made.store.read(read_edition, made.keys.case, met)


def approve(made: House, met: UUID) -> None:
    """End a meeting, and have its minutes approved by the chair and by legal."""
    made.store.actor_id = made.keys.chair
    made.store.do(meeting.conclude, met, effective=True)
    seen = edition(made, met).fingerprint
    made.store.do(signing.approve, met, ApprovalRole.CHAIR, made.keys.chair, seen)
    made.store.do(signing.approve, met, ApprovalRole.LEGAL, made.keys.lawyer, seen, "by email")


def printed(made: House, met: UUID, folder: Path) -> list[bytes]:
    """Export a meeting's approved minutes and family plan, and return the files' bytes."""
    approved = edition(made, met)
    assert approved.state is MinutesState.APPROVED
    write_minutes(approved, folder / "minutes.docx")
    write_family_plan(approved, folder / "plan.docx")
    return [(folder / name).read_bytes() for name in ("minutes.docx", "plan.docx")]


def review(made: House, kind: MeetingKind, day: date) -> UUID:
    """Hold a review up to its decision: each line's outcome, the worry, the risk to the child."""
    made.clock.now = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
    met, keys = new_key(), made.keys
    made.store.do(meeting.plan_meeting, keys.episode, met, kind, {"chair_id": keys.chair})
    policy = made.papers().meeting.policy_text
    made.store.do(meeting.open_meeting, met, default_sheet_text(kind), policy, [keys.chair], [])
    found = LineOutcome.DONE if kind is MeetingKind.FINAL else LineOutcome.PARTLY
    made.store.do(progress.record_outcome, keys.line, met, found, help_came=HelpCame.LATE)
    way = Trajectory.REDUCED
    made.store.do(judging.record_trajectory, met, keys.concern, way, f"{kind}: the school says so")
    made.store.do(judging.record_judgement, met, keys.child, way, f"{kind}: calm weeks")
    return met


def decide(made: House, met: UUID, outcome: Outcome, values: deciding.DecisionValues) -> None:
    keys = made.keys
    made.store.do(
        deciding.record_decision,
        met,
        [keys.child],
        outcome,
        values,
        [{"person_id": keys.mother, "answer": ParentAnswer.NOT_AGREED, "said": "No"}],
        [{"staff_id": keys.lawyer, "on": date(2027, 2, 20), "forum": "Telephone", "said": "Yes"}],
    )


def answer(made: House, met: UUID, who: UUID, forum: str) -> None:
    decision = made.store.read(read_papers, made.keys.case, met).decision(made.keys.child)
    assert decision is not None
    made.store.do(
        deciding.answer_decisions,
        [decision.id],
        AuthorityAnswer.AUTHORISED,
        who,
        forum,
        made.clock.now,
        by_telephone=True,
    )


def test_what_was_approved_is_printed_byte_for_byte_after_two_reviews(
    made: House, tmp_path: Path
) -> None:
    head, keys = new_key(), made.keys
    made.store.do(staff.add_staff, head, "Rob Hale", StaffRole.HEAD_OF_SERVICE)
    approve(made, keys.meeting)
    initial = printed(made, keys.meeting, tmp_path)

    midway = review(made, MeetingKind.MIDWAY, date(2027, 2, 23))
    tracker = date(2027, 3, 11)
    decide(made, midway, Outcome.EXTEND, {"new_end": NEW_END, "tracker_on": tracker})
    approve(made, midway)
    provisional = printed(made, midway, tmp_path)
    [extended] = edition(made, midway).minutes.decisions
    assert extended.standing is Standing.PROVISIONAL
    assert edition(made, midway).minutes.window_end == NEW_END
    made.clock.now = datetime(2027, 3, 11, 15, tzinfo=UTC)
    answer(made, midway, head, "Court Tracker")

    final = review(made, MeetingKind.FINAL, date(2027, 5, 13))
    after = AfterClose.CONTINUES
    decide(made, final, Outcome.CLOSE, {"after_close": after, "letter_by": date(2027, 5, 21)})
    made.store.do(planning.decide_line, keys.line, final, LineState.AMENDED)
    answer(made, final, head, "Court Tracker")
    approve(made, final)
    [closed] = edition(made, final).minutes.decisions
    assert (closed.standing, closed.has_ended) == (Standing.AUTHORISED, True)
    assert closed.authority is not None
    assert closed.authority.by_telephone
    assert edition(made, final).minutes.plan[0].finished is LineOutcome.DONE
    assert edition(made, final).minutes.windows[0].otherwise is None

    assert printed(made, keys.meeting, tmp_path) == initial
    assert printed(made, midway, tmp_path) == provisional
    assert edition(made, keys.meeting).minutes.decisions == ()


def test_a_new_version_of_a_review_says_the_answer_that_came_since(made: House) -> None:
    head = new_key()
    made.store.do(staff.add_staff, head, "Rob Hale", StaffRole.HEAD_OF_SERVICE)
    approve(made, made.keys.meeting)
    final = review(made, MeetingKind.FINAL, date(2027, 4, 1))
    decide(made, final, Outcome.ISSUE, {})
    approve(made, final)
    answer(made, final, head, "legal gateway meeting")
    assert [one.standing for one in edition(made, final).minutes.decisions] == ["recommended"]
    made.store.do(signing.begin_new_version, final, "The answer came.")
    assert [one.standing for one in edition(made, final).minutes.decisions] == ["authorised"]
