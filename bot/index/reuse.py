"""Vectors that need no encoding: those of the live snapshot, and those that an unfinished build left behind."""

from __future__ import annotations

import hashlib
import logging
import shutil
import sqlite3
from typing import TYPE_CHECKING, Self

import numpy as np

from bot.errors import SnapshotError
from bot.index import layout
from bot.index.manifest import read_manifest, verify_files
from bot.index.snapshot import candidates

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path
    from types import TracebackType

    from numpy.typing import NDArray

    from bot.index.layout import IndexFolder

log = logging.getLogger(__name__)

HASH_TYPE = np.dtype("V16")
_JOURNAL = "encoded.sqlite"
_KEPT = (
    (layout.PASSAGE_HASHES, layout.PASSAGE_VECTORS),
    (layout.SENTENCE_HASHES, layout.SENTENCE_VECTORS),
    (layout.TERM_HASHES, layout.TERM_VECTORS),
    (layout.BACKGROUND_HASHES, layout.BACKGROUND_VECTORS),
)
_TABLE = "CREATE TABLE IF NOT EXISTS encoded(hash BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID"


def text_hash(model: str, text: str) -> bytes:
    """Return what a vector is kept under: 16 bytes of the model's id and the text that was encoded."""
    return hashlib.blake2b(f"{model}\0{text}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


class Reuse:
    """Vectors by the hash of their text, from the newest snapshot and from a journal that outlives a kill.

    The journal is deleted by `finish`, once the snapshot that holds its vectors is published.
    """

    def __init__(self, index: IndexFolder, dimension: int, *, from_snapshots: bool = True) -> None:
        self._folder = index.building
        self._dimension = dimension
        if not from_snapshots:
            shutil.rmtree(self._folder, ignore_errors=True)
        self._rows, self._vectors = _snapshot_vectors(index, dimension) if from_snapshots else ({}, [])
        self._folder.mkdir(parents=True, exist_ok=True)
        self._journal = _open_journal(self._folder / _JOURNAL)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._journal.close()

    def get(self, key: bytes) -> NDArray[np.float32] | None:
        """Return the vector kept under a hash, or None."""
        if (place := self._rows.get(key)) is not None:
            source, row = place
            vector: NDArray[np.float32] = self._vectors[source][row].astype(np.float32)
            return vector
        record = self._journal.execute("SELECT vector FROM encoded WHERE hash = ?", (key,)).fetchone()
        if record is None or len(record[0]) != 2 * self._dimension:
            return None
        return np.frombuffer(record[0], np.float16).astype(np.float32)

    def put(self, keys: Sequence[bytes], vectors: Iterable[NDArray[np.float32]]) -> None:
        """Keep vectors so that a build that is killed need not encode them again."""
        rows = zip(keys, (vector.astype(np.float16).tobytes() for vector in vectors), strict=True)
        with self._journal:
            self._journal.executemany("INSERT OR REPLACE INTO encoded VALUES (?, ?)", rows)

    def finish(self) -> None:
        """Forget the journal: a snapshot holds its vectors now."""
        self._journal.close()
        shutil.rmtree(self._folder)


def _open_journal(path: Path) -> sqlite3.Connection:
    """Open the journal; a damaged one is begun afresh, since all that it saves is time."""
    journal = sqlite3.connect(path)
    try:
        damage = journal.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        damage = str(error)
    if damage != "ok":
        log.warning("%s: begun afresh, it is damaged: %s", path, damage)
        journal.close()
        shutil.rmtree(path.parent)
        path.parent.mkdir()
        journal = sqlite3.connect(path)
    with journal:
        journal.execute(_TABLE)
    return journal


def _snapshot_vectors(
    index: IndexFolder, dimension: int
) -> tuple[dict[bytes, tuple[int, int]], list[NDArray[np.float16]]]:
    """Return where each hash's vector is in the newest readable snapshot: (file, row), and the files."""
    for name in candidates(index):
        folder = index.snapshot(name)
        try:
            manifest = read_manifest(folder)
            verify_files(folder, manifest)
        except SnapshotError as error:
            log.warning("no vectors are taken from a snapshot: %s", error)
            continue
        if manifest.dimension != dimension:
            continue
        rows: dict[bytes, tuple[int, int]] = {}
        vectors: list[NDArray[np.float16]] = []
        for hashes, file in _KEPT:
            if not {hashes, file} <= manifest.files.keys():
                continue
            keys = np.load(folder / hashes, allow_pickle=False)
            rows.update((key.tobytes(), (len(vectors), row)) for row, key in enumerate(keys))
            vectors.append(np.load(folder / file, mmap_mode="r", allow_pickle=False))
        return rows, vectors
    return {}, []
