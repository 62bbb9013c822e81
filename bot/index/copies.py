"""Copies: which articles are versions of one text.

Two articles are copies when they share runs of words, not when they tell the same event in their own words. Runs that
many articles share are a template or an agency's footer and say nothing, and what a publisher's own stories share is
mostly its template. On our 100 labelled pairs copies share 16 to 78 % of the five-word runs of the shorter text, others
at most 5 %.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from bot.index.tokens import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.model import Article

_RUN = 5  # words
_SHARED = 0.10  # of the runs of the shorter text
_SHARED_BY_ONE_PUBLISHER = 0.5  # likewise: two stories in one template share less
_FEWEST_SHARED = 12  # runs: less is a sentence or a name that both quote
_DAYS_APART = 21  # the same template a season later is another story
# Articles that may share one run: more than an agency's clients in one corpus have it from a template.
_MOST_SHARING = 30


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
            if _are_copies(article, self._articles[number][0], count, min(len(runs), self._articles[number][1]))
        ]
        self._articles.append((article, len(runs)))
        return sorted(copies)

    def id_of(self, number: int) -> str:
        """Return the id of an article that was added."""
        return self._articles[number][0].id


def copy_groups(articles: Sequence[Article]) -> list[int]:
    """Return for each article the number of the first article of its group of copies; its own where it has none.

    Copies of copies belong to one group. Linear in the length of all texts, save for runs that several articles share.
    """
    frequency = Counter(run for article in articles for run in text_runs(article.text))
    finder = CopyFinder(run for run, count in frequency.items() if count > _MOST_SHARING)
    leaders = list(range(len(articles)))
    for number, article in enumerate(articles):
        for copied in finder.add(article):
            _join(leaders, number, copied)
    return [_leader(leaders, number) for number in range(len(articles))]


def text_runs(text: str) -> frozenset[int]:
    """Return the hashes of a text's runs of words; comparable within one process only."""
    tokens = words(text)
    return frozenset(hash(run) for run in zip(*(tokens[start:] for start in range(_RUN)), strict=False))


def _are_copies(one: Article, other: Article, shared: int, runs: int) -> bool:
    if one.language != other.language or shared < _FEWEST_SHARED:
        return False
    if one.published and other.published and abs((one.published - other.published).days) > _DAYS_APART:
        return False
    same_publisher = one.publisher is not None and one.publisher == other.publisher
    return shared >= (_SHARED_BY_ONE_PUBLISHER if same_publisher else _SHARED) * runs


def _leader(leaders: list[int], position: int) -> int:
    while leaders[position] != position:
        position = leaders[position]
    return position


def _join(leaders: list[int], one: int, other: int) -> None:
    first, second = sorted((_leader(leaders, one), _leader(leaders, other)))
    leaders[second] = first
