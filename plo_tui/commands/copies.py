"""Commands of the safe copies: what is kept from whom, and the pack for each recipient."""

from __future__ import annotations

from plo_tui.commands.command import Command, Place

_PACK = "The pack"
_SAFE = "What keeps it safe"

COPIES = Place(
    name="copies",
    title="Safe copies",
    purpose=(
        "Who is given what, and by which way; which details are withheld from whom, and who must "
        "not meet. Each copy is cut for the person it is for, and names them. On the right stands "
        "what makes a copy unsafe; Enter goes to where it is put right."
    ),
    commands=(
        Command(
            "make_pack",
            ("p",),
            "make pack",
            "Write every copy into one folder, cut for each, with covering notes and our list.",
            _PACK,
            footer=2,
        ),
        Command(
            "list_copies_given",
            ("d",),
            "given out",
            "List what was given out: which document and version, to whom, how and when.",
            _PACK,
            footer=6,
            action="list_given_out",
        ),
        Command(
            "open_copy",
            ("enter",),
            "open",
            "Write one copy for whoever is under the cursor; open a detail, or a finding's place.",
            _PACK,
            footer=1,
        ),
        Command(
            "withhold_detail",
            ("w",),
            "withhold",
            "Withhold a detail from somebody: an address, a school, a telephone number.",
            _SAFE,
            footer=3,
        ),
        Command(
            "keep_apart",
            ("a",),
            "keep apart",
            "Record two people who must not meet.",
            _SAFE,
            footer=4,
        ),
        Command(
            "may_meet",
            ("delete", "m"),
            "may meet",
            "Say that the two people under the cursor may meet again.",
            _SAFE,
            footer=5,
        ),
    ),
)
