"""What the tests of the store share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_store import House, house

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def made(tmp_path: Path) -> House:
    """A fresh store with the Carters in it."""
    return house(tmp_path / "store")
