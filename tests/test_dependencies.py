"""What is installed is pinned, held to its hash, asked for and explained."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HOUSE = Path(__file__).resolve().parent.parent
LOCKS = sorted((HOUSE / "requirements").glob("*.txt"))
PROJECT = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
RUN = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
GROUPS = {
    name: [Requirement(line) for line in lines]
    for name, lines in PROJECT["dependency-groups"].items()
}
EVERYTHING = RUN + [requirement for group in GROUPS.values() for requirement in group]


def pinned(lock: Path) -> dict[str, tuple[Requirement, int]]:
    """What `lock` asks for, by name, with the number of its hashes."""
    text = re.sub(r"^\s*#.*\n", "", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)
    found: dict[str, tuple[Requirement, int]] = {}
    for entry in text.replace("\\\n", " ").splitlines():
        asked, *hashes = entry.split("--hash=sha256:")
        requirement = Requirement(asked.strip())
        found[canonicalize_name(requirement.name)] = (requirement, len(hashes))
    return found


def version(requirement: Requirement) -> str:
    """The one version that a pinned requirement allows."""
    [specifier] = requirement.specifier
    assert specifier.operator == "==", f"{requirement} is not pinned"
    return specifier.version


def test_there_is_a_lock_to_run_and_one_to_test() -> None:
    assert [lock.name for lock in LOCKS] == ["run.txt", "test.txt"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_address_and_hashes_everything(lock: Path) -> None:
    assert "://" not in lock.read_text(encoding="utf-8")
    for requirement, hashes in pinned(lock).values():
        assert version(requirement)
        assert hashes, f"{requirement} has no hash"


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [("run.txt", RUN + GROUPS["build"]), ("test.txt", EVERYTHING)],
    ids=["run", "test"],
)
def test_a_lock_holds_what_the_project_asks_for(lock: str, wanted: list[Requirement]) -> None:
    locked = pinned(HOUSE / "requirements" / lock)
    for requirement in wanted:
        name = canonicalize_name(requirement.name)
        assert name in locked, f"{requirement} is not in {lock}: refresh it"
        assert version(locked[name][0]) in requirement.specifier


def test_tests_run_on_the_versions_that_users_run() -> None:
    run, test = (pinned(lock) for lock in LOCKS)
    assert {name: str(entry) for name, (entry, _) in run.items()} == {
        name: str(test[name][0]) for name in run
    }


def test_every_dependency_is_explained() -> None:
    guide = (HOUSE / "docs" / "dependencies.md").read_text(encoding="utf-8")
    rows = {
        canonicalize_name(match[1]): [cell.strip() for cell in match[2].split("|")]
        for match in re.finditer(r"^\| \*\*([^*]+)\*\* \|(.+)\|$", guide, flags=re.MULTILINE)
    }
    wanted = {canonicalize_name(requirement.name) for requirement in EVERYTHING}
    assert wanted - rows.keys() == set(), "not in docs/dependencies.md"
    assert rows.keys() - wanted == set(), "in docs/dependencies.md, but not asked for"
    assert [name for name, cells in rows.items() if not all(cells)] == [], "empty cells"
