"""Corpus to snapshot: read, split, encode what is new, write, publish. Nothing of Telegram here."""

from __future__ import annotations

import hashlib
import logging
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bot.errors import CorpusError, SnapshotError
from bot.index.background import background_texts
from bot.index.copies import copy_groups
from bot.index.layout import PASSAGES, IndexFolder
from bot.index.manifest import Manifest, Split
from bot.index.passages import PassageStore
from bot.index.publish import Contents, build_lock, write_snapshot
from bot.index.reuse import HASH_TYPE, Reuse, text_hash
from bot.index.snapshot import candidates
from bot.index.terms import build_vocabulary
from bot.ingest.attribution import Publishers
from bot.ingest.corpus import Corpus, read_corpus
from bot.ingest.publishers import read_publishers
from bot.ingest.reading import ReadSettings
from bot.ingest.split import SplitSettings, split
from bot.periods import mentioned_days

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from numpy.typing import NDArray

    from bot.config import Config
    from bot.index.encoder import Encoder
    from bot.model import Passage, Publisher

    Progress = Callable[[str, int, int], None]

log = logging.getLogger(__name__)

# Texts encoded between two writes to the journal: what a kill can cost at most.
_CHUNK = 256
# Days of the longest stretch that counts as a mention of a time: a month and a bit, not a year.
_LONGEST_MENTION = 40


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did. `skipped` pairs a file with the reason; `seconds` is wall time."""

    articles: int
    skipped: tuple[tuple[str, str], ...]
    passages: int
    sentences: int
    languages: dict[str, int]
    dated: int
    undated: int
    encoded: int
    reused: int
    added: int
    changed: int
    removed: int
    seconds: float
    snapshot: str
    engine: str


def build(
    config: Config,
    *,
    now: datetime,
    open_encoder: Callable[[], Encoder],
    rebuild: bool = False,
    progress: Progress = lambda *_: None,
) -> BuildReport:
    """Build a snapshot from the configured corpus and make it live; `rebuild` encodes everything again.

    `open_encoder` is called once, after the corpus was read. Progress is told as (stage, done, total), stage one of
    "read", "encode", "publish". Raises CorpusError, ModelError, LockedError or StoreError; whatever is raised, the
    live snapshot stays as it was.
    """
    with build_lock(IndexFolder(Path(config.index.path))):
        folder = Path(config.corpus.path)
        publishers = read_publishers(publishers_path(config))
        settings = ReadSettings(publishers=Publishers.of(publishers), today=now.date())
        corpus = read_corpus(folder, lambda done, total: progress("read", done, total), settings)
        return build_from(
            corpus, publishers, config, now=now, encoder=open_encoder(), rebuild=rebuild, progress=progress
        )


def build_from(  # noqa: PLR0913 - keywords that only the two callers give
    corpus: Corpus,
    publishers: Sequence[Publisher],
    config: Config,
    *,
    now: datetime,
    encoder: Encoder,
    rebuild: bool = False,
    progress: Progress = lambda *_: None,
) -> BuildReport:
    """Build a snapshot from articles that were read already; the caller holds the lock. See `build`."""
    started = time.monotonic()
    index = IndexFolder(Path(config.index.path))
    before = _digests_before(index)
    settings = SplitSettings(config.passages.words, config.passages.max_words)
    passages = [passage for article, _ in corpus.articles for passage in split(article, settings)]
    languages = sorted({article.language for article, _ in corpus.articles})
    vocabulary = build_vocabulary(passages, languages)
    with Reuse(index, encoder.dimension, from_snapshots=not rebuild) as reuse:
        texts = [passage_text(passage) for passage in passages]
        texts += [text for passage in passages for text in sentence_texts(passage)]
        count, first_background = len(passages), len(texts)
        texts += background_texts()
        first_word = len(texts)
        vectors, hashes, encoded = _encode(texts + vocabulary.spellings, first_word, encoder, reuse, progress)
        contents = Contents(
            articles=corpus.articles,
            groups=copy_groups([article for article, _ in corpus.articles]),
            passages=passages,
            publishers=publishers,
            passage_vectors=vectors[:count],
            passage_hashes=hashes[:count],
            sentence_vectors=vectors[count:first_background],
            sentence_hashes=hashes[count:first_background],
            background_vectors=vectors[first_background:first_word],
            background_hashes=hashes[first_background:first_word],
            vocabulary=vocabulary,
            term_vectors=vectors[first_word:],
            term_hashes=hashes[first_word:],
            mentions=[_mentions(passage) for passage in passages],
            model=encoder.model_id,
            split=Split(settings.words, settings.max_words),
            corpus_digest=_corpus_digest(corpus, publishers),
            built=now,
        )
        progress("publish", 0, 1)
        manifest = write_snapshot(index, contents, config.index.keep)
        reuse.finish()
        progress("publish", 1, 1)
    seconds = time.monotonic() - started
    work = _Work(encoded, len(hashes) - encoded, seconds, encoder.engine)
    return _report(corpus, manifest, before, work)


def publishers_path(config: Config) -> Path:
    """Return where the table of publishers is: configured, or beside the articles.

    Raises CorpusError where the configured one is missing.
    """
    if not config.corpus.publishers:
        return Path(config.corpus.path) / "publishers.csv"
    path = Path(config.corpus.publishers)
    if not path.is_file():
        msg = f"{path}: no such file; correct [corpus] publishers, or leave it empty"
        raise CorpusError(msg)
    return path


def passage_text(passage: Passage) -> str:
    """Return what is encoded for a passage: the title counts, though it is never quoted.

    Measured over our corpus's development questions: hit@1 .66 with the title, .54 without.
    """
    return f"{passage.article.title}\n{passage.text}"


def sentence_texts(passage: Passage) -> list[str]:
    """Return what is encoded for each sentence of a passage: with the title, without which it often says too little.

    Measured over our corpus's development questions (best sentence alone): hit@1 .67 with the title, .51 without.
    """
    return [f"{passage.article.title}\n{sentence.of(passage.article.text)}" for sentence in passage.sentences]


def _mentions(passage: Passage) -> list[tuple[int, int]]:
    """Return the days, months and other short stretches that a passage mentions, as ordinals."""
    article = passage.article
    return [
        (period.first.toordinal(), period.last.toordinal())
        for period in mentioned_days(passage.text, reference=article.published, language=article.language)
        if period.first and period.last and (period.last - period.first).days <= _LONGEST_MENTION
    ]


def _encode(
    texts: Sequence[str], first_word: int, encoder: Encoder, reuse: Reuse, progress: Progress
) -> tuple[NDArray[np.float32], NDArray[np.void], int]:
    """Return the vectors of all texts, shape (texts, dimension), their hashes, and how many had to be encoded.

    Texts from `first_word` on are single words: they are encoded as questions, the others as passages.
    """
    keys = [
        text_hash(encoder.model_id, f"word\0{text}" if row >= first_word else text) for row, text in enumerate(texts)
    ]
    vectors = np.zeros((len(texts), encoder.dimension), np.float32)
    missing: dict[bytes, list[int]] = {}
    for row, key in enumerate(keys):
        vector = reuse.get(key)
        if vector is None:
            missing.setdefault(key, []).append(row)
        else:
            vectors[row] = vector
    # Words last, long texts first: batches of equal lengths waste least, and the time left is never underestimated.
    todo = sorted(missing.values(), key=lambda rows: (rows[0] >= first_word, -len(texts[rows[0]])))
    for at in range(0, len(todo), _CHUNK):
        progress("encode", at, len(todo))
        chunk = todo[at : at + _CHUNK]
        for words in (False, True):
            part = [rows for rows in chunk if (rows[0] >= first_word) == words]
            encode = encoder.encode_questions if words else encoder.encode_passages
            if not part:
                continue
            # Rounded as the snapshot keeps them: a build that reuses vectors equals one that encodes everything.
            fresh = encode([texts[rows[0]] for rows in part]).astype(np.float16).astype(np.float32)
            reuse.put([keys[rows[0]] for rows in part], fresh)
            for rows, vector in zip(part, fresh, strict=True):
                vectors[rows] = vector
    progress("encode", len(todo), len(todo))
    return vectors, np.frombuffer(b"".join(keys), HASH_TYPE), len(todo)


@dataclass(frozen=True, slots=True)
class _Work:
    """What a build cost: vectors encoded and reused, seconds, and what encoded."""

    encoded: int
    reused: int
    seconds: float
    engine: str


def _corpus_digest(corpus: Corpus, publishers: Sequence[Publisher]) -> str:
    """Return a digest of everything that was read: file names, contents and publishers."""
    digest = hashlib.blake2b(digest_size=16)
    for article, content in corpus.articles:
        digest.update(article.id.encode("utf-8", "surrogatepass") + b"\0" + content)
    digest.update(repr(publishers).encode())
    return digest.hexdigest()


def _digests_before(index: IndexFolder) -> dict[str, bytes]:
    """Return the digests of the articles in the snapshot that is live now; empty where none can be read."""
    name = next(iter(candidates(index)), None)
    if name is None:
        return {}
    try:
        store = PassageStore(index.snapshot(name) / PASSAGES)
    except SnapshotError as error:
        log.warning("what changed since the last snapshot can't be told: %s", error)
        return {}
    try:
        return store.article_digests()
    finally:
        store.close()


def _report(corpus: Corpus, manifest: Manifest, before: dict[str, bytes], work: _Work) -> BuildReport:
    after = {article.id: digest for article, digest in corpus.articles}
    return BuildReport(
        articles=len(after),
        skipped=tuple((error.path, error.reason) for error in corpus.skipped),
        passages=manifest.passages,
        sentences=manifest.sentences,
        languages=manifest.languages,
        dated=manifest.articles - manifest.undated,
        undated=manifest.undated,
        encoded=work.encoded,
        reused=work.reused,
        added=len(after.keys() - before.keys()),
        changed=sum(1 for name in after.keys() & before.keys() if after[name] != before[name]),
        removed=len(before.keys() - after.keys()),
        seconds=work.seconds,
        snapshot=manifest.name,
        engine=work.engine,
    )
