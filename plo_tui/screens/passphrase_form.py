"""Choosing a passphrase: typed twice, its strength told in words."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import on, work

from plo_tui.screens.form import FormScreen
from plo_tui.store.passphrases import HINT, passphrase_fault, strength
from plo_tui.store.problems import Refused
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import LineField
from plo_tui.widgets.secret_line import SecretLine

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from plo_tui.desk import Desk


class SecretField(LineField):
    """A line that shows dots."""

    def __init__(self, key: str, label: str, help_text: str = "") -> None:
        editor = SecretLine(select_on_focus=False)
        super().__init__(key, label, help_text=help_text, editor=editor)

    @property
    def value(self) -> str:
        """The line as typed: spaces count."""
        return self.input.value


class PassphraseForm(FormScreen[str]):
    """Ends with the passphrase that was chosen, once `take` has taken it."""

    TITLE = "Choose a passphrase"

    def __init__(
        self,
        desk: Desk,
        lead: str,
        take: Callable[[str], Awaitable[None]] | None = None,
        *,
        may_leave: bool = False,
    ) -> None:
        """Ask.

        Args:
            desk: the desk.
            lead: why it is asked for.
            take: what is done with it before the form closes; nothing where None.
            may_leave: whether one may go without choosing.
        """
        super().__init__(desk)
        self.lead = f"{lead} {HINT}"
        self._take = take
        self._may_leave = may_leave

    def fields(self) -> Iterable[FormField]:
        """The passphrase, twice."""
        yield SecretField(
            "passphrase",
            "Passphrase",
            "It opens everything recorded here. Nobody can tell you what it was: the recovery "
            "key is the only other way in.",
        )
        yield SecretField("again", "The same once more", "So that a slip is found now.")

    async def save(self) -> str:
        """Take the passphrase.

        Raises:
            Refused: where it will not do, or was not typed twice the same.
        """
        chosen = self.values()
        fault = await asyncio.to_thread(passphrase_fault, chosen["passphrase"])
        if fault:
            raise Refused(fault, "passphrase")
        if chosen["again"] != chosen["passphrase"]:
            raise Refused("This is not the same as above. Type it once more.", "again")
        if self._take:
            await self._take(chosen["passphrase"])
        return str(chosen["passphrase"])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave without one only where one may."""
        if action == "close" and not self._may_leave:
            return False
        return super().check_action(action, parameters)

    @on(FormField.Edited)
    def _tell_strength(self, event: FormField.Edited) -> None:
        if event.field.key == "passphrase":
            self._tell(event.field)

    @work(exclusive=True, group="strength")
    async def _tell(self, field: FormField) -> None:
        """Say how strong it is, a moment behind the typing and never in its way."""
        typed = str(field.value)
        told = await asyncio.to_thread(strength, typed) if typed else ""
        if typed == field.value:
            field.note(told)
