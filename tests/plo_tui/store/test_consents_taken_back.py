"""Consents: an answer per meeting, with advice; one of an earlier meeting is taken back now."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from approved_store import begin_midway, issue
from made_store import MET_ON, House

from agenda.minuting import minutes_of
from agenda.words import ConsentPurpose, YesNo
from plo_tui.store.problems import Refused
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs.network import record_consent

TESTING = ConsentPurpose.TESTING


def test_a_consent_given_before_is_seen_and_taken_back_in_a_review(made: House) -> None:
    keys = made.keys
    mother, yes, note = keys.mother, YesNo.YES, "breath only"
    made.store.do(record_consent, keys.meeting, mother, TESTING, yes, note, advice_had=True)
    before = issue(made).minutes
    midway = begin_midway(made)
    papers = made.store.read(read_papers, keys.case, midway)
    assert papers.consents == []
    [given] = papers.standing_consents
    assert (given.answer, given.advice_had) == (YesNo.YES, True)
    made.store.do(record_consent, midway, mother, TESTING, yes, note, taken_back_on=MET_ON)
    papers = made.store.read(read_papers, keys.case, midway)
    [now] = papers.standing_consents
    assert (now.meeting_id, now.taken_back_on) == (midway, MET_ON)
    assert [row.taken_back_on for row in minutes_of(papers, 1).consents] == [MET_ON]
    assert made.edition().minutes == before
    assert [row.taken_back_on for row in made.papers().standing_consents] == [None]


@pytest.mark.parametrize(
    ("answer", "day"), [(YesNo.NO, MET_ON), (YesNo.YES, MET_ON + timedelta(days=1))]
)
def test_only_what_was_given_is_taken_back_and_not_tomorrow(
    made: House, answer: YesNo, day: date
) -> None:
    with pytest.raises(Refused) as refused:
        made.store.do(
            record_consent,
            made.keys.meeting,
            made.keys.mother,
            TESTING,
            answer,
            taken_back_on=day,
        )
    assert refused.value.field == "taken_back_on"
