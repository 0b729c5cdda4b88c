"""Cutting the minutes for one reader: nothing of other children, or of whom they are kept from.

What is cut is not there: the copy is a value of its own, made of what may stand in it. Numbers of
paragraphs, lines and sittings stay those of the whole, so that two copies can be cited side by
side. At last every text in it is searched for what is withheld, whatever field it stands in.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from agenda.cutting_children import (
    child_is_theirs,
    cut_date,
    is_about_others,
    is_about_theirs,
    their_initials,
)
from agenda.cutting_people import (
    cut_decision,
    cut_instruction,
    cut_line,
    cut_network,
    cut_sitting,
    is_away,
    is_line_of_others,
    names_away,
    own_date,
    sitting_is_apart,
)
from agenda.each_text import with_each_text
from agenda.named import names_somebody
from agenda.withheld_words import without
from agenda.words import LineKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agenda.copy_for import Reader
    from agenda.minuted_plan import MinutedLine
    from agenda.minutes import MinutedConcern, Minutes, Paragraph, Section

LEFT_OUT = "Parts of these minutes about others are not in this copy."
"""What a copy says once where something was left out, and no more."""
LEFT_OUT_OF_PLAN = "Parts about others are not in this copy."
"""The same, as a family's plan and an easy-read copy say it."""

_Value = TypeVar("_Value")


def cut(minutes: Minutes, reader: Reader) -> Minutes:
    """Return the minutes as one reader may have them, marked as their copy.

    Where nothing has to be cut it is the same minutes but for whom it is for.
    """
    said = _Said(minutes, reader)
    concerns = tuple(
        said.concern(one) for one in minutes.concerns if is_about_theirs(one.children, reader)
    )
    worries = {one.number for one in concerns}
    plan = tuple(cut_line(one, reader, worries) for one in minutes.plan if _keeps(one, reader))
    own = [child_is_theirs(child.full_name, child.initials, reader) for child in minutes.children]
    left = replace(
        minutes,
        children=_kept(minutes.children, own),
        sittings=tuple(
            cut_sitting(sitting, reader)
            for sitting in minutes.sittings
            if sitting.number not in said.sittings_apart
        ),
        adjustments=_without_names(minutes.adjustments, reader),
        advice=tuple(row for row in minutes.advice if not is_away(row.name, reader)),
        concerns=concerns,
        views=said.sections(minutes.views),
        sections=said.sections(minutes.sections),
        documents=said.paragraphs(minutes.documents),
        network=cut_network(minutes.network, reader),
        consents=tuple(row for row in minutes.consents if not is_away(row.name, reader)),
        plan=plan,
        consequences=said.paragraphs(minutes.consequences),
        dates=tuple(kept for row in minutes.dates if (kept := cut_date(row, reader))),
        reasons=_reasons(minutes, reader, worries, {line.number for line in plan}),
        circulation=_without_names(minutes.circulation, reader),
        version_reason="".join(_without_names((minutes.version_reason,), reader)),
        judgements=tuple(
            row for row in minutes.judgements if child_is_theirs(row.name, row.initials, reader)
        ),
        decisions=tuple(
            cut_decision(row, reader)
            for row in minutes.decisions
            if child_is_theirs(row.name, row.initials, reader)
        ),
        windows=_kept(minutes.windows, own),
        instructions=tuple(
            cut_instruction(row, reader)
            for row in minutes.instructions
            if row.line is None or row.line in {line.number for line in plan}
        ),
    )
    marked = replace(
        left,
        copy_for=reader.name,
        leaves_out=left != minutes,
        dates=tuple(own_date(row, reader) for row in left.dates),
    )
    return without_withheld(marked, reader)


def without_withheld(value: _Value, reader: Reader) -> _Value:
    """Return a value with `[withheld]` for each withheld word in any text of it, however deep."""
    return with_each_text(value, lambda text: without(text, reader.withheld))


def _kept(rows: Sequence[_Value], keep: Sequence[bool]) -> tuple[_Value, ...]:
    """Return the rows that are kept, row by row; nothing where there are no rows."""
    return tuple(row for row, is_kept in zip(rows, keep, strict=False) if is_kept)


def _keeps(line: MinutedLine, reader: Reader) -> bool:
    """Whether a line of the plan stands in the copy: for a child of theirs, and no other's own."""
    texts, is_limit = (line.what, *line.parts), line.kind is LineKind.BOTTOM_LINE
    others = is_line_of_others(line.owner, texts, reader, is_limit=is_limit)
    return is_about_theirs(line.children, reader) and not others


def _without_names(lines: tuple[str, ...], reader: Reader) -> tuple[str, ...]:
    """Return the lines that name nobody who is none of theirs, and not another child alone."""
    return tuple(
        line for line in lines if not names_away(line, reader) and not is_about_others(line, reader)
    )


def _reasons(
    minutes: Minutes, reader: Reader, worries: set[int], lines: set[int]
) -> tuple[str, ...]:
    """Return the recorded reasons without those for what is not in the copy."""
    gone = [f"Line {one.number} of the plan," for one in minutes.plan if one.number not in lines]
    gone += [f"Worry {one.number}, " for one in minutes.concerns if one.number not in worries]
    return tuple(
        reason
        for reason in minutes.reasons
        if not reason.startswith(tuple(gone))
        and not names_somebody(reason, reader.away + reader.other_children)
    )


class _Said:
    """What was said, as one reader may read it."""

    def __init__(self, minutes: Minutes, reader: Reader) -> None:
        self.reader = reader
        self.sittings_apart = {
            sitting.number for sitting in minutes.sittings if sitting_is_apart(sitting, reader)
        }

    def concern(self, concern: MinutedConcern) -> MinutedConcern:
        return replace(
            concern,
            children=their_initials(concern.children, self.reader),
            examples=tuple(
                one for one in concern.examples if not is_about_others(one[1], self.reader)
            ),
            paragraphs=self.paragraphs(concern.paragraphs),
        )

    def sections(self, sections: tuple[Section, ...]) -> tuple[Section, ...]:
        """Return the sections in which something is left; an empty one was empty before."""
        cut_ones = ((one, self.paragraphs(one.paragraphs)) for one in sections)
        return tuple(
            replace(one, paragraphs=left) for one, left in cut_ones if left or not one.paragraphs
        )

    def paragraphs(self, paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
        """Return the paragraphs that may be read. The line above a sitting's first goes on."""
        left: list[Paragraph] = []
        sitting, line = 0, ""
        for one in paragraphs:
            if one.sitting_line:
                sitting, line = one.sitting, one.sitting_line
            if not self._may_read(one):
                continue
            above = line if line and one.sitting == sitting else one.sitting_line
            children = their_initials(one.children, self.reader)
            left.append(replace(one, sitting_line=above, children=children))
            line = ""
        return tuple(left)

    def _may_read(self, one: Paragraph) -> bool:
        return (
            one.sitting not in self.sittings_apart
            and is_about_theirs(one.children, self.reader)
            and not names_somebody(one.speaker, self.reader.apart)
            and not is_about_others(one.text, self.reader)
        )
