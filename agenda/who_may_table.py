"""The table of who may do what, as `docs/permissions.md` prints it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from agenda.stages import Stage
from agenda.steps import Whose
from agenda.who_may import ROWS

if TYPE_CHECKING:
    from agenda.steps import Row

_NAMED = {"chair": "…", "name": "…", "role": "…", "consultee": "…", "forum": "…"}
"""What stands in the guide for a name that only a meeting knows."""


def who_may_table() -> str:
    """Return who may take each step in each stage, as Markdown."""
    lines = [f"| step | {' | '.join(Stage)} |", "|---" * (len(Stage) + 1) + "|"]
    lines += [f"| {row.title} | {' | '.join(_cells(row))} |" for row in ROWS.values()]
    return "\n".join(lines)


def refusals_table() -> str:
    """Return what is said where a step may not be taken, as Markdown."""
    lines = ["| step | where | what plo-tui says |", "|---|---|---|"]
    for row in ROWS.values():
        said = defaultdict(list)
        for stage, sentence in row.closed.items():
            said[sentence].append(str(stage))
        told = [(", ".join(stages), sentence) for sentence, stages in said.items()]
        told += [(whom, sentence) for whom, sentence in _to_others(row) if sentence]
        lines += [f"| {row.title} | {where} | {sentence} |" for where, sentence in told]
    return "\n".join(lines)


def reasons_table() -> str:
    """Return why each step is as it is, with its source, as Markdown."""
    lines = ["| step | why | recorded on behalf | source |", "|---|---|---|---|"]
    lines += [
        f"| {row.title} | {row.why} | {row.on_behalf} | {row.source} |" for row in ROWS.values()
    ]
    return "\n".join(lines)


def _cells(row: Row) -> list[str]:
    whose = f"{row.whose} \\*" if row.on_behalf and row.whose is not Whose.ANYONE else row.whose
    return [
        "–" if stage in row.never else "" if stage in row.closed else str(whose) for stage in Stage
    ]


def _to_others(row: Row) -> list[tuple[str, str]]:
    return [
        ("to anybody else", row.others.format(**_NAMED)),
        ("where no chair is named", row.no_chair),
        ("to the chair", row.chair_too),
    ]
