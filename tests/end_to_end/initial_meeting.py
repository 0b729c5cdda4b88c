"""One initial meeting as its chair goes through it, chapter by chapter, key by key.

The family is that of the Somerset letter with fictional names: neglect and emotional abuse, the
home conditions a to e, the fire officer's advice, the domestic abuse service.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from terminal import Terminal

REFERENCE = "PLO-2026-031"
TRAP = "TRAP-7731"
"""Stands in asides alone, so it may stand in no document."""

TAKEN_BACK = "Nobody said this."
"""A paragraph that is undone, and stays out of the document too."""

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


def first_run(screen: Terminal) -> None:
    """Say who sits here."""
    screen.wait_for("Who are you?")
    screen.fill("Your name", "Dana Reed")
    screen.fill("Your team", "Hillside team")
    screen.save_form("Who are you?")
    screen.wait_for("There is no case yet. Press n to start one.")


def new_case(screen: Terminal) -> None:
    """Open a case: its staff, two children, the parents and who acts for them, two worries."""
    screen.press("n")
    screen.wait_for("New case · 1 of 4")
    screen.fill("Reference", REFERENCE)
    screen.fill("Social worker", "Sam Price")
    screen.fill("Head of service", "Ruth Adeyemi")
    screen.fill("Decided to start", typed(today() - timedelta(days=21)))
    screen.fill("Decided at", "Legal planning meeting")
    screen.press("ctrl+s")
    _children(screen)
    _parents(screen)
    _worries(screen)
    screen.wait_for("Next: plan the initial meeting", "1 Neglect", "2 Emotional abuse")


def _children(screen: Terminal) -> None:
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


def _parents(screen: Terminal) -> None:
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


def _worries(screen: Terminal) -> None:
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


def plan_the_meeting(screen: Terminal) -> None:
    """Book the initial meeting for today."""
    screen.press("m")
    screen.wait_for("Plan a meeting", "Which meeting")
    screen.fill("Date", "today")
    screen.fill("Time", "10am")
    screen.fill("Place", PLACE)
    screen.save_form("Plan a meeting")
    screen.wait_for("Next: enter the draft plan for the initial meeting")


def draft_plan(screen: Terminal) -> None:
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


def begin_the_meeting(screen: Terminal) -> None:
    """Open the booked meeting, and say yes to the one question."""
    screen.press("o")
    screen.wait_for("Begin the initial meeting of", "Not now")
    screen.press("Enter")
    screen.wait_for("1  Before we start", "not minuted")


REASON = "The assessor sets the number of sessions at the first visit, on Monday."
CONSEQUENCE = "Ms Marsh said in her own words what follows if anyone is hit again."


def minute(screen: Terminal, words: str, shown: str) -> None:
    """Type a line into the composer, press Enter, and wait for what it does to be shown."""
    screen.type(words)
    screen.press("Enter")
    screen.wait_for(shown)


def before_they_come_in(screen: Terminal) -> None:
    """Tick every safety check, and write a note that is nobody else's."""
    for number in (1, 2, 3, 4, 5, 6, 1):  # once all are ticked, the list shows its first again
        screen.press("ctrl+t")
        screen.wait_for(f"✓ {number} ")
    minute(screen, f"{TRAP}: the refuge is not to be named.", "may have to be disclosed  TRAP")
    screen.press("F8")
    screen.wait_for("✓  1 Before we start", "2  Welcome")


def welcome(screen: Terminal) -> None:
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


def advice(screen: Terminal) -> None:
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


def worries(screen: Terminal) -> None:
    """What is agreed and disputed about each worry, and a document put on the table."""
    minute(screen, "/document The fire officer's letter of 6 November.", "DOCUMENT")
    minute(screen, "/agreed tm: Worry 1: the kitchen was not clean.", "AGREED")
    minute(screen, "/disputed cp: Worry 2: that he pushed her.", "DISPUTED")
    screen.press("F8")
    screen.wait_for("✓  4 Our worries", "5  Parents' response")


def parents_begin(screen: Terminal) -> None:
    """Words as they were said, a view, a mention, an aside; then half a paragraph."""
    minute(screen, 'tm: "I never left her on her own."', "Ms Marsh: “I never left her on her own.”")
    minute(screen, "/view Her mother can come on school nights.", "Ms Marsh: Her mother can")
    minute(screen, "no: Asks that @sp writes to Hart & Lane.", "Nadia Okoro: Asks that Sam Price")
    minute(screen, f"/aside {TRAP}, he looked at her before she spoke", "disclosed  TRAP")
    _half_a_paragraph(screen)


HALF = "cp: He wants to be told when Ruby"


def _half_a_paragraph(screen: Terminal) -> None:
    before = _kept(screen)
    screen.type(HALF)
    screen.wait_for(HALF)
    screen.wait_until(lambda: _kept(screen) != before, "nothing is said of keeping it")
    screen.wait_until(lambda: _kept(screen).startswith("saved"), "it is never kept")


def _kept(screen: Terminal) -> str:
    """What the screen says at the end of its first line: `saving`, or `saved` and since when."""
    return screen.lines[0].rpartition("  ")[2]


def go_back_to_it(screen: Terminal) -> None:
    """Open the app again after its end, and go straight back into the meeting."""
    screen.wait_for(REFERENCE, "Enter open")
    screen.press("Enter")
    screen.wait_for("The initial meeting is running: go back to it (o).")
    screen.press("o")
    screen.wait_for("Agenda", "F8 next")


def parents_go_on(screen: Terminal) -> None:
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


def child_and_help(screen: Terminal) -> None:
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


def network(screen: Terminal) -> None:
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


def assessments(screen: Terminal) -> None:
    """The parenting assessment; no expert is needed, and the chair goes past that item."""
    minute(
        screen,
        "/assessment Parenting assessment of both parents, 6 sessions @sp by fri wk 8 worry 1",
        "Line 3 is in the plan",
    )
    screen.press("F8")
    screen.wait_for("✓  9 Assessments", "10  Expert's report")
    screen.press("F9")
    screen.wait_for("11  The plan")


def add_lines(screen: Terminal) -> None:
    """Add what is agreed across the table to the plan, in the words of the composer."""
    friday = third_friday()
    minute(
        screen,
        "/service Domestic abuse service: see the IDVA every Thursday @tm by fri wk 3"
        " known by the IDVA's letter help Sam Price drives worry 2",
        f"Line 4 is in the plan: Fri {friday.day} {friday:%b}",
    )
    minute(screen, "/visit Weekly, on Tuesdays @sp until wk 12 worry 1", "Line 5 is in the plan")
    minute(screen, "/action Buy a new stair carpet @cp by wk 5 worry 1", "Line 6 is in the plan")


def third_friday() -> date:
    """The Friday in week 3: of the days 15 to 21 after today, by counting on one's fingers."""
    return next(
        day
        for day in (today() + timedelta(days=count) for count in range(15, 22))
        if day.strftime("%A") == "Friday"
    )


def decide_the_lines(screen: Terminal) -> None:
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
    _decide(screen, 5, "agreed", ms_marsh="agreed", mr_pike="agreed", rhythm="Tuesdays at 4 pm")
    _decide(screen, 6, "dropped", ms_marsh="no answer today", mr_pike="not agreed")
    screen.press("F8")
    screen.wait_for("✓ 11 The plan", "12  Private advice")


def _decide(
    screen: Terminal,
    number: int,
    state: str,
    *,
    ms_marsh: str,
    mr_pike: str,
    what: str = "",
    rhythm: str = "",
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
    if rhythm:
        screen.fill("How often", rhythm)
    screen.save_form(title)
    screen.wait_for("11  The plan")


def _settle(screen: Terminal, state: str, ms_marsh: str, mr_pike: str) -> None:
    """Say what the meeting does with the line, where the cursor is at first, and each answer."""
    screen.wait_for_field("The meeting")
    screen.choose("The meeting", state)
    screen.choose("Ms Marsh", ms_marsh)
    screen.choose("Mr Pike", mr_pike)


def advice_break(screen: Terminal) -> None:
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


def bottom_line(screen: Terminal) -> None:
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


def dates(screen: Terminal) -> None:
    """Agree the final review on the day that is suggested, at eleven."""
    screen.press("ctrl+s")
    screen.wait_for("The reviews' dates", "Suggested: 12 weeks on.")
    screen.refill("Time", "11am")
    screen.save_form("The reviews' dates")
    minute(screen, "/left cp", "Mr Pike: left.")
    screen.wait_for("● 14 Dates and close")


def conclude(screen: Terminal) -> None:
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


def approve(screen: Terminal) -> None:
    """The chair approves; then legal, recorded on behalf of the lawyer who wrote."""
    screen.press("s")
    screen.wait_for("version 1 · DRAFT – not approved", "To approve as the chair: Dana Reed")
    screen.press("c")
    screen.wait_for("I approve version 1 of these minutes as the chair.", "Not now")
    screen.press("Enter")
    screen.wait_for("DRAFT – approved by the chair, not yet by legal")
    screen.press("b")
    screen.wait_for("A lawyer approved version 1 of these minutes")
    screen.fill("Lawyer", "Priya Nair")
    screen.fill("How", "By email to Dana Reed")
    screen.fill("Time", f"{datetime.now(ZoneInfo('Europe/London')):%H:%M}")
    screen.save_form("A lawyer approved version 1 of these minutes")
    screen.wait_for("version 1 · Approved by chair and legal")


def issue(screen: Terminal) -> None:
    """Give the minutes out to those they name, and leave."""
    screen.press("i")
    screen.wait_for("Issue version 1 of these minutes")
    screen.save_form("Issue version 1 of these minutes")
    screen.wait_for("version 1 · Approved and issued")
    screen.press("ctrl+q")
