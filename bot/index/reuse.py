"""Vectors that need no encoding: those of the newest snapshot, and those that an unfinished build left behind."""

from __future__ import annotations

import logging
import shutil
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

import numpy as np

from bot.errors import SnapshotError
from bot.index import layout
from bot.index.arrays import BLOCK
from bot.index.generations import candidates, is_withdrawn
from bot.index.manifest import read_manifest, verify_files
from bot.index.texts import HASH_TYPE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    from numpy.typing import NDArray

    from bot.index.layout import IndexFolder
    from bot.index.manifest import Manifest

    Halves = NDArray[np.float16]
    Rows = NDArray[np.int64]

log = logging.getLogger(__name__)

_JOURNAL = "encoded.sqlite"
_KEPT = (
    (layout.PASSAGE_HASHES, layout.PASSAGE_VECTORS),
    (layout.SENTENCE_HASHES, layout.SENTENCE_VECTORS),
    (layout.TERM_HASHES, layout.TERM_VECTORS),
    (layout.BACKGROUND_HASHES, layout.BACKGROUND_VECTORS),
)
_TABLE = "CREATE TABLE IF NOT EXISTS encoded(hash BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID"
_MOST_VARIABLES = 500  # SQLite's oldest limit is 999 variables a statement


class Reuse:
    """Vectors by the hash of their text, from the newest snapshot and from a journal that outlives a kill.

    `source` is the snapshot that they are taken from, proven whole; None where there is none. The journal is deleted by
    `finish`, once the snapshot that holds its vectors is published.
    """

    def __init__(self, index: IndexFolder, dimension: int, *, from_snapshots: bool = True) -> None:
        self._folder = index.building
        self._dimension = dimension
        if not from_snapshots:
            shutil.rmtree(self._folder, ignore_errors=True)
        self.source = _whole_snapshot(index, dimension) if from_snapshots else None
        self._withdrawn = _withdrawn_snapshots(index, dimension) if from_snapshots else []
        self._tables: list[_Table] | None = None
        self._folder.mkdir(parents=True, exist_ok=True)
        self._journal = _open_journal(self._folder / _JOURNAL)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._journal.close()

    def fill(self, hashes: NDArray[np.void], out: Halves) -> Rows:
        """Write the vectors that are known into `out`, a row for each hash; return the rows that are missing."""
        missing = np.arange(len(hashes))
        for table in self._sources():
            found = table.find(hashes[missing])
            for start in range(0, len(missing), BLOCK):
                known = found[start : start + BLOCK]
                rows = missing[start : start + BLOCK][known >= 0]
                out[rows] = table.vectors[known[known >= 0]]
            missing = missing[found < 0]
        known_to_journal = self._from_journal(hashes[missing])
        for place, vector in known_to_journal.items():
            out[missing[place]] = vector
        return np.delete(missing, list(known_to_journal))

    def put(self, hashes: NDArray[np.void], vectors: Iterable[Halves]) -> None:
        """Keep vectors so that a build that is killed need not encode them again."""
        rows = zip((key.tobytes() for key in hashes), (vector.tobytes() for vector in vectors), strict=True)
        with self._journal:
            self._journal.executemany("INSERT OR REPLACE INTO encoded VALUES (?, ?)", rows)

    @property
    def vectors(self) -> int:
        """How many vectors the snapshot has that they are taken from."""
        return sum(len(table.rows) for table in self._sources())

    def finish(self) -> None:
        """Forget the journal: a snapshot holds its vectors now."""
        self._journal.close()
        shutil.rmtree(self._folder)

    def _sources(self) -> list[_Table]:
        if self._tables is None:
            sources = [self.source, *self._withdrawn] if self.source else self._withdrawn
            self._tables = [table for source in sources for table in _tables(*source)]
        return self._tables

    def _from_journal(self, hashes: NDArray[np.void]) -> dict[int, Halves]:
        """Return the vectors that the journal has, by the position of their hash."""
        if not self._journal.execute("SELECT 1 FROM encoded LIMIT 1").fetchone():
            return {}
        found: dict[int, Halves] = {}
        for start in range(0, len(hashes), _MOST_VARIABLES):
            part = [key.tobytes() for key in hashes[start : start + _MOST_VARIABLES]]
            kept = self._kept(part)
            found |= {start + place: kept[key] for place, key in enumerate(part) if key in kept}
        return found

    def _kept(self, keys: Sequence[bytes]) -> dict[bytes, Halves]:
        marks = ",".join("?" * len(keys))
        records: Iterable[tuple[bytes, bytes]] = self._journal.execute(
            f"SELECT hash, vector FROM encoded WHERE hash IN ({marks})",  # noqa: S608 - question marks only
            keys,
        )
        wanted = 2 * self._dimension
        return {key: np.frombuffer(vector, np.float16) for key, vector in records if len(vector) == wanted}


@dataclass(frozen=True, slots=True)
class _Table:
    """Vectors with the hashes of their texts, sorted to be looked up."""

    sorted_hashes: NDArray[np.bytes_]
    rows: Rows
    vectors: Halves

    @classmethod
    def of(cls, hashes: NDArray[np.void], vectors: Halves) -> _Table:
        keys = sortable(hashes)
        rows = np.argsort(keys, kind="stable")
        return cls(keys[rows], rows, vectors)

    def find(self, hashes: NDArray[np.void]) -> Rows:
        """Return the row of each hash's vector, -1 where there is none."""
        if not len(self.rows):
            return np.full(len(hashes), -1)
        keys = sortable(hashes)
        places = np.minimum(np.searchsorted(self.sorted_hashes, keys), len(self.rows) - 1)
        return np.where(self.sorted_hashes[places] == keys, self.rows[places], -1)


def sortable(hashes: NDArray[np.void]) -> NDArray[np.bytes_]:
    """Return hashes as bytes that numpy orders; of one length, so that zeros at their ends count."""
    keys: NDArray[Any] = np.ascontiguousarray(hashes).view(f"S{HASH_TYPE.itemsize}")
    return keys


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


def _whole_snapshot(index: IndexFolder, dimension: int) -> tuple[Path, Manifest] | None:
    """Return the first snapshot that is whole and has vectors of this dimension, in the order of `candidates`."""
    return next(_whole(index, candidates(index), dimension), None)


def _withdrawn_snapshots(index: IndexFolder, dimension: int) -> list[tuple[Path, Manifest]]:
    """Return what was rolled back: its texts are often in the corpus still, and nothing is encoded twice."""
    names = [name for name in candidates(index) if is_withdrawn(index, name)]
    return list(_whole(index, names, dimension))


def _whole(index: IndexFolder, names: Iterable[str], dimension: int) -> Iterator[tuple[Path, Manifest]]:
    for name in names:
        folder = index.snapshot(name)
        try:
            manifest = read_manifest(folder)
            verify_files(folder, manifest)
        except SnapshotError as error:
            log.warning("no vectors are taken from a snapshot: %s", error)
            continue
        if manifest.dimension == dimension:
            yield folder, manifest


def _tables(folder: Path, manifest: Manifest) -> Iterator[_Table]:
    for hashes, vectors in _KEPT:
        if {hashes, vectors} <= manifest.files.keys():
            yield _Table.of(
                np.load(folder / hashes, allow_pickle=False),
                np.load(folder / vectors, mmap_mode="r", allow_pickle=False),
            )
