"""Quick capture: a typed line is placed where its writer meant, or kept with a reason."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plo_tui.widgets.capture_words import CAPTURE_WORDS, CaptureWord, Takes
from plo_tui.widgets.naming import Mention
from plo_tui.widgets.quick_capture import Capture, NotUnderstood, parse, speaker_named

CARTER, PARK, DEAN, DIAZ = (
    Mention(UUID(int=1), "Ms Carter", "LC"),
    Mention(UUID(int=2), "Sam Park", "SP"),
    Mention(UUID(int=3), "Mr Dean", "MD"),
    Mention(UUID(int=4), "Mo Diaz", "MD"),
)
PEOPLE = (CARTER, PARK, DEAN, DIAZ)
CHILDREN = ("JC", "MC", "ME")


def understood(typed: str) -> Capture:
    found = parse(typed, PEOPLE, CHILDREN)
    assert isinstance(found, Capture), found
    return found


def refused(typed: str) -> NotUnderstood:
    found = parse(typed, PEOPLE, CHILDREN)
    assert isinstance(found, NotUnderstood), found
    assert found.typed == typed
    return found


def test_a_plain_line_is_a_note_of_whoever_speaks() -> None:
    assert understood("the bathroom is done") == Capture("note", text="the bathroom is done")


@pytest.mark.parametrize("typed", ["lc: I agree", "LC : I agree", "Ms Carter: I agree"])
def test_initials_or_a_name_and_a_colon_say_who_speaks(typed: str) -> None:
    found = understood(typed)
    assert (found.speaker_key, found.text) == (CARTER.key, "I agree")


@pytest.mark.parametrize("typed", ["/view lc: not on 3 May", "lc: /view not on 3 May"])
def test_the_speaker_may_stand_before_or_after_the_word(typed: str) -> None:
    found = understood(typed)
    assert (found.word, found.speaker_key, found.text) == ("view", CARTER.key, "not on 3 May")


def test_initials_alone_change_the_speaker_and_minute_nothing() -> None:
    assert understood("lc:") == Capture("", CARTER.key)


@pytest.mark.parametrize("typed", ["note: read", "http://example.org", "10:40 we stopped"])
def test_a_colon_after_anything_else_is_part_of_the_words(typed: str) -> None:
    assert understood(typed) == Capture("note", text=typed)


@pytest.mark.parametrize("typed", ["md: I disagree", "/view md: I disagree", "/left md"])
def test_initials_of_two_people_are_never_guessed(typed: str) -> None:
    assert "Mr Dean and Mo Diaz" in refused(typed).sentence


@pytest.mark.parametrize(
    ("typed", "text", "verbatim"),
    [
        ('lc: "I want more time"', "I want more time", True),
        ("/view “I want more time”", "I want more time", True),
        ('she said "no" twice', 'she said "no" twice', False),
        ('""', '""', False),
    ],
)
def test_only_words_between_quotes_are_verbatim(typed: str, text: str, verbatim: bool) -> None:
    found = understood(typed)
    assert (found.text, found.verbatim) == (text, verbatim)


def test_a_mention_stands_as_the_persons_label() -> None:
    found = understood("/agreed @sp visits with @Ms Carter, not @nobody")
    assert found.text == "Sam Park visits with Ms Carter, not @nobody"
    assert set(found.mentions) == {PARK.key, CARTER.key}


def test_two_slashes_are_a_line_that_starts_with_one() -> None:
    assert understood("//next week") == Capture("note", text="/next week")


@pytest.mark.parametrize(("typed", "nearest"), [("/agred x", "agreed"), ("/act x", "action")])
def test_an_unknown_word_names_the_nearest(typed: str, nearest: str) -> None:
    found = refused(typed)
    assert found.nearest == nearest
    assert f"/{nearest}" in found.sentence


def test_a_slash_alone_asks_for_a_word() -> None:
    assert refused("/").sentence.startswith("Type a word after the slash")


@pytest.mark.parametrize(
    "typed",
    [
        "/unplaced lc: Told in May.",
        "lc: /unplaced Told in May.",
        "/unplaced /note lc: Told in May.",
    ],
)
def test_an_unplaced_paragraph_has_its_speaker_and_no_item(typed: str) -> None:
    said = understood(typed)
    assert (said.word, said.text, said.speaker_key) == ("note", "Told in May.", CARTER.key)
    assert not said.placed


def test_an_unplaced_paragraph_may_be_of_any_kind() -> None:
    said = understood('/unplaced /view lc: "I was not told."')
    assert (said.word, said.text, said.verbatim, said.placed) == (
        "view", "I was not told.", True, False,
    )  # fmt: skip
    assert understood("/unplaced //x").text == "/x"


@pytest.mark.parametrize(
    "typed", ["/unplaced /late lc", "/unplaced lc:", "/unplaced /unplaced x", "/unplaced /agred x"]
)
def test_only_a_paragraph_can_be_unplaced(typed: str) -> None:
    assert refused(typed).typed == typed


def test_a_pause_takes_no_words_so_no_reason_is_kept() -> None:
    assert "stands alone" in refused("/pause she is crying").sentence


def test_the_facts_of_an_urgent_matter_may_follow_at_once() -> None:
    assert understood("/urgent He was hit.") == Capture("urgent", text="He was hit.")


@pytest.mark.parametrize("entry", CAPTURE_WORDS, ids=lambda entry: entry.word)
def test_every_word_reads_its_own_example(entry: CaptureWord) -> None:
    said = understood(entry.example)
    assert said.word == (entry.word if said.placed else "note")


@pytest.mark.parametrize("word", CAPTURE_WORDS, ids=lambda word: word.word)
def test_a_word_without_what_it_needs_says_so(word: CaptureWord) -> None:
    if word.takes is Takes.NOTHING:
        assert "alone" in refused(f"/{word.word} and more").sentence
    elif word.takes in (Takes.MAYBE, Takes.TAKER):
        assert understood(f"/{word.word}").word == word.word
    else:
        assert f"/{word.word}" in refused(f"/{word.word}").sentence


@pytest.mark.parametrize("typed", ["/left lc", "/left @lc", "/left Ms Carter"])
def test_left_takes_a_person_and_asks_nothing(typed: str) -> None:
    found = understood(typed)
    assert (found.word, found.speaker_key, found.mentions) == ("left", CARTER.key, (CARTER.key,))


def test_a_break_names_whose_it_is_or_nobody() -> None:
    assert understood("/break lc").mentions == (CARTER.key,)
    assert understood("/break asked for by @lc and @Mo Diaz").mentions == (CARTER.key, DIAZ.key)
    assert understood("/break").mentions == ()
    assert "type @ and choose" in refused("/break ten minutes").sentence


def test_left_of_nobody_here_keeps_the_line() -> None:
    assert "zz" in refused("/left zz").sentence


def test_a_review_is_taken_apart() -> None:
    fields = understood("/date final review 6 apr 10am").fields
    assert (fields.review, fields.by) == ("final review", "6 apr 10am")
    assert understood("/date midway wk 6").fields.review == "midway"
    refused("/date 6 apr")
    refused("/date midway")


@pytest.mark.parametrize("typed", ["", "   ", "\n"])
def test_nothing_is_not_saved(typed: str) -> None:
    assert "nothing to save" in refused(typed).sentence


def test_the_speaker_shows_while_the_line_is_typed() -> None:
    assert speaker_named("lc: I ag", PEOPLE) == CARTER
    assert speaker_named("/view lc: I ag", PEOPLE) == CARTER
    assert speaker_named("lc", PEOPLE) is None


LINES = st.text() | st.from_regex(
    r'(/(action|visit|bottom|view|left|date|x)? ?)?((lc:|@(lc|md|Ms Carter)|by 30 feb|known by|"'
    r"|help|for JC|worry 1|until wk 3|, Mo Diaz|, 6 sessions|, weekly|, then|[a-z]+) ?){0,8}",
    fullmatch=True,
)


@given(LINES)
def test_no_line_raises_and_no_word_typed_is_lost(typed: str) -> None:
    found = parse(typed, PEOPLE, CHILDREN)
    if isinstance(found, NotUnderstood):
        assert found.typed.strip() == typed.strip()
    elif found.word == "note" and not found.mentions and found.speaker_key is None:
        kept = found.text if not found.verbatim else f'"{found.text}"'
        assert "".join(kept.split()) in "".join(typed.replace("“", '"').replace("”", '"').split())


def test_100_000_characters_are_read_at_once() -> None:
    assert len(understood("word " * 20_000).text) == 99_999
    refused("/" + "x" * 100_000)
    for word in ("action", "visit", "assessment", "bottom"):
        assert understood(f"/{word} " + "by known help for worry @ " * 4_000).word == word
        assert understood(f"/{word} " + ", 6 every then, weekly " * 4_000).word == word
        assert understood(f"/{word} if x, " + " " * 90_000 + ", y").word == word
