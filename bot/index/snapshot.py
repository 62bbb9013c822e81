"""Loading a snapshot: verified as a whole, then served; a broken or foreign one is refused with its reason."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.errors import NoSnapshotError, SnapshotError
from bot.index import layout
from bot.index.lexical import WordIndex
from bot.index.manifest import Expected, Manifest, check_usable, read_manifest, verify_files
from bot.index.passages import PassageStore
from bot.index.vectors import VectorIndex
from bot.model import Coverage

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from bot.model import Publisher

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One immutable generation of the index, open for searching. Close it when nothing asks it any more.

    `columns` has one record a passage (columns.COLUMN_TYPE); `sentence_vectors` is memory-mapped, shape (sentences,
    dimension), half floats, as the encoder gave them, and so is `term_vectors`, one row a record of `terms`
    (terms.TERM_TYPE); the means have shape (languages, dimension). `passage_terms` and `mentions` hold the records
    of each passage one after the other, where `columns` says.
    """

    manifest: Manifest
    store: PassageStore
    words: WordIndex
    vectors: VectorIndex
    columns: NDArray[np.void]
    sentence_vectors: NDArray[np.float16]
    passage_means: NDArray[np.float32]
    sentence_means: NDArray[np.float32]
    terms: NDArray[np.void]
    term_vectors: NDArray[np.float16]
    term_means: NDArray[np.float32]
    passage_terms: NDArray[np.uint32]
    mentions: NDArray[np.void]
    languages: tuple[str, ...]
    publisher_names: tuple[str, ...]
    publishers: dict[str, Publisher]
    coverage: Coverage

    @property
    def name(self) -> str:
        """The snapshot's name, unique in its index."""
        return self.manifest.name

    def close(self) -> None:
        """Close the files that stay open."""
        self.store.close()


def load_current(index: layout.IndexFolder, expected: Expected) -> Snapshot:
    """Load the snapshot that CURRENT names, or the newest usable one when that can't be used.

    Raises NoSnapshotError where there is none at all, SnapshotError with every reason where none is usable.
    """
    reasons: list[str] = []
    for name in candidates(index):
        try:
            return load(index.snapshot(name), expected)
        except SnapshotError as error:
            log.warning("snapshot refused: %s", error)
            reasons.append(str(error))
    if reasons:
        raise SnapshotError("\n".join(reasons))
    msg = f"{index.root}: no snapshot yet; build one with: python embed.py"
    raise NoSnapshotError(msg)


def candidates(index: layout.IndexFolder) -> list[str]:
    """Return the names of complete snapshots, the live one first, then newest first."""
    if not index.snapshots.is_dir():
        return []
    folders = (path for path in index.snapshots.iterdir() if not path.name.startswith("."))  # a dot: still written
    complete = [path.name for path in folders if (path / layout.MANIFEST).is_file()]
    live = current_name(index)
    return sorted(complete, key=lambda name: (name == live, name), reverse=True)


def current_name(index: layout.IndexFolder) -> str | None:
    """Return the name in CURRENT, or None where there is no such file."""
    try:
        return index.current.read_text(encoding="utf-8").strip() or None
    except (FileNotFoundError, UnicodeDecodeError):
        return None


def load(folder: Path, expected: Expected) -> Snapshot:
    """Verify and open one snapshot. Raises SnapshotError naming the file and the reason."""
    manifest = read_manifest(folder)
    check_usable(folder, manifest, expected)
    verify_files(folder, manifest)
    means = _load_array(folder / layout.MEANS)
    snapshot = Snapshot(
        manifest=manifest,
        store=(store := PassageStore(folder / layout.PASSAGES)),
        words=WordIndex(folder / layout.WORDS),
        vectors=VectorIndex(folder / layout.VECTORS),
        columns=_load_array(folder / layout.COLUMNS),
        sentence_vectors=_load_array(folder / layout.SENTENCE_VECTORS, mapped=True),
        passage_means=means[0],
        sentence_means=means[1],
        terms=_load_array(folder / layout.TERMS),
        term_vectors=_load_array(folder / layout.TERM_VECTORS, mapped=True),
        term_means=means[2],
        passage_terms=_load_array(folder / layout.PASSAGE_TERMS, mapped=True),
        mentions=_load_array(folder / layout.MENTIONS),
        languages=tuple(manifest.languages),
        publisher_names=("", *sorted(manifest.publishers)),
        publishers=store.publishers(),
        coverage=_coverage(manifest),
    )
    _check_sizes(folder, snapshot)
    return snapshot


def _load_array(path: Path, *, mapped: bool = False) -> NDArray[Any]:
    try:
        array: NDArray[Any] = np.load(path, mmap_mode="r" if mapped else None, allow_pickle=False)
    except (OSError, ValueError) as error:
        msg = f"{path}: not a readable array: {error}"
        raise SnapshotError(msg) from error
    return array


def _check_sizes(folder: Path, snapshot: Snapshot) -> None:
    """Refuse a snapshot whose parts do not belong together."""
    manifest = snapshot.manifest
    sizes = (
        ("vectors", snapshot.vectors.size, manifest.passages),
        ("words", snapshot.words.size, manifest.passages),
        ("columns", len(snapshot.columns), manifest.passages),
        ("sentence vectors", len(snapshot.sentence_vectors), manifest.sentences),
        ("components of a vector", snapshot.vectors.dimension, manifest.dimension),
        ("means", len(snapshot.passage_means), len(manifest.languages)),
    )
    for what, size, wanted in sizes:
        if size != wanted:
            msg = f"{folder}: {size} {what}, the manifest says {wanted}"
            raise SnapshotError(msg)


def _coverage(manifest: Manifest) -> Coverage:
    return Coverage(
        snapshot=manifest.name,
        built=datetime.fromisoformat(manifest.built),
        articles=manifest.articles,
        passages=manifest.passages,
        undated=manifest.undated,
        first=date.fromisoformat(manifest.first_published) if manifest.first_published else None,
        last=date.fromisoformat(manifest.last_published) if manifest.last_published else None,
        languages=manifest.languages,
        publishers=manifest.publishers,
    )
