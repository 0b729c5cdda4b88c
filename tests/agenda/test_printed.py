"""What the line of a document says it is: a fingerprint of all of it, and no word of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from agenda.printed import printed_why
from agenda.why_page import Cited, Point, Why
from agenda.words import GivenDocument, MeetingKind

CHILD = UUID(int=7)
SAID = Cited(MeetingKind.INITIAL, date(2027, 1, 12))
WHY = Why(
    reference="PLO-1",
    full_name="Jo Carter",
    initials="JC",
    born_on=date(2019, 1, 1),
    due_on=None,
    window="",
    made_on=date(2027, 9, 8),
    stands="",
    worries=(),
    other_lines=(),
    limits=(
        Point("Line 6", "Never left alone.", (Cited(MeetingKind.INITIAL, date(2027, 1, 12)),)),
    ),
    views=(),
    risk=(),
    decisions=(),
    made_from=(),
)


def test_the_same_page_has_the_same_fingerprint_and_a_changed_one_another() -> None:
    same = printed_why(replace(WHY), CHILD)
    assert same == printed_why(WHY, CHILD)
    cited = Point("Line 6", "Never left alone.", (replace(SAID, line=6),))
    for changed in (replace(WHY, limits=(cited,)), replace(WHY, made_on=date(2027, 9, 9))):
        assert printed_why(changed, CHILD)["sha256"] != same["sha256"]


def test_no_word_of_the_page_is_in_it() -> None:
    assert set(printed_why(WHY, CHILD)) == {"what", "sha256", "child_id"}
    assert printed_why(WHY, CHILD)["what"] is GivenDocument.WHY
