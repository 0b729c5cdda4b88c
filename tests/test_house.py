"""The house keeps its promises: what loads what, what is committed, how long a file may be."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parent.parent
PACKAGES = ("agenda", "exports", "plo_tui")

DATABASE = {"sqlmodel", "sqlalchemy", "alembic", "sqlcipher3", "sqlite3"}
HEAVY = {"textual", "rich", "docx", "holidays"} | DATABASE

LONGEST_FILE = 300
LONGER_FILES: dict[str, int] = {}
"""Files that may be longer, and how long. Keep it empty."""

# Written so that they do not find themselves.
REGISTRY_ADDRESS = re.compile(
    r"pypi\.(org|python)|pythonhosted\.org|npmjs\.(org|com)|(deb|security)\.debian\.org"
    r"|--(extra-)?index[-]url|--find[-]links",
    re.IGNORECASE,
)
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(work|root|opt)/")


def modules_loaded_by(code: str) -> set[str]:
    """Run `code` in a process of its own, and return the top-level modules it left loaded."""
    report = "\nimport sys\nprint('\\nLOADED', *{name.partition('.')[0] for name in sys.modules})"
    process = subprocess.run(
        [sys.executable, "-c", code + report],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=False,
    )
    assert process.returncode == 0, process.stderr
    return set(process.stdout.rpartition("LOADED")[2].split())


def command_line(*words: str) -> str:
    """Code that runs `plo-tui` with `words` and goes on after its end."""
    return (
        "import contextlib, sys\n"
        f"sys.argv = ['plo-tui', *{words!r}]\n"
        "with contextlib.suppress(SystemExit):\n"
        "    from plo_tui.cli import main\n"
        "    main()\n"
    )


def modules_under(package: str, *, except_under: str = "-") -> list[str]:
    """The dotted names of every module of `package`."""
    files = sorted((HOUSE / package).rglob("*.py"))
    names = [".".join(file.relative_to(HOUSE).with_suffix("").parts) for file in files]
    names = [name.removesuffix(".__init__") for name in names]
    return [name for name in names if not f"{name}.".startswith(f"{except_under}.")]


def committed_files() -> list[Path]:
    """Every file that is or would be committed."""
    git = shutil.which("git")
    if git is None or not (HOUSE / ".git").exists():
        pytest.skip("not a git checkout: which files are committed is not known")
    listed = subprocess.run(
        [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=HOUSE,
        capture_output=True,
        check=True,
    )
    names = [name for name in listed.stdout.decode().split("\0") if name]
    return [HOUSE / name for name in names if (HOUSE / name).is_file()]


def lines_matching(pattern: re.Pattern[str]) -> list[str]:
    """Where the committed text matches `pattern`, as file:line: text."""
    found = []
    for file in committed_files():
        text = file.read_bytes().decode("utf-8", errors="replace")
        for number, line in enumerate(text.splitlines(), start=1):
            if pattern.search(line):
                found.append(f"{file.relative_to(HOUSE)}:{number}: {line[:120]}")
    return found


@pytest.mark.parametrize("word", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(word: str) -> None:
    assert not modules_loaded_by(command_line(word)) & HEAVY


def test_the_first_frame_waits_for_nothing_but_itself() -> None:
    """Neither the store, the policy, the calendar nor Word is there before the first frame."""
    code = (
        "import plo_tui.cli.opening, plo_tui.cli.at_desk, plo_tui.app, sys\n"
        "late = {'agenda.policy', 'agenda.papers', 'plo_tui.store.store', 'plo_tui.screens.case',\n"
        "        'textual.widgets._data_table'} & set(sys.modules)\n"
        "assert not late, late"
    )
    assert not modules_loaded_by(code) & (DATABASE | {"docx", "holidays"})


def test_rules_do_not_load_the_database_libraries() -> None:
    """A timetable on the command line must not pay half a second for SQLModel."""
    rules = modules_under("agenda", except_under="agenda.records")
    loaded = modules_loaded_by("import " + ", ".join(rules))
    assert not loaded & (DATABASE | {"textual", "docx"})


def test_exports_know_neither_screen_nor_database() -> None:
    loaded = modules_loaded_by("import " + ", ".join(modules_under("exports")))
    assert not loaded & (DATABASE | {"textual"})


def test_no_registry_address_is_committed() -> None:
    assert lines_matching(REGISTRY_ADDRESS) == []


def test_no_path_of_someones_machine_is_committed() -> None:
    assert lines_matching(MACHINE_PATH) == []


def test_files_stay_short_enough_to_hold_in_mind() -> None:
    lengths = {
        str(file.relative_to(HOUSE).as_posix()): len(file.read_text(encoding="utf-8").splitlines())
        for package in PACKAGES
        for file in (HOUSE / package).rglob("*.py")
        if file.parent.name != "versions"  # migrations are history, written by a tool
    }
    too_long = {
        name: length
        for name, length in lengths.items()
        if length > LONGER_FILES.get(name, LONGEST_FILE)
    }
    assert too_long == {}


def test_the_wheel_holds_every_file_of_the_packages(tmp_path: Path) -> None:
    """Sheets, policy and styles are data beside the code: without them the app cannot start."""
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    [wheel] = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    committed = {file.relative_to(HOUSE) for file in committed_files()}
    wanted = {file.as_posix() for file in committed if file.parts[0] in PACKAGES}
    assert wanted - packed == set()
    assert not [name for name in packed if name.startswith(("tests/", "benchmarks/"))]
