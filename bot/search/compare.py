"""Sides: what each group of publishers says about a topic. Pure; it groups and counts, and concludes nothing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.search.timeline import known

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.model import Hit, Publisher
    from bot.search.timeline import Origin

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
    publishers: int
    articles: int
    hits: tuple[Hit, ...]


def sides(
    hits: Iterable[Hit], publisher_of: Callable[[str | None], Publisher | None], origin: Origin
) -> tuple[Side, ...]:
    """Return the sides, those with most independent publishers first, then by country and owner; the unknown last."""
    groups: dict[tuple[str, str], list[Hit]] = defaultdict(list)
    for hit in hits:
        groups[_group(publisher_of(hit.passage.article.publisher))].append(hit)
    made = [_side(group, found, origin) for group, found in groups.items()]
    return tuple(sorted(made, key=_place))


def _group(publisher: Publisher | None) -> tuple[str, str]:
    if publisher is None or publisher.ownership == UNKNOWN:
        return UNKNOWN, ""
    return publisher.ownership, publisher.country or ""


def _side(group: tuple[str, str], hits: Sequence[Hit], origin: Origin) -> Side:
    ownership, country = group
    return Side(ownership, country or None, known(hits, origin), len(hits), _spread(hits, origin))


def _spread(hits: Sequence[Hit], origin: Origin) -> tuple[Hit, ...]:
    """Choose the best hit, then the best of somebody else where there is one."""
    chosen = list(hits[:1])
    seen = {origin(hit.passage.article) for hit in chosen}
    others = [hit for hit in hits[1:] if origin(hit.passage.article) not in seen]
    same = [hit for hit in hits[1:] if origin(hit.passage.article) in seen]
    return tuple([*chosen, *others, *same][:SHOWN])


def _place(side: Side) -> tuple[bool, int, str, str]:
    return side.ownership == UNKNOWN, -side.publishers, side.country or "", side.ownership
