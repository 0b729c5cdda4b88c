"""What was given out: a line for each document, with no word of it; and the mark of an upload."""

from __future__ import annotations

import ast
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from approved_store import issue, versions

import plo_tui
from agenda.corrections import Annexed
from agenda.given_out import given_lines, given_out, own_copy
from agenda.printed import Printed, printed_edition
from agenda.records import MinutesVersion, new_key
from agenda.uploads import files_to_do
from agenda.words import GivenDocument
from exports.minutes import write_minutes
from exports.problems import CannotWrite, NotApproved
from plo_tui.giving_out import write_given_out
from plo_tui.store.problems import NotSaved, Refused, StoreProblem
from plo_tui.store.reading.retention import read_removable
from plo_tui.store.undoing import undo
from plo_tui.store.verbs import family, signing
from plo_tui.store.verbs.giving_out import give_out, mark_not_written
from plo_tui.store.verbs.uploading import mark_uploaded, take_back_upload

if TYPE_CHECKING:
    from made_store import House


def lines(made: House) -> list[str]:
    return given_lines(given_out(made.papers()))


def give(made: House, what: GivenDocument, to: str = "Ms Carter") -> None:
    printed = printed_edition(what, made.edition(), made.keys.meeting)
    made.store.do(give_out, new_key(), made.keys.case, printed, to)


# --- the lines


def test_each_line_says_which_version_to_whom_by_whom_and_when(made: House) -> None:
    assert lines(made) == ["Nothing was given out yet."]
    give(made, GivenDocument.MINUTES)
    draft = made.edition().fingerprint
    made.clock.now += timedelta(days=1)
    edition = issue(made)
    made.clock.now += timedelta(days=1)
    give(made, GivenDocument.FAMILY_PLAN, " Lena\nCarter ")
    mark = edition.fingerprint[:12]
    assert lines(made) == [
        "Thu 14 Jan 2027 10:00: plan for the family, meeting 1, version 1",
        f"  to Lena Carter, by Ada Fenn, fingerprint {mark}…",
        "",
        "Wed 13 Jan 2027 10:00: minutes, meeting 1, version 1, issued",
        f"  to Hart & Lane, by Ada Fenn, fingerprint {mark}…",
        "",
        "Tue 12 Jan 2027 10:00: minutes, meeting 1, version 1, draft",
        f"  to Ms Carter, by Nia Rowe, fingerprint {draft[:12]}…",
    ]


def test_a_line_names_its_version_and_that_of_a_new_draft(made: House) -> None:
    issue(made)
    made.store.do(signing.begin_new_version, made.keys.meeting, "a name was wrong")
    give(made, GivenDocument.MINUTES)
    newest, issued = given_out(made.papers())
    assert newest.document == "minutes, meeting 1, version 2, draft"
    by_version = {row.of_version: row.version_id for row in made.papers().standing("Disclosure")}
    numbers = {row.id: row.number for row in made.papers().standing("MinutesVersion")}
    assert {number: numbers[key] for number, key in by_version.items()} == {1: 1, 2: 2}
    assert issued.is_issue


def test_one_childs_document_names_the_child_by_initials(made: House) -> None:
    printed = Printed(what=GivenDocument.WHY, sha256="ab" * 32, child_id=made.keys.child)
    made.store.do(give_out, new_key(), made.keys.case, printed, "The court")
    assert lines(made)[0].endswith(": why, JC")


def test_a_line_is_in_the_journal_of_its_case_and_undo_passes_over_it(made: House) -> None:
    key = made.add("Said.")
    give(made, GivenDocument.MINUTES)
    assert made.journal()[-1].verb == "give_out"
    made.store.do(undo, made.keys.case)
    assert made.entry(key).withdrawn_at
    assert len(given_out(made.papers())) == 1


def test_somebody_is_named(made: House) -> None:
    with pytest.raises(Refused, match="whom it is for") as refused:
        give(made, GivenDocument.MINUTES, " ")
    assert refused.value.field == "to"
    made.store.actor_id = None
    with pytest.raises(Refused, match="Say who you are first"):
        give(made, GivenDocument.MINUTES)


def test_a_document_of_another_case_is_refused(made: House) -> None:
    other = new_key()
    made.store.do(family.new_case, other, "PLO-2")
    of_meeting = printed_edition(GivenDocument.MINUTES, made.edition(), made.keys.meeting)
    of_child = Printed(what=GivenDocument.WHY, sha256="", child_id=made.keys.child)
    for printed in (of_meeting, of_child):
        with pytest.raises(Refused, match="another case"):
            made.store.do(give_out, new_key(), other, printed, "Ms Carter")


def test_an_annex_has_a_fingerprint_of_its_own(made: House) -> None:
    edition, day = issue(made), date(2027, 2, 3)
    asked = Annexed(1, 3, "Ms Okafor", day, "She said no.", "Heard.", "Ada Fenn", day)
    marks = {
        printed_edition(what, replace(edition, annex=(annexed,)), made.keys.meeting)["sha256"]
        for what in (GivenDocument.MINUTES, GivenDocument.ANNEX)
        for annexed in (asked, replace(asked, text="She said so."))
    }
    assert len(marks) == 3
    assert edition.fingerprint in marks


# --- the line before the file


class Watched:
    """Does verbs, and remembers what was in a folder as each began."""

    def __init__(self, made: House, folder: Path) -> None:
        self.made = made
        self.folder = folder
        self.done: list[tuple[str, list[str]]] = []

    def __call__(self, verb: object, *args: object) -> None:
        there = [file.name for file in self.folder.iterdir()]
        self.done.append((verb.__name__, there))  # type: ignore[attr-defined]
        self.made.store.do(verb, *args)  # type: ignore[arg-type]


def write(made: House, do: object, to: Path, *, draft: bool = True) -> None:
    edition = made.edition()
    write_given_out(
        do,  # type: ignore[arg-type]
        made.keys.case,
        printed_edition(GivenDocument.MINUTES, edition, made.keys.meeting),
        own_copy("Nia Rowe"),
        lambda *, first: write_minutes(edition, to, draft=draft, first=first),
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "documents").mkdir()
    return tmp_path / "documents"


def test_the_line_is_kept_before_anything_of_the_file_is_there(made: House, folder: Path) -> None:
    do = Watched(made, folder)
    write(made, do, folder / "minutes.docx")
    assert do.done == [("give_out", [])]
    assert (folder / "minutes.docx").exists()
    assert "to Nia Rowe, own copy, by Nia Rowe" in lines(made)[1]


def test_where_no_line_can_be_kept_nothing_is_written(made: House, folder: Path) -> None:
    def refuse(*_: object) -> None:
        raise NotSaved("There is no room left.")

    with pytest.raises(StoreProblem, match="no room"):
        write(made, refuse, folder / "minutes.docx")
    assert list(folder.iterdir()) == []


def test_a_file_that_cannot_be_written_after_all_is_marked_so(
    made: House, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "no space")

    do = Watched(made, folder)
    with monkeypatch.context() as patch:
        patch.setattr("os.replace", full)
        with pytest.raises(CannotWrite, match="no room left"):
            write(made, do, folder / "minutes.docx")
    assert [verb for verb, _ in do.done] == ["give_out", "mark_not_written"]
    assert list(folder.iterdir()) == []
    [line] = given_out(made.papers())
    assert line.as_json()["written"] is False
    assert "NOT WRITTEN" in lines(made)[1]


def test_what_is_refused_before_it_is_made_leaves_no_line(made: House, folder: Path) -> None:
    for to, problem in (
        (folder, CannotWrite),
        (folder / "none" / "minutes.docx", CannotWrite),
        (folder / "minutes.docx", NotApproved),
    ):
        with pytest.raises(problem):
            write(made, made.store.do, to, draft=problem is CannotWrite)
    assert given_out(made.papers()) == []


def test_no_document_is_written_without_what_keeps_its_line() -> None:
    """Whatever in the app calls an exporter hands it what is done first."""
    writers = {"write_minutes", "write_family_plan", "write_annex", "write_take_away", "write_why"}
    calls = [
        call
        for file in Path(plo_tui.__file__).parent.rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in writers
    ]
    assert {call.func.id for call in calls if isinstance(call.func, ast.Name)} == writers
    assert all("first" in {given.arg for given in call.keywords} for call in calls)


# --- the upload


def test_issued_minutes_are_marked_as_uploaded_and_the_mark_can_be_taken_back(made: House) -> None:
    meeting = made.keys.meeting
    with pytest.raises(Refused, match="Only issued minutes"):
        made.store.do(mark_uploaded, meeting, "Mosaic 48213")
    issue(made)
    with pytest.raises(Refused) as refused:
        made.store.do(mark_uploaded, meeting, " ")
    assert refused.value.field == "uploaded_as"
    with pytest.raises(Refused, match="not marked"):
        made.store.do(take_back_upload, meeting)
    before = made.edition()
    made.store.do(mark_uploaded, meeting, "Mosaic 48213")
    [version] = made.papers().standing("MinutesVersion")
    assert (version.uploaded_as, version.uploaded_at, version.uploaded_by_id) == (
        "Mosaic 48213", made.clock.now, made.keys.chair,
    )  # fmt: skip
    assert made.edition() == before
    with pytest.raises(Refused, match="it stays"):
        made.store.do(undo, made.keys.case)
    made.store.do(take_back_upload, meeting)
    [version] = made.papers().standing("MinutesVersion")
    assert (version.uploaded_as, version.uploaded_at, version.uploaded_by_id) == ("", None, None)


def test_minutes_are_uploaded_once_they_are_on_every_childs_file(made: House) -> None:
    leo, elsewhere = new_key(), new_key()
    values: family.ChildValues = {"full_name": "Leo Carter", "initials": "LC"}
    made.store.do(family.add_child, made.keys.case, leo, values)
    issue(made)
    meeting, jo = made.keys.meeting, made.keys.child

    def version() -> MinutesVersion:
        [only] = versions(made)
        return only

    def to_do() -> list[str]:
        return [child.initials for child in files_to_do(made.papers(), version())]

    assert to_do() == ["JC", "LC"]
    made.store.do(mark_uploaded, meeting, "Mosaic 1", [jo])
    assert (to_do(), version().uploaded_at) == (["LC"], None)
    [listed] = made.store.read(read_removable, 12, made.clock().date())
    assert (listed.is_due, listed.why) == (
        False, "Not done: the minutes of meeting 1 are still to go on the file of LC.",
    )  # fmt: skip
    made.store.do(mark_uploaded, meeting, "Mosaic 2", [leo])
    assert (to_do(), version().uploaded_as) == ([], "JC: Mosaic 1; LC: Mosaic 2")
    made.store.do(take_back_upload, meeting, [leo])
    assert (to_do(), version().uploaded_at, version().uploaded_as) == (["LC"], None, "")
    made.store.do(mark_uploaded, meeting, "Mosaic 3", [leo])
    assert (to_do(), version().uploaded_as) == ([], "JC: Mosaic 1; LC: Mosaic 3")
    with pytest.raises(Refused, match="not of this family"):
        made.store.do(mark_uploaded, meeting, "Mosaic 3", [elsewhere])


def test_a_new_version_is_not_uploaded_yet(made: House) -> None:
    issue(made)
    made.store.do(mark_uploaded, made.keys.meeting, "Mosaic 48213")
    made.store.do(signing.begin_new_version, made.keys.meeting, "a name was wrong")
    with pytest.raises(Refused, match="Only issued minutes"):
        made.store.do(mark_uploaded, made.keys.meeting, "Mosaic 48214")
    marked = {row.number: row.uploaded_as for row in made.papers().standing("MinutesVersion")}
    assert marked == {1: "Mosaic 48213", 2: ""}


def test_a_line_marked_not_written_stays_in_its_case(made: House) -> None:
    key = new_key()
    printed = printed_edition(GivenDocument.MINUTES, made.edition(), made.keys.meeting)
    made.store.do(give_out, key, made.keys.case, printed, "Ms Carter")
    made.store.do(mark_not_written, key)
    assert made.journal()[-1].verb == "mark_not_written"
