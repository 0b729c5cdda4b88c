"""The Carters' final review: Jayden's closed and authorised, Lily's extended provisionally."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from carter_family import CHILDREN, MINUTES, PLAN

from agenda.decision_words import AfterClose, Outcome, Standing, Trajectory
from agenda.minuted_decision import (
    MinutedAuthority,
    MinutedConsultation,
    MinutedDecision,
    MinutedJudgement,
    MinutedTrajectory,
    MinutedView,
    MinutedWindow,
)
from agenda.minuted_plan import MinutedOutcome
from agenda.minutes import MinutedDate
from agenda.words import HelpCame, LineOutcome, MeetingKind, ParentAnswer

END = date(2027, 4, 6)
WAITING = MinutedWindow(date(2027, 5, 18), "Court Tracker", date(2027, 4, 15), END)

GIVEN = MinutedAuthority(
    name="Rob Hale",
    role="head of service",
    forum="Court Tracker",
    on=date(2027, 4, 2),
    at="14:10",
    by_telephone=True,
    why="",
)

CLOSED = MinutedDecision(
    name="Jayden Carter",
    initials="JC",
    outcome=Outcome.CLOSE,
    standing=Standing.AUTHORISED,
    authority=GIVEN,
    recommended_by="Mrs Ruth Adeyemi, team manager",
    recommended_on=date(2027, 4, 1),
    reasons="Jayden comes to school fed and warm, every day since January.",
    rejected="Extend: nothing is left to be shown.",
    considered="",
    child_view="“I like it when nana comes.”",
    views=(
        MinutedView("Ms Carter", ParentAnswer.AGREED, ""),
        MinutedView("Mr Doyle", ParentAnswer.AGREED, "It was time."),
    ),
    dissent="",
    consulted=(
        MinutedConsultation(
            "Miss Priya Shah",
            "local authority solicitor",
            date(2027, 3, 30),
            "legal gateway meeting",
            "The threshold is not met for Jayden.",
        ),
    ),
    after_close=AfterClose.CONTINUES,
    birth_plan="",
    new_end=None,
    letter_by=date(2027, 4, 9),
    window=MinutedWindow(END),
)

EXTENDED = replace(
    CLOSED,
    name="Lily Carter",
    initials="LC",
    outcome=Outcome.EXTEND,
    standing=Standing.PROVISIONAL,
    authority=None,
    reasons="The arguments are fewer. The adviser's report comes on 30 April.",
    rejected="Close: six weeks are too few to be sure.",
    considered="Considered with Miss Shah on 30 March: not now, the risk is less.",
    child_view="Lily shows her drawings and says that home is quiet.",
    views=(
        MinutedView("Ms Carter", ParentAnswer.NOT_AGREED, "I have done all that you asked."),
        MinutedView("Mr Doyle", ParentAnswer.WITH_CONDITIONS, "only if it is the last time"),
    ),
    dissent="Dr Malik, health visitor: Lily's weight has not risen.",
    after_close=None,
    new_end=date(2027, 5, 18),
    letter_by=None,
    window=WAITING,
)

FOUND = MinutedOutcome(LineOutcome.DONE, "Mr Price saw it.", "", HelpCame.ON_TIME, "")

REVIEW = replace(
    MINUTES,
    kind=MeetingKind.FINAL,
    number=3,
    on=date(2027, 4, 1),
    children=CHILDREN[:2],
    concerns=(
        replace(
            MINUTES.concerns[0],
            trajectory=MinutedTrajectory(Trajectory.REDUCED, "The school's record of 3 March"),
        ),
        MINUTES.concerns[1],
    ),
    plan=(
        replace(PLAN[0], outcome=FOUND, finished=LineOutcome.DONE),
        replace(PLAN[1], finished=LineOutcome.NOT_NEEDED),
        *PLAN[2:],
    ),
    judgements=(
        MinutedJudgement("Jayden Carter", "JC", Trajectory.REDUCED, "Twelve calm weeks."),
        MinutedJudgement("Lily Carter", "LC", Trajectory.SAME, ""),
    ),
    decisions=(CLOSED, EXTENDED),
    windows=(MinutedWindow(END), WAITING),
    dates=(
        MinutedDate(
            "Last day of the window for LC (provisional)", WAITING.last_day, "", "", "week 18"
        ),
    ),
    window_end=WAITING.last_day,
)
