"""Who chairs which meeting, where nobody covers."""

from __future__ import annotations

import pytest
from booked_meeting import Booked

from agenda.chairing import chairing_role
from agenda.policy import read_policy
from agenda.words import MeetingKind, StaffRole


@pytest.mark.parametrize("kind", MeetingKind)
def test_the_team_manager_chairs_and_legal_planning_the_head_of_service(kind: MeetingKind) -> None:
    papers = Booked().papers()
    is_planning = kind is MeetingKind.LEGAL_PLANNING
    expected = StaffRole.HEAD_OF_SERVICE if is_planning else StaffRole.TEAM_MANAGER
    assert chairing_role(papers, kind) is expected
    papers.policy = read_policy('[chair.role]\nvalue = "head of service"', "our.toml")
    assert chairing_role(papers, kind) is StaffRole.HEAD_OF_SERVICE
