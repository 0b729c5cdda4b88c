"""Commands of approving and issuing minutes."""

from __future__ import annotations

from plo_tui.commands.command import Command, Place

_APPROVAL = "Approval"
_DOCUMENTS = "Documents"
_CORRECTIONS = "Corrections"

SIGN_OFF = Place(
    name="sign_off",
    title="Sign-off",
    purpose=(
        "The minutes as they will be printed. The chair approves first, then legal, and then "
        "they are issued. A change after an approval makes a new version, with its reason, "
        "and the old approval stays behind with the old version."
    ),
    commands=(
        Command("approve_chair", ("c",), "chair approves", "Approve the minutes as the chair.",
                _APPROVAL, footer=1),
        Command("approve_legal", ("l",), "legal approves", "Approve the minutes for legal.",
                _APPROVAL, footer=2),
        Command("record_on_behalf", ("b",), "on behalf",
                "Record that the chair, or then a named lawyer, approved elsewhere: how, and when.",
                _APPROVAL, footer=4),
        Command("issue", ("i",), "issue", "Issue the approved minutes, and record who gets them.",
                _APPROVAL, footer=3),
        Command("mark_uploaded", ("u",), "uploaded",
                "Mark that the issued minutes are in the case-management system, or take it back.",
                _APPROVAL, footer=7),
        Command("reopen", ("r",), "new version",
                "Open a new version of the minutes, with the reason.", _APPROVAL, footer=7),
        Command("minutes_history", ("h",), "history",
                "Read every version: who, when, and the words that changed.", _APPROVAL,
                footer=9),
        Command("export_minutes", ("m",), "minutes", "Write the minutes as a Word document.",
                _DOCUMENTS, footer=5),
        Command("export_family_plan", ("p",), "family's plan",
                "Write the family's plan, on one page in plain words.", _DOCUMENTS, footer=6),
        Command("release_pages_later", ("t",), "take home",
                "Release the pages that the family takes home, until the minutes are approved.",
                _DOCUMENTS, footer=8, action="release_pages"),
        Command("export_annex", ("x",), "annex",
                "Write the annex: corrections asked for, and the chair's replies.", _DOCUMENTS,
                footer=11),
        Command("view_written", ("v",), "view",
                "Open the document written last with the system's own viewer, to print it.",
                _DOCUMENTS, footer=10),
        Command("list_given_out_here", ("d",), "given out",
                "List what was given out: which document and version, to whom, by whom and when.",
                _DOCUMENTS, footer=12, action="list_given_out"),
        Command("record_correction", ("k",), "correction",
                "Record a correction that somebody asks for: who, when, which paragraph.",
                _CORRECTIONS, footer=8),
        Command("answer_correction", ("a",), "answer",
                "Accept a correction as a new version, or annex it with the chair's reply.",
                _CORRECTIONS, footer=3),
    ),
)  # fmt: skip
