"""What a line typed into the composer means.

A line is minuted as it stands unless it begins with a capture word (`/agreed`), with
somebody's initials and a colon (`lc:`), or both. Pure parsing: no screen, no store, and no
string makes it raise. A line that cannot be placed comes back as `NotUnderstood`, with what
to type instead, so that the composer can keep it.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from plo_tui.widgets.capture_words import CAPTURE_WORDS, LINES, CaptureWord, Takes
from plo_tui.widgets.naming import Mention, name_people, people_called
from plo_tui.widgets.plan_words import Fields, plan_fields

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID


_BY_WORD = {entry.word: entry for entry in CAPTURE_WORDS}
_PARAGRAPHS = {entry.word for entry in CAPTURE_WORDS if entry.takes is Takes.WORDS}
_SPEAKER = re.compile(r"\s*@?([^\n:]{1,60}?)\s*:\s*")
_REVIEW = re.compile(r"(final(?:\s+review)?|midway(?:\s+review)?)\b\s*", re.IGNORECASE)
_QUOTES = (('"', '"'), ("\u201c", "\u201d"))


@dataclass(frozen=True, slots=True)
class Capture:
    """A line that was understood.

    Attributes:
        word: the capture word; `note` where none was typed; empty where the line does nothing
            but change who speaks.
        speaker_key: who said it, where the line names them; None leaves the speaker as it was.
        text: the words, each `@name` replaced by the person's label.
        mentions: everyone named with `@` (for `/late` and the like: everyone it is about).
        fields: what a plan line or a review's date was taken apart into.
        verbatim: typed between double quotes, so printed between quotation marks.
        placed: whether it belongs to the item on the table; False where its item comes later.
    """

    word: str
    speaker_key: UUID | None = None
    text: str = ""
    mentions: tuple[UUID, ...] = ()
    fields: Fields = field(default_factory=Fields)
    verbatim: bool = False
    placed: bool = True


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """A line that could not be placed. Nothing of it is lost.

    Attributes:
        typed: the line as typed.
        sentence: what to do next, in one plain sentence.
        nearest: the capture word that was perhaps meant; empty where none is near.
    """

    typed: str
    sentence: str
    nearest: str = ""


def parse(
    typed: str, speakers: Sequence[Mention] = (), children: Sequence[str] = ()
) -> Capture | NotUnderstood:
    """Read one line of the composer.

    Args:
        typed: the line, which may hold newlines.
        speakers: everyone who can be named.
        children: the children's initials, which `for JC` in a plan line may name.

    Returns:
        What it means, or what to type instead. Never raises.
    """
    text = typed.strip()
    if not text:
        return NotUnderstood(typed, "There is nothing to save yet: type a few words first.")
    if text.startswith("//"):
        return _capture_words("note", None, text[1:], speakers)
    speaker, rest = _take_speaker(text, speakers)
    if isinstance(rest, NotUnderstood):
        return rest
    if not rest.startswith("/"):
        if not rest:
            return Capture("", speaker.key if speaker else None)
        return _capture_words("note", speaker, rest, speakers)
    word, *after = rest[1:].split(maxsplit=1) or [""]
    word = word.casefold()
    entry = _BY_WORD.get(word)
    if entry is None:
        return _unknown_word(typed, word)
    return _capture(entry, typed, speaker, "".join(after), speakers, children)


def speaker_named(typed: str, speakers: Sequence[Mention]) -> Mention | None:
    """Whoever a line names at its start (`lc: …`), so that the composer can show it at once."""
    return _take_speaker(re.sub(r"\A/\S*\s", "", typed[:80]), speakers)[0]


def _capture(
    entry: CaptureWord,
    typed: str,
    speaker: Mention | None,
    after: str,
    speakers: Sequence[Mention],
    children: Sequence[str],
) -> Capture | NotUnderstood:
    """Read what follows a known word, by what that word takes."""
    word, takes = entry.word, entry.takes
    if takes is Takes.NOTHING:
        if after:
            return NotUnderstood(typed, f"/{word} stands alone: take out the words after it.")
        return Capture(word)
    if not after and takes not in (Takes.MAYBE, Takes.TAKER):
        return NotUnderstood(typed, f"After /{word} type {takes}, such as {entry.example}")
    if word == "unplaced":
        return _unplaced(entry, typed, speaker, parse(after, speakers, children))
    if takes is Takes.WORDS:
        return _words_after(entry, typed, speaker, after, speakers)
    if takes is Takes.PERSON or (after and takes is Takes.TAKER):
        return _person(entry, typed, after, speakers)
    if takes is Takes.REVIEW:
        return _review(entry, typed, after)
    if takes in (Takes.PLACE, Takes.TIME, Takes.SHORT):
        return Capture(word, text=after)
    text, mentions = name_people(after, speakers)
    if takes is not Takes.LINE:
        return Capture(word, text=text, mentions=mentions)
    what, fields = plan_fields(after, speakers, children, LINES[word])
    if not what:
        return NotUnderstood(typed, f"After /{word} type {takes}, such as {entry.example}")
    return Capture(word, speaker.key if speaker else None, what, mentions, fields)


def _unplaced(
    entry: CaptureWord,
    typed: str,
    speaker: Mention | None,
    inner: Capture | NotUnderstood,
) -> Capture | NotUnderstood:
    """Read what follows `/unplaced`: any paragraph, with its own word where it has one."""
    if isinstance(inner, NotUnderstood):
        return NotUnderstood(typed, inner.sentence, inner.nearest)
    if inner.word not in _PARAGRAPHS or not inner.placed:
        return NotUnderstood(typed, f"After /{entry.word} type {entry.takes}, not another command.")
    key = inner.speaker_key or (speaker.key if speaker else None)
    return replace(inner, speaker_key=key, placed=False)


def _words_after(
    entry: CaptureWord,
    typed: str,
    speaker: Mention | None,
    after: str,
    speakers: Sequence[Mention],
) -> Capture | NotUnderstood:
    if speaker is None:
        speaker, rest = _take_speaker(after, speakers)
        if isinstance(rest, NotUnderstood):
            return NotUnderstood(typed, rest.sentence)
        after = rest
    if not after:
        return NotUnderstood(typed, f"After /{entry.word} type {entry.takes}.")
    return _capture_words(entry.word, speaker, after, speakers)


def _capture_words(
    word: str, speaker: Mention | None, text: str, speakers: Sequence[Mention]
) -> Capture:
    verbatim = any(
        len(text) > 2 and text.startswith(first) and text.endswith(last) for first, last in _QUOTES
    )
    if verbatim:
        text = text[1:-1].strip()
    text, mentions = name_people(text, speakers)
    return Capture(word, speaker.key if speaker else None, text, mentions, verbatim=verbatim)


def _person(
    entry: CaptureWord, typed: str, after: str, speakers: Sequence[Mention]
) -> Capture | NotUnderstood:
    """Read who `/late`, `/left` and the like are about: `@name`, a label, or initials."""
    text, mentions = name_people(after, speakers)
    if mentions:
        return Capture(entry.word, mentions[0], text, mentions)
    found = people_called(after, speakers)
    if len(found) == 1:
        return Capture(entry.word, found[0].key, found[0].label, (found[0].key,))
    if found:
        return NotUnderstood(typed, _two_people(after, found))
    return NotUnderstood(typed, f"Nobody here is “{after[:40]}”: type @ and choose the person.")


def _review(entry: CaptureWord, typed: str, after: str) -> Capture | NotUnderstood:
    found = _REVIEW.match(after)
    if found is None:
        return NotUnderstood(typed, f"Say which review, such as {entry.example}")
    which = "midway" if found[1].casefold().startswith("midway") else "final review"
    when = after[found.end() :].strip()
    if not when:
        return NotUnderstood(typed, f"Say when the review is, such as {entry.example}")
    return Capture(entry.word, fields=Fields(review=which, by=when))


def _take_speaker(
    text: str, speakers: Sequence[Mention]
) -> tuple[Mention | None, str | NotUnderstood]:
    """Take `lc:` or `Ms Carter:` off the start; two people with those initials is refused."""
    head = _SPEAKER.match(text)
    if head is None:
        return None, text
    found = people_called(head[1], speakers)
    if len(found) > 1:
        return None, NotUnderstood(text, _two_people(head[1], found))
    if not found:
        return None, text
    return found[0], text[head.end() :]


def _two_people(typed: str, found: Sequence[Mention]) -> str:
    names = " and ".join(person.label for person in found)
    return f"“{typed[:40]}” could be {names}: type the name, or @ and choose."


def _unknown_word(typed: str, word: str) -> NotUnderstood:
    # A long word has no near one, and comparing it would take long.
    near = difflib.get_close_matches(word[:30], list(_BY_WORD), n=1, cutoff=0.5)
    starts = [known for known in _BY_WORD if word and known.startswith(word)]
    nearest = starts[0] if starts else near[0] if near else ""
    said = f"There is no /{word[:30]}. " if word else "Type a word after the slash. "
    meant = f"Did you mean /{nearest}? " if nearest else ""
    return NotUnderstood(typed, f"{said}{meant}/ shows the list, // types a slash.", nearest)
