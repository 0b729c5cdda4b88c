"""From the papers to what the meeting's widgets show: plain rows, nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.coverage import ItemState as Covered
from agenda.coverage import item_states
from agenda.day_names import day_and_month, day_text
from agenda.decided import extended_shortly, extension_words
from agenda.legal_planning_facts import in_legal_planning, initial_meeting
from agenda.london import LONDON, london_date
from agenda.tidying import unplaced
from agenda.urgent_words import told_words
from agenda.words import (
    Attending,
    EntryKind,
    LineKind,
    LineState,
    MeetingKind,
    ParentAnswer,
    Presence,
    YesNo,
)
from plo_tui.screens.tracker_row import tracker_rows
from plo_tui.widgets.agenda_rail import ItemState, RailItem
from plo_tui.widgets.dates_list import DateRow
from plo_tui.widgets.log_row import LogRow
from plo_tui.widgets.naming import Mention
from plo_tui.widgets.people_list import PersonRow
from plo_tui.widgets.people_list import Presence as Here
from plo_tui.widgets.plan_list import PlanRow
from plo_tui.widgets.prompt_list import Prompt
from plo_tui.widgets.window_bar import BarMark, WindowShown

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from uuid import UUID

    from agenda import records
    from agenda.finding import Finding
    from agenda.papers import Papers

_STATES = {
    Covered.NOW: ItemState.NOW,
    Covered.PARKED: ItemState.PARKED,
    Covered.COVERED: ItemState.COVERED,
    Covered.LEFT_OPEN: ItemState.OPEN,
    Covered.TO_COME: ItemState.TO_COME,
}
_HERE = {
    Presence.INVITED: Here.EXPECTED,
    Presence.LATE: Here.LATE,
    Presence.LEFT: Here.LEFT,
    Presence.APOLOGIES: Here.APOLOGIES,
    Presence.ABSENT: Here.ABSENT,
}
_NEEDS_NEITHER = {LineKind.BOTTOM_LINE: "bottom line"}
_ALWAYS = {LineKind.BOTTOM_LINE: "always", LineKind.AGREEMENT: "agreement"}
"""What stands for the date of a line that needs none."""
_ANSWERS = {
    ParentAnswer.AGREED: "yes",
    ParentAnswer.WITH_CONDITIONS: "yes, if",
    ParentAnswer.NOT_AGREED: "no",
    ParentAnswer.NO_ANSWER: "–",
}


def clock(instant: datetime | None) -> str:
    """Return an instant as London's clock shows it, `10:38`; empty for none."""
    return f"{instant.astimezone(LONDON):%H:%M}" if instant else ""


def rail_items(papers: Papers) -> list[RailItem]:
    """Return the agenda as the rail shows it."""
    states = item_states(papers)
    items = []
    for number, item in enumerate(papers.items, 1):
        sheet_item = papers.sheet.item(item.key)
        state = _STATES[states[item.id]]
        passed = state is ItemState.TO_COME and item.visited and not sheet_item.required
        items.append(
            RailItem(item.key, number, sheet_item.title, ItemState.SKIPPED if passed else state)
        )
    return items


def prompts(papers: Papers, item: records.Item) -> tuple[list[Prompt], str]:
    """Return an item's prompts, and the words the chair may read out."""
    asked = papers.asked(item.id)
    sheet_item = papers.sheet.item(item.key)
    return [
        Prompt(one.key, one.ask, one.key in asked) for one in sheet_item.prompts
    ], sheet_item.say


def unplaced_words(papers: Papers) -> str:
    """Return how many paragraphs have no item yet, `2 unplaced`; empty for none."""
    count = len(unplaced(papers))
    return f"{count} unplaced" if count else ""


def log_row(papers: Papers, entry: records.Entry) -> LogRow:
    """Return an entry as the log shows it."""
    named = papers.entry_children(entry.id)
    some = len(named) < len(papers.children)
    told = told_words(papers, entry) if entry.kind is EntryKind.URGENT else ()
    return LogRow(
        key=entry.id,
        time=clock(entry.spoken_at or entry.written_at),
        speaker=papers.name(entry.speaker_staff_id, entry.speaker_person_id),
        mark="" if entry.kind is EntryKind.NOTE else entry.kind.upper(),
        text=f"{entry.text} Told: {'; '.join(told)}." if told else entry.text,
        withdrawn=entry.withdrawn_at is not None,
        children=", ".join(child.initials for child in named) if some else "",
        verbatim=entry.verbatim,
    )


def plan_rows(papers: Papers, findings: Iterable[Finding]) -> list[PlanRow]:
    """Return the plan as the side panel shows it; what is wrong with a line stands on it."""
    trouble: dict[object, str] = {}
    for finding in findings:
        if finding.rule.key in ("smart.past_window", "smart.before_meeting", "smart.due"):
            trouble.setdefault(finding.about, finding.sentence)
    window = papers.window
    rows = []
    for line in papers.plan:
        day = line.due or line.until
        rows.append(
            PlanRow(
                key=line.id,
                number=str(line.number),
                what=line.what,
                owner=papers.name(line.owner_staff_id, line.owner_person_id)
                or _NEEDS_NEITHER.get(line.kind, ""),
                due=day_and_month(day) if day else line.rhythm or _ALWAYS.get(line.kind, ""),
                week=window.week_of(day) if day and window and day >= window.start else None,
                trouble="" if line.state is LineState.DROPPED else trouble.get(line.id, ""),
                answers=", ".join(
                    f"{_initials(papers, row)} {_ANSWERS[row.answer]}"
                    for row in papers.answers(line.id)
                ),
                state=_state(papers, line),
            )
        )
    return rows


def _state(papers: Papers, line: records.PlanLine) -> str:
    """What this review found of a line, or what a meeting did with it; nothing for a draft."""
    if found := papers.outcome(line.id):
        return found.outcome.value
    return "" if line.state is LineState.DRAFT else line.state.value


def _initials(papers: Papers, answer: records.LineAnswer) -> str:
    person = papers.find("Person", answer.person_id)
    return str(person.initials).upper() if person else ""


def people_rows(papers: Papers, sitting_id: UUID | None = None) -> list[PersonRow]:
    """Return everyone of a sitting, the latest where none is named, as the side panel shows it."""
    latest = papers.sittings[-1].id if papers.sittings else None
    meant = sitting_id or latest
    return [_person_row(papers, row) for row in papers.attendance if row.sitting_id == meant]


def _person_row(papers: Papers, row: records.Attendance) -> PersonRow:
    here = _HERE.get(
        row.presence, Here.IN_THE_ROOM if row.attending is Attending.IN_THE_ROOM else Here.REMOTE
    )
    since = clock(row.left_at if row.presence is Presence.LEFT else row.arrived_at)
    mention = mention_of(papers, row)
    return PersonRow(
        key=row.id,
        name=papers.name(row.staff_id, row.person_id),
        role=_role(papers, row),
        presence=here,
        since=since,
        advice=_advice(papers, row),
        initials=mention.initials,
    )


def _role(papers: Papers, row: records.Attendance) -> str:
    if row.staff_id:
        return str(papers.find("Staff", row.staff_id).role)  # type: ignore[union-attr]
    person = papers.find("Person", row.person_id)
    if person is None:
        return ""
    ties = {str(tie.relation) for tie in papers.relationships if tie.person_id == person.id}
    return person.role or ", ".join(sorted(ties)) or str(person.kind)


def _advice(papers: Papers, row: records.Attendance) -> str:
    if row.person_id not in {parent.id for parent in papers.parents}:
        return ""
    for advice in papers.advice:
        if advice.person_id == row.person_id:
            return {YesNo.YES: "advice had", YesNo.NO: "no advice"}.get(advice.advised, "advice?")
    return "advice?"


def date_rows(papers: Papers, findings: Iterable[Finding]) -> list[DateRow]:
    """Return the dates that everyone leaves with, as the side panel shows them."""
    if in_legal_planning(papers):
        return [_initial_row(papers)]
    trouble = {
        finding.rule.key: finding.sentence
        for finding in findings
        if finding.rule.key.startswith("dates.")
    }
    window = papers.window
    rows = []
    for kind, key in ((MeetingKind.MIDWAY, "dates.midway"), (MeetingKind.FINAL, "dates.final")):
        booked = [meeting for meeting in papers.planned_reviews if meeting.kind is kind]
        wrong = next((said for rule, said in trouble.items() if rule.startswith(key)), "")
        for meeting in booked:
            at = f"{meeting.planned_at:%H:%M}" if meeting.planned_at else "no time yet"
            note = " · ".join(part for part in (at, meeting.place or "no place yet") if part)
            day = day_text(meeting.planned_on) if meeting.planned_on else ""
            rows.append(DateRow(kind.value, kind.heading, day, note, wrong))
        if not booked and kind is MeetingKind.FINAL:
            rows.append(DateRow(kind.value, kind.heading, "", "not agreed yet", wrong))
    if window:
        note = extension_words(papers) or "last day inside"
        rows.append(DateRow("end", "Window ends", day_text(window.last_day), note))
    return [*rows, *tracker_rows(papers)]


def _initial_row(papers: Papers) -> DateRow:
    """Return the initial meeting, which legal planning books."""
    booked, kind = initial_meeting(papers), MeetingKind.INITIAL
    day = day_text(booked.planned_on) if booked and booked.planned_on else ""
    at = f"{booked.planned_at:%H:%M}" if booked and booked.planned_at else "no time yet"
    place = (booked.place if booked else "") or "no place yet"
    note = f"{at} · {place}" if day else "not booked yet"
    return DateRow(kind.value, kind.heading, day, note)


def window_shown(papers: Papers, today: date) -> WindowShown | None:
    """Return the window as the bar along the foot shows it; nothing in legal planning."""
    window = papers.window
    if window is None or in_legal_planning(papers):
        return None
    marks = [
        BarMark(meeting.planned_on, meeting.kind.heading[0], f"{meeting.kind.heading.lower()}")
        for meeting in papers.planned_reviews
        if meeting.planned_on
    ]
    marks += [
        BarMark(line.due, "┼", f"line {line.number} due")
        for line in papers.plan
        if line.due and line.state is not LineState.DROPPED and window.contains(line.due)
    ]
    inside = window.start <= today <= window.last_day
    return WindowShown(
        window.start,
        window.last_day,
        window.weeks_in_all,
        today,
        window.week_of(today) if inside else None,
        papers.window_is_provisional,
        tuple(marks),
        extended_shortly(papers),
    )


def mention_of(papers: Papers, row: records.Attendance) -> Mention:
    """Return how someone who attends can be named in the composer."""
    name = papers.name(row.staff_id, row.person_id)
    person = papers.find("Person", row.person_id)
    initials = person.initials if person else "".join(word[0] for word in name.split())
    return Mention(row.staff_id or row.person_id, name, initials.upper())  # type: ignore[arg-type]


def mentions(papers: Papers) -> list[Mention]:
    """Return everyone who can be named: those who attend first, then the rest of the family."""
    named = {row.key: row for row in (mention_of(papers, one) for one in papers.attendance)}
    for person in papers.people:
        named.setdefault(person.id, Mention(person.id, person.known_as, person.initials.upper()))
    return list(named.values())


def day_of(papers: Papers) -> date | None:
    """Return the day of the meeting: of its latest sitting, or else the day it is planned for."""
    sittings = papers.sittings
    return london_date(sittings[-1].started_at) if sittings else papers.meeting.planned_on
