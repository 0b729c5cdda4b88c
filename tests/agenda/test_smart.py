from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from papers_of import DAY, DAYS, END, FINAL, WholeMeeting

from agenda import records as r
from agenda.finding import Level
from agenda.policy import default_policy
from agenda.smart import smart_findings
from agenda.smart_needs import NEEDS
from agenda.smart_words import has_number_or_test, two_actions, two_owners, vague_words
from agenda.words import LineKind, LineState

if TYPE_CHECKING:
    from agenda.finding import Finding

WHOLE_LINES: dict[LineKind, dict[str, Any]] = {
    LineKind.ACTION: {},
    LineKind.VISIT: {"rhythm": "Every Tuesday at 4 pm", "until": FINAL, "due": None, "measure": ""},
    LineKind.ASSESSMENT: {"sessions": 6, "measure": ""},
    LineKind.SERVICE: {},
    LineKind.AGREEMENT: {"due": None, "measure": ""},
    LineKind.BOTTOM_LINE: {
        "owner_person_id": None,
        "due": None,
        "measure": "",
        "consequence": "We ask our lawyers the same day",
    },
}
GONE: list[tuple[LineKind, str, str, Any]] = [
    (LineKind.ACTION, "smart.what", "what", ""),
    (LineKind.ACTION, "smart.owner", "owner_person_id", None),
    (LineKind.ACTION, "smart.due", "due", None),
    (LineKind.ACTION, "smart.measure", "measure", " "),
    (LineKind.VISIT, "smart.what", "what", ""),
    (LineKind.VISIT, "smart.owner", "owner_person_id", None),
    (LineKind.VISIT, "smart.rhythm", "rhythm", ""),
    (LineKind.VISIT, "smart.until", "until", None),
    (LineKind.ASSESSMENT, "smart.what", "what", ""),
    (LineKind.ASSESSMENT, "smart.owner", "owner_person_id", None),
    (LineKind.ASSESSMENT, "smart.sessions", "sessions", 0),
    (LineKind.ASSESSMENT, "smart.report", "due", None),
    (LineKind.SERVICE, "smart.what", "what", ""),
    (LineKind.SERVICE, "smart.owner", "owner_person_id", None),
    (LineKind.SERVICE, "smart.due", "due", None),
    (LineKind.SERVICE, "smart.measure", "measure", ""),
    (LineKind.AGREEMENT, "smart.what", "what", ""),
    (LineKind.AGREEMENT, "smart.owner", "owner_person_id", None),
    (LineKind.BOTTOM_LINE, "smart.what", "what", ""),
    (LineKind.BOTTOM_LINE, "smart.consequence", "consequence", ""),
]


def checked(whole: WholeMeeting, line: Any) -> list[Finding]:
    return smart_findings(line, whole.papers(), DAYS)


def keys(whole: WholeMeeting, line: Any) -> list[str]:
    return [finding.rule.key for finding in checked(whole, line)]


@pytest.mark.parametrize("kind", LineKind)
def test_a_line_with_all_that_its_kind_needs_passes(kind: LineKind) -> None:
    whole = WholeMeeting()
    assert keys(whole, whole.line(kind=kind, **WHOLE_LINES[kind])) == []


@pytest.mark.parametrize(("kind", "rule", "field", "nothing"), GONE)
def test_each_thing_a_kind_of_line_needs_is_missed_when_it_is_gone(
    kind: LineKind, rule: str, field: str, nothing: object
) -> None:
    whole = WholeMeeting()
    line = whole.line(kind=kind, **(WHOLE_LINES[kind] | {field: nothing}))
    (found,) = checked(whole, line)
    assert (found.rule.key, found.level, found.about) == (rule, Level.MUST, line.id)
    assert found.example
    assert f"Line {line.number} " in found.sentence


def test_the_table_of_gone_things_is_the_table_of_needs() -> None:
    assert [(kind, rule) for kind, rule, *_ in GONE] == [
        (kind, need.rule.key) for kind, needs in NEEDS.items() for need in needs
    ]


def test_the_somerset_home_conditions_in_parts_pass() -> None:
    whole = WholeMeeting()
    assert "ensure" in whole.home.what
    assert len(whole.papers().parts(whole.home.id)) == 5
    assert keys(whole, whole.home) == []
    whole.withdraw(r.PlanPart)
    assert keys(whole, whole.home) == []  # the measure still says who sees it
    whole.home.measure = "The home is better"
    assert keys(whole, whole.home) == ["smart.vague"]


def test_a_recurring_action_needs_its_last_day_a_service_does_not() -> None:
    whole = WholeMeeting()
    weekly = {"due": None, "rhythm": "Every Thursday at 10 am"}
    assert keys(whole, whole.line(kind=LineKind.SERVICE, **weekly)) == []
    assert keys(whole, whole.line(**weekly)) == ["smart.due"]
    assert keys(whole, whole.line(**weekly, until=FINAL)) == []


def test_an_owner_nobody_knows_is_no_owner() -> None:
    whole = WholeMeeting()
    assert keys(whole, whole.line(owner_person_id=whole.case.id)) == ["smart.owner"]


def test_a_dropped_line_gives_nothing() -> None:
    whole = WholeMeeting()
    assert keys(whole, whole.line(what="", due=None, state=LineState.DROPPED)) == []


@pytest.mark.parametrize(
    ("fields", "rules"),
    [
        ({"due": DAY}, []),
        ({"due": DAY - timedelta(days=1)}, ["smart.before_meeting"]),
        ({"until": DAY - timedelta(days=1)}, ["smart.before_meeting"]),
        ({"starts": DAY - timedelta(days=90)}, []),
        ({"due": FINAL}, []),
        ({"due": FINAL + timedelta(days=1)}, ["smart.after_final"]),
        ({"due": END}, ["smart.after_final"]),
        ({"due": END + timedelta(days=1)}, ["smart.past_window"]),
        ({"until": END + timedelta(days=1)}, ["smart.past_window"]),
        ({"starts": END + timedelta(days=1)}, ["smart.past_window"]),
        ({"due": date(2027, 2, 6)}, ["smart.non_working_day"]),
        ({"due": date(2027, 3, 26)}, ["smart.non_working_day"]),
        ({"until": date(2027, 2, 6)}, []),
        ({"due": date.max}, ["smart.past_window"]),
        ({"due": date.min}, ["smart.before_meeting"]),
    ],
)
def test_dates_are_held_inside_the_window(fields: dict[str, date], rules: list[str]) -> None:
    whole = WholeMeeting()
    assert keys(whole, whole.line(**fields)) == rules


def test_a_day_off_is_named_and_the_day_before_offered() -> None:
    whole = WholeMeeting()
    (found,) = checked(whole, whole.line(due=date(2027, 3, 26)))
    assert "(Good Friday)" in found.sentence
    assert found.example == "By Thu 25 Mar 2027"


def test_without_any_meeting_booked_no_date_is_too_early_or_too_late() -> None:
    whole = WholeMeeting()
    whole.withdraw(r.Sitting)
    whole.meeting.planned_on = None
    whole.final.planned_on = None
    assert keys(whole, whole.line(due=date(1999, 1, 4))) == []
    assert keys(whole, whole.line(due=date.max)) == []


def test_a_line_agreed_in_an_earlier_meeting_counts_from_that_meeting() -> None:
    whole = WholeMeeting()
    line = whole.line(due=DAY + timedelta(days=1))
    papers = whole.papers()
    whole.final.planned_on = DAY + timedelta(days=40)
    papers.meeting_id = whole.final.id
    assert smart_findings(line, papers, DAYS) == []
    line.decided_in = None
    (found,) = smart_findings(line, papers, DAYS)
    assert found.rule.key == "smart.before_meeting"


_DATES = st.none() | st.dates(DAY - timedelta(days=400), DAY + timedelta(days=800))


@settings(max_examples=150)
@given(
    kind=st.sampled_from(LineKind),
    state=st.sampled_from([state for state in LineState if state is not LineState.DROPPED]),
    starts=_DATES,
    due=_DATES,
    until=_DATES,
    text=st.text(max_size=40),
)
def test_no_date_past_the_window_ever_goes_without_a_must(
    kind: LineKind,
    state: LineState,
    starts: date | None,
    due: date | None,
    until: date | None,
    text: str,
) -> None:
    whole = WholeMeeting()
    line = whole.line(kind=kind, state=state, starts=starts, due=due, until=until, what=text)
    late = {
        field
        for field, day in (("starts", starts), ("due", due), ("until", until))
        if day and (day - DAY).days > 84
    }
    found = [one for one in checked(whole, line) if one.rule.key == "smart.past_window"]
    assert {one.field for one in found} == late
    assert all(one.level is Level.MUST for one in found)


@pytest.mark.parametrize(
    ("text", "measure", "vague"),
    [
        ("Engage with the service", "Things are better", True),
        ("Improve the home", "It looks nicer", True),
        ("Working with the social worker", "She is happy", True),
        ("Ensures school attendance", "Everyone agrees", True),
        ("Engage with six sessions of the service", "Things are better", False),
        ("Engage with the service", "The worker confirms by email", False),
        ("Ensure that the children are at school every day", "Things are better", False),
        ("Give us her new address", "Things are better", False),
        ("Make an attempt", "Things are better", False),
        ("Fit a gate at the top of the stairs", "Things are better", False),
    ],
)
def test_a_vague_word_needs_a_number_or_a_test(text: str, measure: str, vague: bool) -> None:
    whole = WholeMeeting()
    line = whole.line(what=text, measure=measure)
    assert ("smart.vague" in keys(whole, line)) is vague


@pytest.mark.parametrize("word", default_policy().plan.vague_words)
def test_every_vague_word_of_the_policy_is_found(word: str) -> None:
    assert vague_words(f"Ms Carter will {word} it", default_policy().plan.vague_words)


@pytest.mark.parametrize("text", ["no one comes", "they help one another", "each other", "often"])
def test_what_only_sounds_like_a_number_is_none(text: str) -> None:
    assert not has_number_or_test(text)


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Ms Carter and Mr Dale fit a gate", "Ms Carter and Mr Dale"),
        ("Ms Carter / Mr Dale to fit a gate", "Ms Carter / Mr Dale"),
        ("Both parents go to the course", "Both"),
        ("Mother and father to attend", "Mother and father"),
        ("Fit a gate. Everyone checks it", "Everyone"),
        ("Ms Carter fits a gate", ""),
        ("Ms Carter and her sister fit a gate", ""),
        ("Ms Carter meets Mr Dale and Priya Nair", ""),
        ("Ms Carters and Mr Dale", ""),
        ("", ""),
    ],
)
def test_two_owners_are_seen_where_they_do_the_thing(text: str, doers: str) -> None:
    assert two_owners(text, ["Ms Carter", "Mr Dale", "Priya Nair", ""]) == doers


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Book the GP and attend the course", "and attend the course"),
        ("Book the GP, then will go to the course", "then will go to the"),
        ("Mr Dale takes the bins out and sees the GP", "and sees the gp"),
        ("Book the GP; ring the school", "ring the school"),
        ("Fit a gate. Tell the health visitor", "tell the health"),
        ("Clean and hoover the floors", ""),
        ("Read and sign the agreement", ""),
        ("Take advice and direction following the fire officer's visit", ""),
        ("Talk to your solicitor and important people", ""),
        ("Jo goes to the course every Tuesday. Sam (SW) pays travel.", ""),
        ("", ""),
    ],
)
def test_two_actions_are_seen_and_one_action_of_two_words_is_not(text: str, second: str) -> None:
    assert two_actions(text) == second


def test_a_bottom_line_may_name_two_people() -> None:
    whole = WholeMeeting()
    line = whole.line(
        kind=LineKind.BOTTOM_LINE,
        **(WHOLE_LINES[LineKind.BOTTOM_LINE] | {"what": "Both adults never leave the children"}),
    )
    assert keys(whole, line) == []


def test_a_line_for_an_only_child_needs_no_child_named() -> None:
    whole = WholeMeeting()
    whole.children[1].withdrawn_at = whole.sitting.started_at
    whole.withdraw(r.PlanLineChild)
    assert keys(whole, whole.fire) == []


def test_a_part_and_the_support_are_read_for_hard_words_and_long_sentences() -> None:
    whole = WholeMeeting()
    line = whole.line(support="We shall facilitate travel")
    whole.add(r.PlanPart(line_id=line.id, position=1, text="word " * 26))
    long, hard = checked(whole, line)
    assert (long.rule.key, long.field) == ("words.long_sentence", "what")
    assert "26 words" in long.sentence
    assert (hard.rule.key, hard.field, hard.example) == ("words.hard", "support", "help")


def test_text_with_markup_or_of_great_length_is_only_text() -> None:
    whole = WholeMeeting()
    line = whole.line(what="[/b]" + "engage " * 15_000, measure="It is better")
    assert "smart.vague" in keys(whole, line)
    assert all(len(one.sentence) < 300 for one in checked(whole, line))
