"""Near-copies among hits: the same story in several outlets counts, and is shown, once.

Two articles are copies when they share runs of words, not when they tell the same event in their own words. On our 100
labelled pairs copies share 16 to 78 % of the five-word runs of the shorter text, others at most 5 %.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bot.index.tokens import words

if TYPE_CHECKING:
    from bot.model import Article

_RUN = 5  # words
_SHARED = 0.10  # of the runs of the shorter text
_FEWEST_RUNS = 15  # a text with fewer is too short to tell
_DAYS_APART = 21  # the same template a season later is another story


def are_copies(one: Article, other: Article) -> bool:
    """Whether two articles are versions of one text."""
    if one.id == other.id or one.language != other.language:
        return False
    if one.published and other.published and abs((one.published - other.published).days) > _DAYS_APART:
        return False
    first, second = _runs(one.text), _runs(other.text)
    fewest = min(len(first), len(second))
    return fewest >= _FEWEST_RUNS and len(first & second) >= _SHARED * fewest


@lru_cache(maxsize=512)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    tokens = words(text)
    return frozenset(zip(*(tokens[start:] for start in range(_RUN)), strict=False))
