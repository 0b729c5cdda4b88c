"""The command line, as someone at a prompt, a script and a screen reader meet it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from made_demo import LOGIN, demo
from opened_store import PASSPHRASE, prepare

from agenda.sheet_reading import default_sheet_text
from agenda.words import ApprovalRole
from plo_tui.cli import main
from plo_tui.store.folder import KEY, STORE
from plo_tui.store.reading.edition import read_edition
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.store import Store
from plo_tui.store.verbs import signing

if TYPE_CHECKING:
    from uuid import UUID

    from sqlmodel import Session

CARTERS, ELLISES, BRAMLEYS = "PLO-2026-014", "PLO-2026-009", "PLO-2026-021"
SHOWN = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def nobodys_own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLO_TUI_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.delenv("PLO_TUI_STORE", raising=False)
    monkeypatch.setenv("LOGNAME", LOGIN)  # whoever made the demo tries it


@pytest.fixture
def store(tmp_path: Path) -> str:
    """The demo's store, kept in a folder."""
    return str(demo(tmp_path / "demo"))


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, with no terminal."""
    return subprocess.run(
        [sys.executable, "-m", "plo_tui", *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )


def sentence(shown: SHOWN) -> str:
    """The one sentence on standard error; nothing is on standard output."""
    out, err = shown.readouterr()
    assert out == ""
    [line] = err.splitlines()
    assert line.startswith("plo-tui: ")
    return line


def approve(folder: str, *roles: ApprovalRole) -> None:
    store = Store(Path(folder), prepare(Path(folder)))
    case = store.read(ellises)
    meeting = store.read(read_papers, case).meetings[0]
    papers = store.read(read_papers, case, meeting.id)
    assert meeting.chair_id
    by_role = {member.role.value: member.id for member in papers.staff}
    store.actor_id = meeting.chair_id
    seen = store.read(read_edition, case, meeting.id).fingerprint
    who = {
        ApprovalRole.CHAIR: meeting.chair_id,
        ApprovalRole.LEGAL: by_role["local authority solicitor"],
    }
    for role in roles:
        store.do(signing.approve, meeting.id, role, who[role], seen, "by email")
    store.close()


def ellises(session: Session) -> UUID:
    from sqlmodel import select

    from agenda.records import Case

    return session.exec(select(Case.id).where(Case.reference == ELLISES)).one()


# --- words


def test_help_names_every_command(capsys: SHOWN) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    out = capsys.readouterr().out
    for command in ("demo", "cases", "show", "export", "timetable", "agenda", "--store"):
        assert command in out


def test_version() -> None:
    assert run("--version").stdout == "plo-tui 0.1.0\n"


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["export"],
        ["export", "minutes", CARTERS],
        ["export", "minutes", CARTERS, "-o", "x", "--meeting", "first"],
        ["show"],
        ["agenda"],
        ["timetable"],
        ["cases", "--js"],
    ],
)
def test_wrong_words_end_with_2_and_no_traceback(words: list[str], capsys: SHOWN) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "Traceback" not in capsys.readouterr().err


# --- reading


def test_cases_as_json(store: str, capsys: SHOWN) -> None:
    assert main(["cases", "--json", "--store", store]) == 0
    cases = json.loads(capsys.readouterr().out)
    by_reference = {case["reference"]: case for case in cases}
    assert set(by_reference) == {CARTERS, ELLISES, "PLO-2026-006", "PLO-2026-003", BRAMLEYS}
    assert list(cases[0]) == ["reference", "stage", "week", "next_date", "meetings"]
    carters, ellises = by_reference[CARTERS], by_reference[ELLISES]
    [meeting] = carters["meetings"]
    assert meeting["date"] == carters["next_date"]
    assert (meeting["number"], meeting["kind"]) == (1, "initial")
    assert (meeting["state"], meeting["minutes"]) == ("planned", "none")
    assert [row["minutes"] for row in ellises["meetings"]] == ["draft", "none", "none"]
    assert ellises["week"] in (1, 2)


def test_cases_in_lines_say_that_it_is_the_demo(store: str, capsys: SHOWN) -> None:
    assert main(["cases", "--store", store]) == 0
    first, *lines = capsys.readouterr().out.splitlines()
    assert "DEMO" in first
    assert len(lines) == 5
    assert any(line.startswith(f"{CARTERS} (JC, TC, MC): ") for line in lines)
    assert any("week" in line and "of 12" in line for line in lines)


@pytest.mark.parametrize("where", ["before", "after", "environment"])
def test_the_store_may_be_named_anywhere(
    store: str, where: str, capsys: SHOWN, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = {
        "before": ["--store", store, "cases"],
        "after": ["cases", "--store", store],
        "environment": ["cases"],
    }[where]
    if where == "environment":
        monkeypatch.setenv("PLO_TUI_STORE", store)
    assert main(words) == 0
    assert CARTERS in capsys.readouterr().out


def test_an_empty_store_says_so(tmp_path: Path, capsys: SHOWN) -> None:
    prepare(tmp_path / "mine")
    secret = tmp_path / "secret.txt"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    store = ["--store", str(tmp_path / "mine"), "--passphrase-file", str(secret)]
    assert main(["cases", *store]) == 0
    assert capsys.readouterr().out == "There is no case yet.\n"
    assert main(["cases", "--json", *store]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_reading_makes_no_store(tmp_path: Path, capsys: SHOWN) -> None:
    folder = tmp_path / "none"
    assert main(["cases", "--store", str(folder)]) == 2
    assert "no store" in sentence(capsys)
    assert not folder.exists()


def test_a_case_is_shown_in_plain_lines(store: str, capsys: SHOWN) -> None:
    assert main(["show", CARTERS.lower(), "--store", store]) == 0
    out = capsys.readouterr().out
    for heading in ("Children", "People", "Concerns", "Plan", "Meetings"):
        assert f"\n\n{heading}\n" in out
    for told in (
        "Josie Carter (JC), born ",
        "Mr Carter (Dean Carter), father of JC, TC and MC, no solicitor.",
        "solicitor: Ms Shah",
        "1. Neglect",
        "1. action, draft: Home clean enough",
        "a. No mouldy food",
        "Who: Ms Carter",
        "(week 4)",
        "1. Initial meeting, ",
    ):
        assert told in out
    assert "By text before 3 pm" not in out  # a safe contact is in no output


def test_minutes_are_shown_in_plain_lines_without_asides(store: str, capsys: SHOWN) -> None:
    assert main(["show", ELLISES, "--meeting", "1", "--store", store]) == 0
    out = capsys.readouterr().out
    assert "DRAFT" in out
    assert "“I am ashamed about that morning." in out
    assert "taxi was refused" not in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["show", "PLO-0"], "no case PLO-0"),
        (["show", ELLISES, "--meeting", "9"], "no meeting 9"),
        (["show", ELLISES, "--meeting", "2"], "has not begun"),
        (["export", "plan", CARTERS, "-o", "plan.docx"], "No meeting .* is concluded"),
        (["why", ELLISES, "--child", "zz"], "has no child zz, but RE and TE"),
        (["export", "why", ELLISES, "-o", "plan.docx"], "has RE and TE: name one with --child"),
    ],
)
def test_what_is_not_there_is_said(
    store: str, words: list[str], told: str, capsys: SHOWN, tmp_path: Path
) -> None:
    import re

    words = [str(tmp_path / word) if word.endswith(".docx") else word for word in words]
    assert main([*words, "--store", store]) == 1
    assert re.search(told, sentence(capsys))
    assert not (tmp_path / "plan.docx").exists()


def test_text_is_printed_as_text(store: str, capsys: SHOWN) -> None:
    assert main(["show", "\x1b]0;gone\x07", "--store", store]) == 1
    assert "\x1b" not in sentence(capsys)


@pytest.mark.parametrize(
    "words",
    [
        ["show", ELLISES, "--meeting", str(10**30)],
        ["show", "a\0b\ud800"],
        ["show", "'; DROP TABLE staff; --"],
        ["show", "%"],
        ["show", "x" * 100_000],
        ["why", ELLISES, "--child", "\ud800"],
    ],
)
def test_odd_words_are_only_words(store: str, words: list[str], capsys: SHOWN) -> None:
    assert main([*words, "--store", store]) == 1
    assert sentence(capsys).endswith((".", "plo-tui cases", "CASE"))


def test_a_mark_of_direction_in_a_name_turns_nothing_else_round(store: str, capsys: SHOWN) -> None:
    assert main(["show", "PLO\u202e1", "--store", store]) == 1
    assert "no case PLO⟨RLO⟩1" in sentence(capsys)


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/New_York", ""])
def test_times_are_londons_on_a_laptop_that_is_set_to_another_place(
    store: str, zone: str, capsys: SHOWN
) -> None:
    assert main(["show", ELLISES, "--meeting", "1", "--store", store]) == 0
    here = capsys.readouterr().out
    elsewhere = run("show", ELLISES, "--meeting", "1", "--store", store, TZ=zone)
    assert elsewhere.stdout == here


def test_why_is_printed_child_by_child_or_for_one(store: str, capsys: SHOWN) -> None:
    assert main(["why", ELLISES, "--store", store]) == 0
    first, *lines = capsys.readouterr().out.splitlines()
    assert "DEMO" in first
    whose = [line for line in lines if line.startswith("Why: ")]
    assert whose == [
        f"Why: Ruby Ellis (RE). Case {ELLISES}.",
        f"Why: Theo Ellis (TE). Case {ELLISES}.",
    ]
    assert "Worry 2: Ruby misses school" in lines
    assert main(["why", ELLISES, "--child", "theo ellis", "--store", store]) == 0
    theo = capsys.readouterr().out
    assert "Ruby misses school" not in theo
    assert "Our help: We bring the tester to the home." in theo.splitlines()
    assert "paragraphs 39 to 42 (draft minutes)]" in theo


# --- documents


def is_word(file: Path) -> bool:
    return file.read_bytes()[:2] == b"PK"


def test_minutes_that_are_not_approved_are_refused(
    store: str, tmp_path: Path, capsys: SHOWN
) -> None:
    file = tmp_path / "minutes.docx"
    words = ["export", "minutes", ELLISES, "--store", store, "-o", str(file)]
    assert main(words) == 1
    assert "chair and legal have not approved" in sentence(capsys)
    approve(store, ApprovalRole.CHAIR)
    assert main(words) == 1
    assert "legal has not" in sentence(capsys)
    assert not file.exists()
    approve(store, ApprovalRole.LEGAL)
    assert main(words) == 0
    assert "Approved" in capsys.readouterr().out
    assert is_word(file)


def test_the_draft_and_the_familys_plan(store: str, tmp_path: Path, capsys: SHOWN) -> None:
    draft, plan = tmp_path / "draft.docx", tmp_path / "plan.docx"
    draft.write_bytes(b"an older one")
    about = [ELLISES, "--store", store, "--meeting", "1"]
    assert main(["export", "minutes", *about, "--draft", "-o", str(draft)]) == 0
    assert "DRAFT" in capsys.readouterr().out
    assert main(["export", "plan", *about, "-o", str(plan)]) == 0
    assert is_word(draft)
    assert is_word(plan)


def test_why_is_written_for_one_child(store: str, tmp_path: Path, capsys: SHOWN) -> None:
    file = tmp_path / "why.docx"
    words = ["export", "why", ELLISES, "--child", "te", "--store", store, "-o", str(file)]
    assert main(words) == 0
    assert capsys.readouterr().out == f"Why, TE, of {ELLISES}: {file}\n"
    assert is_word(file)


def test_the_same_record_gives_the_same_bytes(store: str, tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        words = ["export", "minutes", ELLISES, "--draft", "-o", str(tmp_path / name)]
        assert main([*words, "--store", store]) == 0
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


@pytest.mark.parametrize("named_in", ["words", "settings"])
def test_a_template_that_is_not_word_is_refused(
    store: str, tmp_path: Path, named_in: str, capsys: SHOWN
) -> None:
    template, file = tmp_path / "template.docx", tmp_path / "minutes.docx"
    template.write_text("not Word", encoding="utf-8")
    words = ["export", "minutes", ELLISES, "--draft", "--store", store, "-o", str(file)]
    if named_in == "words":
        words += ["--template", str(template)]
    else:
        (tmp_path / "config.toml").write_text('template = "template.docx"', encoding="utf-8")
    assert main(words) == 2
    assert "template.docx" in sentence(capsys)
    assert not file.exists()


def test_a_file_that_cannot_be_written_is_named(store: str, tmp_path: Path, capsys: SHOWN) -> None:
    words = ["export", "minutes", ELLISES, "--draft", "--store", store, "-o"]
    assert main([*words, str(tmp_path)]) == 1
    assert "is a folder" in sentence(capsys)
    assert main([*words, str(tmp_path / "nowhere" / "minutes.docx")]) == 1
    assert "is not there" in sentence(capsys)


# --- what needs no store


def test_the_timetable_of_a_date(capsys: SHOWN) -> None:
    assert main(["timetable", "2027-01-12", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found)[-4:] == ["midway_review", "final_review", "window_end", "extension_end"]
    assert found["final_review"] == {
        "date": "2027-04-06",
        "weekday": "Tuesday",
        "week": 12,
        "working_day": True,
        "note": "",
    }
    assert main(["timetable", "12/1/27"]) == 0
    lines = capsys.readouterr().out
    assert main(["timetable", "12", "jan", "27"]) == 0
    assert capsys.readouterr().out == lines
    assert "Final review     Tue 6 Apr 2027   week 12" in lines


def test_a_start_on_a_holiday_is_noted(capsys: SHOWN) -> None:
    assert main(["timetable", "2026-12-25"]) == 0
    assert "Christmas" in capsys.readouterr().out


def test_an_impossible_date_is_refused(capsys: SHOWN) -> None:
    assert main(["timetable", "30", "feb", "2027"]) == 2
    assert "28 Feb 2027" in sentence(capsys)


def test_the_timetable_follows_the_authoritys_policy(tmp_path: Path, capsys: SHOWN) -> None:
    (tmp_path / "config.toml").write_text('policy = "policy.toml"', encoding="utf-8")
    policy = '[window.weeks]\nvalue = 16\nsource = "Ours"\n'
    (tmp_path / "policy.toml").write_text(policy, encoding="utf-8")
    assert main(["timetable", "2027-01-12", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["window_end"]["date"] == "2027-05-04"


@pytest.mark.parametrize(
    ("start", "date"),
    [("lpm", "12 jan 2099"), ("letter", "19 jan 2099"), ("initial", "3 feb 2099")],
)
def test_the_whole_directive_from_each_start(start: str, date: str, capsys: SHOWN) -> None:
    assert main(["timetable", *date.split(), "--from", start]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("Legal planning meeting")
    assert any(line.startswith("Initial meeting") and "working days" in line for line in lines)
    assert main(["timetable", date, "--from", start, "--json"]) == 0
    steps = json.loads(capsys.readouterr().out)["steps"]
    assert [step["step"] for step in steps][:5] == [
        "lpm",
        "drafted",
        "returned",
        "given",
        "initial",
    ]


def test_what_was_done_stands_beside_what_was_planned(capsys: SHOWN) -> None:
    asked = ["timetable", "2024-01-09", "--from", "lpm", "--json"]
    assert main([*asked, "--done", "drafted=2024-01-12", "--done", "given = 17 jan 2024"]) == 0
    lpm, drafted, returned, given, *_ = json.loads(capsys.readouterr().out)["steps"]
    assert (lpm["actual"], lpm["standing"]) == ("2024-01-09", "done on the day")
    assert (drafted["planned"], drafted["actual"]) == ("2024-01-11", "2024-01-12")
    assert drafted["standing"] == "done 1 working day late"
    assert (returned["actual"], returned["standing"]) == (None, "no day recorded")
    assert given["working_days_late"] == 1


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--from", "lpm", "--done", "posted=2024-01-12"], "Write a step and its day"),
        (["--from", "lpm", "--done", "given"], "Write a step and its day"),
        (["--from", "lpm", "--done", "given=2099-01-12"], "not one to come"),
        (["--from", "lpm", "--done", "given=30 feb 2024"], "29 Feb 2024"),
        (["--done", "given=2024-01-12"], "Say with --from"),
    ],
)
def test_what_was_done_is_refused_in_a_sentence(words: list[str], says: str, capsys: SHOWN) -> None:
    assert main(["timetable", "2024-01-09", *words]) == 2
    assert says in sentence(capsys)


@pytest.mark.parametrize("words", [[], ["--from", "lpm"]])
def test_dates_too_far_away_are_refused_in_a_sentence(words: list[str], capsys: SHOWN) -> None:
    assert main(["timetable", "2100-12-01", *words]) == 2
    assert "from 1990 to 2100" in sentence(capsys)


def test_a_good_sheet_is_said_to_be_so(tmp_path: Path, capsys: SHOWN) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(default_sheet_text("initial"), encoding="utf-8")
    assert main(["agenda", "check", str(file)]) == 0
    [line] = capsys.readouterr().out.splitlines()
    assert "ready to use" in line


def test_every_fault_of_a_sheet_is_listed_with_its_line(tmp_path: Path, capsys: SHOWN) -> None:
    text = default_sheet_text("initial").replace('"checks"]', '"cheks"]', 1)
    text = text.replace("minutes = 15", "minutes = -1", 1)
    file = tmp_path / "ours.toml"
    file.write_text(text, encoding="utf-8")
    assert main(["agenda", "check", str(file)]) == 1
    out, err = capsys.readouterr()
    assert err == ""
    lines = out.splitlines()
    assert len(lines) >= 2
    assert all(line.startswith(f"{file}, line ") for line in lines)


def test_a_sheet_that_cannot_be_read_is_said(tmp_path: Path, capsys: SHOWN) -> None:
    assert main(["agenda", "check", str(tmp_path / "none.toml")]) == 2
    assert "none.toml" in sentence(capsys)
    (tmp_path / "latin.toml").write_bytes('title = "caf\xe9"'.encode("latin-1"))
    assert main(["agenda", "check", str(tmp_path / "latin.toml")]) == 1
    assert "UTF-8" in sentence(capsys)


# --- set-up


@pytest.mark.parametrize(
    ("config", "told"),
    [
        ("theme = ", "config.toml, line 1"),
        ('theme = "pink"', "config.toml, line 1"),
        ('\npolicy = "none.toml"', "none.toml"),
        ('policy = "broken.toml"', "broken.toml, line 2"),
        ('[sheets]\ninitial = "broken.toml"', "broken.toml, line 1"),
    ],
)
def test_a_broken_set_up_is_said_before_anything_opens(
    tmp_path: Path, config: str, told: str, capsys: SHOWN
) -> None:
    (tmp_path / "config.toml").write_text(config, encoding="utf-8")
    broken = '[window.weeks]\nvalue = "many"\nsource = "Ours"\n'
    (tmp_path / "broken.toml").write_text(broken, encoding="utf-8")
    assert main(["--store", str(tmp_path / "mine")]) == 2
    assert told in sentence(capsys)
    assert not (tmp_path / "mine").exists()


@pytest.mark.parametrize("words", [[], ["demo"]])
def test_the_app_needs_a_terminal(words: list[str], tmp_path: Path) -> None:
    ended = run(*words, "--store", str(tmp_path / "mine"))
    assert ended.returncode == 2
    assert "needs a terminal" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not (tmp_path / "mine").exists()


def test_a_damaged_store_is_one_sentence(store: str, capsys: SHOWN) -> None:
    (Path(store) / KEY).write_text("{}", encoding="utf-8")
    for words in (["cases"], ["show", CARTERS], ["export", "plan", CARTERS, "-o", "x.docx"]):
        assert main([*words, "--store", store]) == 2
        assert "damaged" in sentence(capsys)


def test_what_nobody_foresaw_is_one_sentence_and_a_log_without_words(
    store: str, tmp_path: Path, capsys: SHOWN, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("Josie Carter")

    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_, **__: tmp_path / "log")
    monkeypatch.setattr("plo_tui.cli.cases._case_line", broken)
    assert main(["cases", "--store", store]) == 2
    err = capsys.readouterr().err
    assert "had to stop" in err
    assert "Josie" not in err
    log = (tmp_path / "log" / "crash.log").read_text(encoding="utf-8")
    assert "RuntimeError" in log
    assert "Josie" not in log


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end differently there")
def test_a_reader_that_goes_away_is_no_fault(store: str) -> None:
    command = f"'{sys.executable}' -m plo_tui show {CARTERS} --store '{store}' | head -c 1"
    ended = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True)
    assert ended.stderr == ""


def test_an_old_code_page_is_no_fault(store: str) -> None:
    words = ["show", ELLISES, "--meeting", "1", "--store", store]
    ended = run(*words, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert ended.returncode == 0
    assert "?I am ashamed" in ended.stdout


# --- the demo


def test_the_demo_is_made_without_the_app_and_kept(tmp_path: Path, capsys: SHOWN) -> None:
    folder = tmp_path / "kept"
    assert main(["demo", "--no-app", "--store", str(folder)]) == 0
    assert str(folder) in capsys.readouterr().out
    before = (folder / STORE).read_bytes()
    assert main(["demo", "--no-app", "--store", str(folder)]) == 0
    assert (folder / STORE).read_bytes() == before


def test_a_demo_that_is_kept_has_a_place(capsys: SHOWN) -> None:
    assert main(["demo", "--no-app"]) == 2
    assert "--store FOLDER" in sentence(capsys)


@pytest.mark.parametrize("missing", ["", STORE], ids=["whole", "only its key"])
def test_the_demo_is_not_put_into_anyones_own_store(
    tmp_path: Path, missing: str, capsys: SHOWN
) -> None:
    prepare(tmp_path)
    if missing:
        (tmp_path / missing).unlink()
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert main(["demo", "--no-app", "--store", str(tmp_path)]) == 1
    assert "not a demo" in sentence(capsys)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows writes no core dump")
def test_a_crash_writes_no_memory_to_the_disk() -> None:
    code = (
        "import resource; from plo_tui.cli import main; main(['timetable', '2027-01-12'])\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE))"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.endswith("(0, 0)\n")
