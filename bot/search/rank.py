"""Ranking, pure: candidates with their signals in, an order out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.search.happenings import asks_what_happened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from bot.model import Question
    from bot.search.candidates import Candidates

    Floats = NDArray[np.float32]

PASSAGES_PER_ARTICLE = 2


# What each signal counts. The sum of the first two is the scale that relevance is measured on elsewhere (sides.py,
# survey.py); with the adapter of the encoder half of what they counted before, for cosines spread two and a half
# times as wide. With .8, .56, .4 and .32 hit@1 of our questions is .850, .857, .865 and .872, of 210 unseen ones
# .852, .871, .867 and .848. The others were set on 611 judged questions over our corpus (five sets by different
# authors) before there was an adapter, each weight within the stretch over which hit@1 and MRR of all sets stay
# level, in shares of twice `dense`: `levelled` from .26 to .34 (.6 and .26, set before there was a thesaurus, give
# half a point of hit@1 less). `mentioned` is level from 0 to .08; in 830 questions over undated biographies more of
# it lifts hit@1 and costs hit@5. Any weight of `countries` from .15 on gives the same: hit@1 from .80 to .81 and from
# .85 to .86 on two sets. More costs where articles seldom say which country they are about: of TimeQA's biographies
# one point and a half of hit@1 with .15, three with .3. Once countries and words of time are no `names`, .06 to .15
# of those give the same. `levelled` in place of `words` lifts hit@1 from .80 to .81 and MRR from .87 to .88, with all
# weights fitted to seven eighths of the questions and measured on the eighth.
WEIGHTS = {
    "dense": 0.4,
    "sentence": 0.4,
    "levelled": 0.24,
    "names": 0.064,
    "countries": 0.12,
    "numbers": 0.024,
    "published": 0.04,
    "near": 0.064,
    "mentioned": 0.032,
}


# The same where nothing but a time is asked for: what was published in its days comes first, then what mentions them.
WEIGHTS_OF_TIMES = WEIGHTS | {"published": 0.48, "near": 0.24, "mentioned": 0.4, "countries": 0.48}


def weights_for(question: Question) -> Mapping[str, float]:
    """Return what each signal counts for a question."""
    return WEIGHTS_OF_TIMES if asks_what_happened(question) else WEIGHTS


def fuse(candidates: Candidates, weights: Mapping[str, float] | None = None) -> Floats:
    """Return one score a candidate, higher is better: the sum of its signals, weighted as the question wants."""
    weights = weights or weights_for(candidates.question)
    total = np.zeros(len(candidates), np.float32)
    for signal, weight in weights.items():
        total += np.float32(weight) * candidates.signals[signal]
    return total


def order(scores: Floats, columns: NDArray[np.void]) -> Iterator[int]:
    """Yield positions of candidates, best first: at most two of an article, and of copies only the best article's."""
    articles, groups = columns["article"].tolist(), columns["group"].tolist()
    seen: dict[int, int] = {}
    chosen: dict[int, int] = {}
    for position in np.argsort(-scores, kind="stable").tolist():
        article, group = articles[position], groups[position]
        if chosen.setdefault(group, article) == article and seen.get(article, 0) < PASSAGES_PER_ARTICLE:
            seen[article] = seen.get(article, 0) + 1
            yield position


def collapsed_copies(chosen: Sequence[int], scores: Floats, columns: NDArray[np.void]) -> list[int]:
    """Return the positions of articles that were left out as copies of a chosen one, best first."""
    articles, groups = columns["article"].tolist(), columns["group"].tolist()
    shown, copied = {articles[position] for position in chosen}, {groups[position] for position in chosen}
    return [
        position
        for position in np.argsort(-scores, kind="stable").tolist()
        if groups[position] in copied and articles[position] not in shown
    ]
