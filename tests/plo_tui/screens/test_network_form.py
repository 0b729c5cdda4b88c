"""The family network: the offer, the answer, and who could help or care."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from live_meeting import live_meeting, picture, shown, write
from until import until, until_shown

from agenda.words import OfferAnswer, Relation
from plo_tui.screens.network_form import NetworkForm

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_offer_and_somebody_who_could_care(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        form = NetworkForm(live.desk, live.papers)
        async with shown(form, (80, 24)) as (app, pilot):
            assert "What they could do" not in picture(app)
            await write(pilot, "5 jan")
            await pilot.press("tab", "left", "left", "left")
            form.field("answered_by").focus_editor()
            await write(pilot, "Both parents")
            await pilot.press("tab")
            await write(pilot, "+2w")
            await pilot.press("tab")
            await write(pilot, "pryce")
            assert "What they could do" in picture(app)
            assert "Initials" not in picture(app)
            await pilot.press("ctrl+s")
            assert "Write what they could do." in picture(app)
            await write(pilot, "School runs")
            form.field("could_care").focus_editor()
            await pilot.press("space", "tab")
            await write(pilot, "wk 4")
            await pilot.press("f10")
            await until(pilot, app.was_left)
        assert app.left is True
        kept = await live.read_again()
        offer = kept.family_offer
        assert offer is not None
        assert (offer.offered_on, offer.answer) == (date(2027, 1, 5), OfferAnswer.ACCEPTED)
        assert (offer.answered_by, offer.names_by) == ("Both parents", date(2027, 1, 26))
        (helper,) = kept.network
        assert kept.name(None, helper.person_id) == "Mrs Pryce"
        assert (helper.help, helper.could_care) == ("School runs", True)
        assert helper.viability_by == date(2027, 2, 9)
        async with shown(NetworkForm(live.desk, live.papers)) as (app, pilot):
            assert "Mrs Pryce: School runs · could care, checked by Tue 9 Feb 2027" in picture(app)


async def test_somebody_new_is_added_once_and_the_next_can_follow(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        form = NetworkForm(live.desk, live.papers)
        async with shown(form) as (app, pilot):
            form.field("who").focus_editor()
            await write(pilot, "Joe Price")
            form.field("relation").focus_editor()
            await pilot.press(*["right"] * 5)
            form.field("help").focus_editor()
            await write(pilot, "Lifts")
            await pilot.press("ctrl+n")
            await until_shown(pilot, "jp are the initials of Mrs Pryce")
            await write(pilot, "joe")
            await pilot.press("ctrl+n")
            await until_shown(pilot, "Joe Price: Lifts")
            assert form.field("who").typed == ""
            await pilot.press("escape")
        assert app.left is True
        kept = await live.read_again()
        (joe,) = [person for person in kept.people if person.full_name == "Joe Price"]
        ties = {tie.relation for tie in kept.relationships if tie.person_id == joe.id}
        assert (joe.initials, ties) == ("joe", {Relation.AUNT_OR_UNCLE})
        assert [row.person_id for row in kept.network] == [joe.id]
