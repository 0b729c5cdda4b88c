"""What a meeting's screen does otherwise in legal planning, where no family is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.captures import Capture as Captures
from agenda.legal_planning_facts import draft_lines, in_legal_planning
from agenda.words import LineKind
from plo_tui.screens.meeting_sittings import MeetingSittings
from plo_tui.screens.meeting_tidying import MeetingTidying
from plo_tui.store.problems import Refused
from plo_tui.widgets.capture_words import LINES
from plo_tui.widgets.window_bar import WindowBar

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any
    from uuid import UUID

    from agenda import records
    from agenda.finding import Finding
    from plo_tui.commands.command import Command
    from plo_tui.screens.form import FormScreen
    from plo_tui.widgets.quick_capture import Capture

ALONE = frozenset({"planning_options", "planning_outcome", "planning_assessor"})
"""Actions of legal planning alone."""
WITH_FAMILY = frozenset({"release_pages", "table_view", "advice_break", "authority"})
"""Actions that only a meeting with the family has."""
_WORDS = frozenset({"advice", "break", "back", "date"})
"""Capture words that only a meeting with the family has."""

PRIVATE = "Legal planning: privileged and confidential, for us and our lawyers alone."
"""What stands where a meeting with the family shows its weeks."""
NO_FAMILY = "No family is here: legal planning records nothing of that."
ELSEWHERE = "This is recorded in a legal planning meeting alone."


class MeetingLegalPlanning(MeetingTidying, MeetingSittings):
    """Opens the forms of a legal planning meeting, and keeps out what belongs to a family's."""

    @property
    def plans_legally(self) -> bool:
        """Whether this is a legal planning meeting."""
        return self.loaded and in_legal_planning(self.papers)

    def draw_all(self) -> None:
        """Draw everything; in the place of the weeks stands who may have what is written here."""
        if in_legal_planning(self.papers):
            self.query_one(WindowBar).without = PRIVATE
        super().draw_all()

    # --- what is there, and what is not

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what this kind of meeting has."""
        if action in (WITH_FAMILY if self.plans_legally else ALONE):
            return False
        return super().check_action(action, parameters)

    async def run_command(self, command: Command) -> None:
        """Do it; where this kind of meeting has none of it, say so."""
        if command.call in WITH_FAMILY and self.plans_legally:
            self.say(NO_FAMILY)
        elif command.call in ALONE and not self.plans_legally:
            self.say(ELSEWHERE)
        else:
            await super().run_command(command)

    async def capture(self, item: records.Item, said: Capture) -> str:
        """Do what a line says, unless it speaks of, or for, a family that is not here.

        Raises:
            StoreProblem: nothing was changed, and the words stay in the composer.
        """
        if self.plans_legally:
            if said.word in _WORDS:
                raise Refused(NO_FAMILY)
            speaks = said.speaker_key and said.word not in LINES
            if speaks and not self.papers.find("Staff", said.speaker_key):
                raise Refused("Only our own staff and lawyers speak here: take the name out.")
        return await super().capture(item, said)

    # --- the forms

    def open_line(self, line_id: UUID | None, kind: LineKind = LineKind.ACTION) -> None:
        """Open a line of the plan; in legal planning it stays a draft, with nobody's answer."""
        if not self.plans_legally:
            super().open_line(line_id, kind)
            return
        from plo_tui.screens.line_form import LineForm

        self.open_form(LineForm(self.desk, self.papers, line_id, kind=kind))

    def action_dates(self) -> None:
        """Agree the reviews' dates; in legal planning, set the timetable."""
        if not self.plans_legally:
            super().action_dates()
            return
        from plo_tui.screens.planning_timetable_form import PlanningTimetableForm

        self.open_form(PlanningTimetableForm(self.desk, self.papers))

    def action_planning_options(self) -> None:
        """Record the options considered."""
        from plo_tui.screens.planning_outcome_form import PlanningOptionsForm

        self.open_form(PlanningOptionsForm(self.desk, self.papers))

    def action_planning_outcome(self) -> None:
        """Record what the meeting decides, and why."""
        self._open_at("")

    def action_planning_assessor(self) -> None:
        """Record who assesses, and choose an expert."""
        self._open_assessor_at("")

    def action_record(self) -> None:
        """Open the form that the item on the table asks for."""
        if not self.plans_legally:
            super().action_record()
            return
        forms: dict[Captures, Callable[[], object]] = {
            Captures.ATTENDANCE: self.action_people,
            Captures.OPTIONS: self.action_planning_options,
            Captures.PLANNING_OUTCOME: self.action_planning_outcome,
            Captures.DRAFT_PLAN: self._draft_plan,
            Captures.ASSESSOR: self.action_planning_assessor,
            Captures.TIMETABLE: self.action_dates,
            Captures.LEGAL_ADVICE: lambda: self.begin("/legal "),
        }
        captures = self.papers.sheet.item(self.item.key).captures
        for capture, opens in forms.items():
            if capture in captures:
                opens()
                return
        self.say("This item is recorded by typing.")

    def opened_by(self, finding: Finding) -> bool:
        """Open the form in which a finding is put right; False where there is none."""
        rule, field = finding.rule.key.removeprefix("legal_planning."), finding.field
        if rule == finding.rule.key:
            return super().opened_by(finding)
        if rule in ("court_team", "assessor", "agreed_format", "expert"):
            self._open_assessor_at(field)
        elif rule == "initial_meeting":
            self.action_dates()
        elif rule == "draft_plan":
            self.open_line(None, LineKind.VISIT)
        elif rule == "lawyer":
            self.action_people()
        elif rule == "chair":
            self.say("Change who chairs with the meeting's date and place, in the case.")
        else:
            self._open_at(field)
        return True

    def _draft_plan(self) -> None:
        if draft_lines(self.papers):
            self.action_edit_plan_line()
        else:
            self.open_line(None, LineKind.VISIT)

    def _open_at(self, field: str) -> None:
        from plo_tui.screens.planning_outcome_form import PlanningOutcomeForm

        form: FormScreen[Any] = PlanningOutcomeForm(self.desk, self.papers)
        form.begins_at = field
        self.open_form(form)

    def _open_assessor_at(self, field: str) -> None:
        from plo_tui.screens.planning_assessor_form import PlanningAssessorForm

        form: FormScreen[Any] = PlanningAssessorForm(self.desk, self.papers)
        form.begins_at = field if field != "expert" or self.papers.experts else ""
        self.open_form(form)
