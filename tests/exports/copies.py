"""The papers that go with the Carters' minutes: easy-read copy, covering note, list."""

from __future__ import annotations

from datetime import UTC, date, datetime

from carter_family import MINUTES, edition_of

from agenda.copy_edition import copy_of
from agenda.copy_for import Reader
from agenda.covering_note import CoveringNote
from agenda.given_list import GivenList
from agenda.given_out import GivenOut
from agenda.policy import default_policy
from exports.easy_read import EasyRead

READER = Reader(
    "Ms Carter",
    children=("JC", "Jayden Carter", "BC", "Baby Carter"),
    other_children=("LC", "Lily Carter"),
    withheld=("Civic Offices, Sutton",),
    apart=("Mr Doyle", "Mr Sean Doyle"),
    sittings=(1,),
)
RING = "Sam Price, your social worker\n0555 010 010"
COPY = copy_of(edition_of(MINUTES), READER)
EASY = EasyRead(COPY, RING, default_policy())

NOTE = CoveringNote(
    reference="PLO-2026-014",
    initials="JC, BC",
    meeting="Initial meeting",
    meeting_on=date(2027, 1, 12),
    made_on=date(2027, 1, 12),
    to="Our legal team",
    copy_for="Ms Carter",
    please="Please send these on to Ms Okafor, Hart & Lane, for Ms Carter.",
    care="Every page says that it is a copy for Ms Carter.",
    enclosed=("The minutes of the meeting", "The family's plan"),
    by=date(2027, 1, 19),
    language="To be read with a Polish interpreter",
    wrong=("Keep these back and ring us at once.",),
    ring="Tom Field, 0555 010 012",
)

GIVEN = GivenList(
    reference="PLO-2026-014",
    initials="JC, LC, BC",
    meeting="Initial meeting",
    meeting_on=date(2027, 1, 12),
    made_on=date(2027, 1, 12),
    lines=(
        GivenOut(
            at=datetime(2027, 1, 19, 9, 5, tzinfo=UTC),
            document="minutes, meeting 1, version 1",
            to="Ms Carter",
            by="Tom Field",
            sha256="ab12cd34ef56ab12",
            is_written=True,
            is_issue=False,
            how="to Ms Okafor, Hart & Lane, for Ms Carter, through our legal team",
        ),
        GivenOut(
            at=datetime(2027, 1, 19, 9, 7, tzinfo=UTC),
            document="easy-read copy, meeting 1, version 1",
            to="Mr Doyle",
            by="Tom Field",
            sha256="",
            is_written=True,
            is_issue=False,
        ),
    ),
)
