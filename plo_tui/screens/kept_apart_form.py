"""Two people who must not meet: who, since when and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.records import new_key
from plo_tui.screens.form import FormScreen
from plo_tui.store.verbs.safety import keep_apart
from plo_tui.widgets.form_fields import ChoiceField, LineField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from agenda.papers import Papers


class KeptApartForm(FormScreen[bool]):
    """Keeps two people apart: sittings and documents of their own."""

    TITLE = "Two people who must not meet"
    papers: Papers
    can_add_another = True
    lead = (
        "Each sits alone, and gets a copy of what was said in their own sitting. Neither reads "
        "what the other said in theirs."
    )

    def fields(self) -> Iterator[Widget]:
        """Ask who must not meet whom, since when and why."""
        parents = self.papers.parents
        people = [*parents, *(one for one in self.papers.people if one not in parents)]
        named = [(person.known_as, person.id) for person in people]
        second = people[1].id if len(people) > 1 else None
        yield ChoiceField("person_id", "Who", named)
        yield ChoiceField("other_id", "Must not meet", named, second)
        yield self.date_field("since", "Since", past=True)
        yield LineField("why", "Why", placeholder="such as a non-molestation order")

    async def save(self) -> bool:
        """Keep them apart.

        Raises:
            StoreProblem: beside its field.
        """
        said = self.values("person_id", "other_id", "why", "since")
        done = await self.desk.do(keep_apart, self.papers.case_id, new_key(), **said)
        self.papers.take(done.changed)
        return True
