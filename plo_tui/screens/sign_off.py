"""Sign-off: the minutes as they will be printed, their approvals, and giving them out."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import TYPE_CHECKING

from textual import work

from agenda.broken_file import BrokenFile
from agenda.concluding import concluding_findings
from agenda.corrections import annex_lines
from agenda.edition import changed_sentences
from agenda.finding import Level
from agenda.london import london_date
from agenda.plain_minutes import plain_lines
from agenda.seals import beginning
from agenda.steps import Step
from agenda.who_may import around_in, why_not_theirs
from agenda.words import ApprovalRole, MinutesState
from plo_tui.commands import bindings_for
from plo_tui.screens.after_sign_off import AfterSignOff
from plo_tui.screens.ask import AskScreen
from plo_tui.screens.minutes_words import (
    approval_lines,
    correction_lines,
    given_out_lines,
    taken_home_lines,
    version_words,
    versions,
)
from plo_tui.store.problems import StoreProblem
from plo_tui.store.reading.edition import edition_of
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs import signing
from plo_tui.widgets.case_bar import Standing

if TYPE_CHECKING:
    from uuid import UUID

    from sqlmodel import Session

    from agenda.edition import Edition
    from agenda.papers import Papers
    from agenda.policy import Policy

_STEPS = {
    "approve_chair": Step.APPROVE_AS_CHAIR,
    "approve_legal": Step.APPROVE_FOR_LEGAL,
    "issue": Step.ISSUE,
    "reopen": Step.NEW_VERSION,
}
"""The step that each command takes."""
_APPROVALS = (Step.APPROVE_AS_CHAIR, Step.APPROVE_FOR_LEGAL)
_GOES_ON = frozenset({"approve_legal", "record_on_behalf", "issue"})
"""What is not done with minutes that were changed after approval."""
_OPEN_SHOWN = 2


class SignOffScreen(AfterSignOff):
    """One meeting's minutes, read again after every step."""

    place = "sign_off"
    BINDINGS = bindings_for("sign_off")

    # --- reading and drawing

    async def read(self) -> None:
        """Read the minutes and draw them."""
        try:
            await asyncio.to_thread(self.desk.days.is_working_day, self.desk.today())
            papers, edition = await self.desk.read(
                _read_to_sign, self.case_id, self.meeting_id, self.desk.policy
            )
        except (BrokenFile, StoreProblem) as problem:
            self.say(str(problem))
        else:
            self.papers, self.edition = papers, edition
            # A long meeting's page and findings take longer than a key may wait.
            lines = await asyncio.to_thread(plain_lines, edition.minutes)
            lines += annex_lines(edition.annex)
            facts = await asyncio.to_thread(self._facts, papers, edition)
            minutes = edition.minutes
            self.standing = Standing(
                minutes.reference, minutes.initials, minutes.kind.heading, minutes.on
            )
            state = f"{minutes.title}, version {minutes.version} · {edition.stands}"
            self.draw(state, facts, lines)

    def _facts(self, papers: Papers, edition: Edition) -> list[str]:
        """Fingerprint, approvals, older versions, and what was left open."""
        mark = edition.fingerprint
        facts = [*changed_sentences(edition), f"Fingerprint {mark[:12]}… in full {mark}"]
        if edition.seal:
            facts.append(f"Record sealed: {beginning(edition.seal)}")
        made = versions(papers, self.meeting_id)
        if made:
            facts += approval_lines(papers, made[-1])
        if len(made) > 1:
            facts.append("; ".join(version_words(papers, version) for version in made) + ".")
        if edition.state is MinutesState.DRAFT:
            chair = edition.minutes.chair or "nobody yet: name the chair of the meeting first"
            facts.append(f"To approve as the chair: {chair}")
        elif edition.state is MinutesState.CHAIR:
            facts.append("To approve next: the authority's solicitor, who is not the chair")
        return [
            *facts,
            *correction_lines(papers),
            *taken_home_lines(papers, self.meeting_id),
            *given_out_lines(papers, self.meeting_id),
            *self._open(papers),
        ]

    def _open(self, papers: Papers) -> list[str]:
        """What the meeting left open, in short; approval does not wait for it."""
        concluded = papers.meeting.concluded_at
        day = london_date(concluded) if concluded else self.desk.today()
        effective = papers.meeting.effective is not False
        found = [
            one
            for one in concluding_findings(papers, self.desk.days, day, effective=effective)
            if one.level is not Level.NOTE
        ]
        if not found:
            return []
        levels = Counter(one.level for one in found)
        counts = ", ".join(f"{count} {level}" for level, count in levels.items())
        lines = [f"Still open ({counts}):"]
        lines += [f"  {one.level.upper()} {one.sentence}" for one in found[:_OPEN_SHOWN]]
        if len(found) > _OPEN_SHOWN:
            lines.append(f"  and {len(found) - _OPEN_SHOWN} more, listed in the meeting")
        return lines

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done where the minutes stand now."""
        if action in _GOES_ON and self.edition is not None and self.edition.is_changed:
            return False
        if action == "record_on_behalf":
            return any(self.may_be_taken(step) for step in _APPROVALS)
        if action in _STEPS:
            return self.may_be_taken(_STEPS[action])
        return super().check_action(action, parameters)

    # --- approving

    @work(exclusive=True, group="sign")
    async def action_approve_chair(self) -> None:
        """Approve as the chair, after one confirming key."""
        if self.is_mine(Step.APPROVE_AS_CHAIR):
            await self._approve(ApprovalRole.CHAIR, "as the chair")

    @work(exclusive=True, group="sign")
    async def action_approve_legal(self) -> None:
        """Approve for legal, after one confirming key."""
        if self.is_mine(Step.APPROVE_FOR_LEGAL):
            await self._approve(ApprovalRole.LEGAL, "for legal")

    async def _approve(self, role: ApprovalRole, as_whom: str) -> None:
        edition, me = self.edition, self.desk.me
        assert edition is not None  # noqa: S101 - `check_action` saw to it
        assert me is not None  # noqa: S101 - `is_mine` saw to it
        version = edition.minutes.version
        promise = f"I approve version {version} of these minutes {as_whom}"
        whose = (
            f"{edition.minutes.title}, {edition.minutes.reference}, {edition.minutes.initials}. "
            f"Fingerprint {edition.fingerprint[:12]}."
        )
        recorded = (
            f"It is recorded as the approval of {me.name}, with the time. "
            "A change after it makes a new version."
        )
        asked = AskScreen(
            f"{promise}.",
            [whose, recorded],
            "I approve",
        )
        self.say("")
        if not await self.app.push_screen_wait(asked):
            return
        try:
            await self.desk.do(signing.approve, self.meeting_id, role, me.id, edition.fingerprint)
        except StoreProblem as problem:
            self.say(str(problem))
        else:
            self.say(f"Version {version} is approved by the {role}: {me.name}.")
        await self.read()

    # --- the forms

    @work(exclusive=True, group="sign")
    async def action_record_on_behalf(self) -> None:
        """Record the chair's approval, or then a named lawyer's, that they gave elsewhere."""
        from plo_tui.screens.approval_form import OnBehalfForm

        papers, edition = self.shown_now()
        around = around_in(papers)
        if self.may_be_taken(Step.APPROVE_AS_CHAIR) and not around.chair:
            self.say(why_not_theirs(Step.APPROVE_AS_CHAIR, None, around))
        elif await self.app.push_screen_wait(OnBehalfForm(self.desk, papers, edition)):
            self.say("The approval is recorded, with who gave it and how.")

    @work(exclusive=True, group="sign")
    async def action_issue(self) -> None:
        """Issue the approved minutes."""
        from plo_tui.screens.approval_form import IssueForm

        papers, edition = self.shown_now()
        if await self.app.push_screen_wait(IssueForm(self.desk, papers, edition)):
            self.say(
                "These minutes are issued. Make the pack to send them: in the case, Safe copies."
            )

    @work(exclusive=True, group="sign")
    async def action_reopen(self) -> None:
        """Begin a new version."""
        from plo_tui.screens.approval_form import NewVersionForm

        papers, edition = self.shown_now()
        version = edition.minutes.version
        if await self.app.push_screen_wait(NewVersionForm(self.desk, papers, edition)):
            self.say(
                f"Version {version + 1} is a draft. Version {version} keeps its approval. "
                "Open the meeting to change what is said."
            )


def _read_to_sign(
    session: Session, case_id: UUID, meeting_id: UUID, policy: Policy
) -> tuple[Papers, Edition]:
    """Return a meeting's papers and its minutes, made on the store's thread."""
    papers = read_papers(session, case_id, meeting_id, policy)
    return papers, edition_of(papers)
