"""A store's family brought to a live final review, with everything that “show me why” tells."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from agenda.decision_words import AfterClose, Outcome, Trajectory
from agenda.records import new_key
from agenda.words import EntryKind, HelpCame, LineOutcome, LineState, MeetingKind, ParentAnswer
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs import deciding, judging, meeting, minuting, planning, progress

if TYPE_CHECKING:
    from uuid import UUID

    from plo_tui.desk import Desk

EVIDENCE = "Priya Shah saw the [/b] stairs clear on 9 March"
REASONS = "Five of six lines are done"
ASIDE = "My own doubt"


async def hold_initial_meeting(desk: Desk, carter: Any) -> None:
    """Open the initial meeting, minute a worry, an aside and a consequence, and end it."""
    await _open(desk, carter, carter.meeting, MeetingKind.INITIAL)
    papers = await desk.read(read_papers, carter.case, carter.meeting)
    item = {one.key: one.id for one in papers.items}
    for key, text, kind, concern in (
        ("worries", "Not every week", EntryKind.DISPUTED, carter.neglect),
        ("worries", ASIDE, EntryKind.ASIDE, carter.neglect),
        ("bottom_line", "What follows was explained", EntryKind.CONSEQUENCE, None),
    ):
        await desk.do(
            minuting.add_entry,
            new_key(),
            carter.meeting,
            item[key],
            text,
            kind,
            None,
            carter.mother,
            concern_id=concern,
        )
    await desk.do(planning.decide_line, carter.line, carter.meeting, LineState.AGREED)
    await desk.do(meeting.conclude, carter.meeting, effective=True)


async def begin_final_review(desk: Desk, carter: Any) -> UUID:
    """Open the final review and record what it finds; return it. It has decided nothing yet."""
    review = new_key()
    values: Any = {"planned_on": date(2027, 4, 1), "chair_id": desk.me.id if desk.me else None}
    await desk.do(meeting.plan_meeting, carter.episode, review, MeetingKind.FINAL, values)
    await _open(desk, carter, review, MeetingKind.FINAL)
    await desk.do(
        progress.record_outcome,
        carter.line,
        review,
        LineOutcome.DONE,
        evidence=EVIDENCE,
        help_came=HelpCame.NONE_PROMISED,
    )
    await desk.do(
        judging.record_trajectory, review, carter.neglect, Trajectory.REDUCED, "The school's record"
    )
    for child in (carter.josie, carter.leo):
        await desk.do(judging.record_judgement, review, child, Trajectory.REDUCED, "Six weeks")
    return review


async def decide(desk: Desk, carter: Any, review: UUID) -> None:
    """Close for the two born children, in different words, as recommended."""
    assert desk.me
    for child, reasons in ((carter.josie, REASONS), (carter.leo, "Only about Leo")):
        await desk.do(
            deciding.record_decision,
            review,
            [child],
            Outcome.CLOSE,
            {"reasons": reasons, "after_close": AfterClose.CONTINUES},
            [{"person_id": carter.mother, "answer": ParentAnswer.AGREED, "said": ""}],
            [
                {
                    "staff_id": desk.me.id,
                    "on": desk.today() - timedelta(days=1),
                    "forum": "Telephone",
                    "said": "",
                }
            ],
        )


async def _open(desk: Desk, carter: Any, key: UUID, kind: MeetingKind) -> None:
    assert desk.me
    text, policy = desk.sheet_text(kind), desk.policy.pinned()
    await desk.do(meeting.open_meeting, key, text, policy, [desk.me.id], [carter.mother])
