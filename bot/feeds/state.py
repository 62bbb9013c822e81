"""What is remembered about feeds over a restart: when each is due, its validators, its troubles, the entries seen.

A small SQLite file; all work runs in one thread of its own, so that the event loop never waits for the disk.
"""

from __future__ import annotations

import asyncio
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from bot.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

MEMORY = timedelta(days=90)
"""For so long an entry that its feed no longer lists is known: a feed that comes back brings nothing twice."""

_T = TypeVar("_T")
_FORMAT = 1  # of the file; a newer one is refused
_BUSY_SECONDS = 5.0
_KEYS_AT_ONCE = 500  # SQLite takes 999 parameters at least
_SCHEMA = """
CREATE TABLE feeds (
    address TEXT PRIMARY KEY, due REAL NOT NULL, checked REAL, succeeded REAL, failures INTEGER NOT NULL,
    error TEXT, skipped INTEGER NOT NULL, articles INTEGER NOT NULL, etag TEXT, last_modified TEXT, moved_to TEXT);
CREATE TABLE entries (
    feed TEXT NOT NULL, key TEXT NOT NULL, digest BLOB NOT NULL, outcome TEXT NOT NULL, attempts INTEGER NOT NULL,
    seen REAL NOT NULL, PRIMARY KEY (feed, key)) WITHOUT ROWID;
CREATE TABLE unannounced (one INTEGER PRIMARY KEY CHECK (one = 1), articles INTEGER NOT NULL);
INSERT INTO unannounced VALUES (1, 0);
"""


@dataclass(frozen=True, slots=True)
class FeedState:
    """How a feed does. Times are aware, UTC.

    `checked` is when it was last asked, `succeeded` when it last worked; `failures` counts those in a row since then;
    `error` is the last failure's reason, or, after a round that worked, why the last of its `skipped` entries was
    skipped. `articles` counts what was stored from it so far. `moved_to` is where its server says that it moved for
    good.
    """

    address: str
    due: datetime
    checked: datetime | None = None
    succeeded: datetime | None = None
    failures: int = 0
    error: str | None = None
    skipped: int = 0
    articles: int = 0
    etag: str | None = None
    last_modified: str | None = None
    moved_to: str | None = None

    @property
    def is_failing(self) -> bool:
        """Whether the last attempt failed."""
        return self.failures > 0


class EntryOutcome(StrEnum):
    """What became of an entry."""

    STORED = "stored"
    GIVEN_UP = "given up"  # can't be had or read; tried again only when the feed changes it
    WAITING = "waiting"  # failed in a way that may pass


@dataclass(frozen=True, slots=True)
class SeenEntry:
    """An entry of a feed as it was last handled; `digest` tells whether the feed changed it since."""

    key: str
    digest: bytes
    outcome: EntryOutcome
    attempts: int = 1


class StateFile:
    """The open file. Close it when done."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="feeds")

    async def load(self, address: str) -> FeedState | None:
        """Return what is remembered about a feed."""
        rows = await self._run(lambda db: db.execute("SELECT * FROM feeds WHERE address = ?", (address,)).fetchall())
        return _state(rows[0]) if rows else None

    async def save(self, state: FeedState) -> None:
        """Remember how a feed does."""
        row = _row(state)
        query = f"INSERT OR REPLACE INTO feeds VALUES ({', '.join('?' * len(row))})"  # noqa: S608  # question marks only
        await self._run(lambda db: db.execute(query, row))

    async def seen(self, feed: str, keys: Iterable[str]) -> dict[str, SeenEntry]:
        """Return those of a feed's entries that were handled before."""
        wanted = list(keys)
        return await self._run(lambda db: _seen(db, feed, wanted))

    async def remember(self, feed: str, entry: SeenEntry, now: datetime) -> None:
        """Remember what became of an entry."""
        row = (feed, entry.key, entry.digest, entry.outcome, entry.attempts, _stamp(now))
        await self._run(lambda db: db.execute("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?, ?, ?)", row))

    async def still_there(self, feed: str, keys: Iterable[str], now: datetime) -> None:
        """Note which entries the feed still lists, and forget those that it has not listed for `MEMORY`."""
        marked = [(_stamp(now), feed, key) for key in keys]
        oldest = _stamp(now - MEMORY)
        await self._run(lambda db: _refresh(db, marked, feed, oldest))

    async def unannounced(self) -> int:
        """Return how many articles were stored and not yet announced."""
        row = await self._run(lambda db: db.execute("SELECT articles FROM unannounced").fetchone())
        return int(row[0])

    async def count_unannounced(self, change: int) -> None:
        """Add to the articles that are not yet announced."""
        await self._run(lambda db: db.execute("UPDATE unannounced SET articles = max(0, articles + ?)", (change,)))

    def close(self) -> None:
        """Finish what is queued and close the file."""
        self._thread.shutdown(wait=True)
        self._connection.close()

    async def _run(self, work: Callable[[sqlite3.Connection], _T]) -> _T:
        """Run `work` in one transaction, off the event loop; an exception rolls it back and is raised here."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._transact, work)

    def _transact(self, work: Callable[[sqlite3.Connection], _T]) -> _T:
        with self._connection:
            return work(self._connection)


def open_state(path: Path) -> StateFile:
    """Open the file, making it as needed. Raises StoreError naming the file where it can't be used."""
    connection: sqlite3.Connection | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, check_same_thread=False)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        _prepare(connection)
    except (OSError, sqlite3.Error, StoreError) as error:
        if connection is not None:
            connection.close()
        msg = f"{path}: the feeds' state can't be used ({error}); move the file away, or name another with fetch.state"
        raise StoreError(msg) from error
    return StateFile(connection)


def _prepare(connection: sqlite3.Connection) -> None:
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    if found > _FORMAT:
        msg = f"written by a newer version: format {found}, known up to {_FORMAT}"
        raise StoreError(msg)
    if found == 0:
        connection.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version = {_FORMAT}; COMMIT;")


def _seen(connection: sqlite3.Connection, feed: str, keys: list[str]) -> dict[str, SeenEntry]:
    found: dict[str, SeenEntry] = {}
    for start in range(0, len(keys), _KEYS_AT_ONCE):
        some = keys[start : start + _KEYS_AT_ONCE]
        marks = ", ".join("?" * len(some))
        query = f"SELECT key, digest, outcome, attempts FROM entries WHERE feed = ? AND key IN ({marks})"  # noqa: S608  # question marks only
        for key, digest, outcome, attempts in connection.execute(query, (feed, *some)):
            found[key] = SeenEntry(key, digest, EntryOutcome(outcome), attempts)
    return found


def _refresh(connection: sqlite3.Connection, marked: list[tuple[float, str, str]], feed: str, oldest: float) -> None:
    connection.executemany("UPDATE entries SET seen = ? WHERE feed = ? AND key = ?", marked)
    connection.execute("DELETE FROM entries WHERE feed = ? AND seen < ?", (feed, oldest))


def _stamp(moment: datetime) -> float:
    return moment.timestamp()


def _moment(stamp: float | None) -> datetime | None:
    return datetime.fromtimestamp(stamp, UTC) if stamp else None


def _row(state: FeedState) -> tuple[Any, ...]:
    """Return a state in the order of the table's columns, which is that of the fields."""
    moments = (_stamp(moment) if moment else None for moment in (state.due, state.checked, state.succeeded))
    counts = (state.failures, state.error, state.skipped, state.articles)
    return (state.address, *moments, *counts, state.etag, state.last_modified, state.moved_to)


def _state(row: tuple[Any, ...]) -> FeedState:
    address, due, checked, succeeded, *rest = row
    return FeedState(address, datetime.fromtimestamp(due, UTC), _moment(checked), _moment(succeeded), *rest)
