"""What makes copies unsafe: withheld words where a family reads, people who must not meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.captures import Capture
from agenda.entitled import disputed_findings
from agenda.finding import Finding, Level, Rule
from agenda.meeting_facts import place_of
from agenda.safety import detail_words, must_not_meet, pair_words, whose_words
from agenda.sitting_words import ordinal
from agenda.withheld_words import find_withheld
from agenda.words import Presence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda import records
    from agenda.papers import Papers

STANDS = Rule(
    "copies.withheld_word",
    Level.SHOULD,
    "No withheld word stands where the family reads it.",
    "Own: what stands in the plan or an invitation is read out, shown and sent to everyone",
)
UNMARKED = Rule(
    "copies.unmarked",
    Level.MUST,
    "What is kept from somebody is marked in its very words, and from whom.",
    "Own: copies leave out by construction what is marked, and nothing else",
)
APART = Rule(
    "copies.apart",
    Level.SHOULD,
    "People who must not meet have sittings of their own.",
    "THB Legal; Hatch Brenner: a parent may ask for separate meetings",
)

_AWAY = frozenset({Presence.APOLOGIES, Presence.ABSENT})

Place = tuple["object", str, str]
"""The key of a record, where it is in words, and what stands there."""


def safety_findings(papers: Papers) -> list[Finding]:
    """Return what makes this family's copies unsafe. No sentence holds a withheld word."""
    return [*_unmarked(papers), *disputed_findings(papers), *_standing(papers)]


def sitting_findings(papers: Papers) -> list[Finding]:
    """Return which sittings of the meeting in front of us are with people who must not meet."""
    found = []
    place = place_of(papers, Capture.ATTENDANCE)
    for sitting in papers.sittings:
        rows = [row for row in papers.attendance if row.sitting_id == sitting.id]
        here = [row for row in rows if row.presence not in _AWAY]
        pairs = must_not_meet(papers, [row.person_id for row in here])
        if not pairs:
            continue
        which = f"the {ordinal(sitting.number)}" if len(papers.sittings) > 1 else "this sitting"
        sentence = (
            f"{pair_words(pairs)} {which[:1].upper()}{which[1:]} is with both. Sit with each "
            "alone: /sitting asks with whom."
        )
        about = next(row.id for row in here if row.person_id == pairs[0][1].id)
        found.append(Finding(APART, sentence, "", about, place, "presence"))
    return found


def _unmarked(papers: Papers) -> Iterator[Finding]:
    """Give everybody whose record says in free text that something is kept, and nothing marks."""
    for person in papers.people:
        if not person.withheld.strip():
            continue
        if not any(row.person_id == person.id for row in papers.withheld):
            sentence = (
                f"{person.known_as}'s record says that something is kept from others, but not "
                "in which words. Mark the detail, or empty that field: until then no copy can "
                "leave it out."
            )
            yield Finding(UNMARKED, sentence, "", person.id, "", "withheld")


def _standing(papers: Papers) -> Iterator[Finding]:
    places = list(_places(papers))
    for detail in papers.withheld:
        for key, where, text in places:
            if find_withheld(text, (detail.words,)):
                sentence = (
                    f"{whose_words(papers, detail)}: {detail_words(papers, detail)}, and it "
                    f"stands in {where}. Say it there in other words."
                )
                yield Finding(STANDS, sentence, "", key)  # type: ignore[arg-type]


def _places(papers: Papers) -> Iterator[Place]:
    """Give what the family reads or hears of the record: places, plan, worries, circulation."""
    for meeting in papers.meetings:
        name = f"meeting {meeting.number} ({meeting.kind.heading.lower()})"
        yield meeting.id, f"the place of {name}", f"{meeting.place}\n{meeting.resumes_place}"
        yield meeting.id, f"who receives the minutes of {name}", meeting.circulation
    for line in papers.plan:
        parts = [part.text for part in papers.parts(line.id)]
        said = [line.what, line.measure, line.helper, line.support, line.consequence, line.rhythm]
        said += [line.child_benefit, line.contingency]
        yield line.id, f"line {line.number} of the plan", "\n".join([*said, *parts])
    for concern in papers.concerns:
        examples = [example.text for example in papers.examples(concern.id)]
        yield concern.id, f"worry {concern.position}", _worry(concern, examples)


def _worry(concern: records.Concern, examples: list[str]) -> str:
    said = [concern.heading, concern.summary, concern.danger_statement, concern.since]
    return "\n".join([*said, *examples])
