"""The settings file: read, refused with file and line, and changed in one line only."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from agenda.broken_file import BrokenFile
from agenda.inviting import Organiser
from agenda.letter_words import LetterKind
from plo_tui.commands import PLACES
from plo_tui.desk import Desk
from plo_tui.settings import (
    Settings,
    read_settings,
    settings_path,
    settings_table,
    write_abbreviation,
    write_theme,
)
from plo_tui.settings_table import SETTINGS_TABLE, THEME_CHOICES
from plo_tui.themes import THEMES

if TYPE_CHECKING:
    from agenda.letter_wording import LetterWording

LETTER = LetterKind.BEFORE_PROCEEDINGS

WHOLE = """\
# mine
theme = "light"  # easier by day
policy = "policy.toml"
template = "/shared/minutes.docx"

[sheets]
initial = "~/sheets/initial.toml"

[keys]
next_item = "F9"
park = ["f8", "^k"]

[abbreviations]  # as I type
HV = "health  visitor"
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "config.toml"
    file.write_bytes(text.encode())
    return file


def test_no_file_means_every_default(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none" / "config.toml") == Settings()


def test_everything_it_may_hold(tmp_path: Path) -> None:
    settings = read_settings(written(tmp_path, WHOLE))
    assert settings == Settings(
        theme="light",
        policy=tmp_path / "policy.toml",
        template=tmp_path / "/shared/minutes.docx",
        sheets={"initial": Path.home() / "sheets" / "initial.toml"},
        keys={"next_item": ("f9",), "park": ("f8", "ctrl+k")},
        abbreviations={"hv": "health visitor"},
    )


def test_who_sends_invitations_has_a_name_and_an_address(tmp_path: Path) -> None:
    text = '[invitations]\norganiser = " Support, North <support@council.example> "'
    found = read_settings(written(tmp_path, text)).organiser
    assert found == Organiser("Support, North", "support@council.example")


@pytest.mark.parametrize(
    "text",
    [
        'organiser = "support@council.example"',
        'organiser = "Support <nobody>"',
        'organiser = "Support <a@b.example>, Other <c@d.example>"',
        "organiser = 3",
        'organizer = "Support <a@b.example>"',
    ],
)
def test_any_other_organiser_is_refused_with_its_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(BrokenFile, match="line 2"):
        read_settings(written(tmp_path, f"[invitations]\n{text}"))


def test_as_notepad_saves_it(tmp_path: Path) -> None:
    file = written(tmp_path, "\ufeff" + WHOLE.replace("\n", "\r\n"))
    assert read_settings(file).theme == "light"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('theme = "light"\npolicy = \n', 2, "not TOML"),
        ('\ntheme = "solarised"\n', 2, "Use dark, light or high-contrast"),
        ("theme = 3\n", 1, "no such theme"),
        ('colour = "red"\n', 1, "no such entry as colour"),
        ("policy = 12\n", 1, "policy must be a file's path"),
        ('template = " "\n', 1, "template must be a file's path"),
        ('sheets = "x"\n', 1, r"begin it with a line \[sheets\]"),
        (
            '[sheets]\ninitial = "a"\nfirst = "b"\n',
            3,
            "Use legal_planning, initial, midway or final",
        ),
        ('[keys]\npark = "f9"\nnext_item = "f6"\n', 3, "F6 is already the key of back"),
        ('[keys]\n\nnext_itm = "f6"\n', 3, "did you mean next_item"),
        ('[keys]\nnext_item = "hyper"\n', 2, "“hyper” is not a key"),
        ('[abbreviations]\n"h v" = "x"\n', 2, "one short word of letters and digits"),
        ("[abbreviations]\nhv = 3\n", 2, "between quotation marks"),
        ('[abbreviations]\nhv = "a\\nb"\n', 2, "on one line"),
        ('[abbreviations]\nhv = " "\n', 2, "between quotation marks"),
        ('[abbreviations]\nhv = "' + "x" * 201 + '"\n', 2, "200 characters at most"),
        ('[abbreviations]\nhv = "x"\nHV = "y"\n', 3, "HV is set twice"),
        ('abbreviations = "x"\n', 1, r"begin it with a line \[abbreviations\]"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(
    tmp_path: Path, text: str, line: int, said: str
) -> None:
    with pytest.raises(BrokenFile, match=said) as refused:
        read_settings(written(tmp_path, text))
    assert refused.value.line == line
    assert str(refused.value).startswith(f"config.toml, line {line}: ")


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(b"theme = \xff\xfe")
    with pytest.raises(BrokenFile, match="Save it as UTF-8"):
        read_settings(file)


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenFile, match="cannot be read"):
        read_settings(tmp_path)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_new_theme_changes_one_line_only(tmp_path: Path, line_end: str) -> None:
    before = WHOLE.replace("\n", line_end)
    file = written(tmp_path, before)
    write_theme(file, "high-contrast")
    assert file.read_bytes().decode() == before.replace('"light"', '"high-contrast"')
    assert [left.name for left in tmp_path.iterdir()] == ["config.toml"]


def test_a_first_theme_stands_above_the_tables(tmp_path: Path) -> None:
    file = written(tmp_path, '[keys]\npark = "f9"\n')
    write_theme(file, "light")
    assert file.read_text("utf-8") == 'theme = "light"\n[keys]\npark = "f9"\n'


def test_the_file_and_its_folder_are_made(tmp_path: Path) -> None:
    file = tmp_path / "new" / "config.toml"
    write_theme(file, "light")
    assert read_settings(file).theme == "light"


@pytest.mark.parametrize("text", ["theme = \n", 'theme = """\nlight"""\n'])
def test_a_file_that_cannot_be_changed_safely_stays_as_it_is(tmp_path: Path, text: str) -> None:
    file = written(tmp_path, text)
    with pytest.raises(BrokenFile):
        write_theme(file, "dark")
    assert file.read_text("utf-8") == text


def test_a_new_abbreviation_is_put_in_its_table_and_all_else_stays(tmp_path: Path) -> None:
    file = written(tmp_path, WHOLE)
    write_abbreviation(file, "sw", 'social "worker" #2')
    assert file.read_text("utf-8") == WHOLE.replace(
        "as I type\n", 'as I type\nsw = "social \\"worker\\" #2"\n'
    )
    write_abbreviation(file, "sw", "social worker")
    write_abbreviation(file, "hv", "the visitor")
    assert read_settings(file).abbreviations == {"sw": "social worker", "hv": "the visitor"}
    write_theme(file, "dark")
    assert "# easier by day" in file.read_text("utf-8")


def test_a_first_abbreviation_makes_the_file_or_the_table(tmp_path: Path) -> None:
    write_abbreviation(tmp_path / "new" / "config.toml", "hv", "health visitor")
    made = (tmp_path / "new" / "config.toml").read_text("utf-8")
    assert made == '[abbreviations]\nhv = "health visitor"\n'
    file = written(tmp_path, '[keys]\npark = "f9"\n')
    write_abbreviation(file, "hv", "health visitor")
    assert file.read_text("utf-8") == f'[keys]\npark = "f9"\n\n{made}'


def test_a_table_that_cannot_be_added_to_safely_stays_as_it_is(tmp_path: Path) -> None:
    text = 'abbreviations = {hv = "x"}\n'
    file = written(tmp_path, text)
    with pytest.raises(BrokenFile, match=r"in the table \[abbreviations\]"):
        write_abbreviation(file, "sw", "social worker")
    assert file.read_text("utf-8") == text


def test_the_place_of_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PLO_TUI_CONFIG", str(tmp_path / "mine.toml"))
    assert settings_path() == tmp_path / "mine.toml"
    monkeypatch.delenv("PLO_TUI_CONFIG")
    assert settings_path().parts[-2:] == ("plo-tui", "config.toml")


def test_the_guides_table_has_every_entry() -> None:
    assert all(f"| `{name}` |" in settings_table() for name, *_rest in SETTINGS_TABLE)


def test_the_themes_offered_are_the_themes_there_are() -> None:
    assert tuple(theme.name for theme in THEMES) == THEME_CHOICES


def test_settings_are_read_without_a_screen(tmp_path: Path) -> None:
    """The command line reads them for an export; it must not wait for Textual."""
    file = written(tmp_path, WHOLE)
    code = (
        "import sys, pathlib; from plo_tui.settings import read_settings;"
        f"read_settings(pathlib.Path({str(file)!r}));"
        "print({'textual', 'rich'} & set(sys.modules))"
    )
    root = Path(__file__).resolve().parents[2]
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "set()"


def test_every_command_can_be_given_another_key(tmp_path: Path) -> None:
    for place in PLACES.values():
        for command in place.commands:
            text = f'[keys]\n{command.name} = "alt+f12"\n'
            settings = read_settings(written(tmp_path, text))
            assert settings.keys == {command.name: ("alt+f12",)}


def test_an_authoritys_words_for_letters_are_read_or_refused(tmp_path: Path) -> None:
    assert "very worried" in wording_of(tmp_path, "").words(LETTER, "opening")
    (tmp_path / "ours.toml").write_text(
        "[before_proceedings]\nopening = 'We write.'\n", encoding="utf-8"
    )
    assert wording_of(tmp_path, 'letters = "ours.toml"').words(LETTER, "opening") == "We write."
    (tmp_path / "ours.toml").write_text(
        "[before_proceedings]\nopenin = 'We write.'\n", encoding="utf-8"
    )
    with pytest.raises(BrokenFile, match=r"ours.toml, line 2: there is no `openin`"):
        wording_of(tmp_path, 'letters = "ours.toml"')


def wording_of(folder: Path, text: str) -> LetterWording:
    """The words letters begin with, by a settings file that says this."""
    file = folder / "config.toml"
    file.write_text(text, encoding="utf-8")
    return Desk(folder / "store", read_settings(file)).letter_wording
