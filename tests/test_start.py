"""`start.py`: what someone on a fresh machine sees. Its whole way is what CI itself walks."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parent.parent
PYTHON = getattr(sys, "_base_executable", sys.executable)
"""The Python outside the virtual environment of the tests: the one that a user would run."""
posix_only = pytest.mark.skipif(os.name == "nt", reason="stands a shell script in for plo-tui")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout in a folder of its own, whose packages cannot be had: no network in a test."""
    folder = tmp_path / "a new folder"
    (folder / "requirements").mkdir(parents=True)
    for name in ("start.py", "pyproject.toml", "requirements/run.txt", "requirements/test.txt"):
        shutil.copy(HOUSE / name, folder / name)
    return folder


def start(checkout: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the checkout's start.py with `words`."""
    return subprocess.run(
        [PYTHON, str(checkout / "start.py"), *words],
        cwd=checkout.parent,
        env={**os.environ, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": ""},
        capture_output=True,
        text=True,
        check=False,
    )


def make_whole_environment(checkout: Path, locks: str) -> None:
    """Stand in for what a finished set-up leaves behind."""
    programs = checkout / ".venv" / "bin"
    programs.mkdir(parents=True)
    (programs / "python").symlink_to(PYTHON)
    for name in ("plo-tui", "pytest"):
        (programs / name).write_text(f'#!/bin/sh\necho {name} "$@" in "$PWD"\nexit 7\n')
        (programs / name).chmod(0o755)
    fingerprint = subprocess.run(
        [PYTHON, "-c", "import start; print(start.fingerprint())"],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=True,
    )
    (checkout / ".venv" / "installed").write_text(f"{fingerprint.stdout.strip()} {locks}")


def test_an_old_python_can_read_it_and_so_say_what_is_wrong() -> None:
    ast.parse((HOUSE / "start.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_it_uses_the_standard_library_alone() -> None:
    tree = ast.parse((HOUSE / "start.py").read_text(encoding="utf-8"))
    names = {alias.name for n in ast.walk(tree) if isinstance(n, ast.Import) for alias in n.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names


def test_no_words_and_help_say_what_there_is(checkout: Path) -> None:
    for words, code in (((), 2), (("--help",), 0)):
        process = start(checkout, *words)
        assert process.returncode == code
        for word in ("demo", "test", "check", "run"):
            assert f"python3 start.py {word}" in process.stdout


def test_an_unknown_word_is_refused_before_anything_is_made(checkout: Path) -> None:
    process = start(checkout, "dmeo")
    assert process.returncode == 2
    assert "'dmeo'" in process.stderr
    assert not (checkout / ".venv").exists()


@posix_only
@pytest.mark.parametrize(
    ("words", "handed_over"),
    [
        (("demo", "--no-app"), "plo-tui demo --no-app"),
        (("run", "cases", "--json"), "plo-tui cases --json"),
        (("test", "-n0", "-k", "x"), "pytest -rs -n0 -k x"),
    ],
)
def test_words_and_exit_code_pass_through_at_once(
    checkout: Path, words: tuple[str, ...], handed_over: str
) -> None:
    make_whole_environment(checkout, locks="run test")
    process = start(checkout, *words)
    where = checkout if words[0] == "test" else checkout.parent
    assert process.stdout == f"{handed_over} in {where}\n"
    assert process.returncode == 7


@posix_only
def test_the_app_starts_in_an_environment_made_for_the_tests(checkout: Path) -> None:
    make_whole_environment(checkout, locks="test")
    assert start(checkout, "run").returncode == 7


@posix_only
def test_a_changed_lock_makes_the_environment_anew_and_says_what_stops_it(checkout: Path) -> None:
    make_whole_environment(checkout, locks="run test")
    with (checkout / "requirements" / "run.txt").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    process = start(checkout, "run")
    assert "Making the virtual environment .venv anew" in process.stdout
    assert "pip could not install the packages" in process.stderr
    assert "Traceback" not in process.stderr
    assert process.returncode == 2
    assert not (checkout / ".venv" / "bin" / "plo-tui").exists()
    assert not (checkout / ".venv" / "installed").exists(), "half-made, and called whole"
