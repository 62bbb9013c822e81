"""The state database: what the bot must still know after a restart.

That is: shown answers, updates not yet handled, what administrators are about to do, and what they did.

SQLite through SQLAlchemy; the schema is migrated by Alembic when the bot starts. All work runs in one thread of its
own, so the event loop never waits for the disk and SQLite never sees two writers of ours.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from alembic import command
from alembic.config import Config as AlembicConfig
from alembic.util import CommandError
from sqlalchemy import BigInteger, Engine, Index, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from bot.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable

_T = TypeVar("_T")
_BUSY_MS = 5_000  # how long SQLite waits for another process (a backup, an operator's shell) to let go of the file


class Base(DeclarativeBase):
    """The tables as the code sees them; `migrations/` makes them."""


class AnswerRow(Base):
    """An answer whose buttons must work after a restart. `created` is in seconds since 1970 (UTC)."""

    __tablename__ = "answers"
    __table_args__ = (Index("answers_created", "created"),)

    token: Mapped[str] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    asker: Mapped[int | None] = mapped_column(BigInteger)
    created: Mapped[int] = mapped_column(BigInteger)
    snapshot: Mapped[str]
    answer: Mapped[bytes]


class InboxRow(Base):
    """An update that Telegram gave us. `payload` is None once it is handled; the row then only marks duplicates."""

    __tablename__ = "inbox"
    __table_args__ = (Index("inbox_received", "received"),)

    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    received: Mapped[int] = mapped_column(BigInteger)
    attempts: Mapped[int] = mapped_column(default=0)
    payload: Mapped[str | None]


class DraftRow(Base):
    """What waits for an administrator's decision. `asking` is what the chat's next message answers, if anything."""

    __tablename__ = "drafts"
    __table_args__ = (Index("drafts_chat", "chat_id"),)

    token: Mapped[str] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    created: Mapped[int] = mapped_column(BigInteger)
    asking: Mapped[str | None]
    draft: Mapped[bytes]


class ActRow(Base):
    """A line of the audit log: who did what with which article, and how that ended. Never any content."""

    __tablename__ = "acts"

    number: Mapped[int] = mapped_column(primary_key=True)
    time: Mapped[int] = mapped_column(BigInteger)
    administrator: Mapped[int] = mapped_column(BigInteger)
    act: Mapped[str]
    article: Mapped[str]
    outcome: Mapped[str]


class Database:
    """The state database, opened. Close it when done."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="state")

    async def run(self, work: Callable[[Session], _T]) -> _T:
        """Run `work` in one transaction, off the event loop; an exception rolls it back and is raised here."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._transact, work)

    def _transact(self, work: Callable[[Session], _T]) -> _T:
        with Session(self._engine, expire_on_commit=False) as session, session.begin():
            return work(session)

    def close(self) -> None:
        """Finish what is queued and close the file."""
        self._thread.shutdown(wait=True)
        self._engine.dispose()


def open_database(path: Path) -> Database:
    """Open the state database, making it and bringing its schema up to date as needed.

    Raises StoreError naming the file where it can't be used: unreadable, not SQLite, or made by a newer version.
    """
    engine: Engine | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        engine = _connect(path)
        _migrate(engine)
    except (OSError, DatabaseError, CommandError) as error:
        if engine is not None:
            engine.dispose()
        msg = (
            f"{path}: the state database can't be used ({_cause(error)}); "
            "mend or move the file, or name another with state.path"
        )
        raise StoreError(msg) from error
    return Database(engine)


def _cause(error: Exception) -> str:
    return str(error.orig) if isinstance(error, DatabaseError) else str(error)


def _connect(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}", hide_parameters=True)  # parameters hold questions: never in errors
    event.listen(engine, "connect", _set_pragmas)
    return engine


def _set_pragmas(connection: Any, _record: object) -> None:
    """Survive a killed process without losing what was committed, and let others read meanwhile."""
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", f"busy_timeout={_BUSY_MS}", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _migrate(engine: Engine) -> None:
    settings = AlembicConfig()
    settings.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.begin() as connection:
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")
