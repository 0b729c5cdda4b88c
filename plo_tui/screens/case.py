"""One case: its weeks, the family and the worries, the meetings, the plan and the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList, Static

from agenda.decided import waiting_decisions
from plo_tui.commands import PLACES, bindings_for
from plo_tui.commands.keys import key_label
from plo_tui.screens.case_decisions import notes
from plo_tui.screens.case_documents import CaseDocuments
from plo_tui.screens.case_next import latest_concluded, meeting_to_open, next_step
from plo_tui.screens.case_reviews import CaseReviews
from plo_tui.screens.case_rows import family_rows, timeline_shown, window_words, work_rows
from plo_tui.screens.case_tidy import CaseTidy
from plo_tui.screens.opening_meeting import OpensMeeting
from plo_tui.screens.opening_why import OpensWhy
from plo_tui.screens.planning_rows import legal_planning_rows
from plo_tui.widgets.case_bar import Standing
from plo_tui.widgets.record_list import RecordList
from plo_tui.widgets.shown import shown
from plo_tui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from uuid import UUID

    from agenda.legal_planning_papers import LegalPlanningPapers

_FORMS = frozenset({"Child", "Person", "Concern", "PlanLine", "Meeting", "LegalPlanning"})
"""Records that are changed in a form."""


class CaseScreen(CaseReviews, CaseDocuments, OpensWhy, CaseTidy, OpensMeeting):
    """The case, read again whenever one comes back to it."""

    place = "case"
    BINDINGS = bindings_for("case")
    CSS_PATH = "case.tcss"
    AUTO_FOCUS = "#work"

    # --- reading and drawing

    def draw(self, papers: LegalPlanningPapers) -> None:
        """Show the papers as they are now."""
        today = self.desk.today()
        initials = ", ".join(child.initials for child in papers.children)
        self.standing = Standing(papers.case.reference, initials)
        self.query_one("#next", Static).update(shown(self._next(papers)))
        self.query_one("#window", Static).update(shown(window_words(papers, today)))
        self.query_one(Timeline).show(timeline_shown(papers, self.desk.days, today))
        self.show_notes(notes(papers, today, self._key_of("consider_midway")))
        family, doing = self.query_one("#family", RecordList), self.query_one("#work", RecordList)
        first_time = not family.option_count
        family.show(family_rows(papers, today))
        doing.show([*legal_planning_rows(papers), *work_rows(papers)])
        if first_time and self.comes_next == "record_authority":
            doing.go_to("Decision", waiting_decisions(papers)[0].id)
        elif first_time and (meeting := meeting_to_open(papers)):
            doing.go_to("Meeting", meeting.id)
        elif first_time:
            family.focus()
            family.action_first()
        self.refresh_bindings()

    def _next(self, papers: LegalPlanningPapers) -> str:
        sentence, name = next_step(papers)
        if not sentence:
            return ""
        return f"{sentence} ({self._key_of(name)})."

    def _key_of(self, name: str) -> str:
        """The key of a command, as it is shown: the user's own where they have chosen one."""
        command = next(one for one in PLACES[self.place].commands if one.name == name)
        return key_label(self.desk.settings.keys.get(name, command.keys)[0])

    # --- what can be done now

    @property
    def comes_next(self) -> str:
        """The command of the sentence at the top: its key is never cut from the footer."""
        return next_step(self.papers)[1] if self.papers else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what this case, and the record under the cursor, allow."""
        here = self.here
        if action == "open_meeting":
            return self.papers is not None and meeting_to_open(self.papers) is not None
        if action in ("open_sign_off", "export_documents"):
            return self.papers is not None and latest_concluded(self.papers) is not None
        if action in ("record_authority", "consider_midway"):
            return self.may_review(action)
        if action == "open_here":
            return here is not None
        if action == "edit_record":
            return here is not None and here[0] in _FORMS
        if action in _NEEDS_PAPERS:
            return self.papers is not None
        return super().check_action(action, parameters)

    @on(OptionList.OptionHighlighted)
    def _cursor_moved(self) -> None:
        self.refresh_bindings()

    # --- opening

    @on(RecordList.Chosen)
    def _chosen(self, event: RecordList.Chosen) -> None:
        self._open(event.kind, event.key)

    def action_open_here(self) -> None:
        """Open the record under the cursor."""
        if here := self.here:
            self._open(*here)

    def action_edit_record(self) -> None:
        """Change the record under the cursor."""
        if here := self.here:
            self._form(*here)

    def action_open_meeting(self) -> None:
        """Open the meeting that is next, wherever the cursor is; Enter opens another."""
        assert self.papers is not None  # noqa: S101 - `check_action` saw to it
        if meeting := meeting_to_open(self.papers):
            self.open_meeting(meeting)

    def _open(self, kind: str, key: UUID) -> None:
        assert self.papers is not None  # noqa: S101 - a row was chosen
        if kind in ("Meeting", "LegalPlanning"):
            self.open_meeting(self.papers.find("Meeting", key))
        elif kind == "Decision":
            self.answer(key)
        elif kind == "Minutes":
            self.sign_off(key)
        else:
            self._form(kind, key)

    def _form(self, kind: str, key: UUID | None) -> None:
        """Open the form of a record, or an empty one for a new record."""
        from plo_tui.screens.child_form import ChildForm
        from plo_tui.screens.concern_form import ConcernForm
        from plo_tui.screens.line_form import LineForm
        from plo_tui.screens.meeting_form import MeetingForm
        from plo_tui.screens.person_form import PersonForm

        papers = self.papers
        assert papers is not None  # noqa: S101 - `check_action` saw to it
        self.say("")
        if kind == "Child":
            self.app.push_screen(ChildForm(self.desk, papers, key))
        elif kind == "Person":
            self.app.push_screen(PersonForm(self.desk, papers, key))
        elif kind == "Concern":
            self.app.push_screen(ConcernForm(self.desk, papers, key))
        elif kind == "PlanLine":
            line = papers.find("PlanLine", key)
            self.app.push_screen(LineForm(self.desk, papers, key, kind=line.kind))  # type: ignore[union-attr]
        elif key is None:
            self.app.push_screen(MeetingForm(self.desk, papers))
        elif kind in ("Meeting", "LegalPlanning"):
            self.change_meeting(key)

    # --- the other commands

    def action_change_staff(self) -> None:
        """Change who works with the family."""
        from plo_tui.screens.case_form import CaseForm

        assert self.papers is not None  # noqa: S101 - `check_action` saw to it
        self.app.push_screen(CaseForm(self.desk, self.papers))

    def action_open_before(self) -> None:
        """Open what is made ready before a meeting."""
        from plo_tui.screens.before import BeforeScreen

        self.say("")
        self.app.push_screen(BeforeScreen(self.desk, self.case_id))

    def action_plan_meeting(self) -> None:
        """Plan a meeting."""
        self._form("Meeting", None)

    def action_add_child(self) -> None:
        """Add a child."""
        self._form("Child", None)

    def action_add_person(self) -> None:
        """Add a parent or another person."""
        self._form("Person", None)

    def action_add_concern(self) -> None:
        """Add a worry."""
        self._form("Concern", None)

    def action_open_plan(self) -> None:
        """Open the plan."""
        from plo_tui.screens.plan import PlanScreen

        assert self.papers is not None  # noqa: S101 - `check_action` saw to it
        self.say("")
        self.app.push_screen(PlanScreen(self.desk, self.papers))


_NEEDS_PAPERS = frozenset(
    {"plan_meeting", "open_plan", "add_child", "add_person", "add_concern", "change_staff"}
)
