"""Commands that work everywhere."""

from __future__ import annotations

from plo_tui.commands.command import Command, Place

APP = Place(
    name="app",
    title="Everywhere",
    purpose="These keys work on every screen.",
    commands=(
        Command(
            "shield",
            ("f12", "alt+0"),
            "shield",
            "Shield the screen from whoever can see it, and lift the shield again.",
            footer=0,
            action="screen.shield",
            word="shield",
        ),
        Command(
            "help",
            ("f1", "alt+h", "?"),
            "help",
            "Show what this place is for, and its keys.",
            footer=1,
            action="screen.help",
            word="help",
        ),
        Command(
            "command_palette",
            ("ctrl+p", "alt+pagedown"),
            "commands",
            "List everything that can be done here, and find it by typing.",
            footer=2,
            action="app.command_palette",
            in_palette=False,
        ),
        Command(
            "lock",
            ("f5",),
            "lock",
            "Lock plo-tui until the passphrase is typed; what you are typing stays.",
            action="app.lock",
            word="lock",
        ),
        Command(
            "close",
            ("escape",),
            "back",
            "Close this and go back.",
            action="screen.close",
        ),
        Command(
            "next_theme",
            ("alt+c",),
            "colours",
            "Change the colours: dark, light, high contrast.",
            action="app.next_theme",
        ),
        Command(
            "quit",
            ("ctrl+q", "alt+q"),
            "quit",
            "Leave plo-tui. Everything saved stays saved.",
            action="app.quit",
        ),
    ),
)
