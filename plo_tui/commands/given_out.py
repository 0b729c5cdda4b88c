"""Commands of the list of what was given out: it is only read, so there are none of its own."""

from __future__ import annotations

from plo_tui.commands.command import Place

GIVEN_OUT = Place(
    name="given_out",
    title="What was given out",
    purpose=(
        "Every document that left the app, the latest first: of which version, to whom, by whom "
        "and when. No word of a document stands here. The arrows and Page Down read on."
    ),
    commands=(),
)
