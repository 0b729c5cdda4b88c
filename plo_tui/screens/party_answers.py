"""A party's own answer in a form, with its conditions where it has some."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.words import ParentAnswer
from plo_tui.store.problems import Refused
from plo_tui.widgets.form_fields import ChoiceField, LineField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from uuid import UUID

    from agenda.records import InstructionAnswer, LineAnswer, Person
    from plo_tui.screens.form import FormScreen
    from plo_tui.widgets.form_field import FormField

    Given = LineAnswer | InstructionAnswer | None
    """What a party answered before; None where they were not asked."""


def answer_fields(key: str, person: Person, was: Given, help_text: str) -> Iterable[FormField]:
    """Give the fields of one answer: what a party says, and on what condition."""
    yield ChoiceField(
        f"answer-{key}",
        person.known_as,
        ParentAnswer,
        was.answer if was else None,
        none="not asked yet",
        help_text=help_text,
    )
    yield LineField(
        f"conditions-{key}",
        "  conditions",
        was.conditions if was else "",
        placeholder="On what condition?",
    )


def show_conditions(form: FormScreen[Any], key: str) -> None:
    """Ask for conditions only where this party has some."""
    answer = form.field(f"answer-{key}").value
    form.field(f"conditions-{key}").display = answer is ParentAnswer.WITH_CONDITIONS


async def save_answer(
    form: FormScreen[Any], key: str, was: Given, verb: Callable[..., None], *about: UUID
) -> None:
    """Record an answer where it is new, by the verb that takes whose it is, and to what.

    Raises:
        Refused: naming the field of the conditions where they are missing.
    """
    answer: ParentAnswer | None = form.field(f"answer-{key}").value
    asked = form.field(f"conditions-{key}")
    conditions: str = asked.value if answer is ParentAnswer.WITH_CONDITIONS else ""
    if answer is None or (was and (was.answer, was.conditions) == (answer, conditions)):
        return
    try:
        done = await form.desk.do(verb, *about, answer, conditions)
    except Refused as refused:
        raise Refused(str(refused), asked.key if refused.field else "") from refused
    if form.papers:
        form.papers.take(done.changed)
