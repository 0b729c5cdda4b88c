"""Safe copies on screen: what is withheld, who must not meet, one copy, and the whole pack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest_asyncio
from docx_reader import WordFile
from live_meeting import OneScreen, picture
from opened_store import PASSPHRASE
from reed_family import HIS
from reed_in_store import NOW, reed_store
from until import one_line, until, until_shown, write

from agenda.copies_words import WithheldKind
from agenda.records import new_key
from agenda.words import ParentalResponsibility, Relation, StaffRole
from plo_tui.desk import Desk, Me
from plo_tui.screens.case import CaseScreen
from plo_tui.screens.copies import CopiesScreen
from plo_tui.settings import Settings
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs.family import PersonValues, add_person, change_person
from plo_tui.store.verbs.ties import set_relationship
from plo_tui.widgets.findings_list import FindingsList

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

    from agenda.papers import Papers

SIZES = ((80, 24), (120, 40))
SECRETS = ("Quince", "SM6 9ZX", "900123", "Larkspur")


class Reeds:
    """The family, and a desk at which the minute-taker sits."""

    def __init__(self, made: Any, desk: Desk) -> None:
        self.made = made
        self.desk = desk

    async def papers(self) -> Papers:
        return await self.desk.read(read_papers, self.made.case.id)


@pytest_asyncio.fixture
async def reeds(tmp_path: Path) -> AsyncIterator[Reeds]:
    made, folder = reed_store(tmp_path)
    desk = Desk(folder, Settings(), clock=lambda: NOW, secret=PASSPHRASE)
    await desk.open()
    await desk.introduce(Me(made.minute_taker.id, "Tom Webb", StaffRole.BUSINESS_SUPPORT))
    yield Reeds(made, desk)
    desk.close()


def on_top(app: OneScreen) -> str:
    return type(app.screen).__name__


def field(app: OneScreen, key: str) -> Any:
    return app.screen.field(key)  # type: ignore[attr-defined]


async def to(app: OneScreen, pilot: Pilot[None], name: str) -> None:
    await until(pilot, lambda: on_top(app) == name)
    await pilot.pause()


async def test_who_gets_what_stands_there_and_no_withheld_word(reeds: Reeds) -> None:
    mr_aziz = reeds.made.karim
    kept: PersonValues = {"withheld": "Where he works, from Mr Holt"}
    await reeds.desk.do(change_person, mr_aziz.id, 1, kept)
    for size in SIZES:
        app = OneScreen(CopiesScreen(reeds.desk, reeds.made.case.id))
        async with app.run_test(size=size) as pilot:
            page = await until_shown(
                pilot, "INITIAL MEETING, VERSION 1", "left out:", "paragraphs fewer",
                "Mr Aziz's record says",
            )  # fmt: skip
            assert not any(secret in page for secret in SECRETS)
            assert "works" not in page
            await pilot.pause()  # it scrolls to its top first
            await pilot.press("end")
            await until_shown(pilot, "Ms Reed and Mr Holt")
    app = OneScreen(CaseScreen(reeds.desk, reeds.made.case.id))
    async with app.run_test(size=(120, 60)) as pilot:
        await until_shown(pilot, "address withheld from Mr Holt", "must not meet Ms Reed")
        await pilot.press("k")
        await until(pilot, lambda: on_top(app) == "CopiesScreen")


async def test_a_detail_is_withheld_with_the_known_address_offered(reeds: Reeds) -> None:
    app = OneScreen(CopiesScreen(reeds.desk, reeds.made.case.id))
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "Ms Reed")
        await pilot.press("w")
        await to(app, pilot, "WithheldForm")
        await until_shown(pilot, "12 Quince Orchard Lane")  # her own address, offered
        field(app, "kind").value = WithheldKind.WORK
        await until(pilot, lambda: "Quince" not in picture(app))
        await pilot.press("f10")
        await until_shown(pilot, "write the very words that are withheld.")
        field(app, "words").area.text = "Pool Road Bakery"
        field(app, "from_person_id").value = reeds.made.dean.id
        await pilot.press("f10")
        await to(app, pilot, "CopiesScreen")
        await until(pilot, lambda: len(app.screen.papers.withheld) == 4)  # type: ignore[attr-defined]
        assert "Bakery" not in picture(app)
        app.screen.query_one("#recipients").go_to("Withheld", app.screen.papers.withheld[-1].id)  # type: ignore[attr-defined]
        await pilot.press("enter")
        await to(app, pilot, "WithheldForm")
        await until_shown(pilot, "Pool Road Bakery", "it need not be withheld any more")
        field(app, "withdraw").box.value = True
        await pilot.press("f10")
        await to(app, pilot, "CopiesScreen")
    assert len((await reeds.papers()).withheld) == 3


async def test_two_people_are_kept_apart_and_may_meet_again(reeds: Reeds) -> None:
    app = OneScreen(CopiesScreen(reeds.desk, reeds.made.case.id))
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "Ms Reed")
        await pilot.press("a")
        await to(app, pilot, "KeptApartForm")
        await pilot.press("f10")
        await until_shown(pilot, "These two are kept apart already.")
        field(app, "other_id").value = reeds.made.karim.id
        await pilot.press("f10")
        await to(app, pilot, "CopiesScreen")
        await until(pilot, lambda: len(app.screen.papers.kept_apart) == 2)  # type: ignore[attr-defined]
        newest = app.screen.papers.kept_apart[-1].id  # type: ignore[attr-defined]
        app.screen.query_one("#recipients").go_to("KeptApart", newest)  # type: ignore[attr-defined]
        await pilot.press("m")
        await until_shown(pilot, "They may meet again.")
    assert len((await reeds.papers()).kept_apart) == 1


async def test_while_responsibility_is_disputed_legal_is_asked_and_the_reason_gives_a_copy(
    reeds: Reeds,
) -> None:
    gran, made = new_key(), reeds.made
    values: PersonValues = {"full_name": "Rose Holt", "known_as": "Mrs Holt"}
    await reeds.desk.do(add_person, made.case.id, gran, values)
    disputed = ParentalResponsibility.DISPUTED
    await reeds.desk.do(set_relationship, gran, made.isla.id, Relation.GRANDPARENT, disputed)
    app = OneScreen(CopiesScreen(reeds.desk, made.case.id))
    async with app.run_test(size=(120, 40)) as pilot:
        await until_shown(pilot, "Mrs Holt", "gets no copy yet", "ask legal")
        await until_shown(pilot, "It is disputed whether Mrs Holt")
        app.screen.query_one(FindingsList).focus()
        await pilot.press("home", "enter")
        await to(app, pilot, "ReasonForm")
        field(app, "reason").area.text = "Grace Hill: the order of 2021 names her"
        await pilot.press("f10")
        await to(app, pilot, "CopiesScreen")
        page = one_line(await until_shown(pilot, "legal said yes"))
        assert "gets no copy yet" not in page
        assert "It is disputed whether" not in page


async def test_the_pack_is_made_with_one_key(reeds: Reeds, tmp_path: Path) -> None:
    app = OneScreen(CopiesScreen(reeds.desk, reeds.made.case.id))
    async with app.run_test(size=(120, 40)) as pilot:
        await until_shown(pilot, "Ms Reed")
        await pilot.press("p")
        await to(app, pilot, "PackForm")
        field(app, "folder").input.value = str(tmp_path / "pack")
        await pilot.press("f10")
        await to(app, pilot, "CopiesScreen")
        await until_shown(pilot, "Written: 26 documents in")
        assert len(list((tmp_path / "pack").rglob("*.docx"))) == 26
        await pilot.press("p")
        await to(app, pilot, "PackForm")
        field(app, "folder").input.value = str(tmp_path / "pack")
        await pilot.press("f10")
        await until_shown(pilot, "two packs must not mix")
        await pilot.press("escape", "escape")
        await to(app, pilot, "CopiesScreen")
        await pilot.press("d")
        page = one_line(await until_shown(pilot, "What was given out: 26, the latest first"))
        assert "to our own file, for our own file, by Tom Webb" in page


async def test_one_copy_is_cut_for_whoever_is_under_the_cursor(
    reeds: Reeds, tmp_path: Path
) -> None:
    app = OneScreen(CopiesScreen(reeds.desk, reeds.made.case.id))
    async with app.run_test(size=(120, 40)) as pilot:
        await until_shown(pilot, "Ms Reed")
        await pilot.press("enter")
        await to(app, pilot, "ExportForm")
        await until_shown(pilot, "a copy for Ms Reed", "Left out: without the sitting with Mr Holt")
        await until_shown(pilot, "no time of their own yet for the final review")
        assert "Who is it for" not in picture(app)
        field(app, "file").input.value = str(tmp_path / "hers")
        await pilot.press("f10")
        await to(app, pilot, "CopiesScreen")
    text = WordFile(tmp_path / "hers.docx").text
    assert "For Ms Reed" in text
    assert HIS not in text
    [line] = (await reeds.papers()).standing("Disclosure")
    assert (line.to_person_id, line.how) == (reeds.made.jess.id, "through our legal team")
    assert line.to.endswith("for Ms Reed")


async def test_nobody_of_the_family_is_given_the_whole_by_accident(
    reeds: Reeds, tmp_path: Path
) -> None:
    app = OneScreen(CaseScreen(reeds.desk, reeds.made.case.id))
    async with app.run_test(size=(120, 40)) as pilot:
        await until_shown(pilot, "Ms Reed")
        await pilot.press("x")
        await to(app, pilot, "ExportForm")
        await until_shown(pilot, "a copy for Ms Reed")  # a parent's copy is offered first
        field(app, "copy").value = None
        field(app, "file").input.value = str(tmp_path / "whole")
        await until_shown(pilot, "Who is it for", "Tom Webb, own copy")
        field(app, "to").input.value = "mr holt"
        for _ in range(2):
            await pilot.press("f10")
            await until_shown(pilot, "a copy for Mr Holt leaves things out. Choose the copy above.")
        field(app, "to").input.value = "Mr Okoro, Hart & Lane"
        await pilot.press("f10")
        await until_shown(pilot, "or save again to give the whole")
        assert not list(tmp_path.glob("*.docx"))
        field(app, "to").input.value = ""
        field(app, "to").focus_editor()
        await write(pilot, "The court")
        await pilot.press("f10")
        await to(app, pilot, "CaseScreen")
    assert HIS in WordFile(tmp_path / "whole.docx").text


async def test_who_works_with_the_family_has_a_telephone_for_letters(reeds: Reeds) -> None:
    app = OneScreen(CaseScreen(reeds.desk, reeds.made.case.id))
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "Isla Reed")
        await pilot.press("t")
        await to(app, pilot, "CaseForm")
        number = field(app, "social_worker_id-telephone")
        assert number.value == "0555 010 010"
        number.input.value = "0555 010 011"
        await pilot.press("f10")
        await to(app, pilot, "CaseScreen")
    worker = (await reeds.papers()).find("Staff", reeds.made.worker.id)
    assert worker is not None
    assert worker.telephone == "0555 010 011"
