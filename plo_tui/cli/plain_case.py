"""A case in plain lines, for anyone who listens to a screen. No safe contact stands in them."""

from __future__ import annotations

from itertools import cycle
from string import ascii_lowercase
from typing import TYPE_CHECKING

from agenda.day_names import day_text
from agenda.decided import extension_words
from agenda.edition import CHANGED
from agenda.minuting_people import minuted_children, role_of
from agenda.minuting_words import some_children
from agenda.words import MeetingKind, PersonKind, Represented
from plo_tui.cli.plain_reviews import between_reviews, decisions
from plo_tui.store.reading.edition import changed_after_approval, newest_version

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from agenda import records
    from agenda.papers import Papers
    from plo_tui.store.reading.home import CaseRow


def case_lines(row: CaseRow, papers: Papers, today: date) -> list[str]:
    """Return a case: where it stands, its people, worries, plan, decisions and meetings.

    No line holds a newline. An empty line stands before each heading.

    Args:
        row: the case as the home list has it.
        papers: its papers, without a meeting.
        today: today in London.
    """
    lines = [
        f"Case {row.reference}. Children: {row.children or 'none yet'}.",
        *_standing(row, papers),
        *between_reviews(papers, today),
    ]
    for heading, said in (
        ("Children", _children(papers)),
        ("People", _people(papers)),
        ("Concerns", _concerns(papers)),
        ("Plan", _plan(papers)),
        ("Decisions", decisions(papers)),
        ("Meetings", _meetings(row, papers)),
    ):
        lines += ["", heading, *(list(said) or ["None yet."])]
    return [line for words in lines for line in words.split("\n")]


def _standing(row: CaseRow, papers: Papers) -> Iterator[str]:
    week = f"week {row.week} of {row.weeks}" if row.week else ""
    yield _sentence(row.stage[:1].upper() + row.stage[1:], week)
    if window := papers.window:
        how = "provisional" if papers.window_is_provisional else extension_words(papers)
        yield _sentence(f"Window: {day_text(window.start)} to {day_text(window.last_day)}", how)
    case = papers.case
    for what, staff_id in (
        ("Chair", case.chair_id),
        ("Social worker", case.social_worker_id),
        ("Head of service", case.head_of_service_id),
    ):
        if name := papers.name(staff_id, None):
            yield f"{what}: {name}."
    for late in row.overdue:
        yield f"Overdue: {late}."


def _children(papers: Papers) -> Iterator[str]:
    for child in minuted_children(papers):
        yield _sentence(
            f"{child.full_name} ({child.initials})",
            _dated("born", child.born_on) or _dated("due", child.due_on),
            child.legal_status,
            _dated(f"{child.plan} since", child.plan_since) or child.plan,
            _dated("next conference", child.next_conference),
            *(f"parental responsibility: {line}" for line in child.parental_responsibility),
        )


def _people(papers: Papers) -> Iterator[str]:
    for person in papers.people:
        yield _sentence(
            f"{person.known_as} ({person.full_name})",
            role_of(papers, None, person.id),
            _solicitor(person, papers),
            f"interpreter: {person.interpreter}" if person.interpreter else "",
            f"needs: {person.adjustments}" if person.adjustments else "",
        )


def _solicitor(person: records.Person, papers: Papers) -> str:
    acting = papers.representation(person.id)
    if acting is None or person.kind is not PersonKind.FAMILY:
        return ""
    if acting.represented is not Represented.YES:
        return "no solicitor" if acting.represented is Represented.NO else "solicitor not known"
    return f"solicitor: {papers.name(None, acting.lawyer_id) or 'not named'}"


def _concerns(papers: Papers) -> Iterator[str]:
    for number, concern in enumerate(papers.concerns, start=1):
        about = ", ".join(some_children(papers, papers.concern_children(concern.id)))
        yield _sentence(f"{number}. {concern.heading}", f"about {about}" if about else "")
        yield from filter(None, (concern.summary, concern.danger_statement, concern.since))
        for example in papers.examples(concern.id):
            yield f"Example, {day_text(example.on)}: {example.text}"


def _plan(papers: Papers) -> Iterator[str]:
    window = papers.window
    for line in papers.plan:
        yield f"{line.number}. {line.kind}, {line.state}: {line.what}"
        for letter, part in zip(cycle(ascii_lowercase), papers.parts(line.id), strict=False):
            yield f"{letter}. {part.text}"
        concern = papers.find("Concern", line.concern_id)
        week = f" (week {window.week_of(line.due)})" if window and line.due else ""
        facts = {
            "Who": papers.name(line.owner_staff_id, line.owner_person_id),
            "Helped by": line.helper,
            "Our support": line.support,
            "How we will know": line.measure,
            "Due": f"{day_text(line.due)}{week}" if line.due else "",
            "How often": line.rhythm,
            "Until": day_text(line.until) if line.until else "",
            "Sessions": str(line.sessions or ""),
            "What follows if not": line.consequence,
            "If it does not work": line.contingency,
            "Concern": concern.heading if concern else "",
            "For": ", ".join(child.initials for child in papers.line_children(line.id)),
        }
        yield from (f"{name}: {fact}" for name, fact in facts.items() if fact)


def _meetings(row: CaseRow, papers: Papers) -> Iterator[str]:
    for meeting in row.meetings:
        record = papers.find("Meeting", meeting.meeting_id)
        version = newest_version(papers, meeting.meeting_id)
        at = f"{record.planned_at:%H:%M}" if record and record.planned_at else ""
        apart = meeting.kind is MeetingKind.LEGAL_PLANNING  # numbered in a series of its own
        heading, number = meeting.kind.heading, meeting.number
        yield _sentence(
            f"{heading} {number}" if apart else f"{number}. {heading}",
            _dated("", meeting.on),
            at,
            record.place if record else "",
            "adjourned" if meeting.adjourned else meeting.state.value,
            _dated("resumes", meeting.resumes_on),
            meeting.minutes.in_words,
            CHANGED if version and changed_after_approval(papers, version) else "",
        )


def _sentence(*facts: str) -> str:
    """Return the facts that are known in one sentence."""
    return f"{', '.join(filter(None, facts)).rstrip('.')}."


def _dated(what: str, day: date | None) -> str:
    return f"{what} {day_text(day)}".strip() if day else ""
