"""Concluding a meeting: what is still open, the reviews' dates, and the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual import on
from textual.containers import Vertical
from textual.widgets import Button, Static

from agenda.concluding import concluding_findings
from agenda.finding import Level
from agenda.words import MeetingKind
from plo_tui.commands import bindings_for
from plo_tui.screens.conclude_words import what_comes_next, what_stops_it
from plo_tui.screens.meeting_rows import day_of
from plo_tui.screens.saying import Saying
from plo_tui.store.problems import Refused, StoreProblem
from plo_tui.store.verbs.meeting import conclude
from plo_tui.widgets.case_bar import Standing
from plo_tui.widgets.findings_list import FindingsList
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import ChoiceField, TextField
from plo_tui.widgets.shown import shown

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Click
    from textual.screen import Screen

    from agenda.finding import Finding
    from agenda.papers import Papers
    from plo_tui.desk import Desk


_WITH_DATES = (MeetingKind.INITIAL, MeetingKind.MIDWAY)
"""The kinds of meeting after which a review is agreed."""


@dataclass(frozen=True, slots=True)
class Left:
    """How the screen was left.

    Attributes:
        finding: where the meeting is to go; None where it goes nowhere.
        stopped: whether the meeting has ended, or is adjourned.
    """

    finding: Finding | None = None
    stopped: bool = False


class OpenFindings(FindingsList):
    """What is open. A click chooses a line, for a reason to be given; a second click goes there."""

    help_text = (
        "What is still open. Enter, or a click on the chosen line, goes to where it is put right. "
        "A MUST stops the end unless a reason is recorded; a SHOULD may stay open."
    )

    async def _on_click(self, event: Click) -> None:
        clicked = event.style.meta.get("option")
        if clicked is not None and clicked != self.highlighted:
            event.prevent_default()
            if not self.options[clicked].disabled:
                self.highlighted = clicked


class ConcludeScreen(Saying[Left]):
    """The end of a meeting, with everything that is open before it."""

    place = "conclude"
    BINDINGS = bindings_for("conclude")
    CSS_PATH = "conclude.tcss"
    AUTO_FOCUS = "FindingsList"

    def __init__(self, desk: Desk, papers: Papers) -> None:
        super().__init__()
        self.desk = desk
        self.papers = papers
        self.found: list[Finding] = []

    # --- drawing

    def body(self) -> ComposeResult:
        """Lay out the counts, whether the meeting did its work, the list; and what comes next."""
        with Vertical(id="open"):
            yield Static(id="counts")
            with Vertical(id="asked"):
                yield ChoiceField(
                    "effective",
                    "The meeting",
                    [
                        ("did its work", True),
                        ("could not do its work", False),
                        ("is adjourned to another day", None),
                    ],
                    help_text=(
                        "A meeting that nobody came to, or that was stopped, can always end. One "
                        "that goes on another day is adjourned: nothing is decided."
                    ),
                )
                why_not = TextField("why_not", "Why it could not")
                why_not.id = "why_not"
                yield why_not
            yield OpenFindings()
            yield Static(id="say")
        with Vertical(id="ended"):
            yield Static(id="next")
            yield Button("Go on", id="go_on")

    def on_mount(self) -> None:
        """Say whose case this is, and what is open."""
        papers = self.papers
        initials = ", ".join(child.initials for child in papers.children)
        self.standing = Standing(
            papers.case.reference, initials, papers.meeting.kind.heading, day_of(papers)
        )
        self.show()

    @property
    def effective(self) -> bool:
        """Whether the meeting is said to have done its work."""
        return bool(self._effective.value)

    @property
    def adjourns(self) -> bool:
        """Whether it is to go on another day; nothing stands in the way of that."""
        return self._effective.value is None

    @property
    def open_musts(self) -> list[Finding]:
        """What stops the end."""
        return [one for one in self.found if one.level is Level.MUST]

    def show(self) -> None:
        """Ask every rule again, and draw what is open now."""
        self.found = (
            []
            if self.adjourns
            else concluding_findings(
                self.papers, self.desk.days, self.desk.today(), effective=self.effective
            )
        )
        self._why_not.display = not self.effective and not self.adjourns
        self.query_one("#counts", Static).update(shown(self._counts()))
        listed = self.query_one(OpenFindings)
        listed.show(self.found)
        if self.found and listed.highlighted is None:
            listed.action_first()
        self.say("")
        self.refresh_bindings()

    def _counts(self) -> str:
        if self.adjourns:
            return "Nothing stands in the way: F10 asks when and where it goes on."
        levels = [one.level for one in self.found]
        counts = f"{levels.count(Level.MUST)} must, {levels.count(Level.SHOULD)} should"
        passed = sum(bool(one.passed) for one in self.found)
        reasons = f", {passed} passed by a reason" if passed else ""
        ready = "" if self.open_musts else " · the meeting can end"
        return f"Still open: {counts}{reasons}{ready}"

    @property
    def _effective(self) -> ChoiceField:
        return self.query_one(ChoiceField)

    @property
    def _why_not(self) -> TextField:
        return self.query_one(TextField)

    # --- what can be done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a reason for a `must` only, dates where there are any, and little after the end."""
        ended = self.has_class("-ended")
        chosen = self._chosen() if self.focused is self.query_one(OpenFindings) else None
        possible = {
            "go_to_finding": not ended and chosen is not None,
            "give_reason": not ended and chosen in self.open_musts,
            "agree_dates": not ended and self.papers.meeting.kind in _WITH_DATES,
            "switch_effective": not ended,
            "adjourn_instead": not ended,
            "conclude_meeting": not ended,
        }
        return possible.get(action, super().check_action(action, parameters))

    def action_go_to_finding(self) -> None:
        """Go to where the chosen finding is put right."""
        self.dismiss(Left(self._chosen()))

    @on(FindingsList.Go)
    def _go(self, event: FindingsList.Go) -> None:
        self.dismiss(Left(event.finding))

    @on(FindingsList.OptionHighlighted)
    def _other_line(self) -> None:
        self.refresh_bindings()

    def action_agree_dates(self) -> None:
        """Agree the reviews' dates."""
        from plo_tui.screens.review_dates import ReviewDatesScreen

        self._open(ReviewDatesScreen(self.desk, self.papers))

    def action_give_reason(self) -> None:
        """Record why the chosen `must` may stay open."""
        from plo_tui.screens.reason_form import ReasonForm

        if chosen := self._chosen():
            self._open(ReasonForm(self.desk, self.papers, chosen))

    def action_switch_effective(self) -> None:
        """Say that the meeting could not do its work, or that it did."""
        self._effective.value = not self.effective

    @on(FormField.Edited)
    def _said(self, event: FormField.Edited) -> None:
        self.say("")
        if event.field is self._effective:
            self.show()
            if self._why_not.display and self.focused is not self._effective.select:
                self._why_not.focus_editor()  # who goes through the choices may want the next

    def action_adjourn_instead(self) -> None:
        """Adjourn to another day in the place of ending."""
        from plo_tui.screens.adjourn_form import AdjournForm

        def adjourned(saved: bool | None) -> None:
            if saved:
                self.dismiss(Left(stopped=True))

        self.app.push_screen(AdjournForm(self.desk, self.papers), adjourned)

    async def action_conclude_meeting(self) -> None:
        """End the meeting, unless a `must` is open; or adjourn it, where that was chosen."""
        if self.adjourns:
            self.action_adjourn_instead()
            return
        self.show()
        if musts := self.open_musts:
            self.say(what_stops_it(musts))
            return
        try:
            done = await self.desk.do(
                conclude,
                self.papers.meeting.id,
                effective=self.effective,
                why_not=self._why_not.value,
            )
        except Refused as refused:
            self._refuse(refused)
            return
        except StoreProblem as problem:
            self.say(str(problem))
            return
        self.papers.take(done.changed)
        self._show_what_comes_next()

    def action_close(self) -> None:
        """Go back to the meeting; once it has ended, on to the case."""
        self.dismiss(Left(stopped=self.has_class("-ended")))

    @on(Button.Pressed, "#go_on")
    def _go_on(self) -> None:
        self.action_close()

    # --- how it is done

    def _chosen(self) -> Finding | None:
        """Return the finding under the cursor."""
        option = self.query_one(OpenFindings).highlighted_option
        at = int(option.id) if option and option.id else None
        return self.found[at] if at is not None and at < len(self.found) else None

    def _open(self, form: Screen[Any]) -> None:
        self.app.push_screen(form, lambda _result: self.show())

    def _refuse(self, refused: Refused) -> None:
        if refused.field == "why_not":
            self._why_not.refuse(str(refused))
            self._why_not.focus_editor()
        else:
            self.say(str(refused))

    def _show_what_comes_next(self) -> None:
        self.query_one("#next", Static).update(shown(what_comes_next(self.papers)))
        self.add_class("-ended")
        self.query_one("#go_on", Button).focus()
        self.refresh_bindings()
