"""Opening the app: on a person's own store, or on the demo's."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from plo_tui.cli import BROKEN, DONE, REFUSED
from plo_tui.cli.at_desk import desk_of
from plo_tui.cli.printing import complain, say

if TYPE_CHECKING:
    from argparse import Namespace

    from plo_tui.desk import Desk


def open_app(asked: Namespace) -> int:
    """Open the app on the store that is named, or on the person's own."""
    desk = desk_of(asked)
    return _run(desk) if _ready(desk) else BROKEN


def open_demo(asked: Namespace) -> int:
    """Open the demo, made first where it is not there: kept in a named store, or thrown away."""
    desk = desk_of(asked)
    desk.demo = True
    kept = asked.store or os.environ.get("PLO_TUI_STORE")
    if asked.no_app and not kept:
        complain("Say where the demo is to be kept: plo-tui demo --no-app --store FOLDER")
        return BROKEN
    if not asked.no_app and not _ready(desk):
        return BROKEN
    if kept:
        code = _make(desk)
        if code is DONE and asked.no_app:
            say([f"The demo is in {desk.folder}. Open it with: plo-tui demo --store FOLDER"])
        return code if code or asked.no_app else _run(desk)
    # Owner-only from its making, and gone with its fictional families at the end.
    with tempfile.TemporaryDirectory(
        prefix="plo-tui-demo-", ignore_cleanup_errors=True
    ) as throw_away:
        desk.folder = Path(throw_away) / "store"
        return _make(desk) or _run(desk)


def _make(desk: Desk) -> int:
    """Make the demo where it is not there yet; refuse to put it into anyone's own store."""
    from plo_tui.store.folder import KEY
    from plo_tui.store.key import read_key_file
    from plo_tui.store.opening import is_store

    there = is_store(desk.folder) or (desk.folder / KEY).exists()
    open_key = read_key_file(desk.folder).open_key if there else None
    if there and not (open_key and open_key.demo):
        complain(
            f"The store in {desk.folder} is not a demo, so the demo was not put into it. "
            "Choose another folder with --store FOLDER."
        )
        return REFUSED
    if not is_store(desk.folder):
        from plo_tui.demo import make_demo
        from plo_tui.desk import login

        make_demo(desk.folder, desk.clock(), login())
    return DONE


def _ready(desk: Desk) -> bool:
    """Whether the app can open: a terminal is there, and nothing the authority wrote is broken.

    Raises:
        BrokenFile: where the policy or a sheet cannot be used; names file and line.
    """
    from agenda.words import MeetingKind

    if desk.settings.policy:
        _ = desk.policy
    for kind in desk.settings.sheets:
        desk.sheet_text(next(one for one in MeetingKind if one.sheet == kind))
    if sys.stdin.isatty() and sys.stdout.isatty():
        return True
    complain(
        "The app needs a terminal to open in. Without one, plo-tui cases, show and export "
        "print what is recorded: see plo-tui --help"
    )
    return False


def _run(desk: Desk) -> int:
    from plo_tui.app import PloApp

    app = PloApp(desk)
    try:
        app.run()
    finally:
        if said := desk.close():
            complain(said)
    return app.return_code or DONE
