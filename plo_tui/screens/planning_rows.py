"""From the papers to the rows of legal planning: the referral, each expert, each meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.day_names import day_text
from agenda.meeting_facts import meeting_day
from agenda.planning_stage import planning_meeting, planning_stage
from agenda.readiness_experts import report_words, was_asked
from agenda.words import MeetingState
from plo_tui.screens.meeting_clock import planned_words
from plo_tui.widgets.form_money import money
from plo_tui.widgets.record_list import RecordRow
from plo_tui.widgets.shown import shorten

if TYPE_CHECKING:
    from datetime import date

    from agenda import records
    from agenda.legal_planning_papers import LegalPlanningPapers

_OPENING = 60
"""Cells of the referral's words that are shown: enough to know it by; Enter opens it."""


def planning_rows(papers: LegalPlanningPapers) -> list[RecordRow]:
    """Return the referral with its state, the experts contacted, and the meetings."""
    rows = [RecordRow("", "LEGAL PLANNING (ours and legal's)")]
    if referral := papers.referral:
        rows.append(_referral(papers, referral))
    else:
        # Enter begins it, so it stands on the key of what it is for.
        title = f"Referral · {planning_stage(papers)}"
        rows.append(RecordRow("Referral", title, key=papers.episode.id))
    rows += [_expert(papers, one) for one in papers.experts]
    rows += [_meeting(papers, one) for one in papers.legal_planning_meetings]
    return rows


def legal_planning_rows(papers: LegalPlanningPapers) -> list[RecordRow]:
    """Return the meetings alone, as the case lists them; nothing of what was said in them."""
    rows = [_in_case(papers, one) for one in papers.legal_planning_meetings]
    return [RecordRow("", "LEGAL PLANNING (ours alone)"), *rows] if rows else []


def _in_case(papers: LegalPlanningPapers, row: records.Meeting) -> RecordRow:
    state = "adjourned" if row.adjourned_at else str(row.state)
    opens = ("Enter opens its record",) if row.state is MeetingState.CONCLUDED else ()
    facts = (planned_words(row, meeting_day(papers, row.id)), *opens)
    return RecordRow("LegalPlanning", f"{row.kind.heading} · {state}", facts, row.id)


def _referral(papers: LegalPlanningPapers, row: records.Referral) -> RecordRow:
    facts = [
        shorten(" ".join(row.summary.split()), _OPENING),
        _on("chronology to", row.chronology_to),
        _dated(row.assessment, row.assessment_on),
        _on("submitted", row.submitted_on),
        _approved(papers, row),
        _emergency(papers, row),
    ]
    if row.threshold_forum:
        facts.append(f"{_dated('threshold', row.threshold_on)}: {row.threshold_forum}")
    if row.conference:
        facts.append(_dated(f"conference: {row.conference}", row.conference_on))
    return RecordRow(
        "Referral", f"Referral · {planning_stage(papers)}", tuple(filter(None, facts)), row.id
    )


def _approved(papers: LegalPlanningPapers, row: records.Referral) -> str:
    if row.approved_on is None:
        return ""
    who = papers.name(row.approved_by_id, None)
    return f"approved {day_text(row.approved_on)} by {who}, {row.approved_how}"


def _emergency(papers: LegalPlanningPapers, row: records.Referral) -> str:
    if not row.emergency:
        return ""
    who = papers.name(row.emergency_by_id, None)
    return f"EMERGENCY, recorded by {who}: {' '.join(row.emergency_why.split())}"


def _expert(papers: LegalPlanningPapers, row: records.ExpertEnquiry) -> RecordRow:
    asked = _on("contacted", row.contacted_on) if was_asked(row) else "not contacted yet"
    cost = money(row.cost_pence) if row.cost_pence is not None else "no cost yet"
    report = report_words(row.report_weeks, papers.policy) if row.report_weeks else "no time yet"
    title = f"Expert: {_joined(row.expert, row.field)}"
    return RecordRow("ExpertEnquiry", title, (_joined(asked, cost), report), row.id)


def _meeting(papers: LegalPlanningPapers, row: records.Meeting) -> RecordRow:
    chair = papers.name(row.chair_id, None)
    many = len(papers.legal_planning_meetings) > 1 or planning_meeting(papers) is not row
    number = f"{row.number} " if many else ""
    title = f"{number}{row.kind.heading} · {row.state}"
    when = planned_words(row, meeting_day(papers, row.id))
    facts = (when, f"chair: {chair}" if chair else "no chair named yet")
    return RecordRow("Meeting", title, facts, row.id)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _on(what: str, day: date | None) -> str:
    """Return what happened with its day; nothing where it has none."""
    return f"{what} {day_text(day)}" if day else ""


def _dated(what: str, day: date | None) -> str:
    """Return what was said, with its day where it has one."""
    return _on(what, day) or what
