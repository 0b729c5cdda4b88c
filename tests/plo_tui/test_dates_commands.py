"""A case's dates and its calendar invitations, from the command line."""

from __future__ import annotations

import json
import warnings
from typing import TYPE_CHECKING, Any

import pytest
from made_demo import LOGIN, demo

from plo_tui.cli import main

if TYPE_CHECKING:
    from pathlib import Path

with warnings.catch_warnings():  # it speaks of what later versions of Python will do
    warnings.simplefilter("ignore")
    import vobject

CARTERS, ELLISES = "PLO-2026-014", "PLO-2026-009"
SHOWN = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PLO_TUI_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("LOGNAME", LOGIN)
    return tmp_path / "config.toml"


@pytest.fixture
def store(tmp_path: Path) -> str:
    return str(demo(tmp_path / "demo"))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def invite(store: str, out: Path, *words: str, case: str = CARTERS, meeting: str = "1") -> int:
    asked = ["export", "invitations", case, "--meeting", meeting, "--to", str(out)]
    return main([*asked, "--store", store, *words])


def test_a_case_in_the_place_of_a_date_prints_its_own_dates(store: str, capsys: SHOWN) -> None:
    assert main(["timetable", ELLISES.lower(), "--store", store]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "DEMO" in lines[0]
    assert lines[1] == f"The dates of {ELLISES}"
    assert lines[3].split() == ["planned", "done", "or", "booked"]
    initial = next(line for line in lines if line.startswith("Initial meeting"))
    assert "done" in initial
    assert main(["timetable", ELLISES, "--json", "--store", store]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["case"] == ELLISES
    steps = {step["step"]: step for step in found["steps"]}
    assert steps["initial"]["actual"]
    assert steps["final"]["booked"]
    assert steps["final"]["actual"] is None


@pytest.mark.parametrize("typed", ["jamuary", "2027-02-30"])
def test_a_mistyped_date_says_what_a_date_is(typed: str, store: str, capsys: SHOWN) -> None:
    assert main(["timetable", typed, "--store", store]) == 2
    said = capsys.readouterr().err
    assert ("no case has this reference" in said) is (typed == "jamuary")
    assert main(["timetable", ELLISES, "--from", "lpm", "--store", store]) == 2


def test_each_group_gets_a_file_that_a_second_reader_reads(
    store: str, out: Path, capsys: SHOWN, settings: Path
) -> None:
    settings.write_text(
        '[invitations]\norganiser = "Support North <support@council.example>"', encoding="utf-8"
    )
    assert invite(store, out) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        "For our team",
        "For our legal team",
        "For the family and their solicitors",
        "For other professionals",
    ]
    events: list[Any] = []
    for file in out.iterdir():
        calendar = vobject.readOne(file.read_bytes().decode("utf-8"))
        calendar.validate(raiseException=True)
        assert calendar.method.value == "REQUEST"
        events.append(calendar.vevent)
        text = file.read_bytes().replace(b"\r\n ", b"").decode()
        for word in ("Josie", "Carter", "Toby", "JC", "Mensah", "Reed", "Hall"):
            assert word not in text
    assert {one.summary.value for one in events} == {f"Meeting {CARTERS}"}
    assert {f"{one.dtstart.value:%H:%M}" for one in events} == {"10:00"}
    assert len({one.uid.value for one in events}) == 4
    assert {one.organizer.value for one in events} == {"mailto:support@council.example"}


def test_only_what_changed_is_written_again_unless_it_is_asked_for(
    store: str, out: Path, capsys: SHOWN
) -> None:
    assert invite(store, out) == 0
    first = {file.name: file.read_bytes() for file in out.iterdir()}
    assert all(b"ORGANIZER" not in file for file in first.values())
    for file in out.iterdir():
        file.unlink()
    capsys.readouterr()
    assert invite(store, out) == 0
    assert capsys.readouterr().out == (
        "Nothing has changed since they were written. --all writes them again.\n"
    )
    assert invite(store, out, "--all") == 0
    assert {file.name: file.read_bytes() for file in out.iterdir()} == first


def test_what_cannot_be_invited_to_is_refused_in_a_sentence(
    store: str, out: Path, capsys: SHOWN
) -> None:
    assert invite(store, out, meeting="7") == 1
    assert "has no meeting 7" in capsys.readouterr().err
    assert invite(store, out, "--legal-planning") == 1
    assert "has no legal planning meeting 1" in capsys.readouterr().err
    assert invite(store, out, case=ELLISES) == 1
    assert "has begun" in capsys.readouterr().err
    assert invite(store, out, "--at", "xx=10am") == 1
    assert "none, or more than one, of the parents" in capsys.readouterr().err
    assert invite(store, out, "--at", "lc=soon") == 1
    assert "such as jr=10am" in capsys.readouterr().err
    assert invite(store, out / "nowhere") == 1
    assert "is not there" in capsys.readouterr().err
    assert not list(out.iterdir())
    assert invite(store, out) == 0  # nothing counted as written that was not
    assert len(list(out.iterdir())) == 4
