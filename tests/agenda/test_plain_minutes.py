"""The minutes can be listened to, line by line."""

from __future__ import annotations

from datetime import date

import pytest
from minuting_papers import CarterPapers

from agenda import records
from agenda.plain_minutes import plain_lines
from agenda.words import ConsentPurpose, YesNo


@pytest.fixture
def carters() -> CarterPapers:
    return CarterPapers()


def test_plain_lines_say_everything_once_and_in_order(carters: CarterPapers) -> None:
    carters.fill()
    carters.entry("It was\nnot me.", "dates", verbatim=True, speaker_person_id=carters.father.id)
    lines = plain_lines(carters.minutes())
    assert lines[0] == "Initial meeting: minutes. Case PLO-2027-001. Children: JC, LC, BC."
    assert not [line for line in lines if "\n" in line]
    numbers = [int(line.split(".")[0]) for line in lines if line[:1].isdigit()]
    assert numbers == list(range(1, 8))
    said = "\n".join(lines)
    for words in (
        "2. 10:30 agreed: Mother accepts this.",
        "5. 10:30 Ms Carter: The bathroom is done.",
        "Mr Hill: “It was\nnot me.”",
        "a. The floor is clear.",
        "Due: Fri 5 Feb 2027 (week 4)",
        "Final review: Tue 6 Apr 2027, 10:00, Civic Offices, room 2, week 12 of the window.",
    ):
        assert words in said, words
    assert "Consents" not in lines


def test_a_consent_is_said_with_the_advice_had_and_when_it_was_taken_back(
    carters: CarterPapers,
) -> None:
    for purpose, answer, advice, back in (
        (ConsentPurpose.RECORDS, YesNo.YES, True, date(2027, 3, 3)),
        (ConsentPurpose.TESTING, YesNo.NO, False, None),
        (ConsentPurpose.ASSESSMENT, YesNo.YES, None, None),
    ):
        carters.add(
            records.Consent(
                meeting_id=carters.meeting.id,
                person_id=carters.mother.id,
                purpose=purpose,
                answer=answer,
                note="GP only" if back else "",
                advice_had=advice,
                taken_back_on=back,
            )
        )
    lines = plain_lines(carters.minutes())
    at = lines.index("Consents")
    assert lines[at + 1 : at + 4] == [
        "Ms Carter, sharing records: agreed, after advice, taken back on Wed 3 Mar 2027, GP only.",
        "Ms Carter, drug or alcohol testing: not agreed, without advice.",
        "Ms Carter, assessment: yes.",
    ]
