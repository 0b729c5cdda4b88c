"""One question: why. Asked before something is left out, opened again or passed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plo_tui.screens.form import FormScreen
from plo_tui.widgets.form_fields import TextField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from agenda.papers import Papers
    from plo_tui.desk import Desk
    from plo_tui.widgets.form_field import FormField


class WhyAskedForm(FormScreen[bool]):
    """Asks why, and does what was asked for with the answer; True once it is done."""

    papers: Papers

    def __init__(
        self,
        desk: Desk,
        papers: Papers,
        title: str,
        lead: str,
        verb: Callable[..., Any],
        arguments: Callable[[str], tuple[Any, ...]],
    ) -> None:
        """Ask.

        Args:
            desk: the desk.
            papers: the case's papers.
            title: what is about to be done.
            lead: what it is done to.
            verb: the verb.
            arguments: what the verb is given, from the reason.
        """
        super().__init__(desk, papers)
        self.title = title
        self.lead = lead
        self._verb = verb
        self._arguments = arguments

    def fields(self) -> Iterator[FormField]:
        """Ask why."""
        yield TextField("why", "Why", rows=3, help_text="It is recorded, in your name.")

    async def save(self) -> bool:
        """Do it; the verb refuses where no reason is given."""
        done = await self.desk.do(self._verb, *self._arguments(self.field("why").value))
        self.papers.take(done.changed)
        return True
