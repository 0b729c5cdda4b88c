"""What the authority set: its policy, its working days and its agenda sheets."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from agenda.broken_file import BrokenFile, read_file

if TYPE_CHECKING:
    from agenda.letter_wording import LetterWording
    from agenda.policy import Policy
    from agenda.words import MeetingKind
    from agenda.working_days import WorkingDays
    from plo_tui.settings import Settings


class Authority:
    """The authority's own files, or those that come with the app.

    Attributes:
        settings: the user's settings, which name the files.
    """

    settings: Settings

    @cached_property
    def policy(self) -> Policy:
        """The authority's policy of today.

        Raises:
            BrokenFile: where the authority's file cannot be read or says what will not do.
        """
        from agenda.policy import default_policy, read_policy

        path = self.settings.policy
        return read_policy(read_file(path, str(path)), str(path)) if path else default_policy()

    @property
    def idle_minutes(self) -> int:
        """After how many minutes without a key the screen locks; 0 for never."""
        return self._own_or_ours.lock.idle_minutes

    @property
    def backups_kept(self) -> int:
        """How many automatic backups are kept."""
        return self._own_or_ours.backup.kept

    @property
    def _own_or_ours(self) -> Policy:
        """The policy, for what must go on where the authority's file is broken."""
        from agenda.policy import default_policy

        try:
            return self.policy
        except BrokenFile:  # whoever needs it says what is wrong with it
            return default_policy()

    @cached_property
    def days(self) -> WorkingDays:
        """The working days of the authority's policy."""
        from plo_tui.kept_bank_holidays import working_days

        return working_days(self.policy.bank_holidays)

    @property
    def letter_wording(self) -> LetterWording:
        """The words letters begin with: the authority's, or those shipped.

        Raises:
            BrokenFile: where the authority's file cannot be read or says what will not do.
        """
        from agenda.letter_wording import default_wording, read_wording

        path = self.settings.letters
        return read_wording(read_file(path, str(path)), str(path)) if path else default_wording()

    def sheet_text(self, kind: MeetingKind) -> str:
        """Return the agenda sheet for a kind of meeting: the authority's, or the one shipped.

        Raises:
            BrokenFile: where the authority's sheet cannot be read or is broken.
        """
        from agenda.sheet_reading import default_sheet_text, read_sheet

        path = self.settings.sheets.get(kind.sheet)
        if path is None:
            return default_sheet_text(kind.sheet)
        text = read_file(path, str(path))
        read_sheet(text, str(path))
        return text
