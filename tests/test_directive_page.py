"""The page that holds the directive against the app: what it names is there; no cell is empty."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from agenda.rules import RULES

HOUSE = Path(__file__).resolve().parent.parent
PAGE = (HOUSE / "docs" / "directive.md").read_text(encoding="utf-8")
STEPS = ("readiness", "legal_planning", "booking", "cover", "letters", "instruction")
"""The families of rules that are about the steps before the meeting."""


def rows() -> list[list[str]]:
    """Every row of every table, as its cells; neither headings nor the lines under them."""
    lines = [line for line in PAGE.splitlines() if line.startswith("|")]
    cells = [re.split(r"(?<!\\)\|", line)[1:-1] for line in lines]
    heads = {place - 1 for place, row in enumerate(cells) if set("".join(row)) == {"-"}}
    return [
        [cell.strip() for cell in row]
        for place, row in enumerate(cells)
        if place not in heads and place - 1 not in heads
    ]


def names(column: int) -> list[str]:
    """What stands in code in a column of the tables with a rule and a test."""
    return [
        name for row in rows() if len(row) == 4 for name in re.findall("`([^`]+)`", row[column])
    ]


def test_no_cell_is_empty() -> None:
    assert len(rows()) > 70
    for row in rows():
        assert len(row) in (2, 4), row
        assert all(row), row
        if len(row) == 4:
            assert "`" in row[3], f"no test: {row[0]}"


def test_every_rule_it_names_is_there() -> None:
    assert set(names(2)) <= set(RULES)


@pytest.mark.parametrize("name", sorted(set(names(3))))
def test_every_test_it_names_is_there(name: str) -> None:
    path, _, function = name.partition("::")
    text = (HOUSE / path).read_text(encoding="utf-8")
    assert re.search(rf"^(async )?def {re.escape(function)}\(", text, flags=re.MULTILINE)


def test_every_rule_of_these_steps_is_in_a_row() -> None:
    ours = {rule for rule in RULES if rule.partition(".")[0] in STEPS}
    assert ours
    assert ours - set(names(2)) == set()
