"""Legal planning in the store: staff alone, its outcome, its record, and what keeps it apart."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from planned_house import ASKED_ON, Planned, planned
from steps_in_planning import TAKEN_IN_PLANNING

from agenda.legal_planning_minutes import LegalPlanningRecord, freeze_record, thaw_record
from agenda.legal_planning_words import PlanningOutcome
from agenda.minutes import fingerprint
from agenda.minuting import NothingToMinute
from agenda.printed import Printed, printed_legal_planning
from agenda.records import Entry, LegalPlanningMinutes, PlanLine, new_key
from agenda.stages import Stage, stage_of_planning
from agenda.steps import Step
from agenda.who_may import ROWS
from agenda.who_may_planning import PLANNING_ROWS
from agenda.words import (
    ApprovalRole,
    EntryKind,
    GivenDocument,
    LineKind,
    LineState,
    MinutesState,
    ParentAnswer,
    Presence,
    YesNo,
)
from plo_tui.store.problems import Changed, Refused
from plo_tui.store.reading.edition import read_edition
from plo_tui.store.reading.free_text import read_free_text
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.undoing import undo
from plo_tui.store.verbs import (
    advice,
    legal_planning,
    meeting,
    minuting,
    planning,
    signing,
    sittings,
    take_away,
    uploading,
)
from plo_tui.store.verbs.giving_out import give_out

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ALONE = "Legal planning is the authority's and its lawyers' alone"
CLOSED = "This legal planning record is approved"


@pytest.fixture
def made(tmp_path: Path) -> Planned:
    return planned(tmp_path / "store")


@pytest.fixture
def held(made: Planned) -> Planned:
    """It runs, and has decided to start."""
    made.begin()
    made.decide()
    return made


def in_stage(made: Planned, stage: Stage) -> Planned:
    """Bring the meeting to a stage."""
    if stage is Stage.BOOKED:
        return made
    made.begin()
    if stage is Stage.ADJOURNED:
        made.house.store.do(sittings.adjourn, made.meeting)
    if stage in (Stage.BOOKED, Stage.RUNNING, Stage.ADJOURNED):
        return made
    made.conclude()
    if stage in (Stage.BY_CHAIR, Stage.REOPENED):
        made.approve()
    if stage is Stage.REOPENED:
        made.house.store.do(legal_planning.reopen_legal_planning, made.meeting, "A date.")
    return made


# --- who may do what


@pytest.mark.parametrize(
    "stage", [one for one in Stage if one not in (Stage.BY_BOTH, Stage.ISSUED)]
)
def test_each_step_of_legal_planning_goes_by_its_row(made: Planned, stage: Stage) -> None:
    in_stage(made, stage)
    versions = made.papers.legal_planning_minutes(made.meeting)
    assert stage_of_planning(made.papers.meeting, versions[-1] if versions else None) is stage
    for (step, verb), take in TAKEN_IN_PLANNING.items():
        chairs = step is Step.PLANNING_APPROVE
        made.house.store.actor_id = None
        with pytest.raises(Refused, match="Say who you are first"):
            take(made)
        made.house.store.actor_id = made.head if chairs else made.house.keys.clerk
        if sentence := ROWS[step].closed.get(stage):
            with pytest.raises(Refused) as refused:
                take(made)
            assert str(refused.value) == sentence
        elif step in (Step.PLANNING_RECORD, Step.PLANNING_APPROVE):
            take(made)
            assert made.house.journal()[-1].verb == verb
            if chairs:
                break  # what was approved is closed from here


def test_only_its_chair_approves_it(held: Planned) -> None:
    held.conclude()
    do, keys, seen = held.house.store.do, held.house.keys, held.edition.fingerprint
    for who in (keys.clerk, keys.lawyer, keys.chair):
        held.house.store.actor_id = who
        with pytest.raises(Refused, match="Only Rob Hale, who chaired this meeting"):
            do(legal_planning.approve_legal_planning, held.meeting, seen)
    held.house.store.actor_id = held.head
    with pytest.raises(Changed, match="changed since you read it"):
        do(legal_planning.approve_legal_planning, held.meeting, "0" * 64)
    do(legal_planning.approve_legal_planning, held.meeting, seen)
    assert held.edition.stands == "Approved by Rob Hale"


def test_no_step_of_legal_planning_is_taken_in_another_meeting(made: Planned) -> None:
    other = Planned(made.house, made.head, made.house.keys.meeting, made.expert)
    for (step, _verb), take in TAKEN_IN_PLANNING.items():
        assert step in PLANNING_ROWS
        if step is not Step.PLANNING_APPROVE:  # whose fingerprint nothing else has
            with pytest.raises(Refused, match="recorded in a legal planning meeting; this is the"):
                take(other)
    with pytest.raises(Refused, match="recorded in a legal planning meeting; this is the"):
        made.house.store.do(legal_planning.approve_legal_planning, other.meeting, "")


WITH_FAMILY: dict[str, Callable[[Planned], tuple[Any, ...]]] = {
    "advice": lambda m: (advice.record_advice, m.meeting, m.house.keys.mother, YesNo.YES),
    "break": lambda m: (_break, m),
    "answer": lambda m: (
        planning.answer_line,
        m.house.keys.line,
        m.meeting,
        m.house.keys.mother,
        ParentAnswer.AGREED,
    ),
    "line settled": lambda m: (
        planning.decide_line,
        m.house.keys.line,
        m.meeting,
        LineState.AGREED,
    ),
    "approval": lambda m: (signing.approve, m.meeting, ApprovalRole.CHAIR, m.head, "", "by email"),
    "issue": lambda m: (signing.issue, m.meeting, ["Ms Carter"]),
    "new version": lambda m: (signing.begin_new_version, m.meeting, "why"),
    "upload": lambda m: (uploading.mark_uploaded, m.meeting, "File 7"),
    "pages": lambda m: (take_away.release_pages, m.meeting, [m.house.keys.mother], "Duty"),
}


def _break(work: Any, made: Planned) -> None:
    advice.offer_break(work, made.meeting, made.house.keys.mother, taken=True)


@pytest.mark.parametrize("step", WITH_FAMILY)
def test_what_belongs_to_a_family_is_refused(held: Planned, step: str) -> None:
    for _ in range(2):  # while it runs, and after it
        with pytest.raises(Refused):
            held.house.store.do(*WITH_FAMILY[step](held))
        if held.papers.meeting.concluded_at is None:
            held.conclude()


def test_only_staff_are_invited_here_and_heard(made: Planned) -> None:
    do, keys = made.house.store.do, made.house.keys
    sheet, policy = made.house.papers().meeting.sheet_text, made.house.papers().meeting.policy_text
    only = "only its own staff can be invited, be here and speak"
    with pytest.raises(Refused, match=only):
        do(meeting.open_meeting, made.meeting, sheet, policy, [made.head], [keys.mother])
    made.begin()
    item = made.item("child")
    with pytest.raises(Refused, match=only):
        do(meeting.set_presence, made.meeting, Presence.PRESENT, None, keys.mother)
    with pytest.raises(Refused, match=only):
        do(sittings.begin_sitting, made.meeting, [made.head], [keys.mother])
    with pytest.raises(Refused, match=only):
        do(
            minuting.add_entry,
            new_key(),
            made.meeting,
            item,
            "No.",
            EntryKind.VIEW,
            None,
            keys.mother,
        )
    key = new_key()
    do(minuting.add_entry, key, made.meeting, item, "She said no.", EntryKind.NOTE, keys.clerk)
    said = ("She said no.", EntryKind.NOTE, None, keys.mother)
    with pytest.raises(Refused, match=only):
        do(minuting.change_entry, key, 1, *said, verbatim=False)
    with pytest.raises(Refused, match=only):
        do(sittings.begin_sitting, made.meeting, [made.head], [keys.mother])
    assert {row.person_id for row in made.papers.attendance} == {None}


def test_legal_advice_is_written_here_and_only_here(made: Planned) -> None:
    made.begin()
    do, keys = made.house.store.do, made.house.keys
    words = ("Threshold is met.", EntryKind.PRIVILEGED, keys.lawyer)
    do(minuting.add_entry, new_key(), made.meeting, made.item("legal_advice"), *words)
    with pytest.raises(Refused, match="belongs to the legal planning record"):
        do(minuting.add_entry, new_key(), keys.meeting, keys.items[1], *words)


# --- the outcome


def test_a_start_sets_when_it_was_decided_and_no_window(held: Planned) -> None:
    window = held.papers.window
    held.conclude()
    episode = held.papers.episode
    assert (episode.decided_on, episode.forum) == (date(2027, 1, 12), "legal planning meeting")
    assert held.papers.window == window
    [row] = [one for one in held.house.journal() if one.verb == "conclude"]
    assert row is held.house.journal()[-1] or row.sequence == held.house.journal()[-1].sequence
    assert held.papers.meeting.minutes_due_on is None


@pytest.mark.parametrize(
    "outcome", [one for one in PlanningOutcome if one != "start pre-proceedings"]
)
def test_any_other_outcome_starts_nothing(made: Planned, outcome: PlanningOutcome) -> None:
    made.begin()
    made.decide(outcome)
    made.conclude()
    assert made.papers.episode.decided_on is None


def test_a_meeting_that_did_not_do_its_work_starts_nothing(held: Planned) -> None:
    held.house.store.do(meeting.conclude, held.meeting, effective=False, why_not="Nobody came.")
    assert held.papers.episode.decided_on is None


def test_what_belongs_to_another_outcome_is_left_out(made: Planned) -> None:
    made.begin()
    values: legal_planning.OutcomeValues = {
        "outcome": PlanningOutcome.CONTINUE,
        "reasons": " It works. ",
        "why_not_outside": "no",
        "information": "no",
        "information_by": ASKED_ON,
    }
    made.house.store.do(legal_planning.record_planning_outcome, made.meeting, values)
    said = made.papers.legal_planning(made.meeting)
    assert said
    assert (said.reasons, said.why_not_outside, said.information, said.information_by) == (
        "It works.", "", "", None,
    )  # fmt: skip


def test_options_are_recorded_again_in_their_order(made: Planned) -> None:
    do = made.house.store.do
    for told in ([("A", "1"), ("B", "2"), ("C", "3")], [("B", "2"), ("C", "4")]):
        options: list[legal_planning.OptionSaid] = [
            {"option": name, "considered": words} for name, words in told
        ]
        do(legal_planning.record_options, made.meeting, options)
        rows = made.papers.options(made.meeting)
        assert [(row.option, row.considered) for row in rows] == told
    with pytest.raises(Refused, match="Fill in the option"):
        do(legal_planning.record_options, made.meeting, [{"option": " ", "considered": "x"}])


def test_the_court_team_was_not_asked_on_a_day_to_come(made: Planned) -> None:
    with pytest.raises(Refused, match="still to come"):
        made.house.store.do(
            legal_planning.record_assessor,
            made.meeting,
            {"court_team_asked_on": date(2027, 1, 13)},
        )


def test_an_expert_chosen_is_a_line_of_the_draft_plan_with_the_report_date(made: Planned) -> None:
    made.begin()
    do, line = made.house.store.do, new_key()
    words = (made.meeting, made.expert, line, date(2027, 3, 9))
    do(legal_planning.choose_expert, *words)
    row = made.papers.find("PlanLine", line)
    assert row
    assert (row.kind, row.due, row.state) == (
        LineKind.ASSESSMENT, date(2027, 3, 9), LineState.DRAFT,
    )  # fmt: skip
    assert row.what == "Assessment by Dr Ray Moss"
    said = (row.support, row.measure, row.child_benefit, row.contingency, row.drafted_as)
    assert said == ("",) * 5
    assert [one.chosen for one in made.papers.experts] == [True]
    with pytest.raises(Refused, match="is chosen already"):
        do(legal_planning.choose_expert, made.meeting, made.expert, new_key(), None)
    assert made.house.store.do(undo, made.house.keys.case).value == "choose expert"
    assert [one.chosen for one in made.papers.experts] == [None]
    assert made.papers.find("PlanLine", line).withdrawn_at  # type: ignore[union-attr]


def test_a_line_drafted_here_stays_a_draft_and_keeps_no_word_it_replaced(held: Planned) -> None:
    do, key = held.house.store.do, held.house.keys.line
    do(planning.change_line, key, 1, {"what": "Home warm"}, None, None, held.meeting)
    row = held.house.store.read(lambda session: session.get_one(PlanLine, key))
    assert (row.what, row.drafted_as, row.state, row.decided_in) == (
        "Home warm", "", LineState.DRAFT, None,
    )  # fmt: skip


# --- its record


def test_what_is_approved_stays_and_is_opened_again_with_a_reason(held: Planned) -> None:
    do = held.house.store.do
    held.conclude()
    held.approve()
    first = held.edition
    assert first.seal
    assert not first.is_draft
    item = held.item("child")
    closed: list[tuple[Any, ...]] = [
        (minuting.add_entry, new_key(), held.meeting, item, "Later."),
        (meeting.set_presence, held.meeting, Presence.PRESENT, held.head),
        (meeting.change_meeting, held.meeting, held.papers.meeting.version, {}),
    ]
    for step in closed:
        with pytest.raises(Refused, match=CLOSED):
            do(*step)
    with pytest.raises(Refused, match="A legal planning record was approved after this"):
        do(undo, held.house.keys.case)
    do(legal_planning.reopen_legal_planning, held.meeting, "A name was wrong.")
    do(minuting.add_entry, new_key(), held.meeting, item, "Later.")
    second = held.edition
    assert (second.record.number, second.record.version_reason) == (2, "A name was wrong.")
    assert second.is_draft
    rows = held.papers.legal_planning_minutes(held.meeting)
    assert fingerprint(rows[0].frozen) == rows[0].sha256 == first.fingerprint


def test_the_plan_goes_on_being_drafted_after_it(held: Planned) -> None:
    held.house.conclude()
    held.conclude()
    held.approve()
    line: planning.LineValues = {"kind": LineKind.ACTION, "what": "More"}
    held.house.store.do(planning.add_line, held.house.keys.episode, new_key(), line)


def test_the_record_is_one_value_and_can_always_be_read_again(held: Planned) -> None:
    held.conclude()
    record = held.edition.record
    assert isinstance(record, LegalPlanningRecord)
    assert thaw_record(freeze_record(record)) == record
    assert freeze_record(thaw_record(freeze_record(record))) == freeze_record(record)


def test_a_record_changed_behind_the_app_says_so(held: Planned) -> None:
    held.conclude()
    held.approve()

    def tamper(work: Any) -> None:
        work.case_id = held.house.keys.case
        [row] = held.papers.legal_planning_minutes(held.meeting)
        words = row.frozen.replace("Change is possible in time.", "No change.")
        work.change(LegalPlanningMinutes, row.id, None, frozen=words)

    held.house.store.do(tamper)
    assert held.edition.is_changed
    assert held.edition.stands == "CHANGED AFTER APPROVAL"


# --- what keeps it apart


def test_the_first_door_refuses_it_in_a_sentence(held: Planned) -> None:
    read, case = held.house.store.read, held.house.keys.case
    with pytest.raises(Refused, match=ALONE):
        read(read_papers, case, held.meeting)
    with pytest.raises(Refused, match=ALONE):
        read(read_edition, case, held.meeting)
    with pytest.raises(Refused, match="no longer in the store"):
        read(read_papers, case, new_key())
    other = Planned(held.house, held.head, held.house.keys.meeting)
    with pytest.raises(NothingToMinute):
        _ = other.edition


def test_words_are_not_replaced_in_it_from_elsewhere(held: Planned) -> None:
    do, case = held.house.store.do, held.house.keys.case
    do(minuting.add_entry, new_key(), held.meeting, held.item("child"), "She sleeps badly.")
    rows = held.house.store.read(read_free_text, case)
    assert not [row for row in rows if isinstance(row, Entry)]


def test_its_record_is_given_to_staff_alone_and_nothing_else_of_it_is_given(held: Planned) -> None:
    do, keys, edition = held.house.store.do, held.house.keys, held.edition
    printed = printed_legal_planning(edition, held.meeting)
    for outsider in ("Ms Carter", "Health visitor", "Lee Hart, own copy"):
        with pytest.raises(Refused, match="own staff and lawyers alone"):
            do(give_out, new_key(), keys.case, printed, outsider)
    minutes = Printed(what=GivenDocument.MINUTES, sha256="", meeting_id=held.meeting)
    with pytest.raises(Refused, match=ALONE):
        do(give_out, new_key(), keys.case, minutes, "Rob Hale")
    with pytest.raises(Refused, match=ALONE):
        do(give_out, new_key(), keys.case, {**printed, "meeting_id": keys.meeting}, "Rob Hale")
    do(give_out, new_key(), keys.case, printed, "Lee Hart")
    invitation: Printed = {**minutes, "what": GivenDocument.INVITATION}
    do(give_out, new_key(), keys.case, invitation, "our legal team")
    [row, _] = sorted(held.papers.standing("Disclosure"), key=lambda one: one.id)
    assert (row.what, row.to, row.is_draft) == (GivenDocument.LEGAL_PLANNING, "Lee Hart", True)


def test_the_home_list_expects_no_minutes_of_it(held: Planned) -> None:
    from plo_tui.store.connection import connect
    from plo_tui.store.folder import STORE
    from plo_tui.store.reading.home import read_home

    held.conclude()
    plain = connect(held.house.folder / STORE, held.house.key)
    [row] = read_home(plain, date(2027, 6, 1))
    plain.close()
    [planning_row] = [one for one in row.meetings if one.meeting_id == held.meeting]
    assert planning_row.minutes is MinutesState.NONE
    assert not [late for late in row.overdue if "not issued" in late]
