"""Whether a file can be a template: a Word document that brings nothing along but its looks.

A template comes from outside, and every document made from it goes to a family and to court. One
that runs macros, fetches something from elsewhere, or unpacks to more than it should is refused.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from exports.problems import TemplateNotWord

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST_FILE = 30 * 1024 * 1024
_LARGEST_UNPACKED = 150 * 1024 * 1024
_LARGEST_XML = 20 * 1024 * 1024
"""Of all its XML: ten times what a large template holds; read, it takes fifteen times its size."""
_MOST_PARTS = 2_000
_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe \t\r\n"
"""The marks of UTF-8 and UTF-16, and blanks: what may stand before XML's first bracket."""

_DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_MACROS = re.compile(rb"macroEnabled|vbaProject|activeX", re.IGNORECASE)
_MACRO_PARTS = re.compile(r"vbaProject|vbaData|/activeX/", re.IGNORECASE)
_OUTSIDE = re.compile(rb"TargetMode\s*=\s*[\"']External", re.IGNORECASE)
_STRICT = b"http://purl.oclc.org/ooxml/"
_OLD_WORD = bytes.fromhex("d0cf11e0a1b11ae1")

_AS_DOCX = "Open it in Word, choose Save As and the type Word Document (.docx), and use that."


def read_template(path: Path) -> bytes:
    """Read a template and return it as the package of a Word document (`.docx`).

    Raises:
        TemplateNotWord: with why not, and what to do.
    """
    content = _content(path)
    if content.startswith(_OLD_WORD):
        raise _refused(path, "is an old Word file (.doc) or has a password", _AS_DOCX)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _check_size(path, package)
            parts = {name: package.read(name) for name in package.namelist()}
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, ValueError) as error:
        raise _refused(path, "is not a Word file", _AS_DOCX) from error
    _check_parts(path, parts)
    return _as_document(parts)


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if not path.is_file():  # a pipe or a device would be read for ever
            raise TemplateNotWord(f"The template {path} cannot be read: it is not a file.")
        if size > _LARGEST_FILE:
            raise _refused(path, "is larger than 30 MB", "Take the pictures out of it.")
        return path.read_bytes()
    except OSError as error:
        raise TemplateNotWord(
            f"The template {path} cannot be read ({error.strerror}). Check its name and folder."
        ) from error
    except ValueError as error:
        raise TemplateNotWord("That is no name for a template. Check it.") from error


def _refused(path: Path, why: str, next_step: str) -> TemplateNotWord:
    return TemplateNotWord(f"The template {path.name} {why}. {next_step}")


def _check_size(path: Path, package: zipfile.ZipFile) -> None:
    members = package.infolist()
    if len(members) > _MOST_PARTS or sum(m.file_size for m in members) > _LARGEST_UNPACKED:
        raise _refused(path, "unpacks to far more than a Word file holds", "Use another file.")
    if len({member.filename.lower() for member in members}) < len(members):
        raise _refused(path, "holds two parts of one name, so it is damaged", _AS_DOCX)
    if any(m.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for m in members):
        raise _refused(path, "is packed as no Word file is", _AS_DOCX)


def _check_parts(path: Path, parts: dict[str, bytes]) -> None:
    types = parts.get("[Content_Types].xml", b"")
    if _MACROS.search(types) or any(_MACRO_PARTS.search(name) for name in parts):
        raise _refused(path, "holds macros or controls, which are never run here", _AS_DOCX)
    if _DOCUMENT not in types and _TEMPLATE not in types:
        raise _refused(path, "is not a Word file", _AS_DOCX)
    written = {name: content for name, content in parts.items() if _is_xml(content)}
    if sum(map(len, written.values())) > _LARGEST_XML:
        raise _refused(path, "unpacks to far more than a Word file holds", "Use another file.")
    for name, content in written.items():
        if name.endswith(".rels") and _OUTSIDE.search(content):
            raise points_outside(path)
        if b"<!DOCTYPE" in content.replace(b"\0", b""):  # in UTF-16 too
            raise _refused(path, "holds declarations that no Word file has", _AS_DOCX)
    if _STRICT in parts.get("word/document.xml", b""):
        raise _refused(path, "is in the strict form of Word's format", _AS_DOCX)


def points_outside(path: Path) -> TemplateNotWord:
    """Return the refusal of a template that fetches something from elsewhere."""
    return _refused(
        path,
        "points to something outside itself (a link, a picture or another template)",
        "Remove the link in Word, then use it.",
    )


def _is_xml(content: bytes) -> bool:
    """Whether a part is XML, whatever its name says: what reads it goes by its declared type."""
    return content[:200].lstrip(_BEFORE_XML + b"\0").startswith(b"<")


def _as_document(parts: dict[str, bytes]) -> bytes:
    """Return the parts as a package again; a `.dotx` becomes the `.docx` it would open as."""
    types = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = types.replace(_TEMPLATE, _DOCUMENT)
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return package.getvalue()
