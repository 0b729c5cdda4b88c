"""A broken sheet is refused, with the line the author has to look at."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from agenda.broken_file import BrokenFile
from agenda.captures import SHEET_KINDS, required_captures
from agenda.sheet_reading import default_sheet_text, problems, read_sheet
from agenda.toml_lines import TomlLines

INITIAL = default_sheet_text("initial")

SMALL = """\
# our own sheet
key = "ours"
title = "Initial meeting"
purpose = "To agree a plan."
kind = "initial"
version = "3"
source = "Our own practice"

[[item]]
key = "checks"
title = "Checks"
purpose = "To be safe."
minutes = 5
required = true
minuted = false
captures = ["checks"]
prompts = ["Is it safe?"]

[[item]]
key = "all"
title = "Everything else"
purpose = "To do the rest."
minutes = 60
required = true
captures = [
  "attendance", "advice", "concerns",
  "views", "child",  # the people
  "support", "network", "assessments", "plan", "advice_break",
  "bottom_line", "dates",
]
say = \"\"\"
Words with a # and a [[item]] in them,
over lines. \"\"\"
prompts = [
  "Who is here?",
  '''What else?''',
]
"""


def _changed(old: str, new: str, text: str = SMALL) -> tuple[str, int]:
    """The text with one place changed, and the line of that place."""
    assert text.count(old) == 1, old
    return text.replace(old, new), text[: text.index(old)].count("\n") + 1


def _only_problem(text: str) -> BrokenFile:
    found = problems(text, "ours.toml")
    assert len(found) == 1, [str(problem) for problem in found]
    return found[0]


def test_a_whole_sheet_is_read_as_written() -> None:
    sheet = read_sheet(SMALL, "ours.toml")
    assert (sheet.key, sheet.kind, sheet.version, sheet.minutes) == ("ours", "initial", "3", 65)
    everything = sheet.item("all")
    assert everything.say == "Words with a # and a [[item]] in them, over lines."
    assert everything.minuted
    assert not sheet.item("checks").minuted
    assert [(prompt.key, prompt.ask) for prompt in everything.prompts] == [
        ("all.1", "Who is here?"),
        ("all.2", "What else?"),
    ]


def test_a_file_saved_by_notepad_reads_the_same() -> None:
    windows = "\ufeff" + SMALL.replace("\n", "\r\n")
    assert read_sheet(windows, "ours.toml") == read_sheet(SMALL, "ours.toml")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('kind = "initial"', 'kind = "first"', "one of legal_planning, initial, midway, final"),
        ('version = "3"', "version = 3", "`version` must be text in quotes"),
        ('key = "ours"', 'key = "Our sheet"', "small letters"),
        ('title = "Initial meeting"', 'title = "  "', "`title` is empty"),
        ('title = "Everything else"', 'title = ""', "`title` is empty"),
        ('purpose = "To do the rest."', "purpose = true", "`purpose` must be text in quotes"),
        ("minutes = 60", "minutes = 241", "from 0 to 240"),
        ("minutes = 60", "minutes = -1", "from 0 to 240"),
        ("minutes = 60", 'minutes = "60"', "a whole number"),
        ("minutes = 60", "minutes = true", "a whole number"),
        ("minutes = 60", "minutes = 7.5", "a whole number"),
        ("minutes = 5\n", "minutes = 2027-01-12\n", "a whole number"),
        ("minuted = false", 'minuted = "no"', "true or false"),
        ("minuted = false", "minuted = true", "stays out of the minutes"),
        ("minuted = false", "minutd = false", "Did you mean `minuted`?"),
        ('key = "all"', 'key = "checks"', "line 10 already has the key `checks`"),
        ('"Is it safe?"', '""', "this prompt is empty"),
        ("'''What else?'''", "'''\n \t '''", "this prompt is empty"),
        ('"Who is here?"', '"Who\\u001b[2J is here?"', "control character"),
        ('"Who is here?"', '"Who is \\ufffe here?"', "control character"),
        ('"Who is here?"', "7", "each of the prompts must be text in quotes"),
        ('["Is it safe?"]', "[]", "`prompts` is empty"),
        ('["Is it safe?"]', '"Is it safe?"', "a list in square brackets"),
        ('"dates",', '"dates", "atendance",', "Did you mean `attendance`?"),
        ('"dates",', '"dates", "checks",', "stays out of the minutes"),
        ('["checks"]', '["checks", "note"]', "goes in the minutes"),
        ("required = true\ncaptures", "required = 1\ncaptures", "true or false"),
        ("say = ", 'source = "x"\nsay = ', "goes at the top, above the first [[item]]"),
        ('source = "Our', 'sauce = ""\nsource = "Our', "Did you mean `source`?"),
        ('"views", "child",', '"views", "child", [1],', "each of the captures must be text"),
    ],
)
def test_one_wrong_value_is_refused_on_its_line(old: str, new: str, says: str) -> None:
    text, line = _changed(old, new)
    line += {"minuted = true": 1}.get(new, 0)  # it is the capture below that does not suit
    refused = [problem for problem in problems(text, "ours.toml") if says in problem.reason]
    assert [problem.line for problem in refused] == [line]
    with pytest.raises(BrokenFile) as raised:
        read_sheet(text, "ours.toml")
    assert raised.value.file == "ours.toml"
    assert str(raised.value).startswith(f"ours.toml, line {raised.value.line}: ")


@pytest.mark.parametrize(
    ("gone", "line"),
    [
        ('title = "Initial meeting"\n', 1),
        ('key = "all"\n', 19),
        ("minutes = 60\n", 19),
        ('prompts = ["Is it safe?"]\n', 9),
        ('captures = ["checks"]\n', 9),
    ],
)
def test_a_missing_key_is_refused_where_its_table_starts(gone: str, line: int) -> None:
    text, _ = _changed(gone, "")
    key = gone.split(" ", 1)[0]
    refused = [problem for problem in problems(text, "f") if f"`{key}` is missing" in str(problem)]
    assert [problem.line for problem in refused] == [line]


@pytest.mark.parametrize("kind", SHEET_KINDS)
def test_a_capture_that_the_meeting_needs_must_stand_in_a_required_item(kind: str) -> None:
    text = default_sheet_text(kind)
    of_kind = next(known for known in SHEET_KINDS if known == kind)
    for capture in required_captures(of_kind):
        if capture == "checks":
            continue
        problem = _only_problem(text.replace(f'"{capture}"', '"note"'))
        assert f"no required item captures `{capture}`" in problem.reason
        assert text.splitlines()[(problem.line or 0) - 1].startswith("kind")


def test_a_needed_capture_in_an_optional_item_is_not_enough() -> None:
    text, _ = _changed("required = true\nminuted", "required = false\nminuted")
    assert "no required item captures `checks`" in _only_problem(text).reason


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (SMALL[: SMALL.index("[[item]]")], "the sheet has no items"),
        (SMALL[: SMALL.index("[[item]]")] + "item = []\n", "the sheet has no items"),
        (SMALL[: SMALL.index("[[item]]")] + "item = 3\n", "in double brackets"),
        (SMALL[: SMALL.index("[[item]]")] + '[item]\nkey = "one"\n', "in double brackets"),
        (SMALL[: SMALL.index("[[item]]")] + 'item = ["one"]\n', "in double brackets"),
    ],
)
def test_a_sheet_without_proper_items_says_how_to_write_them(text: str, says: str) -> None:
    assert says in _only_problem(text).reason


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('title = "Everything else"', 'title = "Everything else', 21),
        ("minutes = 60", "minutes 60", 23),
        ('[[item]]\nkey = "all"', '[[item]\nkey = "all"', 19),
        ("'''What else?''',\n]\n", "'''What else?''',\n", 36),
    ],
)
def test_a_slip_in_the_toml_gives_its_line(old: str, new: str, line: int) -> None:
    text, _ = _changed(old, new)
    problem = _only_problem(text)
    assert problem.line == line
    assert "TOML" in problem.reason


@pytest.mark.parametrize("text", ["a = " + "[" * 5000 + "]" * 5000, f"a = {'9' * 5000}"])
def test_what_cannot_be_read_at_all_is_refused_too(text: str) -> None:
    with pytest.raises(BrokenFile):
        read_sheet(text, "f")


def test_all_problems_are_listed_from_the_top() -> None:
    text = SMALL.replace("minutes = 60", "minutes = 600").replace('"Who is here?"', '""')
    text = text.replace('version = "3"', "version = 3").replace('"To be safe."', "[]")
    assert [problem.line for problem in problems(text, "f")] == [6, 12, 23, 35]
    with pytest.raises(BrokenFile, match="f, line 6: "):
        read_sheet(text, "f")


def test_what_a_file_holds_reaches_no_terminal_as_a_command() -> None:
    text = SMALL.replace('version = "3"', f'version = "3"\n"\\u001b[2J{"x" * 100_000}" = 1')
    problem = _only_problem(text)
    assert "\x1b" not in str(problem)
    assert len(str(problem)) < 300


def test_lines_are_right_however_the_items_are_written() -> None:
    text = "\n".join(
        [
            "a.'b c'.\"d\\n\" = 1  # [[item]]",
            'item = [ { key = "one", prompts = [ "x", \'y\' ] },',
            "",
            "  # ] }",
            '  { key = """',
            '  two""""", deep . er = [ { z = 2027-01-12 07:32:00 }, { z = 1 } ] } ]',
            "[t.u]",
            "x = '''",
            "[[item]]''''",
            "[[t.v]]",
            "[[t.v]]",
            "[t.v.w]",
            "y = -1",
            "[[t.v.z]]",
        ]
    )
    tomllib.loads(text)
    lines = TomlLines(text)
    assert lines.line(("a", "b c", "d\n")) == 1
    assert lines.line(("item", 0, "prompts", 1)) == 2
    assert lines.line(("item", 1)) == 5
    assert lines.line(("item", 1, "deep", "er", 1, "z")) == 6
    assert lines.line(("t", "u", "x")) == 8
    assert lines.line(("t", "v", 0)) == 10
    assert lines.line(("t", "v", 1, "w", "y")) == 13
    assert lines.line(("t", "v", 1, "z", 0)) == 14
    assert lines.line(("t", "v", 1, "nothing", "here")) == 11


def _never_anything_but_a_broken_file(text: str) -> None:
    found = problems(text, "f")
    for problem in found:
        assert problem.line is None or 1 <= problem.line <= text.count("\n") + 1
    assert [problem.line or 0 for problem in found] == sorted(p.line or 0 for p in found)
    if found:
        with pytest.raises(BrokenFile):
            read_sheet(text, "f")
    else:
        assert read_sheet(text, "f").items


@given(st.text())
@example("\x00")
@example("\ud800")
@example("a = '\ud800'")
def test_any_text_is_a_sheet_or_a_broken_file(text: str) -> None:
    _never_anything_but_a_broken_file(text)


@settings(max_examples=150)
@given(
    st.integers(0, len(SMALL)),
    st.integers(0, 40),
    st.one_of(st.text(max_size=6), st.text("[]{}\"'=#.,\n\\ ua1", max_size=8)),
)
def test_any_mutation_of_a_sheet_is_a_sheet_or_a_broken_file(
    start: int, length: int, new: str
) -> None:
    _never_anything_but_a_broken_file(SMALL[:start] + new + SMALL[start + length :])


_PIECES = st.sampled_from(
    ['"a"', "'b'", '"""c\nd"""', "'''e\n'f''''", "-1", "1.5e3", "07:32:00", "true", "[]", "{}"]
)
_VALUES = st.recursive(
    _PIECES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda some: "[ # ]\n" + ",\n".join(some) + " ]"),
        st.lists(inner, max_size=3).map(
            lambda some: "{" + ", ".join(f"k{n} . x = {v}" for n, v in enumerate(some)) + "}"
        ),
    ),
    max_leaves=8,
)


@settings(max_examples=100)
@given(st.lists(_VALUES, max_size=4))
def test_the_line_of_a_key_is_where_it_was_written(values: list[str]) -> None:
    text, expected = "# top\n", {}
    for number, value in enumerate(values):
        expected[number] = text.count("\n") + 2
        text += f"[[t]]\nk = {value} # end\n"
    tomllib.loads(text)
    lines = TomlLines(text)
    assert {n: lines.line(("t", n, "k")) for n in expected} == expected
