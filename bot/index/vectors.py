"""Vectors: the only place that imports FAISS.

Passages are searched by their vector minus the mean vector of their language, scaled to unit length again: that takes
away the model's liking for passages in the question's own language (measured on the development questions over our
corpus: hit@1 .48 raw, .63 centred, .66 centred and scaled).

The form of the index follows its size: full floats, then half floats, both exact, and beyond some millions an inverted
file with 8-bit codes, whose recall is measured when it is built. Filters are bitmaps inside the search, so that a
filter never costs recall.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import faiss
import numpy as np

from bot.errors import SnapshotError
from bot.index.arrays import BLOCK, blocks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    AnyFloats = NDArray[np.floating]
    Rows = NDArray[np.int64]
    Mask = NDArray[np.bool_]
    Part = Callable[[Rows], Floats]

# Vectors up to which a flat index of full floats is kept; half floats beyond (measured: 5.7 instead of 8.8 ms for
# 200,000 vectors, recall .999).
_FULL_FLOATS_UP_TO = 100_000
# Vectors up to which every search looks at all of them: half floats take 25 ms for a million on one core.
_EXACT_UP_TO = 3_000_000
# Of an inverted file: lists per square root of the vectors, vectors that are trained on per list, the questions and the
# depth at which recall is measured, and the recall for which enough lists are searched.
_LISTS = 4
_TRAINED_ON = 40
_ASKED = 200
_DEPTH = 10
_RECALL = 0.98
_SMALLEST_NORM = 1e-6


def language_means(vectors: AnyFloats, languages: NDArray[np.uint16], count: int) -> Floats:
    """Return the mean vector of each of `count` languages, shape (count, dimension); zeros for one without vectors."""
    sums = np.zeros((count, vectors.shape[1]), np.float64)
    for start, block in blocks(vectors):
        of_block = languages[start : start + BLOCK]
        for language in np.unique(of_block):
            sums[language] += block[of_block == language].sum(axis=0, dtype=np.float32)
    counts = np.bincount(languages, minlength=count)[:, None]
    return np.asarray(sums / np.maximum(counts, 1), np.float32)


def centred(vectors: AnyFloats, languages: NDArray[np.uint16], means: Floats) -> Floats:
    """Return the vectors minus the means of their languages, scaled to unit length."""
    moved = vectors.astype(np.float32)
    moved -= means[languages]
    norms = np.sqrt(np.einsum("ij,ij->i", moved, moved))[:, None]
    moved /= np.maximum(norms, _SMALLEST_NORM)
    return moved


def write_vectors(path: Path, count: int, dimension: int, part: Part) -> float | None:
    """Write an index of `count` vectors; rows keep their numbers.

    `part` returns the vectors of given rows, in their order. Returns the measured recall of an index that is not exact.
    """
    index = _empty(count, dimension, part)
    for start in range(0, count, BLOCK):
        index.add(part(np.arange(start, min(start + BLOCK, count))))
    recall = _tuned(index, count, part) if isinstance(index, faiss.IndexIVF) else None
    faiss.write_index(index, str(path))
    return recall


def _empty(count: int, dimension: int, part: Part) -> faiss.Index:
    """Return an index of the form that the size asks for, trained where it must be."""
    if count <= _FULL_FLOATS_UP_TO:
        return faiss.IndexFlatIP(dimension)
    if count <= _EXACT_UP_TO:
        return faiss.IndexScalarQuantizer(dimension, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
    lists = 1 << round(np.log2(_LISTS * np.sqrt(count)))
    kind = faiss.ScalarQuantizer.QT_8bit
    index = faiss.IndexIVFScalarQuantizer(
        faiss.IndexFlatIP(dimension), dimension, lists, kind, faiss.METRIC_INNER_PRODUCT
    )
    index.train(part(_sample(count, _TRAINED_ON * lists)))
    return index


def _sample(count: int, size: int) -> Rows:
    """Return some rows of `count`, sorted, always the same ones."""
    return np.sort(np.random.default_rng(0).choice(count, min(size, count), replace=False))


def _tuned(index: faiss.IndexIVF, count: int, part: Part) -> float:
    """Set how many lists are searched so that the recall is what it should be; return it."""
    asked = part(_sample(count, _ASKED))
    true = _nearest(asked, count, part)
    index.nprobe = 1
    recall = 0.0
    while recall < _RECALL and index.nprobe < index.nlist:
        index.nprobe = min(2 * index.nprobe, index.nlist)
        _, found = index.search(asked, _DEPTH)
        recall = (
            float(np.mean([len(np.intersect1d(one, other)) for one, other in zip(found, true, strict=True)]))
            / (true.shape[1])
        )
    return recall


def _nearest(asked: Floats, count: int, part: Part) -> Rows:
    """Return the rows of the nearest vectors of each question, found by looking at all."""
    heap = faiss.ResultHeap(len(asked), min(_DEPTH, count), keep_max=True)
    for start in range(0, count, BLOCK):
        block = faiss.IndexFlatIP(asked.shape[1])
        block.add(part(np.arange(start, min(start + BLOCK, count))))
        scores, rows = block.search(asked, min(_DEPTH, block.ntotal))
        heap.add_result(scores, rows + start)
    heap.finalize()
    return np.asarray(heap.I)


class VectorIndex:
    """Searches a written index. Thread safe for reading; scores are cosines, higher is better.

    Half floats stay on disk, memory-mapped: they take memory only as far as they are searched.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._index = faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC)
        except RuntimeError as error:
            msg = f"{path}: not a readable FAISS index"
            raise SnapshotError(msg) from error
        if isinstance(self._index, faiss.IndexIVF):
            self._index.make_direct_map()

    @property
    def size(self) -> int:
        """How many vectors the index holds."""
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        """How many components each vector has."""
        return int(self._index.d)

    def search(self, vector: Floats, limit: int, allowed: Mask | None = None) -> tuple[Rows, Floats]:
        """Return the rows and scores of the `limit` nearest vectors, best first, among the allowed ones only.

        `allowed` has a truth value for each row.
        """
        if not self.size:
            return np.zeros(0, np.int64), np.zeros(0, np.float32)
        scores, rows = self._index.search(
            vector.reshape(1, -1), min(limit, self.size), params=self._parameters(allowed)
        )
        found = rows[0] >= 0
        return rows[0][found], scores[0][found]

    def scores(self, vector: Floats, rows: Rows) -> Floats:
        """Return the scores of given rows, in their order."""
        if not len(rows):
            return np.zeros(0, np.float32)
        result: Floats = self._index.reconstruct_batch(rows) @ vector
        return result

    def _parameters(self, allowed: Mask | None) -> faiss.SearchParameters | None:
        if allowed is None:
            return None
        bits = np.packbits(allowed, bitorder="little")
        selector = faiss.IDSelectorBitmap(bits)  # type: ignore[call-arg, arg-type] # its stub shows the C++ signature
        if not isinstance(self._index, faiss.IndexIVF):
            return faiss.SearchParameters(sel=selector)  # type: ignore[call-arg] # its stub lacks it
        share = max(float(allowed.mean()), 1 / self.size)
        lists = min(self._index.nlist, int(np.ceil(self._index.nprobe / share)))
        return faiss.SearchParametersIVF(sel=selector, nprobe=lists)  # type: ignore[call-arg] # its stub lacks it
