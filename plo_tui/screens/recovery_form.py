"""The recovery key: shown once, and gone on from only by somebody who kept it."""

from __future__ import annotations

import asyncio
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from textual.widgets import Static

from exports.problems import CannotWrite
from plo_tui.screens.form import FormScreen
from plo_tui.store.problems import Refused
from plo_tui.store.recovery_key import GROUPS
from plo_tui.widgets.form_fields import LineField
from plo_tui.widgets.shown import shown

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from textual.widget import Widget

    from plo_tui.desk import Desk

_WHICH = ("first", "second", "third", "fourth", "fifth", "sixth")


class RecoveryForm(FormScreen[bool]):
    """Shows the key, offers a file to print, and asks for one group of it."""

    TITLE = "Keep the recovery key"
    CSS_PATH = "recovery_form.tcss"
    lead = (
        "If the passphrase is forgotten, this key is the only way in; nobody can make another "
        "one without it. Write it down, or print it, and keep the paper away from this computer, "
        "such as in the team's safe. It is not shown again."
    )

    def __init__(self, desk: Desk, recovery: str, take: Callable[[], Awaitable[None]]) -> None:
        """Show a key.

        Args:
            desk: the desk.
            recovery: the key, in groups.
            take: what is done once it is kept.
        """
        super().__init__(desk)
        self._recovery = recovery
        self._take = take
        self._written = ""
        self._asked = secrets.randbelow(GROUPS)

    def fields(self) -> Iterable[Widget]:
        """The key, a file to print, and one group to type from the paper."""
        yield Static(shown(self._recovery), id="recovery")
        yield LineField(
            "file",
            "A file to print",
            placeholder="none: it is written down by hand",
            help_text="Type where, such as E:\\key.txt. Print it, then delete the file.",
        )
        yield LineField(
            "group",
            f"Its {_WHICH[self._asked]} group",
            help_text="From the paper, so that it is sure that you have it.",
        )

    async def save(self) -> bool:
        """Go on, once the group is right.

        Raises:
            Refused: where it is not, or the file cannot be written.
        """
        said = self.values("file", "group")
        group = self._recovery.split("-")[self._asked]
        if said["group"].strip().upper() != group:
            raise Refused(
                f"That is not its {_WHICH[self._asked]} group. Read it from the paper.", "group"
            )
        if said["file"] not in ("", self._written):
            await asyncio.to_thread(self._write, Path(said["file"]).expanduser())
            self._written = said["file"]
        await self._take()
        return True

    def _write(self, to: Path) -> None:
        from exports.safe_file import write_whole

        if to.exists() or to.resolve().is_relative_to(self.desk.folder.resolve()):
            raise Refused("Choose a new file, and not in the store's own folder.", "file")
        words = (
            "plo-tui: recovery key",
            "",
            self._recovery,
            "",
            f"It opens the store in {self.desk.folder} if its passphrase is forgotten.",
            "Print this page, keep it away from the computer, and delete the file.",
            "",
        )
        try:
            write_whole("\r\n".join(words).encode(), to)
        except CannotWrite as problem:
            raise Refused(str(problem), "file") from problem

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave only by keeping it, or by leaving the app: then nothing was made."""
        return False if action == "close" else super().check_action(action, parameters)
