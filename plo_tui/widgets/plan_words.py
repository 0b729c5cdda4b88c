"""Taking a plan line apart: who, by when, how often, how it will be known, our help, for whom.

`Clear the stairs @lc by 12 feb known by a visit help skip paid for JC worry 1` is read in any
order, and what is left is what is to happen. A word is only taken where it cannot be ordinary
English: `by` before a date, `for` before a child's initials, `worry` before a number. A name, a
number of sessions and how often are taken out where they stand between commas: `Parenting
assessment, Sam Price, 6 sessions`. Within the sentence (`Weekly visits until 12 feb`) they are
read where the kind of line needs them, and stay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from agenda.words import LineKind
from plo_tui.widgets.bottom_words import what_follows
from plo_tui.widgets.naming import mention_pattern, name_people, people_called
from plo_tui.widgets.rhythm_words import (
    RHYTHM,
    SESSIONS,
    rhythm_in,
    says_only_how_often,
    sessions_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from plo_tui.widgets.naming import Mention

_WEEK = r"(?:wk|week)\s*\d{1,3}"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_YEAR = r"(?:\s+(?:\d{4}|\d{2}(?=\s*(?:$|[,;.]))))?"
_DAY_MONTH = rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}{_YEAR}"
_WEEKDAY = r"(?:(?:last|next)\s+)?(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_DATE = "|".join(
    (
        r"\d{4}-\d{1,2}-\d{1,2}",
        r"\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?",
        _DAY_MONTH,
        rf"{_WEEKDAY}(?:\s+(?:{_WEEK}|{_DAY_MONTH}))?",
        _WEEK,
        r"\+\s?\d{1,3}\s?(?:wd|w|d)[a-z]*",
        r"yesterday|today|tomorrow|(?:the\s+)?(?:final|midway)\s+review",
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
# Where something between commas ends: at a comma (of no list: `, and`), the end, another part.
_PART_ENDS = r"\s*(?:[,;](?!\s*(?:and|or)\b)|\Z)|\s+(?:@|(?:by|for|help|known\s+by|until|worry)\b)"
_GOES_ON = re.compile(r"\s+(?:agrees|and|can|has|is|must|should|to|will)\b", re.IGNORECASE)
_LOOSE = " \t\n,;"
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
        rhythm: how often, as typed, with a capital letter.
        sessions: how many sessions it takes.
        known_by: how it will be known.
        help: what the authority does to help.
        children: initials of the children it is for; empty for all of them.
        worry: the number of the concern it answers.
        consequence: what follows, of a bottom line.
        review: `midway` or `final review`, for a review's date.
    """

    owner: UUID | None = None
    by: str = ""
    until: str = ""
    rhythm: str = ""
    sessions: int | None = None
    known_by: str = ""
    help: str = ""
    children: tuple[str, ...] = ()
    worry: int | None = None
    consequence: str = ""
    review: str = ""


def plan_fields(
    text: str, people: Sequence[Mention], children: Sequence[str], kind: LineKind
) -> tuple[str, Fields]:
    """Take a plan line apart.

    Args:
        text: what was typed after the capture word.
        people: everyone who can be named as owner.
        children: the children's initials.
        kind: what kind of line it is. A bottom line has no owner and no date: all of its words
            but the worry and the children stand in its sentence.

    Returns:
        What is to happen, and the parts. Each part is taken once; a second one stays where it is.
    """
    fields = Fields()
    kept: dict[str, list[str]] = {"": []}
    into, since = "", 0
    for found in _parts(people, children, kind).finditer(text):
        part = "owner" if found.lastgroup == "named" else str(found.lastgroup)
        if (part in kept and part != "rhythm") or not _is_part(found, text, into, since):
            continue
        taken = _take(fields, part, found[str(found.lastgroup)], people, children)
        if taken is None:
            continue
        fields = taken
        kept[into].append(text[since : found.start()])
        since = found.end()
        if part == "owner" and found.start() == 0 and _GOES_ON.match(text, since):
            since = 0
        into = part if part in {"known_by", "help"} else ""
        kept.setdefault(part, [])
    kept[into].append(text[since:])
    said = {part: _joined(pieces, people) for part, pieces in kept.items()}
    fields = replace(fields, known_by=said.get("known_by", ""), help=said.get("help", ""))
    return _in_sentence(said[""], fields, kind)


def _in_sentence(what: str, fields: Fields, kind: LineKind) -> tuple[str, Fields]:
    """Read what the sentence itself says of how often, how many sessions, and what follows."""
    if kind is LineKind.BOTTOM_LINE:
        what, consequence = what_follows(what)
        return what, replace(fields, consequence=consequence)
    rhythm = fields.rhythm
    if kind is LineKind.VISIT or fields.until:
        rhythm = ", ".join(filter(None, (rhythm_in(what), rhythm)))
    sessions = fields.sessions
    if sessions is None and kind in (LineKind.ASSESSMENT, LineKind.SERVICE):
        sessions = sessions_in(what)
    if kind is LineKind.VISIT and rhythm and says_only_how_often(what):
        what = "Visits"
    return what, replace(fields, rhythm=rhythm[:1].upper() + rhythm[1:], sessions=sessions)


def _parts(people: Sequence[Mention], children: Sequence[str], kind: LineKind) -> re.Pattern[str]:
    initials = "|".join(re.escape(child) for child in children if child.strip()) or r"(?!)"
    parts = [
        r"worry\s+(?P<worry>[0-9]{1,2})(?!\w)",
        rf"for\s+(?P<children>(?:{initials})(?:(?:\s*(?:,|&|\band\b)\s*|\s+)(?:{initials}))*)(?!\w)",
    ]
    if kind is not LineKind.BOTTOM_LINE:
        parts += _parts_of_work(people)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})", re.IGNORECASE)


def _parts_of_work(people: Sequence[Mention]) -> Iterator[str]:
    """Give the parts of a line that somebody does; some of them only between commas."""
    labels = sorted({person.label for person in people if person.label.strip()}, key=len)
    names = "|".join(map(re.escape, reversed(labels))) or r"(?!)"
    between = rf"(?<=[,;])\s*(?P<{{}}>{{}})(?={_PART_ENDS})"
    yield r"known\s+by:?\s+(?P<known_by>)"
    yield r"help:?\s+(?P<help>)"
    yield rf"(?:(?<=[,;])\s*report\s+)?by:?\s+(?P<by>{_DATE})(?!\w)"
    yield rf"until:?\s+(?P<until>{_DATE})(?!\w)"
    yield rf"(?:by\s+)?(?P<owner>{mention_pattern(people)})"
    yield between.format("named", names)
    yield between.format("sessions", rf"(?:(?:in|over)\s+)?{SESSIONS}")
    yield between.format("rhythm", RHYTHM)


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
    fields: Fields, part: str, value: str, people: Sequence[Mention], children: Sequence[str]
) -> Fields | None:
    """The fields with one more part, or None where it turns out to be ordinary words."""
    if part == "owner":
        named = people_called(value, people)
        return replace(fields, owner=named[0].key) if len(named) == 1 else None
    if part == "by":
        return replace(fields, by=value)
    if part == "until":
        return replace(fields, until=value)
    if part == "rhythm":
        return replace(fields, rhythm=", ".join(filter(None, (fields.rhythm, value))))
    if part == "sessions":
        return replace(fields, sessions=sessions_in(value))
    if part == "worry":
        return replace(fields, worry=int(value))
    if part == "children":
        typed = re.split(r"\s*(?:,|&|\band\b)\s*|\s+", value, flags=re.IGNORECASE)
        if any(_ORDINARY_INITIALS.fullmatch(word) for word in typed):
            return None
        wanted = {word.casefold() for word in typed}
        return replace(fields, children=tuple(c for c in children if c.casefold() in wanted))
    return fields


def _joined(pieces: Sequence[str], people: Sequence[Mention]) -> str:
    """Return the pieces as one text, with a comma where a part was taken from between commas."""
    whole, comma = "", False
    for piece in pieces:
        words = piece.strip(_LOOSE)
        before, _, after = piece.partition(words) if words else (piece, "", "")
        comma = comma or "," in before or ";" in before
        if words:
            whole += (", " if comma else " ") + words if whole else words
            comma = "," in after or ";" in after
    return name_people(whole, people)[0]
