"""The registry of commands: complete, without clashes, and with keys that arrive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plo_tui.commands import PLACES, command_for_word, commands_at, commands_table, keymap
from plo_tui.commands.keys import UnknownKeyError, key_label, parse_key
from plo_tui.commands.remapping import RefusedKeyError, check_remaps
from plo_tui.widgets.capture_words import CAPTURE_WORDS

if TYPE_CHECKING:
    from plo_tui.commands.command import Command

EVERY = [command for place in PLACES.values() for command in place.commands]
NAMES = [command.name for command in EVERY]


def test_names_are_unique() -> None:
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize("place", PLACES)
def test_no_two_commands_of_a_place_share_a_key_or_a_word(place: str) -> None:
    commands = commands_at(place)
    keys = [key for command in commands for key in command.keys]
    words = [command.word for command in commands if command.word]
    assert len(set(keys)) == len(keys)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("command", EVERY, ids=NAMES)
def test_every_command_has_a_key_that_arrives_or_a_word_and_a_sentence(command: Command) -> None:
    assert command.keys or command.word
    assert [parse_key(key) for key in command.keys] == list(command.keys)
    assert command.sentence.endswith(".")
    assert command.title == command.title.lower()


@pytest.mark.parametrize("command", PLACES["meeting"].commands, ids=lambda one: one.name)
def test_no_key_of_the_meeting_types_a_letter(command: Command) -> None:
    """The composer has the focus; nor does one take what a text box or the terminal needs."""
    assert command.wins_over_typing
    needed = {f"ctrl+{letter}" for letter in "abcdekuvwxyzhijm"} | {"f5", "f11"}
    assert not set(command.keys) & needed


@pytest.mark.parametrize("command", PLACES["meeting"].commands, ids=lambda one: one.name)
def test_everything_in_the_meeting_has_a_way_without_alt(command: Command) -> None:
    assert command.word or command.numbered or not command.keys[0].startswith("alt+")


@pytest.mark.parametrize("name", ["next_item", "previous_item", "jump", "back", "still_to_do"])
def test_essential_commands_have_two_keys(name: str) -> None:
    assert all(len(command.keys) > 1 for command in EVERY if command.name == name)


def test_a_word_finds_its_command() -> None:
    found = command_for_word("meeting", "next")
    assert found is not None
    assert found.name == "next_item"
    assert command_for_word("meeting", "") is None
    assert command_for_word("meeting", "agreed") is None


def test_a_capture_word_that_means_something_else_is_no_command() -> None:
    """`/back` ends a break; going back to the item one came from is `/return`.

    `/pause` pauses and does no more, where its key goes on again.
    """
    shared = {one.word for one in CAPTURE_WORDS} & {command.word for command in EVERY}
    assert shared <= {
        "next", "park", "jump", "find", "undo", "redo", "conclude", "help", "break", "aside",
        "pages",
        "unplaced", "at",
        "pause", "urgent", "adjourn", "sitting", "instruction",
    }  # fmt: skip


def test_the_guides_table_names_every_command_and_place() -> None:
    table = commands_table()
    for place in PLACES.values():
        assert f"### {place.title}\n\n{place.purpose}\n" in table
    for command in EVERY:
        row = next(line for line in table.splitlines() if line.endswith(f"`{command.name}` |"))
        assert command.sentence in row
        assert all(f"`{key_label(key)}`" in row for key in command.keys)


@pytest.mark.parametrize(
    ("written", "key", "label"),
    [
        ("F8", "f8", "F8"),
        ("Ctrl+N", "ctrl+n", "^n"),
        ("^n", "ctrl+n", "^n"),
        ("shift+ALT+up", "alt+shift+up", "Alt+Shift+↑"),
        ("/", "/", "/"),
        ("N", "N", "N"),
        ("escape", "escape", "Esc"),
    ],
)
def test_keys_as_people_write_them(written: str, key: str, label: str) -> None:
    assert parse_key(written) == key
    assert key_label(key) == label


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", "is not a key"),
        ("f99", "is not a key"),
        ("ctrl+", "is not a key"),
        ("hyper+n", "is not a key"),
        ("ctrl+h", "as backspace"),
        ("ctrl+m", "as enter"),
        ("ctrl+enter", "cannot send ctrl+enter"),
        ("shift+enter", "cannot send shift+enter"),
        ("ctrl+shift+n", "cannot send ctrl+shift+n"),
        ("ctrl+1", "cannot send ctrl+1"),
        ("alt+b", r"as ctrl+left"),
        ("alt+f", r"as ctrl+right"),
    ],
)
def test_keys_that_do_not_exist_or_arrive(written: str, said: str) -> None:
    with pytest.raises(UnknownKeyError, match=said.replace("+", r"\+")):
        parse_key(written)


def test_two_commands_may_change_keys_with_each_other() -> None:
    remaps = check_remaps({"next_item": "f7", "previous_item": ["f8", "Ctrl+R"]})
    assert remaps == {"next_item": ("f7",), "previous_item": ("f8", "ctrl+r")}
    assert keymap(remaps) == {"next_item": "f7", "previous_item": "f8,ctrl+r"}


def test_numbered_keys_keep_their_numbers() -> None:
    remaps = check_remaps({"tick_numbered": ["alt+4", "alt+5"]})
    assert keymap(remaps) == {"tick_numbered.1": "alt+4", "tick_numbered.2": "alt+5"}


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("next_itm", "f8", "did you mean next_item"),
        ("next_item", "f6", "F6 is already the key of back"),
        ("next_item", "alt+q", r"Alt\+q is already the key of quit"),
        ("quit", "f8", "F8 is already the key of next_item"),
        ("next_item", "n", "needed for typing"),
        ("next_item", "enter", "needed for typing"),
        ("next_item", [], "write one key"),
        ("next_item", 8, "write one key"),
        ("next_item", [8], "between quotation marks"),
        ("next_item", "ctrl+i", "as tab"),
    ],
)
def test_refused_keys(name: str, value: object, said: str) -> None:
    with pytest.raises(RefusedKeyError, match=said) as refused:
        check_remaps({name: value})
    assert refused.value.name == name
