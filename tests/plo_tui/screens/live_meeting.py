"""The demo's Carters in their initial meeting on 12 January 2027, and one screen over it."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING, Any

from opened_store import PASSPHRASE, prepare
from textual import events
from textual.app import App

from agenda.policy import default_policy
from agenda.policy_sections import Shielding
from agenda.words import MeetingKind
from plo_tui.commands import bindings_for
from plo_tui.demo import carter
from plo_tui.demo.author import Author
from plo_tui.demo.staff import add_staff
from plo_tui.desk import Desk, login
from plo_tui.settings import Settings
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.store import Store
from plo_tui.store.verbs import meeting as meeting_verbs
from plo_tui.themes import use_theme

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.pilot import Pilot
    from textual.screen import Screen

    from agenda.papers import Papers
    from agenda.records import Person

TEN = datetime(2027, 1, 12, 10, 0, tzinfo=UTC)
SIZE = (100, 40)


class Live:
    """A desk and the papers of the running meeting, whose clock the test sets."""

    def __init__(self, folder: Path) -> None:
        self.now = TEN
        self.desk = Desk(folder, Settings(), clock=lambda: self.now, secret=PASSPHRASE)
        # A screen that shields itself would hide what the other tests look at.
        self.desk.policy = replace(default_policy(), shield=Shielding(False, 0))
        self.papers: Papers

    async def begin(self) -> None:
        """Open the meeting with both parents, their solicitor, the social worker and the chair."""
        desk = self.desk
        await desk.open()
        case = (await desk.home())[0].case_id
        papers = await desk.read(read_papers, case, None, desk.policy)
        meeting = papers.meetings[0]
        await desk.do(
            meeting_verbs.open_meeting,
            meeting.id,
            desk.sheet_text(MeetingKind.INITIAL),
            desk.policy.pinned(),
            [key for key in (papers.case.chair_id, papers.case.social_worker_id) if key],
            [person.id for person in papers.people if person.known_as in INVITED],
        )
        self.papers = await desk.read(read_papers, case, meeting.id, desk.policy)

    def later(self, minutes: int) -> None:
        """Let time pass."""
        self.now += timedelta(minutes=minutes)

    def person(self, known_as: str) -> Person:
        """Return somebody by the name of the minutes."""
        return next(one for one in self.papers.people if one.known_as == known_as)

    async def do(self, verb: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
        """Do a verb, and put what it changed in the papers."""
        done = await self.desk.do(verb, *args, **kwargs)
        self.papers.take(done.changed)

    async def read_again(self) -> Papers:
        """Return the papers as the store has them, whatever the screen holds."""
        papers = self.papers
        return await self.desk.read(
            read_papers, papers.case_id, papers.meeting_id, self.desk.policy
        )


INVITED = ("Ms Carter", "Mr Carter", "Ms Shah")


class OneScreen(App[None]):
    """Nothing but the screen under test; what it was left with stands in `left`."""

    COMMANDS = set()  # noqa: RUF012 - as Textual declares it
    BINDINGS = bindings_for("app")

    def __init__(self, screen: Screen[Any]) -> None:
        super().__init__()
        use_theme(self, "dark")
        self.first = screen
        self.left: Any = "still open"

    def on_mount(self) -> None:
        self.push_screen(self.first, self._was_left)

    def _was_left(self, result: Any) -> None:
        self.left = result

    def was_left(self) -> bool:
        """Whether the screen has been left."""
        return bool(self.left != "still open")


@asynccontextmanager
async def live_meeting(folder: Path) -> AsyncIterator[Live]:
    """Begin the meeting in a store of its own, a copy of one that is made once a run."""
    live = Live(Path(copytree(_carters(folder.parent), folder / "store")))
    await live.begin()
    try:
        yield live
    finally:
        live.desk.close()


def _carters(folder: Path) -> Path:
    made = folder / "the carters before their meeting"
    if not made.exists():
        store = Store(made, prepare(made))
        author = Author(store, TEN)
        carter.write(author, add_staff(author, login()))
        store.close()
    return made


@asynccontextmanager
async def shown(
    screen: Screen[Any], size: tuple[int, int] = SIZE, *, notifications: bool = False
) -> AsyncIterator[tuple[OneScreen, Pilot[None]]]:
    """Show a screen over nothing; with the notices that come and go, where they are asked for."""
    app = OneScreen(screen)
    async with app.run_test(size=size, notifications=notifications) as pilot:
        await pilot.pause()
        yield app, pilot


async def write(pilot: Pilot[None], text: str) -> None:
    """Put a text where the cursor is, all at once."""
    await pilot.pause()  # a focus that was asked for is given first
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


def picture(app: App[Any]) -> str:
    """The whole terminal as it is drawn now."""
    strips = app.screen._compositor.render_strips(app.size)
    return "\n".join("".join(part.text for part in strip) for strip in strips)
