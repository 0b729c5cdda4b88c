"""The app's own colours: dark, light and high contrast.

Every pair of text and ground that widgets use here reads at 4.5 to 1 or better (WCAG 2.2,
1.4.3), in high contrast at 7 to 1 (1.4.6); a test measures what is drawn. Colour never carries
meaning alone: a word or a sign stands beside it. None is an ANSI theme: with `NO_COLOR` set,
Textual 8.2 draws those black on black, while these become shades of grey.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.theme import Theme

from plo_tui.settings_table import THEME_CHOICES

if TYPE_CHECKING:
    from typing import Any

    from textual.app import App


def _theme(name: str, *, dark: bool, strong: str, on_strong: str, **colours: str) -> Theme:
    """Make a theme whose text colours are all stated, so that none is left to be blended.

    Args:
        name: as settings name it.
        dark: whether the ground is dark.
        strong: the ground of what is chosen or pressed.
        on_strong: the text on that ground.
        colours: as `Theme` takes them, and `muted`, for text that matters less.
    """
    text, muted = colours["foreground"], colours["muted"]
    tones = ("primary", "secondary", "accent", "warning", "error", "success")
    variables = {
        "text": text,
        "text-muted": muted,
        "text-disabled": muted,
        "foreground-muted": muted,
        "foreground-disabled": muted,
        **{f"text-{tone}": colours[tone] for tone in tones},
        "block-cursor-foreground": on_strong,
        "block-cursor-background": strong,
        "block-cursor-blurred-foreground": text,
        "block-cursor-blurred-background": colours["panel"],
        "block-hover-background": colours["panel"],
        "input-cursor-foreground": colours["background"],
        "input-cursor-background": text,
        "input-selection-foreground": on_strong,
        "input-selection-background": strong,
        "screen-selection-foreground": on_strong,
        "screen-selection-background": strong,
        "footer-key-foreground": colours["accent"],
        "button-color-foreground": colours["background"],
        "button-focus-text-style": "bold underline",
        "link-color": colours["primary"],
        "link-color-hover": colours["background"],
        "border": colours["primary"],
        "border-blurred": muted,
        "scrollbar": muted,
        "scrollbar-background": colours["surface"],
    }
    return Theme(
        name=name,
        dark=dark,
        variables=variables,
        foreground=text,
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["panel"],
        primary=colours["primary"],
        secondary=colours["secondary"],
        accent=colours["accent"],
        warning=colours["warning"],
        error=colours["error"],
        success=colours["success"],
    )


THEMES = (
    _theme(
        "dark",
        dark=True,
        strong="#2f5d82",
        on_strong="#ffffff",
        background="#12171c",
        surface="#181e25",
        panel="#222b34",
        foreground="#e3e8ec",
        muted="#a3b0bb",
        primary="#8cbbe6",
        secondary="#a7b8c8",
        accent="#e3c27a",
        warning="#eab765",
        error="#f49a92",
        success="#8fcf9f",
    ),
    _theme(
        "light",
        dark=False,
        strong="#1f5582",
        on_strong="#ffffff",
        background="#fbfaf7",
        surface="#f2f0eb",
        panel="#e5e2da",
        foreground="#1c2227",
        muted="#4d565d",
        primary="#1f5582",
        secondary="#44586a",
        accent="#6f4a00",
        warning="#7a4700",
        error="#9c1c16",
        success="#1b5e2f",
    ),
    _theme(
        "high-contrast",
        dark=True,
        strong="#ffe566",
        on_strong="#000000",
        background="#000000",
        surface="#000000",
        panel="#1a1a1a",
        foreground="#ffffff",
        muted="#d6d6d6",
        primary="#9fd4ff",
        secondary="#e0e0e0",
        accent="#ffe566",
        warning="#ffc94d",
        error="#ffb3ad",
        success="#9df0ae",
    ),
)
"""Those that the settings offer."""


def use_theme(app: App[Any], name: str) -> None:
    """Make the themes known to the app and draw with one of them.

    Args:
        app: the app, from its constructor on.
        name: one of `THEME_CHOICES`; settings have checked it.
    """
    for theme in THEMES:
        app.register_theme(theme)
    app.theme = name


def next_theme(name: str) -> str:
    """The theme after this one; the first after the last or after a stranger."""
    place = THEME_CHOICES.index(name) if name in THEME_CHOICES else -1
    return THEME_CHOICES[(place + 1) % len(THEME_CHOICES)]
