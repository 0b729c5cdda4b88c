"""The family's plan after a review: until when, what is done, and nothing surer than it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from carter_family import CHILDREN, edition_of
from carter_review import CLOSED, END, EXTENDED, GIVEN, REVIEW
from docx_reader import WordFile

from agenda.decision_words import AfterClose, Outcome, Standing
from agenda.minuted_decision import MinutedDecision, MinutedWindow
from agenda.words import ChildPlan
from exports.family_plan import write_family_plan

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.minutes import Minutes


def written(minutes: Minutes, folder: Path) -> WordFile:
    write_family_plan(edition_of(minutes), folder / "plan.docx")
    return WordFile(folder / "plan.docx")


def opening(folder: Path, *decisions: MinutedDecision, **changed: object) -> list[str]:
    """What the plan says of the decisions, a paragraph each."""
    minutes = replace(REVIEW, decisions=decisions, **changed)  # type: ignore[arg-type]
    lines = written(minutes, folder).paragraphs
    ends = ("What we all do", "Still to do")
    return lines[1 : next(place for place, line in enumerate(lines) if line in ends)]


def test_children_decided_differently_each_have_their_own_words(tmp_path: Path) -> None:
    assert opening(tmp_path, CLOSED, EXTENDED) == [
        (
            "Pre-proceedings have ended for Jayden Carter. The child protection plan goes on. You "
            "will have a letter about it by Friday 9 April 2027."
        ),
        (
            "We want more time for Lily Carter: this plan runs until Tuesday 18 May 2027. This is "
            "not certain yet: our managers decide on Thursday 15 April 2027 (Court Tracker). If "
            "they do not agree, it runs until Tuesday 6 April 2027."
        ),
    ]


def test_who_is_not_decided_for_goes_on_as_before(tmp_path: Path) -> None:
    windows = (MinutedWindow(END), MinutedWindow(END))
    assert opening(tmp_path, CLOSED, windows=windows)[1:] == [
        "For Lily Carter, nothing new was decided: this plan runs until Tuesday 6 April 2027."
    ]


def test_who_ended_at_an_earlier_meeting_is_said_and_counts_as_ended(tmp_path: Path) -> None:
    windows = (replace(EXTENDED.window, is_over=True), CLOSED.window)
    lily = replace(CLOSED, name="Lily Carter", initials="LC", letter_by=None, after_close=None)
    assert opening(tmp_path, lily, windows=windows) == [
        "Pre-proceedings have ended for Lily Carter.",
        "For Jayden Carter, pre-proceedings ended at an earlier meeting.",
    ]
    assert "Still to do" in WordFile(tmp_path / "plan.docx").text


WAITS = {"standing": Standing.RECOMMENDED, "authority": None}
NO = {"standing": Standing.REFUSED, "authority": replace(GIVEN, why="Too soon")}
FIRM = {"standing": Standing.AUTHORISED, "authority": GIVEN}
NOT_FINAL = "This is not final: a senior manager has to agree first. Until then our plan goes on."
LETTER = "You will have a letter about it by Friday 9 April 2027."
SOLICITOR = "Please talk to your solicitor straight away."
UNTIL = "this plan runs until Tuesday 6 April 2027."
NAME = "Jayden Carter"
SAID = [
    (
        Outcome.CLOSE,
        WAITS,
        f"It is proposed that pre-proceedings end for {NAME}. {NOT_FINAL} {LETTER}",
    ),
    (
        Outcome.CLOSE,
        NO,
        f"It was proposed that pre-proceedings end for {NAME}. This was not agreed: {UNTIL}",
    ),
    (
        Outcome.CLOSE,
        {"after_close": AfterClose.RECOMMEND_ENDING},
        (
            f"Pre-proceedings have ended for {NAME}. We will say to the child protection "
            f"conference that its plan should end. Only the conference can decide that. {LETTER}"
        ),
    ),
    (Outcome.CONTINUE, WAITS, f"For {NAME}, {UNTIL}"),
    (
        Outcome.ISSUE,
        FIRM,
        f"We will ask a court to decide about {NAME}. {SOLICITOR} {LETTER}",
    ),
    (
        Outcome.ISSUE,
        WAITS,
        (
            f"It is proposed that we ask a court to decide about {NAME}. {NOT_FINAL} {SOLICITOR} "
            f"{LETTER}"
        ),
    ),
    (
        Outcome.AT_BIRTH,
        FIRM,
        f"We will ask a court to decide about {NAME} at the birth. {SOLICITOR} {LETTER}",
    ),
    (
        Outcome.RETURN,
        FIRM,
        (
            f"Our managers and lawyers will meet again about {NAME} and decide what happens next. "
            f"{LETTER}"
        ),
    ),
    (
        Outcome.EXTEND,
        {**WAITS, "new_end": EXTENDED.new_end},
        (
            f"We recommend more time for {NAME}, until Tuesday 18 May 2027. This is not final: a "
            f"senior manager has to agree first. As it stands, {UNTIL}"
        ),
    ),
    (Outcome.EXTEND, NO, f"More time for {NAME} was not agreed: {UNTIL}"),
    (
        Outcome.EXTEND,
        {**FIRM, "window": MinutedWindow(EXTENDED.window.last_day)},
        f"There is more time for {NAME}: this plan runs until Tuesday 18 May 2027.",
    ),
]


@pytest.mark.parametrize(("outcome", "changed", "said"), SAID, ids=range(len(SAID)))
def test_each_decision_is_said_plainly_and_no_surer_than_it_is(
    tmp_path: Path, outcome: Outcome, changed: dict[str, object], said: str
) -> None:
    after = {"after_close": CLOSED.after_close if outcome is Outcome.CLOSE else None}
    one = replace(CLOSED, outcome=outcome, **(after | changed))  # type: ignore[arg-type]
    assert opening(tmp_path, one, children=CHILDREN[:1], windows=(one.window,)) == [said]


def test_the_family_s_other_plan_is_called_what_it_is(tmp_path: Path) -> None:
    lily = replace(CHILDREN[1], plan=ChildPlan.CHILD_IN_NEED)
    both = (CLOSED, replace(CLOSED, name=lily.full_name, initials=lily.initials))
    [said] = opening(tmp_path, *both, children=(CHILDREN[0], lily))
    assert said.startswith(
        "Pre-proceedings have ended for Jayden Carter and Lily Carter. The children's own plan"
    )


def test_what_is_done_is_shown_as_done_and_what_fell_away_is_not_asked_for(
    tmp_path: Path,
) -> None:
    document = written(REVIEW, tmp_path)
    asked = document.section("What we all do")
    assert "Keep the home clean" not in asked
    assert "Fire risk visit" not in document.text
    assert "See the domestic abuse adviser" in asked
    assert document.section("Done") == "✓\t1. Keep the home clean and safe for the children"
    assert "(provisional): Tuesday 18 May 2027" in document.section("Dates to remember")


def test_where_all_has_ended_what_is_left_is_not_what_we_all_do(tmp_path: Path) -> None:
    minutes = replace(REVIEW, children=CHILDREN[:1], decisions=(CLOSED,))
    headings = [text for _, text in written(minutes, tmp_path).headings]
    assert "Still to do" in headings
    assert "What we all do" not in headings
