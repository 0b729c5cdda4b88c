"""What stands on every page: whose it is, which meeting and version, DRAFT or the seal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.template import fit
from exports.wordml import field, parsed, run, tab

_SHORT = 8
"""Up to how many letters a word stands large across the page."""

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from exports.page_marks import PageMarks


def set_headers(document: WordDocument, marks: PageMarks, ids: dict[str, str], width: int) -> None:
    """Put our header and footer on every kind of page, after what a template has there.

    Args:
        document: the document, with one section.
        marks: whose it is, which meeting, and where it stands.
        ids: our style ids as they are called in the template; empty in our own document.
        width: between the margins, in twentieths of a point.
    """
    section = document.sections[-1]
    pages = [(section.header, section.footer)]
    if section.different_first_page_header_footer:
        pages.append((section.first_page_header, section.first_page_footer))
    if document.settings.odd_and_even_pages_header_footer:
        pages.append((section.even_page_header, section.even_page_footer))
    for number, (header, footer) in enumerate(pages, start=1):
        mark = _watermark(number, marks.across) if marks.across else ""
        ours_at = ((header, _header(marks, width, mark)), (footer, _footer(marks, width)))
        for place, content in ours_at:
            is_new = place.is_linked_to_previous
            place.is_linked_to_previous = False
            element = place.part.element
            if is_new:
                for child in list(element):
                    element.remove(child)
            ours = parsed("hdr", content)
            if ids:
                fit(ours, ids, width)
            element.extend(list(ours))


def _header(marks: PageMarks, width: int, mark: str) -> str:
    family = run(f"{marks.reference} · {marks.initials}", bold=True)
    meeting = run(f"{marks.meeting} · {marks.on}")
    version = run(marks.stands, bold=True)
    warning = _line("PLOPageHeader", width, run(marks.warning, bold=True)) if marks.warning else ""
    kept = run("" if marks.warning else "Private and confidential")
    top = warning + _line("PLOPageHeader", width, mark, family, tab(), meeting)
    if not marks.copy_for:
        return top + _line("PLOPageHeaderLast", width, kept, tab(), version)
    return (
        top
        + _line("PLOPageHeader", width, kept, tab(), version)
        + _line("PLOPageHeaderLast", width, run(f"Copy for {marks.copy_for}", bold=True))
    )


def _footer(marks: PageMarks, width: int) -> str:
    seal = (run(f"Record sealed: {marks.seal}"),) if marks.seal else ()
    page = (run("Page "), field("PAGE"), run(" of "), field("NUMPAGES"))
    own = run(f"Fingerprint of this copy: {marks.fingerprint}") if marks.fingerprint else ""
    if own and seal:
        return _line("PLOPageHeader", width, *seal) + _line(
            "PLOPageHeader", width, own, tab(), *page
        )
    return _line("PLOPageHeader", width, *seal, own, tab(), *page)


def _line(style: str, width: int, *runs: str) -> str:
    """Return a line with one tab stop, at the right margin."""
    stop = f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{stop}</w:pPr>{"".join(runs)}</w:p>'


def _watermark(number: int, words: str) -> str:
    """Return words across the page as Word itself draws a watermark; each has a number."""
    height = 165 if len(words) <= _SHORT else 48
    style = (
        f"position:absolute;margin-left:0;margin-top:0;width:440pt;height:{height}pt;rotation:315;"
        "z-index:-251658240;mso-position-horizontal:center;"
        "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
        "mso-position-vertical-relative:margin"
    )
    return (
        "<w:r><w:rPr><w:noProof/></w:rPr><w:pict>"
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"'
        ' path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
        '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
        '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
        '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
        '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>'
        '<v:f eqn="sum @6 0 @5"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="custom"'
        ' o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
        '<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight"'
        ' xrange="6629,14971"/></v:handles><o:lock v:ext="edit" text="t" shapetype="t"/>'
        f'</v:shapetype><v:shape id="PowerPlusWaterMarkObject{number}"'
        f' o:spid="_x0000_s{2048 + number}" type="#_x0000_t136" alt="{words}" style="{style}"'
        ' o:allowincell="f" fillcolor="#d9d9d9" stroked="f"><v:fill opacity=".5"/>'
        f'<v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt" string="{words}"/>'
        "</v:shape></w:pict></w:r>"
    )
