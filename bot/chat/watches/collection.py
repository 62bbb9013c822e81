"""The articles of a snapshot as watches need them: all at a glance by their digests, and single ones in full.

A snapshot's file of passages is read beside the engine: it never changes, and a search is not what is wanted here.
"""

from __future__ import annotations

from contextlib import closing
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bot.index.layout import PASSAGES, IndexFolder
from bot.index.passages import PassageStore

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.model import Passage


class Collection(Protocol):
    """The articles of a snapshot, by its name. Thread safe; every call blocks, and raises SnapshotError."""

    def digests(self, snapshot: str) -> Mapping[str, bytes]:
        """Return a digest of all that an article says, for the id of each."""

    def word_digests(self, snapshot: str, articles: Iterable[str]) -> dict[str, bytes]:
        """Return the digests of the words of some articles, by id; those that are not there are left out."""

    def passages(self, snapshot: str, article: str) -> list[Passage]:
        """Return the passages of an article in order; none where there is no such article."""


def words_digest(text: str) -> bytes:
    """Return a digest (16 bytes) of a text's words: white space does not count."""
    return blake2b(" ".join(text.split()).encode("utf-8", "surrogatepass"), digest_size=16).digest()


class SnapshotCollection:
    """The snapshots of an index on disk."""

    def __init__(self, index: str) -> None:
        self._index = IndexFolder(Path(index))

    def digests(self, snapshot: str) -> Mapping[str, bytes]:
        """Return a digest of all that an article says, for the id of each."""
        with closing(self._open(snapshot)) as store:
            return store.article_digests()

    def word_digests(self, snapshot: str, articles: Iterable[str]) -> dict[str, bytes]:
        """Return the digests of the words of some articles, by id; those that are not there are left out."""
        with closing(self._open(snapshot)) as store:
            firsts = ((article, store.at(article, 0)) for article in articles)
            return {article: words_digest(first.article.text) for article, first in firsts if first}

    def passages(self, snapshot: str, article: str) -> list[Passage]:
        """Return the passages of an article in order; none where there is no such article."""
        found: list[Passage] = []
        with closing(self._open(snapshot)) as store:
            while (passage := store.at(article, len(found))) is not None:
                found.append(passage)
        return found

    def _open(self, snapshot: str) -> PassageStore:
        return PassageStore(self._index.snapshot(snapshot) / PASSAGES)
