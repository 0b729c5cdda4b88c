"""The system's own viewer: called without a shell, not waited for, and said where there is none."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

import pytest

from plo_tui.system_viewer import open_in_viewer, viewer_command

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 30

needs_xdg = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux calls xdg-open")


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desktop whose viewer writes down what it was given; returns that note's path."""
    programs, note = tmp_path / "programs", tmp_path / "opened"
    programs.mkdir()
    viewer = programs / "xdg-open"
    viewer.write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{note}.part"\nmv "{note}.part" "{note}"\n')
    viewer.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("DISPLAY", ":0")
    return note


@needs_xdg
def test_the_file_is_given_to_the_viewer_as_it_is_named(desktop: Path, tmp_path: Path) -> None:
    file = tmp_path / "PLO-1 page for Ms Carter; $(true) & more.docx"
    assert open_in_viewer(file) == ""
    end = time.monotonic() + PATIENCE
    while not desktop.exists():
        assert time.monotonic() < end
        os.sched_yield()
    assert desktop.read_text(encoding="utf-8") == str(file)


@needs_xdg
def test_without_a_desktop_it_says_what_to_do(
    desktop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    file = tmp_path / "page.docx"
    assert open_in_viewer(file) == (
        f"There is no viewer here to open it with. Open {file} where you print from."
    )
    assert not desktop.exists()


def test_each_system_has_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    assert viewer_command("darwin", {}) == "/usr/bin/open"
    assert viewer_command("linux", {"WAYLAND_DISPLAY": "wayland-0"}) == "/usr/bin/xdg-open"
    assert viewer_command("linux", {}) == ""
