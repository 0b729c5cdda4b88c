"""The verb that passes a `must`: by a recorded reason and name, never by a flag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.concern_rules import LIMIT
from agenda.entitled import DISPUTED
from agenda.records import (
    ExceptionalReason,
)
from agenda.steps import Step
from plo_tui.store.verbs.family import open_episode
from plo_tui.store.verbs.permitted import permitted, permitted_in_episode
from plo_tui.store.verbs.words import paragraph

if TYPE_CHECKING:
    from uuid import UUID

    from plo_tui.store.work import Work


def record_reason(
    work: Work, case_id: UUID, rule: str, about: UUID | None, reason: str, meeting_id: UUID | None
) -> None:
    """Record why a `must` is passed; the name is the actor's.

    Raises:
        Refused: where the minutes it would stand in are approved. One for a worry more than the
            policy's number never is: a new worry can always be recorded; nor is legal's on
            who has copies, which stands in no minutes.
    """
    work.case_id = case_id
    if rule not in (LIMIT.key, DISPUTED.key):
        _refuse_if_closed(work, case_id, meeting_id)
    work.add(
        ExceptionalReason(
            case_id=case_id,
            meeting_id=meeting_id,
            rule=rule,
            about=about,
            reason=paragraph(reason, "reason", called="the reason"),
            by_staff_id=work.actor,
            at=work.at,
        )
    )


def _refuse_if_closed(work: Work, case_id: UUID, meeting_id: UUID | None) -> None:
    if meeting_id:
        permitted(work, Step.REASON, meeting_id)
    elif episode := open_episode(work, case_id):
        permitted_in_episode(work, Step.PLAN, episode.id)
