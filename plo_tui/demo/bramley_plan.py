"""The Bramleys' draft plan, as it is embedded in the referral to legal planning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.words import LineKind
from plo_tui.store.verbs.planning import LineValues, add_line

if TYPE_CHECKING:
    from uuid import UUID

    from plo_tui.demo.author import Author
    from plo_tui.demo.bramley import Bramleys
    from plo_tui.demo.staff import DemoStaff

Line = tuple[LineValues, tuple[str, ...], tuple["UUID", ...]]


def draft_plan(author: Author, staff: DemoStaff, family: Bramleys) -> None:
    """Write the draft: for both children, for Ivy with Mr Doyle, for Finn with Mr Aziz.

    Nobody knows the window yet, so its days are counted from a likely initial meeting.
    """
    for values, parts, children in (
        *_care(author, staff, family),
        *_violence(author, family),
        _finns_father(author, family),
        *_limits(family),
    ):
        author.new_in(add_line, family.episode, values, parts, children)


def _care(author: Author, staff: DemoStaff, family: Bramleys) -> tuple[Line, ...]:
    both = (family.ivy, family.finn)
    return (
        (
            {
                "kind": LineKind.ACTION,
                "what": "Ivy and Finn have enough to eat and see the people they need to see",
                "owner_person_id": family.mother,
                "support": "We give food vouchers each Monday and drive to the clinic",
                "measure": "The school, the nursery and the health visitor tell us each Friday",
                "child_benefit": "Ivy and Finn are well, and ready to learn",
                "due": author.working_day(author.today, 56),
                "concern_id": family.neglect,
                "goal_id": family.enough_to_eat,
            },
            (
                "Food for three days is in the kitchen at every visit",
                "Ivy is at school on at least 19 of 20 days",
                "Finn goes to nursery on three mornings a week",
                "Finn has had his three missed health checks",
            ),
            both,
        ),
        (
            {
                "kind": LineKind.VISIT,
                "what": "The social worker visits Ivy and Finn at home",
                "owner_staff_id": staff.ellises_worker,
                "rhythm": "Every Wednesday at 4 pm, and once a fortnight without notice",
                "until": author.working_day(author.today, 103),
                "concern_id": family.neglect,
                "goal_id": family.calm_home,
            },
            (),
            both,
        ),
        (
            {
                "kind": LineKind.ASSESSMENT,
                "what": "Parenting assessment of Ms Bramley",
                "owner_staff_id": staff.assessor,
                "support": "Sessions are in the mornings, with breaks, and nothing to read alone",
                "sessions": 6,
                "due": author.working_day(author.today, 91),
                "concern_id": family.neglect,
            },
            (),
            both,
        ),
    )


def _violence(author: Author, family: Bramleys) -> tuple[Line, ...]:
    return (
        (
            {
                "kind": LineKind.SERVICE,
                "what": "See the domestic abuse worker once a week, 8 times",
                "owner_person_id": family.mother,
                "support": "We pay the taxi and look after Finn for the hour",
                "measure": "The worker tells us after each session that it took place",
                "sessions": 8,
                "due": author.working_day(author.today, 80),
                "concern_id": family.violence,
                "goal_id": family.calm_home,
            },
            (),
            (family.ivy,),
        ),
        (
            {
                "kind": LineKind.ACTION,
                "what": "Go to the course for men who have hurt a partner, 10 evenings",
                "owner_person_id": family.doyle,
                "support": "We book the course and pay the bus",
                "measure": "The course leader's list shows each evening",
                "sessions": 10,
                "due": author.working_day(author.today, 94),
                "concern_id": family.violence,
                "goal_id": family.calm_home,
            },
            (),
            (family.ivy,),
        ),
    )


def _finns_father(author: Author, family: Bramleys) -> Line:
    return (
        {
            "kind": LineKind.ACTION,
            "what": "Have Finn for the day on two Saturdays each month",
            "owner_person_id": family.aziz,
            "support": "We bring Finn and fetch him",
            "measure": "The contact book is signed each time",
            "due": author.working_day(author.today, 84),
            "concern_id": family.neglect,
        },
        (),
        (family.finn,),
    )


def _limits(family: Bramleys) -> tuple[Line, ...]:
    return (
        (
            {
                "kind": LineKind.BOTTOM_LINE,
                "what": "Mr Doyle does not come to Ivy's home or school",
                "consequence": "We ask our lawyers the same day whether to go to court",
                "concern_id": family.violence,
            },
            (),
            (family.ivy,),
        ),
    )
