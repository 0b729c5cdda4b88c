"""Verbs on the authority's staff and teams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import select

from agenda.records import Staff, Team
from agenda.words import StaffRole
from plo_tui.store.verbs.words import line, within_length

if TYPE_CHECKING:
    from uuid import UUID

    from plo_tui.store.work import Work


def add_staff(
    work: Work, staff_id: UUID, name: str, role: StaffRole, team: str = "", login: str = ""
) -> None:
    """Add a member of staff; their team is made where it is not there yet.

    Args:
        work: the transaction.
        staff_id: the new key.
        name: their name, as the minutes print it.
        role: their role.
        team: the team's name; empty for none.
        login: the name they sign in with on this machine; empty where they never do.

    Raises:
        Refused: where the name is empty.
    """
    name = line(name, "name", called="the name")
    team_id = _team(work, line(team, "team", called="the team")) if team.strip() else None
    work.add(Staff(id=staff_id, name=name, role=StaffRole(role), team_id=team_id, login=login))
    if work.actor_id is None and login:
        work.actor_id = staff_id


def change_telephone(work: Work, staff_id: UUID, telephone: str) -> None:
    """Record on which number a member of staff is rung, as letters print it."""
    said = {"telephone": " ".join(telephone.split())}
    within_length(said)
    work.change(Staff, staff_id, None, **said)


def _team(work: Work, name: str) -> UUID:
    team = work.session.exec(select(Team).where(Team.name == name)).first()
    if team is None:
        team = Team(name=name)
        work.add(team)
    return team.id
