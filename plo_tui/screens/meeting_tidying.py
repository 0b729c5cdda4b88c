"""Capturing in haste: unplaced, set to when it was said, word for word, abbreviations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from agenda.broken_file import BrokenFile
from agenda.text import one_line
from plo_tui.screens.meeting_entries import MeetingEntries
from plo_tui.screens.meeting_rows import unplaced_words
from plo_tui.settings import abbreviation_fault, settings_path, write_abbreviation
from plo_tui.store.problems import Refused
from plo_tui.store.verbs import minuting
from plo_tui.widgets.composer import Composer
from plo_tui.widgets.typed_times import read_time

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda import records
    from plo_tui.widgets.quick_capture import Capture


class MeetingTidying(MeetingEntries):
    """What lets the minute-taker type now and put it in order later."""

    def on_mount(self) -> None:
        """Let the user's abbreviations expand in the composer."""
        self.query_one(Composer).abbreviations = self.desk.settings.abbreviations

    def took(self, changed: Iterable[Any]) -> None:
        """Draw what changed, and how many paragraphs are unplaced now."""
        changed = list(changed)
        super().took(changed)
        if any(type(record).__name__ == "Entry" for record in changed):
            self.draw_time()

    async def capture(self, item: records.Item, said: Capture) -> str:
        """Do what a line of the composer says, and return what to tell the minute-taker.

        Raises:
            StoreProblem: nothing was changed, and the words stay in the composer.
        """
        if said.word == "at":
            return await self._retime(said.text)
        if said.word == "short":
            return self._set_abbreviation(said.text)
        return await self.capturing.do(item, said)

    # --- unplaced

    def action_unplaced(self) -> None:
        """Save what is typed without an item."""
        if not self.query_one(Composer).submit_as("unplaced"):
            waiting = unplaced_words(self.papers)
            self.say(
                f"{waiting}: /tidy gives each its item."
                if waiting
                else "Type it first, then this key: it is saved now and given its item later."
            )
        self.write()

    # --- the chosen paragraph

    def action_retime_entry(self) -> None:
        """Begin to say when the chosen paragraph was said."""
        if self.query_one(Composer).text.strip():
            self.say("Save what you are writing first (Enter), then set a time.")
        else:
            self.begin("/at ")

    async def _retime(self, typed: str) -> str:
        at, entry = read_time(typed), self.entry_here()
        if at is None:
            raise Refused("Type the time at which it was said, such as /at 10:35.")
        if entry is None:
            raise Refused("There is no paragraph here yet to set to a time.")
        done = await self.desk.do(minuting.retime_entry, entry.id, at)
        self.papers.take(done.changed)
        self.capturing.changed = list(done.changed)
        self.draw_log()
        return f"Said at {at:%H:%M}: “{one_line(entry.text)[:40]}”"

    async def action_switch_verbatim(self) -> None:
        """Mark the chosen paragraph as word for word, or as not."""
        entry = self.entry_here()
        if entry is None or entry.withdrawn_at is not None:
            self.say("There is no paragraph here to mark.")
        elif await self.do(
            minuting.change_entry,
            entry.id,
            entry.version,
            entry.text,
            entry.kind,
            entry.speaker_staff_id,
            entry.speaker_person_id,
            verbatim=not entry.verbatim,
        ):
            marked = self.papers.find("Entry", entry.id)
            self.say(
                "Word for word: the minutes print it in quotation marks."
                if marked and marked.verbatim
                else "No longer word for word: printed without quotation marks."
            )
        self.write()

    # --- abbreviations

    def _set_abbreviation(self, typed: str) -> str:
        """Keep an abbreviation in the settings file, and let it expand from now on."""
        short, _, words = one_line(typed).partition(" ")
        if not words:
            raise Refused("Type the short word, then what it stands for: /short hv health visitor")
        if fault := abbreviation_fault(short, words):
            raise Refused(fault[0].upper() + fault[1:])
        try:
            write_abbreviation(settings_path(), short, words)
        except (OSError, BrokenFile) as problem:
            raise Refused(f"It could not be kept in the settings file. {problem}") from problem
        settings = self.desk.settings
        known = {**settings.abbreviations, short.casefold(): words}
        self.desk.settings = replace(settings, abbreviations=known)
        self.query_one(Composer).abbreviations = known
        self.capturing.changed = []
        return f"{short} becomes “{words}” as you type. ctrl+z takes it back where it should not."
