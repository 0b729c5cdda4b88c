"""The shield of a running meeting: a parent can see this screen.

When it goes on by itself (both can be changed in the policy, under `shield`):

- As people come in. The chair's own checks, which are not minuted, stand open: nobody else is in
  the room, and their questions (which addresses must not be said aloud?) are needed there. With
  the step from them to the first minuted item the family is let in, and the shield goes on. A
  meeting that is opened again while it runs is shielded from its first frame.
- When nobody has touched a key for some minutes. It never locks: one key lifts it.

Typing, quick capture, walking the agenda and ticking go on behind it. What would bring other
parts to the screen is not done but says, in one sentence, to lift the shield first.
"""

from __future__ import annotations

from datetime import timedelta
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

from textual.reactive import var

from agenda.captures import Capture
from agenda.legal_planning_facts import in_legal_planning
from agenda.words import EntryKind
from plo_tui.commands import PLACES
from plo_tui.screens.meeting_clock import standing_still
from plo_tui.screens.meeting_walk import MeetingWalk
from plo_tui.screens.what_may_be_seen import WORK_SHIELDED, let_through, readable
from plo_tui.widgets.composer import Composer
from plo_tui.widgets.shield_page import ShieldPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from agenda import records
    from plo_tui.commands.command import Command

_OWN_NOTES = (EntryKind.ASIDE, EntryKind.PRIVILEGED)


class MeetingShield(MeetingWalk):
    """Puts the shield on and lifts it. Until the meeting has been read, it is on."""

    shielded: var[bool] = var(default=True, init=False)
    _waiting = ""
    """What there is to tell once the shield is lifted."""
    _looked_through = False
    """Whether the user was asked to read the plan of a family from which something is withheld."""

    def on_mount(self) -> None:
        """Put the page of the shield in the middle, and let through what may be seen."""
        self.query_one("#middle").mount(ShieldPage(id="shield"), before="#composer")
        let_through(self)
        self.add_class("-shielded")
        self.query_one(Composer).veil(self._readable)

    async def load(self) -> None:
        """Read the meeting; the shield stays on where the family may be in the room."""
        await super().load()
        self.shielded = self.live and self._family_comes_in and self._is_minuted(self.item)

    # --- on and off

    def action_shield(self) -> None:
        """Put the shield on, or lift it."""
        if self.loaded:
            self.shielded = not self.shielded

    def watch_shielded(self) -> None:
        """Draw what may be seen now, and go on typing."""
        on = self.shielded
        self.set_class(on, "-shielded")
        self.remove_class("-panel")
        self.query_one(Composer).veil(self._readable if on else None)
        self.draw_time()
        waiting, self._waiting = ("", "") if on else (self._waiting, "")
        super().say(waiting)
        self.refresh_bindings()
        self.write()

    async def go(self, item: records.Item) -> None:
        """Go to an item; from the chair's own checks to the first other one, shielded."""
        checks = not self._is_minuted(self.item)
        await super().go(item)
        coming_in = self.live and checks and self._is_minuted(self.item)
        if coming_in and self._family_comes_in:
            self.shielded = True

    def sitting_begins(self) -> None:
        """Shield the screen as people come in to a further sitting."""
        self.shielded = self._family_comes_in and self._is_minuted(self.item)

    @property
    def _family_comes_in(self) -> bool:
        """Whether the shield goes on as people come in: no family does in legal planning."""
        return self.desk.policy.shield.on_entry and not in_legal_planning(self.papers)

    def tick(self) -> None:
        """Keep the clocks true, and shield a running meeting that nobody touches."""
        super().tick()
        idle = timedelta(minutes=self.desk.policy.shield.idle_minutes)
        untouched = abs(self.desk.clock() - self.desk.touched_at)  # a clock may be set back
        if not idle or not self.live or untouched < idle:
            return
        if self.app.screen is self:
            self.shielded = True
        else:  # a form is open over it: that is covered as it is
            from plo_tui.screens.cover import cover

            cover(self.app)

    # --- what is seen while it is on

    def draw_time(self) -> None:
        """Draw the item's time; shielded, its name in the middle and nothing about asides."""
        super().draw_time()
        if not self.shielded:
            return
        item, middle = self.item, self.query_one("#middle")
        middle.border_subtitle = None
        still = standing_still(self.papers)
        sentence = f"{still}. " if still else ""
        sentence += f"{self._key} shows the rest of the screen."
        if not self._is_minuted(item):
            sentence += " What you type here is shown as dots."
        title = f"{item.position}  {self.papers.sheet.item(item.key).title}"
        self.query_one(ShieldPage).show(title, sentence)

    def say(self, sentence: str) -> None:
        """Tell something; shielded, only that there is something to tell."""
        if self.shielded and sentence:
            self._waiting = sentence
            sentence = f"There is a message: {self._key} shows it."
        super().say(sentence)

    def say_to_lift_it(self) -> None:
        """Say what to do first."""
        super().say(f"{self._key} first: it shows the rest of the screen. Then this again.")

    def find_words(self, words: str) -> None:
        """Find words in the minutes, which only stand on an open screen."""
        if self.shielded:
            self.say_to_lift_it()
        else:
            super().find_words(words)

    def commands_here(self) -> list[Command]:
        """Offer, shielded, only what works behind it."""
        everywhere = PLACES["app"].commands
        return [
            command
            for command in super().commands_here()
            if not self.shielded or command in everywhere or command.name in WORK_SHIELDED
        ]

    def _readable(self, typed: str) -> int:
        """Return how much of what is typed may be read; nothing before the meeting is read."""
        if not self.loaded:
            return 0
        editing = self.capturing.editing
        begun = self.papers.find("Item", self.capturing.begun_under) or self.item
        captures = self.papers.sheet.item(begun.key).captures
        hidden = Capture.LEGAL_ADVICE in captures or not self._is_minuted(begun)
        own = editing.kind in _OWN_NOTES if editing else hidden
        return readable(typed, own_note=own)

    def _is_minuted(self, item: records.Item) -> bool:
        return self.papers.sheet.item(item.key).minuted

    @property
    def _key(self) -> str:
        shield = next(one for one in PLACES["app"].commands if one.name == "shield")
        return self.keys_now(shield)[0]

    # --- turned to the family

    def action_table_view(self) -> None:
        """Turn the screen to the family; on the way back it is shielded."""
        from plo_tui.screens.table_view import TableScreen

        kept = self.papers.withheld or any(person.withheld for person in self.papers.people)
        if kept and not self._looked_through:
            self._looked_through = True
            super().say("Look through the plan before anyone else does. Then press this again.")
            return
        self.shielded = True
        self.app.push_screen(TableScreen(self.papers, self.desk.today(), self.standing))


Shielded = TypeVar("Shielded", bound=type[MeetingShield])


def behind_the_shield(screen: Shielded) -> Shielded:
    """Let every command of the meeting ask to lift the shield first, unless it works behind it.

    A command that is added later is kept back too, until `WORK_SHIELDED` names it.
    """
    commands = PLACES[screen.place].commands
    kept_back = [f"action_{one.call}" for one in commands if one.name not in WORK_SHIELDED]
    for name in (*kept_back, "open_form"):  # a word of the composer may open a form as well
        setattr(screen, name, _lifted_first(getattr(screen, name)))
    return screen


def _lifted_first(action: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(action)
    def kept_back(screen: MeetingShield, *args: Any, **kwargs: Any) -> Any:
        if screen.shielded and screen.loaded:
            return screen.say_to_lift_it()
        return action(screen, *args, **kwargs)

    return kept_back
