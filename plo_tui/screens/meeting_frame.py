"""The frame of the meeting screen: its layout, and drawing what changed and nothing else."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from textual.containers import Horizontal, Vertical
from textual.reactive import var
from textual.widgets import ContentSwitcher, Static

from agenda.concluding import still_to_do
from agenda.london import LONDON
from agenda.sitting_times import time_on
from agenda.sitting_words import sitting_name
from plo_tui.screens import meeting_rows as rows
from plo_tui.screens.base import PloScreen
from plo_tui.screens.help import HelpSection
from plo_tui.screens.meeting_capture import Capturing
from plo_tui.screens.meeting_clock import beneath, elapsed, is_running
from plo_tui.screens.meeting_decisions import decided_rows
from plo_tui.store.problems import StoreProblem
from plo_tui.store.reading.papers import read_papers_with_legal_planning
from plo_tui.store.unfinished import read_unfinished
from plo_tui.widgets.agenda_rail import AgendaRail, one_line
from plo_tui.widgets.capture_words import CAPTURE_WORDS
from plo_tui.widgets.case_bar import Kept, Standing
from plo_tui.widgets.composer import Composer
from plo_tui.widgets.dates_list import DatesList
from plo_tui.widgets.findings_list import FindingsList
from plo_tui.widgets.minutes_log import MinutesLog
from plo_tui.widgets.people_list import PeopleList
from plo_tui.widgets.plan_list import PlanList
from plo_tui.widgets.prompt_list import PromptList, item_title
from plo_tui.widgets.shown import shown
from plo_tui.widgets.window_bar import WindowBar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult

    from agenda import records
    from agenda.finding import Finding
    from agenda.legal_planning_papers import LegalPlanningPapers
    from plo_tui.desk import Desk
    from plo_tui.store.unfinished import Unfinished

PANELS = ("plan", "people", "dates", "todo")
_TITLES = {"plan": "Plan", "people": "People", "dates": "Dates", "todo": "To do"}
_DRAWS_AGENDA = frozenset({"Item", "PromptAsked", "Meeting", "Sitting", "Pause"})
_DRAWS_PLAN = {"PlanLine", "PlanPart", "PlanLineChild", "LineAnswer", "Progress", "Concern"}
_DRAWS_PEOPLE = frozenset({"Attendance", "Advice", "AdviceBreak", "Person", "Representation"})
ONE_MINUTE = timedelta(minutes=1)
TICK = 5.0
"""Seconds between two looks at the clock."""
SETTLE = 0.35
"""Seconds of quiet before the findings are worked out again: never while a key is pressed."""


class MeetingFrame(PloScreen[None]):
    """What the meeting screen shows, and how it keeps up with the store."""

    panel: var[str] = var("plan", init=False)

    def __init__(self, desk: Desk, case_id: UUID, meeting_id: UUID) -> None:
        super().__init__()
        self.desk = desk
        self.case_id = case_id
        self.meeting_id = meeting_id
        self.papers: LegalPlanningPapers
        self.capturing: Capturing
        self.item_id: UUID | None = None
        self.findings: list[Finding] = []
        self.loaded = False
        self._settling: Any = None

    def body(self) -> ComposeResult:
        """Lay out agenda, item and side panel, with the window along the foot."""
        with Horizontal(id="meeting"):
            yield AgendaRail(id="rail")
            with Vertical(id="middle"):
                yield Static(id="agenda-line")
                yield PromptList(id="prompts")
                yield MinutesLog(id="log")
                yield Composer(id="composer")
            with Vertical(id="side"), ContentSwitcher(initial="plan", id="panels"):
                yield PlanList(id="plan")
                yield PeopleList(id="people")
                yield DatesList(id="dates")
                yield FindingsList(id="todo")
        yield WindowBar()
        yield Static(id="told")

    def help_sections(self) -> Sequence[HelpSection]:
        """Everything that can be typed after a slash."""
        words = tuple((f"/{word.word}", word.sentence) for word in CAPTURE_WORDS)
        return (HelpSection("Quick capture: type in the composer", words),)

    # --- reading

    async def load(self) -> None:
        """Read the meeting and draw all of it; put back what was being typed."""
        read, today = read_papers_with_legal_planning, self.desk.today()
        self.papers = await self.desk.read(
            read, self.case_id, self.meeting_id, self.desk.policy, today
        )
        self.capturing = Capturing(self.desk, self.papers)
        self.item_id = self.papers.meeting.current_item_id
        self.draw_all()
        me = self.desk.me
        left = await self.desk.read(read_unfinished, self.meeting_id, me.id) if me else None
        composer = self.query_one(Composer)
        typed = composer.text  # while the meeting was being read
        composer.restore("")
        self._restore(left)
        self.loaded = True
        if typed:
            composer.move_cursor(composer.document.end)
            composer.insert(f"\n{typed}" if composer.text else typed)
        self.refresh_bindings()

    def _restore(self, left: Unfinished | None) -> None:
        """Put unfinished text back in the composer, with its speaker and place."""
        if left is None or not left.text:
            return
        if left.speaker:
            self.capturing.speaker = self.papers.staff_or_person(UUID(left.speaker))
        self.capturing.editing = self.papers.find("Entry", left.editing_id)
        self.capturing.begun_under = left.item_id
        before = left.text[: left.cursor]
        cursor = (before.count("\n"), len(before.rpartition("\n")[2]))
        composer = self.query_one(Composer)
        composer.restore(left.text, cursor)
        composer.set_speaker(self.capturing.speaker_name())

    @property
    def item(self) -> records.Item:
        """The item on the screen."""
        item = self.papers.find("Item", self.item_id)
        assert item is not None  # noqa: S101 - a begun meeting always has its items
        found: records.Item = item
        return found

    @property
    def live(self) -> bool:
        """Whether the meeting is running, be it in a pause: not adjourned, not concluded."""
        return is_running(self.papers.meeting)

    # --- drawing

    def draw_all(self) -> None:
        """Draw everything, on opening and on coming back from another screen."""
        self.findings = still_to_do(self.papers, self.desk.days)
        self.draw_standing()
        self.draw_agenda()
        self.draw_log()
        self.draw_side()
        composer = self.query_one(Composer)
        composer.set_people(rows.mentions(self.papers))
        composer.set_speaker(self.capturing.speaker_name())

    def took(self, changed: Iterable[Any]) -> None:
        """Draw what a verb changed, and work the findings out again once the keys rest."""
        changed = list(changed)
        kinds = {type(record).__name__ for record in changed}
        log = self.query_one(MinutesLog)
        for record in changed:
            if type(record).__name__ == "Entry" and record.item_id == self.item_id:
                log.put(rows.log_row(self.papers, record))
        if kinds & _DRAWS_AGENDA:
            self.draw_agenda()
            self.draw_standing()
        if kinds & (_DRAWS_PLAN | _DRAWS_PEOPLE | {"Meeting"}):
            self.draw_side()
        if kinds & _DRAWS_PEOPLE:
            self.query_one(Composer).set_people(rows.mentions(self.papers))
        self.settle()

    def settle(self) -> None:
        """Work out the findings and the agenda's marks when the keys have rested a moment."""
        if self._settling is not None:
            self._settling.stop()
        self._settling = self.set_timer(SETTLE, self._settled)

    def _settled(self) -> None:
        self._settling = None
        self.findings = still_to_do(self.papers, self.desk.days)
        self.draw_agenda()
        self.draw_side()

    def draw_standing(self) -> None:
        """Say on the first line whose meeting this is, and how long it has run."""
        papers = self.papers
        names = {child.full_name.split()[-1].upper() for child in papers.children}
        family = f" {names.pop()}" if len(names) == 1 else ""
        initials = ", ".join(child.initials for child in papers.children)
        self.standing = Standing(
            reference=papers.case.reference,
            initials=f"{initials}{family}",
            meeting=papers.meeting.kind.heading,
            sitting=sitting_name(papers),
            day=rows.day_of(papers),
            elapsed=elapsed(papers, self.desk.clock()),
        )
        if self.kept is Kept.NOTHING:
            self.kept = Kept.SAVED

    def draw_agenda(self) -> None:
        """Draw the agenda, the prompts and the time spent on the item."""
        items = rows.rail_items(self.papers)
        rail = self.query_one(AgendaRail)
        rail.show(items)
        rail.border_title = "Agenda"
        self.query_one(PromptList).show(*rows.prompts(self.papers, self.item))
        self.query_one("#agenda-line", Static).update(shown(one_line(items)))
        self.draw_time()

    def draw_time(self) -> None:
        """Draw the time spent on the item against the time the sheet suggests."""
        item = self.item
        sheet_item = self.papers.sheet.item(item.key)
        spent = time_on(item, self.papers.meeting, self.desk.clock()) // ONE_MINUTE
        title = item_title(item.position, sheet_item.title, spent, sheet_item.minutes)
        middle = self.query_one("#middle")
        middle.border_title = shown(title)
        below = beneath(self.papers, item)
        middle.border_subtitle = shown(below) if below else None

    def draw_log(self) -> None:
        """Draw the minutes of the item on the screen."""
        entries = self.papers.entries_of(self.item.id, withdrawn=True)
        self.query_one(MinutesLog).show([rows.log_row(self.papers, row) for row in entries])

    def draw_side(self) -> None:
        """Draw the side panel and the window."""
        if self.panel == "plan":
            plan = rows.plan_rows(self.papers, self.findings)
            self.query_one(PlanList).show(plan, decided_rows(self.papers))
        elif self.panel == "people":
            self.query_one(PeopleList).show(rows.people_rows(self.papers))
        elif self.panel == "dates":
            self.query_one(DatesList).show(rows.date_rows(self.papers, self.findings))
        else:
            self.query_one(FindingsList).show(self.findings)
        side = self.query_one("#side")
        side.border_title = shown(
            " · ".join(
                title.upper() if name == self.panel else title for name, title in _TITLES.items()
            )
        )
        count = len(self.findings)
        side.border_subtitle = shown(f"still to do: {count}" if count else "nothing left to do")
        self.query_one(WindowBar).show(rows.window_shown(self.papers, self.desk.today()))

    def watch_panel(self) -> None:
        """Show the panel that was chosen."""
        self.query_one("#panels", ContentSwitcher).current = self.panel
        self.draw_side()

    def tick(self) -> None:
        """Keep the clocks true."""
        self.draw_standing()
        self.draw_time()

    def say(self, sentence: str) -> None:
        """Tell the minute-taker something until the next key, in the window's line."""
        if sentence or self.has_class("-told"):  # an update lays the whole screen out again
            self.query_one("#told", Static).update(shown(sentence))
            self.set_class(bool(sentence), "-told")

    async def do(self, verb: Any, *args: Any, **kwargs: Any) -> bool:
        """Do a verb and draw what it changed; say so, and return False, where it was refused."""
        try:
            done = await self.desk.do(verb, *args, **kwargs)
        except StoreProblem as problem:
            self.say(str(problem))
            return False
        self.papers.take(done.changed)
        self.took(done.changed)
        self.now_saved()
        return True

    def now_saved(self) -> None:
        """Say that everything is in the store, and since when."""
        self.kept_at = self.desk.clock().astimezone(LONDON).time()
        self.kept = Kept.SAVED

    def entry_here(self) -> records.Entry | None:
        """Return the paragraph that was chosen in the log, or the last one that stands."""
        chosen = self.papers.find("Entry", self.query_one(MinutesLog).selected)
        if chosen is not None and chosen.item_id == self.item_id:
            found: records.Entry = chosen
            return found
        standing = self.papers.entries_of(self.item.id)
        return standing[-1] if standing else None
