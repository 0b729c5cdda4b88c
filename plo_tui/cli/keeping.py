"""Keeping the store safe: backups, restoring, the passphrase and the recovery key."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from plo_tui.cli import DONE
from plo_tui.cli.at_desk import desk_of
from plo_tui.cli.open_store import refuse_where_no_store
from plo_tui.cli.printing import say
from plo_tui.cli.secret import ask, opened_with_secret, secret_in, with_secret
from plo_tui.store.problems import Refused

if TYPE_CHECKING:
    from argparse import Namespace

    from plo_tui.desk import Desk
    from plo_tui.store.key import StoreKey


def write_backup(asked: Namespace) -> int:
    """Write a backup of the store, which may be in use."""
    from plo_tui.store.backing_up import back_up

    desk = desk_of(asked)
    refuse_where_no_store(desk)
    made = back_up(desk.folder, opened_with_secret(desk), asked.file, desk.clock())
    say([f"Backup: {made}. It opens with the passphrase, or the recovery key, of today."])
    return DONE


def restore_backup(asked: Namespace) -> int:
    """Restore a backup into the store's folder, which has no store yet."""
    from plo_tui.store.restoring import read_backup, restore

    desk = desk_of(asked)
    made_at = read_backup(asked.file).made_at
    with_secret(desk, lambda secret: restore(asked.file, desk.folder, secret))
    say([f"The backup of {made_at} is in {desk.folder}. Every page of it was checked."])
    return DONE


def change_passphrase(asked: Namespace) -> int:
    """Change the passphrase or the recovery key, or keep the passphrase in the keyring."""
    from plo_tui.remembered import remember_instead
    from plo_tui.store.opening import with_passphrase

    desk = desk_of(asked)
    refuse_where_no_store(desk)
    if asked.forget:
        from plo_tui.remembered import forget

        forget(desk.folder)
        say(["The keyring of this computer does not hold the passphrase any more."])
        return DONE
    if asked.remember:
        return _remember(desk)
    key = _own_key(desk)
    if asked.new_recovery_key:
        return _new_recovery_key(desk, key)
    new = _new_passphrase(asked)
    with_passphrase(desk.folder, key, new)
    remember_instead(desk.folder, new)
    say(
        [
            "The passphrase was changed, and the recovery key stays as it is.",
            "Backups made before open with the passphrase that was in use then.",
        ]
    )
    return DONE


def _own_key(desk: Desk) -> StoreKey:
    key = opened_with_secret(desk)
    if key.demo:
        raise Refused("A demo has no passphrase: its key is public, and its families fictional.")
    return key


def _new_recovery_key(desk: Desk, key: StoreKey) -> int:
    from plo_tui.store.opening import with_recovery_key
    from plo_tui.store.recovery_key import new_recovery_key

    recovery = new_recovery_key()
    say([recovery])
    sys.stdout.flush()  # it is seen before the earlier one opens nothing any more
    if (
        sys.stdin.isatty()
        and ask("Its last group, from your paper: ").strip().upper() != (recovery.split("-")[-1])
    ):
        raise Refused("That is not its last group. The earlier recovery key stays.")
    with_recovery_key(desk.folder, key, recovery)
    say(
        [
            "Keep it on paper, away from this computer.",
            "The earlier recovery key opens the backups made with it, and this store no more.",
        ]
    )
    return DONE


def _remember(desk: Desk) -> int:
    from plo_tui.remembered import remember
    from plo_tui.store.opening import unlock

    def kept(secret: str) -> None:
        unlock(desk.folder, secret)
        remember(desk.folder, secret)

    with_secret(desk, kept)
    say(
        [
            "The passphrase is in the keyring of this computer.",
            "Write keyring = true in the settings, and plo-tui opens with it.",
        ]
    )
    return DONE


def _new_passphrase(asked: Namespace) -> str:
    """Return the new passphrase: from its file, or typed twice.

    Raises:
        Refused: where it will not do, or was not typed twice the same.
    """
    from plo_tui.store.passphrases import passphrase_fault, strength

    from_file = asked.new_passphrase_file
    new = secret_in(from_file) if from_file else ask("New passphrase: ")
    if fault := passphrase_fault(new):
        raise Refused(f"{fault} The passphrase was not changed.")
    if not from_file:
        say([strength(new)])
        if ask("The same once more: ") != new:
            raise Refused("The two were not the same. The passphrase was not changed.")
    return new
