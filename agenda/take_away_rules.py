"""When pages may go home from a meeting, for whom, and who releases them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.finding import Finding, Level, Rule
from agenda.minuting_people import CAME
from agenda.stages import stage_in
from agenda.steps import Step
from agenda.who_may import around_in, why_closed, why_not_theirs
from agenda.words import PersonKind

if TYPE_CHECKING:
    from uuid import UUID

    from agenda import records
    from agenda.papers import Papers

WITHHELD = Rule(
    "pages.withheld",
    Level.MUST,
    "No page goes home while what is kept from someone in the family is noted in free words alone.",
    "Own: a page is searched for each detail's exact words",
)
APART = Rule(
    "pages.apart",
    Level.MUST,
    "No page goes home from sittings of parents' own until it is recorded who is kept apart.",
    "Own: a page leaves out whom its reader is kept apart from",
)


_RECORD = (
    "Record it away from this room. Tell each person alone what they do, by when, and whom to ring."
)


def family_here(papers: Papers) -> list[records.Person]:
    """Return everyone of the family who came to any sitting of this meeting."""
    came = {row.person_id for row in papers.attendance if row.presence in CAME}
    return [
        person for person in papers.people if person.id in came and person.kind is PersonKind.FAMILY
    ]


def take_away_findings(papers: Papers) -> list[Finding]:
    """Return why no page may go home from this meeting; nothing where pages may.

    A parent may see the screen: no sentence says what is kept from whom.
    """
    found = []
    exact = {row.person_id for row in papers.withheld}
    if any(person.withheld.strip() and person.id not in exact for person in papers.people):
        found.append(
            Finding(
                WITHHELD,
                "This family needs a separate copy for each person. No page goes home until what "
                f"must not stand on it is recorded word for word. {_RECORD}",
            )
        )
    if any(sitting.called for sitting in papers.sittings) and not papers.kept_apart:
        found.append(
            Finding(
                APART,
                "Parents had sittings of their own in this meeting, so no page goes home until it "
                f"is recorded who must not meet. {_RECORD}",
            )
        )
    return found


def why_no_pages(papers: Papers, who: UUID | None) -> str:
    """Return why nobody, or not this member of staff, may release pages now; empty where they may.

    Args:
        papers: the meeting's papers.
        who: the member of staff who would release them.
    """
    if why := why_closed(Step.PAGES, stage_in(papers, papers.meeting)):
        return why
    if why := why_not_theirs(Step.PAGES, papers.find("Staff", who), around_in(papers)):
        return why
    if found := take_away_findings(papers):
        return found[0].sentence
    if not family_here(papers):
        return "Nobody of the family is marked as here. Mark who came, then release their pages."
    return ""
