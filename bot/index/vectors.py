"""Vectors: the only place that imports FAISS.

Passages are searched by their vector minus the mean vector of their language, scaled to unit length again: that takes
away the model's liking for passages in the question's own language (measured on the development questions over our
corpus: hit@1 .48 raw, .63 centred, .66 centred and scaled).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import faiss
import numpy as np

from bot.errors import SnapshotError

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    AnyFloats = NDArray[np.floating]
    Rows = NDArray[np.int64]

# Vectors up to which a flat index of full floats is kept; half floats beyond (measured: 5.7 instead of 8.8 ms for
# 200,000 vectors, recall .999).
_FULL_FLOATS_UP_TO = 100_000
_SMALLEST_NORM = 1e-6


def language_means(vectors: Floats, languages: NDArray[np.uint16], count: int) -> Floats:
    """Return the mean vector of each of `count` languages, shape (count, dimension); zeros for one without vectors."""
    means = np.zeros((count, vectors.shape[1]), np.float32)
    for language in range(count):
        mine = vectors[languages == language]
        if len(mine):
            means[language] = mine.mean(axis=0, dtype=np.float32)
    return means


def centred(vectors: AnyFloats, languages: NDArray[np.uint16], means: Floats) -> Floats:
    """Return the vectors minus the means of their languages, scaled to unit length."""
    moved = vectors.astype(np.float32) - means[languages]
    norms = np.linalg.norm(moved, axis=1, keepdims=True)
    result: Floats = moved / np.maximum(norms, _SMALLEST_NORM)
    return result


def write_vectors(path: Path, vectors: Floats) -> None:
    """Write a flat inner-product index over vectors of shape (passages, dimension); rows keep their numbers."""
    dimension = vectors.shape[1]
    index: faiss.Index = faiss.IndexFlatIP(dimension)
    if len(vectors) > _FULL_FLOATS_UP_TO:
        index = faiss.IndexScalarQuantizer(dimension, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
    index.add(np.ascontiguousarray(vectors, np.float32))
    faiss.write_index(index, str(path))


class VectorIndex:
    """Searches a written index, exactly. Thread safe for reading; scores are cosines, higher is better."""

    def __init__(self, path: Path) -> None:
        try:
            self._index = faiss.read_index(str(path))
        except RuntimeError as error:
            msg = f"{path}: not a readable FAISS index"
            raise SnapshotError(msg) from error

    @property
    def size(self) -> int:
        """How many vectors the index holds."""
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        """How many components each vector has."""
        return int(self._index.d)

    def search(self, vector: Floats, limit: int, allowed: Rows | None = None) -> tuple[Rows, Floats]:
        """Return the rows and scores of the `limit` nearest vectors, best first, among the allowed rows only."""
        if not self.size:
            return np.zeros(0, np.int64), np.zeros(0, np.float32)
        parameters = None
        if allowed is not None:
            parameters = faiss.SearchParameters(sel=faiss.IDSelectorBatch(allowed))  # type: ignore[call-arg] # its stub lacks it
        scores, rows = self._index.search(vector.reshape(1, -1), min(limit, self.size), params=parameters)
        found = rows[0] >= 0
        return rows[0][found], scores[0][found]

    def scores(self, vector: Floats, rows: Rows) -> Floats:
        """Return the scores of given rows, in their order."""
        if not len(rows):
            return np.zeros(0, np.float32)
        result: Floats = self._index.reconstruct_batch(rows) @ vector
        return result
