"""Commands of a legal planning meeting's record."""

from __future__ import annotations

from plo_tui.commands.command import Command, Place

LEGAL_PLANNING_RECORD = Place(
    name="legal_planning_record",
    title="The legal planning record",
    purpose=(
        "What the legal planning meeting considered and decided, with the legal advice. Whoever "
        "chaired approves it. It is the authority's and its lawyers' alone: it is never issued, "
        "and is written for one of our own at a time."
    ),
    commands=(
        Command("approve_record", ("c",), "approve", "Approve the record as its chair.",
                footer=1),
        Command("export_record", ("x",), "export",
                "Write the record as a Word document, for one of our own staff or lawyers.",
                footer=2),
        Command("reopen_record", ("r",), "open again",
                "Open the approved record again as a new version, with the reason.", footer=3),
        Command("open_record_meeting", ("o",), "meeting",
                "Open the meeting, to read or put right what was written.", footer=4),
        Command("view_record", ("v",), "view",
                "Open the document written last with the system's own viewer, to print it.",
                footer=5, action="view_written"),
    ),
)  # fmt: skip
