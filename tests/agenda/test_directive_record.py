"""The directive's dates by a family's record: what counts as done, and what as booked."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from papers_of import DAYS
from reeds_of import TODAY, Reeds

from agenda import records as r
from agenda.decision_words import Outcome
from agenda.directive_dates import DirectiveDates, DirectiveStep, StepKey
from agenda.directive_record import directive_of, meeting_of_step, next_steps
from agenda.legal_planning_papers import LegalPlanningPapers
from agenda.legal_planning_words import PlanningOutcome
from agenda.letter_words import LetterKind
from agenda.words import MeetingKind, MeetingState


def step(found: DirectiveDates, key: StepKey) -> DirectiveStep:
    return next(one for one in found.steps if one.key is key)


def keys(found: DirectiveDates) -> list[StepKey]:
    return [one.key for one in found.steps]


def test_a_family_with_nothing_to_count_from_has_no_dates() -> None:
    assert directive_of(Reeds(decided_on=None).papers(), DAYS, TODAY) is None


def test_the_last_parents_letter_counts() -> None:
    reeds = Reeds()
    reeds.letter(
        reeds.mother,
        to_legal=date(2027, 1, 13),
        cleared=date(2027, 1, 15),
        delivered=date(2027, 1, 18),
    )
    found = reeds.dates()
    assert step(found, StepKey.DRAFTED).actual is None  # the father has none yet
    assert str(step(found, StepKey.DRAFTED).standing) == "7 working days late (red)"
    reeds.letter(
        reeds.father,
        to_legal=date(2027, 1, 14),
        returned=date(2027, 1, 18),
        cleared=date(2027, 1, 20),
        delivered=date(2027, 1, 21),
    )
    found = reeds.dates()
    assert step(found, StepKey.DRAFTED).actual == date(2027, 1, 14)
    assert step(found, StepKey.RETURNED).actual == date(2027, 1, 18)  # legal's first answer
    assert step(found, StepKey.GIVEN).actual == date(2027, 1, 21)
    assert step(found, StepKey.GIVEN).standing.words == "done 2 working days late"
    assert step(found, StepKey.INITIAL).planned == date(2027, 2, 4)


def test_a_parent_whom_legal_left_out_is_not_waited_for() -> None:
    reeds = Reeds()
    reeds.letter(reeds.mother, delivered=date(2027, 1, 18))
    assert step(reeds.dates(), StepKey.GIVEN).actual is None
    reeds.add(
        r.LetterLeftOut(
            episode_id=reeds.episode.id,
            kind=LetterKind.BEFORE_PROCEEDINGS,
            person_id=reeds.father.id,
            why="He must not learn of it",
            by_staff_id=reeds.staff.id,
            at=datetime(2027, 1, 15, tzinfo=UTC),
        )
    )
    assert step(reeds.dates(), StepKey.GIVEN).actual == date(2027, 1, 18)


def test_a_letter_not_followed_here_was_given_when_the_parents_said() -> None:
    reeds = Reeds()
    initial = reeds.held(MeetingKind.INITIAL, date(2027, 2, 2))
    for person, on in ((reeds.mother, 19), (reeds.father, 20)):
        received = date(2027, 1, on)
        reeds.add(r.Advice(meeting_id=initial.id, person_id=person.id, letter_received_on=received))
    assert step(reeds.dates(), StepKey.GIVEN).actual == date(2027, 1, 20)


def test_a_booked_meeting_stands_beside_the_planned_one_and_moves_what_follows() -> None:
    reeds = Reeds()
    booked = reeds.meeting(MeetingKind.INITIAL, date(2027, 2, 4))
    found = step(reeds.dates(), StepKey.INITIAL)
    assert (found.planned, found.booked, found.actual) == (
        date(2027, 2, 2),
        date(2027, 2, 4),
        None,
    )
    assert str(found.standing) == "booked 2 working days late (amber)"
    assert step(reeds.dates(), StepKey.WINDOW_END).planned == date(2027, 4, 29)
    assert meeting_of_step(reeds.papers(), StepKey.INITIAL) is booked
    assert str(step(reeds.dates(date(2027, 2, 8)), StepKey.INITIAL).standing) == (
        "booked day passed 2 working days ago (red)"
    )


def test_an_initial_meeting_that_did_not_do_its_work_is_not_held() -> None:
    reeds = Reeds()
    failed = reeds.held(MeetingKind.INITIAL, date(2027, 2, 2))
    failed.effective = False
    again = reeds.meeting(MeetingKind.INITIAL, date(2027, 2, 9))
    found = step(reeds.dates(date(2027, 2, 3)), StepKey.INITIAL)
    assert (found.actual, found.booked) == (None, again.planned_on)


def test_legal_planning_is_known_only_to_the_papers_that_hold_it() -> None:
    reeds = Reeds(decided_on=None)
    lpm = reeds.meeting(MeetingKind.LEGAL_PLANNING, date(2027, 1, 26))
    assert directive_of(reeds.papers(), DAYS, TODAY) is None
    found = reeds.dates(kind=LegalPlanningPapers)
    assert found.start is StepKey.LPM
    assert str(step(found, StepKey.LPM).standing) == "booked, in 1 working day"
    lpm.state = MeetingState.CONCLUDED
    decided = reeds.add(r.LegalPlanning(meeting_id=lpm.id, outcome=PlanningOutcome.CONTINUE))
    assert directive_of(reeds.papers(LegalPlanningPapers), DAYS, TODAY) is None
    decided.outcome = PlanningOutcome.START
    found = reeds.dates(date(2027, 1, 27), LegalPlanningPapers)
    assert step(found, StepKey.LPM).actual == date(2027, 1, 26)


def test_an_extension_brings_a_review_of_its_own_and_its_last_day() -> None:
    reeds = Reeds()
    reeds.held(MeetingKind.INITIAL, date(2027, 2, 2))
    final = reeds.held(MeetingKind.FINAL, date(2027, 4, 27))
    reeds.decides(final, Outcome.EXTEND, new_end=date(2027, 6, 8))
    reeds.meeting(MeetingKind.FINAL, date(2027, 6, 7))
    found = reeds.dates(date(2027, 5, 4))
    assert step(found, StepKey.FINAL).actual == date(2027, 4, 27)
    assert step(found, StepKey.EXTENDED_FINAL).booked == date(2027, 6, 7)
    assert step(found, StepKey.EXTENSION_END).planned == date(2027, 6, 8)
    assert step(found, StepKey.EXTENSION_END).note == "The window is extended."
    assert StepKey.MIDWAY not in keys(found)  # it is optional, and the final review was held


def test_nothing_is_late_once_pre_proceedings_have_ended() -> None:
    reeds = Reeds()
    reeds.held(MeetingKind.INITIAL, date(2027, 2, 2))
    midway = reeds.held(MeetingKind.MIDWAY, date(2027, 3, 16))
    reeds.decides(midway, Outcome.ISSUE)
    found = reeds.dates(date(2027, 6, 1))
    assert keys(found)[-1] is StepKey.MIDWAY
    assert not [one for one in found.steps if one.standing.colour]


def test_the_next_steps_are_those_not_done_by_date() -> None:
    reeds = Reeds()
    for parent in (reeds.mother, reeds.father):
        reeds.letter(parent, to_legal=date(2027, 1, 14))
    found = reeds.dates()
    named = [found.steps[place].key for place in next_steps(found, 3)]
    assert named == [StepKey.RETURNED, StepKey.GIVEN, StepKey.INITIAL]


@pytest.mark.parametrize(("on", "there"), [(date(2027, 3, 1), True), (date(2027, 4, 1), False)])
def test_an_optional_midway_review_that_was_passed_by_is_not_asked_for(
    on: date, there: bool
) -> None:
    reeds = Reeds()
    reeds.held(MeetingKind.INITIAL, date(2027, 2, 2))
    assert (StepKey.MIDWAY in keys(reeds.dates(on))) is there


def test_legal_planning_without_a_day_is_not_late_once_the_family_is_invited() -> None:
    reeds = Reeds(decided_on=None)
    reeds.meeting(MeetingKind.INITIAL, date(2027, 2, 2))
    found = reeds.dates()
    assert found.start is StepKey.INITIAL
    assert str(step(found, StepKey.LPM).standing) == "no day recorded"
    before = step(reeds.dates(date(2027, 1, 11)), StepKey.LPM)
    assert str(before.standing) == "in 1 working day (amber)"
    assert step(found, StepKey.DRAFTED).standing.colour == "red"
