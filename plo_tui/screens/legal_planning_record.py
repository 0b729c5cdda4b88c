"""The record of a legal planning meeting: read, approved by its chair, written for its own.

It stands in the place of sign-off, and knows nothing of issuing.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import work
from textual.containers import VerticalScroll
from textual.widgets import Static

from agenda.broken_file import BrokenFile
from agenda.given_out import given_out
from agenda.legal_planning_minutes import APART
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
from plo_tui.screens.saying import Saying
from plo_tui.store.problems import StoreProblem
from plo_tui.store.reading.legal_planning import read_legal_planning
from plo_tui.store.verbs import legal_planning as verbs
from plo_tui.widgets.case_bar import Standing
from plo_tui.widgets.plain_page import PlainPage
from plo_tui.widgets.shown import shown

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from textual.app import ComposeResult

    from agenda.legal_planning_minutes import LegalPlanningEdition
    from agenda.legal_planning_papers import LegalPlanningPapers
    from plo_tui.desk import Desk

_STEPS = {
    "approve_record": Step.PLANNING_APPROVE,
    "reopen_record": Step.PLANNING_REOPEN,
}
"""The step that each command takes."""


class LegalPlanningRecordScreen(Saying[None]):
    """One legal planning meeting's record, read again after every step."""

    place = "legal_planning_record"
    BINDINGS = bindings_for("legal_planning_record")
    CSS_PATH = "legal_planning_record.tcss"
    AUTO_FOCUS = "PlainPage"

    def __init__(self, desk: Desk, case_id: UUID, meeting_id: UUID) -> None:
        super().__init__()
        self.desk = desk
        self.case_id = case_id
        self.meeting_id = meeting_id
        self.papers: LegalPlanningPapers | None = None
        self.edition: LegalPlanningEdition | None = None
        self._written: Path | None = None

    def body(self) -> ComposeResult:
        """Lay out where the record stands, and the record."""
        yield Static(id="state")
        with VerticalScroll(id="stands", can_focus=False):
            yield Static(id="facts")
        yield PlainPage()
        yield Static(id="say")

    # --- reading and drawing

    def on_screen_resume(self) -> None:
        """Read the record, also on coming back from a form or the meeting."""
        self.read_record()

    @work(exclusive=True, group="read")
    async def read_record(self) -> None:
        """Read the record and draw it."""
        await self._read()

    async def _read(self) -> None:
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
        self.query_one("#state", Static).update(shown(state))
        self.query_one("#facts", Static).update(shown("\n".join(self._facts(papers, edition))))
        self.query_one(PlainPage).show(lines)
        self.refresh_bindings()

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
        if action == "view_written":
            return self._written is not None
        return super().check_action(action, parameters)

    def _may_be_taken(self, step: Step) -> bool:
        papers = self.papers
        if papers is None:
            return False
        versions = papers.legal_planning_minutes(self.meeting_id)
        stage = stage_of_planning(papers.meeting, versions[-1] if versions else None)
        return not why_closed(step, stage)

    def _shown_now(self) -> tuple[LegalPlanningPapers, LegalPlanningEdition]:
        """Return what is on the screen; whatever was said before is over."""
        self.say("")
        assert self.papers is not None  # noqa: S101 - `check_action` saw to it
        assert self.edition is not None  # noqa: S101 - `check_action` saw to it
        return self.papers, self.edition

    # --- approving, and opening again

    @work(exclusive=True, group="sign")
    async def action_approve_record(self) -> None:
        """Approve as the chair, after one confirming key."""
        papers, edition = self._shown_now()
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
        await self._read()

    @work(exclusive=True, group="sign")
    async def action_reopen_record(self) -> None:
        """Open the approved record again, with a reason."""
        from plo_tui.screens.legal_planning_forms import ReopenRecordForm

        papers, edition = self._shown_now()
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

        papers, edition = self._shown_now()
        form = ExportRecordForm(self.desk, papers, edition, self.meeting_id)
        if written := await self.app.push_screen_wait(form):
            self._written = written
            self.say(f"Written: {written}. v opens it, to read or print.")
            self.refresh_bindings()

    def action_view_written(self) -> None:
        """Open the document written last with the system's own viewer."""
        from plo_tui.system_viewer import open_in_viewer

        assert self._written is not None  # noqa: S101 - `check_action` saw to it
        self.say(open_in_viewer(self._written) or f"Opened: {self._written}")
