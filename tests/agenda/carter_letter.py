"""A good letter before proceedings, about the fictional Carters: a test takes one thing away."""

from __future__ import annotations

from pathlib import Path

from agenda.letter_reading import read_letter

CARTER_FILE = Path(__file__).with_name("carter_letter.toml")
CARTER_TOML = CARTER_FILE.read_text(encoding="utf-8")

_read, _wrong = read_letter(CARTER_TOML, CARTER_FILE.name)
assert _read is not None, _wrong
CARTER_LETTER = _read
