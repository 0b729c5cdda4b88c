"""What a meeting does with a line: agreed, amended or dropped, and each parent's own answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.words import LineState, ParentAnswer
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.planning import answer_line, decide_line
from plo_tui.widgets.form_fields import ChoiceField, LineField

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from agenda.papers import Papers
    from agenda.records import LineAnswer, PlanLine
    from plo_tui.screens.form import FormScreen
    from plo_tui.widgets.form_field import FormField

_STATES = [
    ("not settled yet", LineState.DRAFT),
    *((state.value, state) for state in LineState if state is not LineState.DRAFT),
]


def answer_fields(papers: Papers, line: PlanLine | None) -> Iterable[FormField]:
    """Give the fields: what the meeting did with the line, then each parent's answer."""
    yield ChoiceField(
        "state",
        "The meeting",
        _STATES,
        line.state if line else LineState.DRAFT,
        help_text="Agreed as it stands, amended here, or dropped. Left and right change it.",
    )
    given = _given(papers, line.id if line else None)
    for parent in papers.parents:
        answer = given.get(parent.id)
        yield ChoiceField(
            f"answer-{parent.id.hex}",
            parent.known_as,
            ParentAnswer,
            answer.answer if answer else None,
            none="not asked yet",
            help_text="This parent's own answer to this line.",
        )
        yield LineField(
            f"conditions-{parent.id.hex}",
            "  conditions",
            answer.conditions if answer else "",
            placeholder="On what condition?",
        )


def show_conditions(form: FormScreen[bool], papers: Papers) -> None:
    """Ask for conditions only where a parent has some."""
    for parent in papers.parents:
        answer = form.field(f"answer-{parent.id.hex}").value
        conditions = form.field(f"conditions-{parent.id.hex}")
        conditions.display = answer is ParentAnswer.WITH_CONDITIONS


async def save_answers(
    form: FormScreen[bool], papers: Papers, line_id: UUID, meeting_id: UUID
) -> None:
    """Record what is new among the decision and the answers.

    Raises:
        Refused: naming the field of the parent whose conditions are missing.
    """
    line = papers.find("PlanLine", line_id)
    state: LineState = form.field("state").value
    as_it_was = line is None or (line.state, line.decided_in) == (state, meeting_id)
    if state is not LineState.DRAFT and not as_it_was:
        done = await form.desk.do(decide_line, line_id, meeting_id, state)
        papers.take(done.changed)
    given = _given(papers, line_id)
    for parent in papers.parents:
        answer: ParentAnswer | None = form.field(f"answer-{parent.id.hex}").value
        field = form.field(f"conditions-{parent.id.hex}")
        conditions: str = field.value if answer is ParentAnswer.WITH_CONDITIONS else ""
        was = given.get(parent.id)
        if answer is None or (was and (was.answer, was.conditions) == (answer, conditions)):
            continue
        try:
            done = await form.desk.do(
                answer_line, line_id, meeting_id, parent.id, answer, conditions
            )
        except Refused as refused:
            raise Refused(str(refused), field.key) from refused
        papers.take(done.changed)


def _given(papers: Papers, line_id: UUID | None) -> dict[UUID, LineAnswer]:
    return {row.person_id: row for row in papers.answers(line_id)} if line_id else {}
