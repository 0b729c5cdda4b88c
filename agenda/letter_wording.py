"""The words that letters begin with: those shipped, or an authority's own in their place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agenda.broken_file import BrokenFile, read_toml
from agenda.letter_decided import decisions_to_tell, reasons_in
from agenda.letter_words import LetterKind
from agenda.minuting_words import in_a_row
from agenda.text import clean
from agenda.toml_lines import TomlLines
from agenda.toml_table import nearest, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from uuid import UUID

    from agenda import records
    from agenda.papers import Papers

EVERY = "every"
SECTIONS = {
    LetterKind.BEFORE_PROCEEDINGS: "before_proceedings",
    LetterKind.BEFORE_ISSUE: "before_issue",
    LetterKind.ENDING: "ending",
    LetterKind.EXTENSION: "extension",
}
"""What the file calls each kind."""
WORDED = (
    "opening",
    "decision",
    "court",
    "examples_note",
    "first_line",
    "family_offer",
    "legal_advice",
    "closing",
)
"""The fields of a letter that begin with words of the file."""
LONGEST = 2_000
"""The most characters of an entry: about a page."""

_PLACE = re.compile(r"\{[^{}]*\}|[{}]")
_KNOWN_PLACES = ("{children}", "{reasons}")


@dataclass(frozen=True, slots=True)
class LetterWording:
    """The words letters begin with.

    Attributes:
        entries: by section, then by field; `every` is the section of all kinds.
    """

    entries: Mapping[str, Mapping[str, str]]

    def words(self, kind: LetterKind, field: str) -> str:
        """Return the words for a field of a kind of letter, with places to fill; empty for none."""
        own = self.entries.get(SECTIONS[kind], {})
        return own.get(field) or self.entries.get(EVERY, {}).get(field, "")


def default_wording() -> LetterWording:
    """Return the words as they are shipped."""
    return LetterWording(_shipped())


def read_wording(text: str, file: str) -> LetterWording:
    """Return the shipped words with those of an authority's file in their place.

    Args:
        text: the whole file, TOML shaped like `letters.toml`.
        file: its name, as the user knows it.

    Raises:
        BrokenFile: an entry is unknown, no text, too long, or has a place nobody fills; names
            the line.
    """
    text, written = read_toml(text, file)
    for path, reason in _wrong(written):
        raise BrokenFile(file, TomlLines(text).line(path), reason)
    shipped = _shipped()
    return LetterWording(
        {name: {**shipped[name], **_cleaned(written.get(name, {}))} for name in shipped}
    )


def starting_words(
    wording: LetterWording,
    papers: Papers,
    kind: LetterKind,
    person_id: UUID,
    meeting_id: UUID | None = None,
) -> dict[str, str]:
    """Return the words a letter to somebody begins with, by field, every place in them filled.

    What was decided is told where it is authorised: of what is not, nothing is written. A letter
    before issue says it in any case, since going to court may be decided outside a review.

    Args:
        wording: the authority's words.
        papers: the case's papers.
        kind: the kind of letter.
        person_id: whom it is to.
        meeting_id: the meeting it invites to, or whose decision it tells.
    """
    decided = decisions_to_tell(papers, kind, person_id, meeting_id)
    meant = papers.children_of(person_id)
    fills = {"{children}": called(meant), "{reasons}": ""}
    words = {field: _filled(wording.words(kind, field), fills) for field in WORDED}
    about = [child for child in meant if child.id in {row.child_id for row in decided}]
    fills = {"{children}": called(about or meant), "{reasons}": reasons_in(decided)}
    is_told = bool(decided) or kind is LetterKind.BEFORE_ISSUE
    words["decision"] = _filled(wording.words(kind, "decision"), fills) if is_told else ""
    return words


def called(children: Iterable[records.Child]) -> str:
    """Return children as a letter speaks of them: `Jo and Lee`; an unborn one by the full name."""
    named = (
        child.full_name if child.born_on is None and child.due_on else child.full_name.split()[0]
        for child in children
        if child.full_name.strip()
    )
    return in_a_row(list(named)) or "your children"


def _filled(words: str, fills: Mapping[str, str]) -> str:
    for place, told in fills.items():
        words = words.replace(place, told)
    lines = (" ".join(line.split()) for line in words.split("\n"))
    return "\n".join(line for line in lines if line)


@cache
def _shipped() -> dict[str, dict[str, str]]:
    text = Path(__file__).with_name("letters.toml").read_text(encoding="utf-8")
    _, written = read_toml(text, "letters.toml")
    return {name: written.get(name, {}) for name in (EVERY, *SECTIONS.values())}


def _cleaned(entries: Mapping[str, str]) -> dict[str, str]:
    return {field: clean(words) for field, words in entries.items()}


def _wrong(written: dict[str, Any]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Give each thing that will not do, with where it stands."""
    sections = (EVERY, *SECTIONS.values())
    for name, entries in written.items():
        if name not in sections:
            near = nearest(name, sections)
            yield (name,), f"there is no `{shown(name)}`. Did you mean [{near}]?"
        elif not isinstance(entries, dict):
            yield (name,), f"`{name}` is a section. Write [{name}] on a line of its own."
        else:
            for field, words in entries.items():
                if reason := _why_not(field, words):
                    yield (name, field), reason


def _why_not(field: str, words: object) -> str:
    """Return why an entry will not do; empty where it will."""
    if field not in WORDED:
        return f"there is no `{shown(field)}`. Did you mean `{nearest(field, WORDED)}`?"
    if not isinstance(words, str):
        return f"`{field}` must be text in quotes."
    if len(words) > LONGEST:
        return f"`{field}` has {len(words):,} characters; {LONGEST:,} is the most. Shorten it."
    known = _KNOWN_PLACES if field == "decision" else _KNOWN_PLACES[:1]
    for place in _PLACE.findall(words):
        if place not in known:
            return f"nothing fills `{shown(place)}`. Use {' or '.join(known)}."
    return ""
