"""What sign-off offers round the approvals: documents, pages home, corrections, the upload."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from agenda.broken_file import BrokenFile
from agenda.corrections import open_corrections
from agenda.decision_words import CorrectionAnswer
from agenda.edition import Edition
from agenda.papers import Papers
from agenda.stages import stage_in
from agenda.steps import Step
from agenda.who_may import around_in, why_closed, why_not_theirs
from agenda.words import MinutesState
from plo_tui.screens.opening_given_out import OpensGivenOut
from plo_tui.screens.record_page import RecordPage
from plo_tui.store.problems import StoreProblem
from plo_tui.store.reading.edition import newest_approved

if TYPE_CHECKING:
    from plo_tui.screens.export_form import Document


class AfterSignOff(RecordPage[Papers, Edition], OpensGivenOut):  # styles follow the first base
    """The commands of sign-off that approve nothing."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is something to do about."""
        if action in ("record_correction", "answer_correction", "export_annex", "release_pages"):
            if self.papers is None or self.edition is None:
                return False
            return {
                "record_correction": newest_approved(self.papers, self.papers.meeting.id)
                is not None,
                "answer_correction": bool(open_corrections(self.papers)),
                "export_annex": bool(self.edition.annex),
                "release_pages": self.may_be_taken(Step.PAGES),
            }[action]
        if action == "mark_uploaded":
            return self.edition is not None and self.may_be_taken(Step.UPLOAD)
        if action in ("export_minutes", "export_family_plan"):
            return self.edition is not None and self.edition.state is not MinutesState.NONE
        if action == "minutes_history":
            return self.papers is not None and self.edition is not None
        return super().check_action(action, parameters)

    def may_be_taken(self, step: Step) -> bool:
        """Whether somebody may take a step where this meeting's minutes stand now."""
        return self.papers is not None and not why_closed(
            step, stage_in(self.papers, self.papers.meeting)
        )

    def is_mine(self, step: Step) -> bool:
        """Whether a step is for whoever sits here; where it is not, say whose it is."""
        assert self.papers is not None  # noqa: S101 - `check_action` saw to it
        why = why_not_theirs(step, self.desk.me, around_in(self.papers))
        self.say(why)
        return not why

    # --- corrections

    @work(exclusive=True, group="sign")
    async def action_record_correction(self) -> None:
        """Record a correction that somebody asks for."""
        from plo_tui.screens.correction_forms import CorrectionForm

        papers, _edition = self.shown_now()
        version = newest_approved(papers, papers.meeting.id)
        assert version is not None  # noqa: S101 - `check_action` saw to it
        if await self.app.push_screen_wait(CorrectionForm(self.desk, papers, version)):
            self.say("Recorded. The chair accepts it or annexes it, with a reply.")

    @work(exclusive=True, group="sign")
    async def action_answer_correction(self) -> None:
        """Accept a correction, or annex it with a reply."""
        from plo_tui.screens.correction_forms import AnswerForm

        papers, edition = self.shown_now()
        if not self.is_mine(Step.ANSWER_CORRECTION):
            return
        answer = await self.app.push_screen_wait(AnswerForm(self.desk, papers))
        if answer is CorrectionAnswer.ACCEPTED:
            version = edition.minutes.version
            self.say(
                f"Version {version} keeps its approval; a new version is a draft. Open the "
                "meeting to change what is said, then approve it."
            )
        elif answer is CorrectionAnswer.ANNEXED:
            self.say("Annexed with your reply. The minutes are as they were.")

    # --- the case-management system

    @work(exclusive=True, group="sign")
    async def action_mark_uploaded(self) -> None:
        """Mark that the minutes are in the case-management system, or take the mark back."""
        from plo_tui.screens.uploaded_form import UploadedForm

        papers, edition = self.shown_now()
        said = await self.app.push_screen_wait(UploadedForm(self.desk, papers, edition))
        if said is not None:
            self.say(said)

    # --- what was changed

    @work(exclusive=True, group="history")
    async def action_minutes_history(self) -> None:
        """Show every version of these minutes."""
        from plo_tui.screens.history import show_minutes_history

        papers, edition = self.shown_now()
        await show_minutes_history(self, self.desk, papers, edition)

    # --- documents

    @work(exclusive=True, group="sign")
    async def action_release_pages(self) -> None:
        """Release the pages that the family takes home."""
        from plo_tui.screens.take_away_form import take_home

        papers, _edition = self.shown_now()
        self.say(await take_home(self, self.desk, papers))

    def action_export_minutes(self) -> None:
        """Write the minutes."""
        from plo_tui.screens.export_form import Document

        self.export(Document.MINUTES)

    def action_export_family_plan(self) -> None:
        """Write the plan for the family."""
        from plo_tui.screens.export_form import Document

        self.export(Document.FAMILY_PLAN)

    def action_export_annex(self) -> None:
        """Write the annex."""
        from plo_tui.screens.export_form import Document

        self.export(Document.ANNEX)

    @work(exclusive=True, group="sign")
    async def export(self, document: Document) -> None:
        """Write a document, and say where it is."""
        from plo_tui.screens.copies_reading import read_copies
        from plo_tui.screens.export_form import ExportForm

        papers, _edition = self.shown_now()
        try:
            copies = await read_copies(self.desk, papers.case_id, papers.meeting.id)
        except (BrokenFile, StoreProblem) as problem:
            self.say(str(problem))
            return
        form = ExportForm(self.desk, copies, document)
        if written := await self.app.push_screen_wait(form):
            self.say_written(written)
