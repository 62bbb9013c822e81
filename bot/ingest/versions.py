"""Versions of one article: of those at one address the newest is indexed, the older ones are its history.

Newer is what is known to have stood later: when it was archived, else when its source says that it was last changed,
else its publication day; where that does not decide, what is read later. A file in our own format is edited by hand, so
it counts as newest. At an address that several different stories give as theirs (a site's front page, a broken
canonical link) nothing replaces anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import httpx

from bot.ingest.addresses import plain_address
from bot.ingest.moments import NEWEST

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.model import Article

    Recall = Callable[[int], tuple[str, str]]

_OLDEST = datetime.min.replace(tzinfo=UTC)
_WORD = re.compile(r"\w+")
_SHARED_WORDS = 0.5
"""Share of the shorter text's different words from which two texts at one address are versions.

Of the 3,759 pairs of digests of our corpus in one language, all of one crisis, 4 that are no copies reach it (the same
event on the same day); a corrected article shares nearly all of its words.
"""

_MOST_STORIES = 8  # at one address, that are compared; an address of more is not one article's


@dataclass(frozen=True, slots=True)
class Older:
    """Article `number` is an older version of article `newer`; or, where `is_same`, says the same."""

    number: int
    newer: int
    is_same: bool

    def reason(self, newer_id: str) -> str:
        """Return why it is not indexed."""
        if self.is_same:
            return f"the same article as {newer_id}: the same address and text"
        return f"an older version of {newer_id}, which stands at the same address and replaces it"


def newest_of(number: int, older: Mapping[int, Older]) -> int:
    """Return the version that is indexed in an article's stead: versions may have been replaced one after the other."""
    while number in older:
        number = older[number].newer
    return number


@dataclass(frozen=True, slots=True)
class _Held:
    """The newest version so far of a story at an address."""

    number: int
    order: tuple[datetime, date]


class Versions:
    """Finds versions among articles that come one after the other. Holds an address and a number of each, no text.

    Args:
        recall: returns title and text of an article that was added, by its number.
    """

    def __init__(self, recall: Recall) -> None:
        self._recall = recall
        self._stories: dict[tuple[str, str], list[_Held]] = {}

    def add(self, number: int, article: Article) -> Older | None:
        """Add an article; tell whether it or an earlier one is older than the other. Numbers rise."""
        address = address_of(article)
        if address is None:
            return None
        stories = self._stories.setdefault((article.kind, address), [])
        fresh = _Held(number, _order(article))
        for place, held in enumerate(stories[:_MOST_STORIES]):
            said = self._recall(held.number)
            if not _are_versions(said, (article.title, article.text)):
                continue
            return self._settle(stories, place, fresh, is_same=said == (article.title, article.text))
        stories.append(fresh)
        return None

    @staticmethod
    def _settle(stories: list[_Held], place: int, fresh: _Held, *, is_same: bool) -> Older:
        """Keep the newer of two versions; of two that say the same, the one that was read first."""
        held = stories[place]
        if fresh.order < held.order or (is_same and fresh.order[0] != NEWEST):
            return Older(fresh.number, held.number, is_same)
        stories[place] = fresh
        return Older(held.number, fresh.number, is_same)


def _order(article: Article) -> tuple[datetime, date]:
    day = article.published or date.min
    at_least = datetime.combine(day, time.min, UTC) if article.published else _OLDEST
    return article.as_of or at_least, day


def address_of(article: Article) -> str | None:
    """Return an address as it is compared: without scheme, "www.", trailing slash and what only counts readers.

    None where there is none, or where it leads to a site's front page.
    """
    try:
        url = httpx.URL(plain_address(article.url or ""))
    except httpx.InvalidURL:
        return None
    path = url.path.rstrip("/")
    if not url.host or not (path or url.query):
        return None
    query = f"?{url.query.decode('ascii', 'replace')}" if url.query else ""
    return f"{url.host.removeprefix('www.')}{path}{query}"


def _are_versions(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether two articles (title, text) at one address are one story: by headline or most of their words."""
    if one[0].casefold() == other[0].casefold():
        return True
    words = [set(_WORD.findall(text.casefold())) for _, text in (one, other)]
    return len(words[0] & words[1]) >= _SHARED_WORDS * max(min(map(len, words)), 1)
