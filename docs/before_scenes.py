"""The scenes before the meeting: one family from the referral to the letters and the dates.

Whatever a picture shows was typed and pressed here, so the steps of the guide are known to work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from camera import SMALL, WIDE, Camera

if TYPE_CHECKING:
    from pathlib import Path


async def the_way_to_the_meeting(store: Path) -> None:
    """Take the Bramleys from the referral to the initial meeting that is booked."""
    camera = Camera(store)
    async with camera.running(WIDE):
        await the_referral(camera)
        await the_legal_planning_meeting(camera)
        await its_record(camera)
        await the_letters(camera)
        await booking_and_dates(camera)
        await safe_copies(camera)


async def the_referral(camera: Camera) -> None:
    """Look at what legal planning still needs; have it approved, and book the meeting."""
    await camera.sees("PLO-2026-021")
    await camera.press(*["down"] * 4, "enter")
    await camera.sees("Ivy Bramley")
    await camera.press("b")
    await camera.sees("Referral · to be approved")
    await camera.take("before")
    await camera.press("r")
    await camera.sees("The legal planning referral")
    await camera.resize(SMALL)
    await camera.take("referral")
    await camera.press("escape")
    await camera.resize(WIDE)
    await camera.sees("Referral · to be approved")
    await camera.press("a")
    await camera.sees("The head of service approves")
    await camera.press("tab", "tab")
    await camera.type("by telephone")
    await camera.press("ctrl+s")
    await camera.sees("meeting to be booked")
    await camera.press("p")
    await camera.sees("Book the legal planning meeting")
    await camera.press("tab")
    await camera.fill("2pm", "Civic Offices, room 4", "", "Nadia Hall")
    await camera.press("ctrl+s")
    await camera.sees("Legal planning meeting · planned")


async def the_legal_planning_meeting(camera: Camera) -> None:
    """Hold it: the options, the advice, the outcome, who assesses, and the timetable."""
    camera.wait(2 * 24 * 60 + 240)
    await camera.press("home", "down", "down", "enter")
    await camera.sees("Begin the legal planning meeting of")
    await camera.press("enter")
    await camera.sees("Before we start")
    await camera.press(*["ctrl+t"] * 5)
    camera.wait(4)
    await camera.press("f8", "alt+p")
    await camera.sees("Who is here")
    await camera.press("E", "escape")
    await camera.sees("2  Who is here")
    camera.wait(2)
    await until_the_options(camera)
    await advice_and_outcome(camera)
    await what_follows(camera)
    await camera.press("f10")
    await camera.sees("conclude")
    await camera.press("f10")
    await camera.sees("The meeting has ended.")
    await camera.press("enter")
    await camera.sees("Expert: Dr Lotte Brandt")


async def until_the_options(camera: Camera) -> None:
    """Say what worries us, how the children are and what was tried; weigh each way forward."""
    await camera.press("f8")
    await camera.say("cf: Police came in November. Ms Bramley had a cut lip.", shown="lip.")
    await camera.press("f8")
    await camera.say("cf: Ivy hides when there is shouting. Finn is small.", shown="small.")
    await camera.press("f8")
    await camera.say("cf: The early years worker comes each Monday.", shown="Monday.")
    await camera.press("f8")
    await camera.sees("6  Options")
    await camera.press("ctrl+s")
    await camera.sees("Options considered")
    await camera.press("tab")
    await camera.fill("She has asked for help, and he stays away for now.", "")
    await camera.fill("Too early: the risk can be managed.", "")
    await camera.type("Seven months of it have not been enough.")
    await camera.press("ctrl+s")
    await camera.sees("6  Options")
    await camera.say("sr: Ms Bramley asked for help twice in December.", shown="December.")


async def advice_and_outcome(camera: Camera) -> None:
    """Write the advice, which is privileged; then decide, and say why."""
    await camera.press("f8")
    await camera.sees("7  Legal advice")
    await camera.say("hw: Threshold is met for both children.", shown="children.")
    await camera.say("hw: No order is needed while he stays away.", shown="away.")
    await camera.type("dp: What would change that?")
    await camera.take("legal-planning")
    await camera.press("enter")
    await camera.press("f8")
    await camera.sees("8  The outcome")
    await camera.press("ctrl+s")
    await camera.sees("not decided yet")
    await camera.press("right", "tab")
    await camera.fill(
        "The harm goes on, and the family can be worked with.",
        "It is the way chosen: Ms Bramley has asked for help.",
    )
    await camera.press("ctrl+s")
    await camera.sees("8  The outcome")


async def what_follows(camera: Camera) -> None:
    """Settle who assesses and when the initial meeting is, and who does what."""
    await camera.press("f8")
    await camera.sees("9  The draft plan")
    await camera.say("dp: We keep the seven lines as they are.", shown="are.")
    await camera.press("f8")
    await camera.sees("10  Assessments")
    await camera.press("ctrl+s")
    await camera.sees("Court Team asked")
    await camera.fill("11 jan", "Sam Reed")
    await camera.press("right", "tab")
    await camera.fill("Wanda Lis")
    await camera.press("space")
    await camera.press("ctrl+s")
    await camera.sees("10  Assessments")
    await camera.press("f8")
    await camera.sees("11  The timetable")
    await camera.press("ctrl+s")
    await camera.sees("The timetable: the initial meeting")
    await camera.press("tab")
    await camera.fill("10am", "Civic Offices, room 2")
    await camera.press("ctrl+s")
    await camera.sees("11  The timetable")
    await camera.press("f8")
    await camera.sees("12  Who does what")
    await camera.say("cf: I draft the letters today.", shown="today.")


async def its_record(camera: Camera) -> None:
    """Read the record of the meeting."""
    await camera.press("home", "down", "down", "enter")
    await camera.sees("version 1 · DRAFT")
    await camera.take("planning-record")
    await camera.press("escape")
    await camera.sees("Expert: Dr Lotte Brandt")


async def the_letters(camera: Camera) -> None:
    """Begin the letter to a parent, read it piece by piece, and record that legal has it."""
    await camera.go_to("Ms Bramley · mother")
    await camera.press("l")
    await camera.sees("reading age")
    await camera.press("f")
    await camera.take("letter")
    await camera.press("escape")
    await camera.sees("being drafted")
    await camera.press("s")
    await camera.sees("The next step: the letter to")
    await camera.press("ctrl+s")
    await camera.sees("Save again")
    await camera.press("ctrl+s")
    await camera.sees("with legal")
    await camera.press("down", "down")
    await camera.take("letters")


async def booking_and_dates(camera: Camera) -> None:
    """Tick what business support has seen to, and show every date of the directive."""
    await camera.resize(SMALL)
    await camera.press("b", "t")
    await camera.sees("✓ Room")
    await camera.press("b", "t")
    await camera.sees("✓ Separate rooms")
    await camera.press(*["down"] * 6, *["up"] * 5)
    await camera.take("booking")
    await camera.resize(WIDE)
    await camera.press("d")
    await camera.sees("Extension ends")
    await camera.press(*["down"] * 4)
    await camera.take("directive-dates")
    await camera.press("escape")
    await camera.sees("✓ Separate rooms")


async def safe_copies(camera: Camera) -> None:
    """Show what is kept from whom."""
    await camera.press("escape")
    await camera.sees("CHILDREN")
    await camera.press("k")
    await camera.sees("MUST NOT MEET")
    await camera.take("copies")
