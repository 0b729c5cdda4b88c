"""The letter made from the record: what each parent is told, and what they are not."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from letters_family import (
    ADDRESS,
    AZIZ_ADDRESS,
    DATED,
    DAYS,
    KEPT_FROM_ALL,
    KEPT_FROM_HOLT,
    MEETS,
    ReedFamily,
    set_traps,
)

from agenda import records as r
from agenda.booking_words import InvitedGroup
from agenda.decision_words import Outcome
from agenda.finding import Level
from agenda.letter import freeze_letter
from agenda.letter_checked import checked_letter
from agenda.letter_of import letter_of
from agenda.letter_words import LetterKind
from agenda.own_times import NOT_SET
from agenda.withheld_words import find_withheld
from agenda.words import (
    LineKind,
    LineOutcome,
    LineState,
    MeetingKind,
    MeetingState,
    ParentalResponsibility,
)


@pytest.fixture
def reed() -> ReedFamily:
    return ReedFamily()


@pytest.mark.parametrize("who", ["mother", "holt", "aziz"])
def test_the_shipped_words_and_a_whole_record_make_a_letter_without_fault(
    reed: ReedFamily, who: str
) -> None:
    draft = reed.draft(getattr(reed, who))
    found = checked_letter(reed.papers(), draft, DAYS)
    assert [(one.rule.key, one.sentence, one.where.in_words) for one in found] == []


def test_a_letter_says_who_when_and_where(reed: ReedFamily) -> None:
    letter = reed.letter(reed.mother)
    assert (letter.to.name, letter.to.known_as) == ("Jess Reed", "Ms Reed")
    assert letter.to.address == tuple(ADDRESS.split("\n"))
    assert letter.to.parental_responsibility is ParentalResponsibility.YES
    assert (letter.reference, letter.on) == ("PLO-2027-007", DATED)
    assert (letter.children, letter.initials) == (("Isla Reed", "Noah Reed"), ("IR", "NR"))
    meeting = letter.meeting
    assert (meeting.on, meeting.at) == (MEETS, "10:30")
    assert "Civic Offices" in meeting.place
    assert meeting.who == (
        "Priya Nair, who leads the meeting",
        "Sam Okafor, the social worker",
    )
    assert letter.signature.ring == "Sam Okafor, social worker"
    assert letter.signature.telephone == "020 8770 0000"


def test_worries_stand_in_order_with_how_long_and_their_examples(reed: ReedFamily) -> None:
    reed.example(reed.hungry, date(2020, 5, 1), "Isla drank bleach.", exceptional=True)
    reed.hungry.summary = "Isla is hungry.\n\nNoah asks for food."
    worries = reed.letter(reed.mother).worries
    assert [worry.heading for worry in worries] == [
        reed.hungry.heading, reed.fights.heading, reed.out_late.heading,
    ]  # fmt: skip
    assert worries[0].since == "We have been worried since March 2026."
    assert worries[0].paragraphs == ("Isla is hungry.", "Noah asks for food.")
    newest, oldest = worries[0].examples
    assert (newest.on, newest.exceptional) == (date(2026, 11, 3), "")
    assert oldest.exceptional


def test_help_has_no_limit_of_years_and_says_who_took_it_up(reed: ReedFamily) -> None:
    assert [(one.on, one.outcome) for one in reed.letter(reed.holt).help] == [
        (date(2021, 2, 1), "Your family took this up."),
        (date(2026, 9, 1), "You did not take this up. He moved away."),
    ]


def test_lines_begin_with_the_first_steps_and_end_with_visits_and_the_bottom_line(
    reed: ReedFamily,
) -> None:
    lines = reed.letter(reed.mother).lines
    assert lines[0].what.startswith("Before the meeting, talk to your solicitor")
    assert lines[0].owner == "You"
    assert [line.kind for line in lines[-2:]] == [LineKind.VISIT, LineKind.BOTTOM_LINE]
    assert lines[1].owner == "You"
    assert lines[2].parts[0] == "There is no mouldy food."
    assert (lines[3].owner, lines[3].worry) == ("Mr Holt", 2)


def test_lines_dropped_or_done_are_no_longer_asked(reed: ReedFamily) -> None:
    reed.home.state = LineState.DROPPED
    reed.add(
        r.Progress(
            line_id=reed.breakfast.id,
            meeting_id=reed.meeting.id,
            on=DATED,
            outcome=LineOutcome.DONE,
        )
    )
    told = [line.what for line in reed.letter(reed.mother).lines]
    assert reed.home.what not in told
    assert reed.breakfast.what not in told
    assert reed.visit.what in told


def test_a_father_is_told_nothing_of_a_child_that_is_not_his(reed: ReedFamily) -> None:
    letter = reed.letter(reed.holt)
    assert letter.children == ("Isla Reed",)
    assert letter.initials == ("IR",)
    assert [worry.heading for worry in letter.worries] == [
        reed.hungry.heading, reed.fights.heading,
    ]  # fmt: skip
    assert reed.curfew.what not in [line.what for line in letter.lines]
    assert "A parent group." not in [one.what for one in letter.help]
    aziz = freeze_letter(reed.letter(reed.aziz))
    assert "chair" not in aziz
    assert "Holt" not in aziz


def test_what_another_father_does_is_not_told_even_where_it_names_no_child(
    reed: ReedFamily,
) -> None:
    alone = reed.line(
        what="Go to the clinic on Mondays.", owner_person_id=reed.holt.id, concern_id=None
    )
    assert alone.what in [line.what for line in reed.letter(reed.holt).lines]
    assert alone.what in [line.what for line in reed.letter(reed.mother).lines]
    assert alone.what not in [line.what for line in reed.letter(reed.aziz).lines]


def test_who_must_not_meet_is_told_nothing_of_what_the_other_does_or_had(reed: ReedFamily) -> None:
    reed.add(r.HelpGiven(
        episode_id=reed.episode.id, person_id=reed.mother.id, what="A refuge worker, weekly."
    ))  # fmt: skip
    his = reed.line(what="Go to the course.", owner_person_id=reed.holt.id, concern_id=None)
    hers = reed.line(what="See the worker.", owner_person_id=reed.mother.id, concern_id=None)
    assert "A refuge worker, weekly." in [one.what for one in reed.letter(reed.holt).help]
    reed.add(r.KeptApart(case_id=reed.case.id, person_id=reed.mother.id, other_id=reed.holt.id))
    assert "A refuge worker, weekly." not in [one.what for one in reed.letter(reed.holt).help]
    for reader, told, kept in ((reed.holt, his, hers), (reed.mother, hers, his)):
        lines = [line.what for line in reed.letter(reader).lines]
        assert told.what in lines
        assert kept.what not in lines


def test_what_is_left_out_of_one_letter_stands_in_the_others(reed: ReedFamily) -> None:
    draft = reed.draft(reed.mother)
    example = next(row for row in reed.rows if isinstance(row, r.ConcernExample))
    for row in (reed.fights, example, reed.visit):
        reed.add(r.LetterOmission(letter_id=draft.id, about=row.id, why="Not safe for her"))
    letter = letter_of(reed.papers(), draft)
    assert [worry.heading for worry in letter.worries] == [
        reed.hungry.heading, reed.out_late.heading,
    ]  # fmt: skip
    assert letter.worries[0].examples == ()
    told = [line.what for line in letter.lines]
    assert reed.visit.what not in told
    assert reed.course.what not in told  # it would tell the worry that is left out
    holt = reed.letter(reed.holt)
    assert reed.fights.heading in [worry.heading for worry in holt.worries]


@pytest.mark.parametrize("kind", LetterKind)
def test_no_letter_of_a_trapped_family_says_what_it_must_not(
    reed: ReedFamily, kind: LetterKind
) -> None:
    drafts = {who: reed.draft(getattr(reed, who), kind) for who in ("mother", "holt", "aziz")}
    set_traps(reed)
    letters = {who: freeze_letter(letter_of(reed.papers(), one)) for who, one in drafts.items()}
    for who, letter in letters.items():
        assert "They went to" in letter, who
        for secret in KEPT_FROM_ALL:
            assert not find_withheld(letter, (secret,)), (who, secret)
    for secret in (*KEPT_FROM_HOLT, "51 Park View", "SW19 9YY"):
        assert not find_withheld(letters["holt"], (secret,)), secret
    for secret in ("14 Rose Lane", "SM1 4QX", "8 Dock Road", "CR0 7ZZ"):
        assert not find_withheld(letters["aziz"], (secret,)), secret
    for secret in ("8 Dock Road", "CR0 7ZZ", "51 Park View", "SW19 9YY"):
        assert not find_withheld(letters["mother"], (secret,)), secret
    assert "14 rose lane" in letters["mother"]
    assert "ELM GROVE SCHOOL" in letters["mother"]
    for letter in letters.values():
        assert "Ring her sister" not in letter


@pytest.mark.parametrize(
    "written",
    ["14 Rose Ln", "Róse Lane", "S M 1 4 Q X", "+44 (0)7700 900 142", "Elm-Grove\u00adSchool"],
)
def test_a_spelling_that_is_found_in_minutes_is_found_in_letters_too(
    reed: ReedFamily, written: str
) -> None:
    reed.hungry.summary = f"On 3 May Isla was seen. It was {written} again."
    [told] = reed.letter(reed.holt).worries[0].paragraphs
    assert written not in told
    assert "that we keep private again." in told
    assert "[withheld]" not in told
    [whole] = reed.letter(reed.mother).worries[0].paragraphs
    assert written in whole


def test_an_address_that_stands_on_two_lines_of_a_worry_is_found(reed: ReedFamily) -> None:
    reed.hungry.summary = "They were seen at 14 Rose\nLane, with no coat.\nIt was cold."
    told = reed.letter(reed.holt).worries[0].paragraphs
    assert told == (
        "They were seen at an address that we keep private, with no coat.",
        "It was cold.",
    )


def test_a_school_called_after_a_street_is_a_place_not_an_address(reed: ReedFamily) -> None:
    reed.mother.address = "2 Elm Grove\nSutton\nSM1 9ZZ"
    reed.hungry.summary = "On 3 May Elm Grove School rang from Elm Grove."
    [told] = reed.letter(reed.holt).worries[0].paragraphs
    assert told == (
        "On 3 May a place that we keep private rang from an address that we keep private."
    )


def test_who_lives_in_the_same_street_keeps_their_own_address(reed: ReedFamily) -> None:
    reed.mother.address = "30 Park View\nMerton\nSW19 9YY"
    reed.hungry.summary = "We saw no food at 51 Park View, nor at 30 Park View."
    letter = reed.letter(reed.aziz)
    assert letter.to.address == tuple(AZIZ_ADDRESS.split("\n"))
    assert letter.worries[0].paragraphs == (
        "We saw no food at 51 Park View, nor at an address that we keep private.",
    )
    found = checked_letter(reed.papers(), reed.draft(reed.aziz), DAYS)
    assert [one.rule.key for one in found] == []


def test_an_address_put_down_for_the_wrong_person_is_not_printed(reed: ReedFamily) -> None:
    reed.holt.address = ADDRESS
    assert reed.letter(reed.holt).to.address == ()


def test_parents_who_live_together_keep_their_address(reed: ReedFamily) -> None:
    reed.aziz.address = ADDRESS
    reed.hungry.summary = "We saw no food at 14 Rose Lane."
    letter = reed.letter(reed.aziz)
    assert letter.to.address == tuple(ADDRESS.split("\n"))
    assert letter.worries[0].paragraphs == ("We saw no food at 14 Rose Lane.",)


def test_a_cleared_letter_stays_what_it_was(reed: ReedFamily) -> None:
    draft = reed.draft(reed.mother)
    before = letter_of(reed.papers(), draft)
    draft.frozen = freeze_letter(before)
    reed.hungry.heading = "Something else"
    assert letter_of(reed.papers(), draft) == before


def test_an_undated_letter_takes_today_where_it_is_shown(reed: ReedFamily) -> None:
    draft = reed.draft(reed.mother, on=None)
    assert letter_of(reed.papers(), draft).on is None
    assert letter_of(reed.papers(), draft, DATED).on == DATED


def test_the_letter_ending_tells_what_was_authorised_and_why(reed: ReedFamily) -> None:
    reed.review_decides(Outcome.CLOSE)
    letter = reed.letter(reed.aziz, LetterKind.ENDING)
    assert "for Noah" in letter.decision
    assert "Isla" not in letter.decision.split("\n")[0]
    assert "fed and go to school" in letter.decision
    assert (letter.worries, letter.help, letter.lines) == ((), (), ())
    assert letter.meeting.on is None


def test_what_is_only_recommended_is_told_to_nobody(reed: ReedFamily) -> None:
    reed.review_decides(Outcome.CLOSE)
    reed.rows = [row for row in reed.rows if not isinstance(row, r.Authority)]
    assert reed.letter(reed.aziz, LetterKind.ENDING).decision == ""


def test_the_letter_of_extension_gives_the_last_day_and_the_next_review(reed: ReedFamily) -> None:
    reed.review_decides(Outcome.EXTEND, new_end=date(2027, 6, 1))
    reed.add(
        r.Meeting(
            episode_id=reed.episode.id,
            kind=MeetingKind.FINAL,
            number=3,
            planned_on=date(2027, 5, 25),
            state=MeetingState.PLANNED,
        )
    )
    letter = reed.letter(reed.mother, LetterKind.EXTENSION)
    assert letter.last_day == date(2027, 6, 1)
    assert letter.meeting.on == date(2027, 5, 25)
    assert letter.lines[0].what == reed.breakfast.what
    assert letter.worries == ()


def test_the_letter_before_issue_takes_the_place_of_the_meetings(reed: ReedFamily) -> None:
    reed.review_decides(Outcome.ISSUE)
    draft = reed.draft(reed.mother, LetterKind.BEFORE_ISSUE)
    letter = letter_of(reed.papers(), draft)
    assert "takes the place of our meetings" in letter.decision
    assert len(letter.worries) == 3
    musts = [
        one.rule.key
        for one in checked_letter(reed.papers(), draft, DAYS)
        if one.level is Level.MUST
    ]
    assert musts == []


def test_a_reason_recorded_about_the_letter_passes_a_must(reed: ReedFamily) -> None:
    draft = reed.draft(reed.mother, family_offer="")
    [found] = checked_letter(reed.papers(), draft, DAYS)
    assert (found.rule.key, found.level, found.about) == (
        "letter.family_offer", Level.MUST, draft.id,
    )  # fmt: skip
    reed.add(
        r.ExceptionalReason(
            case_id=reed.case.id,
            rule="letter.family_offer",
            about=draft.id,
            reason="It would put the children in danger.",
            by_staff_id=reed.chair.id,
            at=datetime(2027, 1, 19, tzinfo=UTC),
        )
    )
    [found] = checked_letter(reed.papers(), draft, DAYS)
    assert found.level is Level.NOTE


@pytest.mark.parametrize(
    "written", ["14 Rose Ln", "Rose Ln.", "+44 7700 900142", "0044 7700 900142"]
)
def test_a_withheld_detail_is_taken_out_however_it_is_written_short(written: str) -> None:
    family = ReedFamily()
    letter = family.letter(family.holt, opening=f"We write about {written} now.")
    assert "keep private" in letter.opening
    assert "Rose" not in letter.opening
    assert "7700" not in letter.opening


def test_who_must_not_meet_is_told_their_own_time_and_place_and_nobody_elses() -> None:
    family = ReedFamily()
    family.add(
        r.KeptApart(case_id=family.case.id, person_id=family.mother.id, other_id=family.holt.id)
    )
    meeting = next(row for row in family.rows if isinstance(row, r.Meeting))
    assert meeting.planned_on
    assert meeting.planned_at
    family.add(
        r.Invitation(
            meeting_id=meeting.id, to_group=InvitedGroup.FAMILY, person_id=family.holt.id,
            on=meeting.planned_on, at=time(14, 30), meeting_at=meeting.planned_at,
            place="Side door, North Hall", minutes=90, made_at=datetime(2027, 1, 19, tzinfo=UTC),
        )
    )  # fmt: skip
    his, hers = family.letter(family.holt).meeting, family.letter(family.mother).meeting
    assert (his.at, his.place) == ("14:30", "Side door, North Hall")
    assert (hers.on, hers.at, hers.place) == (meeting.planned_on, "", NOT_SET)
    assert family.letter(family.aziz).meeting.at == f"{meeting.planned_at:%H:%M}"


def test_a_sister_whom_a_letter_is_not_about_is_no_child_of_another_family(
    reed: ReedFamily,
) -> None:
    draft = reed.draft(reed.aziz, closing="Noah shares a room with Isla.")
    others = ["Isla Ellis"]
    assert "Isla Reed" not in letter_of(reed.papers(), draft).children

    def found() -> list[str]:
        checked = checked_letter(reed.papers(), draft, DAYS, others)
        return [one.sentence for one in checked if one.rule.key == "letter.other_family"]

    assert found() == []
    draft.closing = "Noah shares a room with Isla Ellis."
    assert found() == ["“Isla Ellis” is a child of another family. Check who is meant."]
