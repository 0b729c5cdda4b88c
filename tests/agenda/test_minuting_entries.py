"""Each entry stands in the minutes once, in its place, with its number."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from minuting_papers import CarterPapers

from agenda import records
from agenda.sheet_reading import default_sheet
from agenda.words import (
    KEPT_OUT,
    EntryKind,
)

if TYPE_CHECKING:
    from agenda.minutes import Minutes, Paragraph

NOW = datetime(2027, 1, 12, 12, tzinfo=UTC)


@pytest.fixture
def carters() -> CarterPapers:
    return CarterPapers()


def all_paragraphs(minutes: Minutes) -> list[Paragraph]:
    """Every paragraph, in the order printed."""
    return [
        *minutes.documents,
        *(row for concern in minutes.concerns for row in concern.paragraphs),
        *(row for section in minutes.sections for row in section.paragraphs),
        *(row for section in minutes.views for row in section.paragraphs),
        *minutes.consequences,
    ]


def texts(paragraphs: tuple[Paragraph, ...]) -> list[str]:
    return [row.text for row in paragraphs]


def by_key(minutes: Minutes) -> dict[str, list[str]]:
    """The texts of each section and of each kind of view; views as `views:parents`."""
    found = {section.key: texts(section.paragraphs) for section in minutes.sections}
    views = {f"views:{section.key}": texts(section.paragraphs) for section in minutes.views}
    return found | views


SPEAKERS = ("nobody", "chair", "mother", "father", "grandmother", "lawyer", "visitor")
ITEMS = (*(item.key for item in default_sheet("initial").items), None)


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(ITEMS),
            st.sampled_from(list(EntryKind)),
            st.sampled_from(SPEAKERS),
            st.sampled_from([None, 0, 1]),
            st.booleans(),
        ),
        max_size=25,
    )
)
def test_each_entry_that_may_be_printed_stands_once(
    said: list[tuple[str | None, EntryKind, str, int | None, bool]],
) -> None:
    c = CarterPapers()
    concerns = [c.concern(1, "Neglect"), c.concern(2, "Violence")]
    expected = []
    for place, (item, kind, who, concern, withdrawn) in enumerate(said):
        speaker = None if who == "nobody" else getattr(c, who)
        side = "speaker_staff_id" if who == "chair" else "speaker_person_id"
        entry = c.entry(f"said {place}", item, kind)
        setattr(entry, side, speaker and speaker.id)
        entry.concern_id = None if concern is None else concerns[concern].id
        entry.withdrawn_at = NOW if withdrawn else None
        if kind not in KEPT_OUT and item != "checks" and not withdrawn:
            expected.append(entry.text)
    paragraphs = all_paragraphs(c.minutes())
    assert sorted(row.text for row in paragraphs) == sorted(expected)
    assert [row.number for row in paragraphs] == list(range(1, len(expected) + 1))


def test_paragraphs_stand_in_their_parts(carters: CarterPapers) -> None:
    carters.fill()
    minutes = carters.minutes()
    assert texts(minutes.documents) == ["The letter was tabled."]
    assert [texts(row.paragraphs) for row in minutes.concerns] == [["Mother accepts this."], []]
    assert [section.heading for section in minutes.sections] == ["Our worries"]
    assert [section.heading for section in minutes.views] == [
        "The parents' views",
        "The children's views",
    ]
    assert texts(minutes.consequences) == ["If not, we go to court."]
    assert [row.number for row in all_paragraphs(minutes)] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("who", "item", "kind", "where"),
    [
        ("mother", "worries", EntryKind.VIEW, "views:parents"),
        ("grandmother", "network", EntryKind.VIEW, "views:parents"),
        ("mother", "child", EntryKind.VIEW, "views:parents"),
        ("mother", "parents", EntryKind.NOTE, "views:parents"),
        ("mother", "parents", EntryKind.DISPUTED, "views:parents"),
        ("mother", "worries", EntryKind.NOTE, "worries"),
        ("grandmother", "parents", EntryKind.NOTE, "parents"),
        ("lawyer", "worries", EntryKind.VIEW, "views:lawyers"),
        ("lawyer", "parents", EntryKind.NOTE, "views:lawyers"),
        ("lawyer", "plan", EntryKind.NOTE, "plan"),
        ("social_worker", "child", EntryKind.VIEW, "views:children"),
        (None, "child", EntryKind.VIEW, "views:children"),
        (None, "child", EntryKind.NOTE, "child"),
        ("social_worker", "parents", EntryKind.NOTE, "parents"),
        ("visitor", "worries", EntryKind.VIEW, "worries"),
        ("mother", None, EntryKind.NOTE, "unplaced"),
    ],
)
def test_whose_view_it_is(
    carters: CarterPapers, who: str | None, item: str | None, kind: EntryKind, where: str
) -> None:
    side = "speaker_staff_id" if who == "social_worker" else "speaker_person_id"
    speaker = {side: getattr(carters, who).id} if who else {}
    carters.entry("said", item, kind, **speaker)
    assert by_key(carters.minutes()) == {where: ["said"]}


def test_a_view_about_a_concern_stands_with_the_views(carters: CarterPapers) -> None:
    concern = carters.concern(1, "Neglect")
    carters.entry(
        "It is clean now.",
        kind=EntryKind.VIEW,
        speaker_person_id=carters.mother.id,
        concern_id=concern.id,
    )
    minutes = carters.minutes()
    assert by_key(minutes) == {"views:parents": ["It is clean now."]}
    assert minutes.concerns[0].paragraphs == ()


def test_parents_views_stand_one_parent_after_the_other(carters: CarterPapers) -> None:
    for text, person in (("a", carters.father), ("b", carters.mother), ("c", carters.father)):
        carters.entry(text, "parents", EntryKind.VIEW, speaker_person_id=person.id)
    views = carters.minutes().views[0].paragraphs
    assert [(row.speaker, row.text) for row in views] == [
        ("Ms Carter", "b"),
        ("Mr Hill", "a"),
        ("Mr Hill", "c"),
    ]


def test_a_grandmothers_view_is_not_headed_as_a_parents(carters: CarterPapers) -> None:
    carters.entry("a", "network", EntryKind.VIEW, speaker_person_id=carters.mother.id)
    assert carters.minutes().views[0].heading == "The parents' views"
    carters.entry("b", "network", EntryKind.VIEW, speaker_person_id=carters.grandmother.id)
    assert carters.minutes().views[0].heading == "The parents' and family's views"


def test_a_paragraph_says_who_when_and_about_whom(carters: CarterPapers) -> None:
    summer = datetime(2027, 7, 1, 9, 5, tzinfo=UTC)
    some = carters.entry("one", said="10:38")
    carters.add(records.EntryChild(entry_id=some.id, child_id=carters.lily.id))
    every = carters.entry("two", speaker_staff_id=carters.chair.id, verbatim=True)
    every.spoken_at = summer
    for child in (carters.jayden, carters.lily, carters.unborn):
        carters.add(records.EntryChild(entry_id=every.id, child_id=child.id))
    first, second = all_paragraphs(carters.minutes())
    assert (first.time, first.speaker, first.children, first.verbatim) == (
        "10:38",
        "",
        ("LC",),
        False,
    )
    assert (second.time, second.speaker, second.children, second.verbatim) == (
        "10:05",
        "Dawn Price",
        (),
        True,
    )
