"""A Word document around its content: page, styles, header, footer, watermark, properties."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Twips

from exports.blank import blank, our_styles
from exports.page_header import set_headers
from exports.problems import TemplateNotWord
from exports.same_bytes import repack
from exports.template import fit, open_template, take_on_styles, whole
from exports.wordml import escaped, parsed

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from docx.document import Document as WordDocument

    from exports.page_marks import PageMarks

_A4_SHORT, _A4_LONG = 11906, 16838
"""A4 in twentieths of a point."""
_NARROWEST = 2835
"""Between the margins, in twentieths of a point (5 cm): our tables need as much."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What stands around a document's content.

    Attributes:
        marks: what stands on every page and in the properties.
        title: the document's title, as its properties say it.
        content: its paragraphs and tables, as WordprocessingML.
    """

    marks: PageMarks
    title: str
    content: str


def made(paper: Paper, template: Path | None) -> bytes:
    """Return the document as a file's bytes: the same for the same record and template.

    Raises:
        TemplateNotWord: where the template cannot be used.
    """
    content = parsed("body", paper.content)
    with whole(template):
        document = open_template(template) if template else Document(io.BytesIO(blank()))
        width = _set_page(document)
        ids: dict[str, str] = {}
        if template:
            _check_room(template, width)
            ids = take_on_styles(document, our_styles())
            fit(content, ids, width)
        end = document.element.body[-1]  # the section's page, which stays last
        for element in list(content):
            end.addprevious(element)
        set_headers(document, paper.marks, ids, width)
        _set_properties(document, paper)
        package = io.BytesIO()
        document.save(package)
    return repack(package.getvalue())


def _set_page(document: WordDocument) -> int:
    """Set the page to A4, the way round that it is, and return the width between its margins."""
    section = document.sections[-1]
    lying = (section.page_width or 0) > (section.page_height or 0)
    short, long = Twips(_A4_SHORT), Twips(_A4_LONG)
    section.page_width, section.page_height = (long, short) if lying else (short, long)
    margins = (section.left_margin or 0) + (section.right_margin or 0)
    return int((section.page_width - margins) / Twips(1))


def _check_room(template: Path, width: int) -> None:
    """Refuse margins between which no table of ours can stand."""
    if not _NARROWEST <= width <= _A4_LONG:
        raise TemplateNotWord(
            f"The template {template.name} leaves no room between its margins, or is wider than "
            "A4. Set its page and margins in Word, then use it."
        )


def _set_properties(document: WordDocument, paper: Paper) -> None:
    """Give the package our core properties alone: no author, and dates from the record."""
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype != RELATIONSHIP_TYPE.OFFICE_DOCUMENT:
            del package.rels[key]
    core = PackURI("/docProps/core.xml")
    part = Part(core, CONTENT_TYPE.OPC_CORE_PROPERTIES, _properties(paper), package)
    package.relate_to(part, RELATIONSHIP_TYPE.CORE_PROPERTIES)


def _properties(paper: Paper) -> bytes:
    marks = paper.marks
    subject = f"{marks.reference}, {marks.meeting}, {marks.on}"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(paper.title)}</dc:title><dc:subject>{escaped(subject)}</dc:subject>"
        f"<dc:language>en-GB</dc:language><cp:version>{escaped(marks.version)}</cp:version>"
        f"<cp:contentStatus>{escaped(marks.status)}</cp:contentStatus>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_utc(marks.made_at)}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_utc(marks.changed_at)}</dcterms:modified>'
        "</cp:coreProperties>"
    ).encode()


def _utc(instant: datetime) -> str:
    return f"{instant.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
