"""Whatever stands in a template's parts, the document is written or the template refused."""

from __future__ import annotations

import io
import tempfile
import zipfile
from contextlib import suppress
from copy import deepcopy
from functools import cache
from pathlib import Path

import docx
from carter_family import DRAFT
from docx.opc.oxml import serialize_part_xml
from docx.oxml.parser import parse_xml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from exports import document
from exports.page_marks import marks_of_edition
from exports.problems import TemplateNotWord
from exports.wordml import body, run

PAPER = document.Paper(marks_of_edition(DRAFT), "Minutes", body(run("Said.")))
VALUES = ("", "x", "-1", "99999999999", "rId1", "on", "nan", "/", "../../x", "é", "External")


@cache
def whole() -> dict[str, bytes]:
    """The parts of a template that will do."""
    theirs = docx.Document()
    theirs.sections[0].header.paragraphs[0].text = "Anytown Council"
    theirs.sections[0].footer.paragraphs[0].text = "Anytown"
    package = io.BytesIO()
    theirs.save(package)
    with zipfile.ZipFile(package) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


CHANGES = st.lists(
    st.tuples(
        st.sampled_from([name for name in sorted(whole()) if name.endswith((".xml", ".rels"))]),
        st.integers(0, 5),
        st.integers(0, 10_000),
        st.sampled_from(VALUES),
    ),
    min_size=1,
    max_size=3,
)


def changed(content: bytes, deed: int, which: int, value: str) -> bytes:
    """Take away, rename, double, misspell or uproot one element of a part."""
    root = parse_xml(content)
    elements = list(root.iter("*"))
    element = elements[which % len(elements)]
    parent, names = element.getparent(), sorted(element.attrib)
    if deed == 0 and parent is not None:
        parent.remove(element)
    elif deed == 1 and names:
        del element.attrib[names[which % len(names)]]
    elif deed == 2 and names:
        element.set(names[which % len(names)], value)
    elif deed == 3:
        element.tag = "x"
    elif deed == 4:
        element.insert(0, deepcopy(element))
    elif deed == 5:
        root = element
    return bytes(serialize_part_xml(root))


def written_or_refused(template: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "template.docx")
        path.write_bytes(template)
        with suppress(TemplateNotWord):
            assert document.made(PAPER, path).startswith(b"PK")


@settings(max_examples=15)
@given(CHANGES)
@example([("word/document.xml", 1, 58, "")])  # a footer that names no part
def test_parts_that_do_not_fit_together(changes: list[tuple[str, int, int, str]]) -> None:
    parts = dict(whole())
    for name, deed, which, value in changes:
        parts[name] = changed(parts[name], deed, which, value)
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    written_or_refused(package.getvalue())


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0), st.integers(0, 255)), max_size=20), st.integers(0, 9))
def test_bytes_that_were_flipped_or_lost(flips: list[tuple[int, int]], lost: int) -> None:
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in whole().items():
            packed.writestr(name, content)
    flipped = bytearray(package.getvalue())
    for at, byte in flips:
        flipped[at % len(flipped)] = byte
    kept = len(flipped) if lost < 5 else len(flipped) * lost // 10
    written_or_refused(bytes(flipped[:kept]))
