"""A desk with an encrypted store, and a fictional family made by the verbs."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import pytest_asyncio
from form_steps import Carter
from opened_store import PASSPHRASE, prepare

from agenda.records import new_key
from agenda.words import (
    ChildPlan,
    LegalStatus,
    LineKind,
    MeetingKind,
    ParentalResponsibility,
    PersonKind,
    Relation,
    Represented,
    StaffRole,
)
from plo_tui.desk import Desk, Me, login
from plo_tui.settings import Settings
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs import concerns, family, meeting, planning, staff, ties

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path
    from uuid import UUID


NOW = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)
"""A Monday, eight days before the Carters' initial meeting."""
MEETING_ON = date(2027, 1, 12)
"""A Tuesday, so the window ends on Tuesday 6 April 2027."""


@pytest_asyncio.fixture
async def empty_desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """A desk at which nobody has said who they are."""
    prepare(tmp_path / "store")
    desk = Desk(tmp_path / "store", Settings(), clock=lambda: NOW, secret=PASSPHRASE)
    await desk.open()
    yield desk
    desk.close()


@pytest_asyncio.fixture
async def desk(empty_desk: Desk) -> Desk:
    """A desk at which a team manager sits."""
    key = new_key()
    await empty_desk.do(staff.add_staff, key, "Dana Reed", StaffRole.TEAM_MANAGER, "North", login())
    await empty_desk.introduce(Me(key, "Dana Reed", StaffRole.TEAM_MANAGER))
    return empty_desk


@pytest_asyncio.fixture
async def carter(desk: Desk) -> Carter:
    """Two children and one not yet born, their parents, two worries, a line, a booked meeting."""
    assert desk.me
    worker, case = new_key(), new_key()
    await desk.do(staff.add_staff, worker, "Priya Shah", StaffRole.SOCIAL_WORKER)
    await desk.do(family.new_case, case, "PLO-2026-014", worker, desk.me.id)
    josie, leo, baby = await _children(desk, case)
    mother, father = await _parents(desk, case, (josie, leo, baby))
    episode = (await desk.read(read_papers, case)).episode.id
    neglect, abuse, line, initial = (new_key() for _ in range(4))
    await desk.do(concerns.add_concern, episode, neglect, {"heading": "Neglect"})
    await desk.do(concerns.add_concern, episode, abuse, {"heading": "Emotional abuse"})
    await desk.do(
        meeting.plan_meeting,
        episode,
        initial,
        MeetingKind.INITIAL,
        {
            "planned_on": MEETING_ON,
            "planned_at": time(10),
            "place": "Civic Offices",
            "chair_id": desk.me.id,
        },
    )
    values: planning.LineValues = {
        "kind": LineKind.ACTION,
        "what": "Clear the stairs and the landing",
        "owner_person_id": mother,
        "measure": "Priya Shah sees them clear at a visit",
        "due": date(2027, 2, 5),
        "concern_id": neglect,
    }
    await desk.do(planning.add_line, episode, line, values, (), (josie, leo))
    papers = await desk.read(read_papers, case, initial, desk.policy)
    return Carter(case, episode, josie, leo, baby, mother, father, neglect, line, initial, papers)


async def _children(desk: Desk, case: UUID) -> tuple[UUID, UUID, UUID]:
    josie, leo, baby = new_key(), new_key(), new_key()
    plan: family.ChildValues = {"plan": ChildPlan.CHILD_PROTECTION, "plan_since": date(2026, 8, 3)}
    await desk.do(
        family.add_child,
        case,
        josie,
        {"full_name": "Josie Carter", "initials": "JC", "born_on": date(2019, 5, 3), **plan},
    )
    await desk.do(
        family.add_child,
        case,
        leo,
        {"full_name": "Leo Carter", "initials": "LC", "born_on": date(2022, 9, 9), **plan},
    )
    await desk.do(
        family.add_child,
        case,
        baby,
        {
            "full_name": "Baby Carter",
            "initials": "BC",
            "due_on": date(2027, 4, 20),
            "legal_status": LegalStatus.UNBORN,
        },
    )
    return josie, leo, baby


async def _parents(desk: Desk, case: UUID, children: tuple[UUID, UUID, UUID]) -> tuple[UUID, UUID]:
    mother, father, lawyer = new_key(), new_key(), new_key()
    for key, name, known_as, relation in (
        (mother, "Lena Carter", "Ms Carter", Relation.MOTHER),
        (father, "Mark Dale", "Mr Dale", Relation.FATHER),
    ):
        related = dict.fromkeys(children, (relation, ParentalResponsibility.YES))
        await desk.do(
            family.add_person, case, key, {"full_name": name, "known_as": known_as}, related
        )
    await desk.do(
        family.add_person,
        case,
        lawyer,
        {
            "full_name": "Ian Moss",
            "kind": PersonKind.LAWYER,
            "organisation": "Moss & Lane",
        },
    )
    await desk.do(ties.set_representation, mother, Represented.YES, lawyer, date(2026, 12, 21))
    return mother, father
