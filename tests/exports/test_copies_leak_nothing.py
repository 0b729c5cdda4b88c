"""Every byte of every copy is searched for what its reader must not learn: a family built to trap.

The search here is its own and knows nothing of the app's: a text's letters and figures alone.
"""

from __future__ import annotations

import html
import re
import unicodedata
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any

import pytest
from reed_documents import FOR_A_READER, ForOne, whole
from reed_family import ASIDE, HERS, HIS, ISLAS, NOAHS, SPELT, ReedPapers

from agenda import records as r
from agenda.booking_words import InvitedGroup
from agenda.copy_edition import copy_of
from agenda.copy_for import Reader, leaks, reader_of
from agenda.inviting import told_by_place
from agenda.recipients import CopyRecipient, recipients_of
from exports.minutes import write_minutes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from agenda.papers import Papers

TRAP = "; ".join(SPELT)
RING = f"Sam Okafor, who knows {TRAP}"

WITHHELD = ("quinceorchardl", "sm69zx", "7700900123", "larkspur")
"""What would be left of a withheld detail, however it was spelt: letters and figures alone."""

LOOKS_ALIKE = tuple(one for one in SPELT if not one.replace("\u00a0", "").isascii())
"""Whatever looks the same in other letters: the search here reads no look-alikes, so as written."""

NEVER = {
    "Mr Holt": (HERS, NOAHS, ASIDE, "Noah", "with Ms Reed", "13:35", "Kestrel door", "12:15",
                "Owl hall", *WITHHELD, *LOOKS_ALIKE),
    "Ms Reed": (HIS, ASIDE, "with Mr Holt", "Plover Close", "CR0 8ZZ", "07700 900456", "15:55",
                "Heron door", "12:15", "Owl hall"),
    "Mr Aziz": (HIS, ISLAS, ASIDE, "Isla", "with Mr Holt", "Plover Close", "07700 900456",
                "quinceorchardl", "sm69zx", "13:35", "Kestrel door", "15:55", "Heron door"),
}  # fmt: skip
"""What must stand in no byte of whatever each of them is given."""

OWN = ("13:35", "Kestrel door", "15:55", "Heron door")
"""Ms Reed's own time and place of the final review, and Mr Holt's; the meeting's is another."""

STAYS = {
    "Mr Holt": (HIS, ISLAS, "15:55", "Heron door"),
    "Ms Reed": (HERS, ISLAS, NOAHS, "13:35", "Kestrel door"),
    "Mr Aziz": (HERS, NOAHS, "12:15"),
}
"""What their minutes do hold: a copy with nothing in it would leak nothing either."""


@dataclass(frozen=True)
class Trap:
    """The trap family's papers, with everything made for each reader."""

    papers: Papers
    files: Mapping[str, Mapping[str, Path]]


@pytest.fixture(scope="module")
def trap(tmp_path_factory: pytest.TempPathFactory) -> Trap:
    reeds = _trapped()
    papers = reeds.papers()
    people = {one.known_as: one for one in (reeds.jess, reeds.dean, reeds.karim)}
    made = {
        one.name: _files(reeds, one, people[one.name], tmp_path_factory.mktemp("copies"))
        for one in recipients_of(papers)
        if not one.is_ours
    }
    return Trap(papers, made)


def _trapped() -> ReedPapers:
    """The trap family; those who must not meet have a time of their own for the final review."""
    reeds = ReedPapers(TRAP)
    [review] = reeds.papers().planned_reviews
    review.planned_at, review.place = time(12, 15), "Owl hall"
    assert review.planned_on
    for person, at, place in (
        (reeds.jess, time(13, 35), "Kestrel door"),
        (reeds.dean, time(15, 55), "Heron door"),
    ):
        reeds.add(
            r.Invitation(
                meeting_id=review.id, to_group=InvitedGroup.FAMILY, person_id=person.id,
                on=review.planned_on, at=at, meeting_at=review.planned_at, place=place,
                minutes=60, made_at=datetime(2027, 1, 19, tzinfo=UTC),
            )
        )  # fmt: skip
    return reeds


def _files(
    reeds: ReedPapers, recipient: CopyRecipient, person: Any, folder: Path
) -> dict[str, Path]:
    one = ForOne(reeds, recipient, person, TRAP, RING)
    for name, write in FOR_A_READER.items():
        write(one, folder / name)
    return {path.name: path for path in folder.iterdir()}


def letters(text: str) -> str:
    """A text's letters and figures alone."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(each for each in plain if each.isalnum())


def everything(path: Path) -> str:
    """All that stands in a file, with its name: of a package each member, raw and as text."""
    if not zipfile.is_zipfile(path):
        return f"{path.name} {path.read_text(encoding='utf-8')}"
    parts = [path.name]
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            raw = package.read(name).decode("utf-8")
            parts += [name, raw, html.unescape(re.sub("<[^>]*>", "", raw))]
    return "\n".join(parts)


def test_nothing_that_a_reader_must_not_learn_stands_in_any_byte(trap: Trap) -> None:
    assert set(trap.files) == set(NEVER)
    for name, files in trap.files.items():
        assert set(files) == set(FOR_A_READER)
        for path in files.values():
            found = letters(everything(path))
            left = [never for never in NEVER[name] if letters(never) in found]
            assert left == [], (name, path.name)


def test_the_last_look_finds_nothing_either(trap: Trap) -> None:
    for recipient in recipients_of(trap.papers):
        if recipient.reader:
            for path in trap.files[recipient.name].values():
                assert leaks(path.read_bytes(), recipient.reader) == []


def test_what_is_theirs_stands_in_their_minutes(trap: Trap) -> None:
    for name, kept in STAYS.items():
        found = everything(trap.files[name]["minutes.docx"])
        assert [one for one in kept if one not in found] == []


def test_whom_it_is_for_stands_in_each(trap: Trap) -> None:
    for name, files in trap.files.items():
        for path in files.values():
            assert name in everything(path)


def test_the_whole_springs_the_trap_each_time(trap: Trap, tmp_path: Path) -> None:
    """The search finds what is there: the uncut minutes hold all that the copies must not."""
    write_minutes(whole(_trapped()), tmp_path / "whole.docx")
    found = letters(everything(tmp_path / "whole.docx"))
    for name, never in NEVER.items():
        nowhere = (ASIDE, "Plover Close", "CR0 8ZZ", "07700 900456", *OWN)  # in no minutes at all
        missing = [one for one in never if one not in nowhere and letters(one) not in found]
        assert missing == [], name
    reader = reader_of(trap.papers, ReedPapers().dean.id)
    assert leaks((tmp_path / "whole.docx").read_bytes(), reader) == list(reader.withheld)


def test_a_reader_who_is_nobody_of_the_family_is_still_searched(trap: Trap) -> None:
    reader = Reader("An expert", withheld=("Larkspur Nursery",))
    copy = copy_of(whole(ReedPapers(TRAP)), reader)
    assert "larkspur" not in letters(repr(copy.minutes))


@pytest.mark.parametrize("spelt", SPELT)
def test_an_invitation_is_not_written_for_a_place_that_tells_it(spelt: str) -> None:
    assert told_by_place(ReedPapers().papers(), f"Civic Offices, near {spelt}")
