"""A copy holds nothing of other children, of whom its reader is kept apart from, or withheld."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from minuting_papers import CarterPapers
from reed_family import HERS, HIS, ISLAS, NOAHS, SPELT, WITHHELD, ReedPapers
from review_of import WholeReview

from agenda import records
from agenda.copy_for import Reader, leaks, reader_of
from agenda.cutting import cut
from agenda.decision_words import Outcome
from agenda.each_text import with_each_text
from agenda.minuted_plan import MinutedAnswer, MinutedInstruction
from agenda.minutes import MinutedDate, Minutes, freeze
from agenda.minuting import minutes_of
from agenda.plain_minutes import plain_lines
from agenda.take_away import take_away_of
from agenda.withheld_words import find_withheld
from agenda.words import LineKind, ParentAnswer


@pytest.fixture
def reeds() -> ReedPapers:
    return ReedPapers()


def copy(reeds: ReedPapers, person: Any) -> Minutes:
    return cut(reeds.minutes(), reader_of(reeds.papers(), person.id))


def test_the_father_reads_of_his_child_and_his_sitting_alone(reeds: ReedPapers) -> None:
    his = copy(reeds, reeds.dean)
    assert [child.full_name for child in his.children] == ["Isla Reed"]
    assert his.initials == "IR"
    assert [sitting.number for sitting in his.sittings] == [2]
    assert [worry.number for worry in his.concerns] == [1, 3]
    assert [line.number for line in his.plan] == [2, 4, 5]
    assert [row.name for row in his.advice] == ["Mr Holt"]
    assert [row.name for row in his.consents] == ["Mr Holt"]
    assert {given.name for line in his.plan for given in line.answers} == {"Mr Holt"}
    assert [line.children for line in his.plan] == [(), ("IR",), ()]
    assert his.circulation == ("Mr Okoro, Hart & Lane, for Mr Holt: through our legal team",)
    assert his.adjustments == ("Mr Holt: easy-read papers",)
    frozen = freeze(his)
    assert HIS in frozen
    assert ISLAS in frozen
    for private in (HERS, NOAHS, "with Ms Reed", "Noah", "Ms Lund", "Mr Aziz"):
        assert private not in frozen


def test_the_mother_reads_of_both_children_and_nothing_of_his_sitting(reeds: ReedPapers) -> None:
    hers = copy(reeds, reeds.jess)
    frozen = freeze(hers)
    assert hers.initials == "IR, NR"
    for kept in (HERS, NOAHS, ISLAS):
        assert kept in frozen
    for private in (HIS, "with Mr Holt", "Mr Okoro"):
        assert private not in frozen
    assert [line.number for line in hers.plan] == [1, 3, 4, 5]


def test_numbers_stay_those_of_the_whole(reeds: ReedPapers) -> None:
    whole = {one.number: one.text for one in reeds.minutes().paragraphs}
    for person in (reeds.dean, reeds.jess, reeds.karim):
        left = {one.number: one.text for one in copy(reeds, person).paragraphs}
        assert left
        assert left.items() < whole.items()


def test_it_says_whom_it_is_for_and_that_something_is_left_out(reeds: ReedPapers) -> None:
    for person in (reeds.dean, reeds.jess, reeds.karim):
        his = copy(reeds, person)
        assert his.copy_for == person.known_as
        assert his.leaves_out


def test_what_both_heard_together_stays_in_both_copies(reeds: ReedPapers) -> None:
    his = copy(reeds, reeds.karim)  # he sat with the mother, and is apart from nobody
    frozen = freeze(his)
    assert f"{HERS} view" in frozen
    assert NOAHS in frozen
    assert ISLAS not in frozen
    assert HIS not in frozen


def test_with_nothing_to_keep_back_it_is_the_same_minutes(reeds: ReedPapers) -> None:
    carters = CarterPapers()
    carters.fill()
    carters.grandmother.safe_contact = ""
    whole = carters.minutes()
    for person in (carters.mother, carters.lawyer):
        his = cut(whole, reader_of(carters.papers(), person.id))
        assert his == replace(whole, copy_for=person.known_as)
        assert not his.leaves_out
    assert "BC" in whole.initials  # not yet born


def test_two_readers_of_one_child_have_each_their_own(reeds: ReedPapers) -> None:
    carters = CarterPapers()
    carters.fill()
    papers, whole = carters.papers(), carters.minutes()
    hers, his = (cut(whole, reader_of(papers, one.id)) for one in (carters.mother, carters.father))
    assert "LC" in hers.initials
    assert his.initials == "LC"
    assert [line.what for line in his.plan] == [line.what for line in hers.plan]
    assert freeze(hers) != freeze(his)


def test_two_children_of_the_same_initials_are_not_mistaken(reeds: ReedPapers) -> None:
    reeds.noah.initials = "IR"
    assert NOAHS not in freeze(copy(reeds, reeds.dean))
    assert [child.full_name for child in copy(reeds, reeds.dean).children] == ["Isla Reed"]


def test_the_line_above_a_sitting_goes_on_to_what_is_left_of_it(reeds: ReedPapers) -> None:
    his = copy(reeds, reeds.dean)
    [section] = [one for one in his.sections if one.key == "child"]
    assert [one.sitting for one in section.paragraphs] == [2, 2]
    lines = [one.sitting_line for one in section.paragraphs]
    assert lines == ["Second sitting, Thursday 13 May 2027, with Mr Holt", ""]


def test_a_sitting_named_for_someone_apart_is_cut_though_nobody_is_marked(
    reeds: ReedPapers,
) -> None:
    hers = reeds.hers.id
    reeds.records = [
        row
        for row in reeds.records
        if not (
            isinstance(row, records.Attendance | records.AdviceBreak) and row.sitting_id == hers
        )
    ]
    assert HERS not in freeze(copy(reeds, reeds.dean))


def test_someone_apart_who_speaks_in_the_readers_sitting_is_not_in_the_copy(
    reeds: ReedPapers,
) -> None:
    reeds.entry("She said this", "worries", reeds.his, reeds.jess)
    assert "She said this" not in freeze(copy(reeds, reeds.dean))


def test_the_familys_answer_is_left_out_where_someone_apart_gave_it(reeds: ReedPapers) -> None:
    his = copy(reeds, reeds.dean).network
    assert his is not None
    assert [helper.name for helper in his.helpers] == ["Mr Holt"]
    reeds.offer.answered_by = "Ms Reed and her aunt"
    assert copy(reeds, reeds.dean).network is None
    assert copy(reeds, reeds.karim).network is not None


def test_reasons_about_what_is_not_in_the_copy_go_with_it(reeds: ReedPapers) -> None:
    [reason] = copy(reeds, reeds.dean).reasons
    assert reason.startswith("IR, on the rule")
    [first, second, third] = copy(reeds, reeds.jess).reasons
    assert first.startswith("Ms Reed")
    assert (second[:2], third[:2]) == ("IR", "NR")


def review() -> Minutes:
    made = WholeReview()
    return minutes_of(made.papers(), 1)


JO = Reader(
    "Mr Dale",
    children=("JC", "Jo Carter"),
    other_children=("LC", "Lee Carter"),
    apart=("Ms Carter",),
    sittings=(1,),
)


def test_a_review_is_cut_by_child_too() -> None:
    whole = review()
    assert len(whole.decisions) == len(whole.judgements) == len(whole.windows) == 2
    his = cut(whole, JO)
    assert [row.initials for row in his.decisions] == ["JC"]
    assert [row.initials for row in his.judgements] == ["JC"]
    assert his.windows == whole.windows[:1]
    assert {view.name for row in his.decisions for view in row.views} == {"Mr Dale"}
    dates = [row.what for row in his.dates]
    assert "Letter with the decision for JC, at the latest" in dates
    assert not [what for what in dates if "LC" in what]


@pytest.mark.parametrize(
    ("what", "left"),
    [
        ("Final review", "Final review"),
        ("Last day of the window for LC", None),
        ("Last day for JC (provisional)", "Last day for JC (provisional)"),
        ("Court Tracker, on the extension for JC and LC", "Court Tracker, on the extension for JC"),
        ("Letter with the decision for LC, MC and JC, at the latest",
         "Letter with the decision for JC, at the latest"),
    ],
)  # fmt: skip
def test_a_date_is_cut_by_child(what: str, left: str | None) -> None:
    row = MinutedDate(what, date(2027, 4, 1), "", "", "")
    reader = replace(JO, other_children=("LC", "Lee Carter", "MC", "Mo Carter"))
    [*kept] = cut(replace(review(), dates=(row,)), reader).dates
    assert [one.what for one in kept] == ([left] if left else [])


def test_an_outcome_is_no_text_to_be_searched() -> None:
    his = cut(review(), replace(JO, withheld=(str(Outcome.CLOSE),)))
    assert his.decisions[0].outcome is Outcome.CLOSE


def texts(minutes: Minutes) -> list[str]:
    """Every text in the minutes that somebody typed or may have typed."""
    found: list[str] = []

    def keep(text: str) -> str:
        found.append(text)
        return text

    with_each_text(minutes, keep)
    return found


def test_every_withheld_word_is_gone_in_every_spelling_from_every_field() -> None:
    reeds = ReedPapers("; ".join(SPELT))
    whole, reader = reeds.minutes(), reader_of(reeds.papers(), reeds.dean.id)
    assert leaks(freeze(whole), reader) == list(WITHHELD)
    assert leaks(freeze(cut(whole, reader)), reader) == []
    assert leaks("\n".join(plain_lines(cut(whole, reader))), reader) == []
    hers = cut(whole, reader_of(reeds.papers(), reeds.jess.id))
    assert "Quince Orchard Lane" in freeze(hers)  # her own


NAMES = ("IR", "Isla Reed", "NR", "Noah Reed", "Ms Reed", "Mr Holt", "Mr Aziz")
words = st.one_of(st.sampled_from(WITHHELD), st.text(min_size=1, max_size=12))
some = st.lists(st.sampled_from(NAMES), max_size=3).map(tuple)
WHOLE = (ReedPapers().minutes(), review())


@settings(max_examples=60)
@given(
    whole=st.sampled_from(WHOLE),
    withheld=st.lists(words, min_size=1, max_size=3).map(tuple),
    children=some,
    other_children=some,
    apart=some,
    planted=st.lists(st.text(max_size=8), min_size=1, max_size=3),
    upper=st.booleans(),
)
def test_no_withheld_word_survives_whatever_the_family(
    whole: Minutes,
    withheld: tuple[str, ...],
    children: tuple[str, ...],
    other_children: tuple[str, ...],
    apart: tuple[str, ...],
    planted: list[str],
    upper: bool,
) -> None:
    reader = Reader("Mr Holt", None, children, other_children, withheld, apart)
    trap = " ".join([*withheld, *planted, *SPELT, *(one.upper() for one in withheld if upper)])
    copied = cut(with_each_text(whole, lambda text: f"{text} {trap}"), reader)
    assert not [text for text in texts(copied) if find_withheld(text, withheld)]


def test_what_names_another_child_alone_is_left_out_of_a_shared_worry_and_line(
    reeds: ReedPapers,
) -> None:
    for text in ("Noah was found outside", "Isla and Noah were alone", "Isla was late"):
        reeds.add(records.ConcernExample(concern_id=reeds.worry.id, on=date(2027, 4, 1), text=text))
    for row in reeds.records:
        if isinstance(row, records.PlanLine) and row.number == 4:
            row.child_benefit = "Noah sleeps"
    [worry, *_] = copy(reeds, reeds.dean).concerns
    assert [text for _, text in worry.examples] == [
        "Isla was late",
        "Isla and Noah were alone",
        "It was seen",
    ]
    assert [line.child_benefit for line in copy(reeds, reeds.dean).plan if line.number == 4] == [""]
    assert len(copy(reeds, reeds.jess).concerns[0].examples) == 4


def test_first_names_in_what_is_typed_are_known(reeds: ReedPapers) -> None:
    reeds.meeting.circulation = "Jess, by hand\nDean, by hand\nThe school"
    assert copy(reeds, reeds.dean).circulation == ("Dean, by hand", "The school")
    assert copy(reeds, reeds.jess).circulation == ("Jess, by hand", "The school")
    reeds.offer.answered_by = "Jess"
    assert copy(reeds, reeds.dean).network is None


def test_our_own_line_with_whom_they_are_kept_apart_from_is_not_in_the_copy(
    reeds: ReedPapers,
) -> None:
    reeds.line(6, "Parenting assessment of Ms Reed", reeds.worker)
    reeds.line(7, "We drive Jess to the clinic", reeds.worker)
    reeds.line(8, "We tell Mr Holt and Ms Reed apart what was found", reeds.worker)
    reeds.line(9, "Stay away from Ms Reed's home", reeds.dean)
    limit = reeds.line(10, "Nobody goes to Ms Reed's home", reeds.worker)
    limit.kind, limit.owner_staff_id = LineKind.BOTTOM_LINE, None
    for reader in (reeds.dean, reeds.dean_lawyer):
        numbers = [line.number for line in copy(reeds, reader).plan]
        assert numbers == [2, 4, 5, 8, 9, 10]
    assert {6, 7} <= {line.number for line in copy(reeds, reeds.karim).plan}
    page = take_away_of(reeds.papers(), reeds.dean, "")
    assert [step.number for step in page.steps] == [2, 9, 4, 8]
    assert len(page.limits) == 2


def test_a_letter_of_instruction_holds_nobody_elses_answer_nor_question(
    reeds: ReedPapers,
) -> None:
    answers = tuple(
        MinutedAnswer(name, ParentAnswer.AGREED, "") for name in ("Ms Reed", "Mr Holt", "Mr Aziz")
    )
    asked = ("How does Isla sleep?", "How does Noah eat?", "What would help?")
    instruction = MinutedInstruction("Dr Lund", "psychology", asked, None, None, None, answers)
    whole = replace(reeds.minutes(), instructions=(instruction,))
    [his] = cut(whole, reader_of(reeds.papers(), reeds.dean.id)).instructions
    assert his.questions == ("How does Isla sleep?", "What would help?")
    assert [one.name for one in his.answers] == ["Mr Holt"]
    of_no_line = replace(instruction, line=99)
    whole = replace(whole, instructions=(of_no_line,))
    assert cut(whole, reader_of(reeds.papers(), reeds.dean.id)).instructions == ()


def test_a_paragraph_that_names_another_child_alone_is_left_out(reeds: ReedPapers) -> None:
    whole = reeds.minutes()
    section = next(one for one in whole.sections if one.paragraphs)
    said = replace(
        section.paragraphs[0], number=900, sitting=2, children=(), speaker="",
        text="Noah was at the dentist.",
    )  # fmt: skip
    both = replace(said, number=901, text="Isla and Noah were at the dentist.")
    more = replace(section, paragraphs=(*section.paragraphs, said, both))
    sections = tuple(more if one is section else one for one in whole.sections)
    his = cut(replace(whole, sections=sections), reader_of(reeds.papers(), reeds.dean.id))
    numbers = {one.number for one in his.paragraphs}
    assert 901 in numbers
    assert 900 not in numbers


def test_why_a_version_was_begun_is_left_out_where_it_is_about_others(reeds: ReedPapers) -> None:
    reader = reader_of(reeds.papers(), reeds.dean.id)
    for reason, left in (
        ("Noah's birthday was wrong", ""),
        ("Jess was left out", ""),
        ("A date was wrong", "A date was wrong"),
    ):
        whole = minutes_of(reeds.papers(), 2, reason)
        assert cut(whole, reader).version_reason == left
