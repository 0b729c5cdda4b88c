"""The first run: who sits here, in four lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.records import new_key
from agenda.words import StaffRole
from plo_tui.desk import Me, login
from plo_tui.screens.form import FormScreen
from plo_tui.store.verbs.staff import add_staff
from plo_tui.widgets.form_fields import ChoiceField, LineField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget


class FirstRunScreen(FormScreen[None]):
    """Name, role and team. The minutes name who wrote and who approved, so it is asked first."""

    TITLE = "Welcome. Who are you?"
    CSS_PATH = "first_run.tcss"
    lead = "The minutes name who wrote them and who chaired, so this is asked first."

    def fields(self) -> Iterable[Widget]:
        """The four lines."""
        yield LineField(
            "name", "Your name", help_text="As the minutes should print it, such as Dana Reed."
        )
        yield ChoiceField("role", "Your role", StaffRole)
        yield LineField(
            "team", "Your team", help_text="Your team's name; it may be left empty for now."
        )

    async def save(self) -> None:
        """Add this member of staff, and sit them at the desk."""
        key = new_key()
        said = self.values()
        await self.desk.do(add_staff, key, said["name"], said["role"], said["team"], login())
        await self.desk.introduce(Me(key, " ".join(said["name"].split()), said["role"]))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave only by saying who one is, or by leaving the app."""
        return False if action == "close" else super().check_action(action, parameters)
