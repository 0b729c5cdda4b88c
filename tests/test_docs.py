"""The documents: they name all that the app has, and what they name, show or link to is there."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tomllib
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest

from agenda.captures import SHEET_KINDS, Capture
from agenda.policy import policy_entries, read_policy
from agenda.rules import RULES
from plo_tui import __version__
from plo_tui.cli.words import parser
from plo_tui.commands import PLACES
from plo_tui.commands.keys import key_label
from plo_tui.settings import CONFIG_VARIABLE, read_settings
from plo_tui.settings_table import SETTINGS_TABLE
from plo_tui.widgets.capture_words import CAPTURE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

HOUSE = Path(__file__).resolve().parent.parent
DOCS = HOUSE / "docs"
DOCUMENTS = [HOUSE / "README.md", HOUSE / "CHANGELOG.md", *sorted(DOCS.glob("**/*.md"))]
PICTURES = sorted((DOCS / "pictures").glob("*.svg"))


def text_of(name: str) -> str:
    return (HOUSE / name).read_text(encoding="utf-8")


def links(document: Path) -> list[str]:
    """Where a document's links and pictures lead; code is no link."""
    text = re.sub(r"```.*?```|`[^`\n]*`", "", document.read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.findall(r"\]\(([^)\s]+)\)", text)


def headings(document: Path) -> set[str]:
    """What a link can name after its #, as GitHub makes it of the headings."""
    lines = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", line.lower()).replace(" ", "-") for line in lines}


def toml_examples(document: str) -> list[str]:
    return re.findall(r"```toml\n(.*?)```", text_of(document), flags=re.DOTALL)


@pytest.fixture(scope="module")
def tables() -> ModuleType:
    """What makes the tables: `docs/tables.py`."""
    spec = spec_from_file_location("tables", DOCS / "tables.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# --- the tables are what the code makes, and name everything


def test_the_tables_are_as_the_code_makes_them(tables: Any) -> None:
    for name, made in tables.tables().items():
        text = (DOCS / name).read_text(encoding="utf-8")
        renewed = text
        for table in made:
            renewed = tables.renewed(renewed, table)
        assert text == renewed, f"docs/{name} is behind the code: run python docs/make.py tables"


def test_a_table_that_is_behind_is_put_right_and_nothing_else_is_touched(tables: Any) -> None:
    behind = "Before.\n\n| a | b |\n|---|---|\n| old | row |\n\nAfter.\n"
    made = "| a | b |\n|---|---|\n| new | row |\n| one | more |"
    assert tables.renewed(behind, made) == f"Before.\n\n{made}\n\nAfter.\n"


def test_every_command_and_key_is_in_the_guide() -> None:
    page = text_of("docs/commands.md")
    for place in PLACES.values():
        assert f"### {place.title}\n\n{place.purpose}" in page
        for command in place.commands:
            row = next(row for row in page.splitlines() if row.endswith(f"| `{command.name}` |"))
            assert command.sentence in row
            assert not command.word or f"`/{command.word}`" in row
            for key in command.keys:
                assert f"`{key_label(key)}`" in row


def test_every_capture_word_is_in_the_guide() -> None:
    page = text_of("docs/commands.md")
    for word, takes, sentence, example in CAPTURE_WORDS:
        assert f"| `/{word}` | {sentence} | {takes} | `{example}` |" in page


def parsers(one: argparse.ArgumentParser, words: str) -> Iterator[tuple[str, list[str]]]:
    """Every command of the command line, with its options."""
    below = [a for a in one._actions if isinstance(a, argparse._SubParsersAction)]
    yield words, [option for action in one._actions for option in action.option_strings]
    for action in below:
        for name, found in action.choices.items():
            yield from parsers(found, f"{words} {name}")


def test_every_command_of_the_command_line_and_every_option_is_in_the_guide() -> None:
    page = text_of("docs/commands.md")
    for words, options in parsers(parser(), "plo-tui"):
        assert f"`{words}" in page
        for option in options:
            assert re.search(rf"(?<![\w-]){option}(?![\w-])", page), f"{words} {option}"


def test_every_setting_and_policy_entry_is_in_the_guide() -> None:
    page = text_of("docs/settings.md")
    for name, default, what in SETTINGS_TABLE:
        assert f"| `{name}` | {default} | {what} |" in page
    for entry in policy_entries():
        row = next(row for row in page.splitlines() if row.startswith(f"| `{entry.name}` |"))
        assert row.endswith(f"| {entry.meaning} | {entry.source} |")
    for variable in (CONFIG_VARIABLE, "PLO_TUI_STORE", "NO_COLOR"):
        assert f"`{variable}`" in page


def test_every_rule_capture_and_kind_of_sheet_is_in_the_guide() -> None:
    for rule in RULES.values():
        assert f"| `{rule.key}` | {rule.level} | {rule.title} |" in text_of("docs/rules.md")
    for capture in Capture:
        assert f"| `{capture}` |" in text_of("docs/sheets.md")
    assert {f"sheets.{kind}" for kind in SHEET_KINDS} <= {name for name, *_ in SETTINGS_TABLE}


def test_the_examples_of_the_settings_are_accepted(tmp_path: Path) -> None:
    settings, policy = toml_examples("docs/settings.md")
    file = tmp_path / "config.toml"
    file.write_text(settings, encoding="utf-8")
    read = read_settings(file)
    assert read.theme == "light"
    assert read.keys == {"next_item": ("f8", "alt+right")}
    assert read_policy(policy, "our-policy.toml").window.weeks == 16


# --- what the documents name is there


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_and_picture_leads_somewhere(document: Path) -> None:
    for link in links(document):
        if link.startswith("https://"):
            continue
        where, _, heading = unquote(link).partition("#")
        target = (document.parent / where).resolve() if where else document
        assert target.is_file(), f"{document.name} leads to {link}, which is not there"
        assert not heading or heading in headings(target), f"{document.name}: {link}"


def test_the_guide_shows_every_picture_and_the_readme_shows_one() -> None:
    shown = {Path(link).name for document in DOCUMENTS for link in links(document)}
    assert PICTURES, "there are no pictures"
    assert {picture.name for picture in PICTURES} <= shown, "a picture that no document shows"
    assert "![" in text_of("README.md")


@pytest.mark.parametrize("picture", PICTURES, ids=lambda path: path.stem)
def test_a_picture_asks_for_nothing_from_outside(picture: Path) -> None:
    text = picture.read_text(encoding="utf-8")
    outside = set(re.findall(r"https?://[^\"\s)<]+", text)) - {"http://www.w3.org/2000/svg"}
    assert not [where for where in outside if "textualize.io" not in where]
    assert "url(" not in re.sub(r"url\(#[^)]*\)", "", text), "a font or picture is fetched"


def test_every_document_can_be_found_from_the_readme() -> None:
    found, waiting = set[Path](), [HOUSE / "README.md"]
    while waiting:
        document = waiting.pop()
        found.add(document)
        near = {(document.parent / link.partition("#")[0]).resolve() for link in links(document)}
        waiting += [one for one in near if one.suffix == ".md" and one.is_file()]
        waiting = [one for one in waiting if one not in found]
    assert set(DOCUMENTS) - found == set()


# --- the two commands, the version


def test_the_readme_gives_two_commands_on_each_system_and_ci_runs_the_second() -> None:
    readme = text_of("README.md")
    for system in ("python3", "py"):
        assert re.findall(rf"^\|.*`{system} start\.py (\w+)`", readme, flags=re.MULTILINE) == [
            "demo",
            "test",
        ]
    assert re.search(r"^(CI=true )?python3 start\.py test$", text_of(".ci/run"), flags=re.MULTILINE)


def test_the_changelog_begins_with_this_version() -> None:
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    assert project["version"] == __version__
    assert re.findall(r"^## (\S+)", text_of("CHANGELOG.md"), flags=re.MULTILINE)[0] == __version__


def test_a_wrong_word_for_the_maker_is_refused() -> None:
    process = subprocess.run(
        [sys.executable, str(DOCS / "make.py"), "tabels"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert process.returncode == 2
    assert "python docs/make.py" in process.stderr
