"""The scenes of the reviews and of the room: a plan that slips, a final review with a decision.

Whatever a picture shows was typed and pressed here, so the steps of the pages are known to work.
"""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

from camera import SMALL, WIDE, Camera

DOCUMENTS = "plo_tui.screens.take_away_form.documents_folder"
"""What says where pages go; a picture shows nobody's own folder."""


async def the_slipping_plan(store: Path) -> None:
    """Consider a midway review for the Hollises, hold it, pause and adjourn it."""
    camera = Camera(store)
    async with camera.running(WIDE):
        await open_case(camera, 3, "Noah Hollis")
        await camera.sees("Was a midway review considered?")
        await camera.take("slippage")
        await camera.resize(SMALL)
        await camera.press("g")
        await camera.sees("The plan is slipping")
        await camera.press("right", "tab")
        await camera.type("Two lines and the report are late.")
        await camera.take("midway-considered")
        await camera.press("ctrl+s")
        await camera.sees("Plan a meeting")
        await camera.fill("", "today", "10am")
        await camera.press("ctrl+s")
        await camera.sees("Next: the midway review")
        await camera.resize(WIDE)
        await begin(camera, "midway", 5)
        await camera.press("f12")
        await camera.say("/jump 4", shown="4  Action by action")
        await camera.press("ctrl+s")
        await camera.sees("Line 1: what became of it")
        await camera.press("right", "right", "tab")
        await camera.type("Callum Frost read 14 degrees by the cot on Thursday.")
        await camera.press("tab")
        await camera.type("The plumber came twice and had no part.")
        await camera.resize(SMALL)
        await camera.take("outcome")
        await camera.press("ctrl+s")
        await camera.sees("4  Action by action")
        await camera.say("/pause", shown="Paused since")
        await camera.take("pause")
        await camera.say("/resume", shown="The meeting goes on")
        await camera.type("/adjourn")
        await camera.press("enter")
        await camera.sees("Adjourn to another day")
        await camera.fill("+1w", "10am")
        await camera.take("adjourn")
        await camera.press("ctrl+s")
        await camera.sees("Adjourned to")


async def the_final_review(store: Path) -> None:
    """Hold the Marshes' final review up to a decision, and look at it from the case."""
    camera = Camera(store)
    async with camera.running(WIDE):
        await open_case(camera, 2, "Ava Marsh")
        await begin(camera, "final", 6)
        await camera.take("shield")
        await camera.press("alt+j")
        await camera.sees("WHAT WE ALL DO")
        await camera.take("table-view")
        await camera.press("alt+j")
        await camera.sees("F12 shows the rest")
        await camera.press("f12", "alt+p")
        await camera.sees("Who is here")
        await camera.press("E", "escape")
        await camera.sees("2  Welcome")
        await which_way(camera)
        await decide_for_finn(camera)
        await camera.type("/authority")
        await camera.press("enter")
        await camera.sees("Who has the authority")
        await camera.resize(SMALL)
        await camera.take("authority")
        await camera.press("escape")
        await camera.sees("10  Decision")
        await camera.type("/pages")
        with patch(DOCUMENTS, lambda: Path("/home/sam/Documents")):
            await camera.press("enter")
            await camera.sees("Whom to ring")
        await camera.take("take-home")
        await camera.press("escape", "alt+z")
        await camera.resize(WIDE)
        await camera.sees("DECISIONS")
        await camera.take("case-decided")
        await camera.press("y")
        await camera.sees("Cannabis in the home")
        await camera.take("why")


async def open_case(camera: Camera, place: int, child: str) -> None:
    """Open the case at a place of the list."""
    await camera.sees("PLO-2026-006")
    await camera.press(*["down"] * place, "enter")
    await camera.sees(child)


async def begin(camera: Camera, kind: str, checks: int) -> None:
    """Begin the review that is next; from its checks to the welcome, which is shielded."""
    await camera.press("o")
    await camera.sees(f"Begin the {kind} review")
    await camera.press("enter")
    await camera.sees("Before we start")
    await camera.press(*["ctrl+t"] * checks, "f8")
    await camera.sees("F12 shows the rest")


async def which_way(camera: Camera) -> None:
    """Say which way each worry has gone, and judge the risk to each child."""
    await camera.say("/jump 9", shown="9  Risk")
    await camera.press("ctrl+s")
    await camera.sees("Which way things have gone")
    for how_we_know in (
        "Five of six tests were clear.",
        "The police were not called since May.",
        "She sleeps through, since June. A party could undo it.",
        "He talks more, since July.",
        "Nobody can know before the birth.",
    ):
        await camera.press("right", "tab")
        await camera.type(how_we_know)
        await camera.press("tab")
    await camera.take("risk")
    await camera.press("ctrl+s")
    await camera.sees("9  Risk")


async def decide_for_finn(camera: Camera) -> None:
    """Extend for Finn alone, until the Court Tracker."""
    await camera.say("/jump 10", shown="10  Decision")
    await camera.press("ctrl+s")
    await camera.sees("The decision")
    await camera.press("shift+tab", "space", "shift+tab", "shift+tab", "space", *["tab"] * 3)
    await camera.press("right", "right")
    await camera.sees("Provisional until")
    await camera.press("tab", "tab")
    await camera.type("21 jan")
    await camera.press("tab")
    await camera.type("The course ended late, and everything else is done.")
    await camera.press("tab")
    await camera.type("Close: one test failed in October.")
    await camera.take("decision")
    await camera.press("ctrl+s")
    await camera.sees("provisional")
    await camera.take("decided")
