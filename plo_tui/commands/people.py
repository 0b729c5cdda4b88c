"""Commands of the list of who is here."""

from __future__ import annotations

from plo_tui.commands.command import Command, Place

_ROW = "The person under the cursor"
_ALL = "Everyone"

PEOPLE = Place(
    name="people",
    title="Who is here",
    purpose=(
        "Everyone invited to this meeting. Move with the arrows and press one key: present, late, "
        "left, apologies, absent. Coming late and leaving take the time it is now. "
        "A parent's letter, advice and solicitor are recorded here too."
    ),
    commands=(
        Command("mark_present", ("p",), "present", "They are here.", _ROW, footer=1),
        Command("mark_late", ("l",), "late", "They have just come, late.", _ROW, footer=3),
        Command("mark_left", ("g",), "left", "They have just left.", _ROW, footer=4),
        Command("mark_apologies", ("a",), "apologies", "They sent apologies.", _ROW, footer=5),
        Command("mark_absent", ("x",), "absent", "They did not come and sent no word.", _ROW,
                footer=8),
        Command("switch_attending", ("v",), "how",
                "Switch how they take part: in the room, by video, by telephone.", _ROW, footer=9),
        Command("ask_advice", ("d",), "advice",
                "A parent's letter, legal advice and solicitor, and what was chosen without one.",
                _ROW, footer=6),
        Command("everyone_here", ("E",), "all here",
                "Everyone still marked only as invited is here.", _ALL, footer=2),
        Command("other_sitting", ("s",), "sitting",
                "Show the people of another sitting of this meeting.", _ALL, footer=10),
        Command("add_attendee", ("+", "n"), "add", "Add someone who was not invited.", _ALL,
                footer=7),
    ),
)  # fmt: skip
