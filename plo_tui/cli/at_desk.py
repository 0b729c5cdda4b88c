"""What every command begins with: the user's settings and the store's folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plo_tui.desk import Desk
from plo_tui.settings import read_settings, settings_path
from plo_tui.store.folder import store_folder

if TYPE_CHECKING:
    from argparse import Namespace


def desk_of(asked: Namespace) -> Desk:
    """Return the desk that a command line names: its store's folder, and the user's settings.

    Raises:
        BrokenFile: where the settings file cannot be used; names file and line.
        CannotOpen: where the passphrase file cannot be used.
    """
    secret = ""
    if asked.passphrase_file:
        from plo_tui.cli.secret import secret_in  # the app draws its first frame without

        secret = secret_in(asked.passphrase_file)
    return Desk(store_folder(asked.store), read_settings(settings_path()), secret=secret)
