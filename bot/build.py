"""Corpus to snapshot: read what changed, take over the rest, encode what is new, publish. Nothing of Telegram here."""

from __future__ import annotations

import hashlib
import logging
import time
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import CorpusError, SnapshotError
from bot.index.before import Before
from bot.index.draft import Draft
from bot.index.finish import fill_vectors, write_files
from bot.index.generations import candidates, free_name
from bot.index.layout import FORMAT, PASSAGES, IndexFolder
from bot.index.lock import build_lock
from bot.index.manifest import Manifest, check_usable, expected
from bot.index.passages import PassageStore
from bot.index.publish import new_folder, write_snapshot
from bot.index.reuse import Reuse
from bot.index.revisions import REVISIONS
from bot.index.writing import writing
from bot.ingest.attribution import Publishers
from bot.ingest.publishers import read_publishers
from bot.ingest.readings import Readings, reading_revision
from bot.ingest.source import ReadSettings
from bot.ingest.split import SplitSettings, split
from bot.ingest.tables import Columns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from bot.config import Config
    from bot.errors import ArticleError
    from bot.index.draft import Listed, Settled
    from bot.index.encoder import Encoder
    from bot.ingest.corpus import Corpus
    from bot.model import Article, Publisher

    Progress = Callable[[str, int, int], None]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did. `skipped` pairs a file with the reason; `seconds` is wall time.

    Where nothing had changed, `snapshot` is the one that was live before.
    """

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


@dataclass(frozen=True, slots=True)
class _Corpus:
    """What is to be indexed. `listed` gives the articles anew each time; `digest` is of all that they say."""

    listed: Callable[[], Iterable[Listed]]
    skipped: Sequence[ArticleError]
    publishers: Sequence[Publisher]
    digests: dict[str, bytes]

    @property
    def digest(self) -> str:
        """A digest of all articles and publishers, whatever their order."""
        whole = hashlib.blake2b(repr(self.publishers).encode(), digest_size=16)
        for id_, digest in sorted(self.digests.items()):
            whole.update(id_.encode("utf-8", "surrogatepass") + b"\0" + digest)
        return whole.hexdigest()


def build(
    config: Config,
    *,
    now: datetime,
    open_encoder: Callable[[], Encoder],
    rebuild: bool = False,
    progress: Progress = lambda *_: None,
) -> BuildReport:
    """Build a snapshot from the configured corpus and make it live; `rebuild` reads and encodes everything again.

    Where nothing changed, the live snapshot stays. `open_encoder` is called once, after the corpus was read. Progress
    is told as (stage, done, total), stage one of "read", "encode", "publish". Raises CorpusError, ModelError,
    LockedError or StoreError; whatever is raised, the live snapshot stays as it was.
    """
    started = time.monotonic()
    index = IndexFolder(Path(config.index.path))
    with build_lock(index):
        publishers = read_publishers(publishers_path(config))
        columns = Columns.configured(config.corpus.columns.named())
        settings = ReadSettings(columns, Publishers.of(publishers), now.date())
        if rebuild:
            index.readings.unlink(missing_ok=True)
        with writing(index.root):
            readings = Readings(index.readings, reading_revision(columns, publishers))
        with closing(readings):
            with writing(index.readings):
                readings.refresh(folder := Path(config.corpus.path), settings, lambda *done: progress("read", *done))
            if not folder.is_dir():  # else every article that was not read any more would be taken for removed
                msg = f"{folder}: gone while it was read; build again when it is back"
                raise CorpusError(msg)
            digests = {id_: digest for id_, digest, _ in readings.listed()}
            corpus = _Corpus(readings.listed, readings.skipped(), publishers, digests)
            return _build(corpus, config, now, open_encoder(), started, rebuild=rebuild, progress=progress)


def build_from(
    corpus: Corpus, publishers: Sequence[Publisher], config: Config, *, now: datetime, encoder: Encoder
) -> BuildReport:
    """Build a snapshot from articles that were read already; the caller holds the lock. See `build`."""
    listed: list[Listed] = [(article.id, digest, partial(_itself, article)) for article, digest in corpus.articles]
    digests = {id_: digest for id_, digest, _ in listed}
    whole = _Corpus(lambda: listed, corpus.skipped, publishers, digests)
    return _build(whole, config, now, encoder, time.monotonic(), rebuild=False, progress=lambda *_: None)


def _itself(article: Article) -> Article:
    return article


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


def _build(  # noqa: PLR0913 - the two entries above hide it
    corpus: _Corpus,
    config: Config,
    now: datetime,
    encoder: Encoder,
    started: float,
    *,
    rebuild: bool,
    progress: Progress,
) -> BuildReport:
    index = IndexFolder(Path(config.index.path))
    before = _digests_before(index)
    with writing(index.root), Reuse(index, encoder.dimension, from_snapshots=not rebuild) as reuse:
        source = _usable(reuse, config, encoder)
        if source is not None and _is_live(index, source) and source[1].corpus_digest == corpus.digest:
            manifest, encoded, reused = source[1], 0, reuse.vectors
            reuse.finish()
        else:
            manifest, encoded, reused = _publish(corpus, config, now, encoder, reuse, source, progress)
    seconds = time.monotonic() - started
    return _report(corpus, manifest, before, _Work(encoded, reused, seconds, encoder.engine))


def _publish(  # noqa: PLR0913, PLR0917 - the one place where everything meets
    corpus: _Corpus,
    config: Config,
    now: datetime,
    encoder: Encoder,
    reuse: Reuse,
    source: tuple[Path, Manifest] | None,
    progress: Progress,
) -> tuple[Manifest, int, int]:
    """Write and publish a snapshot; return its manifest, how many texts were encoded, and how many were not."""
    index = IndexFolder(Path(config.index.path))
    settings = SplitSettings(config.passages.words, config.passages.max_words)
    name = free_name(index, now, corpus.digest)
    before = Before.of(*source) if source else Before.nothing(encoder.dimension)
    with (
        new_folder(index, name) as folder,
        Draft(folder, index.building / "work", before, encoder.model_id) as draft,
    ):
        settled = draft.take(corpus.listed(), lambda article: split(article, settings), corpus.publishers)
        encoded, reused = fill_vectors(
            draft, settled, encoder, reuse, lambda done, total: progress("encode", done, total)
        )
        progress("publish", 0, 1)
        recall = write_files(draft, settled)
        about = _about(name, corpus, settled, now, config, encoder, recall)
        manifest = write_snapshot(index, folder, about, config.index.keep)
    reuse.finish()
    progress("publish", 1, 1)
    return manifest, encoded, reused


def _usable(reuse: Reuse, config: Config, encoder: Encoder) -> tuple[Path, Manifest] | None:
    """Return the snapshot whose passages can be taken over; None where it was made otherwise, or is not there."""
    if reuse.source is None:
        return None
    try:
        check_usable(*reuse.source, expected(config, encoder))
    except SnapshotError as error:
        log.info("only vectors are taken over: %s", error)
        return None
    return reuse.source


def _is_live(index: IndexFolder, source: tuple[Path, Manifest]) -> bool:
    return candidates(index)[0] == source[0].name


def _about(  # noqa: PLR0913, PLR0917 - a record of everything
    name: str,
    corpus: _Corpus,
    settled: Settled,
    now: datetime,
    config: Config,
    encoder: Encoder,
    recall: float | None,
) -> Manifest:
    facts, wanted = settled.facts, expected(config, encoder)
    return Manifest(
        format=FORMAT,
        name=name,
        built=now.isoformat(),
        model=wanted.model,
        dimension=wanted.dimension,
        split=wanted.split,
        revisions=REVISIONS,
        corpus_digest=corpus.digest,
        articles=facts.articles,
        passages=facts.passages,
        sentences=int(settled.columns["sentences"].sum()),
        undated=facts.undated,
        first_published=facts.first,
        last_published=facts.last,
        languages=facts.languages,
        publishers=facts.publishers,
        files={},
        recall=recall,
    )


@dataclass(frozen=True, slots=True)
class _Work:
    """What a build cost: vectors encoded and reused, seconds, and what encoded."""

    encoded: int
    reused: int
    seconds: float
    engine: str


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


def _report(corpus: _Corpus, manifest: Manifest, before: dict[str, bytes], work: _Work) -> BuildReport:
    after = corpus.digests
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
