"""International bodies that a text names, by abbreviation or in full: "UN", "ООН", "Naciones Unidas", "Cruz Roja".

Each language has a word of its own for them, so that neither names nor single words lead from one to the other.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from bot.index.body_names import BODY_NAMES, LANGUAGES, PART_OF
from bot.index.function_words import is_content
from bot.index.tokens import bare, fold, stem, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_MOST_LOOKED_UP = 2  # words of a message too short to tell its language


class Named(NamedTuple):
    """A body that a text names, with the place of its name among the text's bare words."""

    code: str
    first: int
    words: int


class _Name(NamedTuple):
    code: str
    rest: tuple[str, ...]  # the stems of all words but the first


def bodies_in(spoken: Sequence[str], language: str) -> frozenset[str]:
    """Return the codes of the bodies that a text's bare words name, with those that they belong to."""
    found = {named.code for named in bodies_named(spoken, language)}
    return frozenset(found | {PART_OF[code] for code in found if code in PART_OF})


def bodies_named(spoken: Sequence[str], language: str) -> list[Named]:
    """Return where a text's bare words name which bodies, the longest name at each place.

    What is too short for its language to be told ("UE", "IMF") is looked up in all languages.
    """
    is_topic = len(spoken) == 1 or (len(spoken) <= _MOST_LOOKED_UP and all(is_content(one, language) for one in spoken))
    languages = (language, *LANGUAGES) if is_topic else (language,)
    for of_language in dict.fromkeys(one if one in LANGUAGES else "en" for one in languages):
        found = list(_named(spoken, of_language))
        if found:
            return found
    return []


def _named(spoken: Sequence[str], language: str) -> Iterator[Named]:
    names = _names(language)
    stems = [stem(word, language) for word in spoken]
    taken = 0
    for place, first in enumerate(stems):
        for name in names.get(first, ()) if place >= taken else ():
            if tuple(stems[place + 1 : place + 1 + len(name.rest)]) == name.rest:
                taken = place + 1 + len(name.rest)
                yield Named(name.code, place, taken - place)
                break


@cache
def _names(language: str) -> Mapping[str, list[_Name]]:
    """Return the names by the stem of their first word, the longest first."""
    column = LANGUAGES.index(language)
    found: dict[str, list[_Name]] = {}
    for code, names in BODY_NAMES.items():
        for name in names[column].split(","):
            first, *rest = (stem(bare(word), language) for word in words(fold(name)))
            found.setdefault(first, []).append(_Name(code, tuple(rest)))
    return {first: sorted(names, key=lambda name: -len(name.rest)) for first, names in found.items()}
