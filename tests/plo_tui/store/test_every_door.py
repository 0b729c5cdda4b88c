"""Every way out of the app is searched: a new one without a row here fails, by construction.

The doors are found in the code itself: what writes a file in `exports`, each command of the
command line, each place that writes. Each has a row in what `test_no_word_of_legal_planning`
searches for legal planning, and in what `test_copies_leak_nothing` searches for what is private
or withheld; or says why there is nothing of a family in it.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import inspect
import pkgutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from reed_documents import FOR_A_READER
from trapped_house import DOCUMENTS, TOLD, WRITTEN

import exports
import plo_tui
from agenda.words import GivenDocument
from plo_tui.cli.words import parser

if TYPE_CHECKING:
    from collections.abc import Iterator

OURS = "ours: for the authority alone, and says so on each page"
PLACE = "its place is refused where it tells anything: an own test there"
COPY = "no copies of it are cut: it is refused to whom anything is kept from"

EXPORTS = {
    "minutes.write_minutes": ("minutes", "minutes.docx"),
    "family_plan.write_family_plan": ("plan for the family", "plan.docx"),
    "easy_read.easy_read_made": ("the pack", "easy.docx"),
    "annex.write_annex": ("annex", "annex.docx"),
    "covering_note.covering_note_made": ("the pack", "note.docx"),
    "given_list.write_given_list": ("the pack", OURS),
    "letter.write_letter": ("a letter", "letter.docx"),
    "take_away.write_take_away": ("page to take home", "page.docx"),
    "why.write_why": ("why", COPY),
    "invitation.write_invitation": ("invitations", PLACE),
    "legal_planning.write_legal_planning": (OURS, OURS),
}
"""Each exporter: its row in the search for legal planning, and for what a reader must not learn."""

GIVEN = {
    GivenDocument.ISSUED: "minutes",
    GivenDocument.MINUTES: "minutes",
    GivenDocument.FAMILY_PLAN: "the plan",
    GivenDocument.ANNEX: "annex",
    GivenDocument.PAGE: "page to take home",
    GivenDocument.WHY: "why",
    GivenDocument.LETTER: "a letter",
    GivenDocument.EASY_READ: "the pack",
    GivenDocument.COVERING_NOTE: "the pack",
    GivenDocument.GIVEN_LIST: "the pack",
    GivenDocument.INVITATION: "invitations",
    GivenDocument.LEGAL_PLANNING: OURS,
}
"""Each document of which a line is kept that it was given out."""

NO_FAMILY = {
    "": "opens the app",
    "demo": "a fictional store",
    "backup": "every byte of it is encrypted (tests/end_to_end/test_nothing_readable.py)",
    "restore": "puts an encrypted store back",
    "passphrase": "the store's key, nothing of a family",
    "retention": "references and days alone",
    "verify": "whether the record is whole: keys and counts alone",
    "agenda check": "a file of the authority's own",
    "export legal-planning": OURS,
}
"""Commands that tell or write nothing of a family, and why."""

WRITES = {
    "crash_log": "kinds of error and lines of code, never a value or a message",
    "inviting": "invitations",
    "kept_bank_holidays": "bank holidays, nothing of a family",
    "packing": "the pack",
    "pack_documents": "minutes",
    "cli.export": "minutes",
    "cli.legal_planning": OURS,
    "cli.letter": "a letter",
    "cli.pack": "the pack",
    "cli.why": "why",
    "screens.export_form": "minutes",
    "screens.legal_planning_forms": OURS,
    "screens.letter_word_form": "a letter",
    "screens.pack_form": "the pack",
    "screens.take_away_form": "page to take home",
    "screens.why_form": "why",
    "screens.word_form": "each document of the forms made from it",
    "screens.writing_out": "each document of the forms that call it",
    "screens.recovery_form": "the recovery key, nothing of a family",
    "settings": "the settings file, nothing of a family",
    "store.backing_up": "every byte of it is encrypted",
    "store.folder": "the store's own files, encrypted",
}
"""Each module of the app that writes a file, or has one written, and what that is."""

_WRITERS = {"write_whole", "write_given_out", "write_out", "make_pack", "write_copy", "fdopen"}
_METHODS = {"write_text", "write_bytes"}
_ROWS = {*DOCUMENTS, *TOLD, *WRITTEN}


def exporters() -> set[str]:
    """Every function of `exports` that writes a document, or makes one for others to write."""
    found = set()
    for module in pkgutil.iter_modules(exports.__path__):
        held = importlib.import_module(f"exports.{module.name}")
        for name, function in inspect.getmembers(held, inspect.isfunction):
            takes = inspect.signature(function).parameters
            writes = name.startswith("write_") and "to" in takes
            makes = name.endswith("_made") and f"write_{name.removesuffix('_made')}" not in dir(
                held
            )
            if function.__module__ == held.__name__ and (writes or makes):
                found.add(f"{module.name}.{name}")
    return found - {"safe_file.write_whole"}


def commands(of: argparse.ArgumentParser, words: str = "") -> Iterator[str]:
    """Every command that does something, by its words."""
    inner = [one for one in of._actions if isinstance(one, argparse._SubParsersAction)]
    if of.get_default("command"):
        yield words
    for action in inner:
        for name, one in action.choices.items():
            yield from commands(one, f"{words} {name}".strip())


def writing() -> set[str]:
    """Every module of the app that calls what writes a file."""
    root = Path(plo_tui.__file__).parent
    return {
        ".".join(path.relative_to(root).with_suffix("").parts)
        for path in root.rglob("*.py")
        if any(_writes(node) for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    }


def _writes(node: ast.AST) -> bool:
    """Whether a piece of code calls, or hands on, what writes a file, or an exporter."""
    if isinstance(node, ast.ImportFrom):
        of_exports = (node.module or "").startswith("exports.")
        return any(
            alias.name in _WRITERS or (of_exports and alias.name.startswith("write_"))
            for alias in node.names
        )
    if isinstance(node, ast.Attribute):
        return node.attr in _METHODS or node.attr == "fdopen"
    return isinstance(node, ast.Call) and _opens_to_write(node)


def _opens_to_write(node: ast.Call) -> bool:
    called = getattr(node.func, "id", getattr(node.func, "attr", ""))
    modes = [
        one.value
        for one in [*node.args, *(word.value for word in node.keywords if word.arg == "mode")]
        if isinstance(one, ast.Constant) and isinstance(one.value, str)
    ]
    return called == "open" and any(set(mode) <= set("wxab+t") and mode for mode in modes)


def test_every_exporter_has_a_row_in_both_searches() -> None:
    assert exporters() == set(EXPORTS)
    for planning, reader in EXPORTS.values():
        assert planning in _ROWS or planning == OURS
        assert reader in FOR_A_READER or reader in (OURS, PLACE, COPY)


def test_every_document_that_is_given_out_is_searched() -> None:
    assert set(GIVEN) == set(GivenDocument)
    assert {row for row in GIVEN.values() if row != OURS} <= _ROWS


def test_every_command_is_searched_or_tells_nothing_of_a_family() -> None:
    asked = [" ".join(words) for words in (*TOLD.values(), *WRITTEN.values())]
    for command in commands(parser()):
        searched = any(f"{words} ".startswith(f"{command} ") for words in asked) and bool(command)
        assert searched is not (command in NO_FAMILY), command
    assert set(NO_FAMILY) <= set(commands(parser()))


def test_every_place_that_writes_a_file_is_known_here() -> None:
    assert writing() == set(WRITES)
    families = {row for row in WRITES.values() if not any(word in row for word in _SAID)}
    assert families <= _ROWS


_SAID = ("nothing of a family", "encrypted", "each document", "never a value", OURS)
"""What says, in the place of a row, why there is nothing to search."""


@pytest.mark.parametrize(
    ("code", "writes"),
    [
        ("Path('x').write_text(said)", True),
        ("path.open('w')", True),
        ("open(path, mode='xb')", True),
        ("from exports.minutes import write_minutes", True),
        ("from exports.safe_file import write_whole", True),
        ("path.open('rb')", False),
        ("from plo_tui.store.verbs.invitations import write_invitation", False),
    ],
)
def test_a_door_is_found_in_whatever_way_it_is_written(code: str, writes: bool) -> None:
    assert any(_writes(node) for node in ast.walk(ast.parse(code))) is writes
