"""The head of service's approval of a legal planning referral: their own, or recorded for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from agenda.day_names import day_text
from agenda.meeting_facts import lines_in_force
from agenda.words import StaffRole
from plo_tui.screens.choosing_staff import StaffField, chosen_staff
from plo_tui.screens.form import FormScreen
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.referrals import approve_referral
from plo_tui.store.verbs.signing import IN_THE_APP
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import LineField

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from textual.widget import Widget

    from agenda.legal_planning_papers import LegalPlanningPapers
    from agenda.records import Referral, Staff
    from plo_tui.desk import Desk


class ReferralApprovalForm(FormScreen[bool]):
    """Records who approved the referral, and when; True once it is recorded."""

    TITLE = "The head of service approves the referral"
    papers: LegalPlanningPapers

    def __init__(self, desk: Desk, papers: LegalPlanningPapers, referral: Referral) -> None:
        super().__init__(desk, papers)
        self.referral = referral
        self.lead = _what_is_approved(papers, referral)

    def fields(self) -> Iterator[Widget]:
        """Whose approval, on which day, and how it was given where another records it."""
        head = StaffRole.HEAD_OF_SERVICE
        heads = [one for one in self.papers.staff if one.role is head]
        yield StaffField("staff_id", "Head of service", heads, head, self._likely(heads))
        yield self.date_field("on", "Approved on", self.desk.today(), past=True)
        yield LineField(
            "how", "How they gave it", placeholder="such as by email, by telephone",
            help_text="Where you record somebody else's approval: how they gave it.",
        )  # fmt: skip

    def on_mount(self) -> None:
        """Ask how it was given only of somebody else's."""
        self._ask_how()

    @on(FormField.Edited)
    def _ask_how(self) -> None:
        self.field("how").display = not self._is_own

    async def save(self) -> bool:
        """Record the approval.

        Raises:
            StoreProblem: beside its field.
        """
        staff_id = await chosen_staff(self, "staff_id")
        if staff_id is None:
            raise Refused("Type the name of the head of service.", "staff_id")
        on_day = self.field("on").value
        if on_day is None:
            raise Refused("Say on which day they approved.", "on")
        how = IN_THE_APP if self._is_own else self.field("how").value or IN_THE_APP
        row = self.referral
        done = await self.desk.do(approve_referral, row.id, row.version, staff_id, on_day, how)
        self.papers.take(done.changed)
        return True

    @property
    def _is_own(self) -> bool:
        me = self.desk.me
        return me is not None and self.field("staff_id").value == me.id

    def _likely(self, heads: list[Staff]) -> UUID | None:
        """Return whose approval it is likely to be: one's own, the case's, or the only one's."""
        there = [one.id for one in heads]
        me, case = self.desk.me, self.papers.case.head_of_service_id
        own = [me.id] if me and me.id in there else []
        of_case = [case] if case in there else []
        return next(iter([*own, *of_case, *(there if len(there) == 1 else [])]), None)


def _what_is_approved(papers: LegalPlanningPapers, referral: Referral) -> str:
    """Return what was submitted, so that nobody approves what they did not read."""
    chronology, assessed, submitted = (
        f"{what} {day_text(day)}" if day else otherwise
        for what, day, otherwise in (
            ("Chronology up to", referral.chronology_to, "No chronology named"),
            (referral.assessment, referral.assessment_on, referral.assessment),
            ("Submitted on", referral.submitted_on, "Not submitted yet"),
        )
    )
    asked = referral.summary or "The referral does not say what is asked."
    count = len(lines_in_force(papers))
    plan = f"with a draft plan of {count} line{'s' if count != 1 else ''}" if count else "no plan"
    return f"{asked}\n{chronology} · {assessed or 'no assessment named'}\n{submitted}, {plan}"
