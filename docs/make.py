"""Make what the documents take from the code: `python docs/make.py`.

With `tables`, only the tables of keys, words, settings, policy, rules, captures and who may do
what; with `pictures`, only the pictures. Both must be made anew when what they show has changed.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from datetime import UTC
from pathlib import Path


def main(asked: list[str]) -> int:
    """Make the tables, the pictures or both, and return the exit code."""
    if set(asked) - {"tables", "pictures"}:
        sys.stderr.write(f"{__doc__}")
        return 2
    if not asked or "tables" in asked:
        from tables import write_tables

        write_tables()
    if not asked or "pictures" in asked:
        # As on a terminal with colours, whatever this one has.
        os.environ.pop("NO_COLOR", None)
        os.environ["TEXTUAL_ANIMATIONS"] = "none"
        asyncio.run(take_pictures())
    return 0


async def take_pictures() -> None:
    """Play the scenes of the guide on stores that are thrown away."""
    import before_scenes
    import review_scenes
    import scenes
    from camera import MORNING

    from plo_tui.demo import make_demo
    from plo_tui.desk import login

    with tempfile.TemporaryDirectory() as folder:
        await scenes.first_run_and_new_case(Path(folder) / "empty")
        demo = Path(folder) / "demo"
        make_demo(demo, MORNING.astimezone(UTC), login())
        await scenes.the_carters_meeting(demo)
        await scenes.sign_off(demo)
        await review_scenes.the_slipping_plan(demo)
        await review_scenes.the_final_review(demo)
        # Two days pass in it, so it has a store of its own.
        before = Path(folder) / "before"
        make_demo(before, MORNING.astimezone(UTC), login())
        await before_scenes.the_way_to_the_meeting(before)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
