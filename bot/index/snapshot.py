"""Loading a snapshot: verified as a whole, then served; a broken or foreign one is refused with its reason."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.errors import NoSnapshotError, SnapshotError
from bot.index import layout
from bot.index.centred_rows import CentredRows
from bot.index.columns import Sought
from bot.index.generations import candidates
from bot.index.lexical import WordIndex
from bot.index.manifest import Expected, Manifest, check_usable, read_manifest, verify_files
from bot.index.passages import PassageStore
from bot.index.row_file import RowFile
from bot.index.vectors import VectorIndex
from bot.model import Coverage

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from bot.model import Publisher

log = logging.getLogger(__name__)

# Rows of vectors that are held in memory, 768 bytes each: of terms, thousands of which each question looks at, all but
# the largest vocabularies; of sentences, of which it looks at some hundreds, those of 10,000 passages or so.
_TERMS_HELD = 500_000
_SENTENCES_HELD = 50_000


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One immutable generation of the index, open for searching. Close it when nothing asks it any more.

    `columns` has one record a passage (columns.COLUMN_TYPE), `sought` what filters look at of them; `sentence_vectors`
    has one row a sentence, `term_vectors` one a record of `terms` (terms.TERM_TYPE), whose stems `stems` holds once
    more, to be looked up. `passage_terms` and `mentions` hold the records of each passage one after the other, where
    `columns` says.
    """

    manifest: Manifest
    store: PassageStore
    words: WordIndex
    vectors: VectorIndex
    columns: NDArray[np.void]
    sought: Sought
    sentence_vectors: CentredRows
    passage_means: NDArray[np.float32]
    terms: NDArray[np.void]
    stems: NDArray[np.uint64]
    term_vectors: CentredRows
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

    def publisher_of(self, name: str | None) -> Publisher | None:
        """Return what is known of a publisher, or None."""
        return self.publishers.get(name or "")

    def close(self) -> None:
        """Close the files that stay open."""
        self.store.close()


@dataclass(frozen=True, slots=True)
class Refused:
    """A snapshot that could not be used, as its files were then, and why."""

    files: tuple[tuple[str, int, int], ...]
    reason: str


def load_current(index: layout.IndexFolder, wanted: Expected) -> Snapshot:
    """Load the live snapshot, or the next one that can be used.

    Raises NoSnapshotError where there is none at all, SnapshotError with every reason where none is usable.
    """
    snapshot = load_other(index, wanted, None, {})
    assert snapshot is not None  # noqa: S101 - narrows the type: nothing serves already
    return snapshot


def load_other(
    index: layout.IndexFolder, wanted: Expected, serving: str | None, refused: dict[str, Refused]
) -> Snapshot | None:
    """Load what `load_current` does; None where that is the snapshot `serving` already.

    Those that can't be used are noted in `refused`, and not looked into again until a file of theirs changes.
    """
    names = candidates(index)
    for deleted in refused.keys() - set(names):
        del refused[deleted]
    for name in names:
        if name == serving:
            return None
        snapshot = _load_unless_refused(index.snapshot(name), wanted, refused)
        if snapshot is not None:
            return snapshot
    if candidates(index) != names:  # others were published, and these deleted, while they were being loaded
        return load_other(index, wanted, serving, refused)
    if names:
        raise SnapshotError("\n".join(refused[name].reason for name in names))
    msg = f"{index.root}: no snapshot yet; build one with: python embed.py"
    raise NoSnapshotError(msg)


def _load_unless_refused(folder: Path, wanted: Expected, refused: dict[str, Refused]) -> Snapshot | None:
    files = _files_of(folder)
    before = refused.get(folder.name)
    if before is not None and before.files == files:
        return None
    try:
        return load(folder, wanted)
    except SnapshotError as error:
        log.warning("snapshot refused: %s", error)
        # What the system could not read now, it may be able to read the next time.
        is_lasting = not isinstance(error.__cause__, OSError) or isinstance(error.__cause__, FileNotFoundError)
        refused[folder.name] = Refused(files if is_lasting else (), str(error))
    return None


def _files_of(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Return name, size and time of change (ns) of every file of a snapshot: what tells that one was mended."""
    found = []
    for path in sorted(folder.rglob("*")):
        try:
            about = path.stat()
        except FileNotFoundError:
            continue
        found.append((str(path.relative_to(folder)), about.st_size, about.st_mtime_ns))
    return tuple(found)


def verify(folder: Path, wanted: Expected) -> Manifest:
    """Check that a snapshot is whole and of the wanted kind. Raises SnapshotError naming the file and the reason."""
    manifest = read_manifest(folder)
    check_usable(folder, manifest, wanted)
    verify_files(folder, manifest)
    return manifest


def load(folder: Path, wanted: Expected) -> Snapshot:
    """Verify and open one snapshot. Raises SnapshotError naming the file and the reason."""
    manifest = verify(folder, wanted)
    store = PassageStore(folder / layout.PASSAGES)
    try:
        snapshot = _opened(folder, manifest, store)
        _check_sizes(folder, snapshot)
    except SnapshotError:
        store.close()
        raise
    return snapshot


def _opened(folder: Path, manifest: Manifest, store: PassageStore) -> Snapshot:
    means = _load_array(folder / layout.MEANS)
    columns = _load_array(folder / layout.COLUMNS)
    terms = _load_array(folder / layout.TERMS)
    of_sentences = np.repeat(columns["language"], columns["sentences"])
    return Snapshot(
        manifest=manifest,
        store=store,
        words=WordIndex(folder / layout.WORDS),
        vectors=VectorIndex(folder / layout.VECTORS),
        columns=columns,
        sought=Sought.of(columns),
        sentence_vectors=_centred(folder / layout.SENTENCE_VECTORS, of_sentences, means[1], _SENTENCES_HELD),
        passage_means=means[0],
        terms=terms,
        stems=np.ascontiguousarray(terms["stem"]),
        term_vectors=_centred(folder / layout.TERM_VECTORS, terms["language"], means[2], _TERMS_HELD),
        passage_terms=_load_array(folder / layout.PASSAGE_TERMS, mapped=True),
        mentions=_load_array(folder / layout.MENTIONS),
        languages=tuple(manifest.languages),
        publisher_names=("", *sorted(manifest.publishers)),
        publishers=store.publishers(),
        coverage=_coverage(manifest),
    )


def _centred(path: Path, languages: NDArray[np.uint16], means: NDArray[np.float32], held: int) -> CentredRows:
    try:
        vectors = RowFile(path)
    except (OSError, EOFError, ValueError) as error:
        raise _unreadable(path, error) from error
    if len(vectors) != len(languages):
        msg = f"{path}: {len(vectors)} vectors where {len(languages)} are wanted"
        raise SnapshotError(msg)
    return CentredRows(vectors, languages, means, held)


def _load_array(path: Path, *, mapped: bool = False) -> NDArray[Any]:
    try:
        array: NDArray[Any] = np.load(path, mmap_mode="r" if mapped else None, allow_pickle=False)
    except (OSError, EOFError, ValueError) as error:
        raise _unreadable(path, error) from error
    return np.asarray(array)  # a memmap itself costs 50 us more each time that something is taken from it


def _unreadable(path: Path, error: Exception) -> SnapshotError:
    return SnapshotError(f"{path}: not a readable array: {error}")


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
