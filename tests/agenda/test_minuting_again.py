"""A later version of earlier minutes: what was approved, and only that meeting's words anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from minuting_papers import FINAL_DAY, CarterPapers

from agenda import records
from agenda.minuting import minutes_of
from agenda.minuting_again import later_meeting_has_begun, minutes_again
from agenda.words import (
    EntryKind,
    LegalStatus,
    LineOutcome,
    LineState,
    MeetingKind,
    MeetingState,
    ParentAnswer,
    Presence,
)

if TYPE_CHECKING:
    from agenda.minutes import Minutes

REASON = "Ms Okafor asked on Wed 3 Feb 2027 to correct paragraph 3"


@pytest.fixture
def made() -> CarterPapers:
    carter = CarterPapers()
    carter.fill()
    return carter


def again(made: CarterPapers, before: Minutes) -> Minutes:
    return minutes_again(before, minutes_of(made.papers(), 2, REASON))


def go_on(made: CarterPapers) -> None:
    """What a midway review changes: the plan, progress, the worries, a child, dates, network."""
    papers = made.papers()
    midway = made.review(kind=MeetingKind.MIDWAY, state=MeetingState.LIVE)
    line = papers.plan[0]
    line.what, line.due, line.state = "Clean every room", date(2027, 3, 1), LineState.AMENDED
    made.line(number=2, kind=line.kind, what="New line")
    made.add(
        records.Progress(
            line_id=line.id, meeting_id=midway.id, on=FINAL_DAY, outcome=LineOutcome.DONE
        )
    )
    made.concern(3, "Injury")
    papers.concerns[0].summary = "Better now."
    made.add(
        records.ConcernExample(
            concern_id=papers.concerns[0].id, on=date(2027, 2, 20), text="A burn."
        )
    )
    made.jayden.legal_status = LegalStatus.ACCOMMODATED
    papers.planned_reviews[0].planned_on = date(2027, 4, 1)
    made.add(records.NetworkHelp(episode_id=made.episode.id, person_id=made.grandmother.id))


def test_a_later_meeting_counts_once_it_has_begun(made: CarterPapers) -> None:
    assert not later_meeting_has_begun(made.papers())
    made.papers().planned_reviews[0].state = MeetingState.LIVE
    assert later_meeting_has_begun(made.papers())


def test_nothing_but_version_and_reason_changes_by_what_came_later(made: CarterPapers) -> None:
    before = made.minutes()
    go_on(made)
    now = minutes_of(made.papers(), 2, REASON)
    assert (now.plan, now.concerns) != (before.plan, before.concerns)
    assert again(made, before) == replace(before, version=2, version_reason=REASON)


def test_a_corrected_paragraph_is_the_only_other_difference(made: CarterPapers) -> None:
    before = made.minutes()
    go_on(made)
    entry = next(row for row in made.papers().entries if "winter" in row.text)
    entry.text = "We talked about the summer."
    after = again(made, before)
    [number] = [one.number for one in before.paragraphs if "winter" in one.text]
    assert [one for one in after.paragraphs if one not in before.paragraphs] == [
        replace(before.paragraphs[number - 1], text="We talked about the summer.")
    ]
    assert replace(after, sections=before.sections) == replace(
        before, version=2, version_reason=REASON
    )


def test_what_belongs_to_the_meeting_is_read_anew(made: CarterPapers) -> None:
    before = made.minutes()
    go_on(made)
    line = made.papers().plan[0]
    hers = next(row for row in made.papers().answers(line.id) if row.person_id == made.mother.id)
    hers.answer, hers.conditions = ParentAnswer.WITH_CONDITIONS, "with help"
    for row in made.papers().attendance:
        if row.person_id == made.father.id:
            row.presence = Presence.ABSENT
    made.meeting.circulation = "The court"
    after = again(made, before)
    assert [one.conditions for one in after.plan[0].answers] == ["with help", ""]
    assert (after.plan[0].what, after.plan[0].outcome) == ("Clean the kitchen", None)
    assert [name.split(" (")[0] for name in after.sittings[0].absent] == ["Mr Hill"]
    assert after.circulation == ("The court",)


def test_a_line_taken_out_since_stays_as_it_was(made: CarterPapers) -> None:
    before = made.minutes()
    made.papers().plan[0].withdrawn_at = made.sitting.started_at
    assert again(made, before).plan == before.plan


def test_worries_that_were_renamed_or_moved_keep_what_was_said_of_them(made: CarterPapers) -> None:
    neglect, abuse = made.papers().concerns
    made.entry("He shouts.", kind=EntryKind.DISPUTED, concern_id=abuse.id)
    before = made.minutes()
    neglect.position, abuse.position = 2, 1
    assert again(made, before).concerns == before.concerns
    neglect.position, abuse.position = 1, 2
    abuse.heading = "Violence at home"
    assert again(made, before).concerns == before.concerns


def test_what_is_said_of_a_worry_added_since_is_not_lost(made: CarterPapers) -> None:
    before = made.minutes()
    injury = made.concern(3, "Injury")
    made.entry("A burn was seen.", concern_id=injury.id)
    after = again(made, before)
    assert after.sections[-1].heading == "Injury"
    assert [one.text for one in after.sections[-1].paragraphs] == ["A burn was seen."]
    assert [one.number for one in after.paragraphs] == list(range(1, len(after.paragraphs) + 1))
