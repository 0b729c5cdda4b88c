"""A child, born or not yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from agenda.records import Child, new_key
from agenda.words import ChildPlan, LegalStatus
from plo_tui.screens.form import FormScreen, heading
from plo_tui.store.verbs.family import add_child, add_goal, change_child
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import ChoiceField, LineField, TextField

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from textual.widget import Widget

    from agenda.papers import Papers
    from plo_tui.desk import Desk


class ChildForm(FormScreen[bool]):
    """What is known of a child; True once it is saved."""

    papers: Papers

    def __init__(self, desk: Desk, papers: Papers, child_id: UUID | None = None) -> None:
        super().__init__(desk, papers)
        self.child: Child | None = papers.find("Child", child_id)
        self.title = "Change a child" if self.child else "Add a child, born or not yet"
        self.can_add_another = self.child is None

    def begin_next(self) -> None:
        """Go on with another child."""
        self.child = None

    def fields(self) -> Iterable[Widget]:
        """Who the child is, and the orders and plans that stand."""
        was = self.child or Child(case_id=self.papers.case_id, full_name="", initials="")
        yield LineField(
            "full_name",
            "Full name",
            was.full_name,
            help_text="For a baby not yet born, what you call them, such as Baby Carter.",
        )
        yield LineField(
            "initials",
            "Initials",
            was.initials,
            help_text="They stand on every screen and page in place of the name.",
        )
        yield self.date_field("born_on", "Born on", was.born_on, past=True)
        yield self.date_field("due_on", "Or due on", was.due_on)
        yield LineField("authority_child_id", "Our child ID", was.authority_child_id)
        yield ChoiceField("legal_status", "Legal status", LegalStatus, was.legal_status)
        yield ChoiceField("plan", "Plan", ChildPlan, was.plan)
        yield self.date_field("plan_since", "Plan since", was.plan_since, past=True)
        yield heading("Child protection conference")
        yield LineField("conference_chair", "Conference chair", was.conference_chair)
        yield self.date_field("next_conference", "Next conference", was.next_conference)
        goals = TextField(
            "goal",
            "Goals of the plan",
            placeholder="One on each line",
            help_text="Goals of the child protection plan that are not here yet.",
        )
        there = self.papers.goals(was.id) if self.child else []
        goals.note("\n".join(f"Here: {goal.text}" for goal in there))
        yield goals

    async def save(self) -> bool:
        """Save the child, then the goals that were added."""
        values = self.values()
        goals: str = values.pop("goal")
        if self.child is None:
            key = new_key()
            done = await self.desk.do(add_child, self.papers.case_id, key, values)  # type: ignore[arg-type]
        else:
            key, version = self.child.id, self.child.version
            done = await self.desk.do(change_child, key, version, values)  # type: ignore[arg-type]
        self.papers.take(done.changed)
        self.child = self.papers.find("Child", key)
        there = {goal.text for goal in self.papers.goals(key)}
        for goal in goals.splitlines():
            if goal.strip() and " ".join(goal.split()) not in there:
                added = await self.desk.do(add_goal, new_key(), key, goal)
                self.papers.take(added.changed)
        return True

    @on(FormField.Edited)
    def _suggest_initials(self, event: FormField.Edited) -> None:
        """Take the initials from the name until somebody types others."""
        initials = self.field("initials")
        if event.field.key == "full_name" and isinstance(initials, LineField):
            initials.suggest("".join(word[0] for word in event.field.value.split()).upper())
