"""Letters in the store: begun once, changed until legal clears them, given only when cleared."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from reed_store import ReedStore

from agenda.letter_of import letter_of
from agenda.letter_way import way_words
from agenda.letter_words import DeliveredHow, LetterKind, LetterTurnKind, SaidHow
from agenda.minutes import fingerprint
from agenda.records import new_key
from agenda.words import MeetingKind, ParentalResponsibility, Relation
from plo_tui.store.problems import Changed, Refused
from plo_tui.store.undoing import undo
from plo_tui.store.verbs import family, letter_turns, letters, meeting, reasons

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

FIRST = LetterKind.BEFORE_PROCEEDINGS
DRAFTED, TO_LEGAL, RETURNED, CLEARED, DELIVERED = LetterTurnKind
TODAY = date(2027, 1, 19)


@pytest.fixture
def reed(tmp_path: Path) -> Iterator[ReedStore]:
    made = ReedStore(tmp_path / "store")
    yield made
    made.store.close()


def refused(reed: ReedStore, verb: Any, *args: Any, **kwargs: Any) -> str:
    with pytest.raises(Refused) as sentence:
        reed.do(verb, *args, **kwargs)
    return str(sentence.value)


def turn(reed: ReedStore, key: UUID, what: LetterTurnKind, on: date, note: str = "") -> None:
    reed.do(letter_turns.record_turn, key, what, on, reed.worker, note)


def clear(reed: ReedStore, key: UUID, on: date = TODAY, seen: str = "") -> None:
    seen = seen or reed.seen(key)
    reed.do(letter_turns.clear_letter, key, on, reed.lawyer, seen, said_how=SaidHow.EMAIL)


def deliver(
    reed: ReedStore, key: UUID, on: date = TODAY, understood: str = "She said it back"
) -> None:
    reed.do(letter_turns.deliver_letter, key, on, DeliveredHow.BY_HAND, "Ms Reed", understood, True)


def test_a_letter_begins_with_the_words_its_signer_and_whom_to_ring(reed: ReedStore) -> None:
    letter = reed.letter(reed.begin())
    assert "very worried about Isla and Noah" in letter.opening
    assert (letter.signer_id, letter.ring_id) == (reed.chair, reed.worker)
    assert letter.solicitor_list
    assert letter.parental_pack
    assert letter.on == TODAY


def test_each_parent_has_one_letter_of_a_kind(reed: ReedStore) -> None:
    reed.begin()
    said = refused(
        reed, letters.begin_letter, reed.episode, new_key(), FIRST, reed.mother, None, {}
    )
    assert said == "Ms Reed has a letter of this kind already. Open that one."
    reed.begin(reed.holt)
    reed.begin(kind=LetterKind.ENDING)


def test_a_new_letter_may_follow_one_that_was_given(reed: ReedStore) -> None:
    key = reed.begin()
    clear(reed, key)
    deliver(reed, key)
    reed.begin()


def test_nobody_without_parental_responsibility_has_a_letter(reed: ReedStore) -> None:
    aunt = new_key()
    isla = reed.papers().children[0].id
    ties = {isla: (Relation.AUNT_OR_UNCLE, ParentalResponsibility.UNKNOWN)}
    reed.do(family.add_person, reed.case, aunt, {"full_name": "Bo Reed"}, ties)
    said = refused(reed, letters.begin_letter, reed.episode, new_key(), FIRST, aunt, None, {})
    assert "no parent here" in said


def test_a_letter_takes_no_person_or_meeting_of_another_family(
    reed: ReedStore,
) -> None:
    key = reed.begin()
    assert "no case_id" in refused(reed, letters.change_letter, key, 2, {"case_id": reed.case})
    assert "no longer" in refused(reed, letters.change_letter, key, 2, {"meeting_id": new_key()})


def test_what_is_left_out_needs_a_reason_and_can_be_put_back(reed: ReedStore) -> None:
    key = reed.begin()
    assert "why" in refused(reed, letters.leave_out_of_letter, key, reed.hungry, " ")
    assert "record" in refused(reed, letters.leave_out_of_letter, key, reed.case, "Not safe")
    reed.do(letters.leave_out_of_letter, key, reed.hungry, "Not safe")
    papers = reed.papers()
    assert len(letter_of(papers, reed.letter(key)).worries) == 2
    reed.do(letters.put_back_in_letter, key, reed.hungry)
    assert len(letter_of(reed.papers(), reed.letter(key)).worries) == 3
    assert "already" in refused(reed, letters.put_back_in_letter, key, reed.hungry)


def test_only_our_solicitor_leaves_a_parent_out_themselves_or_on_their_behalf(
    reed: ReedStore,
) -> None:
    out = (letters.leave_parent_out, reed.episode, FIRST, reed.holt, "The court said so.")
    assert "for the authority's solicitor" in refused(reed, *out)
    told = "Say how Lee Hart told you: by telephone, by email, in person or in writing."
    assert refused(reed, *out, by_staff_id=reed.lawyer) == told
    here = SaidHow.IN_THE_APP  # it is not: they are not at this keyboard
    assert refused(reed, *out, by_staff_id=reed.lawyer, said_how=here) == told
    reed.do(*out, by_staff_id=reed.lawyer, said_how=SaidHow.TELEPHONE)
    row = reed.papers().left_out(FIRST, reed.holt)
    assert row is not None
    assert (row.by_staff_id, row.why) == (reed.lawyer, "The court said so.")
    assert row.said_how is SaidHow.TELEPHONE
    said = refused(reed, letters.begin_letter, reed.episode, new_key(), FIRST, reed.holt, None, {})
    assert "gets no such letter" in said
    reed.do(letters.take_back_leaving_out, reed.episode, FIRST, reed.holt)
    assert reed.papers().left_out(FIRST, reed.holt) is None
    reed.begin(reed.holt)
    reed.store.actor_id = reed.lawyer
    reed.do(*out)
    own = reed.papers().left_out(FIRST, reed.holt)
    assert own is not None
    assert own.said_how is SaidHow.IN_THE_APP


def test_the_days_of_its_way_follow_each_other(reed: ReedStore) -> None:
    key = reed.begin()
    turn(reed, key, DRAFTED, date(2027, 1, 13))
    assert "cannot be sent to legal before" in refused(
        reed, letter_turns.record_turn, key, TO_LEGAL, date(2027, 1, 12), reed.worker
    )
    turn(reed, key, TO_LEGAL, date(2027, 1, 14))
    turn(reed, key, RETURNED, date(2027, 1, 15), "Say it shorter")
    turn(reed, key, TO_LEGAL, date(2027, 1, 18))
    assert "was not drafted later" in refused(
        reed, letter_turns.record_turn, key, DRAFTED, date(2027, 1, 15), reed.worker
    )
    turn(reed, key, DRAFTED, date(2027, 1, 14))  # put right: it is drafted once
    assert "day to come" in refused(
        reed, letter_turns.record_turn, key, RETURNED, date(2027, 1, 20), reed.worker
    )
    assert "cannot be cleared" in refused(
        reed, letter_turns.clear_letter, key, date(2027, 1, 15), reed.lawyer, reed.seen(key)
    )
    assert "cleared by our solicitor" in refused(
        reed, letter_turns.record_turn, key, CLEARED, TODAY, reed.worker
    )
    clear(reed, key)
    told = [(row.what, row.on.day, row.note) for row in reed.papers().turns(key)]
    assert told == [
        (DRAFTED, 14, ""),
        (TO_LEGAL, 14, ""),
        (RETURNED, 15, "Say it shorter"),
        (TO_LEGAL, 18, ""),
        (CLEARED, 19, ""),
    ]


def test_legal_clears_exactly_what_was_seen(reed: ReedStore) -> None:
    key = reed.begin()
    seen = reed.seen(key)
    said = refused(reed, letter_turns.clear_letter, key, TODAY, reed.worker, seen)
    assert "Sam Okafor is social worker" in said
    reed.do(letters.change_letter, key, 2, {"closing": "Ring us."})
    with pytest.raises(Changed, match="Read it again"):
        clear(reed, key, seen=seen)
    clear(reed, key)
    letter = reed.letter(key)
    assert letter.sha256 == fingerprint(letter.frozen)
    assert letter.cleared_at == reed.clock.now
    for change in (
        (letters.change_letter, key, letter.version, {"closing": ""}),
        (letters.leave_out_of_letter, key, reed.hungry, "Not safe"),
        (letter_turns.record_turn, key, TO_LEGAL, TODAY, reed.worker),
        (letter_turns.clear_letter, key, TODAY, reed.lawyer, letter.frozen),
    ):
        assert "Legal has cleared this letter" in refused(reed, *change)


def test_a_letter_without_its_date_or_with_an_open_must_is_not_cleared(reed: ReedStore) -> None:
    key = reed.begin()
    reed.do(letters.change_letter, key, 2, {"on": None, "family_offer": ""})
    assert "no date" in refused(
        reed, letter_turns.clear_letter, key, TODAY, reed.lawyer, reed.seen(key)
    )
    reed.do(letters.change_letter, key, 3, {"on": TODAY})
    said = refused(reed, letter_turns.clear_letter, key, TODAY, reed.lawyer, reed.seen(key))
    assert "does not offer a family meeting" in said
    reed.do(
        reasons.record_reason, reed.case, "letter.family_offer", key, "Not in her interest", None
    )
    clear(reed, key)


def test_a_child_of_another_family_stops_it(reed: ReedStore) -> None:
    other = new_key()
    reed.do(family.new_case, other, "PLO-9")
    reed.do(family.add_child, other, new_key(), {"full_name": "Ruby Stone", "initials": "RS"})
    key = reed.begin()
    reed.do(letters.change_letter, key, 2, {"closing": "Please ring us about Ruby Stone."})
    said = refused(reed, letter_turns.clear_letter, key, TODAY, reed.lawyer, reed.seen(key))
    assert "child of another family" in said


def test_a_cleared_letter_is_opened_again_with_a_reason_until_it_is_given(reed: ReedStore) -> None:
    key = reed.begin()
    assert "not cleared" in refused(reed, letter_turns.reopen_letter, key, "A wrong date")
    clear(reed, key)
    assert "why" in refused(reed, letter_turns.reopen_letter, key, "")
    reed.do(letter_turns.reopen_letter, key, "A wrong date")
    assert reed.letter(key).frozen == ""
    assert [(row.what, row.note) for row in reed.papers().turns(key)] == [
        (RETURNED, "A wrong date")
    ]
    clear(reed, key)
    deliver(reed, key)
    assert "so it stays" in refused(reed, letter_turns.reopen_letter, key, "A wrong date")


def test_only_a_cleared_letter_is_given_and_how_can_be_put_right(reed: ReedStore) -> None:
    key = reed.begin()
    give = (letter_turns.deliver_letter, key, TODAY, DeliveredHow.BY_POST, "", "", False)
    assert "not given to anybody" in refused(reed, *give)
    clear(reed, key)
    said = refused(reed, letter_turns.deliver_letter, key, date(2027, 1, 18), *give[3:])
    assert "cannot be given to the parent before" in said
    reed.do(*give)
    deliver(reed, key, understood="She said it back")
    [row] = [row for row in reed.papers().turns(key) if row.what is DELIVERED]
    assert (row.to, row.understood, row.pack) == ("Ms Reed", "She said it back", True)
    assert row.by_staff_id == reed.worker


def test_a_letter_changed_behind_the_app_goes_no_further(reed: ReedStore) -> None:
    key = reed.begin()
    clear(reed, key)
    with reed.store._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE letterdraft SET frozen = frozen || ' '")
    said = refused(
        reed, letter_turns.deliver_letter, key, TODAY, DeliveredHow.BY_HAND, "", "", True
    )
    assert "not by the app" in said


def test_undo_takes_back_a_step_of_its_way_and_never_what_legal_cleared(reed: ReedStore) -> None:
    key = reed.begin()
    turn(reed, key, DRAFTED, TODAY)
    clear(reed, key)
    reed.do(undo, reed.case)
    assert [row.what for row in reed.papers().turns(key)] == [CLEARED]
    assert "Legal has cleared this letter" in refused(reed, undo, reed.case)
    assert reed.letter(key).frozen


def test_how_legal_cleared_a_letter_is_recorded_where_another_records_it(reed: ReedStore) -> None:
    key = reed.begin()
    said = refused(reed, letter_turns.clear_letter, key, TODAY, reed.lawyer, reed.seen(key))
    assert "Say how" in said
    assert "by telephone, by email, in person or in writing" in said
    clear(reed, key)
    [turn_] = reed.papers().turns(key)
    assert turn_.said_how is SaidHow.EMAIL
    assert way_words(reed.papers(), reed.letter(key)).endswith(", by email")
    reed.do(letter_turns.reopen_letter, key, "A wrong day")
    reed.store.actor_id = reed.lawyer
    reed.do(letter_turns.clear_letter, key, TODAY, reed.lawyer, reed.seen(key))
    assert reed.papers().turns(key)[-1].said_how is SaidHow.IN_THE_APP
    assert "in the app" not in way_words(reed.papers(), reed.letter(key))


def test_a_letter_goes_to_legal_with_its_open_musts_recorded(reed: ReedStore) -> None:
    key = reed.begin()
    turn(reed, key, TO_LEGAL, TODAY)
    [whole] = reed.papers().turns(key)
    assert whole.musts_open == ""
    assert "open" not in way_words(reed.papers(), reed.letter(key))
    reed.do(letters.change_letter, key, 2, {"family_offer": "", "court": ""})
    turn(reed, key, TO_LEGAL, TODAY)
    sent = reed.papers().turns(key)[-1]
    assert [one.partition(":")[0] for one in sent.musts_open.splitlines()] == [
        "Court", "Family meeting",
    ]  # fmt: skip
    assert way_words(reed.papers(), reed.letter(key)).endswith("with 2 musts open")


def test_no_letter_is_about_a_legal_planning_meeting(reed: ReedStore) -> None:
    planning = new_key()
    reed.do(meeting.plan_meeting, reed.episode, planning, MeetingKind.LEGAL_PLANNING, {})
    begin = (letters.begin_letter, reed.episode, new_key(), FIRST, reed.mother)
    assert "nothing of legal planning" in refused(reed, *begin, planning, {})
    key = reed.begin()
    change = (letters.change_letter, key, 2, {"meeting_id": planning})
    assert "nothing of legal planning" in refused(reed, *change)
