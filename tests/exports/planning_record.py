"""A legal planning meeting's record, as its document prints it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from agenda.legal_planning_minutes import (
    Assessor,
    DraftedLine,
    LegalPlanningEdition,
    LegalPlanningRecord,
    PlannedMeeting,
    RecordedExpert,
    RecordedOption,
)
from agenda.legal_planning_words import CapacityAnswer, PlanningOutcome, PlanningPurpose
from agenda.minutes import Attendee, MinutedSitting, Paragraph, Section
from agenda.words import Attending, EntryKind

DAY = date(2027, 1, 5)
RECORD = LegalPlanningRecord(
    reference="PLO-2027-003",
    initials="IR, NR",
    number=1,
    version_reason="",
    purpose=PlanningPurpose.START,
    on=DAY,
    chair="Rob Hale",
    minute_taker="Tom Webb",
    effective=True,
    not_effective_why="",
    sittings=(
        MinutedSitting(
            1, DAY, "14:00", "15:10", "Room 4",
            (Attendee("Rob Hale", "head of service", Attending.IN_THE_ROOM, "", "", ""),
             Attendee("Helen Ward", "local authority solicitor", Attending.BY_VIDEO, "", "14:05",
                      "")),
            ("Ann Cole (team manager)",), (), (),
        ),
    ),
    readiness=(("Approved", "4 January 2027, Rob Hale"),),
    worries=("1. Neglect",),
    options=(RecordedOption("Issue <proceedings>", "Too early & too far."),),
    plo_considered="Considered first.",
    outcome=PlanningOutcome.START,
    reasons="Change is possible in time.",
    why_not_outside="",
    in_legal_advice="",
    information="",
    information_by=None,
    draft_plan=(
        DraftedLine(1, "visit", "We visit", ("in the week",), "Priya Shah", "every Tuesday", "",
                    ""),
    ),
    experts=(RecordedExpert("Dr Ray Moss", "psychology", "£2,400", True),),
    assessor=Assessor(date(2027, 1, 4), "Ann Cole", CapacityAnswer.YES, "Priya Shah", True),
    initial_meeting=PlannedMeeting(date(2027, 1, 26), "10:00", "Civic Offices"),
    sections=(
        Section("legal_advice", "Legal advice", (
            Paragraph(1, "14:30", "Helen Ward", EntryKind.PRIVILEGED, "Threshold is met.", False,
                      ()),
        )),
    ),
    exceptions=(),
    sheet_text="",
    policy_text="",
)  # fmt: skip
APPROVED = LegalPlanningEdition(
    RECORD, "ab" * 32, "Rob Hale", datetime(2027, 1, 6, 9, tzinfo=UTC), "cd" * 32
)
