"""The forms of sign-off: an approval on somebody's behalf, who receives, why a new version."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from agenda.london import LONDON
from agenda.words import ApprovalRole, MinutesState, StaffRole
from plo_tui.screens.choosing_staff import StaffField
from plo_tui.screens.form import FormScreen
from plo_tui.store.problems import Refused
from plo_tui.store.verbs import signing
from plo_tui.widgets.form_date import DateField, TimeField
from plo_tui.widgets.form_fields import LineField, TextField

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from textual.widget import Widget

    from agenda.edition import Edition
    from agenda.papers import Papers
    from plo_tui.desk import Desk


class OnBehalfForm(FormScreen[bool]):
    """Records an approval that was given elsewhere: the chair's of a draft, then a lawyer's."""

    papers: Papers

    def __init__(self, desk: Desk, papers: Papers, edition: Edition) -> None:
        super().__init__(desk, papers)
        self._role = (
            ApprovalRole.CHAIR if edition.state is MinutesState.DRAFT else ApprovalRole.LEGAL
        )
        chairs = self._role is ApprovalRole.CHAIR
        who = f"{edition.minutes.chair}, who chaired," if chairs else "A lawyer"
        self.title = f"{who} approved version {edition.minutes.version} of these minutes"
        self._edition = edition

    def fields(self) -> Iterable[Widget]:
        """Which lawyer, unless it is the chair's; how, and when."""
        if self._role is ApprovalRole.LEGAL:
            lawyers = [row for row in self.papers.staff if row.role is StaffRole.LAWYER]
            likely = lawyers[0].id if len(lawyers) == 1 else None
            yield StaffField("staff_id", "Lawyer", lawyers, StaffRole.LAWYER, likely)
        yield LineField(
            "how",
            "How",
            placeholder="by email on Tuesday",
            help_text="How they gave it, such as: by email, by telephone.",
        )
        today = self.desk.today()
        yield DateField("given_at", "Day", today, today=today, days=self.desk.days, past=True)
        yield TimeField("time", "Time")

    async def save(self) -> bool:
        """Record the approval.

        Raises:
            StoreProblem: beside its field.
        """
        said = self.values()
        if said["given_at"] is None:
            raise Refused("Say on which day they approved.", "given_at")
        if said["time"] is None:
            raise Refused("Say at about what time, such as 14:30.", "time")
        if not said["how"]:
            raise Refused("Say how they gave their approval, such as: by email.", "how")
        at = datetime.combine(said["given_at"], said["time"], LONDON).astimezone(UTC)
        legal = self._role is ApprovalRole.LEGAL
        staff_id = await self._lawyer() if legal else self.papers.meeting.chair_id
        assert staff_id is not None  # noqa: S101 - sign-off asked the table who chairs
        done = await self.desk.do(
            signing.approve,
            self.papers.meeting.id,
            self._role,
            staff_id,
            self._edition.fingerprint,
            said["how"],
            at,
        )
        self.papers.take(done.changed)
        return True

    async def _lawyer(self) -> UUID:
        """Return who is named; someone new is added to the staff, and then stays on the list."""
        field = self.field("staff_id")
        assert isinstance(field, StaffField)  # noqa: S101 - as `fields` made it
        lawyer_id, added = await field.chosen(self.desk)
        self.papers.take(added)
        if lawyer_id is None:
            raise Refused("Name the lawyer who approved.", "staff_id")
        return lawyer_id


class IssueForm(FormScreen[bool]):
    """Issues approved minutes to those named, one on each line."""

    papers: Papers

    def __init__(self, desk: Desk, papers: Papers, edition: Edition) -> None:
        super().__init__(desk, papers)
        self.title = f"Issue version {edition.minutes.version} of these minutes"
        self._edition = edition

    def fields(self) -> Iterable[Widget]:
        """Who receives them."""
        yield TextField(
            "to",
            "Given to",
            "\n".join(self._edition.minutes.circulation),
            rows=6,
            help_text="One person or office on each line. It is recorded who got these minutes.",
        )

    async def save(self) -> bool:
        """Issue them.

        Raises:
            StoreProblem: beside the field.
        """
        names = self.values()["to"].splitlines()
        done = await self.desk.do(signing.issue, self.papers.meeting.id, names)
        self.papers.take(done.changed)
        return True


class NewVersionForm(FormScreen[bool]):
    """Begins a new version of approved minutes, with its reason."""

    papers: Papers

    def __init__(self, desk: Desk, papers: Papers, edition: Edition) -> None:
        super().__init__(desk, papers)
        self.title = f"Begin version {edition.minutes.version + 1} of these minutes"

    def fields(self) -> Iterable[Widget]:
        """Why."""
        yield TextField(
            "reason",
            "Why",
            rows=3,
            placeholder="Ms Carter's solicitor asked for a correction to paragraph 12",
            help_text="It is printed with the new version. The old one stays as it was approved.",
        )

    async def save(self) -> bool:
        """Begin it.

        Raises:
            StoreProblem: beside the field.
        """
        reason = self.values()["reason"]
        done = await self.desk.do(signing.begin_new_version, self.papers.meeting.id, reason)
        self.papers.take(done.changed)
        return True
