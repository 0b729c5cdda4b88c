"""A Word document around its content: page, styles, header, footer, DRAFT, properties."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Twips

from exports.blank import blank, our_styles
from exports.page_header import set_headers
from exports.same_bytes import repack
from exports.template import fit, open_template, take_on_styles
from exports.wordml import escaped, parsed
from exports.words import long_date

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as WordDocument

    from agenda.edition import Edition

_A4_SHORT, _A4_LONG = 11906, 16838
"""A4 in twentieths of a point."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What stands around a document's content.

    Attributes:
        edition: the minutes that it is made from.
        title: the document's title, as its properties say it.
        content: its paragraphs and tables, as WordprocessingML.
    """

    edition: Edition
    title: str
    content: str


def made(paper: Paper, template: Path | None) -> bytes:
    """Return the document as a file's bytes: the same for the same record and template.

    Raises:
        TemplateNotWord: where the template cannot be used.
    """
    document = open_template(template) if template else Document(io.BytesIO(blank()))
    content = parsed("body", paper.content)
    width = _set_page(document)
    if template:
        ids = take_on_styles(document, our_styles())
        fit(content, ids, width)
    else:
        ids = {}
    end = document.element.body[-1]  # the section's page, which stays last
    for element in list(content):
        end.addprevious(element)
    set_headers(document, paper.edition, ids, width)
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
    edition, minutes = paper.edition, paper.edition.minutes
    made_on = datetime.combine(minutes.on, time(), UTC)
    changed = [given.at for given in edition.approvals] + [edition.issued_at or made_on]
    subject = f"{minutes.reference}, {minutes.kind.heading}, {long_date(minutes.on)}"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(paper.title)}</dc:title><dc:subject>{escaped(subject)}</dc:subject>"
        f"<dc:language>en-GB</dc:language><cp:version>{minutes.version}</cp:version>"
        f"<cp:contentStatus>{escaped(edition.state.in_words)}</cp:contentStatus>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_utc(made_on)}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_utc(max(changed))}</dcterms:modified>'
        "</cp:coreProperties>"
    ).encode()


def _utc(instant: datetime) -> str:
    return f"{instant.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
