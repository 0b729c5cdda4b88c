"""The Carters after their initial meeting: reviews held, each child decided for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from agenda.decision_words import AfterClose, AuthorityAnswer, Outcome
from agenda.policy import default_policy
from agenda.records import new_key
from agenda.words import MeetingKind, StaffRole
from plo_tui.store.reading.papers import read_papers_with_legal_planning
from plo_tui.store.verbs import deciding, staff
from plo_tui.store.verbs import meeting as meeting_verbs

if TYPE_CHECKING:
    from uuid import UUID

    from live_meeting import Live

    from agenda.legal_planning_papers import LegalPlanningPapers
    from agenda.papers import Papers
    from agenda.records import Decision
    from plo_tui.store.verbs.deciding import DecisionValues

END = date(2027, 4, 6)
"""The last day of the Carters' window, which began on 12 January."""
REVIEW = date(2027, 4, 1)
TRACKER = date(2027, 4, 15)
NEW_END = date(2027, 5, 18)

EXTENDED: DecisionValues = {"new_end": NEW_END, "tracker_on": TRACKER, "reasons": "Nearly there"}
CLOSED: DecisionValues = {"after_close": AfterClose.CONTINUES, "reasons": "Five lines are done"}


async def end_initial_meeting(live: Live) -> UUID:
    """End it effective, with a head of service known and the policy naming a tracker's day."""
    await live.do(meeting_verbs.conclude, live.papers.meeting.id, effective=True)
    head = new_key()
    await live.do(staff.add_staff, head, "Rob Hale", StaffRole.HEAD_OF_SERVICE)
    shipped = default_policy()
    live.desk.policy = replace(shipped, tracker=replace(shipped.tracker, one_day=TRACKER))
    return head


async def book(live: Live, kind: MeetingKind, on: date) -> UUID:
    """Book a review for ten o'clock."""
    key = new_key()
    values: meeting_verbs.MeetingValues = {
        "planned_on": on,
        "planned_at": time(10),
        "chair_id": live.papers.case.chair_id,
    }
    await live.do(meeting_verbs.plan_meeting, live.papers.episode.id, key, kind, values)
    return key


async def hold(
    live: Live,
    decided: dict[str, tuple[Outcome, DecisionValues]],
    on: date = REVIEW,
    kind: MeetingKind = MeetingKind.FINAL,
) -> None:
    """Hold a review on a day, and decide in it for the children with these initials."""
    to_day(live, on)
    key, desk = await book(live, kind, on), live.desk
    members = [one for one in (live.papers.case.chair_id,) if one]
    text, policy = desk.sheet_text(kind), desk.policy.pinned()
    await live.do(meeting_verbs.open_meeting, key, text, policy, members, [])
    for initials, (outcome, values) in decided.items():
        child = next(one for one in live.papers.children if one.initials == initials)
        await live.do(deciding.record_decision, key, [child.id], outcome, values)
    live.later(60)
    await live.do(meeting_verbs.conclude, key, effective=True)


async def answer(live: Live, initials: str, said: AuthorityAnswer, head: UUID) -> None:
    """Have the head of service answer the decision for a child, now."""
    why = "" if said is AuthorityAnswer.AUTHORISED else "The risk is not less"
    key, forum = decision(live.papers, initials).id, "Court Tracker"
    await live.do(deciding.answer_decisions, [key], said, head, forum, live.desk.clock(), why=why)


def decision(papers: Papers, initials: str) -> Decision:
    """The latest decision for a child."""
    child = next(one for one in papers.children if one.initials == initials)
    return papers.decisions(child.id)[-1]


def to_day(live: Live, day: date) -> None:
    """Let it be ten o'clock on a day, in London."""
    hour = 9 if day > date(2027, 3, 28) else 10  # summer time
    live.now = datetime.combine(day, time(hour), UTC) + timedelta(minutes=1)


async def read_case(live: Live) -> LegalPlanningPapers:
    """The case's papers as the store has them today."""
    desk, case = live.desk, live.papers.case_id
    return await desk.read(read_papers_with_legal_planning, case, None, desk.policy, desk.today())
