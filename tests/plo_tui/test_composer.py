"""The composer: nothing typed is ever lost, and names and words complete as typed."""

from __future__ import annotations

from uuid import UUID

import pytest
from textual import events
from textual.containers import Vertical
from textual.widgets import Input, Static
from widget_app import Posted, WidgetApp

from plo_tui.widgets.completion import CompletionList, completions
from plo_tui.widgets.composer import Composer
from plo_tui.widgets.naming import Mention

PEOPLE = (
    Mention(UUID(int=1), "Ms Carter", "LC"),
    Mention(UUID(int=2), "Sam Park", "SP"),
)


class ComposerApp(WidgetApp):
    """A composer with room above it, and somewhere else to go."""

    CSS = "#above { height: 12; }"

    def __init__(self) -> None:
        self.composer = Composer()
        super().__init__(Vertical(Static(id="above"), self.composer, Input()))

    def on_mount(self) -> None:
        self.composer.set_people(PEOPLE)
        self.composer.focus()


async def test_enter_submits_and_the_text_stays_until_it_is_saved() -> None:
    app = ComposerApp()
    posted = Posted(Composer.Submitted)
    async with app.run_test(message_hook=posted) as pilot:
        await pilot.press(*"done", "enter")
        assert posted.values("text") == ["done"]
        assert app.composer.text == "done"
        app.composer.saved()
        assert app.composer.text == ""
        await pilot.press("enter", "space", "enter")
        assert posted.values("text") == ["done"]


async def test_a_refused_paragraph_stays_with_the_reason_beside_it() -> None:
    app = ComposerApp()
    posted = Posted(Composer.Submitted)
    async with app.run_test(message_hook=posted) as pilot:
        await pilot.press(*"done", "enter")
        app.composer.refused("NOT SAVED [/b]: the disk is full.")
        await pilot.pause()
        assert "NOT SAVED [/b]: the disk is full." in app.text
        assert app.composer.text == "done"
        await pilot.press("!", "enter")
        await pilot.pause()
        assert "NOT SAVED" not in app.text
        assert posted.values("text") == ["done", "done!"]


async def test_what_is_typed_while_saving_is_the_next_paragraph() -> None:
    app = ComposerApp()
    posted = Posted(Composer.Submitted)
    async with app.run_test(message_hook=posted) as pilot:
        await pilot.press(*"one", "enter", *"two", "enter", *"thr")
        assert posted.values("text") == ["one"]
        app.composer.saved()
        await pilot.pause()
        assert posted.values("text") == ["one", "two"]
        assert app.composer.text == "two\nthr"
        app.composer.saved()
        await pilot.press(*"ee", "enter")
        assert posted.values("text") == ["one", "two", "three"]


async def test_a_refusal_gives_back_everything_typed_since() -> None:
    app = ComposerApp()
    async with app.run_test() as pilot:
        await pilot.press(*"one", "enter", *"two", "enter")
        app.composer.refused("NOT SAVED")
        assert app.composer.text == "one\ntwo"
        app.composer.saved()
        assert app.composer.text == "one\ntwo"


async def test_a_change_to_what_is_being_saved_is_kept() -> None:
    app = ComposerApp()
    async with app.run_test() as pilot:
        await pilot.press(*"one", "enter", "backspace")
        app.composer.saved()
        assert app.composer.text == "on"


async def typed_at_once(app: ComposerApp, text: str) -> None:
    """Put all of it, and Enter, in the queue before the composer handles a letter."""
    keys = [events.Key(character, character) for character in text]
    for key in [*keys, events.Key("enter", "\r")]:
        app.composer.post_message(key)


async def test_enter_behind_fast_letters_leaves_nothing_called_unsaved() -> None:
    app = ComposerApp()
    posted = Posted(Composer.Submitted, Composer.Typing, Composer.Unsaved)
    async with app.run_test(message_hook=posted) as pilot:
        await typed_at_once(app, "done")
        await pilot.pause()
        app.composer.saved()
        app.composer.keep_now()
        await pilot.pause()
        assert [type(one) for one in posted.messages] == [Composer.Submitted]


async def test_a_word_typed_faster_than_the_list_follows_is_submitted_as_typed() -> None:
    app = ComposerApp()
    posted = Posted(Composer.Submitted)
    async with app.run_test(message_hook=posted) as pilot:
        await pilot.press("/")
        await typed_at_once(app, "next")
        await pilot.pause()
        assert posted.values("text") == ["/next"]


@pytest.mark.parametrize("key", ["alt+enter", "ctrl+j"])
async def test_a_new_line_does_not_submit(key: str) -> None:
    app = ComposerApp()
    posted = Posted(Composer.Submitted)
    async with app.run_test(message_hook=posted) as pilot:
        await pilot.press("a", key, "b")
        assert app.composer.text == "a\nb"
    assert posted.messages == []


@pytest.mark.parametrize("pasted", ["one\ntwo [/b]\nthree", "x" * 100_000], ids=["lines", "long"])
async def test_a_paste_stays_one_paragraph(pasted: str) -> None:
    app = ComposerApp()
    posted = Posted(Composer.Submitted)
    async with app.run_test(message_hook=posted) as pilot:
        app.post_message(events.Paste(pasted))
        await pilot.pause()
        await pilot.press("enter")
        app.composer.refused("Too long")
        assert app.composer.text == pasted
    assert posted.values("text") == [pasted]


async def test_unfinished_text_is_kept_300_ms_after_its_first_key(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = ComposerApp()
    posted = Posted(Composer.Unsaved)
    async with app.run_test(message_hook=posted) as pilot:
        waits: list[float] = []
        due = []

        def set_timer(delay: float, then: object) -> object:
            waits.append(delay)
            due.append(then)
            return type("Stopped", (), {"stop": lambda _self: None})()

        monkeypatch.setattr(app.composer, "set_timer", set_timer)
        await pilot.press(*"abc")
        assert len(waits) == 1
        assert waits[0] < 0.3
        due[0]()  # type: ignore[operator]
        await pilot.press("d")
        assert len(waits) == 2
    assert posted.values("text")[0] == "abc"
    assert posted.values("cursor")[0] == (0, 3)


async def test_leaving_keeps_at_once_and_a_saved_paragraph_is_not_kept_again() -> None:
    app = ComposerApp()
    posted = Posted(Composer.Unsaved)
    async with app.run_test(message_hook=posted) as pilot:
        await pilot.press(*"half")
        app.query_one(Input).focus()
        await pilot.pause()
        assert posted.values("text")[-1] == "half"
        app.composer.focus()
        await pilot.press("enter")
        app.composer.saved()
        count = len(posted.messages)
        app.composer.keep_now()
        await pilot.pause()
        assert len(posted.messages) == count


async def test_restored_text_has_its_cursor_and_is_not_kept_again() -> None:
    app = ComposerApp()
    posted = Posted(Composer.Unsaved)
    async with app.run_test(message_hook=posted) as pilot:
        app.composer.restore("one\ntwo", (1, 2))
        await pilot.pause()
        app.composer.keep_now()
        await pilot.pause()
        assert posted.messages == []
        await pilot.press("X")
        assert app.composer.text == "one\ntwXo"


async def test_the_speaker_stands_on_the_border_and_changes_as_typed() -> None:
    app = ComposerApp()
    async with app.run_test() as pilot:
        app.composer.set_speaker("Sam Park")
        await pilot.pause()
        assert "Sam Park ▸" in app.text
        await pilot.press(*"lc:")
        await pilot.pause()
        assert "Ms Carter ▸" in app.text
        await pilot.press("backspace")
        await pilot.pause()
        assert "Sam Park ▸" in app.text


async def test_a_slash_opens_the_list_above_and_tab_accepts() -> None:
    app = ComposerApp()
    async with app.run_test() as pilot:
        await pilot.press(*"/ag")
        await pilot.pause()
        top = next(y for y, line in enumerate(app.lines) if "Minute what is agreed." in line)
        assert top < app.composer.region.y
        await pilot.press("tab")
        await pilot.pause()
        assert app.composer.text == "/agreed "
        assert "Minute what is agreed." not in app.text
        assert app.focused is app.composer


async def test_down_chooses_and_enter_accepts_without_saving() -> None:
    app = ComposerApp()
    posted = Posted(Composer.Submitted)
    async with app.run_test(message_hook=posted) as pilot:
        await pilot.press(*"/ag", "down", "enter")
        assert app.composer.text == "/agreement "
        assert posted.messages == []


async def test_a_whole_word_is_saved_by_one_enter() -> None:
    app = ComposerApp()
    posted = Posted(Composer.Submitted)
    async with app.run_test(message_hook=posted) as pilot:
        await pilot.press(*"/next", "enter")
        app.composer.saved()
        await pilot.press(*"/left @lc", "enter")
    assert posted.values("text") == ["/next", "/left @lc"]


async def test_escape_closes_the_list_for_this_word() -> None:
    app = ComposerApp()
    async with app.run_test() as pilot:
        await pilot.press(*"/a", "escape", "g")
        await pilot.pause()
        assert not app.query_one(CompletionList).is_open
        await pilot.press("space", "@")
        assert app.query_one(CompletionList).is_open


async def test_at_completes_anyone_present_inside_a_sentence() -> None:
    app = ComposerApp()
    async with app.run_test() as pilot:
        await pilot.press(*"/agreed visit by @car")
        await pilot.pause()
        assert "@Ms Carter" in app.text
        await pilot.press("tab", *"on")
        assert app.composer.text == "/agreed visit by @Ms Carter on"


async def test_a_click_in_the_list_accepts() -> None:
    app = ComposerApp()
    async with app.run_test() as pilot:
        await pilot.press(*"/ag")
        await pilot.pause()
        await pilot.click(CompletionList, offset=(4, 2))
        await pilot.pause()
        assert app.composer.text == "/agreement "
        assert app.focused is app.composer


def test_completion_looks_only_at_the_end_of_a_long_line() -> None:
    assert completions("x" * 100_000 + " @sp", False, PEOPLE)[1][0].insert == "@Sam Park "
    assert completions("/agreed", False, PEOPLE) == (0, ())
    assert completions("mail@sp", True, PEOPLE) == (0, ())
