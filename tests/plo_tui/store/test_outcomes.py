"""What a review finds of a line: a row of its own, and nothing approved changes by it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from opened_store import made_at, prepare

from agenda.minutes import fingerprint, freeze
from agenda.minuting import minutes_of
from agenda.records import new_key
from agenda.sheet_reading import default_sheet_text
from agenda.words import ApprovalRole, HelpCame, LineKind, LineOutcome, LineState, MeetingKind
from plo_tui.store.connection import connect
from plo_tui.store.folder import STORE
from plo_tui.store.opening import SCHEMA
from plo_tui.store.problems import Refused
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.undoing import undo
from plo_tui.store.verbs import meeting, planning, progress, signing

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from made_store import House

    from agenda.papers import Papers


def begin_review(made: House) -> UUID:
    """Conclude the initial meeting, have the chair approve it, and open its midway review."""
    made.conclude()
    made.store.actor_id = made.keys.chair
    made.store.do(
        signing.approve,
        made.keys.meeting,
        ApprovalRole.CHAIR,
        made.keys.chair,
        made.edition().fingerprint,
    )
    made.clock.now = datetime(2027, 2, 23, 10, 0, tzinfo=UTC)
    review, kind = new_key(), MeetingKind.MIDWAY
    policy = made.papers().meeting.policy_text
    made.store.do(meeting.plan_meeting, made.keys.episode, review, kind, {})
    made.store.do(meeting.open_meeting, review, default_sheet_text(kind), policy, [], [])
    return review


def papers_of(made: House, review: UUID) -> Papers:
    return made.store.read(read_papers, made.keys.case, review)


def test_an_outcome_is_said_again_and_taken_back(made: House) -> None:
    review = begin_review(made)
    say, line = progress.record_outcome, made.keys.line
    made.store.do(say, line, review, LineOutcome.PARTLY, why="\x1b[31mNo time")
    made.store.do(
        say, line, review, LineOutcome.DONE, evidence="Seen", help_came=HelpCame.LATE, help_note="!"
    )
    [found] = papers_of(made, review).progress(line)
    assert (found.outcome, found.evidence, found.why) == (LineOutcome.DONE, "Seen", "")
    assert (found.help_came, found.help_note) == (HelpCame.LATE, "!")
    assert found.on == date(2027, 2, 23)
    made.store.do(undo, made.keys.case)
    [found] = papers_of(made, review).progress(line)
    assert (found.outcome, found.why) == (LineOutcome.PARTLY, "␛[31mNo time")


def test_what_was_approved_before_stays_byte_for_byte(made: House) -> None:
    review = begin_review(made)
    before = made.edition()
    made.store.do(progress.record_outcome, made.keys.line, review, LineOutcome.DONE)
    assert made.edition().fingerprint == before.fingerprint
    assert freeze(made.edition().minutes) == freeze(before.minutes)
    [line] = minutes_of(papers_of(made, review), 1).plan
    assert line.outcome is not None
    assert made.edition().minutes.plan[0].outcome is None


def test_outcomes_are_a_reviews_and_of_lines_that_stand(made: House) -> None:
    say, line = progress.record_outcome, made.keys.line
    with pytest.raises(Refused, match="this is the initial meeting"):
        made.store.do(say, line, made.keys.meeting, LineOutcome.DONE)
    review = begin_review(made)
    made.store.do(planning.decide_line, line, review, LineState.DROPPED)
    with pytest.raises(Refused, match="was dropped"):
        made.store.do(say, line, review, LineOutcome.DONE)
    made.store.do(planning.decide_line, line, review, LineState.AGREED)
    with pytest.raises(Refused, match="100,"):
        made.store.do(say, line, review, LineOutcome.DONE, evidence="x" * 100_001)


def test_approved_minutes_of_a_review_close_its_outcomes(made: House) -> None:
    review = begin_review(made)
    made.store.do(progress.record_outcome, made.keys.line, review, LineOutcome.DONE)
    made.store.do(meeting.conclude, review, effective=True)
    made.store.do(meeting.change_meeting, review, 3, {"chair_id": made.keys.chair})
    seen = freeze(minutes_of(papers_of(made, review), 1))

    made.store.do(signing.approve, review, ApprovalRole.CHAIR, made.keys.chair, fingerprint(seen))
    with pytest.raises(Refused, match="Begin a new version"):
        made.store.do(progress.record_outcome, made.keys.line, review, LineOutcome.PARTLY)


def test_a_line_added_in_a_review_says_so(made: House) -> None:
    review, line = begin_review(made), new_key()
    made.store.do(
        planning.add_line,
        made.keys.episode,
        line,
        {"what": "More", "kind": LineKind.ACTION},
        meeting_id=review,
    )
    added = {row.id: row.added_in for row in papers_of(made, review).plan}
    assert added == {made.keys.line: None, line: review}


def test_a_store_from_before_outcomes_keeps_its_lines_and_their_checks(tmp_path: Path) -> None:
    key = made_at(tmp_path, "0001")
    plain = connect(tmp_path / STORE, key)
    plain.execute(
        "INSERT INTO 'case' (id, version, reference) VALUES (?, 1, 'PLO-2027-001')", ("c" * 32,)
    )
    plain.execute(
        "INSERT INTO preproceedings (id, version, case_id, forum) VALUES (?, 1, ?, '')",
        ("b" * 32, "c" * 32),
    )
    facts = {
        "id": "a" * 32, "version": 1, "episode_id": "b" * 32, "number": 1, "kind": LineKind.ACTION,
        "what": "Clear the stairs", "helper": "", "support": "", "measure": "",
        "child_benefit": "", "rhythm": "", "consequence": "", "contingency": "",
        "state": "agreed", "drafted_as": "",
    }  # fmt: skip
    names, marks = ", ".join(facts), ", ".join("?" * len(facts))
    plain.execute(f"INSERT INTO planline ({names}) VALUES ({marks})", tuple(facts.values()))  # noqa: S608
    plain.commit()
    plain.close()
    prepare(tmp_path)
    plain = connect(tmp_path / STORE, key)
    assert plain.execute("SELECT what, added_in FROM planline").fetchall() == [
        ("Clear the stairs", None)
    ]
    assert plain.execute("SELECT version_num FROM alembic_version").fetchone() == (SCHEMA,)
    table = plain.execute("SELECT sql FROM sqlite_master WHERE name = 'planline'").fetchone()[0]
    assert "one_owner" in table
    plain.close()
