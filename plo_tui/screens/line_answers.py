"""What a meeting does with a line: agreed, amended or dropped, and each parent's own answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.words import LineState
from plo_tui.screens.party_answers import answer_fields, save_answer
from plo_tui.store.verbs.planning import answer_line, decide_line
from plo_tui.widgets.form_fields import ChoiceField

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


def settling_fields(papers: Papers, line: PlanLine | None) -> Iterable[FormField]:
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
        was, said = given.get(parent.id), "This parent's own answer to this line."
        yield from answer_fields(parent.id.hex, parent, was, said)


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
        about = (line_id, meeting_id, parent.id)
        await save_answer(form, parent.id.hex, given.get(parent.id), answer_line, *about)


def _given(papers: Papers, line_id: UUID | None) -> dict[UUID, LineAnswer]:
    return {row.person_id: row for row in papers.answers(line_id)} if line_id else {}
