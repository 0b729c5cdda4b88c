"""The dates that follow from one date, before there is any case; or a case's own, by its record."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from agenda.timetable import timetable
from agenda.typed_dates import read_date
from agenda.unreadable_date import UnreadableDate
from agenda.working_days import OutsideCalendar
from plo_tui.cli import DONE
from plo_tui.cli.at_desk import desk_of
from plo_tui.cli.printing import say

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import date

    from agenda.directive_dates import DirectiveDates, StepKey
    from agenda.timetable import Timetable
    from plo_tui.desk import Desk


def print_timetable(asked: Namespace) -> int:
    """Print the window and its reviews, or the whole directive, by the authority's policy.

    A case's reference in the place of a date prints the case's own dates: then, and only then,
    the store is opened.

    Raises:
        UnreadableDate: a date cannot be read, will not do, or leads to dates too far away.
        StoreProblem: where the store cannot be opened, or nothing is recorded to count from.
    """
    desk = desk_of(asked)
    typed = " ".join(asked.date)
    found: Timetable | DirectiveDates
    try:
        on = read_date(typed, today=desk.today(), days=desk.days)
    except UnreadableDate as no_date:
        if not _may_be_reference(asked, desk):
            raise
        return _print_of_case(asked, typed, desk, no_date)
    try:
        if asked.start:
            found = _directive(asked.start, on, asked.done, desk)
        elif asked.done:
            raise UnreadableDate(typed, "Say with --from what is on that date: --from lpm.")
        else:
            found = timetable(on, desk.policy, desk.days)
    except OutsideCalendar as too_far:
        raise UnreadableDate(typed, f"Its dates lie too far away. {too_far}") from None
    say([json.dumps(found.as_json(), indent=2)] if asked.json else found.as_lines())
    return DONE


def _may_be_reference(asked: Namespace, desk: Desk) -> bool:
    """Whether what was typed can name a case: a mistyped date must ask for no passphrase."""
    from plo_tui.store.opening import is_store

    is_one = len(asked.date) == 1 and any(letter.isalpha() for letter in asked.date[0])
    return is_one and not asked.start and not asked.done and is_store(desk.folder)


def _print_of_case(asked: Namespace, reference: str, desk: Desk, no_date: UnreadableDate) -> int:
    """Print the dates of a case, by its record.

    Raises:
        UnreadableDate: what was typed is neither a case's reference nor a date.
        Refused: nothing is recorded to count from.
    """
    from agenda.directive_record import directive_of
    from plo_tui.cli.cases import DEMO
    from plo_tui.cli.open_store import opened
    from plo_tui.store.problems import Refused
    from plo_tui.store.reading.papers import read_papers_with_legal_planning

    with opened(desk) as store:
        try:
            case = store.case(reference)
        except Refused as none_there:
            both = f"It is no date, and no case has this reference. {no_date}"
            raise UnreadableDate(reference, both) from none_there
        papers = store.read(
            read_papers_with_legal_planning, case.case_id, None, desk.policy, desk.today()
        )
        found = directive_of(papers, desk.days, desk.today())
        if found is None:
            raise Refused(
                f"{case.reference} has no dates yet: book its legal planning meeting or its "
                "initial meeting first."
            )
        if asked.json:
            of_case = {"case": case.reference, **found.as_json()}
            say([json.dumps(of_case, indent=2)])
        else:
            lines = [f"The dates of {case.reference}", "", *found.as_lines()]
            say([DEMO, *lines] if store.demo else lines)
    return DONE


def _directive(word: str, on: date, done: list[str], desk: Desk) -> DirectiveDates:
    """Return the whole directive's dates; a start before today is taken to have taken place."""
    from agenda.directive import directive_dates
    from agenda.directive_dates import STARTS

    start, today = STARTS[word], desk.today()
    actual = {start: on} if on < today else {}
    actual |= dict(_done(typed, desk) for typed in done)
    return directive_dates(start, on, desk.policy, desk.days, today=today, actual=actual)


def _done(typed: str, desk: Desk) -> tuple[StepKey, date]:
    """Return the step and the day of `given=2027-01-19`."""
    from agenda.directive_dates import DEEDS

    word, _, day_typed = typed.partition("=")
    step = next((deed for deed in DEEDS if deed == word.strip().lower()), None)
    if step is None or not day_typed.strip():
        steps = ", ".join(DEEDS)
        reason = f"Write a step and its day, such as --done given=2027-01-19. The steps: {steps}."
        raise UnreadableDate(typed, reason)
    day = read_date(day_typed, today=desk.today(), days=desk.days, past=True)
    if day > desk.today():
        raise UnreadableDate(typed, f"{step}: give the day it was done, not one to come.")
    return step, day
