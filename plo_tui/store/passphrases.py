"""What passphrase will do, and how strong one is, in words."""

from __future__ import annotations

from plo_tui.store.recovery_key import recovery_key_of

LEAST = 12
"""The least characters of a passphrase. NCSC, Three random words: length beats odd signs."""
MOST = 1_000
HINT = "Three or more words that do not belong together, such as you would never say in a row."
_TOLD = (
    "Very weak: guessed at once.",
    "Weak: guessed within hours.",
    "Fair: guessed within weeks by someone who has the file.",
    "Strong.",
    "Very strong.",
)
_FAIR = 2


def strength(passphrase: str) -> str:
    """Return how strong a passphrase is, in words."""
    return _TOLD[_score(passphrase)]


def passphrase_fault(passphrase: str) -> str:
    """Return why a passphrase will not do, as a sentence; empty where it will."""
    if recovery_key_of(passphrase):
        return "This is a recovery key. Choose a passphrase of your own beside it."
    if len(passphrase.strip()) < LEAST:
        return f"A passphrase has {LEAST} characters at least. {HINT}"
    if len(passphrase) > MOST:
        return f"A passphrase has {MOST:,} characters at most."
    if _score(passphrase) < _FAIR:
        return f"This could soon be guessed. {HINT}"
    return ""


def _score(passphrase: str) -> int:
    """Return the strength from 0 to 4, by what would be tried first."""
    from zxcvbn import zxcvbn

    # What stands behind the first hundred characters makes it slower to judge and no weaker.
    return int(zxcvbn(passphrase[:72])["score"]) if passphrase else 0
