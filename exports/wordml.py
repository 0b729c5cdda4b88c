"""Words as WordprocessingML: runs, paragraphs, headings and tables, as text that is parsed once.

Whatever comes in is text: markup in it is escaped, newlines and tabs become Word's own. Building
strings and parsing them once costs a fraction of making each element through python-docx.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docx.oxml.parser import parse_xml

from agenda.direction import with_closed_marks
from agenda.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
TEXT_WIDTH = 9638
"""Between the margins of our A4 page, in twentieths of a point (2 cm each side)."""

# A narrow cell of more characters is about a page tall: its row must be free to break.
_LONGEST_WHOLE_CELL = 1_000
_TAGS = re.compile("<[^>]*>")

_TABLE_HEADING = "PLOTableHeading"


def run(text: str, *, bold: bool = False, style: str = "") -> str:
    """Return text as one run; nothing for an empty text."""
    if not text:
        return ""
    looks = (f'<w:rStyle w:val="{style}"/>' if style else "") + ("<w:b/><w:bCs/>" if bold else "")
    words = escaped(text)
    if "\n" in words or "\t" in words:
        words = words.replace("\n", _between("<w:br/>")).replace("\t", _between("<w:tab/>"))
    looks = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{words}</w:t></w:r>'


def quiet(text: str) -> str:
    """Return text as a run in the quieter colour."""
    return run(text, style="PLOQuiet")


def tab() -> str:
    """Return a tab."""
    return "<w:r><w:tab/></w:r>"


def field(instruction: str) -> str:
    """Return a field that Word works out itself, such as `PAGE`."""
    return f'<w:fldSimple w:instr=" {instruction} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def paragraph(style: str, *runs: str) -> str:
    """Return a paragraph in a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


def heading(level: int, text: str) -> str:
    """Return a real heading, level 1 or 2."""
    return paragraph(f"Heading{level}", run(text))


def body(*runs: str) -> str:
    """Return a paragraph of plain text."""
    return paragraph("Normal", *runs)


def lead_in(text: str) -> str:
    """Return words that stay with the list or table they lead into."""
    return paragraph("PLOLeadIn", run(text, bold=True))


def labelled(label: str, text: str, style: str = "Normal") -> str:
    """Return `Label: text` with the label in bold; nothing for an empty text."""
    return paragraph(style, run(f"{label}: ", bold=True), run(text)) if text else ""


def points(texts: Iterable[str], style: str = "PLOPoint") -> str:
    """Return texts as a list with bullets."""
    return "".join(paragraph(style, run("•"), tab(), run(text)) for text in texts)


def lettered(texts: Iterable[str], style: str) -> str:
    """Return the parts of a line, lettered a, b, c."""
    return "".join(
        paragraph(style, run(f"{_letter(place)}."), tab(), run(text))
        for place, text in enumerate(texts)
    )


def cell(*texts: str, style: str = "PLOTableText") -> str:
    """Return a cell's paragraphs, one for each text that is not empty."""
    return "".join(paragraph(style, run(text)) for text in texts if text)


def table(
    title: str,
    description: str,
    columns: Sequence[tuple[str, int]],
    rows: Iterable[Sequence[str]],
    heading_style: str = _TABLE_HEADING,
) -> str:
    """Return a table with a heading row that repeats on every page.

    Args:
        title: the table's name for those who cannot see it.
        description: what it holds, for the same.
        columns: each column's heading and its share of the width; shares are of any scale.
        rows: each row's cells, as paragraphs; an empty cell is given an empty paragraph.
        heading_style: the style of the heading row.
    """
    widths = _widths([share for _, share in columns])
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="E9EEF4"/>'
    headings = [paragraph(heading_style, run(word, bold=True)) for word, _ in columns]
    lines = [_row(headings, widths, "<w:cantSplit/><w:tblHeader/>", shade)]
    for cells in rows:
        whole = all(len(plain(content)) < _LONGEST_WHOLE_CELL for content in cells)
        lines.append(_row(cells, widths, "<w:cantSplit/>" if whole else "", ""))
    return (
        f"<w:tbl>{_table_looks(title, description)}<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}"
        f"</w:tbl>{paragraph('PLOTableGap')}"
    )


def facts(
    title: str,
    description: str,
    rows: Iterable[tuple[str, str]],
    heading_style: str = _TABLE_HEADING,
) -> str:
    """Return a table of names and values, without a heading row; empty values are left out.

    Args:
        title: the table's name for those who cannot see it.
        description: what it holds, for the same.
        rows: each name as text, and its value as paragraphs.
        heading_style: the style of the names.
    """
    widths = _widths([24, 76])
    bold = heading_style != _TABLE_HEADING  # that style is bold by itself
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = [
        _row([paragraph(heading_style, run(name, bold=bold)), value], widths, "<w:cantSplit/>", "")
        for name, value in rows
        if value
    ]
    return (
        f"<w:tbl>{_table_looks(title, description)}<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}"
        f"</w:tbl>{paragraph('PLOTableGap')}"
    )


def escaped(text: str) -> str:
    """Return text as it stands in XML, inside an attribute's quotation marks too."""
    plain = with_closed_marks(clean(text)).replace("&", "&amp;").replace("<", "&lt;")
    return plain.replace(">", "&gt;").replace('"', "&quot;")


def plain(content: str) -> str:
    """Return what stands in WordprocessingML without its tags, near enough to measure it."""
    return _TAGS.sub("", content)


def parsed(tag: str, content: str) -> Any:
    """Return the element `w:tag` with WordprocessingML in it."""
    return parse_xml(f"<w:{tag} {_NAMESPACES}>{content}</w:{tag}>")


def _between(mark: str) -> str:
    return f'</w:t>{mark}<w:t xml:space="preserve">'


def _letter(place: int) -> str:
    return chr(ord("a") + place) if place < 26 else f"a{place - 25}"


def _widths(shares: Sequence[int]) -> list[int]:
    """Return widths that fill the text's width to the last twentieth of a point."""
    widths = [TEXT_WIDTH * share // sum(shares) for share in shares]
    widths[-1] += TEXT_WIDTH - sum(widths)
    return widths


def _table_looks(title: str, description: str) -> str:
    return (
        f'<w:tblPr><w:tblStyle w:val="PLOTable"/><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0"'
        ' w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escaped(title)}"/>'
        f'<w:tblDescription w:val="{escaped(description)}"/></w:tblPr>'
    )


def _row(cells: Sequence[str], widths: Sequence[int], looks: str, shade: str) -> str:
    properties = f"<w:trPr>{looks}</w:trPr>" if looks else ""
    boxes = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
        f"{content or paragraph('PLOTableText')}</w:tc>"
        for content, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr>{properties}{boxes}</w:tr>"
