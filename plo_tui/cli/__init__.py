"""The command line. `--help` and `--version` load nothing: each command loads what it needs."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from plo_tui.cli.words import parser
from plo_tui.crash_log import leave_no_core

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

DONE, REFUSED, BROKEN = 0, 1, 2
"""Exit codes: done · refused, or something was found · wrong words or a broken set-up."""
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line asks, and return the exit code. No traceback is ever shown.

    Args:
        argv: the words after `plo-tui`; None for those of this process.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # Windows prints in its own code page
            stream.reconfigure(errors="replace")
    asked = parser().parse_args(argv)
    leave_no_core()
    module, _, name = asked.command.partition(":")
    try:
        command: Callable[..., int] = getattr(import_module(f"plo_tui.cli.{module}"), name)
        code = command(asked)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read us has gone, as `head` does; nothing is left to flush when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:  # noqa: BLE001 - a traceback could print a family's words
        return _told(error)
    return code


def _told(error: Exception) -> int:
    """Say in one plain sentence what went wrong, and return the exit code."""
    from agenda.broken_file import BrokenFile
    from agenda.minuting import NothingToMinute
    from agenda.unreadable_date import UnreadableDate
    from exports.problems import CannotWrite, NotApproved, TemplateNotWord
    from plo_tui.cli.printing import complain
    from plo_tui.store.problems import CannotOpen, StoreProblem

    if isinstance(error, (BrokenFile, CannotOpen, UnreadableDate, TemplateNotWord)):
        complain(str(error))
        return BROKEN
    if isinstance(error, (StoreProblem, NothingToMinute, NotApproved, CannotWrite)):
        complain(str(error))
        return REFUSED
    if isinstance(error, OSError):
        complain(f"{error.filename or 'A file'}: {error.strerror or 'it cannot be used'}.")
        return BROKEN
    from plo_tui.crash_log import log_crash

    where = log_crash(error)
    kept = f" It is logged, without any words of a family, in {where}." if where else ""
    complain(f"plo-tui had to stop; nothing that was saved is lost.{kept}")
    return BROKEN
