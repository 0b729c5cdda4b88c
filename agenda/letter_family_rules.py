"""Whether a letter is about this family, and about nobody and nothing that must not be in it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from agenda.finding import Level, Rule
from agenda.letter_place import LetterFinding, LetterPlace, Part, passages
from agenda.phrases import Phrases, words_of
from agenda.withheld_words import find_withheld

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agenda.letter import Letter, Worry

CHILDREN = Rule(
    "letter.children",
    Level.MUST,
    "A letter names the children, and every worry says which of them it is about.",
    "Ofsted since 2021: letters not about this family, the child lost among adults",
)
OTHER_FAMILY = Rule(
    "letter.other_family",
    Level.MUST,
    "No child of another family is named in a letter.",
    "UK GDPR, Article 5: personal data is kept secure; [own]",
)
PLACEHOLDER = Rule(
    "letter.placeholder",
    Level.MUST,
    "Nothing of the template is left in a letter.",
    "Ofsted since 2021: letters not about this family; [own]",
)
GENERIC = Rule(
    "letter.generic",
    Level.SHOULD,
    "A letter says what happened in this family, not what could stand in any letter.",
    "Ofsted since 2021: letters not about this family; word list [own]",
)
LEGAL_PLANNING = Rule(
    "letter.legal_planning",
    Level.MUST,
    "A letter says nothing of the legal planning meeting, nor of our own legal advice.",
    "Sutton 2019, Step 1: under no circumstances are LPM minutes shared with any parent",
)
ADDRESS = Rule(
    "letter.address",
    Level.MUST,
    "A letter holds no address but the parent's own and the meeting's, and nothing withheld.",
    "[own]: an address can put someone in danger",
)

LEFT_IN = re.compile(
    r"\[[^\[\]\n]{0,60}\]|<[^<>\n]{1,60}>|\{[^{}\n]{0,60}\}|_{3,}|\?{2,}|…{2,}|\.{4,}"
    r"|\b(?:X{2,}|T\.?B\.?[CAD])\b|\b(?:xx+|insert(?:ed)?|lorem ipsum|delete as appropriate)\b"
    r"|\bs/he\b|\b(?:his/her|her/his|he/she|she/he|him/her|mother/father|father/mother)\b"
    r"|\bchild(?:\(ren\)|/ren|/children)|\bparent\(s\)|\bname of (?:child|parent)\b",
    re.IGNORECASE,
)
"""What a template leaves in a letter that was not filled in."""

_PRIVILEGED = re.compile(
    r"\b(?:legal planning|LPM|legal gateway|gateway panel|legal tracking|counsel'?s? advice"
    r"|(?:our|the council's|the authority's) legal advice"
    r"|our (?:lawyers?|solicitors?) (?:told|advised?|says?|said|thinks?)"
    r"|legally privileged|privileged)\b",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b", re.IGNORECASE)
_GENERIC_WORDS = """
chaotic lifestyle; inconsistent parenting; poor parenting; parenting capacity; lack of insight;
poor engagement; not engage; failure to protect; fail to protect; significant harm;
emotional needs; basic needs; physical needs; needs are not met; needs are not being met;
unmet needs; emotionally unavailable; disguised compliance; good enough parenting;
home conditions; volatile relationship; toxic trio; adverse childhood experiences;
ongoing concerns; historical concerns; various concerns; number of concerns; negative impact;
lifestyle choices; not prioritise; prioritise the needs
"""
"""What stands in any letter, and says nothing of this family unless a fact stands beside it."""

_GENERIC = Phrases(_GENERIC_WORDS.split(";"))

_ALSO_WORDS = frozenset(
    {"may", "will", "april", "june", "august", "summer", "grace", "faith", "hope", "joy"}
    | {"mark", "rose", "art", "bill", "grant", "robin", "baby", "lane", "page", "rich", "sky"}
)
"""Given names that are words too: alone they say nothing."""


def family_findings(
    letter: Letter,
    other_children: Sequence[str] = (),
    withheld: Sequence[str] = (),
    siblings: Sequence[str] = (),
) -> Iterator[LetterFinding]:
    """Give what is not about this family, and what must not be in its letter.

    Args:
        letter: the letter.
        other_children: the full names of children of other families.
        withheld: details that are kept from this recipient, each as it was recorded.
        siblings: the full names of this family's children, also of those it is not about.
    """
    own = _own_names(letter)
    if not any(map(words_of, letter.children)):
        sentence = "The letter names no child. Name each child it is about."
        where = LetterPlace(Part.WHOLE, field="children")
        yield _found(CHILDREN, sentence, where, "Jo and Lee Carter")
    else:
        for number, worry in enumerate(letter.worries, start=1):
            if not own & _words_of_worry(worry):
                sentence = f"Worry {number} names no child. Say what it is like for which child."
                where = LetterPlace(Part.WORRY, number, field="paragraphs", words=worry.heading)
                yield _found(CHILDREN, sentence, where, "Jo went to school hungry on 3 May")
    yield from _others(letter, other_children, siblings)
    yield from _sentences(letter, own)
    yield from _withheld(letter, withheld)
    yield from _left_in_fields(letter)


def _sentences(letter: Letter, own: set[str]) -> Iterator[LetterFinding]:
    """Check each sentence for what is left in, kept for lawyers, somebody's address or generic."""
    allowed = " ".join([*letter.to.address, letter.meeting.place])
    known = {_squeezed(found) for found in _POSTCODE.findall(allowed)}
    for passage in passages(letter):
        for place, text in passage.sentences():
            yield from _left(place, text)
            if told := _PRIVILEGED.search(text):
                sentence = f"“{told[0]}” belongs to our own legal planning. Take it out."
                yield _found(LEGAL_PLANNING, sentence, replace(place, words=told[0]))
            for postcode in _POSTCODE.findall(text):
                if _squeezed(postcode) not in known:
                    sentence = "This is an address, not the parent's own. Take it out."
                    yield _found(ADDRESS, sentence, replace(place, words=postcode))
            generic = next(_GENERIC.found_in(text), None)
            if generic and not any(map(str.isdigit, text)) and not own & set(_bare(text)):
                sentence = (
                    f"“{generic.written}” could stand in any letter. Say what was seen, when."
                )
                example = "On 3 May there was no food in the kitchen, and Jo had not eaten"
                yield _found(GENERIC, sentence, replace(place, words=text), example)


def _left(place: LetterPlace, text: str) -> Iterator[LetterFinding]:
    for left in dict.fromkeys(found[0] for found in LEFT_IN.finditer(text)):
        sentence = f"“{left}” is left from the template. Write what belongs there."
        yield _found(PLACEHOLDER, sentence, replace(place, words=left))


def _left_in_fields(letter: Letter) -> Iterator[LetterFinding]:
    """Check the names and short fields, which are no sentences."""
    signature, meeting = letter.signature, letter.meeting
    fields = (
        (Part.RECIPIENT, "to", " ".join([letter.to.name, *letter.to.address])),
        (Part.WHOLE, "reference", letter.reference),
        (Part.WHOLE, "children", ", ".join(letter.children)),
        (Part.MEETING, "meeting", f"{meeting.at} {meeting.place}"),
        (
            Part.SIGNATURE,
            "signature",
            f"{signature.name} {signature.role} {signature.ring} {signature.telephone}",
        ),
        *((Part.LINE, "lines", line.owner) for line in letter.lines if line.owner),
    )
    for part, field, text in fields:
        yield from _left(LetterPlace(part, field=field), text)


def _others(
    letter: Letter, other_children: Sequence[str], siblings: Sequence[str]
) -> Iterator[LetterFinding]:
    """Look for children of other families, by full name; by given name alone it only warns."""
    here = {word for text in (*_named_here(letter), *siblings) for word in _bare(text)}
    said = [
        (replace(place, words=text), _spaced(_bare(text)))
        for passage in passages(letter)
        for place, text in passage.sentences()
    ]
    for name in dict.fromkeys(other_children):
        words = words_of(name)
        if not words or name in letter.children or name in siblings:
            continue
        whole, given = _spaced(words), words[0]
        alone = len(given) > 1 and given not in here and given not in _ALSO_WORDS
        for place, told in said:
            if whole in told:
                yield _other(name, place, only_warns=False)
            elif alone and _spaced([given]) in told:
                yield _other(given.title(), place, only_warns=True)


def _other(name: str, place: LetterPlace, *, only_warns: bool) -> LetterFinding:
    sentence = f"“{name}” is a child of another family. Check who is meant."
    return LetterFinding(
        OTHER_FAMILY, sentence, field=place.field, only_warns=only_warns, where=place
    )


def _withheld(letter: Letter, withheld: Sequence[str]) -> Iterator[LetterFinding]:
    """Look for details kept from the recipient, also in the fields that are no sentences."""
    texts = [
        *((passage.place, passage.text) for passage in passages(letter)),
        (LetterPlace(Part.RECIPIENT, field="to"), " ".join(letter.to.address)),
        (LetterPlace(Part.MEETING, field="meeting"), letter.meeting.place),
    ]
    for place, text in texts:
        for start, end in find_withheld(text, withheld):
            sentence = "This is kept from the person the letter is to. Take it out."
            yield _found(ADDRESS, sentence, replace(place, words=text[start:end]))


def _named_here(letter: Letter) -> Iterator[str]:
    """Give the names of everyone this letter knows."""
    yield from letter.children
    yield letter.to.name
    yield letter.signature.name
    yield letter.signature.ring
    yield from (line.owner for line in letter.lines)


def _own_names(letter: Letter) -> set[str]:
    """Return the children's given names in small letters; of `Baby Carter` it is `baby`."""
    return {words_of(name)[0] for name in letter.children if words_of(name)}


def _words_of_worry(worry: Worry) -> set[str]:
    told = [worry.heading, worry.danger_statement, *worry.paragraphs]
    return set(_bare(" ".join([*told, *(example.what for example in worry.examples)])))


def _bare(text: str) -> list[str]:
    """Return the words of a text in small letters; of `Jo's` it is `jo`."""
    return [word.removesuffix("'s").removesuffix("’s") for word in words_of(text)]


def _spaced(words: list[str]) -> str:
    """Return words with a blank round each, so that only whole ones are found in it."""
    return f" {' '.join(words)} "


def _squeezed(postcode: str) -> str:
    return postcode.replace(" ", "").upper()


def _found(rule: Rule, sentence: str, where: LetterPlace, example: str = "") -> LetterFinding:
    return LetterFinding(rule, sentence, example, field=where.field, where=where)
