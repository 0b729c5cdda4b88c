"""Makes the letter from the record: what one person is told, and nothing that they must not be.

Worries, examples, help and plan are read, never typed again; a letter that legal has cleared is
what legal cleared, whatever changed since.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.letter import (
    HelpGiven,
    Letter,
    LetterExample,
    LetterLine,
    LetterMeeting,
    Recipient,
    Signature,
    Worry,
    thaw_letter,
)
from agenda.letter_decided import decisions_to_tell, last_day_in, reasons_in
from agenda.letter_private import kept_private
from agenda.letter_whose import Told, responsibility_of
from agenda.letter_words import TELLS_LINES, TELLS_WORRIES, LetterKind, TakenUp
from agenda.own_times import told_when
from agenda.withheld import withheld_from
from agenda.words import LineKind, LineOutcome, LineState, MeetingKind, MeetingState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from agenda import records
    from agenda.papers import Papers

_OVER = frozenset({LineOutcome.DONE, LineOutcome.NOT_NEEDED})
_STANDS_LAST = {LineKind.VISIT: 1, LineKind.BOTTOM_LINE: 2}
"""What stands behind the other lines, under a heading of its own."""

_EXCEPTIONAL = "This was some time ago. We tell you because it is very serious."
_TAKEN_UP = {
    TakenUp.YES: "took this up.",
    TakenUp.PARTLY: "took up part of this.",
    TakenUp.NO: "did not take this up.",
}


def letter_of(papers: Papers, draft: records.LetterDraft, today: date | None = None) -> Letter:
    """Return the letter as it stands: frozen where legal has cleared it, else from the record.

    It leaves out what the draft leaves out, what is only about somebody else's children, every
    detail withheld from this person or from everybody, and where anybody else lives.

    Args:
        papers: the case's papers.
        draft: the letter's own record.
        today: the day it takes where nobody has dated it; None leaves it undated.
    """
    if draft.frozen:
        return thaw_letter(draft.frozen)
    person = papers.find("Person", draft.person_id)
    assert person is not None  # noqa: S101 - a letter's person is of the case
    told, children = Told(papers, draft), papers.children_of(draft.person_id)
    worries = told.worries() if draft.kind in TELLS_WORRIES else []
    decided = decisions_to_tell(papers, draft.kind, draft.person_id, draft.meeting_id)
    letter = Letter(
        kind=draft.kind,
        reference=papers.case.reference,
        to=_recipient(papers, person),
        on=draft.on or today,
        children=tuple(child.full_name for child in children),
        initials=tuple(child.initials for child in children),
        meeting=_meeting(papers, draft),
        opening=draft.opening,
        decision=draft.decision or reasons_in(decided),
        last_day=draft.last_day or last_day_in(decided),
        court=draft.court,
        examples_note=draft.examples_note,
        worries=tuple(_worry(told, concern) for concern in worries),
        help=tuple(_help(papers, draft, row) for row in told.help_given()) if worries else (),
        lines=_lines(papers, draft, told.lines(), told.worries()),
        family_offer=draft.family_offer,
        legal_advice=draft.legal_advice,
        solicitor_list=draft.solicitor_list,
        parental_pack=draft.parental_pack,
        closing=draft.closing,
        signature=_signature(papers, draft),
    )
    return kept_private(letter, withheld_from(papers, person))


def meeting_invited_to(papers: Papers, draft: records.LetterDraft) -> records.Meeting | None:
    """Return the meeting a letter invites to; None where it invites to none, or none is booked.

    The letter before proceedings invites to the initial meeting, a letter of extension to the
    review that is booked next.
    """
    named = papers.find("Meeting", draft.meeting_id)
    if draft.kind is LetterKind.BEFORE_PROCEEDINGS:
        initial = [row for row in papers.episode_meetings if row.kind is MeetingKind.INITIAL]
        waiting = [row for row in initial if row.state is MeetingState.PLANNED]
        return named or next(iter(waiting or initial), None)
    if draft.kind is LetterKind.EXTENSION:
        if named and named.state is MeetingState.PLANNED:
            return named  # type: ignore[no-any-return]
        return next(iter(papers.planned_reviews), None)
    return None


def _recipient(papers: Papers, person: records.Person) -> Recipient:
    lines = (line.strip() for line in person.address.split("\n"))
    return Recipient(
        name=person.full_name,
        address=tuple(line for line in lines if line),
        known_as=person.known_as,
        parental_responsibility=responsibility_of(papers, person.id),
    )


def _meeting(papers: Papers, draft: records.LetterDraft) -> LetterMeeting:
    meeting = meeting_invited_to(papers, draft)
    if meeting is None:
        return LetterMeeting()
    chair = meeting.chair_id or papers.case.chair_id
    worker = papers.case.social_worker_id
    ours = (
        (chair, "who leads the meeting"),
        (worker if worker != chair else None, "the social worker"),
        (meeting.minute_taker_id, "who writes down what is said"),
    )
    # Who must not meet come at times of their own: a letter tells nobody another's.
    at, place = told_when(papers, meeting, draft.person_id)
    return LetterMeeting(
        on=meeting.planned_on,
        at=f"{at:%H:%M}" if at else "",
        place=place,
        who=tuple(f"{name}, {what}" for key, what in ours if (name := papers.name(key, None))),
    )


def _worry(told: Told, concern: records.Concern) -> Worry:
    return Worry(
        heading=concern.heading,
        danger_statement=concern.danger_statement,
        since=_since(concern.since),
        paragraphs=tuple(filter(None, map(str.strip, concern.summary.split("\n")))),
        examples=tuple(
            LetterExample(row.text, row.on, _EXCEPTIONAL if row.exceptional else "")
            for row in told.examples(concern)
        ),
        rank=concern.position,
    )


def _since(words: str) -> str:
    """Return how long we have worried as a sentence; whole sentences stay as they are."""
    words = words.strip()
    first = words.partition(" ")[0].lower()
    if first not in ("since", "for"):
        return words
    end = "" if words.endswith((".", "!", "?")) else "."
    return f"We have been worried {words[0].lower()}{words[1:]}{end}"


def _help(papers: Papers, draft: records.LetterDraft, row: records.HelpGiven) -> HelpGiven:
    who = "You" if row.person_id == draft.person_id else papers.name(None, row.person_id)
    taken = _TAKEN_UP.get(row.taken_up, "")
    outcome = " ".join(
        filter(None, (f"{who or 'Your family'} {taken}" if taken else "", row.came_of))
    )
    return HelpGiven(row.what, row.on, outcome.strip())


def _lines(
    papers: Papers,
    draft: records.LetterDraft,
    plan: Sequence[records.PlanLine],
    worries: Sequence[records.Concern],
) -> tuple[LetterLine, ...]:
    """Return what needs to happen: the first steps, the plan in force, visits, the bottom line."""
    if draft.kind not in TELLS_LINES:
        return ()
    numbers = {concern.id: number for number, concern in enumerate(worries, start=1)}
    if draft.kind not in TELLS_WORRIES:
        numbers = {}  # no worry is told, so there is none to answer
    first = LetterLine(draft.first_line, LineKind.AGREEMENT, owner="You")
    ordered = in_letter_order(papers, plan)
    starts = [first] if draft.kind is LetterKind.BEFORE_PROCEEDINGS and draft.first_line else []
    return (*starts, *(_line(papers, draft, line, numbers) for line in ordered))


def in_letter_order(papers: Papers, plan: Sequence[records.PlanLine]) -> list[records.PlanLine]:
    """Return the lines in force as a letter tells them: visits and the bottom line stand last."""
    return sorted(
        (line for line in plan if _is_in_force(papers, line)),
        key=lambda line: _STANDS_LAST.get(line.kind, 0),
    )


def _line(
    papers: Papers, draft: records.LetterDraft, line: records.PlanLine, numbers: dict[UUID, int]
) -> LetterLine:
    is_own = line.owner_person_id == draft.person_id
    return LetterLine(
        what=line.what,
        kind=line.kind,
        parts=tuple(part.text for part in papers.parts(line.id)),
        owner="You" if is_own else papers.name(line.owner_staff_id, line.owner_person_id),
        support=line.support,
        measure=line.measure,
        starts=line.starts,
        due=line.due,
        rhythm=line.rhythm,
        until=line.until,
        sessions=line.sessions,
        consequence=line.consequence,
        worry=numbers.get(line.concern_id, 0) if line.concern_id else 0,
    )


def _is_in_force(papers: Papers, line: records.PlanLine) -> bool:
    found = papers.progress(line.id)
    return line.state is not LineState.DROPPED and not (found and found[-1].outcome in _OVER)


def _signature(papers: Papers, draft: records.LetterDraft) -> Signature:
    signer, ring = papers.find("Staff", draft.signer_id), papers.find("Staff", draft.ring_id)
    return Signature(
        name=signer.name if signer else "",
        role=str(signer.role) if signer else "",
        ring=f"{ring.name}, {ring.role}" if ring else "",
        telephone=ring.telephone if ring else "",
    )
