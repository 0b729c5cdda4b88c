"""The names offered for files: every system takes them, and no two are the same."""

from __future__ import annotations

import re
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plo_tui.file_names import apart, in_a_name, word_name


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("PLO-2026-014", "PLO-2026-014 minutes v1.docx"),
        ("PLO/2026:14", "PLO-2026-14 minutes v1.docx"),
        ("../../etc/passwd", "-..-etc-passwd minutes v1.docx"),
        ("C:\\Windows\\x", "C-Windows-x minutes v1.docx"),
        ("CON.x", "_CON.x minutes v1.docx"),
        ("NUL.", "_NUL. minutes v1.docx"),
        ("\u202excod.exe", "xcod.exe minutes v1.docx"),
        ("a\0b\x1b[2J\n\u2028c\ud800", "a-b-[2J-c- minutes v1.docx"),
        ("עברית \u200fא", "עברית א minutes v1.docx"),
    ],
)
def test_a_reference_becomes_part_of_a_name(reference: str, name: str) -> None:
    assert word_name(reference, "minutes v1") == name


def test_a_long_reference_leaves_room_for_what_tells_files_apart() -> None:
    name = word_name("é" * 300, "initial meeting minutes v12")
    assert name.endswith("é initial meeting minutes v12.docx")
    assert len(name.encode()) < 255


@given(st.text(), st.text(max_size=40))
def test_any_reference_gives_the_name_of_one_file(reference: str, to: str) -> None:
    name = word_name(reference, f"page for {in_a_name(to)} 2027-01-12 10.40")
    assert name.endswith("2027-01-12 10.40.docx")
    assert len(name.encode()) <= 255
    assert PurePosixPath(name).name == name == PureWindowsPath(name).name
    assert not PureWindowsPath(name).is_reserved()
    assert not name.startswith((".", " "))
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", name)


def test_two_pages_for_one_name_are_two_files() -> None:
    assert apart(["a.docx", "A.docx", "b.docx", "a.docx"]) == [
        "a.docx", "A 2.docx", "b.docx", "a 3.docx",
    ]  # fmt: skip
