"""The shield: what a parent who looks at the screen can read, and what goes on behind it."""

from __future__ import annotations

from contextlib import asynccontextmanager
from datetime import date, time
from typing import TYPE_CHECKING

from live_meeting import Live, live_meeting, picture, shown
from textual.widgets import Static
from until import one_line, until, until_shown

from agenda.policy import default_policy
from agenda.records import new_key
from agenda.words import EntryKind, LineState, MeetingKind
from plo_tui.app import PloApp
from plo_tui.screens.booking import book_review
from plo_tui.screens.cover import CoverScreen
from plo_tui.screens.help import HelpScreen
from plo_tui.screens.home import HomeScreen
from plo_tui.screens.line_form import LineForm
from plo_tui.screens.meeting import MeetingScreen
from plo_tui.screens.table_view import TableScreen
from plo_tui.store.verbs import family, minuting, planning
from plo_tui.widgets.composer import Composer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

    from agenda.records import Item

WIDE, SMALL = (120, 40), (80, 24)
SHIELDED = "F12 shows the rest of the screen."
OTHER = "PLO-2026-009"
"""Another family's reference."""


@asynccontextmanager
async def meeting(
    live: Live, size: tuple[int, int] = WIDE
) -> AsyncIterator[tuple[MeetingScreen, Pilot[None]]]:
    """Open the meeting as an authority that changed nothing would see it."""
    live.desk.policy = default_policy()
    screen = MeetingScreen(live.desk, live.papers.case_id, live.papers.meeting.id)
    async with shown(screen, size, notifications=True) as (_app, pilot):
        await until(pilot, lambda: screen.loaded and isinstance(screen.focused, Composer))
        yield screen, pilot


async def fill_with_secrets(live: Live) -> None:
    """Put into every item what no parent may read from the screen, and settle three lines."""
    papers, held = live.papers, live.papers.meeting.id
    for item in papers.items:
        for kind, words in ((EntryKind.ASIDE, "He has"), (EntryKind.NOTE, "She was")):
            said = f"{words} secret-{item.position}"
            await live.do(minuting.add_entry, new_key(), held, item.id, said, kind)
    mother = live.person("Ms Carter")
    await live.do(
        family.change_person, mother.id, mother.version, {"safe_contact": "12 Rookery Close"}
    )
    for line in (papers.plan[0], papers.plan[3], papers.plan[-1]):
        state = LineState.AMENDED if line is papers.plan[3] else LineState.AGREED
        await live.do(planning.decide_line, line.id, held, state)
    await book_review(
        live.desk, papers, MeetingKind.FINAL, date(2027, 4, 6), time(10), "Westgate House"
    )


def secrets(screen: MeetingScreen) -> list[str]:
    """Everything in the papers that stands on an open screen, in a form, or nowhere."""
    papers = screen.papers
    asked = [prompt.ask for item in papers.sheet.items for prompt in item.prompts]
    return [
        "secret-",
        OTHER,
        "TRAJECTORY",
        "Rookery",
        "asides",
        "is an aside",
        "still open",
        *(concern.heading for concern in papers.concerns),
        *(finding.sentence[:30] for finding in screen.findings),
        *(line.what[:30] for line in papers.plan if line.state is LineState.DRAFT),
        *asked,
    ]


def seen_of(page: str, words: list[str]) -> list[str]:
    """Which of the words stand on a page, however they are broken over its lines."""
    close = "".join(one_line(page).split())
    return [word for word in words if "".join(word.split()) in close]


async def test_shielded_every_item_shows_family_item_and_composer_and_nothing_else(
    tmp_path: Path,
) -> None:
    async with live_meeting(tmp_path) as live:
        await fill_with_secrets(live)
        async with meeting(live) as (screen, pilot):
            await pilot.press("f8", "f12")  # the shield went on by itself, and is lifted
            await screen.query_one("#middle").mount(Static("TRAJECTORY: increased", id="new"))
            await screen.query_one("#body").mount(Static("TRAJECTORY: increased"))
            await screen.mount(Static("TRAJECTORY: increased"))
            pilot.app.notify(f"{OTHER} could not be read")
            open_page = await until_shown(pilot, "secret-2", OTHER, "TRAJECTORY")
            assert len(seen_of(open_page, secrets(screen))) > 4, "the test looks for what is there"
            await pilot.press("f12")
            for item in screen.papers.items[1:]:
                await one_item_shielded(screen, pilot, item)
                await pilot.press("f8")
            await pilot.resize_terminal(*SMALL)
            for item in reversed(screen.papers.items[1:]):
                await one_item_shielded(screen, pilot, item)
                await pilot.press("f7")
            await pilot.resize_terminal(60, 20)
            await until_shown(pilot, "This window is 60×20")
            await pilot.resize_terminal(*SMALL)
            await pilot.press("f12")
            await until_shown(pilot, "TRAJECTORY")


async def one_item_shielded(screen: MeetingScreen, pilot: Pilot[None], item: Item) -> None:
    """Type and be told something in an item, and look at all that can be read."""
    await until(pilot, lambda: screen.item_id == item.id)
    title = f"{item.position} {screen.papers.sheet.item(item.key).title}"
    composer = screen.query_one(Composer)
    composer.insert("lc: words of hers")
    screen.say("Finding: secret-1 is not covered.")
    composer.refused("secret-1")
    page = await until_shown(
        pilot, "PLO-2026-014", "JC, TC, MC", title, f"{title} ·", SHIELDED, "lc: words of hers"
    )
    assert seen_of(page, secrets(screen)) == []
    composer.clear()


async def test_the_shield_goes_on_as_people_come_in_and_stays_off_once_lifted(
    tmp_path: Path,
) -> None:
    async with live_meeting(tmp_path) as live:
        async with meeting(live) as (screen, pilot):
            await until_shown(pilot, "Which addresses and other facts")
            await pilot.press("f8")
            page = await until_shown(pilot, "2 Welcome", SHIELDED)
            assert "Thank you for coming" not in page
            await pilot.press("f12")
            await until_shown(pilot, "Thank you for coming", "Agenda")
            await pilot.press("f8")
            await until_shown(pilot, "3 Advice taken · 0", "Have you talked to a solicitor")
            await pilot.press("alt+0")
            await until_shown(pilot, SHIELDED)
        async with meeting(live) as (screen, pilot):  # opened again while it runs
            assert screen.shielded
            assert seen_of(picture(pilot.app), ["Agenda", "Have you talked"]) == []
            await pilot.press("f12")
            await until_shown(pilot, "Have you talked to a solicitor")


async def test_an_authority_can_do_without_it(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        screen = MeetingScreen(live.desk, live.papers.case_id, live.papers.meeting.id)
        async with shown(screen, WIDE) as (_app, pilot):  # `on_entry` false, `idle_minutes` 0
            await until(pilot, lambda: screen.loaded)
            await pilot.press("f8")
            await until_shown(pilot, "2 Welcome", "Thank you for coming")
            live.later(60)
            screen.tick()
            assert not screen.shielded


async def test_minuting_walking_and_ticking_go_on_behind_it(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        async with meeting(live, SMALL) as (screen, pilot):
            await pilot.press("f8")
            await until_shown(pilot, SHIELDED)
            composer = screen.query_one(Composer)
            composer.insert("lc: The stairs are clear.")
            await pilot.press("enter")
            await until(pilot, lambda: not composer.text)
            composer.insert("/action Sweep the yard @lc by fri wk 3")
            await pilot.press("enter")
            page = await until_shown(pilot, "There is a message: F12 shows it.")
            assert "Sweep" not in page
            composer.insert("/nonsense")
            await pilot.press("enter")
            page = await until_shown(pilot, "It is kept here.", "•••••••••")
            assert "no /nonsense" not in page
            composer.clear()
            await pilot.press("ctrl+t", "f8")
            await until_shown(pilot, "3 Advice taken")
            await pilot.press("f7")
            composer.insert("/late ps")
            await pilot.press("enter")
            page = await until_shown(pilot, "2 Welcome", "There is a message: F12 shows it.")
            assert "Ms Shah" not in page
            await pilot.press("f12")  # the message has waited
            await until_shown(pilot, "Ms Carter: The stairs are clear.", "Ms Shah: late.")
        papers = await live.read_again()
        assert [entry.text for entry in papers.entries] == ["The stairs are clear."]
        assert papers.plan[-1].what == "Sweep the yard"
        assert papers.asked(papers.items[1].id) == {"welcome.1"}


async def test_what_would_show_more_asks_to_lift_it_first(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live, meeting(live, SMALL) as (screen, pilot):
        await pilot.press("f8")
        await until_shown(pilot, SHIELDED)
        first = "F12 first: it shows the rest of the screen. Then this again."
        for key in ("ctrl+l", "alt+p", "f3", "f4", "f2", "ctrl+g", "ctrl+o", "f10", "alt+z"):
            await pilot.press(key)
            await until_shown(pilot, first)
            assert pilot.app.screen is screen
            assert isinstance(screen.focused, Composer)
            screen.say("")
        for word in ("/people", "/find stairs"):
            screen.query_one(Composer).insert(word)
            await pilot.press("enter")
            await until_shown(pilot, first)
            screen.say("")
        screen.open_line(None)  # as a word of the composer might
        await until_shown(pilot, first)
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))
        page = picture(pilot.app)
        assert "Go to the next item." in page
        assert seen_of(page, ["Ms Carter", "Agenda", "line to the plan"]) == []
        await pilot.press("escape", "f12", "alt+p")
        await until_shown(pilot, "Who is here")


async def test_an_aside_is_typed_as_dots_and_no_name_is_offered(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        async with meeting(live) as (screen, pilot):
            composer = screen.query_one(Composer)
            composer.insert("the refuge")
            await until_shown(pilot, "the refuge")
            await pilot.press("f12")
            page = await until_shown(pilot, "••••••••••", "shown as dots", SHIELDED)
            assert "refuge" not in page
            await pilot.press("f8")  # it stays with the item it was begun in: still an aside
            await until_shown(pilot, "2 Welcome", "••••••••••")
            await pilot.press("enter")
            await until(pilot, lambda: not composer.text)
            for typed in ("/aside his lies", "lc: /aside his lies", "\n/ aside\nhis lies",
                          "/urgent his lies", "/aside\n\nhis 谎言 lies"):  # fmt: skip
                composer.insert(typed)
                page = await until_shown(pilot, "•")
                assert seen_of(page, ["lies", "his", "谎"]) == [], typed
                composer.clear()
            composer.insert("/disputed lc: not on 3 May")
            await until_shown(pilot, "/disputed lc: not on 3 May")
            composer.clear()
            await pilot.press("@", "c", "slash")
            assert "Mr Carter" not in picture(pilot.app)
        papers = await live.read_again()
        assert [(entry.kind, entry.text) for entry in papers.entries] == [
            (EntryKind.ASIDE, "the refuge")
        ]


async def test_left_alone_a_running_meeting_shields_itself_and_what_is_open_over_it(
    tmp_path: Path,
) -> None:
    async with live_meeting(tmp_path) as live, meeting(live) as (screen, pilot):
        live.later(4)
        screen.tick()
        assert not screen.shielded
        live.later(1)
        screen.tick()
        await until_shown(pilot, SHIELDED, "1 Before we start")
        live.desk.touched_at = live.now
        await pilot.press("f12")
        await until(pilot, lambda: not screen.shielded)
        live.later(-60)  # the clock was set back
        screen.tick()
        await until(pilot, lambda: screen.shielded)
        live.desk.touched_at = live.now
        await pilot.press("f12", "ctrl+l")
        await until(pilot, lambda: isinstance(pilot.app.screen, LineForm))
        await until_shown(pilot, "What will be done")
        await pilot.press("x", "y", "z")
        live.later(6)
        screen.tick()
        screen.tick()
        page = await until_shown(pilot, "F12 shows the screen again.")
        assert seen_of(page, ["Carter", "PLO-", "xyz", "What will"]) == []
        live.desk.touched_at = live.now
        await pilot.press("f12")
        await until_shown(pilot, "What will be done", "xyz")


async def test_a_key_or_a_click_keeps_it_open(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        live.desk.policy = default_policy()
        app = PloApp(live.desk)
        screen = MeetingScreen(live.desk, live.papers.case_id, live.papers.meeting.id)
        async with app.run_test(size=WIDE) as pilot:
            await until_shown(pilot, "PLO-2026-014")
            await app.push_screen(screen)
            await until(pilot, lambda: screen.loaded)
            for touch in (lambda: pilot.press("x"), lambda: pilot.click("#composer")):
                live.later(4)
                await touch()
                live.later(4)
                screen.tick()
                assert not screen.shielded
            live.later(1)
            screen.tick()
            assert screen.shielded


async def test_f12_covers_any_other_screen_and_nothing_of_a_family_is_on_the_cover(
    tmp_path: Path,
) -> None:
    async with (
        live_meeting(tmp_path) as live,
        shown(HomeScreen(live.desk), notifications=True) as (app, pilot),
    ):
        await until_shown(pilot, "PLO-2026-014")
        app.notify("PLO-2026-014 could not be read")
        await until_shown(pilot, "could not be read")
        await pilot.press("f12")
        await until(pilot, lambda: isinstance(app.screen, CoverScreen))
        page = await until_shown(pilot, "F12 shows the screen again.")
        assert seen_of(page, ["PLO-", "JC"]) == []
        await pilot.press("escape", "f12")
        await until_shown(pilot, "PLO-2026-014", "JC")


async def test_the_table_view_shows_what_is_agreed_and_nothing_else(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        await fill_with_secrets(live)
        async with meeting(live) as (screen, pilot):
            await pilot.press("f8", "f12")
            screen.query_one(Composer).insert("lc: half a sen")
            await until(pilot, lambda: bool(screen.findings))
            pilot.app.notify(f"{OTHER} could not be read")
            await pilot.press("alt+j")
            await until(pilot, lambda: isinstance(pilot.app.screen, TableScreen))
            draft = [line.what for line in screen.papers.plan if line.state is LineState.DRAFT]
            assert draft
            hidden = [*secrets(screen), *draft, "half a sen", "Initial meeting", "week 4", "saved"]
            for size in (WIDE, SMALL, (50, 16)):  # the last with very large letters
                await pilot.resize_terminal(*size)
                await pilot.press("home")
                pages = await until_shown(pilot, "PLO-2026-014", "WHAT WE ALL DO", "1 Home clean")
                for _ in range(4):
                    await pilot.press("down")
                    await pilot.pause()
                    pages += picture(pilot.app)
                assert seen_of(pages, AGREED) == AGREED
                assert seen_of(pages, hidden) == []
            await pilot.press("alt+j")
            await until(pilot, lambda: pilot.app.screen is screen)
            await pilot.resize_terminal(*WIDE)
            page = await until_shown(pilot, SHIELDED, "lc: half a sen")
            assert isinstance(screen.focused, Composer)
            assert "Agenda" not in page


AGREED = [
    "Ms Carter · By Friday 5 February 2027",
    "Help you get: We pay",
    "The social worker visits",
    "No child is hurt",
    "If it does:",
    "Final review",
    "Tuesday 6 April 2027 at 10:00",
    "Westgate House",
]
"""What the family reads of the lines that were settled."""


async def test_the_table_view_before_anything_is_agreed_and_where_something_is_withheld(
    tmp_path: Path,
) -> None:
    async with live_meeting(tmp_path) as live:
        mother = live.person("Ms Carter")
        kept = {"withheld": "Her new address, from Mr Carter"}
        await live.do(family.change_person, mother.id, mother.version, kept)
        async with meeting(live, SMALL) as (screen, pilot):
            screen.query_one(Composer).insert("/table")
            await pilot.press("enter")
            page = await until_shown(pilot, "Look through the plan before anyone else does.")
            assert "address, from" not in page
            await pilot.press("alt+j")
            await until_shown(pilot, "Nothing is agreed yet.", "What we agree today")
            await pilot.press("f12")
            await until(pilot, lambda: pilot.app.screen is screen)
            assert screen.shielded
