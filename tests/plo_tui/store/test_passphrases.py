"""Which passphrases will do, and what is said of them."""

from __future__ import annotations

import pytest

from plo_tui.store.passphrases import passphrase_fault, strength
from plo_tui.store.recovery_key import new_recovery_key


@pytest.mark.parametrize(
    ("passphrase", "said"),
    [
        ("", "12 characters at least"),
        ("otter lamp", "12 characters at least"),
        (" " * 30, "12 characters at least"),
        ("password1234", "soon be guessed"),
        ("aaaaaaaaaaaaaaaaaaaa", "soon be guessed"),
        ("qwertyuiop[]", "soon be guessed"),
        ("x" * 1_001, "1,000 characters at most"),
        ("otter lamp saturday gravel", ""),
        ("Ein Otter, drei Lampen & Käse", ""),
        ("مفتاح المكتبة القديمة", ""),
    ],
)
def test_what_will_do(passphrase: str, said: str) -> None:
    fault = passphrase_fault(passphrase)
    assert said in fault
    assert bool(said) == bool(fault)


def test_a_recovery_key_is_no_passphrase() -> None:
    assert "recovery key" in passphrase_fault(new_recovery_key())


def test_strength_is_told_in_words() -> None:
    said = [
        strength(typed) for typed in ("", "password", "otterlamp7", "otter lamp saturday gravel")
    ]
    assert said[0] == said[1] == "Very weak: guessed at once."
    assert said[3] == "Very strong."
    assert len({*said}) == 3
