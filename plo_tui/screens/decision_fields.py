"""The fields of a decision: which outcome needs which, what they are called, what is asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from agenda.court_tracker import tracker_after
from agenda.decision_rules import outcomes_for, plans_after_close
from agenda.decision_words import Outcome
from agenda.words import ParentAnswer
from plo_tui.screens.review_dates import SuggestedDate
from plo_tui.store.problems import Refused
from plo_tui.widgets.form_fields import ChoiceField, LineField, TextField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from agenda import records
    from agenda.papers import Papers
    from plo_tui.desk import Desk
    from plo_tui.screens.form import FormScreen
    from plo_tui.store.verbs.deciding import ViewSaid
    from plo_tui.widgets.form_field import FormField

NEEDED: Mapping[Outcome, frozenset[str]] = {
    Outcome.CONTINUE: frozenset(),
    Outcome.CLOSE: frozenset({"after_close", "letter_by"}),
    Outcome.EXTEND: frozenset({"new_end", "tracker_on"}),
    Outcome.ISSUE: frozenset({"letter_by"}),
    Outcome.RETURN: frozenset({"letter_by"}),
    Outcome.AT_BIRTH: frozenset({"birth_plan", "letter_by"}),
}
"""The fields that only some outcomes need."""

ONLY_OF_ONE = frozenset({"after_close", "birth_plan", "new_end", "tracker_on"})
"""Fields that mean nothing with another outcome: hidden there, whatever stands in them."""

NOT_ALWAYS = frozenset({*ONLY_OF_ONE, "letter_by", "considered"})
"""Fields that are asked for only where something needs them."""

PARAGRAPHS: Mapping[str, tuple[str, str]] = {
    "birth_plan": ("The birth plan", "What happens at the birth, and who rings whom."),
    "reasons": ("The reasons", "What was shown, and why that is enough, or is not."),
    "rejected": (
        "Options rejected",
        "What else could have been decided, and why each was not.",
    ),
    "considered": (
        "Proceedings",
        "How issuing proceedings was considered, with whom, and why not now.",
    ),
    "child_view": ("The child's view", "What the child wants and feels, in their own words."),
    "dissent": ("Who, and why", "Which professional disagrees with it, and why."),
}
"""The paragraphs of a decision: label, and what F1 says beside each."""


def paragraph(key: str, was: records.Decision | None) -> TextField:
    """Return the field of a paragraph, with what was decided before."""
    label, told = PARAGRAPHS[key]
    return TextField(key, label, getattr(was, key) if was else "", rows=1, help_text=told)


def choice(
    key: str,
    label: str,
    choices: list[tuple[str, Any]],
    was: records.Decision | None,
    none: str = "not said yet",
) -> ChoiceField:
    """Return a choice with what was decided, where it is still offered."""
    chosen = getattr(was, key) if was else None
    offered = chosen in [one for _, one in choices]
    return ChoiceField(
        key, label, choices, chosen if offered else None, none=none,
        help_text="Left and right change it.",
    )  # fmt: skip


def is_asked(field: FormField, outcome: Outcome) -> bool:
    """Whether an outcome asks for a field; what holds something stays where it means something."""
    if field.key not in NOT_ALWAYS or field.key in NEEDED[outcome]:
        return True
    return field.key not in ONLY_OF_ONE and bool(field.typed)


def common(
    children: Sequence[records.Child],
    offered: Callable[[records.Child], Sequence[Any]],
) -> list[tuple[str, Any]]:
    """Return the choices that every one of some children has, each with its words, in order."""
    each = [offered(child) for child in children]
    return [(one.value, one) for one in each[0] if all(one in row for row in each)] if each else []


def outcomes(papers: Papers, children: Sequence[records.Child]) -> list[tuple[str, Any]]:
    """Return the outcomes that this review may decide for all of some children."""
    kind = papers.meeting.kind
    return common(children or papers.children, lambda child: outcomes_for(kind, child))


def plans(papers: Papers, children: Sequence[records.Child]) -> list[tuple[str, Any]]:
    """Return what may become of the plans of all of some children, after a close."""
    return common(children or papers.children, plans_after_close)


def extension_fields(
    desk: Desk, papers: Papers, was: records.Decision | None
) -> Iterator[SuggestedDate]:
    """Give the new last day and the Court Tracker it waits for, each suggested at first."""
    extends = was is not None and was.outcome is Outcome.EXTEND
    base = papers.window_for([])
    forum = papers.policy.extension.forum
    furthest = base.extension_end if base else None
    following = tracker_after(desk.today(), papers.policy)
    facts: dict[str, Any] = {
        "today": desk.today(),
        "days": desk.days,
        "window": replace(base, extended_to=base.extension_end) if base else None,
    }

    def date_of(key: str, label: str, suggested: date | None, why: str) -> SuggestedDate:
        stands = getattr(was, key) if extends else suggested
        return SuggestedDate(
            key, label, stands, why=why if suggested and not extends else "", **facts
        )

    yield date_of("new_end", "New last day", furthest, "Suggested: the furthest the policy allows.")
    why = f"Suggested: the next {forum}, which it waits for."
    tracker = date_of("tracker_on", "Provisional until", following, why)
    tracker.input.placeholder = f"the day of the {forum} that it waits for"
    tracker.help_text = (
        f"The {forum} that the extension waits for. Leave it empty where the "
        f"{papers.policy.extension.consultee} has answered already, and record that answer."
    )
    yield tracker


def view_fields(papers: Papers, was: records.Decision | None) -> Iterator[FormField]:
    """Give each parent's own view: the answer, and their words."""
    given = {row.person_id: row for row in papers.decision_views(was.id)} if was else {}
    for parent in papers.parents:
        view = given.get(parent.id)
        yield ChoiceField(
            f"view-{parent.id.hex}", parent.known_as, ParentAnswer, view.answer if view else None,
            none="" if view else "not asked yet", help_text="This parent's own view of it.",
        )  # fmt: skip
        yield LineField(
            f"said-{parent.id.hex}", "  in their words", view.said if view else "",
            placeholder="what they want instead, or why they agree",
        )  # fmt: skip


def views_said(form: FormScreen[Any], papers: Papers) -> list[ViewSaid]:
    """Return what each parent thinks, of those who were asked.

    Raises:
        Refused: where words stand without an answer.
    """
    said: list[ViewSaid] = []
    for parent in papers.parents:
        answer, words = (form.field(f"{key}-{parent.id.hex}") for key in ("view", "said"))
        if answer.value is None and words.value:
            raise Refused(f"Choose what {parent.known_as} answers.", answer.key)
        if answer.value is not None:
            said.append({"person_id": parent.id, "answer": answer.value, "said": words.value})
    return said


def field_of(form: FormScreen[Any], papers: Papers, finding_field: str) -> str:
    """Return the field of the form where a finding of the decision gate is put right."""
    if finding_field == "views":
        keys = [f"view-{parent.id.hex}" for parent in papers.parents]
        return [*(key for key in keys if form.field(key).value is None), *keys, ""][0]
    elsewhere = {"consulted": "consulted-0", "planned_on": "new_end"}
    key = elsewhere.get(finding_field, finding_field)
    return key if any(field.key == key for field in form.all_fields) else ""
