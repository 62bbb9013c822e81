"""The state database: made, migrated, refused."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from bot.chat.state import AnswerRow, Base, open_database
from bot.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path


def test_the_migrations_make_exactly_the_tables_of_the_code(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "state.sqlite3"
    open_database(path).close()
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    engine.dispose()


async def test_what_was_stored_is_there_after_opening_again(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite3"
    row = AnswerRow(token="t", chat_id=-(10**12), asker=None, created=1, snapshot="s", answer=b"{}")  # noqa: S106
    database = open_database(path)
    await database.run(lambda session: session.add(row))
    database.close()
    database = open_database(path)
    found = await database.run(lambda session: session.get(AnswerRow, "t"))
    database.close()
    assert found is not None
    assert found.chat_id == -(10**12)


async def test_an_exception_rolls_the_transaction_back(tmp_path: Path) -> None:
    database = open_database(tmp_path / "state.sqlite3")

    def work(session: object) -> None:
        session.add(AnswerRow(token="t", chat_id=1, asker=1, created=1, snapshot="s", answer=b""))  # type: ignore[attr-defined]  # noqa: S106
        session.flush()  # type: ignore[attr-defined]
        raise KeyError

    with pytest.raises(KeyError):
        await database.run(work)
    assert await database.run(lambda session: session.get(AnswerRow, "t")) is None
    database.close()


@pytest.mark.parametrize("wrong", ["not SQLite", "a folder", "from the future"])
def test_a_file_that_can_not_be_used_is_named(tmp_path: Path, wrong: str) -> None:
    """The error says which file, why, and which key names another."""
    path = tmp_path / "state.sqlite3"
    if wrong == "not SQLite":
        path.write_bytes(b"something else altogether" * 100)
    elif wrong == "a folder":
        path.mkdir()
    else:
        open_database(path).close()
        connection = sqlite3.connect(path)
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
        connection.close()
    with pytest.raises(StoreError, match=r"state\.sqlite3: the state database can't be used .*state\.path"):
        open_database(path)
