"""The one border for text that comes in: what cannot be stored, printed or shown becomes visible.

Everything typed, pasted or read from a file passes here once, before it is kept. After that
it is plain text that SQLite, PostgreSQL, Word's XML and a terminal all accept.
"""

from __future__ import annotations

import re
import unicodedata

_PICTURES = 0x2400
"""Unicode's pictures of the C0 control characters: U+2400 is the one of NUL."""

_DELETE = 0x7F
_PICTURE_OF_DELETE = "␡"

# XML 1.0 refuses U+FFFE and U+FFFF; their sisters in the other planes are no characters either.
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}-{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")
_NOT_TEXT = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff{_NONCHARACTERS}]")


def clean(text: str) -> str:
    """Make control characters visible and line ends plain.

    Control characters but newline and tab become their picture (`␀` to `␡`); the C1 controls,
    lone surrogates and noncharacters become their number (`⟨U+009B⟩`). Every other line end
    becomes a newline. Nothing is dropped; right-to-left marks, emoji and their joiners stay.

    Returns:
        Valid UTF-8 and XML 1.0 text. Cleaning it again changes nothing.
    """
    return _NOT_TEXT.sub(_visible, _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """Clean a name, a title or a reference: on one line, single spaces, none at the ends."""
    return " ".join(clean(text).split())


def as_seen(text: str) -> str:
    """Return a reference as it is read: two that nobody can tell apart give the same.

    Capitals make no difference, nor ligatures and other letters that stand for plain ones, nor
    characters that cannot be seen.
    """
    seen = unicodedata.normalize("NFKC", text).casefold()
    return "".join(each for each in seen if unicodedata.category(each) != "Cf")


def _visible(found: re.Match[str]) -> str:
    point = ord(found[0])
    if point < ord(" "):
        return chr(_PICTURES + point)
    return _PICTURE_OF_DELETE if point == _DELETE else f"⟨U+{point:04X}⟩"
