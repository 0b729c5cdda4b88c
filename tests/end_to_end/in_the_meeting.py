"""An initial meeting as its chair goes through it, item by item, key by key."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from before_the_meeting import REFERENCE, today, typed

if TYPE_CHECKING:
    from form_terminal import FormTerminal

TRAP = "TRAP-7731"
"""Stands in asides alone, so it may stand in no document."""

TAKEN_BACK = "Nobody said this."
"""A paragraph that is undone, and stays out of the document too."""


def begin_the_meeting(screen: FormTerminal) -> None:
    """Open the booked meeting, and say yes to the one question."""
    screen.press("o")
    screen.wait_for("Begin the initial meeting of", "Not now")
    screen.press("Enter")
    screen.wait_for("1  Before we start", "not minuted")


def minute(screen: FormTerminal, words: str, shown: str) -> None:
    """Type a line into the composer, press Enter, and wait for what it does to be shown."""
    screen.type(words)
    screen.press("Enter")
    screen.wait_for(shown)


def before_they_come_in(screen: FormTerminal) -> None:
    """Tick every safety check, and write a note that is nobody else's."""
    for number in (1, 2, 3, 4, 5, 6, 1):  # once all are ticked, the list shows its first again
        screen.press("alt+3" if number == 3 else "ctrl+t")
        screen.wait_for(f"✓ {number} ")
    minute(screen, f"{TRAP}: the refuge is not to be named.", "may have to be disclosed  TRAP")
    screen.press("F8")
    screen.wait_for("2  Welcome", "F12 shows the rest of the screen.")
    screen.press("F12")
    screen.wait_for("✓  1 Before we start", "2  Welcome")


def welcome(screen: FormTerminal) -> None:
    """Mark who is here; Mr Pike comes late."""
    screen.press("ctrl+t")
    screen.wait_for("✓ 1 ")
    screen.press("alt+p")
    screen.wait_for("Who is here", "5 not marked yet")
    screen.press("E")
    screen.wait_for("5 here now of 5")
    screen.press("Escape")
    screen.wait_for("2  Welcome")
    minute(screen, "/late cp", "Mr Pike: late.")
    minute(screen, "sp: Everyone said who they are.", "Sam Price: Everyone said who they are.")
    minute(screen, "We stop when anyone asks.", "Sam Price: We stop when anyone asks.")
    screen.press("F8")
    screen.wait_for("✓  2 Welcome", "3  Advice taken")


def advice(screen: FormTerminal) -> None:
    """Ask each parent for letter and advice; Mr Pike goes on without a solicitor, and says why."""
    screen.press("ctrl+s")
    screen.wait_for("Who is here", "Ms Marsh", "Mr Pike")
    screen.press("Down", "Down", "d")
    screen.wait_for("Ms Marsh: letter, advice and solicitor")
    screen.fill("Letter received on", typed(today() - timedelta(days=10)))
    screen.choose("Had advice on it", "yes", by="Left")
    screen.save_form("Ms Marsh: letter, advice and solicitor")
    screen.wait_for("Who is here")
    screen.press("Down", "d")
    screen.wait_for("Mr Pike: letter, advice and solicitor")
    screen.fill("Letter received on", typed(today() - timedelta(days=9)))
    screen.choose("Had advice on it", "no", by="Left")
    screen.choose("What was chosen", "proceed at the parent's wish")
    screen.fill("Why", "He wants to hear everything today and will see a solicitor on Monday.")
    screen.save_form("Mr Pike: letter, advice and solicitor")
    screen.wait_for("Who is here")
    screen.press("Escape")
    screen.wait_for("3  Advice taken")
    screen.press("F8")
    screen.wait_for("✓  3 Advice taken", "4  Our worries")


def worries(screen: FormTerminal) -> None:
    """What is agreed and disputed about each worry, and a document put on the table."""
    minute(screen, "/document The fire officer's letter of 6 November.", "DOCUMENT")
    minute(screen, "/agreed tm: Worry 1: the kitchen was not clean.", "AGREED")
    minute(screen, "/disputed cp: Worry 2: that he pushed her.", "DISPUTED")
    screen.press("F8")
    screen.wait_for("✓  4 Our worries", "5  Parents' response")


def parents_begin(screen: FormTerminal) -> None:
    """Words as they were said, a view, a mention, an aside; then half a paragraph."""
    minute(screen, 'tm: "I never left her on her own."', "Ms Marsh: “I never left her on her own.”")
    minute(screen, "/view Her mother can come on school nights.", "Ms Marsh: Her mother can")
    minute(screen, "no: Asks that @sp writes to Hart & Lane.", "Nadia Okoro: Asks that Sam Price")
    minute(screen, f"/aside {TRAP}, he looked at her before she spoke", "disclosed  TRAP")
    _half_a_paragraph(screen)


HALF = "cp: He wants to be told when Ruby"


def _half_a_paragraph(screen: FormTerminal) -> None:
    before = _kept(screen)
    screen.type(HALF)
    screen.wait_for(HALF)
    screen.wait_until(lambda: _kept(screen) != before, "nothing is said of keeping it")
    screen.wait_until(lambda: _kept(screen).startswith("saved"), "it is never kept")


def _kept(screen: FormTerminal) -> str:
    """What the screen says at the end of its first line: `saving`, or `saved` and since when."""
    return screen.lines[0].rpartition("  ")[2]


def go_back_to_it(screen: FormTerminal) -> None:
    """Open the app again after its end, and go straight back into the meeting."""
    screen.wait_for(REFERENCE, "Enter open")
    screen.press("Enter")
    screen.wait_for("The initial meeting is running: go back to it (o).")
    screen.press("o")
    screen.wait_for("F12 shows the rest of the screen.", "F8 next")
    screen.press("F12")
    screen.wait_for("Agenda", "F8 next")


def parents_go_on(screen: FormTerminal) -> None:
    """Everything is there after the plug was pulled, and the half paragraph in the composer."""
    screen.wait_for(
        "✓  4 Our worries",
        "●  5 Parents' response",
        "Ms Marsh: “I never left her on her own.”",
        "Nadia Okoro: Asks that Sam Price",
        "disclosed  TRAP",
        "Mr Pike ▸",
        HALF,
    )
    minute(screen, " is ill.", "Mr Pike: He wants to be told")
    minute(screen, "And he did not push her.", "Mr Pike: And he did not push her.")
    screen.press("F2")
    screen.wait_for("Changing this paragraph")
    minute(screen, " He says she fell.", "push her. He says she")
    screen.press("F8")
    screen.wait_for("✓  5 Parents' response", "6  The child")


def child_and_help(screen: FormTerminal) -> None:
    """A paragraph in the wrong item is moved; another is withdrawn, undone and brought back."""
    minute(screen, "sp: Ruby says she likes it when it is quiet.", "Sam Price: Ruby says")
    minute(screen, "The family worker came twice a week.", "Sam Price: The family worker")
    screen.press("alt+m")
    screen.wait_for("Choose the item it belongs to")
    screen.press("Down", "Enter")
    screen.wait_for("Moved to Help so far.")
    screen.wait_until_gone("The family worker")
    screen.press("alt+w")
    screen.wait_for("Withdrawn. alt+r brings it back.", "withdrawn  Sam Price: Ruby says")
    screen.press("alt+r")
    screen.wait_for("Brought back.", "Sam Price: Ruby says")
    minute(screen, TAKEN_BACK, f"Sam Price: {TAKEN_BACK}")
    minute(screen, "/undo", f"withdrawn  Sam Price: {TAKEN_BACK}")
    screen.press("F8")
    screen.wait_for("✓  6 The child", "7  Help so far", "Sam Price: The family worker")
    minute(screen, "tm: That helped, until he shouted at her.", "Ms Marsh: That helped")
    screen.press("F8")
    screen.wait_for("✓  7 Help so far", "8  Family and friends")


def network(screen: FormTerminal) -> None:
    """The offer of a family group meeting and its answer, and a grandmother who could help."""
    screen.press("ctrl+s")
    screen.wait_for("The family network")
    screen.fill("Offered on", "today")
    screen.choose("Their answer", "accepted", by="Left")
    screen.fill("Who answered", "Ms Marsh and Mr Pike")
    screen.fill("Names from them by", "+2w")
    screen.fill("Name", "Joan Marsh")
    screen.choose("To the children", "grandparent")
    screen.fill("What they could do", "Stays on school nights.")
    screen.save_form("The family network")
    screen.press("F8")
    screen.wait_for("✓  8 Family and friends", "9  Assessments")


def assessments(screen: FormTerminal) -> None:
    """The parenting assessment; no expert is needed, and the chair goes past that item."""
    minute(
        screen,
        "/assessment Parenting assessment of both parents, Sam Price, by fri wk 8 worry 1",
        "Line 3 is in the plan",
    )
    screen.press("F8")
    screen.wait_for("✓  9 Assessments", "10  Expert's report")
    screen.press("F9")
    screen.wait_for("11  The plan")


def add_lines(screen: FormTerminal) -> None:
    """Add what is agreed across the table to the plan, in the words of the composer."""
    friday = third_friday()
    minute(
        screen,
        "/service Domestic abuse service: see the IDVA every Thursday @tm by fri wk 3"
        " known by the IDVA's letter help Sam Price drives worry 2",
        f"Line 4 is in the plan: Fri {friday.day} {friday:%b}",
    )
    minute(
        screen,
        "/visit Home visits, Sam Price, Tuesdays at 4 pm, until wk 12 worry 1",
        "Line 5 is in the plan: Sam Price · Tuesdays at 4 pm · until",
    )
    minute(screen, "/action Buy a new stair carpet @cp by wk 5 worry 1", "Line 6 is in the plan")


def third_friday() -> date:
    """The Friday in week 3: of the days 15 to 21 after today, by counting on one's fingers."""
    return next(
        day
        for day in (today() + timedelta(days=count) for count in range(15, 22))
        if day.strftime("%A") == "Friday"
    )


def decide_the_lines(screen: FormTerminal) -> None:
    """Settle each line with each parent's own answer: agreed, amended, dropped."""
    _decide(screen, 1, "agreed", ms_marsh="agreed", mr_pike="agreed")
    _decide(
        screen,
        2,
        "amended",
        ms_marsh="agreed",
        mr_pike="agreed with conditions",
        what="Follow the fire officer's written advice, with his brother's help",
        conditions="His brother has to be free that week.",
    )
    _decide(screen, 3, "agreed", ms_marsh="agreed", mr_pike="agreed")
    _decide(screen, 4, "agreed", ms_marsh="agreed", mr_pike="not agreed")
    _decide(screen, 5, "agreed", ms_marsh="agreed", mr_pike="agreed")
    _decide(screen, 6, "dropped", ms_marsh="no answer today", mr_pike="not agreed")
    screen.press("F8")
    screen.wait_for("✓ 11 The plan", "12  Private advice")


def _decide(
    screen: FormTerminal,
    number: int,
    state: str,
    *,
    ms_marsh: str,
    mr_pike: str,
    what: str = "",
    conditions: str = "",
) -> None:
    """Open the next line that is not settled, change it, and settle it."""
    title = f"Line {number} of the plan"
    screen.press("alt+a")
    screen.wait_for(title)
    _settle(screen, state, ms_marsh, mr_pike)
    if conditions:
        screen.fill("conditions", conditions)
    if what:
        screen.refill("What will be done", what)
    screen.save_form(title)
    screen.wait_for("11  The plan")


def _settle(screen: FormTerminal, state: str, ms_marsh: str, mr_pike: str) -> None:
    """Say what the meeting does with the line, where the cursor is at first, and each answer."""
    screen.wait_for_field("The meeting")
    screen.choose("The meeting", state)
    screen.choose("Ms Marsh", ms_marsh)
    screen.choose("Mr Pike", mr_pike)


def advice_break(screen: FormTerminal) -> None:
    """Ms Marsh takes a break with her solicitor, Mr Pike takes none."""
    screen.type("/break")
    screen.press("Enter")
    screen.wait_for("Break for private legal advice")
    screen.choose("Ms Marsh", "taken, from now")
    screen.choose("Mr Pike", "declined")
    screen.save_form("Break for private legal advice")
    minute(screen, "/back", "The break has ended.")
    screen.press("F8")
    screen.wait_for("✓ 12 Private advice", "13  Bottom line")


def bottom_line(screen: FormTerminal) -> None:
    """What must not happen, and what follows; that it was explained is forgotten for now."""
    minute(screen, "/bottom Nobody hits or pushes anyone in the home", "Line 7 is in the plan.")
    screen.press("ctrl+s")
    screen.wait_for("Line 7 of the plan")
    _settle(screen, "agreed", "agreed", "agreed")
    screen.fill("What follows", "We ask our lawyers the same day whether to go to court.")
    screen.choose("Worry", "Emotional abuse")
    screen.save_form("Line 7 of the plan")
    screen.press("F8")
    screen.wait_for("! 13 Bottom line", "14  Dates and close")


def dates(screen: FormTerminal) -> None:
    """Agree the final review on the day that is suggested, at eleven."""
    screen.press("ctrl+s")
    screen.wait_for("The reviews' dates", "Suggested: 12 weeks on.")
    screen.refill("Time", "11am")
    screen.save_form("The reviews' dates")
    minute(screen, "/left cp", "Mr Pike: left.")
    screen.wait_for("● 14 Dates and close")
