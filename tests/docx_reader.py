"""A second reader of Word documents: ZIP and XML alone, nothing that wrote them."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from pathlib import Path

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class WordFile:
    """A `.docx` file as XML."""

    path: Path

    @cached_property
    def parts(self) -> dict[str, bytes]:
        """Every part's bytes by its name."""
        with zipfile.ZipFile(self.path) as package:
            assert package.testzip() is None
            names = package.namelist()
            assert len(set(names)) == len(names), "a part stands twice"
            return {name: package.read(name) for name in names}

    def xml(self, name: str) -> ET.Element:
        """Return a part's root element."""
        return ET.fromstring(self.parts[name])  # noqa: S314 - a file that the test had made

    @cached_property
    def body(self) -> ET.Element:
        found = self.xml("word/document.xml").find(f"{_W}body")
        assert found is not None
        return found

    @property
    def paragraphs(self) -> list[str]:
        """The text of every paragraph, those in tables too, in reading order."""
        return [_text(paragraph) for paragraph in self.body.iter(f"{_W}p")]

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs)

    @property
    def headings(self) -> list[tuple[int, str]]:
        """Each heading's level and text; the levels are read from the styles' outline levels."""
        levels = {}
        for style in self.xml("word/styles.xml").iter(f"{_W}style"):
            outline = style.find(f"{_W}pPr/{_W}outlineLvl")
            if outline is not None:
                levels[style.get(f"{_W}styleId")] = int(outline.get(f"{_W}val", "9")) + 1
        found = []
        for paragraph in self.body.iter(f"{_W}p"):
            style_used = paragraph.find(f"{_W}pPr/{_W}pStyle")
            used = None if style_used is None else style_used.get(f"{_W}val")
            if used in levels:
                found.append((levels[used], _text(paragraph)))
        return found

    @property
    def tables(self) -> list[list[list[str]]]:
        """Each table's rows, each row's cells, each cell's text with a newline per paragraph."""
        return [
            [
                ["\n".join(_text(p) for p in cell.iter(f"{_W}p")) for cell in row.iter(f"{_W}tc")]
                for row in table.iter(f"{_W}tr")
            ]
            for table in self.body.iter(f"{_W}tbl")
        ]

    @property
    def table_elements(self) -> list[ET.Element]:
        return list(self.body.iter(f"{_W}tbl"))

    @property
    def headers(self) -> list[str]:
        """The text of each header part."""
        return self._texts_of("header")

    @property
    def footers(self) -> list[str]:
        """The text of each footer part; fields stand as `{PAGE}`."""
        return self._texts_of("footer")

    def _texts_of(self, kind: str) -> list[str]:
        names = sorted(name for name in self.parts if re.fullmatch(rf"word/{kind}\d*\.xml", name))
        return ["\n".join(_text(p) for p in self.xml(name).iter(f"{_W}p")) for name in names]

    @property
    def properties(self) -> dict[str, str]:
        """The core properties by their local names."""
        root = self.xml("docProps/core.xml")
        names = [element.tag.partition("}")[2] for element in root]
        assert len(set(names)) == len(names), "a core property stands twice"
        return {element.tag.partition("}")[2]: element.text or "" for element in root}

    def section(self, heading: str) -> str:
        """Return the text under a heading, up to the next one of its level or above."""
        found = dict(reversed([(text, level) for level, text in self.headings]))
        level = found[heading]
        lines = self.paragraphs
        start = lines.index(heading)
        ends = {text for other, text in self.headings if other <= level}
        rest = lines[start + 1 :]
        end = next((place for place, line in enumerate(rest) if line in ends), len(rest))
        return "\n".join(rest[:end])


def _text(element: ET.Element) -> str:
    if element.tag == f"{_W}fldSimple":
        return "{" + element.get(f"{_W}instr", "").strip() + "}"
    if element.tag == f"{_W}t":
        return element.text or ""
    if element.tag == f"{_W}br":
        return "\n"
    if element.tag == f"{_W}tab":
        return "" if element.get(f"{_W}pos") else "\t"
    return "".join(_text(inner) for inner in element)
