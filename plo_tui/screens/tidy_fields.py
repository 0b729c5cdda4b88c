"""The fields of a paragraph that is tidied: its words, item, speaker, kind, and quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.legal_planning_facts import in_legal_planning
from agenda.words import EntryKind
from plo_tui.screens.meeting_rows import mentions
from plo_tui.widgets.form_fields import ChoiceField, TextField, TickField
from plo_tui.widgets.form_names import NameField
from plo_tui.widgets.item_field import ItemField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from agenda import records
    from agenda.papers import Papers

_KINDS = (
    EntryKind.NOTE,
    EntryKind.VIEW,
    EntryKind.AGREED,
    EntryKind.DISPUTED,
    EntryKind.CONSEQUENCE,
    EntryKind.DOCUMENT,
    EntryKind.ASIDE,
)
"""What a paragraph can be made in tidying; what it is already stays possible too."""


def entry_fields(papers: Papers, entry: records.Entry) -> Iterator[Widget]:
    """Give the fields of one paragraph, as it stands."""
    sheet = papers.sheet
    items = [(row.id, f"{row.position} {sheet.item(row.key).title}") for row in papers.items]
    people = [(one.key, one.label, one.initials) for one in mentions(papers)]
    advice = (EntryKind.PRIVILEGED,) if in_legal_planning(papers) else ()
    kinds = [(kind.value, kind) for kind in dict.fromkeys([*_KINDS, *advice, entry.kind])]
    speaker = entry.speaker_person_id or entry.speaker_staff_id
    if speaker and speaker not in {key for key, _, _ in people}:  # somebody who did not attend
        people.append((speaker, papers.name(entry.speaker_staff_id, entry.speaker_person_id), ""))
    yield TextField("text", "What was said", entry.text, rows=3)
    yield ItemField("item", "Item", items, entry.item_id)
    yield NameField("speaker", "Who said it", people, speaker)
    yield ChoiceField("kind", "What it is", kinds, entry.kind)
    yield TickField("verbatim", "Word for word", "printed in quotation marks", entry.verbatim)
