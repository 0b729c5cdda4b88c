"""The policy: its entries, an authority's own file, and the text a meeting keeps."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import agenda
from agenda.broken_file import BrokenFile
from agenda.policy import Policy, default_policy, policy_entries, read_policy
from agenda.policy_sections import SECTIONS, ExtraDay
from agenda.words import ApprovalRole, StaffRole

SHIPPED = Path(agenda.__file__).with_name("policy.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("letter.draft_days", 2),
        ("letter.legal_days", 2),
        ("letter.delivered_days", 5),
        ("letter.notice_days", 10),
        ("letter.reading_age", 12),
        ("letter.amber_days", 1),
        ("letter.most_words", 1500),
        ("window.weeks", 12),
        ("window.start_event", "initial meeting"),
        ("midway.week", 6),
        ("midway.required", False),
        ("final.week", 12),
        ("extension.weeks", 6),
        ("extension.times", 1),
        ("extension.consultee", "head of service"),
        ("tracker.days", 35),
        ("shield.on_entry", True),
        ("shield.idle_minutes", 5),
        ("legal_planning.before_final", False),
        ("legal_planning.days", ("Tuesday afternoon", "Thursday afternoon")),
        ("chair.role", "team manager"),
        ("minutes.approvers", ("chair", "legal")),
        ("minutes.different_people", True),
        ("minutes.draft_days", 1),
        ("minutes.circulated_days", 5),
        ("family_offer.check", True),
        ("concerns.headings", 4),
        ("concerns.example_years", 2),
        ("plan.sentence_words", 25),
        ("plan.parenting_assessment", True),
        ("bank_holidays.country", "GB"),
        ("bank_holidays.subdivision", "ENG"),
        ("bank_holidays.extra", ()),
    ],
)
def test_the_practices_own_numbers(name: str, value: object) -> None:
    section, entry = name.split(".")
    assert getattr(getattr(default_policy(), section), entry) == value


def test_every_entry_says_what_it_is_and_where_it_comes_from() -> None:
    entries = policy_entries()
    for entry in entries:
        assert entry.meaning.endswith("."), entry.name
        assert entry.source, entry.name
    held = [
        f"{section}.{field.name}" for section, kind in SECTIONS.items() for field in fields(kind)
    ]
    assert sorted(entry.name for entry in entries) == sorted(held)
    assert [field.name for field in fields(Policy)] == list(SECTIONS)


def test_the_shipped_file_passes_its_own_checks() -> None:
    assert read_policy(SHIPPED, "policy.toml") == default_policy()


def test_roles_are_those_of_the_records() -> None:
    policy = default_policy()
    roles = set(StaffRole)
    assert {policy.chair.role, policy.extension.consultee} <= roles
    assert set(policy.minutes.approvers) <= set(ApprovalRole)


def test_a_policy_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        default_policy().window.weeks = 13  # type: ignore[misc]
    assert hash(default_policy())


def test_only_the_entries_named_differ() -> None:
    policy = read_policy('[concerns.headings]\nvalue = 3\nsource = "Our manual"', "our.toml")
    shipped = default_policy()
    assert policy == replace(shipped, concerns=replace(shipped.concerns, headings=3))


def test_lists_and_days_are_replaced_whole() -> None:
    policy = read_policy(
        """
        [plan.vague_words]
        value = ["engage"]
        [plan.hard_words.value]
        utilise = "use"
        [bank_holidays.extra]
        value = [{ date = 2027-05-10, name = "Proclaimed" }]
        """,
        "our.toml",
    )
    assert policy.plan.vague_words == ("engage",)
    assert policy.plan.hard_words == (("utilise", "use"),)
    assert policy.bank_holidays.extra == (ExtraDay(date(2027, 5, 10), "Proclaimed"),)


def test_a_file_from_windows_is_read() -> None:
    assert (
        read_policy("\ufeff[concerns.headings]\r\nvalue = 3\r\n", "our.toml").concerns.headings == 3
    )


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("[window.weeks]\nvalue = -1", 2, "whole number from 1 to 52"),
        ("[window.weeks]\nvalue = 0", 2, "whole number from 1 to 52"),
        ("[window.weeks]\nvalue = 99999999999999999999", 2, "whole number"),
        ("[window.weeks]\nvalue = true", 2, "whole number"),
        ('[window.weeks]\nvalue = "12"', 2, "whole number"),
        ("[window.weeks]\nvalue = 12.0", 2, "whole number"),
        ("[midway.required]\nvalue = 1", 2, "true or false"),
        ("# ours\n\n[window.wekes]\nvalue = 3", 3, "Did you mean `weeks`"),
        ("[windows.weeks]\nvalue = 3", 1, "Did you mean `window`"),
        ("[window.weeks]\nvalu = 3", 2, "Did you mean `value`"),
        ("[window]\nweeks = 16", 2, "write [window.weeks]"),
        ("window = 16", 1, "Write [window.weeks]"),
        ("[window.weeks]\nsource = 'x'", 1, "has no value"),
        ('[chair.role]\nvalue = "judge"', 2, "must be one of"),
        ('[extension.forum]\nvalue = ""', 2, "is empty"),
        ('[extension.forum]\nvalue = "a\\u001bb"', 2, "control character"),
        ("[minutes.approvers]\nvalue = []", 2, "someone must approve"),
        ('[minutes.approvers]\nvalue = ["chair",\n"chair"]', 2, "names one twice"),
        ('[minutes.approvers]\nvalue = ["chair",\n"mayor"]', 3, "must be one of"),
        ("[plan.vague_words]\nvalue = 3", 2, "list"),
        ("[plan.hard_words]\nvalue = ['utilise']", 2, "plainer word"),
        ("[bank_holidays.extra]\nvalue = ['2027-05-10']", 2, "write each day as"),
        ('[bank_holidays.extra]\nvalue = [{ date = "2027-05-10", name = "x" }]', 2, "quotes"),
        ("[midway.week]\nvalue = 12", 2, "midway review must come before"),
        ("[final.week]\nvalue = 6\n[window.weeks]\nvalue = 8", 2, "midway review must come before"),
        ("[window.weeks]\nvalue = 10", 2, "inside the window"),
        ("[letter.legal_days]\nvalue = 9", 2, "Set letter.delivered_days"),
        ("[minutes.draft_days]\nvalue = 9", 2, "before they are drafted"),
        ("[window.weeks]\nvalue = \n", 2, "not TOML"),
        ("[window.weeks]\nvalue = [1,\n", 2, "not TOML"),
        ("a=" + "[" * 5000, None, "too deeply"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(text: str, line: int | None, reason: str) -> None:
    with pytest.raises(BrokenFile) as refused:
        read_policy(text, "our.toml")
    assert (refused.value.file, refused.value.line) == ("our.toml", line)
    assert reason in refused.value.reason
    place = "our.toml" if line is None else f"our.toml, line {line}"
    assert str(refused.value) == f"{place}: {refused.value.reason}"


def test_what_is_pinned_comes_back() -> None:
    text = default_policy().pinned()
    assert text == default_policy().pinned()
    assert Policy.from_pinned(text) == default_policy()
    assert "[window.weeks]\nvalue = 12\n" in text


def test_an_entry_newer_than_the_pinned_text_takes_its_default() -> None:
    older = default_policy().pinned().replace("[window.weeks]\nvalue = 12\n", "")
    assert Policy.from_pinned(older) == default_policy()


words = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp")), min_size=1, max_size=12
)


@settings(max_examples=60)
@given(
    st.integers(13, 52),
    st.lists(words, unique=True, max_size=4),
    st.dictionaries(words, words, max_size=4),
    st.lists(st.tuples(st.dates(), words), max_size=3),
)
def test_any_policy_comes_back_from_its_text(
    weeks: int, vague: list[str], hard: dict[str, str], extra: list[tuple[date, str]]
) -> None:
    shipped = default_policy()
    policy = replace(
        shipped,
        window=replace(shipped.window, weeks=weeks),
        plan=replace(
            shipped.plan, vague_words=tuple(vague), hard_words=tuple(sorted(hard.items()))
        ),
        bank_holidays=replace(
            shipped.bank_holidays,
            extra=tuple(ExtraDay(day, name) for day, name in sorted(extra)),
        ),
    )
    assert Policy.from_pinned(policy.pinned()) == policy
