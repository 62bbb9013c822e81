"""What was read from a corpus folder, kept from build to build: only files that changed are read again.

A file counts as unchanged while its size, its time of change and its inode are the same. Who changes a file and sets
its time back builds with `--rebuild`. Nothing here is needed to answer; a damaged file of readings is begun afresh.
"""

from __future__ import annotations

import hashlib
import logging
import sqlite3
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from bot.errors import ArticleError, CorpusError
from bot.ingest.folders import article_files, read_one_of
from bot.ingest.moments import NEWEST
from bot.ingest.settle import article_digest
from bot.ingest.versions import Versions, address_of
from bot.model import Article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from bot.ingest.source import ReadSettings
    from bot.ingest.tables import Columns
    from bot.model import Publisher

    Progress = Callable[[int, int], None]
    Listed = tuple[str, bytes, Callable[[], Article]]

log = logging.getLogger(__name__)

_SCHEMA = """
CREATE TABLE IF NOT EXISTS revision(value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS files(
    path TEXT PRIMARY KEY, size INTEGER NOT NULL, changed INTEGER NOT NULL, inode INTEGER NOT NULL, read_on TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS items(
    n INTEGER PRIMARY KEY, file TEXT NOT NULL, place INTEGER NOT NULL, id TEXT NOT NULL, digest BLOB, article BLOB,
    reason TEXT, older TEXT, address TEXT, UNIQUE(file, place)
) STRICT;
CREATE INDEX IF NOT EXISTS items_by_address ON items(address) WHERE address IS NOT NULL;
"""
_SHOWN = 20  # reasons that an error about a whole folder lists


class Signature(NamedTuple):
    """What tells whether a file changed: bytes, nanoseconds, inode."""

    size: int
    changed: int
    inode: int


class Readings:
    """The articles of a corpus folder as they were read last. One process at a time: the build that holds the lock."""

    def __init__(self, path: Path, revision: str) -> None:
        self._db = _open(path)
        if self._db.execute("SELECT value FROM revision").fetchall() != [(revision,)]:
            with self._db as db:
                db.executescript("DELETE FROM revision; DELETE FROM files; DELETE FROM items;")
                db.execute("INSERT INTO revision VALUES (?)", (revision,))

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def refresh(self, folder: Path, settings: ReadSettings, progress: Progress = lambda *_: None) -> None:
        """Read what changed in the folder since the last time. Progress is told as (files done, files to read).

        Raises CorpusError where there is no such folder or not one readable article in it.
        """
        if not folder.is_dir():
            msg = f"{folder}: no such folder; set [corpus] path, or name one with --corpus"
            raise CorpusError(msg)
        there = {path.relative_to(folder).as_posix(): path for path in article_files(folder)}
        known = self._known(settings.today)
        gone = known.keys() - there.keys()
        fresh = {name: found for name, path in there.items() if known.get(name) != (found := _signature(path))}
        with self._db as db:
            db.executemany("DELETE FROM files WHERE path = ?", [(_stored(name),) for name in gone | fresh.keys()])
            db.executemany("DELETE FROM items WHERE file = ?", [(_stored(name),) for name in gone | fresh.keys()])
        for done, (name, signature) in enumerate(fresh.items()):
            progress(done, len(fresh))
            self._read(folder, there[name], name, signature, settings)
        self._db.commit()
        progress(len(there), len(there))
        if gone or fresh:
            self._settle_versions()
        if not self._db.execute("SELECT 1 FROM items WHERE article IS NOT NULL LIMIT 1").fetchone():
            reasons = "".join(f"\n  skipped {error}" for error in self.skipped()[:_SHOWN])
            msg = f"{folder}: not one readable article{reasons}"
            raise CorpusError(msg)

    def listed(self) -> Iterator[Listed]:
        """Yield the articles in the order of their files; of several versions the newest.

        Each comes as its id, the digest of all that it says, and how to get the rest.
        """
        for number, id_, digest in self._db.execute(
            "SELECT n, id, digest FROM items WHERE article IS NOT NULL AND older IS NULL ORDER BY file, place"
        ):
            yield id_, digest, partial(self._article, number)

    def skipped(self) -> list[ArticleError]:
        """Return what holds no article, and the older versions, each with its reason."""
        records = self._db.execute(
            "SELECT id, coalesce(reason, older) FROM items WHERE reason IS NOT NULL OR older IS NOT NULL"
            " ORDER BY older IS NOT NULL, file, place"
        )
        return [ArticleError(id_, reason) for id_, reason in records]

    def _known(self, today: date | None) -> dict[str, Signature]:
        """Return the files that need not be read again while they stay as they were.

        A file with an undated article is read again on another day: no date in the future is believed.
        """
        records = self._db.execute(
            "SELECT path, size, changed, inode FROM files WHERE read_on IS NULL OR read_on = ?", (str(today),)
        )
        stale = self._db.execute("SELECT path FROM files WHERE read_on <> ?", (str(today),))
        nothing = Signature(-1, -1, -1)
        return {path: Signature(*rest) for path, *rest in records} | {path: nothing for (path,) in stale}

    def _read(self, folder: Path, path: Path, name: str, signature: Signature, settings: ReadSettings) -> None:
        name = _stored(name)
        depends_on_day = False
        for place, item in enumerate(read_one_of(folder, path, settings)):
            if isinstance(item, ArticleError):
                self._db.execute(
                    "INSERT INTO items(file, place, id, reason) VALUES (?, ?, ?, ?)",
                    (name, place, item.path, item.reason),
                )
                continue
            depends_on_day |= item.published is None and item.as_of != NEWEST
            self._db.execute(
                "INSERT INTO items(file, place, id, digest, article, address) VALUES (?, ?, ?, ?, ?, ?)",
                (name, place, item.id, article_digest(item), msgspec.json.encode(item), address_of(item)),
            )
        read_on = str(settings.today) if depends_on_day else None
        self._db.execute("INSERT INTO files VALUES (?, ?, ?, ?, ?)", (name, *signature, read_on))

    def _settle_versions(self) -> None:
        """Note which articles are older versions of others: of those at one address, no other can be."""
        numbers: list[int] = []
        ids: list[str] = []
        reasons: dict[int, str] = {}

        def recall(position: int) -> tuple[str, str]:
            article = self._article(numbers[position])
            return article.title, article.text

        versions = Versions(recall)
        items = self._db.execute(
            "SELECT n, article FROM items WHERE address IN"
            " (SELECT address FROM items WHERE address IS NOT NULL GROUP BY address HAVING count(*) > 1)"
            " ORDER BY file, place"
        )
        for position, (number, content) in enumerate(items):
            article = msgspec.json.decode(content, type=Article)
            numbers.append(number)
            ids.append(article.id)
            if older := versions.add(position, article):
                reasons[numbers[older.number]] = older.reason(ids[older.newer])
        with self._db as db:
            db.execute("UPDATE items SET older = NULL WHERE older IS NOT NULL")
            db.executemany("UPDATE items SET older = ? WHERE n = ?", [(why, n) for n, why in reasons.items()])

    def _article(self, number: int) -> Article:
        content = self._db.execute("SELECT article FROM items WHERE n = ?", (number,)).fetchone()[0]
        return msgspec.json.decode(content, type=Article)


def _open(path: Path) -> sqlite3.Connection:
    """Open the file; a damaged one is begun afresh, since all that it saves is time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _with_tables(path)
    except sqlite3.DatabaseError as error:
        log.warning("%s: begun afresh, it is damaged: %s", path, error)
        path.unlink()
        return _with_tables(path)


def _with_tables(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path)
    try:
        db.executescript(_SCHEMA)
        damage = db.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.DatabaseError:
        db.close()
        raise
    if damage != "ok":
        db.close()
        raise sqlite3.DatabaseError(damage)
    return db


def _signature(path: Path) -> Signature:
    """Return the signature of a file; of one that vanished meanwhile, one that no file has."""
    try:
        found = path.stat()
    except OSError:
        return Signature(-1, -1, -1)
    return Signature(found.st_size, found.st_mtime_ns, found.st_ino)


def _stored(name: str) -> str:
    """Return a file's name as the database keeps it: names that are not UTF-8 are escaped."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def reading_revision(columns: Columns, publishers: Sequence[Publisher]) -> str:
    """Return a digest of all that the reading of a file depends on besides the file and the day.

    It counts the program itself in: another version of the readers reads everything again.
    """
    whole = hashlib.blake2b(repr((columns, publishers)).encode(), digest_size=16)
    for path in sorted(Path(__file__).parent.glob("*.py")):
        whole.update(path.read_bytes())
    return whole.hexdigest()
