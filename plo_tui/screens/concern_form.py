"""A worry: its heading, its danger statement, which children, and its dated examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Button, Static

from agenda.concern_rules import LIMIT
from agenda.day_names import day_text
from agenda.records import Concern, new_key
from plo_tui.screens.form import FormScreen, heading
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.concerns import add_concern, add_example, change_concern
from plo_tui.store.verbs.reasons import record_reason
from plo_tui.widgets.form_fields import LineField, TextField, TickField
from plo_tui.widgets.form_names import ChildrenField
from plo_tui.widgets.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from textual.widget import Widget

    from agenda.papers import Papers
    from plo_tui.desk import Desk


class ConcernForm(FormScreen[bool]):
    """What we are worried about; True once it is saved."""

    papers: Papers
    CSS_PATH = "concern_form.tcss"

    def __init__(self, desk: Desk, papers: Papers, concern_id: UUID | None = None) -> None:
        super().__init__(desk, papers)
        self.concern: Concern | None = papers.find("Concern", concern_id)
        self.can_add_another = self.concern is None
        self._entitle()

    def begin_next(self) -> None:
        """Go on with the next worry."""
        self.concern = None

    # --- the fields

    @property
    def _past_the_limit(self) -> bool:
        """Whether the policy wants a reason for a worry more."""
        return (
            self.concern is None
            and len(self.papers.concerns) >= self.papers.policy.concerns.headings
        )

    def fields(self) -> Iterable[Widget]:
        """The worry, and then what happened and when."""
        was = self.concern or Concern(episode_id=self.papers.episode.id, position=1, heading="")
        if self._past_the_limit:
            yield self._reason()
        yield LineField(
            "heading",
            "The worry",
            was.heading,
            placeholder="such as neglect",
            help_text="A word or two, as it stands in the letter. The main worry comes first.",
        )
        yield TextField("summary", "In plain words", was.summary)
        yield TextField(
            "danger_statement",
            "What could happen",
            was.danger_statement,
            help_text="The danger statement: who is worried, and what could happen to a child.",
        )
        yield LineField("since", "Since when", was.since, placeholder="such as spring 2025")
        if self.papers.children:
            yield self._children()
        yield heading("Dated examples")
        yield Static(id="examples")
        yield self.date_field("on", "When", past=True)
        yield TextField("example", "What happened")
        yield TickField("exceptional", "", "older than the others, and still significant")
        yield Button("Add one more example", compact=True, id="more")

    def _reason(self) -> TextField:
        most = self.papers.policy.concerns.headings
        reason = TextField(
            "reason", "Why one more", help_text="It is recorded in your name, for the letter."
        )
        reason.note(
            f"A family is asked to work on {most} worries at most. Join it to another one, "
            "or record why this one must stand alone."
        )
        return reason

    def _children(self) -> ChildrenField:
        papers = self.papers
        about = papers.concern_children(self.concern.id) if self.concern else papers.children
        return ChildrenField(
            "children",
            "About",
            [(child.id, child.initials) for child in papers.children],
            [child.id for child in about],
        )

    def on_mount(self) -> None:
        """List the examples that are there."""
        self._list_examples()

    async def empty(self) -> None:
        """Draw the form for the next worry."""
        self._entitle()
        await super().empty()
        self._list_examples()

    def _entitle(self) -> None:
        count = len(self.papers.concerns) + 1
        self.title = "Change a worry" if self.concern else f"Add worry {count}, in order"

    def _list_examples(self) -> None:
        there = self.papers.examples(self.concern.id) if self.concern else []
        lines = [f"{day_text(row.on)}  {row.text}" for row in there]
        self.query_one("#examples", Static).update(shown("\n".join(lines)))
        self.query_one("#examples").display = bool(lines)

    # --- saving

    @on(Button.Pressed, "#more")
    async def _one_more(self) -> None:
        """Save the worry with this example, and go on with another example."""
        if await self.save_and_stay():
            await self.empty()
            self.field("on").focus_editor()
            self.say("Saved. Write the next example.")

    async def save(self) -> bool:
        """Save the worry, the reason where it is one too many, and the example typed."""
        self._check_example()
        values = self.values("heading", "summary", "danger_statement", "since")
        if self.concern is None:
            await self._add(values)
        elif self._differs(self.concern, values):
            key, version = self.concern.id, self.concern.version
            done = await self.desk.do(change_concern, key, version, values, self._about())  # type: ignore[arg-type]
            self.papers.take(done.changed)
            self.concern = self.papers.find("Concern", key)
        await self._add_example()
        return True

    def _check_example(self) -> None:
        """Refuse half an example before anything is saved.

        Raises:
            Refused: where its date or its words are missing.
        """
        said = self.values("on", "example")
        if said["example"] and not said["on"]:
            raise Refused("Say on which day it happened, such as 3 may.", "on")
        if said["on"] and not said["example"]:
            raise Refused("Say what happened on that day.", "example")

    async def _add(self, values: dict[str, str]) -> None:
        reason = self.field("reason").value if self._past_the_limit else None
        if reason == "":
            raise Refused(
                "Record why this worry must stand alone, or join it to another.", "reason"
            )
        key, episode = new_key(), self.papers.episode.id
        done = await self.desk.do(add_concern, episode, key, values, self._about())  # type: ignore[arg-type]
        self.papers.take(done.changed)
        self.concern = self.papers.find("Concern", key)
        if reason:
            recorded = await self.desk.do(
                record_reason, self.papers.case_id, LIMIT.key, key, reason, self.papers.meeting_id
            )
            self.papers.take(recorded.changed)

    def _differs(self, concern: Concern, values: dict[str, str]) -> bool:
        """Whether the worry itself changed: an example alone can be added at any time."""
        about = {child.id for child in self.papers.concern_children(concern.id)}
        ticked = set(self._about()) or {child.id for child in self.papers.children}
        return about != ticked or any(getattr(concern, key) != said for key, said in values.items())

    def _about(self) -> list[UUID]:
        """Return the children that are ticked; none for all of them, and one born later too."""
        ticked: list[UUID] = self.field("children").value if self.papers.children else []
        return ticked if len(ticked) < len(self.papers.children) else []

    async def _add_example(self) -> None:
        said = self.values("on", "example", "exceptional")
        if said["on"] is None or self.concern is None:
            return
        done = await self.desk.do(
            add_example,
            self.concern.id,
            said["on"],
            said["example"],
            exceptional=said["exceptional"],
        )
        self.papers.take(done.changed)
