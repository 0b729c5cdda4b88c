"""A midway and a final review as their chair goes through them, item by item, key by key."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from before_the_meeting import today, typed
from in_the_meeting import minute

if TYPE_CHECKING:
    from form_terminal import FormTerminal

REPORT = "The assessor found warm care, and no food in the house on two visits."
NOT_AGREED = "He was not asked about the baby."
BIRTH_PLAN = "The ward rings the duty team before Baby Marsh leaves it."
WHY_CLOSE = "Four of five lines are done, and the nursery sees it too."
WHY_AT_BIRTH = "A newborn could not leave the room when Mr Pike shouts."
STOPPED = "The brother was away in week 2."


def plan_midway(screen: FormTerminal) -> None:
    """Plan a midway review for today."""
    screen.wait_for("CHILDREN", "m plan meeting")
    screen.press("m")
    screen.wait_for("Plan a meeting", "Which meeting")
    screen.choose("Which meeting", "Midway review", by="Left")
    screen.fill("Date", "today")
    screen.fill("Time", "3pm")
    screen.save_form("Plan a meeting")
    screen.wait_for("Next: the midway review")


def begin(screen: FormTerminal, kind: str, checks: int) -> None:
    """Open the review that is next, tick the safety checks, and lift the shield."""
    screen.wait_for("CHILDREN", "o meeting")
    screen.press("o")
    screen.wait_for(f"Begin the {kind} review of", "Not now")
    screen.press("Enter")
    screen.wait_for("1  Before we start", "not minuted")
    for number in range(1, checks + 1):
        screen.press("ctrl+t")
        screen.wait_for(f"✓ {number} ")
    screen.press("F8")
    screen.wait_for("2  Welcome", "F12 shows the rest of the screen.")
    screen.press("F12")
    screen.wait_for("✓  1 Before we start")


def welcome(screen: FormTerminal) -> None:
    """Mark who is here, their advice, and why Mr Pike goes on without a solicitor."""
    screen.press("alt+p")
    screen.wait_for("Who is here", "not marked yet")
    screen.press("E")
    screen.wait_for("6 here now of 6")
    screen.press("Down", "Down", "Down", "Down", "d")
    screen.wait_for("Mr Pike: letter, advice and solicitor")
    screen.choose("Had advice on it", "no", by="Left")
    screen.choose("What was chosen", "proceed at the parent's wish")
    screen.fill("Why", "He wants to hear it today.")
    screen.save_form("Mr Pike: letter, advice and solicitor")
    screen.wait_for("Who is here")
    screen.press("Escape")
    screen.wait_for("2  Welcome")
    minute(screen, "/advice tm", "Advice recorded.")
    minute(screen, "sp: Everyone said who they are.", "Sam Price: Everyone said who they are.")
    go_on(screen)


def go_on(screen: FormTerminal) -> None:
    """Go to the next item, once this one is covered."""
    title = next(line for line in screen.lines if "●" in line and "│" in line)
    number = title.partition("●")[2].strip("│● ").split()[0]
    screen.press("F8")
    screen.wait_for(f"✓ {number:>2} ")


def say(screen: FormTerminal, words: str) -> None:
    """Minute one paragraph, and go on."""
    minute(screen, words, words.partition(": ")[2][:24])
    go_on(screen)


def outcomes(screen: FormTerminal, *found: str) -> None:
    """Say what became of each line from before; what was not done says what stopped it."""
    screen.press("ctrl+s")
    for number, outcome in enumerate(found, start=1):
        screen.wait_for(f"Line {number}: what became of it")
        screen.choose("Outcome", outcome)
        screen.fill("How we know", f"Sam Price saw line {number} at the visit")
        if outcome != "done":
            screen.fill("What stopped it", STOPPED)
        screen.choose("Our help came", "on time")
        if number < len(found):
            screen.save_and_add_another()
    screen.save_form(f"Line {len(found)}: what became of it")
    go_on(screen)


def risk(screen: FormTerminal, *said: tuple[int, str]) -> None:
    """Say of each worry, then of each child, how many steps right, and how we know."""
    screen.press("ctrl+s")
    screen.wait_for("Which way things have gone")
    for steps, how_we_know in said:
        screen.press(*["Right"] * steps, "Tab")
        screen.type(how_we_know)
        screen.wait_for(how_we_know)
        screen.press("Tab")
    screen.save_form("Which way things have gone")
    go_on(screen)


def decide(screen: FormTerminal, reasons: str, **more: str) -> None:
    """Fill in a decision whose outcome is chosen: what it needs whatever that is, and what else."""
    for label, text in {
        "Letter to them by": more.get("letter", ""),
        "The birth plan": more.get("birth_plan", ""),
        "The reasons": reasons,
        "Options rejected": "Extend: nothing more is to be shown",
        "Proceedings": more.get("considered", ""),
        "The child's view": "Sam Price asked, and was told with a drawing",
    }.items():
        if text:
            screen.fill(label, text)
    screen.choose("Ms Marsh", "agreed")
    screen.choose("Mr Pike", more.get("mr_pike", "agreed"))
    if said := more.get("mr_pike_said"):
        screen.press("Tab")
        screen.type(said)
        screen.wait_for(said)
    screen.fill("Who", "Priya Nair")
    screen.wait_for("Priya Nair, local authority solicitor")


def midway(screen: FormTerminal) -> None:
    """The midway review: one line is late, and everybody goes on to the final review."""
    begin(screen, "midway", 5)
    welcome(screen)
    say(screen, "sp: The minutes of the first meeting are right.")
    outcomes(screen, "done", "not started", "partly done", "done", "done")
    say(screen, "sp: The parenting assessment goes on.")
    say(screen, "sp: Ruby is at nursery each day, and the baby moves.")
    minute(screen, "tm: I feel helped.", "Ms Marsh: I feel helped.")
    say(screen, "cp: It is going too fast.")
    risk(screen, (1, "No mould seen"), (2, "Shouting heard"), (1, "She eats"), (2, "Not yet born"))
    screen.press("ctrl+s")
    screen.wait_for("The decision", "[✓] RM", "[✓] BM")
    considered = "Considered with legal today: the threshold is not met."
    screen.choose("Outcome", "continue to the final review")
    decide(screen, "Most lines are done", considered=considered)
    screen.save_form("Options rejected")
    screen.wait_for("Saved for RM and BM.")
    go_on(screen)
    _conclude(screen, "Next: record who authorises the decisions for RM and BM (a).")


def final(screen: FormTerminal) -> None:
    """The final review: closed for Ruby, an application at birth for the baby."""
    begin(screen, "final", 6)
    welcome(screen)
    say(screen, "sp: We read the worries and the bottom line.")
    outcomes(screen, "done", "done", "done", "done", "done")
    say(screen, f"sp: {REPORT}")
    say(screen, "sp: Ruby sleeps through, and the baby is growing.")
    go_on(screen)
    screen.press("ctrl+s")
    screen.wait_for("Break for private legal advice")
    screen.choose("Ms Marsh", "declined")
    screen.choose("Mr Pike", "declined")
    screen.save_form("Break for private legal advice")
    minute(screen, "tm: I want to keep both.", "Ms Marsh: I want to keep both.")
    say(screen, "cp: I want to be asked about the baby.")
    risk(screen, (1, "Clean home"), (2, "A row in June"), (1, "She eats"), (3, "He pushed her"))
    _close_for_ruby_and_apply_for_the_baby(screen)
    _authorise_by_telephone(screen)
    _conclude(screen, "Next: the chair approves the minutes of the final review (s).")


def _close_for_ruby_and_apply_for_the_baby(screen: FormTerminal) -> None:
    letter = typed(today() + timedelta(days=5))
    screen.press("ctrl+s")
    screen.wait_for("The decision", "[✓] RM", "[✓] BM")
    screen.go_to_field("For")
    screen.press("Tab", "Space")
    screen.wait_for("[✓] RM", "[ ] BM")
    screen.press("Tab")
    screen.wait_for_field("Outcome")
    screen.choose("Outcome", "close pre-proceedings")
    screen.choose("The child's plan", "the child's plan continues")
    decide(screen, WHY_CLOSE, letter=letter)
    screen.save_and_add_another()
    screen.wait_for("[ ] RM", "[✓] BM", "not decided yet")
    screen.choose("Outcome", "apply at birth")
    decide(
        screen,
        WHY_AT_BIRTH,
        letter=letter,
        birth_plan=BIRTH_PLAN,
        mr_pike="not agreed",
        mr_pike_said=NOT_AGREED,
    )
    screen.save_form("Options rejected")
    screen.wait_for("Saved for RM and BM.", "BM apply at birth")
    go_on(screen)


def _authorise_by_telephone(screen: FormTerminal) -> None:
    screen.type("/authority")
    screen.press("Enter")
    screen.wait_for("Who has the authority", "recommended by Dana Reed")
    screen.go_to_field("BM")
    screen.press("Space")
    screen.wait_for("[✓] apply at birth")
    screen.choose("Answer", "authorised")
    screen.fill("Given by", "Ruth Adeyemi")
    screen.fill("Where", "Legal gateway meeting")
    screen.go_to_field("By telephone")
    screen.press("Space")
    screen.wait_for("[✓] yes, because it was urgent")
    screen.save_form("Who has the authority")
    screen.wait_for("authorised by Ruth Adeyemi")


def _conclude(screen: FormTerminal, following: str) -> None:
    screen.press("F10")
    screen.wait_for("Still open: 0 must", "the meeting can end")
    screen.press("F10")
    screen.wait_for("The meeting has ended. Its minutes are a draft")
    screen.press("Enter")
    screen.wait_for(following)
