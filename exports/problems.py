"""What can go wrong with a document, each with what to do next."""

from __future__ import annotations


class TemplateNotWord(Exception):
    """The chosen template is not a Word file that can be used; the sentence says why."""


class CannotWrite(Exception):
    """The document could not be written; nothing half-written is left behind."""


class NotApproved(Exception):
    """The minutes or a letter lack an approval and no draft was asked for; it says which."""
