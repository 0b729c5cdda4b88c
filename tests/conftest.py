"""What every test shares."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from plo_tui.store import sealing

if TYPE_CHECKING:
    from collections.abc import Generator


settings.register_profile("busy machine", deadline=None)
settings.load_profile("busy machine")


@pytest.fixture(autouse=True, scope="session")
def _cheap_passphrases() -> None:
    """Let a passphrase cost nothing here: what it costs outside is asserted once."""
    sealing.COST = sealing.Cost(memory_kib=8, passes=1, lanes=1)


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Generator[None]:
    """Keep what tests keep out of the user's own folder."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("platformdirs.user_cache_path", lambda *_, **__: folder)
        yield


NEVER_SKIPPED_IN_CI = ("documents", "terminal")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail in CI what a user's machine may skip: there, nothing may be left out unseen."""
    report = yield
    expected = hasattr(report, "wasxfail")
    marked = any(item.get_closest_marker(mark) for mark in NEVER_SKIPPED_IN_CI)
    if report.skipped and marked and not expected and os.environ.get("CI") == "true":
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"Skipped, but CI may skip no such test: {reason}"
    return report
