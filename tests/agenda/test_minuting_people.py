"""Minutes name who was there, for whom, with what advice, and who receives them."""

from __future__ import annotations

from datetime import date

import pytest
from minuting_papers import CarterPapers, at

from agenda import records
from agenda.words import (
    AdviceChoice,
    Attending,
    ConsentPurpose,
    OfferAnswer,
    Presence,
    Represented,
    YesNo,
)


@pytest.fixture
def carters() -> CarterPapers:
    return CarterPapers()


def test_who_was_there_for_which_part(carters: CarterPapers) -> None:
    c = carters
    c.acts_for(c.mother, c.lawyer)
    c.came(c.chair, arrived_at=at("09:58"), left_at=at("11:40"))
    c.came(c.mother, Presence.LATE, arrived_at=at("10:12"), attending=Attending.BY_VIDEO)
    c.came(c.father, Presence.LEFT, left_at=at("11:00"))
    c.came(c.lawyer)
    c.came(c.grandmother, Presence.APOLOGIES)
    c.came(c.visitor, Presence.ABSENT)
    c.came(c.social_worker, Presence.INVITED)
    (sitting,) = c.minutes().sittings
    assert [
        (row.name, row.role, row.represents, row.arrived, row.left) for row in sitting.present
    ] == [
        ("Dawn Price", "team manager", "", "", ""),
        ("Ms Carter", "mother of JC, LC and BC", "", "10:12", ""),
        ("Mr Hill", "step-parent of JC; father of LC", "", "", "11:00"),
        ("Ms Okafor", "lawyer, Hart & Lane", "for Ms Carter", "", ""),
    ]
    assert sitting.present[1].attending is Attending.BY_VIDEO
    assert sitting.apologies == ("Mrs Carter (grandparent of JC)",)
    assert sitting.absent == ("Ms Shaw (health visitor)",)
    assert (sitting.began, sitting.ended) == ("10:00", "11:40")
    assert "Ann Reed" not in str(sitting)


def test_whom_a_lawyer_represents_at_the_sitting_goes_before_the_record(
    carters: CarterPapers,
) -> None:
    carters.acts_for(carters.mother, carters.lawyer)
    carters.came(carters.lawyer, represents_id=carters.father.id)
    assert carters.minutes().sittings[0].present[0].represents == "for Mr Hill"


def test_each_child_with_parental_responsibility(carters: CarterPapers) -> None:
    jayden, lily, unborn = carters.minutes().children
    assert jayden.parental_responsibility == (
        "Ms Carter (mother): yes",
        "Mr Hill (step-parent): no",
        "Mrs Carter (grandparent): no",
    )
    assert lily.parental_responsibility == ("Ms Carter (mother): yes", "Mr Hill (father): yes")
    assert unborn.parental_responsibility == ("Ms Carter (mother): to be recorded at birth",)
    assert (unborn.born_on, unborn.due_on) == (None, date(2027, 5, 20))
    assert (jayden.legal_status, jayden.plan) == ("no order", "child protection plan")


def test_adjustments_of_those_who_came(carters: CarterPapers) -> None:
    c = carters
    c.mother.interpreter, c.mother.adjustments = "Polish", "large print"
    c.father.adjustments = "short breaks"
    c.came(c.mother)
    c.came(c.father, Presence.APOLOGIES)
    assert c.minutes().adjustments == ("Ms Carter: interpreter (Polish); large print",)


def test_letter_and_advice_for_each_parent(carters: CarterPapers) -> None:
    c = carters
    c.acts_for(c.mother, c.lawyer)
    for person, advised in ((c.father, YesNo.NO), (c.mother, YesNo.YES)):
        c.add(records.Advice(meeting_id=c.meeting.id, person_id=person.id, advised=advised))
    c.records[-2].choice, c.records[-2].choice_reason = AdviceChoice.PROCEED, "He wants to."
    mother, father = c.minutes().advice
    assert (mother.name, mother.represented_by) == ("Ms Carter", "Ms Okafor, Hart & Lane")
    assert (father.represented_by, father.choice) == ("", AdviceChoice.PROCEED)
    assert father.choice_reason == "He wants to."


def test_network_breaks_and_consents(carters: CarterPapers) -> None:
    c = carters
    assert c.minutes().network is None
    c.add(records.NetworkHelp(episode_id=c.episode.id, person_id=c.grandmother.id, help="school"))
    before = c.minutes().network
    assert before is not None
    assert before.answer is OfferAnswer.NOT_ASKED
    c.add(
        records.FamilyOffer(
            episode_id=c.episode.id, offered_on=date(2027, 1, 4), answer=OfferAnswer.ACCEPTED
        )
    )
    c.add(
        records.AdviceBreak(
            sitting_id=c.sitting.id,
            person_id=c.mother.id,
            offered_at=at("11:00"),
            taken=True,
            began_at=at("11:02"),
            ended_at=at("11:10"),
        )
    )
    c.add(
        records.Consent(
            meeting_id=c.meeting.id,
            person_id=c.mother.id,
            purpose=ConsentPurpose.TESTING,
            answer=YesNo.YES,
        )
    )
    minutes = c.minutes()
    assert minutes.network is not None
    assert minutes.network.answer is OfferAnswer.ACCEPTED
    assert minutes.network.helpers[0].relation == "grandparent of JC"
    (taken,) = minutes.sittings[0].breaks
    assert (taken.name, taken.offered, taken.began, taken.ended) == (
        "Ms Carter",
        "11:00",
        "11:02",
        "11:10",
    )
    assert minutes.consents[0].purpose == "drug or alcohol testing"


def test_circulation_follows_representation(carters: CarterPapers) -> None:
    carters.acts_for(carters.mother, carters.lawyer)
    nobody = records.Representation(person_id=carters.father.id, represented=Represented.NO)
    carters.add(nobody)
    assert carters.minutes().circulation == (
        "Ms Okafor, Hart & Lane, for Ms Carter: through our legal team",
        "Mr Hill: from the social worker, Ann Reed, with a copy to our lawyer",
    )
    carters.meeting.circulation = "Ms Okafor\n\n  Mr Hill, by hand \n"
    assert carters.minutes().circulation == ("Ms Okafor", "Mr Hill, by hand")
