"""Verbs on the experts contacted before a legal planning meeting: costs and reporting times."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from agenda.records import ExpertEnquiry
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.episodes import in_episode
from plo_tui.store.verbs.words import line, refuse_future, stripped, within_length

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from plo_tui.store.work import Work

MOST_PENCE = 100_000_000
"""A million pounds: a cost beyond it is a slip of the finger."""
MOST_WEEKS = 520
"""Ten years: a report later than that is a slip of the finger."""
MOST_OF_FIELD = 60
"""Characters that name a kind of assessment. It stands in the family's plan: a reason does not."""
_HAPPENED = {
    "contacted_on": "The day on which they were contacted",
    "answered_on": "The day of the answer",
}


class ExpertValues(TypedDict, total=False):
    """What is known of an expert contacted: the cost in pence, the report in calendar weeks."""

    expert: str
    field: str
    contacted_on: date | None
    answered_on: date | None
    cost_pence: int | None
    report_weeks: int | None
    note: str


def add_expert(work: Work, episode_id: UUID, enquiry_id: UUID, values: ExpertValues) -> None:
    """Record that an expert is to be contacted, or was, before the legal planning meeting."""
    in_episode(work, episode_id)
    work.add(ExpertEnquiry(id=enquiry_id, episode_id=episode_id, **_of_expert(work, values)))


def change_expert(work: Work, enquiry_id: UUID, version: int, values: ExpertValues) -> None:
    """Record what an expert answered, or put right what was recorded."""
    in_episode(work, work.get(ExpertEnquiry, enquiry_id).episode_id)
    work.change(ExpertEnquiry, enquiry_id, version, **_of_expert(work, values))


def withdraw_expert(work: Work, enquiry_id: UUID) -> None:
    """Withdraw an expert from the list; the record of having asked them stays."""
    enquiry = work.get(ExpertEnquiry, enquiry_id)
    in_episode(work, enquiry.episode_id)
    work.withdraw([enquiry])


def _of_expert(work: Work, values: ExpertValues) -> dict[str, Any]:
    """Return what is recorded of an expert.

    Raises:
        Refused: without a name; for a cost, a time or a day that cannot be; where more than a
            kind of assessment stands in its place.
    """
    within_length(values)
    said = stripped(values)
    refuse_future(work, said, _HAPPENED)
    if "expert" in said:
        said["expert"] = line(said["expert"], "expert", called="the expert's name")
    if len(said.get("field") or "") > MOST_OF_FIELD:
        raise Refused(
            "Name the kind of assessment in a few words, such as psychology: where this expert is "
            "chosen, it stands in the family's plan. What else there is to say goes in the note.",
            "field",
        )
    cost, weeks = said.get("cost_pence"), said.get("report_weeks")
    if cost is not None and not 0 <= cost <= MOST_PENCE:
        raise Refused(f"A cost is from £0 to £{MOST_PENCE // 100:,}.", "cost_pence")
    if weeks is not None and not 1 <= weeks <= MOST_WEEKS:
        raise Refused(f"A report takes from 1 to {MOST_WEEKS} weeks.", "report_weeks")
    contacted, answered = said.get("contacted_on"), said.get("answered_on")
    if contacted and answered and answered < contacted:
        raise Refused("The answer comes after they were contacted.", "answered_on")
    return said
