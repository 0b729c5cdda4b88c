"""Checks a letter of the record: by every rule of a letter, each `must` passed where it was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from agenda.finding import Level
from agenda.letter_apart_rules import own_time_findings
from agenda.letter_check import letter_findings
from agenda.letter_of import letter_of
from agenda.passing import with_reasons
from agenda.withheld import withheld_from

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from agenda import records
    from agenda.letter_place import LetterFinding
    from agenda.papers import Papers
    from agenda.working_days import WorkingDays


def checked_letter(
    papers: Papers,
    draft: records.LetterDraft,
    days: WorkingDays,
    other_children: Sequence[str] = (),
    today: date | None = None,
) -> list[LetterFinding]:
    """Return what the rules find in a letter as it stands, by the authority's own policy.

    Each is about the letter's record, so that a reason recorded for a `must` passes it.

    Args:
        papers: the case's papers.
        draft: the letter's own record.
        days: the authority's working days.
        other_children: the full names of children of other families, who must not be in it.
        today: the day it takes where nobody has dated it; None leaves it undated.
    """
    person = papers.find("Person", draft.person_id)
    kept = [detail.words for detail in withheld_from(papers, person)] if person else []
    letter = letter_of(papers, draft, today)
    siblings = [child.full_name for child in papers.children]
    found = letter_findings(letter, papers.authority_policy, days, other_children, kept, siblings)
    apart = own_time_findings(papers, draft, letter)
    if apart:  # they say more than that the letter has no time
        found = [one for one in found if one.field != "meeting.at"]
    about = [replace(one, about=draft.id) for one in (*apart, *found)]
    return cast("list[LetterFinding]", with_reasons(about, papers))


def still_open(findings: Sequence[LetterFinding]) -> list[LetterFinding]:
    """Return each `must` that stands in the way of clearing a letter."""
    return [one for one in findings if one.level is Level.MUST]
