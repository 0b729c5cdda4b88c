"""A test that needs LibreOffice or a terminal may be skipped at home, and never in CI."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = """
import pytest

@pytest.mark.{mark}
def test_skips():
    pytest.skip("no LibreOffice here")

@pytest.mark.{mark}
@pytest.mark.xfail(reason="known")
def test_expected_to_fail():
    assert False

def test_passes():
    pass
"""


@pytest.mark.parametrize(
    ("mark", "ci", "outcome"),
    [
        ("documents", "true", "1 failed, 1 passed, 1 xfailed"),
        ("terminal", "true", "1 failed, 1 passed, 1 xfailed"),
        ("other", "true", "1 passed, 1 skipped, 1 xfailed"),
        ("documents", "", "1 passed, 1 skipped, 1 xfailed"),
    ],
)
def test_skips_fail_in_ci_alone(tmp_path: Path, mark: str, ci: str, outcome: str) -> None:
    shutil.copy(Path(__file__).with_name("conftest.py"), tmp_path)
    (tmp_path / "test_sample.py").write_text(TESTS.format(mark=mark), encoding="utf-8")
    (tmp_path / "pytest.ini").write_text(
        "[pytest]\nmarkers =\n  documents\n  terminal\n  other\n", encoding="utf-8"
    )
    process = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-rsf", str(tmp_path)],
        env={**os.environ, "CI": ci, "PYTEST_ADDOPTS": "", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome in process.stdout
    assert "no LibreOffice here" in process.stdout
    assert process.returncode == (1 if "failed," in outcome else 0)
