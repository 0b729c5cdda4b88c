"""What a review found and decided, as its minutes hold it: as it stood when the meeting ended."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from pathlib import Path

import pytest
from decided_review import DecidedReview
from papers_of import FINAL, WholeMeeting
from review_of import MIDWAY, NEW_END, TRACKER, WholeReview

from agenda import records as r
from agenda.decision_sentences import decided_alike, outcome_words, standing_words
from agenda.decision_words import AfterClose, AuthorityAnswer, Outcome, Standing, Trajectory
from agenda.minuted_decision import (
    MinutedConsultation,
    MinutedJudgement,
    MinutedTrajectory,
    MinutedView,
    MinutedWindow,
)
from agenda.minutes import freeze, thaw
from agenda.minuting import minutes_of
from agenda.plain_minutes import plain_lines
from agenda.words import LineOutcome, MeetingKind, ParentAnswer

END = date(2027, 4, 6)
BEFORE = Path(__file__).with_name("initial_meeting_before_decisions.json")


def iso(day: date) -> str:
    return day.isoformat()


@pytest.fixture
def review() -> DecidedReview:
    return DecidedReview()


def test_each_child_s_decision_carries_all_that_was_recorded(review: DecidedReview) -> None:
    closed, extended = review.minutes().decisions
    assert (closed.name, closed.initials, closed.outcome) == ("Jo Carter", "JC", Outcome.CLOSE)
    assert closed.reasons.startswith("Jo has been at school every day")
    assert closed.rejected.startswith("Extend: nothing about Jo")
    assert closed.considered == "Considered with legal: the threshold is not met"
    assert closed.child_view.startswith("“I want to stay")
    assert closed.after_close is AfterClose.CONTINUES
    assert closed.letter_by == date(2027, 4, 9)
    assert closed.recommended_by == "Priya Nair, team manager"
    assert closed.recommended_on == FINAL
    assert closed.consulted == (
        MinutedConsultation("Ann Holt", "local authority solicitor", FINAL, "Telephone", ""),
    )
    assert extended.dissent.startswith("The health visitor")
    assert extended.views == (
        MinutedView("Ms Carter", ParentAnswer.NOT_AGREED, "She has done all you asked."),
        MinutedView("Mr Dale", ParentAnswer.WITH_CONDITIONS, "only if it is the last"),
    )


def test_who_authorised_where_and_when_is_said_in_london_s_time(review: DecidedReview) -> None:
    given = review.minutes().decisions[0].authority
    assert given is not None
    assert (given.name, given.role) == ("Rob Hale", "head of service")
    assert (given.forum, given.on, given.at) == ("Court Tracker", date(2027, 4, 2), "14:10")
    assert given.by_telephone


def test_each_worry_has_its_trajectory_and_each_child_a_judgement(review: DecidedReview) -> None:
    review.judge(review.lee, Trajectory.INCREASED)
    minutes = review.minutes()
    school = MinutedTrajectory(Trajectory.REDUCED, "The school's record of 3 March")
    assert [worry.trajectory for worry in minutes.concerns] == [school, school]
    why = "Six clean weeks; a drink at Easter could undo it"
    assert minutes.judgements == (
        MinutedJudgement("Jo Carter", "JC", Trajectory.REDUCED, why),
        MinutedJudgement("Lee Carter", "LC", Trajectory.INCREASED, why),
    )


def test_each_child_has_a_window_and_a_provisional_one_says_what_is_left_without_it(
    review: DecidedReview,
) -> None:
    minutes = review.minutes()
    waiting = MinutedWindow(NEW_END, "Court Tracker", TRACKER, END)
    assert minutes.windows == (MinutedWindow(END), waiting)
    assert [one.window for one in minutes.decisions] == [*minutes.windows]
    review.answer_it(review.extended)
    assert review.minutes().windows == (MinutedWindow(END), MinutedWindow(NEW_END))


def test_everyone_leaves_with_every_date(review: DecidedReview) -> None:
    def leaving_with() -> list[tuple[str, str]]:
        return [(row.what, iso(row.on)) for row in review.minutes().dates]

    assert leaving_with() == [
        ("Letter with the decision for JC, at the latest", "2027-04-09"),
        ("Court Tracker, on the extension for LC", "2027-04-15"),
        ("Final review", "2027-05-13"),
        ("Last day of the window for LC (provisional)", "2027-05-18"),
    ]
    review.answer_it(review.extended)
    review.withdraw(r.Authority, keep=lambda row: row.decision_id == review.extended.id)
    review.answer_it(review.closed, answer=AuthorityAnswer.REFUSED, why="Too soon")
    assert leaving_with() == [
        ("Last day of the window for JC", "2027-04-06"),
        ("Final review", "2027-05-13"),
        ("Last day of the window for LC", "2027-05-18"),
    ]


def test_where_all_windows_are_alike_their_last_day_stands_once() -> None:
    review = WholeReview()
    review.withdraw(r.Authority)
    dates = minutes_of(review.papers(), 1).dates
    assert [row.what for row in dates] == [
        "Last day of the window",
        "Letter with the decision for JC and LC, at the latest",
    ]


BY = "Recommended by Priya Nair, team manager, on 2027-04-01."
ROB = "by Rob Hale, head of service, on 2027-04-01 at 12:30 (Court Tracker)."
NO = {"answer": AuthorityAnswer.REFUSED, "why": "Close instead"}
STANDINGS = [
    (Outcome.CLOSE, {}, {}, "AUTHORISED", f"{ROB} {BY}"),
    (
        Outcome.ISSUE,
        None,
        {},
        "RECOMMENDED, not yet authorised.",
        f"Until it is authorised, pre-proceedings go on. {BY}",
    ),
    (Outcome.CONTINUE, None, {}, "RECOMMENDED, not yet authorised.", BY),
    (Outcome.RETURN, NO, {}, "REFUSED", f"{ROB} Pre-proceedings go on. {BY}"),
    (
        Outcome.EXTEND,
        None,
        {},
        "PROVISIONAL: subject to the Court Tracker of 2027-04-15.",
        f"If it is not confirmed there, the window ends on 2027-04-06. {BY}",
    ),
    (
        Outcome.EXTEND,
        None,
        {"tracker_on": None},
        "RECOMMENDED, not yet authorised.",
        f"Until it is authorised, the window ends on 2027-04-06. {BY}",
    ),
    (Outcome.EXTEND, NO, {}, "REFUSED", f"{ROB} The window ends on 2027-04-06. {BY}"),
    (
        Outcome.EXTEND,
        None,
        {"tracker_on": date(2027, 3, 30)},
        "LAPSED.",
        f"No answer came by the day that it waited for. The window ends on 2027-04-06. {BY}",
    ),
]


@pytest.mark.parametrize(
    ("outcome", "answer", "fields", "mark", "said"), STANDINGS, ids=range(len(STANDINGS))
)
def test_how_a_decision_stands_is_said_with_who_when_and_what_follows(
    outcome: Outcome,
    answer: dict[str, object] | None,
    fields: dict[str, object],
    mark: str,
    said: str,
) -> None:
    review = WholeReview()
    decision = review.decide(review.children[0], outcome, **fields)
    review.withdraw(r.Authority)
    if answer is not None:
        review.answer_it(decision, **answer)
    minuted = minutes_of(review.papers(), 1).decisions[0]
    assert standing_words(minuted, iso) == (mark, said)


def test_an_extension_says_the_day_that_counts() -> None:
    review = WholeReview()
    too_far = review.decide(review.children[0], Outcome.EXTEND, new_end=date(2027, 6, 30))
    [first, _] = minutes_of(review.papers(), 1).decisions
    assert outcome_words(first, iso) == "extend the window to 2027-05-18"
    too_far.tracker_on = None
    [first, _] = minutes_of(review.papers(), 1).decisions
    assert outcome_words(first, iso) == "extend the window to 2027-06-30"
    assert first.standing is Standing.RECOMMENDED


def test_children_decided_alike_in_every_word_share_one_block() -> None:
    review = WholeReview()
    together = decided_alike(minutes_of(review.papers(), 1).decisions)
    assert [[one.initials for one in alike] for alike in together] == [["JC", "LC"]]
    review.decided[1].child_view = "She did not say"
    apart = decided_alike(minutes_of(review.papers(), 1).decisions)
    assert [[one.initials for one in alike] for alike in apart] == [["JC"], ["LC"]]


def test_a_meeting_that_was_not_effective_or_is_adjourned_decides_nothing(
    review: DecidedReview,
) -> None:
    review.meeting.effective = False
    minutes = review.minutes()
    assert minutes.decisions == ()
    assert minutes.windows == (MinutedWindow(END), MinutedWindow(END))
    review.meeting.effective, review.meeting.adjourned_at = None, review.at(12)
    assert review.minutes().decisions == ()


def test_the_minutes_do_not_hang_on_the_day_they_are_made(review: DecidedReview) -> None:
    """So that what the chair read is what is approved, also after the Court Tracker's day."""
    made = {freeze(minutes_of(review.read_on(FINAL + timedelta(n)), 1)) for n in (0, 30, 400)}
    assert made == {freeze(review.minutes())}


def test_an_extension_that_lapsed_before_this_review_does_not_move_its_window() -> None:
    review = DecidedReview()
    review.withdraw(r.Decision)
    midway = review.review(MeetingKind.MIDWAY, MIDWAY)
    midway.effective = True
    review.add(r.Sitting(meeting_id=midway.id, started_at=review.at(10) - timedelta(37)))
    extension = review.decide(
        review.jo, Outcome.EXTEND, meeting_id=midway.id, tracker_on=date(2027, 3, 11)
    )
    minutes = review.minutes()
    assert minutes.window_end == END
    assert minutes.windows == (MinutedWindow(END), MinutedWindow(END))
    assert minutes.decisions == ()
    review.answer_it(extension)
    assert review.minutes().windows[0] == MinutedWindow(NEW_END)


def test_a_child_for_whom_it_ended_at_an_earlier_review_has_no_window_left(
    review: DecidedReview,
) -> None:
    midway = review.review(MeetingKind.MIDWAY, MIDWAY)
    midway.effective = True
    review.closed.meeting_id = midway.id
    minutes = review.minutes()
    assert [one.initials for one in minutes.decisions] == ["LC"]
    assert [window.is_over for window in minutes.windows] == [True, False]
    assert not [row for row in minutes.dates if "JC" in row.what]


def test_what_a_later_review_decides_is_not_in_earlier_minutes(review: DecidedReview) -> None:
    review.answer_it(review.extended)
    review.meeting = review.initial
    minutes = minutes_of(review.papers(), 2, "A name was wrong.")
    assert minutes.window_end == END
    assert (minutes.decisions, minutes.judgements, minutes.windows) == ((), (), ())
    assert [line.finished for line in minutes.plan] == [None] * len(minutes.plan)


def test_a_line_is_finished_as_the_latest_review_found_it(review: DecidedReview) -> None:
    ended = {line.number: line.finished for line in review.minutes().plan}
    done = LineOutcome.DONE
    assert ended == {1: done, 2: LineOutcome.NOT_NEEDED, 3: None, 4: done, 5: done, 6: None}
    review.withdraw(r.Progress, keep=lambda row: row.line_id != review.home.id)
    midway = review.review(MeetingKind.MIDWAY, MIDWAY)
    found = {"meeting_id": midway.id, "on": MIDWAY, "outcome": done}
    review.add(r.Progress(line_id=review.home.id, **found))
    first = review.minutes().plan[0]
    assert (first.outcome, first.finished) == (None, done)


def test_a_reason_names_the_decision_or_the_child_that_it_is_about(review: DecidedReview) -> None:
    review.pass_by_reason("decision.new_end", review.extended.id, reason="The report is late")
    review.pass_by_reason("decision.outcome", review.jo.id, reason="Not today")
    about = [reason.partition(", on the rule")[0] for reason in review.minutes().reasons]
    assert about == ["The decision for LC", "JC"]


def test_frozen_and_thawed_a_review_is_the_same(review: DecidedReview) -> None:
    minutes = review.minutes()
    assert thaw(freeze(minutes)) == minutes


def test_an_initial_meeting_has_nothing_of_a_review() -> None:
    minutes = minutes_of(WholeMeeting().papers(), 1)
    assert (minutes.decisions, minutes.judgements, minutes.windows) == ((), (), ())
    assert [worry.trajectory for worry in minutes.concerns] == [None, None]


def test_minutes_frozen_before_decisions_thaw_and_read_as_they_did() -> None:
    minutes = thaw(BEFORE.read_text(encoding="utf-8"))
    assert (minutes.decisions, minutes.judgements, minutes.windows) == ((), (), ())
    assert minutes.concerns[0].trajectory is None
    assert thaw(freeze(minutes)) == minutes
    said = hashlib.sha256("\n".join(plain_lines(minutes)).encode()).hexdigest()
    assert said == "701269d0452d0e46237ad0407ef03d2821ecde6900ce84b5f3d4a10da174124f"


def test_in_plain_lines_how_it_stands_comes_before_the_reasons(review: DecidedReview) -> None:
    lines = plain_lines(review.minutes())
    start = lines.index(
        "Decision for Lee Carter: extend the window to Tue 18 May 2027 (provisional)"
    )
    assert lines[start + 1].startswith("PROVISIONAL: subject to the Court Tracker of Thu 15 Apr")
    part = lines[start : lines.index("", start)]
    tracker = "Court Tracker of Thu 15 Apr 2027"
    for words in (
        "Reasons: The risk to Lee is less, and the nursery's report is due on 30 April.",
        "Ms Carter does not agree: She has done all you asked.",
        "Consulted: Ann Holt, local authority solicitor, Thu 1 Apr 2027, Telephone.",
        f"Last day of the window: Tue 18 May 2027, provisional, subject to the {tracker}",
    ):
        assert words in part, words
    assert not [line for line in part if "AUTHORISED" in line]
    assert "Concern 1, Neglect: reduced. The school's record of 3 March" in lines
    assert "Plan, line 1: action, agreed, done" in lines


def test_a_birth_plan_and_a_condition_are_in_the_plain_lines(review: DecidedReview) -> None:
    review.lee.born_on, review.lee.due_on = None, date(2027, 6, 1)
    at_birth = review.decide(review.lee, Outcome.AT_BIRTH)
    review.answer_it(at_birth, why="the ward is told first")
    lines = plain_lines(review.minutes())
    assert "The birth plan: The ward rings us" in lines
    assert "Conditions: the ward is told first" in lines


def test_what_is_missing_from_a_decision_is_said(review: DecidedReview) -> None:
    review.extended.reasons = ""
    lines = plain_lines(review.minutes())
    assert "Reasons: not recorded" in lines
