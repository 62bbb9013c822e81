"""A snapshot of any size, made without reading or encoding: real texts over and over, vectors by chance.

The vectors are drawn as the model's look once their language's mean is taken away; words, passages, columns and sums
are written by the program's own writers. So what is measured over it is the search that readers get.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import tantivy

from bot.index import layout
from bot.index.arrays import BLOCK, written
from bot.index.columns import COLUMN_TYPE, MENTION_TYPE, place
from bot.index.lexical import _document, _schema
from bot.index.manifest import Expected, Manifest, Split, file_sums, write_manifest
from bot.index.passage_writer import PassageWriter
from bot.index.revisions import REVISIONS
from bot.index.terms import TERM_TYPE, passage_words
from bot.index.vectors import write_vectors
from bot.ingest.corpus import read_corpus
from bot.ingest.split import SplitSettings, split
from bot.model import Article, Passage, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

DIMENSION = 384
EXPECTED = Expected("made@1", DIMENSION, Split(90, 140))
_SHIPPED = Path(__file__).parents[2] / "corpus"
_PASSAGES = 5  # of an article
_SENTENCES = 3  # of a passage, as in our corpus
_TERMS = 60  # of a passage, ten more than its own
_VOCABULARY = 300_000  # terms of a large corpus
_PUBLISHERS = [f"Publisher {number:03}" for number in range(100)]  # a filter for one leaves 1 %
_FIRST_DAY = date(2019, 1, 1).toordinal()
_DAYS = 365


@dataclass(frozen=True, slots=True)
class _Pool:
    """Passages of the shipped corpus, each as an article of its own, and their languages."""

    passages: Sequence[Passage]
    languages: Sequence[str]


def vectors_of(rows: NDArray[np.int64]) -> Floats:
    """Return the vectors of some rows, sorted: unit length, always the same."""
    vectors = np.empty((len(rows), DIMENSION), np.float32)
    numbers, starts = np.unique(rows // BLOCK, return_index=True)
    for number, mine in zip(numbers.tolist(), np.split(np.arange(len(rows)), starts[1:]), strict=True):
        wanted = rows[mine] - number * BLOCK
        chance = np.random.default_rng(number)
        vectors[mine] = chance.standard_normal((int(wanted[-1]) + 1, DIMENSION), dtype=np.float32)[wanted]
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors


def make_snapshot(folder: Path, size: int) -> None:
    """Write a snapshot of `size` passages into a new folder."""
    folder.mkdir(parents=True)
    pool = _pool()
    columns = _columns(size, pool)
    _write_passages(folder, size, pool, columns)
    _write_words(folder, pool, columns)
    write_vectors(folder / layout.VECTORS, size, DIMENSION, vectors_of)
    np.save(folder / layout.COLUMNS, columns)
    np.save(folder / layout.MENTIONS, np.zeros(0, MENTION_TYPE))
    np.save(folder / layout.MEANS, np.zeros((3, len(pool.languages), DIMENSION), np.float32))
    _write_terms(folder, size, pool)
    _write_halves(folder / layout.SENTENCE_VECTORS, size * _SENTENCES)
    _write_manifest(folder, size, pool)


def _pool() -> _Pool:
    settings = SplitSettings(90, 140)
    passages = [passage for article, _ in read_corpus(_SHIPPED).articles for passage in split(article, settings)]
    enough = [passage for passage in passages if len(passage.sentences) >= _SENTENCES]
    return _Pool(enough, sorted({passage.article.language for passage in enough}))


def _columns(size: int, pool: _Pool) -> NDArray[np.void]:
    columns = np.zeros(size, COLUMN_TYPE)
    rows = np.arange(size)
    articles = rows // _PASSAGES
    of_pool = np.array([pool.languages.index(passage.article.language) for passage in pool.passages])
    columns["article"] = columns["group"] = articles
    columns["language"] = of_pool[rows % len(pool.passages)]
    columns["publisher"] = 1 + articles % len(_PUBLISHERS)
    columns["published"] = _FIRST_DAY + articles % _DAYS
    for name, count in (("sentences", _SENTENCES), ("terms", _TERMS), ("mentions", 0)):
        place(columns, name, np.full(size, count, np.uint16))
    return columns


def _write_passages(folder: Path, size: int, pool: _Pool, columns: NDArray[np.void]) -> None:
    with PassageWriter(folder / layout.PASSAGES) as writer:
        for first in range(0, size, _PASSAGES):
            number = first // _PASSAGES
            told = [pool.passages[row % len(pool.passages)] for row in range(first, min(first + _PASSAGES, size))]
            text = "\n\n".join(passage.text for passage in told)
            article = Article(
                id=f"{number}.md",
                title=told[0].article.title,
                text=text,
                language=pool.languages[int(columns[first]["language"])],
                publisher=_PUBLISHERS[number % len(_PUBLISHERS)],
                published=date.fromordinal(int(columns[first]["published"])),
            )
            writer.add(number, article, b"", first, list(_laid_out(article, told)))
        writer.replace_publishers(())


def _laid_out(article: Article, told: Sequence[Passage]) -> list[Passage]:
    found, at = [], 0
    for position, passage in enumerate(told):
        shift = at - passage.span.start
        sentences = [Span(one.start + shift, one.end + shift) for one in passage.sentences[:_SENTENCES]]
        span = Span(at, at + len(passage.text))
        found.append(Passage(f"{article.id}/{position}", article, position, span, tuple(sentences)))
        at = span.end + 2
    return found


def _write_words(folder: Path, pool: _Pool, columns: NDArray[np.void]) -> None:
    """Write the word index: each passage has its pool passage's words; filters look at what the columns say."""
    (folder / layout.WORDS).mkdir()
    index = tantivy.Index(_schema(), path=str(folder / layout.WORDS))
    writer = index.writer(64_000_000, 1)
    tokens = [_document(0, passage).to_dict() for passage in pool.passages]
    for row, (publisher, published) in enumerate(columns[["publisher", "published"]].tolist()):
        kept = tokens[row % len(tokens)]
        document = tantivy.Document()
        document.add_unsigned("row", row)
        for field in ("stems", "keys", "language"):
            document.add_text(field, kept[field][0])
        document.add_text("publisher", _PUBLISHERS[publisher - 1])
        document.add_unsigned("published", published)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


def _write_terms(folder: Path, size: int, pool: _Pool) -> None:
    """Write a vocabulary in which the pool's words stand among many others, and for each passage its own and others."""
    own = [[word.stem for word in passage_words(passage)] for passage in pool.passages]
    words = {word.stem: word for passage in pool.passages for word in passage_words(passage)}
    chance = np.random.default_rng(1)
    others = chance.integers(1, 2**63, max(0, min(_VOCABULARY, 20 * size) - len(words)), dtype=np.uint64)
    stems = np.unique(np.concatenate([np.array(list(words), np.uint64), others]))
    terms = np.zeros(len(stems), TERM_TYPE)
    terms["stem"] = terms["key"] = stems
    known = np.searchsorted(stems, np.array(list(words), np.uint64))
    terms["key"][known] = [word.sound for word in words.values()]
    terms["language"] = chance.integers(0, len(pool.languages), len(stems))
    terms["frequency"] = chance.integers(1, max(2, size // 20), len(stems))
    np.save(folder / layout.TERMS, terms)
    _write_halves(folder / layout.TERM_VECTORS, len(stems))
    shuffled = chance.permutation(len(stems)).astype(np.uint32)
    with written(folder / layout.PASSAGE_TERMS, (size * _TERMS,), np.uint32) as array:
        of_passages = array.reshape(size, _TERMS)
        for start in range(0, size, BLOCK):
            part = of_passages[start : start + BLOCK]
            ranks = (len(stems) ** chance.random(part.shape)).astype(
                np.int64
            )  # the commoner a word, the lower its rank
            part[:] = shuffled[np.minimum(ranks, len(stems) - 1)]
            for number, said in enumerate(own):
                first = (number - start) % len(own)
                part[first :: len(own), : len(said)] = np.searchsorted(stems, np.array(said[:_TERMS], np.uint64))


def _write_halves(path: Path, count: int) -> None:
    """Write vectors of unit length by chance: one block over and over, turned round."""
    block = vectors_of(np.arange(min(BLOCK, count))).astype(np.float16)
    with written(path, (count, DIMENSION), np.float16) as array:
        for number, start in enumerate(range(0, count, BLOCK)):
            array[start : start + BLOCK] = np.roll(block, number, axis=1)[: count - start]


def _write_manifest(folder: Path, size: int, pool: _Pool) -> None:
    articles = -(-size // _PASSAGES)
    manifest = Manifest(
        format=layout.FORMAT,
        name=folder.name,
        built=datetime(2026, 1, 1, tzinfo=UTC).isoformat(),
        model=EXPECTED.model,
        dimension=DIMENSION,
        split=EXPECTED.split,
        revisions=REVISIONS,
        corpus_digest="0" * 32,
        articles=articles,
        passages=size,
        sentences=size * _SENTENCES,
        undated=0,
        first_published=date.fromordinal(_FIRST_DAY).isoformat(),
        last_published=date.fromordinal(_FIRST_DAY + min(articles, _DAYS) - 1).isoformat(),
        languages=dict.fromkeys(pool.languages, articles // len(pool.languages)),
        publishers=dict.fromkeys(_PUBLISHERS, articles // len(_PUBLISHERS)),
        files=file_sums(folder),
    )
    write_manifest(folder, manifest)
