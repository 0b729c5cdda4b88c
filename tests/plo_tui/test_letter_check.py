"""`plo-tui letter check`, as someone at a prompt meets it: no store, one finding a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from plo_tui.cli import BROKEN, DONE, REFUSED, main

LETTER = Path(__file__).parents[1] / "agenda" / "carter_letter.toml"
GUIDE = Path(__file__).parents[2] / "docs" / "guide.md"
SHOWN = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def nobodys_own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLO_TUI_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("PLO_TUI_STORE", str(tmp_path / "no store"))


def written(folder: Path, *changes: tuple[str, str]) -> str:
    """The good letter with some of its words changed, as a file of its own."""
    text = LETTER.read_text(encoding="utf-8")
    for was, is_now in changes:
        assert was in text
        text = text.replace(was, is_now, 1)
    file = folder / "letter.toml"
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_a_good_letter_is_said_to_be_one(tmp_path: Path, capsys: SHOWN) -> None:
    assert main(["letter", "check", written(tmp_path)]) == DONE
    assert "nothing to change. Letter before proceedings, to Ms Alana Carter." in (
        capsys.readouterr().out
    )


def test_each_finding_is_a_line_with_its_level_place_and_rule(
    tmp_path: Path, capsys: SHOWN
) -> None:
    file = written(
        tmp_path,
        ("Jo told us she cooks for Lee.", "She resides with [NAME]."),
        ("solicitor_list = true", "solicitor_list = false"),
    )
    assert main(["letter", "check", file]) == REFUSED
    assert capsys.readouterr().out == (
        "must · Legal advice · The list of solicitors is not enclosed. "
        "Put it with the letter. (letter.solicitors)\n"
        "must · Worry 1, sentence 4: “[NAME]” · “[NAME]” is left from the template. "
        "Write what belongs there. (letter.placeholder)\n"
        "should · Worry 1, sentence 4: “resides” · “resides” is a hard word. "
        "Write a plainer one. For example: live. (letter.hard_word)\n"
    )


def test_a_child_of_another_family_is_looked_for(tmp_path: Path, capsys: SHOWN) -> None:
    file = written(tmp_path, ("Jo told us she cooks", "Tia Ellis cooks"))
    assert main(["letter", "check", file, "--other-child", "Tia Ellis"]) == REFUSED
    assert "“Tia Ellis” is a child of another family." in capsys.readouterr().out


def test_a_broken_file_is_refused_with_its_line(tmp_path: Path, capsys: SHOWN) -> None:
    assert main(["letter", "check", written(tmp_path, ("court = ", "cort = "))]) == REFUSED
    assert "line 9: there is no key `cort`" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_named(tmp_path: Path, capsys: SHOWN) -> None:
    assert main(["letter", "check", str(tmp_path / "none.toml")]) == BROKEN
    assert "none.toml" in capsys.readouterr().err


def test_the_letter_in_the_guide_is_a_good_one(tmp_path: Path, capsys: SHOWN) -> None:
    text = GUIDE.read_text(encoding="utf-8").split("### A letter, checked", 1)[1]
    file = tmp_path / "guide.toml"
    file.write_text(text.split("```", 2)[1], encoding="utf-8")
    assert main(["letter", "check", str(file)]) == DONE, capsys.readouterr().out
