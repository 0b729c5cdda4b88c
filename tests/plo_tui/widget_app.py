"""A bare app around the widgets under test: what stands on its screen, what they posted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.message import Message
    from textual.widget import Widget


class WidgetApp(App[None]):
    """Shows some widgets one above the other."""

    def __init__(self, *widgets: Widget) -> None:
        super().__init__()
        self._shown_widgets = widgets

    def compose(self) -> ComposeResult:
        yield from self._shown_widgets

    @property
    def lines(self) -> list[str]:
        """The screen as its reader sees it, a string a row."""
        rows = self.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in rows]

    @property
    def text(self) -> str:
        """The whole screen in one string."""
        return "\n".join(self.lines)


class Posted:
    """Hands to `run_test(message_hook=…)`: keeps the messages of some kinds, once each."""

    def __init__(self, *kinds: type[Message]) -> None:
        self._kinds = kinds
        self.messages: list[Message] = []

    def __call__(self, message: Message) -> None:
        seen = any(kept is message for kept in self.messages)
        if isinstance(message, self._kinds) and not seen:
            self.messages.append(message)

    def values(self, name: str) -> list[object]:
        """One attribute of every message kept, in order."""
        return [getattr(message, name) for message in self.messages]
