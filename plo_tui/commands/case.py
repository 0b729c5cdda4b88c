"""Commands of one case."""

from __future__ import annotations

from plo_tui.commands.command import Command, Place

_RECORD = "The family and the plan"
_MEETINGS = "Meetings and documents"
_REVIEWS = "Between and after reviews"

CASE = Place(
    name="case",
    title="The case",
    purpose=(
        "One family: the weeks drawn as a line, the worries in order, the plan, the meetings "
        "and the documents. Plan the meeting here, enter the draft plan before it, "
        "and open the meeting when people come in."
    ),
    commands=(
        Command(
            "open_here",
            ("enter",),
            "open",
            "Open what is under the cursor: the meeting, its minutes, or the record.",
            _MEETINGS,
            footer=1,
        ),
        Command(
            "open_meeting",
            ("o",),
            "meeting",
            "Open the meeting: start it, go on with it, or read it.",
            _MEETINGS,
            footer=2,
        ),
        Command(
            "plan_meeting",
            ("m",),
            "plan meeting",
            "Plan a meeting: its kind, date, time and place.",
            _MEETINGS,
            footer=3,
        ),
        Command(
            "open_before",
            ("b",),
            "before",
            "Before the meeting: legal planning, letters, booking and dates.",
            _MEETINGS,
            footer=3,
        ),
        Command(
            "tidy_minutes",
            ("i",),
            "tidy",
            "Put right in one pass what was captured in haste.",
            _MEETINGS,
            footer=12,
        ),
        Command(
            "open_sign_off",
            ("s",),
            "sign-off",
            "Approve and issue the minutes of a concluded meeting.",
            _MEETINGS,
            footer=5,
        ),
        Command(
            "export_documents",
            ("x",),
            "export",
            "Write the minutes or the family's plan as a Word document.",
            _MEETINGS,
            footer=6,
        ),
        Command(
            "open_copies",
            ("k",),
            "copies",
            "Safe copies: who is given what, cut for each, and what is withheld from whom.",
            _MEETINGS,
            footer=6,
        ),
        Command(
            "list_given_out",
            ("d",),
            "given out",
            "List what was given out: which document and version, to whom, by whom and when.",
            _MEETINGS,
            footer=13,
        ),
        Command(
            "open_why",
            ("y",),
            "why",
            "Show me why: for each child, from worry to decision, citing the minutes.",
            _MEETINGS,
            footer=12,
        ),
        Command(
            "record_authority",
            ("a",),
            "authority",
            "Record who authorised or refused a decision, where and when.",
            _REVIEWS,
            footer=3,
        ),
        Command(
            "consider_midway",
            ("g",),
            "slippage",
            "Say whether a midway review was considered because the plan is slipping, and why.",
            _REVIEWS,
            footer=3,
        ),
        Command(
            "open_plan",
            ("l",),
            "plan",
            "Open the plan: enter or change its lines.",
            _RECORD,
            footer=4,
        ),
        Command("add_child", ("c",), "child", "Add a child, born or unborn.", _RECORD, footer=8),
        Command(
            "add_person",
            ("p",),
            "person",
            "Add a parent or another person, and who they are to each child.",
            _RECORD,
            footer=9,
        ),
        Command(
            "add_concern", ("w",), "worry", "Add a worry, with dated examples.", _RECORD, footer=10
        ),
        Command(
            "edit_record",
            ("e",),
            "change",
            "Change the record under the cursor: child, person, worry, line or meeting.",
            _RECORD,
            footer=7,
        ),
        Command(
            "change_staff",
            ("t",),
            "team",
            "Change who works with the family: social worker, chair, head of service.",
            _RECORD,
            footer=11,
        ),
    ),
)
