"""Vectors: the only place that imports FAISS.

Passages are searched by their vector minus the mean vector of their language, scaled to unit length again: that takes
away the model's liking for passages in the question's own language (measured on the development questions over our
corpus: hit@1 .48 raw, .63 centred, .66 centred and scaled).

The form of the index follows its size: full floats, then half floats, both exact; then codes of 2 bits a component
beside the half floats, which look at every vector and name some thousands to be compared exactly; and beyond some
millions an inverted file with 8-bit codes, whose recall is measured when it is built. Filters are bitmaps inside the
search, so that a filter never costs recall.
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

# Vectors up to which a flat index of full floats is kept. Half floats take half of the memory and .82 of the time (of
# 10,000 vectors), and round scores by 5e-6: of two passages that near to each other either may come first.
_FULL_FLOATS_UP_TO = 2_000
# Vectors up to which every search compares all of them: half floats take 12 ms for 200,000 on one core.
_COMPARED_UP_TO = 200_000
# Vectors up to which every search looks at the codes of all of them: 15 ms for a million on one core, against 70 ms for
# their half floats.
_LOOKED_AT_UP_TO = 3_000_000
# Of the codes: components that share 4 bits, vectors and steps that they are fitted to (more change nothing: 16 centres
# of 2 components), and how many vectors they name, for a search of any depth and for each that is wanted. Of a million
# vectors drawn by chance, the worst case, they then miss none of the nearest 10 and 1 in 200 of the nearest 100.
_TOGETHER = 2
_FITTED_TO = 4_096
_FITTING_STEPS = 8
_NAMED = 4_000
_NAMED_FOR_EACH = 20
# Of an inverted file: lists per square root of the vectors, vectors that are trained on per list, the questions and the
# depth at which recall is measured, and the recall for which enough lists are searched.
_LISTS = 4
_TRAINED_ON = 40
_ASKED = 200
_DEPTH = 10
_RECALL = 0.98
_SMALLEST_NORM = 1e-6
_EXACT = (faiss.IndexFlatIP, faiss.IndexScalarQuantizer)  # forms that compare every vector


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
    recall = None if isinstance(index, _EXACT) else _tuned(index, count, part)
    faiss.write_index(index, str(path))
    return recall


def _empty(count: int, dimension: int, part: Part) -> faiss.Index:
    """Return an index of the form that the size asks for, trained where it must be."""
    if count <= _FULL_FLOATS_UP_TO:
        return faiss.IndexFlatIP(dimension)
    if count <= _LOOKED_AT_UP_TO:
        halves = faiss.IndexScalarQuantizer(dimension, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
        return halves if count <= _COMPARED_UP_TO else faiss.IndexRefine(_codes(count, dimension, part), halves)
    lists = 1 << round(np.log2(_LISTS * np.sqrt(count)))
    kind = faiss.ScalarQuantizer.QT_8bit
    index = faiss.IndexIVFScalarQuantizer(
        faiss.IndexFlatIP(dimension), dimension, lists, kind, faiss.METRIC_INNER_PRODUCT
    )
    index.train(part(_sample(count, _TRAINED_ON * lists)))
    return index


def _codes(count: int, dimension: int, part: Part) -> faiss.Index:
    """Return an empty index of codes, fitted: an inverted file of one list, for a flat one takes no filter."""
    parts = dimension // _TOGETHER if dimension % _TOGETHER == 0 else dimension
    codes = faiss.IndexIVFPQFastScan(faiss.IndexFlatIP(dimension), dimension, 1, parts, 4, faiss.METRIC_INNER_PRODUCT)
    codes.by_residual = False
    codes.pq.cp.niter = _FITTING_STEPS
    codes.train(part(_sample(count, _FITTED_TO)))
    return codes


def _sample(count: int, size: int) -> Rows:
    """Return some rows of `count`, sorted, always the same ones."""
    return np.sort(np.random.default_rng(0).choice(count, min(size, count), replace=False))


def _tuned(index: faiss.Index, count: int, part: Part) -> float:
    """Set how many lists of an inverted file are searched, so that the recall is what it should be; return it."""
    asked = part(_sample(count, _ASKED))
    true = _nearest(asked, count, part)
    if not isinstance(index, faiss.IndexIVF):
        return _recall(index, asked, true)
    index.nprobe = 1
    recall = 0.0
    while recall < _RECALL and index.nprobe < index.nlist:
        index.nprobe = min(2 * index.nprobe, index.nlist)
        recall = _recall(index, asked, true)
    return recall


def _recall(index: faiss.Index, asked: Floats, true: Rows) -> float:
    """Return which share of the true nearest vectors an index finds."""
    _, found = index.search(asked, _DEPTH, params=_parameters(index, _DEPTH, None))
    same = [len(np.intersect1d(one, other)) for one, other in zip(found, true, strict=True)]
    return float(np.mean(same) / true.shape[1])


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
        # To wake other threads takes longer than they save: on a busy machine 7 ms more at the 95th percentile.
        faiss.omp_set_num_threads(1)  # of this thread's searches
        limit = min(limit, self.size)
        scores, rows = self._index.search(vector.reshape(1, -1), limit, params=_parameters(self._index, limit, allowed))
        found = rows[0] >= 0
        return rows[0][found], scores[0][found]

    def scores(self, vector: Floats, rows: Rows) -> Floats:
        """Return the scores of given rows, in their order."""
        if not len(rows):
            return np.zeros(0, np.float32)
        result: Floats = self._index.reconstruct_batch(rows) @ vector
        return result


def _parameters(index: faiss.Index, limit: int, allowed: Mask | None) -> faiss.SearchParameters | None:
    """Return what a search looks at: the allowed rows only, and as many of them as it takes."""
    only = {}
    if allowed is not None:
        bits = np.packbits(allowed, bitorder="little")
        only["sel"] = faiss.IDSelectorBitmap(bits)  # type: ignore[call-arg, arg-type] # its stub shows the C++ signature
    if isinstance(index, faiss.IndexRefine):
        named = min(index.ntotal, _NAMED + _NAMED_FOR_EACH * limit)
        base = faiss.SearchParametersIVF(nprobe=1, **only)  # type: ignore[call-arg] # its stub lacks it
        return faiss.IndexRefineSearchParameters(  # type: ignore[call-arg] # its stub lacks them
            k_factor=named / limit, base_index_params=base
        )
    if allowed is None:
        return None
    if not isinstance(index, faiss.IndexIVF):
        return faiss.SearchParameters(**only)
    share = max(float(allowed.mean()), 1 / index.ntotal)
    lists = min(index.nlist, int(np.ceil(index.nprobe / share)))
    return faiss.SearchParametersIVF(nprobe=lists, **only)  # type: ignore[call-arg] # its stub lacks it
