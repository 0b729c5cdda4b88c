"""The legal planning referral: what is asked, its papers, threshold, conference and experts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from agenda.day_names import day_text
from agenda.legal_planning_words import ConferenceStage, PlanningPurpose, ThresholdForum
from agenda.meeting_facts import final_review, lines_in_force
from agenda.records import Referral, new_key
from agenda.words import MeetingState
from plo_tui.screens.form import FormScreen, heading
from plo_tui.store.verbs.referrals import record_referral
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import ChoiceField, LineField, TextField, TickField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from agenda.legal_planning_papers import LegalPlanningPapers
    from plo_tui.desk import Desk

_OF_THRESHOLD = ("threshold_on", "threshold_with", "threshold_said")


class ReferralForm(FormScreen[bool]):
    """The referral of the episode, to be completed in parts; True once it is saved.

    Nothing has to be filled in at once: what is missing stands among the findings.
    """

    papers: LegalPlanningPapers

    def __init__(
        self,
        desk: Desk,
        papers: LegalPlanningPapers,
        referral: Referral | None,
        begins_at: str = "",
    ) -> None:
        """Make the form.

        Args:
            desk: the desk.
            papers: the case's papers.
            referral: the one to go on with; None begins another.
            begins_at: the field that the cursor goes to first.
        """
        super().__init__(desk, papers)
        self.referral = referral
        self.begins_at = begins_at
        self.title = "The legal planning referral"
        self.lead = self._lead()
        self._key = self.referral.id if self.referral else new_key()

    def fields(self) -> Iterator[Widget]:
        """Every part of the form under its heading, in the order of the directive."""
        was = self.referral or Referral(
            episode_id=self.papers.episode.id, purpose=self._likely_purpose()
        )
        yield TextField(
            "summary", "What is asked", was.summary, rows=3,
            placeholder="what the team asks the meeting, and why now",
        )  # fmt: skip
        yield ChoiceField("purpose", "Meeting for", PlanningPurpose, was.purpose)
        yield self.date_field("completed_on", "Form completed", was.completed_on, past=True)
        yield from self._papers_in(was)
        yield from self._emergency(was)
        yield from self._before_it(was)

    def _papers_in(self, was: Referral) -> Iterator[Widget]:
        yield heading("The papers")
        yield self.date_field("chronology_to", "Chronology up to", was.chronology_to, past=True)
        yield LineField(
            "assessment", "Latest assessment", was.assessment,
            placeholder="or review, such as child and family assessment",
        )  # fmt: skip
        yield self.date_field("assessment_on", "Its date", was.assessment_on, past=True)
        yield self.date_field("submitted_on", "Submitted on", was.submitted_on, past=True)

    def _emergency(self, was: Referral) -> Iterator[Widget]:
        yield TickField(
            "emergency", "Emergency", "it cannot wait for the head of service's approval",
            was.emergency,
            help_text="Recorded in your name, with why. The meeting can then be booked at once.",
        )  # fmt: skip
        yield TextField("emergency_why", "Why it cannot wait", was.emergency_why, rows=1)

    def _before_it(self, was: Referral) -> Iterator[Widget]:
        yield heading("Threshold, discussed first")
        yield ChoiceField(
            "threshold_forum", "Where", ThresholdForum, was.threshold_forum, none="not yet",
            help_text="The operations manager only where it is urgent.",
        )  # fmt: skip
        yield self.date_field("threshold_on", "On", was.threshold_on, past=True)
        yield LineField("threshold_with", "With whom", was.threshold_with)
        yield TextField("threshold_said", "What was said", was.threshold_said, rows=1)
        yield heading("Family group conference")
        yield ChoiceField(
            "conference", "How far it is", ConferenceStage, was.conference, none="not said yet"
        )
        yield self.date_field("conference_on", "On", was.conference_on, past=True)
        yield TextField("conference_why_not", "Why not", was.conference_why_not, rows=1)
        yield heading("Experts")
        yield ChoiceField(
            "expert_needed", "An expert is needed", [("yes", True), ("no", False)],
            was.expert_needed, none="not said yet",
            help_text="Each expert who is contacted has a form of their own.",
        )  # fmt: skip

    def on_mount(self) -> None:
        """Ask only what follows from what was said."""
        self._ask_further()

    @on(FormField.Edited)
    def _ask_further(self) -> None:
        self.field("emergency_why").display = self.field("emergency").value
        for key in _OF_THRESHOLD:
            self.field(key).display = self.field("threshold_forum").value is not None
        stage = self.field("conference").value
        asked = stage in (ConferenceStage.HELD, ConferenceStage.REFERRED)
        self.field("conference_on").display = asked
        self.field("conference_why_not").display = stage is ConferenceStage.NEITHER

    async def save(self) -> bool:
        """Record the referral as it stands."""
        version = self.referral.version if self.referral else None
        values = self.values()
        episode = self.papers.episode.id
        done = await self.desk.do(record_referral, episode, self._key, version, values)  # type: ignore[arg-type]
        self.papers.take(done.changed)
        self.referral = self.papers.find("Referral", self._key)
        return True

    def _lead(self) -> str:
        """Say where the draft plan stands, and whether an approval would fall."""
        count = len(lines_in_force(self.papers))
        lines = {0: "no line yet", 1: "1 line so far"}.get(count, f"{count} lines so far")
        told = f"The proposed draft plan is the plan itself: {lines}."
        was = self.referral
        if was and was.approved_on:
            who = self.papers.name(was.approved_by_id, None)
            told += (
                f"\n{who} approved what was submitted on {day_text(was.approved_on)}: what is "
                "asked and its papers stay. To change them, take the approval back first (w on the "
                "referral)."
            )
        return told

    def _likely_purpose(self) -> PlanningPurpose:
        if all(one.state is MeetingState.PLANNED for one in self.papers.episode_meetings):
            return PlanningPurpose.START
        if self.papers.policy.legal_planning.before_final and final_review(self.papers):
            return PlanningPurpose.BEFORE_FINAL
        return PlanningPurpose.RETURN
