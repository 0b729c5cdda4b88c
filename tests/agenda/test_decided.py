"""Where the latest decisions leave each child and the case, in the words that screens show."""

from __future__ import annotations

from datetime import date

import pytest
from review_of import NEXT_FINAL, TRACKER, WholeReview

from agenda import records as r
from agenda.decided import (
    Stage,
    asked_words,
    decided_words,
    extended_shortly,
    extension_words,
    fallen_decisions,
    latest_decisions,
    of_whom,
    stage,
    standing_words,
    waiting_decisions,
)
from agenda.decision_words import AuthorityAnswer, Outcome
from agenda.words import MeetingKind

AFTER_TRACKER = date(2027, 4, 16)


def decided(*outcomes: Outcome) -> WholeReview:
    """A final review that decides so for each child; all but extensions are authorised."""
    whole = WholeReview()
    whole.book_final(NEXT_FINAL)
    whole.decided = [
        whole.decide(child, outcome)
        for child, outcome in zip(whole.children, outcomes, strict=True)
    ]
    return whole


def words(whole: WholeReview, day: date = TRACKER) -> list[tuple[str, ...]]:
    papers = whole.read_on(day)
    return [standing_words(one, papers) for one in latest_decisions(papers)]


@pytest.mark.parametrize(
    ("outcomes", "reached"),
    [
        ((Outcome.CLOSE, Outcome.CLOSE), Stage.CLOSED),
        ((Outcome.CLOSE, Outcome.ISSUE), Stage.TO_ISSUE),
        ((Outcome.CLOSE, Outcome.RETURN), Stage.TO_PLANNING),
        ((Outcome.RETURN, Outcome.AT_BIRTH), Stage.AT_BIRTH),
        ((Outcome.CLOSE, Outcome.EXTEND), None),
    ],
)
def test_the_stage_is_that_of_the_child_it_is_most_urgent_for(
    outcomes: tuple[Outcome, Outcome], reached: Stage | None
) -> None:
    assert stage(decided(*outcomes).read_on(TRACKER)) is reached


def test_an_end_counts_only_once_it_is_authorised_for_every_child() -> None:
    whole = decided(Outcome.CLOSE, Outcome.CLOSE)
    whole.withdraw(r.Authority, lambda row: row.decision_id == whole.decided[0].id)
    papers = whole.read_on(TRACKER)
    assert stage(papers) is Stage.NOT_AUTHORISED
    assert not Stage.NOT_AUTHORISED.is_over
    assert [one.id for one in waiting_decisions(papers)] == [whole.decided[1].id]
    assert of_whom(papers, waiting_decisions(papers)) == "LC"
    whole.withdraw(r.Decision, lambda row: row.id == whole.decided[0].id)
    assert stage(whole.read_on(TRACKER)) is None  # one child is not decided for


def test_to_go_on_to_the_final_review_is_no_stage_of_its_own() -> None:
    whole = WholeReview(MeetingKind.MIDWAY)
    for child in whole.children:
        whole.decide(child, Outcome.CONTINUE)
    whole.withdraw(r.Authority)
    assert stage(whole.read_on(whole.day)) is None


def test_a_refused_or_lapsed_decision_is_decided_again() -> None:
    whole = decided(Outcome.CLOSE, Outcome.EXTEND)
    assert stage(whole.read_on(AFTER_TRACKER)) is Stage.AGAIN
    papers = whole.read_on(AFTER_TRACKER)
    assert of_whom(papers, fallen_decisions(papers)) == "LC"
    whole.answer_it(whole.decided[1])
    assert stage(whole.read_on(AFTER_TRACKER)) is None
    whole.answer_it(
        whole.decided[0], answer=AuthorityAnswer.REFUSED, why="Too soon", given_at=whole.at(12)
    )
    assert stage(whole.read_on(TRACKER)) is Stage.AGAIN


def test_what_a_later_review_decides_stands_in_the_place_of_the_earlier() -> None:
    whole = decided(Outcome.EXTEND, Outcome.EXTEND)
    again = whole.book_final(NEXT_FINAL)
    for child in whole.children:
        row = r.Decision(
            meeting_id=again.id,
            child_id=child.id,
            outcome=Outcome.CLOSE,
            recommended_by_id=whole.chair.id,
            recommended_at=whole.at(12),
        )
        whole.answer_it(whole.add(row))
    assert stage(whole.read_on(AFTER_TRACKER)) is Stage.CLOSED
    again.effective = False
    assert stage(whole.read_on(AFTER_TRACKER)) is Stage.AGAIN


def test_each_way_of_standing_is_said_in_words() -> None:
    whole = decided(Outcome.CLOSE, Outcome.EXTEND)
    assert [decided_words(one) for one in whole.decided] == [
        "close pre-proceedings",
        "extend to 18 May",
    ]
    assert words(whole) == [
        ("authorised by Rob Hale", "Court Tracker, 1 Apr"),
        ("provisional, Court Tracker 15 Apr",),
    ]
    assert words(whole, AFTER_TRACKER)[1] == (
        "lapsed after Court Tracker 15 Apr", "no answer was recorded", "decide again"
    )  # fmt: skip
    given = whole.answer_it(whole.decided[1], given_at=whole.at(13), by_telephone=True)
    assert words(whole)[1] == ("authorised by Rob Hale", "Court Tracker, 1 Apr, by telephone")
    given.answer, given.why = AuthorityAnswer.REFUSED, "The risk is not less"
    assert words(whole)[1] == (
        "refused by Rob Hale", "Court Tracker, 1 Apr, by telephone", "The risk is not less",
        "decide again",
    )  # fmt: skip
    whole.withdraw(r.Authority)
    assert words(whole)[0] == ("recommended by Priya Nair, 1 Apr", "not authorised yet")


def test_what_is_answered_is_one_sentence() -> None:
    whole = decided(Outcome.CLOSE, Outcome.EXTEND)
    whole.withdraw(r.Authority)
    papers = whole.read_on(TRACKER)
    assert [asked_words(one, papers) for one in whole.decided] == [
        "Close pre-proceedings for JC, recommended by Priya Nair, 1 Apr.",
        "Extend to Tue 18 May 2027 for LC, provisional until the Court Tracker of Thu 15 Apr.",
    ]


def test_a_day_that_does_not_count_is_said_beside_the_one_that_does() -> None:
    whole = decided(Outcome.CLOSE, Outcome.EXTEND)
    whole.decided[1].new_end = date(2027, 6, 1)
    assert words(whole)[1][-1] == "the window ends Tue 18 May 2027"
    whole.pass_by_reason("decision.new_end", whole.decided[1].id)
    assert words(whole)[1] == ("provisional, Court Tracker 15 Apr",)


def test_the_window_says_for_whom_it_is_extended_and_how_firmly() -> None:
    whole = decided(Outcome.CLOSE, Outcome.EXTEND)
    papers = whole.read_on(TRACKER)
    assert extension_words(papers) == (
        "extended for LC, provisional until Court Tracker 15 Apr; JC: to Tue 6 Apr 2027"
    )
    assert extended_shortly(papers) == "extended, provisional"
    whole.answer_it(whole.decided[1])
    papers = whole.read_on(AFTER_TRACKER)
    assert extension_words(papers) == "extended for LC, authorised; JC: to Tue 6 Apr 2027"
    assert extended_shortly(papers) == "extended"
    both = decided(Outcome.EXTEND, Outcome.EXTEND)
    both.decided[0].new_end = date(2027, 5, 4)
    assert extension_words(both.read_on(TRACKER)) == (
        "extended for JC to Tue 4 May 2027, provisional until Court Tracker 15 Apr; "
        "extended for LC, provisional until Court Tracker 15 Apr"
    )
    lapsed = both.read_on(AFTER_TRACKER)
    assert (extension_words(lapsed), extended_shortly(lapsed)) == ("", "")


def test_braces_in_a_name_are_text() -> None:
    whole = decided(Outcome.CLOSE, Outcome.EXTEND)
    whole.children[1].initials = "{0}"
    assert "extended for {0}, provisional" in extension_words(whole.read_on(TRACKER))
