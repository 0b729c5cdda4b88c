"""Verbs: what they refuse, beside which field, and that a refusal changes nothing."""

from __future__ import annotations

from datetime import date

import pytest
from made_store import MET_ON, House

from agenda.records import LineAnswer, Meeting, Person, PlanLine, new_key
from agenda.words import (
    AdviceChoice,
    Attending,
    EntryKind,
    LineKind,
    LineState,
    MeetingKind,
    ParentAnswer,
    Presence,
    Represented,
    StaffRole,
    YesNo,
)
from plo_tui.store.problems import Changed, Refused
from plo_tui.store.verbs import advice, concerns, family, meeting, minuting, planning, staff, ties


def test_a_paragraph_is_saved_as_it_was_said(made: House) -> None:
    key = made.add(
        "I did clean.", kind=EntryKind.VIEW, speaker_person_id=made.keys.mother, verbatim=True
    )
    entry = made.entry(key)
    assert (entry.text, entry.kind, entry.verbatim) == ("I did clean.", EntryKind.VIEW, True)
    assert (entry.speaker_person_id, entry.author_id) == (made.keys.mother, made.keys.clerk)
    assert entry.written_at == made.clock.now


def test_what_a_terminal_must_not_see_is_kept_as_signs(made: House) -> None:
    key = made.add("\x1b[31mred\x00 [/b] \u202e😀 \ud800\nnext")
    assert made.entry(key).text == "␛[31mred␀ [/b] \u202e😀 ⟨U+D800⟩\nnext"


@pytest.mark.parametrize("text", ["", " \n\t ", "x" * 100_000], ids=["none", "blank", "endless"])
def test_a_text_that_cannot_be_kept_is_refused_beside_its_field(made: House, text: str) -> None:
    key = made.add("Stands.")
    with pytest.raises(Refused) as refused:
        made.add(text)
    assert refused.value.field == "text"
    with pytest.raises(Refused) as refused:
        made.store.do(
            minuting.change_entry, key, 1, text, EntryKind.NOTE, None, None, verbatim=False
        )
    assert refused.value.field == "text"
    assert made.texts() == ["Stands."]


def test_the_longest_text_is_kept_whole(made: House) -> None:
    assert made.entry(made.add("é" * 99_999)).text == "é" * 99_999


def test_a_stale_change_is_refused_and_the_newer_words_stand(made: House) -> None:
    key = made.add("First.")
    change = minuting.change_entry
    made.store.do(change, key, 1, "Second.", EntryKind.NOTE, None, None, verbatim=False)
    with pytest.raises(Changed, match="Your words are still here"):
        made.store.do(change, key, 1, "Mine.", EntryKind.NOTE, None, None, verbatim=False)
    assert made.texts() == ["Second."]
    assert made.entry(key).version == 2


def test_asides_may_be_written_and_legal_advice_may_not(made: House) -> None:
    key = made.add("She looked frightened.", kind=EntryKind.ASIDE)
    with pytest.raises(Refused, match="legal planning record"):
        made.add("Counsel says issue.", kind=EntryKind.PRIVILEGED)
    with pytest.raises(Refused, match="legal planning record"):
        made.store.do(
            minuting.change_entry,
            key,
            1,
            "Advice.",
            EntryKind.PRIVILEGED,
            None,
            None,
            verbatim=False,
        )
    assert made.entry(key).kind is EntryKind.ASIDE


def test_entries_move_withdraw_and_come_back(made: House) -> None:
    first, second, third = (made.add(text) for text in ("one", "two", "three"))
    welcome, after = made.keys.items[1], made.keys.items[2]
    made.store.do(minuting.move_entry, third, welcome, first)
    assert made.texts() == ["one", "three", "two"]
    made.store.do(minuting.move_entry, first, after)
    assert made.texts() == ["three", "two", "one"]
    made.store.do(minuting.withdraw_entry, second)
    assert made.texts() == ["three", "one"]
    made.store.do(minuting.bring_back_entry, second)
    assert made.texts() == ["three", "two", "one"]


def test_a_reference_is_one_familys_alone(made: House) -> None:
    with pytest.raises(Refused, match="PLO-1") as refused:
        made.store.do(family.new_case, new_key(), "  PLO-1 ")
    assert refused.value.field == "reference"
    with pytest.raises(Refused) as refused:
        made.store.do(family.new_case, new_key(), " ")
    assert refused.value.field == "reference"


@pytest.mark.parametrize("reference", ["plo-1", "PLO\u200b-1", "ＰＬＯ-１", "\u202aPLO-1"])
def test_no_two_references_look_alike(made: House, reference: str) -> None:
    with pytest.raises(Refused, match="already a case"):
        made.store.do(family.new_case, new_key(), reference)


def test_a_family_has_one_open_episode(made: House) -> None:
    with pytest.raises(Refused, match="open pre-proceedings episode"):
        made.store.do(family.begin_episode, made.keys.case, MET_ON)


def test_meetings_are_numbered_through_the_case(made: House) -> None:
    first, second = new_key(), new_key()
    for key, kind in ((first, MeetingKind.MIDWAY), (second, MeetingKind.FINAL)):
        made.store.do(meeting.plan_meeting, made.keys.episode, key, kind, {"planned_on": MET_ON})
    assert [row.number for row in made.papers().meetings] == [1, 2, 3]


def test_a_later_episode_goes_on_counting_meetings(made: House) -> None:
    from agenda.records import PreProceedings

    with made.store.transaction() as session:
        session.get_one(PreProceedings, made.keys.episode).ended_on = MET_ON
    made.store.do(family.begin_episode, made.keys.case, date(2029, 1, 9))
    later = max(made.papers().standing("PreProceedings"), key=lambda row: row.id)
    key = new_key()
    made.store.do(meeting.plan_meeting, later.id, key, MeetingKind.INITIAL, {})
    assert made.store.read(lambda session: session.get_one(Meeting, key).number) == 2


def test_initials_are_one_persons_alone(made: House) -> None:
    with pytest.raises(Refused, match=r"Ms Carter.*lc2") as refused:
        made.store.do(family.add_person, made.keys.case, new_key(), {"full_name": "Leo Clay"})
    assert refused.value.field == "initials"
    key = new_key()
    named: family.PersonValues = {"full_name": "Leo Clay", "initials": "LC2"}
    made.store.do(family.add_person, made.keys.case, key, named)
    person = made.store.read(lambda session: session.get_one(Person, key))
    assert (person.initials, person.known_as) == ("lc2", "Leo Clay")


def test_a_child_is_born_or_expected(made: House) -> None:
    both: family.ChildValues = {
        "full_name": "Max",
        "initials": "MC",
        "born_on": MET_ON,
        "due_on": MET_ON,
    }
    with pytest.raises(Refused) as refused:
        made.store.do(family.add_child, made.keys.case, new_key(), both)
    assert refused.value.field == "due_on"


@pytest.mark.parametrize("field", ["full_name", "initials"])
def test_a_child_has_a_name_and_initials(made: House, field: str) -> None:
    values: family.ChildValues = {"full_name": "Max", "initials": "MC"}
    values[field] = " "  # type: ignore[literal-required]
    with pytest.raises(Refused) as refused:
        made.store.do(family.add_child, made.keys.case, new_key(), values)
    assert refused.value.field == field


def test_who_acts_for_a_parent_replaces_who_did(made: House) -> None:
    represent = ties.set_representation
    made.store.do(represent, made.keys.mother, Represented.YES, None, MET_ON)
    made.store.do(represent, made.keys.mother, Represented.NO)
    acting = made.papers().representation(made.keys.mother)
    assert acting is not None
    assert acting.represented is Represented.NO


def test_a_line_says_what_and_keeps_its_parts(made: House) -> None:
    with pytest.raises(Refused) as refused:
        made.store.do(
            planning.add_line, made.keys.episode, new_key(), {"kind": LineKind.ACTION, "what": ""}
        )
    assert refused.value.field == "what"
    change = planning.change_line
    made.store.do(change, made.keys.line, 1, {"what": "Home safe"}, ["no mould", " ", "no bags"])
    papers = made.papers()
    assert [part.text for part in papers.parts(made.keys.line)] == ["no mould", "no bags"]
    assert papers.plan[0].state is LineState.DRAFT


def test_a_line_amended_in_the_meeting_keeps_its_drafted_words(made: House) -> None:
    made.store.do(
        planning.change_line, made.keys.line, 1, {"what": "Safer"}, meeting_id=made.keys.meeting
    )
    line = made.store.read(lambda session: session.get_one(PlanLine, made.keys.line))
    assert (line.state, line.what, line.drafted_as) == (LineState.AMENDED, "Safer", "Home clean")


def test_an_answer_with_conditions_says_them(made: House) -> None:
    answer = planning.answer_line
    keys = made.keys
    with pytest.raises(Refused) as refused:
        made.store.do(
            answer, keys.line, keys.meeting, keys.mother, ParentAnswer.WITH_CONDITIONS, " "
        )
    assert refused.value.field == "conditions"
    made.store.do(answer, keys.line, keys.meeting, keys.mother, ParentAnswer.NOT_AGREED)
    done = made.store.do(answer, keys.line, keys.meeting, keys.mother, ParentAnswer.AGREED)
    assert [type(row) for row in done.changed] == [LineAnswer]
    assert [row.answer for row in made.papers().answers(keys.line)] == [ParentAnswer.AGREED]


def test_a_fifth_concern_can_always_be_recorded(made: House) -> None:
    for number in range(2, 6):
        made.store.do(
            concerns.add_concern, made.keys.episode, new_key(), {"heading": f"Worry {number}"}
        )
    made.store.do(concerns.move_concern, made.papers().concerns[4].id, 1)
    ordered = made.papers().concerns
    assert [row.heading for row in ordered[:2]] == ["Worry 5", "Neglect"]
    assert [row.position for row in ordered] == [1, 2, 3, 4, 5]


def test_a_concern_changes_whom_it_is_about(made: House) -> None:
    other = new_key()
    named: family.ChildValues = {"full_name": "Max Carter", "initials": "MC"}
    made.store.do(family.add_child, made.keys.case, other, named)
    abouts = []
    for children in ([other], None, [made.keys.child], []):
        made.store.do(concerns.change_concern, made.keys.concern, 1, {}, children)
        about = made.papers().concern_children(made.keys.concern)
        abouts.append([child.initials for child in about])
    assert abouts == [["MC"], ["MC"], ["JC"], ["JC", "MC"]]


def test_a_choice_without_its_reason_is_refused(made: House) -> None:
    with pytest.raises(Refused) as refused:
        made.store.do(
            advice.record_advice,
            made.keys.meeting,
            made.keys.mother,
            YesNo.NO,
            choice=AdviceChoice.PROCEED,
        )
    assert refused.value.field == "choice_reason"


def test_a_break_is_one_at_a_time_and_ends(made: House) -> None:
    keys = made.keys
    with pytest.raises(Refused, match="No advice break"):
        made.store.do(advice.end_breaks, keys.meeting)
    made.store.do(advice.offer_break, keys.meeting, keys.mother, taken=True)
    with pytest.raises(Refused, match="has not ended"):
        made.store.do(advice.offer_break, keys.meeting, keys.mother, taken=True)
    assert made.store.do(advice.end_breaks, keys.meeting).value == 1
    assert made.papers().advice_breaks[0].ended_at == made.clock.now


def test_who_came_late_and_left_keeps_both_times(made: House) -> None:
    keys = made.keys
    set_presence = meeting.set_presence
    made.store.do(set_presence, keys.meeting, Presence.LATE, person_id=keys.mother)
    came = made.clock.now
    made.clock.now = came.replace(hour=11)
    made.store.do(set_presence, keys.meeting, Presence.LEFT, person_id=keys.mother)
    [row] = [row for row in made.papers().attendance if row.person_id == keys.mother]
    assert (row.arrived_at, row.left_at) == (came, made.clock.now)


@pytest.mark.parametrize("presence", [Presence.LATE, Presence.LEFT])
def test_a_presence_said_again_keeps_its_time(made: House, presence: Presence) -> None:
    at, mother = made.clock.now, made.keys.mother
    for minute, attending in ((0, Attending.IN_THE_ROOM), (20, Attending.BY_TELEPHONE)):
        made.clock.now = at.replace(minute=minute)
        made.store.do(meeting.set_presence, made.keys.meeting, presence, None, mother, attending)
    [row] = [row for row in made.papers().attendance if row.person_id == mother]
    assert at in (row.arrived_at, row.left_at)
    assert row.attending is Attending.BY_TELEPHONE


def test_who_came_back_after_leaving_has_a_new_time(made: House) -> None:
    at, mother = made.clock.now, made.keys.mother
    for minute, presence in ((0, Presence.LATE), (10, Presence.LEFT), (20, Presence.LATE)):
        made.clock.now = at.replace(minute=minute)
        made.store.do(meeting.set_presence, made.keys.meeting, presence, person_id=mother)
    [row] = [row for row in made.papers().attendance if row.person_id == mother]
    assert (row.arrived_at, row.left_at) == (at.replace(minute=20), None)


def test_a_meeting_begins_once_and_is_not_taken_back(made: House) -> None:
    with pytest.raises(Refused, match="begun already"):
        made.store.do(meeting.open_meeting, made.keys.meeting, "", "", [], [])
    with pytest.raises(Refused, match="stays in the record"):
        made.store.do(meeting.withdraw_meeting, made.keys.meeting)


def test_time_on_an_item_is_added_up(made: House) -> None:
    first, second = made.keys.items[:2]
    made.clock.now = made.clock.now.replace(minute=7)
    made.store.do(meeting.go_to_item, made.keys.meeting, second)
    made.clock.now = made.clock.now.replace(minute=9)
    made.store.do(meeting.go_to_item, made.keys.meeting, first)
    items = made.papers().items
    assert [item.seconds for item in items[:2]] == [7 * 60, 2 * 60]
    assert made.papers().meeting.back_item_id == second


def test_a_meeting_that_was_not_effective_says_why(made: House) -> None:
    with pytest.raises(Refused) as refused:
        made.store.do(meeting.conclude, made.keys.meeting, effective=False)
    assert refused.value.field == "why_not"
    made.store.do(meeting.conclude, made.keys.meeting, effective=False, why_not="Nobody came.")
    assert made.papers().window is None
    with pytest.raises(Refused, match="not running"):
        made.store.do(meeting.conclude, made.keys.meeting, effective=True)


def test_minutes_are_due_in_working_days_of_the_pinned_policy(made: House) -> None:
    made.conclude()
    assert made.papers().meeting.minutes_due_on == date(2027, 1, 19)


def test_somebody_must_have_said_who_they_are(made: House) -> None:
    made.store.actor_id = None
    with pytest.raises(Refused, match="Say who you are first"):
        made.add("Anonymous.")
    assert made.texts() == []


def test_a_team_is_made_once(made: House) -> None:
    for name in ("Bo Lind", "Cy Marsh"):
        made.store.do(staff.add_staff, new_key(), name, StaffRole.OTHER, " North ")
    assert len(made.papers().standing("Team")) == 1
    with pytest.raises(Refused) as refused:
        made.store.do(staff.add_staff, new_key(), "", StaffRole.OTHER)
    assert refused.value.field == "name"
