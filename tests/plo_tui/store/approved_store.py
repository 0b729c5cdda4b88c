"""The store's meeting concluded, approved by both, and issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.records import new_key
from agenda.sheet_reading import default_sheet_text
from agenda.words import ApprovalRole, EntryKind, MeetingKind
from plo_tui.store.verbs import meeting, signing

if TYPE_CHECKING:
    from uuid import UUID

    from made_store import House

    from agenda.edition import Edition
    from agenda.records import MinutesVersion


def approve_both(made: House) -> Edition:
    """Approve the minutes of the initial meeting as they stand, and return the edition."""
    keys = made.keys
    made.store.actor_id = keys.chair
    seen = made.edition().fingerprint
    for role, who in ((ApprovalRole.CHAIR, keys.chair), (ApprovalRole.LEGAL, keys.lawyer)):
        made.store.do(signing.approve, keys.meeting, role, who, seen, "by email")
    return made.edition()


def issue(made: House) -> Edition:
    """Hold the meeting with three paragraphs, approve its minutes and issue them."""
    for text in ("The home was cold.", "The bathroom is done.", "School is going well."):
        made.add(text, speaker_person_id=made.keys.mother)
    made.add("Between ourselves.", kind=EntryKind.ASIDE)
    made.store.actor_id = made.keys.chair
    made.conclude()
    approve_both(made)
    made.store.do(signing.issue, made.keys.meeting, ["Hart & Lane"])
    return made.edition()


def versions(made: House) -> list[MinutesVersion]:
    """The versions of the initial meeting's minutes, the first one first."""
    rows = made.papers().standing("MinutesVersion")
    return sorted(
        (row for row in rows if row.meeting_id == made.keys.meeting), key=lambda row: row.number
    )


def begin_midway(made: House) -> UUID:
    """Book a midway review and begin it."""
    key, initial = new_key(), made.papers().meeting
    values: meeting.MeetingValues = {"chair_id": made.keys.chair}
    made.store.do(meeting.plan_meeting, made.keys.episode, key, MeetingKind.MIDWAY, values)
    made.store.do(
        meeting.open_meeting,
        key,
        default_sheet_text("midway"),
        initial.policy_text,
        [made.keys.chair],
        [made.keys.mother],
    )
    return key
