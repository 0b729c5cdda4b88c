"""Verbs on what a review finds before it decides: each worry's trajectory, each child's risk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.decision_words import Trajectory
from agenda.london import london_date
from agenda.records import ChildJudgement, ConcernTrajectory, MidwayConsidered
from agenda.steps import Step
from plo_tui.store.verbs.episodes import in_episode
from plo_tui.store.verbs.reviewing import refuse_unless_review
from plo_tui.store.verbs.words import paragraph, within_length

if TYPE_CHECKING:
    from uuid import UUID

    from plo_tui.store.work import Work


def record_trajectory(
    work: Work, meeting_id: UUID, concern_id: UUID, trajectory: Trajectory, evidence: str = ""
) -> None:
    """Record which way a worry has gone by a review, in the place of what it said before.

    Raises:
        Refused: in an initial meeting, or once the minutes are approved.
    """
    refuse_unless_review(work, Step.ANSWERS, meeting_id)
    said = {"trajectory": Trajectory(trajectory), "evidence": evidence.strip()}
    within_length(said)
    work.put(ConcernTrajectory, {"meeting_id": meeting_id, "concern_id": concern_id}, said)


def record_judgement(
    work: Work, meeting_id: UUID, child_id: UUID, risk: Trajectory, reasons: str = ""
) -> None:
    """Record a review's overall judgement on the risk to a child, in the place of an earlier one.

    Raises:
        Refused: in an initial meeting, or once the minutes are approved.
    """
    refuse_unless_review(work, Step.ANSWERS, meeting_id)
    said = {"risk": Trajectory(risk), "reasons": reasons.strip()}
    within_length(said)
    work.put(ChildJudgement, {"meeting_id": meeting_id, "child_id": child_id}, said)


def consider_midway(work: Work, episode_id: UUID, slipped: str, *, hold: bool, why: str) -> None:
    """Record that a midway review was considered because of slippage: yes or no, and why.

    Args:
        work: the transaction; its actor considered it, on its day in London.
        episode_id: the episode.
        slipped: what had slipped, as `agenda.slippage.slipped` said it.
        hold: whether a midway review will be held.
        why: why, or why not.

    Raises:
        Refused: where no reason is given.
    """
    in_episode(work, episode_id)
    work.add(
        MidwayConsidered(
            episode_id=episode_id,
            on=london_date(work.at),
            hold=hold,
            why=paragraph(why, "why", called="why, or why not"),
            slipped=slipped,
            by_staff_id=work.actor,
        )
    )
