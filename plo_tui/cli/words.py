"""The words of the command line: each command, its options and its sentence, in one place."""

from __future__ import annotations

import argparse

from plo_tui import __version__

_ABOUT = """\
Chair, minute and sign off a Public Law Outline pre-proceedings meeting.
Without a command, the app opens."""

_EXITS = """\
exit codes: 0 done; 1 refused, or something was found; 2 wrong words or a broken set-up"""


def parser() -> argparse.ArgumentParser:
    """Return the parser; `command` of what it reads is `module:function` in `plo_tui.cli`."""
    top = _Words(
        prog="plo-tui",
        description=_ABOUT,
        epilog=_EXITS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"plo-tui {__version__}")
    top.add_argument("--store", metavar="FOLDER", help=_STORE)
    top.set_defaults(command="opening:open_app")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Words)
    _demo(commands)
    _export(commands)
    _reading(commands)
    _timetable(commands)
    _agenda(commands)
    return top


_STORE = "where the store lies (default: PLO_TUI_STORE, or your own data folder)"

_Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse has no other name for it


class _Words(argparse.ArgumentParser):
    """A parser whose help and errors read as the rest of plo-tui does."""

    def error(self, message: str) -> None:  # type: ignore[override]
        from plo_tui.cli.printing import complain

        self.print_usage(_stderr())
        complain(f"{message[:1].upper()}{message[1:]}. See: {self.prog} --help")
        self.exit(2)
