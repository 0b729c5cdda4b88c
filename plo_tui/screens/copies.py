"""Safe copies: who is given what, which details are withheld from whom, who must not meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.widgets import OptionList

from agenda.entitled import DISPUTED
from agenda.safety_rules import UNMARKED, safety_findings
from plo_tui.commands import bindings_for
from plo_tui.screens.copies_frame import CopiesFrame
from plo_tui.screens.copies_rows import recipient_rows, safety_rows
from plo_tui.store.problems import StoreProblem
from plo_tui.store.verbs.safety import withdraw_kept_apart
from plo_tui.widgets.findings_list import FindingsList
from plo_tui.widgets.record_list import RecordList

if TYPE_CHECKING:
    from uuid import UUID

    from agenda.finding import Finding
    from agenda.papers import Papers
    from plo_tui.widgets.record_list import RecordRow

_NEEDS_PAPERS = frozenset({"withhold_detail", "keep_apart"})


class CopiesScreen(CopiesFrame):
    """The family's safe copies, read again on coming back to them."""

    place = "copies"
    BINDINGS = bindings_for("copies")
    CSS_PATH = "copies.tcss"
    AUTO_FOCUS = "#recipients"

    def rows(self, papers: Papers) -> list[RecordRow]:
        """Return who gets what, and what keeps the copies safe."""
        return [*recipient_rows(papers, self.copies), *safety_rows(papers)]

    def findings(self, papers: Papers) -> list[Finding]:
        """Return what makes a copy unsafe."""
        return safety_findings(papers)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what the papers, and the record under the cursor, allow."""
        if action == "open_copy":
            return isinstance(self.focused, OptionList) and self.focused.option_count > 0
        if action == "may_meet":
            return self.here is not None and self.here[0] == "KeptApart"
        if action == "make_pack":
            return self.copies is not None
        if action in _NEEDS_PAPERS:
            return self.papers is not None
        return super().check_action(action, parameters)

    # --- opening

    def action_open_copy(self) -> None:
        """Open what is under the cursor."""
        if isinstance(self.focused, OptionList):
            self.focused.action_select()

    @on(RecordList.Chosen)
    def _chosen(self, event: RecordList.Chosen) -> None:
        self.say("")
        if event.kind == "Envelope":
            self.write_copy(event.key.int)
        elif event.kind == "Withheld":
            self._withhold(withheld_id=event.key)
        elif event.kind == "KeptApart":
            self.say("m says that they may meet again; the row stays in the record.")

    @on(FindingsList.Go)
    def _go(self, event: FindingsList.Go) -> None:
        """Go to the record in which a finding is put right."""
        self.say("")
        finding = event.finding
        if finding.rule is UNMARKED:
            self._withhold(person_id=finding.about)
        elif finding.rule is DISPUTED:
            self._decide_on_copies(finding)
        elif not self._open_record(finding.about):
            self.say(finding.sentence)

    def _decide_on_copies(self, finding: Finding) -> None:
        from plo_tui.screens.reason_form import ReasonForm

        assert self.papers is not None  # noqa: S101 - a finding is shown
        self.app.push_screen(ReasonForm(self.desk, self.papers, finding))

    def _open_record(self, key: UUID | None) -> bool:
        """Open the form of a meeting, a line or a worry; whether it is one of them."""
        from plo_tui.screens.concern_form import ConcernForm
        from plo_tui.screens.line_form import LineForm
        from plo_tui.screens.meeting_form import MeetingForm

        papers = self.papers
        assert papers is not None  # noqa: S101 - a finding is shown
        if papers.find("Meeting", key):
            self.app.push_screen(MeetingForm(self.desk, papers, key))
        elif line := papers.find("PlanLine", key):
            self.app.push_screen(LineForm(self.desk, papers, key, kind=line.kind))
        elif papers.find("Concern", key):
            self.app.push_screen(ConcernForm(self.desk, papers, key))
        else:
            return False
        return True

    # --- writing

    @work(exclusive=True, group="write")
    async def write_copy(self, number: int) -> None:
        """Write one document for one recipient."""
        from plo_tui.screens.export_form import ExportForm

        assert self.copies is not None  # noqa: S101 - a row of it was chosen
        form = ExportForm(self.desk, self.copies, chosen=self.copies.envelopes[number])
        if written := await self.app.push_screen_wait(form):
            self.say(f"Written: {written}")

    @work(exclusive=True, group="write")
    async def action_make_pack(self) -> None:
        """Write every copy into one folder."""
        from plo_tui.screens.pack_form import PackForm

        assert self.copies is not None  # noqa: S101 - `check_action` saw to it
        if said := await self.app.push_screen_wait(PackForm(self.desk, self.copies)):
            self.say(said)

    # --- what keeps copies safe

    def action_withhold_detail(self) -> None:
        """Withhold a detail."""
        self._withhold()

    def _withhold(self, withheld_id: UUID | None = None, person_id: UUID | None = None) -> None:
        from plo_tui.screens.withheld_form import WithheldForm

        assert self.papers is not None  # noqa: S101 - `check_action` saw to it
        self.app.push_screen(WithheldForm(self.desk, self.papers, withheld_id, person_id))

    def action_keep_apart(self) -> None:
        """Record two people who must not meet."""
        from plo_tui.screens.kept_apart_form import KeptApartForm

        assert self.papers is not None  # noqa: S101 - `check_action` saw to it
        self.app.push_screen(KeptApartForm(self.desk, self.papers))

    @work(exclusive=True, group="change")
    async def action_may_meet(self) -> None:
        """Say that two people may meet again."""
        assert self.here is not None  # noqa: S101 - `check_action` saw to it
        try:
            await self.desk.do(withdraw_kept_apart, self.here[1])
        except StoreProblem as problem:
            self.say(str(problem))
        else:
            self.read_case()
            self.say("They may meet again. What was recorded stays in the record.")

    @on(OptionList.OptionHighlighted)
    def _cursor_moved(self) -> None:
        self.refresh_bindings()
