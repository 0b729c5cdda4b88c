"""Every version of a paragraph, and of a meeting's minutes: who, when, and which words changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agenda.london import instant_text
from agenda.minuting_entries import minuted_entries
from agenda.minuting_words import clock
from agenda.plain_minutes import plain_lines
from agenda.word_changes import marked, marked_lines, word_changes
from agenda.words import KEPT_OUT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from agenda.edition import GivenApproval
    from agenda.minutes import Minutes
    from agenda.papers import Papers
    from agenda.words import EntryKind

_DEEDS = {"undo": "took the last step back on", "redo": "did again what was taken back on"}
_FACTS = ("kind", "speaker", "item", "said_at", "word_for_word")
_IN = "  "


@dataclass(frozen=True, slots=True)
class EntryState:
    """A paragraph as one step left it, in words.

    Attributes:
        speaker: who said it; empty for nobody.
        item: the agenda item it stands in; empty where it is not placed yet.
        said_at: London's clock, where it was set to when it was said.
        word_for_word: whether these are the speaker's own words.
        withdrawn: whether it stands no more.
    """

    text: str
    kind: EntryKind
    speaker: str
    item: str
    said_at: str
    word_for_word: bool
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class EntryVersion:
    """One step of a paragraph: by whom, when (UTC, aware), by which verb."""

    who: str
    at: datetime
    verb: str
    state: EntryState


@dataclass(frozen=True, slots=True)
class MinutesStory:
    """One version of a meeting's minutes.

    Attributes:
        begun_by: who began it, and `begun_at` when; empty and None for the first.
        reason: why it was begun.
        approvals: those given to it.
        minutes: what it says; None where that can no longer be read.
        is_frozen: whether it was approved, so that it can no longer change.
    """

    number: int
    begun_by: str
    begun_at: datetime | None
    reason: str
    approvals: tuple[GivenApproval, ...]
    minutes: Minutes | None
    is_frozen: bool


def entry_lines(versions: Sequence[EntryVersion], *, own_notes: bool = False) -> list[str]:
    """Return each version of a paragraph in plain lines, an empty line before each.

    Args:
        versions: the first one first.
        own_notes: whether the words of an aside are shown: never where minutes are.
    """
    lines: list[str] = []
    before: EntryState | None = None
    for number, version in enumerate(versions, start=1):
        now = version.state
        lines += [
            "",
            f"{number}. {version.who} {_deed(version, before)}, {instant_text(version.at)}",
        ]
        hidden = not own_notes and any(one and one.kind in KEPT_OUT for one in (before, now))
        if hidden:
            lines.append(f"{_IN}Its words are a note of the writer's own, not shown here.")
        elif before is None:
            lines += _inside(now.text)
        elif before.text != now.text:
            lines += _inside(marked(word_changes(before.text, now.text)))
        lines += (f"{_IN}{fact}" for fact in _facts(before, now))
        before = now
    return lines


def paragraphs_lines(histories: Sequence[tuple[int, Sequence[EntryVersion]]]) -> list[str]:
    """Return the paragraphs that were changed since they were first written, each by its number."""
    lines: list[str] = []
    for number, versions in histories:
        steps = [f"{_IN}{line}" for line in entry_lines(versions) if line]
        lines += ["", f"Paragraph {number}", *steps]
    return lines


def paragraph_keys(papers: Papers, minutes: Minutes) -> dict[int, UUID]:
    """Return which record each paragraph was made from, by its number.

    Minutes hold words and no keys: a paragraph is the one with its words and its time.
    """
    entries: dict[tuple[str, str], list[UUID]] = {}
    for entry in minuted_entries(papers):
        said = clock(entry.spoken_at or entry.written_at), entry.text
        entries.setdefault(said, []).append(entry.id)
    keys: dict[int, UUID] = {}
    for paragraph in minutes.paragraphs:
        if alike := entries.get((paragraph.time, paragraph.text)):
            keys[paragraph.number] = alike.pop(0)
    return keys


def minutes_lines(stories: Sequence[MinutesStory]) -> list[str]:
    """Return each version of a meeting's minutes in plain lines, an empty line before each."""
    lines: list[str] = []
    before: MinutesStory | None = None
    for story in stories:
        lines += ["", f"Version {story.number}"]
        if story.begun_at:
            lines.append(f"Begun by {story.begun_by}, {instant_text(story.begun_at)}")
        if story.reason:
            lines.append(f"Because: {story.reason}")
        lines += map(_approved, story.approvals)
        if not story.is_frozen:
            lines.append("A draft: these words can still change.")
        lines += _changed(before, story)
        before = story
    return [line for words in lines for line in words.split("\n")]


def _changed(before: MinutesStory | None, story: MinutesStory) -> list[str]:
    if story.minutes is None:
        return ["Its words can no longer be read: they were changed after approval."]
    if before is None:
        return []
    if before.minutes is None:
        return [f"What changed since version {before.number} cannot be told."]
    changed = marked_lines(_page(before.minutes), _page(story.minutes))
    since = f"since version {before.number}"
    if not changed:
        return [f"No words changed {since}."]
    return [f"Changed {since}:", *(f"{_IN}{line}" for line in changed)]


def _page(minutes: Minutes) -> list[str]:
    """Return what minutes say, without the line that tells their version."""
    lines = plain_lines(minutes)
    about = f"Version {minutes.version}"
    return [line for line in lines if not (line.startswith("Meeting ") and about in line)]


def _approved(given: GivenApproval) -> str:
    changed = "" if given.fits else ". CHANGED AFTER APPROVAL: the words below are others"
    return f"Approved as {given.role}: {given.name}, {given.how}, {instant_text(given.at)}{changed}"


def _deed(version: EntryVersion, before: EntryState | None) -> str:
    if before is None:
        return "wrote it"
    if version.verb in _DEEDS:
        return f"{_DEEDS[version.verb]} it"
    if version.state.withdrawn != before.withdrawn:
        return "withdrew it" if version.state.withdrawn else "brought it back"
    return "changed it"


def _facts(before: EntryState | None, now: EntryState) -> list[str]:
    """Return what else changed: `Kind: note, then agreed`."""
    if before is None:
        return []
    facts = []
    for name in _FACTS:
        then, since = _said(getattr(before, name)), _said(getattr(now, name))
        if then != since:
            facts.append(f"{name.replace('_', ' ').capitalize()}: {then}, then {since}")
    return facts


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) or "none"


def _inside(text: str) -> list[str]:
    return [f"{_IN}{line}" for line in text.split("\n")]
