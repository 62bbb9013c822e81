"""Sides: whether the best hits all speak for one owner, and who independent publishers are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.model import Hit, Publisher

    Side = tuple[str, str]

# Hits that a reader sees first; one of them is from elsewhere where there is one.
_FIRST = 3
# Share of the best hit's score that a hit from elsewhere must reach to count as relevant.
_RELEVANT = 0.7


def side_of(hit: Hit, publishers: Mapping[str, Publisher]) -> Side | None:
    """Return whose voice a hit is: the state or party of a country; None for every other or unknown owner."""
    publisher = publishers.get(hit.passage.article.publisher or "")
    if publisher is None or publisher.ownership not in ("state", "party") or not publisher.country:
        return None
    return publisher.ownership, publisher.country


def balanced(hits: Sequence[Hit], publishers: Mapping[str, Publisher]) -> tuple[tuple[Hit, ...], bool]:
    """Return the hits with one from elsewhere among the first three, and whether all relevant ones are of one side.

    Nothing is moved unless the first three all come from one side.
    """
    first = hits[:_FIRST]
    side = side_of(first[0], publishers) if first else None
    if side is None or len(first) < _FIRST or any(side_of(hit, publishers) != side for hit in first):
        return tuple(hits), False
    for place, hit in enumerate(hits[_FIRST:], start=_FIRST):
        if hit.score >= _RELEVANT * hits[0].score and side_of(hit, publishers) != side:
            moved = replace(hit, other_side=True)
            return (*hits[: _FIRST - 1], moved, hits[_FIRST - 1], *hits[_FIRST:place], *hits[place + 1 :]), False
    return tuple(hits), True


def independent_publishers(hits: Sequence[Hit]) -> int:
    """Count who stands behind hits: an agency's text counts once, and so do copies and unknown publishers."""
    return len({hit.passage.article.agency or hit.passage.article.publisher for hit in hits})
