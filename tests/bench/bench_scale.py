"""Search at a thousand to a million passages, beside a plain flat index of FAISS: `rows` for `make bench`.

What is timed is everything after the question was encoded: candidates, ranking, the passages of the first hits read
from disk. Recall is that of the vectors alone against `IndexFlatIP` over the same vectors, in the same process; where
two passages are equally near but for the rounding of half floats (5e-6), either may be the last that is found.
"""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import faiss
import numpy as np
from threadpoolctl import threadpool_limits

from bot.index.arrays import BLOCK
from bot.index.snapshot import load
from bot.model import Filters, Period
from bot.search.answering import best_hits
from bot.search.candidates import allowed_rows, find_candidates
from bot.search.confidence import confidence
from bot.search.question import parse
from bot.search.rank import fuse
from bot.search.understanding import WordVectors
from tests.bench.bench_incremental import HashingEncoder
from tests.bench.made_snapshot import DIMENSION, EXPECTED, make_snapshot, vectors_of
from tests.bench.table import Goal, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from bot.index.snapshot import Snapshot
    from tests.bench.table import Scale

    Floats = NDArray[np.float32]

_NOW = datetime(2020, 1, 1, tzinfo=UTC)
_GOAL_SIZE = 1_000_000
_RANKING_SIZE = 10_000
_DEPTH = 10
_TIMED = 40  # questions that are timed under each filter
_COMPARED = 400  # questions whose nearest passages are compared under each filter
# Noise beside the passage that a question is drawn near to: its cosine with it is about .7, as with real questions.
_NOISE = 1.0
_QUESTIONS = (
    "What did Lavrov say about the American campaign against Maduro?",
    "¿Cuántas personas murieron en las protestas de Caracas?",
    "Что сказал Гуайдо о военном перевороте?",
    "Quais países reconheceram Guaidó como presidente?",
    "Que demande le groupe de Lima à Nicolas Maduro ?",
)
_FILTERS = {
    "no filter": Filters(),
    "one language": Filters(languages=frozenset({"es"})),
    "one month": Filters(period=Period(date(2019, 3, 1), date(2019, 3, 31))),
    "one publisher of 100": Filters(publishers=frozenset({"Publisher 007"})),
}


def rows(scale: Scale) -> Iterator[Row]:
    """Measure each size: load, memory, latency with and without filters, recall."""
    for size in scale.sizes:
        yield from rows_at(scale.scratch / f"scale-{size}", size)


def rows_at(folder: Path, size: int) -> Iterator[Row]:
    """Measure one size."""
    make_snapshot(folder, size)
    threadpool_limits(1, user_api="blas")  # as where the packaged model encodes
    begun = time.perf_counter()
    snapshot = load(folder, EXPECTED)
    seconds = time.perf_counter() - begun
    yield Row("load and verify a snapshot", seconds, "s", size=size, goal=_goal("<=", 10, size))
    asked = _asked(size)
    ours = {name: _latencies(snapshot, asked[: 2 * _TIMED], filters) for name, filters in _FILTERS.items()}
    median = float(np.median(ours["no filter"]))
    goal = Goal("<=", 5) if size == _RANKING_SIZE else None
    yield Row("search after encoding, no filter, median", median, "ms", size=size, goal=goal)
    yield Row("resident while searching", _resident(), "MB", size=size, goal=_goal("<=", 2500, size))
    plain = _plain_index(size)
    for name, filters in _FILTERS.items():
        mask = allowed_rows(snapshot, filters, None)
        recall, reference = _compared(snapshot, plain, asked, mask)
        yield Row(
            f"search after encoding, {name}, p95",
            *(float(np.percentile(ours[name], 95)), "ms", reference, "IndexFlatIP, vectors only, p95", size),
            goal=_goal("<=", 60, size),
            note=f"median {np.median(ours[name]):.1f} ms",
        )
        yield Row(f"recall@10, {name}", recall, "", 1.0, "IndexFlatIP", size, Goal(">=", 0.999))
    snapshot.close()


def _goal(sign: str, bound: float, size: int) -> Goal | None:
    """Return a goal that is meant at the largest size, and so holds at every other."""
    return Goal("<=" if sign == "<=" else ">=", bound) if size == _GOAL_SIZE else None


def _asked(size: int) -> Floats:
    """Return the vectors of questions: each near to a passage."""
    chance = np.random.default_rng(5)
    block = vectors_of(np.arange(min(size, BLOCK)))
    noise = chance.standard_normal((_COMPARED, DIMENSION)).astype(np.float32)
    near = block[chance.integers(0, len(block), _COMPARED)]
    vectors = near + _NOISE * noise / np.linalg.norm(noise, axis=1, keepdims=True)
    unit: Floats = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return unit


def _latencies(snapshot: Snapshot, asked: Floats, filters: Filters) -> list[float]:
    """Return the milliseconds of each search after encoding; the first half, which warms up, left out."""
    words = WordVectors(HashingEncoder())
    found = []
    for number, vector in enumerate(asked):
        question = parse(_QUESTIONS[number % len(_QUESTIONS)], now=_NOW, filters=filters)
        question_words = words.understand(question, snapshot)[1]
        begun = time.perf_counter()
        candidates = find_candidates(question, vector, question_words, snapshot)
        scores = fuse(candidates)
        hits = best_hits(candidates, scores, snapshot, _DEPTH)
        confidence(question_words, candidates, scores, hits[0] if hits else None)
        found.append(1000 * (time.perf_counter() - begun))
        if not hits:
            msg = f"nothing found: {question.text}"
            raise ValueError(msg)
    return found[len(found) // 2 :]


def _plain_index(size: int) -> faiss.IndexFlatIP:
    index = faiss.IndexFlatIP(DIMENSION)
    for start in range(0, size, BLOCK):
        index.add(vectors_of(np.arange(start, min(start + BLOCK, size))))
    return index


def _compared(
    snapshot: Snapshot, plain: faiss.IndexFlatIP, asked: Floats, mask: NDArray[np.bool_] | None
) -> tuple[float, float]:
    """Return the share of the true first ten that are found, and the p95 (ms) of the plain index."""
    parameters = None
    if mask is not None:
        bits = np.packbits(mask, bitorder="little")
        selector = faiss.IDSelectorBitmap(bits)  # type: ignore[call-arg, arg-type] # its stub shows the C++ signature
        parameters = faiss.SearchParameters(sel=selector)  # type: ignore[call-arg] # its stub lacks it
    spent = []
    for vector in asked[:_TIMED]:
        begun = time.perf_counter()
        plain.search(vector.reshape(1, -1), _DEPTH, params=parameters)
        spent.append(1000 * (time.perf_counter() - begun))
    _, true = plain.search(asked, _DEPTH, params=parameters)
    found = [snapshot.vectors.search(vector, _DEPTH, mask)[0] for vector in asked]
    shares = [len(np.intersect1d(*pair)) / _DEPTH for pair in zip(found, true, strict=True)]
    return float(np.mean(shares)), float(np.percentile(spent, 95))


def _resident() -> float:
    """Return the megabytes that are resident now, what is mapped from disk included."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024
