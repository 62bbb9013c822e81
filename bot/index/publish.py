"""Writing a snapshot: into a folder of its own, made durable, renamed into place, and only then named as CURRENT."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.errors import LockedError
from bot.index import layout
from bot.index.background import means_with_prior
from bot.index.columns import MENTION_TYPE, build_columns, place
from bot.index.lexical import write_words
from bot.index.manifest import Manifest, Split, file_sums, write_manifest
from bot.index.passages import write_passages
from bot.index.snapshot import candidates, current_name
from bot.index.vectors import centred, language_means, write_vectors

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from numpy.typing import NDArray

    from bot.index.terms import Vocabulary
    from bot.model import Article, Passage, Publisher


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that a snapshot is made of. Vectors are the encoder's own, one a row, unit length.

    `groups` has for each article the number of its group of copies; `mentions` for each passage the stretches of
    days that it mentions, as ordinals.
    """

    articles: Sequence[tuple[Article, bytes]]
    groups: Sequence[int]
    passages: Sequence[Passage]
    publishers: Sequence[Publisher]
    passage_vectors: NDArray[np.float32]
    passage_hashes: NDArray[np.void]
    sentence_vectors: NDArray[np.float32]
    sentence_hashes: NDArray[np.void]
    vocabulary: Vocabulary
    term_vectors: NDArray[np.float32]
    term_hashes: NDArray[np.void]
    background_vectors: NDArray[np.float32]
    background_hashes: NDArray[np.void]
    mentions: Sequence[Sequence[tuple[int, int]]]
    model: str
    split: Split
    corpus_digest: str
    built: datetime


@contextmanager
def build_lock(index: layout.IndexFolder) -> Iterator[None]:
    """Hold the index's build lock. Raises LockedError naming the process that holds it.

    The kernel frees the lock when its holder dies, so a lock left behind by a dead process is no lock.
    """
    index.root.mkdir(parents=True, exist_ok=True)
    with index.lock.open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.seek(0)
            msg = f"{index.lock}: another build is running (process {file.read().strip() or 'unknown'}); wait for it"
            raise LockedError(msg) from error
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield
        file.truncate(0)


def write_snapshot(index: layout.IndexFolder, contents: Contents, keep: int) -> Manifest:
    """Write, publish and make live a new snapshot; then delete all but the newest `keep`."""
    name = _free_name(index, f"{contents.built:%Y%m%dT%H%M%SZ}-{contents.corpus_digest[:8]}")
    folder = index.snapshots / f".{name}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    _write_files(folder, contents)
    manifest = _manifest(name, folder, contents)
    write_manifest(folder, manifest)
    _sync_tree(folder)
    folder.rename(index.snapshot(name))
    _sync(index.snapshots)
    make_live(index, name)
    prune(index, keep)
    return manifest


def make_live(index: layout.IndexFolder, name: str) -> None:
    """Name a snapshot as the live one, atomically."""
    fresh = index.current.with_suffix(".new")
    with fresh.open("w", encoding="utf-8") as file:
        file.write(name + "\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(index.current)
    _sync(index.root)


def prune(index: layout.IndexFolder, keep: int) -> None:
    """Delete all snapshots but the live one and the newest others, `keep` in all, and what unfinished builds left."""
    kept = set(candidates(index)[:keep]) | {current_name(index)}
    for folder in index.snapshots.iterdir():
        if folder.name not in kept and folder.is_dir():
            shutil.rmtree(folder)


def _free_name(index: layout.IndexFolder, name: str) -> str:
    """Return the name, or the name with a number where two builds fell into one second."""
    number = 1
    free = name
    while index.snapshot(free).exists():
        number += 1
        free = f"{name}-{number}"
    return free


def _write_files(folder: Path, contents: Contents) -> None:
    languages = sorted({article.language for article, _ in contents.articles})
    publishers = ["", *sorted({article.publisher for article, _ in contents.articles if article.publisher})]
    vocabulary = contents.vocabulary
    groups = {article.id: group for (article, _), group in zip(contents.articles, contents.groups, strict=True)}
    columns = build_columns(contents.passages, groups, languages, publishers)
    place(columns, "terms", vocabulary.counts)
    place(columns, "mentions", np.array([len(days) for days in contents.mentions], np.uint16))
    of_passages = columns["language"]
    of_sentences = np.repeat(of_passages, columns["sentences"])
    passage_means = means_with_prior(contents.passage_vectors, of_passages, languages, contents.background_vectors)
    sentence_means = means_with_prior(contents.sentence_vectors, of_sentences, languages, contents.background_vectors)
    term_means = language_means(contents.term_vectors, vocabulary.terms["language"], len(languages))
    write_passages(folder / layout.PASSAGES, contents.articles, groups, contents.passages, contents.publishers)
    write_words(folder / layout.WORDS, contents.passages)
    write_vectors(folder / layout.VECTORS, centred(contents.passage_vectors, of_passages, passage_means))
    np.save(folder / layout.COLUMNS, columns)
    np.save(folder / layout.MEANS, np.stack([passage_means, sentence_means, term_means]))
    np.save(folder / layout.BACKGROUND_VECTORS, contents.background_vectors.astype(np.float16))
    np.save(folder / layout.BACKGROUND_HASHES, contents.background_hashes)
    np.save(folder / layout.TERMS, vocabulary.terms)
    np.save(folder / layout.TERM_VECTORS, contents.term_vectors.astype(np.float16))
    np.save(folder / layout.TERM_HASHES, contents.term_hashes)
    np.save(folder / layout.PASSAGE_TERMS, vocabulary.passage_terms)
    mentions = [day for days in contents.mentions for day in days]
    np.save(folder / layout.MENTIONS, np.array(mentions, MENTION_TYPE))
    np.save(folder / layout.PASSAGE_VECTORS, contents.passage_vectors.astype(np.float16))
    np.save(folder / layout.PASSAGE_HASHES, contents.passage_hashes)
    np.save(folder / layout.SENTENCE_VECTORS, contents.sentence_vectors.astype(np.float16))
    np.save(folder / layout.SENTENCE_HASHES, contents.sentence_hashes)


def _manifest(name: str, folder: Path, contents: Contents) -> Manifest:
    articles = [article for article, _ in contents.articles]
    days = sorted(article.published for article in articles if article.published)
    return Manifest(
        format=layout.FORMAT,
        name=name,
        built=contents.built.isoformat(),
        model=contents.model,
        dimension=contents.passage_vectors.shape[1],
        split=contents.split,
        corpus_digest=contents.corpus_digest,
        articles=len(articles),
        passages=len(contents.passages),
        sentences=len(contents.sentence_vectors),
        undated=len(articles) - len(days),
        first_published=days[0].isoformat() if days else None,
        last_published=days[-1].isoformat() if days else None,
        languages=_counts([article.language for article in articles]),
        publishers=_counts([article.publisher for article in articles if article.publisher]),
        files=file_sums(folder),
    )


def _counts(names: Sequence[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items()))


def _sync_tree(folder: Path) -> None:
    for path in folder.rglob("*"):
        _sync(path)
    _sync(folder)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
