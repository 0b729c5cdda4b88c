"""Before an initial meeting: who sits here, the family, the booking and the draft plan, by keys.

The family is that of the Somerset letter with fictional names: neglect and emotional abuse, the
home conditions a to e, the fire officer's advice, the domestic abuse service.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from form_terminal import FormTerminal

PASSPHRASE = "otter lamp saturday gravel"  # noqa: S105 - of a store that lasts a test
REFERENCE = "PLO-2026-031"
PLACE = "Hillside Centre, Room 2"
HOME_CONDITIONS = (
    "There is no mouldy food in the home",
    "The floors and carpets are clean and hoovered",
    "The hallway and the stairs are clear",
    "The bathroom is clean",
    "The children have a clean bedroom and clean sheets",
)


def today() -> date:
    """Today where the meeting is."""
    return datetime.now(ZoneInfo("Europe/London")).date()


def typed(day: date) -> str:
    """A date as somebody types it."""
    return f"{day.day}/{day.month}/{day.year}"


def first_run(screen: FormTerminal) -> None:
    """Choose a passphrase, keep the recovery key, and say who sits here."""
    screen.wait_for("Choose a passphrase")
    screen.fill_secret("Passphrase", PASSPHRASE)
    screen.wait_for("Very strong.")
    screen.fill_secret("The same once more", PASSPHRASE)
    screen.save_form("Choose a passphrase")
    screen.wait_for("Keep the recovery key")
    [recovery] = re.findall(r"(?:[0-9A-Z]{5}-){5}[0-9A-Z]{5}", screen.text)
    [asked] = re.findall(r"Its (\w+) group", screen.text)
    nth = ("first", "second", "third", "fourth", "fifth", "sixth").index(asked)
    screen.fill(f"Its {asked} group", recovery.split("-")[nth])
    screen.save_form("Keep the recovery key")
    screen.wait_for("Who are you?")
    screen.fill("Your name", "Dana Reed")
    screen.fill("Your team", "Hillside team")
    screen.save_form("Who are you?")
    screen.wait_for("There is no case yet. Press n to start one.")


def unlock(screen: FormTerminal) -> None:
    """Type the passphrase."""
    screen.wait_for("Locked", "passphrase, or recovery key")
    screen.type(PASSPHRASE)
    screen.wait_for("•" * len(PASSPHRASE))
    screen.press("Enter")
    screen.wait_until_gone("Locked")


def new_case(screen: FormTerminal) -> None:
    """Open a case: its staff, two children, the parents and who acts for them, two worries."""
    screen.press("n")
    screen.wait_for("New case · 1 of 4")
    screen.fill("Reference", REFERENCE)
    screen.fill("Social worker", "Sam Price")
    screen.fill("Head of service", "Ruth Adeyemi")
    screen.fill("Decided to start", typed(today() - timedelta(days=21)))
    screen.fill("Decided at", "Legal planning meeting")
    screen.press("ctrl+s")
    screen.wait_for("Save again to add")  # names nobody knows yet are asked about once
    screen.press("ctrl+s")
    _children(screen)
    _parents(screen)
    _worries(screen)
    screen.wait_for("Next: plan the initial meeting", "1 Neglect", "2 Emotional abuse")


def _children(screen: FormTerminal) -> None:
    screen.wait_for("Add a child, born or not yet", "2 of 4")
    screen.fill("Full name", "Ruby Marsh")
    screen.fill("Born on", "3/5/2022")
    screen.fill("Our child ID", "C-51004")
    screen.choose("Plan", "child protection plan")
    screen.fill("Plan since", typed(today() - timedelta(days=90)))
    screen.save_and_add_another()
    screen.fill("Full name", "Baby Marsh")
    screen.fill("Or due on", typed(today() + timedelta(days=70)))
    screen.choose("Legal status", "not yet born")
    screen.save_form("Add a child, born or not yet")


def _parents(screen: FormTerminal) -> None:
    screen.wait_for("Add a parent or another person", "3 of 4")
    screen.fill("Full name", "Tara Marsh")
    screen.fill("In the minutes as", "Ms Marsh")
    screen.fill("Initials", "tm")
    screen.choose("To RM", "mother")
    screen.wait_for("  responsibility")
    screen.choose("responsibility", "yes", by="Left")
    screen.choose("Solicitor", "represented", by="Left")
    screen.fill("Their solicitor", "Nadia Okoro")
    screen.fill("Firm", "Hart & Lane")
    screen.save_and_add_another()
    screen.fill("Full name", "Callum Pike")
    screen.fill("In the minutes as", "Mr Pike")
    screen.fill("Initials", "cp")
    screen.choose("To RM", "father")
    screen.wait_for("  responsibility")
    screen.choose("responsibility", "yes", by="Left")
    screen.choose("Solicitor", "no solicitor", by="Left")
    screen.save_form("Add a parent or another person")


def _worries(screen: FormTerminal) -> None:
    screen.wait_for("Add worry 1, in order", "4 of 4")
    screen.fill("The worry", "Neglect")
    screen.fill("In plain words", "The home has been dirty, and Ruby was often hungry at nursery.")
    screen.fill("What could happen", "Ruby and the baby could become ill.")
    screen.fill("Since when", "spring this year")
    screen.fill("When", typed(today() - timedelta(days=40)))
    screen.fill("What happened", "The health visitor found mouldy food in the kitchen.")
    screen.save_and_add_another()
    screen.fill("The worry", "Emotional abuse")
    screen.fill("In plain words", "Ruby hears shouting, and Mr Pike has pushed Ms Marsh.")
    screen.fill("When", typed(today() - timedelta(days=30)))
    screen.fill("What happened", "Police came to the home after a neighbour heard shouting.")
    screen.save_form("Add worry 2, in order")


def plan_the_meeting(screen: FormTerminal) -> None:
    """Book the initial meeting for today."""
    screen.press("m")
    screen.wait_for("Plan a meeting", "Which meeting")
    screen.fill("Date", "today")
    screen.fill("Time", "10am")
    screen.fill("Place", PLACE)
    screen.save_form("Plan a meeting")
    screen.wait_for("Next: enter the draft plan for the initial meeting")


def draft_plan(screen: FormTerminal) -> None:
    """Enter two lines of the draft plan, as they stand in the letter."""
    screen.press("l")
    screen.wait_for("No plan yet")
    screen.press("n")
    screen.wait_for("What kind of line?", "1 Action")
    screen.press("1")
    screen.wait_for("New line 1 of the plan")
    screen.fill("What will be done", "Keep the home clean and safe for the children")
    screen.fill("Broken down", "\r".join(HOME_CONDITIONS))
    screen.fill("Who does it", "Ms Marsh")
    screen.fill("Our support to it", "A family worker visits on two mornings a week.")
    screen.fill("Due", "wk 4")
    screen.fill("How we will know", "Sam Price sees each room on the Tuesday visit.")
    screen.choose("Worry", "Neglect")
    screen.save_and_add_another()
    screen.fill("What will be done", "Follow the fire officer's written advice")
    screen.fill("Who does it", "Mr Pike")
    screen.fill("Due", "+3w")
    screen.fill("How we will know", "The fire officer writes that it is done.")
    screen.choose("Worry", "Neglect")
    screen.save_form("New line 2 of the plan")
    screen.wait_for("Keep the home clean", "Follow the fire officer")
    screen.press("Escape")
    screen.wait_for("Next: the initial meeting")
