"""What was read, until all of it is: only then it is known what is a copy and what an older version of what.

Texts wait in a temporary file, and so do the runs of words by which copies are told, so that memory does not grow with
what is read: a web archive may hold a hundred thousand articles.
"""

from __future__ import annotations

import json
import os
import tempfile
from array import array
from collections import defaultdict
from datetime import date
from typing import IO, TYPE_CHECKING, Any, Self

import numpy as np

from bot.errors import ArticleError
from bot.index.copies import held_runs, join_copies
from bot.ingest.versions import Versions, newest_of
from bot.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from bot.ingest.versions import Older

_IN_MEMORY = 16_000_000  # bytes of what waits; more goes to disk
_MOST_RUNS = 4_000_000
"""Runs of words that are compared at once: 32 MB. Of more (about 8,000 articles) a part is, chosen by the runs alone.

Copies share most of their runs, so they are found by a part as well; only very short ones are then missed.
"""

_BLOCK = 1_000_000  # runs that are read at once
_HASH = np.uint64(32)  # bits after which the hash of a run stands, see `held_runs`
_NOTHING = np.zeros(0, np.uint64)


class Pieces:
    """Articles and what was skipped, in the order of reading. A context: what waits on disk is deleted at its end."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  # closed at the end of the context
        self._runs = tempfile.TemporaryFile()  # noqa: SIM115  # likewise
        self._places = array("q")
        self._articles = array("q")  # numbers of the pieces that are articles
        self._older: dict[int, Older] = {}
        self._versions = Versions(self._said)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
        self._runs.close()

    def add(self, item: Article | ArticleError) -> None:
        """Keep an article, or the reason why there is none."""
        number = len(self._places)
        if not isinstance(item, ArticleError):
            self._articles.append(number)
            self._runs.write(held_runs(number, item).tobytes())
            if older := self._versions.add(number, item):
                self._older[older.number] = older
        self._places.append(self._file.seek(0, os.SEEK_END))
        self._file.write(json.dumps(as_object(item)).encode() + b"\n")

    def objects(self) -> Iterator[dict[str, Any]]:
        """Yield the object of each piece, in order; an older version has its text, and the reason why it is skipped."""
        groups = self._groups()
        before: dict[int, list[str]] = defaultdict(list)
        for number in range(len(self._places)):
            found = self._object(number)
            if number in self._older:
                newest = self._object(newest_of(number, self._older))["path"]
                found["skipped"] = self._older[number].reason(newest)
            elif number in groups:
                found["copies_of"] = list(before[groups[number]])
                before[groups[number]].append(found["path"])
            yield found

    def _groups(self) -> dict[int, int]:
        """Return the group of copies of each article."""
        return join_copies(self._kept_runs(), np.array(self._articles, np.int64), {}, self._article)

    def _kept_runs(self) -> NDArray[np.uint64]:
        """Return the runs of all articles, sorted; a part of them where they are too many."""
        every = np.uint64(-(-self._runs.tell() // (8 * _MOST_RUNS)) or 1)  # one in so many is compared
        self._runs.seek(0)
        kept = [block[(block >> _HASH) % every == 0] for block in _blocks(self._runs)]
        runs = np.concatenate(kept or [_NOTHING])
        runs.sort()
        return runs

    def _article(self, number: int) -> Article:
        """Return what decides whether an article is a copy."""
        found = self._object(number)
        day = date.fromisoformat(found["date"]) if found["date"] else None
        return Article(found["path"], "", "", found["language"], found["publisher"], day)

    def _object(self, number: int) -> dict[str, Any]:
        self._file.seek(self._places[number])
        found: dict[str, Any] = json.loads(self._file.readline())
        return found

    def _said(self, number: int) -> tuple[str, str]:
        found = self._object(number)
        return found["title"], found["text"]


def _blocks(file: IO[bytes]) -> Iterator[NDArray[np.uint64]]:
    while len(block := np.fromfile(file, np.uint64, _BLOCK)):
        yield block


def as_object(item: Article | ArticleError) -> dict[str, Any]:
    """Return the stable JSON form of an article, or of a piece that was skipped with its reason.

    `copies_of`, the ids of earlier articles of which this one is a copy, is not known yet. `path` is the article's id:
    the file, and for an article in a container `#` and the id it has there.
    """
    if isinstance(item, ArticleError):
        empty = ("title", "text", "publisher", "agency", "date", "date_found_in", "language", "url", "author")
        return {"path": item.path, **dict.fromkeys(empty), "copies_of": [], "skipped": item.reason}
    return {
        "path": item.id,
        "title": item.title,
        "text": item.text,
        "publisher": item.publisher,
        "agency": item.agency,
        "date": item.published.isoformat() if item.published else None,
        "date_found_in": item.date_found_in,
        "language": item.language,
        "url": item.url,
        "author": item.author,
        "copies_of": [],
        "skipped": None,
    }
