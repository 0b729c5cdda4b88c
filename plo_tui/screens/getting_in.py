"""Getting in: from a folder to an open store, with all that is asked on the way."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from plo_tui.store.problems import Locked, NoPassphrase

if TYPE_CHECKING:
    from textual.app import App

    from plo_tui.desk import Desk

NEW = "It encrypts everything that you record here, and is asked for each time plo-tui opens."
TAKING_OVER = (
    "This store was made before plo-tui had passphrases. It is backed up first, then encrypted "
    "with a new key of its own."
)
CHANGING = "The recovery key stays as it is. Backups made before open with the passphrase of today."
AFTER_RECOVERY = (
    "You came in with the recovery key. It stays as it is; the passphrase that was forgotten "
    "opens this store no more."
)


async def get_in(app: App[Any], desk: Desk, asks: Locked | NoPassphrase) -> None:
    """Open a store that asked for something: its passphrase, or to be given one.

    Raises:
        StoreProblem: with a sentence that says what to do, where no answer could open it.
    """
    if isinstance(asks, NoPassphrase):
        await choose_first_passphrase(app, desk)
        return
    from plo_tui.screens.unlock import UnlockScreen

    libraries = asyncio.create_task(desk.load_libraries())
    said = str(asks) if desk.secret else ""
    lead = f"The store is in {desk.folder}. Its passphrase opens it."
    secret = await app.push_screen_wait(UnlockScreen(desk.open, lead, said))
    await libraries
    await replace_forgotten(app, desk, secret)


async def choose_first_passphrase(app: App[Any], desk: Desk) -> None:
    """Let a new store, or one from before passphrases, have a passphrase and a recovery key."""
    from plo_tui.screens.passphrase_form import PassphraseForm
    from plo_tui.screens.recovery_form import RecoveryForm
    from plo_tui.store.key import sealed_key_file
    from plo_tui.store.opening import is_store

    lead = TAKING_OVER if is_store(desk.folder) else NEW
    passphrase = await app.push_screen_wait(PassphraseForm(desk, lead))
    made = await asyncio.to_thread(sealed_key_file, str(passphrase))
    await app.push_screen_wait(RecoveryForm(desk, made[2], lambda: desk.begin(made)))


async def replace_forgotten(app: App[Any], desk: Desk, secret: str | None) -> None:
    """Have a new passphrase chosen where one came in with the recovery key."""
    from plo_tui.store.recovery_key import recovery_key_of

    if not recovery_key_of(secret or ""):
        return
    from plo_tui.screens.passphrase_form import PassphraseForm

    await app.push_screen_wait(PassphraseForm(desk, AFTER_RECOVERY, desk.change_passphrase))


async def change_passphrase(app: App[Any], desk: Desk) -> None:
    """Change the passphrase: whoever finds the app open must not be able to."""
    from plo_tui.screens.passphrase_form import PassphraseForm
    from plo_tui.screens.unlock import UnlockScreen

    asking = UnlockScreen(desk.unlocks, "Type the passphrase of today first.", may_leave=True)
    if await app.push_screen_wait(asking) is None:
        return
    await app.push_screen_wait(
        PassphraseForm(desk, CHANGING, desk.change_passphrase, may_leave=True)
    )
