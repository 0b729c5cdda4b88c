"""The recovery key: a second secret, made by the app, printed once and kept on paper.

Thirty letters and digits in six groups, without I, L, O and U, which are mistaken for others
when they are read from paper. The last letter is a check, so that a slip is told from a wrong key.
"""

from __future__ import annotations

import secrets

GROUPS, GROUP = 6, 5
"""How many groups, and how many letters in each."""
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("ILO", "110")
_PRIME = 31


def new_recovery_key() -> str:
    """Return a new recovery key in groups: 145 bits of chance and a check."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(GROUPS * GROUP - 1))
    return _grouped(letters + _check(letters))


def recovery_key_of(typed: str) -> str:
    """Return a recovery key as it was made, however it was typed; empty where it is none."""
    letters = "".join(typed.upper().translate(_MISREAD).replace("-", " ").split())
    whole = len(letters) == GROUPS * GROUP and set(letters) <= set(_LETTERS)
    if not whole or letters[-1] != _check(letters[:-1]):
        return ""
    return _grouped(letters)


def _grouped(letters: str) -> str:
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def _check(letters: str) -> str:
    """Return the letter that tells a slip: each place weighs differently, so a swap shows too."""
    weighed = sum((at + 1) * _LETTERS.index(letter) for at, letter in enumerate(letters))
    return _LETTERS[weighed % _PRIME]
