"""Who may do what, in which stage: each cell of the table, done for real and refused for real."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from typing import TYPE_CHECKING

import pytest
from staged_house import FIRST, Staged, close_at_the_end, in_stage
from steps_in_planning import TAKEN_IN_PLANNING
from steps_taken import TAKEN, correction

from agenda.minuting import NothingToMinute
from agenda.records import Approval, Authority, Entry
from agenda.stages import Stage
from agenda.steps import Step, Whose
from agenda.who_may import ROWS
from agenda.who_may_any_time import AT_ANY_TIME
from agenda.who_may_planning import PLANNING_ROWS
from agenda.words import ApprovalRole, MeetingKind
from exports.minutes import write_minutes
from exports.problems import NotApproved
from plo_tui.store import verbs
from plo_tui.store.problems import Refused
from plo_tui.store.verbs import family, meeting, replacing, signing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from uuid import UUID

SAY_WHO = "Say who you are first: your name, role and team."
GONE = "This is no longer in the store. Go back and open it again."
BY_A_VERB = [step for step in Step if step is not Step.FINAL_DOCUMENT and step not in PLANNING_ROWS]
"""The steps that a verb takes in a meeting with the family; an exporter writes a document."""
NAMES = {
    "chair": ("Ada Fenn", "team manager"),
    "clerk": ("Nia Rowe", "business support"),
    "lawyer": ("Lee Hart", "local authority solicitor"),
    "head": ("Rob Hale", "head of service"),
    "manager": ("Tess Hill", "team manager"),
}
THEIRS = {
    Whose.ANYONE: tuple(NAMES),
    Whose.CHAIR: ("chair",),
    Whose.CHAIR_OR_HEAD: ("chair", "head"),
    Whose.LAWYER: ("lawyer",),
    Whose.CONSULTEE: ("head",),
}
EXTENDS = {"consultee": "head of service", "forum": "Court Tracker"}
HELPERS = {"suspend", "withdraw_decisions", "open_episode", "decide_to_start"}
"""Public in a module of verbs, and only ever a part of one."""
SHARED = {"permitted", "running", "episodes", "reviewing", "numbering", "open_letters", "words"}
"""Modules of what verbs share."""


@pytest.fixture(scope="module", autouse=True)
def _closed_at_the_end() -> Iterator[None]:
    yield
    close_at_the_end()


def ready(step: Step, stage: Stage) -> Staged:
    """The store in a stage, with what a step is about where the stage alone does not bring it."""
    made = in_stage(stage)
    if step is Step.ANSWER_CORRECTION and stage is Stage.BY_CHAIR:
        made.approve(ApprovalRole.LEGAL, made.keys.lawyer)  # of a version that both approved
        made.ask()
        made.store.do(signing.begin_new_version, made.more.review, "A date was wrong.")
        made.seen = made.review_edition().fingerprint
        made.approve(ApprovalRole.CHAIR, made.keys.chair)
        assert made.stage() is Stage.BY_CHAIR
    elif step is Step.ANSWER_CORRECTION:
        made.ask()
    return made


def key_of(made: Staged, who: str) -> UUID:
    keys, more = made.keys, made.more
    return {
        "chair": keys.chair,
        "clerk": keys.clerk,
        "lawyer": keys.lawyer,
        "head": more.head,
        "manager": more.manager,
    }[who]


def take(made: Staged, step: Step, verb: str, whose: str, by: str = "") -> None:
    """Take a step with one of its verbs: whose it is, and who sits here if it is another."""
    made.store.actor_id = key_of(made, by or whose)
    TAKEN[step, verb](made, key_of(made, whose))


def refusal(made: Staged, step: Step, verb: str, whose: str) -> str:
    """The sentence with which a step is refused."""
    with pytest.raises(Refused) as refused:
        take(made, step, verb, whose)
    return str(refused.value)


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("step", BY_A_VERB)
def test_cell(step: Step, stage: Stage) -> None:
    row = ROWS[step]
    if stage in row.never:
        for verb in row.verbs:
            assert refusal(in_stage(stage), step, verb, "chair") == GONE
    elif sentence := row.closed.get(stage):
        refused_to_whose_it_is(step, stage, sentence)
    else:
        made = ready(step, stage)
        refused_to_others(made, step)
        if step is Step.ANSWER_CORRECTION:  # an answer ends what the next would be about
            done(made, step, ["annex_correction"], ["chair"])
            done(ready(step, stage), step, ["accept_correction"], ["head"])
        else:
            # Nobody does again what another has taken back.
            who = ["clerk"] if step is Step.UNDO else THEIRS[row.whose]
            done(made, step, row.verbs, who)
        if row.on_behalf:
            recorded_by_the_clerk(in_stage(stage), step)


def refused_to_whose_it_is(step: Step, stage: Stage, sentence: str) -> None:
    is_draft = step is Step.ASK_CORRECTION and stage is Stage.DRAFT
    made = in_stage(Stage.REOPENED if is_draft else stage)  # the first draft is no version yet
    rows = len(made.journal())
    who = "clerk" if ROWS[step].whose is Whose.ANYONE else THEIRS[ROWS[step].whose][0]
    for verb in ROWS[step].verbs:
        if is_draft:
            with pytest.raises(Refused) as refused:
                correction(made, 2)
            assert str(refused.value) == sentence
        else:
            assert refusal(made, step, verb, who) == sentence
    assert len(made.journal()) == rows


def refused_to_others(made: Staged, step: Step) -> None:
    row, rows = ROWS[step], len(made.journal())
    for verb in row.verbs:
        made.store.actor_id = None
        with pytest.raises(Refused, match=SAY_WHO):
            TAKEN[step, verb](made, made.keys.chair)
        for who in NAMES.keys() - THEIRS[row.whose]:
            name, role = NAMES[who]
            said = row.chair_too if who == "chair" and row.chair_too else row.others
            said = said.format(chair="Ada Fenn", name=name, role=role, **EXTENDS)
            assert refusal(made, step, verb, who) == said
    assert len(made.journal()) == rows


def done(made: Staged, step: Step, verbs: Sequence[str], who: Sequence[str]) -> None:
    """Take the step with each of its verbs, each time by the next of these people."""
    turns = [who[turn % len(who)] for turn in range(len(verbs))]
    for verb, whose in zip(verbs, turns, strict=True):
        take(made, step, verb, whose)
    newest = [(row.verb, row.actor_id) for row in made.journal()[-len(verbs) :]]
    assert newest == [(verb, key_of(made, whose)) for verb, whose in zip(verbs, turns, strict=True)]


def recorded_by_the_clerk(made: Staged, step: Step) -> None:
    [verb], whose = ROWS[step].verbs, THEIRS[ROWS[step].whose][-1]
    take(made, step, verb, whose, by="clerk")
    kind = Approval if verb == "approve" else Authority
    newest = max(made.rows(kind), key=lambda row: row.id)
    assert (newest.staff_id, newest.recorded_by_id) == (key_of(made, whose), made.keys.clerk)


@pytest.mark.parametrize("stage", Stage)
def test_cell_of_the_final_document(stage: Stage, tmp_path: Path) -> None:
    to = tmp_path / "minutes.docx"
    if stage in ROWS[Step.FINAL_DOCUMENT].never:
        with pytest.raises(NothingToMinute):
            in_stage(stage).review_edition()
        return
    edition = in_stage(stage).review_edition()
    if sentence := ROWS[Step.FINAL_DOCUMENT].closed.get(stage):
        with pytest.raises(NotApproved) as refused:
            write_minutes(edition, to)
        assert str(refused.value) == sentence
        assert not to.exists()
    else:
        write_minutes(edition, to)
        assert to.exists()


@pytest.mark.parametrize("stage", Stage)
def test_what_has_no_row_is_open_and_changes_no_approved_word(stage: Stage) -> None:
    made = in_stage(stage)
    do, before = made.store.do, made.review_edition() if made.seen else None
    child, mother = made.papers().children[0], made.papers().people[0]
    do(family.change_person, mother.id, mother.version, {"known_as": "Ms Hill"})
    do(family.change_child, child.id, child.version, {"full_name": "Jo Hill"})
    do(meeting.plan_meeting, made.keys.episode, made.more.correction, MeetingKind.MIDWAY, {})
    do(meeting.park_item, made.keys.meeting, made.keys.items[1], parked=True)
    do(meeting.tick_prompt, made.keys.items[1], "ask", asked=True)
    if before and before.approvals:
        assert made.review_edition().minutes == before.minutes


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage is not Stage.BOOKED])
def test_words_are_put_in_the_place_of_others_where_a_paragraph_may_change(
    stage: Stage,
) -> None:
    made = in_stage(stage)
    change = ("Entry", made.more.first, "text", FIRST, "It was cold.")
    if stage in ROWS[Step.CORRECT].closed:
        with pytest.raises(Refused, match="approved or withdrawn since"):
            made.store.do(replacing.replace_words, made.keys.case, [change])
    else:
        made.store.do(replacing.replace_words, made.keys.case, [change])
    text = made.store.read(lambda session: session.get_one(Entry, made.more.first)).text
    assert (text == FIRST) is (stage in ROWS[Step.CORRECT].closed)


def test_every_verb_has_a_row_or_is_open_at_any_time() -> None:
    written = {"undo", "redo"}
    for module in pkgutil.iter_modules(verbs.__path__, "plo_tui.store.verbs."):
        if module.name.rpartition(".")[2] in SHARED:
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            is_ours = inspect.isfunction(value) and value.__module__ == module.name
            if is_ours and name[0] != "_" and "work" in inspect.signature(value).parameters:
                written.add(name)
    in_rows = [verb for row in ROWS.values() for verb in row.verbs]
    assert written - HELPERS == {*in_rows, *AT_ANY_TIME}
    assert not set(in_rows) & set(AT_ANY_TIME)


def test_every_step_has_a_row_that_says_why_and_every_verb_of_it_is_tried() -> None:
    assert list(ROWS) == list(Step)
    for row in ROWS.values():
        assert row.why.endswith(".")
        assert row.source
        assert bool(row.others) is (row.whose is not Whose.ANYONE)
        assert not set("|\n") & set(f"{row.title}{row.why}{row.source}{row.others}")
    tried = {*TAKEN, *TAKEN_IN_PLANNING}
    assert {(step, verb) for step, row in ROWS.items() for verb in row.verbs} == tried
