"""The closed table of capture words: what may follow a `/` in the composer.

The completion list, the help and the guide are made from it, and `quick_capture` reads by it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from agenda.words import LineKind

if TYPE_CHECKING:
    from collections.abc import Mapping


class Takes(StrEnum):
    """What may follow a capture word on its line."""

    WORDS = "the words to minute"
    PERSON = "who"
    LINE = "what is to happen"
    REVIEW = "which review, and when"
    PLACE = "where to go"
    TIME = "when it was said"
    SHORT = "the short word, then what it stands for"
    MAYBE = "a few words, if you like"
    TAKER = "who takes it, or nothing"
    NOTHING = "nothing"


class CaptureWord(NamedTuple):
    """One word of the closed table, as the completion list and the guide show it."""

    word: str
    takes: Takes
    sentence: str
    example: str


CAPTURE_WORDS: tuple[CaptureWord, ...] = (
    CaptureWord("note", Takes.WORDS, "Minute a paragraph.", "/note Letter of 4 January read."),
    CaptureWord("view", Takes.WORDS, "Minute somebody's view.", "/view lc: I want more time."),
    CaptureWord("agreed", Takes.WORDS, "Minute what is agreed.", "/agreed Visits on Tuesdays."),
    CaptureWord("disputed", Takes.WORDS, "Minute what is disputed.", "/disputed lc: Not on 3 May."),
    CaptureWord("consequence", Takes.WORDS, "Minute a consequence explained.",
                "/consequence If visits are missed we go back to legal planning."),
    CaptureWord("document", Takes.WORDS, "Minute a document put on the table.",
                "/document Fire officer's advice, 6 January."),
    CaptureWord("aside", Takes.WORDS, "Your own note, not minuted. It may have to be disclosed.",
                "/aside Check the date of the letter."),
    CaptureWord("legal", Takes.WORDS,
                "Legal advice, privileged: in a legal planning meeting alone.",
                "/legal Threshold is met for both children."),
    CaptureWord("unplaced", Takes.WORDS, "Minute now, and choose the item later.",
                "/unplaced lc: The landlord was told in May."),
    CaptureWord("at", Takes.TIME, "Set the chosen paragraph, or the last one, to when it was said.",
                "/at 10:35"),
    CaptureWord("short", Takes.SHORT, "Set an abbreviation, which expands as you type it.",
                "/short hv health visitor"),
    CaptureWord("action", Takes.LINE, "Add an action to the plan.",
                "/action Clear the stairs @lc by 12 feb known by a visit worry 1"),
    CaptureWord("visit", Takes.LINE, "Add a visit to the plan.",
                "/visit Home visits, every Tuesday at 4 pm, @sp until wk 12"),
    CaptureWord("assessment", Takes.LINE, "Add an assessment to the plan.",
                "/assessment Parenting assessment, @sp, 6 sessions, report by wk 8"),
    CaptureWord("service", Takes.LINE, "Add a service to the plan.",
                "/service Domestic abuse service, every Thursday, @lc by wk 2 known by a letter"),
    CaptureWord("agreement", Takes.LINE, "Add what somebody agrees to keep to.",
                "/agreement Grandad stays on school nights @lc until wk 12"),
    CaptureWord("bottom", Takes.LINE, "Add a bottom line: what must not happen, and what follows.",
                "/bottom A child is hit again, then we go to court"),
    CaptureWord("advice", Takes.PERSON, "Record that somebody has had legal advice today.",
                "/advice lc"),
    CaptureWord("break", Takes.TAKER,
                "Start a parent's private advice break. Alone, it asks whose.", "/break lc"),
    CaptureWord("back", Takes.NOTHING, "End the break.", "/back"),
    CaptureWord("here", Takes.PERSON, "Record that somebody is here.", "/here lc"),
    CaptureWord("late", Takes.PERSON, "Record that somebody came in late, now.", "/late lc"),
    CaptureWord("left", Takes.PERSON, "Record that somebody left, now. Asks nothing.", "/left lc"),
    CaptureWord("apologies", Takes.PERSON, "Record somebody's apologies.", "/apologies lc"),
    CaptureWord("park", Takes.MAYBE, "Leave this item for now and come back to it.", "/park"),
    CaptureWord("next", Takes.NOTHING, "Go to the next item.", "/next"),
    CaptureWord("jump", Takes.PLACE, "Go to an item, by its number or its name.", "/jump 10"),
    CaptureWord("find", Takes.PLACE, "Find words in the minutes.", "/find bathroom"),
    CaptureWord("date", Takes.REVIEW, "Agree the final review's date, or a midway review's.",
                "/date final review 6 apr 10am"),
    CaptureWord("instruction", Takes.NOTHING,
                "Record each party's answer to an expert's letter of instruction.",
                "/instruction"),
    CaptureWord("pause", Takes.NOTHING, "Pause at once: the clocks stand still. Asks nothing.",
                "/pause"),
    CaptureWord("resume", Takes.NOTHING, "Go on after a pause, or after an adjournment.",
                "/resume"),
    CaptureWord("urgent", Takes.MAYBE,
                "Minute an urgent matter and who was told; the meeting is suspended.", "/urgent"),
    CaptureWord("adjourn", Takes.NOTHING, "Stop for today, and go on another day.", "/adjourn"),
    CaptureWord("sitting", Takes.NOTHING,
                "Begin a sitting with some of the people only, such as one parent.", "/sitting"),
    CaptureWord("undo", Takes.NOTHING, "Take back the last step.", "/undo"),
    CaptureWord("redo", Takes.NOTHING, "Do again what was taken back.", "/redo"),
    CaptureWord("pages", Takes.NOTHING, "Release the page that each of the family takes home.",
                "/pages"),
    CaptureWord("why", Takes.NOTHING, "Show me why, child by child: not with the family in sight.",
                "/why"),
    CaptureWord("conclude", Takes.NOTHING, "See what is still open, and end the meeting.",
                "/conclude"),
    CaptureWord("help", Takes.NOTHING, "What can be typed here.", "/help"),
)  # fmt: skip
"""Every capture word, in the order the completion list shows them."""

LINES: Mapping[str, LineKind] = {
    "action": LineKind.ACTION,
    "visit": LineKind.VISIT,
    "assessment": LineKind.ASSESSMENT,
    "service": LineKind.SERVICE,
    "agreement": LineKind.AGREEMENT,
    "bottom": LineKind.BOTTOM_LINE,
}
"""The words that add a line to the plan, and its kind."""
