"""The history of a paragraph, or of a meeting's minutes: a page to read."""

from __future__ import annotations

from plo_tui.commands.command import Place

HISTORY = Place(
    name="history",
    title="History",
    purpose=(
        "Every version, the first one first: who, when, and the words that changed, marked "
        "[taken out: …] and [put in: …]. Nothing here can be changed. Escape goes back."
    ),
    commands=(),
)
