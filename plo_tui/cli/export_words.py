"""The words of `plo-tui export`: each document that it writes, with its options."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    AddCommand = Callable[..., argparse.ArgumentParser]
    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_exports(add: AddCommand) -> None:
    """Add `export` with each document it can write."""
    export = add("export", "Write minutes, the family's plan, why, or a letter, for Word.")
    documents = export.add_subparsers(title="documents", metavar="DOCUMENT", required=True)
    minutes = add(
        "minutes",
        "Write approved minutes; --draft writes those that are not, marked so on every page.",
        "export:export_minutes",
        documents,
    )
    minutes.add_argument("--draft", action="store_true", help="also where not approved")
    minutes.add_argument(
        "--whole", action="store_true", help="the whole also for who acts for a parent, uncut"
    )
    plan = add(
        "plan", "Write the plan for the family, on one page.", "export:export_plan", documents
    )
    why = add(
        "why",
        "Write why it was decided for one child, from worry to decision, citing the minutes.",
        "why:export_why",
        documents,
    )
    why.add_argument("--child", metavar="CHILD", help="whose it is: its initials, or full name")
    letter = add(
        "letter",
        "Write the letter to one parent; --draft writes one that legal has not cleared, marked so.",
        "letter:export_letter",
        documents,
    )
    whose_letter(letter)
    letter.add_argument("--draft", action="store_true", help="also where legal has not cleared it")
    _invitations(add, documents)
    _legal_planning(add, documents)
    for document in (minutes, plan):
        document.add_argument(
            "--meeting", metavar="NUMBER", type=int, help="default: the latest concluded meeting"
        )
    for document in (minutes, plan, why, letter):
        document.add_argument("case", metavar="CASE", help="its reference")
        document.add_argument(
            "-o", "--output", metavar="FILE", type=Path, required=True, help="the file to write"
        )
        document.add_argument(
            "--template", metavar="FILE", type=Path, help="your authority's own Word file"
        )
        document.add_argument(
            "--to",
            metavar="NAME",
            help="whom it is for, as it is recorded (default: yourself; a letter's own parent); "
            "minutes and plan are cut for a parent, or who acts for one",
        )


def _invitations(add: AddCommand, documents: _Commands) -> None:
    invitations = add(
        "invitations",
        "Write the calendar invitations to a meeting that are new or changed, or their "
        "cancellations: one file for each group.",
        "invitations:export_invitations",
        documents,
    )
    invitations.add_argument("case", metavar="CASE", help="its reference")
    invitations.add_argument(
        "--meeting", metavar="NUMBER", type=int, required=True, help="which meeting"
    )
    invitations.add_argument(
        "--legal-planning",
        action="store_true",
        help="the legal planning meeting of that number: for our team and our lawyers alone",
    )
    invitations.add_argument(
        "--to", metavar="FOLDER", type=Path, required=True, help="the folder for the files"
    )
    invitations.add_argument(
        "--at",
        metavar="INITIALS=TIME",
        action="append",
        default=[],
        help="where parents must not meet: when each arrives, such as jr=10am; once for each",
    )
    invitations.add_argument(
        "--all", action="store_true", help="also those that are as they were written"
    )


def _legal_planning(add: AddCommand, documents: _Commands) -> None:
    record = add(
        "legal-planning",
        "Write the record of a legal planning meeting, for one of the authority's own alone.",
        "legal_planning:export_legal_planning",
        documents,
    )
    record.add_argument("case", metavar="CASE", help="its reference")
    record.add_argument(
        "--for",
        dest="reader",
        metavar="NAME",
        required=True,
        help="which of the authority's staff or lawyers it is for; nobody else will do",
    )
    record.add_argument(
        "--to", dest="file", metavar="FILE", type=Path, required=True, help="the file to write"
    )
    record.add_argument(
        "--meeting", metavar="NUMBER", type=int, help="default: the latest legal planning meeting"
    )
    record.add_argument(
        "--template", metavar="FILE", type=Path, help="your authority's own Word file"
    )


def whose_letter(command: argparse.ArgumentParser) -> None:
    """Add how one letter of a case is named."""
    command.add_argument(
        "--for", metavar="NAME", dest="whose", help="whose letter: their name, or as you call them"
    )
    command.add_argument(
        "--kind", metavar="KIND", help="which letter: before proceedings, before issue, ending …"
    )
