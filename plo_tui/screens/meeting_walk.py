"""Walking the agenda: next, previous, jump, back, park; and ticking what was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from plo_tui.screens.meeting_entries import MeetingEntries
from plo_tui.screens.opening_why import OpensWhy
from plo_tui.store.verbs import meeting as meeting_verbs
from plo_tui.store.verbs import minuting
from plo_tui.widgets.agenda_rail import AgendaRail
from plo_tui.widgets.prompt_list import PromptList

if TYPE_CHECKING:
    from agenda import records
    from agenda.sheet import Prompt
    from plo_tui.widgets.quick_capture import Capture


class MeetingWalk(MeetingEntries, OpensWhy):
    """Moves the meeting through its agenda, in any order."""

    async def walk(self, said: Capture) -> None:
        """Do what a word that only moves about says."""
        if said.word == "park":
            await self.action_park()
        elif said.word == "next":
            await self.action_next_item()
        elif said.word == "find":
            self.find_words(said.text)
        elif said.word == "why":
            self.action_open_why()
        else:
            await self._jump_to(said.text)

    async def _jump_to(self, typed: str) -> None:
        wanted = typed.strip().casefold()
        for item in self.papers.items:
            title = self.papers.sheet.item(item.key).title.casefold()
            if wanted == str(item.position) or title.startswith(wanted):
                await self.go(item)
                return
        self.say(f"No item is called “{typed[:30]}”: use its number, or ctrl+g to choose.")

    async def go(self, item: records.Item) -> None:
        """Put another item on the table. What is being typed stays with the item it began in."""
        if item.id != self.item_id:
            if self.live and not await self.do(meeting_verbs.go_to_item, self.meeting_id, item.id):
                return
            self.item_id = item.id
            self.draw_agenda()
            self.draw_log()
        self.write()

    async def _step(self, by: int) -> None:
        items = self.papers.items
        at = [item.id for item in items].index(self.item.id) + by
        if 0 <= at < len(items):
            await self.go(items[at])
        else:
            self.say("This is the last item: F10 concludes." if by > 0 else "This is the first.")

    async def action_next_item(self) -> None:
        """Go to the next item."""
        await self._step(1)

    async def action_previous_item(self) -> None:
        """Go to the item before."""
        await self._step(-1)

    async def action_back(self) -> None:
        """Go back to the item the meeting came from."""
        if item := self.papers.find("Item", self.papers.meeting.back_item_id):
            await self.go(item)
        else:
            self.say("There is no item to go back to yet.")

    async def action_park(self) -> None:
        """Leave this item for now, and go on with the next."""
        item = self.item
        await self.do(meeting_verbs.park_item, self.meeting_id, item.id, parked=not item.parked)
        if not item.parked:
            await self._step(1)

    @on(AgendaRail.Jump)
    async def jumped(self, event: AgendaRail.Jump) -> None:
        """Go to the item that was chosen, or move the chosen paragraph there."""
        item = next(item for item in self.papers.items if item.key == event.key)
        if self.moving:
            moving, self.moving = self.moving, None
            if await self.do(minuting.move_entry, moving, item.id):
                self.draw_log()
                self.say(f"Moved to {self.papers.sheet.item(item.key).title}.")
            self.write()
            return
        await self.go(item)

    @on(PromptList.Ticked)
    async def ticked(self, event: PromptList.Ticked) -> None:
        """Tick the prompt that was clicked, or take its tick away."""
        if any(event.key == prompt.key for prompt in self._prompts):  # else the item was left
            await self._tick(event.key, asked=event.asked)

    async def action_tick_prompt(self, number: int = 0) -> None:
        """Tick a prompt by its number, or the next one that was not asked."""
        asked = self.papers.asked(self.item.id)
        keys = [prompt.key for prompt in self._prompts]
        if number > len(keys):
            self.say(f"No prompt {number}.")
        elif number:
            key = keys[number - 1]
            await self._tick(key, asked=key not in asked)
        elif following := [key for key in keys if key not in asked]:
            await self._tick(following[0], asked=True)
        else:
            self.say("Every prompt here has been asked.")

    @property
    def _prompts(self) -> tuple[Prompt, ...]:
        return self.papers.sheet.item(self.item.key).prompts

    async def _tick(self, key: str, *, asked: bool) -> None:
        await self.do(meeting_verbs.tick_prompt, self.item.id, key, asked=asked)
