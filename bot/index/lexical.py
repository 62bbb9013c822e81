"""Words: a tantivy index over tokens that we made ourselves, on disk.

Two fields of words a passage: `stems`, prefixed with their language so that BM25 compares a question with passages of
its own language only, and `keys`, the spellings that names and cognates share between languages and scripts (see
tokens.py). Language, publisher and day of publication stand beside them, so that filters are part of the search and
cost it nothing that is sought.

Segments are never changed once written, so that the next snapshot takes copies of them. They are not hard links: what
damages a file of one snapshot must leave the snapshot before it whole.
"""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import tantivy

from bot.errors import SnapshotError
from bot.index.tokens import keys, stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.model import Passage

_WRITER_BYTES = 64_000_000
STEMS = "stems"
KEYS = "keys"


_LOCK = ".lock"
_READER_LOCK = ".tantivy-meta.lock"


@dataclass(frozen=True, slots=True)
class Within:
    """Hard filters of a search. None means any; `published` is a closed range of ordinals, unknown days are 0."""

    languages: frozenset[str] | None = None
    publishers: frozenset[str] | None = None
    published: tuple[int, int] | None = None


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("row", stored=False, fast=True, indexed=True)
    builder.add_text_field(STEMS, tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field(KEYS, tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("language", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("publisher", tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("published", stored=False, fast=True, indexed=True)
    return builder.build()


def update_words(
    folder: Path, before: Path | None, removed: Iterable[int], passages: Iterable[tuple[int, Passage]]
) -> None:
    """Write an index from the one in `before`: some rows are removed first, then passages added.

    Titles count as words of every passage.
    """
    folder.mkdir()
    if before is not None:
        _share(before, folder)
    schema = _schema()
    index = tantivy.Index(schema, path=str(folder))
    writer = index.writer(_WRITER_BYTES, 1)
    for row in removed:  # by query: deleting by term finds no unsigned numbers
        writer.delete_documents_by_query(tantivy.Query.term_query(schema, "row", row))
    for row, passage in passages:
        writer.add_document(_document(row, passage))
    writer.commit()
    writer.wait_merging_threads()


def _share(before: Path, folder: Path) -> None:
    for path in before.iterdir():
        if not path.name.endswith(_LOCK):
            shutil.copyfile(path, folder / path.name)


def _document(row: int, passage: Passage) -> tantivy.Document:
    article = passage.article
    text = f"{article.title}\n{passage.text}"
    document = tantivy.Document()
    document.add_unsigned("row", row)
    document.add_text(STEMS, " ".join(stems(text, article.language)))
    document.add_text(KEYS, " ".join(keys(text, article.language)))
    document.add_text("language", article.language)
    document.add_text("publisher", article.publisher or "")
    document.add_unsigned("published", article.published.toordinal() if article.published else 0)
    return document


@contextmanager
def _lockable(folder: Path) -> Iterator[Path]:
    """Yield an index's folder; where it can't be written, another with links to its files, while they are opened.

    Tantivy locks what it opens by a file beside it. What is open stays open; a thread of tantivy's may look into the
    folder of links a last time while it is deleted.
    """
    lock = folder / _READER_LOCK
    if not folder.is_dir() or os.access(lock if lock.exists() else folder, os.W_OK, effective_ids=True):
        yield folder
        return
    with TemporaryDirectory(prefix="dateline-", ignore_cleanup_errors=True) as name:
        shadow = Path(name)
        for path in folder.iterdir():
            if not path.name.endswith(_LOCK):
                (shadow / path.name).symlink_to(path.absolute())
        yield shadow


class WordIndex:
    """Searches a written index. Thread safe; scores are BM25, higher is better."""

    def __init__(self, folder: Path) -> None:
        try:
            with _lockable(folder) as opened:
                self._index = tantivy.Index.open(str(opened))
                self._searcher = self._index.searcher()
        except (OSError, ValueError) as error:
            msg = f"{folder}: not a readable word index: {error}"
            raise SnapshotError(msg) from error
        self._schema = _schema()

    def search(self, field: str, tokens: Iterable[str], limit: int, within: Within | None = None) -> dict[int, float]:
        """Return row -> BM25 of the `limit` best passages that hold any of a field's tokens and pass the filters."""
        terms = [tantivy.Query.term_query(self._schema, field, token) for token in dict.fromkeys(tokens)]
        if not terms:
            return {}
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
        if within is not None:
            filters = [tantivy.Query.const_score_query(one, 0.0) for one in self._filters(within)]
            query = tantivy.Query.boolean_query([(tantivy.Occur.Must, one) for one in (query, *filters)])
        hits = self._searcher.search(query, limit, count=False).hits
        rows = self._searcher.fast_field_values("row", [address for _, address in hits])
        return {int(row): float(score) for row, (score, _) in zip(rows, hits, strict=True)}

    def _filters(self, within: Within) -> list[tantivy.Query]:
        found = []
        for field, names in (("language", within.languages), ("publisher", within.publishers)):
            if names is not None:
                found.append(tantivy.Query.term_set_query(self._schema, field, sorted(names)))
        if within.published is not None:
            first, last = within.published
            found.append(tantivy.Query.range_query(self._schema, "published", tantivy.FieldType.Unsigned, first, last))
        return found

    @property
    def size(self) -> int:
        """How many passages the index holds."""
        return int(self._searcher.num_docs)
