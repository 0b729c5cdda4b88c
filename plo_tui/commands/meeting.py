"""Commands of the live meeting.

The composer has the focus all the time, so no key here types a letter: function keys, ctrl and
alt only. Left alone are what terminals keep or send as something else (ctrl+h i j m, tmux's
ctrl+b, VS Code's f5, ctrl+e and ctrl+k, full screen's f11) and what a text box needs
(ctrl+a c d e k u v w x y z). macOS types a sign with alt and GNOME opens menus with it, so
whatever is needed while people speak has a key without alt as well, or a word.
"""

from __future__ import annotations

from plo_tui.commands.command import Command, Place

_AGENDA = "The agenda"
_MINUTES = "The minutes"
_PLAN = "The plan, people and dates"
_MEETING = "The meeting"

MEETING = Place(
    name="meeting",
    title="The meeting",
    purpose=(
        "Typing is minuting: Enter saves the paragraph under the item you are in. "
        "Begin with somebody's initials and a colon to say who speaks, or with / for more. "
        "The agenda is on the left, what to ask is above, the plan is on the right."
    ),
    commands=(
        Command("next_item", ("f8", "ctrl+n"), "next", "Go to the next item.", _AGENDA,
                footer=1, word="next"),
        Command("previous_item", ("f7", "ctrl+r"), "previous", "Go to the item before.", _AGENDA,
                footer=2, word="previous"),
        Command("jump", ("ctrl+g", "alt+g"), "jump", "Go to any item, by number or name.",
                _AGENDA, footer=5, word="jump"),
        Command("back", ("f6", "alt+left"), "go back", "Go back to the item you came from.",
                _AGENDA, footer=7, word="return"),
        Command("park", ("f9", "alt+k"), "park", "Leave this item for now and come back to it.",
                _AGENDA, footer=6, word="park"),
        Command("tick_prompt", ("ctrl+t", "alt+t"), "asked",
                "Tick the next prompt that has not been asked.", _AGENDA, footer=3, word="asked"),
        Command("tick_numbered", tuple(f"alt+{n}" for n in range(1, 10)), "asked",
                "Tick a prompt by its number, or take its tick away.", _AGENDA,
                action="tick_prompt", numbered=True),
        Command("still_to_do", ("f4", "alt+s"), "to do",
                "List what is not yet covered or not yet clear; again, go back.", _AGENDA,
                footer=4, word="todo"),

        Command("go_to_minutes", ("f3", "ctrl+up"), "minutes",
                "Go up into the minutes, to choose a paragraph.", _MINUTES, footer=9,
                word="minutes"),
        Command("edit_entry", ("f2", "alt+e"), "change",
                "Change the chosen paragraph, or the last one.", _MINUTES, footer=8, word="edit"),
        Command("move_entry", ("alt+m",), "move",
                "Move the chosen paragraph to another item.", _MINUTES,
                word="move"),
        Command("withdraw_entry", ("alt+w",), "withdraw",
                "Withdraw the chosen paragraph; it stays in the record.", _MINUTES,
                word="withdraw"),
        Command("bring_back", ("alt+r",), "bring back", "Bring back a withdrawn paragraph.",
                _MINUTES, word="restore"),
        Command("find_in_minutes", ("ctrl+f",), "find", "Find words in the minutes.",
                _MINUTES, footer=10, word="find"),
        Command("aside", ("alt+n",), "aside",
                "Write a note of your own: not in the minutes, may have to be disclosed.",
                _MINUTES, word="aside"),
        Command("unplaced", ("alt+down",), "unplaced",
                "Save what is typed without an item; it is given one when you tidy.", _MINUTES,
                footer=14, word="unplaced"),
        Command("retime_entry", ("alt+up",), "said at",
                "Set the chosen paragraph, or the last one, to when it was said.", _MINUTES,
                word="at"),
        Command("switch_verbatim", ("alt+home",), "word for word",
                "Mark the chosen paragraph, or the last one, as word for word, or as not.",
                _MINUTES, word="verbatim"),
        Command("entry_history", (), "history",
                "Read every version of the chosen paragraph, or the last one: who, when, which "
                "words.", _MINUTES, word="history"),
        Command("tidy", ("alt+end",), "tidy",
                "Put right in one pass what was captured in haste: items, speakers, plain words.",
                _MINUTES, word="tidy"),
        Command("undo", ("alt+u",), "undo", "Take back the last step.", _MINUTES, word="undo"),
        Command("redo", ("alt+y",), "redo", "Do again what was taken back.", _MINUTES,
                word="redo"),

        Command("switch_panel", ("ctrl+o", "alt+o"), "panel",
                "Show the plan, the people or the dates at the side, in turn.", _PLAN, footer=11,
                word="panel"),
        Command("people", ("alt+p",), "people",
                "Who is here, late, gone or sent apologies; who has had advice.", _PLAN,
                word="people"),
        Command("new_plan_line", ("ctrl+l", "alt+l"), "plan line", "Add a line to the plan.",
                _PLAN, footer=12, word="line"),
        Command("edit_plan_line", ("alt+a",), "change line",
                "Agree, amend or drop a line of the plan, with each parent's answer.", _PLAN,
                word="amend"),
        Command("instruction", (), "instruction",
                "Record each party's answer to an expert's letter of instruction.", _PLAN,
                word="instruction"),
        Command("dates", ("alt+d",), "dates", "Agree the reviews' dates, time and place.", _PLAN,
                word="dates"),

        Command("advice_break", ("alt+v",), "advice break",
                "Start or end a private break for legal advice.", _MEETING, word="break"),
        Command("pause", ("alt+insert",), "pause",
                "Pause at once, and go on: the clocks stand still and no reason is asked.",
                _MEETING, word="pause"),
        Command("urgent", ("alt+delete",), "urgent",
                "Minute an urgent matter and who was told; the meeting is suspended.", _MEETING,
                word="urgent"),
        Command("adjourn", (), "adjourn",
                "Stop for today and go on another day; nothing is decided.", _MEETING,
                word="adjourn"),
        Command("sitting", (), "sitting",
                "Begin a sitting with some of the people only, such as one parent.", _MEETING,
                word="sitting"),
        Command("record", ("ctrl+s", "alt+i"), "record",
                "Open the form that this item asks for: people, advice, family, plan, dates.",
                _MEETING, footer=5, word="record"),
        Command("release_pages", ("alt+pageup",), "take home",
                "Release the page that each of the family takes home.", _MEETING, word="pages"),
        Command("table_view", ("alt+j",), "table",
                "Turn the screen to the family: the plan as agreed so far, large and plain.",
                _MEETING, footer=14, word="table"),
        Command("authority", (), "authority",
                "Record who authorised what this review decided, or refused it.", _MEETING,
                word="authority"),
        Command("planning_options", (), "options",
                "Legal planning alone: the options considered, and what was said of each.",
                _MEETING, word="options"),
        Command("planning_outcome", (), "outcome",
                "Legal planning alone: what is decided, and why.", _MEETING, word="outcome"),
        Command("planning_assessor", (), "assessor",
                "Legal planning alone: the Court Team's capacity, who assesses, which expert.",
                _MEETING, word="assessor"),
        Command("leave", ("alt+z",), "leave",
                "Go back to the case. A running meeting goes on; what is typed is kept.",
                _MEETING, word="leave"),
        Command("conclude", ("f10", "alt+x"), "conclude",
                "See what is still open, and end the meeting.", _MEETING, footer=13,
                word="conclude"),
    ),
)  # fmt: skip
