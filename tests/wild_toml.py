"""TOML that nobody meant: real files with pieces cut, doubled and changed for others."""

from __future__ import annotations

from hypothesis import strategies as st

PIECES = (
    '"', "'", '"""', "[", "]", "[[", "]]", "{", "}", "=", ".", ",", "\n", "\r\n", "#", "\\",
    "true", "nan", "-inf", "1e999", "0xffffffffffffffffffff", "9" * 5000, "2027-01-12",
    "2027-13-45", "12:00:00", "0001-01-01T00:00:00Z", '"\\u0000"', '"\\ud800"', "\x00", "\x7f",
    "\u202e", "\ufeff", "\u2028", "é = 1\n", "a.a.a.a = 1\n", "[window]\n", "[keys]\nx = 1\n",
    "value = []\n", "value = {}\n", '"" = 1\n', "title = 1\n", "minutes = -1\n", "[" * 400,
)  # fmt: skip
"""What a hand that slips, or means harm, puts into a file."""


def wild_toml(whole: str) -> st.SearchStrategy[str]:
    """Return a strategy of texts made from a file that is right: some still are, most are not."""
    place = st.integers(0, len(whole))
    change = st.tuples(place, st.integers(0, 40), st.sampled_from(PIECES) | st.text(max_size=4))

    def changed(changes: list[tuple[int, int, str]]) -> str:
        text = whole
        for at, cut, put in changes:
            text = text[:at] + put + text[at + cut :]
        return text

    return st.lists(change, min_size=1, max_size=4).map(changed) | st.lists(
        st.sampled_from(PIECES), max_size=12
    ).map("".join)
