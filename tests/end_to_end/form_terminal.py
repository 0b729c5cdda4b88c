"""A terminal whose user fills in forms: from field to field, by their labels."""

from __future__ import annotations

import re

from terminal import Terminal

LABEL_AT, LABEL_WIDTH = 8, 22
"""A form's labels begin left of this cell, and are this wide."""

MOST_TABS = 60
"""More fields than any form has."""

_BOX = re.compile(r"\[[ ✓]\]")
"""A box to tick: each takes a Tab to pass."""


class FormTerminal(Terminal):
    """A running command, whose forms are filled in with the keyboard alone."""

    def wait_for_field(self, label: str) -> None:
        """Wait until the cursor is in the field of this label."""
        self.wait_until(lambda: self._here() == [label], f"the cursor is not in {label!r}")

    def go_to_field(self, label: str) -> None:
        """Press Tab until the cursor is in the field of this label, round the form if need be."""
        self.wait_until(lambda: len(self._here()) == 1, f"no field has the cursor: {self._here()}")
        for _ in range(MOST_TABS):
            if (before := self._here()) == [label]:
                return
            boxes = len(_BOX.findall(self._row(before[0])))
            self.press(*["Tab"] * max(boxes, 1))
            self.wait_until(
                lambda before=before: len(self._here()) == 1 and self._here() != before,  # type: ignore[misc]
                f"Tab did not leave {before}",
            )
        raise AssertionError(f"Tab comes to no field called {label!r}:\n{self.text}")

    def fill(self, label: str, text: str) -> None:
        """Type words in an empty field."""
        self.go_to_field(label)
        self.type(text)
        self.wait_until(lambda: self._stands(label, text), f"{text!r} is not in {label!r}")

    def fill_secret(self, label: str, secret: str) -> None:
        """Type words in an empty field that shows dots."""
        self.go_to_field(label)
        self.type(secret)
        dots = "•" * len(secret)
        self.wait_until(lambda: self._row(label).rstrip().endswith(dots), f"no dots in {label!r}")

    def refill(self, label: str, text: str) -> None:
        """Type words in the place of the line that stands in a field."""
        self.go_to_field(label)
        before = self._row(label)
        self.press("End", "ctrl+u")
        self.wait_until(lambda: self._row(label) != before, f"{label!r} was not emptied")
        self.fill(label, text)

    def choose(self, label: str, wanted: str, by: str = "Right") -> None:
        """Go through a closed choice with the right or left key until it says what is wanted."""
        self.go_to_field(label)
        while self._choice(label) != wanted:
            before = self._choice(label)
            self.press(by)
            self.wait_until(
                lambda before=before: self._choice(label) != before,  # type: ignore[misc]
                f"{label!r} has no choice {wanted!r} that way",
            )

    def save_form(self, title: str) -> None:
        """Save a form, and wait until it has gone."""
        self.press("ctrl+s")
        self.wait_until_gone(title)

    def save_and_add_another(self) -> None:
        """Save a form, and wait until it is there again, empty."""
        self.press("ctrl+n")
        self.wait_for("Saved. Here is the next one")

    # --- how it is done

    def _row_of(self, label: str) -> int | None:
        """The line on which a form shows a label."""
        for row, line in enumerate(self._drawn):
            if line.lstrip().startswith(label) and 0 < len(line) - len(line.lstrip()) <= LABEL_AT:
                return row
        return None

    def _row(self, label: str) -> str:
        row = self._row_of(label)
        return "" if row is None else self._drawn[row]

    def _choice(self, label: str) -> str:
        """What a closed choice says, without its label and the sign that it opens."""
        return self._row(label).strip().removeprefix(label).strip(" ▼▲")

    def _stands(self, label: str, text: str) -> bool:
        """Whether the end of what was typed stands in the field, wherever its lines are broken."""
        row = self._row_of(label)
        if row is None:
            return False
        return _solid(text)[-20:] in _solid("".join(self._drawn[row : row + 8]))

    def _here(self) -> list[str]:
        """The labels that are marked: one, once a step from field to field is drawn."""
        found = []
        for row, line in enumerate(self._drawn):
            grounds = [self._screen.buffer[row][column].bg for column in range(LABEL_AT + 1)]
            starts = [at for at, ground in enumerate(grounds) if ground != grounds[0]]
            if starts:
                found.append(line[starts[0] : starts[0] + LABEL_WIDTH].strip())
        return found


def _solid(text: str) -> str:
    """A text without its blanks."""
    return "".join(text.split())
