"""The scenes of the guide: what a team manager does, key by key, and where a picture is taken.

Whatever a picture shows was typed and pressed here, so the guide's steps are known to work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from camera import SMALL, WIDE, Camera

if TYPE_CHECKING:
    from pathlib import Path


async def first_run_and_new_case(store: Path) -> None:
    """Say who sits here; then open a case with a child, a parent and a worry."""
    camera = Camera(store)
    async with camera.running(SMALL):
        await camera.sees("Who are you?")
        await camera.fill("Dana Reed", "", "North Safeguarding Team")
        await camera.take("first-run")
        await camera.press("ctrl+s")
        await camera.sees("There is no case yet")
        await camera.press("n")
        await camera.sees("1 of 4")
        await camera.fill("PLO-2027-003", "Grace Mensah", "", "David Price", "8 jan")
        await camera.type("legal planning meeting")
        await camera.take("new-case")
        await camera.press("ctrl+s")
        await camera.sees("2 of 4")
        await camera.fill("Amber Holt", "", "3/5/2020")
        await camera.press("ctrl+s")
        await camera.sees("3 of 4")
        await camera.fill("Rose Holt", "Ms Holt", "rh")
        await camera.press("right")
        await camera.sees("responsibility")
        await camera.press("tab", "right")
        await camera.take("person")
        await camera.press("ctrl+s")
        await camera.sees("4 of 4")
        await camera.fill("Neglect", "The home is cold and there is little food.")
        await camera.press("ctrl+s")
        await camera.sees("Next: plan the initial meeting")


async def before_the_meeting(camera: Camera) -> None:
    """Look at the list, the case and the draft plan, and mend one of its faults."""
    await camera.sees("PLO-2026-014")
    await camera.take("home")
    await camera.press("enter")
    await camera.sees("CHILDREN")
    await camera.resize(WIDE)
    await camera.take("case")
    await camera.press("l", "down")
    await camera.sees("Line 2: what it still needs")
    await camera.take("plan")
    await camera.resize(SMALL)
    await camera.press("enter")
    await camera.sees("Line 2 of the plan")
    await camera.press("escape")
    await camera.sees("The plan")
    await camera.press("escape")
    await camera.sees("Next: the initial meeting")
    await camera.press("m")
    await camera.sees("Plan a meeting")
    await camera.press("escape")
    await camera.sees("Next: the initial meeting")
    await camera.press("o")
    await camera.sees("Begin the initial meeting")
    await camera.take("begin")
    await camera.press("enter")
    await camera.sees("Before we start")


async def checks_and_welcome(camera: Camera) -> None:
    """Tick the safety checks; mark who is here; ask the parents about letter and advice."""
    await camera.press(*["ctrl+t"] * 7)
    camera.wait(5)
    await camera.press("f8")
    await camera.sees("2  Welcome")
    await camera.press("alt+p")
    await camera.sees("Who is here")
    await camera.press("E")
    await camera.sees("7 here now of 7")
    await camera.press(*["down"] * 6, "l")
    await camera.sees("late 10:0")
    await camera.press("up", "up", "d")
    await camera.sees("Ms Carter: letter")
    await camera.fill("4 jan")
    await camera.press("left", "left")
    await camera.sees("yes")
    await camera.press("ctrl+s")
    await camera.sees("7 here now of 7", "mother")
    await camera.press("down", "d")
    await camera.sees("Mr Carter: letter")
    await camera.fill("4 jan")
    await camera.press("left", "tab", "tab", "tab")
    await camera.press("right", "right")
    await camera.sees("proceed at")
    await camera.press("tab")
    await camera.type("He wants to go on today; he knows that he can stop.")
    await camera.take("advice")
    await camera.press("ctrl+s")
    await camera.sees("7 here now of 7")
    await camera.take("people")
    await camera.press("escape")
    await camera.sees("2  Welcome")
    await camera.press(*["ctrl+t"] * 6)
    await camera.say("sr: Welcomed everyone and said why we meet.")
    await camera.say("/document The letter before proceedings, 4 January.", shown="4 January")


async def worries_and_views(camera: Camera) -> None:
    """Minute what each side says, as quickly as it is said."""
    await camera.press("f8")
    await camera.sees("3  Advice taken")
    await camera.say("ps: Ms Carter has read the letter and the draft plan with me.")
    await camera.press("f8")
    await camera.sees("4  Our worries")
    await camera.say("gm: On 24 December there was mouldy food in the kitchen.")
    await camera.type("/a")
    await camera.sees("/agreed", "/advice")
    await camera.take("quick-capture")
    await camera.press("escape")
    await camera.say("greed lc: The kitchen was bad that week. worry 1", shown="that week")
    await camera.say("/disputed dc: Nobody was pushed. worry 2", shown="was pushed")
    await camera.press("f8")
    await camera.sees("5  Parents' response")
    await camera.say('lc: "I want people to ring before they come."', shown="before they come")
    await camera.say("dc: He would like the visits to be after four.", shown="after four")
    await camera.say("/aside Ask legal about the police log of 9 December.", shown="9 December")
    await camera.press("f8")
    await camera.sees("6  The child")
    await camera.say("gm: Josie says that she likes Saturdays, when Gran comes.")
    await camera.press("f8")
    await camera.sees("7  Help so far")
    await camera.say("lc: The parenting group was too far by bus.")
    await camera.press("f8")
    await camera.sees("8  Family and friends")
    await camera.press("ctrl+s")
    await camera.sees("The family network")
    await camera.fill("12 jan")
    await camera.press("left", "left", "left", "tab")
    await camera.fill("Ms Carter", "26 jan")
    print(camera.screen)
    await camera.press("ctrl+s")
    await camera.sees("8  Family and friends")
    await camera.press("f8")
    await camera.sees("9  Assessments")
    await camera.say("gm: Wanda Lis will do six sessions at home.")


async def the_plan(camera: Camera) -> None:
    """Settle the plan line by line, with each parent's own answer."""
    await camera.press("ctrl+g", *["down"] * 2, "enter")
    await camera.sees("11  The plan")
    camera.wait(3)
    await camera.say("sr: Each line is read aloud.")
    await camera.press("alt+a")
    await camera.sees("Line 1 of the plan")
    await camera.resize(WIDE)
    print(camera.screen)
