"""The pack from the command line: who is given what, and every copy in one folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plo_tui.cli import DONE
from plo_tui.cli.at_desk import desk_of
from plo_tui.cli.cases import DEMO
from plo_tui.cli.open_store import meeting_of, opened
from plo_tui.cli.printing import say

if TYPE_CHECKING:
    from argparse import Namespace


def pack(asked: Namespace) -> int:
    """List each recipient of a meeting's documents; write the whole pack where a folder is named.

    Raises:
        StoreProblem, CannotWrite, TemplateNotWord: as `make_pack` raises them; nothing is left.
    """
    from agenda.entitled import undecided_words, waiting_for_legal
    from agenda.pack import envelope_lines, envelopes_of
    from plo_tui.pack_documents import PackLook
    from plo_tui.packing import make_pack
    from plo_tui.store.reading.edition import edition_of
    from plo_tui.store.reading.papers import read_papers

    desk = desk_of(asked)
    with opened(desk) as store:
        case = store.case(asked.case)
        meeting = meeting_of(case, asked.meeting)
        papers = store.read(read_papers, case.case_id, meeting.meeting_id, desk.policy)
        edition = edition_of(papers)
        told = [f"{case.reference}, meeting {meeting.number}: {edition.stands}"]
        for envelope in envelopes_of(papers, edition):
            name, *facts = envelope_lines(envelope)
            told += ["", name, *(f"  {fact}" for fact in facts)]
        for person in waiting_for_legal(papers):
            told += ["", person.known_as, f"  {undecided_words(papers, person)}"]
        if asked.to:
            template = asked.template or desk.settings.template
            look = PackLook(desk.today(), desk.policy, template, asked.draft)
            files = make_pack(store, papers, edition, look, asked.to)
            told += ["", f"Written: {len(files)} documents in {asked.to}"]
        else:
            told += ["", "Nothing was written. To write it: plo-tui pack CASE --to FOLDER"]
        say([DEMO, *told] if store.demo else told)
    return DONE
