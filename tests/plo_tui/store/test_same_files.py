"""The store's files moved, removed or replaced under the app: never called saved, and named."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest
from made_store import House, house

from plo_tui.store.folder import STORE
from plo_tui.store.problems import NotSaved

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":
    pytest.skip("Windows lets nobody take away a file in use", allow_module_level=True)


@pytest.fixture
def made(tmp_path: Path) -> House:
    made = house(tmp_path / "store")
    made.add("Before.")
    return made


def test_a_store_moved_away_takes_nothing_until_it_is_back(made: House, tmp_path: Path) -> None:
    file = made.folder / STORE
    file.rename(tmp_path / "elsewhere")
    with pytest.raises(NotSaved, match=r"moved or removed.*Put it back.*your words are still here"):
        made.add("Into nothing.")
    assert made.texts() == ["Before."]  # reading goes on
    (tmp_path / "elsewhere").rename(file)
    made.add("After.")
    assert made.texts() == ["Before.", "After."]


def test_a_folder_renamed_is_noticed_at_the_next_change(made: House, tmp_path: Path) -> None:
    made.folder.rename(tmp_path / "elsewhere")
    with pytest.raises(NotSaved, match="no longer in"):
        made.add("Into nothing.")


def test_an_older_copy_in_its_place_is_noticed(made: House, tmp_path: Path) -> None:
    file = made.folder / STORE
    shutil.copy(file, tmp_path / "older")
    (tmp_path / "older").replace(file)
    with pytest.raises(NotSaved, match="Another file was put in the place"):
        made.add("Into nothing.")


def test_a_change_overtaken_by_the_removal_is_not_called_saved(made: House) -> None:
    with pytest.raises(NotSaved, match="moved or removed"), made.store.transaction():
        (made.folder / STORE).unlink()


@pytest.mark.parametrize("ending", ["-wal", "-shm"])
def test_the_latest_changes_taken_away_are_put_together_on_closing(
    made: House, ending: str
) -> None:
    (made.folder / f"{STORE}{ending}").unlink()
    with pytest.raises(NotSaved, match=rf"store\.db{ending} was taken away.*close plo-tui"):
        made.add("Into nothing.")
    made.store.close()
    again = House(made.folder, made.keys)
    again.add("After.")
    assert again.texts() == ["Before.", "After."]
