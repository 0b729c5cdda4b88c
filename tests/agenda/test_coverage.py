from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from papers_of import FINAL, WholeMeeting
from review_of import NEXT_FINAL, WholeReview

from agenda import records as r
from agenda.captures import Capture
from agenda.coverage import ItemState, item_states, not_covered
from agenda.decision_words import Outcome, Trajectory
from agenda.sheet_reading import default_sheet
from agenda.words import (
    EntryKind,
    LineState,
    MeetingKind,
    OfferAnswer,
    Presence,
    Represented,
    YesNo,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def without_entries(item: str) -> Callable[[WholeMeeting], Any]:
    return lambda m: m.withdraw(r.Entry, lambda row: row.item_id != m.items[item].id)


OPENED: list[tuple[str, Callable[[WholeMeeting], Any], str]] = [
    ("checks", lambda m: m.withdraw(r.PromptAsked), "Checks still to tick"),
    ("welcome", lambda m: m.withdraw(r.Attendance), "Mark who is here"),
    (
        "welcome",
        lambda m: setattr(m.of(r.Attendance, m.father), "presence", Presence.INVITED),
        "everyone invited",
    ),
    ("advice", lambda m: setattr(m.of(r.Advice, m.father), "advised", YesNo.NOT_ASKED), "Mr Dale"),
    ("advice", lambda m: m.withdraw(r.Advice), "whether they have had advice"),
    (
        "advice",
        lambda m: setattr(m.of(r.Representation, m.mother), "represented", Represented.NO),
        "chosen for Ms Carter",
    ),
    ("worries", lambda m: m.withdraw(r.Concern), "Record a concern"),
    ("worries", without_entries("worries"), "Minute what was said"),
    (
        "parents",
        lambda m: m.withdraw(r.Entry, lambda row: row.speaker_person_id != m.father.id),
        "Minute what Mr Dale says",
    ),
    ("child", without_entries("child"), "JC and LC"),
    ("support", without_entries("support"), "Minute what was said"),
    ("network", lambda m: m.withdraw(r.FamilyOffer), "Record the day"),
    ("network", lambda m: setattr(m.offer, "answer", OfferAnswer.NOT_ASKED), "answer"),
    ("assessments", lambda m: setattr(m.assessment, "what", "Hair test"), "parenting assessment"),
    ("plan", lambda m: setattr(m.fire, "state", LineState.DRAFT), "drop line 2"),
    ("plan", lambda m: m.withdraw(r.PlanLine), "Agree a line"),
    ("break", lambda m: setattr(m.of(r.AdviceBreak, m.mother), "taken", None), "Offer Ms Carter"),
    ("bottom_line", lambda m: setattr(m.bottom, "state", LineState.DROPPED), "Add a bottom line"),
    ("bottom_line", without_entries("bottom_line"), "consequence explained"),
    ("dates", lambda m: setattr(m.final, "planned_at", None), "needs a time"),
    ("dates", lambda m: m.withdraw(r.Meeting, lambda row: row is m.meeting), "needs a date, a"),
]


def open_items(whole: WholeMeeting) -> dict[str, str]:
    return {finding.place: finding.sentence for finding in not_covered(whole.papers())}


@pytest.mark.parametrize(("item", "take", "says"), OPENED)
def test_an_item_is_open_until_what_it_captures_is_recorded(
    item: str, take: Callable[[WholeMeeting], Any], says: str
) -> None:
    whole = WholeMeeting()
    assert open_items(whole) == {}
    take(whole)
    assert says in open_items(whole)[item]
    papers = whole.papers()
    assert item_states(papers)[whole.items[item].id] is not ItemState.COVERED
    finding = next(one for one in not_covered(papers) if one.place == item)
    assert finding.about == whole.items[item].id


def test_every_required_item_of_the_initial_meeting_has_its_case() -> None:
    required = {item.key for item in default_sheet("initial").items if item.required}
    assert {item for item, *_ in OPENED} == required


def test_optional_items_are_never_asked_for() -> None:
    whole = WholeMeeting()
    assert item_states(whole.papers())[whole.items["expert"].id] is not ItemState.COVERED
    assert "expert" not in open_items(whole)


def test_a_draft_made_beforehand_covers_no_item_that_nobody_came_to() -> None:
    whole = WholeMeeting()
    whole.items["assessments"].visited = False
    whole.items["dates"].visited = False
    assert set(open_items(whole)) == {"assessments", "dates"}
    whole.entry("dates", "The final review is on 1 April.")
    assert set(open_items(whole)) == {"assessments"}


def test_an_aside_or_privileged_entry_covers_nothing() -> None:
    whole = WholeMeeting()
    without_entries("support")(whole)
    whole.entry("support", "Did not look well", kind=EntryKind.ASIDE)
    whole.entry("support", "Our lawyer said", kind=EntryKind.PRIVILEGED)
    assert set(open_items(whole)) == {"support"}


def test_a_parent_is_heard_through_their_solicitor_and_the_absent_need_not_be() -> None:
    whole = WholeMeeting()
    whole.withdraw(r.Entry, lambda row: row.speaker_person_id != whole.father.id)
    lawyer = whole.papers().find("Person", whole.of(r.Representation, whole.father).lawyer_id)
    entry = whole.entry("parents", "My client disputes it.", lawyer)
    assert open_items(whole) == {}
    entry.withdrawn_at = entry.written_at
    assert set(open_items(whole)) == {"parents"}
    whole.of(r.Attendance, whole.father).presence = Presence.APOLOGIES
    assert open_items(whole) == {}


def test_each_child_needs_words_of_their_own_or_words_about_all() -> None:
    whole = WholeMeeting()
    without_entries("child")(whole)
    first = whole.entry("child", "Jo likes school.")
    whole.add(r.EntryChild(entry_id=first.id, child_id=whole.children[0].id))
    assert "about LC." in open_items(whole)["child"]
    whole.entry("child", "Both sleep well.")
    assert open_items(whole) == {}


def test_a_recorded_reason_passes_an_item_left_out() -> None:
    whole = WholeMeeting()
    whole.items["support"].visited = False
    without_entries("support")(whole)
    whole.pass_by_reason("covered.item", whole.items["support"].id)
    (found,) = not_covered(whole.papers())
    assert found.passed


def test_the_side_of_the_screen_shows_where_each_item_stands() -> None:
    whole = WholeMeeting()
    for key in ("plan", "bottom_line", "dates"):
        whole.items[key].visited = False
    whole.items["network"].parked = True
    whole.meeting.current_item_id = whole.items["worries"].id
    without_entries("support")(whole)
    states = item_states(whole.papers())
    shown = {key: states[item.id] for key, item in whole.items.items()}
    assert shown["worries"] is ItemState.NOW
    assert shown["network"] is ItemState.PARKED
    assert shown["welcome"] is ItemState.COVERED
    assert shown["support"] is ItemState.LEFT_OPEN
    assert shown["plan"] is shown["expert"] is ItemState.TO_COME
    assert shown["bottom_line"] is ItemState.COVERED  # its consequence was minuted there


def test_each_state_has_a_mark_of_its_own() -> None:
    assert [state.mark for state in ItemState] == ["●", "‖", "✓", "!", " "]


@pytest.mark.parametrize("kind", [MeetingKind.MIDWAY, MeetingKind.FINAL])
def test_a_review_is_covered_by_its_records_and_not_by_words_alone(kind: MeetingKind) -> None:
    whole = WholeReview(kind)
    if kind is MeetingKind.MIDWAY:
        whole.book_final(FINAL)
    assert open_items(whole) == {}
    whole.withdraw(r.ConcernTrajectory, keep=lambda row: row.concern_id == whole.neglect.id)
    whole.withdraw(r.ChildJudgement, keep=lambda row: row.child_id == whole.children[0].id)
    whole.withdraw(r.Decision, keep=lambda row: row.child_id == whole.children[0].id)
    left = {what: sentence.partition(". ")[2] for what, sentence in open_items(whole).items()}
    risk = next(
        item.key for item in whole.papers().sheet.items if Capture.TRAJECTORY in item.captures
    )
    assert left[risk] == "Say which way worry 2 has gone."
    whole.add(
        r.ConcernTrajectory(
            meeting_id=whole.meeting.id, concern_id=whole.abuse.id, trajectory=Trajectory.SAME
        )
    )
    left = {what: sentence.partition(". ")[2] for what, sentence in open_items(whole).items()}
    assert left[risk] == "Judge the risk to LC."
    assert left["decision"] == "Decide for LC, with reasons."


def test_the_reports_item_waits_for_what_came_of_each_assessment() -> None:
    whole = WholeReview()
    whole.withdraw(r.Progress, keep=lambda row: row.line_id != whole.assessment.id)
    left = open_items(whole)
    assert left["reports"].endswith(f"the assessment in line {whole.assessment.number}.")
    whole = WholeReview()
    whole.withdraw(r.Entry, keep=lambda row: row.item_id != whole.items["reports"].id)
    assert open_items(whole)["reports"].endswith("Minute what was said.")


def test_what_happens_next_waits_for_the_letter_or_for_the_next_final_review() -> None:
    whole = WholeReview()
    whole.decided[1].letter_by = None
    assert open_items(whole)["next"].endswith("have the decision in writing.")
    whole.decide(whole.children[1], Outcome.EXTEND)
    assert "The final review still needs a date" in open_items(whole)["next"]
    whole.book_final(NEXT_FINAL)
    assert open_items(whole) == {}
