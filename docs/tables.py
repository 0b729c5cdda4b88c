"""The tables that the documents take from the code, and where each one stands."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from agenda.captures import captures_table
from agenda.policy import policy_entries
from agenda.rules import rules_table
from agenda.who_may_table import reasons_table, refusals_table, who_may_table
from plo_tui.cli.words import parser
from plo_tui.commands import commands_table
from plo_tui.screens.what_may_be_seen import seen_table
from plo_tui.settings import settings_table
from plo_tui.widgets.capture_words import CAPTURE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCS = Path(__file__).parent
SHOWN_WHOLE = 6
"""Up to how many values of a list the table of the policy shows them all."""

_EVERYWHERE = frozenset({"help", "store", "passphrase_file"})
"""Options of every command: the table names them once, with the app itself."""


def tables() -> dict[str, tuple[str, ...]]:
    """Return the tables of each document, by the document's name."""
    return {
        "commands.md": (command_line_table(), capture_words_table(), commands_table().strip()),
        "settings.md": (settings_table().strip(), policy_table()),
        "rules.md": (rules_table(),),
        "sheets.md": (captures_table(),),
        "in-the-room.md": (seen_table(),),
        "permissions.md": (who_may_table(), refusals_table(), reasons_table()),
    }


def write_tables() -> None:
    """Put the tables into their documents; the words round them stay as they are."""
    for name, made in tables().items():
        document = DOCS / name
        text = document.read_text(encoding="utf-8")
        for table in made:
            text = renewed(text, table)
        document.write_text(text, encoding="utf-8", newline="\n")


def renewed(text: str, table: str) -> str:
    """Return a document's text with a table in the place of the one that begins alike.

    A table ends with its last row; one with headings of its own ends with the document.

    Raises:
        ValueError: the document has no line like the table's first.
    """
    first, lines = table.split("\n", 1)[0], text.split("\n")
    start = end = lines.index(first)
    if first.startswith("|"):
        while end < len(lines) and lines[end].startswith("|"):
            end += 1
    else:
        end = len(lines) - 1
    return "\n".join([*lines[:start], *table.split("\n"), *lines[end:]])


def command_line_table() -> str:
    """Return every command of the command line with its options, as Markdown."""
    rows = ["| command | what it does | options |", "|---|---|---|"]
    rows += [
        f"| `{' '.join(words)}` | {what} | {options} |"
        for words, what, options in _commands(parser(), ("plo-tui",), "Open the app.")
    ]
    return "\n".join(rows)


def capture_words_table() -> str:
    """Return every word that may follow a slash in the composer, as Markdown."""
    rows = ["| word | what it does | what follows it | example |", "|---|---|---|---|"]
    rows += [
        f"| `/{word}` | {sentence} | {takes} | `{example}` |"
        for word, takes, sentence, example in CAPTURE_WORDS
    ]
    return "\n".join(rows)


def policy_table() -> str:
    """Return every entry of the policy with its default and source, as Markdown."""
    rows = ["| entry | default | what it is | source |", "|---|---|---|---|"]
    rows += [
        f"| `{entry.name}` | {_default(entry.value)} | {entry.meaning} | {entry.source} |"
        for entry in policy_entries()
    ]
    return "\n".join(rows)


def _default(value: object) -> str:
    """Return a value as it is written in a policy file; a long list by its length."""
    if isinstance(value, (list, dict)) and len(value) > SHOWN_WHOLE:
        return f"a list of {len(value)}"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, str):
        return f'`"{value}"`'
    return f"`{value}`".replace("'", '"')


def _commands(
    one: argparse.ArgumentParser, words: tuple[str, ...], what: str
) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Give each command with its sentence and options; one that only holds others is left out."""
    below = [a for a in one._actions if isinstance(a, argparse._SubParsersAction)]
    if not any(action.required for action in below):
        everywhere = _EVERYWHERE if words[1:] else frozenset()
        given = (a for a in one._actions if a not in below and a.dest not in everywhere)
        yield words, what, " · ".join(f"`{_written(a)}` {a.help or ''}".strip() for a in given)
    for action in below:
        sentences = {choice.dest: choice.help or "" for choice in action._choices_actions}
        for name, found in action.choices.items():
            yield from _commands(found, (*words, name), sentences[name])


def _written(action: argparse.Action) -> str:
    """Return an option or a word as it is typed, with what follows it."""
    value = action.metavar if isinstance(action.metavar, str) else ""
    return " ".join(filter(None, (", ".join(action.option_strings), value)))
