"""What the collection holds of each publisher."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from bot.index.tokens import fold
from bot.model import Publisher, Source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray


def sources(
    columns: NDArray[np.void],
    languages: Sequence[str],
    publisher_names: Sequence[str],
    publishers: Mapping[str, Publisher],
) -> tuple[Source, ...]:
    """Return every publisher of the collection or the table, those with most articles first, then by name.

    `columns` are a snapshot's records of passages; "" among `publisher_names` is the unknown.
    """
    articles = _of_articles(columns)
    held = [
        _source(publishers.get(name, Publisher(name)), own, languages)
        for number, name in enumerate(publisher_names)
        if len(own := articles[articles["publisher"] == number])
    ]
    names = {source.publisher.name for source in held}
    others = [Source(one) for name, one in publishers.items() if name not in names]
    return tuple(
        sorted([*held, *others], key=lambda one: (-one.articles, not one.publisher.name, fold(one.publisher.name)))
    )


def newest_rows(columns: NDArray[np.void], publisher_names: Sequence[str], publisher: str, limit: int) -> list[int]:
    """Return the first passage's row of each of a publisher's articles, newest first, undated last; at most `limit`."""
    if publisher not in publisher_names:
        return []
    _, first = np.unique(columns["article"], return_index=True)
    first = first[columns["publisher"][first] == publisher_names.index(publisher)]
    newest = np.argsort(-columns["published"][first].astype(np.int64), kind="stable")
    return [int(row) for row in first[newest][:limit]]


def _of_articles(columns: NDArray[np.void]) -> NDArray[np.void]:
    """Return one record an article: its first passage's."""
    _, first = np.unique(columns["article"], return_index=True)
    return columns[first]


def _source(publisher: Publisher, articles: NDArray[np.void], languages: Sequence[str]) -> Source:
    published = articles["published"][articles["published"] > 0]
    counted = Counter(languages[int(number)] for number in articles["language"])
    return Source(
        publisher,
        len(articles),
        len(articles) - len(published),
        date.fromordinal(int(published.min())) if len(published) else None,
        date.fromordinal(int(published.max())) if len(published) else None,
        dict(counted.most_common()),
    )
