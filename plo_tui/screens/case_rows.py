"""From the papers to what the case screen shows: plain rows, nothing else."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from agenda.chairing import chair_words
from agenda.day_names import day_and_month, day_text
from agenda.decided import extension_words
from agenda.meeting_facts import meeting_day
from agenda.minuting_words import in_a_row
from agenda.safety import safety_facts
from agenda.words import (
    ChildPlan,
    LegalStatus,
    LineKind,
    LineState,
    MeetingState,
    PersonKind,
    Represented,
)
from plo_tui.screens.case_decisions import considered_rows, decision_rows
from plo_tui.screens.meeting_clock import planned_words, resumes_words
from plo_tui.screens.minutes_words import approval_lines, latest_words, taken_home_lines, versions
from plo_tui.widgets.record_list import RecordRow
from plo_tui.widgets.timeline import Lane, TimelineMark, TimelineShown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from uuid import UUID

    from agenda import records
    from agenda.papers import Papers
    from agenda.working_days import WorkingDays

_MONTHS_OF_A_YEAR = 12
_AGE_IN_YEARS_FROM = 2


# --- the family and the worries


def family_rows(papers: Papers, today: date) -> list[RecordRow]:
    """Return the children, everyone else, and the worries in order."""
    parents = papers.parents
    family = [row for row in papers.people if row.kind is PersonKind.FAMILY]
    others = [row for row in papers.people if row.kind is not PersonKind.FAMILY]
    family.sort(key=lambda row: row not in parents)
    rows = [RecordRow("", "CHILDREN"), *(_child(papers, child, today) for child in papers.children)]
    rows.append(RecordRow("", "FAMILY (PR: parental responsibility)"))
    rows += [_relative(papers, person, is_parent=person in parents) for person in family]
    if others:
        rows += [RecordRow("", "LAWYERS AND OTHERS"), *map(_other, others)]
    rows.append(RecordRow("", "WORRIES, THE MAIN ONE FIRST"))
    rows += [_worry(papers, concern) for concern in papers.concerns]
    return _with_empty_words(rows)


def _child(papers: Papers, child: records.Child, today: date) -> RecordRow:
    if child.born_on:
        age = f"{_age(child.born_on, today)}, born {day_text(child.born_on)}"
    else:
        age = f"not yet born, due {day_text(child.due_on)}" if child.due_on else "no date of birth"
    since = f" since {day_text(child.plan_since)}" if child.plan_since else ""
    plan = f"{child.plan}{since}" if child.plan is not ChildPlan.NONE else ""
    said = child.legal_status not in (LegalStatus.NONE, LegalStatus.UNBORN)
    status = str(child.legal_status) if said else ""
    facts = (age, plan, status, *safety_facts(papers, child.id))
    return RecordRow("Child", f"{child.full_name} ({child.initials})", facts, child.id)


def _age(born: date, today: date) -> str:
    months = (today.year - born.year) * _MONTHS_OF_A_YEAR + today.month - born.month
    months -= today.day < born.day
    years = months // _MONTHS_OF_A_YEAR
    if years >= _AGE_IN_YEARS_FROM:
        return f"{years} years"
    return "1 month" if months == 1 else f"{max(months, 0)} months"


def _relative(papers: Papers, person: records.Person, *, is_parent: bool) -> RecordRow:
    ties = [tie for tie in papers.relationships if tie.person_id == person.id]
    every = len(papers.children)
    relations = _grouped(papers, ((str(tie.relation), tie.child_id) for tie in ties), every)
    held = _grouped(
        papers, ((str(tie.parental_responsibility), tie.child_id) for tie in ties), every
    )
    facts = [f"PR: {held}" if held else "", _solicitor(papers, person) if is_parent else ""]
    needs = [f"interpreter: {person.interpreter}" if person.interpreter else "", person.adjustments]
    facts.append(" · ".join(need for need in needs if need))
    facts += safety_facts(papers, person.id)
    title = f"{person.known_as} · {relations}" if relations else person.known_as
    return RecordRow("Person", title, tuple(facts), person.id)


def _grouped(papers: Papers, said: Iterable[tuple[str, UUID]], every: int) -> str:
    """Return `yes (JC, LC), to be recorded at birth (MC)`; without initials where all are meant."""
    groups: dict[str, set[UUID]] = {}
    for words, child_id in said:
        groups.setdefault(words, set()).add(child_id)
    parts = []
    for words, named in groups.items():
        initials = [child.initials for child in papers.children if child.id in named]
        parts.append(words if len(initials) == every else f"{words} ({', '.join(initials)})")
    return ", ".join(parts)


def _solicitor(papers: Papers, person: records.Person) -> str:
    row = papers.representation(person.id)
    if row is None or row.represented is Represented.UNKNOWN:
        return "solicitor: not known"
    if row.represented is Represented.NO:
        return "no solicitor"
    lawyer = papers.find("Person", row.lawyer_id)
    if lawyer is None:
        return "represented, solicitor not named"
    firm = f", {lawyer.organisation}" if lawyer.organisation else ""
    return f"solicitor: {lawyer.known_as}{firm}"


def _other(person: records.Person) -> RecordRow:
    fact = " · ".join(
        part for part in (person.role or str(person.kind), person.organisation) if part
    )
    return RecordRow("Person", person.known_as, (fact,), person.id)


def _worry(papers: Papers, concern: records.Concern) -> RecordRow:
    examples = papers.examples(concern.id)
    count = {0: "no dated example yet", 1: "1 dated example"}.get(
        len(examples), f"{len(examples)} dated examples"
    )
    last = f", the last {day_text(examples[0].on)}" if examples else ""
    about = papers.concern_children(concern.id)
    some = ", ".join(child.initials for child in about) if len(about) < len(papers.children) else ""
    facts = (f"{count}{last}", f"about {some}" if some else "")
    return RecordRow("Concern", f"{concern.position} {concern.heading}", facts, concern.id)


# --- meetings, plan and documents


def work_rows(papers: Papers) -> list[RecordRow]:
    """Return what was decided, the meetings, the plan and the documents."""
    rows = decision_rows(papers)
    rows += [
        RecordRow("", "MEETINGS WITH THE FAMILY"),
        *(_meeting(papers, one) for one in papers.meetings),
    ]
    rows.append(RecordRow("", f"PLAN{_states(papers)}"))
    rows += [*(_line(papers, line) for line in papers.plan), *considered_rows(papers)]
    rows += [RecordRow("", "DOCUMENTS"), *_documents(papers)]
    return _with_empty_words(rows)


def _meeting(papers: Papers, meeting: records.Meeting) -> RecordRow:
    when = planned_words(meeting, meeting_day(papers, meeting.id))
    chair = chair_words(papers, meeting.id)
    facts = [when, f"chair: {chair}" if chair else "no chair named yet"]
    if meeting.state is MeetingState.CONCLUDED:
        facts.append(f"minutes: {latest_words(papers, meeting.id)}")
        if meeting.effective is False:
            facts.append(f"not effective: {meeting.not_effective_why}")
    state = str(meeting.state)
    if meeting.adjourned_at:
        state = "adjourned"
        facts.append(f"resumes {resumes_words(meeting) or 'on a day not agreed yet'}")
    title = f"{meeting.number} {meeting.kind.heading} · {state}"
    return RecordRow("Meeting", title, tuple(facts), meeting.id)


def _states(papers: Papers) -> str:
    """Return how many lines of the plan stand in each state: ` (4 agreed, 1 dropped)`."""
    states = [line.state for line in papers.plan]
    counts = [f"{states.count(state)} {state}" for state in LineState if state in states]
    return f" ({', '.join(counts)})" if counts else ""


def _line(papers: Papers, line: records.PlanLine) -> RecordRow:
    owner = papers.name(line.owner_staff_id, line.owner_person_id)
    kind = "" if line.kind is LineKind.ACTION else str(line.kind)
    facts = " · ".join(
        part for part in (kind, owner, due_words(papers, line), str(line.state)) if part
    )
    return RecordRow("PlanLine", f"{line.number} {line.what}", (facts,), line.id)


def due_words(papers: Papers, line: records.PlanLine) -> str:
    """Return a line's date with its week, `Fri 5 Feb, week 4`; else its rhythm."""
    day = line.due or line.until
    if day is None:
        return line.rhythm
    window = papers.window
    week = f", week {window.week_of(day)}" if window and day >= window.start else ""
    return f"{'' if line.due else 'until '}{_day(day)}{week}"


def _documents(papers: Papers) -> Iterator[RecordRow]:
    """Give each version of each meeting's minutes, the newest first."""
    for meeting in papers.meetings:
        if taken := taken_home_lines(papers, meeting.id):
            name = f"Pages of meeting {meeting.number}"
            yield RecordRow("-", name, tuple(taken))
        if meeting.state is not MeetingState.CONCLUDED:
            continue
        latest = latest_words(papers, meeting.id)
        name = f"Minutes of meeting {meeting.number}"
        rows = versions(papers, meeting.id)
        if not rows:
            yield RecordRow("Minutes", f"{name}, version 1", (latest,), meeting.id)
        for version in reversed(rows):
            state = latest if version is rows[-1] else "replaced by the next version"
            because = f"because: {version.reason}" if version.reason else ""
            facts = (state, because, *approval_lines(papers, version))
            yield RecordRow("Minutes", f"{name}, version {version.number}", facts, meeting.id)


def _with_empty_words(rows: list[RecordRow]) -> list[RecordRow]:
    """Put a sentence under each heading that has nothing below it."""
    filled = []
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        filled.append(row)
        if not row.kind and (following is None or not following.kind):
            filled.append(RecordRow("-", "none yet"))
    return filled


# --- the weeks


def timeline_shown(papers: Papers, days: WorkingDays, today: date) -> TimelineShown | None:
    """Return the window with its meetings, due dates, bank holidays and today."""
    window = papers.window
    if window is None:
        return None
    marks = [
        TimelineMark(
            day, Lane.MEETINGS, one.kind.heading[0], f"{one.kind.heading.lower()} {_day(day)}"
        )
        for one in papers.episode_meetings
        if (day := meeting_day(papers, one.id))
    ]
    due: dict[date, list[str]] = {}
    for line in papers.plan:
        if line.state is not LineState.DROPPED and (day := line.due or line.until):
            due.setdefault(day, []).append(str(line.number))
    for day, numbers in due.items():
        said = f"{'lines' if len(numbers) > 1 else 'line'} {in_a_row(numbers)} due {_day(day)}"
        marks.append(TimelineMark(day, Lane.DUE, numbers[0], said))
    for day, name in days.holidays_between(window.start, window.last_day):
        marks.append(TimelineMark(day, Lane.HOLIDAYS, "h", f"{name} {_day(day)}"))
    if window.extended_to:
        day = window.end + timedelta(days=1)
        marks.append(TimelineMark(day, Lane.EXTENDED, "»", f"extended from {_day(day)}"))
    if window.contains(today):
        marks.append(TimelineMark(today, Lane.TODAY, "●", f"today {_day(today)}"))
    return TimelineShown(window.start, window.last_day, window.weeks_in_all, tuple(marks))


def window_words(papers: Papers, today: date) -> str:
    """Return where in the weeks the case is, and whether they have begun to count."""
    window = papers.window
    if window is None:
        return ""
    provisional = (
        " · provisional until the initial meeting is held" if papers.window_is_provisional else ""
    )
    extended = extension_words(papers)
    weeks = f"{window.weeks_in_all} weeks to {day_text(window.last_day)}"
    weeks += f" ({extended})" if extended else ""
    left = window.days_left(today)
    if today < window.start:
        return f"{weeks} · starts {day_text(window.start)}{provisional}"
    if left < 0:
        return f"{weeks} · ended {_days(-left)} ago"
    return f"{weeks} · week {window.week_of(today)} · {_days(left)} left{provisional}"


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def _day(day: date) -> str:
    return f"{day:%a} {day_and_month(day)}"
