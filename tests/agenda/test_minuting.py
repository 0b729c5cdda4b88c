"""What may never stand in minutes never does, and the same records give the same minutes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from minuting_papers import FINAL_DAY, CarterPapers

from agenda import records
from agenda.decision_words import Outcome
from agenda.minutes import fingerprint, freeze, thaw
from agenda.minuting import NothingToMinute, minutes_of
from agenda.plain_minutes import plain_lines
from agenda.sheet_reading import default_sheet
from agenda.words import (
    KEPT_OUT,
    ConsentPurpose,
    EntryKind,
    LineKind,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

TRAP = "SECRET"
NOW = datetime(2027, 1, 12, 12, tzinfo=UTC)


@pytest.fixture
def carters() -> CarterPapers:
    return CarterPapers()


def test_nothing_kept_out_is_anywhere_in_the_minutes(carters: CarterPapers) -> None:
    carters.fill()
    c = carters
    concern = c.concern(3, "Other")
    for kind in KEPT_OUT:
        for item in (*c.items, None):
            c.entry(f"{TRAP} {kind}", item, kind, speaker_person_id=c.mother.id)
        c.entry(f"{TRAP} {kind}", "parents", kind, concern_id=concern.id)
    for kind in EntryKind:
        c.entry(f"{TRAP} safety check", "checks", kind, speaker_person_id=c.mother.id)
    c.entry(f"{TRAP} of another meeting", None).meeting_id = records.new_key()
    c.add(
        records.ExceptionalReason(
            case_id=c.case.id,
            meeting_id=c.meeting.id,
            rule="covered.item",
            about=c.items["checks"].id,
            reason=f"{TRAP} refuge",
            by_staff_id=c.chair.id,
            at=NOW,
        )
    )
    minutes = c.minutes()
    printed = freeze(minutes).replace(minutes.sheet_text, "")
    assert TRAP not in printed
    assert TRAP not in "\n".join(plain_lines(minutes))


def test_prompts_stand_in_the_kept_sheet_only(carters: CarterPapers) -> None:
    carters.fill()
    for item in carters.items.values():
        carters.add(records.PromptAsked(item_id=item.id, prompt=f"{item.key}.1"))
    minutes = carters.minutes()
    said = "\n".join(plain_lines(minutes))
    for item in default_sheet("initial").items:
        assert not [prompt.ask for prompt in item.prompts if prompt.ask in said]


def withdrawn_entry(c: CarterPapers) -> Any:
    return c.entry(TRAP)


def withdrawn_concern(c: CarterPapers) -> Any:
    return c.concern(1, TRAP)


def withdrawn_line(c: CarterPapers) -> Any:
    return c.line(number=1, kind=LineKind.ACTION, what=TRAP)


def withdrawn_review(c: CarterPapers) -> Any:
    return c.review(planned_on=FINAL_DAY, place=TRAP)


def withdrawn_consent(c: CarterPapers) -> Any:
    row = records.Consent(
        meeting_id=c.meeting.id, person_id=c.mother.id, purpose=ConsentPurpose.RECORDS, note=TRAP
    )
    return c.add(row)


def withdrawn_child(c: CarterPapers) -> Any:
    return c.add(records.Child(case_id=c.case.id, position=4, full_name=TRAP, initials=TRAP))


def withdrawn_reason(c: CarterPapers) -> Any:
    row = records.ExceptionalReason(
        case_id=c.case.id,
        meeting_id=c.meeting.id,
        rule="smart.owner",
        reason=TRAP,
        by_staff_id=c.chair.id,
        at=NOW,
    )
    return c.add(row)


@pytest.mark.parametrize(
    "make",
    [
        withdrawn_entry,
        withdrawn_concern,
        withdrawn_line,
        withdrawn_review,
        withdrawn_consent,
        withdrawn_child,
        withdrawn_reason,
    ],
)
def test_what_is_withdrawn_never_appears(
    carters: CarterPapers, make: Callable[[CarterPapers], Any]
) -> None:
    record = make(carters)
    assert TRAP in freeze(carters.minutes())
    record.withdrawn_at = NOW
    assert TRAP not in freeze(carters.minutes())


def test_a_meeting_that_was_not_effective_says_so_and_starts_no_window(
    carters: CarterPapers,
) -> None:
    carters.meeting.effective = False
    carters.meeting.not_effective_why = "No solicitor."
    minutes = carters.minutes()
    assert minutes.reasons == ("The meeting was not effective: No solicitor.",)
    assert minutes.dates == ()
    assert minutes.window_start == minutes.on


def reason(c: CarterPapers, about: Any | None, rule: str, why: str, **more: Any) -> None:
    """Record a reason in this meeting about a record, or about the meeting as a whole."""
    more.setdefault("meeting_id", c.meeting.id)
    c.add(
        records.ExceptionalReason(
            case_id=c.case.id,
            rule=rule,
            about=about.id if about else None,
            reason=why,
            by_staff_id=c.chair.id,
            at=NOW,
            **more,
        )
    )


def test_reasons_of_this_meeting_with_the_rule_and_the_name(carters: CarterPapers) -> None:
    reason(carters, None, "a rule no longer there", "She will name him.")
    reason(carters, None, "smart.owner", "Elsewhere.", meeting_id=None)
    assert carters.minutes().reasons == (
        "On the rule “a rule no longer there”: She will name him. (Dawn Price)",
    )


def test_a_reason_names_what_it_is_about(carters: CarterPapers) -> None:
    c = carters
    line = c.line(number=4, kind=LineKind.ASSESSMENT, what="Parenting assessment")
    offer = c.add(records.FamilyOffer(episode_id=c.episode.id))
    helper = c.add(records.NetworkHelp(episode_id=c.episode.id, person_id=c.grandmother.id))
    reason(c, line, "smart.sessions", "The assessor sets them.")
    reason(c, c.concern(5, "Self-harm"), "concerns.limit", "New today.")
    reason(c, c.items["child"], "covered.item", "She was ill.")
    reason(c, c.father, "advice.choice", "He left.")
    reason(c, c.review(planned_on=FINAL_DAY), "dates.final", "The room is not free.")
    reason(c, helper, "dates.family_in_window", "She is away.")
    reason(c, offer, "dates.family_in_window", "They want time.")
    child = c.papers().children[0]
    decided = records.Decision(
        meeting_id=c.meeting.id,
        child_id=child.id,
        outcome=Outcome.EXTEND,
        recommended_by_id=c.chair.id,
        recommended_at=NOW,
    )
    reason(c, c.add(decided), "decision.once", "Rehab ends in May.")
    reason(c, child, "review.judgement", "Nobody saw her.")
    told = c.minutes().reasons
    title = default_sheet("initial").item("child").title
    assert told[0] == (
        "Line 4 of the plan, on the rule “An assessment says how many sessions it takes”: "
        "The assessor sets them. (Dawn Price)"
    )
    assert [one.partition(", on the rule")[0] for one in told[1:]] == [
        "Worry 5, “Self-harm”",
        f"“{title}”",
        "Mr Hill",
        "Final review",
        "Mrs Carter",
        "The offer of a family group meeting",
        f"The decision for {child.initials}",
        child.initials,
    ]
    assert told[0] in "\n".join(plain_lines(c.minutes()))


def test_a_reason_about_what_was_withdrawn_goes_with_it(carters: CarterPapers) -> None:
    line = carters.line(number=4, kind=LineKind.ACTION, what="Clear the stairs")
    reason(carters, line, "smart.owner", "Nobody yet.")
    assert len(carters.minutes().reasons) == 1
    line.withdrawn_at = NOW
    assert carters.minutes().reasons == ()


def test_a_meeting_not_begun_has_no_minutes(carters: CarterPapers) -> None:
    carters.sitting.withdrawn_at = NOW
    with pytest.raises(NothingToMinute, match="open it"):
        carters.minutes()


def test_frozen_and_thawed_they_are_the_same(carters: CarterPapers) -> None:
    carters.fill()
    carters.entry("[/b] \u202e emoji 👩‍👧 “quoted” \n second line", verbatim=True)
    minutes = minutes_of(carters.papers(), 2, "A name was wrong.")
    assert thaw(freeze(minutes)) == minutes
    assert (minutes.version, minutes.version_reason) == (2, "A name was wrong.")
    assert (minutes.chair, minutes.minute_taker) == ("Dawn Price", "Bo Lind")


@settings(max_examples=10)
@given(st.randoms(use_true_random=False))
def test_the_fingerprint_does_not_hang_on_the_order_of_reading(chance: Random) -> None:
    carters = CarterPapers()
    carters.fill()
    shuffled = chance.sample(carters.records, len(carters.records))
    again = minutes_of(carters.papers(shuffled), 1)
    assert fingerprint(freeze(again)) == fingerprint(freeze(carters.minutes()))
