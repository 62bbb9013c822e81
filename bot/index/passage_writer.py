"""Writing the articles and passages of a snapshot: into a new file, or into a copy of the last snapshot's."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from bot.index.draft_file import DraftFile
from bot.index.passages import SCHEMA
from bot.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from bot.model import Passage, Publisher


@dataclass(frozen=True, slots=True)
class Facts:
    """How many articles and passages there are, of which languages, publishers (both sorted by name) and days."""

    articles: int
    passages: int
    undated: int
    first: str | None
    last: str | None
    languages: dict[str, int]
    publishers: dict[str, int]


class PassageWriter(DraftFile):
    """Changes the file of passages of a snapshot that is being made."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "" if path.exists() else SCHEMA)

    def numbers(self) -> dict[str, tuple[int, bytes]]:
        """Return the number and the digest of each article, by its id."""
        return {id_: (number, digest) for number, id_, digest in self._db.execute("SELECT n, id, digest FROM articles")}

    def remove(self, article: int) -> list[int]:
        """Take an article out; return the rows that its passages had."""
        rows = [row for (row,) in self._db.execute("SELECT n FROM passages WHERE article = ?", (article,))]
        self._db.execute("DELETE FROM passages WHERE article = ?", (article,))
        self._db.execute("DELETE FROM articles WHERE n = ?", (article,))
        return rows

    def add(self, number: int, article: Article, digest: bytes, first_row: int, passages: Sequence[Passage]) -> None:
        """Add an article with its passages, which get the rows from `first_row` on; it is a copy of none yet."""
        self._db.execute(
            "INSERT INTO articles VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (number, article.id, digest, *_article_row(article), number),
        )
        self._db.executemany(
            "INSERT INTO passages VALUES (?,?,?,?,?)",
            ((row, p.key, number, p.position, _pack(p)) for row, p in enumerate(passages, first_row)),
        )

    def move(self, rows: Iterable[tuple[int, int]]) -> None:
        """Give passages other rows: pairs of old and new, no new one in use."""
        self._db.executemany("UPDATE passages SET n = ?2 WHERE n = ?1", rows)

    def regroup(self, groups: Mapping[int, int]) -> None:
        """Write which group of copies articles belong to, by their numbers."""
        self._db.executemany(
            "UPDATE articles SET copies = ?2 WHERE n = ?1 AND copies <> ?2", ((n, g) for n, g in groups.items())
        )

    def replace_publishers(self, publishers: Iterable[Publisher]) -> None:
        """Write the table of publishers anew."""
        self._db.execute("DELETE FROM publishers")
        self._db.executemany("INSERT INTO publishers VALUES (?,?,?,?,?,?,?,?)", (_publisher_row(p) for p in publishers))

    def about(self, number: int) -> Article:
        """Return what is known of an article, all but its title and text."""
        language, publisher, published = self._db.execute(
            "SELECT language, publisher, published FROM articles WHERE n = ?", (number,)
        ).fetchone()
        day = date.fromisoformat(published) if published else None
        return Article(str(number), "", "", language, publisher, day)

    def facts(self) -> Facts:
        """Count what there is."""
        articles, dated, first, last = self._db.execute(
            "SELECT count(*), count(published), min(published), max(published) FROM articles"
        ).fetchone()
        return Facts(
            articles=articles,
            passages=self._db.execute("SELECT count(*) FROM passages").fetchone()[0],
            undated=articles - dated,
            first=first,
            last=last,
            languages=self._counts("language"),
            publishers=self._counts("publisher"),
        )

    def _counts(self, column: str) -> dict[str, int]:
        records = self._db.execute(
            f"SELECT {column}, count(*) FROM articles WHERE {column} <> '' GROUP BY {column}"  # noqa: S608 - constants only
        )
        return dict(sorted(records))

    def groups(self) -> NDArray[np.int64]:
        """Return number and group of each article, shape (articles, 2)."""
        records = self._db.execute("SELECT n, copies FROM articles").fetchall()
        return np.array(records, np.int64).reshape(-1, 2)


def _article_row(a: Article) -> tuple[str | None, ...]:
    published = a.published.isoformat() if a.published else None
    return a.title, a.text, a.language, a.publisher, published, a.url, a.kind, a.agency, a.author, a.date_found_in


def _pack(passage: Passage) -> bytes:
    """Pack the passage's span, then its sentences', as little-endian 32-bit offsets."""
    offsets = [offset for span in (passage.span, *passage.sentences) for offset in (span.start, span.end)]
    return struct.pack(f"<{len(offsets)}I", *offsets)


def _publisher_row(p: Publisher) -> tuple[str | None, ...]:
    return p.name, p.domain, p.country, p.ownership, "|".join(p.languages), p.notes, p.evidence, p.owner
