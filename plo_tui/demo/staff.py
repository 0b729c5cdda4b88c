"""The demo's staff. Whoever tries it is the team manager, so that they can chair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agenda.words import StaffRole
from plo_tui.store.verbs import staff

if TYPE_CHECKING:
    from uuid import UUID

    from plo_tui.demo.author import Author

_TEAM = "North Safeguarding Team"


@dataclass(frozen=True, slots=True)
class DemoStaff:
    """The keys of the demo's staff."""

    chair: UUID
    minute_taker: UUID
    carters_worker: UUID
    ellises_worker: UUID
    assessor: UUID
    solicitor: UUID
    head_of_service: UUID


def add_staff(author: Author, login: str) -> DemoStaff:
    """Add the staff; the team manager signs in with `login`."""

    def member(name: str, role: StaffRole, team: str = _TEAM, sign_in: str = "") -> UUID:
        return author.new(staff.add_staff, name, role, team, sign_in)

    made = DemoStaff(
        chair=member("Sam Reed", StaffRole.TEAM_MANAGER, sign_in=login),
        minute_taker=member("Nadia Hall", StaffRole.BUSINESS_SUPPORT),
        carters_worker=member("Grace Mensah", StaffRole.SOCIAL_WORKER),
        ellises_worker=member("Callum Frost", StaffRole.SOCIAL_WORKER),
        assessor=member("Wanda Lis", StaffRole.SOCIAL_WORKER, "Court Team"),
        solicitor=member("Helen Ward", StaffRole.LAWYER, "Legal Services"),
        head_of_service=member("David Price", StaffRole.HEAD_OF_SERVICE, ""),
    )
    for number, key in enumerate((made.chair, made.carters_worker, made.ellises_worker), 1):
        author.do(staff.change_telephone, key, f"01632 960 10{number}")
    return made
