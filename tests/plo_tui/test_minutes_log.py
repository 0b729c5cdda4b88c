"""The minutes' log: what it shows, what follows the newest, and what one more entry costs."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from widget_app import Posted, WidgetApp

from plo_tui.widgets import minutes_log
from plo_tui.widgets.log_row import LogRow, lay_out
from plo_tui.widgets.minutes_log import MinutesLog

if TYPE_CHECKING:
    import pytest


def row(key: int, text: str = "said", **more: object) -> LogRow:
    given = {"time": "10:38", "speaker": "", "mark": "", "text": text, **more}
    return LogRow(UUID(int=key), **given)  # type: ignore[arg-type]


def app_with(log: MinutesLog) -> WidgetApp:
    return WidgetApp(log)


async def test_a_paragraph_shows_time_speaker_mark_and_words() -> None:
    log = MinutesLog()
    app = app_with(log)
    async with app.run_test(size=(60, 10)) as pilot:
        log.show([
            row(1, "the bathroom [/b] is done \x1b[31m", speaker="Ms Carter", mark="VIEW"),
            row(2, "weekly visits", mark="AGREED", time="10:40"),
            row(3, "I want time", speaker="Mr Dean", verbatim=True, children="JC", number="7"),
        ])  # fmt: skip
        await pilot.pause()
        assert app.lines[:3] == [
            "10:38 VIEW  Ms Carter: the bathroom [/b] is done ␛[31m",
            "10:40 AGREED  weekly visits",
            "10:38 7  (JC) Mr Dean: “I want time”",
        ]


async def test_asides_and_withdrawn_paragraphs_differ_in_words() -> None:
    log = MinutesLog()
    app = app_with(log)
    async with app.run_test(size=(70, 10)) as pilot:
        log.show([row(1, "check it", mark="ASIDE"), row(2, "not so", withdrawn=True)])
        await pilot.pause()
        assert app.lines[0] == "10:38 ASIDE · may have to be disclosed  check it"
        assert app.lines[1] == "10:38 withdrawn  not so"
        struck = [seg for seg in log.render_line(1) if seg.text == "not so"]
        assert struck[0].style is not None
        assert struck[0].style.strike


async def test_long_words_wrap_under_their_own_column() -> None:
    log = MinutesLog()
    app = app_with(log)
    async with app.run_test(size=(30, 10)) as pilot:
        log.show([row(1, "the stairs are clear and the bath is clean")])
        await pilot.pause()
        assert app.lines[:2] == ["10:38 the stairs are clear", "      and the bath is clean"]
        await pilot.resize_terminal(60, 10)
        await pilot.pause()
        assert app.lines[0] == "10:38 the stairs are clear and the bath is clean"


async def test_a_very_long_paragraph_is_folded_until_enter() -> None:
    log = MinutesLog()
    app = app_with(log)
    posted = Posted(MinutesLog.Chosen)
    async with app.run_test(size=(60, 30), message_hook=posted) as pilot:
        log.show([row(1, "word " * 20_000), row(2, "after it")])
        await pilot.pause()
        assert app.lines[12].endswith("more lines, Enter opens")
        assert app.lines[13] == "10:38 after it"
        log.focus()
        await pilot.press("home", "enter")
        await pilot.pause()
        assert log.virtual_size.height > 1_500
        assert posted.messages == []
        await pilot.press("enter")
        await pilot.pause()
    assert posted.values("key") == [UUID(int=1)]


async def test_the_newest_stays_in_sight_unless_scrolled_up() -> None:
    log = MinutesLog()
    app = app_with(log)
    async with app.run_test(size=(60, 10)) as pilot:
        log.show([row(n, f"paragraph {n}") for n in range(100)])
        await pilot.pause()
        assert app.lines[-1].endswith("paragraph 99")
        log.put(row(100, "the newest"))
        await pilot.pause()
        assert app.lines[-1].endswith("the newest")
        log.scroll_to(y=20, animate=False)
        await pilot.pause()
        log.put(row(101, "newer still"))
        await pilot.pause()
        assert app.lines[0].endswith("paragraph 20")
        log.scroll_end(animate=False)
        log.put(row(102, "newest of all"))
        await pilot.pause()
        assert app.lines[-1].endswith("newest of all")


async def test_one_more_paragraph_lays_out_itself_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    log = MinutesLog()
    laid: list[LogRow] = []

    def counted(given: LogRow, width: int, opened: bool) -> object:
        laid.append(given)
        return lay_out(given, width, opened)

    async with app_with(log).run_test(size=(60, 10)) as pilot:
        log.show([row(n, "said " * 30) for n in range(1_000)])
        await pilot.pause()
        monkeypatch.setattr(minutes_log, "lay_out", counted)
        log.put(row(1_000, "one more"))
        await pilot.pause()
        log.put(row(10, "changed " * 60))
        await pilot.pause()
    assert [given.key.int for given in laid] == [1_000, 10]


async def test_a_replaced_paragraph_repaints_its_own_lines_only() -> None:
    log = MinutesLog()
    app = app_with(log)
    async with app.run_test(size=(60, 10)) as pilot:
        log.show([row(n, f"paragraph {n}") for n in range(8)])
        await pilot.pause()
        drawn: list[int] = []
        draw = log.render_line
        log.render_line = lambda y: drawn.append(y) or draw(y)  # type: ignore[method-assign,func-returns-value]
        log.put(row(3, "put right"))
        await pilot.pause()
        assert app.lines[3] == "10:38 put right"
        assert set(drawn) == {3}


async def test_a_paragraph_that_grows_or_goes_moves_those_below() -> None:
    log = MinutesLog()
    app = app_with(log)
    async with app.run_test(size=(40, 12)) as pilot:
        log.show([row(n, f"paragraph {n}") for n in range(4)])
        log.put(row(1, "now it has quite a lot more to say than before"))
        await pilot.pause()
        assert app.lines[3] == "10:38 paragraph 2"
        log.show([row(n, f"paragraph {n}") for n in (0, 2, 3)])
        await pilot.pause()
        assert app.lines[:3] == [f"10:38 paragraph {n}" for n in (0, 2, 3)]
        assert log.virtual_size.height == 3


async def test_keys_and_mouse_choose_a_paragraph() -> None:
    log = MinutesLog()
    app = app_with(log)
    posted = Posted(MinutesLog.Chosen)
    async with app.run_test(size=(60, 10), message_hook=posted) as pilot:
        log.show([row(n, f"paragraph {n}") for n in range(5)])
        log.focus()
        await pilot.press("up", "up")
        assert app.lines[3] == "10:38›paragraph 3"
        await pilot.press("enter")
        await pilot.click(MinutesLog, offset=(8, 1))
        assert log.selected == UUID(int=1)
        await pilot.click(MinutesLog, offset=(8, 1), times=2)
        await pilot.pause()
    assert posted.values("key") == [UUID(int=3), UUID(int=1)]


async def test_find_marks_and_goes_round() -> None:
    log = MinutesLog()
    app = app_with(log)
    async with app.run_test(size=(60, 10)) as pilot:
        log.show([row(n, f"paragraph {n}") for n in range(50)])
        log.put(row(5, "the Bath[room is done"))
        log.put(row(30, "a bath[room, again"))
        assert log.find("bath[room") == 2
        await pilot.pause()
        assert log.selected == UUID(int=30)
        at = next(y for y, line in enumerate(app.lines) if "again" in line)
        found = [seg for seg in log.render_line(at) if seg.text == "bath[room"]
        assert found[0].style is not None
        assert found[0].style.reverse
        log.focus()
        await pilot.press("n")
        assert log.selected == UUID(int=5)
        await pilot.press("N")
        assert log.selected == UUID(int=30)
        assert log.find("nowhere") == 0
        assert log.find("") == 0


async def test_nothing_to_show_takes_every_key() -> None:
    log = MinutesLog()
    async with app_with(log).run_test(size=(60, 10)) as pilot:
        log.focus()
        await pilot.press("up", "down", "home", "end", "enter", "n", "N")
        log.put(row(1, "first"))
        await pilot.press("up", "enter")
        assert log.selected == UUID(int=1)
