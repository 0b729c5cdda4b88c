"""Keys that come all at once, as over a slow line: each lands where its user meant it."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from live_meeting import live_meeting
from textual import events
from until import until, until_shown

from agenda.words import LineKind, ParentAnswer
from plo_tui.app import PloApp
from plo_tui.screens.line_form import LineForm
from plo_tui.screens.person_form import PersonForm

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from live_meeting import Live
    from textual.pilot import Pilot

    from plo_tui.screens.form import FormScreen


@asynccontextmanager
async def form_of_the_app(
    live: Live, form: FormScreen[bool] | PersonForm, at: str
) -> AsyncIterator[Pilot[None]]:
    """Open a form in the whole app, with the cursor in the field of this name."""
    app = PloApp(live.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until_shown(pilot, "PLO-2026-014")
        app.push_screen(form)
        await until(pilot, lambda: form.is_current and form.focused is not None)
        form.field(at).focus_editor()
        await pilot.pause()
        yield pilot


def all_at_once(pilot: Pilot[None], *keys: str) -> None:
    """Send keys before the app acts on the first of them."""
    for key in keys:
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))


async def test_letters_behind_tab_are_typed_in_the_next_field(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        form = PersonForm(live.desk, live.papers)
        async with form_of_the_app(live, form, "full_name") as pilot:
            all_at_once(pilot, *"Jo", "tab", *"Ms", "shift+tab", *"y")
            await until(pilot, lambda: form.field("full_name").typed == "Joy")
            assert str(form.field("known_as").typed).endswith("Ms")


async def test_a_paste_behind_tab_goes_into_the_next_field(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        form = PersonForm(live.desk, live.papers)
        async with form_of_the_app(live, form, "full_name") as pilot:
            all_at_once(pilot, *"Jo", "tab")
            pilot.app.post_message(events.Paste("Mr Hill"))
            await until(pilot, lambda: str(form.field("known_as").typed).endswith("Mr Hill"))
            assert form.field("full_name").typed == "Jo"


async def test_letters_behind_a_choice_are_typed_in_the_field_it_brings_up(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        line = live.papers.plan[0]
        mother = live.person("Ms Carter").id.hex
        form = LineForm(live.desk, live.papers, line.id, meeting_id=live.papers.meeting.id)
        async with form_of_the_app(live, form, f"answer-{mother}") as pilot:
            all_at_once(pilot, "right", "right", "tab", *"If")
            conditions = form.field(f"conditions-{mother}")
            await until(pilot, lambda: conditions.typed == "If")
            assert form.field(f"answer-{mother}").value is ParentAnswer.WITH_CONDITIONS


async def test_what_is_chosen_from_an_open_list_is_what_the_keys_say(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        form = LineForm(live.desk, live.papers)
        async with form_of_the_app(live, form, "kind") as pilot:
            all_at_once(pilot, "enter", "down", "enter", "tab", *"See")
            await until(pilot, lambda: form.field("what").typed == "See")
            assert form.field("kind").value is LineKind.VISIT


async def test_a_refused_answer_leaves_a_form_that_can_be_saved(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        line = live.papers.plan[0]
        mother = live.person("Ms Carter").id.hex
        form = LineForm(live.desk, live.papers, line.id, meeting_id=live.papers.meeting.id)
        async with form_of_the_app(live, form, "state") as pilot:
            all_at_once(pilot, "right", "tab", "right", "right", "ctrl+s")
            await until_shown(pilot, "There are no words to save: write the conditions.")
            all_at_once(pilot, *"If")
            await until(pilot, lambda: form.field(f"conditions-{mother}").typed == "If")
            form.field("what").focus_editor()
            await pilot.pause()
            all_at_once(pilot, "x", "ctrl+s")
            await until(pilot, lambda: not form.is_current)
        answers = (await live.read_again()).answers(line.id)
        assert [row.conditions for row in answers if row.person_id.hex == mother] == ["If"]
