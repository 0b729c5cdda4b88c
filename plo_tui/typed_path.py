"""A path as somebody typed it, with `~` as their home."""

from __future__ import annotations

from pathlib import Path


def typed_path(typed: str) -> Path:
    """Return the path; the home of somebody this computer does not know stays as it is typed."""
    path = Path(typed)
    try:
        return path.expanduser()
    except RuntimeError:
        return path
