"""Figures: those of a text, whether a question asks for one, and whether two texts give different ones."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.index.tokens import fold, stem
from bot.search.quantities import Quantity, read_quantities

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.search.quantities import Item

    Place = tuple[tuple[str, ...], tuple[str, ...]]

_ASKS_FOR_A_FIGURE = re.compile(
    r"\b(?:how (?:many|much)|number of|toll|cuant[oa]s?|numero de|cifra de|quant[oa]s?|combien|nombre de|bilan"
    r"|сколько|скольки[хм]|число|количество)\b"
)
# Words before and after a number that say what it counts. Versions of one text share whole sentences, so an exact
# match of stems is asked for, on both sides or of one side alone: "at least four workers died" and "seven workers
# died". With one word on each side "in 5 of" meets "in 30 of", which count other things.
_AROUND = ((2, 2), (0, 4), (4, 0))
_MOST_AROUND = 4
# Of these, words that are neither numbers nor missing: "of 5 of 12" says nothing of what is counted.
_FEWEST_WORDS = 3
_NUMBER = "#"
_NOTHING = ""  # before the first word of a text and after the last
_MOST_KEPT = 256  # texts, some 10 kB each


def asks_for_a_figure(question: str) -> bool:
    """Whether a question asks how many or how much."""
    return bool(_ASKS_FOR_A_FIGURE.search(fold(question)))


def figures_in(text: str, language: str) -> list[Quantity]:
    """Return the figures of a text; "one" is an article as often as a number."""
    return [item for item in read_quantities(text, language) if isinstance(item, Quantity) and item.value > 1]


def contradict(one: str, other: str, language: str) -> bool:
    """Whether two texts in one language put different numbers between the same words."""
    ours, theirs = _figures(one, language), _figures(other, language)
    return any(_differ(ours[place], theirs[place]) for place in ours.keys() & theirs.keys())


def _differ(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> bool:
    return not any(one.agrees(other) for one in ours for other in theirs)


@lru_cache(maxsize=_MOST_KEPT)
def _figures(text: str, language: str) -> dict[Place, list[Quantity]]:
    """Return the numbers of a text by the words around them; a number among those words counts as any number."""
    items = read_quantities(text, language)
    edge = [_NOTHING] * _MOST_AROUND
    masked = [*edge, *(_masked(item, language) for item in items), *edge]
    found: dict[Place, list[Quantity]] = defaultdict(list)
    for at, item in enumerate(items, start=_MOST_AROUND):
        if isinstance(item, Quantity):
            for place in _places(masked, at):
                found[place].append(item)
    return dict(found)


def _masked(item: Item, language: str) -> str:
    return _NUMBER if isinstance(item, Quantity) else stem(item, language)


def _places(masked: Sequence[str], at: int) -> Iterator[Place]:
    for before, after in _AROUND:
        place = tuple(masked[at - before : at]), tuple(masked[at + 1 : at + 1 + after])
        if sum(word not in (_NUMBER, _NOTHING) for side in place for word in side) >= _FEWEST_WORDS:
            yield place
