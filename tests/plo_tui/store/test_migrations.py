"""Migrations: whole or not at all, with every row kept, and no row pointing at nothing."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from opened_store import made_at, prepare

from agenda.records import new_key
from plo_tui.store import migrating
from plo_tui.store.connection import connect
from plo_tui.store.folder import STORE
from plo_tui.store.opening import SCHEMA
from plo_tui.store.problems import CannotOpen

if TYPE_CHECKING:
    from made_store import House

NEXT = '''
"""A later release."""
import sqlalchemy as sa
from alembic import op
revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

def upgrade() -> None:
    with op.batch_alter_table("meeting", recreate="always") as table:
        table.add_column(sa.Column("later", sa.String(), server_default="", nullable=False))
    {more}
'''


def later_release(
    folder: Path, monkeypatch: pytest.MonkeyPatch, more: str = "pass", schema: str = "0006"
) -> None:
    """Let this be a release with one more revision."""
    scripts = folder / "migrations"
    shutil.copytree(Path(migrating.__file__).with_name("migrations"), scripts)
    (scripts / "versions" / "0006_later.py").write_text(NEXT.format(more=more), encoding="utf-8")
    config = migrating.configuration()
    config.set_main_option("script_location", str(scripts))
    monkeypatch.setattr(migrating, "configuration", lambda: config)
    monkeypatch.setattr("plo_tui.store.opening.SCHEMA", schema)


def everything(made: House) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but Alembic's own."""
    plain = connect(made.folder / STORE, made.key)
    names = plain.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    rows = {
        name: plain.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608
        for (name,) in names
        if name != "alembic_version"
    }
    plain.close()
    return rows


def test_an_empty_store_comes_to_the_schema_of_the_records(tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from sqlmodel import SQLModel

    import agenda.records
    from plo_tui.store.store import Store

    assert agenda.records
    store = Store(tmp_path, prepare(tmp_path))
    with store.transaction() as session:
        context = MigrationContext.configure(session.connection())
        assert compare_metadata(context, SQLModel.metadata) == []


@pytest.mark.parametrize("revision", ["0001", "0002", "0003", "0004"])
def test_a_store_of_each_earlier_release_comes_to_the_same_schema(
    tmp_path: Path, revision: str
) -> None:
    new, old = tmp_path / "new", tmp_path / "old"
    prepare(new)
    made_at(old, revision)
    prepare(old)
    assert schema(old) == schema(new)


def schema(folder: Path) -> dict[str, str]:
    """What makes each table and index of a store."""
    plain = connect(folder / STORE, prepare(folder))
    made = dict(plain.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
    plain.close()
    return made


def test_to_whom_minutes_were_issued_is_kept_when_every_document_becomes_a_line(
    tmp_path: Path,
) -> None:
    key = made_at(tmp_path, "0003")
    plain = connect(tmp_path / STORE, key)
    staff = put(plain, "staff", name="Ada Fenn", role="team manager")
    case = put(plain, "case", reference="PLO-1")
    episode = put(plain, "preproceedings", case_id=case)
    met = put(plain, "meeting", episode_id=episode, kind="initial", state="concluded")
    minutes = put(
        plain, "minutesversion", meeting_id=met, number=2, sha256="ab12", frozen="{}",
        issued_at="2027-01-20 10:00:00.000000", issued_by_id=staff,
    )  # fmt: skip
    for to in ("Hart & Lane", "Ms Carter"):
        put(
            plain, "disclosure", version_id=minutes, what="minutes", to=to, by_staff_id=staff,
            at="2027-01-20 10:00:00.000000",
        )  # fmt: skip
    plain.close()
    prepare(tmp_path)
    plain = connect(tmp_path / STORE, key)
    assert plain.execute(
        'SELECT case_id, meeting_id, version_id, of_version, is_draft, child_id, what, "to", '
        "by_staff_id, at, sha256, not_written_at FROM disclosure ORDER BY 8"
    ).fetchall() == [
        (case, met, minutes, 2, 0, None, "minutes", to, staff, "2027-01-20 10:00:00.000000",
         "ab12", None)
        for to in ("Hart & Lane", "Ms Carter")
    ]  # fmt: skip
    uploaded = "SELECT uploaded_at, uploaded_by_id, uploaded_as, frozen FROM minutesversion"
    assert plain.execute(uploaded).fetchall() == [(None, None, "", "{}")]
    assert plain.execute('SELECT purged_at FROM "case"').fetchall() == [(None,)]
    assert plain.execute("PRAGMA foreign_key_check").fetchall() == []
    plain.close()


def put(plain: Any, table: str, **values: object) -> str:
    """Put a row into a table, its other columns empty, and return its key."""
    key = new_key().hex
    row: dict[str, object] = {"id": key, "version": 1, **values}
    for _, name, kind, not_null, default, _ in plain.execute(f'PRAGMA table_info("{table}")'):
        if not_null and default is None and name not in row:
            row[name] = "" if "CHAR" in kind else 1
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    plain.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', list(row.values()))  # noqa: S608
    return key


def test_no_row_of_a_whole_store_points_at_nothing(made: House) -> None:
    plain = connect(made.folder / STORE, made.key)
    assert plain.execute("PRAGMA foreign_key_check").fetchall() == []
    assert plain.execute("PRAGMA foreign_keys").fetchone() == (1,)
    plain.close()


def test_a_rebuilt_table_keeps_its_rows_and_its_children(
    made: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.add("Said before the update.")
    before = everything(made)
    later_release(tmp_path, monkeypatch)
    assert prepare(made.folder) == made.key
    after = everything(made)
    assert {name: len(rows) for name, rows in after.items()} == {
        name: len(rows) for name, rows in before.items()
    }
    assert [row[:-1] for row in after["meeting"]] == before["meeting"]
    assert after["entry"] == before["entry"]
    plain = connect(made.folder / STORE, made.key)
    assert plain.execute("SELECT version_num FROM alembic_version").fetchone() == ("0006",)
    assert plain.execute("PRAGMA foreign_key_check").fetchall() == []
    plain.close()


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ("raise RuntimeError", RuntimeError),
        ("op.execute('DELETE FROM person')", CannotOpen),
    ],
    ids=["breaks", "leaves a row pointing at nothing"],
)
def test_a_failing_update_changes_nothing(
    made: House,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    more: str,
    problem: type[Exception],
) -> None:
    before = everything(made)
    later_release(tmp_path, monkeypatch, more)
    with pytest.raises(problem):
        prepare(made.folder)
    assert everything(made) == before
    plain = connect(made.folder / STORE, made.key)
    assert plain.execute("SELECT version_num FROM alembic_version").fetchone() == (SCHEMA,)
    plain.close()
