"""The record of a legal planning meeting: read, approved by its chair, written for its own.

It stands in the place of sign-off, and knows nothing of issuing.
"""

from __future__ import annotations

import asyncio

from textual import work

from agenda.broken_file import BrokenFile
from agenda.given_out import given_out
from agenda.legal_planning_minutes import APART, LegalPlanningEdition
from agenda.legal_planning_papers import LegalPlanningPapers
from agenda.london import instant_text
from agenda.minuting import NothingToMinute
from agenda.plain_legal_planning import legal_planning_lines
from agenda.seals import beginning
from agenda.stages import stage_of_planning
from agenda.steps import Step
from agenda.who_may import around_in, why_closed, why_not_theirs
from agenda.words import MeetingKind
from plo_tui.commands import bindings_for
from plo_tui.screens.ask import AskScreen
from plo_tui.screens.record_page import RecordPage
from plo_tui.store.problems import StoreProblem
from plo_tui.store.reading.legal_planning import read_legal_planning
from plo_tui.store.verbs import legal_planning as verbs
from plo_tui.widgets.case_bar import Standing

_STEPS = {
    "approve_record": Step.PLANNING_APPROVE,
    "reopen_record": Step.PLANNING_REOPEN,
}
"""The step that each command takes."""


class LegalPlanningRecordScreen(RecordPage[LegalPlanningPapers, LegalPlanningEdition]):
    """One legal planning meeting's record, read again after every step."""

    place = "legal_planning_record"
    BINDINGS = bindings_for("legal_planning_record")

    # --- reading and drawing

    async def read(self) -> None:
        """Read the record and draw it."""
        try:
            papers, edition = await self.desk.read(
                read_legal_planning, self.case_id, self.meeting_id
            )
        except (BrokenFile, NothingToMinute, StoreProblem) as problem:
            self.say(str(problem))
            return
        self.papers, self.edition = papers, edition
        lines = await asyncio.to_thread(legal_planning_lines, edition.record)
        record = edition.record
        self.standing = Standing(
            record.reference, record.initials, MeetingKind.LEGAL_PLANNING.heading, record.on
        )
        state = f"Legal planning: record, version {record.number} · {edition.stands}"
        self.draw(state, self._facts(papers, edition), lines)

    def _facts(self, papers: LegalPlanningPapers, edition: LegalPlanningEdition) -> list[str]:
        """Whose it is, fingerprint, approval and seal, older versions, and to whom it went."""
        mark = edition.fingerprint
        facts = [
            "For the authority and its lawyers alone: never for a parent or another professional.",
            f"Fingerprint {mark[:12]}… in full {mark}",
        ]
        if edition.approved_at:
            facts.append(
                f"Approved by the chair: {edition.approved_by}, {instant_text(edition.approved_at)}"
            )
            facts.append(f"Record sealed: {beginning(edition.seal)}")
        else:
            chair = edition.record.chair or "nobody yet: name the chair of the meeting first"
            facts.append(f"To approve: {chair}, who chaired it")
        facts += [
            f"Version {row.number}: opened again, because: {row.reason}"
            for row in papers.legal_planning_minutes(self.meeting_id)
            if row.reason
        ]
        written = [one for one in given_out(papers, self.meeting_id) if one.is_written]
        facts += [
            f"Given to {one.to} by {one.by}, {instant_text(one.at)}: {one.document}"
            for one in written
        ]
        return facts

    # --- what can be done now

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done where the record stands now."""
        if action in _STEPS:
            return self._may_be_taken(_STEPS[action])
        if action in ("export_record", "open_record_meeting"):
            return self.edition is not None
        return super().check_action(action, parameters)

    def _may_be_taken(self, step: Step) -> bool:
        papers = self.papers
        if papers is None:
            return False
        versions = papers.legal_planning_minutes(self.meeting_id)
        stage = stage_of_planning(papers.meeting, versions[-1] if versions else None)
        return not why_closed(step, stage)

    # --- approving, and opening again

    @work(exclusive=True, group="sign")
    async def action_approve_record(self) -> None:
        """Approve as the chair, after one confirming key."""
        papers, edition = self.shown_now()
        me = self.desk.me
        if why := why_not_theirs(Step.PLANNING_APPROVE, me, around_in(papers)):
            self.say(why)
            return
        record = edition.record
        whose = f"Legal planning, {record.reference}, {record.initials}."
        name = me.name if me else ""
        asked = AskScreen(
            f"I approve version {record.number} of this record as the chair.",
            [
                f"{whose} Fingerprint {edition.fingerprint[:12]}.",
                f"It is recorded as the approval of {name}, with the time. {APART}",
            ],
            "I approve",
        )
        if not await self.app.push_screen_wait(asked):
            return
        try:
            await self.desk.do(verbs.approve_legal_planning, self.meeting_id, edition.fingerprint)
        except StoreProblem as problem:
            self.say(str(problem))
        else:
            self.say(f"Version {record.number} is approved.")
        await self.read()

    @work(exclusive=True, group="sign")
    async def action_reopen_record(self) -> None:
        """Open the approved record again, with a reason."""
        from plo_tui.screens.legal_planning_forms import ReopenRecordForm

        papers, edition = self.shown_now()
        form = ReopenRecordForm(self.desk, papers, edition)
        if await self.app.push_screen_wait(form):
            self.say(
                f"Version {edition.record.number + 1} is a draft; what was approved stays. "
                "Open the meeting to change what is said."
            )

    # --- its meeting and its document

    def action_open_record_meeting(self) -> None:
        """Open the meeting, to read or to put right what was written."""
        from plo_tui.screens.meeting import MeetingScreen

        self.say("")
        self.app.push_screen(MeetingScreen(self.desk, self.case_id, self.meeting_id))

    @work(exclusive=True, group="sign")
    async def action_export_record(self) -> None:
        """Write the record for one of the authority's own, and say where it is."""
        from plo_tui.screens.legal_planning_forms import ExportRecordForm

        papers, edition = self.shown_now()
        form = ExportRecordForm(self.desk, papers, edition, self.meeting_id)
        if written := await self.app.push_screen_wait(form):
            self.say_written(written)
