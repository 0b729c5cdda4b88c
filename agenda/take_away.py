"""The page that someone of the family takes home from a meeting: one frozen value.

It is made for one person, from what the meeting wrote: what each of us does, what they themselves
dispute, the bottom line, when we meet next, whom to ring. It is not the minutes: those come once
they are approved. Asides, addresses, safe contacts and other people's answers have no way in; nor
has anything of other children, of whom they are kept apart from, or withheld from them.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from agenda.copy_for import names_of_children, reader_of
from agenda.cutting import without_withheld
from agenda.cutting_children import is_about_theirs
from agenda.cutting_people import is_line_of_others
from agenda.london import london_date
from agenda.minutes import MinutedDate, canonical
from agenda.minuting_entries import minuted_entries
from agenda.own_times import told_when
from agenda.withheld_words import MARK
from agenda.words import (
    EntryKind,
    LineKind,
    LineOutcome,
    LineState,
    MeetingKind,
    MeetingState,
    ParentAnswer,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from pydantic import TypeAdapter

    from agenda import records
    from agenda.copy_for import Reader
    from agenda.papers import Papers

_OVER = frozenset({LineOutcome.DONE, LineOutcome.NOT_NEEDED})
"""What a review finds of a line that nobody has to do any more."""


@dataclass(frozen=True, slots=True)
class TakenStep:
    """A line of the plan as one person takes it home."""

    number: int
    who: str
    """Empty where it is the reader's own, or nobody's yet."""
    is_own: bool
    is_ours: bool
    what: str
    parts: tuple[str, ...]
    helper: str
    support: str
    starts: date | None
    due: date | None
    rhythm: str
    until: date | None
    sessions: int | None
    is_settled: bool
    """Whether the meeting decided it; a draft is not agreed yet."""
    own_answer: ParentAnswer | None
    """The reader's own answer to it; nobody else's stands here."""
    own_conditions: str


@dataclass(frozen=True, slots=True)
class TakenLimit:
    """A bottom line as it goes home."""

    what: str
    parts: tuple[str, ...]
    consequence: str


@dataclass(frozen=True, slots=True)
class TakenDispute:
    """What the reader disputes, as it was minuted."""

    about: str
    """The worry it is about; empty where it was said of none."""
    text: str
    verbatim: bool


@dataclass(frozen=True, slots=True)
class TakeAwayPage:
    """Everything that one person's page says, frozen.

    Attributes:
        to: whose page it is, as the minutes call them.
        on: the day of the sitting it was written in.
        steps: the reader's own lines first, then ours, then others'.
        dates: when we meet next, the earliest first.
        ring: whom to ring, as the chair wrote it.
    """

    reference: str
    initials: str
    kind: MeetingKind
    number: int
    on: date
    chair: str
    to: str
    steps: tuple[TakenStep, ...]
    disputed: tuple[TakenDispute, ...]
    limits: tuple[TakenLimit, ...]
    dates: tuple[MinutedDate, ...]
    ring: str
    format: int = 1


def take_away_of(papers: Papers, person: records.Person, ring: str) -> TakeAwayPage:
    """Return one person's page of the meeting in front of us, as the records stand now.

    Args:
        papers: the meeting's papers; it has begun.
        person: whose page it is.
        ring: whom to ring.
    """
    meeting, reader = papers.meeting, page_reader(papers, person)
    lines = [line for line in _lines(papers) if _is_theirs(papers, line, reader)]
    own_sittings = [one for one in papers.sittings if one.number in reader.sittings]
    on = london_date((own_sittings or papers.sittings)[-1].started_at)
    steps = [_step(papers, line, person) for line in lines if not _is_limit(line)]
    page = TakeAwayPage(
        reference=papers.case.reference,
        initials=", ".join(
            child.initials for child in papers.children if child.full_name in reader.children
        ),
        kind=meeting.kind,
        number=meeting.number,
        on=on,
        chair=papers.name(meeting.chair_id, None),
        to=person.known_as,
        steps=tuple(sorted(steps, key=lambda step: (not step.is_own, not step.is_ours))),
        disputed=tuple(_disputed(papers, person)),
        limits=tuple(
            TakenLimit(line.what, _parts(papers, line), line.consequence)
            for line in lines
            if _is_limit(line)
        ),
        dates=tuple(
            sorted(_dates(papers, on, reader, person.id), key=lambda row: (row.on, row.at))
        ),
        ring=ring,
    )
    return without_withheld(page, reader)


def page_reader(papers: Papers, person: records.Person) -> Reader:
    """Return whom a page is for: a parent reads of their own children, as in any copy.

    Other family read of the children they are tied to; a friend, tied to none, of all.
    """
    reader = reader_of(papers, person.id)
    if reader.children:
        return reader
    ties = {tie.child_id for tie in papers.relationships if tie.person_id == person.id}
    meant = [child for child in papers.children if not ties or child.id in ties]
    return replace(
        reader,
        children=names_of_children(meant),
        other_children=names_of_children(one for one in papers.children if one not in meant),
        others=reader.others if ties else (),
    )


def usual_ring(papers: Papers) -> str:
    """Return whom to ring as the last page of this case said it, or the social worker and team."""
    pages = papers.standing("TakeAway")
    if pages:
        last = max(pages, key=lambda page: (page.at, page.id))
        with suppress(ValueError):  # it may have been changed behind the app
            ring = thaw_page(last.frozen).ring
            if MARK not in ring:  # one person's page must not set what the next one says
                return ring
    worker = papers.find("Staff", papers.case.social_worker_id)
    if worker is None:
        return ""
    team = papers.find("Team", worker.team_id)
    return ", ".join(filter(None, (worker.name, "your social worker", team.name if team else "")))


def freeze_page(page: TakeAwayPage) -> str:
    """Return a page as canonical JSON: same page, same characters."""
    return canonical(_adapter().dump_python(page, mode="json"))


def thaw_page(frozen: str) -> TakeAwayPage:
    """Return the page that `freeze_page` wrote."""
    return _adapter().validate_json(frozen)


def _lines(papers: Papers) -> list[records.PlanLine]:
    """Return the lines that are still to be kept to: neither dropped, done nor needless."""
    return [
        line
        for line in papers.plan
        if line.state is not LineState.DROPPED
        and not any(found.outcome in _OVER for found in papers.progress(line.id)[-1:])
    ]


def _is_theirs(papers: Papers, line: records.PlanLine, reader: Reader) -> bool:
    """Whether a line is for a child of theirs, and is not another's own who is none of theirs."""
    initials = tuple(child.initials for child in papers.line_children(line.id))
    owner = papers.name(line.owner_staff_id, line.owner_person_id)
    texts = (line.what, *_parts(papers, line))
    others = is_line_of_others(owner, texts, reader, is_limit=_is_limit(line))
    return is_about_theirs(initials, reader) and not others


def _is_limit(line: records.PlanLine) -> bool:
    return line.kind is LineKind.BOTTOM_LINE


def _parts(papers: Papers, line: records.PlanLine) -> tuple[str, ...]:
    return tuple(part.text for part in papers.parts(line.id))


def _step(papers: Papers, line: records.PlanLine, person: records.Person) -> TakenStep:
    is_own = line.owner_person_id == person.id
    answers = [row for row in papers.answers(line.id) if row.person_id == person.id]
    return TakenStep(
        number=line.number,
        who="" if is_own else papers.name(line.owner_staff_id, line.owner_person_id),
        is_own=is_own,
        is_ours=line.owner_staff_id is not None,
        what=line.what,
        parts=_parts(papers, line),
        helper=line.helper,
        support=line.support,
        starts=line.starts,
        due=line.due,
        rhythm=line.rhythm,
        until=line.until,
        sessions=line.sessions,
        is_settled=line.state is not LineState.DRAFT,
        own_answer=answers[-1].answer if answers else None,
        own_conditions=answers[-1].conditions if answers else "",
    )


def _disputed(papers: Papers, person: records.Person) -> Iterator[TakenDispute]:
    """Give what was minuted as disputed by this person, in their own words; by nobody else."""
    for entry in minuted_entries(papers):
        if entry.kind is EntryKind.DISPUTED and entry.speaker_person_id == person.id:
            concern = papers.find("Concern", entry.concern_id)
            yield TakenDispute(concern.heading if concern else "", entry.text, entry.verbatim)


def _dates(papers: Papers, on: date, reader: Reader, person_id: UUID) -> Iterator[MinutedDate]:
    """Give when we meet next: the meeting that is adjourned goes on, and the reviews booked.

    Someone who is kept apart from others is not told when it goes on: it may be with those.
    """
    meeting = papers.meeting
    goes_on = meeting.state is not MeetingState.CONCLUDED and not reader.apart
    if meeting.resumes_on and goes_on:
        at = f"{meeting.resumes_at:%H:%M}" if meeting.resumes_at else ""
        yield MinutedDate("This meeting goes on", meeting.resumes_on, at, meeting.resumes_place, "")
    for review in papers.planned_reviews:
        if review.planned_on and review.planned_on >= on:
            # Who must not meet come at times of their own: a page tells nobody another's.
            begins, place = told_when(papers, review, person_id)
            at = f"{begins:%H:%M}" if begins else ""
            yield MinutedDate(review.kind.heading, review.planned_on, at, place, "")


@cache
def _adapter() -> TypeAdapter[TakeAwayPage]:
    # Read here, because only a command that freezes or prints needs it.
    from pydantic import TypeAdapter

    return TypeAdapter(TakeAwayPage)
