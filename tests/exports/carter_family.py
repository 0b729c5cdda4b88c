"""A fictional family: the Carters, at the end of their initial meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from agenda.edition import Edition, GivenApproval
from agenda.minuted_plan import MinutedAnswer, MinutedLine
from agenda.minutes import (
    Attendee,
    MinutedAdvice,
    MinutedBreak,
    MinutedChild,
    MinutedConcern,
    MinutedConsent,
    MinutedDate,
    MinutedHelp,
    MinutedNetwork,
    MinutedSitting,
    Minutes,
    Paragraph,
    Section,
    fingerprint,
    freeze,
)
from agenda.words import (
    AdviceChoice,
    ApprovalRole,
    Attending,
    EntryKind,
    LineKind,
    LineState,
    MeetingKind,
    MinutesState,
    OfferAnswer,
    ParentAnswer,
    YesNo,
)

HEAD = "7d1f0c6a94b2e85d3c17fa2096be48d15a7c3e9f60b8d24c1e5a97f3086bd2c4"


def said(
    number: int,
    speaker: str,
    text: str,
    kind: EntryKind = EntryKind.NOTE,
    *,
    time: str = "",
    verbatim: bool = False,
    children: tuple[str, ...] = (),
) -> Paragraph:
    return Paragraph(number, time, speaker, kind, text, verbatim, children)


def line(number: int, what: str, **changed: object) -> MinutedLine:
    plain = MinutedLine(
        number=number,
        kind=LineKind.ACTION,
        state=LineState.AGREED,
        what=what,
        parts=(),
        owner="Ms Leanne Carter",
        owner_is_ours=False,
        helper="",
        support="",
        measure="",
        child_benefit="",
        starts=None,
        due=None,
        due_week=None,
        rhythm="",
        until=None,
        sessions=None,
        consequence="",
        contingency="",
        concern=None,
        children=(),
        goal="",
        drafted_as="",
        exception="",
        answers=(),
    )
    return replace(plain, **changed)  # type: ignore[arg-type]


def answers(
    mother: ParentAnswer, father: ParentAnswer, conditions: str = ""
) -> tuple[MinutedAnswer, ...]:
    return (
        MinutedAnswer("Ms Carter", mother, ""),
        MinutedAnswer("Mr Doyle", father, conditions),
    )


BOTH = answers(ParentAnswer.AGREED, ParentAnswer.AGREED)

CHILDREN = (
    MinutedChild(
        "Jayden Carter",
        "JC",
        date(2017, 5, 3),
        None,
        "no order",
        "child protection plan",
        date(2026, 3, 18),
        date(2027, 2, 24),
        ("Ms Carter (mother): yes", "Mr Doyle (father): yes"),
    ),
    MinutedChild(
        "Lily Carter",
        "LC",
        date(2021, 11, 20),
        None,
        "no order",
        "child protection plan",
        date(2026, 3, 18),
        date(2027, 2, 24),
        ("Ms Carter (mother): yes", "Mr Doyle (father): disputed"),
    ),
    MinutedChild(
        "Baby Carter",
        "BC",
        None,
        date(2027, 3, 30),
        "not yet born",
        "child in need plan",
        None,
        None,
        ("Ms Carter (mother): to be recorded at birth",),
    ),
)

SITTING = MinutedSitting(
    number=1,
    on=date(2027, 1, 12),
    began="10:00",
    ended="11:55",
    place="Meeting room 4, Civic Offices, Sutton",
    present=(
        Attendee("Ms Leanne Carter", "mother", Attending.IN_THE_ROOM, "", "", ""),
        Attendee("Mr Sean Doyle", "father", Attending.BY_VIDEO, "", "10:12", ""),
        Attendee(
            "Ms Adaeze Okafor",
            "solicitor, Hart & Lane",
            Attending.IN_THE_ROOM,
            "for Ms Carter",
            "",
            "",
        ),
        Attendee("Ms Beata Nowak", "interpreter (Polish)", Attending.IN_THE_ROOM, "", "", "11:40"),
        Attendee("Mrs Ruth Adeyemi", "team manager, chair", Attending.IN_THE_ROOM, "", "", ""),
        Attendee("Mr Sam Price", "social worker", Attending.IN_THE_ROOM, "", "", ""),
        Attendee(
            "Miss Priya Shah",
            "local authority solicitor",
            Attending.BY_TELEPHONE,
            "for the local authority",
            "",
            "",
        ),
        Attendee("Mr Tom Field", "business support", Attending.IN_THE_ROOM, "", "", ""),
    ),
    apologies=("Mrs Joan Carter (grandmother)", "Dr Imran Malik (health visitor)"),
    absent=(),
    breaks=(
        MinutedBreak("Ms Carter", "10:50", True, "10:52", "11:05"),
        MinutedBreak("Mr Doyle", "10:50", False, "", ""),
    ),
)

ADVICE = (
    MinutedAdvice(
        "Ms Carter",
        date(2026, 12, 23),
        YesNo.YES,
        "Ms Okafor, Hart & Lane",
        capacity_doubt=False,
        choice=None,
        choice_reason="",
    ),
    MinutedAdvice(
        "Mr Doyle",
        date(2026, 12, 24),
        YesNo.NO,
        "",
        capacity_doubt=False,
        choice=AdviceChoice.PROCEED,
        choice_reason="He wants to hear the plan today and will see a solicitor on Friday.",
    ),
)

DOCUMENTS = (
    said(
        1,
        "Mr Price",
        "Letter before proceedings of 21 December 2026, with the draft plan.",
        EntryKind.DOCUMENT,
        time="10:06",
    ),
    said(
        2,
        "Ms Okafor",
        "Three photographs of the bathroom, taken on 9 January 2027.",
        EntryKind.DOCUMENT,
        time="10:07",
    ),
)

CONCERNS = (
    MinutedConcern(
        1,
        "Neglect",
        "We are worried that the home is not clean and safe enough for the children, and that "
        "Jayden often goes to school hungry and tired.",
        "since spring 2025",
        (),
        (
            (date(2026, 9, 14), "There was mouldy food on the kitchen floor where Lily played."),
            (date(2026, 11, 3), "The stairs were blocked, and the smoke alarm had no battery."),
            (date(2026, 12, 1), "Jayden came to school without a coat for the third time."),
        ),
        (
            said(
                3,
                "Ms Carter",
                "The kitchen was bad in September. The bathroom has been done since.",
                EntryKind.AGREED,
                time="10:21",
            ),
            said(
                4,
                "Mr Doyle",
                "He did not know about the coat. He says that school never told him.",
                EntryKind.DISPUTED,
                time="10:24",
                children=("JC",),
            ),
        ),
    ),
    MinutedConcern(
        2,
        "Emotional abuse",
        "We are worried that the children hear and see arguments that frighten them.",
        "since July 2026",
        ("JC", "LC"),
        (
            (date(2026, 7, 19), "A neighbour called the police. Jayden was found on the landing."),
            (date(2026, 10, 30), "Lily told her nursery that “daddy shouts the house down”."),
        ),
        (
            said(
                5,
                "Ms Carter",
                "I don't want them to grow up with shouting like I did.",
                EntryKind.VIEW,
                time="10:31",
                verbatim=True,
            ),
            said(
                6,
                "Mr Doyle",
                "He disputes 19 July: it was a loud television.",
                EntryKind.DISPUTED,
                time="10:33",
            ),
        ),
    ),
)

_TALK = (
    "The health visitor's notes show that appointments were kept in the autumn. ",
    "Mr Price described what he saw on his last three visits and what had changed. ",
    "The family explained how mornings work at home, who gets up, and who takes whom where. ",
    "Everyone agreed that the landlord has to be asked in writing about the damp.",
)

SECTIONS = (
    Section(
        "welcome",
        "Welcome",
        (said(7, "Mrs Adeyemi", "Welcomed everyone and explained why we meet.", time="10:01"),),
    ),
    Section("empty", "Any other business", ()),
    Section(
        "support",
        "Help so far",
        tuple(
            said(8 + n, "Mr Price", "".join(_TALK[: n % 4 + 1]), time=f"10:{35 + n}")
            for n in range(14)
        ),
    ),
    Section(
        "urgent",
        "Family and friends",
        (
            said(
                22,
                "Ms Carter",
                "Her mother can have the children on Fridays.",
                EntryKind.AGREED,
                time="10:49",
            ),
            said(23, "", "The meeting paused for ten minutes.", EntryKind.PAUSE, time="10:50"),
        ),
    ),
)

VIEWS = (
    Section(
        "parents",
        "The parents' views",
        (
            said(
                24,
                "Ms Carter",
                "She wants help, and wants it to be the same worker each week.",
                EntryKind.VIEW,
            ),
            said(25, "Mr Doyle", "I'll do what it takes.", EntryKind.VIEW, verbatim=True),
        ),
    ),
    Section(
        "children",
        "The children's views",
        (
            said(
                26,
                "Jayden, through Mr Price",
                "I like it when nana comes.",
                EntryKind.VIEW,
                verbatim=True,
                children=("JC",),
            ),
        ),
    ),
    Section(
        "lawyers",
        "The lawyers' views",
        (
            said(
                27,
                "Ms Okafor",
                "Asked for the assessor's name by the end of the week.",
                EntryKind.VIEW,
            ),
        ),
    ),
)

PLAN = (
    line(
        1,
        "Keep the home clean and safe for the children",
        state=LineState.AMENDED,
        drafted_as="Ensure that the home is clean",
        parts=(
            "There is no mouldy food or mouldy things in the home.",
            "The floors and carpets are clean and hoovered.",
            "The hall and the stairs are clear.",
            "The bathroom is clean.",
            "Each child has a clean bedroom and clean sheets.",
        ),
        owner="Ms Leanne Carter",
        helper="Mrs Joan Carter",
        support="Mr Price brings a skip on 15 January and we pay for it.",
        measure="Mr Price checks all five with Ms Carter on each visit and writes it down.",
        child_benefit="Lily can play on the floor.",
        due=date(2027, 2, 5),
        due_week=4,
        concern=1,
        contingency="We meet on 8 February to see what got in the way.",
        goal="The children live in a clean home.",
        answers=BOTH,
    ),
    line(
        2,
        "Fire risk visit, and do what the fire officer advises",
        support="We book the visit.",
        measure="The fire officer's report says that it is done.",
        due=date(2027, 1, 29),
        due_week=3,
        concern=1,
        answers=answers(
            ParentAnswer.AGREED, ParentAnswer.WITH_CONDITIONS, "only if it is after his shift"
        ),
    ),
    line(
        3,
        "Visits to see the children at home",
        kind=LineKind.VISIT,
        owner="Mr Sam Price",
        owner_is_ours=True,
        measure="Each visit is written up the same day.",
        starts=date(2027, 1, 19),
        rhythm="every Tuesday at 4 pm",
        until=date(2027, 4, 6),
        children=("JC", "LC"),
        answers=BOTH,
    ),
    line(
        4,
        "Parenting assessment of both parents",
        kind=LineKind.ASSESSMENT,
        owner="Ms Grace Hill",
        owner_is_ours=True,
        support="We pay for travel, and sessions are after school.",
        measure="The report is shared with both parents.",
        sessions=6,
        due=date(2027, 4, 16),
        due_week=14,
        exception="The assessor is on leave in March; agreed by Mrs Adeyemi.",
        answers=answers(ParentAnswer.AGREED, ParentAnswer.NOT_AGREED),
    ),
    line(
        5,
        "See the domestic abuse adviser",
        kind=LineKind.SERVICE,
        support="Mr Price goes with Ms Carter the first time.",
        measure="The adviser confirms each session by email.",
        rhythm="every Thursday at 1 pm",
        starts=date(2027, 1, 21),
        until=date(2027, 3, 25),
        concern=2,
        answers=answers(ParentAnswer.AGREED, ParentAnswer.NO_ANSWER),
    ),
    line(6, "Ask the landlord about the damp", state=LineState.DROPPED, owner="Mr Sean Doyle"),
    line(
        7,
        "Nobody is hit, threatened or shouted at in front of the children",
        kind=LineKind.BOTTOM_LINE,
        owner="",
        consequence="We speak to our lawyers the same day about going to court.",
        answers=BOTH,
    ),
)

MINUTES = Minutes(
    reference="PLO-2026-014",
    kind=MeetingKind.INITIAL,
    number=1,
    version=1,
    version_reason="",
    on=date(2027, 1, 12),
    chair="Mrs Ruth Adeyemi, team manager",
    minute_taker="Mr Tom Field, business support",
    children=CHILDREN,
    sittings=(SITTING,),
    adjustments=(
        "Ms Nowak interprets for Mr Doyle (Polish).",
        "Short sentences and a say-back after each part, for Ms Carter.",
    ),
    advice=ADVICE,
    concerns=CONCERNS,
    views=VIEWS,
    sections=SECTIONS,
    documents=DOCUMENTS,
    network=MinutedNetwork(
        date(2026, 12, 21),
        OfferAnswer.ACCEPTED,
        "Ms Carter",
        date(2027, 1, 22),
        (
            MinutedHelp(
                "Mrs Joan Carter",
                "grandmother",
                "Has the children on Fridays after school.",
                could_care=True,
                viability_by=date(2027, 2, 19),
            ),
            MinutedHelp("Ms Kim Reed", "aunt", "Takes Jayden to football.", False, None),
        ),
    ),
    consents=(
        MinutedConsent(
            "Ms Carter",
            "sharing records",
            YesNo.YES,
            "",
            advice_had=True,
            taken_back_on=date(2027, 3, 3),
        ),
        MinutedConsent("Mr Doyle", "sharing records", YesNo.NO, "He will ask a solicitor first."),
    ),
    plan=PLAN,
    consequences=(
        said(
            28,
            "Mrs Adeyemi",
            "Explained that we would ask a court to decide if the children were not safe.",
            EntryKind.CONSEQUENCE,
            time="11:35",
        ),
        said(
            29,
            "Mr Doyle",
            "So no shouting, or you go to a judge.",
            EntryKind.CONSEQUENCE,
            time="11:36",
            verbatim=True,
        ),
    ),
    dates=(
        MinutedDate(
            "Midway review",
            date(2027, 2, 23),
            "10:00",
            "Meeting room 4, Civic Offices, Sutton",
            "week 6 of the window",
        ),
        MinutedDate(
            "Final review",
            date(2027, 4, 6),
            "10:00",
            "Meeting room 4, Civic Offices, Sutton",
            "week 12 of the window",
        ),
        MinutedDate("Last day of the window", date(2027, 4, 6), "", "", "week 12 of the window"),
    ),
    window_start=date(2027, 1, 12),
    window_end=date(2027, 4, 6),
    reasons=(
        "Line 4 of the plan, on the rule “No later than the window”: away on leave (Mrs Adeyemi)",
    ),
    circulation=("Ms Carter, through Ms Okafor", "Mr Doyle, from Mr Price", "Miss Shah"),
    sheet_text='key = "initial"  # prompt: Is it safe for everyone to be in one room?',
    policy_text="window_weeks = 12",
)

CHAIR = GivenApproval(
    ApprovalRole.CHAIR,
    "Mrs Ruth Adeyemi",
    "in the app",
    datetime(2027, 1, 13, 9, 12, tzinfo=UTC),
    HEAD,
)
LEGAL = GivenApproval(
    ApprovalRole.LEGAL,
    "Miss Priya Shah",
    "by email, recorded by Mrs Adeyemi",
    datetime(2027, 7, 1, 13, 40, tzinfo=UTC),
    HEAD[::-1],
)


def edition_of(minutes: Minutes, state: MinutesState = MinutesState.APPROVED) -> Edition:
    """An edition of some minutes, with the approvals that its state needs."""
    given = {MinutesState.DRAFT: (), MinutesState.CHAIR: (CHAIR,)}.get(state, (CHAIR, LEGAL))
    issued = datetime(2027, 7, 1, 15, 0, tzinfo=UTC) if state is MinutesState.ISSUED else None
    return Edition(minutes, state, fingerprint(freeze(minutes)), given, issued)


APPROVED = edition_of(MINUTES)
DRAFT = edition_of(MINUTES, MinutesState.DRAFT)
