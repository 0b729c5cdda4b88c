"""Minutes say what the records say: each thing once, in its place, and nothing kept out."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from minuting_papers import FINAL_DAY, CarterPapers, at

from agenda import records
from agenda.minutes import MinutedDate, Minutes, Paragraph, fingerprint, freeze, thaw
from agenda.minuting import NothingToMinute, minutes_of
from agenda.plain_minutes import plain_lines
from agenda.sheet_reading import default_sheet
from agenda.words import (
    KEPT_OUT,
    AdviceChoice,
    Attending,
    ConsentPurpose,
    EntryKind,
    LineKind,
    LineState,
    OfferAnswer,
    ParentAnswer,
    Presence,
    Represented,
    YesNo,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

TRAP = "SECRET"
NOW = datetime(2027, 1, 12, 12, tzinfo=UTC)


@pytest.fixture
def carters() -> CarterPapers:
    return CarterPapers()


def made(carters: CarterPapers) -> Minutes:
    return minutes_of(carters.papers(), 1)


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


def fill(carters: CarterPapers) -> None:
    """One of nearly everything."""
    c = carters
    neglect, violence = c.concern(1, "Neglect"), c.concern(2, "Emotional abuse")
    c.add(records.ConcernChild(concern_id=violence.id, child_id=c.jayden.id))
    c.add(records.ConcernExample(concern_id=neglect.id, on=date(2026, 9, 3), text="No bedding."))
    c.acts_for(c.mother, c.lawyer)
    for person in (c.chair, c.social_worker, c.mother, c.father, c.lawyer):
        c.came(person)
    c.entry("The letter was tabled.", "advice", EntryKind.DOCUMENT)
    c.entry("Mother accepts this.", kind=EntryKind.AGREED, concern_id=neglect.id)
    c.entry("We talked about the winter.", "worries", speaker_staff_id=c.chair.id)
    c.entry("The bathroom is done.", "parents", EntryKind.VIEW, speaker_person_id=c.mother.id)
    c.entry("He wants his own bed.", "child", EntryKind.VIEW, speaker_staff_id=c.social_worker.id)
    c.entry("If not, we go to court.", "bottom_line", EntryKind.CONSEQUENCE)
    line = c.line(
        number=1,
        kind=LineKind.ACTION,
        what="Clean the kitchen",
        due=date(2027, 2, 5),
        owner_person_id=c.mother.id,
        concern_id=neglect.id,
        state=LineState.AGREED,
    )
    c.add(records.PlanPart(line_id=line.id, position=1, text="The floor is clear."))
    for person in (c.mother, c.father):
        c.add(
            records.LineAnswer(
                line_id=line.id,
                meeting_id=c.meeting.id,
                person_id=person.id,
                answer=ParentAnswer.AGREED,
            )
        )
    c.review(planned_on=FINAL_DAY, planned_at=time(10), place="Civic Offices, room 2")


# --- what may never stand in minutes


def test_nothing_kept_out_is_anywhere_in_the_minutes(carters: CarterPapers) -> None:
    fill(carters)
    c = carters
    concern = c.concern(3, "Other")
    for kind in KEPT_OUT:
        for item in (*c.items, None):
            c.entry(f"{TRAP} {kind}", item, kind, speaker_person_id=c.mother.id)
        c.entry(f"{TRAP} {kind}", "parents", kind, concern_id=concern.id)
    for kind in EntryKind:
        c.entry(f"{TRAP} safety check", "checks", kind, speaker_person_id=c.mother.id)
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
    minutes = made(c)
    printed = freeze(minutes).replace(minutes.sheet_text, "")
    assert TRAP not in printed
    assert TRAP not in "\n".join(plain_lines(minutes))


def test_prompts_stand_in_the_kept_sheet_only(carters: CarterPapers) -> None:
    fill(carters)
    for item in carters.items.values():
        carters.add(records.PromptAsked(item_id=item.id, prompt=f"{item.key}.1"))
    minutes = made(carters)
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
    assert TRAP in freeze(made(carters))
    record.withdrawn_at = NOW
    assert TRAP not in freeze(made(carters))


# --- where each entry stands, and its number


SPEAKERS = ("nobody", "chair", "mother", "father", "grandmother", "lawyer", "visitor")
ITEMS = (*(item.key for item in default_sheet("initial").items), None)


@settings(max_examples=40, deadline=None)
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
    paragraphs = all_paragraphs(made(c))
    assert sorted(row.text for row in paragraphs) == sorted(expected)
    assert [row.number for row in paragraphs] == list(range(1, len(expected) + 1))


def test_paragraphs_stand_in_their_parts(carters: CarterPapers) -> None:
    fill(carters)
    minutes = made(carters)
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
    assert by_key(made(carters)) == {where: ["said"]}


def test_a_view_about_a_concern_stands_with_the_views(carters: CarterPapers) -> None:
    concern = carters.concern(1, "Neglect")
    carters.entry(
        "It is clean now.",
        kind=EntryKind.VIEW,
        speaker_person_id=carters.mother.id,
        concern_id=concern.id,
    )
    minutes = made(carters)
    assert by_key(minutes) == {"views:parents": ["It is clean now."]}
    assert minutes.concerns[0].paragraphs == ()


def test_parents_views_stand_one_parent_after_the_other(carters: CarterPapers) -> None:
    for text, person in (("a", carters.father), ("b", carters.mother), ("c", carters.father)):
        carters.entry(text, "parents", EntryKind.VIEW, speaker_person_id=person.id)
    views = made(carters).views[0].paragraphs
    assert [(row.speaker, row.text) for row in views] == [
        ("Ms Carter", "b"),
        ("Mr Hill", "a"),
        ("Mr Hill", "c"),
    ]


def test_a_paragraph_says_who_when_and_about_whom(carters: CarterPapers) -> None:
    summer = datetime(2027, 7, 1, 9, 5, tzinfo=UTC)
    some = carters.entry("one", said="10:38")
    carters.add(records.EntryChild(entry_id=some.id, child_id=carters.lily.id))
    every = carters.entry("two", speaker_staff_id=carters.chair.id, verbatim=True)
    every.spoken_at = summer
    for child in (carters.jayden, carters.lily, carters.unborn):
        carters.add(records.EntryChild(entry_id=every.id, child_id=child.id))
    first, second = all_paragraphs(made(carters))
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


# --- people


def test_who_was_there_for_which_part(carters: CarterPapers) -> None:
    c = carters
    c.acts_for(c.mother, c.lawyer)
    c.came(c.chair, arrived_at=at("09:58"), left_at=at("11:40"))
    c.came(c.mother, Presence.LATE, arrived_at=at("10:12"), attending=Attending.BY_VIDEO)
    c.came(c.father, Presence.LEFT, left_at=at("11:00"))
    c.came(c.lawyer)
    c.came(c.grandmother, Presence.APOLOGIES)
    c.came(c.visitor, Presence.ABSENT)
    c.came(c.social_worker, Presence.INVITED)
    (sitting,) = made(c).sittings
    assert [
        (row.name, row.role, row.represents, row.arrived, row.left) for row in sitting.present
    ] == [
        ("Dawn Price", "team manager", "", "", ""),
        ("Ms Carter", "mother of JC, LC and BC", "", "10:12", ""),
        ("Mr Hill", "step-parent of JC; father of LC", "", "", "11:00"),
        ("Ms Okafor", "lawyer, Hart & Lane", "for Ms Carter", "", ""),
    ]
    assert sitting.present[1].attending is Attending.BY_VIDEO
    assert sitting.apologies == ("Mrs Carter (grandparent of JC)",)
    assert sitting.absent == ("Ms Shaw (health visitor)",)
    assert (sitting.began, sitting.ended) == ("10:00", "11:40")
    assert "Ann Reed" not in str(sitting)


def test_whom_a_lawyer_represents_at_the_sitting_goes_before_the_record(
    carters: CarterPapers,
) -> None:
    carters.acts_for(carters.mother, carters.lawyer)
    carters.came(carters.lawyer, represents_id=carters.father.id)
    assert made(carters).sittings[0].present[0].represents == "for Mr Hill"


def test_each_child_with_parental_responsibility(carters: CarterPapers) -> None:
    jayden, lily, unborn = made(carters).children
    assert jayden.parental_responsibility == (
        "Ms Carter (mother): yes",
        "Mr Hill (step-parent): no",
        "Mrs Carter (grandparent): no",
    )
    assert lily.parental_responsibility == ("Ms Carter (mother): yes", "Mr Hill (father): yes")
    assert unborn.parental_responsibility == ("Ms Carter (mother): to be recorded at birth",)
    assert (unborn.born_on, unborn.due_on) == (None, date(2027, 5, 20))
    assert (jayden.legal_status, jayden.plan) == ("no order", "child protection plan")


def test_adjustments_of_those_who_came(carters: CarterPapers) -> None:
    c = carters
    c.mother.interpreter, c.mother.adjustments = "Polish", "large print"
    c.father.adjustments = "short breaks"
    c.came(c.mother)
    c.came(c.father, Presence.APOLOGIES)
    assert made(c).adjustments == ("Ms Carter: interpreter (Polish); large print",)


def test_letter_and_advice_for_each_parent(carters: CarterPapers) -> None:
    c = carters
    c.acts_for(c.mother, c.lawyer)
    for person, advised in ((c.father, YesNo.NO), (c.mother, YesNo.YES)):
        c.add(records.Advice(meeting_id=c.meeting.id, person_id=person.id, advised=advised))
    c.records[-2].choice, c.records[-2].choice_reason = AdviceChoice.PROCEED, "He wants to."
    mother, father = made(c).advice
    assert (mother.name, mother.represented_by) == ("Ms Carter", "Ms Okafor, Hart & Lane")
    assert (father.represented_by, father.choice) == ("", AdviceChoice.PROCEED)
    assert father.choice_reason == "He wants to."


def test_network_breaks_and_consents(carters: CarterPapers) -> None:
    c = carters
    assert made(c).network is None
    c.add(records.NetworkHelp(episode_id=c.episode.id, person_id=c.grandmother.id, help="school"))
    before = made(c).network
    assert before is not None
    assert before.answer is OfferAnswer.NOT_ASKED
    c.add(
        records.FamilyOffer(
            episode_id=c.episode.id, offered_on=date(2027, 1, 4), answer=OfferAnswer.ACCEPTED
        )
    )
    c.add(
        records.AdviceBreak(
            sitting_id=c.sitting.id,
            person_id=c.mother.id,
            offered_at=at("11:00"),
            taken=True,
            began_at=at("11:02"),
            ended_at=at("11:10"),
        )
    )
    c.add(
        records.Consent(
            meeting_id=c.meeting.id,
            person_id=c.mother.id,
            purpose=ConsentPurpose.TESTING,
            answer=YesNo.YES,
        )
    )
    minutes = made(c)
    assert minutes.network is not None
    assert minutes.network.answer is OfferAnswer.ACCEPTED
    assert minutes.network.helpers[0].relation == "grandparent of JC"
    (taken,) = minutes.sittings[0].breaks
    assert (taken.name, taken.offered, taken.began, taken.ended) == (
        "Ms Carter",
        "11:00",
        "11:02",
        "11:10",
    )
    assert minutes.consents[0].purpose == "drug or alcohol testing"


def test_circulation_follows_representation(carters: CarterPapers) -> None:
    carters.acts_for(carters.mother, carters.lawyer)
    nobody = records.Representation(person_id=carters.father.id, represented=Represented.NO)
    carters.add(nobody)
    assert made(carters).circulation == (
        "Ms Okafor, Hart & Lane, for Ms Carter: through our legal team",
        "Mr Hill: from the social worker, Ann Reed, with a copy to our lawyer",
    )
    carters.meeting.circulation = "Ms Okafor\n\n  Mr Hill, by hand \n"
    assert made(carters).circulation == ("Ms Okafor", "Mr Hill, by hand")


# --- plan, dates and reasons


def test_a_plan_line_with_its_week_concern_goal_and_answers(carters: CarterPapers) -> None:
    fill(carters)
    c = carters
    goal = c.add(records.ProtectionGoal(child_id=c.jayden.id, text="A clean home"))
    line = c.line(
        number=2,
        kind=LineKind.ASSESSMENT,
        what="Parenting assessment",
        due=date(2027, 4, 20),
        owner_staff_id=c.social_worker.id,
        goal_id=goal.id,
    )
    c.add(records.PlanLineChild(line_id=line.id, child_id=c.lily.id))
    c.add(
        records.ExceptionalReason(
            case_id=c.case.id,
            rule="smart.past_window",
            about=line.id,
            reason="The expert is ill.",
            by_staff_id=c.chair.id,
            at=NOW,
        )
    )
    c.add(
        records.LineAnswer(
            line_id=line.id,
            meeting_id=records.new_key(),
            person_id=c.mother.id,
            answer=ParentAnswer.NOT_AGREED,
        )
    )
    first, second = made(c).plan
    assert (first.owner, first.owner_is_ours, first.due_week) == ("Ms Carter", False, 4)
    assert (first.concern, first.goal, first.exception) == (1, "", "")
    assert first.parts == ("The floor is clear.",)
    assert [answer.name for answer in first.answers] == ["Ms Carter", "Mr Hill"]
    assert (second.owner, second.owner_is_ours, second.due_week) == ("Ann Reed", True, 14)
    assert (second.state, second.children, second.goal) == (
        LineState.DRAFT,
        ("LC",),
        "A clean home",
    )
    assert second.exception == "The expert is ill. — Dawn Price"
    assert second.answers == ()


def test_dates_everyone_leaves_with(carters: CarterPapers) -> None:
    carters.review(planned_on=FINAL_DAY, planned_at=time(10), place="Room 2")
    carters.review()  # agreed, but not yet when
    minutes = made(carters)
    week = "week 12 of the window"
    assert set(minutes.dates) == {
        MinutedDate("Final review", FINAL_DAY, "10:00", "Room 2", week),
        MinutedDate("Last day of the window", FINAL_DAY, "", "", week),
    }
    assert (minutes.window_start, minutes.window_end) == (date(2027, 1, 12), FINAL_DAY)


def test_a_meeting_that_was_not_effective_says_so_and_starts_no_window(
    carters: CarterPapers,
) -> None:
    carters.meeting.effective = False
    carters.meeting.not_effective_why = "No solicitor."
    minutes = made(carters)
    assert minutes.reasons == ("The meeting was not effective: No solicitor.",)
    assert minutes.dates == ()
    assert minutes.window_start == minutes.on


def test_reasons_of_this_meeting_with_the_rule_and_the_name(carters: CarterPapers) -> None:
    for meeting_id, reason in ((carters.meeting.id, "She will name him."), (None, "Elsewhere.")):
        carters.add(
            records.ExceptionalReason(
                case_id=carters.case.id,
                meeting_id=meeting_id,
                rule="a rule no longer there",
                reason=reason,
                by_staff_id=carters.chair.id,
                at=NOW,
            )
        )
    assert made(carters).reasons == ("a rule no longer there: She will name him. (Dawn Price)",)


def test_a_meeting_not_begun_has_no_minutes(carters: CarterPapers) -> None:
    carters.sitting.withdrawn_at = NOW
    with pytest.raises(NothingToMinute, match="open it"):
        made(carters)


# --- the frozen value


def test_frozen_and_thawed_they_are_the_same(carters: CarterPapers) -> None:
    fill(carters)
    carters.entry("[/b] \u202e emoji 👩‍👧 “quoted” \n second line", verbatim=True)
    minutes = minutes_of(carters.papers(), 2, "A name was wrong.")
    assert thaw(freeze(minutes)) == minutes
    assert (minutes.version, minutes.version_reason) == (2, "A name was wrong.")
    assert (minutes.chair, minutes.minute_taker) == ("Dawn Price", "Bo Lind")


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_fingerprint_does_not_hang_on_the_order_of_reading(chance: Random) -> None:
    carters = CarterPapers()
    fill(carters)
    shuffled = chance.sample(carters.records, len(carters.records))
    again = minutes_of(carters.papers(shuffled), 1)
    assert fingerprint(freeze(again)) == fingerprint(freeze(made(carters)))


# --- in plain lines


def test_plain_lines_say_everything_once_and_in_order(carters: CarterPapers) -> None:
    fill(carters)
    carters.entry("It was\nnot me.", "dates", verbatim=True, speaker_person_id=carters.father.id)
    lines = plain_lines(made(carters))
    assert lines[0] == "Initial meeting: minutes. Case PLO-2027-001. Children: JC, LC, BC."
    assert not [line for line in lines if "\n" in line]
    numbers = [int(line.split(".")[0]) for line in lines if line[:1].isdigit()]
    assert numbers == list(range(1, 8))
    said = "\n".join(lines)
    for words in (
        "2. 10:30 agreed: Mother accepts this.",
        "5. 10:30 Ms Carter: The bathroom is done.",
        "Mr Hill: “It was\nnot me.”",
        "a. The floor is clear.",
        "Due: Fri 5 Feb 2027 (week 4)",
        "Final review: Tue 6 Apr 2027, 10:00, Civic Offices, room 2, week 12 of the window.",
    ):
        assert words in said, words
    assert "Consents" not in lines
