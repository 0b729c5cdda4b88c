"""The verb that puts one wording in the place of another, in many texts of a case at once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from agenda.replacing import FREE_TEXT
from plo_tui.store.problems import Changed, Refused
from plo_tui.store.reading.free_text import read_free_text
from plo_tui.store.verbs.words import within_length

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from plo_tui.store.work import Work


def replace_words(
    work: Work, case_id: UUID, changes: Sequence[tuple[str, UUID, str, str, str]]
) -> None:
    """Change texts of a case in one step, so that one undo takes all of it back.

    Args:
        work: the transaction.
        case_id: the case.
        changes: for each text the record's kind, its key, the field, the text as it was when it
            was shown, and the new text.

    Raises:
        Changed: where somebody changed one of the texts since.
        Refused: where one of them is not there to be changed, as in approved minutes.
    """
    work.case_id = case_id
    texts = {(type(row).__name__, row.id): row for row in read_free_text(work.session, case_id)}
    new_texts: defaultdict[tuple[str, UUID], dict[str, str]] = defaultdict(dict)
    for kind, key, field, old, new in changes:
        row = texts.get((kind, key))
        if row is None or field not in FREE_TEXT[kind]:
            raise Refused(
                "One of these texts is approved or withdrawn since, so nothing was changed. "
                "Escape, then look again."
            )
        if getattr(row, field) != old:
            raise Changed(
                "Someone changed one of these texts since, so nothing was changed. "
                "Escape, then look again."
            )
        new_texts[kind, key][field] = new
    for place, values in new_texts.items():
        within_length(values)
        work.change(type(texts[place]), place[1], None, **values)
