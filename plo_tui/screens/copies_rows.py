"""From the papers to the rows of the safe copies. No row holds a withheld word."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from agenda.day_names import day_text
from agenda.entitled import waiting_for_legal, why_entitled
from agenda.pack import envelope_lines
from agenda.recipients import recipients_of
from agenda.safety import detail_words, whose_words
from agenda.withheld_words import without
from plo_tui.widgets.record_list import RecordRow

if TYPE_CHECKING:
    from agenda.papers import Papers
    from plo_tui.screens.copies_reading import Copies


def recipient_rows(papers: Papers, copies: Copies | None) -> list[RecordRow]:
    """Return who gets what of the latest meeting, by which way, and what their copy leaves out."""
    if copies is None:
        rows = [
            RecordRow("-", one.name, (one.route, "once a meeting is concluded"))
            for one in recipients_of(papers)
            if one.reader
        ]
        return [RecordRow("", "WHO WILL GET A COPY"), *(rows or [_NONE])]
    family, ours = [], []
    for number, envelope in enumerate(copies.envelopes):
        name, *facts = envelope_lines(envelope)
        if envelope.recipient.is_ours:
            ours.append(RecordRow("-", name, tuple(facts)))
        else:
            family.append(RecordRow("Envelope", name, tuple(facts), UUID(int=number)))
    waiting = [
        RecordRow("-", person.known_as, ("gets no copy yet", why_entitled(papers, person)))
        for person in waiting_for_legal(papers)
    ]
    edition = copies.edition
    title = f"{edition.minutes.kind.heading.upper()}, VERSION {edition.minutes.version}"
    return [RecordRow("", f"{title} · {edition.stands}"), *family, *waiting, *ours]


_NONE = RecordRow("-", "none yet")


def safety_rows(papers: Papers) -> list[RecordRow]:
    """Return the details withheld, and who must not meet."""
    withheld = [
        RecordRow(
            "Withheld",
            f"{whose_words(papers, detail)}: {detail_words(papers, detail)}",
            (f"why: {without(detail.why, (detail.words,))}" if detail.why else "",),
            detail.id,
        )
        for detail in papers.withheld
    ]
    apart = [
        RecordRow(
            "KeptApart",
            f"{papers.name(None, row.person_id)} and {papers.name(None, row.other_id)}",
            (f"since {day_text(row.since)}" if row.since else "", row.why),
            row.id,
        )
        for row in papers.kept_apart
    ]
    return [
        RecordRow("", "WITHHELD"),
        *(withheld or [_NONE]),
        RecordRow("", "MUST NOT MEET"),
        *(apart or [_NONE]),
    ]
