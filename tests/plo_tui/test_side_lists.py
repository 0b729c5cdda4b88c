"""Prompts, findings, plan, people and dates: what is on the screen and what a choice posts."""

from __future__ import annotations

from uuid import UUID

from widget_app import Posted, WidgetApp

from agenda.finding import Finding, Level, Rule
from plo_tui.widgets.dates_list import DateRow, DatesList
from plo_tui.widgets.findings_list import FindingsList
from plo_tui.widgets.people_list import PeopleList, PersonRow, Presence
from plo_tui.widgets.plan_list import DecidedRow, PlanList, PlanRow
from plo_tui.widgets.prompt_list import Prompt, PromptList, item_title

PROMPTS = (
    Prompt("what", "What exactly will change?"),
    Prompt("who", "Who will do it [/b]?", asked=True),
)


def test_the_title_counts_the_minutes() -> None:
    assert item_title(10, "The plan", 12, 15) == "10  The plan · 12 of 15 min"
    assert item_title(10, "The plan", 17, 15) == "10  The plan · 17 of 15 min · 2 over"
    assert item_title(10, "The plan", 3, 0) == "10  The plan · 3 min"


async def test_prompts_show_what_to_say_and_what_was_asked() -> None:
    prompts = PromptList()
    app = WidgetApp(prompts)
    async with app.run_test(size=(60, 12)) as pilot:
        prompts.show(PROMPTS, "We go through it line by line.")
        await pilot.pause()
        assert [line.strip() for line in app.lines[:3]] == [
            "SAY   We go through it line by line.",
            "ASK   ▸ 1 What exactly will change?",
            "✓ 2 Who will do it [/b]?",
        ]


async def test_a_click_ticks_a_prompt_and_takes_its_tick_away() -> None:
    prompts = PromptList()
    posted = Posted(PromptList.Ticked)
    async with WidgetApp(prompts).run_test(size=(60, 12), message_hook=posted) as pilot:
        prompts.show(PROMPTS)
        await pilot.click(PromptList, offset=(10, 0))
        await pilot.click(PromptList, offset=(10, 1))
        await pilot.pause()
    assert posted.values("key") == ["what", "who"]
    assert posted.values("asked") == [True, False]


def finding(level: Level, sentence: str, passed: str = "") -> Finding:
    rule = Rule(f"smart.{level}", level, "A rule.", "Sutton 2019, PLO Review")
    return Finding(rule, sentence, example="by Fri 5 Feb", passed=passed)


async def test_findings_stand_under_their_level_in_words() -> None:
    findings = FindingsList()
    app = WidgetApp(findings)
    posted = Posted(FindingsList.Go)
    should, must = finding(Level.SHOULD, "Two owners."), finding(Level.MUST, "No due date [/b].")
    passed = finding(Level.MUST, "A fifth concern.", passed="Ann Hill: new disclosure")
    async with app.run_test(size=(60, 30), message_hook=posted) as pilot:
        findings.show((should, must, passed))
        await pilot.pause()
        text = app.text
        order = [
            "MUST: to do before going on (1)", "No due date [/b].", "For example: by Fri 5 Feb",
            "Sutton 2019, PLO Review", "SHOULD: good practice, may stay open (1)", "Two owners.",
            "NOTE: for information (1)", "A fifth concern.", "Passed: Ann Hill: new disclosure",
        ]  # fmt: skip
        places = [text.index(words) for words in order]
        assert places == sorted(places)
        findings.focus()
        await pilot.press("home", "enter")
        await pilot.pause()
    assert posted.values("finding") == [must]


async def test_no_findings_say_so_and_go_nowhere() -> None:
    findings = FindingsList()
    app = WidgetApp(findings)
    posted = Posted(FindingsList.Go)
    async with app.run_test(size=(60, 10), message_hook=posted) as pilot:
        findings.show((finding(Level.MUST, "No due date."),))
        findings.show(())
        findings.focus()
        await pilot.press("down", "enter")
        await pilot.pause()
        assert app.lines[0].strip() == "Nothing left to do."
    assert posted.messages == []


async def test_a_plan_line_says_owner_due_week_and_what_is_wrong() -> None:
    plan = PlanList()
    app = WidgetApp(plan)
    posted = Posted(PlanList.Chosen)
    rows = (
        PlanRow(UUID(int=1), "1", "Home clean\nenough " + "x" * 100_000, "Ms C", "Fri 5 Feb", 4,
                answers="Ms C yes"),
        PlanRow(UUID(int=2), "2", "Fire advice [/b]", trouble="after window"),
    )  # fmt: skip
    async with app.run_test(size=(40, 12), message_hook=posted) as pilot:
        assert "No plan yet" not in app.text
        plan.show(())
        await pilot.pause()
        assert "No plan yet" in app.text
        plan.show(rows)
        await pilot.pause()
        assert app.lines[0].startswith("1 Home clean enough xxx")
        assert app.lines[0].endswith("…")
        assert [line.strip() for line in app.lines[1:6]] == [
            "Ms C · Fri 5 Feb  wk4",
            "Ms C yes",
            "2 Fire advice [/b]",
            "who? · due?",
            "✗ after window",
        ]
        await pilot.click(PlanList, offset=(3, 4))
        await pilot.pause()
    assert posted.values("key") == [UUID(int=2)]


async def test_what_is_decided_stands_above_the_plan() -> None:
    plan = PlanList()
    app = WidgetApp(plan)
    posted = Posted(PlanList.Chosen)
    decided = (
        DecidedRow(UUID(int=7), "JC", "close pre-proceedings", ("recommended",)),
        DecidedRow(UUID(int=8), "LC", "not decided yet"),
    )
    async with app.run_test(size=(40, 12), message_hook=posted) as pilot:
        plan.show((PlanRow(UUID(int=1), "1", "Home clean"),), decided)
        await pilot.pause()
        assert [line.strip() for line in app.lines[:6]] == [
            "Decided so far",
            "JC close pre-proceedings",
            "recommended",
            "LC not decided yet",
            "Plan",
            "1 Home clean",
        ]
        await pilot.click(PlanList, offset=(3, 3))
        await pilot.pause()
    assert posted.values("key") == [UUID(int=8)]


async def test_people_say_how_they_attend() -> None:
    people = PeopleList()
    app = WidgetApp(people)
    posted = Posted(PeopleList.Chosen)
    async with app.run_test(size=(60, 12), message_hook=posted) as pilot:
        people.show((
            PersonRow(UUID(int=1), "Ms Carter", "mother", Presence.LATE, "10:05", "advice had",
                      "LC"),
            PersonRow(UUID(int=2), "Mr Dean", "father", Presence.APOLOGIES),
        ))  # fmt: skip
        people.focus()
        await pilot.press("down", "enter")
        await pilot.pause()
        assert [line.strip() for line in app.lines[:4]] == [
            "✓ Ms Carter (LC)",
            "came late 10:05 · mother · advice had",
            "– Mr Dean",
            "apologies · father",
        ]
    assert posted.values("key") == [UUID(int=1)]


async def test_a_date_not_agreed_says_so() -> None:
    dates = DatesList()
    app = WidgetApp(dates)
    posted = Posted(DatesList.Chosen)
    async with app.run_test(size=(60, 12), message_hook=posted) as pilot:
        dates.show((
            DateRow("final", "Final review", "Mon 5 Apr", "week 12", "bank holiday"),
            DateRow("midway", "Midway review"),
        ))  # fmt: skip
        await pilot.click(DatesList, offset=(2, 3))
        await pilot.pause()
        assert [line.strip() for line in app.lines[:5]] == [
            "Final review",
            "Mon 5 Apr · week 12",
            "✗ bank holiday",
            "Midway review",
            "not agreed yet",
        ]
    assert posted.values("key") == ["midway"]


async def test_a_changed_row_keeps_the_readers_place() -> None:
    dates = DatesList()
    async with WidgetApp(dates).run_test(size=(60, 12)) as pilot:
        dates.show((DateRow("a", "A"), DateRow("b", "B")))
        dates.focus()
        await pilot.press("down", "down")
        dates.show((DateRow("new", "New"), DateRow("a", "A"), DateRow("b", "B")))
        await pilot.pause()
        assert dates.highlighted_option is not None
        assert dates.highlighted_option.id == "b"
