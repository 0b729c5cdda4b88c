"""The case between and after reviews: who authorises a decision, and what is slipping."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from agenda.decided import waiting_decisions
from agenda.slippage import answered, slippage_findings, slipped
from agenda.words import MeetingKind
from plo_tui.screens.case_frame import CaseFrame

if TYPE_CHECKING:
    from uuid import UUID


class CaseReviews(CaseFrame):
    """The part of the case screen that answers decisions and slippage."""

    def may_review(self, action: str) -> bool:
        """Whether a decision waits for an answer, or slippage for one."""
        if self.papers is None:
            return False
        if action == "record_authority":
            return bool(waiting_decisions(self.papers))
        return bool(slippage_findings(self.papers, self.desk.today()))

    def action_record_authority(self) -> None:
        """Record who authorises the decision under the cursor, or those that wait."""
        assert self.papers is not None  # noqa: S101 - `check_action` saw to it
        waiting = waiting_decisions(self.papers)
        here = self.here
        under = [one for one in waiting if here == ("Decision", one.id)]
        self.answer(*[one.id for one in under or waiting[:1]])

    def answer(self, decision_id: UUID) -> None:
        """Open the answer to a decision, with the others that wait for one beside it."""
        from plo_tui.screens.authority_form import AuthorityForm

        papers = self.papers
        assert papers is not None  # noqa: S101 - a decision is shown
        self.say("")
        asked = [decision_id]
        asked += [one.id for one in waiting_decisions(papers) if one.id != decision_id]
        self.app.push_screen(AuthorityForm(self.desk, papers, asked))

    @work(exclusive=True, group="open")
    async def action_consider_midway(self) -> None:
        """Say whether a midway review was considered; where it is held, go on to planning it."""
        from plo_tui.screens.meeting_form import MeetingForm
        from plo_tui.screens.midway_considered_form import MidwayConsideredForm

        papers = self.papers
        assert papers is not None  # noqa: S101 - `check_action` saw to it
        self.say("")
        answer = answered(papers, slipped(papers, self.desk.today()))
        hold = answer is not None and answer.hold
        if not hold:
            hold = await self.app.push_screen_wait(MidwayConsideredForm(self.desk, papers))
        if hold:
            self.app.push_screen(MeetingForm(self.desk, papers, kind=MeetingKind.MIDWAY))
