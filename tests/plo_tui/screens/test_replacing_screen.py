"""A person renamed: every text shown first, old beside new, and changed in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from form_steps import Carter, OneScreenApp, instead, picture, save
from until import until, until_shown

from agenda.sheet_reading import default_sheet_text
from agenda.words import MeetingKind
from plo_tui.screens.person_form import PersonForm
from plo_tui.screens.replacing import ReplaceForm, ReplacingScreen
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.undoing import undo
from plo_tui.store.verbs import meeting, minuting, planning

if TYPE_CHECKING:
    from agenda.papers import Papers
    from plo_tui.desk import Desk

TEXTS = ("Ms Carter's bathroom [/b] is done.", "Ms Carterton was not there.")


async def write_her_name(desk: Desk, carter: Carter) -> None:
    """Minute two paragraphs, and put her name in a line of the plan."""
    from agenda.records import new_key

    sheet = default_sheet_text(MeetingKind.INITIAL.value)
    await desk.do(
        meeting.open_meeting, carter.meeting, sheet, desk.policy.pinned(), [], [carter.mother]
    )
    papers = await desk.read(read_papers, carter.case, carter.meeting)
    for text in TEXTS:
        await desk.do(minuting.add_entry, new_key(), carter.meeting, papers.items[1].id, text)
    values = planning.LineValues(support="We pay a cleaner for Ms Carter")
    version = papers.plan[0].version
    await desk.do(planning.change_line, carter.line, version, values)


async def now(desk: Desk, carter: Carter) -> Papers:
    return await desk.read(read_papers, carter.case, carter.meeting)


def texts(papers: Papers) -> list[str]:
    return [*(row.text for row in papers.entries), papers.plan[0].support]


async def test_a_new_name_is_offered_for_each_text_and_one_undo_takes_it_back(
    desk: Desk, carter: Carter
) -> None:
    await write_her_name(desk, carter)
    app = OneScreenApp(desk, PersonForm(desk, carter.papers, carter.mother))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await instead(pilot, "known_as", "Ms Hope")
        await save(pilot)
        await until(pilot, lambda: isinstance(app.screen, ReplacingScreen))
        page = await until_shown(pilot, "Ms Carter → Ms Hope", "2 of 2 are ticked", "plan line 1")
        assert "Ms Carter's bathroom [/b] is d" in page
        assert "→ Ms Hope's bathroom [/b] is do" in page
        assert "Carterton" not in page
        await pilot.press("space")
        await until_shown(pilot, "[ ] plan line 1", "1 of 2 are ticked")
        await pilot.press("a", "a")
        await until_shown(pilot, "0 of 2 are ticked")
        await pilot.press("ctrl+s")
        await until_shown(pilot, "Nothing is ticked")
        await pilot.press("down", "enter", "f10")
        await until(pilot, lambda: not isinstance(app.screen, ReplacingScreen))
    papers = await now(desk, carter)
    assert papers.name(None, carter.mother) == "Ms Hope"
    assert texts(papers) == [
        "Ms Hope's bathroom [/b] is done.", TEXTS[1], "We pay a cleaner for Ms Carter",
    ]  # fmt: skip
    await desk.do(undo, carter.case)
    papers = await now(desk, carter)
    assert texts(papers) == [*TEXTS, "We pay a cleaner for Ms Carter"]
    assert papers.name(None, carter.mother) == "Ms Hope"


async def test_a_name_that_stands_nowhere_else_asks_nothing(desk: Desk, carter: Carter) -> None:
    app = OneScreenApp(desk, PersonForm(desk, carter.papers, carter.father))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await instead(pilot, "known_as", "Mr Hope")
        await save(pilot)
        await until(pilot, lambda: bool(app.ended_with))
        await pilot.pause()
        assert not isinstance(app.screen, ReplacingScreen)


async def test_any_words_can_be_replaced(desk: Desk, carter: Carter) -> None:
    await write_her_name(desk, carter)
    app = OneScreenApp(desk, ReplaceForm(desk, carter.papers))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await instead(pilot, "old", "nowhere")
        await instead(pilot, "new", "here")
        await save(pilot)
        assert "No text of this case" in picture(app)
        await instead(pilot, "old", "bathroom")
        await save(pilot)
        await until(pilot, lambda: bool(app.ended_with))
    (changes,) = app.ended_with
    assert [one.new for one in changes.texts] == ["Ms Carter's here [/b] is done."]  # type: ignore[attr-defined]
