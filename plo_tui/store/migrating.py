"""Bringing a store to this version's schema, through Alembic, with every row kept.

Foreign keys are off while tables are rebuilt (with them on, Alembic's batch mode fails or
empties the children of a rebuilt table), and checked before anything is kept.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, event
from sqlalchemy.pool import NullPool
from sqlcipher3 import dbapi2 as sqlcipher

from plo_tui.store.connection import connect
from plo_tui.store.problems import CannotOpen

if TYPE_CHECKING:
    from plo_tui.store.key import StoreKey


def configuration() -> Config:
    """Return Alembic's configuration: its scripts lie beside this module."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    return config


def known(revision: str) -> bool:
    """Whether this version of the app knows a revision."""
    scripts = ScriptDirectory.from_config(configuration())
    return any(script.revision == revision for script in scripts.walk_revisions())


def migrate(path: Path, key: StoreKey, revision: str = "head") -> None:
    """Bring the store in a file to a revision: wholly, or not at all.

    Raises:
        CannotOpen: where a row would point at nothing afterwards; nothing was changed.
    """
    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=lambda: connect(path, key),
        poolclass=NullPool,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    with engine.connect() as connection:
        raw: Any = connection.connection.driver_connection
        raw.execute("PRAGMA foreign_keys=OFF")  # has no effect inside a transaction
        config = configuration()
        config.attributes["connection"] = connection
        with connection.begin():
            command.upgrade(config, revision)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise CannotOpen(
                    "The store could not be brought up to date: a record points at one that is "
                    "missing. Nothing was changed: put a backup in its place."
                )
    engine.dispose()
