"""An authority's own template lends its looks, and brings nothing else along."""

from __future__ import annotations

import io
import os
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from carter_family import APPROVED, DRAFT
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.shared import Cm, Pt
from docx_reader import WordFile
from openxml_audit import OpenXmlValidator

from exports.family_plan import write_family_plan
from exports.minutes import write_minutes
from exports.problems import TemplateNotWord

if TYPE_CHECKING:
    from collections.abc import Callable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT = b"wordprocessingml.document.main+xml"


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A template with its own font, margins, header, sample text and author."""
    document = docx.Document()
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name != "Normal Table":
            style.delete()
    document.core_properties.author = "Somebody Else"
    document.styles["Normal"].font.name = "Georgia"
    document.styles["Normal"].font.size = Pt(12)
    document.styles.add_style("PLOMinute", WD_STYLE_TYPE.PARAGRAPH).name = "Theirs"
    document.add_paragraph("Delete this sample text")
    section = document.sections[0]
    section.left_margin = section.right_margin = Cm(3)
    section.header.paragraphs[0].text = "Anytown Council"
    section.footer.paragraphs[0].text = "Anytown, the friendly town"
    path = tmp_path / "anytown.docx"
    document.save(str(path))
    return path


def made_from(template: Path) -> WordFile:
    to = template.with_name("minutes.docx")
    write_minutes(DRAFT, to, template=template, draft=True)
    return WordFile(to)


def edited(template: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """Change the parts of a template, and write it again."""
    with zipfile.ZipFile(template) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    with zipfile.ZipFile(template, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return template


def test_its_header_and_footer_stand_before_ours(template: Path) -> None:
    document = made_from(template)
    [header] = document.headers
    assert header.startswith("Anytown Council\nPLO-2026-014 · JC, LC, BC")
    [footer] = document.footers
    assert footer == "Anytown, the friendly town\n\tPage {PAGE} of {NUMPAGES}"
    assert b'string="DRAFT"' in document.parts["word/header1.xml"]


def test_its_styles_are_used_and_those_it_lacks_are_added(template: Path) -> None:
    document = made_from(template)
    styles = document.parts["word/styles.xml"]
    assert b"Georgia" in styles
    assert styles.count(b'w:val="heading 1"') == styles.lower().count(b'w:val="heading 1"') == 1
    assert (1, "The plan") in document.headings
    # Its style has our style's id, so ours goes by another; both are there.
    ours = document.parts["word/document.xml"].count(b'<w:pStyle w:val="PLOMinutePLO"/>')
    assert ours == 29
    result = OpenXmlValidator().validate(document.path)
    assert [str(error) for error in result.errors] == []


def test_headings_are_added_where_it_has_none(template: Path) -> None:
    def without_headings(parts: dict[str, bytes]) -> None:
        styles = parts["word/styles.xml"].decode()
        pattern = r'<w:style [^>]*w:styleId="Heading[12]".*?</w:style>'
        parts["word/styles.xml"] = re.sub(pattern, "", styles, flags=re.DOTALL).encode()

    assert (1, "The plan") in made_from(edited(template, without_headings)).headings


def test_its_text_author_and_stale_parts_are_left_behind(template: Path) -> None:
    document = made_from(template)
    everything = b"".join(document.parts.values())
    assert b"Delete this sample text" not in everything
    assert b"Somebody Else" not in everything
    assert not any("stylesWithEffects" in name or "thumbnail" in name for name in document.parts)


def test_its_margins_are_kept_on_a4_and_the_tables_fit_them(template: Path) -> None:
    document = made_from(template)
    size = document.body.find(f"{W}sectPr/{W}pgSz")
    assert size is not None
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    width = 11906 - 2 * 1701
    for table in document.table_elements:
        grid = [int(column.get(f"{W}w", 0)) for column in table.iter(f"{W}gridCol")]
        assert width - 10 <= sum(grid) <= width
        for row in table.iter(f"{W}tr"):
            assert [int(cell.get(f"{W}w", 0)) for cell in row.iter(f"{W}tcW")] == grid


def test_first_and_even_pages_carry_our_header_too(tmp_path: Path) -> None:
    source = docx.Document()
    source.sections[0].different_first_page_header_footer = True
    source.sections[0].first_page_header.paragraphs[0].text = "First"
    source.settings.odd_and_even_pages_header_footer = True
    source.save(str(tmp_path / "anytown.docx"))
    document = made_from(tmp_path / "anytown.docx")
    assert len(document.headers) == 3
    assert all("PLO-2026-014" in header for header in document.headers)
    assert all("{NUMPAGES}" in footer for footer in document.footers)
    marks = b"".join(document.parts[name] for name in document.parts if "header" in name)
    assert len(set(re.findall(rb"PowerPlusWaterMarkObject\d", marks))) == 3


def test_the_header_of_an_earlier_section_is_inherited(tmp_path: Path) -> None:
    source = docx.Document()
    source.sections[0].header.paragraphs[0].text = "Anytown Council"
    source.add_section()
    source.save(str(tmp_path / "anytown.docx"))
    assert made_from(tmp_path / "anytown.docx").headers[0].startswith("Anytown Council")


def test_language_is_british_in_any_template(template: Path) -> None:
    languages = made_from(template).xml("word/styles.xml").iter(f"{W}lang")
    assert {language.get(f"{W}val") for language in languages} == {"en-GB"}


def test_a_dotx_is_taken_as_the_document_it_would_open_as(template: Path) -> None:
    def as_template(parts: dict[str, bytes]) -> None:
        types = parts["[Content_Types].xml"]
        parts["[Content_Types].xml"] = types.replace(
            DOCUMENT, DOCUMENT.replace(b"document", b"template", 1)
        )

    document = made_from(edited(template, as_template))
    assert b"template.main+xml" not in document.parts["[Content_Types].xml"]


def test_the_family_plan_wears_it_as_well(template: Path) -> None:
    to = template.with_name("plan.docx")
    write_family_plan(APPROVED, to, template=template)
    assert WordFile(to).headers[0].startswith("Anytown Council")


def test_the_same_template_gives_the_same_bytes(template: Path) -> None:
    assert made_from(template).path.read_bytes() == made_from(template).path.read_bytes()


def refused(template: Path, reason: str) -> None:
    to = template.with_name("minutes.docx")
    with pytest.raises(TemplateNotWord, match=reason):
        write_minutes(APPROVED, to, template=template)
    assert not to.exists()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is not a Word file"),
        (b"plain text", "is not a Word file"),
        (b"PK\x03\x04 and then nothing", "is not a Word file"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "old Word file"),
    ],
    ids=["empty", "text", "cut", "doc"],
)
def test_what_is_not_word_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "template.docx"
    path.write_bytes(content)
    refused(path, reason)


def test_a_missing_template_and_a_folder_are_refused(tmp_path: Path) -> None:
    refused(tmp_path / "none.docx", "cannot be read")
    (tmp_path / "folder").mkdir()
    refused(tmp_path / "folder", "cannot be read")


def test_another_zip_file_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "book.docx", "w") as package:
        package.writestr("[Content_Types].xml", "spreadsheetml.sheet.main+xml")
    refused(tmp_path / "book.docx", "is not a Word file")


def add_macro(parts: dict[str, bytes]) -> None:
    parts["word/vbaProject.bin"] = b"macro"


def call_itself_docm(parts: dict[str, bytes]) -> None:
    types = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = types.replace(
        b"application/vnd.openxmlformats-officedocument." + DOCUMENT,
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )


def point_outside(parts: dict[str, bytes]) -> None:
    relation = b'<Relationship Id="rId99" TargetMode="External" Target="https://example.org/x.dotm"'
    kind = b' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/x"/>'
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", relation + kind + b"</Relationships>")


def spell_it_out(parts: dict[str, bytes]) -> None:
    relation = f'<Relationship Id="rId1" Type="{RT.IMAGE}" Target="https://example.org/x.png"'
    bring(parts, f'{relation} TargetMode="&#69;xternal"/>')


def embed_a_table(parts: dict[str, bytes]) -> None:
    relation = f'<Relationship Id="rId1" Type="{RT.OLE_OBJECT}" Target="embeddings/a.bin"/>'
    bring(parts, relation)
    parts["word/embeddings/a.bin"] = b"a table"
    types = parts["[Content_Types].xml"]
    kind = b'<Default Extension="bin" ContentType="application/vnd.ms-excel"/></Types>'
    parts["[Content_Types].xml"] = types.replace(b"</Types>", kind)


def bring(parts: dict[str, bytes], relation: str) -> None:
    """Let the header bring something along."""
    name = f"word/_rels/{header_of(parts).removeprefix('word/')}.rels"
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts[name] = f'<Relationships xmlns="{space}">{relation}</Relationships>'.encode()


def header_of(parts: dict[str, bytes]) -> str:
    return next(name for name in parts if re.fullmatch(r"word/header\d\.xml", name))


def in_header(parts: dict[str, bytes], *pieces: str) -> None:
    """Put a field into the header, its words in pieces as Word may leave them."""
    words = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    name = header_of(parts)
    field = f"<w:p>{begin}{words}{end}</w:p></w:hdr>".encode()
    parts[name] = parts[name].replace(b"</w:hdr>", field)


def run_a_program(parts: dict[str, bytes]) -> None:
    in_header(parts, " DDE", "AUTO cmd ", '"/k calc" ')


def fetch_by_field(parts: dict[str, bytes]) -> None:
    name = header_of(parts)
    field = b'<w:p><w:fldSimple w:instr=" IncludePicture https://example.org/x "/></w:p></w:hdr>'
    parts[name] = parts[name].replace(b"</w:hdr>", field)


def build_a_field(parts: dict[str, bytes]) -> None:
    in_header(parts, " QUOTE 68 68 69 ")


def draw_from_outside(parts: dict[str, bytes]) -> None:
    name = header_of(parts)
    drawing = (
        b'<w:p><w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml">'
        b'<v:imagedata src="https://example.org/x.png"/></v:rect></w:pict></w:r></w:p></w:hdr>'
    )
    parts[name] = parts[name].replace(b"</w:hdr>", drawing)


def swell(parts: dict[str, bytes]) -> None:
    parts["word/media/image1.bin"] = bytes(160 * 1024 * 1024)


def swell_in_words(parts: dict[str, bytes]) -> None:
    """Twenty-one megabytes of styles, which would take a minute and gigabytes to read."""
    styles = parts["word/styles.xml"]
    more = b"<w:style/>" * 2_200_000
    parts["word/styles.xml"] = styles.replace(b"</w:styles>", more + b"</w:styles>")


def multiply(parts: dict[str, bytes]) -> None:
    parts.update({f"word/media/{number}.bin": b"" for number in range(2_001)})


def declare(parts: dict[str, bytes]) -> None:
    parts["word/styles.xml"] = b'<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>'


def declare_in_utf_16(parts: dict[str, bytes]) -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>'
    parts["word/theme/theme1.xml"] = text.encode("utf-16")


def break_xml(parts: dict[str, bytes]) -> None:
    parts["word/document.xml"] = parts["word/document.xml"][:-40]


def lose_document(parts: dict[str, bytes]) -> None:
    del parts["word/document.xml"]


def lose_body(parts: dict[str, bytes]) -> None:
    name = W[1:-1].encode()
    parts["word/document.xml"] = b'<w:document xmlns:w="' + name + b'"/>'


def misname_a_part(parts: dict[str, bytes]) -> None:
    types = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = types.replace(b"wordprocessingml.styles+xml", b"x+xml")


def lose_a_target(parts: dict[str, bytes]) -> None:
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(b"Target=", b"target=", 1)


def misspell_the_page(parts: dict[str, bytes]) -> None:
    page(parts, 'w:w="12240"', 'w:w="wide"')


def lose_the_margins(parts: dict[str, bytes]) -> None:
    page(parts, 'w:right="1701"', 'w:right="90000"')


def widen_the_page(parts: dict[str, bytes]) -> None:
    page(parts, 'w:right="1701"', 'w:right="-90000"')


def page(parts: dict[str, bytes], was: str, now: str) -> None:
    document = parts["word/document.xml"].decode()
    assert was in document
    parts["word/document.xml"] = document.replace(was, now).encode()


def turn_strict(parts: dict[str, bytes]) -> None:
    name = W[1:-1].encode()
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    parts["word/document.xml"] = parts["word/document.xml"].replace(name, strict)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (add_macro, "holds macros"),
        (call_itself_docm, "holds macros"),
        (point_outside, "points to something outside"),
        (spell_it_out, "points to something outside"),
        (draw_from_outside, "points to something outside"),
        (embed_a_table, "holds another file"),
        (run_a_program, "fetches or runs something"),
        (fetch_by_field, "fetches or runs something"),
        (build_a_field, "fetches or runs something"),
        (swell, "unpacks to far more"),
        (swell_in_words, "unpacks to far more"),
        (multiply, "unpacks to far more"),
        (declare, "holds declarations"),
        (declare_in_utf_16, "holds declarations"),
        (break_xml, "is damaged"),
        (lose_document, "is damaged"),
        (lose_body, "is damaged"),
        (misname_a_part, "is damaged"),
        (lose_a_target, "is damaged"),
        (misspell_the_page, "is damaged"),
        (lose_the_margins, "no room between its margins"),
        (widen_the_page, "no room between its margins"),
        (turn_strict, "strict form"),
    ],
)
def test_a_template_that_brings_more_than_looks_is_refused(
    template: Path, change: Callable[[dict[str, bytes]], None], reason: str
) -> None:
    refused(edited(template, change), reason)


def test_a_part_that_stands_twice_is_refused(template: Path) -> None:
    content = io.BytesIO(template.read_bytes())
    with zipfile.ZipFile(content, "a") as package:
        package.writestr("WORD/document.xml", b"another")
    template.write_bytes(content.getvalue())
    refused(template, "two parts of one name")


def test_a_template_that_is_packed_as_no_word_file_is_refused(template: Path) -> None:
    with zipfile.ZipFile(template) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(template, "w", zipfile.ZIP_LZMA) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    refused(template, "packed as no Word file")


def test_a_name_that_no_file_has_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TemplateNotWord, match="no name for a template"):
        write_minutes(APPROVED, tmp_path / "minutes.docx", template=Path("a\0b"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_a_pipe_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.docx")
    refused(tmp_path / "pipe.docx", "it is not a file")


def test_fields_and_pictures_of_a_header_stay(template: Path) -> None:
    def with_page_and_name(parts: dict[str, bytes]) -> None:
        in_header(parts, " PA", "GE \\* MERGEFORMAT ")
        in_header(parts, " IF ", " = 1 ")

    document = made_from(edited(template, with_page_and_name))
    assert "Anytown Council" in document.headers[0]
