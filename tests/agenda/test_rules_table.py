from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import agenda
from agenda.finding import Rule
from agenda.rules import RULES, rules_table

GUIDE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_guide_holds_the_table_of_rules() -> None:
    assert rules_table() in GUIDE.read_text(encoding="utf-8")


def test_every_rule_in_the_code_is_in_the_table() -> None:
    written = {
        value.key: value
        for module in pkgutil.iter_modules(agenda.__path__, "agenda.")
        for value in vars(importlib.import_module(module.name)).values()
        if isinstance(value, Rule)
    }
    assert written == dict(RULES)


def test_each_rule_is_a_plain_sentence_with_a_source_and_stands_on_one_row() -> None:
    for key, rule in RULES.items():
        assert rule.key == key
        assert rule.title.endswith(".")
        assert rule.source
        assert not set("|\n") & set(rule.title + rule.source)
