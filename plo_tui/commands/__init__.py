"""Every command of the app, declared once by the place where it works.

A screen's bindings, its footer, the help, the palette and the guide's tables are all made from
`PLACES`. To add a command, add a line to its place's file and write the screen's
`action_<name>`; nothing else has to know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from plo_tui.commands.app import APP
from plo_tui.commands.before import BEFORE
from plo_tui.commands.case import CASE
from plo_tui.commands.conclude import CONCLUDE
from plo_tui.commands.copies import COPIES
from plo_tui.commands.dates import DATES
from plo_tui.commands.form import FORM
from plo_tui.commands.given_out import GIVEN_OUT
from plo_tui.commands.history import HISTORY
from plo_tui.commands.home import HOME
from plo_tui.commands.keys import key_label
from plo_tui.commands.legal_planning import LEGAL_PLANNING_RECORD
from plo_tui.commands.letter import LETTER
from plo_tui.commands.meeting import MEETING
from plo_tui.commands.people import PEOPLE
from plo_tui.commands.plan import PLAN
from plo_tui.commands.sign_off import SIGN_OFF
from plo_tui.commands.table import TABLE
from plo_tui.commands.tidy import REPLACING, TIDY
from plo_tui.commands.unlock import UNLOCK
from plo_tui.commands.why import WHY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import BindingType

    from plo_tui.commands.command import Command, Place

PLACES: Mapping[str, Place] = {
    place.name: place
    for place in (
        APP,
        HOME,
        FORM,
        CASE,
        BEFORE,
        DATES,
        LETTER,
        LEGAL_PLANNING_RECORD,
        PLAN,
        MEETING,
        TABLE,
        PEOPLE,
        CONCLUDE,
        TIDY,
        REPLACING,
        SIGN_OFF,
        COPIES,
        GIVEN_OUT,
        WHY,
        UNLOCK,
        HISTORY,
    )
}
"""Every place by name. What stands in `app` works in all the others."""


def commands_at(place: str) -> tuple[Command, ...]:
    """The commands of a place, its own before those that work everywhere."""
    return APP.commands if place == APP.name else (*PLACES[place].commands, *APP.commands)


def bindings_for(place: str) -> list[BindingType]:
    """The `BINDINGS` of a place's screen; of the app itself for `app`.

    Each binding's id is its command's name, so that `App.set_keymap(keymap(...))` remaps it.
    """
    from textual.binding import Binding

    return [
        Binding(
            key,
            action,
            command.title,
            show=False,
            priority=command.wins_over_typing,
            id=binding_id,
        )
        for command in PLACES[place].commands
        for key, action, binding_id in command.calls(command.keys)
    ]


def keymap(remaps: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The user's own keys, as `App.set_keymap` takes them."""
    keys: dict[str, list[str]] = {}
    for place in PLACES.values():
        for command in place.commands:
            for key, _action, binding_id in command.calls(remaps.get(command.name, ())):
                keys.setdefault(binding_id, []).append(key)
    return {binding_id: ",".join(mapped) for binding_id, mapped in keys.items()}


def command_for_word(place: str, word: str) -> Command | None:
    """The command that `/word`, typed alone in the composer, runs; None where there is none."""
    for command in commands_at(place):
        if command.word and command.word == word:
            return command
    return None


def commands_table() -> str:
    """Every command as Markdown tables, a heading for each place, for the guide."""
    parts: list[str] = []
    for place in PLACES.values():
        parts += [f"### {place.title}", "", place.purpose, ""]
        if not place.commands:  # a place to read has none of its own
            continue
        parts += ["| key | word | what it does | name |", "|---|---|---|---|"]
        for command in place.commands:
            keys = " · ".join(f"`{key_label(key)}`" for key in command.keys)
            word = f"`/{command.word}`" if command.word else ""
            parts.append(f"| {keys} | {word} | {command.sentence} | `{command.name}` |")
        parts.append("")
    return "\n".join(parts)
