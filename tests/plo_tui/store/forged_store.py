"""A store changed behind the app's back: by plain SQL, and by somebody who makes the seals anew."""

from __future__ import annotations

import atexit
import hashlib
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from approved_store import issue
from made_store import House, house

from plo_tui.store.connection import connect
from plo_tui.store.folder import STORE
from plo_tui.store.journal import FIRST_SEAL, seal_of
from plo_tui.store.verifying.chain import line_of

if TYPE_CHECKING:
    from made_store import Keys


def issued(folder: Path) -> House:
    """A fresh copy of a store whose meeting's minutes are approved by both and issued."""
    template, keys = _template()
    shutil.copytree(template, folder)
    return House(folder, keys)


@cache
def _template() -> tuple[Path, Keys]:
    holder = tempfile.mkdtemp(prefix="plo-tui-test-")
    atexit.register(shutil.rmtree, holder, ignore_errors=True)
    made = house(Path(holder) / "store")
    issue(made)
    made.store.close()
    return made.folder, made.keys


def sql(made: House, *queries: str) -> None:
    """Change the store with plain SQL, whatever its keys say."""
    plain = connect(made.folder / STORE, made.key)
    plain.execute("PRAGMA foreign_keys=OFF")
    for query in queries:
        plain.execute(query)
    plain.close()


def seals_anew(made: House) -> None:
    """Make every digest and seal of the case's journal anew, as the file and the key allow.

    Wherever a seal is kept, in an approval or in what a line wrote, the new one takes its place.
    """
    plain = connect(made.folder / STORE, made.key)
    lines = plain.execute(
        "SELECT id, case_id, sequence, verb, actor_id, at, of_id, payload_digest, previous, seal "
        "FROM journal WHERE case_id = ? ORDER BY sequence",
        [made.keys.case.hex],
    ).fetchall()
    previous = FIRST_SEAL
    anew: dict[str, str] = {}
    for line in map(line_of, lines):
        key = [line.id.hex]
        kept = "SELECT salt, payload FROM journalpayload WHERE journal_id = ?"
        salt, payload = plain.execute(kept, key).fetchone()
        for before, after in anew.items():
            payload = payload.replace(before, after)
        line.payload_digest = hashlib.sha256((salt + payload).encode()).hexdigest()
        line.previous = previous
        anew[line.seal] = previous = seal_of(line)
        plain.execute("UPDATE journalpayload SET payload = ? WHERE journal_id = ?", [payload, *key])
        plain.execute(
            "UPDATE journal SET payload_digest = ?, previous = ?, seal = ? WHERE id = ?",
            [line.payload_digest, line.previous, previous, *key],
        )
    for before, after in anew.items():
        plain.execute("UPDATE approval SET chain_head = ? WHERE chain_head = ?", [after, before])
    plain.close()
