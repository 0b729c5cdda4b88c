"""Every entry of the settings file, as the guide prints them."""

from __future__ import annotations

THEME_CHOICES = ("dark", "light", "high-contrast")

SETTINGS_TABLE = (
    ("theme", '"dark"', "The colours: " + ", ".join(f"`{name}`" for name in THEME_CHOICES) + "."),
    ("policy", "the one that comes with the app", "Your authority's policy file."),
    (
        "keyring",
        "false",
        "Whether the passphrase may come from the computer's own keyring.",
    ),
    ("letters", "those that come with the app", "The words your authority's letters begin with."),
    ("template", "the one that comes with the app", "Your authority's Word template (`.docx`)."),
    (
        "sheets.legal_planning",
        "the one that comes with the app",
        "Agenda sheet of the legal planning meeting.",
    ),
    ("sheets.initial", "the one that comes with the app", "Agenda sheet of the initial meeting."),
    ("sheets.midway", "the one that comes with the app", "Agenda sheet of the midway review."),
    ("sheets.final", "the one that comes with the app", "Agenda sheet of the final review."),
    (
        "invitations.organiser",
        "none",
        "Who sends calendar invitations, and where answers go: `Name <address>`.",
    ),
    (
        "keys.COMMAND",
        "the command's own keys",
        'Your own key for a command: `next_item = "f8"`, or `["f8", "alt+n"]`.',
    ),
    (
        "abbreviations.WORD",
        "none",
        'What a short word becomes as you type minutes: `hv = "health visitor"`.',
    ),
)
"""Every entry with its default and its sentence: what the file may hold, and the guide's table."""
