"""The user's own keys, checked: each refusal is a plain sentence about one command."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from plo_tui.commands import PLACES, commands_at
from plo_tui.commands.keys import UnknownKeyError, key_label, parse_key, works_while_typing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plo_tui.commands.command import Command


class RefusedKeyError(ValueError):
    """A key the user wants cannot be given.

    Attributes:
        name: the command's name as the user wrote it.
        reason: what is wrong and what to do, in plain words.
    """

    def __init__(self, name: str, reason: str) -> None:
        self.name = name
        self.reason = reason
        super().__init__(f"{name}: {reason}")


def check_remaps(wanted: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    """Read the settings' `[keys]`: `next_item = "f8"`, or a list of keys.

    The keys given replace all that the command had.

    Raises:
        RefusedKeyError: an unknown command, no such key, a key that types a letter where one types,
            or one that another command of the same place has.
    """
    known = {command.name: command for place in PLACES.values() for command in place.commands}
    remaps: dict[str, tuple[str, ...]] = {}
    for name, value in wanted.items():
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            meant = f"did you mean {near[0]}? " if near else ""
            raise RefusedKeyError(
                name, f"there is no such command: {meant}The guide lists them all."
            )
        remaps[name] = _keys_wanted(known[name], value)
    for place in PLACES:
        _check_clashes(place, remaps)
    return remaps


def _keys_wanted(command: Command, value: object) -> tuple[str, ...]:
    written = [value] if isinstance(value, str) else value
    if not isinstance(written, list) or not written:
        raise RefusedKeyError(
            command.name, 'write one key, "f8", or a list of keys, ["f8", "alt+n"].'
        )
    keys: list[str] = []
    for one in written:
        if not isinstance(one, str):
            raise RefusedKeyError(command.name, "write each key between quotation marks.")
        try:
            key = parse_key(one)
        except UnknownKeyError as fault:
            raise RefusedKeyError(command.name, str(fault)) from None
        if command.wins_over_typing and not works_while_typing(key):
            raise RefusedKeyError(
                command.name,
                f"“{one}” is needed for typing: choose a function key, or ctrl+ or alt+ with a"
                " letter.",
            )
        keys.append(key)
    return tuple(dict.fromkeys(keys))


def _check_clashes(place: str, remaps: Mapping[str, tuple[str, ...]]) -> None:
    """Refuse a key that two commands of one place would share."""
    taken: dict[str, Command] = {}
    for command in commands_at(place):
        for key in remaps.get(command.name, command.keys):
            other = taken.setdefault(key, command)
            if other is command:
                continue
            new, old = (command, other) if command.name in remaps else (other, command)
            raise RefusedKeyError(
                new.name,
                f"{key_label(key)} is already the key of {old.name}: choose another, or give"
                f" {old.name} a new one too.",
            )
