"""Whatever an authority's file holds, it is used or refused with where and why, and soon."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from wild_toml import wild_toml

from agenda.broken_file import LARGEST_FILE, BrokenFile, read_file, read_toml
from agenda.policy import default_policy, read_policy
from agenda.sheet_reading import default_sheet_text, problems, read_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.policy import Policy

few = settings(max_examples=60)
SHEET = default_sheet_text("midway")


def is_plain(fault: BrokenFile) -> bool:
    """Whether a refusal can be printed as it is, and ends as a sentence does."""
    return str(fault).isprintable() and len(fault.reason) <= 401 and fault.reason[-1] in ".?]"


@few
@given(wild_toml(SHEET))
def test_any_sheet_is_read_or_refused(text: str) -> None:
    found = problems(text, "sheet.toml")
    assert all(map(is_plain, found))
    if not found:
        assert read_sheet(text, "sheet.toml").items


@few
@given(wild_toml(default_policy().pinned()))
def test_any_policy_is_read_or_refused(text: str) -> None:
    read: Policy | BrokenFile
    try:
        read = read_policy(text, "policy.toml")
    except BrokenFile as fault:
        read = fault
    if isinstance(read, BrokenFile):
        assert is_plain(read)
    else:
        assert read_policy(read.pinned(), "again") == read


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("#" + "x" * LARGEST_FILE, "larger than 256 KB", None),
        ("\n" + ".".join("a" * 20_000) + " = 1", "too many parts", 2),
        ("[" + ' . "a"' * 500 + "]", "too many parts", 1),
        ("a = " + "[" * 100_000, "nests too deeply", None),
        ("a = " + "9" * 10_000, "number too long", None),
        ("a = 1\na = 2", "Cannot overwrite a value", 2),
        ('"' + "k" * 2_000 + '" = 1\nx', "not TOML", 2),
    ],
    ids=["long", "dotted", "header", "deep", "number", "twice", "cut"],
)
def test_what_would_take_for_ever_is_refused_at_once(
    text: str, reason: str, line: int | None
) -> None:
    for read in (read_toml, read_policy, read_sheet):
        with pytest.raises(BrokenFile, match=reason) as refused:
            read(text, "file.toml")
        assert refused.value.line == line


def test_a_long_quotation_is_cut_and_the_advice_kept() -> None:
    fault = BrokenFile("file.toml", 1, f"there is no `{'x' * 9_000}\u202e\n`. Use another.")
    assert fault.reason.startswith("there is no `xxx")
    assert fault.reason.endswith("xxx� `. Use another.")
    assert len(str(fault)) < 500


def test_sentences_with_dots_are_no_endless_name() -> None:
    text = 'say = "' + "Yes. No. " * 30 + '"'
    assert read_toml(text, "file.toml")[1]["say"].count(".") == 60


def test_of_a_file_no_more_is_read_than_will_do(tmp_path: Path) -> None:
    (tmp_path / "long.toml").write_bytes(b"#" * (LARGEST_FILE + 1))
    with pytest.raises(BrokenFile, match="larger than 256 KB"):
        read_file(tmp_path / "long.toml", "long.toml")
    with pytest.raises(BrokenFile, match="no name for a file"):
        read_file(tmp_path / "a\0b", "it")
    if os.path.exists("/dev/zero"):  # noqa: PTH110 - Windows has none
        with pytest.raises(BrokenFile, match="larger than 256 KB"):
            read_file(type(tmp_path)("/dev/zero"), "zero")
