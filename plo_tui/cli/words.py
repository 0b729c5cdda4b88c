"""The words of the command line: each command, its options and its sentence, in one place."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from plo_tui import __version__
from plo_tui.cli.export_words import add_exports, whose_letter

if TYPE_CHECKING:
    from collections.abc import Callable

    AddCommand = Callable[..., argparse.ArgumentParser]
    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]

_ABOUT = """\
Chair, minute and sign off a Public Law Outline pre-proceedings meeting.
Without a command, the app opens."""
_EXITS = """\
exit codes: 0 done; 1 refused, or something was found; 2 wrong words or a broken set-up"""
_OPENS_WITH = "take the passphrase, or recovery key, from the first line of this file"
_STORE = "where the store lies (default: PLO_TUI_STORE, or your own data folder)"


def parser() -> argparse.ArgumentParser:
    """Return the parser. `command` of what it reads is `module:function` inside `plo_tui.cli`."""
    top = argparse.ArgumentParser(
        prog="plo-tui",
        description=_ABOUT,
        epilog=_EXITS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"plo-tui {__version__}")
    top.add_argument("--store", metavar="FOLDER", help=_STORE)
    top.add_argument("--passphrase-file", metavar="FILE", type=Path, help=_OPENS_WITH)
    top.set_defaults(command="opening:open_app")
    # After a command too; left out there, it must not hide the one given before it.
    store = argparse.ArgumentParser(add_help=False)
    store.add_argument("--store", metavar="FOLDER", default=argparse.SUPPRESS, help=_STORE)
    store.add_argument(
        "--passphrase-file", metavar="FILE", type=Path, default=argparse.SUPPRESS, help=_OPENS_WITH
    )
    commands = top.add_subparsers(title="commands", metavar="COMMAND")

    def add(
        name: str, what: str, command: str = "", among: _Commands | None = None
    ) -> argparse.ArgumentParser:
        added: argparse.ArgumentParser = (among or commands).add_parser(
            name, help=what, description=what, parents=[store], allow_abbrev=False
        )
        if command:
            added.set_defaults(command=command)
        return added

    _demo(add)
    _cases(add)
    _why(add)
    _verify(add)
    add_exports(add)
    _keeping(add)
    _given(add)
    _pack(add)
    _timetable(add)
    _agenda(add)
    _letter(add)
    return top


def _demo(add: AddCommand) -> None:
    demo = add(
        "demo",
        "Open a store with five fictional families, thrown away at the end; --store keeps it.",
        "opening:open_demo",
    )
    demo.add_argument("--no-app", action="store_true", help="only make it; needs --store")


def _cases(add: AddCommand) -> None:
    cases = add("cases", "List every case.", "cases:list_cases")
    cases.add_argument("--json", action="store_true", help="as JSON")
    show = add("show", "Read a case, or a meeting's minutes, in plain lines.", "cases:show_case")
    show.add_argument("case", metavar="CASE", help="its reference")
    show.add_argument("--meeting", metavar="NUMBER", type=int, help="that meeting's minutes")


def _why(add: AddCommand) -> None:
    why = add(
        "why",
        "Show why, child by child: from worry to decision, citing the minutes.",
        "why:show_why",
    )
    why.add_argument("case", metavar="CASE", help="its reference")
    why.add_argument("--child", metavar="CHILD", help="one alone: its initials, or full name")


def _verify(add: AddCommand) -> None:
    history = add(
        "history",
        "Show every version of a meeting's minutes, or of a paragraph: who, when, which words.",
        "history:show_history",
    )
    history.add_argument("case", metavar="CASE", help="its reference")
    history.add_argument(
        "--meeting", metavar="NUMBER", type=int, help="default: the latest concluded meeting"
    )
    history.add_argument(
        "--paragraph", metavar="NUMBER", type=int, help="that paragraph of the minutes alone"
    )
    verify = add(
        "verify",
        "Verify the store: every page, the journal's chain, every record and approval.",
        "verify:verify_store",
    )
    verify.add_argument(
        "--seal",
        metavar="SEAL",
        nargs="+",
        help="only whether this seal, printed in a copy that was given out, stands in it",
    )
    verify.add_argument("--json", action="store_true", help="as JSON")


def _keeping(add: AddCommand) -> None:
    backup = add(
        "backup",
        "Write an encrypted backup, also while plo-tui is open.",
        "keeping:write_backup",
    )
    backup.add_argument("file", metavar="FILE", type=Path, help="the file to write")
    restore = add(
        "restore",
        "Put the store of a backup into a folder that has none.",
        "keeping:restore_backup",
    )
    restore.add_argument("file", metavar="FILE", type=Path, help="the backup")
    retention = add(
        "retention",
        "List what may be removed: past your authority's period, or uploaded; --purge removes it.",
        "retention:retention",
    )
    retention.add_argument("--purge", metavar="CASE", help="remove the record of this case")
    retention.add_argument(
        "--confirmed-by", metavar="NAME", help="who confirmed that it is removed"
    )
    retention.add_argument("--json", action="store_true", help="as JSON")
    passphrase = add(
        "passphrase",
        "Change the passphrase, or make a new recovery key.",
        "keeping:change_passphrase",
    )
    one = passphrase.add_mutually_exclusive_group()
    one.add_argument(
        "--new-passphrase-file", metavar="FILE", type=Path, help="take the new one from this file"
    )
    one.add_argument(
        "--new-recovery-key", action="store_true", help="make a new recovery key and print it"
    )
    one.add_argument(
        "--remember", action="store_true", help="keep the passphrase in this computer's keyring"
    )
    one.add_argument("--forget", action="store_true", help="take it out of the keyring again")


def _given(add: AddCommand) -> None:
    given = add(
        "given",
        "List what was given out: which document, which version, to whom, by whom and when.",
        "given:list_given_out",
    )
    given.add_argument("case", metavar="CASE", help="its reference")
    given.add_argument("--json", action="store_true", help="as JSON")


def _pack(add: AddCommand) -> None:
    pack = add(
        "pack",
        "List who is given what of a meeting, and how; with --to, write every copy, cut for each.",
        "pack:pack",
    )
    pack.add_argument("case", metavar="CASE", help="its reference")
    pack.add_argument(
        "--meeting", metavar="NUMBER", type=int, help="default: the latest concluded meeting"
    )
    pack.add_argument(
        "--to",
        metavar="FOLDER",
        type=Path,
        help="write the pack into this folder, which is new or empty; a folder for each recipient",
    )
    pack.add_argument(
        "--draft", action="store_true", help="also where not approved, marked on every page"
    )
    pack.add_argument(
        "--template", metavar="FILE", type=Path, help="your authority's own Word file"
    )


def _timetable(add: AddCommand) -> None:
    timetable = add(
        "timetable",
        "Print the window and its reviews, for an initial meeting on a date; with --from, the "
        "dates of the whole directive, and how each stands today; of a case, its own dates.",
        "timetable:print_timetable",
    )
    timetable.add_argument(
        "date", metavar="DATE", nargs="+", help="2027-01-12, or 12 jan 27; or a case's reference"
    )
    timetable.add_argument(
        "--from",
        dest="start",
        choices=("lpm", "letter", "initial"),
        help="what is on that date: lpm, the legal planning meeting; letter, the letter being "
        "given to the parents; initial, the initial meeting",
    )
    timetable.add_argument(
        "--done",
        metavar="STEP=DATE",
        action="append",
        default=[],
        help="with --from: the day a step was done, such as given=2027-01-19; once for each of "
        "lpm, drafted, returned, given, initial, midway and final",
    )
    timetable.add_argument("--json", action="store_true", help="as JSON")


def _agenda(add: AddCommand) -> None:
    agenda = add("agenda", "Work with agenda sheets.")
    deeds = agenda.add_subparsers(title="commands", metavar="COMMAND", required=True)
    check = add(
        "check",
        "Say everything that is wrong with an agenda sheet, with file and line.",
        "agenda:check_sheet",
        deeds,
    )
    check.add_argument("file", metavar="FILE", type=Path)


def _letter(add: AddCommand) -> None:
    letter = add("letter", "Work with letters to parents.")
    deeds = letter.add_subparsers(title="commands", metavar="COMMAND", required=True)
    check = add(
        "check",
        "Say what a letter lacks, and what in it is hard to read, with the place.",
        "letter:check_letter",
        deeds,
    )
    check.add_argument("file", metavar="FILE", type=Path, nargs="?", help="a letter in TOML")
    check.add_argument("--case", metavar="CASE", help="the letters of this case in the store")
    whose_letter(check)
    check.add_argument(
        "--other-child",
        metavar="NAME",
        action="append",
        help="a child of another family, who must not be named in it; may be given again",
    )
