"""Pausing, an urgent matter, adjourning and resuming, and sittings with some of the people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from agenda.sitting_times import pause_now
from plo_tui.screens.meeting_clock import standing_still
from plo_tui.screens.meeting_forms import MeetingForms
from plo_tui.store.verbs import sittings as verbs
from plo_tui.widgets.composer import Composer

if TYPE_CHECKING:
    from plo_tui.widgets.quick_capture import Capture

SITTING_WORDS = frozenset({"pause", "resume", "urgent"})
"""Capture words that are done here; `/adjourn` and `/sitting` are commands alone."""

_NOT_RUNNING = "This meeting is not running."


class MeetingSittings(MeetingForms):
    """What stops a meeting, and what lets it go on."""

    async def sit(self, said: Capture) -> None:
        """Do what a word that stops the meeting, or lets it go on, says."""
        if said.word == "pause":
            await self.pause()
        elif said.word == "resume":
            await self.resume()
        else:
            self.open_urgent(said.text)

    async def action_pause(self) -> None:
        """Pause at once; where the meeting stands still, go on."""
        if standing_still(self.papers):
            await self.resume()
        else:
            await self.pause()

    async def pause(self) -> None:
        """Let the clocks stand still. Nothing is asked."""
        if await self.do(verbs.begin_pause, self.meeting_id):
            self.say("Paused: the clocks stand still. /resume goes on.")
        self.query_one(Composer).focus()

    async def resume(self) -> None:
        """Go on after a pause; an adjourned meeting asks first who is invited."""
        if self.papers.meeting.adjourned_at:
            self.open_sitting()
            return
        if await self.do(verbs.end_pause, self.meeting_id):
            self.say("The meeting goes on.")
        self.query_one(Composer).focus()

    def action_urgent(self) -> None:
        """Minute an urgent matter, and suspend the meeting."""
        self.open_urgent("")

    @work(exclusive=True, group="form")
    async def open_urgent(self, facts: str) -> None:
        """Ask for the facts and who was told; then say the three ways on."""
        from plo_tui.screens.urgent_form import UrgentForm

        if not self.live:
            self.say(_NOT_RUNNING)
            return
        form = UrgentForm(self.desk, self.papers, self.item, facts)
        if await self.app.push_screen_wait(form) and pause_now(self.papers):
            self.say("Suspended. /resume goes on, /adjourn stops for today, F10 ends the meeting.")

    @work(exclusive=True, group="form")
    async def action_adjourn(self) -> None:
        """Adjourn to another day, or say anew when an adjourned meeting resumes."""
        from plo_tui.screens.adjourn_form import AdjournForm

        if not self.live and not self.papers.meeting.adjourned_at:
            self.say(_NOT_RUNNING)
        elif await self.app.push_screen_wait(AdjournForm(self.desk, self.papers)):
            self.say(f"{standing_still(self.papers)}.")

    def action_sitting(self) -> None:
        """Choose whom a sitting is with."""
        if self.live or self.papers.meeting.adjourned_at:
            self.open_sitting()
        else:
            self.say(_NOT_RUNNING)

    @work(exclusive=True, group="form")
    async def open_sitting(self) -> None:
        """Ask who is invited to a sitting from now, or to the one that has just begun."""
        from plo_tui.screens.sitting_form import SittingForm

        self.say("")
        if await self.app.push_screen_wait(SittingForm(self.desk, self.papers)):
            self.say("This sitting has begun. Mark who is here: alt+p or /people.")
            self.sitting_begins()

    def sitting_begins(self) -> None:
        """People come in: the shield hears of it here."""
