"""Who gets what, by whose hands: Sutton 2019, worked out from the record."""

from __future__ import annotations

from datetime import date

import pytest
from minuting_papers import CarterPapers, at
from reed_family import ADDRESS, SPELT, ReedPapers

from agenda import records
from agenda.copy_for import leaks, reader_of
from agenda.covering_note import CoveringNote, covering_note_of
from agenda.given_list import given_list_of
from agenda.letter_words import LetterKind
from agenda.recipients import CopyRecipient, Through, recipients_of
from agenda.words import GivenDocument

ALL = (
    GivenDocument.MINUTES,
    GivenDocument.FAMILY_PLAN,
    GivenDocument.EASY_READ,
)
RING = "Tom Webb, 0555 010 012"
TODAY = date(2027, 5, 19)


@pytest.fixture
def reeds() -> ReedPapers:
    return ReedPapers()


def of(reeds: ReedPapers, name: str) -> CopyRecipient:
    [found] = [one for one in recipients_of(reeds.papers()) if one.name == name]
    return found


def note(reeds: ReedPapers, name: str) -> CoveringNote:
    return covering_note_of(reeds.papers(), of(reeds, name), TODAY, RING)


def test_a_represented_parents_copy_goes_to_their_lawyer_through_our_legal_team(
    reeds: ReedPapers,
) -> None:
    his = of(reeds, "Mr Holt")
    assert his.through is Through.LEGAL
    assert his.route == "to Mr Okoro, Hart & Lane, for Mr Holt, through our legal team"
    assert his.reader == reader_of(reeds.papers(), reeds.dean.id)
    assert not his.in_person


def test_the_social_worker_gives_it_to_a_parent_without_a_lawyer(reeds: ReedPapers) -> None:
    his = of(reeds, "Mr Aziz")
    assert his.through is Through.SOCIAL_WORKER
    assert his.route == (
        "to Mr Aziz from the social worker, Sam Okafor, by hand, with a copy to our lawyer"
    )
    assert his.note == "To be read with an Urdu interpreter"
    reeds.keep_apart(reeds.karim, reeds.jess)
    assert of(reeds, "Mr Aziz").in_person
    assert "in person, not by post, with a copy to our lawyer" in of(reeds, "Mr Aziz").route


def test_whoever_needs_adjustments_has_an_easy_read_copy_and_the_letter_of_their_own(
    reeds: ReedPapers,
) -> None:
    assert of(reeds, "Ms Reed").documents == ALL[:2]
    assert of(reeds, "Mr Holt").documents == ALL[:3]
    reeds.add(
        records.LetterDraft(
            episode_id=reeds.episode.id,
            kind=LetterKind.BEFORE_PROCEEDINGS,
            person_id=reeds.dean.id,
        )
    )
    assert of(reeds, "Mr Holt").documents == ALL
    assert of(reeds, "Ms Reed").documents == ALL[:2]


def test_our_own_people_and_each_childs_file_have_the_whole(reeds: ReedPapers) -> None:
    ours = [one for one in recipients_of(reeds.papers()) if one.is_ours]
    assert [(one.name, one.route) for one in ours] == [
        ("Sam Okafor", "to Sam Okafor, the social worker"),
        ("Priya Nair", "to Priya Nair, the chair"),
        ("Grace Hill", "to Grace Hill, for legal"),
        ("The file of IR", "uploaded to the electronic file of IR"),
        ("The file of NR", "uploaded to the electronic file of NR"),
    ]
    assert all(one.reader is None for one in ours)
    assert [one.child_id for one in ours[3:]] == [str(reeds.isla.id), str(reeds.noah.id)]


def test_a_parent_whom_legal_left_out_of_the_letter_gets_nothing(reeds: ReedPapers) -> None:
    reeds.add(
        records.LetterLeftOut(
            episode_id=reeds.episode.id,
            kind=LetterKind.BEFORE_PROCEEDINGS,
            person_id=reeds.karim.id,
            why="The court said so",
            by_staff_id=reeds.solicitor.id,
            at=at("09:00"),
        )
    )
    assert "Mr Aziz" not in [one.name for one in recipients_of(reeds.papers())]


def test_a_family_of_one_pair_of_parents_has_copies_that_leave_nothing_out() -> None:
    carters = CarterPapers()
    carters.fill()
    parents = [one for one in recipients_of(carters.papers()) if not one.is_ours]
    assert [(one.name, one.through) for one in parents] == [
        ("Ms Carter", Through.LEGAL),
        ("Mr Hill", Through.SOCIAL_WORKER),
    ]
    assert not any(one.in_person for one in parents)


def test_a_note_to_our_legal_team_asks_them_to_send_on(reeds: ReedPapers) -> None:
    reeds.meeting.minutes_due_on = date(2027, 5, 20)
    his = note(reeds, "Mr Holt")
    assert (his.to, his.copy_for, his.initials) == ("Our legal team", "Mr Holt", "IR")
    assert his.please == "Please send these on to Mr Okoro, Hart & Lane, for Mr Holt."
    assert his.enclosed == (
        "The minutes of the meeting",
        "The family's plan",
        "An easy-read copy of the minutes and the plan",
    )
    assert (his.by, his.ring) == (date(2027, 5, 20), RING)
    assert "ring us at once" in his.wrong[0]


def test_a_note_to_the_social_worker_asks_to_give_it_in_person(reeds: ReedPapers) -> None:
    assert note(reeds, "Mr Aziz").please == "Please give these to Mr Aziz."
    reeds.keep_apart(reeds.karim, reeds.jess)
    his = note(reeds, "Mr Aziz")
    assert his.to == "Sam Okafor, social worker"
    assert his.please == "Please give these in person to Mr Aziz, not by post."
    assert his.language == "To be read with an Urdu interpreter"
    assert his.care.endswith("Our lawyer has a copy too.")


def test_a_note_with_our_own_says_that_they_stay(reeds: ReedPapers) -> None:
    ours = note(reeds, "Grace Hill")
    assert (
        ours.please == "These are to Grace Hill, for legal. They are the whole, and stay with us."
    )
    assert ours.initials == "IR, NR"


def test_a_note_holds_only_what_is_enclosed(reeds: ReedPapers) -> None:
    papers = reeds.papers()
    his = covering_note_of(papers, of(reeds, "Mr Holt"), TODAY, RING, [GivenDocument.FAMILY_PLAN])
    assert his.enclosed == ("The family's plan",)


def test_a_note_leaks_nothing_whatever_somebody_typed() -> None:
    reeds = ReedPapers("; ".join(SPELT))
    made = covering_note_of(
        reeds.papers(), of(reeds, "Mr Holt"), TODAY, f"Tom Webb, near {ADDRESS}"
    )
    reader = reader_of(reeds.papers(), reeds.dean.id)
    assert leaks(repr(made), reader) == []
    assert "[withheld]" in made.ring


def test_the_list_says_what_went_to_whom_when_and_how(reeds: ReedPapers) -> None:
    for minute, name, missing in ((5, "Mr Holt", None), (1, "Ms Reed", None), (3, "x", TODAY)):
        reeds.add(
            records.Disclosure(
                case_id=reeds.case.id,
                meeting_id=reeds.meeting.id,
                what=GivenDocument.EASY_READ,
                to=name,
                how="through our legal team",
                by_staff_id=reeds.minute_taker.id,
                at=at(f"10:0{minute}"),
                not_written_at=at("11:00") if missing else None,
            )
        )
    given = given_list_of(reeds.papers(), TODAY)
    assert [(one.to, one.document, one.how, one.by) for one in given.lines] == [
        ("Ms Reed", "easy-read copy, meeting 1", "through our legal team", "Tom Webb"),
        ("Mr Holt", "easy-read copy, meeting 1", "through our legal team", "Tom Webb"),
    ]
    assert given.initials == "IR, NR"
    assert "to Ms Reed, through our legal team, by Tom Webb" in given.lines[0].circumstances
