"""A text as the eye reads it: letters of other alphabets that look Latin give the Latin letter.

A word can be written with a Cyrillic `а`, in full-width or circled letters, with a ligature, or
with characters in it that nobody sees. `plain` reads them all alike. The table is our own and
short: it holds what looks like a letter or figure of an English name or address.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LATIN = {
    # Cyrillic, small and capital
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ј": "j",
    "ѕ": "s", "һ": "h", "ԁ": "d", "ԛ": "q", "ԝ": "w", "ѵ": "v", "ӏ": "l", "в": "b", "н": "h",
    "к": "k", "м": "m", "т": "t", "ь": "b", "п": "n", "г": "r", "ԍ": "g", "ү": "y", "ғ": "f",
    "А": "a", "Е": "e", "О": "o", "Р": "p", "С": "c", "У": "y", "Х": "x", "І": "i", "Ј": "j",
    "Ѕ": "s", "Һ": "h", "Ԛ": "q", "Ԝ": "w", "Ѵ": "v", "Ӏ": "i", "В": "b", "Н": "h", "К": "k",
    "М": "m", "Т": "t", "З": "3", "з": "3", "Ү": "y", "Б": "6", "б": "6",
    # Greek: a small letter may look like another than its capital
    "α": "a", "β": "b", "γ": "y", "ε": "e", "η": "n", "ι": "i", "κ": "k", "ν": "v", "ο": "o",
    "ρ": "p", "σ": "o", "ς": "c", "τ": "t", "υ": "u", "χ": "x", "ω": "w", "ϲ": "c", "ϳ": "j",
    "Α": "a", "Β": "b", "Ε": "e", "Ζ": "z", "Η": "h", "Ι": "i", "Κ": "k", "Μ": "m", "Ν": "n",
    "Ο": "o", "Ρ": "p", "Τ": "t", "Υ": "y", "Χ": "x", "Ϲ": "c", "Ϳ": "j",
    # Armenian
    "օ": "o", "ս": "u", "հ": "h", "ո": "n", "ց": "g", "զ": "q", "Տ": "s", "Օ": "o", "Լ": "l",
    # Latin with a stroke or no dot, phonetic letters, small capitals
    "ı": "i", "ȷ": "j", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ħ": "h",
    "Ħ": "h", "ŧ": "t", "Ŧ": "t", "ƀ": "b", "ɨ": "i", "ʉ": "u", "ɑ": "a", "ɡ": "g", "ɩ": "i",
    "ɪ": "i", "ʋ": "v", "ʏ": "y", "ʀ": "r", "ɴ": "n", "ʜ": "h", "ʟ": "l", "ʙ": "b", "ɢ": "g",
    "ᴀ": "a", "ᴄ": "c", "ᴅ": "d", "ᴇ": "e", "ꜰ": "f", "ᴊ": "j", "ᴋ": "k", "ᴍ": "m", "ᴏ": "o",
    "ᴘ": "p", "ꜱ": "s", "ᴛ": "t", "ᴜ": "u", "ᴠ": "v", "ᴡ": "w", "ᴢ": "z", "æ": "ae", "Æ": "ae",
    "œ": "oe", "Œ": "oe",
}  # fmt: skip
"""What looks Latin, as it stands after compatibility forms were taken apart (NFKD)."""

_UNSEEN = "\u115f\u1160"
"""Letters by their category that nobody sees; the other fillers are taken apart into these."""
_PICTURED = (0x1F150, 0x1F170, 0x1F1E6)
"""Where alphabets of letters in a black circle, in a black square and of flags begin."""

_TABLE: dict[int, str | None] = {ord(each): plainer for each, plainer in _LATIN.items()}
_TABLE |= dict.fromkeys(map(ord, _UNSEEN))
_TABLE |= {first + place: chr(ord("a") + place) for first in _PICTURED for place in range(26)}
_SMALL = {code: chr(code).lower() if chr(code).isalnum() else None for code in range(128)}
"""Plain ASCII needs no more than this: small letters and figures, and nothing else."""


def plain(text: str) -> str:
    """Return a text in Latin letters and figures where it looks so, without accents.

    What separates words stays: a space of any width is a space, a dash of any length a hyphen.
    Characters that cannot be seen are gone.
    """
    apart = unicodedata.normalize("NFKD", text).translate(_TABLE)
    return "".join(map(_plain_character, apart))


def letters(text: str) -> str:
    """Return a text's letters and figures alone, small and as the eye reads them."""
    if text.isascii():
        return text.translate(_SMALL)
    apart = unicodedata.normalize("NFKD", text).translate(_TABLE).casefold()
    return "".join(filter(None, map(_letter, unicodedata.normalize("NFKD", apart))))


@lru_cache(maxsize=4096)
def letters_of_character(each: str) -> str:
    """Return what `letters` gives for one character: none, one, or more for a ligature."""
    return letters(each)


def is_mark(each: str) -> bool:
    """Whether a character stands on the one before it: an accent, a stroke, a circle round it."""
    return unicodedata.category(each) in ("Mn", "Me")


def is_seen(each: str) -> bool:
    """Whether a character can be seen on its own: no mark on another, and none without a shape."""
    return bool(plain(each))


@lru_cache(maxsize=4096)
def _plain_character(each: str) -> str:
    if figure := _figure(each):
        return figure
    kind = unicodedata.category(each)
    if kind == "Cf" or is_mark(each):
        return ""
    return "-" if kind == "Pd" or each == "\u2212" else each


@lru_cache(maxsize=4096)
def _letter(each: str) -> str:
    return _figure(each) or (each if each.isalnum() else "")


def _figure(each: str) -> str:
    """Return a figure of any script as a plain one; empty for what is none."""
    figure = unicodedata.digit(each, None)
    return "" if figure is None else str(figure)
