"""Everything that can be read in a file: its words, its names, what Word keeps out of sight."""

from __future__ import annotations

import html
import io
import re
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ZIP = b"PK\x03\x04"
_BREAKS = re.compile(r"</w:(?:p|tc|tr)>|<w:(?:br|tab|cr)\b[^>]*>|</(?!w:)[^>]*>")
"""Where one text ends and another begins; between any other two tags the word goes on."""
_TAG = re.compile(r"<[^>]*>")
_SAID_IN_TAG = re.compile(
    r'<w:tbl(?:Caption|Description)\b[^>]*\bw:val="([^"]*)"'
    r'|\b(?:alt|string|descr|title|name)="([^"]*)"'
)
"""Words that stand in a tag: what a table is called, what is read aloud of a picture."""


def texts_of(made: str | bytes) -> Iterator[str]:
    """Give every text that stands in something made: of a package, each member and its name.

    Args:
        made: a text, or a file's bytes.
    """
    if isinstance(made, str):
        yield made
        return
    if not made.startswith(_ZIP):
        yield made.decode(errors="replace")
        return
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        yield package.comment.decode(errors="replace")
        for name in package.namelist():
            yield name
            yield from _texts_of_member(package.read(name))


def _texts_of_member(content: bytes) -> Iterator[str]:
    text = content.decode(errors="replace")
    if not text.lstrip("\ufeff").startswith("<"):
        yield text
        return
    for found in _SAID_IN_TAG.finditer(text):
        yield html.unescape(found[1] or found[2] or "")
    yield html.unescape(_TAG.sub("", _BREAKS.sub("\n", text)))
