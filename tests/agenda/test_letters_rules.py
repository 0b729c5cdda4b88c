"""Letters on their way: who is owed one, how late each step is, and how it was given."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from letters_family import DAYS, MEETS, ReedFamily

from agenda import records as r
from agenda.decision_words import Outcome
from agenda.finding import Level
from agenda.letter_words import DeliveredHow, LetterKind, LetterTurnKind
from agenda.letters_owed import letters_owed
from agenda.letters_rules import letter_stands, letters_findings
from agenda.minuting_people import advice_of
from agenda.people_rules import LETTER, people_findings
from agenda.words import MeetingState, ParentalResponsibility, Relation

DRAFTED, TO_LEGAL, RETURNED, CLEARED, DELIVERED = LetterTurnKind
WED, THU, FRI, MON, TUE = (date(2027, 1, day) for day in (13, 14, 15, 18, 19))
"""The days after the legal planning meeting of Tuesday 12 January: 1 to 5 working days on."""


@pytest.fixture
def reed() -> ReedFamily:
    """The family, where legal left both fathers out: what is found is about the mother's."""
    made = ReedFamily()
    for father in (made.holt, made.aziz):
        made.add(
            r.LetterLeftOut(
                episode_id=made.episode.id,
                kind=LetterKind.BEFORE_PROCEEDINGS,
                person_id=father.id,
                why="The court said so",
                by_staff_id=made.lawyer.id,
                at=datetime(2027, 1, 12, tzinfo=UTC),
            )
        )
    return made


def turn(reed: ReedFamily, draft: Any, what: LetterTurnKind, on: date, **fields: Any) -> Any:
    return reed.add(
        r.LetterTurn(letter_id=draft.id, what=what, on=on, by_staff_id=reed.worker.id, **fields)
    )


def given(reed: ReedFamily, draft: Any, on: date, **fields: Any) -> Any:
    draft.frozen = draft.frozen or "{}"
    facts: dict[str, Any] = {"how": DeliveredHow.BY_HAND, "pack": True, "understood": "Said back"}
    return turn(reed, draft, DELIVERED, on, **(facts | fields))


def found(reed: ReedFamily, today: date) -> list[tuple[str, str]]:
    return [(one.rule.key, one.sentence) for one in letters_findings(reed.papers(), DAYS, today)]


def keys(reed: ReedFamily, today: date) -> list[str]:
    return [key for key, _ in found(reed, today)]


def test_everyone_who_is_a_parent_or_responsible_is_owed_a_letter() -> None:
    reed = ReedFamily()
    gran = reed.add(
        r.Person(case_id=reed.case.id, full_name="Gran Reed", known_as="Mrs Reed", initials="gr")
    )
    tie = reed.add(
        r.Relationship(
            person_id=gran.id,
            child_id=reed.isla.id,
            relation=Relation.GRANDPARENT,
            parental_responsibility=ParentalResponsibility.UNKNOWN,
        )
    )
    missing = letters_findings(reed.papers(), DAYS, WED)
    assert [(one.rule.key, one.about) for one in missing] == [
        ("letters.responsibility", gran.id),
        ("letter.everyone", reed.mother.id),
    ]
    assert missing[1].level is Level.MUST
    assert missing[1].sentence.startswith(
        "Ms Reed, Mr Holt and Mr Aziz have no letter before proceedings. Write one to each, or "
    )
    assert missing[1].sentence.endswith(
        "They are due with legal by Thu 14 Jan 2027: in 1 working day (amber)."
    )
    for may_decide in (ParentalResponsibility.YES, ParentalResponsibility.DISPUTED):
        tie.parental_responsibility = may_decide
        assert [one.person.known_as for one in letters_owed(reed.papers(), DAYS)][-1] == "Mrs Reed"
    for tie in reed.papers().relationships:  # a parent is owed one all the same
        tie.parental_responsibility = ParentalResponsibility.NO
    assert keys(reed, WED) == ["letter.everyone"]


def test_what_is_alike_is_said_once_and_goes_to_the_first_it_is_about() -> None:
    reed = ReedFamily()
    mother, holt = reed.draft(reed.mother), reed.draft(reed.holt)
    for draft in (mother, holt):
        turn(reed, draft, TO_LEGAL, THU)
    both, missing = letters_findings(reed.papers(), DAYS, TUE)
    assert both.about == mother.id
    assert both.sentence == (
        "Legal has not returned the letters before proceedings to Ms Reed and Mr Holt yet. "
        "They were due by Mon 18 Jan 2027: 1 working day late (red)."
    )
    assert missing.about == reed.aziz.id
    assert missing.sentence == (
        "Mr Aziz has no letter before proceedings. Write one to them, or have our lawyer "
        "record why not. It is due with legal by Thu 14 Jan 2027: 3 working days late (red)."
    )
    given(reed, mother, TUE, understood="")
    given(reed, holt, TUE, understood="")
    [one, *_] = letters_findings(reed.papers(), DAYS, TUE)
    assert one.sentence == (
        "Record how you made sure that Ms Reed and Mr Holt understood the letter."
    )


def test_where_legal_recorded_why_nobody_is_missed(reed: ReedFamily) -> None:
    reed.draft(reed.mother)
    assert keys(reed, WED) == ["letters.next"]


def test_each_step_is_late_from_the_working_day_after_it(reed: ReedFamily) -> None:
    draft = reed.draft(reed.mother)
    assert found(reed, THU) == [
        (
            "letters.next",
            (
                "Ms Reed's letter before proceedings is not with legal yet. It is due by "
                "Thu 14 Jan 2027: today (amber)."
            ),
        )
    ]
    assert found(reed, FRI)[0] == (
        "letters.drafted",
        (
            "Ms Reed's letter before proceedings is not with legal yet. It was due by "
            "Thu 14 Jan 2027: 1 working day late (red)."
        ),
    )
    turn(reed, draft, TO_LEGAL, THU)
    assert keys(reed, MON) == ["letters.next"]
    assert found(reed, TUE) == [
        (
            "letters.returned",
            (
                "Legal has not returned Ms Reed's letter before proceedings yet. It was due by "
                "Mon 18 Jan 2027: 1 working day late (red)."
            ),
        )
    ]
    turn(reed, draft, CLEARED, MON)
    draft.frozen = "{}"
    assert keys(reed, TUE) == ["letters.next"]
    assert keys(reed, date(2027, 1, 21))[0] == "letters.given"


def test_a_letter_back_with_changes_is_due_when_the_parent_should_have_it(
    reed: ReedFamily,
) -> None:
    draft = reed.draft(reed.mother)
    turn(reed, draft, TO_LEGAL, THU)
    turn(reed, draft, RETURNED, FRI, note="Shorter")
    assert "not with legal yet. It is due by Tue 19 Jan 2027" in found(reed, MON)[0][1]


def test_a_letter_given_asks_for_pack_and_understanding(reed: ReedFamily) -> None:
    draft = reed.draft(reed.mother)
    row = given(reed, draft, TUE, pack=False, understood=" ")
    assert keys(reed, TUE) == ["letters.pack", "letters.understood"]
    row.pack, row.understood = True, "She said it back"
    assert keys(reed, TUE) == []


def test_the_meeting_waits_for_the_last_letter(reed: ReedFamily) -> None:
    reed.rows = [row for row in reed.rows if not isinstance(row, r.LetterLeftOut)]
    for person, on in ((reed.mother, MON), (reed.holt, TUE)):
        given(reed, reed.draft(person), on)
    aziz = reed.draft(reed.aziz)
    late = date(2027, 1, 20)
    assert found(reed, late)[-1] == (
        "letters.notice",
        (
            "If the last letter is given today, the initial meeting on Tue 2 Feb 2027 is 9 working "
            "days later; 10 is the least. Move the meeting."
        ),
    )
    given(reed, aziz, late)
    [short] = letters_findings(reed.papers(), DAYS, late)
    assert "The last letter was given on Wed 20 Jan 2027" in short.sentence
    assert (short.about, short.example) == (reed.meeting.id, "Wed 3 Feb 2027, or later")
    reed.meeting.planned_on = date(2027, 2, 3)
    assert keys(reed, late) == []


def test_after_the_initial_meeting_no_first_letter_is_owed(reed: ReedFamily) -> None:
    reed.meeting.state = MeetingState.CONCLUDED
    assert found(reed, MEETS) == []


@pytest.mark.parametrize(
    ("outcome", "kind"),
    [
        (Outcome.CLOSE, LetterKind.ENDING),
        (Outcome.EXTEND, LetterKind.EXTENSION),
        (Outcome.ISSUE, LetterKind.BEFORE_ISSUE),
        (Outcome.AT_BIRTH, LetterKind.BEFORE_ISSUE),
        (Outcome.CONTINUE, None),
    ],
)
def test_each_decision_owes_its_own_letter_by_the_day_it_names(
    reed: ReedFamily, outcome: Outcome, kind: LetterKind | None
) -> None:
    reed.meeting.state = MeetingState.CONCLUDED
    reed.review_decides(outcome, letter_by=date(2027, 4, 16))
    owed = letters_owed(reed.papers(), DAYS)
    assert {one.kind for one in owed} == ({kind} if kind else set())
    assert all(one.by == date(2027, 4, 16) for one in owed)
    late = found(reed, date(2027, 4, 19))
    assert len(late) == (1 if kind else 0)
    assert all("1 working day late" in sentence for _, sentence in late)


def test_how_far_a_letter_has_come_is_said_in_a_few_words(reed: ReedFamily) -> None:
    draft = reed.draft(reed.mother)

    def stands(today: date) -> str:
        return letter_stands(draft, reed.papers(), DAYS, today)

    assert stands(WED) == "being drafted, not with legal yet, in 1 working day (amber)"
    turn(reed, draft, TO_LEGAL, THU)
    assert stands(TUE) == "with legal, 1 working day late (red)"
    draft.frozen = "{}"
    assert stands(TUE) == "cleared by legal, not given yet, today (amber)"
    row = given(reed, draft, date(2027, 1, 20))
    assert stands(TUE) == "given on Wed 20 Jan 2027, 1 working day late"
    row.on = TUE
    assert stands(TUE) == "given on Tue 19 Jan 2027, in time"


def test_the_day_a_letter_was_given_is_not_typed_again(reed: ReedFamily) -> None:
    given(reed, reed.draft(reed.mother), TUE)
    reed.add(r.Advice(meeting_id=reed.meeting.id, person_id=reed.mother.id))
    papers = reed.papers()
    papers.meeting_id = reed.meeting.id
    assert papers.first_letter_on(reed.mother.id) == TUE
    assert papers.first_letter_on(reed.holt.id) is None
    assert [(one.name, one.letter_received_on) for one in advice_of(papers)] == [("Ms Reed", TUE)]
    asked = {one.about for one in people_findings(papers) if one.rule is LETTER}
    assert asked == {reed.holt.id, reed.aziz.id}


def test_a_year_mistyped_breaks_nothing(reed: ReedFamily) -> None:
    reed.episode.decided_on = date(202, 1, 12)
    reed.draft(reed.mother)
    assert keys(reed, WED) == ["letters.next"]
