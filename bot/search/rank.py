"""Ranking, pure: candidates with their signals in, an order out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from bot.search.candidates import Candidates

    Floats = NDArray[np.float32]

PASSAGES_PER_ARTICLE = 2


# What each signal counts, relative to the passage's own vector. Set on the 391 judged questions over our corpus (two
# sets by different authors), each weight the middle of the stretch over which hit@1 and MRR of both halves stay level.
WEIGHTS = {
    "dense": 1.0,
    "sentence": 0.6,
    "words": 0.21,
    "names": 0.06,
    "numbers": 0.03,
    "published": 0.05,
    "near": 0.08,
    "mentioned": 0.03,
}


def fuse(candidates: Candidates, weights: Mapping[str, float] = WEIGHTS) -> Floats:
    """Return one score a candidate, higher is better: the weighted sum of its signals."""
    total = np.zeros(len(candidates), np.float32)
    for signal, weight in weights.items():
        total += np.float32(weight) * candidates.signals[signal]
    return total


def order(scores: Floats, columns: NDArray[np.void]) -> Iterator[int]:
    """Yield positions of candidates, best first: at most two of an article, and of copies only the best article's."""
    seen: dict[int, int] = {}
    chosen: dict[int, int] = {}
    for position in np.argsort(-scores, kind="stable"):
        article, group = int(columns[position]["article"]), int(columns[position]["group"])
        if chosen.setdefault(group, article) == article and seen.get(article, 0) < PASSAGES_PER_ARTICLE:
            seen[article] = seen.get(article, 0) + 1
            yield int(position)


def collapsed_copies(chosen: Sequence[int], scores: Floats, columns: NDArray[np.void]) -> list[int]:
    """Return the best position of each article that was left out as a copy of a chosen one, best first."""
    articles = {int(columns[position]["article"]) for position in chosen}
    groups = {int(columns[position]["group"]) for position in chosen}
    left_out = np.isin(columns["group"], list(groups)) & ~np.isin(columns["article"], list(articles))
    best: dict[int, int] = {}
    for position in np.flatnonzero(left_out)[np.argsort(-scores[left_out], kind="stable")]:
        best.setdefault(int(columns[position]["article"]), int(position))
    return list(best.values())
