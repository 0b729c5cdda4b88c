"""What was said at the Ellises' meeting: for each item, from when, and each paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from agenda.words import EntryKind

_NOTE, _VIEW, _AGREED = EntryKind.NOTE, EntryKind.VIEW, EntryKind.AGREED
_DISPUTED, _EXPLAINED = EntryKind.DISPUTED, EntryKind.CONSEQUENCE


@dataclass(frozen=True, slots=True)
class Said:
    """One item: when the meeting came to it (London), and its paragraphs in order.

    A paragraph is its speaker, kind, words (in quotation marks where they are the speaker's
    own) and the child or worry it is about; empty for all, or none.
    """

    at: str
    words: tuple[tuple[str, EntryKind, str, str], ...] = ()


SAID = {
    "checks": Said("09:53"),
    "welcome": Said(
        "10:02",
        (
            ("chair", _NOTE, "Welcomed everyone and asked each for their name and role.", ""),
            ("", _NOTE, "Ms Tate sent apologies and a short report.", ""),
            ("", EntryKind.DOCUMENT, "The health visitor's report of two pages.", ""),
            ("chair", _NOTE, "Anyone may ask for a break. The minutes are a fair record.", ""),
        ),
    ),
    "advice": Said(
        "10:14",
        (
            ("ja", _NOTE, "She has been through the letter and the draft plan with Ms Ellis.", ""),
            ("os", _NOTE, "He spoke with Mr Boateng by telephone on two evenings.", ""),
            ("chair", _NOTE, "We meet so that we can stay out of court. Court is possible.", ""),
        ),
    ),
    "worries": Said(
        "10:18",
        (
            ("worker", _NOTE, "Theo was alone in the street at 7 am. He is two.", "drink"),
            ("he", _AGREED, "She agrees that she was asleep and had been drinking.", "drink"),
            ("mb", _DISPUTED, "He was not told of the bottles, and thinks some were old.", "drink"),
            ("nd", _NOTE, "Ruby is tired on Mondays and asks to ring home at lunch.", "school"),
            ("he", _AGREED, "She agrees with the register.", "school"),
            ("mb", _AGREED, "He agrees, and says that mornings are his job from now on.", "school"),
            ("", EntryKind.DOCUMENT, "The school's register for this term.", ""),
        ),
    ),
    "parents": Said(
        "10:33",
        (
            ("he", _VIEW, "“I am ashamed about that morning. I want help and I want it now.”", ""),
            ("he", _VIEW, "She would like people to ring before they come, when they can.", ""),
            ("mb", _VIEW, "He wants it written down that he has never been drunk at home.", ""),
            ("ja", _VIEW, "Ms Ellis has cut down since the letter and has told her GP.", ""),
            (
                "os",
                _VIEW,
                "Mr Boateng asks for parental responsibility for Ruby to be looked at.",
                "",
            ),
        ),
    ),
    "child": Said(
        "10:42",
        (
            ("worker", _VIEW, "Ruby says that she likes the days when Nan is there.", "ruby"),
            ("nd", _NOTE, "Ruby reads well above her age when she is in school.", "ruby"),
            ("worker", _NOTE, "Theo runs to his dad, and sleeps badly when he is away.", "theo"),
            ("he", _VIEW, "“Theo just wants me to get up in the morning.”", "theo"),
        ),
    ),
    "support": Said(
        "10:48",
        (
            (
                "worker",
                _NOTE,
                "Ms Ellis went to three of ten sessions at the service last year.",
                "",
            ),
            ("he", _NOTE, "The bus took an hour, with Theo in the pushchair.", ""),
            ("nd", _NOTE, "Breakfast club helped Ruby until the money ran out.", ""),
            ("chair", EntryKind.ASIDE, "Check why the taxi was refused last year.", ""),
        ),
    ),
    "network": Said(
        "10:53",
        (
            ("he", _NOTE, "Her mother, Mrs Ellis senior, would do anything for the children.", ""),
            ("chair", _NOTE, "Offered a family group meeting. Both parents said yes.", ""),
            ("mb", _NOTE, "His sister may help too. He will ask her this weekend.", ""),
        ),
    ),
    "assessments": Said(
        "10:59",
        (
            ("worker", _NOTE, "Wanda Lis of the Court Team will do the six sessions at home.", ""),
            (
                "ja",
                _NOTE,
                "Ms Ellis agrees to breath tests. She does not agree to a hair test.",
                "",
            ),
            ("legal", _NOTE, "No expert is needed at present.", ""),
        ),
    ),
    "plan": Said(
        "11:04",
        (
            ("", _NOTE, "Each line was read aloud.", ""),
            ("he", _AGREED, "The eight sessions, if the taxi is paid.", ""),
            (
                "mb",
                _NOTE,
                "He works on Thursday nights, so Sunday to Wednesday is what he can do.",
                "",
            ),
            ("chair", _AGREED, "Line 3 is changed to Sunday to Wednesday.", ""),
            ("chair", _NOTE, "Line 7 is dropped: there will be no drink in the home at all.", ""),
            ("os", _NOTE, "Mr Boateng does not agree to the words of the bottom line today.", ""),
        ),
    ),
    "break": Said(
        "11:12",
        (("chair", _NOTE, "Started again with everyone but Ms Doyle, who had to leave.", ""),),
    ),
    "bottom_line": Said(
        "11:30",
        (
            (
                "chair",
                _EXPLAINED,
                "If they are alone with an adult who has been drinking, we ask our lawyers.",
                "",
            ),
            ("he", _NOTE, "“No drink when I have them. If I do, it goes to the lawyers.”", ""),
            ("mb", _DISPUTED, "He thinks that one glass at a birthday should not count.", ""),
        ),
    ),
    "dates": Said(
        "11:39",
        (
            ("chair", _AGREED, "The midway and final reviews, both at 10 am in Room 1.", ""),
            ("chair", _NOTE, "The minutes go to both solicitors through our legal team.", ""),
            ("worker", _NOTE, "Ring Callum Frost, or the duty team after five.", ""),
            ("chair", _NOTE, "Read back what each person will do. Nobody corrected it.", ""),
        ),
    ),
}
"""By the agenda item's key; optional items that nobody needed are not here."""
