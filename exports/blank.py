"""The blank document of our own: an A4 page and our styles, and nothing that says who made it."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from importlib.resources import files

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_TYPES = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_TYPE}.settings+xml"/>'
    f'<Override PartName="/word/fontTable.xml" ContentType="{_TYPE}.fontTable+xml"/>'
    '<Override PartName="/word/theme/theme1.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>'
)
_ROOT = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
_PARTS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/settings" Target="settings.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/fontTable" Target="fontTable.xml"/>'
    f'<Relationship Id="rId4" Type="{_OFFICE}/theme" Target="theme/theme1.xml"/>'
    "</Relationships>"
)
_DOCUMENT = (
    f'{_XML}<w:document {_WORD} xmlns:r="{_OFFICE}"><w:body><w:sectPr>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134"'
    ' w:left="1134" w:header="624" w:footer="567" w:gutter="0"/>'
    "</w:sectPr></w:body></w:document>"
)
_SETTINGS = (
    f'{_XML}<w:settings {_WORD}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
    "</w:settings>"
)
_FONTS = (
    f'{_XML}<w:fonts {_WORD}><w:font w:name="Arial"><w:charset w:val="00"/>'
    '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
    '<w:font w:name="Courier New"><w:charset w:val="00"/><w:family w:val="modern"/>'
    '<w:pitch w:val="fixed"/></w:font></w:fonts>'
)


@cache
def our_styles() -> bytes:
    """Return our styles part."""
    return (files("exports") / "styles.xml").read_bytes()


@cache
def blank() -> bytes:
    """Return the blank document as a package."""
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as packed:
        packed.writestr("[Content_Types].xml", _TYPES)
        packed.writestr("_rels/.rels", _ROOT)
        packed.writestr("word/document.xml", _DOCUMENT)
        packed.writestr("word/_rels/document.xml.rels", _PARTS)
        packed.writestr("word/styles.xml", our_styles())
        packed.writestr("word/settings.xml", _SETTINGS)
        packed.writestr("word/fontTable.xml", _FONTS)
        packed.writestr("word/theme/theme1.xml", (files("exports") / "theme.xml").read_bytes())
    return package.getvalue()
