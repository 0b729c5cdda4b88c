"""The Carters' letter before proceedings, begun badly, and put right by verbs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from agenda.letter_wording import default_wording, starting_words
from agenda.letter_words import LetterKind
from agenda.records import LetterDraft, new_key
from agenda.words import LineKind, StaffRole
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs.concerns import add_example, change_concern
from plo_tui.store.verbs.help_given import add_help_given
from plo_tui.store.verbs.letters import begin_letter, change_letter
from plo_tui.store.verbs.planning import add_line
from plo_tui.store.verbs.staff import add_staff, change_telephone

if TYPE_CHECKING:
    from uuid import UUID

    from form_steps import Carter

    from agenda.papers import Papers
    from plo_tui.desk import Desk

BAD = "We commenced this prior to [DATE]."
FIRST = LetterKind.BEFORE_PROCEEDINGS
LAWYER = "Lee Hart"


async def begun(desk: Desk, carter: Carter, words: dict[str, str] | None = None) -> UUID:
    """Begin the mother's letter; with bad words and nothing else where none are given."""
    key = new_key()
    said = {"opening": BAD} if words is None else words
    await desk.do(begin_letter, carter.episode, key, FIRST, carter.mother, None, said)
    return key


async def read(desk: Desk, carter: Carter) -> Papers:
    return await desk.read(read_papers, carter.case, None, desk.policy, desk.today())


async def good(desk: Desk, carter: Carter) -> UUID:
    """A letter in which nothing must be put right, and our solicitor among the staff."""
    papers = await read(desk, carter)
    words = starting_words(default_wording(), papers, FIRST, carter.mother)
    key = await begun(desk, carter, words)
    await desk.do(add_staff, new_key(), LAWYER, StaffRole.LAWYER)
    assert papers.case.social_worker_id
    await desk.do(change_telephone, papers.case.social_worker_id, "020 7946 0000")
    for concern in papers.concerns:
        said = "Josie and Leo were seen to be sad. Josie told us."
        await desk.do(change_concern, concern.id, concern.version, {"summary": said})
        await desk.do(add_example, concern.id, date(2026, 11, 3), "Josie cried at school.")
    await desk.do(
        add_line,
        carter.episode,
        new_key(),
        {
            "kind": LineKind.BOTTOM_LINE,
            "what": "Josie and Leo are never left alone",
            "consequence": "We ask our lawyers that day",
        },
    )
    await desk.do(
        add_help_given, carter.episode, new_key(), {"what": "A course", "on": date(2009, 5, 1)}
    )
    draft = (await read(desk, carter)).find("LetterDraft", key)
    assert isinstance(draft, LetterDraft)
    await desk.do(change_letter, key, draft.version, {"on": date(2027, 1, 4)})
    return key
