"""The Carters' draft plan. Three of its lines are faulty, so that the findings have work."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from agenda.timetable import timetable
from agenda.words import LineKind
from plo_tui.store.verbs.planning import LineValues, add_line

if TYPE_CHECKING:
    from uuid import UUID

    from plo_tui.demo.author import Author
    from plo_tui.demo.carter import Carters
    from plo_tui.demo.staff import DemoStaff

_HOME = (
    "No mouldy food or objects in the home",
    "Floors and carpets clean and hoovered",
    "Hallways and stairs clear",
    "Bathroom clean",
    "Each child has a clean bedroom, with clean sheets on the bed",
)


def draft_plan(author: Author, staff: DemoStaff, carters: Carters) -> None:
    """Write the draft that goes to the meeting.

    Its three faults: line 2 is due after the window, line 3 only says `engage`, and nobody is
    named on line 6.
    """
    for values, parts, children in (
        *_at_home(author, carters),
        *_watched(author, staff, carters),
        *_kept_safe(carters),
    ):
        author.new_in(add_line, carters.episode, values, parts, children)


Line = tuple[LineValues, tuple[str, ...], tuple["UUID", ...]]


def _at_home(author: Author, carters: Carters) -> tuple[Line, ...]:
    today, everyone = author.today, carters.children
    return (
        (
            {
                "kind": LineKind.ACTION,
                "what": "Home clean enough for the children, in these five ways",
                "owner_person_id": carters.mother,
                "helper": "Mrs Pryce, on Saturdays",
                "support": "We pay for a skip and for one deep clean in week 1",
                "measure": "The social worker sees all five at two visits, one without notice",
                "child_benefit": "Josie and Toby can play, wash and sleep in clean rooms",
                "due": author.working_day(today, 24),
                "contingency": "If one is not done, we meet at home within three working days",
                "concern_id": carters.neglect,
                "goal_id": carters.clean_home,
            },
            _HOME,
            everyone,
        ),
        (
            {
                "kind": LineKind.ACTION,
                "what": "Follow the fire prevention officer's advice after the fire risk check",
                "owner_person_id": carters.father,
                "support": "We book the check and come to it",
                "measure": "The officer's letter says that each point is done",
                "due": author.days.on_or_after(today + timedelta(days=92)),
                "concern_id": carters.neglect,
                "goal_id": carters.clean_home,
            },
            (),
            everyone,
        ),
        (
            {
                "kind": LineKind.SERVICE,
                "what": "Engage with the domestic abuse service",
                "owner_person_id": carters.mother,
                "support": "We pay the bus fares and find child care for the hour",
                "measure": "Ms Cole tells the social worker how it goes",
                "due": author.working_day(today, 66),
                "concern_id": carters.emotional_abuse,
                "goal_id": carters.calm_home,
            },
            (),
            everyone,
        ),
    )


def _watched(author: Author, staff: DemoStaff, carters: Carters) -> tuple[Line, ...]:
    final = timetable(author.today, author.policy, author.days).final_review.date
    josie, toby, maya = carters.children
    return (
        (
            {
                "kind": LineKind.VISIT,
                "what": "The social worker visits the children at home",
                "owner_staff_id": staff.carters_worker,
                "rhythm": "Every Tuesday at 4 pm, and once a fortnight without notice",
                "until": final,
                "concern_id": carters.neglect,
                "goal_id": carters.clean_home,
            },
            (),
            carters.children,
        ),
        (
            {
                "kind": LineKind.ASSESSMENT,
                "what": "Parenting assessment of both parents",
                "owner_staff_id": staff.assessor,
                "support": "Sessions at home or in the family centre, as the parents choose",
                "sessions": 8,
                "due": author.working_day(author.today, 68),
                "concern_id": carters.neglect,
            },
            (),
            carters.children,
        ),
        (
            {
                "kind": LineKind.ACTION,
                "what": "Bring Josie to school and Toby to nursery by 8:50",
                "measure": "The registers show nine days out of ten",
                "rhythm": "Every school day",
                "until": final,
                "concern_id": carters.neglect,
            },
            (),
            (josie, toby),
        ),
        (
            {
                "kind": LineKind.ACTION,
                "what": "Ask the midwife for a joint plan for the birth",
                "owner_staff_id": staff.carters_worker,
                "measure": "Both parents and Ms Shah have the plan in writing",
                "due": author.working_day(author.today, 18),
                "concern_id": carters.neglect,
            },
            (),
            (maya,),
        ),
    )


def _kept_safe(carters: Carters) -> tuple[Line, ...]:
    return (
        (
            {
                "kind": LineKind.AGREEMENT,
                "what": "Mr Carter leaves the home for the night when voices are raised",
                "owner_person_id": carters.father,
                "helper": "His brother, who has a bed for him",
                "contingency": "If he does not go, Ms Carter rings the police on 999",
                "concern_id": carters.emotional_abuse,
                "goal_id": carters.calm_home,
            },
            (),
            carters.children,
        ),
        (
            {
                "kind": LineKind.BOTTOM_LINE,
                "what": "No child is hurt, and no child sees anyone being hurt",
                "consequence": "We ask our lawyers the same day whether to go to court",
                "concern_id": carters.emotional_abuse,
            },
            (),
            carters.children,
        ),
    )
