"""Alembic's environment: the connection is handed over, never opened here."""

from __future__ import annotations

from alembic import context
from sqlmodel import SQLModel

import agenda.records
import plo_tui.store.unfinished

assert agenda.records  # noqa: S101 - read for the tables they declare
assert plo_tui.store.unfinished  # noqa: S101

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=SQLModel.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    transactional_ddl=False,  # the transaction is the caller's
    compare_type=True,
)
context.run_migrations()
