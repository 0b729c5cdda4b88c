"""Which way things have gone: for every worry and child, only what was said is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from form_steps import beneath, into
from live_meeting import live_meeting, picture, shown
from live_review import begin_review
from until import until, until_shown

from agenda.decision_words import Trajectory
from agenda.records import new_key
from agenda.words import MeetingKind
from plo_tui.screens.risk_form import RiskForm
from plo_tui.store.verbs.concerns import add_concern
from plo_tui.store.verbs.judging import record_judgement, record_trajectory

if TYPE_CHECKING:
    from pathlib import Path

SMALL = (80, 24)


async def test_only_what_is_said_is_saved_and_nothing_typed_is_lost(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        for heading in ("Drink", "School"):
            await live.do(add_concern, live.papers.episode.id, new_key(), {"heading": heading})
        await begin_review(live)
        papers, meeting = live.papers, live.papers.meeting.id
        neglect, _abuse, drink, _school = papers.concerns
        _josie, _toby, maya = papers.children
        await live.do(record_trajectory, meeting, neglect.id, Trajectory.SAME)
        before = papers.trajectory(neglect.id)
        assert before is not None
        version = before.version
        form = RiskForm(live.desk, papers)
        async with shown(form, SMALL) as (app, pilot):
            await until_shown(pilot, "Worry 1: Neglect", "the same", "SHOULD Say how we know")
            await pilot.press("ctrl+s")
            await until_shown(pilot, "Say which way something has gone")
            await pilot.press("right", "right", "right", "tab", *"Rows")  # the first not said yet
            await into(pilot, f"evidence-{drink.id.hex}", "Two clean tests")
            await pilot.press("ctrl+s")
            await until(
                pilot, lambda: "Say first whether" in beneath(app, f"trajectory-{drink.id.hex}")
            )
            assert "Two clean tests" in picture(app)
            await pilot.press("right")
            await into(pilot, f"reasons-{maya.id.hex}")
            page = await until_shown(pilot, "Maya Carter (MC)", "How we know")
            assert "Worry 1" not in page
            await pilot.press("shift+tab", "right", "right", "right", "ctrl+s")
            await until(pilot, app.was_left)
        kept = await live.read_again()
        said = [kept.trajectory(one.id) for one in kept.concerns]
        assert [(one.trajectory, one.evidence) if one else None for one in said] == [
            (Trajectory.SAME, ""),
            (Trajectory.INCREASED, "Rows"),
            (Trajectory.REDUCED, "Two clean tests"),
            None,
        ]
        assert said[0] is not None
        assert said[0].version == version
        judged = [kept.judgement(child.id) for child in kept.children]
        assert [row.risk if row else None for row in judged] == [None, None, Trajectory.INCREASED]


async def test_a_final_review_sees_what_the_midway_one_said(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        await begin_review(live)
        child = live.papers.children[0]
        await live.do(
            record_judgement,
            live.papers.meeting.id,
            child.id,
            Trajectory.INCREASED,
            "Two incidents",
        )
        await begin_review(live, MeetingKind.FINAL)
        async with shown(RiskForm(live.desk, live.papers)) as (app, pilot):
            await until_shown(pilot, "The review before this one said: increased.")
            assert "Two incidents" not in picture(app)
