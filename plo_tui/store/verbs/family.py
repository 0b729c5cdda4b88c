"""Verbs on a family group: the case, its episode, children, people and who is who to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from sqlmodel import col, select

from agenda.records import (
    Case,
    Child,
    EpisodeChild,
    Person,
    PreProceedings,
    ProtectionGoal,
    Relationship,
)
from agenda.text import as_seen
from agenda.words import ParentalResponsibility, Relation
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.words import line, within_length

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from agenda.words import ChildPlan, LegalStatus, PersonKind
    from plo_tui.store.work import Work


class ChildValues(TypedDict, total=False):
    """What is known of a child."""

    full_name: str
    initials: str
    authority_child_id: str
    born_on: date | None
    due_on: date | None
    legal_status: LegalStatus
    plan: ChildPlan
    plan_since: date | None
    conference_chair: str
    next_conference: date | None


class PersonValues(TypedDict, total=False):
    """What is known of a person."""

    full_name: str
    known_as: str
    initials: str
    kind: PersonKind
    role: str
    organisation: str
    interpreter: str
    adjustments: str
    safe_contact: str
    address: str
    withheld: str


def new_case(
    work: Work,
    case_id: UUID,
    reference: str,
    social_worker_id: UUID | None = None,
    chair_id: UUID | None = None,
    head_of_service_id: UUID | None = None,
    decided_on: date | None = None,
    forum: str = "",
) -> None:
    """Open a case with its first pre-proceedings episode.

    Args:
        work: the transaction.
        case_id: the new key.
        reference: the authority's reference for the family group.
        social_worker_id: the family's social worker.
        chair_id: the team manager who chairs.
        head_of_service_id: the head of service.
        decided_on: when it was decided to start.
        forum: where it was decided.

    Raises:
        Refused: where the reference is empty or in use.
    """
    reference = line(reference, "reference", called="the reference")
    seen = as_seen(reference)
    if any(as_seen(other) == seen for other in work.session.exec(select(Case.reference))):
        raise Refused(
            f"There is already a case {reference}. Open that one, or check the reference.",
            "reference",
        )
    work.case_id = case_id
    work.add(
        Case(
            id=case_id,
            reference=reference,
            social_worker_id=social_worker_id,
            chair_id=chair_id,
            head_of_service_id=head_of_service_id,
        ),
        PreProceedings(case_id=case_id, decided_on=decided_on, forum=forum.strip()),
    )


def begin_episode(work: Work, case_id: UUID, decided_on: date | None, forum: str = "") -> None:
    """Begin another pre-proceedings episode of a family, years after the last one ended.

    Raises:
        Refused: where one is still open.
    """
    work.case_id = case_id
    if open_episode(work, case_id):
        raise Refused(
            "This family has an open pre-proceedings episode already. Go on with that one, "
            "or end it before another begins.",
            "decided_on",
        )
    work.add(PreProceedings(case_id=case_id, decided_on=decided_on, forum=forum.strip()))


def change_case(
    work: Work,
    case_id: UUID,
    version: int,
    social_worker_id: UUID | None,
    chair_id: UUID | None,
    head_of_service_id: UUID | None,
) -> None:
    """Change who works with a family."""
    work.case_id = case_id
    work.change(
        Case,
        case_id,
        version,
        social_worker_id=social_worker_id,
        chair_id=chair_id,
        head_of_service_id=head_of_service_id,
    )


def add_child(work: Work, case_id: UUID, child_id: UUID, values: ChildValues) -> None:
    """Add a child, born or not yet, to a family and to its open episode.

    Raises:
        Refused: where the name or initials are empty, or both dates are given.
    """
    work.case_id = case_id
    checked = _child(values)
    others = work.session.exec(select(Child).where(Child.case_id == case_id)).all()
    work.add(Child(id=child_id, case_id=case_id, position=len(others) + 1, **checked))
    if episode := open_episode(work, case_id):
        work.add(EpisodeChild(episode_id=episode.id, child_id=child_id))


def change_child(work: Work, child_id: UUID, version: int, values: ChildValues) -> None:
    """Change what is known of a child."""
    child = work.get(Child, child_id)
    work.case_id = child.case_id
    work.change(Child, child_id, version, **_child({**_known(child), **values}))


def add_person(
    work: Work,
    case_id: UUID,
    person_id: UUID,
    values: PersonValues,
    relations: Mapping[UUID, tuple[Relation, ParentalResponsibility]] | None = None,
) -> None:
    """Add someone who is not staff, with what they are to each child.

    Raises:
        Refused: where the name is empty, or the initials are another person's.
    """
    work.case_id = case_id
    checked = _person(work, case_id, person_id, values)
    work.add(Person(id=person_id, case_id=case_id, **checked))
    for child_id, (relation, responsibility) in (relations or {}).items():
        work.add(
            Relationship(
                person_id=person_id,
                child_id=child_id,
                relation=Relation(relation),
                parental_responsibility=ParentalResponsibility(responsibility),
            )
        )


def change_person(work: Work, person_id: UUID, version: int, values: PersonValues) -> None:
    """Change what is known of a person."""
    person = work.get(Person, person_id)
    work.case_id = person.case_id
    known: PersonValues = {  # what is not given stays as it is
        "full_name": person.full_name,
        "known_as": person.known_as,
        "initials": person.initials,
    }
    checked = _person(work, person.case_id, person_id, {**known, **values})
    work.change(Person, person_id, version, **checked)


def add_goal(work: Work, goal_id: UUID, child_id: UUID, text: str) -> None:
    """Add a goal of a child's child protection plan."""
    work.case_id = work.get(Child, child_id).case_id
    goals = work.session.exec(
        select(ProtectionGoal).where(ProtectionGoal.child_id == child_id)
    ).all()
    text = line(text, "goal", called="the goal")
    work.add(ProtectionGoal(id=goal_id, child_id=child_id, position=len(goals) + 1, text=text))


def open_episode(work: Work, case_id: UUID) -> PreProceedings | None:
    """Return the family's open episode; None where there is none."""
    return work.session.exec(
        select(PreProceedings).where(
            PreProceedings.case_id == case_id,
            col(PreProceedings.ended_on).is_(None),
            col(PreProceedings.withdrawn_at).is_(None),
        )
    ).first()


def _known(child: Child) -> ChildValues:
    return {
        "full_name": child.full_name,
        "initials": child.initials,
        "born_on": child.born_on,
        "due_on": child.due_on,
    }


def _child(values: ChildValues) -> ChildValues:
    within_length(values)
    values["full_name"] = line(values.get("full_name", ""), "full_name", called="the child's name")
    values["initials"] = line(values.get("initials", ""), "initials", called="the initials")
    if values.get("born_on") and values.get("due_on"):
        raise Refused(
            "Give a date of birth, or a due date for a child not yet born, not both.", "due_on"
        )
    return values


def _person(work: Work, case_id: UUID, person_id: UUID, values: PersonValues) -> PersonValues:
    within_length(values)
    values["full_name"] = line(values.get("full_name", ""), "full_name", called="the name")
    values["known_as"] = " ".join(values.get("known_as", "").split()) or values["full_name"]
    initials = "".join(values.get("initials", "").split()).lower()
    values["initials"] = initials or _initials_of(values["full_name"])
    taken = work.session.exec(
        select(Person).where(
            Person.case_id == case_id,
            Person.initials == values["initials"],
            Person.id != person_id,
            col(Person.withdrawn_at).is_(None),
        )
    ).first()
    if taken:
        raise Refused(
            f"{values['initials']} are the initials of {taken.known_as}. Choose others, "
            f"such as {values['initials']}2.",
            "initials",
        )
    return values


def _initials_of(name: str) -> str:
    return "".join(word[0] for word in name.split()).lower()
