"""Copies: which articles are versions of one text.

Two articles are copies when they share runs of words, not when they tell the same event in their own words. Runs that
many articles share are a template or an agency's footer and say nothing, and what a publisher's own stories share is
mostly its template. On our 100 labelled pairs copies share 16 to 78 % of the five-word runs of the shorter text, others
at most 5 %.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from bot.index.tokens import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from bot.model import Article

    Hashes = NDArray[np.uint64]

_RUN = 5  # words
_SHARED = 0.10  # of the runs of the shorter text
_SHARED_BY_ONE_PUBLISHER = 0.5  # likewise: two stories in one template share less
_FEWEST_SHARED = 12  # runs: less is a sentence or a name that both quote,
_SHARED_BY_SHORT = 0.5  # unless it is that share of the longer text: both are briefs of a sentence or two
_DAYS_APART = 21  # the same template a season later is another story
# Articles that may share one run: more than an agency's clients in one corpus have it from a template.
_MOST_SHARING = 30
_BLOCK = 1 << 22  # runs that are compared at once: 32 MB
_NUMBER = np.uint64(0xFFFFFFFF)  # the bits of an article's number in a run that is kept
_ODD = np.uint64(0x9E3779B97F4A7C15)  # 2^64 divided by the golden ratio: spreads neighbouring numbers
_NONE = np.zeros(0, np.uint64)


class CopyFinder:
    """Finds copies among articles that come one after the other. Holds the hashes of their runs, not their texts."""

    def __init__(self, templates: Iterable[int] = ()) -> None:
        self._articles: list[tuple[Article, int]] = []
        self._holders: dict[int, list[int]] = defaultdict(list)
        self._templates = frozenset(templates)

    def add(self, article: Article) -> list[int]:
        """Add an article; return the numbers of the earlier ones that it is a copy of, counted from 0."""
        runs = text_runs(article.text) - self._templates
        shared: Counter[int] = Counter()
        for run in runs:
            holders = self._holders[run]
            if len(holders) <= _MOST_SHARING:
                shared.update(holders)
                holders.append(len(self._articles))
        copies = [
            number
            for number, count in shared.items()
            if _are_copies(article, self._articles[number][0], count, (len(runs), self._articles[number][1]))
        ]
        self._articles.append((article, len(runs)))
        return sorted(copies)


def copies_among(article: Article, others: Sequence[Article]) -> list[Article]:
    """Return those of the others that an article is a copy of, in their order."""
    finder = CopyFinder()
    for other in others:
        finder.add(other)
    return [others[number] for number in finder.add(article)]


def copy_groups(articles: Sequence[Article]) -> list[int]:
    """Return for each article the number of the first article of its group of copies; its own where it has none.

    Copies of copies belong to one group. Linear in the length of all texts, save for runs that several articles share.
    """
    runs = np.sort(np.concatenate([held_runs(number, article) for number, article in enumerate(articles)] or [_NONE]))
    numbers = np.arange(len(articles))
    groups = join_copies(runs, numbers, {}, articles.__getitem__)
    return [groups[number] for number in range(len(articles))]


def text_runs(text: str) -> frozenset[int]:
    """Return the hashes of a text's runs of words."""
    return frozenset(_run_hashes(text).tolist())


def held_runs(number: int, article: Article) -> Hashes:
    """Return the runs of an article as they are kept, sorted: 32 bits of the run's hash, then the article's number."""
    return (_run_hashes(article.text) << np.uint64(32)) | np.uint64(number)


def join_copies(
    runs: Hashes, fresh: NDArray[np.int64], groups: dict[int, int], article: Callable[[int], Article]
) -> dict[int, int]:
    """Return the group of every article: the least number in it.

    `runs` are those of all articles, sorted; `fresh` the numbers of articles that were not compared yet; `groups` has
    the groups that are known, and every number. Cost grows with the runs that fresh articles share with others.
    """
    leaders = groups | {int(number): int(number) for number in fresh}
    size = max(leaders, default=-1) + 1
    is_fresh = np.zeros(size, bool)
    is_fresh[fresh] = True
    counts, pairs, shared = _shared_runs(runs, is_fresh)
    for (one, other), count in zip(pairs.tolist(), shared.tolist(), strict=True):
        if _are_copies(article(one), article(other), count, (int(counts[one]), int(counts[other]))):
            _join(leaders, one, other)
    return {number: _leader(leaders, number) for number in leaders}


def _shared_runs(
    runs: Hashes, is_fresh: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return how many runs each article has, pairs of articles of which one is fresh, and how many runs each shares.

    Runs that are a template's count for nothing; pairs that share fewer runs than copies do are left out.
    """
    counts = np.zeros(len(is_fresh), np.int64)
    found: list[NDArray[np.int64]] = []
    for block in _whole_groups(runs):
        hashes, holders = block >> np.uint64(32), (block & _NUMBER).astype(np.int64)
        starts = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1])))
        sizes = np.diff(starts, append=len(block))
        telling = np.repeat(sizes <= _MOST_SHARING, sizes)
        hashes, holders = hashes[telling], holders[telling]
        counts += np.bincount(holders, minlength=len(counts))
        for apart in range(1, min(_MOST_SHARING, int(sizes.max(initial=1)))):
            one, other = holders[:-apart], holders[apart:]
            both = (hashes[:-apart] == hashes[apart:]) & (is_fresh[one] | is_fresh[other])
            found.append((one[both] << 32) | other[both])
    pairs, shared = np.unique(np.concatenate(found or [np.zeros(0, np.int64)]), return_counts=True)
    longer = np.maximum(counts[pairs >> 32], counts[pairs & 0xFFFFFFFF])
    enough = (shared >= _FEWEST_SHARED) | (shared >= _SHARED_BY_SHORT * longer)
    pairs = pairs[enough]
    return counts, np.stack([pairs >> 32, pairs & 0xFFFFFFFF], axis=1), shared[enough]


def _whole_groups(runs: Hashes) -> Iterator[Hashes]:
    """Yield sorted runs in blocks, none of which ends between two articles that hold the same run."""
    start = 0
    while start < len(runs):
        end = min(start + _BLOCK, len(runs))
        if end < len(runs):
            end = int(np.searchsorted(runs, (runs[end - 1] | _NUMBER), side="right"))
        yield np.asarray(runs[start:end])
        start = end


def _run_hashes(text: str) -> Hashes:
    """Return 32 bits for each run of words of a text, sorted, each once."""
    tokens = np.array([_token_hash(word) for word in words(text)], np.uint64)
    if len(tokens) < _RUN:
        return _NONE
    length = len(tokens) - _RUN + 1
    mixed = np.zeros(length, np.uint64)
    for place in range(_RUN):
        mixed = (mixed ^ tokens[place : place + length]) * _ODD
        mixed ^= mixed >> np.uint64(29)
    return np.unique(mixed >> np.uint64(32))


@lru_cache(maxsize=200_000)
def _token_hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _are_copies(one: Article, other: Article, shared: int, runs: tuple[int, int]) -> bool:
    if one.language != other.language or (shared < _FEWEST_SHARED and shared < _SHARED_BY_SHORT * max(runs)):
        return False
    if one.published and other.published and abs((one.published - other.published).days) > _DAYS_APART:
        return False
    same_publisher = one.publisher is not None and one.publisher == other.publisher
    return shared >= (_SHARED_BY_ONE_PUBLISHER if same_publisher else _SHARED) * min(runs)


def _leader(leaders: dict[int, int], position: int) -> int:
    while leaders[position] != position:
        position = leaders[position]
    return position


def _join(leaders: dict[int, int], one: int, other: int) -> None:
    first, second = sorted((_leader(leaders, one), _leader(leaders, other)))
    leaders[second] = first
