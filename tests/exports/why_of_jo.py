"""A fictional child's chain, as short as one may be that holds every kind of link."""

from __future__ import annotations

from datetime import date

from agenda.why_page import Cited, MadeFrom, Point, Why, WhyDecision, WhyLine, WhyWorry, gap
from agenda.words import MeetingKind, MinutesState

FIRST = Cited(MeetingKind.INITIAL, date(2027, 1, 12), (7, 8, 9))
FINAL = Cited(MeetingKind.FINAL, date(2027, 4, 1), (), 1, is_draft=True)

LINE = WhyLine(
    agreed=(
        Point("Line 1, action", "Clear the stairs.", (FIRST,)),
        Point("Who and when", "Ms Carter. By 5 February 2027."),
    ),
    help=(Point("Our help", "We pay for a skip."), Point("Our help at the final review", "late.")),
    found=(Point("At the final review", "done. Sam <saw> it.", (FINAL,)),),
)
WHY = Why(
    reference="PLO-2027-001",
    full_name="Jo & Co Carter",
    initials="JC",
    born_on=date(2019, 1, 1),
    due_on=None,
    window="12 January 2027 to 6 April 2027",
    made_on=date(2027, 9, 8),
    stands="close pre-proceedings, authorised.",
    worries=(
        WhyWorry(1, "Neglect", (Point("Danger", "The stairs are steep.", (FIRST,)),), (LINE,)),
        WhyWorry(2, "Noise", (gap("No line of the plan answers this worry."),), ()),
    ),
    other_lines=(),
    limits=(Point("Line 6, bottom line", "Never left alone."),),
    views=(Point("The parents and family", "", (FIRST,)),),
    risk=(Point("At the final review", "reduced."),),
    decisions=(
        WhyDecision(
            MeetingKind.FINAL,
            date(2027, 4, 1),
            (Point("Decided", "close pre-proceedings."), Point("Reasons", "One.\nTwo.")),
        ),
    ),
    made_from=(
        MadeFrom(MeetingKind.INITIAL, date(2027, 1, 12), 1, MinutesState.ISSUED, "ab" * 32),
    ),
)
