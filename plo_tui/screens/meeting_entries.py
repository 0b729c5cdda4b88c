"""Changing, moving, withdrawing and finding what was minuted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from agenda.words import EntryKind
from plo_tui.screens.meeting_frame import MeetingFrame
from plo_tui.store.verbs import minuting
from plo_tui.widgets.agenda_rail import AgendaRail
from plo_tui.widgets.composer import Composer
from plo_tui.widgets.minutes_log import MinutesLog

if TYPE_CHECKING:
    from uuid import UUID

    from agenda import records


_HIDDEN = {EntryKind.ASIDE: "/aside", EntryKind.PRIVILEGED: "/legal"}
"""The word that keeps each kind out of sight while the shield is on."""


class MeetingEntries(MeetingFrame):
    """What can be done with a paragraph that is there."""

    moving: UUID | None = None
    """The paragraph that the next item chosen in the agenda takes; None while walking it."""

    def write(self) -> None:
        """Give the focus back to the composer."""
        self.remove_class("-jumping")
        self.moving = None
        self.query_one(Composer).focus()

    def action_jump(self) -> None:
        """Choose an item in the agenda with the arrows."""
        self.add_class("-jumping")
        self.query_one(AgendaRail).focus()

    def action_go_to_minutes(self) -> None:
        """Go up into the minutes, to choose a paragraph."""
        self.query_one(MinutesLog).focus()

    @on(MinutesLog.Chosen)
    def opened(self) -> None:
        """Change the paragraph that was opened."""
        self.action_edit_entry()

    def action_edit_entry(self) -> None:
        """Put the chosen paragraph, or the last one, into the composer to change it."""
        composer, entry = self.query_one(Composer), self.entry_here()
        if composer.text.strip():
            self.say("Save what you are writing first (Enter), then change the other.")
        elif entry is None or entry.withdrawn_at is not None:
            self.say("There is no paragraph here to change.")
        else:
            self.capturing.editing = entry
            text = self.text_to_edit(entry)
            lines = text.split("\n")
            composer.restore(text, (len(lines) - 1, len(lines[-1])))
            self.say("Changing this paragraph: Enter saves it, Escape leaves it as it was.")
        self.write()

    def text_to_edit(self, entry: records.Entry) -> str:
        """Return an entry's words as they are typed: verbatim ones between quotation marks."""
        words = f'"{entry.text}"' if entry.verbatim else entry.text
        return f"{_HIDDEN[entry.kind]} {words}" if entry.kind in _HIDDEN else words

    async def action_entry_history(self) -> None:
        """Show every version of the chosen paragraph, or the last one."""
        from plo_tui.screens.history import show_entry_history

        if entry := self.entry_here():
            await show_entry_history(self, self.desk, self.papers, entry)
        else:
            self.say("There is no paragraph here yet.")

    def action_move_entry(self) -> None:
        """Move the chosen paragraph, or the last one, to the item chosen next."""
        if entry := self.entry_here():
            self.moving = entry.id
            self.say("Choose the item it belongs to; Escape leaves it here.")
            self.action_jump()

    async def action_withdraw_entry(self) -> None:
        """Withdraw the chosen paragraph, or the last one."""
        entry = self.entry_here()
        if (
            entry
            and entry.withdrawn_at is None
            and await self.do(minuting.withdraw_entry, entry.id)
        ):
            self.say("Withdrawn. alt+r brings it back.")
        self.write()

    async def action_bring_back(self) -> None:
        """Bring back the chosen paragraph, or the one withdrawn last."""
        chosen = self.papers.find("Entry", self.query_one(MinutesLog).selected)
        if chosen is None or chosen.withdrawn_at is None:
            gone = [e for e in self.papers.entries_of(self.item.id, withdrawn=True)
                    if e.withdrawn_at is not None]  # fmt: skip
            chosen = max(gone, key=lambda e: (e.withdrawn_at, e.id), default=None)
        if chosen is None:
            self.say("Nothing was withdrawn in this item.")
        elif await self.do(minuting.bring_back_entry, chosen.id):
            self.say("Brought back.")
        self.write()

    def action_find_in_minutes(self) -> None:
        """Find words anywhere in the minutes."""
        self.begin("/find ")

    def find_words(self, words: str) -> None:
        """Go to the next paragraph that has these words, in any item."""
        wanted = words.casefold()
        having = [entry for entry in self.papers.entries if wanted in entry.text.casefold()]
        found = [entry for entry in having if entry.item_id]
        if not found:
            only = "Only an unplaced" if having else "No"
            self.say(f"{only} paragraph has “{words[:30]}”." + (" /tidy shows it." * bool(having)))
            return
        here = self.query_one(MinutesLog).selected
        keys = [entry.id for entry in found]
        entry = found[(keys.index(here) + 1) % len(found)] if here in keys else found[0]
        if entry.item_id != self.item_id:
            self.item_id = entry.item_id  # to look only: the meeting stays where it is
            self.draw_agenda()
            self.draw_log()
        log = self.query_one(MinutesLog)
        log.find(words)
        log.select(entry.id)
        log.focus()
        self.say(f"{keys.index(entry.id) + 1} of {len(found)}. Escape goes back to writing.")

    def action_aside(self) -> None:
        """Begin a note of one's own."""
        self.begin("/aside ")

    def begin(self, word: str) -> None:
        """Put a word before what stands in the composer."""
        composer = self.query_one(Composer)
        composer.restore(word + composer.text, (0, len(word) + len(composer.text.split("\n")[0])))
        self.write()
