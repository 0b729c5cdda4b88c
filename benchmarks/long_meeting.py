"""A demo store's initial meeting, live and filled with 1,000 entries.

Run as `python -m benchmarks.long_meeting STORE`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from agenda.policy import default_policy
from agenda.records import new_key
from agenda.sheet_reading import default_sheet_text
from agenda.words import MeetingState
from plo_tui.desk import login
from plo_tui.store.connection import connect
from plo_tui.store.folder import STORE
from plo_tui.store.opening import prepare
from plo_tui.store.reading.home import read_home
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.store import Store, utc_now
from plo_tui.store.verbs.meeting import go_to_item, open_meeting
from plo_tui.store.verbs.minuting import add_entry

ENTRIES = 1_000
TALK = "The health visitor said that the stairs are clear and the children sleep in their own beds."


def fill(folder: Path) -> None:
    """Begin the first planned meeting of a store and minute 1,000 paragraphs in one item."""
    key = prepare(folder)
    connection = connect(folder / STORE, key)
    cases = read_home(connection, utc_now().date())
    me = connection.execute("SELECT id FROM staff WHERE login = ?", [login()]).fetchone()[0]
    connection.close()
    case, meeting = next(
        (case, meeting)
        for case in cases
        for meeting in case.meetings
        if meeting.state is MeetingState.PLANNED and meeting.number == 1
    )
    store = Store(folder, key)
    papers = store.read(read_papers, case.case_id)
    staff = next(row.id for row in papers.staff if row.id.hex == me)
    store.actor_id = staff
    sheet = default_sheet_text(meeting.kind.value)
    people = [person.id for person in papers.people]
    policy = default_policy().pinned()
    store.do(open_meeting, meeting.meeting_id, sheet, policy, [staff], people)
    papers = store.read(read_papers, case.case_id, meeting.meeting_id)
    item = papers.items[3]
    store.do(go_to_item, meeting.meeting_id, item.id)
    for number in range(1, ENTRIES + 1):
        said = f"{number}. {TALK}"
        store.do(add_entry, new_key(), meeting.meeting_id, item.id, said)
    store.close()


if __name__ == "__main__":
    fill(Path(sys.argv[1]))
