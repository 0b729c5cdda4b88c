"""Taking a plan line apart: who, by when, how it will be known, our help, for whom.

`Clear the stairs @lc by 12 feb known by a visit help skip paid for JC worry 1` is read in any
order, and what is left is what is to happen. A word is only taken where it cannot be ordinary
English: `by` before a date, `for` before a child's initials, `worry` before a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from plo_tui.widgets.naming import mention_pattern, name_people

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from plo_tui.widgets.naming import Mention

_WEEK = r"(?:wk|week)\s*\d{1,3}"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_YEAR = r"(?:\s+(?:\d{4}|\d{2}(?=\s*(?:$|[,;.]))))?"
_DAY_MONTH = rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}{_YEAR}"
_WEEKDAY = r"(?:next\s+)?(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_DATE = "|".join(
    (
        r"\d{4}-\d{1,2}-\d{1,2}",
        r"\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?",
        _DAY_MONTH,
        rf"{_WEEKDAY}(?:\s+(?:{_WEEK}|{_DAY_MONTH}))?",
        _WEEK,
        r"\+\s?\d{1,3}\s?(?:wd|w|d)[a-z]*",
        r"today|tomorrow|(?:the\s+)?(?:final|midway)\s+review",
    )
)
"""How a date looks, however wrong: whether it is one, the date reader says."""

# After these, `help` is an ordinary word: `ask for help with debts`.
_ORDINARY_HELP = re.compile(
    r"(?:an?|accept|all|and|any|ask|can|could|extra|for|get|gets|her|his|i|may|more|must|needs?|no"
    r"|of|offer|or|our|seek|should|some|than|that|the|their|they|this|to|want|we|who|will|with"
    r"|would|you|your)"
)
# After these, a name is part of the sentence and not the line's owner: `meet with @lc`.
_IN_SENTENCE = frozenset(["and", "for", "from", "of", "or", "to", "with"])
_GOES_ON = re.compile(r"\s+(?:agrees|and|can|has|is|must|should|to|will)\b", re.IGNORECASE)
# A child with these initials is meant only in capitals: `for me` names nobody.
_ORDINARY_INITIALS = re.compile(
    "am|an|as|at|be|by|do|go|he|if|in|is|it|me|my|no|of|on|or|so|to|up|us|we"
)


@dataclass(frozen=True, slots=True)
class Fields:
    """What a plan line or a review's date was taken apart into; empty where not said.

    Attributes:
        owner: whose line it is.
        by: the due date (or a review's date), as typed, for the date reader.
        until: how long it goes on, as typed, for the date reader.
        known_by: how it will be known.
        help: what the authority does to help.
        children: initials of the children it is for; empty for all of them.
        worry: the number of the concern it answers.
        review: `midway` or `final review`, for a review's date.
    """

    owner: UUID | None = None
    by: str = ""
    until: str = ""
    known_by: str = ""
    help: str = ""
    children: tuple[str, ...] = ()
    worry: int | None = None
    review: str = ""


def plan_fields(
    text: str, people: Sequence[Mention], children: Sequence[str]
) -> tuple[str, Fields]:
    """Take a plan line apart.

    Args:
        text: what was typed after the capture word.
        people: everyone who can be named as owner.
        children: the children's initials.

    Returns:
        What is to happen, and the parts. Each part is taken once; a second one stays where it is.
    """
    fields = Fields()
    kept: dict[str, list[str]] = {"": []}
    into, since = "", 0
    for found in _parts(people, children).finditer(text):
        kind = str(found.lastgroup)
        if kind in kept or not _is_part(found, text, into, since):
            continue
        taken = _take(fields, kind, found[kind], people, children)
        if taken is None:
            continue
        fields = taken
        kept[into].append(text[since : found.start()])
        since = found.end()
        if kind == "owner" and found.start() == 0 and _GOES_ON.match(text, since):
            since = 0
        into = kind if kind in {"known_by", "help"} else ""
        kept.setdefault(kind, [])
    kept[into].append(text[since:])
    said = {kind: _joined(pieces, people) for kind, pieces in kept.items()}
    fields = replace(fields, known_by=said.get("known_by", ""), help=said.get("help", ""))
    return said[""], fields


def _parts(people: Sequence[Mention], children: Sequence[str]) -> re.Pattern[str]:
    initials = "|".join(re.escape(child) for child in children if child.strip()) or r"(?!)"
    return re.compile(
        r"(?<!\w)(?:"
        r"known\s+by:?\s+(?P<known_by>)"
        r"|help:?\s+(?P<help>)"
        rf"|by:?\s+(?P<by>{_DATE})(?!\w)"
        rf"|until:?\s+(?P<until>{_DATE})(?!\w)"
        r"|worry\s+(?P<worry>[0-9]{1,2})(?!\w)"
        rf"|for\s+(?P<children>(?:{initials})(?:(?:\s*(?:,|&|\band\b)\s*|\s+)(?:{initials}))*)(?!\w)"
        rf"|(?:by\s+)?(?P<owner>{mention_pattern(people)})"
        r")",
        re.IGNORECASE,
    )


def _is_part(found: re.Match[str], text: str, into: str, since: int) -> bool:
    """Whether a marker stands where it is meant, and not as an ordinary word."""
    before = text[max(0, found.start() - 20) : found.start()].split()
    last_word = before[-1].casefold() if before else ""
    if found.lastgroup == "help":
        return found.start() > 0 and _ORDINARY_HELP.fullmatch(last_word) is None
    if found.lastgroup == "owner":
        opens_a_part = bool(into) and not text[since : found.start()].strip()
        return not opens_a_part and last_word not in _IN_SENTENCE
    return True


def _take(
    fields: Fields, kind: str, value: str, people: Sequence[Mention], children: Sequence[str]
) -> Fields | None:
    """The fields with one more part, or None where it turns out to be ordinary words."""
    if kind == "owner":
        _, named = name_people(value, people)
        return replace(fields, owner=named[0]) if named else None
    if kind == "by":
        return replace(fields, by=value)
    if kind == "until":
        return replace(fields, until=value)
    if kind == "worry":
        return replace(fields, worry=int(value))
    if kind == "children":
        typed = re.split(r"\s*(?:,|&|\band\b)\s*|\s+", value, flags=re.IGNORECASE)
        if any(_ORDINARY_INITIALS.fullmatch(word) for word in typed):
            return None
        wanted = {word.casefold() for word in typed}
        return replace(fields, children=tuple(c for c in children if c.casefold() in wanted))
    return fields


def _joined(pieces: Sequence[str], people: Sequence[Mention]) -> str:
    whole = " ".join(stripped for piece in pieces if (stripped := piece.strip(" \t\n,;")))
    return name_people(whole, people)[0]
