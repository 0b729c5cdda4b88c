"""What came of one fault: how often it was tried, what was called saved, what was lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass
class Trial:
    """One line of the table.

    Attributes:
        fault: what was done to it.
        rounds: how often.
        acknowledged: changes that were called saved.
        lost: those of them that were not there afterwards, without a word of it having been said.
        wrong: rounds in which something else stood there than had been written.
        said: each sentence that was said, and how often; the folder's name taken out of it.
    """

    fault: str
    rounds: int = 0
    acknowledged: int = 0
    lost: int = 0
    wrong: int = 0
    said: Counter[str] = field(default_factory=Counter)

    def says(self, sentence: object, folder: Path) -> None:
        """Count a sentence, without the place it was said of."""
        words = str(sentence).replace(str(folder), "FOLDER")
        self.said[words] += 1

    def expects(self, wanted: set[str], found: set[str]) -> None:
        """Count what was called saved, and what of it is not there."""
        self.acknowledged += len(wanted)
        self.lost += len(wanted - found)

    @property
    def held(self) -> bool:
        """Whether nothing was lost and nothing wrong was shown."""
        return not self.lost and not self.wrong

    def line(self) -> str:
        """The trial in a line, with what was said under it."""
        counted = f"{self.rounds:,} rounds, {self.acknowledged:,} saved, {self.lost:,} lost"
        wrong = f", {self.wrong:,} WRONG" if self.wrong else ""
        said = "".join(f"\n    {times:>6,} × {words}" for words, times in self.said.most_common())
        return f"{self.fault}: {counted}{wrong}{said}"

    def row(self) -> str:
        """The trial as a row of a Markdown table."""
        said = "<br>".join(f"“{words}” ({times:,})" for words, times in self.said.most_common())
        return (
            f"| {self.fault} | {self.rounds:,} | {self.acknowledged:,} | {self.lost:,} | "
            f"{said or 'nothing'} |"
        )
