#!/usr/bin/env python3
"""Start plo-tui from a fresh checkout: nothing but Python 3.11 and pip is needed.

    python3 start.py demo           open the demo
    python3 start.py test           run the tests (more words go to pytest)
    python3 start.py check          run the linter, the type checker and the import contract
    python3 start.py run WORDS      run plo-tui itself: python3 start.py run --help

The first run makes a virtual environment in .venv of this folder and installs the
pinned, hash-checked packages of requirements/ into it, with your own pip settings.
Later runs start at once.
"""

# Uses the standard library alone, and no syntax that Python 3.6 cannot read, so that
# an old Python gets a sentence rather than a SyntaxError.

import hashlib
import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036
    sys.stderr.write(
        "plo-tui needs Python 3.11 or later; this is Python {}.{}. "
        "Run start.py with a newer one, such as: python3.12 start.py demo\n".format(
            *sys.version_info[:2]
        )
    )
    sys.exit(2)

CHECKOUT = Path(__file__).resolve().parent
ENVIRONMENT = CHECKOUT / ".venv"
PROGRAMS = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
PYTHON = PROGRAMS / ("python.exe" if os.name == "nt" else "python")
STAMP = ENVIRONMENT / "installed"  # only there while the environment is whole
LOCKS = {name: CHECKOUT / "requirements" / f"{name}.txt" for name in ("run", "test")}
PACKAGES = [CHECKOUT / name for name in ("agenda", "exports", "plo_tui")]
OLDEST_PIP = (22, 3)  # the first that installs into another environment: pip --python
CHECKS = [
    ["ruff", "check", "."],
    ["ruff", "format", "--check", "."],
    ["mypy"],
    ["lint-imports", "--no-logo"],
]


class SetUpError(Exception):
    """Set-up cannot go on; the text says what to do."""


def main(words: list[str]) -> int:
    """Do what `words` ask, and return the exit code."""
    command, rest = (words[0], words[1:]) if words else ("help", [])
    if command in ("help", "-h", "--help"):
        say(__doc__)
        return 0 if words else 2
    if command not in ("demo", "run", "test", "check"):
        sys.stderr.write(f"start.py knows demo, run, test and check, but not {command!r}.\n")
        return 2
    try:
        set_up("run" if command in ("demo", "run") else "test")
    except SetUpError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except OSError as error:
        sys.stderr.write(
            f"Set-up stopped: {error}. See that this folder can be written, that nothing in its "
            ".venv is running and that the disk has room, then run the same command again.\n"
        )
        return 2
    if command == "check":
        return check()
    if command == "test":
        os.chdir(CHECKOUT)
        return hand_over("pytest", [*workers(rest), "-rs", *rest])
    return hand_over("plo-tui", ["demo", *rest] if command == "demo" else rest)


def check() -> int:
    """Run every check, also after one that failed; return the first failure's exit code."""
    codes = []
    for program, *options in CHECKS:
        say("> " + " ".join([program, *options]))
        codes.append(call([PROGRAMS / program, *options], cwd=CHECKOUT))
    return next((code for code in codes if code), 0)


def workers(pytest_words: list[str]) -> list[str]:
    """Share the tests among the processors, unless the user says how."""
    if any(word.startswith(("-n", "--numprocesses", "--pdb")) for word in pytest_words):
        return []
    return ["-n", "auto", "--maxprocesses", "8", "--dist", "worksteal"]


def hand_over(program: str, words: list[str]) -> int:
    """Become `program` (on Windows: run it), so that keys, signals and exit code are its own."""
    if os.name != "nt":
        os.execve(PROGRAMS / program, [program, *words], settings())
    return call([PROGRAMS / program, *words])


def set_up(lock: str) -> None:
    """See that `.venv` holds the packages of `lock` and this checkout; quick when it does."""
    made_from = fingerprint()
    stamped = STAMP.read_text(encoding="utf-8").split() if STAMP.exists() else []
    if not PYTHON.exists() or stamped[:1] != [made_from]:
        make_environment()
        stamped = [made_from]
    elif lock in stamped or "test" in stamped:  # the test lock holds all of the run lock
        return
    STAMP.unlink(missing_ok=True)
    say("Installing the pinned packages; the first time takes a minute or two.")
    install(lock)
    STAMP.write_text(" ".join([*stamped, lock]), encoding="utf-8")
    say("Ready.")


def fingerprint() -> str:
    """What an environment is made from: this Python, this folder, these packages."""
    digest = hashlib.sha256()
    for part in (sys.version, sys.base_prefix, str(CHECKOUT)):
        digest.update(part.encode("utf-8", "surrogateescape") + b"\0")
    for file in (*LOCKS.values(), CHECKOUT / "pyproject.toml"):
        digest.update(file.read_bytes() + b"\0")
    return digest.hexdigest()


def make_environment() -> None:
    """Make `.venv` anew, without pip: Debian's Python has no ensurepip to put it there."""
    if Path(sys.prefix).resolve() == ENVIRONMENT:
        raise SetUpError(
            "The packages have changed, and start.py runs inside the .venv that it must make "
            "anew: type deactivate, then run the same command again."
        )
    if ENVIRONMENT.exists():
        say("Making the virtual environment .venv anew.")
        shutil.rmtree(ENVIRONMENT)
    else:
        say("Making a virtual environment in .venv.")
    venv.create(ENVIRONMENT, symlinks=os.name != "nt")


def install(lock: str) -> None:
    """Install the packages of `lock`, each held to its hash, then this checkout itself."""
    pip = [*pip_command(), "install", "-qq", "--disable-pip-version-check", "--compile"]
    project = ["--no-deps", "--no-build-isolation", "--editable", str(CHECKOUT)]
    if call([*pip, "--require-hashes", "-r", LOCKS[lock]]) or call([*pip, *project]):
        raise SetUpError(
            "Set-up stopped: pip could not install the packages, and says why above. See that "
            "this computer reaches your package index, then run the same command again."
        )
    # Where PYTHONDONTWRITEBYTECODE is set, every start would compile the checkout again.
    call([PYTHON, "-m", "compileall", "-qq", *PACKAGES])


def pip_command() -> list[str | Path]:
    """A pip that installs into `.venv`: the one of this Python, or else one of its own."""
    asked = [sys.executable, "-m", "pip", "--version"]
    answer = subprocess.run(asked, env=settings(), capture_output=True, text=True, check=False)
    version = re.match(r"pip (\d+)\.(\d+)", answer.stdout)
    if version and (int(version[1]), int(version[2])) >= OLDEST_PIP:
        return [sys.executable, "-m", "pip", "--python", PYTHON]
    if call([PYTHON, "-m", "ensurepip"], quiet=True):
        raise SetUpError(
            "This Python has no pip of version 22.3 or later. Install one (on Debian and Ubuntu: "
            "apt install python3-pip) and run the same command again."
        )
    return [PYTHON, "-m", "pip"]


def call(command: list[str | Path], cwd: Path | None = None, quiet: bool = False) -> int:
    """Run `command` to its end and return its exit code."""
    output = subprocess.DEVNULL if quiet else None
    return subprocess.call(command, cwd=cwd, env=settings(), stdout=output, stderr=output)


def settings() -> dict[str, str]:
    """The user's own environment, less what would install or import from somewhere else."""
    astray = ("PYTHONHOME", "PYTHONPATH", "PIP_PREFIX", "PIP_TARGET")
    kept = {name: value for name, value in os.environ.items() if name not in astray}
    # Ready-built packages, unless the user chooses: nothing is compiled or run to install them.
    return {"PIP_ONLY_BINARY": ":all:", **kept, "PIP_USER": "0", "PIP_REQUIRE_HASHES": "0"}


def say(text: str) -> None:
    """Print a line now, before the programs that follow print theirs."""
    print(text, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
