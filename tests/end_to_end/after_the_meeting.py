"""The end of an initial meeting: what is still open, both approvals, giving the minutes out."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from in_the_meeting import minute

if TYPE_CHECKING:
    from form_terminal import FormTerminal

REASON = "The assessor sets the number of sessions at the first visit, on Monday."
CONSEQUENCE = "Ms Marsh said in her own words what follows if anyone is hit again."


def conclude(screen: FormTerminal) -> None:
    """Two things are open: one stays so by a recorded reason, one is put right. Then the end."""
    screen.press("F10")
    screen.wait_for("Still open: 2 must", "Line 3 does not say how many sessions.")
    screen.press("F10")
    screen.wait_for("2 things must still be done or passed by a reason.")
    screen.press("r")
    screen.wait_for("Record an exceptional reason", "Line 3 does not say how many sessions.")
    screen.fill("Why it is right here", REASON)
    screen.save_form("Record an exceptional reason")
    screen.wait_for("Still open: 1 must", "1 passed by a reason")
    screen.press("Home", "Enter")
    screen.wait_for("13  Bottom line", "● 13 Bottom line")
    minute(screen, f"/consequence {CONSEQUENCE}", "CONSEQUENCE")
    screen.press("F10")
    screen.wait_for("Still open: 0 must", "the meeting can end")
    screen.press("F10")
    screen.wait_for("The meeting has ended. Its minutes are a draft")
    screen.press("Enter")
    screen.wait_for("Next: the chair approves the minutes of the initial meeting (s).")


def approve(screen: FormTerminal) -> None:
    """The chair approves; then legal, recorded on behalf of the lawyer who wrote."""
    screen.press("s")
    screen.wait_for("version 1 · DRAFT – not approved", "To approve as the chair: Dana Reed")
    screen.press("c")
    screen.wait_for("I approve version 1 of these minutes as the chair.", "Not now")
    screen.press("Enter")
    screen.wait_for("DRAFT – approved by the chair, not yet by legal")
    screen.press("b")
    screen.wait_for("A lawyer approved version 1 of these minutes")
    if not screen.shows("Lawyer                Priya Nair"):  # the only one is offered
        screen.fill("Lawyer", "Priya Nair")
    screen.fill("How", "By email to Dana Reed")
    screen.fill("Time", f"{datetime.now(ZoneInfo('Europe/London')):%H:%M}")
    screen.save_form("A lawyer approved version 1 of these minutes")
    screen.wait_for("version 1 · Approved by chair and legal")


def issue(screen: FormTerminal) -> None:
    """Give the minutes out to those they name."""
    screen.press("i")
    screen.wait_for("Issue version 1 of these minutes")
    screen.save_form("Issue version 1 of these minutes")
    screen.wait_for("version 1 · Approved and issued")
