"""A bare python-docx document: the floor that the minutes' export is measured against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx import Document

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def write(paragraphs: Sequence[str], tables: Sequence[Sequence[Sequence[str]]], file: Path) -> None:
    """Write `paragraphs`, then `tables` (rows of equally many cells), with no style of our own."""
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    for table in tables:
        grid = document.add_table(rows=len(table), cols=len(table[0]))
        for row, texts in zip(grid.rows, table, strict=True):
            # `row.cells` once a row: `grid.cell(r, c)` builds every cell at each call.
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    document.save(str(file))
