"""Asking for the passphrase: on opening a store, and after plo-tui locked itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.widgets import Static

from plo_tui.commands import bindings_for
from plo_tui.screens.base import PloScreen
from plo_tui.store.problems import Locked, StoreProblem
from plo_tui.widgets.case_bar import Standing
from plo_tui.widgets.secret_line import SecretLine
from plo_tui.widgets.shown import shown

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import ComposeResult


class UnlockScreen(PloScreen[str]):
    """One line to type in. It ends, once it opened, with what was typed."""

    place = "unlock"
    BINDINGS = bindings_for("unlock")
    CSS_PATH = "unlock.tcss"
    AUTO_FOCUS = "#secret"

    def __init__(
        self,
        opens: Callable[[str], Awaitable[None]],
        lead: str,
        said: str = "",
        *,
        may_leave: bool = False,
    ) -> None:
        """Ask.

        Args:
            opens: opens with what was typed; raises `StoreProblem` where it does not.
            lead: a sentence above the line.
            said: a sentence beneath it at first.
            may_leave: whether one may go without it, which ends with None.
        """
        super().__init__()
        self._opens = opens
        self._lead = lead
        self._said = said
        self._may_leave = may_leave
        self._trying = False

    def body(self) -> ComposeResult:
        """Lay out a sentence, the line, and what is said about it."""
        yield Static(shown("Locked"), id="title")
        yield Static(shown(self._lead), id="lead")
        yield SecretLine(placeholder="passphrase, or recovery key", id="secret")
        yield Static(shown(self._said), id="say")

    def on_mount(self) -> None:
        """Say nothing of any family in the first line."""
        self.standing = Standing("plo-tui")

    def on_input_submitted(self) -> None:
        """Try what was typed."""
        self.action_unlock()

    @work(exclusive=True, group="unlock")
    async def action_unlock(self) -> None:
        """Open with what is typed; what is wrong is said beneath it."""
        line = self.query_one("#secret", SecretLine)
        if self._trying or not line.value:
            return
        self._trying = True
        self.say("Opening…")
        try:
            await self._opens(line.value)
        except Locked as wrong:
            self.say(str(wrong))
            line.value = ""
        except StoreProblem as problem:
            self.say(str(problem))
        else:
            self.let_in(line.value)
        finally:
            self._trying = False

    def let_in(self, secret: str) -> None:
        """End with what opened it."""
        self.dismiss(secret)

    def say(self, sentence: str) -> None:
        """Say something beneath the line."""
        self.query_one("#say", Static).update(shown(sentence))

    def action_shield(self) -> None:
        """Nothing of a family stands here."""

    def action_close(self) -> None:
        """Go without it."""
        self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let nobody past it but with the passphrase, unless one may leave."""
        if action == "shield" or (action == "close" and not self._may_leave):
            return False
        return super().check_action(action, parameters)
