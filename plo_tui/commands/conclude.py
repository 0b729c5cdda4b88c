"""Commands of concluding a meeting."""

from __future__ import annotations

from plo_tui.commands.command import Command, Place

CONCLUDE = Place(
    name="conclude",
    title="Concluding the meeting",
    purpose=(
        "What is not yet covered, each line one key from where it is put right. "
        "Advice may stay open; what must be done stays open only with a reason and a name. "
        "The review's date, time and place are agreed here, while everyone is still in the room. "
        "A meeting that could not do its work can always end: say so, and why. "
        "One that goes on another day is adjourned, whatever is open."
    ),
    commands=(
        Command("go_to_finding", ("enter", "g"), "go there", "Go to where this is put right.",
                footer=1),
        Command("agree_dates", ("d",), "dates",
                "Agree the final review, and a midway review if wanted.", footer=2),
        Command("give_reason", ("r",), "reason",
                "Record why this may stay open, and who says so.", footer=3),
        Command("switch_effective", ("n",), "not effective",
                "Say that the meeting could not do its work, or that it did after all.",
                footer=5),
        Command("adjourn_instead", ("a",), "adjourn",
                "Stop for today and go on another day; nothing is decided.", footer=6),
        Command("conclude_meeting", ("f10", "ctrl+s"), "conclude",
                "End the meeting and draft its minutes.", footer=4),
    ),
)  # fmt: skip
