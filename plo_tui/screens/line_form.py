"""A line of the plan: the fields its kind needs, and what is not yet SMART, as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from textual import on
from textual.events import DescendantBlur

from agenda.records import PlanLine, new_key
from agenda.smart import PAST_WINDOW
from agenda.words import LineKind, LineState
from plo_tui.screens.form import FormScreen, heading
from plo_tui.screens.line_answers import save_answers, settling_fields
from plo_tui.screens.line_fields import CALLED, HELP, LABELS, NEEDED
from plo_tui.screens.line_owners import line_owners
from plo_tui.screens.party_answers import show_conditions
from plo_tui.screens.proposed import line_findings, proposed_papers
from plo_tui.store.verbs.planning import LineValues, add_line, change_line
from plo_tui.store.verbs.reasons import record_reason
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import ChoiceField, LineField, TextField
from plo_tui.widgets.form_names import ChildrenField, NameField
from plo_tui.widgets.form_number import NumberField

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from textual.widget import Widget

    from agenda.finding import Finding
    from agenda.papers import Papers
    from agenda.records import Record
    from plo_tui.desk import Desk

_PARAGRAPHS = ("what", "support", "measure", "consequence", "contingency", "child_benefit")
_LINES = ("helper", "rhythm")
_DATES = ("due", "until", "starts")


class LineForm(FormScreen[bool]):
    """One line of the plan, drafted before the meeting or settled in it; True once saved.

    What is not SMART yet stands beside its field and stops nothing: only a line without words
    is refused.

    Attributes:
        line: the line as it is in the store; None for a new one.
        meeting_id: the meeting that settles it; None while the plan is being drafted.
    """

    papers: Papers
    AUTO_FOCUS = "TextField .editor"

    def __init__(
        self,
        desk: Desk,
        papers: Papers,
        line_id: UUID | None = None,
        *,
        kind: LineKind = LineKind.ACTION,
        meeting_id: UUID | None = None,
    ) -> None:
        super().__init__(desk, papers)
        self.meeting_id = meeting_id
        self._kind = kind
        self._start(papers.find("PlanLine", line_id))
        self.can_add_another = self.line is None

    def begin_next(self) -> None:
        """Go on with another line of the same kind."""
        self._kind = self.field("kind").value
        self._start(None)

    def _start(self, line: PlanLine | None) -> None:
        self.line = line
        self._key = line.id if line else new_key()
        self._number = (
            line.number if line else 1 + max((x.number for x in self.papers.plan), default=0)
        )
        self._passed_by: set[str] = set()
        self._proposed = proposed_papers(self.papers)
        self.title = (
            f"Line {self._number} of the plan" if line else f"New line {self._number} of the plan"
        )

    # --- the fields

    def fields(self) -> Iterable[Widget]:
        """Everything a line may have; what its kind does not need is hidden."""
        was = self.line or PlanLine(
            episode_id=self.papers.episode.id, number=self._number, kind=self._kind, what=""
        )
        yield ChoiceField("kind", "Kind of line", LineKind, was.kind)
        for key in LABELS:
            if field := self._field(key, was):
                yield field
        reason = TextField(
            "reason", "Exceptional reason", help_text="Recorded in your name, for the court."
        )
        reason.note("A date past the window is passed only by a recorded reason, in your name.")
        yield reason
        if self.meeting_id:
            yield heading("In this meeting")
            yield from settling_fields(self.papers, self.line)

    def _field(self, key: str, was: PlanLine) -> FormField | None:
        """Return the field of this name; None where the case has nothing to choose from."""
        label, told = LABELS[key], HELP.get(key, "")
        value = getattr(was, key, None)
        if key in _PARAGRAPHS:
            return TextField(key, label, value or "", rows=1, help_text=told)
        if key in _LINES:
            return LineField(key, label, value or "", help_text=told)
        if key in _DATES:
            return self.date_field(key, label, value)
        if key == "sessions":
            return NumberField(key, label, str(value or ""))
        if key == "parts":
            parts = [part.text for part in self.papers.parts(was.id)]
            return TextField(
                key,
                label,
                "\n".join(parts),
                placeholder="One on each line: a, b, c",
                help_text=told,
            )
        if key == "owner":
            chosen = was.owner_staff_id or was.owner_person_id
            return NameField(key, label, line_owners(self.papers), chosen)
        return self._tie(key, label, told, was)

    def _tie(self, key: str, label: str, told: str, was: PlanLine) -> FormField | None:
        """Return the field for the worry, the children or the goal of a line."""
        papers = self.papers
        if key == "children":
            about = papers.line_children(was.id) if self.line else papers.children
            children = [(child.id, child.initials) for child in papers.children]
            ticked = [child.id for child in about]
            return ChildrenField(key, label, children, ticked) if children else None
        rows = papers.concerns if key == "concern_id" else papers.goals()
        if not rows:
            return None
        choices = [
            (getattr(row, "heading", "") or getattr(row, "text", ""), row.id) for row in rows
        ]
        return ChoiceField(key, label, choices, getattr(was, key), none="none yet", help_text=told)

    # --- what the rules find, as one types

    def on_mount(self) -> None:
        """Show what this kind of line needs, and what is not yet SMART in a line that is there."""
        if self.line:
            self._passed_by = set(LABELS)
        self._show_needed()
        if self.line and self.meeting_id:  # in the room a line is answered more than reworded
            self.call_after_refresh(self.field("state").focus_editor)

    @on(FormField.Edited)
    def _edited(self, event: FormField.Edited) -> None:
        if event.field.key == "kind":
            self._show_needed()
        self._check()

    @on(DescendantBlur)
    def _passed(self, event: DescendantBlur) -> None:
        """Say what is missing once one has passed its field, not before."""
        for field in event.widget.ancestors:
            if isinstance(field, FormField) and field.key not in self._passed_by:
                self._passed_by.add(field.key)
                self._check()

    def _show_needed(self) -> None:
        """Show the fields of this kind of line, and any other that holds something."""
        kind: LineKind = self.field("kind").value
        for field in self.all_fields:
            if field.key in LABELS:
                field.relabel(CALLED.get((kind, field.key), LABELS[field.key]))
                field.display = field.key in NEEDED[kind] or bool(field.typed)
        self._check()

    def _check(self) -> None:
        """Show what the rules find in the line as it is typed, each beside its field."""
        found = line_findings(
            PlanLine(
                id=self._key,
                episode_id=self.papers.episode.id,
                number=self._number,
                state=self.line.state if self.line else LineState.DRAFT,
                decided_in=self.meeting_id or (self.line.decided_in if self.line else None),
                **self._as_typed(),
            ),
            self._parts(),
            self._children(),
            self._proposed,
            self.desk.days,
        )
        for field in self.all_fields:
            said = not field.wrong and (field.key in self._passed_by or bool(field.typed))
            field.show_findings([one for one in found if said and one.field == field.key])
        self.field("reason").display = any(_past_window(one) for one in found)
        if self.meeting_id:
            for parent in self.papers.parents:
                show_conditions(self, parent.id.hex)

    # --- reading and saving

    def _as_typed(self) -> LineValues:
        """Return what the fields say; what cannot be read yet is left out."""
        values: dict[str, Any] = {
            field.key: field.value
            for field in self.all_fields
            if not field.hidden and not field.wrong and field.key in (*LABELS, "kind")
        }
        values.pop("parts", None)
        values.pop("children", None)
        if "owner" in values:
            owner = self.papers.staff_or_person(values.pop("owner"))
            values["owner_staff_id"], values["owner_person_id"] = owner
        return cast("LineValues", values)

    def _parts(self) -> list[str]:
        return [part.strip() for part in self.field("parts").value.splitlines() if part.strip()]

    def _children(self) -> list[UUID]:
        return list(self.field("children").value) if self.papers.children else []

    async def save(self) -> bool:
        """Save the line, the reason for a date past the window, and what the meeting did."""
        values, parts, children = self._as_typed(), self._parts(), self._children()
        if self.line is None:
            done = await self.desk.do(
                add_line,
                self.papers.episode.id,
                self._key,
                values,
                parts,
                children,
                self.meeting_id,
            )
            self._take(done.changed)
        elif self._differs(self.line, values, parts, children):
            done = await self.desk.do(
                change_line,
                self._key,
                self.line.version,
                values,
                parts,
                children,
                self.meeting_id,
            )
            self._take(done.changed)
        await self._save_reason()
        if self.meeting_id:
            try:
                await save_answers(self, self.papers, self._key, self.meeting_id)
            finally:  # where one answer is refused, the next try starts from what was saved
                self.line = self.papers.find("PlanLine", self._key)
        return True

    def _take(self, changed: Iterable[Record]) -> None:
        self.papers.take(changed)
        self.line = self.papers.find("PlanLine", self._key)

    def _differs(
        self, line: PlanLine, values: LineValues, parts: list[str], children: list[UUID]
    ) -> bool:
        """Whether the line's words changed: an answer alone does not amend it."""
        return (
            any(getattr(line, key) != value for key, value in values.items())
            or [part.text for part in self.papers.parts(line.id)] != parts
            or [child.id for child in self.papers.line_children(line.id)] != children
        )

    async def _save_reason(self) -> None:
        field = self.field("reason")
        if field.value and not field.hidden:
            done = await self.desk.do(
                record_reason,
                self.papers.case_id,
                PAST_WINDOW.key,
                self._key,
                field.value,
                self.papers.meeting_id,  # of legal planning too, which settles no line
            )
            self.papers.take(done.changed)


def _past_window(finding: Finding) -> bool:
    return finding.rule is PAST_WINDOW and not finding.passed
