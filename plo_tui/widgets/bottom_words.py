"""Taking a bottom line apart: what must not happen, and what follows if it does.

`Leo is hit again, then we go to court` says both; so do `… → …`, `…, otherwise we …`, `…, or we
go …`, `if …, …` and `…. If it happens, …`. Where a line does not say it so plainly, it is left
whole.
"""

from __future__ import annotations

import re

_GAP = r"\s{1,9}"  # bounded, as is all else, so that 100,000 blanks are read at once
_THEN = rf"(?:[,;:.]|\s[–—-])\s{{0,9}}(?:then|otherwise|or{_GAP}else)\b[,:]?{_GAP}"
_US = r"(?:we|our|the (?:authority|council|case|social worker)|social services|it (?:will )?goes?)"
# The plainest first: in `Leo is hit, then left alone, then we go to court` the second is meant.
_SEPARATORS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"→|⇒|->|=>",
        (
            rf"[.;]{_GAP}if{_GAP}(?:he|it|she|that|they|this)\b[^,.]{{0,60}},(?!\s{{0,9}}(?:or|and)\b)"
            rf"\s{{0,9}}(?:then{_GAP})?"
        ),
        rf"{_THEN}(?=we\b)",
        rf"(?<!\band)\sthen{_GAP}(?=we\b)",
        rf",\s{{0,9}}or{_GAP}(?=we{_GAP}(?:go|ask|apply|issue|start|return)\b)",
        rf"{_THEN}(?={_US}\b|(?-i:[A-Z]))",
    )
)
_IF = re.compile(r"if\s", re.IGNORECASE)
_IF_THEN = re.compile(r"(?<!\band)\sthen\s", re.IGNORECASE)
_COMMA = re.compile(r",(?!\s{0,9}(?:or|and)\b)", re.IGNORECASE)


def what_follows(text: str) -> tuple[str, str]:
    """Return what must not happen, and what follows; the text and nothing where it says one."""
    separators, opening = _SEPARATORS, _IF.match(text)
    if opening:
        separators += (_IF_THEN, *([_COMMA] if text.count(",") == 1 else []))
    for separator in separators:
        if found := separator.search(text):
            what = text[opening.end() if opening else 0 : found.start()].strip()
            follows = text[found.end() :].strip()
            if what and follows:
                return _capital(what), _capital(follows)
    return text, ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
