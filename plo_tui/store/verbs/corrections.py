"""Verbs on corrections of approved minutes: what is asked, and the chair's answer to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.corrections import place_words
from agenda.day_names import day_text
from agenda.decision_words import CorrectionAnswer
from agenda.london import london_date
from agenda.records import CorrectionAsked, Meeting, MinutesVersion, Person
from agenda.stages import Stage
from agenda.steps import Step
from agenda.words import ApprovalRole
from plo_tui.store.problems import Refused
from plo_tui.store.reading.frozen import thawed
from plo_tui.store.verbs.permitted import (
    latest_version,
    permitted,
    refuse_in_stage,
    roles_given,
    stage_now,
)
from plo_tui.store.verbs.signing import begin_new_version
from plo_tui.store.verbs.words import paragraph as text_of

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from plo_tui.store.work import Work


def record_correction(
    work: Work,
    correction_id: UUID,
    version_id: UUID,
    asked_by_id: UUID,
    asked_on: date,
    text: str,
    paragraph: int | None = None,
) -> None:
    """Record a correction that someone asks for, or put right what was recorded of it.

    Args:
        work: the transaction.
        correction_id: its key; a new one for a new correction.
        version_id: the version of the minutes that it asks to correct.
        asked_by_id: who asks: a parent, their lawyer, or someone else of the case.
        asked_on: the day they asked.
        text: what they ask, word for word.
        paragraph: the number of the paragraph; None where it is about something else in them.

    Raises:
        Refused: where the version is not approved or has no such paragraph, the day is to come,
            there are no words, or the chair has answered it already.
    """
    version = work.get(MinutesVersion, version_id)
    meeting = work.in_case_of(version.meeting_id)
    refuse_in_stage(work, Step.ASK_CORRECTION, _stage_of(work, meeting, version))
    if work.get(Person, asked_by_id).case_id != work.case_id:
        raise Refused("Name somebody of this case.", "asked_by_id")
    if asked_on > london_date(work.at):
        raise Refused("It cannot have been asked on a day to come.", "asked_on")
    numbers = [said.number for said in thawed(version).paragraphs]
    if paragraph is not None and paragraph not in numbers:
        has = f"1 to {len(numbers)}" if numbers else "none"
        raise Refused(
            f"Version {version.number} of the minutes of meeting {meeting.number} has no "
            f"paragraph {paragraph}. Its paragraphs: {has}.",
            "paragraph",
        )
    values: dict[str, Any] = {
        "version_id": version_id,
        "asked_by_id": asked_by_id,
        "asked_on": asked_on,
        "paragraph": paragraph,
        "text": text_of(text, "text", called="what they ask, in their words"),
    }
    if work.session.get(CorrectionAsked, correction_id):
        _unanswered(work, correction_id)
        work.change(CorrectionAsked, correction_id, None, **values)
    else:
        work.add(CorrectionAsked(id=correction_id, **values))


def accept_correction(work: Work, correction_id: UUID, reply: str = "") -> None:
    """Accept a correction: a new version is begun, which is changed and then approved as usual.

    Where a new version is open already, the correction becomes one more reason for it.

    Raises:
        Refused: where it is answered already, or it is not theirs to answer.
    """
    asked = _unanswered(work, correction_id)
    meeting = _permitted(work, asked)
    day = day_text(asked.asked_on)
    asker = work.get(Person, asked.asked_by_id).known_as
    reason = f"{asker} asked on {day} to correct {place_words(asked.paragraph)}"
    latest = latest_version(work, meeting.id)
    assert latest is not None  # noqa: S101 - a correction is of a version
    if latest.frozen:
        begin_new_version(work, meeting.id, reason)
    else:
        work.change(MinutesVersion, latest.id, None, reason=f"{latest.reason}; {reason}")
    _answer(work, asked, CorrectionAnswer.ACCEPTED, reply.strip())


def annex_correction(work: Work, correction_id: UUID, reply: str) -> None:
    """Annex a correction unaltered, with the chair's reply; the minutes stay as they are.

    Raises:
        Refused: where it is answered already, there is no reply, or it is not theirs to answer.
    """
    asked = _unanswered(work, correction_id)
    _permitted(work, asked)
    reply = text_of(reply, "reply", called="the chair's reply")
    _answer(work, asked, CorrectionAnswer.ANNEXED, reply)


def _unanswered(work: Work, correction_id: UUID) -> CorrectionAsked:
    asked = work.get(CorrectionAsked, correction_id)
    work.in_case_of(work.get(MinutesVersion, asked.version_id).meeting_id)
    if asked.answer:
        raise Refused(f"This correction is answered already: {asked.answer}.")
    return asked


def _permitted(work: Work, asked: CorrectionAsked) -> Meeting:
    version = work.get(MinutesVersion, asked.version_id)
    return permitted(work, Step.ANSWER_CORRECTION, version.meeting_id)


def _stage_of(work: Work, meeting: Meeting, version: MinutesVersion) -> Stage:
    """Return where a version of the minutes stands, be there a newer one or not."""
    if not version.frozen:
        return Stage.DRAFT
    if latest_version(work, meeting.id) is version:
        return stage_now(work, meeting)
    both = roles_given(work, version) == set(ApprovalRole)
    return Stage.REOPENED if both else Stage.BY_CHAIR


def _answer(work: Work, asked: CorrectionAsked, answer: CorrectionAnswer, reply: str) -> None:
    work.change(
        CorrectionAsked,
        asked.id,
        None,
        answer=answer,
        reply=reply,
        answered_by_id=work.actor,
        answered_at=work.at,
    )
