"""The first line of every screen: whose case this is, and whether all of it is saved."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from plo_tui.widgets.shown import plain, shorten

if TYPE_CHECKING:
    from datetime import date, time

DEMO_MARK = "DEMO — fictional families"
_BETWEEN = " · "


class Kept(StrEnum):
    """Whether what was typed is in the store."""

    NOTHING = ""
    """Nothing can be typed here."""
    SAVED = "saved"
    SAVING = "saving"
    NOT_SAVED = "NOT SAVED"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the user stands: the guard against writing in the wrong family's case.

    Attributes:
        reference: the case's reference; the place's name where no case is open.
        initials: the children's initials, such as `JC, LC, MC`.
        meeting: its kind, such as `Initial meeting`.
        day: the meeting's date, or the one it is planned for.
        elapsed: how long a running meeting has lasted, such as `● 00:42`.
        sitting: which sitting of the meeting it is, such as `with Ms Carter`; empty where it has
            only one, with everybody.
    """

    reference: str = ""
    initials: str = ""
    meeting: str = ""
    day: date | None = None
    elapsed: str = ""
    sitting: str = ""


class CaseBar(Widget):
    """Reference, children's initials, meeting and date; saved state and the demo's mark.

    Where room is short the date goes first, then the time running, then the meeting; whom a
    sitting is with stays longest. The reference, the initials, the saved state and the demo's
    mark always stand.
    """

    DEFAULT_CSS = """
    CaseBar {
        dock: top;
        height: 1;
        padding: 0 1;
        background: $panel;
        color: $foreground;
    }
    CaseBar > .case-bar--case { text-style: bold; }
    CaseBar > .case-bar--not-saved { color: $error; text-style: bold reverse; }
    CaseBar > .case-bar--demo { color: $warning; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "case-bar--case",
        "case-bar--not-saved",
        "case-bar--demo",
    }

    standing: reactive[Standing] = reactive(Standing())
    kept: reactive[Kept] = reactive(Kept.NOTHING)
    kept_at: reactive[time | None] = reactive(None)
    """When it was last saved, as London's clock shows it."""
    demo: reactive[bool] = reactive(default=False)

    def render(self) -> Content:
        """The line, for the width the terminal has now."""
        right = self._right()
        width = self.content_size.width
        room = width - (right.cell_length + len(_BETWEEN) if right else 0)
        left = self._left(room)
        gap = max(width - left.cell_length - right.cell_length, 0)
        return Content.assemble(left, " " * gap, right)

    def _left(self, room: int) -> Content:
        """Whose case it is, in as many words as have room."""
        here = self.standing
        day = f"{here.day:%a} {here.day.day} {here.day:%b %Y}" if here.day else ""
        beside = cell_len(plain(_BETWEEN + here.initials)) if here.initials else 0
        case = _joined(shorten(here.reference, max(room - beside, 1)), here.initials)
        rest = ""
        for rest in (
            _joined(here.meeting, here.sitting, day, here.elapsed),
            _joined(here.meeting, here.sitting, here.elapsed),
            _joined(here.sitting, here.elapsed) if here.sitting else here.meeting,
            here.sitting,
            "",
        ):
            if cell_len(plain(_joined(case, rest))) <= room:
                break
        bold = self.get_visual_style("case-bar--case", partial=True)
        shown_case = Content.styled(shorten(case, room), bold)
        return Content.assemble(shown_case, _BETWEEN + shorten(rest, room)) if rest else shown_case

    def _right(self) -> Content:
        """The saved state and the demo's mark."""
        parts: list[Content] = []
        if self.kept is Kept.NOT_SAVED:
            style = self.get_visual_style("case-bar--not-saved", partial=True)
            parts.append(Content.styled(self.kept.value, style))
        elif self.kept is Kept.SAVED and self.kept_at is not None:
            parts.append(Content(f"{self.kept.value} {self.kept_at:%H:%M:%S}"))
        elif self.kept is not Kept.NOTHING:
            parts.append(Content(self.kept.value))
        if self.demo:
            style = self.get_visual_style("case-bar--demo", partial=True)
            parts.append(Content.styled(DEMO_MARK, style))
        return Content(_BETWEEN).join(parts)


def _joined(*parts: str) -> str:
    return _BETWEEN.join(part for part in parts if part)
