"""Whom a sitting is with: on resuming, or for parents who must not meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on

from agenda.day_names import day_text
from agenda.minuting_people import role_of
from agenda.minuting_words import in_a_row
from agenda.safety import must_not_meet, next_sitting, one_sitting, pair_words
from agenda.sitting_times import is_silent
from plo_tui.screens.begin_meeting import beginning, sitting_called
from plo_tui.screens.form import FormScreen
from plo_tui.screens.meeting_clock import adjourned_words
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.sittings import begin_sitting, resume_meeting
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import LineField
from plo_tui.widgets.form_names import ChildrenField

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from uuid import UUID

    from textual.widget import Widget

    from agenda.papers import Papers
    from agenda.records import Person
    from plo_tui.desk import Desk

COLUMN = 60
"""Cells for one name with its role: one beneath the other in any common window."""


class SittingForm(FormScreen[bool]):
    """Resumes an adjourned meeting, or begins another sitting in one that runs.

    A sitting in which nothing has been said yet is changed instead.
    """

    AUTO_FOCUS = "#fields Tick"
    papers: Papers

    def __init__(self, desk: Desk, papers: Papers) -> None:
        super().__init__(desk, papers)
        meeting, latest = papers.meeting, papers.sittings[-1]
        name = meeting.kind.heading.lower()
        self.resumes = meeting.adjourned_at is not None
        self.changes = not self.resumes and is_silent(papers, latest)
        self._told = ""
        if self.resumes:
            self.title = f"Resume the {name} of {papers.case.reference} now?"
            self.lead = f"{adjourned_words(meeting)}.{self._not_today()} Ctrl+S begins the next "
            self.lead += "sitting. Escape only looks at what was written."
        elif self.changes:
            self.title = "Whom this sitting is with"
            self.lead = "Nothing has been said in it yet, so its people can still be changed."
        else:
            self.title = "Another sitting, from now"
            self.lead = (
                "The sitting that runs ends when you save. Take the tick from whoever is not to "
                "be there, such as a parent who must not meet the other."
            )

    def fields(self) -> Iterator[Widget]:
        """Ask who is invited, what it is called and where it is."""
        papers = self.papers
        latest = papers.sittings[-1]
        ticked = self._offered()
        suggested = sitting_called(self.papers, ticked)
        called = latest.called if self.changes else suggested
        yield ChildrenField(
            "who",
            "With",
            [(key, self._called(key)) for key in self._may_come()],
            ticked,
            help_text="Space invites somebody to this sitting, or takes them off its list.",
            column=COLUMN,
        )
        name = LineField(
            "called",
            "Called",
            called,
            placeholder="empty where it is with everybody; else such as with Ms Carter",
        )
        name.suggested = called if called == suggested else ""
        yield name
        yield LineField("place", "Place", papers.meeting.resumes_place or latest.place)

    @on(FormField.Edited)
    def _suggest_name(self, event: FormField.Edited) -> None:
        """Call it by the parents who are ticked; say where a lawyer would come without theirs."""
        if event.field.key == "who":
            ticked = event.field.value
            cast("LineField", self.field("called")).suggest(sitting_called(self.papers, ticked))
            event.field.note(f"{self._apart(ticked)} {self._without_client(ticked)}".strip())

    async def save(self) -> bool:
        """Begin the sitting, or change the one that has just begun.

        Raises:
            Refused: once, where two of them must not meet; saving again sits with both.
        """
        who: list[UUID] = self.field("who").value
        if (apart := self._apart(who)) and apart != self._told:
            self._told = apart
            raise Refused(f"{apart} Take a tick away; saving again sits with both.", "who")
        staff = [key for key in who if self.papers.find("Staff", key)]
        done = await self.desk.do(
            resume_meeting if self.resumes else begin_sitting,
            self.papers.meeting.id,
            staff,
            [key for key in who if key not in staff],
            self.field("place").value,
            self.field("called").value,
        )
        self.papers.take(done.changed)
        return True

    def _offered(self) -> list[UUID]:
        """Return who is ticked at first: where people must not meet, those who waited."""
        papers = self.papers
        sat = [
            [
                key
                for row in papers.attendance
                if row.sitting_id == sitting.id and (key := row.staff_id or row.person_id)
            ]
            for sitting in papers.sittings
        ]
        if self.changes:
            return one_sitting(papers, sat[-1])
        return next_sitting(papers, self._may_come(), sat)

    def _apart(self, keys: Iterable[UUID]) -> str:
        """Return who of these must not meet, as a sentence; empty where all may."""
        return pair_words(must_not_meet(self.papers, keys))

    def _without_client(self, ticked: Iterable[UUID]) -> str:
        """Return which lawyers are ticked and act for nobody who is; nothing where none does."""
        meant = set(ticked)
        clients: dict[UUID, list[Person]] = {}
        for person in self.papers.parents:
            acts = self.papers.representation(person.id)
            if acts and acts.lawyer_id in meant:
                clients.setdefault(acts.lawyer_id, []).append(person)
        return " ".join(
            f"{self.papers.name(None, lawyer)} acts for "
            f"{in_a_row([one.known_as for one in named])}, who is not ticked."
            for lawyer, named in clients.items()
            if not meant & {one.id for one in named}
        )

    def _may_come(self) -> list[UUID]:
        """Return everyone invited to any sitting so far, and whoever is invited to a meeting."""
        papers = self.papers
        invited = [row.staff_id or row.person_id for row in papers.attendance]
        usual = beginning(papers, papers.meeting, self.desk.me)
        keys = (*invited, *usual.staff, *usual.people)
        return list(dict.fromkeys(key for key in keys if key))

    def _called(self, key: UUID) -> str:
        staff = self.papers.find("Staff", key)
        ids = (key, None) if staff else (None, key)
        role = role_of(self.papers, *ids)
        name = self.papers.name(*ids)
        return f"{name}, {role}" if role else name

    def _not_today(self) -> str:
        on, today = self.papers.meeting.resumes_on, self.desk.today()
        return f" Today is {day_text(today)}." if on and on != today else ""
