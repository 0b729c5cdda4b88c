"""The scenes of the guide: what a team manager does, key by key, and where a picture is taken.

Whatever a picture shows was typed and pressed here, so the guide's steps are known to work.
"""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

from camera import SMALL, WIDE, Camera

DOCUMENTS = "plo_tui.screens.export_form.documents_folder"
"""What says where documents go; a picture shows nobody's own folder."""
PASSPHRASE = "otter lamp saturday gravel"  # noqa: S105 - of a store that lasts one picture
RECOVERY = "7Q4TM-0XK2H-9RWDA-CN5E8-VBJ3P-61YGS"
"""What the picture shows in the place of a key that was made by chance."""


async def first_run_and_new_case(store: Path) -> None:
    """Say who sits here; then open a case with a child, a parent and a worry."""
    camera = Camera(store)
    async with camera.running(SMALL):
        await camera.sees("Choose a passphrase")
        await camera.fill(PASSPHRASE, PASSPHRASE)
        with (
            patch("plo_tui.store.key.new_recovery_key", lambda: RECOVERY),
            patch("plo_tui.screens.recovery_form.secrets.randbelow", lambda _groups: 2),
        ):
            await camera.press("ctrl+s")
            await camera.sees("Keep the recovery key", "Its third group")
        await camera.take("recovery-key")
        await camera.fill("", RECOVERY.split("-")[2])
        await camera.press("ctrl+s")
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
        await camera.sees("Save again to add Grace Mensah")
        await camera.press("ctrl+s")
        await camera.sees("2 of 4")
        await camera.fill("Amber Holt", "", "3/5/2020")
        await camera.press("ctrl+s")
        await camera.sees("3 of 4")
        await camera.fill("Rose Holt", "Ms Holt", "rh")
        await camera.press("right")
        await camera.sees("responsibility")
        await camera.press("tab", "left", "left")
        await camera.sees("yes")
        await camera.take("person")
        await camera.press("ctrl+s")
        await camera.sees("4 of 4")
        await camera.fill("Neglect", "The home is cold and there is little food.")
        await camera.press("ctrl+s")
        await camera.sees("Next: plan the initial meeting")


async def the_carters_meeting(store: Path) -> None:
    """Chair and minute the demo's initial meeting, from the list of cases to its end."""
    camera = Camera(store)
    async with camera.running(SMALL):
        await before_the_meeting(camera)
        await checks_and_welcome(camera)
        await worries_and_views(camera)
        await the_plan(camera)
        await the_end(camera)


async def before_the_meeting(camera: Camera) -> None:
    """Look at the list, the case and the draft plan, then begin the meeting."""
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
    await camera.sees("2  Welcome", "F12 shows the rest of the screen")
    await camera.press("f12", "alt+p")
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
    await camera.sees("/agreed")
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
    await camera.press("right", "tab", "right", "tab", "right", "right", "tab")
    await camera.type("If Mrs Pryce is asked first")
    await camera.take("plan-line")
    await camera.press("ctrl+s")
    await camera.sees("11  The plan")
    await camera.say("dc: He will do the stairs himself this week.")
    await camera.press("alt+a")
    await camera.sees("Line 2 of the plan")
    await camera.press(*["tab"] * 9, "ctrl+u")
    await camera.type("fri wk 8")
    await camera.sees("week 8")
    await camera.press(*["shift+tab"] * 9, "right", "right", "tab", "right", "tab", "right")
    await camera.press("ctrl+s")
    await camera.sees("11  The plan")
    await camera.say("/agreed sr: Line 2 is now due in week 8.", shown="in week 8")
    await camera.say(
        "/action Clear the stairs @dc by fri wk 2 known by a visit worry 1", shown="Line 10"
    )
    await camera.type("lc: The bathroom has been")
    await camera.sees("saved")
    await camera.take("meeting")
    await camera.resize(SMALL)
    await camera.take("meeting-small")
    for theme in ("light", "high-contrast"):
        camera.use_colours(theme)
        await camera.take(f"meeting-{theme}")
    camera.use_colours("dark")
    await camera.press("f4")
    await camera.take("still-to-do")
    await camera.press("escape")
    await camera.type(" clean since Sunday.")
    await camera.press("enter")
    await camera.sees("clean since Sunday.")


async def the_end(camera: Camera) -> None:
    """Offer the break, agree the dates, and see what stands before the end."""
    await camera.press("f8")
    await camera.sees("12  Private advice")
    camera.wait(4)
    await camera.press("ctrl+s")
    await camera.sees("Break for private legal advice")
    await camera.press("right", "tab", "right", "right")
    await camera.sees("taken, from now", "declined")
    await camera.take("break")
    await camera.press("ctrl+s")
    await camera.sees("12  Private advice")
    camera.wait(10)
    await camera.say("/back", shown="The break has ended")
    await camera.press("f8")
    await camera.sees("13  Bottom line")
    await camera.say("/consequence If a child is hurt, we ask our lawyers the same day.",
                     shown="the same day")  # fmt: skip
    await camera.press("f8")
    await camera.sees("14  Dates and close")
    await camera.press("ctrl+s")
    await camera.sees("The reviews' dates")
    await camera.take("dates")
    await camera.press("ctrl+s")
    await camera.sees("14  Dates and close")
    await camera.press("f1")
    await camera.sees("The agenda")
    await camera.take("help")
    await camera.press("escape")
    await camera.press("ctrl+p")
    await camera.type("break")
    await camera.sees("Start or end a private break")
    await camera.take("palette")
    await camera.press("escape")
    await camera.press("f10")
    await camera.sees("Still open")
    await camera.take("conclude")


async def sign_off(store: Path) -> None:
    """Approve the Ellises' minutes as the chair, record legal's approval, write and issue them."""
    camera = Camera(store)
    async with camera.running(WIDE):
        await camera.sees("PLO-2026-009")
        await camera.press("down", "down", "enter")
        await camera.sees("Ruby Ellis")
        await camera.press("s")
        await camera.sees("To approve as the chair")
        await camera.take("sign-off")
        await camera.resize(SMALL)
        await camera.press("c")
        await camera.sees("I approve version 1")
        await camera.take("approve")
        await camera.press("enter")
        await camera.sees("To approve next")
        camera.wait(30)
        await camera.press("b")
        await camera.sees("A lawyer approved")
        await camera.fill("", "by email to Sam Reed", "", "10:15")
        await camera.take("on-behalf")
        await camera.press("ctrl+s")
        await camera.sees("Approved by chair and legal")
        with patch(DOCUMENTS, lambda: Path("/home/sam/Documents")):
            await camera.press("m")
            await camera.sees("Write a Word document")
        await camera.take("export")
        await camera.press("escape")
        await camera.press("i")
        await camera.sees("Given to")
        await camera.take("issue")
        await camera.press("ctrl+s")
        await camera.sees("These minutes are issued")
        await camera.press("r")
        await camera.sees("Begin version 2")
