"""Show me why: from one child's record and minutes to the chain that a court asks for.

Months later the chair has to show why, to a court: worry, line of the plan, our help, evidence,
decision, authority, each with the paragraph of the minutes that says it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.captures import Capture
from agenda.day_names import full_date
from agenda.minuting_entries import CHILDREN, LAWYERS, PARENTS
from agenda.why_decisions import decisions_of, risk_of, stands_now
from agenda.why_held import cited_paragraphs, held_meetings
from agenda.why_lines import ChildsLines
from agenda.why_page import Point, Why, gap
from agenda.why_worries import limits_of, other_lines_of, worries_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from agenda import records
    from agenda.edition import Edition
    from agenda.papers import Papers
    from agenda.why_held import Held


def why(papers: Papers, child: records.Child, editions: Iterable[Edition]) -> Why:
    """Return one child's chain. What concerns only another child is left out.

    What was said comes from the minutes alone, so no aside and nothing privileged can get in.

    Args:
        papers: the case's papers without a meeting, read for the day the page is made (`as_of`).
        child: whose chain it is.
        editions: the minutes of each meeting held, frozen where they are approved.
    """
    on = papers.as_of
    assert on is not None  # noqa: S101 - a page that shows what stands needs its day
    held = held_meetings(papers, editions, child.initials)
    lines = ChildsLines(papers, child, held, on)
    return Why(
        reference=papers.case.reference,
        full_name=child.full_name,
        initials=child.initials,
        born_on=child.born_on,
        due_on=child.due_on,
        window=_window(papers, child),
        made_on=on,
        stands=stands_now(papers, child),
        worries=worries_of(papers, child, held, lines),
        other_lines=other_lines_of(papers, child, lines),
        limits=limits_of(papers, child, held),
        views=_views(held, child),
        risk=risk_of(papers, child, held),
        decisions=decisions_of(papers, child, held),
        made_from=tuple(one.made_from for one in held),
    )


def _window(papers: Papers, child: records.Child) -> str:
    window = papers.window_for([child])
    if window is None:
        return "not yet set"
    extended = f", extended from {full_date(window.end)}" if window.extended_to else ""
    provisional = ", provisional" if papers.window_is_provisional else ""
    return f"{full_date(window.start)} to {full_date(window.last_day)}{extended}{provisional}"


def _views(held: Sequence[Held], child: records.Child) -> tuple[Point, ...]:
    """Return where the minutes hold what the child, the parents and their lawyers said."""
    if not held:
        return ()
    childs = cited_paragraphs(
        (one, (*one.of_items(Capture.CHILD), *one.of_views(CHILDREN))) for one in held
    )
    parents = cited_paragraphs((one, one.of_views(PARENTS)) for one in held)
    lawyers = cited_paragraphs((one, one.of_views(LAWYERS)) for one in held)
    return (
        Point(f"{child.initials}'s life, words and wishes", cited=childs)
        if childs
        else gap(f"The minutes say nothing of {child.initials}'s life, words and wishes."),
        Point("The parents and family", cited=parents)
        if parents
        else gap("The minutes hold no view of a parent."),
        *([Point("The lawyers", cited=lawyers)] if lawyers else []),
    )
