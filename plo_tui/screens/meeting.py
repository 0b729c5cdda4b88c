"""The meeting, live: the chair is walked through the agenda while the minutes are typed.

The composer has the focus from the start and after every command. Nothing takes it while the
meeting runs but a key or a word of the user's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on, work

from agenda.broken_file import BrokenFile
from agenda.words import MeetingState
from plo_tui.commands import PLACES, bindings_for, command_for_word
from plo_tui.screens.meeting_clock import standing_still
from plo_tui.screens.meeting_frame import PANELS, TICK
from plo_tui.screens.meeting_keeping import MeetingKeeping
from plo_tui.screens.meeting_legal_planning import MeetingLegalPlanning
from plo_tui.screens.meeting_rows import mentions
from plo_tui.screens.meeting_shield import MeetingShield, behind_the_shield
from plo_tui.screens.meeting_sittings import SITTING_WORDS, MeetingSittings
from plo_tui.screens.meeting_tidying import MeetingTidying
from plo_tui.store.problems import StoreProblem
from plo_tui.store.undoing import redo, undo
from plo_tui.widgets.case_bar import Kept
from plo_tui.widgets.composer import Composer
from plo_tui.widgets.findings_list import FindingsList
from plo_tui.widgets.quick_capture import NotUnderstood, parse

if TYPE_CHECKING:
    from agenda.finding import Finding

_WALKS = {"park", "next", "jump", "find", "why"}
"""Capture words that move about, and write nothing."""

_OF_THE_MEETING = frozenset(command.call for command in PLACES["meeting"].commands)
"""Actions that need the meeting to be read."""


@behind_the_shield
class MeetingScreen(
    MeetingLegalPlanning, MeetingKeeping, MeetingShield, MeetingTidying, MeetingSittings
):
    """A meeting of one family, on one terminal."""

    place = "meeting"
    BINDINGS = bindings_for("meeting")
    CSS_PATH = ["meeting.tcss", "meeting_shield.tcss"]  # noqa: RUF012 - as Textual declares it
    AUTO_FOCUS = "#composer"

    begins_at: Finding | None = None
    """What to go to first, once the meeting is read; None where one goes on writing."""

    def on_mount(self) -> None:
        """Read the meeting, then keep its clocks."""
        self.begin_reading()

    @work(exclusive=True, group="reading")
    async def begin_reading(self) -> None:
        """Read the meeting and draw it; where it cannot be read, say why and go back."""
        try:
            await self.load()
        except (StoreProblem, BrokenFile) as problem:
            self.app.pop_screen()
            self.app.notify(str(problem), severity="error", markup=False)
            return
        self.set_interval(TICK, self.tick)
        self.write()
        if self.papers.meeting.adjourned_at:
            self.open_sitting()
        elif self.begins_at:
            await self.go_to_finding(self.begins_at)

    def on_screen_resume(self) -> None:
        """Come back from a form: draw what it changed, and go on typing."""
        if self.loaded:
            self.draw_all()
            self.write()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer nothing of the meeting before it is read."""
        if not self.loaded and (action == "close" or action in _OF_THE_MEETING):
            return False
        return super().check_action(action, parameters)

    # --- typing

    @on(Composer.Typing)
    def typing(self) -> None:
        """Something is typed that the store does not have yet."""
        if not self.loaded:
            return  # it is kept as soon as the meeting is read
        self.kept = Kept.SAVING
        self.say("")
        if self.capturing.begun_under is None:
            self.capturing.begun_under = self.item_id

    @on(Composer.Submitted)
    async def submitted(self, event: Composer.Submitted) -> None:
        """Do what the line says; what cannot be done stays in the composer with its reason."""
        composer = self.query_one(Composer)
        if not self.loaded:
            composer.refused("The meeting is being opened: press Enter again in a moment.")
            return
        command = command_for_word(self.place, event.text.strip().removeprefix("/"))
        # The key of a pause ends it too. The word never does: it may be typed by somebody else.
        if command and command.name != "pause" and event.text.strip().startswith("/"):
            composer.saved()
            await self.forget_words()
            await self.run_command(command)
            return
        initials = [child.initials for child in self.papers.children]
        said = parse(event.text, mentions(self.papers), initials)
        if isinstance(said, NotUnderstood):
            composer.refused(said.sentence)
            self.say(said.sentence)
            return
        if said.word in _WALKS | SITTING_WORDS:
            composer.saved()
            await self.forget_words()
            await (self.walk(said) if said.word in _WALKS else self.sit(said))
            return
        self.kept = Kept.SAVING
        item = self.papers.find("Item", self.capturing.begun_under) or self.item
        try:
            told = await self.capture(item, said)
        except StoreProblem as problem:
            self.kept = Kept.NOT_SAVED
            composer.refused(str(problem))
            self.say(str(problem))
            return
        composer.saved()
        await self.forget_words()
        if item.id != self.item_id and not told:
            told = f"Saved under {self.papers.sheet.item(item.key).title}."
        self.took(self.capturing.changed)
        composer.set_speaker(self.capturing.speaker_name())
        self.say(told or standing_still(self.papers))
        self.now_saved()

    # --- taking back

    async def action_undo(self) -> None:
        """Take back the last step."""
        await self._back_or_again(undo, "Undone")

    async def action_redo(self) -> None:
        """Do again what was taken back."""
        await self._back_or_again(redo, "Done again")

    async def _back_or_again(self, verb: Any, word: str) -> None:
        if await self.do(verb, self.case_id):
            if self.live:
                self.item_id = self.papers.meeting.current_item_id
            self.draw_agenda()
            self.draw_log()
            self.say(f"{word}.")

    # --- the side panel and its forms

    def action_switch_panel(self) -> None:
        """Show the next panel; where the window is narrow, the last one closes it."""
        wide = self.has_class("-wide")
        if not wide and not self.has_class("-panel"):
            self.add_class("-panel")
        elif not wide and self.panel == PANELS[-1]:
            self.remove_class("-panel")
            self.panel = PANELS[0]
        else:
            self.panel = PANELS[(PANELS.index(self.panel) + 1) % len(PANELS)]

    def action_still_to_do(self) -> None:
        """Show what is still to do, and choose from it; from there, go back to writing."""
        findings = self.query_one(FindingsList)
        if findings.has_focus:
            self.action_close()
            return
        self.add_class("-panel")
        self.panel = "todo"
        findings.focus()
        if findings.highlighted is None:
            findings.action_first()

    @on(FindingsList.Go)
    async def go_to(self, event: FindingsList.Go) -> None:
        """Go to where a finding is put right: its item, and its line."""
        await self.go_to_finding(event.finding)

    async def go_to_finding(self, finding: Finding) -> None:
        """Put the finding's item on the table, and open the line it is about."""
        if not self.has_class("-wide"):
            self.remove_class("-panel")
        for item in self.papers.items:
            if item.key == finding.place:
                await self.go(item)
        if self.opened_by(finding):
            return
        if finding.about and self.papers.find("PlanLine", finding.about):
            self.open_line(finding.about)
        else:
            self.write()

    # --- putting it in order, and the end

    @work(exclusive=True, group="form")
    async def action_tidy(self) -> None:
        """Put right in one pass what was captured in haste."""
        from plo_tui.screens.tidy import TidyScreen

        if finding := await self.app.push_screen_wait(TidyScreen(self.desk, self.papers)):
            await self.go_to_finding(finding)

    @work(exclusive=True, group="form")
    async def action_conclude(self) -> None:
        """See what is still open, and end the meeting."""
        from plo_tui.screens.conclude import ConcludeScreen

        if self.papers.meeting.state is MeetingState.CONCLUDED:
            where = "Its record" if self.plans_legally else "Sign-off"
            self.say(f"This meeting is concluded. {where} is in the case.")
            return
        left = await self.app.push_screen_wait(ConcludeScreen(self.desk, self.papers))
        if left and left.stopped:
            self.draw_all()
            self.action_leave()
        elif left and left.finding:
            await self.go_to_finding(left.finding)

    def action_close(self) -> None:
        """Escape: from wherever one is, back to writing. It never leaves the meeting."""
        self.say("")
        if self.capturing.editing:
            self.capturing.editing = None
            self.query_one(Composer).restore("")
            self.say("Left as it was.")
        if not self.has_class("-wide"):
            self.remove_class("-panel")
        if self.item_id != self.papers.meeting.current_item_id and self.live:
            self.item_id = self.papers.meeting.current_item_id
            self.draw_agenda()
            self.draw_log()
        self.write()

    def action_leave(self) -> None:
        """Go back to the case. A running meeting goes on, and what is typed is kept."""
        self.query_one(Composer).keep_now()
        self.app.pop_screen()
