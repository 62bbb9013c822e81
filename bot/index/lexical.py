"""Words: a tantivy index over tokens that we made ourselves.

Two fields a passage: `stems`, prefixed with their language so that BM25 compares a question with passages of its own
language only, and `keys`, the spellings that names and cognates share between languages and scripts (see tokens.py).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import tantivy

from bot.errors import SnapshotError
from bot.index.tokens import keys, stems

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bot.model import Passage

_WRITER_BYTES = 64_000_000
_K1 = 1.2  # tantivy's BM25 constant
STEMS = "stems"
KEYS = "keys"


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("row", stored=True, fast=True)
    builder.add_text_field(STEMS, tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field(KEYS, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def write_words(folder: Path, passages: Iterable[Passage]) -> None:
    """Write a new index; passages get rows 0, 1, 2 ... in order. Titles count as words of every passage."""
    folder.mkdir()
    index = tantivy.Index(_schema(), path=str(folder))
    writer = index.writer(_WRITER_BYTES, 1)
    for row, passage in enumerate(passages):
        text = f"{passage.article.title}\n{passage.text}"
        language = passage.article.language
        document = tantivy.Document()
        document.add_unsigned("row", row)
        document.add_text(STEMS, " ".join(stems(text, language)))
        document.add_text(KEYS, " ".join(keys(text, language)))
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


class WordIndex:
    """Searches a written index. Thread safe; scores are BM25, higher is better."""

    def __init__(self, folder: Path) -> None:
        try:
            self._index = tantivy.Index.open(str(folder))
            self._searcher = self._index.searcher()
        except ValueError as error:
            msg = f"{folder}: not a readable word index: {error}"
            raise SnapshotError(msg) from error
        self._schema = _schema()

    def search(self, field: str, tokens: Iterable[str], limit: int) -> dict[int, float]:
        """Return row -> BM25 of the `limit` best passages that hold any of the tokens of a field."""
        terms = [tantivy.Query.term_query(self._schema, field, token) for token in dict.fromkeys(tokens)]
        if not terms:
            return {}
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
        hits = self._searcher.search(query, limit, count=False).hits
        return {int(self._searcher.doc(address)["row"][0]): float(score) for score, address in hits}

    def ceiling(self, field: str, tokens: Iterable[str]) -> float:
        """Return the BM25 of an imagined passage that holds every token very often: the most that a question can get.

        Tokens that no passage holds count as the rarest of all.
        """
        return sum((_K1 + 1) * self._idf(self.document_frequency(field, token)) for token in set(tokens))

    def _idf(self, frequency: int) -> float:
        """Return tantivy's inverse document frequency (Lucene's formula)."""
        return math.log(1 + (self.size - frequency + 0.5) / (frequency + 0.5))

    def document_frequency(self, field: str, token: str) -> int:
        """Return how many passages hold a token."""
        return int(self._searcher.doc_freq(field, token))

    @property
    def size(self) -> int:
        """How many passages the index holds."""
        return int(self._searcher.num_docs)
