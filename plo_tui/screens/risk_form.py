"""Which way each worry has gone by a review, and the judgement on the risk to each child."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.decision_words import Trajectory
from agenda.extension import children_to_decide
from agenda.records import ChildJudgement
from agenda.trajectory_rules import trajectory_findings
from plo_tui.screens.form import FormScreen, heading
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.judging import record_judgement, record_trajectory
from plo_tui.widgets.form_fields import ChoiceField, TextField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from uuid import UUID

    from textual.widget import Widget

    from agenda.papers import Papers
    from plo_tui.desk import Desk

NOT_SAID = "not said yet"

Said = tuple[Trajectory | None, str]
"""Which way it has gone, and how we know."""


def field_of(finding_field: str, about: UUID) -> str:
    """Return the name of the field here for a field of a worry's or a child's finding."""
    return f"{finding_field}-{about.hex}"


class RiskForm(FormScreen[bool]):
    """All worries, then all children, one under the other. Only what is said here is saved."""

    TITLE = "Which way things have gone"
    lead = "For each worry, then for each child. What is left as it is stays as it is."
    papers: Papers

    def __init__(self, desk: Desk, papers: Papers) -> None:
        super().__init__(desk, papers)
        self.begins_at = next(self._not_said(), "")

    def fields(self) -> Iterator[Widget]:
        """Ask for each worry which way it went, then for each child how the risk is judged."""
        for concern in self.papers.concerns:
            yield heading(f"Worry {concern.position}: {concern.heading}")
            yield from self._asked(
                concern.id, ("trajectory", "The worry is"), ("evidence", "How we know"),
                "Who saw what, and when.",
            )  # fmt: skip
        for child in children_to_decide(self.papers):
            yield heading(f"{child.full_name} ({child.initials})")
            yield from self._asked(
                child.id, ("risk", "The risk is"), ("reasons", "How we know"),
                "How we know, for how long it has been so, and what could undo it.",
            )  # fmt: skip

    def _asked(
        self, about: UUID, choice: tuple[str, str], words: tuple[str, str], help_text: str
    ) -> Iterator[Widget]:
        """Give the choice and its words, and what was said of it before."""
        was, before = self._recorded(about), self._before(about)
        (key, label), (words_key, words_label) = choice, words
        field = ChoiceField(
            field_of(key, about), label, Trajectory, was[0], none="" if was[0] else NOT_SAID,
            help_text="Left and right change it.",
        )  # fmt: skip
        field.note(before)
        yield field
        yield TextField(
            field_of(words_key, about), words_label, was[1], rows=1,
            placeholder="for how long, and what could undo it?" if key == "risk" else "",
            help_text=help_text,
        )  # fmt: skip

    def on_mount(self) -> None:
        """Show beside its words what was said without saying how we know."""
        for finding in trajectory_findings(self.papers):
            if finding.field in ("evidence", "reasons") and finding.about:
                self.field(field_of(finding.field, finding.about)).show_findings([finding])

    async def save(self) -> bool:
        """Record what was said here and was not so before; the rest is left alone."""
        worries = self._changed(record_trajectory, "trajectory", "evidence", self.papers.concerns)
        children = self._changed(
            record_judgement, "risk", "reasons", children_to_decide(self.papers)
        )
        if not [*worries, *children] and next(self._not_said(), ""):
            raise Refused("Say which way something has gone; Escape leaves.", self.begins_at)
        for verb, about, words, said in [*worries, *children]:
            try:
                done = await self.desk.do(verb, self.papers.meeting.id, about, *said)
            except Refused as refused:
                at = field_of(words, about) if refused.field == words else ""
                raise Refused(str(refused), at) from refused
            self.papers.take(done.changed)
        return True

    def _changed(
        self, verb: Callable[..., Any], choice: str, words: str, rows: list[Any]
    ) -> list[tuple[Callable[..., Any], UUID, str, Said]]:
        """Return what is new of some worries or children: the verb, whose, the words' field, both.

        Raises:
            Refused: where words stand without the choice that they are the reason for.
        """
        new = []
        for row in rows:
            key = field_of(choice, row.id)
            said: Said = (self.field(key).value, self.field(field_of(words, row.id)).value)
            if said[0] is None and said[1]:
                raise Refused("Say first whether it is reduced, the same or increased.", key)
            if said[0] is not None and said != self._recorded(row.id):
                new.append((verb, row.id, words, said))
        return new

    def _recorded(self, about: UUID) -> Said:
        """Return what this review said of a worry or a child."""
        if found := self.papers.trajectory(about):
            return found.trajectory, found.evidence
        if judged := self.papers.judgement(about):
            return judged.risk, judged.reasons
        return None, ""

    def _before(self, about: UUID) -> str:
        """Return what the review before this one said; empty where it is the first."""
        here = self.papers.meeting.number
        earlier = {row.id for row in self.papers.meetings if row.number < here}
        rows: list[Any] = [*self.papers.trajectories(about), *self.papers.judgements(about)]
        said = [
            row.risk if isinstance(row, ChildJudgement) else row.trajectory
            for row in rows
            if row.meeting_id in earlier
        ]
        return f"The review before this one said: {said[-1]}." if said else ""

    def _not_said(self) -> Iterator[str]:
        """Give the field of each worry and child that this review has not said yet."""
        for key, rows in (
            ("trajectory", self.papers.concerns),
            ("risk", children_to_decide(self.papers)),
        ):
            for row in rows:
                if self._recorded(row.id)[0] is None:
                    yield field_of(key, row.id)
