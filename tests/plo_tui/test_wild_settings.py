"""Whatever is typed or set, every small parser gives an answer or a plain refusal."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wild_toml import wild_toml

from agenda.broken_file import BrokenFile
from plo_tui.commands import PLACES
from plo_tui.commands.remapping import RefusedKeyError, check_remaps
from plo_tui.settings import Settings, read_settings
from plo_tui.widgets.abbreviations import expansion
from plo_tui.widgets.rhythm_words import rhythm_in, says_only_how_often, sessions_in
from plo_tui.widgets.typed_times import read_time, split_time

if TYPE_CHECKING:
    from pathlib import Path

few = settings(max_examples=60)
WHOLE = (
    'theme = "light"\npolicy = "policy.toml"\n[sheets]\ninitial = "~/initial.toml"\n'
    '[keys]\nnext_item = "F9"\npark = ["f8", "^k"]\n[abbreviations]\nHV = "health visitor"\n'
)
NAMES = [command.name for place in PLACES.values() for command in place.commands]
KEYS = st.text("^+abcF18-, ctrlshiftalt\x1b\u202e", max_size=14) | st.sampled_from(
    ["ctrl+", "+", "++", "^", "^^", "f0", "f99", "ctrl+ctrl+a", "shift+f1", "alt+é", "space"]
)
WORDS = st.lists(
    st.sampled_from(
        [
            *("weekly", "and", "every", "twice", "a", "week", "on", "mondays", "two", "999"),
            *("sessions", "visits", "per", "day", "at", "4", "pm", "10:30", "25:61", "2.15"),
            *(",", "/", "\u202e"),
        ]
    ),
    max_size=10,
).map(" ".join)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wild_toml(WHOLE))
def test_any_settings_are_read_or_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(text.encode(errors="replace"))
    read: Settings | BrokenFile
    try:
        read = read_settings(path)
    except BrokenFile as fault:
        read = fault
    if isinstance(read, BrokenFile):
        assert str(read).isprintable()
        assert str(read).startswith("config.toml")


@pytest.mark.parametrize(
    "text",
    [
        f"[keys]\nhelp = [0x{'f' * 10_000}]",
        f"[keys]\n{'x' * 100_000} = 1",
        'policy = "\\u0000"\ntheme = "none"',
        "\u202e = 1",
    ],
)
def test_odd_settings_are_refused_in_a_few_words(tmp_path: Path, text: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BrokenFile) as refused:
        read_settings(path)
    assert len(str(refused.value)) < 500


def test_the_home_of_nobody_is_a_path_as_it_is_typed(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('template = "~no-such-user-here/x.docx"', encoding="utf-8")
    assert read_settings(path).template == tmp_path / "~no-such-user-here" / "x.docx"


def test_an_abbreviation_brings_no_escape_code_into_the_minutes(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('[abbreviations]\nhv = "health\\u001b[2J visitor"', encoding="utf-8")
    assert read_settings(path).abbreviations == {"hv": "health␛[2J visitor"}


@few
@given(
    st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=5), KEYS | st.lists(KEYS), max_size=4)
)
def test_any_key_is_given_or_refused(wanted: dict[str, object]) -> None:
    read: dict[str, tuple[str, ...]] | RefusedKeyError
    try:
        read = check_remaps(wanted)
    except RefusedKeyError as refused:
        read = refused
    if isinstance(read, RefusedKeyError):
        assert str(read).endswith(".")
    else:
        assert set(read) == set(wanted)


@few
@given(st.text() | WORDS)
def test_any_time_place_and_rhythm_is_read(typed: str) -> None:
    at = read_time(typed)
    assert at is None or isinstance(at, time)
    day, at, place = split_time(typed)
    assert day in typed
    assert place in typed
    assert rhythm_in(typed).isascii() or not typed.isascii()
    assert isinstance(says_only_how_often(typed), bool)
    assert (sessions_in(typed) or 0) >= 0


@few
@given(st.text(max_size=30), st.text(max_size=30))
def test_an_expansion_replaces_what_was_typed_and_no_more(before: str, first: str) -> None:
    found = expansion(f"{before}hv", first, {"hv": "health visitor"})
    if found:
        assert (found.length, found.words.casefold()) == (2, "health visitor")


def test_100_000_characters_of_how_often_are_read_at_once() -> None:
    for words in ("weekly and ", "every other ", "6 two-hour ", "12:3", "10 am at "):
        typed = words * (100_000 // len(words))
        rhythm_in(typed)
        sessions_in(typed)
        split_time(typed)
