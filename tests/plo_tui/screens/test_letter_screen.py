"""The drafting screen: from bad words to a letter that legal can clear, and on its way."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from docx_reader import WordFile
from drafted_letter import BAD, FIRST, LAWYER, begun, good, read
from form_steps import OneScreenApp, beneath, choose, form_of, instead, into, picture, save
from until import until, until_shown

from agenda.given_out import given_out
from agenda.letter_words import LetterTurnKind, SaidHow
from agenda.records import new_key
from plo_tui.screens.form import FormScreen
from plo_tui.screens.invitations_form import InvitationsForm
from plo_tui.screens.letter import LetterScreen
from plo_tui.screens.meeting_form import MeetingForm
from plo_tui.store.verbs import safety
from plo_tui.widgets.letter_needs import LetterNeeds
from plo_tui.widgets.letter_page import LetterPage

if TYPE_CHECKING:
    from pathlib import Path

    from form_steps import Carter
    from textual.pilot import Pilot

    from plo_tui.desk import Desk

SIZE = (120, 40)


def page(pilot: Pilot[None]) -> LetterPage:
    return pilot.app.screen.query_one(LetterPage)


async def open_piece(pilot: Pilot[None], key: str, press: str = "enter") -> None:
    """Put the cursor on a piece and open its form."""
    page(pilot).focus()
    page(pilot).go_to(key)
    await pilot.press(press)
    await until(pilot, lambda: isinstance(pilot.app.screen, FormScreen))


async def saved(pilot: Pilot[None]) -> None:
    """Save the form, and wait for the letter behind it."""
    await save(pilot)
    await until(pilot, lambda: isinstance(pilot.app.screen, LetterScreen))
    await pilot.pause()


async def rewrite(pilot: Pilot[None], piece: str, **fields: str) -> None:
    """Write fields of a piece anew."""
    await open_piece(pilot, piece)
    for key, words in fields.items():
        await instead(pilot, key, words)
    await saved(pilot)


async def test_bad_wording_becomes_a_letter_without_a_must(desk: Desk, carter: Carter) -> None:
    screen = LetterScreen(desk, carter.case, await begun(desk, carter))
    app = OneScreenApp(desk, screen)
    async with app.run_test(size=SIZE) as pilot:
        await until_shown(pilot, "DRAFT · being written", BAD, "10 must")
        page(pilot).go_to("OPENING.0.0")
        await until_shown(pilot, "▸ 2 hard words", "Write: started", f"“{BAD}”")
        await pilot.press("p")
        await until_shown(pilot, "We started this prior to [DATE].")
        await pilot.press("p")
        await until_shown(pilot, "We started this before [DATE].", "left from the template")

        await open_piece(pilot, "OPENING.0.0")
        await instead(pilot, "opening", "We reside here.")
        assert "“reside” is a hard word" in beneath(app, "opening")
        assert "reading age" in beneath(app, "opening")
        await pilot.press("f7")
        await until_shown(pilot, "We live here.")
        assert "hard word" not in beneath(app, "opening")
        await saved(pilot)

        await rewrite(pilot, "WHOLE.0.0", on="4 jan 2027")
        await rewrite(pilot, "COURT.0.0", court="We may ask a court to decide.")
        await rewrite(pilot, "FAMILY.0.0", family_offer="We offer you a family meeting.")
        await rewrite(pilot, "LEGAL.0.0", legal_advice="A solicitor is free: legal aid pays.")
        await rewrite(pilot, "SIGNATURE.0.0", telephone="020 7946 0000")
        await rewrite(pilot, "LINE.0.0", first_line="Talk to your solicitor and your family.")
        await rewrite(pilot, "WORRY.1.0", heading="Neglect: Josie is hungry")
        await rewrite(pilot, "WORRY.2.0", heading="Fights: Leo is afraid")
        await open_piece(pilot, "BOTTOM_LINE.0.0", "n")
        await into(pilot, "what", "Josie is never left alone")
        await into(pilot, "consequence", "We ask our lawyers that day")
        await saved(pilot)
        await until_shown(pilot, " 0 must")
        kept = (await read(desk, carter)).letter_to(FIRST, carter.mother)
        assert kept
        assert (kept.opening, kept.on) == ("We live here.", date(2027, 1, 4))
    worries = [row.heading for row in (await read(desk, carter)).concerns]
    assert worries == ["Neglect: Josie is hungry", "Fights: Leo is afraid"]


async def test_an_example_is_reworded_in_its_own_form(desk: Desk, carter: Carter) -> None:
    screen = LetterScreen(desk, carter.case, await good(desk, carter))
    app = OneScreenApp(desk, screen)
    async with app.run_test(size=SIZE) as pilot:
        await until_shown(pilot, "Josie cried at school.")
        await open_piece(pilot, "WORRY.1.1")
        await until_shown(pilot, "Change a dated example", "Of the worry: ")
        await instead(pilot, "text", "Josie cried prior to school.")
        assert "hard word" in beneath(app, "text")
        app.screen.field("on").input.value = "2 nov 2026"  # type: ignore[attr-defined]
        await saved(pilot)
        await until_shown(pilot, "2 November 2026: Josie cried prior to school.")
        page(pilot).go_to("WORRY.1.1")
        await until_shown(pilot, "Write: before")
        await pilot.press("p")
        await until_shown(pilot, "Josie cried before school.")
    papers = await read(desk, carter)
    first, second = (papers.examples(concern.id)[0] for concern in papers.concerns[:2])
    assert (first.on, first.text) == (date(2026, 11, 2), "Josie cried before school.")
    assert second.text == "Josie cried at school."


async def test_a_worry_is_left_out_of_one_letter_with_why_and_put_back(
    desk: Desk, carter: Carter
) -> None:
    key = await good(desk, carter)
    app = OneScreenApp(desk, LetterScreen(desk, carter.case, key))
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "0 must")
        await open_piece(pilot, "WORRY.2.0", "o")
        await save(pilot)
        assert "write why it is left out" in beneath(app, "why")
        await into(pilot, "why", "Only about Mr Dale.")
        await saved(pilot)
        [row] = (await read(desk, carter)).omissions(key)
        await until(pilot, lambda: f"OUT.{row.about}" in [one.id for one in page(pilot).options])
        assert "WORRY.2.0" not in [one.id for one in page(pilot).options]
        page(pilot).go_to(f"OUT.{row.about}")
        await until_shown(pilot, "worry: Emotional abuse", "because: Only about Mr Dale.")
        await pilot.press("o")
        await until(pilot, lambda: "WORRY.2.0" in [one.id for one in page(pilot).options])
        assert (await read(desk, carter)).omissions(key) == []


async def test_a_letter_is_cleared_given_and_begun_for_the_next_parent(
    desk: Desk, carter: Carter, tmp_path: Path
) -> None:
    key = await good(desk, carter)
    app = OneScreenApp(desk, LetterScreen(desk, carter.case, key))
    async with app.run_test(size=SIZE) as pilot:
        await until_shown(pilot, "0 must")
        await open_piece(pilot, "OPENING.0.0", "s")
        assert "sent to legal" in picture(app)
        await saved(pilot)
        await until_shown(pilot, "sent to legal on Mon 4 Jan 2027 by Dana Reed")
        await open_piece(pilot, "OPENING.0.0", "s")
        await until_shown(pilot, "From now on the letter is exactly this", LAWYER)
        choose(app, "what", LetterTurnKind.CLEARED)
        await save(pilot)
        assert f"Say how {LAWYER} told you" in beneath(app, "said_how")
        choose(app, "said_how", SaidHow.IN_PERSON)
        await saved(pilot)
        await until_shown(pilot, f"cleared on Mon 4 Jan 2027 by {LAWYER}, in person")

        page(pilot).go_to("OPENING.0.0")
        await pilot.press("enter")
        await until_shown(pilot, "so it is read only. r opens it again.")
        assert not isinstance(app.screen, FormScreen)
        await open_piece(pilot, "OPENING.0.0", "r")
        await into(pilot, "why", "A wrong date.")
        await saved(pilot)
        await until_shown(pilot, "DRAFT · returned with changes on Mon 4 Jan 2027")
        await open_piece(pilot, "OPENING.0.0", "s")
        choose(app, "what", LetterTurnKind.CLEARED)
        await save(pilot)
        assert f"Say how {LAWYER} told you" in beneath(app, "said_how")
        choose(app, "said_how", SaidHow.IN_PERSON)
        await saved(pilot)
        await until_shown(pilot, f"cleared on Mon 4 Jan 2027 by {LAWYER}, in person")

        await open_piece(pilot, "OPENING.0.0", "s")
        form_of(app).field("read_aloud").focus_editor()
        await pilot.press("space")
        await saved(pilot)
        await until_shown(pilot, "given on Mon 4 Jan 2027 by hand to Ms Carter by Dana Reed")
        papers = await read(desk, carter)
        turn = papers.turns(key)[-1]
        assert (turn.understood, turn.pack) == ("read aloud with them", True)

        await open_piece(pilot, "OPENING.0.0", "x")
        await instead(pilot, "file", str(tmp_path / "letter.docx"))
        await saved(pilot)
        await until_shown(pilot, "Written:")
        assert "Dear Ms Carter" in WordFile(tmp_path / "letter.docx").paragraphs
        [line] = given_out(await read(desk, carter))
        assert (line.to, "draft" in line.document) == ("Ms Carter", False)

        await pilot.press("l")
        await until_shown(pilot, "Letter before proceedings to Mr Dale", "DRAFT")
        papers = await read(desk, carter)
        hers, his = (papers.letter_to(FIRST, one) for one in (carter.mother, carter.father))
        assert hers
        assert his
        assert (his.opening, his.on, his.signer_id) == (hers.opening, hers.on, hers.signer_id)
        assert not his.frozen


async def test_a_must_that_may_stay_is_passed_by_a_reason(desk: Desk, carter: Carter) -> None:
    app = OneScreenApp(desk, LetterScreen(desk, carter.case, await begun(desk, carter)))
    async with app.run_test(size=SIZE) as pilot:
        await until_shown(pilot, "10 must")
        await open_piece(pilot, "FAMILY.0.0", "e")
        await into(pilot, "reason", "It would put Josie at risk.")
        await saved(pilot)
        await until_shown(pilot, "9 must", "Passed: It would put Josie at risk.")


async def test_who_must_not_meet_is_given_a_time_of_their_own_from_the_letter(
    desk: Desk, carter: Carter, tmp_path: Path
) -> None:
    key = await good(desk, carter)
    await desk.do(safety.keep_apart, carter.case, new_key(), carter.mother, carter.father, "")
    app = OneScreenApp(desk, LetterScreen(desk, carter.case, key))
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 must")
        await open_piece(pilot, "OPENING.0.0", "s")
        choose(app, "what", LetterTurnKind.CLEARED)
        await save(pilot)
        await until_shown(pilot, "Ms Carter must not meet Mr Dale")
        await pilot.press("escape", "escape")
        await until(pilot, lambda: isinstance(app.screen, LetterScreen))
        page(pilot).go_to("MEETING.0.0")
        await until_shown(pilot, "no time of their own", "we will tell you when and where to come")
        await open_piece(pilot, "MEETING.0.0")
        form = form_of(app)
        assert isinstance(form, InvitationsForm)
        own = {one.called: n for n, one in enumerate(form.shown) if one.person_id}
        await into(pilot, f"at{own['Ms Carter and their solicitor']}", "9:45")
        await into(pilot, f"at{own['Mr Dale and their solicitor']}", "14:30")
        await instead(pilot, "folder", str(tmp_path))
        await saved(pilot)
        await until_shown(pilot, "0 must", "09:45")
        assert "14:30" not in picture(app)
        await open_piece(pilot, "MEETING.0.0")
        assert isinstance(form_of(app), MeetingForm)


async def test_what_is_alike_in_several_places_is_one_row_that_names_them(
    desk: Desk, carter: Carter
) -> None:
    key = await begun(desk, carter, {"opening": "No.", "court": BAD, "closing": BAD})
    app = OneScreenApp(desk, LetterScreen(desk, carter.case, key))
    async with app.run_test(size=(120, 60)) as pilot:
        await until_shown(pilot, "The rest of the letter")
        needs = [str(one.prompt) for one in app.screen.query_one(LetterNeeds).options]
        [left] = [one for one in needs if "“[DATE]” is left from the template" in one]
        assert left.endswith("Court and Last words")


async def test_a_letter_goes_to_legal_with_open_musts_once_they_were_said(
    desk: Desk, carter: Carter
) -> None:
    key = await begun(desk, carter)
    app = OneScreenApp(desk, LetterScreen(desk, carter.case, key))
    async with app.run_test(size=SIZE) as pilot:
        await until_shown(pilot, "10 must")
        await open_piece(pilot, "OPENING.0.0", "s")
        await save(pilot)
        await until_shown(pilot, "It is sent with 10 musts open: The letter; Court;")
        assert (await read(desk, carter)).turns(key) == []
        await saved(pilot)
        await until_shown(pilot, "by Dana Reed with 10 musts open")
    [turn] = (await read(desk, carter)).turns(key)
    assert len(turn.musts_open.splitlines()) == 10
