"""Who stands behind passages, and how many of them are independent of each other.

An agency's text counts for the agency, whoever printed it, and publishers of one owner count once: RT and RT en Español
are one voice. Who is not known counts for nothing, and is said to be unknown.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.model import Hit, Publisher

PublisherOf = Callable[[str | None], "Publisher | None"]


@dataclass(frozen=True, slots=True)
class Independent:
    """How many known publishers independent of each other stand behind hits, and whether all of them are known."""

    known: int
    all_known: bool


def origins(hit: Hit, publisher_of: PublisherOf) -> frozenset[str]:
    """Return who may stand behind a hit; empty where nobody knows.

    An agency that any of its copies credits stands behind all of them; without one it is one of those who published it.
    """
    versions = (hit.passage.article, *hit.also)
    credited = {_owner(article.agency, publisher_of) for article in versions}
    published = {_owner(article.publisher, publisher_of) for article in versions}
    return frozenset(credited - {""} or published - {""})


def independent(hits: Iterable[Hit], publisher_of: PublisherOf) -> Independent:
    """Count who stands behind hits: the fewest publishers that may have written all of them.

    A text that two publishers have, neither crediting the other, is either's; where one of them is behind another hit
    as well, both hits may be that one's, and count once.
    """
    groups = [origins(hit, publisher_of) for hit in hits]
    left = {group for group in groups if group}
    chosen: set[str] = set()
    while left:
        votes = Counter(name for group in left for name in group)
        certain = {name for group in left if len(group) == 1 for name in group}
        chosen |= certain or {min(votes, key=lambda name: (-votes[name], name))}
        left = {group for group in left if not group & chosen}
    return Independent(len(chosen), all(groups))


def _owner(name: str | None, publisher_of: PublisherOf) -> str:
    """Return whose voice a publisher or agency is, without regard to case: its owner where the table knows one."""
    plain = _plain(name)
    publisher = publisher_of(name) if plain else None
    return (_plain(publisher.owner) if publisher else "") or plain


def _plain(name: str | None) -> str:
    """Return a name without what nobody sees."""
    seen = "".join(" " if unicodedata.category(letter)[0] == "C" else letter for letter in name or "")
    return " ".join(seen.split()).casefold()
