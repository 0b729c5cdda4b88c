"""Rules and minutes of a meeting that paused, was adjourned, or sat with each parent alone."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta

import pytest
from minuting_papers import CarterPapers, at
from papers_of import DAY, DAYS, WholeMeeting

from agenda import records as r
from agenda.concluding import concluding_findings, still_to_do
from agenda.coverage import ItemState, item_states
from agenda.decision_words import WhoWasTold
from agenda.finding import Level
from agenda.minutes import freeze, thaw
from agenda.people_rules import meeting_findings
from agenda.plain_minutes import plain_lines
from agenda.words import EntryKind, Presence

NEXT_WEEK = DAY + timedelta(days=7)


def again(clock: str) -> datetime:
    """An instant a week after the first sitting."""
    return at(clock, NEXT_WEEK)


@pytest.fixture
def whole() -> WholeMeeting:
    return WholeMeeting()


@pytest.fixture
def carters() -> CarterPapers:
    return CarterPapers()


def second(
    whole: WholeMeeting, *people: r.Person, presence: Presence = Presence.INVITED
) -> r.Sitting:
    """Sit again a week later, with these people."""
    sitting = r.Sitting(meeting_id=whole.meeting.id, number=2, started_at=again("10:00"))
    whole.add(sitting)
    for person in people:
        whole.add(r.Attendance(sitting_id=sitting.id, person_id=person.id, presence=presence))
    return sitting


# --- who is asked about


def test_a_parent_is_asked_about_only_in_the_sitting_they_are_invited_to(
    whole: WholeMeeting,
) -> None:
    second(whole, whole.mother)
    [found] = meeting_findings(whole.papers())
    assert found.sentence == (
        "Say whether Ms Carter came to the second sitting, sent apologies or stayed away."
    )


def test_one_sitting_each_covers_attendance_advice_and_views(whole: WholeMeeting) -> None:
    father = whole.of(r.Attendance, whole.father)
    father.withdrawn_at = at("12:00")
    sitting = second(whole, whole.father, presence=Presence.PRESENT)
    said = next(row for row in whole.rows if isinstance(row, r.Entry)
                and row.speaker_person_id == whole.father.id)  # fmt: skip
    said.sitting_id = sitting.id
    found = concluding_findings(whole.papers(), DAYS, NEXT_WEEK)
    assert [one.sentence for one in found if one.level is Level.MUST] == []
    assert meeting_findings(whole.papers()) == []


def test_whom_a_lawyer_spoke_for_in_one_sitting_still_holds_in_the_next(
    whole: WholeMeeting,
) -> None:
    lawyer = next(
        row for row in whole.rows if getattr(row, "known_as", "") == "Solicitor for Ms Carter"
    )
    whole.withdraw(r.Representation)
    whole.withdraw(r.Entry, lambda row: row.speaker_person_id != whole.mother.id)
    whole.add(r.Attendance(sitting_id=whole.sitting.id, person_id=lawyer.id,
                           presence=Presence.PRESENT, represents_id=whole.mother.id))  # fmt: skip
    whole.entry("parents", "She agrees.", lawyer, kind=EntryKind.VIEW)
    second(whole, lawyer, presence=Presence.PRESENT)
    item = whole.items["parents"]
    assert item_states(whole.papers())[item.id] is ItemState.COVERED


def test_what_is_still_to_do_is_asked_as_of_the_sitting_that_runs(whole: WholeMeeting) -> None:
    whole.final.planned_on = DAY + timedelta(days=2)
    said = "which is not after this meeting"
    assert not [one for one in still_to_do(whole.papers(), DAYS) if said in one.sentence]
    second(whole)
    assert [one for one in still_to_do(whole.papers(), DAYS) if said in one.sentence]


# --- an urgent matter


def test_after_an_urgent_matter_nothing_but_the_reason_stands_before_the_end(
    whole: WholeMeeting,
) -> None:
    whole.of(r.Attendance, whole.mother).presence = Presence.INVITED
    whole.meeting.minute_taker_id = None
    papers = whole.papers()
    assert concluding_findings(papers, DAYS, DAY, effective=False)
    whole.entry("child", "He was hit this morning.", kind=EntryKind.URGENT)
    papers = whole.papers()
    assert concluding_findings(papers, DAYS, DAY, effective=False) == []
    assert concluding_findings(papers, DAYS, DAY)  # one that did its work still owes all of it


def test_an_urgent_matter_covers_nothing_of_its_item(whole: WholeMeeting) -> None:
    whole.withdraw(r.Entry, lambda row: row.item_id == whole.items["support"].id)
    whole.entry("support", "He was hit this morning.", kind=EntryKind.URGENT)
    assert item_states(whole.papers())[whole.items["support"].id] is ItemState.COVERED
    whole.withdraw(r.Entry, lambda row: row.kind is EntryKind.URGENT)
    assert item_states(whole.papers())[whole.items["support"].id] is ItemState.LEFT_OPEN


def test_minutes_tell_who_was_told_and_when(carters: CarterPapers) -> None:
    entry = carters.entry("He was hit this morning.", kind=EntryKind.URGENT, said="10:42")
    for who, name, when in (
        (WhoWasTold.LEGAL, "Ms Holt", at("10:50")),
        (WhoWasTold.POLICE, "", at("10:55")),
        (WhoWasTold.OTHER, "the school nurse", None),
        (WhoWasTold.STRATEGY, "", at("09:10", date(2027, 1, 13))),
    ):
        carters.add(r.UrgentTold(entry_id=entry.id, who=who, name=name, told_at=when))
    [said] = [row for part in carters.minutes().sections for row in part.paragraphs]
    assert said.told == (
        "legal (Ms Holt) 10:50",
        "police 10:55",
        "the school nurse",
        "strategy discussion 13 Jan 09:10",
    )
    assert (
        "1. 10:42 urgent: He was hit this morning. Told: legal (Ms Holt) 10:50; police 10:55; "
        "the school nurse; strategy discussion 13 Jan 09:10."
    ) in plain_lines(carters.minutes())


# --- the minutes of more than one sitting


def adjourned(carters: CarterPapers, called: str = "") -> None:
    sitting = r.Sitting(
        meeting_id=carters.meeting.id, number=2, started_at=again("10:00"), called=called
    )
    carters.add(sitting)
    carters.came(carters.mother).sitting_id = sitting.id
    for text in ("The bathroom is done.", "So is the stair."):
        carters.entry(text, "worries", sitting_id=sitting.id)


def test_one_sitting_is_named_nowhere(carters: CarterPapers) -> None:
    carters.entry("The home is clean.")
    [said] = carters.minutes().sections[0].paragraphs
    assert (said.sitting, said.sitting_line) == (1, "")


def test_a_line_stands_where_another_sitting_begins(carters: CarterPapers) -> None:
    carters.entry("The home is clean.")
    adjourned(carters)
    carters.entry("Moved here from before.")
    said = carters.minutes().sections[0].paragraphs
    assert [(row.sitting, row.sitting_line) for row in said] == [
        (1, ""),
        (2, "Second sitting, Tuesday 19 January 2027"),
        (2, ""),
        (1, "First sitting, Tuesday 12 January 2027"),
    ]
    lines = plain_lines(carters.minutes())
    at_line = lines.index("Second sitting, Tuesday 19 January 2027:")
    assert lines[at_line + 1].startswith("2. 10:30 The bathroom is done.")


def test_a_sitting_of_ones_own_is_named_from_its_first_paragraph(carters: CarterPapers) -> None:
    carters.sitting.called = "with Mr Hill"
    carters.entry("I was at work.")
    adjourned(carters, "with Ms Carter")
    minutes = carters.minutes()
    said = minutes.sections[0].paragraphs
    assert [row.sitting_line for row in said] == [
        "First sitting, Tuesday 12 January 2027, with Mr Hill",
        "Second sitting, Tuesday 19 January 2027, with Ms Carter",
        "",
    ]
    assert [row.called for row in minutes.sittings] == ["with Mr Hill", "with Ms Carter"]
    assert [len(row.present) for row in minutes.sittings] == [0, 1]
    assert "Sitting 2, with Ms Carter: who was there" in plain_lines(minutes)


def test_a_pause_prints_its_times_and_nothing_else(carters: CarterPapers) -> None:
    carters.add(r.Pause(sitting_id=carters.sitting.id, began_at=at("10:42"), ended_at=at("10:55")))
    carters.add(r.Pause(sitting_id=carters.sitting.id, began_at=at("11:20")))
    [sitting] = carters.minutes().sittings
    assert sitting.pauses == ("10:42 to 10:55", "from 11:20")
    assert "Pause 10:42 to 10:55." in plain_lines(carters.minutes())


def test_minutes_frozen_before_there_were_sittings_and_pauses_still_thaw(
    carters: CarterPapers,
) -> None:
    carters.fill()
    today = carters.minutes()
    plain = json.loads(freeze(today))
    for sitting in plain["sittings"]:
        del sitting["called"], sitting["pauses"]
    paragraphs = [row for part in plain["sections"] for row in part["paragraphs"]]
    for row in paragraphs:
        del row["sitting"], row["sitting_line"], row["told"]
    old = thaw(json.dumps(plain))
    assert [row.text for part in old.sections for row in part.paragraphs] == [
        row["text"] for row in paragraphs
    ]
    assert (old.sittings[0].called, old.sittings[0].pauses) == ("", ())
    assert plain_lines(old) == plain_lines(today)
