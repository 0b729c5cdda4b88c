"""The papers of a family in whose case there is a second episode, years later."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from papers_of import DAY, END, FINAL, WholeMeeting

from agenda import records as r
from agenda.papers import Papers
from agenda.words import MeetingKind, MeetingState

AGAIN = date(2029, 5, 2)


class TwoEpisodes(WholeMeeting):
    """The whole meeting's episode has ended; another has begun, its initial meeting booked."""

    def __init__(self) -> None:
        super().__init__()
        self.meeting.effective = True
        self.meeting.state = MeetingState.CONCLUDED
        self.episode.ended_on = END
        self.second = self.add(r.PreProceedings(case_id=self.case.id))
        self.again = self.add(
            r.Meeting(
                episode_id=self.second.id, kind=MeetingKind.INITIAL, number=9, planned_on=AGAIN
            )
        )

    def read_with(self, meeting: r.Meeting | None) -> Papers:
        papers = Papers(self.case.id, meeting.id if meeting else None, self.policy)
        papers.take(self.rows)
        return papers


@pytest.fixture
def twice() -> TwoEpisodes:
    return TwoEpisodes()


def test_the_case_counts_the_weeks_of_its_latest_episode(twice: TwoEpisodes) -> None:
    papers = twice.read_with(None)
    assert papers.window is not None
    assert (papers.window.start, papers.window.weeks) == (AGAIN, 12)
    assert papers.window_is_provisional
    assert papers.planned_reviews == []


def test_a_new_episode_without_a_meeting_has_no_window(twice: TwoEpisodes) -> None:
    twice.rows.remove(twice.again)
    papers = twice.read_with(None)
    assert papers.window is None
    assert papers.window_is_provisional


def test_a_meeting_counts_the_weeks_of_its_own_episode(twice: TwoEpisodes) -> None:
    first, again = twice.read_with(twice.meeting), twice.read_with(twice.again)
    assert first.window is not None
    assert (first.window.start, first.window_is_provisional) == (DAY, False)
    assert [review.planned_on for review in first.planned_reviews][-1:] == [FINAL]
    assert again.window is not None
    assert (again.window.start, again.window_is_provisional) == (AGAIN, True)
    assert again.planned_reviews == []


def test_every_meeting_of_the_family_is_still_listed(twice: TwoEpisodes) -> None:
    papers = twice.read_with(None)
    assert papers.meetings[0].id == twice.meeting.id
    assert [one.id for one in papers.episode_meetings] == [twice.again.id]
    assert papers.window is not None
    assert papers.window.end == AGAIN + timedelta(weeks=12)
