"""Keys: which ones a terminal can send, and how they are written for people.

No Textual here: settings are also read where no screen is drawn.
"""

from __future__ import annotations

import re

_NAMED = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "insert": "Ins",
    "delete": "Del",
    "backspace": "⌫",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "space": "Space",
} | {f"f{n}": f"F{n}" for n in range(1, 13)}

_ARRIVES_AS = {
    "ctrl+h": "backspace",
    "ctrl+i": "tab",
    "ctrl+j": "a new line",
    "ctrl+m": "enter",
    "ctrl+[": "escape",
    "alt+b": "ctrl+left",
    "alt+f": "ctrl+right",
}
_FUNCTION_KEY = re.compile(r"f\d+")


class UnknownKeyError(ValueError):
    """A key that does not exist, or that terminals do not send. Its text says what to do."""


def parse_key(written: str) -> str:
    """Read a key as somebody writes it in the settings: `F8`, `Ctrl+N`, `^n`, `alt+1`, `/`.

    Returns:
        The key as commands name it: `f8`, `ctrl+n`.

    Raises:
        UnknownKeyError: there is no such key, or many terminals cannot send it.
    """
    text = written.strip()
    if len(text) == 2 and text[0] == "^":
        text = f"ctrl+{text[1]}"
    *modifiers, key = [text] if len(text) == 1 else text.split("+")
    modifiers = [modifier.strip().lower() for modifier in modifiers]
    key = key if len(key) == 1 and not modifiers else key.lower()
    if not set(modifiers) <= {"ctrl", "alt", "shift"} or not _is_key(key):
        raise UnknownKeyError(f"“{written}” is not a key: write it like f8, ctrl+n or alt+1.")
    order = sorted(set(modifiers), key=["ctrl", "alt", "shift"].index)
    name = "+".join([*order, key])
    _check_that_it_arrives(name, order, key)
    return name


def works_while_typing(key: str) -> bool:
    """Whether a key neither types nor moves anything in a text box: function, ctrl and alt keys."""
    return key.startswith(("ctrl+", "alt+")) or _FUNCTION_KEY.fullmatch(key) is not None


def key_label(key: str) -> str:
    """A key as screens and the guide print it: `F8`, `^n`, `Alt+1`, `Esc`."""
    *modifiers, last = [key] if len(key) == 1 else key.split("+")
    label = _NAMED.get(last, last)
    if modifiers == ["ctrl"]:
        return f"^{label}"
    return "+".join([*(modifier.capitalize() for modifier in modifiers), label])


def _is_key(key: str) -> bool:
    return key in _NAMED or (len(key) == 1 and key.isprintable() and key not in " ,")


def _check_that_it_arrives(name: str, modifiers: list[str], key: str) -> None:
    """Refuse what terminals cannot send, or send as something else."""
    if name in _ARRIVES_AS:
        raise UnknownKeyError(f"Terminals send {name} as {_ARRIVES_AS[name]}: choose another key.")
    typed = len(key) == 1
    if (
        (typed and "shift" in modifiers)
        or (typed and "ctrl" in modifiers and not key.isalpha())
        or (key in ("enter", "tab", "escape", "backspace", "space") and modifiers)
    ):
        raise UnknownKeyError(f"Many terminals cannot send {name}: choose another key.")
