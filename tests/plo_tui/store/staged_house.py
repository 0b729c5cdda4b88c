"""A store whose final review stands in each stage, each made once and put back for each test."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from made_store import House, Keys, house
from reviewed_house import NEW_END, REVIEW, TRACKER

from agenda.decision_words import Outcome
from agenda.policy import default_policy
from agenda.records import (
    Concern,
    ConcernExample,
    Decision,
    MinutesVersion,
    PreProceedings,
    new_key,
)
from agenda.sheet_reading import default_sheet_text
from agenda.stages import Stage, stage_in
from agenda.steps import CONCLUDED
from agenda.words import ApprovalRole, LineKind, MeetingKind, Presence, StaffRole
from plo_tui.store import undoing
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs import (
    advice,
    concerns,
    corrections,
    deciding,
    family,
    instructions,
    meeting,
    minuting,
    planning,
    signing,
    sittings,
    staff,
    urgent,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from agenda.edition import Edition
    from agenda.papers import Papers
    from plo_tui.store.work import Work

BEGAN = datetime(REVIEW.year, REVIEW.month, REVIEW.day, 10, tzinfo=UTC)
FIRST = "The home was cold."


@dataclass(frozen=True)
class More:
    """The keys of what there is beside those of the house."""

    review: UUID = field(default_factory=new_key)
    head: UUID = field(default_factory=new_key)
    manager: UUID = field(default_factory=new_key)
    father: UUID = field(default_factory=new_key)
    second_child: UUID = field(default_factory=new_key)
    second_worry: UUID = field(default_factory=new_key)
    example: UUID = field(default_factory=new_key)
    second_line: UUID = field(default_factory=new_key)
    first: UUID = field(default_factory=new_key)
    urgent: UUID = field(default_factory=new_key)
    correction: UUID = field(default_factory=new_key)
    instruction: UUID = field(default_factory=new_key)


class Staged(House):
    """The review in one stage; the clerk sits at the keyboard."""

    def __init__(self, folder: Path, keys: Keys, more: More) -> None:
        super().__init__(folder, keys)
        self.seen = ""
        """The fingerprint on the screen, for an approval."""
        self.more = more
        self.clock.now = BEGAN + timedelta(hours=3)

    def review_papers(self) -> Papers:
        return self.store.read(read_papers, self.keys.case, self.more.review)

    def review_edition(self) -> Edition:
        return self.edition(self.more.review)

    def stage(self) -> Stage:
        papers = self.review_papers()
        return stage_in(papers, papers.meeting)

    def rows(self, kind: type[Any], **where: Any) -> list[Any]:
        """Rows by some of their columns: quicker than the papers, of which each test reads few."""
        from sqlmodel import select

        asked = select(kind).filter_by(**where)
        return self.store.read(lambda session: list(session.exec(asked)))

    def decision(self, child: UUID) -> UUID:
        [decided] = self.rows(Decision, meeting_id=self.more.review, child_id=child)
        key: UUID = decided.id
        return key

    def version(self, number: int) -> UUID:
        """The key of a version of the review's minutes; a key of nothing where there is none."""
        rows = self.rows(MinutesVersion, meeting_id=self.more.review, number=number)
        return rows[0].id if rows else new_key()

    def approve(self, role: ApprovalRole, who: UUID) -> None:
        self.store.actor_id = who
        seen = self.seen or self.review_edition().fingerprint
        self.store.do(signing.approve, self.more.review, role, who, seen)
        self.store.actor_id = self.keys.clerk

    def ask(self, version: int = 1) -> None:
        keys, asked_on = self.keys, REVIEW
        self.store.do(
            corrections.record_correction,
            self.more.correction,
            self.version(version),
            keys.mother,
            asked_on,
            "It was warm.",
        )


def in_stage(stage: Stage) -> Staged:
    """Return the store anew with its review in a stage; what was done to it before is gone.

    It is one store throughout, closed while its files are put back: a new one would have to
    prepare every query again, which takes longer than most verbs.
    """
    folders, made, seen = _templates()
    made.store.close()
    shutil.rmtree(made.folder)
    shutil.copytree(folders[stage], made.folder)
    made.seen = seen[stage]
    made.store.actor_id = made.keys.clerk
    return made


def close_at_the_end() -> None:
    """Close the store, so that no test after these finds it open."""
    _templates()[1].store.close()


@cache
def _templates() -> tuple[dict[Stage, Path], Staged, dict[Stage, str]]:
    holder = Path(tempfile.mkdtemp(prefix="plo-tui-test-"))
    atexit.register(shutil.rmtree, holder, ignore_errors=True)
    made = house(holder / "growing")
    keys, more, folders, seen = made.keys, More(), dict[Stage, Path](), dict[Stage, str]()
    made.store.close()
    for stage, step in _STEPS.items():
        source = folders[Stage.RUNNING] if stage is Stage.DRAFT else holder / "growing"
        folders[stage] = holder / stage
        shutil.copytree(source, folders[stage])
        grown = Staged(folders[stage], keys, more)
        step(grown)
        assert grown.stage() is stage
        seen[stage] = grown.review_edition().fingerprint if stage in CONCLUDED else ""
        grown.store.close()
        if stage is not Stage.ADJOURNED:
            shutil.rmtree(holder / "growing")
            shutil.copytree(folders[stage], holder / "growing")
    return folders, Staged(holder / "growing", keys, more), seen


def _put_example(work: Work, key: UUID, worry: UUID) -> None:
    """A dated example of a worry, with a key that is known."""
    work.case_id = work.get(PreProceedings, work.get(Concern, worry).episode_id).case_id
    work.add(ConcernExample(id=key, concern_id=worry, on=REVIEW, text="It was seen."))


def _book(made: Staged) -> None:
    """Two children with a decision each, two worries, two lines, and the review booked."""
    do, keys, more = made.store.do, made.keys, made.more
    made.clock.now = BEGAN - timedelta(days=1)
    made.conclude()
    do(staff.add_staff, more.head, "Rob Hale", StaffRole.HEAD_OF_SERVICE)
    do(staff.add_staff, more.manager, "Tess Hill", StaffRole.TEAM_MANAGER)
    second: family.ChildValues = {"full_name": "Lee Carter", "initials": "LC"}
    do(family.add_child, keys.case, more.second_child, second)
    do(family.add_person, keys.case, more.father, {"full_name": "Ned Carter"})
    do(concerns.add_concern, keys.episode, more.second_worry, {"heading": "Injury"})
    do(_put_example, more.example, more.second_worry)
    line: planning.LineValues = {"kind": LineKind.ACTION, "what": "School every day"}
    do(planning.add_line, keys.episode, more.second_line, line)
    do(instructions.record_instruction, keys.episode, more.instruction, {"expert": "Dr Ray"})
    values: meeting.MeetingValues = {
        "planned_on": REVIEW,
        "planned_at": time(10),
        "chair_id": keys.chair,
    }
    do(meeting.plan_meeting, keys.episode, more.review, MeetingKind.FINAL, values)
    do(deciding.record_decision, more.review, [keys.child], Outcome.CLOSE, {})
    extended: deciding.DecisionValues = {"new_end": NEW_END, "tracker_on": TRACKER}
    do(deciding.record_decision, more.review, [more.second_child], Outcome.EXTEND, extended)


def _hold(made: Staged) -> None:
    """The mother is here and takes a break; a paragraph, an urgent matter, steps to undo, redo."""
    do, keys, more = made.store.do, made.keys, made.more
    made.clock.now = BEGAN
    sheet, policy = default_sheet_text("final"), default_policy().pinned()
    do(meeting.open_meeting, more.review, sheet, policy, [keys.chair], [keys.mother])
    item = made.review_papers().items[1].id
    made.clock.now = BEGAN + timedelta(minutes=5)
    do(meeting.set_presence, more.review, Presence.PRESENT, None, keys.mother)
    do(minuting.add_entry, more.first, more.review, item, FIRST, speaker_person_id=keys.mother)
    do(urgent.add_urgent, more.urgent, more.review, item, "A burn.", made.clock.now)
    do(sittings.end_pause, more.review)
    do(advice.offer_break, more.review, keys.mother, taken=True)
    do(minuting.add_entry, new_key(), more.review, item, "School is going well.")
    do(minuting.add_entry, new_key(), more.review, item, "A slip.")
    do(undoing.undo, keys.case)


def _adjourn(made: Staged) -> None:
    made.store.actor_id = made.keys.chair
    made.store.do(sittings.adjourn, made.more.review)


def _conclude(made: Staged) -> None:
    made.store.do(meeting.conclude, made.more.review, effective=True)


_STEPS: dict[Stage, Callable[[Staged], object]] = {
    Stage.BOOKED: _book,
    Stage.RUNNING: _hold,
    Stage.ADJOURNED: _adjourn,
    Stage.DRAFT: _conclude,
    Stage.BY_CHAIR: lambda made: made.approve(ApprovalRole.CHAIR, made.keys.chair),
    Stage.BY_BOTH: lambda made: made.approve(ApprovalRole.LEGAL, made.keys.lawyer),
    Stage.ISSUED: lambda made: made.store.do(signing.issue, made.more.review, ["Ms Carter"]),
    Stage.REOPENED: lambda made: made.store.do(
        signing.begin_new_version, made.more.review, "A date was wrong."
    ),
}
"""What brings the review from each stage to the next, in order; adjourned is a way of its own."""
