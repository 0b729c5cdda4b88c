"""Sign-off: in order, by two people, of exactly what was seen, and closed afterwards."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from made_store import MET_ON, House

from agenda.concern_rules import LIMIT
from agenda.minutes import fingerprint
from agenda.records import Approval, Disclosure, MinutesVersion, new_key
from agenda.words import (
    ApprovalRole,
    ConsentPurpose,
    EntryKind,
    LineKind,
    MeetingKind,
    MinutesState,
    OfferAnswer,
    ParentAnswer,
    Presence,
    YesNo,
)
from plo_tui.store.problems import Changed, Refused
from plo_tui.store.verbs import (
    advice,
    concerns,
    meeting,
    minuting,
    network,
    planning,
    reasons,
    signing,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID


def concluded(made: House) -> str:
    """Conclude the meeting, with one paragraph, and return the fingerprint on the screen."""
    made.add("The home is dirty.", speaker_person_id=made.keys.mother)
    made.store.actor_id = made.keys.chair
    made.conclude()
    return made.edition().fingerprint


def approve(made: House, role: ApprovalRole, who: UUID, seen: str, how: str = "by email") -> None:
    made.store.do(signing.approve, made.keys.meeting, role, who, seen, how)


def both(made: House) -> str:
    seen = concluded(made)
    approve(made, ApprovalRole.CHAIR, made.keys.chair, seen)
    approve(made, ApprovalRole.LEGAL, made.keys.lawyer, seen)
    return seen


def versions(made: House) -> list[MinutesVersion]:
    return sorted(made.papers().standing("MinutesVersion"), key=lambda row: row.number)


def test_from_draft_to_issued(made: House) -> None:
    assert made.edition().state is MinutesState.NONE
    seen = concluded(made)
    assert made.edition().state is MinutesState.DRAFT
    approve(made, ApprovalRole.CHAIR, made.keys.chair, seen)
    assert made.edition().state is MinutesState.CHAIR
    approve(made, ApprovalRole.LEGAL, made.keys.lawyer, seen)
    assert made.edition().state is MinutesState.APPROVED
    made.store.do(signing.issue, made.keys.meeting, ["Hart & Lane", " ", "Ms Carter"])
    assert made.edition().state is MinutesState.ISSUED
    sent = [row.to for row in made.papers().standing("Disclosure")]
    assert sorted(sent) == ["Hart & Lane", "Ms Carter"]
    assert {type(row) for row in made.papers().standing("Disclosure")} == {Disclosure}


def test_minutes_are_approved_after_the_meeting(made: House) -> None:
    with pytest.raises(Refused, match="Conclude the meeting first"):
        approve(made, ApprovalRole.CHAIR, made.keys.chair, made.edition().fingerprint)


def test_the_chair_goes_first(made: House) -> None:
    seen = concluded(made)
    with pytest.raises(Refused, match="The chair approves first"):
        approve(made, ApprovalRole.LEGAL, made.keys.lawyer, seen)


def test_only_the_chair_approves_as_chair_and_once(made: House) -> None:
    seen = concluded(made)
    with pytest.raises(Refused, match="Only Ada Fenn, who chaired"):
        approve(made, ApprovalRole.CHAIR, made.keys.clerk, seen)
    approve(made, ApprovalRole.CHAIR, made.keys.chair, seen)
    with pytest.raises(Refused, match="needs a new version"):
        approve(made, ApprovalRole.CHAIR, made.keys.chair, seen)


def test_chair_and_legal_are_two_people(made: House) -> None:
    seen = concluded(made)
    approve(made, ApprovalRole.CHAIR, made.keys.chair, seen)
    with pytest.raises(Refused, match="cannot also approve") as refused:
        approve(made, ApprovalRole.LEGAL, made.keys.chair, seen)
    assert refused.value.field == "staff_id"
    with pytest.raises(Refused, match="solicitor"):
        approve(made, ApprovalRole.LEGAL, made.keys.clerk, seen)


def test_on_anothers_behalf_only_with_how(made: House) -> None:
    seen = concluded(made)
    approve(made, ApprovalRole.CHAIR, made.keys.chair, seen, signing.IN_THE_APP)
    with pytest.raises(Refused) as refused:
        approve(made, ApprovalRole.LEGAL, made.keys.lawyer, seen, signing.IN_THE_APP)
    assert refused.value.field == "how"
    with pytest.raises(Refused) as refused:
        made.store.do(
            signing.approve,
            made.keys.meeting,
            ApprovalRole.LEGAL,
            made.keys.lawyer,
            seen,
            "by email",
            made.clock.now + timedelta(minutes=1),
        )
    assert refused.value.field == "given_at"
    approve(made, ApprovalRole.LEGAL, made.keys.lawyer, seen, "by email, Tuesday")
    given = {row.role: row for row in made.papers().standing("Approval")}
    legal: Approval = given[ApprovalRole.LEGAL]
    assert (legal.staff_id, legal.recorded_by_id) == (made.keys.lawyer, made.keys.chair)
    assert legal.how == "by email, Tuesday"


def test_what_changed_since_it_was_read_is_not_approved(made: House) -> None:
    seen = concluded(made)
    made.add("One more thing.")
    with pytest.raises(Changed, match="Read them again"):
        approve(made, ApprovalRole.CHAIR, made.keys.chair, seen)
    approve(made, ApprovalRole.CHAIR, made.keys.chair, made.edition().fingerprint)
    with pytest.raises(Changed):
        approve(made, ApprovalRole.LEGAL, made.keys.lawyer, seen)


def test_the_fingerprint_is_that_of_the_frozen_bytes(made: House) -> None:
    seen = both(made)
    [version] = versions(made)
    assert fingerprint(version.frozen) == version.sha256 == seen
    assert {row.sha256 for row in made.papers().standing("Approval")} == {seen}


def test_an_approval_names_the_head_of_the_chain(made: House) -> None:
    seen = concluded(made)
    head = made.journal()[-1].seal
    approve(made, ApprovalRole.CHAIR, made.keys.chair, seen)
    assert made.edition().approvals[0].chain_head == head


def test_issuing_needs_both_and_a_reader(made: House) -> None:
    seen = concluded(made)
    with pytest.raises(Refused, match="chair and legal"):
        made.store.do(signing.issue, made.keys.meeting, ["Ms Carter"])
    approve(made, ApprovalRole.CHAIR, made.keys.chair, seen)
    with pytest.raises(Refused, match="approval of legal"):
        made.store.do(signing.issue, made.keys.meeting, ["Ms Carter"])
    approve(made, ApprovalRole.LEGAL, made.keys.lawyer, seen)
    with pytest.raises(Refused) as refused:
        made.store.do(signing.issue, made.keys.meeting, [" "])
    assert refused.value.field == "to"
    made.store.do(signing.issue, made.keys.meeting, ["Ms Carter"])
    with pytest.raises(Refused, match="have been issued"):
        made.store.do(signing.issue, made.keys.meeting, ["Ms Carter"])


CHANGES: dict[str, Callable[[House], object]] = {
    "a paragraph": lambda made: made.add("Later."),
    "words": lambda made: made.store.do(
        minuting.change_entry,
        made.papers().entries[0].id,
        1,
        "Other.",
        EntryKind.NOTE,
        None,
        None,
        verbatim=False,
    ),
    "a withdrawal": lambda made: made.store.do(
        minuting.withdraw_entry, made.papers().entries[0].id
    ),
    "who came": lambda made: made.store.do(
        meeting.set_presence, made.keys.meeting, Presence.ABSENT, None, made.keys.mother
    ),
    "advice": lambda made: made.store.do(
        advice.record_advice, made.keys.meeting, made.keys.mother, YesNo.YES
    ),
    "a consent": lambda made: made.store.do(
        network.record_consent,
        made.keys.meeting,
        made.keys.mother,
        ConsentPurpose.RECORDS,
        YesNo.YES,
    ),
    "an answer": lambda made: made.store.do(
        planning.answer_line,
        made.keys.line,
        made.keys.meeting,
        made.keys.mother,
        ParentAnswer.AGREED,
    ),
    "the plan": lambda made: made.store.do(
        planning.add_line,
        made.keys.episode,
        new_key(),
        {"kind": LineKind.ACTION, "what": "More"},
    ),
    "a worry's words": lambda made: made.store.do(
        concerns.change_concern, made.keys.concern, 1, {"summary": "Other."}
    ),
    "a worry's place": lambda made: made.store.do(concerns.move_concern, made.keys.concern, 1),
    "a worry less": lambda made: made.store.do(concerns.withdraw_concern, made.keys.concern),
    "the family meeting": lambda made: made.store.do(
        network.record_family_offer, made.keys.episode, MET_ON, OfferAnswer.ACCEPTED
    ),
    "who could help": lambda made: made.store.do(
        network.add_network_help, made.keys.episode, made.keys.mother, "School runs."
    ),
    "the end of a break": lambda made: made.store.do(advice.end_breaks, made.keys.meeting),
    "a reason": lambda made: made.store.do(
        reasons.record_reason, made.keys.case, "dates.final", None, "Ill.", made.keys.meeting
    ),
    "a reason on the plan": lambda made: made.store.do(
        reasons.record_reason, made.keys.case, "smart.past_window", made.keys.line, "Ill.", None
    ),
    "who took the minutes": lambda made: made.store.do(
        meeting.change_meeting,
        made.keys.meeting,
        made.papers().meeting.version,
        {"minute_taker_id": made.keys.chair},
    ),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_is_approved_is_closed(made: House, what: str) -> None:
    seen = both(made)
    with pytest.raises(Refused, match="Begin a new version"):
        CHANGES[what](made)
    assert made.edition().fingerprint == seen


def booked(made: House, kind: MeetingKind, on: date) -> UUID:
    key = new_key()
    made.store.do(meeting.plan_meeting, made.keys.episode, key, kind, {"planned_on": on})
    return key


def test_an_agreed_review_can_move_and_the_approved_minutes_stay_as_they_are(made: House) -> None:
    final = booked(made, MeetingKind.FINAL, date(2027, 4, 6))
    seen = both(made)
    made.store.do(meeting.change_meeting, final, 1, {"planned_on": date(2027, 4, 1)})
    assert made.edition().fingerprint == seen
    assert date(2027, 4, 6) in [row.on for row in made.edition().minutes.dates]
    made.store.do(meeting.withdraw_meeting, final)
    assert made.papers().planned_reviews == []


def test_a_new_worry_can_be_recorded_at_any_time(made: House) -> None:
    seen, worry = both(made), new_key()
    made.store.do(concerns.add_concern, made.keys.episode, worry, {"heading": "Injury"})
    made.store.do(concerns.add_example, worry, MET_ON, "A burn that nobody can explain.")
    made.store.do(reasons.record_reason, made.keys.case, LIMIT.key, worry, "New today.", None)
    assert made.edition().fingerprint == seen
    assert made.papers().concerns[-1].heading == "Injury"


def test_a_later_meeting_does_not_open_approved_minutes(made: House) -> None:
    both(made)
    later, entry = new_key(), made.papers().entries[0].id
    made.store.do(meeting.plan_meeting, made.keys.episode, later, MeetingKind.MIDWAY, {})
    initial = made.papers().meeting
    made.store.do(meeting.open_meeting, later, initial.sheet_text, initial.policy_text, [], [])
    with pytest.raises(Refused, match="Begin a new version"):
        made.store.do(minuting.withdraw_entry, entry)
    with pytest.raises(Refused, match="Begin a new version"):
        made.add("Into the old minutes.")


def test_a_new_version_leaves_the_old_one_behind(made: House) -> None:
    both(made)
    [first] = versions(made)
    with pytest.raises(Refused):
        made.store.do(signing.begin_new_version, made.keys.meeting, " ")
    made.store.do(signing.begin_new_version, made.keys.meeting, "A date was wrong.")
    edition = made.edition()
    assert (edition.state, edition.approvals) == (MinutesState.DRAFT, ())
    assert (edition.minutes.version, edition.minutes.version_reason) == (2, "A date was wrong.")
    made.add("The right date.")
    with pytest.raises(Refused, match="approval of chair and legal"):
        made.store.do(signing.issue, made.keys.meeting, ["Ms Carter"])
    approve(made, ApprovalRole.CHAIR, made.keys.chair, made.edition().fingerprint)
    kept, second = versions(made)
    assert (kept.frozen, kept.sha256) == (first.frozen, first.sha256)
    assert "The right date." in second.frozen
    assert "The right date." not in kept.frozen


def test_a_new_version_is_of_approved_minutes_only(made: House) -> None:
    concluded(made)
    with pytest.raises(Refused, match="not approved yet"):
        made.store.do(signing.begin_new_version, made.keys.meeting, "Why not.")


def test_no_aside_and_no_unknown_word_is_frozen(made: House) -> None:
    made.add("Between ourselves, she lied.", kind=EntryKind.ASIDE)
    both(made)
    assert "Between ourselves" not in versions(made)[0].frozen
