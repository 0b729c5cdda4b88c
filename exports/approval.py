"""How the minutes end: dates, reasons, who receives them, and whose approval they carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.edition import changed_sentences
from agenda.seals import in_groups
from agenda.words import ApprovalRole
from exports.who import NONE_RECORDED
from exports.wordml import body, cell, facts, heading, paragraph, points, run, table
from exports.words import london, long_date, sentence

if TYPE_CHECKING:
    from agenda.edition import Edition, GivenApproval
    from agenda.minutes import MinutedDate

FAIR_RECORD = (
    "These minutes are a fair record of the meeting. They are not a word-for-word account. "
    "In the numbered paragraphs, “quotation marks” show words taken down as they were said."
)

_NEEDED = {
    ApprovalRole.CHAIR: "Chair",
    ApprovalRole.LEGAL: "Legal (for the local authority)",
}


def dates(agreed: tuple[MinutedDate, ...]) -> str:
    """Return the dates that everyone leaves with."""
    title = heading(1, "Dates")
    if not agreed:
        return title + body(run(NONE_RECORDED))
    return title + table(
        "Dates",
        "Each row is one date: what it is for, the day and time, and the place.",
        [("What", 24), ("When", 34), ("Where", 42)],
        [
            (
                paragraph("PLOTableText", run(meeting.what, bold=True)),
                cell(_at(meeting), sentence(meeting.note)),
                cell(_place(meeting)),
            )
            for meeting in agreed
        ],
    )


def _at(meeting: MinutedDate) -> str:
    day = long_date(meeting.on)
    return f"{day} at {meeting.at}" if meeting.at else day


def _place(meeting: MinutedDate) -> str:
    return meeting.place or ("Place to be confirmed" if meeting.at else "")


def reasons(recorded: tuple[str, ...]) -> str:
    """Return the reasons recorded for whatever was passed or not covered."""
    return heading(1, "Reasons recorded") + points(recorded) if recorded else ""


def circulation(readers: tuple[str, ...]) -> str:
    """Return who receives the minutes."""
    listed = points(readers) if readers else body(run(NONE_RECORDED))
    return heading(1, "Who receives these minutes") + listed


def approval(edition: Edition) -> str:
    """Return the approval block: who, in what role, how, when, and the version's fingerprint."""
    issued = london(edition.issued_at) if edition.issued_at else ""
    given = {approved.role: approved for approved in edition.approvals}
    chain = [approved for approved in edition.approvals if approved.chain_head]
    return _together(
        heading(1, "Approval")
        + body(run(FAIR_RECORD))
        + table(
            "Approval",
            "Each row is one approval: the role, who gave it, how, and when in London time.",
            [("Role", 22), ("Name", 24), ("How", 26), ("When (London time)", 28)],
            [_approved(role, given.get(role)) for role in _NEEDED],
        )
        + facts(
            "This version",
            "The version, where it stands, when it was issued, and its fingerprint.",
            [
                ("Version", cell(str(edition.minutes.version))),
                ("Status", cell(edition.stands, *changed_sentences(edition))),
                ("Issued", cell(issued)),
                *_fingerprints(edition),
                *((_head_name(approved), _exact(approved.chain_head)) for approved in chain),
            ],
        )
    )


def _approved(role: ApprovalRole, approved: GivenApproval | None) -> tuple[str, ...]:
    if approved is None:
        return cell(_NEEDED[role]), cell("Not yet approved"), "", ""
    return (
        cell(_NEEDED[role]),
        cell(approved.name, "" if approved.fits else "Of other words than these"),
        cell(sentence(approved.how)),
        cell(london(approved.at)),
    )


def _fingerprints(edition: Edition) -> list[tuple[str, str]]:
    """Return the fingerprint; of a copy its own, and that of the minutes that were approved."""
    if not edition.cut_from:
        return [("Fingerprint (SHA-256)", _exact(edition.fingerprint))]
    return [
        (f"Fingerprint of this copy for {edition.minutes.copy_for}", _exact(edition.fingerprint)),
        ("Fingerprint of the whole minutes", _exact(edition.cut_from)),
    ]


def _head_name(approved: GivenApproval) -> str:
    who = "chair" if approved.role is ApprovalRole.CHAIR else "legal"
    return f"Record sealed at the {who} approval"


def _together(block: str) -> str:
    """Return a block that stands on one page: each paragraph stays with the next."""
    for style in ("Normal", "PLOTableText", "PLOTableGap"):
        used = f'<w:pStyle w:val="{style}"/>'
        block = block.replace(used, f"{used}<w:keepNext/>")
    return block


def _exact(digest: str) -> str:
    return paragraph("PLOTableText", run(in_groups(digest), style="PLOFingerprint"))
