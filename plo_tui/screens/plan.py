"""The plan outside a meeting: its lines, and what each of them still needs."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from textual import on, work
from textual.containers import Container, Vertical
from textual.widgets import OptionList, Static

from agenda.finding import Level
from agenda.plan_rules import UNDECIDED, plan_findings
from agenda.smart import smart_findings
from agenda.words import LineState
from plo_tui.commands import bindings_for
from plo_tui.screens.case_rows import due_words
from plo_tui.screens.line_kind import LineKindScreen
from plo_tui.screens.saying import Saying
from plo_tui.store.problems import StoreProblem
from plo_tui.store.reading.withdrawn_lines import read_withdrawn_lines
from plo_tui.store.verbs import planning
from plo_tui.widgets.case_bar import Standing
from plo_tui.widgets.findings_list import FindingsList
from plo_tui.widgets.plan_list import PlanList, PlanRow
from plo_tui.widgets.shown import shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from agenda.finding import Finding
    from agenda.papers import Papers
    from agenda.records import PlanLine
    from plo_tui.desk import Desk
    from plo_tui.store.work import Work


_DATES = frozenset({"due", "until", "rhythm"})


class PlanScreen(Saying[None]):
    """The plan's lines; beside them the findings of one line, or of the whole plan."""

    place = "plan"
    BINDINGS = bindings_for("plan")
    CSS_PATH = "plan.tcss"
    AUTO_FOCUS = "PlanList"

    def __init__(self, desk: Desk, papers: Papers) -> None:
        super().__init__()
        self.desk = desk
        self.papers = papers
        self._withdrawn: dict[UUID, PlanLine] = {}
        self._whole_plan = False

    def body(self) -> ComposeResult:
        """Lay out the lines and what they need."""
        with Container(id="panels"):
            yield PlanList()
            with Vertical(id="needs"):
                yield Static(id="about")
                yield FindingsList()
        yield Static(id="say")

    def on_mount(self) -> None:
        """Say whose plan this is."""
        initials = ", ".join(child.initials for child in self.papers.children)
        self.standing = Standing(self.papers.case.reference, initials, "The plan")

    def on_screen_resume(self) -> None:
        """Draw the plan, also on coming back from a line's form."""
        self.draw()
        self.read_withdrawn()

    @work(exclusive=True, group="read")
    async def read_withdrawn(self) -> None:
        """Read the lines that were withdrawn, which stand below the others."""
        try:
            rows = await self.desk.read(read_withdrawn_lines, self.papers.episode.id)
        except StoreProblem as problem:
            self.say(str(problem))
            return
        self._withdrawn = {row.id: row for row in rows}
        self.draw()

    # --- drawing

    def draw(self) -> None:
        """Show the lines as the papers have them now, and what is open."""
        lines = self.query_one(PlanList)
        rows = [self._row(line) for line in self.papers.plan]
        rows += [self._row(line) for line in self._withdrawn.values()]
        lines.display = bool(rows)
        if rows:
            lines.show(rows)
            if lines.highlighted is None:
                lines.highlighted = 0
        self._draw_needs()
        self.refresh_bindings()

    def _row(self, line: PlanLine) -> PlanRow:
        needs = self._needs_of(line)
        asked_for = {one.field for one in needs}
        owner = self.papers.name(line.owner_staff_id, line.owner_person_id)
        return PlanRow(
            key=line.id,
            number=str(line.number),
            what=line.what,
            owner=owner or ("" if "owner" in asked_for else "everyone"),
            due=due_words(self.papers, line) or ("" if asked_for & _DATES else "always"),
            trouble=_trouble(needs),
            state=f"{line.kind} · {'withdrawn' if line.withdrawn_at else line.state}",
        )

    def _needs_of(self, line: PlanLine) -> list[Finding]:
        if line.withdrawn_at:
            return []
        return smart_findings(line, self.papers, self.desk.days)

    def _draw_needs(self) -> None:
        """Show what the line under the cursor needs, or the whole plan."""
        line = self._line()
        about, findings = "No plan yet. Press n to enter its first line.", self.plan_needs()
        if self._whole_plan or not (self.papers.plan or line):
            if self.papers.plan:
                about = "The whole plan: what it still needs"
        elif line:
            findings = self._needs_of(line)
            about = f"Line {line.number}: what it still needs"
            if line.withdrawn_at:
                about = f"Line {line.number} is withdrawn. b brings it back."
            elif line.state is LineState.DROPPED:
                about = f"Line {line.number} was dropped by the meeting."
        self.query_one("#about", Static).update(shown(about))
        self.query_one(FindingsList).show(findings)

    def plan_needs(self) -> list[Finding]:
        """Everything the plan needs before its meeting, line by line, then as a whole.

        That every line is still a draft is no fault here: the meeting decides them.
        """
        of_lines = [one for line in self.papers.plan for one in self._needs_of(line)]
        return of_lines + [one for one in plan_findings(self.papers) if one.rule is not UNDECIDED]

    # --- the cursor

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what the line under the cursor allows."""
        if action in ("edit_line", "withdraw_line", "bring_back_line"):
            line = self._line()
            wants_withdrawn = action == "bring_back_line"
            return line is not None and bool(line.withdrawn_at) is wants_withdrawn
        return super().check_action(action, parameters)

    @on(OptionList.OptionHighlighted, "PlanList")
    def _cursor_moved(self) -> None:
        self._whole_plan = False
        self._draw_needs()
        self.refresh_bindings()

    def _line(self) -> PlanLine | None:
        """The line under the cursor, withdrawn or not."""
        option = self.query_one(PlanList).highlighted_option
        if option is None or option.id is None:
            return None
        key = UUID(option.id)
        return self._withdrawn.get(key) or self.papers.find("PlanLine", key)

    # --- what is done with lines

    @work(exclusive=True, group="line")
    async def action_add_line(self) -> None:
        """Ask for the kind of line, then open its form."""
        from plo_tui.screens.line_form import LineForm

        self.say("")
        if kind := await self.app.push_screen_wait(LineKindScreen()):
            self.app.push_screen(LineForm(self.desk, self.papers, None, kind=kind))

    def action_edit_line(self) -> None:
        """Change the line under the cursor."""
        from plo_tui.screens.line_form import LineForm

        self.say("")
        line = self._line()
        if line and not line.withdrawn_at:
            self.app.push_screen(LineForm(self.desk, self.papers, line.id, kind=line.kind))

    @on(PlanList.Chosen)
    def _chosen(self) -> None:
        self.action_edit_line()

    async def action_withdraw_line(self) -> None:
        """Withdraw the line under the cursor."""
        if (line := self._line()) and await self._do(planning.withdraw_line, line.id):
            self._withdrawn[line.id] = self.papers.find("PlanLine", line.id) or line
            self.draw()
            self.query_one(PlanList).focus()
            self.say(f"Line {line.number} is withdrawn. It stays in the record; b brings it back.")

    async def action_bring_back_line(self) -> None:
        """Bring back the withdrawn line under the cursor."""
        if (line := self._line()) and await self._do(planning.bring_back_line, line.id):
            self._withdrawn.pop(line.id, None)
            self.draw()
            self.say(f"Line {line.number} is back in the plan.")

    async def _do(self, verb: Callable[[Work, UUID], None], line_id: UUID) -> bool:
        """Do a verb on a line; where it is refused, say why."""
        self.say("")
        try:
            done = await self.desk.do(verb, line_id)
        except StoreProblem as problem:
            self.say(str(problem))
            return False
        self.papers.take(done.changed)
        return True

    # --- what is open

    def action_check_plan(self) -> None:
        """List what the whole plan still needs."""
        self.say("")
        self._whole_plan = True
        self._draw_needs()
        self.query_one(FindingsList).focus()

    @on(FindingsList.Go)
    def _go(self, event: FindingsList.Go) -> None:
        """Go to the line a finding is about; from that line's own list, open it."""
        finding = event.finding
        lines = self.query_one(PlanList)
        ids = [option.id for option in lines.options]
        if str(finding.about) not in ids:
            self.say("This is about the plan as a whole: add a line for it, or change one.")
            return
        at = ids.index(str(finding.about))
        if lines.highlighted == at and not self._whole_plan:
            self.action_edit_line()
            return
        self._whole_plan = False
        lines.highlighted = at
        lines.focus()
        self._draw_needs()


def _trouble(needs: list[Finding]) -> str:
    """How many things a line must still have, in a few words."""
    count = sum(one.level is Level.MUST for one in needs)
    if not count:
        return ""
    return "1 thing it must have" if count == 1 else f"{count} things it must have"
