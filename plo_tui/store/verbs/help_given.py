"""Verbs on the help that was given to a family, however long ago."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from agenda.records import HelpGiven, Person
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.episodes import in_episode
from plo_tui.store.verbs.words import paragraph, within_length

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from agenda.letter_words import TakenUp
    from plo_tui.store.work import Work


class HelpValues(TypedDict, total=False):
    """What is said of help that was given."""

    person_id: UUID | None
    on: date | None
    what: str
    taken_up: TakenUp
    came_of: str


def add_help_given(work: Work, episode_id: UUID, help_id: UUID, values: HelpValues) -> None:
    """Record help that we or others gave, as every letter then tells it.

    Somerset 2018, J0104: all support, whether they engaged or not, with no limit of years.

    Raises:
        Refused: where it does not say what it was, or whom it was for is of another case.
    """
    in_episode(work, episode_id)
    said = _said(work, {"what": "", **values})
    work.add(HelpGiven(id=help_id, episode_id=episode_id, **said))


def change_help_given(work: Work, help_id: UUID, version: int, values: HelpValues) -> None:
    """Change what is said of help that was given.

    Raises:
        Refused: as `add_help_given`.
        Changed: where somebody changed it since.
    """
    in_episode(work, work.get(HelpGiven, help_id).episode_id)
    work.change(HelpGiven, help_id, version, **_said(work, values))


def withdraw_help_given(work: Work, help_id: UUID) -> None:
    """Withdraw help that was recorded in error; it can be brought back by undo."""
    row = work.get(HelpGiven, help_id)
    in_episode(work, row.episode_id)
    work.withdraw([row])


def _said(work: Work, values: HelpValues) -> HelpValues:
    """Return the values as they are kept."""
    _ = work.actor  # nobody records help without having said who they are
    within_length(values)
    if "what" in values:
        values["what"] = paragraph(values["what"], "what", called="what the help was")
    person_id = values.get("person_id")
    if person_id and work.get(Person, person_id).case_id != work.case_id:
        raise Refused("This person is not of this family. Choose somebody else.", "person_id")
    return values
