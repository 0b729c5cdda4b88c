"""What a letter's worries and the help given need: few, in order, dated, tied to a danger."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agenda.concern_rules import years_before
from agenda.finding import Level, Rule
from agenda.letter_place import LetterFinding, LetterPlace, Part
from agenda.letter_words import TELLS_WORRIES
from agenda.meeting_facts import day_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from agenda.letter import Letter, LetterExample, Worry
    from agenda.policy import Policy

_SOMERSET = "Somerset 2018, Content of Initial PLO letter"

WORRIES = Rule(
    "letter.worries",
    Level.MUST,
    "A letter says what we are worried about, and not too many things at once.",
    f"{_SOMERSET}: a maximum of four headings",
)
ORDER = Rule(
    "letter.order",
    Level.SHOULD,
    "The main worry stands first.",
    f"{_SOMERSET}: in order of the main concern first",
)
HEADING = Rule(
    "letter.heading",
    Level.MUST,
    "Every worry has a heading that says it.",
    f"{_SOMERSET}: the heading should clearly state the concern",
)
DANGER = Rule(
    "letter.danger_statement",
    Level.SHOULD,
    "Every worry has its danger statement: what could happen to a child.",
    f"{_SOMERSET}: these should link to your danger statement",
)
SINCE = Rule(
    "letter.since",
    Level.SHOULD,
    "Every worry says how long we have had it.",
    f"{_SOMERSET}: how long we have had the concerns",
)
PARAGRAPHS = Rule(
    "letter.paragraphs",
    Level.SHOULD,
    "Every worry is told in one or two paragraphs.",
    f"{_SOMERSET}: a couple of paragraphs",
)
EXAMPLE = Rule(
    "letter.example",
    Level.SHOULD,
    "Every worry has an example.",
    f"{_SOMERSET}: dates and main examples",
)
EXAMPLE_DATE = Rule(
    "letter.example_date",
    Level.MUST,
    "Every example has its date, before the letter's.",
    f"{_SOMERSET}: dates and main examples",
)
OLD_EXAMPLE = Rule(
    "letter.old_example",
    Level.SHOULD,
    "Examples are recent, unless it says why an older one is exceptional.",
    f"{_SOMERSET}: within the last two years, unless exceptional things are significant",
)
SOME_EXAMPLES = Rule(
    "letter.some_examples",
    Level.SHOULD,
    "A letter says that the examples are some only, and that the meeting goes into them.",
    f"{_SOMERSET}: just some examples, which we will share in more detail at the meeting",
)
HELP = Rule(
    "letter.help",
    Level.SHOULD,
    "A letter says what was done to help, each with its date and what came of it.",
    f"{_SOMERSET}: all support that has been provided, if they have or have not engaged",
)

_MOST_PARAGRAPHS = 2
_EXAMPLES_WORD = re.compile(r"\bexamples?\b", re.IGNORECASE)
_MEETING_WORD = re.compile(r"\b(?:meeting|meet)\b", re.IGNORECASE)


def worry_findings(letter: Letter, policy: Policy) -> Iterator[LetterFinding]:
    """Give what the worries and the table of help lack."""
    wanted = letter.kind in TELLS_WORRIES
    if wanted and not letter.worries:
        sentence = "The letter has no worry. Say what we are worried about, the main thing first."
        yield _found(WORRIES, sentence, LetterPlace(Part.WORRIES, field="worries"))
    highest = 0
    for number, worry in enumerate(letter.worries, start=1):
        if number > policy.concerns.headings:
            sentence = (
                f"This is worry {number}, and {policy.concerns.headings} is the most. "
                "Join it to another."
            )
            yield _found(WORRIES, sentence, _at(number, "heading", worry.heading))
        if worry.rank and worry.rank < highest:
            sentence = "A greater worry stands behind a smaller one. Move it up."
            yield _found(ORDER, sentence, _at(number, "rank", worry.heading))
        highest = max(highest, worry.rank)
        yield from _worry(number, worry)
        yield from _examples(number, worry, letter.on, policy)
    note = letter.examples_note
    told = _EXAMPLES_WORD.search(note) and _MEETING_WORD.search(note)
    if any(worry.examples for worry in letter.worries) and not told:
        sentence = "Nothing says that these are some examples, told in full at the meeting. Say so."
        example = "These are only some examples. We will go through them with you at the meeting"
        where = LetterPlace(Part.WORRIES, field="examples_note", words=note)
        yield _found(SOME_EXAMPLES, sentence, where, example)
    yield from _help(letter, wanted=wanted)


def _worry(number: int, worry: Worry) -> Iterator[LetterFinding]:
    """Check the words of one worry."""
    asked = (
        (HEADING, "heading", worry.heading, "no heading", "Neglect: Jo is often hungry"),
        (
            DANGER,
            "danger_statement",
            worry.danger_statement,
            "no danger statement: what could happen to a child",
            "We are worried that Jo will be hurt when the adults fight",
        ),
        (SINCE, "since", worry.since, "nothing on how long we have worried", "Since March 2025"),
    )
    for rule, field, text, lacks, example in asked:
        if not any(map(str.isalnum, text)):
            sentence = f"Worry {number} has {lacks}. Add it."
            yield _found(rule, sentence, _at(number, field), example)
    told = [paragraph for paragraph in worry.paragraphs if any(map(str.isalnum, paragraph))]
    if not 1 <= len(told) <= _MOST_PARAGRAPHS:
        sentence = f"Worry {number} has {len(told) or 'no'} paragraphs. Tell it in one or two."
        yield _found(PARAGRAPHS, sentence, _at(number, "paragraphs"))


def _examples(
    number: int, worry: Worry, dated: date | None, policy: Policy
) -> Iterator[LetterFinding]:
    """Check the examples of one worry against the letter's date."""
    if not worry.examples:
        sentence = f"Worry {number} has no example. Add one that the parent can check."
        example = "3 May 2026: the health visitor found no food in the kitchen"
        yield _found(EXAMPLE, sentence, _at(number, "examples"), example)
    for row, example_told in enumerate(worry.examples, start=1):
        where = LetterPlace(Part.WORRY, number, row, "examples", words=example_told.what)
        yield from _example(example_told, where, dated, policy.concerns.example_years)


def _example(
    told: LetterExample, where: LetterPlace, dated: date | None, years: int
) -> Iterator[LetterFinding]:
    if not any(map(str.isalnum, told.what)):
        yield _found(EXAMPLE, "The example says nothing. Say what was seen, and by whom.", where)
    if told.on is None:
        yield _found(EXAMPLE_DATE, "The example has no date. Add it.", where, "3 May 2026")
    elif dated and told.on > dated:
        sentence = f"The example of {day_in_words(told.on)} is after the letter. Check its date."
        yield _found(EXAMPLE_DATE, sentence, where)
    elif dated and told.on < years_before(dated, years) and not told.exceptional.strip():
        sentence = (
            f"The example of {day_in_words(told.on)} is more than "
            f"{years} year{'s' if years > 1 else ''} old. "
            "Take a newer one, or say why it is exceptional."
        )
        yield _found(OLD_EXAMPLE, sentence, where, "Exceptional: a child was injured")


def _help(letter: Letter, *, wanted: bool) -> Iterator[LetterFinding]:
    """Check the table of help; it has no limit of years."""
    if wanted and not letter.help:
        sentence = "The letter does not say what was done to help. Add it, however long ago."
        example = "4 March 2026: parenting course, six sessions. You went to all of them"
        yield _found(HELP, sentence, LetterPlace(Part.HELP, field="help"), example)
    for number, given in enumerate(letter.help, start=1):
        asked = {
            "what": (any(map(str.isalnum, given.what)), "does not say what it was"),
            "on": (given.on is not None, "has no date"),
            "outcome": (any(map(str.isalnum, given.outcome)), "does not say what came of it"),
        }
        for field, (has, lacks) in asked.items():
            if not has:
                where = LetterPlace(Part.HELP, number, field=field, words=given.what)
                yield _found(HELP, f"Help {number} {lacks}. Add it.", where, "You went to all six")


def _at(number: int, field: str, words: str = "") -> LetterPlace:
    return LetterPlace(Part.WORRY, number, field=field, words=words)


def _found(rule: Rule, sentence: str, where: LetterPlace, example: str = "") -> LetterFinding:
    return LetterFinding(rule, sentence, example, field=where.field, where=where)
