"""A family built to trap every word of legal planning, and every document that could hold one.

A document that the app learns to make is added to `DOCUMENTS` in one line.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

from approved_store import issue
from planned_house import ASKED_ON, Planned, planned
from reviewed_house import REVIEW
from sqlmodel.sql.sqltypes import AutoString

from agenda import records as r
from agenda.booking_words import BookingWhat, InvitedGroup
from agenda.decision_words import WhoWasTold
from agenda.legal_planning_rules import OUTCOME
from agenda.letter import freeze_letter
from agenda.letter_of import letter_of
from agenda.letter_wording import default_wording, starting_words
from agenda.letter_words import LetterKind
from agenda.printed import printed_legal_planning
from agenda.records import new_key
from agenda.take_away import thaw_page
from agenda.words import EntryKind, MeetingKind, MinutesState, Presence
from exports.annex import write_annex
from exports.family_plan import write_family_plan
from exports.minutes import write_minutes
from exports.take_away import write_take_away
from exports.why import write_why
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.reading.why import read_why
from plo_tui.store.verbs import (
    corrections,
    family,
    legal_planning,
    meeting,
    minuting,
    planning,
    reasons,
    urgent,
)
from plo_tui.store.verbs.giving_out import give_out
from plo_tui.store.verbs.take_away import release_pages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from made_store import House

    from plo_tui.store.work import Work

_NOT_WORDS = {"key", "prompt", "sheet_text", "policy_text", "circulation"}
"""Text columns that hold no word of a person's."""
CHOSEN = "Psychology assessment by Dr Ray Moss"
"""What of legal planning is meant for the family: a line of the draft plan."""


class Traps:
    """Strings that stand nowhere else, one for each text field."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self.set: dict[str, str] = {}

    def one(self, where: str) -> str:
        """Return the string for one field."""
        trap = f"TRAP{next(self._numbers):03}{where.replace('.', '').upper()}"
        self.set[where] = trap
        return trap

    def fill(self, work: Work, row: r.Record, *but: str) -> None:
        """Put a string of its own into each text column of a row."""
        kind = type(row)
        columns = kind.__table__.columns  # type: ignore[attr-defined]
        names = [column.key for column in columns if type(column.type) is AutoString]
        values = {
            name: self.one(f"{kind.__name__}.{name}")
            for name in names
            if name not in _NOT_WORDS and name not in but
        }
        work.change(kind, row.id, None, **values)


class Trapped:
    """The family: legal planning approved, the initial meeting issued, with all it gives out.

    Legal planning has three meetings, and the family two: theirs has no number 3.
    """

    def __init__(self, folder: Path) -> None:
        self.planned: Planned = planned(folder)
        self.house: House = self.planned.house
        self.traps = Traps()
        self._plan_legally()
        self._meet_the_family()

    def _plan_legally(self) -> None:
        made, do, keys = self.planned, self.house.store.do, self.house.keys
        line: planning.LineValues = {"what": self.traps.one("PlanLine.drafted_as")}
        do(planning.change_line, keys.line, 1, line)
        made.begin()
        do(planning.change_line, keys.line, 2, {"what": "Home clean"}, None, None, made.meeting)
        made.decide()
        for kind in EntryKind:
            words = self.traps.one(f"Entry {kind}")
            do(minuting.add_entry, new_key(), made.meeting, made.item("worries"), words, kind)
        key, words = new_key(), self.traps.one("Entry unplaced")
        do(minuting.add_entry, key, made.meeting, None, words, EntryKind.NOTE)
        told = [(WhoWasTold.LEGAL, self.traps.one("UrgentTold.name"), None)]
        facts = self.traps.one("Entry facts")
        at, item = self.house.clock(), made.item("child")
        do(urgent.add_urgent, new_key(), made.meeting, item, facts, at, told)
        why = self.traps.one("ExceptionalReason.reason")
        do(reasons.record_reason, keys.case, OUTCOME.key, made.meeting, why, made.meeting)
        do(self._fill_every_field)
        do(legal_planning.choose_expert, made.meeting, made.expert, new_key(), None)
        made.conclude()
        made.approve()
        printed = printed_legal_planning(made.edition, made.meeting)
        do(give_out, new_key(), keys.case, printed, "Rob Hale")
        for _ in range(2):
            do(meeting.plan_meeting, keys.episode, new_key(), MeetingKind.LEGAL_PLANNING, {})

    def _fill_every_field(self, work: Work) -> None:
        """Put a trap in each text column of each record of legal planning, whatever its name."""
        from sqlmodel import select

        made, keys = self.planned, self.house.keys
        work.case_id = keys.case
        work.add(
            r.ExpertEnquiry(episode_id=keys.episode, expert="another"),
            r.BookingStep(meeting_id=made.meeting, what=BookingWhat.ROOM, by_staff_id=keys.clerk),
            r.Cover(
                meeting_id=made.meeting,
                for_staff_id=made.head,
                by_staff_id=keys.chair,
                why="",
                agreed_on=ASKED_ON,
            ),
            r.Invitation(
                meeting_id=made.meeting,
                to_group=InvitedGroup.LEGAL,
                on=ASKED_ON,
                at=time(14),
                meeting_at=time(14),
                minutes=75,
                made_at=work.at,
            ),
        )
        mine = (r.LegalPlanning, r.PlanningOption, r.Sitting, r.BookingStep, r.Cover, r.Invitation)
        for kind in mine:
            for row in work.session.exec(select(kind).where(kind.meeting_id == made.meeting)):
                self.traps.fill(work, row)
        for whole in (r.Referral, r.ExpertEnquiry):
            for row in work.session.exec(select(whole)):
                # Who is chosen for what is meant for the family, and no more than that.
                but = ("expert", "field") if row.id == made.expert else ()
                self.traps.fill(work, row, *but)
        work.change(r.ExpertEnquiry, made.expert, None, field="psychology")
        self.traps.fill(work, work.get(r.Meeting, made.meeting), "not_effective_why")

    def _meet_the_family(self) -> None:
        made, do, keys = self.house, self.house.store.do, self.house.keys
        mother = self.house.papers().people[0]
        needs: family.PersonValues = {"adjustments": "easy-read papers"}
        do(family.change_person, keys.mother, mother.version, needs)
        do(meeting.set_presence, keys.meeting, Presence.PRESENT, None, keys.mother)
        made.store.actor_id = keys.chair
        do(release_pages, keys.meeting, [keys.mother], "Duty, 0555 010 010")
        issue(made)
        made.clock.now += timedelta(days=1)
        version = made.papers().standing("MinutesVersion")[0].id
        asked = new_key()
        on = made.clock.now.date()
        do(corrections.record_correction, asked, version, keys.mother, on, "It was warm.")
        do(corrections.annex_correction, asked, "Three people heard it.")
        review: meeting.MeetingValues = {
            "planned_on": REVIEW,
            "planned_at": time(10),
            "place": "Civic Offices",
            "chair_id": keys.chair,
        }
        do(meeting.plan_meeting, keys.episode, new_key(), MeetingKind.MIDWAY, review)
        do(self._clear_a_letter)

    def _clear_a_letter(self, work: Work) -> None:
        """Put in the mother's letter as legal cleared it; nobody has given it to her yet."""
        keys = self.house.keys
        papers = read_papers(work.session, keys.case)
        draft = r.LetterDraft(
            episode_id=keys.episode,
            kind=LetterKind.BEFORE_PROCEEDINGS,
            person_id=keys.mother,
            on=ASKED_ON,
            **starting_words(default_wording(), papers, LetterKind.BEFORE_PROCEEDINGS, keys.mother),  # type: ignore[arg-type]
        )
        draft.frozen = freeze_letter(letter_of(papers, draft))
        work.case_id = keys.case
        work.add(draft)


def _draft(made: Trapped, to: Path) -> None:
    edition = replace(made.house.edition(), state=MinutesState.DRAFT, approvals=())
    write_minutes(edition, to, draft=True)


def _page(made: Trapped, to: Path) -> None:
    [row] = made.house.papers().standing("TakeAway")
    write_take_away(thaw_page(row.frozen), to)


def _why(made: Trapped, to: Path) -> None:
    keys, today = made.house.keys, made.house.clock.now.date()
    papers = made.house.store.read(read_papers, keys.case, None, None, today)
    [chain] = made.house.store.read(read_why, papers)
    write_why(chain, to)


DOCUMENTS: dict[str, Callable[[Trapped, Path], Any]] = {
    "minutes": lambda made, to: write_minutes(made.house.edition(), to),
    "draft minutes": _draft,
    "plan for the family": lambda made, to: write_family_plan(made.house.edition(), to),
    "annex": lambda made, to: write_annex(made.house.edition(), to),
    "page to take home": _page,
    "why": _why,
}
"""Every document that the app makes for anybody but its own: each writes the file it is given."""

TOLD: dict[str, tuple[str, ...]] = {
    "cases": ("cases",),
    "cases, as JSON": ("cases", "--json"),
    "the case": ("show", "PLO-1"),
    "minutes in lines": ("show", "PLO-1", "--meeting", "1"),
    "why in lines": ("why", "PLO-1"),
    "what was given out": ("given", "PLO-1"),
    "what was given out, as JSON": ("given", "PLO-1", "--json"),
    "every version of the minutes": ("history", "PLO-1", "--meeting", "1"),
    "the family's dates": ("timetable", "PLO-1"),
    "what each is given": ("pack", "PLO-1"),
    "letters, checked": ("letter", "check", "--case", "PLO-1"),
}
"""Everything that the command line tells of a family, by the words that ask for it."""

WRITTEN: dict[str, tuple[str, ...]] = {
    "minutes": ("export", "minutes", "PLO-1", "-o", "{to}/one.docx"),
    "a parent's copy of the minutes": (
        "export", "minutes", "PLO-1", "--to", "Ms Carter", "-o", "{to}/one.docx",
    ),
    "the plan": ("export", "plan", "PLO-1", "-o", "{to}/one.docx"),
    "why": ("export", "why", "PLO-1", "-o", "{to}/one.docx"),
    "a letter": ("export", "letter", "PLO-1", "-o", "{to}/one.docx"),
    "invitations": ("export", "invitations", "PLO-1", "--meeting", "2", "--to", "{to}"),
    "the pack": ("pack", "PLO-1", "--to", "{to}/pack"),
}  # fmt: skip
"""Every command that writes a family's files, by the words that ask for it; `{to}` is a folder."""
