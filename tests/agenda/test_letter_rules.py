"""Each rule of the letter: silent on a good letter, and heard, in its place, when it is broken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from carter_letter import CARTER_LETTER
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.finding import Level
from agenda.letter import (
    HelpGiven,
    Letter,
    LetterExample,
    LetterLine,
    LetterMeeting,
    Recipient,
    Signature,
    Worry,
)
from agenda.letter_check import letter_findings
from agenda.letter_people import OwedLetter, people_without_letter
from agenda.letter_place import Part
from agenda.letter_words import LetterKind
from agenda.policy import default_policy, read_policy
from agenda.rules import RULES
from agenda.words import LineKind, ParentalResponsibility
from agenda.working_days import WorkingDays

if TYPE_CHECKING:
    from agenda.letter_place import LetterFinding

GOOD = CARTER_LETTER
POLICY = default_policy()
DAYS = WorkingDays(POLICY.bank_holidays)
FIRST = GOOD.worries[0]
EXAMPLE = FIRST.examples[0]
BREAKFAST = GOOD.lines[1]

EXTENDED = replace(
    GOOD,
    kind=LetterKind.EXTENSION,
    decision="We go on for six more weeks, because Jo and Lee are safer than they were.",
    last_day=date(2027, 5, 18),
)
ENDED = Letter(
    LetterKind.ENDING,
    GOOD.reference,
    GOOD.to,
    date(2027, 4, 6),
    GOOD.children,
    decision="We stop now, because Jo and Lee are fed and safe at home.",
    signature=GOOD.signature,
)
ISSUING = replace(
    GOOD,
    kind=LetterKind.BEFORE_ISSUE,
    decision="We will go to court. This letter takes the place of our letter of 22 December.",
    meeting=LetterMeeting(),
    lines=(),
)


def worry(**changed: Any) -> Letter:
    """The good letter with its first worry changed."""
    return replace(GOOD, worries=(replace(FIRST, **changed), GOOD.worries[1]))


def told(text: str) -> Letter:
    """The good letter with another first paragraph."""
    return worry(paragraphs=(text, FIRST.paragraphs[1]))


def example(**changed: Any) -> Letter:
    return worry(examples=(replace(EXAMPLE, **changed),))


def line(**changed: Any) -> Letter:
    """The good letter with its second line changed."""
    return replace(GOOD, lines=(GOOD.lines[0], replace(BREAKFAST, **changed), *GOOD.lines[2:]))


def without(kind: LineKind) -> Letter:
    return replace(GOOD, lines=tuple(one for one in GOOD.lines if one.kind is not kind))


BROKEN: dict[str, list[tuple[Letter, str]]] = {
    "letter.recipient": [
        (replace(GOOD, to=Recipient("  ")), "Who it is to"),
        (replace(GOOD, to=Recipient("Ms Carter and Mr Dale")), "“Ms Carter and Mr Dale”"),
    ],
    "letter.dated": [(replace(GOOD, on=None), "The letter")],
    "letter.decision": [(replace(ENDED, decision=" "), "What we decided")],
    "letter.supersedes": [
        (replace(ISSUING, decision="We go to court in May."), "“We go to court in May.”")
    ],
    "letter.last_day": [
        (replace(EXTENDED, last_day=None), "What we decided"),
        (replace(EXTENDED, last_day=EXTENDED.on), "What we decided"),
    ],
    "letter.court": [
        (replace(GOOD, court=""), "Court"),
        (replace(GOOD, court="We may take further steps."), "“We may take further steps.”"),
    ],
    "letter.meeting": [
        (replace(GOOD, meeting=replace(GOOD.meeting, on=None)), "The meeting"),
        (replace(GOOD, meeting=replace(GOOD.meeting, at="")), "The meeting"),
        (replace(GOOD, meeting=replace(GOOD.meeting, place=" ")), "The meeting"),
        (replace(GOOD, meeting=replace(GOOD.meeting, on=date(2900, 1, 1))), "The meeting"),
    ],
    "letter.notice": [
        (replace(GOOD, meeting=replace(GOOD.meeting, on=date(2027, 1, 6))), "“Wed 6 Jan 2027”")
    ],
    "letter.family_offer": [(replace(GOOD, family_offer=""), "Family meeting")],
    "letter.legal_aid": [
        (replace(GOOD, legal_advice="You can have a solicitor."), "“You can have a solicitor.”")
    ],
    "letter.solicitors": [(replace(GOOD, solicitor_list=False), "Legal advice")],
    "letter.signature": [
        (replace(GOOD, signature=replace(GOOD.signature, name="")), "Signature"),
        (replace(GOOD, signature=replace(GOOD.signature, telephone="")), "Signature"),
    ],
    "letter.worries": [
        (replace(GOOD, worries=()), "What we are worried about"),
        (replace(GOOD, worries=(FIRST,) * 5), "Worry 5: “Neglect"),
    ],
    "letter.order": [(worry(rank=3), "Worry 2: “Fights at home”")],
    "letter.heading": [(worry(heading=""), "Worry 1")],
    "letter.danger_statement": [(worry(danger_statement="—"), "Worry 1")],
    "letter.since": [(worry(since=""), "Worry 1")],
    "letter.paragraphs": [
        (worry(paragraphs=()), "Worry 1"),
        (worry(paragraphs=FIRST.paragraphs * 2), "Worry 1"),
    ],
    "letter.example": [(worry(examples=()), "Worry 1"), (example(what=""), "Worry 1, example 1")],
    "letter.example_date": [
        (example(on=None), "Worry 1, example 1: “The health visitor"),
        (example(on=date(2027, 6, 1)), "Worry 1, example 1: “The health visitor"),
    ],
    "letter.old_example": [(example(on=date(2024, 12, 21)), "Worry 1, example 1")],
    "letter.some_examples": [
        (replace(GOOD, examples_note="Here are our worries."), "“Here are our worries.”")
    ],
    "letter.help": [
        (replace(GOOD, help=()), "What was done to help"),
        (replace(GOOD, help=(HelpGiven("Six visits", None, "You came"),)), "help, row 1"),
        (replace(GOOD, help=(HelpGiven("Six visits", EXAMPLE.on),)), "help, row 1"),
    ],
    "letter.first_steps": [
        (replace(GOOD, lines=GOOD.lines[2:]), "What needs to happen: “Keep these"),
        (replace(GOOD, lines=()), "What needs to happen"),
    ],
    "letter.bottom_line": [(without(LineKind.BOTTOM_LINE), "Bottom line")],
    "letter.visits": [(without(LineKind.VISIT), "Visits")],
    "letter.support": [
        (
            replace(GOOD, lines=tuple(replace(one, support="") for one in GOOD.lines)),
            "What needs to happen",
        )
    ],
    "letter.worry_line": [
        (replace(GOOD, lines=GOOD.lines[:3]), "Worry 2: “Fights at home”"),
    ],
    "letter.children": [
        (replace(GOOD, children=()), "The letter"),
        (
            replace(GOOD, worries=(*GOOD.worries, Worry("Drink", "You drink.", "2025", ("So.",)))),
            "Worry 3: “Drink”",
        ),
    ],
    "letter.other_family": [
        (told("Jo and Tomasz Ellis were hungry."), "Worry 1, sentence 1"),
        (told("Jo was late. Tomasz was hungry."), "sentence 2: “Tomasz was hungry.”"),
        (told("Jo was late. It is Tomasz Ellis’s."), "sentence 2: “It is Tomasz Ellis’s.”"),
    ],
    "letter.placeholder": [
        (told("Jo was seen. [NAME] was hungry."), "Worry 1, sentence 2: “[NAME]”"),
        (told("Jo came on XX May."), "“XX”"),
        (told("Jo sees a doctor, TBC."), "“TBC”"),
        (told("Jo was seen: insert date."), "“insert”"),
        (told("Jo and his/her brother."), "“his/her”"),
        (told("The child(ren) and Jo."), "“child(ren)”"),
        (replace(GOOD, to=replace(GOOD.to, name="[Parent]")), "Who it is to: “[Parent]”"),
        (replace(GOOD, meeting=replace(GOOD.meeting, place="Room TBC")), "The meeting: “TBC”"),
    ],
    "letter.generic": [
        (
            told("Jo was late. There is a lack of insight."),
            "Worry 1, sentence 2: “There is a lack of insight.”",
        )
    ],
    "letter.legal_planning": [
        (told("The legal planning meeting spoke of Jo."), "“legal planning”"),
        (told("Our lawyers advised that Jo is not safe."), "“Our lawyers advised”"),
    ],
    "letter.address": [
        (told("Jo stays at 9 Hill Rise, SM2 5ZZ."), "“SM2 5ZZ”"),
        (told("Jo stays at 7, Nightingale Close."), "“7, Nightingale Close”"),
    ],
    "letter.reading_age": [
        (
            told(
                "Jo was late. Considerable deterioration necessitated multidisciplinary "
                "investigation. Professional observation demonstrated unsatisfactory supervision. "
                "Educational underachievement is additionally documented by several agencies."
            ),
            "Worry 1, sentence 2",
        )
    ],
    "letter.length": [(told("Jo was late. " * 600), "The letter")],
    "letter.long_sentence": [
        (told("Jo was late. Jo went " + "to bed and " * 10 + "slept."), "Worry 1, sentence 2")
    ],
    "letter.hard_word": [
        (told("Jo was late. She resides here."), "Worry 1, sentence 2: “resides”")
    ],
    "letter.abbreviation": [(told("Jo was late. The IDVA rang."), "Worry 1, sentence 2: “IDVA”")],
    "smart.owner": [(line(owner=""), "What needs to happen, line 2")],
    "smart.due": [(line(rhythm="", until=None), "What needs to happen, line 2")],
    "smart.measure": [(line(measure=""), "What needs to happen, line 2")],
    "smart.vague": [
        (
            line(what="Engage with us.", measure="We will know", rhythm="", due=date(2027, 2, 1)),
            "What needs to happen, line 2: “engage”",
        )
    ],
    "smart.two_owners": [(line(what="Both of you give Jo breakfast."), "line 2: “Both”")],
    "smart.two_actions": [
        (line(what="Give Jo breakfast and take her to school."), "line 2: “and take her to”")
    ],
    "smart.past_window": [(line(until=date(2027, 4, 7)), "line 2")],
    "smart.before_meeting": [(line(until=date(2026, 12, 1)), "line 2")],
    "smart.non_working_day": [(line(due=date(2027, 3, 26)), "line 2")],
    "smart.no_concern": [(line(worry=3), "line 2")],
    "smart.rhythm": [
        (replace(GOOD, lines=(*GOOD.lines, LetterLine("Visit", LineKind.VISIT))), "Visits, line 7")
    ],
    "smart.consequence": [
        (
            replace(GOOD, lines=(*GOOD.lines, LetterLine("No", LineKind.BOTTOM_LINE))),
            "Bottom line, line 7",
        )
    ],
}
"""By rule: letters that break it, and what its place must say."""


def found_in(letter: Letter) -> list[LetterFinding]:
    secrets = ["7 Nightingale Close"]
    return letter_findings(
        letter, POLICY, DAYS, ["Tomasz Ellis", "May Ellis", "Jo Carter"], secrets
    )


@pytest.mark.parametrize("good", [GOOD, EXTENDED, ENDED, ISSUING], ids=lambda one: one.kind)
def test_a_good_letter_of_each_kind_has_no_finding(good: Letter) -> None:
    assert found_in(good) == []


@pytest.mark.parametrize(
    ("rule", "letter", "place"),
    [(rule, letter, place) for rule, cases in BROKEN.items() for letter, place in cases],
)
def test_a_broken_rule_is_found_in_its_place(rule: str, letter: Letter, place: str) -> None:
    found = [one for one in found_in(letter) if one.rule.key == rule]
    assert any(place in one.where.in_words for one in found), [one.where for one in found]
    assert all(one.sentence.endswith(".") for one in found)


def test_every_rule_of_the_letter_is_tried() -> None:
    spoken = {key for key in RULES if key.startswith("letter.")}
    elsewhere = {
        "letter.everyone",  # below, over all letters
        "letter.own_time",  # test_letter_apart_rules.py: it reads the invitations as well
    }
    assert spoken - set(BROKEN) == elsewhere


def test_every_hard_word_comes_with_a_plainer_one() -> None:
    [found] = found_in(told("Jo was late. She resides here."))
    assert found.example == "live"
    assert (found.where.part, found.where.number, found.where.sentence) == (Part.WORRY, 1, 2)
    assert found.field == "paragraphs"


def test_a_word_of_everyday_that_is_a_childs_name_elsewhere_is_no_child() -> None:
    assert found_in(told("Jo may be late. In May she was.")) == []


@pytest.mark.parametrize(
    "fact", ["Jo’s basic needs came last.", "For 3 days basic needs were not met."]
)
def test_a_general_phrase_with_a_fact_beside_it_may_stand(fact: str) -> None:
    assert found_in(told(f"Jo was late. {fact}")) == []


def test_a_baby_not_yet_born_is_a_child_by_name() -> None:
    unborn = worry(
        danger_statement="We are worried that the baby will go hungry.",
        paragraphs=("The baby has no cot.",),
        examples=(replace(EXAMPLE, what="You told us that you use drugs."),),
    )
    found = letter_findings(replace(unborn, children=("Baby Carter",)), POLICY, DAYS)
    assert [one.where.number for one in found if one.rule.key == "letter.children"] == [2]


def test_a_given_name_alone_only_warns_and_a_whole_name_must_go() -> None:
    [alone] = found_in(told("Jo was late. Tomasz was hungry."))
    [whole] = found_in(told("Jo was late. Tomasz Ellis was hungry."))
    assert (alone.level, whole.level) == (Level.SHOULD, Level.MUST)


def test_before_issue_the_missing_offer_warns_and_stops_nothing() -> None:
    [found] = found_in(replace(ISSUING, family_offer=""))
    assert found.rule.key == "letter.family_offer"
    assert found.level is Level.SHOULD


def test_an_authority_may_leave_the_offer_unchecked() -> None:
    policy = read_policy("[family_offer.check]\nvalue = false\n", "policy.toml")
    assert letter_findings(replace(GOOD, family_offer=""), policy, DAYS) == []


def test_the_numbers_are_the_authoritys() -> None:
    policy = read_policy(
        "[concerns.headings]\nvalue = 1\n[letter.notice_days]\nvalue = 13\n"
        "[concerns.example_years]\nvalue = 5\n[letter.most_words]\nvalue = 200\n",
        "policy.toml",
    )
    four_years_old = example(on=date(2022, 12, 22))
    found = [one.rule.key for one in letter_findings(four_years_old, policy, DAYS)]
    assert found == ["letter.notice", "letter.worries", "letter.length"]


def test_an_old_example_with_its_reason_may_stand() -> None:
    assert found_in(example(on=date(2012, 2, 29), exceptional="He was convicted of it.")) == []


def test_a_letter_that_is_not_begun_has_findings_and_no_error() -> None:
    for kind in LetterKind:
        assert found_in(Letter(kind, "", Recipient("")))


# --- everyone has a letter


@pytest.mark.parametrize(
    ("person", "owed"),
    [
        (OwedLetter("Ms Alana Carter", True, ParentalResponsibility.YES), False),
        (OwedLetter("Mr Ben Dale", True, ParentalResponsibility.NO), True),
        (OwedLetter("Mrs June Carter", False, ParentalResponsibility.YES), True),
        (OwedLetter("Mrs June Carter", False, ParentalResponsibility.DISPUTED), True),
        (OwedLetter("Mrs June Carter", False, ParentalResponsibility.NO), False),
        (OwedLetter("Mr Ben Dale", True, ParentalResponsibility.YES, "By the court"), True),
        (
            OwedLetter("Mr Ben Dale", True, ParentalResponsibility.YES, "By the court", "Ms Holt"),
            False,
        ),
    ],
)
def test_who_is_owed_a_letter_and_has_none(person: OwedLetter, owed: bool) -> None:
    found = people_without_letter([person], [GOOD])
    assert [one.rule.key for one in found] == ["letter.everyone"] * owed
    assert all(person.name in one.sentence for one in found)


# --- any text


ANY = st.text(max_size=40) | st.sampled_from(
    [
        "[NAME]",
        "XX. TBC? his/her",
        "SM1 1AA",
        "Jo’s. […]",
        "engage. IDVA!",
        "\x1b[2J\u202e",
        "I" * 999,
    ]
)
WHEN = st.none() | st.dates()
LETTERS = st.builds(
    Letter,
    kind=st.sampled_from(LetterKind),
    reference=ANY,
    to=st.builds(Recipient, name=ANY, address=st.tuples(ANY)),
    on=WHEN,
    children=st.lists(ANY, max_size=2).map(tuple),
    meeting=st.builds(LetterMeeting, on=WHEN, at=ANY, place=ANY),
    opening=ANY,
    decision=ANY,
    last_day=WHEN,
    court=ANY,
    worries=st.lists(
        st.builds(
            Worry,
            heading=ANY,
            paragraphs=st.lists(ANY, max_size=3).map(tuple),
            examples=st.tuples(st.builds(LetterExample, what=ANY, on=WHEN)),
            rank=st.integers(),
        ),
        max_size=5,
    ).map(tuple),
    help=st.tuples(st.builds(HelpGiven, what=ANY, on=WHEN)),
    lines=st.tuples(
        st.builds(
            LetterLine,
            what=ANY,
            kind=st.sampled_from(LineKind),
            owner=ANY,
            due=WHEN,
            until=WHEN,
            sessions=st.none() | st.integers(),
            worry=st.integers(),
        )
    ),
    legal_advice=ANY,
    signature=st.builds(Signature, name=ANY),
)


@settings(max_examples=100, deadline=None)
@given(letter=LETTERS, others=st.lists(ANY, max_size=2))
def test_the_checker_takes_any_text(letter: Letter, others: list[str]) -> None:
    for found in letter_findings(letter, POLICY, DAYS, others, others):
        assert found.sentence
        assert found.where.in_words


@pytest.mark.parametrize(
    "text",
    ["[" * 50_000, "<" * 50_000, "a" * 100_000, "x. " * 10_000],
    ids=["brackets", "angles", "one word", "sentences"],
)
def test_a_very_long_text_is_checked_too(text: str) -> None:
    assert found_in(told(text)) is not None
