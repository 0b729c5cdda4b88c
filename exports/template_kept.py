"""What is kept of a template: looks, pictures and fonts, and nothing that fetches or runs.

The parts are looked at as they were read, not as they were written: however a link was spelt in
the file, here it is a link. Word does what the fields of a header say, so only those stay that
tell what the document itself holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from exports.problems import TemplateNotWord
from exports.template_check import points_outside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docx.opc.part import Part

_BROUGHT = frozenset(
    {
        RELATIONSHIP_TYPE.IMAGE,
        RELATIONSHIP_TYPE.FONT,
        "http://schemas.microsoft.com/office/2007/relationships/hdphoto",  # a picture's original
    }
)
"""What a kept part may bring along; a table of Excel, say, is a document of its own."""

_FIELDS = frozenset(
    {
        *("page", "numpages", "section", "sectionpages", "seq", "ref", "pageref", "styleref"),
        *("date", "time", "createdate", "savedate", "printdate", "edittime", "revnum"),
        *("title", "subject", "author", "company", "keywords", "comments", "lastsavedby", "info"),
        *("docproperty", "filename", "filesize", "template", "numwords", "numchars"),
        *("if", "eq", "symbol", "advance"),
    }
)
"""Word's fields that neither fetch anything nor run anything."""

_FETCHES = frozenset({"src", "href", "althref"})
"""Attributes of a drawing that name a picture or a page elsewhere."""


def check_kept(path: Path, document: Part) -> None:
    """Refuse a template whose kept parts fetch something, run something or hold other files.

    Args:
        path: the template, for what is said.
        document: the document's part, with only the relations that are kept.

    Raises:
        TemplateNotWord: with why not, and what to do.
    """
    seen: set[str] = set()
    waiting = [(relation, False) for relation in document.rels.values()]
    while waiting:
        relation, is_inner = waiting.pop()
        if relation.is_external:
            raise points_outside(path)
        if is_inner and relation.reltype not in _BROUGHT:
            raise TemplateNotWord(
                f"The template {path.name} holds another file in its header, footer or styles. "
                "Take it out in Word; pictures and fonts may stay."
            )
        part = relation.target_part
        if part.partname not in seen:
            seen.add(part.partname)
            waiting += [(inner, True) for inner in part.rels.values()]
            _check_part(path, part)


def _check_part(path: Path, part: Part) -> None:
    element = getattr(part, "element", None)
    if element is None and part.content_type.endswith("xml"):
        element = parse_xml(part.blob)
    if element is None:
        return
    for inner in element.iter("*"):
        named = {key.rpartition("}")[2].lower() for key in inner.attrib if not _is_relation(key)}
        if named & _FETCHES:
            raise points_outside(path)
    for field in _fields(element):
        name = field.split(maxsplit=1)[0].lower() if field.strip() else ""
        if name and name not in _FIELDS and not name.startswith("="):
            raise TemplateNotWord(
                f"The template {path.name} has a field that fetches or runs something. "
                "Take it out in Word, then use it."
            )


def _is_relation(attribute: str) -> bool:
    """Whether an attribute names one of the part's relations, which are looked at themselves."""
    return attribute.startswith(qn("r:id")[: -len("id")])


def _fields(element: Any) -> Iterator[str]:
    """Give what each field of a part says; a name may stand in several pieces."""
    open_fields: list[str] = []
    for inner in element.iter(qn("w:fldChar"), qn("w:instrText"), qn("w:fldSimple")):
        kind = inner.get(qn("w:fldCharType"))
        if inner.tag == qn("w:fldSimple"):
            yield inner.get(qn("w:instr"), "")
        elif kind == "begin":
            open_fields.append("")
        elif kind is None and inner.tag == qn("w:instrText"):
            if not open_fields:
                open_fields.append("")
            open_fields[-1] += inner.text or ""
        elif kind == "end" and open_fields:
            yield open_fields.pop()
    yield from open_fields
