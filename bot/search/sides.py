"""Sides: whether the best hits all speak for one owner, and which one of another comes among the first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.model import Article, Hit, Publisher

    Side = tuple[str, str]
    Known = Mapping[str, Publisher]

# Hits that a reader sees first; one of them is from elsewhere where there is one.
FIRST = 3
# Score from which a hit behind the best counts as relevant: of the further hits that answer 156 judged questions (20
# hits each) 82 % reach it, and 25 % of what reaches it answers (our own 703: 80 and 21 %).
RELEVANT = 0.35
# And from which it may be: 95 % of what answers reaches it (ours: 93 %). Where such a hit is from elsewhere, no
# side stands alone.
_PERHAPS_RELEVANT = 0.28
# Where the best hit itself scores little, a share of its score is enough: of what answers behind a best hit of less
# than .58, 92 % reach it; 96 % reach a share of .5, and 76 % one of .7 (ours: 84, 96 and 68 %).
_SHARE = 0.6


def relevant_from(best: float, bound: float = RELEVANT) -> float:
    """Return the score from which a hit behind one of score `best` is relevant; `bound` is enough behind any."""
    return min(bound, _SHARE * best)


def one_side(hits: Sequence[Hit], publishers: Known) -> Side | None:
    """Return the state or party of a country for which all that is relevant of the first three hits speaks, if any."""
    first = _relevant(hits[:FIRST])
    sides = _sides_of(first[0].passage.article, publishers) if first else ()
    return next((side for side in sides if all(speaks_for(side, hit, publishers) for hit in first)), None)


def speaks_for(side: Side, hit: Hit, publishers: Known) -> bool:
    """Whether a hit is the word of a side: everybody who published the text belongs to it, or its agency does."""
    versions = (hit.passage.article, *hit.also)
    if any(_side(article.agency, publishers) == side for article in versions):
        return True
    return all(_side(article.publisher, publishers) == side for article in versions)


def is_from_elsewhere(side: Side, hit: Hit, publishers: Known, relevant: float = RELEVANT) -> bool:
    """Whether a hit is relevant, not the side's word, and of a publisher who is known not to belong to it.

    `relevant` is the score from which it is, see `relevant_from`.
    """
    if hit.score < relevant or speaks_for(side, hit, publishers):
        return False
    return _is_outside(side, publishers.get(hit.passage.article.publisher or ""))


def without_elsewhere(side: Side, names: Iterable[str], publishers: Known) -> frozenset[str]:
    """Return the names of publishers that belong to a side or may: nothing of theirs is from elsewhere."""
    return frozenset(name for name in names if not _is_outside(side, publishers.get(name)))


def balanced(hits: Sequence[Hit], publishers: Known) -> tuple[tuple[Hit, ...], bool]:
    """Return the hits with one from elsewhere among the first three, and whether nothing relevant is from elsewhere.

    Nothing is moved unless the relevant ones of the first three all come from one side.
    """
    side = one_side(hits, publishers)
    if side is None:
        return tuple(hits), False
    relevant = relevant_from(hits[0].score)
    for place, hit in enumerate(hits[FIRST:], start=FIRST):
        if is_from_elsewhere(side, hit, publishers, relevant):
            moved = replace(hit, other_side=True)
            return (*hits[: FIRST - 1], moved, hits[FIRST - 1], *hits[FIRST:place], *hits[place + 1 :]), False
    return tuple(hits), all(speaks_for(side, hit, publishers) for hit in _relevant(hits, _PERHAPS_RELEVANT))


def _relevant(hits: Sequence[Hit], bound: float = RELEVANT) -> list[Hit]:
    """Return the first hit with those behind it that are relevant beside it, or reach the bound."""
    return [hit for place, hit in enumerate(hits) if place == 0 or hit.score >= relevant_from(hits[0].score, bound)]


def _is_outside(side: Side, publisher: Publisher | None) -> bool:
    """Whether a publisher has another owner or another country; who is not known may belong to any side."""
    if publisher is None:
        return False
    if publisher.ownership == "unknown":
        return publisher.country not in (None, side[1])
    return (publisher.ownership, publisher.country) != side


def _sides_of(article: Article, publishers: Known) -> tuple[Side, ...]:
    found = (_side(article.publisher, publishers), _side(article.agency, publishers))
    return tuple(side for side in found if side)


def _side(name: str | None, publishers: Known) -> Side | None:
    """Return whose voice a publisher or an agency is: the state or party of a country; None for every other owner."""
    publisher = publishers.get(name or "")
    if publisher is None or publisher.ownership not in ("state", "party") or not publisher.country:
        return None
    return publisher.ownership, publisher.country
