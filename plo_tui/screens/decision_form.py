"""The decision of a review: for which children, what, why, and what everyone thinks of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from textual import on
from textual.events import DescendantBlur
from textual.widgets import Button

from agenda.extension import children_to_decide
from agenda.minuting_words import in_a_row
from agenda.records import Decision, DecisionView, new_key
from plo_tui.screens import consulted_fields as asked
from plo_tui.screens import decision_fields as of
from plo_tui.screens.form import FormScreen, heading
from plo_tui.screens.meeting_decisions import (
    decided_alike,
    decided_in_words,
    standing_in_words,
    undecided,
)
from plo_tui.screens.proposed_decision import ProposedDecisions
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.deciding import DecisionValues, record_decision
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_names import ChildrenField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from agenda import records
    from agenda.decision_words import Outcome
    from agenda.finding import Finding
    from agenda.papers import Papers
    from agenda.records import Record
    from plo_tui.desk import Desk
    from plo_tui.widgets.form_fields import ChoiceField

LEAD = "Children decided alike share these words; untick one decided otherwise."
NEW_ANSWER = "Another outcome, plan or date needs a new answer."


class DecisionForm(FormScreen[str]):
    """What is decided for some children. It ends with the initials of those it was saved for.

    What the decision still lacks stands beside its field and stops nothing here. Saving with ^n
    goes on to the children who are not decided yet, then to those who are decided otherwise.
    """

    TITLE = "The decision"
    AUTO_FOCUS = "#fields ChoiceField .editor"
    CSS_PATH = "decision_form.tcss"
    papers: Papers

    def __init__(
        self,
        desk: Desk,
        papers: Papers,
        child: records.Child | None = None,
        finding_field: str = "",
    ) -> None:
        """Make the form.

        Args:
            desk: the desk.
            papers: the review's papers; the family has at least one child.
            child: whose decision it is; None for those not decided yet.
            finding_field: the field of a finding that the cursor goes to.
        """
        super().__init__(desk, papers)
        self._finding_field = finding_field
        self._saved_for: list[records.Child] = []
        self._proposed = ProposedDecisions(papers)
        self._begin(child or [*undecided(papers), *children_to_decide(papers)][0])

    def _begin(self, child: records.Child) -> None:
        """Begin with a child, and those decided alike or like this one not yet."""
        self._ticked_first = decided_alike(self.papers, child)
        self.was = self.papers.decision(child.id)
        self._passed_by: set[str] = set()
        self._new_keys = {one.id: new_key() for one in children_to_decide(self.papers)}
        self.lead = LEAD if len(children_to_decide(self.papers)) > 1 else ""
        if self.was:
            stands = ", ".join(standing_in_words(self.was, self.papers))
            answered = f" {NEW_ANSWER}" if self.papers.authority(self.was.id) else ""
            self.lead = f"{_initials(self._ticked_first)}: {stands}.{answered}"

    def begin_next(self) -> None:
        """Go on with the children who come next."""
        if following := self._following():
            self._begin(following)

    async def empty(self) -> None:
        """Draw the form for the next children."""
        await super().empty()
        self._show_needed()

    # --- the fields

    def fields(self) -> Iterator[Widget]:
        """Ask first for whom and what: the rest follows from it."""
        papers, was, ticked = self.papers, self.was, self._ticked_first
        children = ChildrenField(
            "children", "For", [(child.id, child.initials) for child in children_to_decide(papers)],
            [child.id for child in ticked],
        )  # fmt: skip
        children.display = len(children_to_decide(papers)) > 1
        yield children
        yield of.choice("outcome", "Outcome", of.outcomes(papers, ticked), was, "not decided yet")
        yield of.choice("after_close", "The child's plan", of.plans(papers, ticked), was)
        yield from of.extension_fields(self.desk, papers, was)
        yield self.date_field("letter_by", "Letter to them by", was.letter_by if was else None)
        for key in ("birth_plan", "reasons", "rejected", "considered"):
            yield of.paragraph(key, was)
        yield heading("What they think of it")
        yield of.paragraph("child_view", was)
        yield from of.view_fields(papers, was)
        yield heading("Who was consulted")
        yield from asked.consulted_rows(self, papers, was.id if was else None)
        yield Button("One more who was consulted", compact=True, id="more")
        yield heading("Dissent among professionals")
        yield of.paragraph("dissent", was)

    @property
    def children_ticked(self) -> list[records.Child]:
        """The children that it is for, in the family's order."""
        ticked = self.field("children").value
        return [child for child in children_to_decide(self.papers) if child.id in ticked]

    # --- what is asked, and what the gate finds, as one types

    def on_mount(self) -> None:
        """Ask only for what the outcome needs, and go to where a finding is put right."""
        self._show_needed()
        if self._finding_field:
            self.begins_at = of.field_of(self, self.papers, self._finding_field)

    @on(FormField.Edited)
    def _edited(self, event: FormField.Edited) -> None:
        if event.field.key == "children":
            ticked = self.children_ticked
            _choice_of(self, "outcome").offer(of.outcomes(self.papers, ticked))
            _choice_of(self, "after_close").offer(of.plans(self.papers, ticked))
        self._show_needed()

    @on(DescendantBlur)
    def _passed(self, event: DescendantBlur) -> None:
        """Say what is missing once one has passed its field, not before."""
        for field in event.widget.ancestors:
            if isinstance(field, FormField) and field.key not in self._passed_by:
                self._passed_by.add(field.key)
                self._show_needed()

    @on(Button.Pressed, "#more")
    async def _one_more(self) -> None:
        """Give fields for one more who was consulted."""
        number = asked.rows_there(self)
        row = asked.consulted_row(self, self.papers, number)
        await self.query_one("#fields").mount(*row, before="#more")
        self._show_needed()
        self.field(f"consulted-{number}").focus_editor()

    def _show_needed(self) -> None:
        """Show what the outcome needs, and beside each field what the gate finds."""
        outcome: Outcome | None = self.field("outcome").value
        for widget in self.query_one("#fields").children:
            if not isinstance(widget, FormField):
                widget.display = outcome is not None
            elif widget.key not in ("children", "outcome"):
                widget.display = outcome is not None and of.is_asked(widget, outcome)
        if outcome:
            asked.show_rows(self)
        found = self._found(outcome)
        if any(one.field == "considered" for one in found):
            self.field("considered").display = True
        self._say_of_children()
        self._show_findings(found)
        self._offer_the_next()

    def _say_of_children(self) -> None:
        """Say how the risk was judged, and whose decision would be replaced."""
        papers, ticked = self.papers, self.children_ticked
        judged = {child.initials: papers.judgement(child.id) for child in ticked}
        risk = [f"{who} {row.risk if row else 'not judged yet'}" for who, row in judged.items()]
        self.field("outcome").note(f"The risk: {' · '.join(risk)}." if risk else "")
        others = [
            f"{child.initials} is decided already: {decided_in_words(decision)}."
            for child in ticked
            if child not in self._ticked_first and (decision := papers.decision(child.id))
        ]
        told = [*others, "Saving puts this in its place."] if others else []
        self.field("children").note(" ".join(told))
        differ = len(ticked) > 1 and not of.plans(papers, ticked)
        self.field("after_close").note(
            "Their plans differ: tick only children whose plan goes the same way." if differ else ""
        )

    def _show_findings(self, found: list[Finding]) -> None:
        """Show each finding beside its field, once one has been there."""
        places = [(of.field_of(self, self.papers, one.field), one) for one in found]
        for field in self.all_fields:
            said = self.was or field.key in self._passed_by or field.typed
            here = [one for key, one in places if key == field.key]
            field.show_findings(here if said and not field.wrong else [])

    def _found(self, outcome: Outcome | None) -> list[Finding]:
        """Return what the gate would find, were this saved now."""
        if outcome is None:
            return []
        return self._proposed.findings(
            row for child in self.children_ticked for row in self._as_typed(child, outcome)
        )

    def _as_typed(self, child: records.Child, outcome: Outcome) -> Iterator[Record]:
        """Give a child's decision as the form says now, saved nowhere."""
        there = self.papers.decision(child.id)
        key = there.id if there else self._new_keys[child.id]
        yield Decision(
            id=key,
            meeting_id=self.papers.meeting.id,
            child_id=child.id,
            outcome=outcome,
            recommended_by_id=key,  # nobody yet: the gate does not ask who
            recommended_at=self.desk.clock(),
            **self._values(),
        )
        for parent in self.papers.parents:
            if answer := self.field(f"view-{parent.id.hex}").value:
                yield DecisionView(decision_id=key, person_id=parent.id, answer=answer)
        yield from asked.as_typed(self, key)

    # --- saving

    async def save(self) -> str:
        """Record the decision for each child that is ticked."""
        outcome: Outcome | None = self.field("outcome").value
        if outcome is None:
            raise Refused("Choose what is decided; Escape leaves.", "outcome")
        ticked = self.children_ticked
        views = of.views_said(self, self.papers)
        consulted = await asked.consulted(self)
        if self.changed or not self.was:
            done = await self.desk.do(
                record_decision, self.papers.meeting.id, [child.id for child in ticked], outcome,
                self._values(), views, consulted,
            )  # fmt: skip
            self.papers.take(done.changed)
        self._saved_for += [child for child in ticked if child not in self._saved_for]
        return _initials(self._saved_for)

    def _values(self) -> DecisionValues:
        """Return what the decision says; nothing for what is not asked or cannot be read yet."""
        said: dict[str, Any] = {}
        for key in (*of.PARAGRAPHS, *of.NOT_ALWAYS):
            field = self.field(key)
            read = not field.hidden and not field.wrong
            said[key] = field.value if read else "" if key in of.PARAGRAPHS else None
        return cast("DecisionValues", said)

    def _offer_the_next(self) -> None:
        another = self._following() is not None
        if another != self.can_add_another:
            self.can_add_another = another
            self.refresh_bindings()

    def _following(self) -> records.Child | None:
        """Return who comes next: a child not decided yet, then one decided otherwise."""
        ticked = self.children_ticked
        others = [child for child in children_to_decide(self.papers) if child not in ticked]
        waiting = [child for child in others if child in undecided(self.papers)]
        after = ticked[-1].position if ticked else 0
        return next(iter([*waiting, *(one for one in others if one.position > after)]), None)


def _choice_of(form: DecisionForm, key: str) -> ChoiceField:
    return cast("ChoiceField", form.field(key))


def _initials(children: list[records.Child]) -> str:
    return in_a_row([child.initials for child in children])
