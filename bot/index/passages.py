"""Articles, passages and publishers of a snapshot: one SQLite file, read from disk, never held in memory.

Row numbers of passages are the row numbers of their vectors.
"""

from __future__ import annotations

import os
import sqlite3
import struct
from dataclasses import dataclass
from datetime import date
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from bot.errors import SnapshotError
from bot.model import Article, Passage, Publisher, Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SCHEMA = """
CREATE TABLE articles(
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, digest BLOB NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL,
    language TEXT NOT NULL, publisher TEXT, published TEXT, url TEXT, kind TEXT NOT NULL, agency TEXT, author TEXT,
    date_found_in TEXT, copies INTEGER NOT NULL
) STRICT;
CREATE TABLE passages(
    n INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, article INTEGER NOT NULL REFERENCES articles(n),
    position INTEGER NOT NULL, spans BLOB NOT NULL
) STRICT;
CREATE TABLE publishers(
    name TEXT PRIMARY KEY, domain TEXT, country TEXT, ownership TEXT NOT NULL, languages TEXT NOT NULL,
    notes TEXT NOT NULL, evidence TEXT NOT NULL, owner TEXT
) STRICT;
CREATE INDEX passages_of_article ON passages(article, position);
CREATE INDEX articles_by_copies ON articles(copies);
"""
_PUBLISHER_COLUMNS = "name, domain, country, ownership, languages, notes, evidence, owner"
_ARTICLE_COLUMNS = "id, title, text, language, publisher, published, url, kind, agency, author, date_found_in"
# Row number, key, position and spans of a passage, then the columns of its article, as `_passage` reads them.
_SELECT = (
    f"SELECT p.n, p.key, p.position, p.spans, {_ARTICLE_COLUMNS} FROM passages p JOIN articles a ON a.n = p.article"  # noqa: S608 - constants only
)
# The id of an article, then the columns of one of its copies.
_SELECT_COPIES = (
    f"SELECT o.id, {', '.join(f'c.{name}' for name in _ARTICLE_COLUMNS.split(', '))} FROM articles o"  # noqa: S608 - constants only
    " JOIN articles c ON c.copies = o.copies AND c.n <> o.n WHERE o.id IN ({marks})"
    " ORDER BY c.published IS NULL, c.published, c.id"
)
_MAX_VARIABLES = 500  # SQLite's oldest limit is 999 variables a statement


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage with its row number, which is the row number of its vector."""

    row: int
    passage: Passage


class PassageStore:
    """Reads passages by row or key. Thread safe.

    The connections are opened with the store, one for each processor, and lent to one query at a time: a snapshot that
    another process deletes goes on answering until it is closed, whatever threads come to ask.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._size = max(2, os.cpu_count() or 1)
        self._idle: SimpleQueue[sqlite3.Connection] = SimpleQueue()
        try:
            for _ in range(self._size):
                self._idle.put(_connected(path))
        except SnapshotError:
            self._close(self._idle.qsize())
            raise

    def close(self) -> None:
        """Close every connection, each once its query is done; the store is of no use afterwards."""
        size, self._size = self._size, 0
        self._close(size)

    def _close(self, count: int) -> None:
        for _ in range(count):
            self._idle.get().close()

    def by_rows(self, rows: Sequence[int]) -> list[Passage]:
        """Return the passages of these rows, in the order asked for."""
        found: dict[int, Passage] = {}
        for at in range(0, len(rows), _MAX_VARIABLES):
            part = [int(row) for row in rows[at : at + _MAX_VARIABLES]]
            marks = ",".join("?" * len(part))
            for record in self._query(f"{_SELECT} WHERE p.n IN ({marks})", part):
                found[record[0]] = _passage(record)
        return [found[int(row)] for row in rows]

    def by_key(self, key: str) -> StoredPassage | None:
        """Return the passage with this key, or None."""
        records = self._query(f"{_SELECT} WHERE p.key = ?", (key,))
        return StoredPassage(records[0][0], _passage(records[0])) if records else None

    def at(self, article_id: str, position: int) -> Passage | None:
        """Return an article's passage by its position, or None where there is none."""
        records = self._query(f"{_SELECT} WHERE a.id = ? AND p.position = ?", (article_id, position))
        return _passage(records[0]) if records else None

    def of_article(self, number: int) -> list[Passage]:
        """Return the passages of an article, by its number: for builds that take over what did not change."""
        return [_passage(record) for record in self._query(f"{_SELECT} WHERE p.article = ?", (number,))]

    def copies_of(self, article_ids: Sequence[str]) -> dict[str, list[Article]]:
        """Return the other articles of the groups of copies of some articles, oldest first, undated last.

        By article id; one without copies is left out.
        """
        found: dict[str, list[Article]] = {}
        wanted = list(dict.fromkeys(article_ids))
        for at in range(0, len(wanted), _MAX_VARIABLES):
            part = wanted[at : at + _MAX_VARIABLES]
            marks = ",".join("?" * len(part))
            for record in self._query(_SELECT_COPIES.format(marks=marks), part):
                found.setdefault(record[0], []).append(_article(record[1:]))
        return found

    def publishers(self) -> dict[str, Publisher]:
        """Return every publisher that `publishers.csv` knew when the snapshot was built, by name."""
        records = self._query(f"SELECT {_PUBLISHER_COLUMNS} FROM publishers", ())  # noqa: S608 - constants only
        return {record[0]: _publisher(record) for record in records}

    def article_digests(self) -> dict[str, bytes]:
        """Return the digest of every article's content, by article id."""
        return dict(self._query("SELECT id, digest FROM articles", ()))

    def all_passages(self) -> list[Passage]:
        """Return every passage in the order of rows: for builds that reuse vectors, not for answering."""
        return [_passage(record) for record in self._query(f"{_SELECT} ORDER BY p.n", ())]

    def _query(self, sql: str, values: Sequence[object]) -> list[Any]:
        if not self._size:
            msg = f"{self._path}: the snapshot is closed"
            raise SnapshotError(msg)
        connection = self._idle.get()
        try:
            return connection.execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            msg = f"{self._path}: {error}"
            raise SnapshotError(msg) from error
        finally:
            self._idle.put(connection)


def _connected(path: Path) -> sqlite3.Connection:
    """Open a connection that reads its file from now on, even when the file's name goes."""
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        connection.execute("SELECT n FROM passages LIMIT 1").fetchone()
    except sqlite3.DatabaseError as error:
        msg = f"{path}: {error}"
        raise SnapshotError(msg) from error
    return connection


def _passage(record: tuple[Any, ...]) -> Passage:
    _, key, position, packed, *columns = record
    offsets = struct.unpack(f"<{len(packed) // 4}I", packed)
    spans = [Span(start, end) for start, end in zip(offsets[::2], offsets[1::2], strict=True)]
    return Passage(key, _article(columns), position, spans[0], tuple(spans[1:]))


def _article(columns: Sequence[Any]) -> Article:
    id_, title, text, language, publisher, published, url, kind, agency, author, found_in = columns
    return Article(
        id=id_,
        title=title,
        text=text,
        language=language,
        publisher=publisher,
        published=date.fromisoformat(published) if published else None,
        url=url,
        kind=kind,
        agency=agency,
        author=author,
        date_found_in=found_in,
    )


def _publisher(record: tuple[Any, ...]) -> Publisher:
    name, domain, country, ownership, languages, notes, evidence, owner = record
    spoken = tuple(filter(None, languages.split("|")))
    return Publisher(name, domain, country, ownership, spoken, notes, evidence, owner)
