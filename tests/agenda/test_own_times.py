"""Times of one's own: what a copy and a page tell whoever must not meet another."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any

import pytest
from reed_family import ReedPapers

from agenda import records as r
from agenda.booking_words import InvitedGroup
from agenda.copy_for import reader_of
from agenda.cutting import cut
from agenda.own_times import NOT_SET
from agenda.take_away import take_away_of


@pytest.fixture
def reeds() -> ReedPapers:
    return ReedPapers()


def comes(reeds: ReedPapers, person: Any, at: time, place: str) -> Any:
    [review] = reeds.papers().planned_reviews
    assert review.planned_on
    assert review.planned_at
    return reeds.add(
        r.Invitation(
            meeting_id=review.id, to_group=InvitedGroup.FAMILY, person_id=person.id,
            on=review.planned_on, at=at, meeting_at=review.planned_at, place=place,
            minutes=60, made_at=datetime(2027, 1, 19, tzinfo=UTC),
        )
    )  # fmt: skip


def told(reeds: ReedPapers, person: Any) -> set[tuple[str, str]]:
    """When and where the next review is, by a person's copy and by their page: both alike."""
    papers = reeds.papers()
    copy = cut(reeds.minutes(), reader_of(papers, person.id))
    page = take_away_of(papers, person, "Ring us")
    review = "Final review"
    return {(one.at, one.place) for one in (*copy.dates, *page.dates) if one.what == review}


def test_each_is_told_their_own_time_of_the_next_review(reeds: ReedPapers) -> None:
    comes(reeds, reeds.jess, time(9, 30), "Front door")
    comes(reeds, reeds.dean, time(15), "Side door")
    assert told(reeds, reeds.jess) == {("09:30", "Front door")}
    assert told(reeds, reeds.dean) == {("15:00", "Side door")}
    assert told(reeds, reeds.karim) == {("10:00", "Civic Offices")}


def test_none_set_yet_is_the_meetings_time_for_neither(reeds: ReedPapers) -> None:
    assert told(reeds, reeds.jess) == told(reeds, reeds.dean) == {("", NOT_SET)}
    comes(reeds, reeds.jess, time(10), "Civic Offices")  # hers may be the meeting's own
    assert told(reeds, reeds.jess) == {("10:00", "Civic Offices")}
    assert told(reeds, reeds.dean) == {("", NOT_SET)}


def test_a_lawyer_reads_their_clients_own_time(reeds: ReedPapers) -> None:
    comes(reeds, reeds.dean, time(15), "Side door")
    for lawyer, at in ((reeds.dean_lawyer, "15:00"), (reeds.jess_lawyer, "")):
        copy = cut(reeds.minutes(), reader_of(reeds.papers(), lawyer.id))
        assert [one.at for one in copy.dates if one.what == "Final review"] == [at]


def test_dates_without_a_time_are_everybodys_and_nothing_is_said_to_be_left_out(
    reeds: ReedPapers,
) -> None:
    whole = reeds.minutes()
    days = [(one.what, one.on) for one in whole.dates]
    for person in (reeds.jess, reeds.dean):
        copy = cut(whole, reader_of(reeds.papers(), person.id))
        assert [(one.what, one.on) for one in copy.dates] == days
        assert [one for one in copy.dates if not one.at and one.place == ""] == [
            one for one in whole.dates if not one.at
        ]


def test_the_minutes_of_an_earlier_day_tell_no_other_time(reeds: ReedPapers) -> None:
    whole = reeds.minutes()
    comes(reeds, reeds.dean, time(15), "Side door")
    [review] = reeds.papers().planned_reviews
    review.planned_at = time(11)  # moved since: his own time was chosen for another
    copy = cut(whole, reader_of(reeds.papers(), reeds.dean.id))
    assert [(one.at, one.place) for one in copy.dates if one.what == "Final review"] == [
        ("", NOT_SET)
    ]
