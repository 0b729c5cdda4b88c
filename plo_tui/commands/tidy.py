"""Commands of tidying the minutes, and of changing a wording in many places."""

from __future__ import annotations

from plo_tui.commands.command import Command, Place

_ONE = "The one in front of you"
_ALL = "All of them"

TIDY = Place(
    name="tidy",
    title="Tidying the minutes",
    purpose=(
        "Everything that was captured in haste, one thing at a time: choose the item, say whose "
        "words they are, put them plainly. Enter saves and goes on to the next. "
        "Left and right change a choice, the space bar opens its list; Alt+Enter starts a new line."
    ),
    commands=(
        Command("tidy_next", ("ctrl+s", "f10"), "save, next",
                "Save this and go on to the next, as Enter does; of a finding, go where it is "
                "put right.", _ONE, footer=1),
        Command("tidy_skip", ("f8", "ctrl+n"), "skip", "Leave this as it is and go on.", _ONE,
                footer=2),
        Command("tidy_back", ("f7", "ctrl+r"), "previous", "Go to the one before.", _ONE,
                footer=3),
        Command("tidy_withdraw", ("alt+w",), "withdraw",
                "Withdraw this paragraph; it stays in the record.", _ONE, footer=4),
        Command("tidy_history", ("f6",), "history",
                "Read every version of this paragraph: who, when, which words.", _ONE, footer=8),
        Command("tidy_undo", ("alt+u",), "undo", "Take back the last step.", _ALL, footer=7),
        Command("tidy_list", ("f3",), "list", "Go to the list, to choose with the arrows.", _ALL,
                footer=6),
        Command("tidy_replace", ("alt+r",), "replace words",
                "Put one wording in the place of another, wherever it stands in this case.", _ALL,
                footer=5),
    ),
)  # fmt: skip

REPLACING = Place(
    name="replacing",
    title="Changing a wording everywhere",
    purpose=(
        "Each text that would change, as it is and as it would be. Take the tick from one that "
        "is to stay. What is approved is not among them. All are saved in one step, which one "
        "undo takes back."
    ),
    commands=(
        Command("replace_ticked", ("ctrl+s", "f10"), "change the ticked ones",
                "Change every text that is ticked.", footer=1),
        Command("tick_place", ("space",), "tick", "Tick the one under the cursor, or take its "
                "tick away.", footer=2),
        Command("tick_all", ("a",), "all or none", "Tick all of them, or none.", footer=3),
    ),
)  # fmt: skip
