"""Who authorised or refused what a review decided: where, when, and on what condition."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from textual import on

from agenda.decided import asked_words, decided_words
from agenda.decision_words import AuthorityAnswer, Outcome
from agenda.london import LONDON
from agenda.policy import Policy
from agenda.words import StaffRole
from plo_tui.screens.choosing_staff import StaffField, chosen_staff
from plo_tui.screens.form import FormScreen
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.deciding import answer_decisions
from plo_tui.widgets.form_date import TimeField
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import ChoiceField, LineField, TextField, TickField

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from textual.widget import Widget

    from agenda import records
    from agenda.papers import Papers
    from plo_tui.desk import Desk


class AuthorityForm(FormScreen[bool]):
    """The answer to one or more decisions; True once it is recorded.

    It is recorded also after the minutes were approved, which say what stood that day.
    """

    TITLE = "Who has the authority: the answer"
    papers: Papers

    def __init__(self, desk: Desk, papers: Papers, decisions: Sequence[UUID]) -> None:
        """Make the form.

        Args:
            desk: the desk.
            papers: the case's papers, with or without a meeting.
            decisions: the decisions that can be answered, the one that is meant first. Those
                with the same outcome are ticked with it.
        """
        super().__init__(desk, papers)
        found = (papers.find("Decision", key) for key in decisions)
        self.decisions: list[records.Decision] = [one for one in found if one is not None]
        told = [asked_words(one, papers) for one in self.decisions]
        if any(papers.authority(one.id) for one in self.decisions):
            told.append("It was answered before. A later answer counts in its place.")
        self.lead = "\n".join(told)
        self._policy = self._pinned_policy()

    def fields(self) -> Iterator[Widget]:
        """Ask which decisions, the answer, by whom, where, when, and why."""
        papers, now = self.papers, self.desk.clock().astimezone(LONDON)
        if len(self.decisions) > 1:
            first = self.decisions[0]
            for one in self.decisions:
                yield TickField(
                    str(one.id),
                    self._initials(one),
                    decided_words(one),
                    one.outcome is first.outcome,
                    help_text="Space ticks a decision, or takes the tick away.",
                )
        yield ChoiceField(
            "answer", "Answer", AuthorityAnswer, none="not said yet",
            help_text="Left and right change it.",
        )  # fmt: skip
        consultee = StaffRole(self._policy.extension.consultee)
        staff = sorted(papers.staff, key=lambda one: one.role is not consultee)
        yield StaffField("staff_id", "Given by", staff, consultee, self._likely(consultee))
        yield LineField(
            "forum", "Where", placeholder="such as Court Tracker, legal gateway meeting"
        )
        yield self.date_field("given_at", "Date", now.date(), past=True)
        yield TimeField("given_time", "Time", now.time())
        yield TickField("by_telephone", "By telephone", "yes, because it was urgent")
        yield TextField(
            "why", "Why, or condition", rows=1,
            help_text="Why it was refused, or on what condition it was authorised.",
        )  # fmt: skip

    def on_mount(self) -> None:
        """Fill in the forum where it follows from what is answered."""
        self._suggest_forum()

    @on(FormField.Edited)
    def _suggest_forum(self) -> None:
        forum = self.field("forum")
        assert isinstance(forum, LineField)  # noqa: S101 - `fields` made it
        forum.suggest(self._policy.extension.forum if self._extends(self._meant()) else "")

    async def save(self) -> bool:
        """Record the answer to every decision that is ticked."""
        answer: AuthorityAnswer | None = self.field("answer").value
        if answer is None:
            raise Refused("Say whether it was authorised or refused; Escape leaves.", "answer")
        given_at = self._given_at()
        staff_id = await chosen_staff(self, "staff_id")
        if staff_id is None:
            raise Refused("Type the name of whoever gave the answer.", "staff_id")
        done = await self.desk.do(
            answer_decisions,
            [one.id for one in self._meant()],
            answer,
            staff_id,
            self.field("forum").value,
            given_at,
            by_telephone=self.field("by_telephone").value,
            why=self.field("why").value,
        )
        self.papers.take(done.changed)
        return True

    def _given_at(self) -> datetime:
        """Return when the answer was given.

        Raises:
            Refused: where the day or the time is missing.
        """
        day: date | None = self.field("given_at").value
        at: time | None = self.field("given_time").value
        if day is None:
            raise Refused("Type the day on which the answer was given.", "given_at")
        if at is None:
            raise Refused("Type the time at which the answer was given.", "given_time")
        return datetime.combine(day, at.replace(second=0, microsecond=0), LONDON).astimezone(UTC)

    def _meant(self) -> list[records.Decision]:
        """Return the decisions that are ticked; the only one where there is no other."""
        if len(self.decisions) == 1:
            return self.decisions
        return [one for one in self.decisions if self.field(str(one.id)).value]

    def _extends(self, decisions: list[records.Decision]) -> bool:
        return any(one.outcome is Outcome.EXTEND for one in decisions)

    def _likely(self, consultee: StaffRole) -> UUID | None:
        """Return who answers an extension by the policy, where the case names them."""
        head = self.papers.find("Staff", self.papers.case.head_of_service_id)
        is_likely = head and head.role is consultee and self._extends(self.decisions[:1])
        return head.id if head and is_likely else None

    def _initials(self, decision: records.Decision) -> str:
        child = self.papers.find("Child", decision.child_id)
        return child.initials if child else ""

    def _pinned_policy(self) -> Policy:
        """Return the policy of the review that decided, which says who answers an extension."""
        meeting = self.papers.find("Meeting", self.decisions[0].meeting_id)
        pinned = meeting.policy_text if meeting else ""
        return Policy.from_pinned(pinned) if pinned else self.papers.policy
