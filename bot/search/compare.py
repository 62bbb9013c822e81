"""Sides: what each group of publishers says about a topic. Pure; it groups and counts, and concludes nothing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.search.independence import independent, origins

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.model import Hit, Publisher
    from bot.search.independence import Independent, PublisherOf

UNKNOWN = "unknown"
SHOWN = 2
"""Passages of one side: so many that none drowns the others."""


@dataclass(frozen=True, slots=True)
class Side:
    """A group of publishers of one country and kind of owner, with what it says, best first.

    All whose owner is not known are one side, with `ownership` "unknown" and no country. `publishers` counts those
    independent of each other, `articles` all that were found; `hits` holds at most SHOWN of them.
    """

    ownership: str
    country: str | None
    publishers: Independent
    articles: int
    hits: tuple[Hit, ...]


def sides(hits: Iterable[Hit], publisher_of: PublisherOf) -> tuple[Side, ...]:
    """Return the sides, those with most independent publishers first, then by country and owner; the unknown last."""
    groups: dict[tuple[str, str], list[Hit]] = defaultdict(list)
    for hit in hits:
        groups[_group(publisher_of(hit.passage.article.publisher))].append(hit)
    made = [_side(group, found, publisher_of) for group, found in groups.items()]
    return tuple(sorted(made, key=_place))


def _group(publisher: Publisher | None) -> tuple[str, str]:
    if publisher is None or publisher.ownership == UNKNOWN:
        return UNKNOWN, ""
    return publisher.ownership, publisher.country or ""


def _side(group: tuple[str, str], hits: Sequence[Hit], publisher_of: PublisherOf) -> Side:
    ownership, country = group
    who = independent(hits, publisher_of)
    return Side(ownership, country or None, who, len(hits), _spread(hits, publisher_of))


def _spread(hits: Sequence[Hit], publisher_of: PublisherOf) -> tuple[Hit, ...]:
    """Choose the best hit, then the best of somebody else where there is one; the unknown are all alike."""
    first = origins(hits[0], publisher_of)

    def is_alike(hit: Hit) -> bool:
        own = origins(hit, publisher_of)
        return own == first or bool(own & first)

    return tuple([hits[0], *sorted(hits[1:], key=is_alike)][:SHOWN])


def _place(side: Side) -> tuple[bool, int, str, str]:
    return side.ownership == UNKNOWN, -side.publishers.known, side.country or "", side.ownership
