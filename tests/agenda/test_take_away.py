"""The page one person takes home: their own words and lines, and nothing private of anyone."""

from __future__ import annotations

from datetime import date, time

import pytest
from minuting_papers import FINAL_DAY, CarterPapers, at
from reed_family import HERS, HIS, NOAHS, SECOND_DAY, SPELT, ReedPapers

from agenda import records
from agenda.booking_words import InvitedGroup
from agenda.copies_words import WithheldKind
from agenda.copy_for import leaks, reader_of
from agenda.take_away import (
    TakeAwayPage,
    freeze_page,
    take_away_of,
    thaw_page,
    usual_ring,
)
from agenda.take_away_rules import APART, WITHHELD, family_here, take_away_findings, why_no_pages
from agenda.words import (
    EntryKind,
    LineKind,
    LineOutcome,
    LineState,
    MeetingState,
    ParentAnswer,
    Presence,
)

RING = "Ann Reed, your social worker"


@pytest.fixture
def made() -> CarterPapers:
    carter = CarterPapers()
    carter.fill()
    return carter


def page(made: CarterPapers, person: records.Person) -> TakeAwayPage:
    return take_away_of(made.papers(), person, RING)


def line(made: CarterPapers, number: int, what: str, **more: object) -> records.PlanLine:
    facts = {"kind": LineKind.ACTION, "state": LineState.AGREED} | more
    added: records.PlanLine = made.line(number=number, what=what, **facts)
    return added


def test_who_must_not_meet_takes_their_own_time_home_and_nobody_elses() -> None:
    reeds = ReedPapers()
    papers = reeds.papers()
    [review] = papers.planned_reviews
    assert review.planned_on is not None
    assert review.planned_at is not None
    papers.take(
        [
            records.Invitation(
                meeting_id=review.id, to_group=InvitedGroup.FAMILY, person_id=reeds.dean.id,
                on=review.planned_on, at=time(15, 45), meeting_at=review.planned_at,
                place="Side door", minutes=60, made_at=at("13:00"),
            )
        ]
    )  # fmt: skip
    [his] = take_away_of(papers, reeds.dean, "Ring us").dates
    assert (his.at, his.place) == ("15:45", "Side door")


def test_ones_own_lines_come_first_then_ours_then_the_others(made: CarterPapers) -> None:
    line(made, 2, "Collect Jayden", owner_person_id=made.father.id)
    line(made, 3, "Visit", owner_staff_id=made.social_worker.id, support="We bring the forms")
    line(made, 4, "Sort the bedroom", owner_person_id=made.father.id, due=date(2027, 2, 1))
    his = page(made, made.father).steps
    assert [(step.number, step.who, step.is_own, step.is_ours) for step in his] == [
        (2, "", True, False),
        (4, "", True, False),
        (3, "Ann Reed", False, True),
        (1, "Ms Carter", False, False),
    ]
    assert his[2].support == "We bring the forms"
    assert his[1].due == date(2027, 2, 1)
    assert page(made, made.mother).steps[0].parts == ("The floor is clear.",)


def test_it_has_what_one_disputes_oneself_and_never_what_another_said(made: CarterPapers) -> None:
    neglect = made.papers().concerns[0]
    made.entry(
        "There was always food.",
        kind=EntryKind.DISPUTED,
        speaker_person_id=made.mother.id,
        concern_id=neglect.id,
        verbatim=True,
    )
    made.entry("She drinks.", kind=EntryKind.DISPUTED, speaker_person_id=made.father.id)
    made.entry("Nobody said who.", kind=EntryKind.DISPUTED)
    [hers] = page(made, made.mother).disputed
    assert (hers.about, hers.text, hers.verbatim) == ("Neglect", "There was always food.", True)
    [his] = page(made, made.father).disputed
    assert (his.about, his.text) == ("", "She drinks.")


def test_ones_own_answer_stands_and_nobody_elses(made: CarterPapers) -> None:
    added = line(made, 2, "Breath tests", owner_person_id=made.mother.id)
    for person, answer, conditions in (
        (made.mother, ParentAnswer.WITH_CONDITIONS, "only at home"),
        (made.father, ParentAnswer.NOT_AGREED, "he says she hides it"),
    ):
        made.add(
            records.LineAnswer(
                line_id=added.id,
                meeting_id=made.meeting.id,
                person_id=person.id,
                answer=answer,
                conditions=conditions,
            )
        )
    hers = freeze_page(page(made, made.mother))
    assert "only at home" in hers
    assert "hides it" not in hers
    assert page(made, made.father).steps[-1].own_answer is ParentAnswer.NOT_AGREED


def test_what_is_over_is_left_out_and_what_is_not_settled_says_so(made: CarterPapers) -> None:
    line(made, 2, "Dropped", state=LineState.DROPPED)
    done, draft = line(made, 3, "Done"), line(made, 4, "Draft", state=LineState.DRAFT)
    for outcome in (LineOutcome.PARTLY, LineOutcome.DONE):
        made.add(
            records.Progress(
                line_id=done.id, meeting_id=made.meeting.id, on=FINAL_DAY, outcome=outcome
            )
        )
    steps = page(made, made.mother).steps
    assert [step.number for step in steps] == [1, draft.number]
    assert [step.is_settled for step in steps] == [True, False]


def test_it_has_the_bottom_line_the_next_dates_and_whom_to_ring(made: CarterPapers) -> None:
    line(made, 2, "Nobody is hit", kind=LineKind.BOTTOM_LINE, consequence="We go to court")
    made.review(planned_on=date(2026, 12, 1), place="before it")
    made.meeting.resumes_on, made.meeting.resumes_at = date(2027, 1, 19), time(14)
    made.meeting.resumes_place = "Town Hall"
    taken = page(made, made.mother)
    assert [(limit.what, limit.consequence) for limit in taken.limits] == [
        ("Nobody is hit", "We go to court")
    ]
    assert [(row.what, row.on, row.at, row.place) for row in taken.dates] == [
        ("This meeting goes on", date(2027, 1, 19), "14:00", "Town Hall"),
        ("Final review", FINAL_DAY, "10:00", "Civic Offices, room 2"),
    ]
    assert (taken.ring, taken.to, taken.initials) == (RING, "Ms Carter", "JC, LC, BC")
    made.meeting.state = MeetingState.CONCLUDED
    assert [row.what for row in page(made, made.mother).dates] == ["Final review"]


SECRETS = "SECRET-ADDRESS", "between us", "counsel says", "a step aside", "Hidden from Mr Hill"


def test_nothing_that_is_kept_out_has_a_way_in(made: CarterPapers) -> None:
    mother = made.mother.id
    made.entry("between us", kind=EntryKind.ASIDE, speaker_person_id=mother)
    made.entry("counsel says", kind=EntryKind.PRIVILEGED, speaker_person_id=mother)
    made.entry("a step aside", "checks", EntryKind.DISPUTED, speaker_person_id=mother)
    made.mother.withheld = "Hidden from Mr Hill"
    for person in (made.mother, made.father):
        frozen = freeze_page(page(made, person))
        assert not [secret for secret in SECRETS if secret in frozen]


def test_a_frozen_page_is_the_same_page(made: CarterPapers) -> None:
    taken = page(made, made.mother)
    assert thaw_page(freeze_page(taken)) == taken
    assert freeze_page(taken) == freeze_page(page(made, made.mother))


def test_whom_to_ring_is_the_social_worker_until_a_page_said_another(made: CarterPapers) -> None:
    team = made.add(records.Team(name="North Team"))
    made.social_worker.team_id = team.id
    assert usual_ring(made.papers()) == "Ann Reed, your social worker, North Team"
    made.add(
        records.TakeAway(
            meeting_id=made.meeting.id,
            to="Ms Carter",
            released_by_id=made.chair.id,
            at=at("11:30"),
            sha256="",
            frozen=freeze_page(take_away_of(made.papers(), made.mother, "Duty, 0555 010 010")),
        )
    )
    assert usual_ring(made.papers()) == "Duty, 0555 010 010"
    made.case.social_worker_id = None
    assert usual_ring(CarterPapers().papers())


def test_family_who_came_may_have_one(made: CarterPapers) -> None:
    made.came(made.grandmother, Presence.LEFT)
    made.came(made.visitor)
    assert family_here(made.papers()) == [made.mother, made.father, made.grandmother]


def test_pages_may_go_home_until_the_minutes_are_approved(made: CarterPapers) -> None:
    chair, meeting = made.chair.id, made.meeting
    assert why_no_pages(made.papers(), chair) == ""
    meeting.state = MeetingState.CONCLUDED
    assert why_no_pages(made.papers(), chair) == ""
    version = records.MinutesVersion(meeting_id=meeting.id, number=1, frozen="{}")
    made.add(version)
    made.add(records.MinutesVersion(meeting_id=meeting.id, number=2, reason="A date"))
    assert "These minutes are approved" in why_no_pages(made.papers(), chair)


def test_only_the_chair_releases_them(made: CarterPapers) -> None:
    for who in (made.minute_taker.id, None):
        assert why_no_pages(made.papers(), who).startswith("Only the chair releases pages: Dawn")
    made.meeting.chair_id = None
    assert "none is named" in why_no_pages(made.papers(), made.chair.id)


def test_nobody_of_the_family_here_is_said(made: CarterPapers) -> None:
    for row in made.records:
        if isinstance(row, records.Attendance):
            row.presence = Presence.ABSENT
    assert "Nobody of the family" in why_no_pages(made.papers(), made.chair.id)


def test_no_page_goes_home_where_something_is_kept_from_someone(made: CarterPapers) -> None:
    assert take_away_findings(made.papers()) == []
    made.visitor.withheld = "Her address, from Mr Hill"
    [found] = take_away_findings(made.papers())
    assert found.rule is WITHHELD
    assert found.sentence == why_no_pages(made.papers(), made.chair.id)
    assert "Tell each person alone" in found.sentence
    assert not {"address", "Mr Hill", "withheld", "kept from"} & set(found.sentence.split())
    made.visitor.withdrawn_at = at("12:00")
    assert take_away_findings(made.papers()) == []


def test_no_page_goes_home_where_parents_sat_apart(made: CarterPapers) -> None:
    made.add(
        records.Sitting(
            meeting_id=made.meeting.id, number=2, started_at=at("12:00"), called="with Ms Carter"
        )
    )
    [found] = take_away_findings(made.papers())
    assert found.rule is APART
    assert found.sentence == why_no_pages(made.papers(), made.chair.id)


def test_pages_go_home_once_it_is_recorded_word_for_word_and_who_is_apart(
    made: CarterPapers,
) -> None:
    made.mother.withheld = "Her address, from Mr Hill"
    made.sitting.called = "with Ms Carter"
    assert {one.rule for one in take_away_findings(made.papers())} == {WITHHELD, APART}
    made.add(
        records.Withheld(
            case_id=made.case.id,
            person_id=made.mother.id,
            kind=WithheldKind.ADDRESS,
            words="9 Larch Road",
            from_person_id=made.father.id,
        )
    )
    made.add(
        records.KeptApart(case_id=made.case.id, person_id=made.mother.id, other_id=made.father.id)
    )
    assert take_away_findings(made.papers()) == []


def test_a_page_is_cut_for_whom_it_is() -> None:
    reeds = ReedPapers("; ".join(SPELT))
    reeds.meeting.resumes_on, reeds.meeting.resumes_place = SECOND_DAY, "with Ms Reed"
    papers, ring = reeds.papers(), "Sam Okafor, of 12 Quince Orchard Lane"
    pages = {
        person.known_as: take_away_of(papers, person, ring)
        for person in (reeds.dean, reeds.jess, reeds.karim)
    }
    his = pages["Mr Holt"]
    assert (his.initials, his.on) == ("IR", SECOND_DAY)
    assert [step.number for step in his.steps] == [2, 4]
    assert [row.what for row in his.dates] == ["Final review"]
    frozen = freeze_page(his)
    assert leaks(frozen, reader_of(papers, reeds.dean.id)) == []
    assert not [private for private in (HERS, NOAHS, "with Ms Reed") if private in frozen]
    assert HIS in frozen
    assert [step.number for step in pages["Ms Reed"].steps] == [1, 3, 4]
    assert HIS not in freeze_page(pages["Ms Reed"])
    assert pages["Mr Aziz"].initials == "NR"
    assert "This meeting goes on" in [row.what for row in pages["Mr Aziz"].dates]


def test_a_ring_that_was_cut_for_one_is_not_offered_to_the_next() -> None:
    reeds = ReedPapers()
    page = take_away_of(reeds.papers(), reeds.dean, "Sam, near Quince Orchard Lane")
    assert page.ring == "Sam, near [withheld]"
    reeds.add(
        records.TakeAway(
            meeting_id=reeds.meeting.id,
            to="Mr Holt",
            released_by_id=reeds.chair.id,
            at=at("11:30"),
            sha256="",
            frozen=freeze_page(page),
        )
    )
    assert usual_ring(reeds.papers()) == "Sam Okafor, your social worker"


def test_other_family_take_home_what_is_of_the_children_they_are_tied_to(
    made: CarterPapers,
) -> None:
    lily = line(made, 2, "Lily's bed")
    made.add(records.PlanLineChild(line_id=lily.id, child_id=made.lily.id))
    hers = page(made, made.grandmother)
    assert hers.initials == "JC"
    assert [step.number for step in hers.steps] == [1]
    friend = made._person("Amy Poole", "Ms Poole")
    assert page(made, friend).initials == "JC, LC, BC"
    assert [step.number for step in page(made, friend).steps] == [1, 2]
