"""How a `must` is passed: by a recorded reason and a name, never by a flag."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agenda.finding import Level

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from agenda.finding import Finding, Rule
    from agenda.papers import Papers


def with_reasons(findings: Iterable[Finding], papers: Papers) -> list[Finding]:
    """Return the findings, each `must` that has a recorded reason marked as passed.

    A reason counts for the rule and the record it names, whichever meeting recorded it. One
    about a meeting as a whole counts in that meeting only. It needs words and a member of staff.
    """
    found = list(findings)
    if not any(finding.level is Level.MUST for finding in found):
        return found
    passed = _reasons(papers)
    return [
        replace(finding, passed=passed[key])
        if finding.level is Level.MUST and (key := (finding.rule.key, finding.about)) in passed
        else finding
        for finding in found
    ]


def is_passed(papers: Papers, rule: Rule, about: UUID) -> bool:
    """Whether a recorded reason and name passed a rule for a record."""
    return (rule.key, about) in _reasons(papers)


def _reasons(papers: Papers) -> dict[tuple[str, UUID | None], str]:
    """Return who passed what, and why; the latest reason counts."""
    passed = {}
    for row in papers.exceptional_reasons:
        name = papers.name(row.by_staff_id, None)
        elsewhere = row.about is None and row.meeting_id not in (None, papers.meeting_id)
        if row.reason.strip() and name and not elsewhere:
            passed[row.rule, row.about] = f"{row.reason.strip()} — {name}"
    return passed
