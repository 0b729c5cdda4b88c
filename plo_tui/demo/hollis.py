"""The Hollises: seven weeks on, and the plan is slipping. A home without heat, missed checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.words import ChildPlan, EntryKind, LineKind, Relation
from plo_tui.demo.weeks_on import Facts, Line, Parent, Worry

if TYPE_CHECKING:
    from plo_tui.demo.author import Author

REFERENCE = "PLO-2026-006"

_NOTE, _VIEW, _AGREED = EntryKind.NOTE, EntryKind.VIEW, EntryKind.AGREED

_LINES = (
    Line(
        {
            "kind": LineKind.ACTION,
            "what": "The boiler is mended and the bedroom is warm at night",
            "support": "We pay the plumber",
            "measure": "The thermometer by the cot reads 16 to 20 degrees at three visits",
            "contingency": "Until it is mended we lend two heaters",
        },
        owner="th",
        worry=1,
        due=21,
    ),
    Line(
        {
            "kind": LineKind.ACTION,
            "what": "Noah has his hearing test and his three missed injections",
            "support": "Callum Frost drives",
            "measure": "The red book shows each date",
        },
        owner="th",
        worry=2,
        due=35,
    ),
    Line(
        {
            "kind": LineKind.ASSESSMENT,
            "what": "Parenting assessment of Ms Hollis",
            "support": "Sessions are while Noah is at nursery",
            "sessions": 4,
        },
        owner="assessor",
        worry=2,
        due=42,
    ),
    Line(
        {
            "kind": LineKind.VISIT,
            "what": "The social worker visits Noah at home",
            "rhythm": "Every Thursday at 3 pm",
        },
        owner="ellises_worker",
        worry=1,
        until_final=True,
    ),
    Line(
        {
            "kind": LineKind.BOTTOM_LINE,
            "what": "Noah is never left alone in the home",
            "consequence": "We ask our lawyers the same day whether to go to court",
        },
        owner="",
        worry=2,
    ),
)

_SAID = {
    "welcome": (("", _NOTE, "Everyone gave their name and role."),),
    "advice": (("", _NOTE, "Ms Hollis had two hours with her solicitor on Monday."),),
    "worries": (
        ("th", _AGREED, "She agrees that the flat is cold and that she missed the tests."),
    ),
    "parents": (("th", _VIEW, "I ring the landlord each week. He never comes."),),
    "child": (("", _NOTE, "Noah showed the social worker where he sleeps, in his coat."),),
    "support": (("", _NOTE, "Food vouchers in the spring. A heater would have helped more."),),
    "network": (("th", _NOTE, "My dad can come on Sundays."),),
    "assessments": (("", _NOTE, "Wanda Lis explained the four sessions."),),
    "plan": (("th", _AGREED, "She agrees to each line if the plumber is paid by us."),),
    "break": (("", _NOTE, "A break was offered and not wanted."),),
    "bottom_line": (
        ("", EntryKind.CONSEQUENCE, "If Noah is alone we ask our lawyers the same day."),
    ),
    "dates": (("", _NOTE, "The chair read the plan back, and Ms Hollis said it is right."),),
}


def facts(author: Author) -> Facts:
    """Return the family's facts, on days counted from today."""
    return Facts(
        reference=REFERENCE,
        met=46,
        final_today=False,
        worker="ellises_worker",
        children=(
            {
                "full_name": "Noah Hollis",
                "initials": "NH",
                "authority_child_id": "C-40021",
                "born_on": author.ago(3 * 365),
                "plan": ChildPlan.CHILD_IN_NEED,
                "plan_since": author.ago(120),
            },
        ),
        parents=(
            Parent("Tessa Hollis", "Ms Hollis", "th", Relation.MOTHER,
                   "Ruth Kemp", "Ms Kemp", "Kemp and Daughters"),
        ),
        worries=(
            Worry(
                {
                    "heading": "A home without heat",
                    "summary": "The flat has had no heating since September. Noah coughs.",
                    "danger_statement": "We are worried that Noah becomes seriously ill.",
                    "since": "Since September",
                },
                ((15, "Nine degrees beside the cot at 10 am."),),
            ),
            Worry(
                {
                    "heading": "Missed health checks",
                    "summary": "Noah has missed his hearing test and three injections.",
                    "danger_statement": "We are worried that Noah cannot hear, and nobody knows.",
                    "since": "Since he was one",
                },
                ((40, "The clinic's third letter was not answered."),),
            ),
        ),
        lines=_LINES,
        said=_SAID,
    )  # fmt: skip
