"""What a letter as a whole needs, by its kind: to whom, what may follow, the meeting, the law.

What a letter must hold is Somerset's (J0104 and J0125) and Sutton's; what the letters ending
and extending pre-proceedings hold is drafted for plo-tui.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agenda.finding import Level, Rule
from agenda.letter_place import LetterFinding, LetterPlace, Part
from agenda.letter_words import TELLS_LINES, TELLS_WORRIES, LetterKind
from agenda.meeting_facts import day_in_words
from agenda.working_days import OutsideCalendar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.letter import Letter
    from agenda.policy import Policy
    from agenda.working_days import WorkingDays

_SOMERSET = "Somerset 2018, Initial PLO letter"
_SUTTON = "Sutton 2019, Step 1"

RECIPIENT = Rule(
    "letter.recipient",
    Level.MUST,
    "A letter is to one person, by name.",
    "[own]: each parent has a letter of their own, with nothing of the other in it",
)
DATED = Rule("letter.dated", Level.MUST, "A letter has its date.", f"{_SUTTON}; [own]")
DECISION = Rule(
    "letter.decision",
    Level.MUST,
    "A letter after the first says what was decided, and why.",
    "Family Rights Group: if closing, tell parents in writing; [own]",
)
SUPERSEDES = Rule(
    "letter.supersedes",
    Level.SHOULD,
    "A letter before issue says that it takes the place of pre-proceedings.",
    "Somerset 2018: letter before issue (supersede PLO), J0125",
)
LAST_DAY = Rule(
    "letter.last_day",
    Level.MUST,
    "A letter of extension says the new last day.",
    "Sutton 2019, PLO Review: a further 6 weeks",
)
COURT = Rule(
    "letter.court",
    Level.MUST,
    "A letter says in one plain sentence that we may go to court.",
    f"{_SOMERSET}: what needs to happen so that we will not go to court",
)
MEETING = Rule(
    "letter.meeting",
    Level.MUST,
    "A letter gives the day, the time and the place of the meeting.",
    f"{_SUTTON}: the date and time for the initial PLO meeting",
)
NOTICE = Rule(
    "letter.notice",
    Level.SHOULD,
    "The parents have the letter early enough before the meeting to find a solicitor.",
    f"{_SUTTON}: 10 working days from the letter being given to the parents",
)
FAMILY_OFFER = Rule(
    "letter.family_offer",
    Level.MUST,
    "A letter offers family group decision making.",
    "Children's Wellbeing and Schools Act 2026, section 1: the offer is in the letter",
)
LEGAL_AID = Rule(
    "letter.legal_aid",
    Level.MUST,
    "A letter says that the parent can have a solicitor, and that legal aid pays.",
    "Family Rights Group: legal advice is the first part of the letter",
)
SOLICITORS = Rule(
    "letter.solicitors",
    Level.MUST,
    "The list of solicitors goes with the letter.",
    f"{_SUTTON}: a list of solicitors should be provided with the letter",
)
SIGNATURE = Rule(
    "letter.signature",
    Level.MUST,
    "A letter says who signs it, and whom to ring.",
    "[own]: a parent must know whom to ask",
)

_LETTERS_TO_ALL = frozenset(LetterKind)
_WITH_COURT = _LETTERS_TO_ALL - {LetterKind.ENDING}

_MORE_THAN_ONE = re.compile(r"\s(?:and|&|\+)\s|[/;]", re.IGNORECASE)
_COURT_WORD = re.compile(r"\b(?:court|judge)\b", re.IGNORECASE)
_IN_PLACE = re.compile(
    r"\b(?:instead|in place|takes? the place|replaces?|ends?|ended|stops?|no longer)\b",
    re.IGNORECASE,
)
_LEGAL_AID_WORD = re.compile(r"\b(?:legal aid|free|pay nothing|not have to pay)\b", re.IGNORECASE)
_SOLICITOR_WORD = re.compile(r"\b(?:solicitors?|lawyers?)\b", re.IGNORECASE)
_FAMILY_WORD = re.compile(r"\bfamily\b", re.IGNORECASE)


def whole_findings(letter: Letter, policy: Policy, days: WorkingDays) -> Iterator[LetterFinding]:
    """Give what a letter of its kind lacks as a whole."""
    yield from _head(letter)
    yield from _decided(letter)
    if letter.kind in _WITH_COURT and not _COURT_WORD.search(letter.court):
        sentence = "No plain sentence says that we may go to court. Write one."
        example = "If things do not change, we may ask the court to decide who looks after Jo"
        yield _found(COURT, sentence, Part.COURT, "court", example, letter.court)
    if letter.kind in TELLS_LINES:
        yield from _meeting(letter, policy, days)
    if letter.kind in TELLS_WORRIES:
        yield from _law(letter, policy)
    signature = letter.signature
    asked = {
        "name": (signature.name, "who signs it"),
        "ring": (signature.ring, "whom to ring"),
        "telephone": (signature.telephone, "which number to ring"),
    }
    for field, (text, missing) in asked.items():
        if not text.strip():
            sentence = f"The letter does not say {missing}. Add it."
            yield _found(SIGNATURE, sentence, Part.SIGNATURE, f"signature.{field}")


def _head(letter: Letter) -> Iterator[LetterFinding]:
    name = letter.to.name
    if not any(map(str.isalnum, name)):
        yield _found(RECIPIENT, "The letter is to nobody. Name one person.", Part.RECIPIENT, "to")
    elif _MORE_THAN_ONE.search(name):
        sentence = "The letter is to more than one person. Give each a letter of their own."
        yield _found(RECIPIENT, sentence, Part.RECIPIENT, "to", "Ms Alana Carter", name)
    if letter.on is None:
        yield _found(DATED, "The letter has no date. Add it.", Part.WHOLE, "on")


def _decided(letter: Letter) -> Iterator[LetterFinding]:
    if letter.kind is LetterKind.BEFORE_PROCEEDINGS:
        return
    if not any(map(str.isalnum, letter.decision)):
        sentence = "The letter does not say what was decided, and why. Write it."
        example = "We have decided to stop this process, because the children are safe at home"
        yield _found(DECISION, sentence, Part.DECISION, "decision", example)
    elif letter.kind is LetterKind.BEFORE_ISSUE and not _IN_PLACE.search(letter.decision):
        sentence = "The letter does not say that it takes the place of the meetings. Say so."
        example = "This letter takes the place of our letter of 4 January"
        yield _found(
            SUPERSEDES, sentence, Part.DECISION, "decision", example, letter.decision.strip()
        )
    if letter.kind is LetterKind.EXTENSION and (
        letter.last_day is None or (letter.on and letter.last_day <= letter.on)
    ):
        sentence = "The letter gives no new last day after its own date. Add it."
        yield _found(LAST_DAY, sentence, Part.DECISION, "last_day", "Until Tuesday 18 May 2027")


def _meeting(letter: Letter, policy: Policy, days: WorkingDays) -> Iterator[LetterFinding]:
    meeting = letter.meeting
    asked = {"on": meeting.on is not None, "at": meeting.at.strip(), "place": meeting.place.strip()}
    said = {"on": "day", "at": "time", "place": "place"}
    for field, given in asked.items():
        if not given:
            sentence = f"The letter gives no {said[field]} for the meeting. Add it."
            yield _found(MEETING, sentence, Part.MEETING, f"meeting.{field}")
    if letter.kind is not LetterKind.BEFORE_PROCEEDINGS or not (letter.on and meeting.on):
        return
    try:
        notice = days.count(letter.on, meeting.on)
        earliest = days.add(letter.on, policy.letter.notice_days)
    except OutsideCalendar as fault:
        yield _found(MEETING, str(fault), Part.MEETING, "meeting.on")
        return
    if notice < policy.letter.notice_days:
        sentence = (
            f"The meeting is {max(notice, 0)} working days after the letter, and "
            f"{policy.letter.notice_days} is the least. Choose a later day."
        )
        example = f"{day_in_words(earliest)}, if the letter is given on its own date"
        words = day_in_words(meeting.on)
        yield _found(NOTICE, sentence, Part.MEETING, "meeting.on", example, words)


def _law(letter: Letter, policy: Policy) -> Iterator[LetterFinding]:
    """Check the offer to the family, legal aid and the list; issuing is warned of only."""
    warns = letter.kind is LetterKind.BEFORE_ISSUE
    if policy.family_offer.check and not _FAMILY_WORD.search(letter.family_offer):
        sentence = "The letter does not offer a family meeting. Offer it, or record why not."
        example = "We offer you a family group meeting: your family makes its own plan"
        yield _found(
            FAMILY_OFFER, sentence, Part.FAMILY, "family_offer", example, letter.family_offer, warns
        )
    advice = letter.legal_advice
    if not (_LEGAL_AID_WORD.search(advice) and _SOLICITOR_WORD.search(advice)):
        sentence = "The letter does not say that legal aid pays for a solicitor. Say so."
        example = "You can have a solicitor, and it is free: legal aid pays"
        yield _found(LEGAL_AID, sentence, Part.LEGAL, "legal_advice", example, advice, warns)
    if not letter.solicitor_list:
        sentence = "The list of solicitors is not enclosed. Put it with the letter."
        yield _found(SOLICITORS, sentence, Part.LEGAL, "solicitor_list", only_warns=warns)


def _found(
    rule: Rule,
    sentence: str,
    part: Part,
    field: str,
    example: str = "",
    words: str = "",
    only_warns: bool = False,
) -> LetterFinding:
    where = LetterPlace(part, field=field, words=words)
    return LetterFinding(rule, sentence, example, field=field, only_warns=only_warns, where=where)
