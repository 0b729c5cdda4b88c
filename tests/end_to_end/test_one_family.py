"""Three meetings of one family in a real terminal, and the Word documents that come of them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal, which Windows has not", allow_module_level=True)

import after_the_meeting as after
import before_the_meeting as before
import in_a_review as reviewing
import in_the_meeting as during
from docx_reader import WordFile
from form_terminal import FormTerminal
from terminal import COMMAND

from agenda.sheet_reading import default_sheet_text, read_sheet

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

pytestmark = pytest.mark.terminal

SECRET_FILE = "passphrase.txt"  # noqa: S105 - where a script finds it, beside the store


@dataclass(frozen=True)
class Held:
    """What is left of the meeting: its store, and the documents that were written."""

    store: Path
    env: Mapping[str, str]
    draft: WordFile
    minutes: WordFile

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        return command(self.env, self.store, *words)


def command(env: Mapping[str, str], store: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a script would, with no terminal."""
    secret = store.with_name(SECRET_FILE)
    return subprocess.run(
        [str(COMMAND), *words, "--store", str(store), "--passphrase-file", str(secret)],
        env={**os.environ, **env},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Held:
    """The meeting, from the first run to issued minutes, with the plug pulled once."""
    folder = tmp_path_factory.mktemp("initial_meeting")
    store, draft, minutes = folder / "store", folder / "draft.docx", folder / "minutes.docx"
    env = {"HOME": str(folder), "PLO_TUI_CONFIG": str(folder / "config.toml")}
    (folder / SECRET_FILE).write_text(f"{before.PASSPHRASE}\n", encoding="utf-8")
    with FormTerminal("--store", store, env=env) as screen:
        before.first_run(screen)
        before.new_case(screen)
        before.plan_the_meeting(screen)
        before.draft_plan(screen)
        during.begin_the_meeting(screen)
        during.before_they_come_in(screen)
        during.welcome(screen)
        during.advice(screen)
        during.worries(screen)
        during.parents_begin(screen)
        screen.kill()
    with FormTerminal("--store", store, env=env) as screen:
        before.unlock(screen)
        during.go_back_to_it(screen)
        during.parents_go_on(screen)
        during.child_and_help(screen)
        during.network(screen)
        during.assessments(screen)
        during.add_lines(screen)
        during.decide_the_lines(screen)
        during.advice_break(screen)
        during.bottom_line(screen)
        during.dates(screen)
        after.conclude(screen)
        _refused_before_approval(env, store, minutes)
        _written(env, store, draft, "--draft")
        after.approve(screen)
        _written(env, store, minutes)
        after.issue(screen)
        screen.press("ctrl+q")
        assert screen.wait_for_end() == 0
    _written(env, store, minutes)
    assert not list(folder.rglob("crash.log"))
    return Held(store, env, WordFile(draft), WordFile(minutes))


def _refused_before_approval(env: Mapping[str, str], store: Path, to: Path) -> None:
    refused = command(env, store, "export", "minutes", before.REFERENCE, "-o", str(to))
    assert refused.returncode == 1
    assert "the chair and legal have not approved them" in refused.stderr
    assert refused.stdout == ""
    assert not to.exists()


def _written(env: Mapping[str, str], store: Path, to: Path, *more: str) -> None:
    words = ("export", "minutes", before.REFERENCE, "-o", str(to), *more)
    written = command(env, store, *words)
    assert (written.returncode, written.stderr) == (0, "")


def test_every_page_says_whose_minutes_these_are(held: Held) -> None:
    [header] = held.minutes.headers
    assert f"{before.REFERENCE} · RM, BM" in header
    assert f"Initial meeting · {long(before.today())}" in header
    assert "Version 1 · Approved and issued" in header
    assert "DRAFT" not in held.minutes.text


def test_the_draft_is_marked_and_signed_by_nobody(held: Held) -> None:
    [header] = held.draft.headers
    assert "DRAFT – not approved" in header
    assert "Priya Nair" not in held.draft.text
    assert after.REASON in held.draft.text


def test_paragraphs_are_numbered_and_name_who_speaks(held: Held) -> None:
    numbered = [line for line in held.minutes.paragraphs if re.match(r"\d+\.\t", line)]
    assert [int(line.partition(".")[0]) for line in numbered] == list(range(1, len(numbered) + 1))
    said = "\n".join(re.sub(r" ?\(?\d\d:\d\d\)?", "", line) for line in numbered)
    for speaker, words in {
        "Sam Price": "We stop when anyone asks.",  # the speaker stayed, though nobody typed it
        "Ms Marsh": "“I never left her on her own.”",
        "Mr Pike": "He wants to be told when Ruby is ill.",
        "Nadia Okoro": "Asks that Sam Price writes to Hart & Lane.",
        "Ms Marsh · Agreed": "The kitchen was not clean.",
        "Mr Pike · Disputed": "That he pushed her.",
    }.items():
        assert f"\t{speaker}: {words}" in said
    assert "Mr Pike: And he did not push her. He says she fell." in said


def test_only_words_taken_down_as_said_stand_between_quotation_marks(held: Held) -> None:
    quoted = [line for line in held.minutes.paragraphs if re.match(r"\d+\.\t.*“", line)]
    assert len(quoted) == 1
    assert "“I never left her on her own.”" in quoted[0]


def test_a_moved_paragraph_stands_where_it_was_moved_to(held: Held) -> None:
    assert "The family worker came twice a week." in held.minutes.section("Help so far")
    assert "The family worker" not in held.minutes.section("The child")
    assert "Ruby says she likes it when it is quiet." in held.minutes.section("The child")


def test_no_aside_no_prompt_and_nothing_taken_back_leaves_the_app(held: Held) -> None:
    sheet = read_sheet(default_sheet_text("initial"), "initial.toml")
    prompts = [prompt.ask for item in sheet.items for prompt in item.prompts]
    assert len(prompts) > 50
    for document in (held.minutes, held.draft):
        raw = document.path.read_bytes()
        with zipfile.ZipFile(document.path) as package:
            parts = b"\n".join(package.read(name) for name in package.namelist())
        for secret in (during.TRAP, during.TAKEN_BACK):
            assert secret.encode() not in raw
            assert secret.encode() not in parts
        assert [prompt for prompt in prompts if prompt in document.text] == []


def test_who_came_who_was_late_who_left_and_who_had_advice(held: Held) -> None:
    took_part = held.minutes.section("Who took part")
    assert re.search(r"Mr Pike\n.*\n.*\n.*\nFrom \d\d:\d\d until \d\d:\d\d", took_part)
    assert re.search(r"Ms Marsh: offered at \d\d:\d\d, taken", took_part)
    assert re.search(r"Mr Pike: offered at \d\d:\d\d, not taken", took_part)
    rows = {row[0]: row for table in held.minutes.tables for row in table if len(row) == 5}
    assert rows["Ms Marsh"][2:4] == ["Advice taken", "Nadia Okoro, Hart & Lane"]
    assert rows["Mr Pike"][2:4] == ["No advice taken", "Nobody"]
    assert "Proceed at the parent's wish." in rows["Mr Pike"][4]
    assert "He wants to hear everything today" in rows["Mr Pike"][4]


def test_the_plan_is_a_table_with_parts_dates_and_each_parents_answer(held: Held) -> None:
    lines = {row[0]: row for row in plan_table(held)}
    assert list(lines) == ["No.", "1", "2", "3", "4", "5", "6"]
    for letter, part in zip("abcde", before.HOME_CONDITIONS, strict=True):
        assert f"{letter}.\t{part}" in lines["1"][1]
    assert "Amended from “Follow the fire officer's written advice”" in lines["2"][1]
    assert "Mr Pike: agreed with conditions: His brother has to be free" in lines["2"][5]
    assert "Sam Price (for the local authority)" in lines["3"][2]
    assert lines["4"][3] == f"By {long(during.third_friday())}\nWeek 3"
    assert lines["4"][5] == "Ms Marsh: agreed\nMr Pike: not agreed"
    assert "Tuesdays at 4 pm" in lines["5"][3]
    assert "Dropped" in lines["6"][1]


def test_the_plans_heading_row_is_repeated_on_each_page(held: Held) -> None:
    namespace = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    place = held.minutes.tables.index(plan_table(held))
    first, *others = held.minutes.table_elements[place].iter(f"{namespace}tr")
    assert first.find(f"{namespace}trPr/{namespace}tblHeader") is not None
    assert all(row.find(f"{namespace}trPr/{namespace}tblHeader") is None for row in others)


def test_the_bottom_line_its_consequence_and_the_recorded_reason(held: Held) -> None:
    section = held.minutes.section("The bottom line and what follows")
    assert "Nobody hits or pushes anyone in the home" in section
    assert "We ask our lawyers the same day" in section
    assert after.CONSEQUENCE in section
    recorded = held.minutes.section("Reasons recorded")
    assert "Line 3 of the plan, on the rule “An assessment says how many sessions" in recorded
    assert f"{after.REASON} (Dana Reed)" in recorded


def test_the_final_review_is_on_the_day_of_the_timetable(held: Held) -> None:
    window = json.loads(held.command("timetable", f"{before.today()}", "--json").stdout)
    review = date.fromisoformat(window["final_review"]["date"])
    dates = held.minutes.section("Dates")
    assert f"{long(review)} at 11:00" in dates
    assert before.PLACE in dates


def test_the_approval_block_names_both_and_the_fingerprint(held: Held) -> None:
    block = held.minutes.section("Approval")
    assert "Dana Reed\nIn the app" in block
    assert "Priya Nair\nBy email to Dana Reed" in block
    assert re.search(r"Fingerprint \(SHA-256\)\n([0-9a-f]{4} ){15}[0-9a-f]{4}\n", block)
    assert "Nadia Okoro" in held.minutes.section("Who receives these minutes")


def test_what_the_command_line_reads_agrees_with_the_document(held: Held) -> None:
    [case] = json.loads(held.command("cases", "--json").stdout)
    initial, final = case["meetings"]
    assert (case["reference"], case["week"]) == (before.REFERENCE, 1)
    assert initial == {
        "number": 1,
        "kind": "initial",
        "date": f"{before.today()}",
        "state": "concluded",
        "minutes": "issued",
    }
    assert (final["kind"], final["date"]) == ("final", case["next_date"])
    shown = held.command("show", before.REFERENCE).stdout
    assert "concluded, Approved and issued." in shown
    assert f"Final review, {short(date.fromisoformat(final['date']))}, 11:00" in shown
    assert "2. action, amended: Follow the fire officer's written advice, with" in shown
    minuted = held.command("show", before.REFERENCE, "--meeting", "1").stdout
    assert "I never left her on her own." in minuted
    assert during.TRAP not in shown + minuted


@pytest.mark.documents
def test_libreoffice_draws_the_header_on_every_page_and_draft_only_before(held: Held) -> None:
    approved, draft = pages(held.minutes.path), pages(held.draft.path)
    assert len(approved) > 2
    for number, page in enumerate(approved, start=1):
        assert f"{before.REFERENCE} · RM, BM" in page
        assert f"Page {number} of {len(approved)}" in page
        assert "DRAFT" not in page
    assert all("DRAFT – not approved" in page for page in draft)


@dataclass(frozen=True)
class Reviewed:
    """What is left of both reviews, and the minutes of the first meeting as printed after them."""

    midway: WordFile
    final: WordFile
    first_again: Path
    shown: str
    why: str


@pytest.fixture(scope="module")
def reviewed(held: Held) -> Reviewed:
    """The midway and the final review of the family, on the same day, to issued minutes."""
    folder = held.store.parent
    documents = {number: folder / f"meeting-{number}.docx" for number in (1, 2, 3)}
    with FormTerminal("--store", held.store, env=held.env) as screen:
        before.unlock(screen)
        screen.wait_for(before.REFERENCE, "Enter open")
        screen.press("Enter")
        reviewing.plan_midway(screen)
        for review in (reviewing.midway, reviewing.final):
            review(screen)
            after.approve(screen)
            after.issue(screen)
            screen.press("Escape")
            screen.wait_for("CHILDREN")
        screen.press("ctrl+q")
        assert screen.wait_for_end() == 0
    for number, to in documents.items():
        _written(held.env, held.store, to, "--meeting", str(number))
    assert not list(folder.rglob("crash.log"))
    return Reviewed(
        WordFile(documents[2]),
        WordFile(documents[3]),
        documents[1],
        held.command("show", before.REFERENCE).stdout,
        held.command("why", before.REFERENCE, "--child", "BM").stdout,
    )


def test_the_first_minutes_are_byte_for_byte_what_they_were(held: Held, reviewed: Reviewed) -> None:
    assert reviewed.first_again.read_bytes() == held.minutes.path.read_bytes()


def test_the_midway_minutes_say_what_became_of_each_line_and_that_all_go_on(
    reviewed: Reviewed,
) -> None:
    became = reviewed.midway.section("What became of the plan")
    assert "Not started" in became
    assert reviewing.STOPPED in became
    decided = reviewed.midway.section("Decision and reasons")
    assert "continue to the final review" in decided.casefold()
    assert "RECOMMENDED" in decided


def test_the_final_minutes_decide_for_each_child_with_reasons_authority_and_dissent(
    reviewed: Reviewed,
) -> None:
    decided = reviewed.final.section("Decision and reasons")
    for words in (
        "Ruby Marsh: close pre-proceedings",
        "Baby Marsh: apply at birth",
        reviewing.WHY_CLOSE,
        reviewing.WHY_AT_BIRTH,
        reviewing.BIRTH_PLAN,
        reviewing.NOT_AGREED,
        "Mr Pike does not agree",
        "Priya Nair",
    ):
        assert words in decided
    assert re.search(r"AUTHORISED by Ruth Adeyemi, .*by telephone", decided)
    assert reviewing.REPORT in reviewed.final.text
    assert "Increased" in reviewed.final.section("Which way things have gone")


def test_the_command_line_says_what_was_decided_and_why(reviewed: Reviewed) -> None:
    assert "apply at birth" in reviewed.shown
    assert "authorised by Ruth Adeyemi" in reviewed.shown
    for words in (reviewing.WHY_AT_BIRTH, reviewing.NOT_AGREED, "Ruth Adeyemi", "paragraph"):
        assert words in reviewed.why
    assert reviewing.WHY_CLOSE not in reviewed.why


def pages(document: Path) -> list[str]:
    """The words of each page, as LibreOffice lays them out."""
    office = shutil.which("soffice")
    if office is None or not shutil.which("pdftotext"):
        pytest.skip("needs LibreOffice Writer (soffice) and poppler (pdftotext)")
    folder = document.parent
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    to_pdf = ["--headless", "--convert-to", "pdf", "--outdir", str(folder), str(document)]
    subprocess.run([office, profile, *to_pdf], check=True, capture_output=True, timeout=300)
    read = subprocess.run(
        ["pdftotext", "-layout", str(document.with_suffix(".pdf")), "-"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return read.stdout.split("\f")[:-1]


def plan_table(held: Held) -> list[list[str]]:
    """The plan, with its heading row."""
    return next(table for table in held.minutes.tables if table[0][1] == "What will happen")


def long(day: date) -> str:
    """A date as documents print it."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def short(day: date) -> str:
    """A date as the screen prints it."""
    return f"{day:%a} {day.day} {day:%b} {day.year}"
