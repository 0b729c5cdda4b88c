"""Histories: every version of a paragraph and of the minutes, who, when, and the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from approved_store import approve_both, issue
from forged_store import issued, sql

from agenda.history import entry_lines, minutes_lines, paragraph_keys
from agenda.words import EntryKind
from plo_tui.store.reading.history import (
    read_entry_history,
    read_history_lines,
    read_minutes_history,
)
from plo_tui.store.undoing import undo
from plo_tui.store.verbs import minuting, signing

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from made_store import House


def change(made: House, key: UUID, text: str, kind: EntryKind = EntryKind.NOTE) -> None:
    version = made.entry(key).version
    made.store.do(
        minuting.change_entry, key, version, text, kind, None, made.keys.mother, verbatim=False
    )


def history(made: House, key: UUID, *, own_notes: bool = False) -> list[str]:
    versions = made.store.read(read_entry_history, made.papers(), key)
    return entry_lines(versions, own_notes=own_notes)


def page(made: House) -> list[str]:
    return made.store.read(read_history_lines, made.papers(), made.edition())


def test_a_paragraph_tells_who_wrote_and_who_changed_which_words(made: House) -> None:
    key = made.add("The home was cold.", speaker_person_id=made.keys.mother)
    made.store.actor_id = made.keys.chair
    change(made, key, "The home was warm.", EntryKind.AGREED)
    assert history(made, key) == [
        "",
        "1. Nia Rowe wrote it, Tue 12 Jan 2027 10:00",
        "  The home was cold.",
        "",
        "2. Ada Fenn changed it, Tue 12 Jan 2027 10:00",
        "  The home was [taken out: cold.] [put in: warm.]",
        "  Kind: note, then agreed",
    ]


def test_undone_withdrawn_moved_and_brought_back_steps_are_told(made: House) -> None:
    key = made.add("Said.")
    change(made, key, "Said so.")
    made.store.do(undo, made.keys.case)
    made.store.do(minuting.withdraw_entry, key)
    made.store.do(minuting.bring_back_entry, key)
    made.store.do(minuting.move_entry, key, made.keys.items[2])
    lines = history(made, key)
    for deed in (
        "2. Nia Rowe changed it",
        "3. Nia Rowe took the last step back on it",
        "4. Nia Rowe withdrew it",
        "5. Nia Rowe brought it back",
        "6. Nia Rowe changed it",
    ):
        assert any(one.startswith(deed) for one in lines), deed
    sheet, items = made.papers().sheet, {item.id: item for item in made.papers().items}
    first, second = (sheet.item(items[made.keys.items[n]].key).title for n in (1, 2))
    assert lines[-1] == f"  Item: {first}, then {second}"


def test_an_asides_words_stand_in_its_writers_history_alone(made: House) -> None:
    key = made.add("Between ourselves.", kind=EntryKind.ASIDE)
    change(made, key, "For all to hear.")
    assert "Between ourselves" not in "\n".join(history(made, key))
    assert "  Between ourselves." in history(made, key, own_notes=True)


def test_another_paragraphs_steps_are_not_in_it(made: House) -> None:
    first, second = made.add("One."), made.add("Two.")
    change(made, second, "Two and a half.")
    assert not any("Two" in line for line in history(made, first))


def test_each_version_of_the_minutes_tells_what_changed_since_the_one_before(made: House) -> None:
    issue(made)
    first = made.papers().entries[0].id
    made.store.do(signing.begin_new_version, made.keys.meeting, "It was not cold")
    change(made, first, "The home was warm.")
    lines = page(made)
    assert lines[:3] == [
        "Version 1",
        "Approved as chair: Ada Fenn, by email, Tue 12 Jan 2027 10:00",
        "Approved as legal: Lee Hart, by email, Tue 12 Jan 2027 10:00",
    ]
    second = lines[lines.index("Version 2") :]
    assert second[:4] == [
        "Version 2",
        "Begun by Ada Fenn, Tue 12 Jan 2027 10:00",
        "Because: It was not cold",
        "A draft: these words can still change.",
    ]
    assert second[4] == "Changed since version 1:"
    assert "[taken out: cold.] [put in: warm.]" in second[5]
    assert "Paragraph 1" in lines
    approve_both(made)
    assert "A draft: these words can still change." not in page(made)


def test_a_new_version_without_a_new_word_says_so(made: House) -> None:
    issue(made)
    made.store.do(signing.begin_new_version, made.keys.meeting, "Looked at again")
    assert "No words changed since version 1." in page(made)


def test_minutes_that_were_never_approved_have_one_draft(made: House) -> None:
    made.add("Said.")
    made.conclude()
    assert page(made)[:2] == ["Version 1", "A draft: these words can still change."]


def test_every_paragraph_is_known_by_its_number(made: House) -> None:
    for _ in range(2):
        made.add("The same words.")
    made.add("Others.")
    keys = paragraph_keys(made.papers(), made.edition().minutes)
    assert sorted(keys) == [1, 2, 3]
    assert len(set(keys.values())) == 3


def test_a_version_changed_behind_the_app_is_told_and_never_crashes(tmp_path: Path) -> None:
    made = issued(tmp_path / "issued")
    sql(made, "UPDATE minutesversion SET frozen = replace(frozen, 'was cold', 'was bold')")
    assert any(
        "Approved as chair: Ada Fenn" in line and "CHANGED AFTER APPROVAL" in line
        for line in page(made)
    )
    sql(made, "UPDATE minutesversion SET frozen = '{'")
    stories = made.store.read(read_minutes_history, made.papers())
    assert minutes_lines(stories)[-1] == (
        "Its words can no longer be read: they were changed after approval."
    )
