"""An authority's own template: its styles, its header and footer, and nothing else of it."""

from __future__ import annotations

import copy
import io
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.exceptions import PythonDocxError
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.exceptions import XmlchemyError
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml

from exports.problems import TemplateNotWord
from exports.template_check import read_template
from exports.template_kept import check_kept
from exports.wordml import TEXT_WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docx.document import Document as WordDocument

_LOOKS = frozenset(
    getattr(RELATIONSHIP_TYPE, name)
    for name in (
        "STYLES",
        "SETTINGS",
        "WEB_SETTINGS",
        "FONT_TABLE",
        "THEME",
        "NUMBERING",
        "HEADER",
        "FOOTER",
        "FOOTNOTES",
        "ENDNOTES",
    )
)
"""What is kept of a template's parts: comments, authors, data and pictures of its text are not."""

_TRIPPED = (LookupError, ValueError, TypeError, AttributeError, SyntaxError, ArithmeticError)
_IS_STYLE_NAME = ("basedOn", "next", "link")
_USES_STYLE = ("pStyle", "rStyle", "tblStyle")


def open_template(path: Path) -> WordDocument:
    """Open a template as an empty document with its last section's page, header and footer.

    Raises:
        TemplateNotWord: with why not, and what to do; `whole` says so of one that is damaged.
    """
    document = Document(io.BytesIO(read_template(path)))
    _empty(document)
    check_kept(path, document.part)
    return document


@contextmanager
def whole(path: Path | None) -> Iterator[None]:
    """Say of whatever python-docx trips over in a template that the template is damaged.

    Its parts are read piece by piece, some only as the document is saved; each missing or
    misshapen one is another kind of error.

    Args:
        path: the template; None where the document is our own, and every error is.

    Raises:
        TemplateNotWord: with what to do.
    """
    try:
        yield
    except (*_TRIPPED, PythonDocxError, OpcError, XmlchemyError) as error:
        if path is None:
            raise
        raise TemplateNotWord(
            f"The template {path.name} is damaged: Word's parts in it do not fit together. "
            "Open it in Word, save it again and use that."
        ) from error


def take_on_styles(document: WordDocument, ours: bytes) -> dict[str, str]:
    """Give a template the styles it lacks, and set its language to British English.

    Args:
        document: the opened template.
        ours: our own styles, as the XML of a styles part.

    Returns:
        For each of our style ids, the id that it goes by in this template.
    """
    styles = document.styles.element
    theirs = {_name(style): style.get(qn("w:styleId")) for style in styles.findall(qn("w:style"))}
    taken = set(theirs.values())
    ids: dict[str, str] = {}
    lacking = []
    for style in parse_xml(ours).findall(qn("w:style")):
        own = style.get(qn("w:styleId"))
        known = theirs.get(_name(style))
        ids[own] = known or (own if own not in taken else f"{own}PLO")
        if known is None:
            lacking.append(style)
    for style in lacking:
        style.set(qn("w:styleId"), ids[style.get(qn("w:styleId"))])
        style.attrib.pop(qn("w:default"), None)
        for tag in _IS_STYLE_NAME:
            for reference in style.findall(qn(f"w:{tag}")):
                reference.set(qn("w:val"), ids[reference.get(qn("w:val"))])
        styles.append(style)
    _in_british_english(styles)
    return ids


def fit(body: Any, ids: dict[str, str], width: int) -> None:
    """Make what was written in our styles and width wear the template's.

    Args:
        body: the parsed content.
        ids: what `take_on_styles` returned.
        width: between the template's margins, in twentieths of a point.
    """
    for tag in _USES_STYLE:
        for use in body.iter(qn(f"w:{tag}")):
            use.set(qn("w:val"), ids[use.get(qn("w:val"))])
    for tag in ("tblW", "gridCol", "tcW"):
        for measure in body.iter(qn(f"w:{tag}")):
            measure.set(qn("w:w"), str(int(measure.get(qn("w:w"))) * width // TEXT_WIDTH))


def _empty(document: WordDocument) -> None:
    """Take the template's text out, with every part that only its text needed."""
    body = document.element.body
    sections = list(body.iter(qn("w:sectPr")))
    last = copy.deepcopy(sections[-1]) if sections else parse_xml(_NO_SECTION)
    _inherit_headers(last, sections)
    for child in list(body):
        body.remove(child)
    body.append(last)
    part = document.part
    kept = {
        use.get(qn("r:id")) for use in last.iter(qn("w:headerReference"), qn("w:footerReference"))
    }
    for key, relation in list(part.rels.items()):
        shown = relation.reltype in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
        if relation.reltype not in _LOOKS or (shown and key not in kept):
            del part.rels[key]


_NO_SECTION = '<w:sectPr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'


def _inherit_headers(last: Any, sections: list[Any]) -> None:
    """Give the last section the headers and footers it takes from those before it."""
    for tag in ("w:footerReference", "w:headerReference"):
        shown = {
            use.get(qn("w:type")): use for section in sections for use in section.findall(qn(tag))
        }
        for own in last.findall(qn(tag)):
            last.remove(own)
        for use in reversed(shown.values()):
            last.insert(0, copy.deepcopy(use))


def _name(style: Any) -> tuple[str, str]:
    name = style.find(qn("w:name"))
    called = "" if name is None else name.get(qn("w:val"), "")
    kind = style.get(qn("w:type"), "paragraph")
    # Every template has one default style of each type, whatever it is called.
    is_default = style.get(qn("w:default")) in ("1", "true", "on")
    return kind, "default" if is_default else called.lower()


def _in_british_english(styles: Any) -> None:
    """Set every language of the styles, and the language that they start from."""
    looks = styles
    for tag in ("w:docDefaults", "w:rPrDefault", "w:rPr"):
        inner = looks.find(qn(tag))
        if inner is None:
            inner = OxmlElement(tag)
            looks.insert(0, inner)
        looks = inner
    if looks.find(qn("w:lang")) is None:
        looks.append(OxmlElement("w:lang"))
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
