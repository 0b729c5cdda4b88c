"""Take every picture of the guide: `python docs/make_pictures.py`."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from datetime import UTC
from pathlib import Path

os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ.pop("NO_COLOR", None)

import scenes
from camera import MORNING, SMALL, Camera

from plo_tui.demo import make_demo
from plo_tui.desk import login


async def main() -> None:
    """Play the scenes, each on a store of its own that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        if "first" in sys.argv: await scenes.first_run_and_new_case(Path(folder) / "first")
        demo = Path(folder) / "demo"
        make_demo(demo, MORNING.astimezone(UTC), login())
        camera = Camera(demo)
        async with camera.running(SMALL):
            await scenes.before_the_meeting(camera)
            await scenes.checks_and_welcome(camera)
            await scenes.worries_and_views(camera)
            await scenes.the_plan(camera)
            await scenes.the_end(camera)
        await scenes.sign_off(demo)


if __name__ == "__main__":
    asyncio.run(main())
